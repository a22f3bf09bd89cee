//! What was last said to the reader. It is gone after a while, so that the same words can be said again.

use yew::prelude::*;

use crate::browser::Timer;

/// How long words stand, in milliseconds.
const STANDS: u32 = 4000;

/// What is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// The last change.
    Words(String),
    /// An address that could not be copied. It stays, to be copied by hand.
    Address {
        /// What it is.
        label: String,
        /// The address.
        url: String,
    },
}

/// The status of one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Status(UseStateHandle<Said>);

impl Status {
    /// What is said now.
    pub fn said(&self) -> &Said {
        &self.0
    }

    /// Says something.
    pub fn say(&self, words: String) {
        self.0.set(Said::Words(words));
    }

    /// Falls silent.
    pub fn hush(&self) {
        self.0.set(Said::Nothing);
    }

    /// Shows an address to be copied by hand.
    pub fn show_address(&self, label: String, url: String) {
        self.0.set(Said::Address { label, url });
    }
}

/// The status, which falls silent by itself.
#[hook]
pub fn use_status() -> Status {
    let said = use_state(Said::default);
    {
        let said = said.clone();
        use_effect_with((*said).clone(), move |now| {
            let timer = matches!(now, Said::Words(_))
                .then(|| Timer::after(STANDS, move || said.set(Said::Nothing)));
            move || drop(timer)
        });
    }
    Status(said)
}
