//! The only room that touches the browser, in two halves.
//!
//! This one holds the state of each reader and hands the page's parser and URLs to the pure rooms. The other,
//! `static/qari-shell.js`, is the hands: storage, events, share sheet, clipboard, the place on the screen. A call
//! to the browser is a fifth of the bytes there, and each can be refused, which a `try` says in one word. They meet
//! in [`Port`]. Fetching is in neither: the loader (`static/qari.js`) starts it at the same moment as the wasm.

mod dom;
mod port;
mod reader;
