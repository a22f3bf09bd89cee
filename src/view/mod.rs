//! The view: the page as a pure function of article, owner's wishes, reader's choices and language.
//!
//! [`Reader`] is the root component. What a reader does comes out of it as an [`Action`]; nothing here calls
//! the browser. The same components render natively to a string, which is how they are tested.

mod body;
mod el;
mod embed;
mod footer;
mod icons;
mod image;
mod masthead;
mod share_row;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

use crate::article::{Article, Dir};
use crate::config::{Config, Part};
use crate::locale::{Locale, Words};
use crate::prefs::{self, Prefs};
use crate::share::Network;

pub use body::SLICE;
use body::SliceProps;
use el::{el, part};

/// Something the reader does.
#[derive(Debug, Clone)]
pub enum Action {
    /// Changes how the article looks.
    Change(prefs::Action),
    /// Uses an entry of the share row; the click can still be stopped.
    Share(Network, MouseEvent),
    /// Prints.
    Print,
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
#[derive(Debug, Clone, Properties)]
pub struct Page {
    /// The article.
    pub article: Rc<Article>,
    /// What the owner said.
    pub config: Rc<Config>,
    /// Words, digits, dates.
    pub locale: Rc<Locale>,
    /// BCP 47 language of the article, resolved.
    pub lang: AttrValue,
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
    /// What a screen reader is told: the last change.
    pub status: AttrValue,
    /// Where the article came from: shared and linked when it names no address of its own.
    pub source_url: AttrValue,
    /// Counts what was shown, so that showing the same again is a rendering too.
    pub version: u32,
    /// Called with what the reader does.
    pub on: Callback<Action>,
    /// Called after each rendering.
    pub rendered: Callback<()>,
}

impl PartialEq for Page {
    /// The caller renders when something changed; comparing an article would cost more than rendering.
    fn eq(&self, _: &Self) -> bool {
        false
    }
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
    type Properties = Page;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = ctx.props();
        let slice = SliceProps {
            article: page.article.clone(),
            start: 0,
            deeper: page.host.level - 1,
            embeds: page.config.embeds,
            words: page.words(),
        };
        let article = el("article")
            .attrs(
                &["part", "lang", "dir", "data-text-size", "data-font", "data-line-height"],
                [
                    Some("article".into()),
                    Some(page.lang.clone()),
                    Some(page.dir.as_str().into()),
                    Some(page.prefs.text_size().get().to_string().into()),
                    Some(page.prefs.font().name().into()),
                    Some(page.prefs.line_height().name().into()),
                ],
            )
            .children(masthead::masthead(page).into_iter().map(Into::into))
            .child(part("div", "body").children(body::slices(&slice, page.shown)))
            .maybe(footer::tags(page))
            .maybe(footer::source(page));
        let bar = (!page.config.hide.has(Part::Toolbar))
            .then(|| toolbar::toolbar(page))
            .flatten();
        el("div")
            .attrs(
                &["class", "data-theme"],
                [Some("reader".into()), Some(page.prefs.theme().name().into())],
            )
            .child(article)
            .maybe(share_row::share_row(page).map(|row| row.key("share")))
            .maybe(bar.map(|bar| bar.key("toolbar")))
            .child(
                el("div")
                    .attrs(
                        &["part", "role", "lang", "dir"],
                        [
                            Some("status".into()),
                            Some("status".into()),
                            Some(page.locale.ui_lang().to_owned().into()),
                            Some(page.locale.ui_dir().as_str().into()),
                        ],
                    )
                    .text(page.status.clone()),
            )
            .into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().rendered.emit(());
    }
}
