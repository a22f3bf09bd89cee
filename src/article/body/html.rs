//! The tree written as HTML, for scripts that read `element.article.body`. Qari itself never shows it.

use html_escape::encode_double_quoted_attribute_to_string;

use super::{Attributes, Embed, Node, Tag};
use crate::article::Image;

/// The tree as HTML, all text and values escaped. What is embedded is a link to it.
pub fn html(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        add(node, &mut out);
    }
    out
}

fn add(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => escape(text, out),
        Node::Image(image) => add_image(image, out),
        Node::Embed(embed) => add_embed(embed, out),
        Node::Element(element) => {
            open(element.tag.name(), &element.attributes, out);
            // A parser drops a line break at the very start of preformatted text.
            if element.tag == Tag::Pre && begins_with_break(&element.children) {
                out.push('\n');
            }
            for child in &element.children {
                add(child, out);
            }
            if !element.tag.is_void() {
                close(element.tag.name(), out);
            }
        }
    }
}

fn open(name: &str, attributes: &Attributes, out: &mut String) {
    out.push('<');
    out.push_str(name);
    for (name, value) in attributes.iter() {
        attribute(name, &value, out);
    }
    out.push('>');
}

fn close(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

fn add_image(image: &Image, out: &mut String) {
    out.push_str("<img");
    attribute("src", image.url.as_str(), out);
    let srcset = image.srcset();
    if !srcset.is_empty() {
        attribute("srcset", &srcset, out);
    }
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            attribute(name, &pixels.to_string(), out);
        }
    }
    attribute("alt", &image.alt, out);
    out.push('>');
}

/// A paragraph with a link. Without a title it is the bare address, out of which Qari makes the embed again.
fn add_embed(embed: &Embed, out: &mut String) {
    let link = &embed.link;
    let text = match embed.title.as_str() {
        "" => link.as_str(),
        title => title,
    };
    out.push_str("<p>");
    open("a", &Attributes::linking(link.clone()), out);
    escape(text, out);
    out.push_str("</a></p>");
}

/// Whether preformatted text begins with a line break, which a parser drops.
pub fn begins_with_break(nodes: &[Node]) -> bool {
    matches!(nodes.first(), Some(Node::Text(text)) if text.starts_with('\n'))
}

/// Adds a text so that it is the same text in an element or in a quoted value.
fn escape(text: &str, out: &mut String) {
    encode_double_quoted_attribute_to_string(text, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::Element;

    #[test]
    fn texts_and_values_are_escaped() {
        let mut out = String::new();
        escape("\"a\" <b> & 'c' → ", &mut out);
        assert_eq!(out, "&quot;a&quot; &lt;b&gt; &amp; 'c' → ");
    }

    #[test]
    fn void_elements_have_no_end() {
        let mut line = Element::around(Tag::P, "سطر");
        line.children.push(Element::new(Tag::Br).into());
        line.children.push("آخر".into());
        assert_eq!(
            html(&[
                line.into(),
                Element::new(Tag::Hr).into(),
                Element::new(Tag::Td).into()
            ]),
            "<p>سطر<br>آخر</p><hr><td></td>"
        );
    }

    #[test]
    fn preformatted_text_keeps_its_first_line_break() {
        let pre = |text: &str| html(&[Element::around(Tag::Pre, text).into()]);
        assert_eq!(pre("\nنص"), "<pre>\n\nنص</pre>");
        assert_eq!(pre("نص"), "<pre>نص</pre>");
    }
}
