//! Articles rendered natively to a string, and ways to look into what came of them.
#![allow(dead_code)]

use std::fs;
use std::rc::Rc;

use qari_reader::app::{App, AppProps, Events, Page, Surroundings};
use qari_reader::article::formats::{self, Format, ReadOptions};
use qari_reader::article::{Article, BuildContext, build};
use qari_reader::config::Config;
use qari_reader::locale::{Locale, Words};
use qari_reader::native::Native;
use qari_reader::prefs::Choices;
use scraper::{Html, Selector};
use serde_json::Value;
use yew::LocalServerRenderer;

/// Where the articles of a test come from.
const ADDRESS: &str = "https://cdn.example/articles/x.json";

/// A page that shows a sample of `static/demo/articles` as an owner with these attributes would have it.
pub fn sample(name: &str, attributes: &[(&str, &str)]) -> Page {
    let json = fs::read_to_string(format!("static/demo/articles/{name}.json")).unwrap();
    page(&json, attributes)
}

/// A page that shows this article.
pub fn page(json: &str, attributes: &[(&str, &str)]) -> Page {
    let attributes: Vec<_> = attributes
        .iter()
        .map(|(name, value)| (format!("data-{name}"), *value))
        .collect();
    let pairs = attributes
        .iter()
        .map(|(name, value)| (name.as_str(), *value));
    let (config, notices) = Config::from_attributes(pairs);
    assert!(notices.is_empty(), "{notices:?}");
    let reading = formats::read([json], ReadOptions::default()).unwrap();
    let context = BuildContext {
        base_url: Some("https://cdn.example/articles/"),
        source_url: ADDRESS,
        owner_language: config.lang.as_deref(),
        ..BuildContext::default()
    };
    let mut article = build(&Native, reading.draft, &context, None);
    if let Some(zone) = &config.timezone {
        article = article.on_clock_of(zone, &Native);
    }
    page_of(article, config, ADDRESS)
}

/// A page that shows all of this article, read from this address.
pub fn page_of(article: Article, config: Config, source_url: &str) -> Page {
    let lang = article.language.clone().unwrap_or_default();
    let ui = config.ui_lang.clone().unwrap_or_else(|| lang.clone());
    Page {
        word_count: Page::count_words(&article),
        locale: Rc::new(Locale::new(&lang, &ui, config.numerals, Words::bundled)),
        scheme: String::new(),
        surroundings: Surroundings {
            share_sheet: false,
            headline_level: 1,
        },
        article: Rc::new(article),
        config: Rc::new(config),
        font_family: None,
        width: None,
        format: Format::Qari,
        source_url: source_url.to_owned(),
        events: Events::default(),
        edition: 0,
        load: 0,
        whole: true,
        read_on: false,
        still: false,
        choices: Choices::default(),
        settings_open: false,
        debug: None,
    }
}

/// The page as HTML, parsed.
pub fn render(page: Page) -> Html {
    Html::parse_fragment(&markup(page))
}

/// The page as HTML.
pub fn markup(page: Page) -> String {
    let props = AppProps {
        page: Some(Rc::new(page)),
        concealed: false,
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(renderer.render())
}

/// An article of this JSON, rendered.
pub fn shown(article: Value, attributes: &[(&str, &str)]) -> Html {
    render(page(&article.to_string(), attributes))
}

/// The texts of what `selector` finds.
pub fn all(html: &Html, selector: &str) -> Vec<String> {
    html.select(&Selector::parse(selector).unwrap())
        .map(|element| element.text().collect::<String>())
        .collect()
}

/// How many `selector` finds.
pub fn count(html: &Html, selector: &str) -> usize {
    all(html, selector).len()
}

/// The attribute `name` of the first that `selector` finds.
pub fn attribute(html: &Html, selector: &str, name: &str) -> Option<String> {
    html.select(&Selector::parse(selector).unwrap())
        .next()?
        .attr(name)
        .map(str::to_owned)
}
