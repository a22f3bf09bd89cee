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
    let html = Html::parse_fragment(&markup(page));
    let body = Selector::parse("[part=body]").map_err(|error| anyhow!("{error}"))?;
    let body = html.select(&body).next();
    Ok(body.map_or(Value::Null, |body| as_in_page(outline(body))))
}

/// A poster is a link in what is written beforehand, and a button in a page.
fn as_in_page(outline: Value) -> Value {
    let Value::Array(parts) = outline else {
        return outline;
    };
    let mut parts: Vec<Value> = parts.into_iter().map(as_in_page).collect();
    if let [name, attributes, ..] = parts.as_mut_slice()
        && *name == "a"
        && attributes["class"] == "poster"
    {
        *name = json!("button");
        *attributes = json!({ "class": "poster", "type": "button" });
    }
    parts.into()
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
