//! Article → Qari's own JSON (DESIGN 1.3), for scripts on the page. Written by hand: a serialiser would cost more
//! bytes than the texts it writes.

use super::{Article, Image, Link};

/// Writes one object. Every field is a text, a number or something already written.
#[derive(Debug)]
pub struct Writer(String);

impl Writer {
    /// An object without fields.
    #[expect(
        clippy::new_without_default,
        reason = "an empty writer is no value to pass around"
    )]
    pub fn new() -> Self {
        Self(String::from("{"))
    }

    /// Adds a field whose value is JSON already.
    pub fn raw(&mut self, name: &str, json: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(json);
    }

    /// Adds a text.
    pub fn text(&mut self, name: &str, text: &str) {
        let mut quoted = String::new();
        quote(text, &mut quoted);
        self.raw(name, &quoted);
    }

    /// Adds a text if there is one.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Adds a number.
    pub fn number(&mut self, name: &str, number: u32) {
        self.raw(name, &number.to_string());
    }

    /// The whole object.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A JSON string (RFC 8259, section 7).
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            // The few that must be escaped mean nothing in a name or a headline but white space.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn list(items: &mut dyn Iterator<Item = String>) -> String {
    let mut out = String::from("[");
    for item in items {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&item);
    }
    out.push(']');
    out
}

fn link(link: &Link, name: &str) -> String {
    let mut out = Writer::new();
    out.text(name, &link.text);
    out.maybe("url", link.url.as_ref().map(|url| url.as_str()));
    out.end()
}

fn image(image: &Image) -> String {
    let mut out = Writer::new();
    out.text("url", image.url.as_str());
    out.text("alt", &image.alt);
    out.maybe("caption", image.caption.as_deref());
    out.maybe("credit", image.credit.as_deref());
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            out.number(name, pixels);
        }
    }
    let mut variants = image.variants.iter().map(|variant| {
        let mut out = Writer::new();
        out.text("url", variant.url.as_str());
        out.number("width", variant.width);
        out.end()
    });
    out.raw("variants", &list(&mut variants));
    out.end()
}

/// The article without its body, which the page holds.
pub fn write(article: &Article) -> String {
    let mut out = Writer::new();
    out.maybe("url", article.url.as_ref().map(|url| url.as_str()));
    out.maybe("language", article.language.as_deref());
    out.text("title", &article.title);
    out.maybe("summary", article.summary.as_deref());
    let mut steps = article.breadcrumb.iter().map(|step| link(step, "title"));
    out.raw("breadcrumb", &list(&mut steps));
    if let Some(lead) = &article.image {
        out.raw("image", &image(lead));
    }
    let mut authors = article.authors.iter().map(|author| link(author, "name"));
    out.raw("authors", &list(&mut authors));
    for (name, stamp) in [
        ("published", article.published),
        ("modified", article.modified),
    ] {
        out.maybe(name, stamp.map(|stamp| stamp.iso()).as_deref());
    }
    if let Some(publisher) = &article.publisher {
        out.raw("publisher", &link(publisher, "name"));
    }
    let mut tags = article.tags.iter().map(|tag| {
        let mut out = String::new();
        quote(tag, &mut out);
        out
    });
    out.raw("tags", &list(&mut tags));
    out.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_it_was() {
        let article = Article {
            title: "قال \"نعم\" \\ ثم\nمضى".into(),
            tags: vec!["أ".into(), "ب".into()],
            authors: vec![Link {
                text: "ليلى".into(),
                url: None,
            }],
            ..Article::default()
        };
        let json: serde_json::Value = serde_json::from_str(&write(&article)).unwrap();
        assert_eq!(json["title"], "قال \"نعم\" \\ ثم مضى");
        assert_eq!(json["tags"][1], "ب");
        assert_eq!(json["authors"][0]["name"], "ليلى");
        assert!(json.get("image").is_none());
    }
}
