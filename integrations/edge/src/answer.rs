//! What is sent back: status, headers, and a body whose head can go first.

use std::hash::Hasher;

use fnv::FnvHasher;
use qari_prerender::{Files, Prerendered, page, snippet};
use url::Url;

use crate::fault::{Fault, Reader, ascii};
use crate::oembed;
use crate::request::{Form, Request};
use crate::settings::Settings;

/// Most letters of the notices in a header: servers refuse large heads.
const NOTICES: usize = 2000;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Of HTTP.
    pub status: u16,
    /// Name and value.
    pub headers: Vec<(&'static str, String)>,
    /// The page to the end of its head, with which the stylesheet begins; empty in a snippet.
    pub head: String,
    /// The rest.
    pub rest: String,
}

impl Answer {
    /// The article.
    pub fn article(
        article: &Prerendered,
        request: &Request,
        own: &Url,
        settings: &Settings,
    ) -> Self {
        let base = &settings.base;
        let files = Files::at(base);
        let form = request.form;
        let html = match form {
            Form::Page => {
                let more = oembed::discovery(article, request, own);
                with_in_head(page(article, &files), &more)
            }
            Form::Frame => with_in_head(page(article, &files), &oembed::in_frame(base)),
            Form::Snippet => snippet(article, &files),
            Form::Oembed => oembed::json(article, request, own),
        };
        let is_page = matches!(form, Form::Page | Form::Frame);
        let (head, rest) = match html.find("</head>") {
            Some(at) if is_page => html.split_at(at),
            _ => ("", html.as_str()),
        };
        // A frame may have no origin, and then is not «itself» to every engine: the host is named.
        let here = match form {
            Form::Frame => own.origin().ascii_serialization(),
            _ => "'self'".to_owned(),
        };
        let mut headers = common(form);
        headers.extend([
            ("cache-control", settings.cache_control()),
            ("content-language", article.language.clone()),
            ("content-security-policy", policy(base, &here)),
            ("etag", etag(&html)),
        ]);
        if is_page {
            headers.push(("link", format!("<{base}qari.css>; rel=preload; as=style")));
        }
        if !article.notices.is_empty() {
            headers.push(("x-qari-notices", notices(&article.notices)));
        }
        Self {
            status: 200,
            headers,
            head: head.to_owned(),
            rest: rest.to_owned(),
        }
    }

    /// A fault.
    pub fn fault(fault: &Fault, reader: &Reader) -> Self {
        let mut headers = common(reader.form);
        headers.extend([
            ("cache-control", fault.cache_control().to_owned()),
            (
                "content-security-policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'".to_owned(),
            ),
            ("vary", "accept-language".to_owned()),
            ("x-qari-error", fault.header()),
        ]);
        Self {
            status: fault.status,
            headers,
            head: String::new(),
            rest: fault.html(reader),
        }
    }
}

/// What every answer says. A snippet and oEmbed are for any page to fetch; no answer depends on who asks.
fn common(form: Form) -> Vec<(&'static str, String)> {
    let kind = match form {
        Form::Oembed => "application/json; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };
    let mut headers = vec![
        ("content-type", kind.to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
        (
            "referrer-policy",
            "strict-origin-when-cross-origin".to_owned(),
        ),
    ];
    if matches!(form, Form::Snippet | Form::Oembed) {
        headers.push(("access-control-allow-origin", "*".to_owned()));
        headers.push((
            "access-control-expose-headers",
            "etag, x-qari-error, x-qari-notices".to_owned(),
        ));
    }
    headers
}

/// Puts this at the end of the page's head.
fn with_in_head(html: String, more: &str) -> String {
    html.replacen("</head>", &format!("{more}</head>"), 1)
}

/// The page needs its reader's files, and what an article shows: pictures, films, players once they are wanted. `here` is the
/// page's own host.
fn policy(base: &str, here: &str) -> String {
    let own = match Url::parse(base) {
        Ok(url) => url.origin().ascii_serialization(),
        Err(_) => here.to_owned(),
    };
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}; connect-src {own}; img-src http: https: data:; \
         media-src http: https:; frame-src https:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types qari"
    )
}

/// Strong: the same bytes have the same, and others another.
fn etag(html: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(html.as_bytes());
    format!("\"{:016x}\"", hasher.finish())
}

/// Whether a reader has this already (`If-None-Match`). Compressed on the way, it comes back as weak (RFC 9110, 13.1.2).
pub fn matches(if_none_match: &str, etag: &str) -> bool {
    let strong = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let etag = strong(etag);
    !etag.is_empty()
        && if_none_match
            .split(',')
            .any(|tag| tag.trim() == "*" || strong(tag) == etag)
}

/// A list of texts, as a header has it, as many as there is room for.
pub fn notices(texts: &[String]) -> String {
    let mut room = NOTICES;
    let shown: Vec<&String> = texts
        .iter()
        .take_while(|text| {
            let taken = ascii(text).len();
            let fits = taken <= room;
            room = room.saturating_sub(taken);
            fits
        })
        .collect();
    ascii(&serde_json::json!(shown).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_answer_is_recognised() {
        assert!(matches("\"a\"", "\"a\""));
        assert!(matches("\"b\", W/\"a\"", "\"a\""));
        assert!(matches("*", "\"a\""));
        assert!(!matches("\"b\"", "\"a\""));
        assert!(!matches("", "\"a\""));
        assert!(!matches("\"\"", ""));
    }

    #[test]
    fn the_policy_names_where_the_files_are() {
        assert!(
            policy("https://cdn.example/qari/", "'self'")
                .contains("style-src https://cdn.example;")
        );
        assert!(policy("/", "'self'").contains("script-src 'self' 'wasm-unsafe-eval';"));
    }

    #[test]
    fn notices_have_room_in_a_header() {
        let header = notices(&vec!["خبر".repeat(50); 9]);
        assert!(
            header.len() < NOTICES + 100 && header.is_ascii() && header.starts_with("[\"\\u062e"),
            "{header}"
        );
    }
}
