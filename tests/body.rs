//! The body's repair: before/after fixtures in `tests/fixtures/body`, properties, and time linear in the size.
//!
//! A fixture is `NAME.html` and the outline of the tree it becomes, `NAME.txt`. With `QARI_BLESS` set, the outlines are
//! written anew; the change is then read before it is committed.

mod tree;
mod work;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use qari_reader::article::body::{
    self, Attributes, BodyContext, Element, Node, Tag, from_html, from_node, plain_text,
};
use qari_reader::article::formats::{ReadOptions, read};
use qari_reader::native::Native;
use qari_reader::platform::{NodeKind, Platform, SourceAttributes, SourceNode};
use tree::{check, check_all, clean, context, lead, outline};

/// The context a fixture asks for in its first line: `<!-- what it shows; language=fr; lead; lead-caption -->`.
fn with_context<T>(html: &str, run: impl FnOnce(&BodyContext) -> T) -> T {
    let first = html
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end_matches("-->");
    let said = |key: &str| {
        first
            .split(';')
            .map(str::trim)
            .find_map(|part| part.strip_prefix(key))
    };
    let lead = match (said("lead-caption"), said("lead")) {
        (Some(_), _) => Some(lead(Some("تعليق الصورة الرئيسية"))),
        (None, Some(_)) => Some(lead(None)),
        _ => None,
    };
    let base = context();
    run(&BodyContext {
        language: said("language=").unwrap_or(base.language),
        secure: said("insecure").is_none(),
        lead_image: lead.as_ref(),
        ..base
    })
}

/// The fixtures' files and what is in them.
fn fixtures() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/body");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|ending| ending == "html"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let html = fs::read_to_string(&file).unwrap();
            (file, html)
        })
        .collect()
}

#[test]
fn formats_body_repair_makes_of_each_fixture_what_stands_beside_it() {
    let mut tried = 0;
    let mut wrong = String::new();
    for (file, html) in fixtures() {
        let tree = with_context(&html, |context| check_all(&html, context));
        let tree = match tree {
            Ok(tree) => tree,
            Err(why) => {
                wrong.push_str(&format!("{}: {why}\n", file.display()));
                continue;
            }
        };
        let expected = file.with_extension("txt");
        let found = outline(&tree);
        if std::env::var_os("QARI_BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push_str(&format!("{}\n{found}\n", file.display()));
        }
        tried += 1;
    }
    assert!(tried > 20, "fixtures tried: {tried}");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_live_page_is_read_without_its_readers_and_its_scripts_text() {
    let html = "<nav><a href=/>الرئيسية</a></nav><p>فقرة</p><qari-reader><p>من القارئ</p></qari-reader>\
        <footer>تذييل</footer>";
    let body = Native.parse(html).unwrap();
    assert_eq!(
        outline(&from_node(&Native, &body, &context())),
        "p\n  \"فقرة\"\n"
    );
}

#[test]
fn typed_blocks_make_the_tree_that_their_html_would() {
    let blocks = serde_json::json!({"title": "ع", "body": [
        {"type": "paragraph", "text": "<b> نص & 1 < 2\nسطر ثان"},
        {"type": "paragraph", "html": "نص <b>غليظ</b><script>alert(1)</script>"},
        {"type": "heading", "text": "عنوان"},
        {"type": "heading", "level": 9, "html": "عنوان <i>صغير</i>"},
        {"type": "list", "ordered": true, "items": ["بند", {"html": "<b>بند</b> ثان"}]},
        {"type": "quote", "text": "اقتباس", "cite": "قائله"},
        {"type": "image", "url": "/a.jpg", "caption": "تعليق", "width": 1200, "height": 800},
        {"type": "image", "url": "bundle://a.jpg", "caption": "تعليق بلا صورة"},
        {"type": "gallery", "images": [
            {"url": "/b.jpg", "caption": "أولى", "width": 1200, "height": 800},
            {"url": "/c.jpg", "width": 1200, "height": 800}]},
        {"type": "table", "caption": "الأثمان", "head": ["المنتوج", "الثمن"], "rows": [["أملو", "45"]]},
        {"type": "code", "text": "  let x = 1;\n", "language": "rust"},
        {"type": "embed", "url": "https://youtu.be/5ghIf1sZOmw", "title": "فيديو"},
        {"type": "embed", "url": "https://maps.example/1", "title": "خريطة"},
        {"type": "embed", "url": "javascript:alert(1)"},
        {"type": "divider"},
        {"type": "paragraph", "html": "<div>من <u>HTML</u></div>"},
    ]});
    let reading = read([blocks.to_string()], ReadOptions::default()).unwrap();
    let made = clean(&reading.draft.body());
    let same = "<p>&lt;b> نص &amp; 1 &lt; 2<br>سطر ثان</p><p>نص <b>غليظ</b></p><h2>عنوان</h2>\
        <h6>عنوان <i>صغير</i></h6><ol><li>بند</li><li><b>بند</b> ثان</li></ol>\
        <blockquote><p>اقتباس</p><p><cite>قائله</cite></p></blockquote>\
        <figure><img src=/a.jpg width=1200 height=800><figcaption>تعليق</figcaption></figure>\
        <figure class=gallery><figure><img src=/b.jpg width=1200 height=800><figcaption>أولى</figcaption></figure>\
        <img src=/c.jpg width=1200 height=800></figure>\
        <table><caption>الأثمان</caption><thead><tr><th>المنتوج</th><th>الثمن</th></tr></thead>\
        <tr><td>أملو</td><td>45</td></tr></table>\
        <pre><code>  let x = 1;\n</code></pre>\
        <iframe src=https://youtu.be/5ghIf1sZOmw title=فيديو></iframe>\
        <iframe src=https://maps.example/1 title=خريطة></iframe><hr><p>من <u>HTML</u></p>";
    assert_eq!(outline(&made), outline(&clean(same)));
    check(&made).unwrap();
}

#[test]
fn the_text_of_a_body_keeps_words_of_two_blocks_apart() {
    let text = plain_text(&clean(
        "<h2>عنوان</h2>نص<ul><li>أ<li>ب</ul><p>سطر<br>آخر <b>غ</b>ليظ",
    ));
    assert_eq!(
        text.split_whitespace().collect::<Vec<_>>(),
        ["عنوان", "نص", "أ", "ب", "سطر", "آخر", "غليظ"]
    );
}

/// A platform that refuses to parse, as a page with Trusted Types may.
struct Refusing;

impl Platform for Refusing {
    type Node = <Native as Platform>::Node;

    fn parse(&self, _html: &str) -> Option<Self::Node> {
        None
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Native.resolve(url, base)
    }
}

#[test]
fn where_no_parser_may_run_the_text_is_left() {
    let html = "<h2>عنوان</h2>\n<p class=\"x\">نص <b>غليظ</b> &amp; 1 < 2&#8230;</p><script>alert(1)</script><p>ثان";
    let text = plain_text(&from_html(&Refusing, html, &context()));
    let lines: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(lines, ["عنوان", "نص غليظ & 1 < 2…", "ثان"]);
}

#[test]
fn a_link_leads_out_of_the_article_and_is_of_a_length_that_may_be() {
    let links = |address: &str| outline(&clean(&format!("<p><a href=\"{address}\">نص</a></p>")));
    let text = "p\n  \"نص\"\n";
    let of_length = |length: usize| {
        let start = "https://x.ma/";
        start.to_owned() + &"a".repeat(length - start.len())
    };
    for leads_nowhere in [
        "#x",
        &format!("{}#x", tree::BASE),
        "http://example.ma/2024/09/khabar#x",
        "javascript:alert(1)",
        &of_length(4001),
    ] {
        assert_eq!(links(leads_nowhere), text, "{leads_nowhere}");
    }
    for leads_out in [
        format!("{}?page=2#x", tree::BASE),
        "https://example.ma/2024/09/#x".into(),
        of_length(4000),
    ] {
        let expected = format!("p\n  a href={leads_out}\n    \"نص\"\n");
        assert_eq!(links(&leads_out), expected);
    }
}

// ---- written as HTML ----

fn has_embed(node: &Node) -> bool {
    matches!(node, Node::Embed(_)) || node.children().iter().any(has_embed)
}

/// Whether these blocks, written as HTML, are read as what they are. What is embedded is written as a link to it.
fn check_written(blocks: &[Node], context: &BodyContext) -> Result<(), String> {
    let written = body::html(blocks);
    tree::check_html(&written)?;
    // What was a repetition is gone already.
    let context = BodyContext {
        title: "",
        lead_image: None,
        ..*context
    };
    let read = from_html(&Native, &written, &context);
    let (outline, again) = (outline(blocks), outline(&read));
    if blocks.iter().any(has_embed) || read == blocks {
        Ok(())
    } else {
        Err(format!("--- tree\n{outline}--- {written}\n{again}"))
    }
}

/// The same for all blocks; where one has an embed, which hides what becomes of the others, for each by itself.
fn check_written_and_read(blocks: &[Node], context: &BodyContext) -> Result<(), String> {
    check_written(blocks, context)?;
    if !blocks.iter().any(has_embed) {
        return Ok(());
    }
    // A divider alone parts nothing.
    let is_divider = |block: &Node| block.tag() == Some(Tag::Hr);
    let mut blocks = blocks.iter().filter(|block| !is_divider(block));
    blocks.try_for_each(|block| check_written(std::slice::from_ref(block), context))
}

#[test]
fn a_body_written_as_html_is_read_as_the_same_body() {
    let mut tried = 0;
    for (file, html) in fixtures() {
        with_context(&html, |context| {
            let tree = from_html(&Native, &html, context);
            tried += tree.iter().filter(|block| !has_embed(block)).count();
            if let Err(why) = check_written_and_read(&tree, context) {
                panic!("{}: {why}", file.display());
            }
        });
    }
    assert!(tried > 150, "blocks tried: {tried}");
}

#[test]
fn what_is_embedded_is_written_as_a_link() {
    let written = |html: &str| body::html(&clean(html));
    let player = "<iframe src=https://www.youtube.com/embed/abc title=\"فيديو «1 < 2»\"></iframe>";
    assert_eq!(
        written(player),
        "<p><a href=\"https://www.youtube.com/watch?v=abc\">فيديو «1 &lt; 2»</a></p>"
    );
    // Without a title, what is written becomes the embed again.
    let player = "<iframe src=https://www.youtube.com/embed/abc></iframe>";
    assert_eq!(clean(&written(player)), clean(player));
}

#[test]
fn images_are_written_with_all_that_is_known_of_them() {
    let image = "<img src=\"/a.jpg?x=1&amp;y=2\" alt='\"نص\" <b>' width=1200 height=800 \
        srcset=\"/a-300.jpg 300w, /a-600.jpg 600w\" class=x onerror=alert(1)>";
    assert_eq!(
        body::html(&clean(image)),
        "<img src=\"https://example.ma/a.jpg?x=1&amp;y=2\" \
         srcset=\"https://example.ma/a-300.jpg 300w, https://example.ma/a-600.jpg 600w\" \
         width=\"1200\" height=\"800\" alt=\"&quot;نص&quot; &lt;b&gt;\">"
    );
}

// ---- size ----

/// A chain of elements, one in the other, with a text at the bottom: a tree that no parser needs to make.
#[derive(Clone)]
struct Chain {
    name: &'static str,
    left: usize,
}

impl SourceNode for Chain {
    fn kind(&self) -> NodeKind<'_> {
        match self.left {
            0 => NodeKind::Text("القاع".into()),
            _ => NodeKind::Element(self.name.into()),
        }
    }

    fn attributes(&self) -> SourceAttributes<'_> {
        [("lang".into(), "ar".into())].into_iter().collect()
    }

    fn first_child(&self) -> Option<Self> {
        Some(Self {
            left: self.left.checked_sub(1)?,
            ..self.clone()
        })
    }

    fn next_sibling(&self) -> Option<Self> {
        None
    }

    fn text_content(&self) -> String {
        "القاع".into()
    }
}

struct Chains;

impl Platform for Chains {
    type Node = Chain;

    fn parse(&self, _html: &str) -> Option<Chain> {
        None
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Native.resolve(url, base)
    }
}

#[test]
fn a_hundred_thousand_elements_in_one_another_are_flattened() {
    let common = ["a", "b", "blockquote", "div", "p", "ul"];
    for name in Tag::ALL.iter().map(|tag| tag.name()) {
        let left = if common.contains(&name) {
            100_000
        } else {
            1_000
        };
        let tree = from_node(&Chains, &Chain { name, left }, &context());
        check(&tree).unwrap_or_else(|why| panic!("{name}: {why}"));
        let text = plain_text(&tree);
        let void = matches!(name, "br" | "hr" | "wbr");
        assert_eq!(text.trim(), if void { "" } else { "القاع" }, "{name}");
    }
    assert!(check_all(&"<span lang=ar>نص".repeat(100_000), &context()).is_ok());
}

/// Seconds for cleaning `html`, parsing included.
fn seconds(html: &str) -> f64 {
    work::seconds(|| assert!(!from_html(&Native, html, &context()).is_empty()))
}

#[test]
fn time_grows_with_the_size_and_no_faster() {
    let parts = [
        (
            "",
            "<p>نص <b>غليظ</b> <a href=\"/x\">رابط</a><img src=\"/a.jpg\" srcset=\"/a-300.jpg 300w\">، +212 5 37 00 00 00.</p>",
        ),
        ("", "[a [b] [/c] [d e=1]"),
        ("", "a,b@c.d;http://"),
        ("", ":/@"),
        ("ع", "://"),
        ("", "1 2 "),
        ("", "0 1 2 3 4 5 6 7 8 9 "),
        ("+", "1"),
        ("<ul>", "<li>بند<ul><li>ثان</ul>"),
        ("<figure>", "<figcaption>تعليق</figcaption>"),
        ("<a href=\"/x\"><b><i>", "<p>نص</p>"),
        ("نص", "&nbsp;<br>"),
        ("<table>", "<tr><td>نص<td>"),
        ("<pre>", "نص<br>"),
        (
            "",
            "<button role=tab>أ</button><button aria-expanded=false>ب</button><p role=tabpanel hidden>ج",
        ),
    ];
    for (start, part) in parts {
        let of = |bytes: usize| format!("{start}{}", part.repeat(bytes / part.len()));
        let small = seconds(&of(40_000)).min(seconds(&of(40_000)));
        let large = seconds(&of(400_000));
        assert!(
            large < small * 10.0 * 4.0 + 0.2,
            "{part}: {small} s, ten times as much {large} s"
        );
    }
}

#[test]
fn five_megabytes_are_cleaned_in_seconds() {
    let paragraph = "<p>أعلنت الوزارة عن <b>انطلاق</b> الأشغال، والهاتف +212 5 37 00 00 00 والموقع www.example.ma.</p>\n";
    let took = seconds(&paragraph.repeat(5_000_000 / paragraph.len()));
    // Without optimisation and on a busy machine; in a release build it is a fraction of a second.
    assert!(
        Duration::from_secs_f64(took) < Duration::from_secs(60),
        "{took} s"
    );
}

// ---- properties ----

/// Words as articles have them, and what may trip a cleaner.
fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "قال",
        "الوزير",
        "iPhone",
        "2024",
        "«نص»",
        "+212 5 37 00 00 00",
        "info@example.ma",
        "@user",
        "&nbsp;",
        "https://youtu.be/abc",
        "[caption id=\"1\"]",
        "[/caption]",
        "[gallery]",
        "[…]",
        "[1]",
        "&lt;b&gt;",
        "\n",
        "\u{200f}",
        "ـ",
        "1 200 000",
        "www.x.ma.",
        "عنوان الخبر",
        "&",
        "<",
        "::",
        "…",
        "#وسم",
        "#tag",
    ])
    .prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "p",
        "div",
        "b",
        "i",
        "em",
        "a href=/x",
        "a href=\"/a.jpg\"",
        "a href=#x",
        "span",
        "span dir=rtl",
        "span lang=fr",
        "font",
        "center",
        "h1",
        "h2",
        "h4",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "figure",
        "figcaption",
        "div class=gallery",
        "div class=wp-caption",
        "p class=wp-caption-text",
        "details",
        "summary",
        "pre",
        "code",
        "bdi",
        "bdo dir=ltr",
        "bdo",
        "ruby",
        "rt",
        "q",
        "sub",
        "article",
        "div dir=ltr",
        "p dir=ltr",
        "p lang=en",
        "aside",
        "cite",
        "noscript",
        "picture",
        "form",
        "label",
        "div class=kg-bookmark-card",
        "div class=kg-bookmark-title",
        "div class=kg-toggle-card",
        "o:p",
        "button",
        "svg",
        "math",
        "template",
        "section hidden",
        "time datetime=2024",
        "abbr title=x",
        "kbd",
        "del",
    ])
}

fn html() -> impl Strategy<Value = String> {
    let void = prop::sample::select(vec![
        "<br>", "<hr>", "<wbr>", "<img src=/a.jpg>", "<img src=/a-640x427.jpg alt=نص width=640 height=427>",
        "<img src=data:, data-src=/b.jpg>", "<img src=/c.jpg srcset=\"/c-1.jpg 100w\">", "<img width=1 height=1 src=/p>",
        "<img class=emoji alt=☺ src=/e>", "<iframe src=https://www.youtube.com/embed/abc></iframe>",
        "<iframe src=https://other.example/></iframe>", "<iframe src=\"https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fp\"></iframe>",
        "<video src=/v.mp4></video>", "<!-- -->", "<script>x</script>", "</p>", "</div>", "</table>", "<amp-youtube data-videoid=z>",
    ])
    .prop_map(str::to_owned);
    let leaf = prop_oneof![3 => word(), 1 => void];
    leaf.prop_recursive(6, 60, 6, |inner| {
        (name(), prop::collection::vec(inner, 0..6), any::<bool>()).prop_map(
            |(name, inner, spaced)| {
                let tag = name.split(' ').next().unwrap_or(name);
                let inner = inner.join(if spaced { " " } else { "" });
                format!("<{name}>{inner}</{tag}>")
            },
        )
    })
}

fn words(nodes: &[Node]) -> String {
    let mut text = plain_text(nodes);
    text.retain(|c| !c.is_whitespace());
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_twice_is_cleaning_once_and_the_tree_is_well_formed(html in prop::collection::vec(html(), 1..5)) {
        let html = html.join("");
        prop_assert!(check_all(&html, &context()).is_ok(), "{html}\n{:?}", check_all(&html, &context()));
        let written = check_written_and_read(&clean(&html), &context());
        prop_assert!(written.is_ok(), "{html}\n{written:?}");
    }

    #[test]
    fn any_text_is_cleaned_without_a_panic(html in "(<|>|/|!|-|=|\"|&|\\[|\\]|[a-z]| |\\PC){0,80}") {
        prop_assert!(check_all(&html, &context()).is_ok(), "{html}\n{:?}", check_all(&html, &context()));
    }

    #[test]
    fn plain_prose_keeps_every_letter_in_its_order(
        parts in prop::collection::vec(("[\u{620}-\u{652}a-z0-9 +@.،«»\u{200c}\u{200d}\u{200f}]{1,30}",
            prop::sample::select(vec!["p", "div", "b", "em", "span", "li", "blockquote", "h2", "td", "o:p", "font", "section"])), 1..12),
    ) {
        let html: String = parts.iter().map(|(text, tag)| format!("<{tag}>ن{text}</{tag}>")).collect();
        let expected: String = parts.iter().map(|(text, _)| format!("ن{text}")).collect();
        let expected: String = expected.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(words(&clean(&html)), expected);
    }
}

/// The tree is made by hand here, so that a change of its shape is seen.
#[test]
fn a_paragraph_is_an_element_with_a_text() {
    let paragraph = Node::Element(Element {
        tag: Tag::P,
        attributes: Attributes::default(),
        children: vec![Node::Text("نص".into())],
    });
    assert_eq!(clean("نص"), [paragraph]);
}
