//! The demo page: tries Qari on an article and writes the snippet that a site pastes.
//!
//! What a setting is called and allows it takes of the reader's own crate ([`rows`] says only how each is asked for), and
//! the preview is the reader itself, embedded in a partner's page in a frame. In one line:
//! address → [`state`] → [`embed`] → the preview and the [`snippets`], out of the same attributes.
//! Only [`browser`] calls the browser; everything else is tested natively.
#![deny(missing_docs, missing_debug_implementations)]

pub mod address;
pub mod advice;
pub mod app;
pub mod browser;
pub mod embed;
pub mod judged;
pub mod outcome;
pub mod permissions;
pub mod rows;
pub mod seeded;
pub mod snippets;
pub mod state;
pub mod words;
