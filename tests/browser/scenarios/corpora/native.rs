//! The native render of an article's body as the outline that `inspect.js` makes of the page's.

use anyhow::{Context, Result, anyhow};
use qari_reader::article::formats::{self, ReadOptions};
use qari_reader::article::{BuildContext, build};
use qari_reader::config::Config;
use qari_reader::native::Native;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::{Map, Value, json};

use crate::render::{markup, page_of};

/// The outlines of these articles' bodies. In a thread of its own, because the renderer has a runtime of its own.
pub fn outlines(articles: Vec<Value>) -> Result<Vec<Value>> {
    std::thread::spawn(move || {
        let one = |article: &Value| outline_of(article).with_context(|| article.to_string());
        articles.iter().map(one).collect()
    })
    .join()
    .map_err(|_| anyhow!("the native render panicked"))?
}

fn outline_of(article: &Value) -> Result<Value> {
    let text = article.to_string();
    let reading = formats::read([&text], ReadOptions::default())
        .map_err(|error| anyhow!("not read: {error:?}"))?;
    let context = BuildContext {
        source_url: "http://127.0.0.1/article.json",
        page_language: Some("ar"),
        ..BuildContext::default()
    };
    let article = build(&Native, reading.draft, &context, None);
    let (config, _) = Config::from_attributes([]);
    let page = page_of(article, config, context.source_url);
    let html = with_line_breaks(&markup(page));
    let html = Html::parse_fragment(&html);
    let body = Selector::parse("[part=body]").map_err(|error| anyhow!("{error}"))?;
    let body = html.select(&body).next();
    Ok(body.map_or(Value::Null, outline))
}

/// A parser drops one line break at the start of a `pre`; the render has none to drop.
fn with_line_breaks(html: &str) -> String {
    let mut parts = html.split("<pre ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("<pre ");
        out.push_str(&part.replacen('>', ">\n", 1));
    }
    out
}

fn outline(element: ElementRef) -> Value {
    let name = element.value().name();
    if name == "svg" {
        return json!(["svg", {}]);
    }
    let attributes: Map<_, _> = element
        .value()
        .attrs()
        .filter(|(attribute, _)| (name, *attribute) != ("img", "sizes"))
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let mut made = vec![json!(name), Value::Object(attributes)];
    // The parser that reads the render joins neighbouring texts.
    for child in element.children() {
        match child.value() {
            Node::Text(text) => made.push(json!(&**text)),
            _ => made.extend(ElementRef::wrap(child).map(outline)),
        }
    }
    Value::Array(made)
}
