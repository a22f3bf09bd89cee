//! Qari (قارئ, reader): an article reader that a website embeds with one script tag.
//!
//! The rooms, and what each may know, are drawn in `docs/ARCHITECTURE.md`. In one line:
//! attributes → [`config`]; JSON → [`article::formats`] → a draft; the draft's HTML → [`article::body`] → an
//! [`article::Article`]; article, [`prefs`] and [`locale`] → [`app`] → the page. Only [`browser`] calls the browser;
//! everything else is tested natively.
#![deny(missing_docs, missing_debug_implementations)]

pub mod app;
pub mod article;
pub mod browser;
pub mod config;
pub mod language;
pub mod locale;
#[cfg(any(feature = "native", not(target_arch = "wasm32")))]
pub mod native;
pub mod platform;
pub mod prefs;
pub mod remark;
pub mod share;
