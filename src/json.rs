//! JSON text → its values, in one pass, the same natively and in the browser.
//!
//! A document is a flat list: each value is a node, followed by all that is inside it, and all texts stand in one
//! string. So nothing is freed piece by piece, a value is a place in the list, and a document of many small values
//! costs little more than its text.

/// Levels of nesting that are read; what is deeper is as good as absent. Whoever walks a document may recurse.
const DEPTH: usize = 64;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`, and what is absent.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, as written.
    Number,
    /// A text.
    Text,
    /// `[…]`.
    List,
    /// `{…}`: its names and values in turn.
    Object,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    /// Where its text begins.
    start: usize,
    /// Where its text ends; of a list or an object the place after all that is inside it, and while that is still
    /// being read, the place of what it stands in.
    end: usize,
}

/// One text's JSON, or that of several.
#[derive(Debug, Clone)]
pub struct Document {
    nodes: Vec<Node>,
    texts: String,
}

/// A value in its document.
#[derive(Debug, Clone, Copy)]
pub struct Json<'a> {
    document: &'a Document,
    at: usize,
}

impl Document {
    /// A document of those of `sources` that are JSON; `None` if none is.
    pub fn read<T: AsRef<str>>(sources: impl IntoIterator<Item = T>) -> Option<Self> {
        // What is in the sources is in the list of all.
        let all = Node {
            kind: Kind::List,
            start: 0,
            end: 0,
        };
        let mut document = Self {
            nodes: vec![all],
            texts: String::new(),
        };
        for source in sources {
            document.add(source.as_ref());
        }
        let end = document.nodes.len();
        document.nodes[0].end = end;
        (end > 1).then_some(document)
    }

    /// Adds a text's value, if it is JSON.
    fn add(&mut self, text: &str) {
        let (nodes, texts) = (self.nodes.len(), self.texts.len());
        // No text is longer than it was written.
        self.texts.reserve(text.len());
        let mut scan = Scan {
            document: self,
            text,
            at: 0,
        };
        // A byte order mark, and what servers write against being included as a script.
        for mark in ["\u{feff}", ")]}',", ")]}'"] {
            scan.next();
            scan.eat(mark);
        }
        if scan.run().is_none() {
            self.nodes.truncate(nodes);
            self.texts.truncate(texts);
        }
    }

    /// The one value, or the list of several sources' values.
    pub fn root(&self) -> Json<'_> {
        let first = self.at(1);
        if first.end() == self.nodes.len() {
            first
        } else {
            self.at(0)
        }
    }

    /// The value at a place, as [`Json::place`] told it.
    pub fn at(&self, at: usize) -> Json<'_> {
        Json { document: self, at }
    }
}

impl<'a> Json<'a> {
    fn node(self) -> Node {
        let absent = Node {
            kind: Kind::Null,
            start: 0,
            end: 0,
        };
        *self.document.nodes.get(self.at).unwrap_or(&absent)
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.node().kind
    }

    /// A text, a number as written, `true` or `false`; empty for all else.
    pub fn text(self) -> &'a str {
        let node = self.node();
        match node.kind {
            Kind::List | Kind::Object => "",
            _ => self
                .document
                .texts
                .get(node.start..node.end)
                .unwrap_or_default(),
        }
    }

    /// Where it stands in its document.
    pub fn place(self) -> usize {
        self.at
    }

    /// The whole document it is from.
    pub fn root(self) -> Json<'a> {
        self.document.root()
    }

    /// How many values it is, with all that is in it.
    pub fn size(self) -> usize {
        self.end() - self.at
    }

    /// All values of its document, outermost first; names of fields are among them.
    pub fn all(self) -> impl Iterator<Item = Json<'a>> {
        (0..self.document.nodes.len()).map(move |at| self.document.at(at))
    }

    /// The place after it.
    fn end(self) -> usize {
        match self.node() {
            Node {
                kind: Kind::List | Kind::Object,
                end,
                ..
            } => end,
            _ => self.at + 1,
        }
    }

    /// What is directly in it: the items of a list, without a name, or the fields of an object; nothing in all else.
    pub fn fields(self) -> Fields<'a> {
        Fields {
            next: self.document.at(self.at + 1),
            end: self.end(),
            named: self.kind() == Kind::Object,
        }
    }

    /// What is absent.
    pub fn none(self) -> Json<'a> {
        self.document.at(self.document.nodes.len())
    }

    /// The field of that name: of several the last, and `null` if there is none.
    pub fn get(self, name: &str) -> Json<'a> {
        let mut out = self.none();
        for (key, value) in self.fields() {
            if key == name {
                out = value;
            }
        }
        out
    }
}

/// See [`Json::fields`].
#[derive(Debug)]
pub struct Fields<'a> {
    next: Json<'a>,
    end: usize,
    named: bool,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a str, Json<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.next.at >= self.end {
            return None;
        }
        let mut name = "";
        if self.named {
            name = self.next.text();
            self.next.at += 1;
        }
        let value = self.next;
        self.next.at = value.end();
        Some((name, value))
    }
}

/// Where reading stands.
struct Scan<'a> {
    document: &'a mut Document,
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    /// The byte that is next; 0 at the end.
    fn byte(&self) -> u8 {
        *self.text.as_bytes().get(self.at).unwrap_or(&0)
    }

    /// Steps over `word` if it is next, and says whether it was.
    #[inline(never)]
    fn eat(&mut self, word: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is = rest.starts_with(word.as_bytes());
        if is {
            self.at += word.len();
        }
        is
    }

    /// Steps over white space, which all control characters are taken for, and gives what is next; 0 at the end.
    #[inline(never)]
    fn next(&mut self) -> u8 {
        while self.at < self.text.len() && self.byte() <= b' ' {
            self.at += 1;
        }
        self.byte()
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.document.nodes.push(Node { kind, start, end });
    }

    /// The whole text as one value; `None` if it is not JSON (RFC 8259).
    fn run(&mut self) -> Option<()> {
        // What is open, the innermost; in how much else it is; and that it was opened just now, so it may end.
        let (mut open, mut depth, mut fresh) = (0, 0, false);
        loop {
            let mut byte = self.next();
            if !(fresh && matches!(byte, b']' | b'}')) {
                if self.document.nodes[open].kind == Kind::Object {
                    self.string()?;
                    self.next();
                    if !self.eat(":") {
                        return None;
                    }
                    byte = self.next();
                }
                let kind = match byte {
                    b'[' => Kind::List,
                    b'{' => Kind::Object,
                    _ => Kind::Null,
                };
                if kind != Kind::Null {
                    self.at += 1;
                    let within = std::mem::replace(&mut open, self.document.nodes.len());
                    self.push(kind, 0, within);
                    (depth, fresh) = (depth + 1, true);
                    continue;
                }
                match byte {
                    b'"' => self.string()?,
                    b'a'..=b'z' => self.word()?,
                    _ => self.number()?,
                }
            }
            fresh = false;
            // A comma, before another value, or the ends of what is open.
            loop {
                let byte = self.next();
                if depth == 0 {
                    return (self.at == self.text.len()).then_some(());
                }
                self.at += 1;
                if byte == b',' {
                    break;
                }
                let end = self.document.nodes.len();
                let node = &mut self.document.nodes[open];
                let closing = if node.kind == Kind::List { b']' } else { b'}' };
                if byte != closing {
                    return None;
                }
                let at = std::mem::replace(&mut open, std::mem::replace(&mut node.end, end));
                depth -= 1;
                if depth >= DEPTH {
                    self.document.nodes.truncate(at);
                    self.push(Kind::Null, 0, 0);
                }
            }
        }
    }

    /// `true`, `false`, `null`.
    fn word(&mut self) -> Option<()> {
        for (word, kind) in [
            ("true", Kind::Bool),
            ("false", Kind::Bool),
            ("null", Kind::Null),
        ] {
            if self.eat(word) {
                let text = if kind == Kind::Null { "" } else { word };
                self.say(kind, text);
                return Some(());
            }
        }
        None
    }

    /// Adds a value whose text is `text`.
    fn say(&mut self, kind: Kind, text: &str) {
        let start = self.document.texts.len();
        self.document.texts.push_str(text);
        self.push(kind, start, start + text.len());
    }

    /// A number, kept as written.
    fn number(&mut self) -> Option<()> {
        let start = self.at;
        self.eat("-");
        // No digit follows a zero at the start.
        if !self.eat("0") {
            self.digits()?;
        }
        if self.eat(".") {
            self.digits()?;
        }
        if self.eat("e") || self.eat("E") {
            let _sign = self.eat("+") || self.eat("-");
            self.digits()?;
        }
        let text = self.text;
        self.say(Kind::Number, text.get(start..self.at)?);
        Some(())
    }

    /// Steps over digits; `None` if there are none.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// A text in its quotes, which is also a field's name.
    fn string(&mut self) -> Option<()> {
        let start = self.document.texts.len();
        if !self.eat("\"") {
            return None;
        }
        let mut from = self.at;
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            self.at += 1;
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.document
                .texts
                .push_str(self.text.get(from..self.at - 1)?);
            let said = match byte {
                b'"' => break,
                b'\\' => self.escaped()?,
                // A raw line break, which servers send and which means no more than a space.
                _ => ' ',
            };
            self.document.texts.push(said);
            from = self.at;
        }
        let end = self.document.texts.len();
        self.push(Kind::Text, start, end);
        Some(())
    }

    /// What stands after a backslash; half a surrogate pair is the replacement character.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.byte();
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => byte as char,
            b'b' => '\x08',
            b'f' => '\x0c',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.hex()?;
                let after = self.at;
                if code & 0xfc00 == 0xd800 && self.eat("\\u") {
                    let low = self.hex()?;
                    if low & 0xfc00 == 0xdc00 {
                        code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
                    }
                }
                if code <= 0xffff {
                    self.at = after;
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.byte()).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }
}

#[cfg(test)]
mod tests;
