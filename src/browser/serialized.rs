//! A parsed, inert tree by its serialization: the browser is asked once for all of it, not for each node, name and
//! attribute, which is most of the time that a long article takes.
//!
//! What a browser writes is regular, whatever it read: quoted values, three entities, an end tag for each element that is
//! not void. So little is needed to read it, and nothing is decided by it but what the text says; what may stay of it is
//! decided in `article::body`, as of any source.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use crate::platform::{NodeKind, SourceAttributes, SourceNode};

/// Elements that are written without content and end tag.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// Elements whose text is written as it is.
const RAW: &[&str] = &[
    "style",
    "script",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];
/// What is written for a character that would be markup, the sign of entities last.
const ENTITIES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&nbsp;", "\u{a0}"),
    ("&amp;", "&"),
];

/// A node of a serialized tree. The tree lives as long as any of its nodes is held.
#[derive(Debug, Clone)]
pub struct SerializedNode {
    tree: Rc<Tree>,
    at: usize,
}

#[derive(Debug)]
struct Tree {
    written: String,
    /// All nodes in the order of the source; the first is the element whose content was written.
    nodes: Vec<Entry>,
}

/// A node, and where it is written.
#[derive(Debug)]
struct Entry {
    kind: Kind,
    /// Its text, or its name.
    text: Range<usize>,
    /// Its attributes.
    attributes: Range<usize>,
    /// The place behind it and all that is in it.
    end: usize,
    /// What stands there has the same parent.
    has_next: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// Text without entities.
    RawText,
    Element,
    Other,
}

impl SerializedNode {
    /// The element whose content is `written`, as `innerHTML` gives it.
    pub fn read(written: String) -> Self {
        let nodes = nodes(&written);
        let tree = Rc::new(Tree { written, nodes });
        Self { tree, at: 0 }
    }

    fn entry(&self) -> &Entry {
        &self.tree.nodes[self.at]
    }

    fn at(&self, at: usize) -> Self {
        let tree = Rc::clone(&self.tree);
        Self { tree, at }
    }

    fn first_inside(&self) -> Option<Self> {
        let first = self.at + 1;
        (first < self.entry().end).then(|| self.at(first))
    }

    /// What it holds are none of its children.
    fn is_template(&self) -> bool {
        let entry = self.entry();
        entry.kind == Kind::Element && &self.tree.written[entry.text.clone()] == "template"
    }
}

impl SourceNode for SerializedNode {
    fn kind(&self) -> NodeKind<'_> {
        let entry = self.entry();
        let text = &self.tree.written[entry.text.clone()];
        match entry.kind {
            Kind::Text => NodeKind::Text(decoded(text)),
            Kind::RawText => NodeKind::Text(text.into()),
            Kind::Element => NodeKind::Element(text.into()),
            Kind::Other => NodeKind::Other,
        }
    }

    fn attributes(&self) -> SourceAttributes<'_> {
        let mut rest = &self.tree.written[self.entry().attributes.clone()];
        std::iter::from_fn(|| {
            let (name, value, after) = attribute(rest)?;
            rest = after;
            Some((name.into(), decoded(value)))
        })
        .collect()
    }

    fn first_child(&self) -> Option<Self> {
        self.first_inside().filter(|_| !self.is_template())
    }

    fn next_sibling(&self) -> Option<Self> {
        let Entry { end, has_next, .. } = *self.entry();
        has_next.then(|| self.at(end))
    }

    fn text_content(&self) -> String {
        let mut text = String::new();
        let mut at = self.at;
        while at < self.entry().end {
            let node = self.at(at);
            if let NodeKind::Text(part) = node.kind() {
                text.push_str(&part);
            }
            at = if node.is_template() {
                node.entry().end
            } else {
                at + 1
            };
        }
        text
    }

    fn template_content(&self) -> Option<Self> {
        self.first_inside().filter(|_| self.is_template())
    }
}

/// Reads what is written, in one pass.
struct Reader<'a> {
    written: &'a str,
    /// What is not read yet.
    rest: &'a str,
    nodes: Vec<Entry>,
    /// The elements that are open, and the last node directly in each.
    open: Vec<(usize, Option<usize>)>,
}

fn nodes(written: &str) -> Vec<Entry> {
    let mut reader = Reader {
        written,
        rest: written,
        nodes: Vec::new(),
        open: Vec::new(),
    };
    reader.open(0..0, 0..0);
    while !reader.rest.is_empty() {
        reader.read();
    }
    while !reader.open.is_empty() {
        reader.close();
    }
    reader.nodes
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let Some(markup) = self.rest.strip_prefix('<') else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            self.text(Kind::Text, end);
            return;
        };
        if let Some(comment) = markup.strip_prefix("!--") {
            self.add(Kind::Other, 0..0, 0..0);
            self.rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(end) = markup.strip_prefix('/') {
            let (name, after) = end.split_once('>').unwrap_or((end, ""));
            self.rest = after;
            if self.open.len() > 1 && self.name() == name {
                self.close();
            }
        } else {
            self.start_tag(markup);
        }
    }

    fn start_tag(&mut self, markup: &'a str) {
        let end = markup.find([' ', '>']).unwrap_or(markup.len());
        let (name, mut rest) = markup.split_at(end);
        let attributes = self.place(rest);
        while let Some((_, _, after)) = attribute(rest) {
            rest = after;
        }
        let attributes = attributes..self.place(rest);
        self.rest = rest.strip_prefix('>').unwrap_or(rest);
        let start = self.place(markup);
        self.open(start..start + end, attributes);
        if VOID.contains(&name) {
            self.close();
        } else if RAW.contains(&name) {
            let end = raw_end(self.rest, name);
            if end > 0 {
                self.text(Kind::RawText, end);
            }
        }
    }

    /// How much is read before `rest`, which is the end of all.
    fn place(&self, rest: &str) -> usize {
        self.written.len() - rest.len()
    }

    /// The name of the element that is open.
    fn name(&self) -> &'a str {
        let open = self.open.last().map(|(at, _)| &self.nodes[*at]);
        open.map_or("", |open| &self.written[open.text.clone()])
    }

    fn text(&mut self, kind: Kind, length: usize) {
        let start = self.place(self.rest);
        self.add(kind, start..start + length, 0..0);
        self.rest = &self.rest[length..];
    }

    fn open(&mut self, name: Range<usize>, attributes: Range<usize>) {
        let at = self.add(Kind::Element, name, attributes);
        self.open.push((at, None));
    }

    fn close(&mut self) {
        if let Some((at, _)) = self.open.pop() {
            self.nodes[at].end = self.nodes.len();
        }
    }

    fn add(&mut self, kind: Kind, text: Range<usize>, attributes: Range<usize>) -> usize {
        let at = self.nodes.len();
        if let Some((_, last)) = self.open.last_mut()
            && let Some(last) = last.replace(at)
        {
            self.nodes[last].has_next = true;
        }
        self.nodes.push(Entry {
            kind,
            text,
            attributes,
            end: at + 1,
            has_next: false,
        });
        at
    }
}

/// The attribute at the start of a text, and what follows: ` name="value"`. A name may begin with any sign.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.strip_prefix(' ')?;
    let first = text.chars().next()?.len_utf8();
    let end = first + text[first..].find("=\"")?;
    let (name, value) = (&text[..end], &text[end + 2..]);
    let (value, after) = value.split_once('"')?;
    Some((name, value, after))
}

/// Where the text of an element ends that is written as it is. A script may speak of scripts in a comment.
fn raw_end(text: &str, name: &str) -> usize {
    let end_tag = format!("</{name}>");
    let mut ends = text.match_indices(&end_tag).map(|(at, _)| at);
    let is_of_another = |at: &usize| {
        let comment = text[..*at].rsplit_once("<!--");
        comment.is_some_and(|(_, inside)| {
            !inside.contains("-->")
                && inside.matches("<script").count() > inside.matches("</script").count()
        })
    };
    ends.find(|at| name != "script" || !is_of_another(at))
        .unwrap_or(text.len())
}

fn decoded(written: &str) -> Cow<'_, str> {
    if !written.contains('&') {
        return written.into();
    }
    let text = ENTITIES
        .iter()
        .fold(written.to_owned(), |text, (entity, sign)| {
            text.replace(entity, sign)
        });
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(node: &SerializedNode) -> String {
        let attributes = node.attributes();
        let attributes = attributes
            .iter()
            .map(|(name, value)| format!(" {name}={value}"));
        let attributes: String = attributes.collect();
        match node.kind() {
            NodeKind::Text(text) => format!("‹{text}›"),
            NodeKind::Element(name) => {
                let inside: String = node.children().map(|child| outline(&child)).collect();
                format!("({name}{attributes}{inside})")
            }
            NodeKind::Other => "!".to_owned(),
        }
    }

    #[test]
    fn a_tree_is_read_as_it_was_written() {
        for (written, expected) in [
            ("", "()"),
            ("نص", "(‹نص›)"),
            (
                "<p class=\"a b\" hidden=\"\">نص <b>غليظ</b><br>سطر</p><!-- a > b --><hr><p></p>",
                "((p class=a b hidden=‹نص ›(b‹غليظ›)(br)‹سطر›)!(hr)(p))",
            ),
            (
                "<p title=\"&quot;a&quot; &amp;lt; <b>\">&lt;p&gt;&nbsp;&amp;amp;</p>",
                "((p title=\"a\" &lt; <b>‹<p>\u{a0}&amp;›))",
            ),
            (
                "<script>if (a < b && '&amp;') f('<p>')</script><p>نص</p>",
                "((script‹if (a < b && '&amp;') f('<p>')›)(p‹نص›))",
            ),
            (
                "<script><!-- <script>a</script> b --></script>نص",
                "((script‹<!-- <script>a</script> b -->›)‹نص›)",
            ),
            ("<template><p>قالب</p></template>نص", "((template)‹نص›)"),
            ("<a =\"=\"1\" \"b=\"2\">نص</a>", "((a =\"=1 \"b=2‹نص›))"),
            // A void name in an SVG has an end tag.
            ("<svg><link></link><g></g></svg>نص", "((svg(link)(g))‹نص›)"),
        ] {
            assert_eq!(outline(&SerializedNode::read(written.to_owned())), expected);
        }
    }

    #[test]
    fn what_no_browser_writes_ends_somewhere() {
        for written in [
            "<",
            "<p",
            "<p a",
            "<p a=\"",
            "</p>",
            "<!--",
            "<p></b></p></p>نص",
            "<style>",
        ] {
            outline(&SerializedNode::read(written.to_owned()));
        }
    }

    #[test]
    fn the_text_of_a_node_is_that_of_all_in_it() {
        let root = SerializedNode::read("<p>أ<b>ب &amp;</b></p><p>ج</p>".to_owned());
        let first = root.first_child().map(|first| first.text_content());
        assert_eq!(
            (root.text_content(), first),
            ("أب &ج".to_owned(), Some("أب &".to_owned()))
        );
    }
}
