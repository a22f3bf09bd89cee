//! The byline that a body begins with: the names stand above it already.

use super::names::without_byline;
use super::opening::letters;
use crate::article::Link;
use crate::article::body::{Node, Tag, plain_text};

/// What joins two names, by its letters.
const JOINERS: &[&str] = &["", "و", "and", "et", "y", "e", "ו", "اور"];

/// Takes the first paragraph away if it only says who wrote the article.
pub(super) fn take_out(body: &mut Vec<Node>, authors: &[Link]) {
    let is_beside = |node: &Node| {
        matches!(node, Node::Image(_) | Node::Embed(_))
            || matches!(node.tag(), Some(Tag::Figure | Tag::A | Tag::Hr))
    };
    let first = body.iter().position(|node| !is_beside(node));
    if let Some(at) = first
        && body.len() > 1
        && names_only(&body[at], authors)
    {
        body.remove(at);
    }
}

/// Whether a line says nothing but the names of authors.
fn names_only(line: &Node, authors: &[Link]) -> bool {
    let is_line = matches!(
        line.tag(),
        Some(Tag::P | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    );
    if !is_line {
        return false;
    }
    let said = plain_text(std::slice::from_ref(line));
    let mut rest = letters(without_byline(&said));
    let all = rest.len();
    for author in authors {
        rest = rest.replacen(&letters(&author.text), "", 1);
    }
    rest.len() < all && JOINERS.contains(&rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::Element;

    #[test]
    fn a_line_of_names_is_known_by_their_letters() {
        let authors = ["ليلى أمغار", "Sam Roy"].map(|name| Link {
            text: name.into(),
            url: None,
            image: None,
        });
        let is_line = |text: &str| names_only(&Element::around(Tag::P, text).into(), &authors);
        for line in [
            "ليلى أمغار",
            "بقلم: ليلى أمغار",
            "By Sam Roy",
            "ليلى أمغار و Sam Roy",
            "- لَيلى أمغار -",
        ] {
            assert!(is_line(line), "{line}");
        }
        for line in ["ليلى أمغار - الرباط", "قالت ليلى أمغار", "بقلم", "و", "نص"]
        {
            assert!(!is_line(line), "{line}");
        }
    }
}
