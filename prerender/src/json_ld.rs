//! The article for search engines: `NewsArticle` of <https://schema.org/NewsArticle>.

use qari_reader::article::{Access, Article, Image, Link};
use serde_json::{Map, Value, json};

/// `NewsArticle` without its body, which the page itself holds.
pub fn news_article(article: &Article) -> String {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Value| {
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if !is_empty {
            fields.insert(name.to_owned(), value);
        }
    };
    let url = article.url.as_ref().map(|url| url.as_str());
    set("@context", json!("https://schema.org"));
    set("@type", json!("NewsArticle"));
    set("headline", json!(article.title));
    set("description", json!(article.summary));
    set("inLanguage", json!(article.language));
    set("url", json!(url));
    set("mainEntityOfPage", json!(url));
    set("datePublished", json!(article.published));
    set("dateModified", json!(article.modified));
    let authors = article.authors.iter().map(|author| named("Person", author));
    set("author", authors.collect());
    let publisher = article.publisher.as_ref();
    set(
        "publisher",
        json!(publisher.map(|publisher| named("Organization", publisher))),
    );
    set("image", json!(article.image.as_ref().map(image)));
    // The home of the site is a step without a text; what is named alone is a section.
    let section = article.breadcrumb.last().map(|step| &step.text);
    set("articleSection", json!(section));
    set("keywords", json!(article.tags));
    if article.access != Access::Everyone {
        set("isAccessibleForFree", json!(false));
    }
    Value::Object(fields).to_string()
}

fn named(kind: &str, link: &Link) -> Value {
    let mut fields = Map::new();
    fields.insert("@type".to_owned(), json!(kind));
    fields.insert("name".to_owned(), json!(link.text));
    if let Some(url) = &link.url {
        fields.insert("url".to_owned(), json!(url.as_str()));
    }
    if let Some(image) = &link.image {
        fields.insert("image".to_owned(), json!(image.as_str()));
    }
    Value::Object(fields)
}

fn image(image: &Image) -> Value {
    let mut fields = Map::new();
    fields.insert("@type".to_owned(), json!("ImageObject"));
    fields.insert("url".to_owned(), json!(image.url.as_str()));
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            fields.insert(name.to_owned(), json!(pixels));
        }
    }
    Value::Object(fields)
}
