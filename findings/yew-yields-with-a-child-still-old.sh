#!/usr/bin/env bash
# Yew 0.23 lets the browser have a turn in the middle of its work once 16 ms have passed, and says that it does so only where
# the page is consistent. A component whose PROPS have changed is not counted among what is still to be rendered: after a parent
# that took longer than that, the browser (a frame, a timer, a click, a test) sees the parent new and the child in it old.
#
# Versions and output seen: yew 0.23.0, wasm-bindgen 0.2.130, jsdom 26.1.0, Node 20.20.2, Rust 1.95:
#     quick parent: 1 1
#     slow parent: 2 1
# Wanted, by what its scheduler says of itself ("so event handlers that fire during the yield see a consistent DOM"): 2 2.
# Needs Rust with the target wasm32-unknown-unknown, and Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "yields"
version = "0.0.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
js-sys = "=0.3.107"
wasm-bindgen = "=0.2.130"
yew = { version = "=0.23.0", features = ["csr"] }
TOML
cat >src/lib.rs <<'RS'
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct ChildProps {
    number: u32,
}

#[component]
fn Child(props: &ChildProps) -> Html {
    html! { <b>{ props.number }</b> }
}

#[component]
fn Parent() -> Html {
    let number = use_state(|| 0);
    // The second press meets a parent that takes 40 ms.
    let until = js_sys::Date::now() + if *number == 2 { 40.0 } else { 0.0 };
    while js_sys::Date::now() < until {}
    let on_press = {
        let number = number.clone();
        move |_: MouseEvent| number.set(*number + 1)
    };
    html! {
        <button data-number={number.to_string()} onclick={on_press}>
            <Child number={*number} />
        </button>
    }
}

#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<Parent>::new().render();
}
RS
cargo build --quiet --release --target wasm32-unknown-unknown --target-dir target
cargo install --quiet --root tools wasm-bindgen-cli --version 0.2.130 --target-dir target
tools/bin/wasm-bindgen --target web --no-typescript --out-dir out target/wasm32-unknown-unknown/release/yields.wasm
echo '{ "type": "module" }' >package.json
npm install --silent --no-fund --no-audit jsdom@26.1.0
cat >look.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
globalThis.self = globalThis.window = window;
// What is looked up as `global` by the bindings must be an instance of this window's class.
Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'Window' });
const { default: init } = await import('./out/yields.js');
await init({ module_or_path: await readFile('out/yields_bg.wasm') });
const turn = () => new Promise((done) => setTimeout(done));
const look = () => {
  const button = document.querySelector('button');
  return `${button.dataset.number} ${button.textContent}`;
};
while (!document.querySelector('b')) await turn();
const press = async () => {
  document.querySelector('button').click();
  await turn(); // asked for before Yew begins, so it runs as soon as Yew gives the browser a turn
  return look();
};
const [quick, slow] = [await press(), await press()];
while (look() !== '2 2') await turn();
console.log(`quick parent: ${quick}`);
console.log(`slow parent: ${slow}`);
process.exit(quick === '1 1' && slow === '2 1' ? 0 : 1);
JS
node look.mjs
