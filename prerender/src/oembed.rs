//! oEmbed (<https://oembed.com>): how another site's editor gets an article's frame from its address alone.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
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
    let known: Value = serde_json::from_str(&article.json_ld).unwrap_or_default();
    let mut answer = Map::new();
    let mut set = |name: &str, value: &Value| {
        if value.as_str().is_some_and(|text| !text.is_empty()) || value.is_number() {
            answer.insert(name.to_owned(), value.clone());
        }
    };
    set("version", &json!("1.0"));
    set("type", &json!("rich"));
    set("title", &json!(article.title));
    set("author_name", &json!(authors(&known["author"])));
    set("author_url", &known["author"][0]["url"]);
    let publisher = known["publisher"]["name"].as_str();
    set("provider_name", &json!(publisher.unwrap_or(frame.host)));
    let home = known["publisher"]["url"].as_str();
    set("provider_url", &json!(home.unwrap_or(frame.home)));
    let image = &known["image"];
    // All three or none: so the specification has it.
    if image["width"].is_number() && image["height"].is_number() {
        set("thumbnail_url", &image["url"]);
        set("thumbnail_width", &image["width"]);
        set("thumbnail_height", &image["height"]);
    }
    set("width", &json!(frame.width));
    set("height", &json!(frame.height));
    set("html", &json!(html(article, frame)));
    Value::Object(answer).to_string()
}

fn authors(list: &Value) -> String {
    let names = list.as_array().into_iter().flatten();
    let names: Vec<&str> = names.filter_map(|author| author["name"].as_str()).collect();
    names.join("، ")
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
