#!/usr/bin/env bash
# Rust's `#[inline(never)]` does not reach a wasm that is shrunk by wasm-opt. rustc keeps the function apart, but writes nothing about it into the
# wasm; `wasm-opt -Oz` then puts every function that has one caller into it, of whatever size (its limit for them is none by default). Whoever keeps
# a large function apart for a reason (an engine that is slow or wrong in very large ones, code that is seldom needed) gets it back as one without a
# word. The option `--one-caller-inline-max-function-size` sets a limit.
#
# Versions and output seen: binaryen 132.0.0 from npm, Rust 1.95 (target wasm32-unknown-unknown):
#     functions after rustc: 2
#     after wasm-opt -Oz: 1
#     after wasm-opt -Oz with a limit of 20 bytes: 2
# Needs Rust with its target for wasm, and Node.js.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >apart.rs <<'RS'
#![no_std]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[inline(never)]
fn apart(numbers: &[u32]) -> u32 {
    let mut sum = 7u32;
    for number in numbers {
        sum = sum.rotate_left(5) ^ number.wrapping_mul(31).wrapping_add(sum >> 3);
    }
    sum
}
#[unsafe(no_mangle)]
pub extern "C" fn whole(length: usize) -> u32 {
    static NUMBERS: [u32; 64] = [3; 64];
    apart(&NUMBERS[..length & 63]) + 1
}
RS
rustc --edition 2024 --crate-type cdylib --target wasm32-unknown-unknown -C opt-level=3 -C panic=abort -C strip=symbols apart.rs -o apart.wasm
npm init -y >/dev/null
npm install --silent --no-audit --no-fund binaryen@132.0.0 >/dev/null
count() { node node_modules/binaryen/bin/wasm-dis "$1" | grep -c '^ (func \$'; }
shrink() { node node_modules/binaryen/bin/wasm-opt --enable-bulk-memory --enable-sign-ext "$@"; }
shrink -Oz apart.wasm -o small.wasm
shrink --one-caller-inline-max-function-size=20 -Oz apart.wasm -o limited.wasm
{
    echo "functions after rustc: $(count apart.wasm)"
    echo "after wasm-opt -Oz: $(count small.wasm)"
    echo "after wasm-opt -Oz with a limit of 20 bytes: $(count limited.wasm)"
} >seen.txt
cat seen.txt
cat >wanted.txt <<'TXT'
functions after rustc: 2
after wasm-opt -Oz: 1
after wasm-opt -Oz with a limit of 20 bytes: 2
TXT
diff wanted.txt seen.txt
