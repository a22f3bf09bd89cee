//! The line under construction: text, its white space and breaks, and the inline elements around it.

use super::attributes::Special;
use super::label::label;
use super::media::LastImage;
use super::text::{deepest_last_text, is_blank};
use super::tree::{Cleaner, Leaf};
use super::{Element, Node, Tag};
use crate::language::is_letter;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// Inline elements deeper than this lose their tags.
const DEEPEST: usize = 12;

/// What is known of the line at hand.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The inline elements that are open in the source, without content.
    pub around: Vec<Element>,
    /// Those of them that are open in the leaf: the first ones.
    open: Vec<Element>,
    pub blank: HeldBlank,
    /// Line breaks that stand only if text follows.
    pub breaks: u8,
    /// What stands before the first word that comes, in its line.
    pub mark: Option<&'static str>,
    /// The span that comes is set apart from the one that came.
    in_row: bool,
    /// A formula came last: what follows may say it again for the eye.
    pub after_formula: bool,
}

/// White space that stands only if text follows in the same line.
#[derive(Debug, Default)]
pub(super) struct HeldBlank {
    pub text: String,
    /// How many inline elements were open around it.
    depth: usize,
}

impl<P: Platform> Cleaner<'_, P> {
    /// Text of the source: white space collapses as on a page; at the edges of a line it goes.
    pub fn text(&mut self, text: &str) {
        if self.now.leaf == Tag::Pre {
            self.write(text);
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let (words, after) = rest.split_at(end_of_words(rest));
            self.write(words);
            let blanks = after.find(|c| !is_blank(c)).unwrap_or(after.len());
            self.hold(&after[..blanks]);
            rest = &after[blanks..];
        }
    }

    /// Text without markup: blank lines separate paragraphs, other line breaks stay.
    pub fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.text(line);
            self.line_break();
        }
    }

    fn hold(&mut self, blanks: &str) {
        let blank = &mut self.line.blank;
        for c in blanks.chars() {
            if blank.text.is_empty() {
                blank.depth = self.line.around.len();
            }
            if c == '\u{a0}' {
                blank.text.push(c);
            } else if !blank.text.ends_with(' ') {
                blank.text.push(' ');
            }
        }
    }

    fn write(&mut self, text: &str) {
        if !text.is_empty() {
            self.begin_word();
            self.push_text(text);
        }
    }

    /// Something that stands in the line like a word.
    pub fn add_atom(&mut self, node: Node) {
        self.begin_word();
        self.push(node);
    }

    /// Sets what comes apart from the words before it, as the source does.
    fn begin_word(&mut self) {
        if let Some(mark) = self.line.mark.take() {
            self.begin_word();
            self.push_text(mark);
        }
        if self.leaf.is_some() && self.line.breaks > 0 {
            if self.line.breaks > 1 && !self.in_line_only() {
                self.close_leaf();
            } else {
                self.push(Element::new(Tag::Br).into());
                self.line.blank.text.clear();
            }
        }
        self.line.breaks = 0;
        if self.leaf.is_none() {
            self.open_leaf();
        } else if !self.line.blank.text.is_empty() {
            self.open_inlines_to(self.line.blank.depth);
            let blank = std::mem::take(&mut self.line.blank.text);
            self.push_text(&blank);
            // Taken back, so that not every space is a new allocation.
            self.line.blank.text = blank;
        }
        self.line.blank.text.clear();
        self.arrive_at_places();
        self.open_inlines_to(self.line.around.len());
        self.images.last = LastImage::None;
        self.line.after_formula = false;
    }

    fn push_text(&mut self, text: &str) {
        let line = self.target();
        match line.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => line.push(text.into()),
        }
    }

    fn push(&mut self, node: Node) {
        self.target().push(node);
    }

    /// Ends the line that is open: a stylesheet gives what follows one of its own.
    pub fn end_line(&mut self) {
        if self.leaf.is_some() {
            self.line.breaks = self.line.breaks.max(1);
        }
    }

    /// A blank between two links that a stylesheet sets apart: no word is part of two.
    pub fn part_links(&mut self, node: &P::Node, link: &Special) {
        let leaf = self.leaf.as_ref().filter(|_| self.line.open.is_empty());
        let last = leaf.and_then(|leaf| leaf.element.children.last());
        let is_word = char::is_alphanumeric;
        if let Some(Node::Element(last)) = last
            && last.tag == Tag::A
            && last.attributes.special != *link
            && deepest_last_text(&last.children).is_some_and(|text| text.ends_with(is_word))
            && node.text_content().starts_with(is_word)
        {
            self.hold(" ");
        }
    }

    /// A blank between a link, or a time, and what follows, which only a stylesheet set apart.
    pub fn part_from(&mut self, tag: Tag) {
        let leaf = self.leaf.as_ref().filter(|_| self.line.open.is_empty());
        let last = leaf.and_then(|leaf| leaf.element.children.last());
        if last.is_some_and(|last| last.is(tag)) {
            self.hold(" ");
        }
    }

    /// A blank between two spans that a stylesheet sets side by side: the halves of a verse, a year and what happened, a caption and
    /// its credit. Not between the letters or the words of a text; nor where an editor numbers or styles its spans, which cuts words anywhere.
    pub fn part_in_row(&mut self, node: &P::Node) {
        if std::mem::take(&mut self.line.in_row) {
            self.hold(" ");
        }
        let is_code = self.now.leaf == Tag::Pre || self.within(Tag::Code).is_some();
        if let Some(next) = node.next_sibling().filter(|_| !is_code) {
            self.line.in_row = is_set_apart(node, &next);
        }
    }

    /// `br`: one is kept between two lines, several part two paragraphs.
    pub fn line_break(&mut self) {
        if self.now.leaf == Tag::Pre {
            self.text("\n");
        } else {
            self.line.blank.text.clear();
            self.line.breaks = self.line.breaks.saturating_add(1);
        }
    }

    /// `wbr`.
    pub fn word_break(&mut self) {
        let in_word = self.line.breaks == 0 && self.line.blank.text.is_empty();
        if self.leaf.is_some() && in_word {
            self.push(Element::new(Tag::Wbr).into());
        }
    }

    /// The open inline element of this kind, if there is one.
    pub fn within(&self, tag: Tag) -> Option<&Element> {
        self.line.around.iter().find(|element| element.tag == tag)
    }

    /// Opens an inline element; false where it says nothing new or is too deep.
    pub fn open_inline(&mut self, element: Element) -> bool {
        let is_in = |tag| self.within(tag).is_some();
        let fits = match element.tag {
            // A parser closes the one before the other.
            Tag::Rt | Tag::Rp => is_in(Tag::Ruby) && !is_in(Tag::Rt) && !is_in(Tag::Rp),
            Tag::Q | Tag::Sub | Tag::Sup => true,
            Tag::A => !is_in(Tag::A),
            tag => !element.attributes.is_empty() || !is_in(tag),
        };
        let is_open = fits && self.line.around.len() < DEEPEST;
        if is_open {
            self.line.around.push(element);
        }
        is_open
    }

    /// Closes the last inline element.
    pub fn close_inline(&mut self) {
        self.line.around.pop();
        let depth = self.line.around.len();
        self.close_inlines_to(depth);
        self.line.blank.depth = self.line.blank.depth.min(depth);
    }

    /// Has no more than `depth` inline elements open in the leaf.
    pub fn close_inlines_to(&mut self, depth: usize) {
        while self.line.open.len() > depth
            && let Some(element) = self.line.open.pop()
        {
            if !element.children.is_empty() {
                self.push(element.into());
            }
        }
    }

    /// Has the first `depth` inline elements of the source open in the leaf, and no others.
    fn open_inlines_to(&mut self, depth: usize) {
        self.close_inlines_to(depth);
        let missing = self.line.open.len()..depth;
        let missing = self.line.around.get(missing).unwrap_or_default();
        self.line.open.extend_from_slice(missing);
    }

    /// What is in the innermost inline element that is open, if anything.
    pub fn open_line(&self) -> Option<&[Node]> {
        let open = self.line.open.iter().rev();
        let mut children = open.map(|element| element.children.as_slice());
        children.find(|children| !children.is_empty())
    }

    /// What the line is added to: the innermost inline element that is open in the leaf, or the leaf itself.
    fn target(&mut self) -> &mut Vec<Node> {
        let open = match self.line.open.last_mut() {
            Some(element) => element,
            None => {
                let paragraph = || Leaf::new(Element::new(Tag::P));
                &mut self.leaf.get_or_insert_with(paragraph).element
            }
        };
        &mut open.children
    }
}

/// Whether a stylesheet would set two spans apart that stand side by side, and no word or number is cut there.
fn is_set_apart<N: SourceNode>(one: &N, other: &N) -> bool {
    if !matches!(other.kind(), NodeKind::Element(name) if name == "span") {
        return false;
    }
    let (source, next) = (one.attributes(), other.attributes());
    let is_styled = |source: &SourceAttributes| !source.value("style").is_empty();
    let classes = [source.value("class"), next.value("class")];
    let is_numbered = |class: &str| class.bytes().any(|byte| byte.is_ascii_digit());
    if is_styled(&source) || is_styled(&next) || classes.into_iter().any(is_numbered) {
        return false;
    }
    let [text, after] = [label(one), label(other)];
    let is_phrase = |text: &str| text.contains(' ');
    match classes {
        ["", ""] => {
            let year = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            year.len() == 4 && year.len() == text.len() && after.starts_with(is_letter)
        }
        [one, other] if one == other => is_phrase(&text) && is_phrase(&after),
        ["", _] | [_, ""] => false,
        _ => {
            (text.ends_with(':') || is_phrase(&text) || is_phrase(&after))
                && after.starts_with(char::is_alphanumeric)
        }
    }
}

/// Where the words at the start of a text end that have single spaces between them, and so can stay as they are.
fn end_of_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_blank_at = |at: usize| match bytes.get(at) {
        Some(byte) if *byte > b' ' && *byte != NO_BREAK[0] => false,
        Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0c) => true,
        _ => bytes[at.min(bytes.len())..].starts_with(&NO_BREAK),
    };
    let is_between_words =
        |at: usize| at > 0 && bytes[at] == b' ' && at + 1 < bytes.len() && !is_blank_at(at + 1);
    let end = (0..bytes.len()).find(|at| is_blank_at(*at) && !is_between_words(*at));
    end.unwrap_or(bytes.len())
}

/// The no-break space.
const NO_BREAK: [u8; 2] = [0xc2, 0xa0];
