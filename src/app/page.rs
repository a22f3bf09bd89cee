//! What the application shows: an article, what its owner wants, the languages, and what is around.

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;
use yew::Callback;

use crate::article::body::plain_text;
use crate::article::formats::Format;
use crate::article::{Article, page_of};
use crate::config::Config;
use crate::language::{Dir, arabic_script, direction};
use crate::locale::{Locale, Words, count_words, reading_minutes};
use crate::prefs::Choices;
use crate::remark::Remark;
use crate::share::plain_title;

/// One showing of an article. Made anew when the source, an attribute or the words change, and equal only to itself.
#[derive(Debug)]
pub struct Page {
    /// The article.
    pub article: Rc<Article>,
    /// What the owner said.
    pub config: Rc<Config>,
    /// Words, digits, dates.
    pub locale: Rc<Locale>,
    /// A font family of the owner's or of the page around, as CSS has it.
    pub font_family: Option<String>,
    /// The colour schemes that the page around declares, as CSS has them; empty where it declares none.
    pub scheme: String,
    /// How wide the page makes the reader, in pixels; `None` where that is not known.
    pub width: Option<u32>,
    /// What the source was.
    pub format: Format,
    /// Where the article came from; with a fragment where that is a place in the page around.
    pub source_url: String,
    /// Words of the body.
    pub word_count: u32,
    /// The page and the device around.
    pub surroundings: Surroundings,
    /// What is told to the page around.
    pub events: Events,
    /// Counts the articles of one reader: another article begins with elements of its own, so that what was hidden or
    /// played in the one before stays with it.
    pub edition: u32,
    /// Counts the loads of one reader.
    pub load: u32,
    /// The whole body is rendered at once, not in slices: all of it stands in the page already, or the reader has scrolled
    /// into the plain view, so what is being read may stand anywhere.
    pub whole: bool,
    /// The reader has scrolled into the plain view, and so reads on.
    pub read_on: bool,
    /// No program runs behind it: what a script shows (`static/touch.js`) is drawn, hidden, with what it has to say.
    pub still: bool,
    /// What the reader chose before, as far as the device keeps it.
    pub choices: Choices,
    /// The settings are open from the start.
    pub settings_open: bool,
    /// What the panel of `data-debug` says.
    pub debug: Option<Debug>,
}

/// What the page and the device around are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// The device has a share sheet.
    pub share_sheet: bool,
    /// Level of the headline: 1, or 2 where the page has its own `h1` (ARABIC.md 24).
    pub headline_level: u8,
}

/// What the application tells the page around, and asks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Events {
    /// An entry of the share row was pressed; false if the page around stops what Qari would do.
    pub on_share: Callback<ShareDetail, bool>,
    /// The reader chose something.
    pub on_settings: Callback<SettingsDetail>,
    /// A quarter of the article was read: 25, 50, 75, 100.
    pub on_progress: Callback<u32>,
    /// This page stands in the document now. Answers with what was done in the plain view before it.
    pub on_shown: Callback<(), Option<HandOver>>,
    /// Asks for [`Page::scheme`] as it is now.
    pub scheme: Callback<(), String>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            on_share: Callback::from(|_| true),
            on_settings: Callback::noop(),
            on_progress: Callback::noop(),
            on_shown: Callback::from(|()| None),
            scheme: Callback::from(|()| String::new()),
        }
    }
}

/// What was done in the plain view until the page took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// What the reader chose; `None` where nothing was.
    pub choices: Option<Choices>,
    /// The settings are open.
    pub settings_open: bool,
}

/// The detail of `qari:share` (docs/ATTRIBUTES.md, "Events").
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareDetail {
    /// As in `data-share`.
    pub network: &'static str,
    /// The address that is shared.
    pub url: String,
    /// The headline.
    pub title: String,
}

/// The detail of `qari:settings` (docs/ATTRIBUTES.md, "Events").
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingsDetail {
    /// 1–9.
    pub text_size: u8,
    /// As in `data-theme`.
    pub theme: &'static str,
    /// As in `data-font`; `custom` for a family of the owner's.
    pub font: &'static str,
    /// A multiple of the text size.
    pub line_height: f64,
}

/// What a site owner is told in the panel of `data-debug`.
#[derive(Debug, Clone, PartialEq)]
pub struct Debug {
    /// The panel's sentences; without them their names stand.
    pub words: Option<Rc<Words>>,
    /// Why the source was taken for its format.
    pub reason: Remark,
    /// Attributes and entries of the map that were not taken.
    pub notices: Vec<Remark>,
    /// Bytes of the source.
    pub size: u32,
    /// The JSON had to be repaired.
    pub repaired: bool,
    /// Elements of the body's HTML that are not in the article as they were, and how many of each.
    pub changed: Vec<(String, i32)>,
    /// Gives what is known by now.
    pub measure: Callback<(), Measured>,
}

/// What is known only when the article stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measured {
    /// What was done when, and what was fetched.
    pub told: Vec<Remark>,
    /// What the owner should change.
    pub to_mend: Vec<Remark>,
}

/// What `show` answers to the loader, and the detail of `qari:ready` but for its timings (docs/ATTRIBUTES.md, "Events").
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The canonical address.
    pub url: String,
    /// The headline.
    pub title: String,
    /// As in `data-format`.
    pub format: &'static str,
    /// BCP 47.
    pub language: String,
    /// `rtl` or `ltr`.
    pub direction: &'static str,
    /// Words of the body.
    pub words: u32,
    /// Minutes to read them.
    pub reading_minutes: u32,
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Page {
    /// Words of an article's body.
    pub fn count_words(article: &Article) -> u32 {
        count_words(&plain_text(&article.body))
    }

    /// Whether no program runs behind it. In the browser one always does, so nothing that is drawn for that gets into the
    /// wasm.
    pub fn is_still(&self) -> bool {
        cfg!(any(feature = "native", not(target_arch = "wasm32"))) && self.still
    }

    /// The article's language.
    pub fn language(&self) -> &str {
        self.locale.article_lang()
    }

    /// The article's direction.
    pub fn dir(&self) -> Dir {
        direction(self.language())
    }

    /// Where people read the article on its own site, if that is known: what is linked and shared.
    pub fn original(&self) -> Option<Cow<'_, str>> {
        match &self.article.url {
            Some(url) => Some(url.as_str().into()),
            None => page_of(&self.source_url).map(Cow::Owned),
        }
    }

    /// The address that is shared.
    pub fn url(&self) -> Cow<'_, str> {
        let source = || self.source_url.split('#').next().unwrap_or_default();
        self.original().unwrap_or_else(|| source().into())
    }

    /// What tells the article from others: its address, or that of its source.
    pub fn key(&self) -> &str {
        match &self.article.url {
            Some(url) => url.as_str(),
            None => &self.source_url,
        }
    }

    /// The headline as text for another program.
    pub fn plain_title(&self) -> String {
        plain_title(&self.article.title, self.dir())
    }

    /// What the loader is told of it.
    pub fn summary(&self) -> Summary {
        Summary {
            url: self.url().into_owned(),
            title: self.article.title.clone(),
            format: self.format.into(),
            language: self.language().to_owned(),
            direction: self.dir().as_str(),
            words: self.word_count,
            reading_minutes: reading_minutes(self.word_count, arabic_script(self.language())),
        }
    }
}
