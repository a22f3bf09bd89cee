//! Every source format, and every trap of it that was met in the wild, through `read` and `build`.
//!
//! The cases are data: `tests/fixtures/formats/cases/*.json`, one file a format. A case gives a source and what of the
//! article is expected of it; `null` means that the article must not have that field at all.

mod work;

use std::{fs, iter, path::PathBuf};

use proptest::prelude::*;
use qari_reader::article::body;
use qari_reader::article::formats::{self, Draft, Format, ReadError, ReadOptions, Reading};
use qari_reader::article::{Access, Article, BuildContext, Image, Link, build};
use qari_reader::native::{Native, NativeNode};
use qari_reader::platform::Platform;
use serde_json::{Map, Value, json};
use strum::IntoEnumIterator;

const SOURCE: &str = "https://source.example/api/feed.json";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats")
}

fn cases() -> Vec<(String, Value)> {
    let mut out = Vec::new();
    let mut files: Vec<_> = fs::read_dir(folder().join("cases"))
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let list: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file:?}: {e}"));
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        out.extend(list.into_iter().map(|case| (stem.clone(), case)));
    }
    out
}

/// The texts of a case's source: `file`, `source` (JSON) or `raw` (texts as a server sends them).
fn sources(case: &Value) -> Vec<String> {
    if let Some(file) = case["file"].as_str() {
        return vec![fs::read_to_string(folder().join(file)).unwrap()];
    }
    match &case["raw"] {
        Value::Array(raw) => raw
            .iter()
            .map(|text| text.as_str().unwrap().to_owned())
            .collect(),
        _ => vec![case["source"].to_string()],
    }
}

fn read(case: &Value) -> Result<Reading, ReadError> {
    let sources = sources(case);
    let options = ReadOptions {
        format: case["format"].as_str().map(|name| name.parse().unwrap()),
        map: case["map"].as_str(),
        item: case["item"].as_str(),
    };
    formats::read(&sources, options)
}

fn built(case: &Value, draft: Draft) -> Article {
    let context = BuildContext {
        base_url: case["base"].as_str(),
        source_url: SOURCE,
        author: case["author"].as_str(),
        owner_language: case["lang"].as_str(),
        page_language: None,
        secure: case["secure"] == true,
    };
    build(&Native, draft, &context, None)
}

/// What is absent is left out.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Object(
        fields
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)))
            .collect(),
    )
}

fn some<T: Into<Value>>(list: Vec<T>) -> Option<Value> {
    (!list.is_empty()).then(|| Value::from(list))
}

fn link(link: &Link) -> Value {
    object([
        ("name", Some(link.text.clone().into())),
        ("url", link.url.as_ref().map(|url| url.as_str().into())),
        ("image", link.image.as_ref().map(|url| url.as_str().into())),
    ])
}

fn access(access: Access) -> Option<&'static str> {
    match access {
        Access::Everyone => None,
        Access::Members => Some("members"),
        Access::Password => Some("password"),
    }
}

fn image(image: &Image) -> Value {
    let variant =
        |v: &qari_reader::article::Variant| json!({"url": v.url.as_str(), "width": v.width});
    // In which order a source lists them says nothing.
    let mut variants: Vec<_> = image.variants.iter().collect();
    variants.sort_by_key(|variant| variant.width);
    object([
        ("url", Some(image.url.as_str().into())),
        (
            "alt",
            (!image.alt.is_empty()).then(|| image.alt.clone().into()),
        ),
        ("caption", image.caption.clone().map(Value::from)),
        ("credit", image.credit.clone().map(Value::from)),
        ("width", image.width.map(Value::from)),
        ("height", image.height.map(Value::from)),
        (
            "variants",
            some(variants.into_iter().map(variant).collect()),
        ),
    ])
}

fn shown(format: &str, draft_body: Option<Value>, article: &Article) -> Value {
    object([
        ("format", Some(format.into())),
        ("url", article.url.as_ref().map(|url| url.as_str().into())),
        ("language", article.language.clone().map(Value::from)),
        (
            "title",
            (!article.title.is_empty()).then(|| article.title.clone().into()),
        ),
        ("summary", article.summary.clone().map(Value::from)),
        (
            "breadcrumb",
            some(article.breadcrumb.iter().map(link).collect::<Vec<_>>()),
        ),
        ("image", article.image.as_ref().map(image)),
        (
            "authors",
            some(article.authors.iter().map(link).collect::<Vec<_>>()),
        ),
        ("published", article.published.map(|date| date.iso().into())),
        ("modified", article.modified.map(|date| date.iso().into())),
        ("publisher", article.publisher.as_ref().map(link)),
        ("tags", some(article.tags.clone())),
        ("body", draft_body),
        ("access", access(article.access).map(Value::from)),
    ])
}

fn outcome(case: &Value) -> Value {
    match read(case) {
        Ok(Reading { format, draft, .. }) => {
            let body = draft.body().trim().to_owned();
            let body = (!body.is_empty()).then(|| body.into());
            shown(format.into(), body, &built(case, draft))
        }
        Err(error) => json!({"error": match error {
            ReadError::NotJson => "not-json",
            ReadError::UnknownFormat => "unknown-format",
            ReadError::EmptyArticle => "empty-article",
        }}),
    }
}

/// What differs from what is expected; `null` expects absence, a list as `body` its parts in a row, and
/// `body: {"begins": …}` only its start.
fn differences(expected: &Map<String, Value>, got: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (key, expected) in expected {
        let found = &got[key.as_str()];
        let same = match expected["begins"].as_str() {
            Some(start) => found.as_str().is_some_and(|html| html.starts_with(start)),
            None if key == "body" && expected.is_array() => {
                let parts = expected.as_array().into_iter().flatten();
                parts.filter_map(Value::as_str).collect::<String>() == *found
            }
            None => found == expected,
        };
        if !same {
            out.push(format!(
                "  {key}\n    expected {expected}\n    got      {found}"
            ));
        }
    }
    if got["error"] != Value::Null && !expected.contains_key("error") {
        out.push(format!("  error {}", got["error"]));
    }
    out
}

#[test]
fn every_fixture_shows_what_its_source_has_and_nothing_else() {
    let mut wrong = Vec::new();
    let cases = cases();
    for (file, case) in &cases {
        let got = outcome(case);
        let differences = differences(case["expect"].as_object().expect("expect"), &got);
        if !differences.is_empty() {
            wrong.push(format!(
                "{file}: {}\n{}",
                case["case"],
                differences.join("\n")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_format_has_a_fixture_with_all_its_fields() {
    const FIELDS: [&str; 7] = [
        "title",
        "authors",
        "published",
        "image",
        "breadcrumb",
        "url",
        "body",
    ];
    for format in Format::iter() {
        let fullest = cases()
            .iter()
            .map(|(_, case)| outcome(case))
            .filter(|got| got["format"] == format.to_string())
            .map(|got| {
                FIELDS
                    .iter()
                    .filter(|field| got[**field] != Value::Null)
                    .count()
            })
            .max();
        // Neither JSON Feed nor Apple News has a breadcrumb.
        let most = match format {
            Format::JsonFeed | Format::AppleNews => 6,
            _ => 7,
        };
        assert_eq!(fullest, Some(most), "{format}");
    }
}

#[test]
fn what_was_detected_is_said_in_words() {
    let reason = |case: Value| read(&case).unwrap().reason.to_string();
    assert_eq!(
        reason(json!({"source": {"title": {"rendered": "عنوان"}}})),
        "the JSON has title.rendered"
    );
    assert_eq!(
        reason(json!({"source": {"title": "عنوان"}, "format": "qari"})),
        "data-format says so"
    );
    assert_eq!(
        reason(json!({"source": {"t": "عنوان"}, "map": "title: t"})),
        "data-map says so"
    );
    let missing = reason(json!({"source": [{"title": "عنوان"}], "item": "خبر"}));
    assert_eq!(missing, "the JSON has title");
    // Paths that look everywhere find the one article again; it is still one.
    let one = json!({"@type": "NewsArticle", "headline": "ع"});
    assert_eq!(
        reason(json!({"source": one, "item": "1"})),
        "the JSON has @type"
    );
}

#[test]
fn the_same_article_is_the_same_from_qari_json_and_from_wordpress() {
    let read = |file: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("static/demo/articles")
            .join(file);
        let case = json!({"raw": [fs::read_to_string(path).unwrap()], "lang": "ar-MA"});
        let mut got = outcome(&case);
        for own in ["format", "body"] {
            got.as_object_mut().unwrap().remove(own);
        }
        got
    };
    assert_eq!(read("train.json"), read("train.wordpress.json"));
}

#[test]
fn the_page_s_own_article_is_the_body_where_json_ld_has_none() {
    let shown = |source: Value| {
        let page = Native.parse("<article><p>نص الصفحة.</p></article>");
        let draft = read(&json!({"source": source})).unwrap().draft;
        let context = BuildContext {
            source_url: SOURCE,
            ..BuildContext::default()
        };
        let body = build(&Native, draft, &context, page).body;
        body::plain_text(&body).trim().to_owned()
    };
    assert_eq!(
        shown(json!({"@type": "NewsArticle", "headline": "ع"})),
        "نص الصفحة."
    );
    assert_eq!(
        shown(json!({"@type": "NewsArticle", "headline": "ع", "articleBody": "نص المصدر."})),
        "نص المصدر."
    );
    assert_eq!(shown(json!({"title": "ع"})), "");
}

/// A page that lets no parser be used: Trusted Types without the policy.
struct Refused;

impl Platform for Refused {
    type Node = NativeNode;
    fn parse(&self, _: &str) -> Option<NativeNode> {
        None
    }
    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Native.resolve(url, base)
    }
}

#[test]
fn where_no_parser_may_be_used_titles_are_still_text() {
    let title = |rendered: &str| {
        let draft = read(&json!({"source": {"title": {"rendered": rendered}}}))
            .unwrap()
            .draft;
        build(
            &Refused,
            draft,
            &BuildContext {
                source_url: SOURCE,
                ..BuildContext::default()
            },
            None,
        )
        .title
    };
    assert_eq!(
        title("أ &amp; ب &#8211; ج&#8230; <em>د</em>"),
        "أ & ب – ج… د"
    );
    assert_eq!(
        title("أ & ب &unknown; &#xD800; &#99999999999; < ج"),
        "أ & ب &unknown; &#xD800; &#99999999999; < ج"
    );
    assert_eq!(title("<b"), "");
}

/// A value with the names that formats look for, so that chance finds its way into every table.
fn any_json() -> impl Strategy<Value = Value> {
    const KEYS: &[&str] = &[
        "title",
        "rendered",
        "body",
        "content",
        "excerpt",
        "items",
        "posts",
        "html",
        "version",
        "@graph",
        "@type",
        "@id",
        "author",
        "authors",
        "name",
        "url",
        "image",
        "width",
        "height",
        "headline",
        "articleBody",
        "components",
        "role",
        "text",
        "format",
        "URL",
        "type",
        "level",
        "rows",
        "head",
        "images",
        "variants",
        "_embedded",
        "wp:term",
        "wp:featuredmedia",
        "media_details",
        "sizes",
        "date",
        "date_gmt",
        "breadcrumb",
        "itemListElement",
        "item",
        "position",
        "tags",
        "keywords",
        "summary",
        "caption",
        "yoast_head_json",
        "schema",
        "metadata",
        "content_text",
        "content_html",
        "datePublished",
        "published",
        "publisher",
        "language",
        "cite",
        "ordered",
        "feature_image",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "NewsArticle",
            "BreadcrumbList",
            "https://jsonfeed.org/version/1.1",
            "body",
            "photo",
            "markdown",
            "html",
            "<p>نص <b>غامق</b></p>",
            "&amp;&#8230;",
            "2024-09-05T14:07:00",
            "https://example.ma/a.jpg",
            "heading",
            "gallery",
            "table",
            "image",
            "javascript:alert(1)",
            "**نص** [رابط](https://example.ma)",
            "list",
            "//a/b",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 96, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(KEYS), inner), 0..8).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

proptest! {
    // What fails is shown, and becomes a case of the fixtures by hand.
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_reading_or_building_panic(value in any_json(), item in "[0-9a-z]{0,2}", path in "[a-z*.$\\[\\]=~|@]{0,12}") {
        let text = value.to_string();
        let map = format!("title: {path}; body: {path}; image: **; authors: **; tags: **.name; breadcrumb: **");
        for format in iter::once(None).chain(Format::iter().map(Some)) {
            let map = (format == Some(Format::Map)).then_some(map.as_str());
            let item = (!item.is_empty()).then_some(item.as_str());
            if let Ok(reading) = formats::read([&text, "{", &text], ReadOptions { format, map, item }) {
                built(&Value::Null, reading.draft);
            }
        }
    }

    #[test]
    fn a_title_that_is_there_is_shown(title in "\\PC{0,30}\\p{Arabic}\\PC{0,30}", noise in any_json()) {
        let plain = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").trim().to_owned();
        let own = json!({"title": title, "summary": noise, "image": noise, "authors": noise, "breadcrumb": noise,
            "published": noise, "tags": noise, "body": noise, "publisher": noise, "language": noise, "url": noise});
        let got = outcome(&json!({"source": own}));
        prop_assert_eq!(&got["title"], &json!(plain(&title)), "{}", got);

        let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
        let post = json!({"title": {"rendered": escaped}, "content": {"rendered": "<p>نص</p>"}, "excerpt": noise,
            "date": noise, "date_gmt": noise, "_embedded": noise, "yoast_head_json": noise, "link": noise});
        let got = outcome(&json!({"source": [post]}));
        prop_assert_eq!(&got["title"], &json!(plain(&title)), "{}", got);

        let news = json!({"@type": ["NewsArticle"], "headline": escaped, "articleBody": noise, "author": noise,
            "image": noise, "datePublished": noise, "keywords": noise, "breadcrumb": noise, "publisher": noise});
        let got = outcome(&json!({"source": {"@graph": [noise, news]}, "item": "1"}));
        // Chance may make an article of the noise too.
        if got["title"] != Value::Null && !noise.to_string().contains("NewsArticle") {
            prop_assert_eq!(&got["title"], &json!(plain(&title)), "{}", got);
        }
    }
}

type Make = fn(usize) -> Value;

/// A platform that finds nothing in the body, whose cleaning is timed elsewhere.
struct WithoutBody(String);

impl Platform for WithoutBody {
    type Node = NativeNode;
    fn parse(&self, html: &str) -> Option<NativeNode> {
        Native.parse(if html == self.0 { "" } else { html })
    }
    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Native.resolve(url, base)
    }
}

/// Seconds that a source of about so many bytes takes, the best of three.
fn seconds(make: Make, bytes: usize) -> f64 {
    let text = make(bytes).to_string();
    let context = BuildContext {
        source_url: SOURCE,
        ..BuildContext::default()
    };
    (0..3)
        .map(|_| {
            work::seconds(|| {
                let draft = formats::read([&text], ReadOptions::default())
                    .unwrap()
                    .draft;
                let platform = WithoutBody(draft.body().into_owned());
                build(&platform, draft, &context, None)
            })
        })
        .fold(f64::INFINITY, f64::min)
}

#[test]
fn reading_takes_time_linear_in_the_size_of_the_source() {
    let sources: [(&str, Make); 9] = [
        (
            "one long title",
            |size| json!({"title": {"rendered": "<b>س</b>&amp;".repeat(size / 15)}}),
        ),
        (
            "one long body",
            |size| json!({"@type": "NewsArticle", "articleBody": "نص & <".repeat(size / 10)}),
        ),
        (
            "many articles that are none",
            |size| json!({"@graph": vec![json!({"@type": "NewsArticle", "author": {"@id": "#x"}}); size / 50], "x": {"@type": "Article", "name": "س"}}),
        ),
        (
            "many authors without a name",
            |size| json!({"@graph": [{"@type": "NewsArticle", "headline": "س", "author": vec![json!({"@id": "#x"}); size / 13]}]}),
        ),
        (
            "a summary of cuts",
            |size| json!({"posts": [{"uuid": "1", "title": "س", "html": "<p>نص - نص</p>", "excerpt": "[a] - … Read more… ".repeat(size / 20)}]}),
        ),
        (
            "many categories in each other",
            |size| json!({"title": {"rendered": "س"}, "_embedded": {"wp:term": [vec![json!({"id": 1, "parent": 1, "taxonomy": "category", "name": "س"}); size / 60]]}}),
        ),
        (
            "many files and updates",
            |size| json!({"@type": "LiveBlogPosting", "headline": "س", "articleBody": "نص".repeat(size / 8), "liveBlogUpdate": vec![json!({"articleBody": "نص"}); size / 40]}),
        ),
        ("a text full of ranges", |size| {
            let ranges: Vec<_> = (0..size / 80)
                .map(|n| json!({"rangeStart": n, "rangeLength": 9, "URL": "/x"}))
                .collect();
            json!({"components": [{"role": "body", "text": "نص".repeat(size / 8), "additions": ranges}]})
        }),
        (
            "markdown full of marks",
            |size| json!({"components": [{"role": "body", "format": "markdown", "text": "[*_](".repeat(size / 6)}]}),
        ),
    ];
    for (what, make) in sources {
        let (small, large) = (seconds(make, 1 << 17), seconds(make, 1 << 19));
        assert!(
            large < small * 8.0 + 0.2,
            "{what}: 128 KB {small:.3} s, 512 KB {large:.3} s"
        );
    }
}

/// A text of about so many bytes.
type Write = fn(usize) -> String;

/// What JSON can be made large with.
const SHAPES: [(&str, Write); 6] = [
    ("one long text", |size| {
        format!(r#""{}""#, "نص ".repeat(size / 5))
    }),
    ("a text full of escapes", |size| {
        format!(r#""{}""#, r#"\n\u0646\""#.repeat(size / 10))
    }),
    ("many items", |size| format!("[{}0]", "1,".repeat(size / 2))),
    ("many fields", |size| {
        let fields: String = (0..size / 12).map(|n| format!(r#""f{n:06}":1,"#)).collect();
        format!(r#"{{{fields}"f":1}}"#)
    }),
    ("many objects", |size| {
        format!("[{}0]", r#"{"@id":"x"},"#.repeat(size / 12))
    }),
    ("deep", |size| {
        ["[".repeat(size / 2), "]".repeat(size / 2)].concat()
    }),
];

#[test]
fn five_megabytes_of_json_are_read_in_time_linear_in_their_size() {
    for (what, make) in SHAPES {
        let seconds = |bytes: usize| {
            let text = format!(r#"{{"title":"ع","x":{},"body":"<p>ن</p>"}}"#, make(bytes));
            (0..3)
                .map(|_| {
                    work::seconds(|| {
                        let reading = formats::read([&text], ReadOptions::default()).unwrap();
                        assert_eq!(reading.draft.body(), "<p>ن</p>");
                    })
                })
                .fold(f64::INFINITY, f64::min)
        };
        let (small, large) = (seconds(5 << 18), seconds(5 << 20));
        assert!(
            large < small * 8.0 + 1.0,
            "{what}: 1.25 MB {small:.3} s, 5 MB {large:.3} s"
        );
    }
}
