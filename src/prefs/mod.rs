//! What the reader sees the article with: text size, theme, font, line spacing, as a reducer.
//!
//! The owner's defaults and the reader's choices are kept apart, so that a choice wins, a reset gives the
//! owner's design back, and only choices are stored.

mod choices;
mod settings;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use choices::Choices;
pub use settings::{Font, LineHeight, Settings, TextSize, Theme};
use yew::Reducible;

/// What a reader can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// One step larger.
    Increase,
    /// One step smaller.
    Decrease,
    /// The owner's text size again.
    ResetTextSize,
    /// Other colours.
    SetTheme(Theme),
    /// Another typeface, one of [`Font::CHOICES`].
    SetFont(Font),
    /// Another line spacing.
    SetLineHeight(LineHeight),
    /// What another reader of the page or another tab stored.
    Adopt(Choices),
    /// The owner changed an attribute.
    SetOwner(Settings),
}

/// The owner's defaults and the reader's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The owner's defaults.
    pub owner: Settings,
    /// The reader's choices.
    pub choices: Choices,
}

impl Prefs {
    /// The text size in effect.
    pub fn text_size(&self) -> TextSize {
        self.choices.text_size.unwrap_or(self.owner.text_size)
    }

    /// The theme in effect.
    pub fn theme(&self) -> Theme {
        self.choices.theme.unwrap_or(self.owner.theme)
    }

    /// The font in effect.
    pub fn font(&self) -> &Font {
        self.choices.font.as_ref().unwrap_or(&self.owner.font)
    }

    /// The line spacing in effect.
    pub fn line_height(&self) -> LineHeight {
        self.choices.line_height.unwrap_or(self.owner.line_height)
    }
}

impl Reducible for Prefs {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let size = self.text_size();
        let mut prefs = Rc::unwrap_or_clone(self);
        let choices = &mut prefs.choices;
        match action {
            Action::Increase => choices.text_size = Some(size.larger()),
            Action::Decrease => choices.text_size = Some(size.smaller()),
            Action::ResetTextSize => choices.text_size = None,
            Action::SetTheme(theme) => choices.theme = Some(theme),
            Action::SetFont(font) => {
                if Font::CHOICES.contains(&font) {
                    choices.font = Some(font);
                }
            }
            Action::SetLineHeight(line_height) => choices.line_height = Some(line_height),
            Action::Adopt(other) => *choices = other,
            Action::SetOwner(owner) => prefs.owner = owner,
        }
        Rc::new(prefs)
    }
}
