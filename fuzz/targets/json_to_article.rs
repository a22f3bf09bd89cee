//! Any text as the JSON of an article: read, built and checked without a panic.
#![no_main]

#[path = "../../tests/tree/mod.rs"]
mod tree;

libfuzzer_sys::fuzz_target!(|json: &str| {
    if let Err(why) = tree::check_article(json) {
        panic!("{why}");
    }
});
