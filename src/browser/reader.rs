//! One element's reader: takes a source, keeps the state, and passes on what the view asks for.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::dom::{Browser, DomNode, json};
use super::port::Port;
use crate::article::body::plain_text;
use crate::article::formats::{self, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build};
use crate::config::{Config, Format};
use crate::locale::{Locale, arabic_script, count_words, direction, reading_minutes};
use crate::platform::Platform;
use crate::prefs::{Action as Change, Choices, Font, Prefs, Settings};
use crate::share::plain_title;
use crate::view::{self, Host, Page, ReaderProps, SLICE};

/// Blocks shown before the first paint, and how many each later slice adds.
const FIRST: usize = SLICE;
const NEXT: usize = SLICE * 4;

/// What the shell tells of the page around with each source, in this order; empty is none.
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
    /// The reader has scrolled into the plain view: what is being read may stand anywhere, so all is shown at once.
    scrolled: bool,
    /// The element's attributes: name and value in turn.
    attributes: &'a [String],
}

impl<'a> Facts<'a> {
    fn read(texts: &'a [String]) -> Option<Self> {
        let [
            url,
            base_uri,
            lang,
            choices,
            headline,
            share_sheet,
            scrolled,
            attributes @ ..,
        ] = texts
        else {
            return None;
        };
        Some(Self {
            url,
            base_uri,
            lang,
            choices,
            headline: !headline.is_empty(),
            share_sheet: !share_sheet.is_empty(),
            scrolled: !scrolled.is_empty(),
            attributes,
        })
    }
}

#[derive(Debug)]
struct Core {
    mount: Element,
    platform: Browser,
    port: Port,
    app: Option<AppHandle<view::Reader>>,
    page: Option<Rc<RefCell<Page>>>,
    format: &'static str,
    reason: String,
    told: Vec<String>,
    place: JsValue,
    next: Option<Timeout>,
}

/// The reader of one element, as the shell sees it.
#[wasm_bindgen]
#[derive(Debug, Clone)]
pub struct Reader(Rc<RefCell<Core>>);

#[wasm_bindgen]
impl Reader {
    /// A reader that renders into `mount`. `parse` is the inert parser, `hands` does what is asked of the page.
    #[wasm_bindgen(constructor)]
    pub fn new(mount: Element, parse: Function, hands: Function) -> Self {
        Self(Rc::new(RefCell::new(Core {
            mount,
            platform: Browser::new(parse),
            port: Port::new(hands),
            app: None,
            page: None,
            format: "",
            reason: String::new(),
            told: Vec::new(),
            place: JsValue::UNDEFINED,
            next: None,
        })))
    }

    /// Shows the article in `texts` (JSON, several where a page holds several blobs); `page` is the host page's own
    /// article, `facts` the page around in the order of [`Facts`]. Gives an error code of the contract when there is
    /// nothing to show.
    pub fn show(
        &self,
        texts: Vec<String>,
        page: Option<Element>,
        facts: Vec<String>,
    ) -> Option<String> {
        let (code, reason) = match self.try_show(&texts, page, &facts) {
            Ok(()) => return None,
            Err(ReadError::NotJson) => ("not-json", "the source is not JSON"),
            Err(ReadError::UnknownFormat) => ("unknown-format", "no known format; see data-format"),
            Err(ReadError::EmptyArticle) => ("empty-article", "neither title nor body was found"),
        };
        self.0.borrow_mut().reason = reason.to_owned();
        Some(code.to_owned())
    }

    /// The technical cause of the last error code, or why the format was taken for what it is; for the owner.
    pub fn reason(&self) -> String {
        self.0.borrow().reason.clone()
    }

    /// What is told and shared, a line each: address, title, format, language, direction, words, minutes to read,
    /// and the title as text for other programs.
    pub fn summary(&self) -> String {
        let core = self.0.borrow();
        let Some(page) = &core.page else {
            return String::new();
        };
        let page = page.borrow();
        let lang = page.locale.article_lang();
        let minutes = reading_minutes(page.reading_words, arabic_script(lang));
        let title = &page.article.title;
        let mut lines = String::new();
        for line in [
            page.url(),
            title,
            core.format,
            lang,
            page.dir.as_str(),
            &page.reading_words.to_string(),
            &minutes.to_string(),
            &plain_title(title, page.dir),
        ] {
            lines.push_str(line);
            lines.push('\n');
        }
        lines
    }

    /// The article as Qari's own JSON, without its body.
    pub fn article(&self) -> String {
        match &self.0.borrow().page {
            Some(page) => crate::article::json::write(&page.borrow().article),
            None => String::new(),
        }
    }

    /// Carries out a control's action. Gives what to store and to tell when it changed the article's look: `on` or
    /// `off` for storing, the values of `qari:settings`, and the stored form, with blanks between; else nothing.
    pub fn act(&self, action: &str) -> String {
        let mut told = String::new();
        if action == "settings" {
            self.with_page(|page| page.open = !page.open);
            self.update();
        } else if let Some(change) = view::change(action) {
            self.change(change);
            self.with_page(|page| {
                let size = page.prefs.text_size().get();
                page.status = page.locale.step(page.words().size_of(), size.into(), 9);
                let prefs = &page.prefs;
                for value in [
                    if page.config.remember { "on" } else { "off" },
                    &size.to_string(),
                    prefs.theme().name(),
                    prefs.font().name(),
                    prefs.line_height().css(),
                    &prefs.choices.to_json(),
                ] {
                    told.push_str(value);
                    told.push(' ');
                }
            });
        }
        told
    }

    /// Takes over what was chosen in another reader or tab, in the stored form.
    pub fn adopt(&self, choices: String) {
        self.change(Change::Adopt(Choices::from_json(&choices)));
    }

    /// Says that the address was copied, or shows it.
    pub fn copied(&self, done: bool) {
        self.with_page(|page| {
            let words = page.words();
            page.status = match done {
                true => words.copied().to_owned(),
                false => [words.copy_failed(), " ", page.url()].concat(),
            };
        });
        self.update();
    }

    /// Empties the status, so that the same words can be said again.
    pub fn hush(&self) {
        self.with_page(|page| page.status.clear());
        self.update();
    }

    /// Closes the settings.
    pub fn fold(&self) {
        self.with_page(|page| page.open = false);
        self.update();
    }

    /// Ends the reader: no listener and no timer stays.
    pub fn close(&self) {
        let app = {
            let mut core = self.0.borrow_mut();
            core.next = None;
            core.page = None;
            core.app.take()
        };
        if let Some(app) = app {
            app.destroy();
        }
    }
}

impl Reader {
    fn try_show(
        &self,
        texts: &[String],
        element: Option<Element>,
        facts: &[String],
    ) -> Result<(), ReadError> {
        let facts = Facts::read(facts).ok_or(ReadError::UnknownFormat)?;
        let (config, notices) = Config::read(facts.attributes);
        let mut core = self.0.borrow_mut();
        for notice in notices {
            let line = notice.message();
            if !core.told.contains(&line) {
                core.port.ask("warn", &[&line]);
                core.told.push(line);
            }
        }
        let mut roots = Vec::new();
        for text in texts {
            roots.extend(json(text));
        }
        let options = ReadOptions {
            format: (config.format != Format::Auto).then(|| config.format.name()),
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        };
        let reading = formats::read_values(roots, options)?;
        let base_url = config
            .base_url
            .as_deref()
            .and_then(|base| core.platform.resolve(base, facts.base_uri));
        let context = BuildContext {
            base_url: base_url.as_deref(),
            source_url: facts.url,
            author: config.author.as_deref(),
            owner_language: config.lang.as_deref(),
            page_language: (!facts.lang.is_empty()).then_some(facts.lang),
            secure: facts.base_uri.starts_with("https:"),
        };
        let article = build(
            &core.platform,
            reading.draft,
            &context,
            element.map(DomNode::of),
        );
        if article.title.is_empty() && article.body.is_empty() {
            return Err(ReadError::EmptyArticle);
        }
        core.format = reading.format;
        core.reason = reading.reason;
        let page = self.page(&core, article, config, &facts);
        let family = match &page.config.font {
            Font::Family(family) => family,
            Font::Inherit => "inherit",
            _ => "",
        };
        let accent = page.config.accent.as_deref().unwrap_or_default();
        core.port.ask("look", &[accent, family]);
        match &core.page {
            Some(old) => *old.borrow_mut() = page,
            None => core.page = Some(Rc::new(RefCell::new(page))),
        }
        drop(core);
        self.update();
        Ok(())
    }

    fn page(&self, core: &Core, article: Article, config: Config, facts: &Facts) -> Page {
        let lang = article.language.as_deref().unwrap_or("ar");
        let ui = config.ui_lang.as_deref().or(config.lang.as_deref());
        let mut text = String::new();
        plain_text(&article.body, &mut text);
        let stored = if config.remember { facts.choices } else { "" };
        let this = self.clone();
        let rendered = Callback::from(move |()| this.rendered());
        let mut page = Page {
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
            shown: if facts.scrolled { usize::MAX } else { FIRST },
            open: false,
            status: String::new(),
            source_url: facts.url.to_owned(),
            rendered,
        };
        if let Some(old) = &core.page {
            let old = old.borrow();
            page.open = old.open;
            // Kept here as well as on the device, which may have refused to store them.
            page.prefs.choices = old.prefs.choices.clone();
            // The same source again (an attribute changed): what stood in the page stays there.
            if old.source_url == page.source_url {
                page.shown = old.shown;
            }
        }
        page
    }

    /// Changes the page, if there is one.
    fn with_page(&self, change: impl FnOnce(&mut Page)) {
        if let Some(page) = &self.0.borrow().page {
            change(&mut page.borrow_mut());
        }
    }

    /// Renders the page as it is now.
    fn update(&self) {
        let core = &mut *self.0.borrow_mut();
        let Some(page) = core.page.clone() else {
            return;
        };
        let props = ReaderProps { page };
        match &mut core.app {
            Some(app) => app.update(props),
            None => {
                let renderer =
                    Renderer::<view::Reader>::with_root_and_props(core.mount.clone(), props);
                core.app = Some(renderer.render());
            }
        }
    }

    /// Changes how the article looks; the paragraph being read stays in place.
    fn change(&self, change: Change) {
        {
            let mut core = self.0.borrow_mut();
            core.place = core.port.ask("place", &[]);
        }
        self.with_page(|page| page.prefs = std::mem::take(&mut page.prefs).reduce(change));
        self.update();
    }

    /// After each rendering: the next slice of a long article is asked for, the place restored, the shell told.
    fn rendered(&self) {
        let (port, place) = {
            let mut core = self.0.borrow_mut();
            let more = core.page.as_ref().is_some_and(|page| {
                let page = page.borrow();
                page.shown < page.article.body.len()
            });
            if more && core.next.is_none() {
                let this = self.clone();
                core.next = Some(Timeout::new(0, move || {
                    this.0.borrow_mut().next = None;
                    this.with_page(|page| page.shown += NEXT);
                    this.update();
                }));
            }
            let place = std::mem::replace(&mut core.place, JsValue::UNDEFINED);
            (core.port.clone(), place)
        };
        port.ask_with("rendered", &[], &place);
    }
}
