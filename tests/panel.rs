//! The panel of `data-debug`: its sentences in each language, and what it says of an article.

mod render;

use std::collections::BTreeSet;
use std::fs;
use std::rc::Rc;

use qari_reader::app::{Debug, Measured, Page};
use qari_reader::language::{Dir, direction};
use qari_reader::locale::{LANGUAGES, Words};
use qari_reader::remark::{Argument, Remark, Said};
use render::{all, attribute, count, render, sample};
use serde_json::Value;
use strum::{EnumMessage, IntoEnumIterator};
use yew::Callback;

/// A language's sentences for the owner, as their file has them.
fn file(language: &str) -> Value {
    let text = fs::read_to_string(format!("static/words/debug/{language}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The texts of a group.
fn texts<'a>(file: &'a Value, group: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let texts = file[group].as_object().unwrap().iter();
    texts.map(|(name, text)| (name.as_str(), text.as_str().unwrap()))
}

/// What stands in braces, sorted.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split(['{', '}']).skip(1).step_by(2).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_language_has_every_sentence_with_its_places() {
    let english = file("en");
    let said: BTreeSet<&str> = Said::iter().map(<&str>::from).collect();
    // The console's English and the panel's are one, but for the letter at the beginning.
    for said in Said::iter() {
        if let Some(console) = said.get_message() {
            let panel = english["texts"][<&str>::from(said)].as_str().unwrap();
            assert!(panel.eq_ignore_ascii_case(console), "{panel} | {console}");
        }
    }
    for language in LANGUAGES {
        let file = file(language.code);
        assert_eq!(file["language"], language.code);
        let names: BTreeSet<&str> = texts(&file, "texts").map(|(name, _)| name).collect();
        assert_eq!(names, said, "debug/{}.json", language.code);
        let faults = |file| texts(file, "faults").map(|(name, _)| name.to_owned());
        assert!(
            faults(&file).eq(faults(&english)),
            "debug/{}.json",
            language.code
        );
        for (group, name, text) in ["texts", "faults"]
            .into_iter()
            .flat_map(|group| texts(&file, group).map(move |(name, text)| (group, name, text)))
        {
            let which = format!("debug/{}.json: {name}: {text}", language.code);
            assert_eq!(
                text.matches('{').count(),
                text.matches('}').count(),
                "{which}"
            );
            // What is filled in is filled in everywhere; names of no language may stand without braces in Latin script.
            let is_filled = |place: &&str| FILLED.contains(place);
            let filled = |text| {
                places(text)
                    .into_iter()
                    .filter(is_filled)
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                filled(text),
                filled(english[group][name].as_str().unwrap()),
                "{which}"
            );
            if direction(language.code) == Dir::Rtl {
                let words: String = text.split(['{', '}']).step_by(2).collect();
                assert!(
                    !words.contains(|c: char| c.is_ascii_alphabetic()),
                    "{which}"
                );
            }
        }
    }
}

/// The places that something is put into.
const FILLED: [&str; 23] = [
    "version",
    "url",
    "format",
    "attribute",
    "mark",
    "language",
    "direction",
    "bytes",
    "words",
    "blocks",
    "elements",
    "ms",
    "files",
    "sent",
    "line",
    "written",
    "allowed",
    "meant",
    "name",
    "path",
    "fields",
    "way",
    "value",
];

/// A page with a panel that has everything to tell.
fn page(ui: &'static str) -> Page {
    let mut page = sample("train", &[("ui-lang", ui)]);
    let words = Words::parse(&file(ui).to_string()).unwrap();
    let new = Remark::new;
    let measured = Measured {
        told: vec![new(Said::Ready, vec![("ms", 420.into())])],
        to_mend: vec![new(
            Said::Stopped,
            vec![
                ("url", "https://cdn.example/a.jpg".into()),
                ("line", "img-src https://cdn.example".into()),
            ],
        )],
    };
    page.debug = Some(Debug {
        words: Some(Rc::new(words)),
        reason: new(Said::OwnerSays, vec![("attribute", "data-format".into())]),
        notices: vec![new(
            Said::Refused,
            vec![
                ("written", "data-lang=\"arabic\"".into()),
                ("allowed", Argument::Words(Said::LanguageTag)),
            ],
        )],
        size: 1234,
        repaired: true,
        changed: vec![("font".to_owned(), 2), ("script".to_owned(), 1)],
        measure: Callback::from(move |()| measured.clone()),
    });
    page
}

#[test]
fn the_panel_speaks_the_interfaces_language_with_names_from_left_to_right() {
    let html = render(page("ar"));
    let panel = "[part=debug]";
    assert_eq!(attribute(&html, panel, "dir").unwrap(), "rtl");
    assert_eq!(attribute(&html, panel, "lang").unwrap(), "ar");
    let lines = all(&html, "[part=debug] p");
    for said in [
        "أُهمل data-lang=\"arabic\". المسموح به: رمز لغة وفق BCP 47 مثل ar-MA",
        "منعت سياسة الصفحة https://cdn.example/a.jpg. أضف إلى Content-Security-Policy: img-src https://cdn.example",
        "عناصر HTML التي حُذفت أو فُكّت أو أُعيدت كتابتها: font 2, script 1",
        "أُخذت الصيغة لأن data-format يذكرها",
        "جهز القارئ بعد 420 م.ث من الطلب",
    ] {
        assert!(
            lines.iter().any(|line| line == said),
            "no «{said}» in {lines:#?}"
        );
    }
    let names = all(&html, "[part=debug] code");
    assert!(
        names.iter().any(|name| name == "data-lang=\"arabic\""),
        "{names:?}"
    );
    assert_eq!(
        count(&html, "[part=debug] code"),
        count(&html, "[part=debug] code[dir=ltr]")
    );
    assert_eq!(all(&html, "[part=debug] button"), ["نسخ التقرير"]);
}

#[test]
fn no_sentence_is_missing_in_any_language() {
    for language in LANGUAGES {
        let text = all(&render(page(language.code)), "[part=debug]").concat();
        for said in Said::iter()
            .map(<&str>::from)
            .filter(|name| name.contains(char::is_uppercase))
        {
            assert!(!text.contains(said), "{}: {said} in {text}", language.code);
        }
    }
}

#[test]
fn what_is_in_order_is_said_and_no_panel_is_drawn_unasked() {
    let mut page = page("en");
    let debug = page.debug.as_mut().unwrap();
    debug.notices.clear();
    debug.repaired = false;
    debug.measure = Callback::from(|()| Measured::default());
    let html = render(page);
    let headings = all(&html, "[part=debug] strong");
    assert_eq!(
        headings[1],
        "Nothing was refused, and nothing needs mending."
    );
    assert_eq!(count(&render(sample("train", &[])), "[part=debug]"), 0);
}

#[test]
fn without_its_file_the_names_stand() {
    let mut page = page("ar");
    page.debug.as_mut().unwrap().words = None;
    let html = render(page);
    assert_eq!(attribute(&html, "[part=debug]", "dir").unwrap(), "ltr");
    let lines = all(&html, "[part=debug] p");
    assert!(lines.iter().any(|line| line == "ready 420"), "{lines:?}");
}
