//! Short names for what the wasm imports.
//!
//! wasm-bindgen ends the name of every import in sixteen hex digits that no compressor can shrink, once in the wasm
//! and once in the glue. Only the two read these names, so both get `a`, `b`, `c`, …: about 1.5 KB of the download.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

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

/// The number of the import section (WebAssembly core specification, 5.5.5).
const IMPORTS: u8 = 2;

/// Which name became which.
type Renamed = Vec<(String, String)>;

/// The module with short import names. Only names that end in a hash are changed.
fn rename(wasm: &[u8]) -> Option<(Vec<u8>, Renamed)> {
    let mut out = wasm.get(..8)?.to_vec();
    let mut renamed = Vec::new();
    let mut at = 8;
    while at < wasm.len() {
        let id = wasm[at];
        let mut reader = Reader { wasm, at: at + 1 };
        let size = reader.number()?;
        let end = reader.at + size;
        if id == IMPORTS {
            let section = imports(&mut reader, &mut renamed)?;
            out.push(id);
            write_number(section.len(), &mut out);
            out.extend(section);
        } else {
            out.extend(wasm.get(at..end)?);
        }
        at = end;
    }
    Some((out, renamed))
}

fn imports(reader: &mut Reader, renamed: &mut Renamed) -> Option<Vec<u8>> {
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
            write_number(text.len(), &mut out);
            out.extend(text.as_bytes());
        }
        let start = reader.at;
        reader.skip_description()?;
        out.extend(&reader.wasm[start..reader.at]);
    }
    Some(out)
}

/// `__wbg_push_e87b0e732085a946`
fn is_hashed(name: &str) -> bool {
    name.rsplit_once('_').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

struct Reader<'a> {
    wasm: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.wasm.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let size = self.number()?;
        let text = self.wasm.get(self.at..self.at + size)?;
        self.at += size;
        std::str::from_utf8(text).ok()
    }

    /// What kind of thing is imported: function, table, memory, global or tag.
    fn skip_description(&mut self) -> Option<()> {
        match self.byte()? {
            0 => drop(self.number()?),
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let limits = self.byte()?;
                self.number()?;
                if limits & 1 == 1 {
                    self.number()?;
                }
            }
            3 => self.at += 2,
            4 => {
                self.byte()?;
                self.number()?;
            }
            _ => return None,
        }
        Some(())
    }
}

fn write_number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let byte = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
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
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0, IMPORTS, section.len() as u8]);
        wasm.extend(&section);
        wasm.extend([0, 3, 1, b'x', 7]);
        let (short, renamed) = rename(&wasm).unwrap();
        assert_eq!(renamed, [(name.to_owned(), "w0".to_owned())]);
        let mut expected = b"\0asm\x01\0\0\0".to_vec();
        expected.extend([1, 4, 1, 0x60, 0, 0]);
        expected.extend([IMPORTS, 8, 1, 1, b'm', 2, b'w', b'0', 0, 0]);
        expected.extend([0, 3, 1, b'x', 7]);
        assert_eq!(short, expected);
        assert!(rename(b"\0asm").is_none());
    }
}
