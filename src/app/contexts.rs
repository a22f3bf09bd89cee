//! What every component may ask for: the article, the owner's wishes, the languages. All stand in the page, so one context
//! hands them down.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use crate::config::Config;
use crate::locale::Locale;

/// The page that is shown.
#[hook]
pub fn use_page() -> Rc<Page> {
    use_context().expect("a component of the reader stands inside App, which provides the page")
}

/// Words, digits and dates.
#[hook]
pub fn use_locale() -> Rc<Locale> {
    use_page().locale.clone()
}

/// What the owner said.
#[hook]
pub fn use_config() -> Rc<Config> {
    use_page().config.clone()
}
