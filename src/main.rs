//! The wasm itself: the library as one linked program, which link-time optimisation can see through.
//!
//! Its exports are the library's (`browser`); it starts nothing of its own.

// Linked for its exports alone.
use qari_reader as _;

fn main() {}
