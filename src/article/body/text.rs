//! Text: what counts as white space and as ink, and the text of a tree.

use std::ops::ControlFlow;

use super::times::machine_time;
use super::{Node, Tag};
use crate::language::{Dir, is_letter, is_rtl};

/// White space that collapses or goes at the edge of a line: ASCII's, and the no-break space of spacers.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}')
}

/// Characters that leave no ink: white space, and what only steers the setting of other characters.
fn is_inkless(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether anything of it can be seen.
pub(super) fn has_ink(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => {
            element.tag == Tag::Img || element.tag.is_player() || has_ink(&element.children)
        }
        Node::Text(text) => text.chars().any(|c| !is_inkless(c)),
        Node::Image(_) | Node::Embed(_) => true,
    })
}

/// White space as a page shows it: drawn together, none at the ends.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Not at the no-break space: it was put there to keep two words together.
    for word in text.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The text as two of the same words are compared: without what leaves no ink, and with one kind of quotation marks and
/// of dashes, which editors and typesetters write differently.
pub(super) fn alike(text: &str) -> String {
    let alike = |c: char| match c {
        '‘'..='‟'
        | '\''
        | '`'
        | '´'
        | 'ʹ'..='ˈ'
        | '′'..='‷'
        | '‹'
        | '›'
        | '«'
        | '»'
        | '״'
        | '׳' => '"',
        '‐'..='―' | '−' | '﹘' | '﹣' | '－' => '-',
        c => c,
    };
    text.chars()
        .filter(|c| !is_inkless(*c))
        .map(alike)
        .collect()
}

/// The text of a tree; blocks and line breaks are set apart by a newline.
pub fn plain_text(nodes: &[Node]) -> String {
    let mut out = String::new();
    add_text(nodes, &mut out);
    out
}

fn add_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        let apart = node.is_block() || node.is(Tag::Br);
        if apart {
            end_line(out);
        }
        match node {
            Node::Element(element) => add_text(&element.children, out),
            Node::Text(text) => out.push_str(text),
            Node::Image(_) | Node::Embed(_) => {}
        }
        if apart {
            end_line(out);
        }
    }
}

/// The last text of a tree, if it ends in one.
pub(super) fn deepest_last_text(nodes: &[Node]) -> Option<&str> {
    match nodes.last()? {
        Node::Element(element) => deepest_last_text(&element.children),
        Node::Text(text) => Some(text),
        Node::Image(_) | Node::Embed(_) => None,
    }
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Whether the text has letters, and all of them run in this direction. Stops at the first that does not.
pub(super) fn runs_only(nodes: &[Node], dir: Dir) -> bool {
    let mut any = false;
    let stopped = each_text(nodes, &mut |text| {
        for c in text.chars().filter(|c| is_letter(*c)) {
            if is_rtl(c) != (dir == Dir::Rtl) {
                return ControlFlow::Break(());
            }
            any = true;
        }
        ControlFlow::Continue(())
    });
    any && stopped.is_continue()
}

fn each_text(nodes: &[Node], see: &mut impl FnMut(&str) -> ControlFlow<()>) -> ControlFlow<()> {
    nodes.iter().try_for_each(|node| match node {
        // The letters of a formula belong to no language.
        Node::Element(element) if element.tag.is_formula() => ControlFlow::Continue(()),
        // The view has its own words for it.
        Node::Element(element) if machine_time(element).is_some() => ControlFlow::Continue(()),
        Node::Element(element) => each_text(&element.children, see),
        Node::Text(text) => see(text),
        Node::Image(_) | Node::Embed(_) => ControlFlow::Continue(()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::Element;

    #[test]
    fn a_page_shows_one_blank_for_many_but_keeps_words_together() {
        assert_eq!(collapsed(" a\n\t b\u{a0}c "), "a b\u{a0}c");
    }

    #[test]
    fn the_same_words_are_alike_whatever_their_quotes_and_dashes() {
        for (one, other) in [
            ("L’eau monte", "L'eau monte"),
            (" ا ب\u{a0}ج\n", "ابج"),
            ("الرباط – فاس", "الرباط - فاس"),
            ("الرباط — فاس", "الرباط-\u{200f}فاس"),
            ("قال: «نعم»", "قال: \"نعم\""),
            ("‘a’ “b”", "'a' 'b'"),
        ] {
            assert_eq!(alike(one), alike(other));
        }
        assert_ne!(alike("C++"), alike("C"));
    }

    #[test]
    fn marks_of_direction_and_joiners_leave_no_ink() {
        assert!(!has_ink(&["\u{200f} \u{200c}\u{a0}\u{feff}".into()]));
        assert!(has_ink(&[Element::around(Tag::B, ".").into()]));
    }

    #[test]
    fn a_text_runs_one_way_if_all_its_letters_do() {
        for (text, rtl, ltr) in [
            ("قال 5!", true, false),
            ("iPhone 15", false, true),
            ("قال iPhone", false, false),
            ("2024 — …", false, false),
        ] {
            let nodes = [Element::around(Tag::B, text).into()];
            assert_eq!(runs_only(&nodes, Dir::Rtl), rtl, "{text}");
            assert_eq!(runs_only(&nodes, Dir::Ltr), ltr, "{text}");
        }
    }
}
