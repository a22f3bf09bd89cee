//! The little of the WebAssembly binary format that the release's last steps read and write (core specification, 5).

/// Numbers of sections (5.5.2).
pub const CUSTOM: u8 = 0;
/// What the module imports.
pub const IMPORTS: u8 = 2;
/// The bodies of its functions.
pub const CODE: u8 = 10;

/// One section: its number and its bytes.
pub type Section<'a> = (u8, &'a [u8]);

/// The sections of a module, in order; `None` for what is no module.
pub fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut reader = Reader::new(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
    let mut sections = Vec::new();
    while !reader.is_empty() {
        sections.push((reader.byte()?, reader.sized()?));
    }
    Some(sections)
}

/// The module of these sections.
pub fn module<'a>(sections: impl IntoIterator<Item = Section<'a>>) -> Vec<u8> {
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    for (id, bytes) in sections {
        out.push(id);
        write_sized(bytes, &mut out);
    }
    out
}

/// Reads from the front of some bytes.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Starts at the front.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether all is read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// An unsigned LEB128 number of at most 32 bits.
    pub fn number(&mut self) -> Option<usize> {
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

    /// A length and so many bytes.
    pub fn sized(&mut self) -> Option<&'a [u8]> {
        let size = self.number()?;
        let (bytes, rest) = self.rest.split_at_checked(size)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A name.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.sized()?).ok()
    }

    /// Passes over what an import is, and says whether it is a function (5.5.5).
    pub fn skip_import(&mut self) -> Option<bool> {
        let kind = self.byte()?;
        match kind {
            0 => drop(self.number()?),
            1 | 2 => {
                if kind == 1 {
                    self.byte()?;
                }
                let limits = self.byte()?;
                self.number()?;
                if limits & 1 == 1 {
                    self.number()?;
                }
            }
            3 => drop((self.byte()?, self.byte()?)),
            4 => drop((self.byte()?, self.number()?)),
            _ => return None,
        }
        Some(kind == 0)
    }
}

/// Writes an unsigned LEB128 number.
pub fn write_number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let byte = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

/// Writes a length and the bytes.
pub fn write_sized(bytes: &[u8], out: &mut Vec<u8>) {
    write_number(bytes.len(), out);
    out.extend(bytes);
}
