//! How each attribute is asked for: one row each, in the order of the form.
//!
//! What an attribute allows stands in the reader's own tables; its label and help are words of a language.

use qari_reader::article::formats::Format;
use qari_reader::config::{Control, Embeds, Part};
use qari_reader::locale::Numerals;
use qari_reader::prefs::Theme;
use qari_reader::share::{self, Network};
use strum::{EnumIter, IntoStaticStr, VariantNames};

/// What belongs together in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Group {
    /// Where the article comes from and how it is read.
    Article,
    /// Colours, typeface, size.
    Look,
    /// Tools, networks, parts.
    Shown,
    /// Language, digits, clock.
    Language,
    /// When it loads, and what is kept.
    Loading,
}

/// How a value is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ask {
    /// A line of text, with an example of it.
    Line(&'static str),
    /// A line of text, with an example and what is often written.
    Suggested(&'static str, &'static [&'static str]),
    /// Several lines of text, with an example.
    Lines(&'static str),
    /// A whole number between two.
    Number(u16, u16),
    /// One of these names; the first is what holds where nothing is chosen.
    Choice(&'static [&'static str]),
    /// Names in an order of the owner's, or none of them. `usual` holds where nothing is chosen.
    Ordered {
        /// Every name.
        all: &'static [&'static str],
        /// What the reader takes without the attribute.
        usual: &'static [&'static str],
    },
    /// Any of these names.
    Several(&'static [&'static str]),
    /// There or not.
    Flag,
}

/// An attribute in the form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The name without `data-`, as in [`qari_reader::config::ATTRIBUTES`].
    pub name: &'static str,
    /// Where it stands.
    pub group: Group,
    /// How it is asked for.
    pub ask: Ask,
}

const fn row(group: Group, name: &'static str, ask: Ask) -> Row {
    Row { name, group, ask }
}

/// Languages that owners of Arabic sites write.
const LANGUAGES: &[&str] = &[
    "ar", "ar-MA", "ar-DZ", "ar-TN", "ar-EG", "ar-SA", "ar-AE", "fr", "en", "es", "fa", "ur", "he",
];
const UI_LANGUAGES: &[&str] = &["ar", "fr", "en", "es", "fa", "ur", "he"];
const ZONES: &[&str] = &[
    "page",
    "Africa/Casablanca",
    "Africa/Algiers",
    "Africa/Tunis",
    "Africa/Cairo",
    "Asia/Riyadh",
    "Asia/Dubai",
    "Asia/Beirut",
    "Europe/Paris",
];
const FONTS: &[&str] = &["system", "naskh", "sans", "inherit"];

/// Every attribute.
pub const ROWS: &[Row] = &[
    row(
        Group::Article,
        "src",
        Ask::Line("https://news.example/wp-json/wp/v2/posts/123?_embed"),
    ),
    row(
        Group::Article,
        "format",
        Ask::Choice(&with_auto::<{ Format::VARIANTS.len() + 1 }>(
            Format::VARIANTS,
        )),
    ),
    row(
        Group::Article,
        "map",
        Ask::Lines("title: headline; body: content.html; authors: by.*.name"),
    ),
    row(Group::Article, "item", Ask::Line("2")),
    row(
        Group::Article,
        "base-url",
        Ask::Line("https://news.example/"),
    ),
    row(Group::Article, "author", Ask::Line("هيئة التحرير")),
    row(Group::Look, "theme", Ask::Choice(Theme::VARIANTS)),
    row(Group::Look, "text-size", Ask::Number(1, 9)),
    row(
        Group::Look,
        "font",
        Ask::Suggested("'Noto Naskh Arabic', serif", FONTS),
    ),
    row(Group::Look, "accent", Ask::Line("#b5442e")),
    row(
        Group::Shown,
        "controls",
        Ask::Ordered {
            all: Control::VARIANTS,
            usual: Control::VARIANTS,
        },
    ),
    row(
        Group::Shown,
        "share",
        Ask::Ordered {
            all: Network::VARIANTS,
            usual: &USUAL_NETWORKS,
        },
    ),
    row(Group::Shown, "hide", Ask::Several(Part::VARIANTS)),
    row(Group::Shown, "embeds", Ask::Choice(Embeds::VARIANTS)),
    row(Group::Language, "lang", Ask::Suggested("ar-MA", LANGUAGES)),
    row(
        Group::Language,
        "ui-lang",
        Ask::Suggested("fr", UI_LANGUAGES),
    ),
    row(
        Group::Language,
        "numerals",
        Ask::Choice(&with_auto::<{ Numerals::VARIANTS.len() + 1 }>(
            Numerals::VARIANTS,
        )),
    ),
    row(
        Group::Language,
        "timezone",
        Ask::Suggested("Africa/Casablanca", ZONES),
    ),
    row(Group::Loading, "loading", Ask::Choice(&["lazy", "eager"])),
    row(Group::Loading, "min-height", Ask::Line("60vh")),
    row(Group::Loading, "timeout", Ask::Number(1, 999)),
    row(Group::Loading, "remember", Ask::Choice(&["on", "off"])),
    row(Group::Loading, "target", Ask::Line("#story")),
    row(Group::Loading, "debug", Ask::Flag),
];

/// `auto` and the names.
const fn with_auto<const N: usize>(names: &'static [&'static str]) -> [&'static str; N] {
    let mut all = ["auto"; N];
    let mut at = 1;
    while at < N {
        all[at] = names[at - 1];
        at += 1;
    }
    all
}

/// The names of [`share::DEFAULT`], which a test holds against it: a name is known at run time only.
const USUAL_NETWORKS: [&str; share::DEFAULT.len()] =
    ["native", "whatsapp", "facebook", "x", "telegram", "copy"];

/// The row of an attribute.
pub fn row_of(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.name == name)
}

impl Ask {
    /// The names of a list that is written, in its order: those that are usual where nothing is written, none for `none`.
    pub fn names<'v>(&self, written: &'v str) -> Vec<&'v str> {
        match (self, written) {
            (Ask::Ordered { usual, .. }, "") => usual.to_vec(),
            (_, "none") => Vec::new(),
            _ => written.split_ascii_whitespace().collect(),
        }
    }

    /// A list as it is written; empty where it is the usual one.
    pub fn written(&self, names: &[&str]) -> String {
        match self {
            Ask::Ordered { usual, .. } if *usual == names => String::new(),
            Ask::Ordered { .. } if names.is_empty() => "none".to_owned(),
            _ => names.join(" "),
        }
    }
}
