//! The reader's choices: kept on the device, shared by all readers of the page and with other tabs.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Status;
use crate::app::{Page, SettingsDetail};
use crate::browser::{Element, Hold, Listener, Place, storage};
use crate::prefs::{Action, Choices, Prefs};

/// Where the choices are stored. The loader (`static/qari.js`) reads the same text before the wasm is there.
const KEY: &str = "qari:prefs";

/// The look in effect, and how to change it.
#[derive(Debug, Clone, PartialEq)]
pub struct UseChoices {
    /// The owner's design and the reader's choices.
    pub prefs: Rc<Prefs>,
    /// Takes a choice.
    pub choose: Callback<Action>,
    /// Goes on with what was chosen before the reader was there.
    pub resume: Callback<Choices>,
}

/// Keeps the choices of one reader. What changes the look leaves the paragraph being read where it is (ARABIC.md 27).
#[hook]
pub fn use_choices(page: &Rc<Page>, article: &NodeRef, status: &Status) -> UseChoices {
    let remember = page.config.remember;
    let owner = page.config.settings();
    let prefs = {
        let (owner, choices) = (owner.clone(), page.choices.clone());
        use_reducer(move || Prefs { owner, choices })
    };
    // Where the block being read stood before the change that is to be rendered.
    let held = use_mut_ref(|| None::<Place>);
    let hold = {
        let (held, article) = (held.clone(), article.clone());
        Callback::from(move |()| {
            *held.borrow_mut() = article
                .cast::<Element>()
                .and_then(|article| Place::reading(&article));
        })
    };
    // The hold ends with the reader, or with the next one.
    let hold_now = use_mut_ref(|| None::<Hold>);
    use_effect_with(prefs.clone(), move |_| {
        if let Some(place) = held.take() {
            *hold_now.borrow_mut() = Some(place.restore());
        }
    });

    {
        let prefs = prefs.dispatcher();
        use_effect_with(owner, move |owner| {
            prefs.dispatch(Action::SetOwner(owner.clone()))
        });
    }

    // Others' choices hold here too, as long as this reader remembers.
    let adopt = {
        let (prefs, hold) = (prefs.dispatcher(), hold.clone());
        use_callback((), move |choices: Choices, ()| {
            hold.emit(());
            prefs.dispatch(Action::Adopt(choices));
        })
    };
    {
        let adopt = adopt.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(remember, move |remember| {
            // What it did not use it uses once it may, and the other way round.
            if !first.replace(false) {
                adopt.emit(stored(*remember));
            }
            let shared = remember.then(|| Shared::join(adopt));
            move || drop(shared)
        });
    }

    let take = {
        let (prefs, page) = (prefs.clone(), page.clone());
        Callback::from(move |action: Action| {
            let next = Rc::new((*prefs).clone()).reduce(action.clone());
            prefs.dispatch(action);
            if page.config.remember {
                // Refused or full: what was chosen holds for this page.
                let _ = storage::set(KEY, &next.choices.to_json());
                Shared::tell(&next.choices, &adopt);
            }
            page.events.on_settings.emit(SettingsDetail {
                text_size: next.text_size().get(),
                theme: next.theme().name(),
                font: next.font().name(),
                line_height: next.line_height().ratio(),
            });
            next.text_size()
        })
    };
    let choose = {
        let (take, status, page) = (take.clone(), status.clone(), page.clone());
        Callback::from(move |action: Action| {
            hold.emit(());
            let size = take.emit(action);
            status.say(page.locale.size_of(size));
        })
    };
    UseChoices {
        prefs: Rc::new((*prefs).clone()),
        choose,
        resume: Callback::from(move |choices| {
            take.emit(Action::Adopt(choices));
        }),
    }
}

/// What is stored on the device; nothing where the owner wants nothing remembered.
pub fn stored(remember: bool) -> Choices {
    if !remember {
        return Choices::default();
    }
    storage::get(KEY)
        .map(|json| Choices::from_json(&json))
        .unwrap_or_default()
}

thread_local! {
    /// The readers of the page that share their choices.
    static READERS: RefCell<Vec<Callback<Choices>>> = const { RefCell::new(Vec::new()) };
}

/// One reader among those that share their choices, and with other tabs. Dropped, it keeps to itself.
#[derive(Debug)]
#[must_use = "a reader shares while this lives"]
struct Shared {
    adopt: Callback<Choices>,
    _other_tabs: Listener,
}

impl Shared {
    fn join(adopt: Callback<Choices>) -> Self {
        READERS.with_borrow_mut(|readers| readers.push(adopt.clone()));
        let other_tabs = {
            let adopt = adopt.clone();
            storage::on_change(KEY, move |json| {
                adopt.emit(Choices::from_json(&json.unwrap_or_default()));
            })
        };
        Self {
            adopt,
            _other_tabs: other_tabs,
        }
    }

    /// Tells all others.
    fn tell(choices: &Choices, teller: &Callback<Choices>) {
        let others: Vec<_> = READERS.with_borrow(|readers| {
            readers
                .iter()
                .filter(|reader| *reader != teller)
                .cloned()
                .collect()
        });
        for other in others {
            other.emit(choices.clone());
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        READERS.with_borrow_mut(|readers| readers.retain(|reader| *reader != self.adopt));
    }
}
