//! Shortcodes: `[gallery …]`, `[caption …]…[/caption]` left over in a text. Ordinary bracketed prose is none.
//!
//! They are looked for in the finished text of a block, as brackets may meet only when what stood between them is
//! gone: a comment, an empty element.

use super::embeds;
use super::isolate::run;
use super::text::find;
use super::tree::Cleaner;
use super::{Node, Tag};
use crate::locale::template::{cut, position};
use crate::platform::Platform;

/// Shortcodes that stand alone without a value.
const ALONE: &str = "ad ads adsense embed gallery playlist toc";
/// Shortcodes whose address is what they show.
const MEDIA: &str = "audio embed facebook googlemaps instagram playlist soundcloud tiktok tweet twitter video vimeo \
     wpvideo youtube";
/// How often a block is gone over: brackets in brackets are no accident.
const ROUNDS: u8 = 5;
/// The bytes that the names of closed shortcodes may take, which is many times what an article has.
const MOST_CLOSED: usize = 1000;

/// A shortcode in a text.
#[derive(Debug, PartialEq, Eq)]
struct Shortcode<'a> {
    /// What stands before its bracket.
    before: &'a str,
    /// What stands after its closing bracket.
    after: &'a str,
    /// Its name, lower case as sources write it.
    name: &'a str,
    /// It is `[/name]`.
    closing: bool,
    /// What follows the name.
    rest: &'a str,
}

impl<P: Platform> Cleaner<'_, P> {
    /// Takes the shortcodes out of a block that just closed, and closes it again; `None` once that is done.
    pub fn without_shortcodes(&mut self, mut leaf: Node) -> Option<Node> {
        if leaf.tag == Tag::Pre || self.rounds >= ROUNDS || !has_some(&leaf.children, &self.closed)
        {
            return Some(leaf);
        }
        let want = std::mem::replace(&mut self.now.want, leaf.tag);
        std::mem::swap(&mut self.now.attributes, &mut leaf.attributes);
        let inline = std::mem::take(&mut self.inline);
        self.rounds += 1;
        self.replay(std::mem::take(&mut leaf.children));
        self.close_leaf();
        self.rounds -= 1;
        self.inline = inline;
        std::mem::swap(&mut self.now.attributes, &mut leaf.attributes);
        self.now.want = want;
        None
    }

    fn replay(&mut self, nodes: Vec<Node>) {
        for mut node in nodes {
            let mut rest = node.text.as_str();
            while !self.inline.iter().any(|open| is_literal(open.tag))
                && let Some(code) = first(rest, &self.closed)
            {
                self.text(code.before);
                self.shortcode(&code);
                rest = code.after;
            }
            self.text(rest);
            let children = std::mem::take(&mut node.children);
            match node.tag {
                Tag::Text => {}
                Tag::Br => self.line_break(),
                Tag::Wbr => self.word_break(),
                _ => {
                    let open = self.open_inline(node);
                    self.replay(children);
                    if open {
                        self.close_inline();
                    }
                }
            }
        }
    }

    fn shortcode(&mut self, code: &Shortcode) {
        match code.name {
            "caption" | "wp_caption" => {
                self.close_leaf();
                self.close_caption();
                let depth = self.path.len();
                if !code.closing
                    && position(&self.closed, code.name).is_some()
                    && self.open_container(Node::new(Tag::Figure))
                {
                    self.caption = Some(depth);
                    self.text(code.value(" caption=").unwrap_or_default());
                    self.close_leaf();
                }
            }
            // The address between the two stands alone and becomes what it shows.
            "embed" => self.boundary(),
            name => {
                if let Some(raw) = code.address().filter(|_| !code.closing)
                    && let Some(url) = self.media(raw)
                {
                    if embeds::find(self.platform, url.as_str()).is_some() {
                        self.third_party(raw, None);
                    } else if position(MEDIA, name).is_some() {
                        self.file_link(&url, String::new());
                    }
                }
            }
        }
    }

    /// Ends the figure of a caption shortcode.
    pub fn close_caption(&mut self) {
        if let Some(depth) = self.caption.take() {
            self.close_to(depth);
        }
    }
}

/// Whether brackets are meant as they stand.
fn is_literal(tag: Tag) -> bool {
    matches!(tag, Tag::Code | Tag::Kbd | Tag::Samp)
}

fn has_some(nodes: &[Node], closed: &str) -> bool {
    nodes.iter().any(|node| {
        !is_literal(node.tag)
            && (first(&node.text, closed).is_some() || has_some(&node.children, closed))
    })
}

impl<'a> Shortcode<'a> {
    /// An address in its values, if it starts with a scheme.
    fn address(&self) -> Option<&'a str> {
        let url = until_quote(self.rest.get(find(self.rest, "http")?..)?);
        find(url, "://")?;
        Some(cut(url, " ").0)
    }

    /// The value of `key`, in whatever quotes.
    fn value(&self, key: &str) -> Option<&'a str> {
        let after = self.rest.get(find(self.rest, key)? + key.len()..)?;
        let quote = after.chars().next()?.len_utf8();
        Some(until_quote(after.get(quote..)?))
    }
}

/// The start of a text, up to a quotation mark of any kind.
fn until_quote(text: &str) -> &str {
    for (at, c) in text.char_indices() {
        if matches!(c, '"' | '\'' | '‘'..='”' | '″' | '′' | '«' | '»') {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// The names that a text closes (`[/name]`): these are shortcodes where they open, too.
pub(super) fn closed_in(text: &str) -> String {
    let mut names = String::new();
    let mut rest = text;
    while !rest.is_empty() && names.len() < MOST_CLOSED {
        rest = cut(rest, "[").1;
        if let Some(after) = rest.strip_prefix('/') {
            let name = name(after);
            if after.as_bytes().get(name.len()) == Some(&b']') && position(&names, name).is_none() {
                names.push_str(name);
                names.push(' ');
            }
        }
    }
    names
}

/// A name at the start of the text, in small letters; empty if there is none.
fn name(text: &str) -> &str {
    let end = run(text.as_bytes(), 0, "a0_-");
    if run(text.as_bytes(), 0, "0_-") > 0 || !(2..=40).contains(&end) {
        return "";
    }
    text.get(..end).unwrap_or_default()
}

/// The first shortcode of the text. `closed`: the names that the whole body closes.
fn first<'a>(text: &'a str, closed: &str) -> Option<Shortcode<'a>> {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        let start = run(bytes, end, "^[");
        end = run(bytes, start + 1, "^[]");
        // A bracket in the bracket: what is inside may still be one.
        if *bytes.get(end)? == b'[' {
            continue;
        }
        let (before, inside) = text.split_at_checked(start)?;
        let (inside, after) = inside.split_at_checked(end - start)?;
        let after = after.get(1..)?;
        let escaped = before.ends_with('[') && after.starts_with(']');
        let within = inside.get(1..)?;
        let whole = within.strip_prefix('/').unwrap_or(within);
        let closing = whole.len() < within.len();
        let name = name(whole);
        let rest = whole.get(name.len()..)?;
        if !escaped && !name.is_empty() && is_one(name, closing, rest, closed) {
            return Some(Shortcode {
                before,
                after,
                name,
                closing,
                rest,
            });
        }
    }
}

fn is_one(name: &str, closing: bool, rest: &str, closed: &str) -> bool {
    let known = || position(closed, name).is_some();
    if run(rest.as_bytes(), 0, " /") == rest.len() {
        closing || name.contains('_') || position(ALONE, name).is_some() || known()
    } else {
        // What stands in an address is no value, and prose has addresses too.
        let address = find(rest, "://");
        let values = rest
            .get(..address.unwrap_or(rest.len()))
            .unwrap_or_default();
        let media = || address.is_some() && position(MEDIA, name).is_some();
        !closing && rest.starts_with(' ') && (has_value(values) || media() || known())
    }
}

/// Whether there is a `key=`, as prose never has.
fn has_value(rest: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let mut pairs = rest.as_bytes().windows(2);
    pairs.any(|pair| matches!(pair, [before, b'='] if word(*before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_in_brackets_is_not_a_shortcode() {
        for text in [
            "[…]",
            "[1]",
            "[المصدر]",
            "[sic]",
            "[Reuters]",
            "[[gallery]]",
            "[a b",
            "[]",
        ] {
            assert_eq!(first(text, ""), None, "{text}");
        }
    }

    #[test]
    fn values_may_stand_in_any_quotes() {
        let code = first("نص [caption id=”a_1″ caption=«شرح» width=640] بعده", "").unwrap();
        assert_eq!((code.name, code.closing), ("caption", false));
        assert_eq!(code.value(" caption="), Some("شرح"));
    }

    #[test]
    fn what_closes_somewhere_is_one_where_it_opens() {
        let closed = closed_in("[box]نص[/box] [/ x] [/]");
        assert_eq!(closed.trim(), "box");
        assert!(first("[box]", &closed).is_some());
        assert!(first("[box]", "").is_none());
    }
}
