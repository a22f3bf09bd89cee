//! One article: from JSON to the reader's markup and what a page needs beside it.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use futures::executor::block_on;
use qari_reader::app::{App, AppProps, Events, Page, Surroundings};
use qari_reader::article::body::Node;
use qari_reader::article::formats::{self, Format, ReadError, ReadOptions, Reading};
use qari_reader::article::{Access, Article, BuildContext, Image, Link, build};
use qari_reader::config::{ATTRIBUTES, Config, Part};
use qari_reader::locale::{Locale, Text, Words};
use qari_reader::native::Native;
use qari_reader::prefs::{Choices, Font};
use qari_reader::remark::{ErrorCode, Remark};
use url::Url;
use xxhash_rust::xxh3::Xxh3Default;
use yew::LocalServerRenderer;

use crate::json_ld;

/// What an owner wants: attributes without `data-`, in their order.
pub type Attributes = Vec<(String, String)>;

/// The attributes that there are, by their names in lower case; what else a line names is left out, as it would stand in a tag.
fn known(attributes: &Attributes) -> Attributes {
    let named = attributes.iter().filter_map(|(name, value)| {
        let name = name.to_ascii_lowercase();
        let is_known = ATTRIBUTES.iter().any(|attribute| attribute.name == name);
        is_known.then(|| (name, value.clone()))
    });
    named.collect()
}

/// Attributes that say how to read the source. The page's own copy is Qari's form, which is read already.
const READING: &[&str] = &["src", "format", "map", "item", "base-url"];

/// An article to be rendered.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// Its JSON, in any format that Qari reads.
    pub json: String,
    /// Where the JSON came from, absolute; empty where that is not known.
    pub address: String,
    /// What the owner wants.
    pub attributes: Attributes,
}

/// An article that is ready for a page.
#[derive(Debug, Clone)]
pub struct Prerendered {
    /// The `id` of the page's script of data: the same for the same article and attributes, whenever it is made.
    pub id: String,
    /// BCP 47.
    pub language: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// The headline.
    pub title: String,
    /// The standfirst; empty where there is none.
    pub summary: String,
    /// Where people read it on its own site.
    pub url: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Link>,
    /// Their names in one line, as its language joins them.
    pub byline: String,
    /// Who published it.
    pub publisher: Option<Link>,
    /// The lead image.
    pub image: Option<Image>,
    /// The attributes of the element, without `data-`, the source aside.
    pub attributes: Attributes,
    /// What stands in the shadow root.
    pub markup: String,
    /// The article as JSON, which the full reader reads.
    pub data: String,
    /// `NewsArticle`, as schema.org has it, without the body.
    pub json_ld: String,
    /// Attributes that are not taken, and what of the source is not as the owner says.
    pub notices: Vec<String>,
}

/// Why there is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// As `qari:error` names it.
    pub code: ErrorCode,
    /// The cause, for the owner.
    pub message: Cow<'static, str>,
}

impl Fault {
    /// A fault of this code.
    pub fn new(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        let message = message.into();
        Self { code, message }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Fault {}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::new(error.code(), error.message())
    }
}

/// What is wrong with the values of these attributes, each as a line for whoever set them.
pub fn notices(attributes: &Attributes) -> Vec<String> {
    configured(attributes).1
}

fn configured(attributes: &Attributes) -> (Config, Vec<String>) {
    let named: Vec<(String, &str)> = attributes
        .iter()
        .map(|(name, value)| {
            let name = name.to_ascii_lowercase();
            (format!("data-{name}"), value.as_str())
        })
        .collect();
    let pairs = named.iter().map(|(name, value)| (name.as_str(), *value));
    let (config, told) = Config::from_attributes(pairs);
    (
        config,
        told.iter()
            .map(|notice| Remark::from(notice).to_string())
            .collect(),
    )
}

/// Renders one article.
///
/// # Errors
///
/// It is no JSON, no known format, or nothing is in it.
pub fn render(job: &Job) -> Result<Prerendered, Fault> {
    let (config, mut notices) = configured(&job.attributes);
    let attributes = known(&job.attributes);
    let address = without_password(&job.address);

    let options = ReadOptions {
        format: config.format,
        map: config.map.as_deref(),
        item: config.item.as_deref(),
    };
    let reading = formats::read([&job.json], options).map_err(|error| {
        let mut fault = Fault::from(error);
        for remark in formats::remarks([job.json.as_str()], options) {
            fault.message.to_mut().push_str(&format!("; {remark}"));
        }
        fault
    })?;
    notices.extend(reading.remarks.iter().map(ToString::to_string));
    let (article, format) = article(reading, &address, &config)?;

    let language = article.language.clone().unwrap_or_default();
    let interface = config.ui_lang.as_deref().unwrap_or(&language);
    let locale = Locale::new(&language, interface, config.numerals, Words::bundled);
    let home = locale.words().text(Text::Home);
    let data = data(&article, &job.json, &address, attributes, home);
    let page = Page {
        word_count: Page::count_words(&article),
        locale: Rc::new(locale),
        font_family: match &config.font {
            Font::Family(family) => Some(family.clone()),
            Font::Inherit | Font::System | Font::Naskh | Font::Sans => None,
        },
        scheme: String::new(),
        width: None,
        format,
        // As in the page, where it is the address of the data.
        source_url: format!("#{}", data.id),
        surroundings: Surroundings {
            // Drawn, and shown as soon as a script knows of a share sheet (static/qari.css).
            share_sheet: true,
            headline_level: 1,
        },
        events: Events::default(),
        edition: 0,
        load: 0,
        whole: true,
        read_on: false,
        still: true,
        choices: Choices::default(),
        settings_open: false,
        debug: None,
        article: Rc::new(article),
        config: Rc::new(shareable(config, &mut notices, data.has_address)),
    };
    let page = Rc::new(page);
    let props = AppProps {
        page: Some(page.clone()),
        concealed: false,
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    // Effects do not run here, so nothing is waited for.
    let markup = block_on(renderer.render());
    Ok(Prerendered {
        id: data.id,
        language: page.language().to_owned(),
        dir: page.dir().as_str(),
        title: page.article.title.clone(),
        summary: page.article.summary.clone().unwrap_or_default(),
        url: page.original().map(Cow::into_owned),
        authors: page.article.authors.clone(),
        byline: byline(&page),
        publisher: page.article.publisher.clone(),
        image: page.article.image.clone(),
        attributes: data.attributes,
        markup,
        data: data.json,
        json_ld: json_ld::news_article(&page.article),
        notices,
    })
}

/// An address without a user's name and password: it is taken for what the article's links are relative to.
fn without_password(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return address.to_owned();
    };
    // Refused only where there is neither.
    let _ = (url.set_username(""), url.set_password(None));
    if url.as_str().len() == address.len() {
        return address.to_owned();
    }
    url.into()
}

/// An address without its query, in which there may be a key; nothing relative needs it.
fn without_query(address: &str) -> String {
    address
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn byline(page: &Page) -> String {
    let names: Vec<&str> = page
        .article
        .authors
        .iter()
        .map(|author| author.text.as_str())
        .collect();
    names.join(page.locale.words().text(Text::AuthorSeparator))
}

/// The article of a source, as the owner wants it.
fn article(reading: Reading, address: &str, config: &Config) -> Result<(Article, Format), Fault> {
    let format = reading.format;
    let context = BuildContext {
        base_url: config.base_url.as_deref(),
        source_url: address,
        author: config.author.as_deref(),
        owner_language: config.lang.as_deref(),
        page_language: None,
        // Where the page will stand is not known; today's pages are https.
        secure: true,
    };
    let mut article = build(&Native, reading.draft, &context, None);
    if let Some(zone) = &config.timezone {
        article = article.on_clock_of(zone, &Native);
    }
    if article.title.is_empty() && article.body.is_empty() {
        return Err(ReadError::EmptyArticle.into());
    }
    Ok((article, format))
}

/// What the full reader reads in the page.
struct Data {
    id: String,
    json: String,
    attributes: Attributes,
    has_address: bool,
}

/// The article once more, as JSON: in Qari's own form, or as it came where that has no word for something of it.
fn data(
    article: &Article,
    json: &str,
    address: &str,
    mut attributes: Attributes,
    home: &str,
) -> Data {
    let own = own_form(article, home);
    attributes
        .retain(|(name, _)| name != "src" && (own.is_none() || !READING.contains(&name.as_str())));
    let mut complete = |name: &str, value: &str| {
        if !value.is_empty() && attributes.iter().all(|(known, _)| known != name) {
            attributes.push((name.to_owned(), value.to_owned()));
        }
    };
    // The page around may speak the language as another region does.
    complete("lang", article.language.as_deref().unwrap_or_default());
    // Relative addresses, also the article's own, were completed with that of the source.
    if own.is_none() && !address.is_empty() {
        let url = article.url.as_ref().map(|url| url.as_str().to_owned());
        complete("base-url", &url.unwrap_or_else(|| without_query(address)));
    }
    let json = own.unwrap_or_else(|| json.to_owned());
    let mut hasher = Xxh3Default::new();
    hasher.update(json.as_bytes());
    for (name, value) in &attributes {
        hasher.update(name.as_bytes());
        hasher.update(value.as_bytes());
    }
    Data {
        id: format!("qari-{:016x}", hasher.digest()),
        json,
        attributes,
        has_address: article.url.is_some(),
    }
}

/// An article in Qari's own form, where reading it again gives the same: it has no word for who may read it, and its body
/// has embeds as links. `home` is what a site's home is called where the source does not say it.
fn own_form(article: &Article, home: &str) -> Option<String> {
    if article.access != Access::Everyone || has_embed(&article.body) {
        return None;
    }
    let nameless = |step: &&mut Link| step.text.is_empty();
    let mut named = Cow::Borrowed(article);
    if article.breadcrumb.iter().any(|step| step.text.is_empty()) {
        for step in named.to_mut().breadcrumb.iter_mut().filter(nameless) {
            home.clone_into(&mut step.text);
        }
    }
    serde_json::to_string(named.as_ref()).ok()
}

fn has_embed(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Embed(_) => true,
        Node::Element(element) => has_embed(&element.children),
        Node::Text(_) | Node::Image(_) => false,
    })
}

/// Without an address there is nothing to share before the page itself is known.
fn shareable(mut config: Config, notices: &mut Vec<String>, has_address: bool) -> Config {
    if !has_address && !config.hide.contains(Part::Share) {
        config.hide.insert(Part::Share);
        notices.push("no address: the article's `url` is missing, so it has no share row until the full reader knows the page's".to_owned());
    }
    config
}
