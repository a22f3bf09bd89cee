//! The same elements as a string, where the views are rendered to one: nothing but texts and elements, as most blocks
//! are. Yew would make each of them, keep its attributes in a map, and write it then.

use html_escape::{encode_double_quoted_attribute, encode_text_to_string};

use super::{Around, attributes, name};
use crate::article::body::{Element, Node, Tag, begins_with_break};

/// The node as Yew writes it; none where a component stands in it.
pub(super) fn html(node: &Node, around: &Around) -> Option<String> {
    if !is_plain(node) {
        return None;
    }
    let mut out = String::new();
    add(node, around, &mut out);
    Some(out)
}

/// Whether it is made of texts and of elements that always look the same.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Image(_) | Node::Embed(_) => false,
        Node::Element(element) => {
            // A table stands in a box of its own, a machine's time is written in words, a player has two names.
            !matches!(
                element.tag,
                Tag::Table | Tag::Time | Tag::Audio | Tag::Video
            ) && element.children.iter().all(is_plain)
        }
    }
}

fn add(node: &Node, around: &Around, out: &mut String) {
    match node {
        Node::Text(text) => {
            encode_text_to_string(text, out);
        }
        Node::Element(element) => add_element(element, around, out),
        Node::Image(_) | Node::Embed(_) => {}
    }
}

fn add_element(element: &Element, around: &Around, out: &mut String) {
    let name = name(element.tag, around.deeper);
    out.push('<');
    out.push_str(name);
    attributes(element, around, &mut |name, value| {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(&encode_double_quoted_attribute(&value));
        out.push('"');
    });
    out.push('>');
    if !element.tag.is_void() {
        // A parser drops a line break at the very start of preformatted text; Yew writes it as it is.
        if element.tag == Tag::Pre && begins_with_break(&element.children) {
            out.push('\n');
        }
        for child in &element.children {
            add(child, around, out);
        }
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use futures::executor::block_on;
    use yew::LocalServerRenderer;
    use yew::prelude::*;

    use super::super::element;
    use super::*;
    use crate::article::body::{BodyContext, from_html};
    use crate::config::Embeds;
    use crate::locale::{Locale, Words};
    use crate::native::Native;

    #[derive(PartialEq, Properties)]
    struct ShownProps {
        block: Element,
    }

    /// The element as Yew makes it. What stands in it is compared by itself.
    #[component]
    fn Shown(props: &ShownProps) -> Html {
        with_surroundings(|around| element(&props.block, around).into())
    }

    fn with_surroundings<T>(see: impl FnOnce(&Around) -> T) -> T {
        let locale = Locale::new("ar", "ar", None, Words::bundled);
        see(&Around {
            deeper: 1,
            embeds: Embeds::Click,
            locale: &locale,
            table_label: "جدول",
            video_label: "فيديو",
            sound_label: "صوت",
        })
    }

    fn compare(nodes: &[Node], compared: &mut usize) {
        for node in nodes {
            if let Node::Element(block) = node
                && let Some(written) = with_surroundings(|around| html(node, around))
            {
                let block = block.clone();
                let shown = LocalServerRenderer::<Shown>::with_props(ShownProps { block });
                assert_eq!(written, block_on(shown.hydratable(false).render()));
                *compared += 1;
            }
            compare(node.children(), compared);
        }
    }

    #[test]
    fn a_block_is_written_as_yew_writes_it() {
        let context = BodyContext {
            base: "https://n.example/a",
            language: "ar",
            ..BodyContext::default()
        };
        let mut compared = 0;
        for file in fs::read_dir("tests/fixtures/body").unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "html") {
                let source = fs::read_to_string(path).unwrap();
                compare(&from_html(&Native, &source, &context), &mut compared);
            }
        }
        assert!(compared > 500, "only {compared} elements");
    }
}
