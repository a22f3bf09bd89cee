//! How far an article has been scrolled through.

use web_sys::Element;

use super::{Edges, page};

/// How far, as measured now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// 0–100.
    pub percent: u32,
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
        let read = (page::viewport_height() - edges.top) / edges.height();
        Some(Self {
            percent: (read * 100.0).round().clamp(0.0, 100.0) as u32,
            is_within: edges.top < 0.0 && edges.bottom > 0.0,
        })
    }
}
