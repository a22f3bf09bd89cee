//! Articles as HTML that a page holds before any script runs: the reader's own views, rendered natively.
//!
//! [`render()`] makes a [`Prerendered`] article of a [`Job`]; [`snippet`] and [`page`] make HTML of it;
//! [`stream`] does that for a line of JSON each, on all cores.

#![deny(missing_docs, missing_debug_implementations)]

#[cfg(feature = "command")]
pub mod configured;
mod html;
mod json_ld;
mod notes;
pub mod oembed;
mod render;
#[cfg(feature = "command")]
pub mod source;
#[cfg(feature = "command")]
pub mod stream;

pub use html::{Files, page, snippet};
pub use qari_reader::remark::ErrorCode;
pub use render::{Attributes, Fault, Job, Prerendered, notices, render};
