//! One element's reader: takes a source, keeps the state, and turns what the view asks for into calls of the browser.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::dom::{Browser, DomNode};
use super::place::Place;
use super::{device, document, events, object, storage, style};
use crate::article::body::plain_text;
use crate::article::formats::{self, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build};
use crate::config::{Config, Format};
use crate::locale::{Locale, arabic_script, count_words, direction, reading_minutes};
use crate::prefs::{Choices, Prefs, STORAGE_KEY, Settings};
use crate::share::{Kind, Network, plain_title};
use crate::view::{self, Action, Host, Page, SLICE};

/// Blocks shown before the first paint, and how many each later slice adds.
const FIRST: usize = SLICE;
const NEXT: usize = SLICE * 4;

thread_local! {
    /// Every reader of the page: what is chosen in one holds in all.
    static READERS: RefCell<Vec<Weak<RefCell<Core>>>> = const { RefCell::new(Vec::new()) };
    /// Listens to the other tabs while there is a reader.
    static OTHER_TABS: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

#[derive(Debug)]
struct Core {
    host: HtmlElement,
    mount: Element,
    platform: Browser,
    rendered: Function,
    app: Option<AppHandle<view::Reader>>,
    page: Option<Page>,
    format: &'static str,
    words: u32,
    reason: String,
    told: Vec<String>,
    place: Option<Place>,
    next: Option<Timeout>,
}

/// The reader of one element, as the loader's second file sees it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reader {
    core: Rc<RefCell<Core>>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader for `host` that renders into `mount`. `parse` is the inert parser, `rendered` is called after
    /// each rendering.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, mount: Element, parse: Function, rendered: Function) -> Self {
        let core = Rc::new(RefCell::new(Core {
            host,
            mount,
            platform: Browser::new(parse),
            rendered,
            app: None,
            page: None,
            format: "",
            words: 0,
            reason: String::new(),
            told: Vec::new(),
            place: None,
            next: None,
        }));
        READERS.with_borrow_mut(|readers| readers.push(Rc::downgrade(&core)));
        OTHER_TABS.with_borrow_mut(|listener| {
            if listener.is_none() {
                *listener = storage::on_change(STORAGE_KEY, |json| adopt(&Choices::from_json(&json), None));
            }
        });
        Self { core }
    }

    /// Shows the article in `texts` (JSON, several where a page holds several blobs) that came from `url`; `page`
    /// is the host page's own article. Gives an error code of the contract when there is nothing to show.
    pub fn show(&self, texts: Vec<String>, url: String, page: Option<Element>) -> Option<String> {
        let mut core = self.core.borrow_mut();
        match core.show(&self.core, &texts, &url, page) {
            Ok(()) => None,
            Err((code, reason)) => {
                core.reason = reason;
                Some(code.to_owned())
            }
        }
    }

    /// The technical cause of the last error code, for the site owner.
    pub fn reason(&self) -> String {
        self.core.borrow().reason.clone()
    }

    /// The detail of `qari:ready`, without its timings.
    pub fn summary(&self) -> JsValue {
        let core = self.core.borrow();
        let Some(page) = &core.page else {
            return JsValue::UNDEFINED;
        };
        object::object(&[
            ("url", page.url().into()),
            ("title", page.article.title.as_str().into()),
            ("format", core.format.into()),
            ("language", page.lang.as_str().into()),
            ("direction", page.dir.as_str().into()),
            ("words", core.words.into()),
            (
                "readingMinutes",
                reading_minutes(core.words, arabic_script(&page.lang)).into(),
            ),
        ])
    }

    /// The article as a plain object, without its body.
    pub fn article(&self) -> JsValue {
        let core = self.core.borrow();
        core.page.as_ref().map_or(JsValue::NULL, |page| {
            object::article(&page.article, &page.lang)
        })
    }

    /// Ends the reader: no listener and no timer stays.
    pub fn close(self) {
        let app = {
            let mut core = self.core.borrow_mut();
            core.next = None;
            core.app.take()
        };
        if let Some(app) = app {
            app.destroy();
        }
        let last = READERS.with_borrow_mut(|readers| {
            readers.retain(|reader| !reader.ptr_eq(&Rc::downgrade(&self.core)));
            readers.is_empty()
        });
        if last {
            OTHER_TABS.with_borrow_mut(|listener| *listener = None);
        }
    }
}

/// What the readers of the page other than `except` do when choices change elsewhere.
fn adopt(choices: &Choices, except: Option<&Rc<RefCell<Core>>>) {
    let readers = READERS.with_borrow(Clone::clone);
    for reader in readers.iter().filter_map(Weak::upgrade) {
        if except.is_none_or(|other| !Rc::ptr_eq(&reader, other)) {
            if let Ok(mut core) = reader.try_borrow_mut() {
                core.change(crate::prefs::Action::Adopt(choices.clone()));
            }
        }
    }
}

impl Core {
    fn show(
        &mut self,
        this: &Rc<RefCell<Self>>,
        texts: &[String],
        url: &str,
        page: Option<Element>,
    ) -> Result<(), (&'static str, String)> {
        let (config, notices) = Config::from_attributes(&attributes(&self.host));
        for notice in notices {
            let line = notice.message();
            if !self.told.contains(&line) {
                web_sys::console::warn_1(&line.as_str().into());
                self.told.push(line);
            }
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let options = ReadOptions {
            format: (config.format != Format::Auto).then(|| config.format.name()),
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        };
        let reading = formats::read(&texts, options).map_err(|error| {
            let (code, reason) = match error {
                ReadError::NotJson => ("not-json", "the source is not JSON"),
                ReadError::UnknownFormat => ("unknown-format", "no known format; see data-format"),
                ReadError::EmptyArticle => ("empty-article", "neither title nor body was found"),
            };
            (code, reason.to_owned())
        })?;
        let page_url = document().and_then(|d| d.base_uri().ok()?).unwrap_or_default();
        let absolute = |address: &String| {
            web_sys::Url::new_with_base(address, &page_url).map(|url| url.href()).ok()
        };
        let base_url = config.base_url.as_ref().and_then(absolute);
        let page_lang = self
            .host
            .closest("[lang]")
            .ok()
            .flatten()
            .and_then(|element| element.get_attribute("lang"))
            .filter(|lang| !lang.is_empty());
        let context = BuildContext {
            base_url: base_url.as_deref(),
            source_url: url,
            author: config.author.as_deref(),
            owner_language: config.lang.as_deref(),
            page_language: page_lang.as_deref(),
            secure: page_url.starts_with("https:"),
        };
        let article = build(&self.platform, reading.draft, &context, page.map(DomNode::of));
        if article.title.is_empty() && article.body.is_empty() {
            return Err(("empty-article", "neither title nor body was left".to_owned()));
        }
        self.format = reading.format;
        self.render(this, article, config, url);
        Ok(())
    }

    fn render(&mut self, this: &Rc<RefCell<Self>>, article: Article, config: Config, url: &str) {
        style::apply(&self.mount, &self.host, &config);
        let lang = article.language.clone().unwrap_or_else(|| "ar".to_owned());
        let mut text = String::new();
        plain_text(&article.body, &mut text);
        self.words = count_words(&text);
        let ui = config.ui_lang.clone().or_else(|| config.lang.clone());
        let choices = match config.remember {
            true => Choices::from_json(&storage::get(STORAGE_KEY).unwrap_or_default()),
            false => Choices::default(),
        };
        // The same article again (an attribute changed): its body need not be rendered again.
        let old = self.page.take();
        let (article, shown, version) = match old {
            Some(old) if *old.article == article => (old.article, old.shown, old.version + 1),
            Some(old) => (Rc::new(article), FIRST, old.version + 1),
            None => (Rc::new(article), FIRST, 0),
        };
        let on = {
            let this = Rc::downgrade(this);
            Callback::from(move |action| {
                if let Some(core) = this.upgrade() {
                    act(&core, action);
                }
            })
        };
        let rendered = {
            let this = Rc::downgrade(this);
            Callback::from(move |()| {
                if let Some(core) = this.upgrade() {
                    after_rendering(&core);
                }
            })
        };
        let page = Page {
            dir: direction(&lang),
            reading_words: self.words,
            locale: Rc::new(Locale::new(&lang, ui.as_deref().unwrap_or(&lang), config.numerals)),
            lang: lang.into(),
            prefs: Prefs {
                owner: Settings::of(&config),
                choices,
            },
            host: Host {
                share_sheet: device::has_share_sheet(),
                level: if document().is_some_and(|d| d.query_selector("h1").is_ok_and(|h1| h1.is_some())) {
                    2
                } else {
                    1
                },
            },
            article,
            config: Rc::new(config),
            shown,
            status: AttrValue::default(),
            source_url: url.to_owned().into(),
            version,
            on,
            rendered,
        };
        self.page = Some(page);
        self.update();
    }

    /// Renders the page as it is now.
    fn update(&mut self) {
        let Some(page) = self.page.clone() else {
            return;
        };
        match &mut self.app {
            Some(app) => app.update(page),
            None => {
                let renderer = Renderer::<view::Reader>::with_root_and_props(self.mount.clone(), page);
                self.app = Some(renderer.render());
            }
        }
    }

    /// Changes how the article looks; the paragraph being read stays in place.
    fn change(&mut self, action: crate::prefs::Action) {
        let place = Place::of(&self.mount);
        let Some(page) = &mut self.page else {
            return;
        };
        page.prefs = page.prefs.clone().reduce(action);
        self.place = place;
        self.update();
    }

    fn say(&mut self, text: String) {
        if let Some(page) = &mut self.page {
            // The same words again would not be a change, and so not be read out.
            let again = page.status.as_str() == text;
            page.status = if again { text + "\u{a0}" } else { text }.into();
        }
        self.update();
    }
}

/// The element's attributes as the page wrote them.
fn attributes(element: &Element) -> Vec<(String, String)> {
    element
        .get_attribute_names()
        .iter()
        .filter_map(|name| {
            let name = name.as_string()?;
            let value = element.get_attribute(&name)?;
            Some((name, value))
        })
        .collect()
}

/// Carries out what the view asks for.
fn act(this: &Rc<RefCell<Core>>, action: Action) {
    match action {
        Action::Change(change) => {
            let choices = {
                let mut core = this.borrow_mut();
                core.change(change);
                let Some(page) = &core.page else { return };
                let prefs = &page.prefs;
                if page.config.remember {
                    storage::set(STORAGE_KEY, &prefs.choices.to_json());
                }
                let size = page.prefs.text_size().get();
                let said = page.locale.step(page.words().size_of(), size.into(), 9);
                let detail = object::object(&[
                    ("textSize", size.into()),
                    ("theme", prefs.theme().name().into()),
                    ("font", prefs.font().name().into()),
                    ("lineHeight", prefs.line_height().name().into()),
                ]);
                let choices = prefs.choices.clone();
                let host = core.host.clone();
                core.say(said);
                drop(core);
                events::dispatch(&host, "qari:settings", &detail, false);
                choices
            };
            adopt(&choices, Some(this));
        }
        Action::Share(network, event) => share(this, network, &event),
        Action::Print => device::print(),
    }
}

fn share(this: &Rc<RefCell<Core>>, network: Network, click: &yew::MouseEvent) {
    let (host, mount, url, title) = {
        let core = this.borrow();
        let Some(page) = &core.page else { return };
        let title = plain_title(&page.article.title, page.dir);
        (core.host.clone(), core.mount.clone(), page.url().to_owned(), title)
    };
    let detail = object::object(&[
        ("network", network.name().into()),
        ("url", url.as_str().into()),
        ("title", title.as_str().into()),
    ]);
    if !events::dispatch(&host, "qari:share", &detail, true) {
        click.prevent_default();
        return;
    }
    match network.kind() {
        Kind::Link => {}
        Kind::Print => device::print(),
        Kind::Native => spawn_local(async move { device::share(&title, &url).await }),
        Kind::Copy => {
            let this = this.clone();
            spawn_local(async move {
                let copied = device::copy(&url, &mount).await;
                let mut core = this.borrow_mut();
                let Some(page) = &core.page else { return };
                let words = page.words();
                let said = if copied {
                    words.copied().to_owned()
                } else {
                    [words.copy_failed(), " ", url.as_str()].concat()
                };
                core.say(said);
            });
        }
    }
}

/// After each rendering: the place is restored, the loader told, the next slice of a long article asked for.
fn after_rendering(this: &Rc<RefCell<Core>>) {
    let rendered = {
        let Ok(mut core) = this.try_borrow_mut() else {
            return;
        };
        if let Some(place) = core.place.take() {
            place.restore();
        }
        let more = core
            .page
            .as_ref()
            .is_some_and(|page| page.shown < page.article.body.len());
        if more && core.next.is_none() {
            let this = Rc::downgrade(this);
            core.next = Some(Timeout::new(0, move || {
                let Some(this) = this.upgrade() else { return };
                let mut core = this.borrow_mut();
                core.next = None;
                if let Some(page) = &mut core.page {
                    page.shown += NEXT;
                }
                core.update();
            }));
        }
        core.rendered.clone()
    };
    let _ = rendered.call0(&JsValue::NULL);
}
