//! The readers of the page, one for each element: take a source, keep the state, and do what the page's hands ask for.
//!
//! Every call is answered at once with a text, and what changed stands in the page when it is. The page's hands
//! (`static/qari-shell.js`) wait, listen and store; nothing here calls them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::dom::{Browser, DomNode};
use crate::article::body::plain_text;
use crate::article::formats::{self, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build};
use crate::config::Config;
use crate::language::{arabic_script, direction};
use crate::locale::template::cut;
use crate::locale::{Locale, count_words, decimal, learn, reading_minutes};
use crate::platform::Platform;
use crate::prefs::{Choices, Font, Prefs, Settings};
use crate::share::plain_title;
use crate::view::{self, Host, Page, ReaderProps, SLICE};

/// Blocks shown before the first paint, and how many each later slice adds.
const FIRST: usize = SLICE;
const NEXT: usize = SLICE * 4;

/// Ends each text of a call or an answer: no attribute, address or JSON has it in it.
const END: &str = "\0";

thread_local! {
    /// The readers by their numbers. One that is closed, or at work, is not there.
    static READERS: RefCell<Vec<Option<Box<Reader>>>> = const { RefCell::new(Vec::new()) };
}

/// Does `work` with a reader, if it is there. Whatever the page calls meanwhile finds it absent; it is kept if `work`
/// gives it back.
fn with(id: usize, work: impl FnOnce(Box<Reader>) -> (Option<Box<Reader>>, String)) -> String {
    let taken = READERS.with_borrow_mut(|readers| readers.get_mut(id).and_then(Option::take));
    let Some(reader) = taken else {
        return String::new();
    };
    let (kept, answer) = work(reader);
    READERS.with_borrow_mut(|readers| readers[id] = kept);
    answer
}

/// Makes a reader that renders into `mount`, and gives its number. `parse` is the inert parser.
#[wasm_bindgen]
pub fn create(mount: Element, parse: Function) -> usize {
    let reader = Reader {
        mount,
        platform: Browser::new(parse),
        app: None,
        page: None,
        coming: None,
    };
    READERS.with_borrow_mut(|readers| {
        readers.push(Some(Box::new(reader)));
        readers.len() - 1
    })
}

/// Reads the article in `texts` (JSON, several where a page holds several blobs). `facts` is the page around in the
/// order of [`Facts`], `page` the host page's own article. It is shown once `words:` has brought what it speaks with.
///
/// The answer: what [`tell`] says of the article, if there is one to show; then an error code of the contract or
/// nothing; the technical cause, or why the format was taken for what it is; the notices for the owner, a line each.
#[wasm_bindgen]
pub fn show(id: usize, texts: &str, facts: &str, page: Option<Element>) -> String {
    with(id, |mut reader| {
        let answer = reader.show(texts, facts, page);
        (Some(reader), answer)
    })
}

/// Does what [`Reader::act`] knows by this name. `clear` takes what is shown out of the page, so that what comes next
/// begins with elements of its own; `close` ends the reader, nothing of it stays.
#[wasm_bindgen]
pub fn act(id: usize, action: &str) -> String {
    with(id, |mut reader| {
        let close = action == "close";
        if close || action == "clear" {
            if let Some(app) = reader.app.take() {
                app.destroy();
            }
            return ((!close).then_some(reader), String::new());
        }
        let answer = reader.act(action);
        reader.update();
        (Some(reader), answer)
    })
}

/// What the page's hands tell of the page around with each source, in this order; empty is none. The element's
/// attributes follow, name and value in turn.
#[derive(Debug)]
struct Facts<'a> {
    /// Where the source came from.
    url: &'a str,
    /// What relative addresses of attributes resolve against.
    base_uri: &'a str,
    /// Language around the element.
    lang: &'a str,
    /// The stored choices.
    choices: &'a str,
    /// The page has an `h1` of its own.
    headline: bool,
    /// The device has a share sheet.
    share_sheet: bool,
}

/// The state of one reader.
#[derive(Debug)]
struct Reader {
    mount: Element,
    platform: Browser,
    app: Option<AppHandle<view::Reader>>,
    page: Option<Rc<RefCell<Page>>>,
    /// What was read last, until its words are there.
    coming: Option<Page>,
}

impl Reader {
    fn show(&mut self, texts: &str, facts: &str, element: Option<Element>) -> String {
        let mut attributes = facts;
        let mut fact = || {
            let (text, rest) = cut(attributes, END);
            attributes = rest;
            text
        };
        let facts = Facts {
            url: fact(),
            base_uri: fact(),
            lang: fact(),
            choices: fact(),
            headline: !fact().is_empty(),
            share_sheet: !fact().is_empty(),
        };
        let (config, notices) = Config::read(attributes);
        let mut lines = String::new();
        for notice in notices {
            lines.push_str(&notice.message());
            lines.push('\n');
        }
        let mut answer = String::new();
        let (code, reason) = match self.try_show(texts, &facts, element, config, &mut answer) {
            Ok(reason) => ("", reason),
            Err(ReadError::NotJson) => ("not-json", "the source is not JSON".to_owned()),
            Err(ReadError::UnknownFormat) => (
                "unknown-format",
                "no known format; see data-format".to_owned(),
            ),
            Err(ReadError::EmptyArticle) => (
                "empty-article",
                "neither title nor body was found".to_owned(),
            ),
        };
        for text in [code, &reason, &lines] {
            add(text, &mut answer);
        }
        answer
    }

    /// Reads the article, appends what [`show`] tells of it, and gives the reason.
    fn try_show(
        &mut self,
        texts: &str,
        facts: &Facts,
        element: Option<Element>,
        config: Config,
        answer: &mut String,
    ) -> Result<String, ReadError> {
        // JSON texts: one, or one for each blob of a page.
        let mut rest = texts;
        let sources = std::iter::from_fn(|| {
            let (text, next) = cut(rest, END);
            let any = !rest.is_empty();
            rest = next;
            any.then_some(text)
        });
        let options = ReadOptions {
            // `auto` is the name of none.
            format: config.format.name().parse().ok(),
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        };
        let reading = formats::read(sources, options)?;
        let base_url = config
            .base_url
            .as_deref()
            .and_then(|base| self.platform.resolve(base, facts.base_uri));
        let context = BuildContext {
            base_url: base_url.as_deref(),
            source_url: facts.url,
            author: config.author.as_deref(),
            owner_language: config.lang.as_deref(),
            page_language: (!facts.lang.is_empty()).then_some(facts.lang),
            secure: facts.base_uri.starts_with("https:"),
        };
        let article = build(
            &self.platform,
            reading.draft,
            &context,
            element.map(DomNode::of),
        );
        if article.title.is_empty() && article.body.is_empty() {
            return Err(ReadError::EmptyArticle);
        }
        let page = self.page(article, config, facts);
        tell(&page, reading.format.into(), answer);
        self.coming = Some(page);
        Ok(reading.reason)
    }

    fn page(&self, article: Article, config: Config, facts: &Facts) -> Page {
        let lang = article.language.as_deref().unwrap_or("ar");
        let ui = config.ui_lang.as_deref().or(config.lang.as_deref());
        let mut text = String::new();
        plain_text(&article.body, &mut text);
        let stored = if config.remember { facts.choices } else { "" };
        Page {
            dir: direction(lang),
            reading_words: count_words(&text),
            locale: Locale::new(lang, ui.unwrap_or(lang), config.numerals),
            prefs: Prefs {
                owner: Settings::of(&config),
                choices: Choices::from_json(stored),
            },
            host: Host {
                share_sheet: facts.share_sheet,
                level: if facts.headline { 2 } else { 1 },
            },
            article: Rc::new(article),
            config,
            shown: FIRST,
            open: false,
            status: String::new(),
            source_url: facts.url.to_owned(),
        }
    }

    /// Takes what `words:` brings, and lets what was read last take its place.
    fn speak(&mut self, said: &str) {
        let (scrolled, mut rest) = cut(said, END);
        while !rest.is_empty() {
            let (file, next) = cut(rest, END);
            learn(file);
            rest = next;
        }
        let Some(mut page) = self.coming.take() else {
            return;
        };
        if scrolled == "1" {
            page.shown = usize::MAX;
        }
        match &self.page {
            Some(old) => {
                let old = &mut *old.borrow_mut();
                page.open = old.open;
                // Kept here as well as on the device, which may have refused to store them.
                if page.config.remember == old.config.remember {
                    std::mem::swap(&mut page.prefs.choices, &mut old.prefs.choices);
                }
                // The same source again (an attribute changed): what stood in the page stays there.
                if self.app.is_some() && old.source_url == page.source_url {
                    page.shown = old.shown;
                }
                *old = page;
            }
            None => self.page = Some(Rc::new(RefCell::new(page))),
        }
    }

    /// Does one of these and shows what comes of it:
    ///
    /// - `words:` and, with [`END`] between, `1` where the reader has scrolled into the plain view, and the files of
    ///   the languages that [`show`] named, those that could not be had being empty. What is being read may stand
    ///   anywhere then, so all is shown at once.
    /// - `article`: gives the article as Qari's own JSON, without its body.
    /// - `more`: shows the next slice of the body; the answer is empty when there is none.
    /// - `settings`, `fold`: opens or closes the settings, closes them.
    /// - `copied`, `refused`: says that the address was copied, or shows it.
    /// - `hush`: empties the status, so that the same words can be said again.
    /// - `adopt:` and a stored form: takes over what was chosen in another reader or tab.
    /// - a control's action that changes the article's look. The answer is what to store and to tell: `on` or `off`
    ///   for storing, the values of `qari:settings`, and the stored form, with blanks between.
    fn act(&mut self, action: &str) -> String {
        let mut answer = String::new();
        if let Some(said) = action.strip_prefix("words:") {
            self.speak(said);
            return answer;
        }
        let Some(page) = &self.page else {
            return answer;
        };
        let page = &mut *page.borrow_mut();
        match action {
            "article" => return serde_json::to_string(&*page.article).unwrap_or_default(),
            "more" => {
                if page.shown >= page.article.body.len() {
                    return answer;
                }
                page.shown += NEXT;
                answer.push('1');
            }
            "settings" => {
                page.open = !page.open;
                page.status.clear();
            }
            "fold" => page.open = false,
            "copied" => page.status = page.words().copied().to_owned(),
            "refused" => page.status = page.words().copy_failed().to_owned() + " \n" + page.url(),
            "hush" => page.status.clear(),
            _ => match (action.strip_prefix("adopt:"), view::change(action)) {
                (Some(stored), _) => {
                    page.prefs.choices = Choices::from_json(stored);
                }
                (_, Some(change)) => {
                    page.prefs = std::mem::take(&mut page.prefs).reduce(change);
                    let prefs = &page.prefs;
                    let size = prefs.text_size().get();
                    page.status = page.locale.step(page.words().size_of(), size.into(), 9);
                    for value in [
                        if page.config.remember { "on" } else { "off" },
                        &decimal(size.into()),
                        prefs.theme().name(),
                        prefs.font().name(),
                        prefs.line_height().css(),
                        &prefs.choices.to_json(),
                    ] {
                        answer.push_str(value);
                        answer.push(' ');
                    }
                }
                _ => return answer,
            },
        }
        answer
    }

    /// Renders the page as it is now.
    fn update(&mut self) {
        let Some(page) = self.page.clone() else {
            return;
        };
        let props = ReaderProps { page };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                let renderer =
                    Renderer::<view::Reader>::with_root_and_props(self.mount.clone(), props);
                self.app = Some(renderer.render());
            }
        }
    }
}

/// Adds a text to an answer.
fn add(text: &str, answer: &mut String) {
    answer.push_str(text);
    answer.push_str(END);
}

/// What is told and shared of an article: the owner's colour and font; address, title, format, language, direction,
/// words, minutes to read, the title as text for other programs, and the languages whose words are needed.
fn tell(page: &Page, format: &str, answer: &mut String) {
    let lang = page.locale.article_lang();
    let minutes = reading_minutes(page.reading_words, arabic_script(lang));
    let title = &page.article.title;
    let [ui, dates] = page.locale.languages();
    for text in [
        page.config.accent.as_deref().unwrap_or_default(),
        match &page.config.font {
            Font::Family(family) => family,
            Font::Inherit => "inherit",
            _ => "",
        },
        page.url(),
        title,
        format,
        lang,
        page.dir.as_str(),
        &decimal(page.reading_words),
        &decimal(minutes),
        &plain_title(title, page.dir),
        ui,
        dates,
    ] {
        add(text, answer);
    }
}
