//! What comes of an article, and of what is none.

use std::fs;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use qari_prerender::stream::{self, Counts};
use qari_prerender::{Attributes, Files, Job, Prerendered, page, snippet};
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// The case files of the formats: real shapes of all sources.
const CASES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../tests/fixtures/formats/cases"
);
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/demo/articles");

fn render(json: &str, attributes: &[(&str, &str)]) -> Prerendered {
    let attributes = attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let job = Job {
        json: json.to_owned(),
        address: String::new(),
        attributes,
    };
    qari_prerender::render(&job).unwrap()
}

/// The article of a source at this address.
fn rendered_from(json: &str, address: &str) -> Prerendered {
    let job = Job {
        json: json.to_owned(),
        address: address.to_owned(),
        attributes: Attributes::new(),
    };
    qari_prerender::render(&job).unwrap()
}

/// The JSON of every sample and of every case whose source is one article of its own.
fn articles() -> Vec<String> {
    let mut all = Vec::new();
    for folder in [SAMPLES, CASES] {
        for entry in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            if folder == SAMPLES {
                all.push(text);
                continue;
            }
            let cases: Value = serde_json::from_str(&text).unwrap();
            let cases = cases.as_array().cloned().unwrap_or_default();
            all.extend(
                cases
                    .iter()
                    .filter_map(|case| Some(case.get("source")?.to_string())),
            );
        }
    }
    assert!(all.len() > 50, "only {} articles", all.len());
    all
}

/// Where two texts part, with what is around.
fn difference(first: &str, second: &str) -> String {
    let at = first
        .chars()
        .zip(second.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let around = |text: &str| {
        text.chars()
            .skip(at.saturating_sub(60))
            .take(160)
            .collect::<String>()
    };
    format!("«{}» is read again as «{}»", around(first), around(second))
}

#[test]
fn the_full_reader_reads_the_same_article_from_the_page() {
    let (mut compared, mut differing) = (0, Vec::new());
    for json in articles() {
        let job = |json| Job {
            json,
            ..Job::default()
        };
        // Some cases are no articles, and say so.
        let Ok(first) = qari_prerender::render(&job(json)) else {
            continue;
        };
        let second = qari_prerender::render(&job(first.data.clone())).unwrap();
        if first.markup != second.markup {
            differing.push(format!(
                "{}: {}",
                first.title,
                difference(&first.markup, &second.markup)
            ));
        }
        compared += 1;
    }
    assert!(
        differing.is_empty(),
        "{} differ:\n{}",
        differing.len(),
        differing.join("\n")
    );
    assert!(compared > 50, "only {compared} articles");
}

/// To the letter, for a policy names its hash; and nothing that would end the element is taken.
#[test]
fn the_stylesheet_stands_in_the_page_where_that_is_asked_for() {
    let article = render(r#"{"title": "عنوان", "body": "<p>نص</p>"}"#, &[]);
    let css = "a > b { content: \"&\" }\n";
    let files = Files::at("/q/").with_style(css.to_owned()).unwrap();
    for html in [snippet(&article, &files), page(&article, &files)] {
        assert!(
            html.contains(&format!("shadowrootclonable><style>{css}</style>")),
            "{html}"
        );
        assert!(!html.contains("qari.css"), "{html}");
    }
    assert_eq!(
        Files::at("/q/").with_style("a {} </STYLE >".to_owned()),
        None
    );
}

#[test]
fn a_snippet_has_what_its_contract_says() {
    let article = json!({
        "url": "https://news.example/a",
        "language": "ar",
        "title": "عنوان",
        "authors": [{ "name": "سعاد" }],
        "published": "2026-11-01T10:00:00+01:00",
        "body": "<p>نص</p>",
    });
    let html = snippet(
        &render(
            &article.to_string(),
            &[
                ("theme", "sepia"),
                ("map", "title: title"),
                ("format", "qari"),
            ],
        ),
        &Files::at("https://cdn.example/q/"),
    );
    let parsed = Html::parse_fragment(&html);
    let first = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        parsed
            .select(&selector)
            .next()
            .unwrap_or_else(|| panic!("no {selector:?} in {html}"))
    };
    let element = first("qari-reader");
    let id = element
        .attr("data-src")
        .unwrap()
        .trim_start_matches('#')
        .to_owned();
    assert_eq!(element.attr("data-theme"), Some("sepia"));
    // They say how to read what was read already.
    assert_eq!(
        (element.attr("data-map"), element.attr("data-format")),
        (None, None)
    );
    assert!(html.contains("<template shadowrootmode=\"open\" shadowrootclonable>"));
    let data = first(&format!("script[type='application/json'][id='{id}']"));
    let data: Value = serde_json::from_str(&data.text().collect::<String>()).unwrap();
    assert_eq!(data["body"], "<p>نص</p>");
    let known = first("script[type='application/ld+json']");
    let known: Value = serde_json::from_str(&known.text().collect::<String>()).unwrap();
    assert_eq!(known["@type"], "NewsArticle");
    assert_eq!(known["headline"], "عنوان");
    assert_eq!(known["author"][0]["name"], "سعاد");
    assert_eq!(known["datePublished"], "2026-11-01T10:00+01:00");
    assert_eq!(known.get("articleBody"), None);
    assert_eq!(
        first("script[type=module]").attr("src"),
        Some("https://cdn.example/q/touch.js")
    );
    assert_eq!(
        first("script[src]:not([type])").attr("src"),
        Some("https://cdn.example/q/qari.js")
    );
    // What first touch needs is in the markup: the settings, and what the share row has to say.
    for there in [
        "part=\"theme\" role=\"radiogroup\"",
        "data-url=\"https://news.example/a\"",
        "data-copied=\"",
    ] {
        assert!(html.contains(there), "no {there} in {html}");
    }
    // The strictest policy takes it: no style attribute, no script of its own.
    assert!(!html.contains(" style="), "{html}");
    assert_eq!(html.matches("<script").count(), 4);
}

#[test]
fn a_page_is_one() {
    let json = json!({ "language": "fr", "title": "L’eau & le «reste»", "summary": "Un \"mot\"", "url": "https://n.example/a?b=1&c=2", "body": "<p>Texte</p>" });
    let html = page(&render(&json.to_string(), &[]), &Files::at("/q/"));
    let parsed = Html::parse_document(&html);
    let text = |selector: &str, name: &str| {
        let selector = Selector::parse(selector).unwrap();
        parsed
            .select(&selector)
            .next()
            .unwrap()
            .attr(name)
            .unwrap()
            .to_owned()
    };
    assert!(html.starts_with("<!doctype html>"));
    assert_eq!(
        (text("html", "lang"), text("html", "dir")),
        ("fr".into(), "ltr".into())
    );
    assert_eq!(text("meta[name=description]", "content"), "Un \"mot\"");
    assert_eq!(
        text("link[rel=canonical]", "href"),
        "https://n.example/a?b=1&c=2"
    );
    assert_eq!(text("link[rel=stylesheet]", "href"), "/q/qari.css");
    let title = Selector::parse("title").unwrap();
    let title: String = parsed.select(&title).next().unwrap().text().collect();
    assert_eq!(title, "L’eau & le «reste»");
}

#[test]
fn nothing_of_an_article_leaves_its_place() {
    let mark = "</script></title></template><i class='out'>\"'<!--";
    let json = json!({
        "title": format!("عنوان {mark}"),
        "summary": format!("ملخص {mark}"),
        "tags": [mark],
        "authors": [{ "name": mark }],
        "url": "https://n.example/a",
        "body": [{ "type": "paragraph", "text": format!("نص {mark}") }],
    });
    let article = render(
        &json.to_string(),
        &[("author", mark), ("font", "serif\"><i class='out'>")],
    );
    for html in [
        snippet(&article, &Files::at("/")),
        page(&article, &Files::at("\"><i class='out'>")),
    ] {
        let parsed = Html::parse_document(&html);
        let out = Selector::parse("i.out").unwrap();
        assert_eq!(parsed.select(&out).count(), 0, "{html}");
        assert_eq!(html.matches("</template>").count(), 1);
        assert_eq!(html.matches("<!--").count(), 0);
    }
}

#[test]
fn a_poster_leads_to_the_original_without_a_script() {
    let body = "<p>نص</p><p>https://youtu.be/aaaaaaaaaaa</p>";
    let json = json!({ "url": "https://n.example/a", "title": "عنوان", "body": body });
    let html = snippet(&render(&json.to_string(), &[]), &Files::at("/"));
    let parsed = Html::parse_document(&html);
    let poster = Selector::parse("a.poster").unwrap();
    let poster = parsed
        .select(&poster)
        .next()
        .expect("a poster that is a link");
    assert_eq!(
        poster.attr("href"),
        Some("https://www.youtube.com/watch?v=aaaaaaaaaaa")
    );
}

#[test]
fn places_are_reached_without_a_script() {
    let body = "<p>القيمة<sup><a href=\"#n1\">1</a></sup></p><ol><li id=\"n1\">حاشية</li></ol>";
    let json = json!({ "url": "https://n.example/a", "title": "عنوان", "body": body });
    let article = render(&json.to_string(), &[]);
    let html = snippet(&article, &Files::at("/"));
    let place = format!("{}-1", article.id);
    for part in [
        format!("<a href=\"#{place}\">"),
        format!("<slot name=\"{place}\">"),
        format!("<a id=\"{place}\" slot=\"{place}\"></a>"),
    ] {
        assert!(html.contains(&part), "no {part} in {html}");
    }
}

fn lines(input: &str) -> (Vec<Value>, Counts) {
    lines_of(Cursor::new(input))
}

fn lines_of(input: impl BufRead + Send) -> (Vec<Value>, Counts) {
    let mut output = Vec::new();
    let options = stream::Options {
        attributes: &Attributes::from([("theme".to_owned(), "dark".to_owned())]),
        html: snippet,
        files: &Files::at("/"),
    };
    let counts = stream::run(input, &mut output, &options, |_| {}, |_| {}).unwrap();
    let output = String::from_utf8(output).unwrap();
    let lines = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    (lines.collect(), counts)
}

#[test]
fn a_line_in_is_a_line_out_whatever_is_in_it() {
    let article =
        |title: &str| json!({ "title": title, "url": "https://n.example/a", "body": "<p>نص</p>" });
    let mut named = article("واحد");
    named["id"] = json!("one");
    let input = [
        named.to_string(),
        "{ this is no JSON".to_owned(),
        json!({ "id": 3, "article": article("ثلاثة"), "attributes": { "theme": "sepia", "text-size": 5 } }).to_string(),
        "[]".to_owned(),
        String::new(),
        json!({ "colour": "red" }).to_string(),
        article("سبعة").to_string(),
    ];
    let (lines, counts) = lines(&input.join("\n"));
    let ids: Vec<_> = lines.iter().map(|line| line["id"].clone()).collect();
    assert_eq!(json!(ids), json!(["one", 2, 3, 4, 6, 7]));
    let errors: Vec<_> = lines.iter().map(|line| line["error"].clone()).collect();
    assert_eq!(
        json!(errors),
        json!([
            null,
            "not-json",
            null,
            "empty-article",
            "unknown-format",
            null
        ])
    );
    assert_eq!(
        counts,
        Counts {
            rendered: 3,
            failed: 3
        }
    );
    let html = |at: usize| lines[at]["html"].as_str().unwrap();
    assert!(html(0).contains("data-theme=\"dark\""));
    // What a line says of itself wins.
    assert!(
        html(2).contains("data-theme=\"sepia\" data-text-size=\"5\""),
        "{}",
        html(2)
    );
    assert!(!html(2).contains("data-theme=\"dark\""));
}

#[test]
fn a_line_s_own_attributes_are_those_that_there_are() {
    let article = json!({ "title": "خبر", "url": "https://n.example/a", "body": "<p>نص</p>" });
    let attributes = json!({
        "x><script>0</script>": "1",
        "font\" onclick=\"0": "1",
        "TEXT-SIZE": 5,
        "Theme": "sepia",
        "font": null,
        "debug": false,
        "unknown": "1",
    });
    let line = json!({ "id": "a", "article": article, "attributes": attributes });
    // As Windows begins a file.
    let (lines, _) = lines(&format!("\u{feff}{line}"));
    assert_eq!(lines[0]["id"], "a");
    let html = lines[0]["html"].as_str().unwrap();
    let (_, element) = html.split_once("<qari-reader ").unwrap();
    let (element, _) = element.split_once("><template").unwrap();
    let (_, attributes) = element.split_once("\" ").unwrap();
    assert_eq!(
        attributes,
        "data-text-size=\"5\" data-theme=\"sepia\" data-lang=\"ar\""
    );
}

/// What opens doors stays with whoever has the key.
#[test]
fn a_page_has_no_key_and_no_password_of_the_source() {
    let body = "<p>نص <a href=\"z\">رابط</a></p><p>https://youtu.be/aaaaaaaaaaa</p>";
    for url in [None, Some("/x/y")] {
        let json = json!({ "title": "خبر", "url": url, "body": body });
        let article = rendered_from(
            &json.to_string(),
            "https://u:pw@api.example/posts/5?apikey=SECRET",
        );
        let html = snippet(&article, &Files::at("/"));
        assert!(!html.contains("SECRET") && !html.contains("u:pw"), "{html}");
        let base = url.map_or("https://api.example/posts/5", |_| "https://api.example/x/y");
        assert!(
            html.contains(&format!("data-base-url=\"{base}\"")),
            "{html}"
        );
    }
}

#[test]
fn a_line_that_is_too_large_is_passed_over_and_the_next_is_read() {
    let article = r#"{"id":"next","title":"خبر","url":"https://n.example/a","body":"<p>نص</p>"}"#;
    // What a source may have at most, and more than anyone would want to hold.
    let largest = format!("{article}{}", " ".repeat(10_000_000 - article.len()));
    let endless = io::repeat(b'a').take(100_000_000);
    let input = Cursor::new(format!("{largest}\n{largest} \n"))
        .chain(endless)
        .chain(Cursor::new(format!("\n{article}")));
    let (lines, counts) = lines_of(BufReader::new(input));
    let found: Vec<_> = lines
        .iter()
        .map(|line| json!([line["id"], line["error"]]))
        .collect();
    let expected = json!([
        ["next", null],
        [2, "too-large"],
        [3, "too-large"],
        ["next", null]
    ]);
    assert_eq!(json!(found), expected);
    assert_eq!((counts.rendered, counts.failed), (2, 2));
}

#[test]
fn a_list_has_no_name() {
    let article =
        json!({ "id": 7, "title": "خبر", "url": "https://n.example/a", "body": "<p>نص</p>" });
    let (lines, _) = lines(&json!([article]).to_string());
    assert_eq!(lines[0]["id"], 1);
}

#[test]
fn a_stream_is_the_same_from_run_to_run() {
    let line = |at: u32| {
        json!({ "id": at, "title": format!("خبر {at}"), "url": format!("https://n.example/{at}"), "body": "<p>نص <b>قوي</b></p>" }).to_string()
    };
    let input = (0..600).map(line).collect::<Vec<_>>().join("\n");
    let (first, counts) = lines(&input);
    assert_eq!(
        counts,
        Counts {
            rendered: 600,
            failed: 0
        }
    );
    assert_eq!(first, lines(&input).0);
    let ids: Vec<_> = first
        .iter()
        .map(|line| line["id"].as_u64().unwrap())
        .collect();
    assert!(ids.is_sorted());
}
