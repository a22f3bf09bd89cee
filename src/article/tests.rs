//! The article as Qari's own JSON, for scripts on the page.

use serde_json::json;

use super::*;
use crate::native::Native;

fn url() -> SafeUrl {
    SafeUrl::media(&Native, "https://a.example/1.jpg", "").unwrap()
}

fn link(text: &str, url: Option<SafeUrl>) -> Link {
    Link {
        text: text.into(),
        url,
        image: None,
    }
}

#[test]
fn an_article_is_written_as_qari_s_own_json() {
    let variant = |width| Variant { url: url(), width };
    let article = Article {
        url: Some(url()),
        language: Some("ar-MA".into()),
        breadcrumb: vec![
            link("", Some(url())),
            link("الرئيسية", Some(url())),
            link("مجتمع", None),
        ],
        publisher: Some(link("ناشر", Some(url()))),
        image: Some(Image {
            url: url(),
            alt: String::new(),
            caption: Some("تعليق".into()),
            credit: None,
            width: Some(1200),
            height: None,
            variants: vec![variant(640), variant(960)],
        }),
        title: "قال \"نعم\" \\ ثم\nمضى".into(),
        summary: Some("ملخص".into()),
        published: Stamp::parse("2024-09-05T14:07:33+01:00"),
        modified: Stamp::parse("2024-09-06"),
        tags: vec!["أ".into(), "ب".into()],
        authors: vec![Link {
            image: Some(url()),
            ..link("ليلى", None)
        }],
        body: Vec::new(),
        access: Access::Members,
    };
    let expected = json!({
        "url": "https://a.example/1.jpg",
        "language": "ar-MA",
        "title": "قال \"نعم\" \\ ثم\nمضى",
        "summary": "ملخص",
        // The site's home has no name of its own.
        "breadcrumb": [{"title": "الرئيسية", "url": "https://a.example/1.jpg"}, {"title": "مجتمع"}],
        "image": {
            "url": "https://a.example/1.jpg", "alt": "", "caption": "تعليق", "width": 1200,
            "variants": [{"url": "https://a.example/1.jpg", "width": 640}, {"url": "https://a.example/1.jpg", "width": 960}],
        },
        "authors": [{"name": "ليلى", "image": "https://a.example/1.jpg"}],
        "published": "2024-09-05T14:07:33+01:00",
        "modified": "2024-09-06",
        "publisher": {"name": "ناشر", "url": "https://a.example/1.jpg"},
        "tags": ["أ", "ب"],
        "body": "",
    });
    assert_eq!(serde_json::to_value(&article).unwrap(), expected);
}

#[test]
fn what_an_article_has_not_is_left_out_but_lists_are_there() {
    let expected = json!({"breadcrumb": [], "authors": [], "tags": [], "body": ""});
    assert_eq!(serde_json::to_value(Article::default()).unwrap(), expected);
}
