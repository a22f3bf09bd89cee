//! Short names for what the wasm imports.
//!
//! wasm-bindgen ends the name of every import in sixteen hex digits that no compressor can shrink, once in the wasm
//! and once in the glue. Only the two read these names, so both get `a`, `b`, `c`, …: about 1.5 KB of the download.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::wasm::{self, IMPORTS, Reader, write_number, write_sized};

/// Renames the imports of `wasm` and the same names in `glue`, the module that provides them.
pub fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let (short, renamed) = rename(&fs::read(wasm)?)
        .with_context(|| format!("{} is not a wasm module as expected", wasm.display()))?;
    let mut text = fs::read_to_string(glue)?;
    for (old, new) in renamed {
        if !text.contains(&old) {
            bail!("the glue does not provide {old}");
        }
        text = text.replace(&old, &new);
    }
    fs::write(wasm, short)?;
    Ok(fs::write(glue, text)?)
}

/// Which name became which.
type Renamed = Vec<(String, String)>;

/// The module with short import names. Only names that end in a hash are changed.
fn rename(module: &[u8]) -> Option<(Vec<u8>, Renamed)> {
    let mut sections = wasm::sections(module)?;
    let mut renamed = Vec::new();
    let place = sections.iter().position(|(id, _)| *id == IMPORTS);
    let short = imports(place.map_or(&[0], |place| sections[place].1), &mut renamed)?;
    if let Some(place) = place {
        sections[place].1 = &short;
    }
    Some((wasm::module(sections), renamed))
}

fn imports(section: &[u8], renamed: &mut Renamed) -> Option<Vec<u8>> {
    let mut reader = Reader::new(section);
    let mut out = Vec::new();
    let count = reader.number()?;
    write_number(count, &mut out);
    for _ in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        let short = if is_hashed(name) {
            let short = format!("w{}", renamed.len());
            renamed.push((name.to_owned(), short.clone()));
            short
        } else {
            name.to_owned()
        };
        for text in [module, &short] {
            write_sized(text.as_bytes(), &mut out);
        }
        let described = reader.rest();
        reader.skip_import()?;
        out.extend(&described[..described.len() - reader.rest().len()]);
    }
    Some(out)
}

/// `__wbg_push_e87b0e732085a946`
fn is_hashed(name: &str) -> bool {
    name.rsplit_once('_').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_import_gets_a_short_name_and_all_else_stays() {
        let name = "__wbg_push_e87b0e732085a946";
        let mut section = vec![1, 1, b'm', name.len() as u8];
        section.extend(name.as_bytes());
        section.extend([0, 0]);
        let types: &[u8] = &[1, 0x60, 0, 0];
        let long = wasm::module([(1, types), (IMPORTS, &section), (0, &[1, b'x', 7])]);
        let (short, renamed) = rename(&long).unwrap();
        assert_eq!(renamed, [(name.to_owned(), "w0".to_owned())]);
        let imports: &[u8] = &[1, 1, b'm', 2, b'w', b'0', 0, 0];
        let expected = wasm::module([(1, types), (IMPORTS, imports), (0, &[1, b'x', 7])]);
        assert_eq!(short, expected);
        assert!(rename(b"\0asm").is_none());
    }
}
