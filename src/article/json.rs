//! Article → Qari's own JSON (DESIGN 1.3), for scripts on the page. Written by hand: a serialiser would cost more
//! bytes than the texts it writes.

use super::{Article, Link, SafeUrl};

/// JSON as far as it is written.
struct Writer(String);

impl Writer {
    /// Begins a value: a comma if another stands before it, and its name, which items of lists have not.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[')) {
            self.0.push(',');
        }
        if !name.is_empty() {
            self.quote(name);
            self.0.push(':');
        }
    }

    /// A string (RFC 8259, section 7).
    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            if matches!(c, '"' | '\\') {
                self.0.push('\\');
            }
            // The few that must be escaped mean nothing in a name or a headline but white space.
            self.0.push(if c < ' ' { ' ' } else { c });
        }
        self.0.push('"');
    }

    /// Adds a text.
    #[inline(never)]
    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.quote(text);
    }

    /// Adds a text if there is one.
    fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn url(&mut self, url: Option<&SafeUrl>) {
        self.maybe("url", url.map(SafeUrl::as_str));
    }

    fn number(&mut self, name: &str, number: u32) {
        self.name(name);
        self.0.push_str(&number.to_string());
    }

    /// Begins an object or a list, which ends with the other bracket.
    fn open(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.0.push(bracket);
    }

    /// Adds a name and its address.
    fn link(&mut self, name: &str, link: &Link, called: &str) {
        self.open(name, '{');
        self.text(called, &link.text);
        self.url(link.url.as_ref());
        self.0.push('}');
    }
}

/// The article without its body, which the page holds.
pub fn write(article: &Article) -> String {
    let mut out = Writer(String::new());
    out.open("", '{');
    out.url(article.url.as_ref());
    out.maybe("language", article.language.as_deref());
    if !article.title.is_empty() {
        out.text("title", &article.title);
    }
    out.maybe("summary", article.summary.as_deref());
    if let Some(image) = &article.image {
        out.open("image", '{');
        out.url(Some(&image.url));
        out.text("alt", &image.alt);
        out.maybe("caption", image.caption.as_deref());
        out.maybe("credit", image.credit.as_deref());
        for (name, pixels) in [("width", image.width), ("height", image.height)] {
            if let Some(pixels) = pixels {
                out.number(name, pixels);
            }
        }
        out.open("variants", '[');
        for variant in &image.variants {
            out.open("", '{');
            out.url(Some(&variant.url));
            out.number("width", variant.width);
            out.0.push('}');
        }
        out.0.push_str("]}");
    }
    for (name, links, called) in [
        ("breadcrumb", &article.breadcrumb, "title"),
        ("authors", &article.authors, "name"),
    ] {
        out.open(name, '[');
        for link in links {
            // The site's home has no name of its own.
            if !link.text.is_empty() {
                out.link("", link, called);
            }
        }
        out.0.push(']');
    }
    for (name, stamp) in [
        ("published", article.published),
        ("modified", article.modified),
    ] {
        if let Some(stamp) = stamp {
            out.text(name, &stamp.iso());
        }
    }
    if let Some(publisher) = &article.publisher {
        out.link("publisher", publisher, "name");
    }
    out.open("tags", '[');
    for tag in &article.tags {
        out.text("", tag);
    }
    out.0.push_str("]}");
    out.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Image, Variant};
    use crate::native::Native;

    #[test]
    fn what_is_written_reads_as_it_was() {
        let url = SafeUrl::media(&Native, "https://a.example/1.jpg", "").unwrap();
        let variant = |width| Variant {
            url: url.clone(),
            width,
        };
        let step = |text: &str| Link {
            text: text.into(),
            url: Some(url.clone()),
        };
        let article = Article {
            breadcrumb: vec![step(""), step("الرئيسية"), step("مجتمع")],
            publisher: Some(step("ناشر")),
            image: Some(Image {
                url: url.clone(),
                alt: String::new(),
                caption: Some("تعليق".into()),
                credit: None,
                width: Some(1200),
                height: None,
                variants: vec![variant(640), variant(960)],
            }),
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
        assert_eq!(json["breadcrumb"][1]["title"], "مجتمع");
        assert_eq!(json["publisher"]["url"], url.as_str());
        assert_eq!(json["image"]["variants"][1]["width"], 960);
        assert_eq!(json["image"]["width"], 1200);
        assert!(json.get("summary").is_none());
    }
}
