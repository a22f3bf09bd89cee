//! The only room that calls the browser. One small file a concern; every call that a page, a network or a device
//! can refuse gives an `Option` or a `Result`, and nothing here unwraps one.
//!
//! Fetching is not here: the loader (`static/qari.js`) starts the article's JSON at the same moment as the wasm.

mod device;
mod dom;
mod events;
mod object;
mod place;
mod reader;
mod storage;
mod style;


/// The page's window, where there is one.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document, where there is one.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
