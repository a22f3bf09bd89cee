//! The order of the wasm's functions: like beside like.
//!
//! What a compressor finds again it finds cheapest nearby. The order of functions means nothing to the program, so each
//! is followed by the one that has most in common with it: 0.8 KB of the download (docs/BUILDING.md). `wasm-opt` can sort
//! functions by name; so the order is written into their names, which are stripped with it.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::wasm::{self, CODE, CUSTOM, IMPORTS, Reader, write_number, write_sized};

/// Names the functions of `wasm` so that sorting by name sorts by likeness.
pub fn name_by_likeness(wasm: &Path) -> Result<()> {
    let named = named(&fs::read(wasm)?)
        .with_context(|| format!("{} is not a wasm module as expected", wasm.display()))?;
    Ok(fs::write(wasm, named)?)
}

/// The module with a name section (core specification, 7.4.1) of its functions and nothing else.
fn named(module: &[u8]) -> Option<Vec<u8>> {
    let mut sections = wasm::sections(module)?;
    sections.retain(|(id, _)| *id != CUSTOM);
    let (mut imported, mut functions) = (0, Vec::new());
    for (id, bytes) in &sections {
        let mut reader = Reader::new(bytes);
        match *id {
            IMPORTS => {
                for _ in 0..reader.number()? {
                    reader.text()?;
                    reader.text()?;
                    imported += usize::from(reader.skip_import()?);
                }
            }
            CODE => {
                for _ in 0..reader.number()? {
                    functions.push(reader.sized()?);
                }
            }
            _ => {}
        }
    }
    let mut rank = vec![0; functions.len()];
    for (place, function) in by_likeness(&functions).into_iter().enumerate() {
        rank[function] = place;
    }
    let mut names = Vec::new();
    write_number(rank.len(), &mut names);
    for (function, place) in rank.iter().enumerate() {
        write_number(imported + function, &mut names);
        write_sized(format!("{place:05}").as_bytes(), &mut names);
    }
    let mut section = Vec::new();
    write_sized(b"name", &mut section);
    // 1: names of functions.
    section.push(1);
    write_sized(&names, &mut section);
    sections.push((CUSTOM, &section));
    Some(wasm::module(sections))
}

/// Bytes that are compared as one; the best of 4 to 8 as measured.
const WORD: usize = 4;

/// The places of `functions`, from the smallest one on each followed by that of which the largest share is in it too.
fn by_likeness(functions: &[&[u8]]) -> Vec<usize> {
    let words: Vec<HashSet<&[u8]>> = functions
        .iter()
        .map(|function| function.windows(WORD).collect())
        .collect();
    let mut left: Vec<usize> = (0..functions.len()).collect();
    left.sort_by_key(|&function| functions[function].len());
    let mut order = Vec::new();
    let mut next = (!left.is_empty()).then_some(0);
    while let Some(place) = next {
        let last = left.remove(place);
        order.push(last);
        // Shares of 65,536ths, so that the order is the same on every machine.
        let share = |function: usize| {
            let shared = words[function].intersection(&words[last]).count();
            (shared << 16) / (words[function].len() + 1)
        };
        let places = (0..left.len()).rev();
        next = places.max_by_key(|&place| share(left[place]));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stands_beside_like() {
        let functions: [&[u8]; 5] = [
            b"abcdefgh",
            b"qrstuvwxyz",
            b"abcdefg",
            b"rstuvwxyz!",
            b"xyz",
        ];
        assert_eq!(by_likeness(&functions), [4, 2, 0, 1, 3]);
        assert!(by_likeness(&[]).is_empty());
    }

    #[test]
    fn names_are_told_apart_from_imports_and_replace_old_ones() {
        let imports: &[u8] = &[1, 1, b'm', 1, b'f', 0, 0];
        let code: &[u8] = &[2, 5, b'l', b'o', b'n', b'g', b'!', 1, b's'];
        let module = wasm::module([(IMPORTS, imports), (CODE, code), (CUSTOM, &[1, b'x'])]);
        let names = b"\x04name\x01\x0f\x02\x01\x0500001\x02\x0500000";
        let expected = wasm::module([(IMPORTS, imports), (CODE, code), (CUSTOM, names)]);
        assert_eq!(named(&module).unwrap(), expected);
        assert!(named(b"nothing").is_none());
    }
}
