//! The attributes (docs/ATTRIBUTES.md): one row each.

use strum::VariantNames;

use super::choices::{Control, Embeds, Loading, Part, Switch};
use super::notice::Allowed;
use super::values::{
    Refused, choose, choose_or_auto, is_css_value, is_seconds, is_source, is_time_zone,
    is_web_address, keep, list, unless,
};
use super::{Config, Format};
use crate::language::is_language_tag;
use crate::locale::Numerals;
use crate::prefs::{Font, Theme};
use crate::remark::Said;
use crate::share::Network;

/// An attribute: what it is called, what it allows, and how a value of it is taken.
#[derive(Debug)]
pub struct Attribute {
    /// The name without `data-`.
    pub name: &'static str,
    /// What is told to an owner whose value is not taken.
    pub allowed: Allowed,
    /// Takes a value, which is trimmed and not empty (but for `debug`). What is not taken comes back.
    pub(super) take: for<'v> fn(&mut Config, &'v str) -> Refused<'v>,
}

/// Every attribute. Those that only the loader reads are judged here too, so that each bad value is told of.
pub const ATTRIBUTES: &[Attribute] = &[
    // Where the article's JSON is; the loader reads it.
    Attribute {
        name: "src",
        allowed: Allowed::Like(Said::SourceAddress),
        take: |_, value| unless(is_source(value), value),
    },
    Attribute {
        name: "format",
        allowed: Allowed::AutoOr(Format::VARIANTS),
        take: |config, value| choose_or_auto(&mut config.format, value),
    },
    Attribute {
        name: "map",
        allowed: Allowed::Like(Said::AnyText),
        take: |config, value| keep(&mut config.map, value, true),
    },
    Attribute {
        name: "item",
        allowed: Allowed::Like(Said::AnyText),
        take: |config, value| keep(&mut config.item, value, true),
    },
    Attribute {
        name: "base-url",
        allowed: Allowed::Like(Said::WebAddress),
        take: |config, value| keep(&mut config.base_url, value, is_web_address(value)),
    },
    Attribute {
        name: "author",
        allowed: Allowed::Like(Said::AnyText),
        take: |config, value| keep(&mut config.author, value, true),
    },
    Attribute {
        name: "lang",
        allowed: Allowed::Like(Said::LanguageTag),
        take: |config, value| keep(&mut config.lang, value, is_language_tag(value)),
    },
    Attribute {
        name: "ui-lang",
        allowed: Allowed::Like(Said::LanguageTag),
        take: |config, value| keep(&mut config.ui_lang, value, is_language_tag(value)),
    },
    Attribute {
        name: "numerals",
        allowed: Allowed::AutoOr(Numerals::VARIANTS),
        take: |config, value| choose_or_auto(&mut config.numerals, value),
    },
    Attribute {
        name: "timezone",
        allowed: Allowed::Like(Said::TimeZone),
        take: |config, value| keep(&mut config.timezone, value, is_time_zone(value)),
    },
    Attribute {
        name: "theme",
        allowed: Allowed::Names(Theme::VARIANTS),
        take: |config, value| choose(&mut config.theme, value),
    },
    Attribute {
        name: "accent",
        allowed: Allowed::Like(Said::Colour),
        take: |config, value| keep(&mut config.accent, value, is_css_value(value)),
    },
    Attribute {
        name: "font",
        allowed: Allowed::Like(Said::FontFamily),
        take: |config, value| {
            let named: Option<Font> = value.parse().ok();
            let good = named.is_some() || is_css_value(value);
            if good {
                config.font = named.unwrap_or_else(|| Font::Family(value.to_owned()));
            }
            unless(good, value)
        },
    },
    Attribute {
        name: "text-size",
        allowed: Allowed::Like(Said::Step),
        take: |config, value| choose(&mut config.text_size, value),
    },
    Attribute {
        name: "controls",
        allowed: Allowed::Names(Control::VARIANTS),
        take: |config, value| list::<Control, _>(&mut config.controls, value),
    },
    Attribute {
        name: "share",
        allowed: Allowed::Names(Network::VARIANTS),
        take: |config, value| list::<Network, _>(&mut config.share, value),
    },
    Attribute {
        name: "hide",
        allowed: Allowed::Names(Part::VARIANTS),
        take: |config, value| list::<Part, _>(&mut config.hide, value),
    },
    // The loader reads it.
    Attribute {
        name: "loading",
        allowed: Allowed::Names(Loading::VARIANTS),
        take: |_, value| unless(value.parse::<Loading>().is_ok(), value),
    },
    Attribute {
        name: "min-height",
        allowed: Allowed::Like(Said::Length),
        take: |config, value| keep(&mut config.min_height, value, is_css_value(value)),
    },
    Attribute {
        name: "embeds",
        allowed: Allowed::Names(Embeds::VARIANTS),
        take: |config, value| choose(&mut config.embeds, value),
    },
    Attribute {
        name: "remember",
        allowed: Allowed::Names(Switch::VARIANTS),
        take: |config, value| {
            let mut remember = Switch::On;
            let refused = choose(&mut remember, value);
            config.remember = remember == Switch::On;
            refused
        },
    },
    // The loader reads it.
    Attribute {
        name: "timeout",
        allowed: Allowed::Like(Said::Seconds),
        take: |_, value| unless(is_seconds(value), value),
    },
    // The loader reads it; whether it is a selector the page knows.
    Attribute {
        name: "target",
        allowed: Allowed::Like(Said::AnyText),
        take: |_, _| Refused::new(),
    },
    Attribute {
        name: "debug",
        allowed: Allowed::Flag,
        take: |config, _| {
            config.debug = true;
            Refused::new()
        },
    },
];
