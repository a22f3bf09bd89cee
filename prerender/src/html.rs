//! The HTML around an article: a snippet for a page, or a page of its own.
//!
//! Everything that comes from a source is either the reader's own markup, which Yew escapes, an attribute, escaped here,
//! or JSON in a data block, in which `<` is written `\u003c`: nothing of it can end the block or begin another (HTML,
//! "Restrictions for contents of script elements"). No inline script, no `style` attribute, and no `<style>`
//! unless it is asked for: the strictest policy shows it.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use crate::Prerendered;
use crate::notes::{self, Noted};

/// Where a page has Qari's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The folder of `qari.js`, with a slash at its end; empty where that is the page's own.
    base: String,
    /// What `qari.css` holds, where the page has it in itself.
    style: Option<String>,
}

impl Files {
    /// All of them in this folder. One without a slash at its end gets it.
    pub fn at(folder: &str) -> Self {
        let slash = if folder.is_empty() || folder.ends_with('/') {
            ""
        } else {
            "/"
        };
        Self {
            base: format!("{folder}{slash}"),
            style: None,
        }
    }

    /// The same, but the page has the stylesheet in itself: it is painted without waiting for another file. A policy has to
    /// allow its hash. `None` if the text could end the element that it stands in.
    pub fn with_style(self, css: String) -> Option<Self> {
        let is_open = css.to_ascii_lowercase().contains("</style");
        (!is_open).then_some(Self {
            style: Some(css),
            ..self
        })
    }

    /// The stylesheet, as the article's shadow root has it: as a link, or as its text to the letter, for its hash is the file's.
    fn stylesheet(&self) -> String {
        match &self.style {
            Some(css) => format!("<style>{css}</style>"),
            None => format!(
                "<link rel=\"stylesheet\" href=\"{}qari.css\">",
                attribute(&self.base)
            ),
        }
    }
}

/// What a page pastes where the article is to stand.
pub fn snippet(article: &Prerendered, files: &Files) -> String {
    let base = attribute(&files.base);
    // First, so that its controls answer as soon as the article is seen.
    let mut html = format!("<script type=\"module\" async src=\"{base}touch.js\"></script>\n");
    html += &element(article, &files.stylesheet());
    let _ = write!(
        html,
        "<script type=\"application/ld+json\">{}</script>\n\
         <script type=\"application/json\" id=\"{}\">{}</script>\n\
         <script defer crossorigin src=\"{base}qari.js\"></script>\n",
        inert(&article.json_ld),
        attribute(&article.id),
        inert(&article.data),
    );
    html
}

/// A page of its own with nothing but the article.
pub fn page(article: &Prerendered, files: &Files) -> String {
    let title = encode_text(&article.title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n",
        attribute(&article.language),
        article.dir,
    );
    if !article.summary.is_empty() {
        let summary = attribute(&article.summary);
        let _ = writeln!(html, "<meta name=\"description\" content=\"{summary}\">");
    }
    if let Some(url) = &article.url {
        let _ = writeln!(html, "<link rel=\"canonical\" href=\"{}\">", attribute(url));
    }
    let _ = write!(
        html,
        "{}\n<script type=\"module\" async blocking=\"render\" src=\"{}touch.js\"></script>\n</head>\n<body>\n{}</body>\n</html>\n",
        files.stylesheet(),
        attribute(&files.base),
        snippet(article, files),
    );
    html
}

/// The element with its shadow root.
fn element(article: &Prerendered, stylesheet: &str) -> String {
    let Noted { markup, places } = notes::reachable(&article.markup, &article.id);
    let mut html = format!("<qari-reader data-src=\"#{}\"", attribute(&article.id));
    for (name, value) in &article.attributes {
        let _ = write!(html, " data-{name}=\"{}\"", attribute(value));
    }
    let _ = write!(
        html,
        "><template shadowrootmode=\"open\" shadowrootclonable>{stylesheet}\
         <div class=\"prerendered\">{markup}</div></template>",
    );
    for place in places {
        let _ = write!(html, "<a id=\"{place}\" slot=\"{place}\"></a>");
    }
    html.push_str("</qari-reader>\n");
    html
}

/// JSON that no markup can be seen in.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}
