//! The HTML around an article: a snippet for a page, or a page of its own.
//!
//! Everything that comes from a source is either the reader's own markup, which Yew escapes, an attribute, escaped here,
//! or JSON in a data block, in which `<` is written `\u003c`: nothing of it can end the block or begin another (HTML,
//! "Restrictions for contents of script elements"). No inline script, no `style` attribute: the strictest policy shows it.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use crate::Prerendered;
use crate::notes::{self, Noted};

/// What a page pastes where the article is to stand. `base` is the folder of `qari.js`, with a slash at its end; empty
/// where that is the page's own.
pub fn snippet(article: &Prerendered, base: &str) -> String {
    let base = attribute(base);
    // First, so that its controls answer as soon as the article is seen.
    let mut html = format!("<script type=\"module\" async src=\"{base}touch.js\"></script>\n");
    html += &element(article, &base);
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
pub fn page(article: &Prerendered, base: &str) -> String {
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
        "<link rel=\"stylesheet\" href=\"{0}qari.css\">\n\
         <script type=\"module\" async blocking=\"render\" src=\"{0}touch.js\"></script>\n</head>\n<body>\n{1}</body>\n</html>\n",
        attribute(base),
        snippet(article, base),
    );
    html
}

/// The element with its shadow root.
fn element(article: &Prerendered, base: &str) -> String {
    let Noted { markup, places } = notes::reachable(&article.markup, &article.id);
    let mut html = format!("<qari-reader data-src=\"#{}\"", attribute(&article.id));
    for (name, value) in &article.attributes {
        let _ = write!(html, " data-{name}=\"{}\"", attribute(value));
    }
    let _ = write!(
        html,
        "><template shadowrootmode=\"open\" shadowrootclonable><link rel=\"stylesheet\" href=\"{base}qari.css\">\
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
