//! Requests, told what a network would tell them.

use super::*;

const ARTICLE: &str = r#"{"title": "خبر", "url": "https://n.example/a", "language": "ar", "body": "<p>نص الخبر كاملا</p>"}"#;

fn visit(query: &str) -> Visit {
    let settings =
        Settings::read(r#"{"QARI_SOURCES": "n.example api.example", "QARI_REDIRECTS": "2"}"#)
            .unwrap();
    let url = Url::parse(&format!("https://edge.example/read?{query}")).unwrap();
    Visit::new(Rc::new(settings), &url, "")
}

/// The head and the body of an answer.
fn answered(visit: &mut Visit, kind: &str, text: &str) {
    assert!(visit.head(200, kind, ""), "the body is wanted");
    visit.body(kind, text);
}

fn header(answer: &Answer, name: &str) -> String {
    let found = answer.headers.iter().find(|(known, _)| *known == name);
    found.map_or_else(String::new, |(_, value)| value.clone())
}

/// The status, and the code for the owner.
fn fault_of(visit: Visit) -> (u16, String) {
    assert_eq!(visit.address(), None, "it is over");
    let answer = visit.answer();
    let told: serde_json::Value = serde_json::from_str(&header(&answer, "x-qari-error")).unwrap();
    (
        answer.status,
        told["code"].as_str().unwrap_or_default().to_owned(),
    )
}

#[test]
fn json_becomes_a_page_whose_head_goes_first() {
    let mut visit = visit("src=https://n.example/a.json&theme=sepia");
    assert_eq!(visit.address(), Some("https://n.example/a.json"));
    answered(&mut visit, "application/json; charset=utf-8", ARTICLE);
    let answer = visit.answer();
    assert_eq!(answer.status, 200);
    assert!(answer.head.starts_with("<!doctype html>") && answer.head.contains("qari.css"));
    assert!(answer.rest.contains("نص الخبر كاملا") && answer.rest.contains("data-theme=\"sepia\""));
    assert_eq!(
        header(&answer, "cache-control"),
        "public, max-age=300, stale-while-revalidate=86400"
    );
    assert_eq!(header(&answer, "access-control-allow-origin"), "");
}

#[test]
fn a_snippet_is_for_other_origins_and_has_another_tag() {
    let tag = |query| {
        let mut visit = visit(query);
        answered(&mut visit, "", ARTICLE);
        let answer = visit.answer();
        (
            header(&answer, "etag"),
            header(&answer, "access-control-allow-origin"),
            answer.head,
        )
    };
    let (page, ..) = tag("src=https://n.example/a");
    let (snippet, origin, head) = tag("src=https://n.example/a&as=snippet");
    assert_ne!(page, snippet);
    assert_eq!((origin.as_str(), head.as_str()), ("*", ""));
    assert_eq!(tag("as=snippet&src=https://n.example/a").0, snippet);
}

#[test]
fn values_that_are_not_taken_are_told() {
    let mut visit = visit("src=https://n.example/a&theme=pink");
    answered(&mut visit, "application/json", ARTICLE);
    assert!(header(&visit.answer(), "x-qari-notices").contains("pink"));
}

#[test]
fn what_may_not_be_fetched_is_not() {
    assert_eq!(fault_of(visit("theme=dark")), (400, "config".to_owned()));
    assert_eq!(
        fault_of(visit("src=article.json")),
        (400, "config".to_owned())
    );
    assert_eq!(
        fault_of(visit("src=https://other.example/")),
        (403, "refused".to_owned())
    );
    assert_eq!(
        fault_of(visit("src=https://10.0.0.1/")),
        (403, "refused".to_owned())
    );
}

#[test]
fn each_redirect_is_checked_and_they_are_counted() {
    let mut good = visit("src=https://n.example/a");
    assert!(!good.head(301, "text/html", "/b"));
    assert_eq!(good.address(), Some("https://n.example/b"));
    assert!(!good.head(302, "", "https://api.example/c"));
    assert_eq!(good.address(), Some("https://api.example/c"));
    assert!(!good.head(302, "", "https://api.example/d"));
    assert_eq!(fault_of(good), (502, "network".to_owned()));

    let mut bad = visit("src=https://n.example/a");
    assert!(!bad.head(302, "", "https://192.168.0.1/"));
    assert_eq!(fault_of(bad), (403, "refused".to_owned()));

    let mut odd = visit("src=https://n.example/a");
    assert!(!odd.head(302, "", "mailto:me@n.example"));
    assert_eq!(fault_of(odd), (502, "network".to_owned()));
}

#[test]
fn sources_that_fail_say_how() {
    let told = |tell: fn(&mut Visit)| {
        let mut visit = visit("src=https://n.example/a");
        tell(&mut visit);
        fault_of(visit)
    };
    let fault = |status, code: &str| (status, code.to_owned());
    assert_eq!(
        told(|visit| assert!(!visit.head(404, "text/html", ""))),
        fault(404, "http")
    );
    assert_eq!(
        told(|visit| assert!(!visit.head(500, "text/html", ""))),
        fault(502, "http")
    );
    assert_eq!(
        told(|visit| assert!(!visit.head(200, "image/png", ""))),
        fault(502, "not-json")
    );
    assert_eq!(
        told(|visit| answered(visit, "application/json", "{oops")),
        fault(502, "not-json")
    );
    assert_eq!(
        told(|visit| answered(visit, "application/json", "{\"a\": 1}")),
        fault(502, "unknown-format")
    );
    assert_eq!(
        told(|visit| answered(visit, "text/html", "<p>a")),
        fault(502, "unknown-format")
    );
    assert_eq!(
        told(|visit| visit.failed("network", "cut")),
        fault(502, "network")
    );
    assert_eq!(
        told(|visit| visit.failed("timeout", "10 s")),
        fault(504, "timeout")
    );
    assert_eq!(
        told(|visit| visit.failed("too-large", "5 MB")),
        fault(502, "too-large")
    );
}

const PAGE: &str = r#"<html><head><link rel="https://api.w.org/" href="https://n.example/wp-json/">
    <link rel="alternate" type="application/json" href="https://n.example/wp-json/wp/v2/posts/7">
    <link rel="alternate" type="application/feed+json" href="/feed.json">
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "خبر", "articleBody": "نص من الصفحة"}</script>"#;

#[test]
fn a_page_leads_to_its_post() {
    let mut visit = visit("src=https://n.example/a");
    answered(&mut visit, "text/html", PAGE);
    assert_eq!(
        visit.address(),
        Some("https://n.example/wp-json/wp/v2/posts/7?_embed")
    );
    answered(
        &mut visit,
        "application/json",
        r#"{"id": 7, "link": "https://n.example/a", "title": {"rendered": "خبر"}, "content": {"rendered": "<p>نص من الواجهة</p>"}}"#,
    );
    assert!(visit.answer().rest.contains("نص من الواجهة"));
}

#[test]
fn where_one_way_is_closed_the_next_is_taken() {
    let mut visit = visit("src=https://n.example/a");
    answered(&mut visit, "text/html", PAGE);
    assert!(!visit.head(401, "application/json", ""));
    let answer = visit.answer();
    assert_eq!(answer.status, 200);
    assert!(answer.rest.contains("نص من الصفحة"));
}

#[test]
fn a_pages_feed_gives_the_pages_own_item() {
    let page = r#"<link rel="alternate" type="application/feed+json" href="/feed.json">"#;
    let feed = |url: &str| {
        format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": [
            {{"id": "1", "url": "https://n.example/other", "title": "آخر", "content_html": "<p>نص آخر</p>"}},
            {{"id": "2", "url": "{url}", "title": "خبر", "content_html": "<p>نص هذه الصفحة</p>"}}]}}"#
        )
    };
    let answer = |feed: &str| {
        let mut visit = visit("src=https://n.example/a");
        answered(&mut visit, "text/html; charset=utf-8", page);
        assert_eq!(visit.address(), Some("https://n.example/feed.json"));
        answered(&mut visit, "application/feed+json", feed);
        visit.answer()
    };
    assert!(
        answer(&feed("https://n.example/a/"))
            .rest
            .contains("نص هذه الصفحة")
    );
    let missing = answer(&feed("https://n.example/c"));
    assert_eq!(missing.status, 502);
    assert!(
        missing.rest.contains("href=\"https://n.example/a\""),
        "the way to the page: {}",
        missing.rest
    );
}

#[test]
fn what_a_page_names_is_checked_too() {
    let mut visit = visit("src=https://n.example/a");
    answered(
        &mut visit,
        "text/html",
        r#"<link rel="alternate" type="application/feed+json" href="https://127.0.0.1/feed.json">"#,
    );
    assert_eq!(fault_of(visit), (403, "refused".to_owned()));
}

#[test]
fn a_fault_is_told_in_the_readers_language() {
    let settings = Rc::new(Settings::default());
    let url = |query: &str| Url::parse(&format!("https://edge.example/read?{query}")).unwrap();
    let told = |query, accepted| {
        Visit::new(Rc::clone(&settings), &url(query), accepted)
            .answer()
            .rest
    };
    assert!(told("", "").contains("lang=\"ar\" dir=\"rtl\""));
    assert!(told("", "es-MX,es;q=0.9").contains("lang=\"es\""));
    assert!(told("lang=fr", "es").contains("lang=\"fr\""));
}
