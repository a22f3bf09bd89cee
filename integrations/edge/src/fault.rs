//! Why there is no article: a status for machines, a code for the owner, a sentence for the reader.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use qari_reader::language::{Tag, direction};
use qari_reader::locale::{fault, languages};
use serde_json::json;

use crate::policy::Refusal;
use crate::request::Form;

/// A fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Of HTTP.
    pub status: u16,
    /// `config`, `refused`, or as the element names it (`docs/ATTRIBUTES.md`, error codes).
    pub code: &'static str,
    /// The cause, for the owner.
    pub message: String,
}

impl Fault {
    /// A fault with the status that its code has.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        let status = match code {
            "config" => 400,
            "refused" => 403,
            "timeout" => 504,
            "failed" => 500,
            _ => 502,
        };
        let message = message.into();
        Self {
            status,
            code,
            message,
        }
    }

    /// A source that answered with this status. One that has no such article is not broken.
    pub fn of_status(status: u16) -> Self {
        let mut fault = Self::new("http", format!("the source answered {status}"));
        if matches!(status, 404 | 410) {
            fault.status = status;
        }
        fault
    }

    /// An address that is not fetched.
    pub fn refused(refusal: Refusal, address: &str) -> Self {
        let code = match refusal {
            Refusal::Malformed => "config",
            Refusal::Unencrypted | Refusal::Private | Refusal::NotListed => "refused",
        };
        Self::new(code, format!("{address}: {refusal}"))
    }

    /// Whether another try may help.
    fn is_passing(&self) -> bool {
        matches!(self.code, "network" | "timeout") || (self.code == "http" && self.status == 502)
    }

    /// For the owner: JSON of ASCII alone, as a header must be.
    pub fn header(&self) -> String {
        ascii(&json!({"code": self.code, "message": self.message}).to_string())
    }

    /// For a source's own faults a moment, so that a broken source is not asked by every reader; else not at all.
    pub fn cache_control(&self) -> &'static str {
        match self.code {
            "config" | "refused" | "failed" => "no-store",
            _ => "public, max-age=10",
        }
    }

    /// The sentence, with ways on.
    pub fn html(&self, reader: &Reader) -> String {
        let name = match self.status {
            404 | 410 => "gone",
            _ if self.is_passing() => "connection",
            _ => "unreadable",
        };
        let [language, _] = languages(&reader.language, &reader.language);
        let word = |name| fault(language, name).unwrap_or_default();
        let link = |href: &str, text: String| {
            format!(
                "<p><a href=\"{}\">{}</a></p>\n",
                attribute(href),
                encode_text(&text)
            )
        };
        let dir = direction(language).as_str();
        let sentence = word(name);
        let mut note = format!(
            "<div lang=\"{language}\" dir=\"{dir}\">\n<p>{}</p>\n",
            encode_text(&sentence)
        );
        if self.is_passing() && matches!(reader.form, Form::Page | Form::Frame) {
            note += &link(&reader.again, word("retry"));
        }
        if let Some(original) = &reader.original {
            note += &link(original, word("readOriginal"));
        }
        note += "</div>\n";
        match reader.form {
            Form::Oembed => json!({"error": self.message}).to_string(),
            Form::Snippet => note,
            Form::Page | Form::Frame => format!(
                "<!doctype html>\n<html lang=\"{language}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
                 <title>{}</title>\n</head>\n<body>\n{note}</body>\n</html>\n",
                encode_text(&sentence),
            ),
        }
    }
}

/// To whom a fault is told.
#[derive(Debug, Default)]
pub struct Reader {
    /// BCP 47.
    pub language: String,
    /// What they wait for.
    pub form: Form,
    /// The address of another try.
    pub again: String,
    /// Where the article is read on its own site.
    pub original: Option<String>,
}

/// The first language that a reader asks for (`Accept-Language`); Arabic where they ask for none.
pub fn preferred(accept_language: &str) -> &str {
    let first = accept_language
        .split([',', ';'])
        .next()
        .unwrap_or_default()
        .trim();
    match Tag::parse(first).language {
        "" | "*" => "ar",
        _ => first,
    }
}

/// JSON in which every letter beyond ASCII is written `\u…`.
pub fn ascii(json: &str) -> String {
    let mut out = String::new();
    for c in json.chars() {
        match c {
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out += &format!("\\u{unit:04x}");
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_told_in_their_language_and_led_on() {
        let reader = Reader {
            language: preferred("fr-CH, en;q=0.5").to_owned(),
            again: "/read?src=a&\"".to_owned(),
            original: Some("https://n.example/?p=1&b".to_owned()),
            ..Reader::default()
        };
        let html = Fault::new("timeout", "").html(&reader);
        assert!(html.contains("<html lang=\"fr\" dir=\"ltr\">"), "{html}");
        assert!(
            html.contains("<p>L’article n’a pas pu être chargé."),
            "{html}"
        );
        assert!(
            html.contains("href=\"/read?src=a&amp;&quot;\">Réessayer"),
            "{html}"
        );
        assert!(
            html.contains("href=\"https://n.example/?p=1&amp;b\">Lire l’article sur son site"),
            "{html}"
        );
        assert_eq!(preferred(""), "ar");
        assert_eq!(preferred("*"), "ar");
    }

    #[test]
    fn statuses_say_whose_fault_it_is() {
        let status = |code| Fault::new(code, "").status;
        assert_eq!(
            [
                "config",
                "refused",
                "timeout",
                "network",
                "too-large",
                "not-json",
                "empty-article"
            ]
            .map(status),
            [400, 403, 504, 502, 502, 502, 502]
        );
        assert_eq!(
            [404, 410, 403, 500].map(|of| Fault::of_status(of).status),
            [404, 410, 502, 502]
        );
        assert!(
            !Fault::of_status(404)
                .html(&Reader::default())
                .contains("/read")
        );
    }

    #[test]
    fn a_header_is_ascii() {
        let header = Fault::new("network", "«خبر»\r\n𝄞").header();
        assert!(
            header.is_ascii() && !header.contains(['\r', '\n']),
            "{header}"
        );
        let back: serde_json::Value = serde_json::from_str(&header).unwrap();
        assert_eq!(back["message"], "«خبر»\r\n𝄞");
    }
}
