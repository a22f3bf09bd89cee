//! The words for what can be chosen: networks, themes, typefaces, line spacings.

use serde::Deserialize;

use super::words::Words;
use crate::prefs::{Font, LineHeight, Theme};
use crate::share::Network;

/// The names of the networks, and what the three buttons of the share row say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
#[allow(missing_docs)] // One field for each network, called as in `data-share`.
pub struct NetworkNames {
    /// The button of the device's share sheet.
    pub native: String,
    /// The button that copies the address.
    pub copy: String,
    /// The button that prints.
    pub print: String,
    pub whatsapp: String,
    pub facebook: String,
    pub x: String,
    pub telegram: String,
    pub linkedin: String,
    pub reddit: String,
    pub bluesky: String,
    pub threads: String,
    pub pinterest: String,
    pub email: String,
    pub sms: String,
}

/// The names of the themes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct ThemeNames {
    /// Follows the page or the system.
    pub auto: String,
    /// Dark text on light.
    pub light: String,
    /// Light text on dark.
    pub dark: String,
    /// Brown text on cream.
    pub sepia: String,
    /// The strongest contrast.
    pub contrast: String,
}

/// The names of the typefaces.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct FontNames {
    /// The device's own.
    pub system: String,
    /// Naskh.
    pub naskh: String,
    /// Without serifs.
    pub sans: String,
    /// The site's own, whichever it is.
    pub site: String,
}

/// The names of the line spacings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct SpacingNames {
    /// Lines close together.
    pub compact: String,
    /// As designed.
    pub normal: String,
    /// Lines far apart.
    pub loose: String,
}

impl Words {
    /// The shown name of a network, or what the button for copy, print or the share sheet says.
    pub fn network(&self, network: Network) -> &str {
        let names = &self.networks;
        match network {
            Network::Native => &names.native,
            Network::Copy => &names.copy,
            Network::Print => &names.print,
            Network::WhatsApp => &names.whatsapp,
            Network::Facebook => &names.facebook,
            Network::X => &names.x,
            Network::Telegram => &names.telegram,
            Network::LinkedIn => &names.linkedin,
            Network::Reddit => &names.reddit,
            Network::Bluesky => &names.bluesky,
            Network::Threads => &names.threads,
            Network::Pinterest => &names.pinterest,
            Network::Email => &names.email,
            Network::Sms => &names.sms,
        }
    }

    /// The shown name of a theme.
    pub fn theme_name(&self, theme: Theme) -> &str {
        match theme {
            Theme::Auto => &self.themes.auto,
            Theme::Light => &self.themes.light,
            Theme::Dark => &self.themes.dark,
            Theme::Sepia => &self.themes.sepia,
            Theme::Contrast => &self.themes.contrast,
        }
    }

    /// The shown name of a font; the page's and the owner's own are called the site's.
    pub fn font_name(&self, font: &Font) -> &str {
        match font {
            Font::System => &self.fonts.system,
            Font::Naskh => &self.fonts.naskh,
            Font::Sans => &self.fonts.sans,
            Font::Inherit | Font::Family(_) => &self.fonts.site,
        }
    }

    /// The shown name of a line spacing.
    pub fn spacing_name(&self, line_height: LineHeight) -> &str {
        match line_height {
            LineHeight::Compact => &self.spacings.compact,
            LineHeight::Normal => &self.spacings.normal,
            LineHeight::Loose => &self.spacings.loose,
        }
    }
}
