#!/usr/bin/env bash
# serde_json with `arbitrary_precision` says of itself that numbers keep "arbitrary precision" as they were written. The digits are kept,
# but an exponent without a sign gets one: 1e3 comes back as 1e+3, and 1E3 as 1e+3. Whoever compares a number with its source, signs a text or
# uses a number as a key meets another text than the one that was read. Without the feature 1e3 is the float 1000.0.
#
# Versions and output seen: serde_json 1.0.154, Rust 1.95 (1.0.145 still gave 1e3 and 1E3):
#     1e3 -> 1e+3
#     1E3 -> 1e+3
#     1.50 -> 1.50
#     1e-3 -> 1e-3
# Needs Rust.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "exponents"
version = "0.0.0"
edition = "2021"

[dependencies]
serde_json = { version = "=1.0.154", features = ["arbitrary_precision"] }
TOML
cat >src/main.rs <<'RS'
fn main() {
    for written in ["1e3", "1E3", "1.50", "1e-3"] {
        let read: serde_json::Value = serde_json::from_str(written).unwrap();
        println!("{written} -> {read}");
    }
}
RS
cargo run --quiet >seen.txt
cat seen.txt
cat >wanted.txt <<'TXT'
1e3 -> 1e+3
1E3 -> 1e+3
1.50 -> 1.50
1e-3 -> 1e-3
TXT
diff wanted.txt seen.txt
