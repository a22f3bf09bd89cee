//! What stands behind one `<qari-reader>`: takes sources, reads them with the attributes as they are, fetches the words of
//! their languages, and shows the page.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::channel::oneshot;
use yew::Callback;

use super::hooks::stored;
use super::pool::Application;
use super::{Debug, Events, Page, Summary, Surroundings};
use crate::article::formats::{self, Format, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build, changed};
use crate::browser::{
    Browser, Code, Element, Fault, Host, Loader, PlainView, Refused, Source, TimeZone, Timings,
    TopLine, console, look, page as window, share_sheet,
};
use crate::config::{Config, Notice};
use crate::locale::{self, Locale, Words};
use crate::platform::Platform;
use crate::prefs::{Font, TextSize};

/// The reader of one element. It ends with [`Session::close`].
#[derive(Debug)]
pub struct Session {
    host: Host,
    loader: Loader,
    application: Rc<RefCell<Option<Application>>>,
    shown: RefCell<Option<Shown>>,
    /// Counts what was asked for: whatever is still on its way for an older wish is no longer wanted.
    turn: Cell<u32>,
}

/// What is shown.
#[derive(Debug)]
struct Shown {
    source: Rc<Source>,
    around: Around,
    page: Rc<Page>,
}

/// What the page around says. When it changes, the article is read again.
#[derive(Debug, Clone, PartialEq)]
struct Around {
    attributes: Vec<(String, String)>,
    language: Option<String>,
    base_uri: String,
    surroundings: Surroundings,
}

/// A source as it was read.
struct Reading {
    article: Article,
    config: Config,
    debug: Option<Debug>,
    format: Format,
    /// The interface's language, BCP 47.
    interface: String,
}

/// Where a page comes from.
enum Cause {
    /// The source was loaded; the plain view stands in its place until the page is there.
    Load(PlainView),
    /// An attribute changed.
    Attribute,
}

impl Session {
    /// A reader that shows nothing yet.
    pub fn new(host: Host, loader: Loader) -> Self {
        Self {
            host,
            loader,
            application: Rc::default(),
            shown: RefCell::default(),
            turn: Cell::default(),
        }
    }

    /// Shows a source in the place of the plain view.
    ///
    /// # Errors
    /// A [`Fault`] where there is nothing to show, or where something newer was asked for meanwhile.
    pub async fn show(&self, source: Source, plain: Element) -> Result<Summary, Fault> {
        let page = self
            .bring(Rc::new(source), Cause::Load(PlainView::new(plain)))
            .await?;
        Ok(page.summary())
    }

    /// Looks at the attributes again. The answer tells of an article that is another one now.
    ///
    /// # Errors
    /// As [`Session::show`].
    pub async fn refresh(&self) -> Result<Option<Summary>, Fault> {
        let (source, edition) = match &*self.shown.borrow() {
            Some(shown) if shown.around != self.around() => {
                (shown.source.clone(), shown.page.edition)
            }
            // What changed is not the reader's.
            _ => return Ok(None),
        };
        let page = self.bring(source, Cause::Attribute).await?;
        Ok((page.edition != edition).then(|| page.summary()))
    }

    /// Nothing of the article is seen or heard, until another one is shown.
    pub fn hide(&self) {
        self.turn.set(self.turn.get() + 1);
        if let Some(application) = &mut *self.application.borrow_mut() {
            application.mount.hide();
            let page = self.shown.borrow().as_ref().map(|shown| shown.page.clone());
            application.show(page, true);
        }
    }

    /// Ends the reader.
    pub fn close(&self) {
        self.turn.set(self.turn.get() + 1);
        self.shown.take();
        if let Some(application) = self.application.take() {
            application.give_back();
        }
    }

    /// The article that is shown, for scripts.
    pub fn article(&self) -> Option<Rc<Article>> {
        self.shown
            .borrow()
            .as_ref()
            .map(|shown| shown.page.article.clone())
    }

    /// Tells the owner of attributes that are not taken, where there is no article to read them for.
    pub fn judge(host: &Host) {
        let attributes = host.attributes();
        let (mut config, notices) = Config::from_attributes(pairs(&attributes));
        told(host, &attributes, &mut config, notices);
    }

    fn around(&self) -> Around {
        Around {
            attributes: self.host.attributes(),
            language: self.host.language_around(),
            base_uri: window::base_uri(),
            surroundings: Surroundings {
                share_sheet: share_sheet::is_available(),
                headline_level: if self.host.page_has_headline() { 2 } else { 1 },
            },
        }
    }

    /// Reads the source, fetches its words, and shows it.
    async fn bring(&self, source: Rc<Source>, cause: Cause) -> Result<Rc<Page>, Fault> {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let (reading, around, words) = loop {
            let around = self.around();
            let reading = self.read(&source, &around)?;
            let language = reading.article.language.as_deref().unwrap_or_default();
            let words = self
                .words(locale::languages(language, &reading.interface))
                .await;
            if self.turn.get() != turn {
                return Err(SUPERSEDED);
            }
            // An attribute may have changed while the words were on their way.
            if around == self.around() {
                break (reading, around, words);
            }
        };
        let mut page = self.page(reading, &source, &around, |code| words.get(code).cloned());
        let line = match &cause {
            Cause::Load(plain) => TopLine::of(plain.element()),
            Cause::Attribute => None,
        };
        page.load += u32::from(matches!(cause, Cause::Load(_)));
        page.whole |= line.is_some();

        if let Cause::Load(plain) = &cause {
            page.choices.text_size = chosen_size(plain).or(page.choices.text_size);
        }

        let (sender, shown) = oneshot::channel();
        let hand_over = Cell::new(Some((sender, cause, line)));
        let application = self.application.clone();
        page.events.on_shown = Callback::from(move |()| {
            let (sender, cause, line) = hand_over.take()?;
            let mut chosen = None;
            // Now, in one task: the effects that follow find the article on the screen.
            if let (Cause::Load(plain), Some(application)) = (cause, &mut *application.borrow_mut())
            {
                chosen = chosen_size(&plain);
                application.mount.take_place_of(&plain, line);
            }
            // Nobody waits any more where something newer was asked for.
            let _ = sender.send(());
            chosen
        });
        let page = Rc::new(page);
        {
            let mut application = self.application.borrow_mut();
            let application = match &mut *application {
                Some(application) => application,
                none => none.insert(Application::take(&self.host).map_err(no_place)?),
            };
            application.show(Some(page.clone()), false);
        }
        self.shown.replace(Some(Shown {
            source,
            around,
            page: page.clone(),
        }));
        if shown.await.is_err() || self.turn.get() != turn {
            return Err(SUPERSEDED);
        }
        Ok(page)
    }

    /// Makes an article of the source, as the attributes say.
    // Apart from `bring`: as one function of 26 KB it trapped now and then in WebKitGTK (docs/TESTING.md, "What bites").
    #[inline(never)]
    fn read(&self, source: &Source, around: &Around) -> Result<Reading, Fault> {
        let (mut config, notices) = Config::from_attributes(pairs(&around.attributes));
        let mut notices = told(&self.host, &around.attributes, &mut config, notices);
        let options = ReadOptions {
            format: config.format,
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        };
        let texts = source.texts();
        let reading = formats::read(&texts, options).map_err(|error| {
            let mut fault = fault(error);
            // The map is the likeliest cause, so the fault says what is wrong with it.
            for remark in formats::remarks(&texts, options) {
                let message = fault.message.to_mut();
                message.push_str("; ");
                message.push_str(&remark);
            }
            fault
        })?;
        notices.extend(self.remarked(&reading.remarks));
        // For the panel alone: what the body's HTML was before it was cleaned.
        let before = config.debug.then(|| reading.draft.body().into_owned());
        let platform = Browser::new(self.loader.clone());
        let base_url = config
            .base_url
            .as_deref()
            .and_then(|base| platform.resolve(base, &around.base_uri));
        let context = BuildContext {
            base_url: base_url.as_deref(),
            source_url: &source.url(),
            author: config.author.as_deref(),
            owner_language: config.lang.as_deref(),
            page_language: around.language.as_deref(),
            secure: around.base_uri.starts_with("https:"),
        };
        // The page's own article is parsed anew, inert: what sits in a form of the page's shadows the form's properties.
        let own = source.page().map(|page| platform.reread(&page));
        let article = build(&platform, reading.draft, &context, own);
        let article = match &config.timezone {
            Some(zone) => article.on_clock_of(zone, &platform),
            None => article,
        };
        if article.title.is_empty() && article.body.is_empty() {
            return Err(fault(ReadError::EmptyArticle));
        }
        let interface = config
            .ui_lang
            .clone()
            // The owner's `data-lang`, unless the letters say that it can't be.
            .or_else(|| article.language.clone())
            .unwrap_or_default();
        let debug = before.map(|html| Debug {
            reason: reading.reason,
            notices,
            size: texts.iter().map(String::len).sum(),
            repaired: reading.repaired,
            changed: changed(&html, &article.body),
            times: times(&source.timings()),
        });
        Ok(Reading {
            article,
            config,
            debug,
            format: reading.format,
            interface,
        })
    }

    /// Tells the owner, once for each element, what of the source is not as they say, and gives it as lines.
    fn remarked(&self, remarks: &[String]) -> Vec<String> {
        let lines = remarks.iter().map(|remark| format!("Qari: {remark}"));
        let told = lines.inspect(|line| console::warn_once(self.host.element(), line));
        told.collect()
    }

    /// The words of these languages, as far as they can be had.
    async fn words(&self, languages: [&'static str; 2]) -> BTreeMap<&'static str, Rc<Words>> {
        let mut words = BTreeMap::new();
        for language in languages {
            if let Some(known) = WORDS.with_borrow(|words| words.get(language).cloned()) {
                words.insert(language, known);
            } else if let Some(json) = self.loader.words(language).await {
                match Words::parse(&json) {
                    Ok(read) => {
                        let read = Rc::new(read);
                        WORDS.with_borrow_mut(|known| known.insert(language, read.clone()));
                        words.insert(language, read);
                    }
                    Err(_) => console::warn(&format!("Qari: words/{language}.json can't be read")),
                }
            }
        }
        words
    }

    #[inline(never)]
    fn page(
        &self,
        reading: Reading,
        source: &Source,
        around: &Around,
        words: impl Fn(&str) -> Option<Rc<Words>>,
    ) -> Page {
        let shown = self.shown.borrow();
        let before = shown.as_ref().map(|shown| &*shown.page);
        // What is the same is the same object, so that nothing of it is rendered again.
        let article = match before {
            Some(before) if *before.article == reading.article => before.article.clone(),
            _ => Rc::new(reading.article),
        };
        let language = article.language.as_deref().unwrap_or_default();
        let page = Page {
            locale: Rc::new(Locale::new(
                language,
                &reading.interface,
                reading.config.numerals,
                words,
            )),
            choices: stored(reading.config.remember),
            settings_open: false,
            debug: reading.debug,
            scheme: self.loader.scheme(self.host.element()),
            font_family: match &reading.config.font {
                Font::Family(family) => Some(family.clone()),
                Font::Inherit => self.host.font_family(),
                Font::System | Font::Naskh | Font::Sans => None,
            },
            // Once, before anything is rendered: to ask while rendering would lay out the page again and again.
            width: self.host.width(),
            config: Rc::new(reading.config),
            format: reading.format,
            source_url: source.url(),
            word_count: Page::count_words(&article),
            surroundings: around.surroundings,
            events: self.events(),
            edition: 0,
            load: before.map_or(0, |before| before.load),
            whole: before.is_some_and(|before| before.whole),
            article,
        };
        match before {
            Some(before) => {
                let is_other =
                    (before.key(), &before.article.title) != (page.key(), &page.article.title);
                Page {
                    edition: before.edition + u32::from(is_other),
                    whole: page.whole && !is_other,
                    ..page
                }
            }
            None => page,
        }
    }

    fn events(&self) -> Events {
        let [share, settings, progress, around] = [(); 4].map(|()| self.host.clone());
        let loader = self.loader.clone();
        Events {
            scheme: Callback::from(move |()| loader.scheme(around.element())),
            on_share: Callback::from(move |detail| share.emit_cancelable("share", &detail)),
            on_settings: Callback::from(move |detail| settings.emit("settings", &detail)),
            on_progress: Callback::from(move |percent| {
                progress.emit("progress", &Progress { percent })
            }),
            on_shown: Callback::from(|()| None),
        }
    }
}

thread_local! {
    /// The words that came, for all readers of the page.
    static WORDS: RefCell<BTreeMap<&'static str, Rc<Words>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The detail of `qari:progress` (DESIGN 1.4).
#[derive(serde::Serialize)]
struct Progress {
    percent: u32,
}

/// The text size that was chosen in the plain view.
fn chosen_size(plain: &PlainView) -> Option<TextSize> {
    TextSize::try_from(plain.chosen_size()?).ok()
}

fn pairs(attributes: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    attributes
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

/// Tells the owner, once for each element, what is not taken, and gives it as lines. Whether a colour or a time zone is one
/// only the browser knows.
fn told(
    host: &Host,
    attributes: &[(String, String)],
    config: &mut Config,
    mut notices: Vec<Notice>,
) -> Vec<String> {
    let accent = config
        .accent
        .take_if(|accent| !look::supports("color", accent));
    let zone = config
        .timezone
        .take_if(|zone| TimeZone::named(zone).is_err());
    let base = config
        .base_url
        .take_if(|base| !window::is_web_address(base));
    // Only the loader reads it, and asks the browser as well.
    let height = attributes
        .iter()
        .find(|(name, _)| name == "data-min-height");
    let height = height.map(|(_, height)| height.trim().to_owned());
    let height = height.filter(|height| {
        let is_told = notices.iter().any(Notice::is_of_height);
        !height.is_empty() && !is_told && !look::supports("min-height", height)
    });
    for (attribute, value) in [
        ("accent", accent),
        ("timezone", zone),
        ("base-url", base),
        ("min-height", height),
    ] {
        notices.extend(value.and_then(|value| Notice::refused(attribute, &value)));
    }
    let lines: Vec<String> = notices.iter().map(Notice::to_string).collect();
    for line in &lines {
        console::warn_once(host.element(), line);
    }
    lines
}

/// When each step was done, in milliseconds since the load began.
fn times(timings: &Timings) -> Vec<(&'static str, u32)> {
    let start = timings.start();
    let steps = [
        ("JSON", Some(timings.source())),
        ("plain text", timings.text()),
        ("article read", Some(window::now())),
    ];
    let since = |(step, at): (_, Option<f64>)| Some((step, (at? - start) as u32));
    steps.into_iter().filter_map(since).collect()
}

fn fault(error: ReadError) -> Fault {
    let (code, message) = match error {
        ReadError::NotJson => (Code::NotJson, "the source is not JSON"),
        ReadError::UnknownFormat => (Code::UnknownFormat, "no known format; see data-format"),
        ReadError::EmptyArticle => (Code::EmptyArticle, "neither title nor body was found"),
    };
    Fault {
        code,
        message: message.into(),
    }
}

/// The page has taken away what elements are made of.
fn no_place(_: Refused) -> Fault {
    Fault {
        code: Code::WasmFailed,
        message: "no element could be made for the article".into(),
    }
}

const SUPERSEDED: Fault = Fault {
    code: Code::Superseded,
    message: Cow::Borrowed("something newer was asked for"),
};
