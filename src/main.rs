//! The wasm itself: the library as one linked program, which link-time optimisation can see through.
//!
//! Its exports are the library's; it starts nothing of its own, and so leaves out what Rust does around a `main` in a
//! release: setting up and flushing standard output that nobody reads.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Linked for its exports alone.
use qari_reader as _;

/// The allocator's settings: growing a block in place is left out, the pages of the memory are one pool.
#[cfg(target_arch = "wasm32")]
struct Memory;

#[cfg(target_arch = "wasm32")]
impl rlsf::GlobalTlsfOptions for Memory {
    const ENABLE_REALLOCATION: bool = false;
}

/// Constant time, freed memory is joined and used again: a third of the bytes of the standard library's own.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf<Memory> = rlsf::GlobalTlsf::new();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
