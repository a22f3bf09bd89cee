#!/usr/bin/env bash
# gloo-net asks for another address than it was given, where that has a query: `Request::get` puts «&» behind it, though no parameter was added.
# A server that compares whole addresses (one that is signed, a cache, an exact route) does not know it. An address without a query stays.
#
# Versions and output seen: gloo-net 0.5.0 and 0.6.0, wasm-bindgen 0.2.130, Node 20.20.2, Rust 1.95:
#     https://news.example/a → https://news.example/a
#     https://news.example/a?id=1 → https://news.example/a?id=1&
# Expected: `https://news.example/a?id=1`. Needs Rust with the target wasm32-unknown-unknown, and Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo install --quiet --root "$folder" --version 0.2.130 wasm-bindgen-cli
mkdir src
cat >src/lib.rs <<'RS'
use gloo_net::http::Request;
use wasm_bindgen::prelude::*;

/// The address that a request for `address` asks for.
#[wasm_bindgen]
pub fn asked(address: &str) -> String {
    Request::get(address).build().unwrap_throw().url()
}
RS
cat >look.js <<'JS'
const { asked } = require('./out/asked.js');
const addresses = ['https://news.example/a', 'https://news.example/a?id=1'];
for (const address of addresses) console.log(`${address} → ${asked(address)}`);
process.exit(asked(addresses[0]) === addresses[0] && asked(addresses[1]) === `${addresses[1]}&` ? 0 : 1);
JS
for version in 0.5.0 0.6.0; do
  cat >Cargo.toml <<TOML
[package]
name = "asked"
version = "0.0.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
gloo-net = { version = "=$version", default-features = false, features = ["http"] }
wasm-bindgen = "=0.2.130"
TOML
  cargo build --quiet --release --target wasm32-unknown-unknown
  bin/wasm-bindgen --target nodejs --out-dir out target/wasm32-unknown-unknown/release/asked.wasm
  echo "gloo-net $version"
  node look.js
done
