#!/usr/bin/env bash
# Yew 0.23's server renderer writes a text of <pre> as it is. HTML's parser drops a line break that stands right behind
# the start tag, so a text that begins with an empty line reaches the reader without it: what the server wrote and what the same
# component shows in a browser are not the same, and hydration meets another text than it expects. HTML ("Serializing HTML
# fragments", and the note on `pre`) has a writer add a second line break there.
#
# Versions and output seen: yew 0.23.0, scraper 0.25.0 with html5ever 0.36.1, Rust 1.95:
#     written: "<pre>\nfirst\n</pre>"
#     parsed: "first\n"
# Wanted: a text that is parsed as it was given, "\nfirst\n".
# Needs Rust.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "preformatted"
version = "0.0.0"
edition = "2021"

[dependencies]
futures = "=0.3.31"
scraper = { version = "=0.25.0", default-features = false }
yew = { version = "=0.23.0", features = ["ssr"] }
TOML
cat >src/main.rs <<'RS'
use scraper::Selector;
use yew::prelude::*;
use yew::LocalServerRenderer;

#[component]
fn Poem() -> Html {
    html! { <pre>{ "\nfirst\n" }</pre> }
}

fn main() {
    let renderer = LocalServerRenderer::<Poem>::new().hydratable(false);
    let written = futures::executor::block_on(renderer.render());
    let parsed = scraper::Html::parse_fragment(&written);
    let poem = Selector::parse("pre").unwrap();
    let text: String = parsed.select(&poem).next().unwrap().text().collect();
    println!("written: {written:?}");
    println!("parsed: {text:?}");
    let is_so = written == "<pre>\nfirst\n</pre>" && text == "first\n";
    std::process::exit(i32::from(!is_so));
}
RS
cargo run --quiet --target-dir target
