//! The only room that touches the browser, in two halves.
//!
//! This one holds the state of each reader and hands the page's parser and URLs to the pure rooms. The other,
//! `static/qari-shell.js` with `static/shell/`, is the hands: storage, events, timers, share sheet, clipboard, the place
//! on the screen. A call to the browser is a fifth of the bytes there, and each can be refused, which a `try` says in
//! one word. The hands call three functions of `reader`, which call nothing back. Fetching is in neither: the loader
//! (`static/qari.js`) starts it at the same moment as the wasm.

mod dom;
mod reader;

/// The allocator's settings: growing a block in place is left out, the pages of the memory are one pool.
struct Memory;

impl rlsf::GlobalTlsfOptions for Memory {
    const ENABLE_REALLOCATION: bool = false;
}

/// Constant time, freed memory is joined and used again: a third of the bytes of the standard library's own.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf<Memory> = rlsf::GlobalTlsf::new();
