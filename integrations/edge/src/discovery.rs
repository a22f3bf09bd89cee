//! Where the article of a web page is as JSON: its WordPress post, its own JSON-LD, its feed.
//!
//! Only the tags are read, without a tree: that takes time in line with the page's length, however deep it is.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use qari_reader::article::formats::{Format, ReadOptions, read};
use serde_json::Value;
use url::Url;

/// A place where the article may be, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The address of its post in WordPress's API, as the page has it.
    Post(String),
    /// JSON-LD of the page, with the article's body.
    Inline(String),
    /// The address of a JSON Feed, as the page has it.
    Feed(String),
}

/// A page, as far as it leads to its article.
#[derive(Debug, Default)]
pub struct Page {
    /// The best first.
    pub found: Vec<Found>,
    /// What the page calls its own address, as it has it.
    pub canonical: Option<String>,
}

/// How many feeds of a page are tried: each is fetched.
const MOST_FEEDS: usize = 2;

/// What a page says of itself, in the order of the page.
#[derive(Debug, Default)]
struct Said {
    api: Option<String>,
    alternates: Vec<String>,
    feeds: Vec<String>,
    blobs: Vec<String>,
    canonical: Option<String>,
    /// A script of JSON-LD is being read, the last of `blobs`.
    in_blob: bool,
}

/// Reads a page.
pub fn discover(html: &str) -> Page {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    // It pauses only for what `Tags` never asks for: the run of a script, another encoding.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let said = tokenizer.sink.0.into_inner();
    let mut page = Page {
        canonical: said.canonical,
        ..Page::default()
    };
    // Of the alternates, the post is the one that stands below the API.
    if let Some(api) = said.api.filter(|api| !api.is_empty()) {
        let post = said
            .alternates
            .into_iter()
            .find(|href| href.starts_with(&api));
        page.found.extend(post.map(Found::Post));
    }
    let with_body = said.blobs.into_iter().find(|blob| has_body(blob));
    page.found.extend(with_body.map(Found::Inline));
    let feeds = said.feeds.into_iter().map(Found::Feed);
    page.found.extend(feeds.take(MOST_FEEDS));
    page
}

/// Takes the tags as they come.
#[derive(Debug, Default)]
struct Tags(RefCell<Said>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut said = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return said.tag(&tag),
            Token::CharacterTokens(text) if said.in_blob => {
                if let Some(blob) = said.blobs.last_mut() {
                    blob.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Said {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.in_blob = false;
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        let value = |name: &str| {
            let found = tag
                .attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name);
            found.map_or("", |attribute| attribute.value.trim())
        };
        let is_kind = |kind: &str| value("type").eq_ignore_ascii_case(kind);
        match &*tag.name {
            "script" => {
                self.in_blob = is_kind("application/ld+json");
                if self.in_blob {
                    self.blobs.push(String::new());
                }
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            // What is in these is text, whatever it looks like.
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
            "link" => {
                let href = value("href").to_owned();
                let rel = value("rel").to_ascii_lowercase();
                let is = |wanted: &str| rel.split_ascii_whitespace().any(|word| word == wanted);
                if is("https://api.w.org/") {
                    self.api.get_or_insert(href);
                } else if is("canonical") {
                    self.canonical.get_or_insert(href);
                } else if is("alternate") && is_kind("application/json") {
                    self.alternates.push(href);
                } else if is("alternate") && is_kind("application/feed+json") {
                    self.feeds.push(href);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn has_body(blob: &str) -> bool {
    let options = ReadOptions {
        format: Some(Format::JsonLd),
        ..ReadOptions::default()
    };
    read([blob], options).is_ok_and(|reading| !reading.draft.body().trim().is_empty())
}

/// What the feed calls the item that is one of these pages: its own `url`, as written.
pub fn item_of(feed: &str, pages: &[&Url]) -> Option<String> {
    let feed: Value = serde_json::from_str(feed).ok()?;
    feed["items"].as_array()?.iter().find_map(|item| {
        let written = item["url"].as_str()?;
        let url = Url::parse(written).ok()?;
        pages
            .iter()
            .any(|page| is_same(page, &url))
            .then(|| written.to_owned())
    })
}

/// The same page, whether there is a slash at its end or not.
fn is_same(one: &Url, other: &Url) -> bool {
    let path = |url: &Url| url.path().trim_end_matches('/').to_owned();
    one.host() == other.host() && path(one) == path(other) && one.query() == other.query()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = r#"<!doctype html><html><head><title>خبر</title>
        <link rel="alternate" type="application/json" href="https://n.example/oembed.json">
        <link rel="https://api.w.org/" href="https://n.example/wp-json/">
        <link rel="alternate" title="JSON" type="application/json" href="https://n.example/wp-json/wp/v2/posts/7">
        <link rel="alternate" type="application/feed+json" href="/feed.json">
        <link rel=canonical href="https://n.example/a/">"#;

    #[test]
    fn the_post_comes_before_the_pages_own_words_and_the_feed() {
        let blob = r#"{"@type": "NewsArticle", "headline": "خبر", "articleBody": "نص الخبر"}"#;
        let page = discover(&format!(
            r#"{LINKS}<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "بلا نص"}}</script>
            <script type="application/ld+json">{blob}</script></head><body><p>نص</p></body></html>"#
        ));
        let post = "https://n.example/wp-json/wp/v2/posts/7".to_owned();
        assert_eq!(
            page.found,
            [
                Found::Post(post),
                Found::Inline(blob.to_owned()),
                Found::Feed("/feed.json".to_owned())
            ]
        );
        assert_eq!(page.canonical.as_deref(), Some("https://n.example/a/"));
    }

    #[test]
    fn a_page_that_leads_nowhere_finds_nothing() {
        let html = r#"<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/json" href="/x.json">
            <script>var a = 1</script><p>نص</p>"#;
        assert_eq!(discover(html).found, []);
    }

    #[test]
    fn a_page_with_many_feeds_is_not_followed_into_all() {
        let html = r#"<link rel="alternate" type="application/feed+json" href="/feed">"#.repeat(50);
        assert_eq!(discover(&html).found.len(), MOST_FEEDS);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_none() {
        let html = r#"<title><link rel=canonical href=/a></title><!-- <link rel=canonical href=/b> -->
            <script>"<link rel=canonical href=/c>"</script><style><link rel=canonical href=/d></style>
            <textarea><link rel=canonical href=/e></textarea><p title="<link rel=canonical href=/f>">
            <LINK REL="CANONICAL" HREF=" /g?a&amp;b ">"#;
        assert_eq!(discover(html).canonical.as_deref(), Some("/g?a&b"));
    }

    #[test]
    fn the_item_of_a_feed_is_the_page_and_no_other() {
        let feed = r#"{"items": [{"id": "1", "url": "https://n.example/b"}, {"id": "2", "url": "https://n.example/a"}]}"#;
        let url = |text| Url::parse(text).unwrap();
        let item = item_of(
            feed,
            &[&url("https://n.example/x"), &url("https://n.example/a/")],
        );
        assert_eq!(item.as_deref(), Some("https://n.example/a"));
        assert_eq!(item_of(feed, &[&url("https://n.example/c")]), None);
    }
}
