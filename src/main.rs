//! The wasm itself: the library as one linked program, which link-time optimisation can see through.
//!
//! Its exports are the library's (`browser`); it starts nothing of its own, and so leaves out what Rust does around a
//! `main` in a release: setting up and flushing standard output that nobody reads.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Linked for its exports alone.
use qari_reader as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
