//! Any text as the HTML of a body: the tree keeps every promise of what may remain.
#![no_main]

#[path = "../../tests/tree/mod.rs"]
mod tree;

libfuzzer_sys::fuzz_target!(|html: &str| {
    if let Err(why) = tree::check_all(html, &tree::context()) {
        panic!("{why}");
    }
});
