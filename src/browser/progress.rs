//! How far an article has been scrolled through.

use web_sys::Element;

use super::{Edges, page};

/// How far, as measured now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// How much of it has been on the screen, 0–100.
    pub percent: u32,
    /// How far it has been scrolled, 0–100: 0 with its start at the top of the screen, 100 with its end at the foot. `None` where
    /// all of it fits on the screen.
    pub scrolled: Option<u32>,
    /// The upper edge of the screen stands in the article: what is read is the article, not the page above or below.
    pub is_within: bool,
}

impl Progress {
    /// Of an article; `None` while it is not laid out.
    pub fn of(article: &Element) -> Option<Self> {
        let edges = Edges::of(article);
        if edges.height() <= 0.0 {
            return None;
        }
        let screen = page::viewport_height();
        let percent =
            |part: f64, whole: f64| (part / whole * 100.0).round().clamp(0.0, 100.0) as u32;
        let rest = edges.height() - screen;
        Some(Self {
            percent: percent(screen - edges.top, edges.height()),
            scrolled: (rest > 0.0).then(|| percent(-edges.top, rest)),
            is_within: edges.top < 0.0 && edges.bottom > 0.0,
        })
    }
}
