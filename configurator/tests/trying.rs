//! What is said of an article and of settings that somebody tries: what is wrong, and the step that mends it.

use qari_configurator::advice::{Advice, advice};
use qari_configurator::embed::Embed;
use qari_configurator::judged::refusals;
use qari_configurator::outcome::{self, Answer, Told};
use qari_configurator::snippets::snippet;
use qari_configurator::state::{Form, From, State};
use qari_configurator::words::{Language, Words};
use qari_reader::remark::Said;
use strum::IntoEnumIterator;

const BASE: &str = "https://demo.example/qari/";

/// A browser that knows one colour and one length.
fn takes(name: &str, value: &str) -> bool {
    match name {
        "accent" => value == "teal",
        "min-height" => value == "60vh",
        _ => true,
    }
}

fn embed(settings: &[(&str, &str)]) -> Embed {
    let mut state = State {
        from: From::Address,
        ..State::default()
    };
    state.set("src", "https://news.example/1");
    for (name, value) in settings {
        state.set(name, value);
    }
    Embed::of(&state, BASE).judged(takes)
}

fn pasted(json: &str) -> Embed {
    let state = State {
        from: From::Pasted,
        pasted: json.to_owned(),
        ..State::default()
    };
    Embed::of(&state, BASE).judged(takes)
}

fn failed() -> Told {
    Told::Failed {
        code: "network".to_owned(),
        status: None,
        message: String::new(),
    }
}

fn tried(address: &str, answer: Answer) -> Option<Advice> {
    advice(&embed(&[("src", address)]), &failed(), &answer)
}

#[test]
fn what_is_refused_is_told_and_stays_out_of_every_snippet() {
    let embed = embed(&[
        ("accent", "burgundy"),
        ("min-height", "abc"),
        ("theme", "purple"),
        ("share", "x, myspace copy"),
        ("hide", "everything"),
        ("text-size", "5"),
    ]);
    let told: Vec<String> = embed.refused.iter().map(ToString::to_string).collect();
    for value in ["burgundy", "abc", "purple", "myspace", "everything"] {
        assert!(
            told.iter().any(|line| line.contains(value)),
            "{value}: {told:?}"
        );
        for form in Form::iter() {
            let pieces = snippet(form, &embed, "").unwrap();
            assert!(
                pieces.iter().all(|piece| !piece.code.contains(value)),
                "{value} in {form:?}"
            );
        }
    }
    assert_eq!(told.len(), 5, "{told:?}");
    // What is right beside it stays.
    assert_eq!(embed.value("share"), Some("x copy"));
    assert_eq!(embed.value("text-size"), Some("5"));
    assert_eq!(embed.value("hide"), None);
    // Both places ask the same.
    assert_eq!(refusals("accent", "burgundy", takes).len(), 1);
    assert!(refusals("accent", "teal", takes).is_empty());
    assert!(embed.refuses("accent") && !embed.refuses("text-size"));
}

#[test]
fn what_is_understood_is_not_spoken_of() {
    let embed = embed(&[
        ("accent", "teal"),
        ("min-height", "60vh"),
        ("share", "none"),
    ]);
    assert_eq!(embed.refused, []);
    assert_eq!(embed.value("accent"), Some("teal"));
    assert_eq!(embed.reserved(), "60vh");
    assert_eq!(embed.value("share"), Some("none"));
}

#[test]
fn an_address_without_its_scheme_is_asked_about() {
    let meant = |address: &str| Some(Advice::NeedsScheme(Some(address.to_owned())));
    let answer = Answer::Status(404);
    assert_eq!(
        tried("news.example/wp-json/wp/v2/posts/1", answer.clone()),
        meant("https://news.example/wp-json/wp/v2/posts/1")
    );
    assert_eq!(
        tried("localhost:9004/1", Answer::None),
        meant("http://localhost:9004/1")
    );
    assert_eq!(
        tried("ftp://news.example/1", Answer::None),
        Some(Advice::NeedsScheme(None))
    );
    // It is no address for a page either.
    let embed = embed(&[("src", "localhost:9004/1")]);
    assert_eq!(embed.asked(), None);
    for form in Form::iter() {
        assert_eq!(snippet(form, &embed, ""), None, "{form:?}");
    }
    // An address of the page's own site is one.
    assert_eq!(
        tried("/api/42", answer),
        Some(Advice::NothingThere(Some(
            "https://demo.example/wp-json/wp/v2/posts?slug=42&_embed".to_owned()
        )))
    );
}

#[test]
fn the_address_that_is_asked_is_the_whole_one() {
    let asked = |address| embed(&[("src", address)]).asked();
    assert_eq!(
        asked("/api/42").as_deref(),
        Some("https://demo.example/api/42")
    );
    assert_eq!(
        asked("news.example/1").as_deref(),
        Some("https://demo.example/qari/demo/news.example/1")
    );
    assert_eq!(asked("#story"), None);
    assert_eq!(pasted("{}").asked(), None);
}

#[test]
fn a_server_is_said_to_answer_only_where_that_is_known() {
    let news = "https://news.example/1";
    assert_eq!(tried(news, Answer::NotAllowed), Some(Advice::NotAllowed));
    assert_eq!(tried(news, Answer::Unreachable), Some(Advice::NoAnswer));
    assert_eq!(tried(news, Answer::None), None);
    assert_eq!(tried(news, Answer::Status(500)), None);
    assert_eq!(tried(news, Answer::Insecure), Some(Advice::Insecure));
    // Where the article is there, nothing is to be mended.
    let told = Told::Waiting;
    assert_eq!(advice(&embed(&[]), &told, &Answer::NotAllowed), None);
    assert_eq!(tried("#story", Answer::None), Some(Advice::InPage));
}

#[test]
fn a_page_for_people_leads_to_its_json() {
    let page = "https://news.example/2026/05/atlas-train/";
    let json =
        || Some("https://news.example/wp-json/wp/v2/posts?slug=atlas-train&_embed".to_owned());
    assert_eq!(
        tried(page, Answer::Text("\n<!doctype html><p>نص</p>".to_owned())),
        Some(Advice::PageForPeople(json()))
    );
    assert_eq!(
        tried(page, Answer::Status(404)),
        Some(Advice::NothingThere(json()))
    );
    assert_eq!(
        tried(
            "https://news.example/wp-json/wp/v2/posts/9",
            Answer::Status(404)
        ),
        Some(Advice::NothingThere(None))
    );
}

#[test]
fn broken_json_is_shown_its_place_in_letters() {
    let place = |json: &str| advice(&pasted(json), &failed(), &Answer::Text(json.to_owned()));
    let at = |line, column| Some(Advice::Broken { line, column });
    assert_eq!(place("{\"title\": \"عنوان\" \"body\": 1}"), at(1, 19));
    assert_eq!(
        place("{\n  \"title\": \"عنوان\",\n  \"body\": نص\n}"),
        at(3, 11)
    );
    assert_eq!(place("{\"title\": 1"), at(1, 11));
    assert_eq!(place("<p>نص</p>"), at(1, 1));
    // What the reader mends is not broken.
    assert_eq!(place("{\"title\": \"سطر\nثان\", \"body\": \"نص\"}"), None);
    // It is the server's, too.
    assert_eq!(
        tried("https://news.example/1", Answer::Text("{,}".to_owned())),
        at(1, 2)
    );
}

#[test]
fn what_the_reader_says_of_a_source_is_said_in_any_language() {
    let json = r#"{"title": "عنوان", "body": "<p>نص</p>", "payload": {"head": "خبر"}}"#;
    let source = |settings: &[(&str, &str)]| outcome::read(json, &embed(settings)).unwrap();
    assert_eq!(source(&[]).reason.said, Said::Has);
    assert_eq!(source(&[("format", "qari")]).reason.said, Said::OwnerSays);
    let map = "title: payload.head; body: body; summary: payload.hedd; url: payload; titel: x; nothing: y";
    let source = source(&[("map", map), ("item", "9")]);
    let said: Vec<Said> = source.remarks.iter().map(|remark| remark.said).collect();
    assert_eq!(
        said,
        [
            Said::NoItem,
            Said::NothingBeyond,
            Said::NoTextBut,
            Said::NoFieldBut,
            Said::NoField
        ]
    );
    for language in [Language::Ar, Language::Fr, Language::En] {
        let words = Words::of(language);
        for remark in source.remarks.iter().chain([&source.reason]) {
            assert!(words.said(remark.said).is_some(), "{language:?}: {remark}");
        }
    }
}
