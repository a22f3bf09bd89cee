//! Keys that act while the reader has the focus.

use yew::prelude::*;

use super::UseChoices;
use crate::browser::Element;
use crate::config::{Config, Control};
use crate::prefs::Action;

/// A key, and what it does.
struct Shortcut {
    key: &'static str,
    action: Action,
}

const SHORTCUTS: &[Shortcut] = &[
    Shortcut {
        key: "+",
        action: Action::Increase,
    },
    // The same key without Shift.
    Shortcut {
        key: "=",
        action: Action::Increase,
    },
    Shortcut {
        key: "-",
        action: Action::Decrease,
    },
    Shortcut {
        key: "0",
        action: Action::ResetTextSize,
    },
];

/// What the reader's element does with keys. What the owner does not offer has no key.
#[hook]
pub fn use_shortcuts(config: &Config, choices: &UseChoices) -> Callback<KeyboardEvent> {
    let offered = config.controls.contains(&Control::Size)
        && !config.hide.contains(crate::config::Part::Toolbar);
    use_callback(
        (offered, choices.choose.clone()),
        |press: KeyboardEvent, (offered, choose)| {
            // The browser's own zoom stays its own, and letters that choose in a list do.
            let is_own = press.ctrl_key() || press.meta_key() || press.alt_key();
            let in_list = press
                .target_dyn_into::<Element>()
                .is_some_and(|target| target.local_name() == "select");
            if *offered && !is_own && !in_list {
                let key = press.key();
                if let Some(shortcut) = SHORTCUTS.iter().find(|shortcut| shortcut.key == key) {
                    choose.emit(shortcut.action.clone());
                }
            }
        },
    )
}
