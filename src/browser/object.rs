//! Plain objects for scripts: event details and the element's `article`.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::article::{Article, Image, Link};

/// An object of these entries; one that is `undefined` is left out.
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let made = Object::new();
    for (name, value) in entries {
        if !value.is_undefined() {
            // A fresh, ordinary object takes any property.
            let _ = Reflect::set(&made, &(*name).into(), value);
        }
    }
    made.into()
}

fn text(value: Option<&str>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, JsValue::from)
}

fn number(value: Option<u32>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, JsValue::from)
}

fn list(items: impl Iterator<Item = JsValue>) -> JsValue {
    items.collect::<Array>().into()
}

fn link(link: &Link, name: &str) -> JsValue {
    let url = link.url.as_ref().map(|url| url.as_str());
    object(&[(name, link.text.as_str().into()), ("url", text(url))])
}

fn image(image: &Image) -> JsValue {
    let variants = image.variants.iter().map(|variant| {
        object(&[
            ("url", variant.url.as_str().into()),
            ("width", variant.width.into()),
        ])
    });
    object(&[
        ("url", image.url.as_str().into()),
        ("alt", image.alt.as_str().into()),
        ("caption", text(image.caption.as_deref())),
        ("credit", text(image.credit.as_deref())),
        ("width", number(image.width)),
        ("height", number(image.height)),
        ("variants", list(variants)),
    ])
}

/// The article in Qari's own form (DESIGN 1.3) without its body, which the page holds.
pub fn article(article: &Article, language: &str) -> JsValue {
    let url = article.url.as_ref().map(|url| url.as_str());
    object(&[
        ("url", text(url)),
        ("language", language.into()),
        ("title", article.title.as_str().into()),
        ("summary", text(article.summary.as_deref())),
        (
            "breadcrumb",
            list(article.breadcrumb.iter().map(|step| link(step, "title"))),
        ),
        (
            "image",
            article.image.as_ref().map_or(JsValue::UNDEFINED, image),
        ),
        (
            "authors",
            list(article.authors.iter().map(|author| link(author, "name"))),
        ),
        ("published", text(article.published.map(|s| s.iso()).as_deref())),
        ("modified", text(article.modified.map(|s| s.iso()).as_deref())),
        (
            "publisher",
            article
                .publisher
                .as_ref()
                .map_or(JsValue::UNDEFINED, |publisher| link(publisher, "name")),
        ),
        (
            "tags",
            list(article.tags.iter().map(|tag| tag.as_str().into())),
        ),
    ])
}
