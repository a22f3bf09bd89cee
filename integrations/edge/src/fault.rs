//! Why there is no article: a status for machines, a code for the owner, a sentence for the reader.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use qari_reader::language::{Tag, direction};
use qari_reader::locale::{fault, languages};
use qari_reader::remark::ErrorCode;
use serde_json::json;

use crate::policy::Refusal;
use crate::request::Form;

/// What kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// As the element has it, too.
    Reading(ErrorCode),
    /// An address that is not fetched.
    Refused,
    /// The Worker itself.
    Failed,
}

impl From<ErrorCode> for Code {
    fn from(code: ErrorCode) -> Self {
        Self::Reading(code)
    }
}

impl Code {
    /// As it is told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading(code) => code.name(),
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    fn status(self) -> u16 {
        match self {
            Self::Reading(ErrorCode::Config) => 400,
            Self::Reading(ErrorCode::Timeout) => 504,
            Self::Reading(_) => 502,
            Self::Refused => 403,
            Self::Failed => 500,
        }
    }
}

/// A fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Of HTTP.
    pub status: u16,
    /// What kind.
    pub code: Code,
    /// The cause, for the owner.
    pub message: String,
    /// Whether another try may help.
    is_passing: bool,
}

impl Fault {
    /// A fault with the status that its code has.
    pub fn new(code: impl Into<Code>, message: impl Into<String>) -> Self {
        let code = code.into();
        Self {
            status: code.status(),
            code,
            message: message.into(),
            is_passing: matches!(code, Code::Reading(ErrorCode::Network | ErrorCode::Timeout)),
        }
    }

    /// A source that answered with this status. One that has no such article is not broken.
    pub fn of_status(status: u16) -> Self {
        let mut fault = Self::new(ErrorCode::Http, format!("the source answered {status}"));
        if matches!(status, 404 | 410) {
            fault.status = status;
        }
        // As the element has it (static/plain.js).
        fault.is_passing = status >= 500 || matches!(status, 408 | 429);
        fault
    }

    /// An address that is not fetched.
    pub fn refused(refusal: Refusal, address: &str) -> Self {
        let code = match refusal {
            Refusal::Malformed => ErrorCode::Config.into(),
            Refusal::Unencrypted | Refusal::Private | Refusal::NotListed => Code::Refused,
        };
        Self::new(code, format!("{address}: {refusal}"))
    }

    /// For the owner: JSON of ASCII alone, as a header must be.
    pub fn header(&self) -> String {
        ascii(&json!({"code": self.code.name(), "message": self.message}).to_string())
    }

    /// For a source's own faults a moment, so that a broken source is not asked by every reader; else not at all.
    pub fn cache_control(&self) -> &'static str {
        match self.code {
            Code::Reading(ErrorCode::Config) | Code::Refused | Code::Failed => "no-store",
            Code::Reading(_) => "public, max-age=10",
        }
    }

    /// The sentence, with ways on.
    pub fn html(&self, reader: &Reader) -> String {
        let name = match self.status {
            404 | 410 => "gone",
            _ if self.is_passing => "connection",
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
        if self.is_passing && matches!(reader.form, Form::Page | Form::Frame) {
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
        let html = Fault::new(ErrorCode::Timeout, "").html(&reader);
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
        let status = |code: ErrorCode| Fault::new(code, "").status;
        assert_eq!(
            [
                ErrorCode::Config,
                ErrorCode::Timeout,
                ErrorCode::Network,
                ErrorCode::TooLarge,
                ErrorCode::NotJson,
                ErrorCode::EmptyArticle,
            ]
            .map(status),
            [400, 504, 502, 502, 502, 502]
        );
        assert_eq!(Fault::new(Code::Refused, "").status, 403);
        assert_eq!(
            [404, 410, 403, 500].map(|of| Fault::of_status(of).status),
            [404, 410, 502, 502]
        );
    }

    #[test]
    fn another_try_is_offered_where_it_may_help() {
        let reader = Reader {
            again: "/read?again".to_owned(),
            ..Reader::default()
        };
        let offered = |fault: Fault| fault.html(&reader).contains("/read?again");
        assert_eq!(
            [401, 403, 404, 408, 429, 451, 500, 503].map(|of| offered(Fault::of_status(of))),
            [false, false, false, true, true, false, true, true]
        );
        assert!(offered(Fault::new(ErrorCode::Network, "")));
        assert!(!offered(Fault::new(ErrorCode::NotJson, "")));
    }

    #[test]
    fn a_header_is_ascii() {
        let header = Fault::new(ErrorCode::Network, "«خبر»\r\n𝄞").header();
        assert!(
            header.is_ascii() && !header.contains(['\r', '\n']),
            "{header}"
        );
        let back: serde_json::Value = serde_json::from_str(&header).unwrap();
        assert_eq!(back["message"], "«خبر»\r\n𝄞");
    }
}
