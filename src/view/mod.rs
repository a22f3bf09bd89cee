//! The view: the page as a pure function of article, owner's wishes, reader's choices and language.
//!
//! [`Reader`] is the root component. What a control does stands in its `data-action` and is read by [`change`];
//! nothing here calls the browser. The same components render natively to a string, which is how they are tested.

mod body;
mod el;
mod embed;
mod footer;
mod icons;
mod image;
mod masthead;
mod share_row;
mod toolbar;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::article::Article;
use crate::config::{Config, Part, Theme};
use crate::language::Dir;
use crate::locale::template::cut;
use crate::locale::{Locale, Words, decimal};
use crate::prefs::{self, Font, LineHeight, Prefs};

pub use body::SLICE;
use body::SliceProps;
use el::{El, el};

/// What an action of a control's `data-action` changes: `larger`, `smaller`, `reset`, `theme:dark`, `font:naskh`,
/// `spacing:loose`. `None` for one that is not about the article's look.
pub fn change(action: &str) -> Option<prefs::Action> {
    let (kind, name) = cut(action, ":");
    match kind {
        "larger" => Some(prefs::Action::Increase),
        "smaller" => Some(prefs::Action::Decrease),
        "reset" => Some(prefs::Action::ResetTextSize),
        "theme" => Theme::from_name(name).map(prefs::Action::SetTheme),
        "font" => Font::from_name(name).map(prefs::Action::SetFont),
        "spacing" => LineHeight::from_name(name).map(prefs::Action::SetLineHeight),
        _ => None,
    }
}

/// What the page around the reader is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Host {
    /// The device has a share sheet.
    pub share_sheet: bool,
    /// Level of the headline: 1, or 2 where the page has its own `h1` (ARABIC.md 24).
    pub level: u8,
}

/// Everything the view is a function of.
#[derive(Debug)]
pub struct Page {
    /// The article.
    pub article: Rc<Article>,
    /// What the owner said.
    pub config: Config,
    /// Words, digits, dates.
    pub locale: Locale,
    /// Direction of the article.
    pub dir: Dir,
    /// Words of the body.
    pub reading_words: u32,
    /// The owner's design and the reader's choices.
    pub prefs: Prefs,
    /// The page around.
    pub host: Host,
    /// How many of the body's top-level blocks stand in the page already.
    pub shown: usize,
    /// The settings are open.
    pub open: bool,
    /// What a screen reader is told: the last change, and on a line of its own an address that could not be copied.
    pub status: String,
    /// Where the article came from: shared and linked when it names no address of its own.
    pub source_url: String,
}

impl Page {
    /// Words of the interface.
    pub fn words(&self) -> Words {
        self.locale.words()
    }

    /// The address that is shared.
    pub fn url(&self) -> &str {
        match &self.article.url {
            Some(url) => url.as_str(),
            None => &self.source_url,
        }
    }

    /// Marks an element whose text is the interface's, not the article's (ARABIC.md 1).
    fn in_interface(&self, made: El) -> El {
        made.copy("lang", self.locale.ui_lang())
            .set("dir", self.locale.ui_dir().as_str())
    }

    /// Marks a named group of controls.
    fn interface(&self, made: El, label: &'static str) -> El {
        self.in_interface(made).set("aria-label", label)
    }
}

/// The page, shared with whoever changes it. Rendering again is the owner's decision, so it never compares equal.
#[derive(Debug, Clone, Properties)]
pub struct ReaderProps {
    /// What to show.
    pub page: Rc<RefCell<Page>>,
}

impl PartialEq for ReaderProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The name of the heading of `level` 1–6.
fn heading(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// The root component: one article with its controls.
#[derive(Debug)]
pub struct Reader;

impl Component for Reader {
    type Message = ();
    type Properties = ReaderProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &*ctx.props().page.borrow();
        let prefs = &page.prefs;
        let slice = SliceProps {
            article: page.article.clone(),
            start: 0,
            deeper: page.host.level - 1,
            embeds: page.config.embeds,
            words: page.words(),
        };
        let article = el("article part=article")
            .copy("lang", page.locale.article_lang())
            .set("dir", page.dir.as_str())
            .copy("data-text-size", &decimal(prefs.text_size().get().into()))
            .set("data-font", prefs.font().name())
            .set("data-line-height", prefs.line_height().name())
            .set("data-numerals", page.locale.numerals().name());
        let article = masthead::masthead(page, article)
            .child(body::body(&slice, page.shown))
            .maybe(footer::tags(page))
            .maybe(footer::source(page));
        // Grows from the start side as the article is read; the scroll position says the same to a screen reader.
        let progress = (!page.config.hide.has(Part::Progress)).then(|| {
            el("progress part=progress max=100 value=0 aria-hidden=true")
                .set("dir", page.dir.as_str())
                .key("progress")
        });
        let (said, address) = cut(&page.status, "\n");
        let mut status = page
            .in_interface(el("div part=status role=status"))
            .say(said);
        if !address.is_empty() {
            status = status
                .set("class", "address")
                .child(el("bdi dir=ltr").say(address));
        }
        el("div class=reader")
            .set("data-theme", prefs.theme().name())
            .maybe(progress)
            .child(article.key("article"))
            .maybe(share_row::share_row(page).map(|row| row.key("share")))
            .maybe(toolbar::toolbar(page).map(|bar| bar.key("toolbar")))
            .child(status.key("status"))
            .into()
    }
}
