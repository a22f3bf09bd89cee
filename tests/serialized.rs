//! What a browser writes of the tree that it parsed is read as that tree: the same article comes of both.

mod corpus;

use std::fs;

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::TendrilSink;
use qari_reader::article::body::{BodyContext, from_html};
use qari_reader::browser::SerializedNode;
use qari_reader::native::Native;
use qari_reader::platform::Platform;
use scraper::{Html, HtmlTreeSink, Selector};

/// Parses as [`Native`] does, and writes it down as a browser does.
struct Serialized;

impl Platform for Serialized {
    type Node = SerializedNode;

    fn parse(&self, html: &str) -> Option<SerializedNode> {
        let mut parsing = ParseOpts::default();
        parsing.tree_builder.scripting_enabled = false;
        let parser = parse_document(HtmlTreeSink::new(Html::new_document()), parsing);
        let document = parser.one(format!("<!doctype html><body>{html}"));
        let body = document.select(&Selector::parse("body").ok()?).next()?;
        let options = SerializeOpts {
            scripting_enabled: false,
            traversal_scope: TraversalScope::ChildrenOnly(None),
            ..SerializeOpts::default()
        };
        let mut written = Vec::new();
        serialize(&mut written, &body, options).ok()?;
        Some(SerializedNode::read(String::from_utf8(written).ok()?))
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Native.resolve(url, base)
    }

    fn decode_base64(&self, written: &str) -> Option<String> {
        Native.decode_base64(written)
    }
}

fn assert_same(source: &str, html: &str) {
    let context = BodyContext {
        base: "https://example.ma/a/",
        secure: true,
        language: "ar",
        title: "عنوان",
        lead_image: None,
    };
    let written = from_html(&Serialized, html, &context);
    let parsed = from_html(&Native, html, &context);
    assert!(
        written == parsed,
        "{source}: {html}\n{written:?}\n{parsed:?}"
    );
}

#[test]
fn the_fixtures_of_bodies_give_the_same_article() {
    for file in fs::read_dir("tests/fixtures/body").unwrap() {
        let file = file.unwrap().path();
        if file
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            assert_same(
                &file.display().to_string(),
                &fs::read_to_string(&file).unwrap(),
            );
        }
    }
}

#[test]
fn hostile_html_gives_the_same_article() {
    for corpus::Payload { source, html } in corpus::payloads() {
        assert_same(&source, &html);
    }
}
