//! oEmbed (<https://oembed.com>): how another site's editor gets an article's frame from its address alone.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use qari_reader::article::SafeUrl;
use serde_json::{Map, Value, json};

use crate::Prerendered;

/// The frame's room where nobody says otherwise. It grows with the article where the page listens.
pub const WIDTH: u32 = 640;
/// As [`WIDTH`].
pub const HEIGHT: u32 = 600;

/// What a frame may do: run its script, and open links beside the page. It has no origin, so nothing of its host is in its reach.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// The frame that shows an article.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    /// Its address.
    pub address: &'a str,
    /// Where people read the article, if it does not say so itself.
    pub link: &'a str,
    /// Who provides it, if the article names no publisher: a host.
    pub host: &'a str,
    /// The host's front page.
    pub home: &'a str,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// The answer, as JSON.
pub fn answer(article: &Prerendered, frame: &Frame) -> String {
    let mut answer = Map::new();
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            answer.insert(name.to_owned(), json!(value));
        }
    };
    set("version", "1.0");
    set("type", "rich");
    set("title", &article.title);
    set("author_name", &article.byline);
    // One address stands for one author.
    if let [author] = article.authors.as_slice()
        && let Some(url) = &author.url
    {
        set("author_url", url.as_str());
    }
    let publisher = article.publisher.as_ref();
    set(
        "provider_name",
        publisher.map_or(frame.host, |publisher| &publisher.text),
    );
    let home = publisher.and_then(|publisher| publisher.url.as_ref());
    set("provider_url", home.map_or(frame.home, SafeUrl::as_str));
    // All three or none: so the specification has it.
    if let Some(image) = &article.image
        && let (Some(width), Some(height)) = (image.width, image.height)
    {
        set("thumbnail_url", image.url.as_str());
        answer.insert("thumbnail_width".to_owned(), json!(width));
        answer.insert("thumbnail_height".to_owned(), json!(height));
    }
    answer.insert("width".to_owned(), json!(frame.width));
    answer.insert("height".to_owned(), json!(frame.height));
    answer.insert("html".to_owned(), json!(html(article, frame)));
    Value::Object(answer).to_string()
}

/// A quotation with the link, then the frame. WordPress listens to a frame's height only where a quotation goes before it, which it
/// hides when the frame speaks; for all others it names what they see.
fn html(article: &Prerendered, frame: &Frame) -> String {
    let title = &article.title;
    let link = article.url.as_deref().unwrap_or(frame.link);
    let Frame { width, height, .. } = frame;
    format!(
        "<blockquote><a href=\"{}\">{}</a></blockquote><iframe class=\"qari\" title=\"{}\" src=\"{}\" width=\"{width}\" \
         height=\"{height}\" frameborder=\"0\" loading=\"lazy\" sandbox=\"{SANDBOX}\"></iframe>",
        attribute(link),
        encode_text(title),
        attribute(title),
        attribute(frame.address),
    )
}

/// The line in a page's head by which editors find the answer at `address`.
pub fn discovery(article: &Prerendered, address: &str) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
        attribute(address),
        attribute(&article.title),
    )
}
