//! The place: which block is being read. It stays on the screen when the lines break anew, is kept on the device for each
//! article, and offered to a reader who comes back.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};
use yew::prelude::*;

use super::Slices;
use super::use_progress::OnScroll;
use crate::app::Page;
use crate::browser::{
    self, Edges, Element, Hold, Listener, Progress, focus, page as window, storage,
};

/// Where the places are stored: the number of a block, by the article's address.
const KEY: &str = "qari:places";
/// How many articles' places are kept.
const MOST: usize = 50;
/// A place this far down (percent) is the end, and not offered.
const END: u32 = 95;

/// The place of one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    offer: UseStateHandle<Offer>,
    slices: Slices,
}

/// What is offered to a reader who comes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Offer {
    #[default]
    None,
    /// A block of a load's article.
    Made { block: u32, load: u32 },
    /// The offer was taken: as soon as all of the body is there, the block is brought into view.
    Taken { block: u32, load: u32 },
}

impl Place {
    /// Whether there is a place to go on from.
    pub fn is_offered(&self) -> bool {
        matches!(*self.offer, Offer::Made { .. })
    }

    /// How far into a body of `blocks` that is, in percent.
    pub fn percent_of(&self, blocks: usize) -> u32 {
        let Offer::Made { block, .. } = *self.offer else {
            return 0;
        };
        let blocks = u32::try_from(blocks).unwrap_or(u32::MAX).max(1);
        block.saturating_mul(100) / blocks
    }

    /// Goes there.
    pub fn go_on(&self) {
        if let Offer::Made { block, load } = *self.offer {
            self.slices.show_all();
            self.offer.set(Offer::Taken { block, load });
        }
    }

    /// Stays where it is.
    pub fn dismiss(&self) {
        self.offer.set(Offer::None);
    }
}

/// What was measured last. What is over can't be measured any more, so this is what is kept.
#[derive(Debug, Default)]
struct Measured {
    place: Option<browser::Place>,
    progress: Option<Progress>,
}

/// Keeps the place.
#[hook]
pub fn use_place(page: &Rc<Page>, article: &NodeRef, slices: &Slices) -> Place {
    let offer = use_state_eq(Offer::default);
    use_steady_and_kept(page, article);
    use_offer(page, article, slices, &offer);
    Place {
        offer,
        slices: slices.clone(),
    }
}

/// Holds the place when the window turns, and keeps it when the page is left.
#[hook]
fn use_steady_and_kept(page: &Rc<Page>, article: &NodeRef) {
    let (article, page) = (article.clone(), page.clone());
    let dependencies = (page.load, page.key().to_owned(), page.config.remember);
    use_effect_with(dependencies, move |(_, url, remember)| {
        let measured = Rc::new(RefCell::new(Measured::default()));
        let measure = {
            let (measured, article) = (measured.clone(), article.clone());
            move || {
                let Some(article) = article.cast::<Element>() else {
                    return;
                };
                if let Some(progress) = Progress::of(&article) {
                    let place = browser::Place::reading(&article);
                    measured.replace(Measured {
                        place,
                        progress: Some(progress),
                    });
                }
            }
        };
        let on_scroll = OnScroll::new(measure);
        let on_turn = {
            let (measured, mut width) = (measured.clone(), window::viewport_width());
            let hold = std::cell::Cell::new(None::<Hold>);
            Listener::on_window("resize", move |_| {
                // A bar of the browser's that comes or goes changes the height alone.
                if std::mem::replace(&mut width, window::viewport_width()) == width {
                    return;
                }
                // Above or below the article the page's own text is read, and its place is the page's to keep.
                let measured = measured.borrow();
                if measured.progress.is_some_and(|progress| progress.is_within) {
                    hold.set(measured.place.as_ref().map(browser::Place::restore));
                }
            })
        };
        let keep = {
            let (url, remember) = (url.clone(), *remember);
            move || {
                let measured = measured.borrow();
                if let (true, Some(place)) = (remember, &measured.place) {
                    let at_end = measured
                        .progress
                        .is_some_and(|progress| progress.percent >= END);
                    keep(&url, place.number().filter(|_| !at_end));
                }
            }
        };
        let on_leave = {
            let (keep, hidden) = (keep.clone(), keep.clone());
            [
                Listener::on_window("pagehide", move |_| keep()),
                // A phone may never come back to a page that was hidden.
                Listener::on_document("visibilitychange", move |_| {
                    if window::is_hidden() {
                        hidden();
                    }
                }),
            ]
        };
        move || {
            keep();
            drop((on_scroll, on_turn, on_leave));
        }
    });
}

/// Offers the place that was kept, if it is far enough down, until the reader reads on from the top.
#[hook]
fn use_offer(page: &Rc<Page>, article: &NodeRef, slices: &Slices, offer: &UseStateHandle<Offer>) {
    {
        let (page, article, offer) = (page.clone(), article.clone(), offer.clone());
        use_effect_with((page.load, page.edition), move |(load, _)| {
            let load = *load;
            let kept = if page.config.remember && !page.read_on {
                kept(page.key())
            } else {
                None
            };
            // Measured only where there is something to offer: it lays out the page.
            let is_long = || {
                article.cast::<Element>().is_some_and(|article| {
                    Edges::of(&article).height() >= 2.0 * window::viewport_height()
                })
            };
            let made = match kept {
                Some(block) if is_long() => Offer::Made { block, load },
                _ => Offer::None,
            };
            offer.set(made);
            let on_scroll = (made != Offer::None).then(|| {
                let started = window::scroll_y();
                Listener::on_window("scroll", move |_| {
                    // Whoever reads on from the top has answered.
                    if (window::scroll_y() - started).abs() > window::viewport_height() {
                        offer.set(Offer::None);
                    }
                })
            });
            move || drop(on_scroll)
        });
    }
    {
        let (article, offer) = (article.clone(), offer.clone());
        let hold = use_mut_ref(|| None::<Hold>);
        use_effect_with((*offer, slices.is_complete()), move |(now, complete)| {
            if let (Offer::Taken { block, .. }, true) = (*now, *complete) {
                offer.set(Offer::None);
                let place = article.cast::<Element>().and_then(|article| {
                    browser::Place::numbered(&article, block, window::viewport_height() / 5.0)
                });
                if let Some(place) = place {
                    focus::go_on_from(place.block());
                    *hold.borrow_mut() = Some(place.restore());
                }
            }
        });
    }
}

/// Every place that is kept, the newest last. Whatever else is stored is no place.
fn places() -> Map<String, Value> {
    let stored = storage::get(KEY).unwrap_or_default();
    match serde_json::from_str(&stored) {
        Ok(Value::Object(places)) => places,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// The block that is kept for an article.
fn kept(url: &str) -> Option<u32> {
    let block = places().get(url)?.as_u64()?;
    u32::try_from(block).ok().filter(|block| *block > 0)
}

/// Keeps a block as the place in an article; the first block or none forgets it.
fn keep(url: &str, block: Option<u32>) {
    let mut places = places();
    let block = block.filter(|block| *block > 0);
    if places.shift_remove(url).is_none() && block.is_none() {
        return;
    }
    if let Some(block) = block {
        places.insert(url.to_owned(), block.into());
    }
    while let Some(oldest) = (places.len() > MOST)
        .then(|| places.keys().next().cloned())
        .flatten()
    {
        places.shift_remove(&oldest);
    }
    // Refused or full: there is no place to come back to.
    let _ = storage::set(KEY, &Value::Object(places).to_string());
}
