//! The words of the interface: one file a language, of which a page asks for the one it needs, and what stands in for it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::articles::{TITLE, short, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![words::{
    a_page_in_french_gets_french_only,
    words_are_asked_for_before_the_wasm_is_there,
    an_article_in_another_language_gets_its_own_words,
    dates_are_in_the_articles_words,
    a_new_ui_language_takes_effect_at_once,
    without_words_everything_has_a_name,
    a_page_in_place_of_words_is_none,
    words_that_never_come_hold_nothing_back,
    a_fault_without_words_is_still_told,
    a_fault_in_each_language,
    a_fault_is_dropped_when_a_newer_load_has_begun,
    a_fault_after_a_changed_attribute_shows,
    a_colour_that_is_none_is_told_in_both_places,
}];

const WASM: &str = "/qari-reader_bg.wasm";
const NETWORKS: &str =
    "whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print";
const LANGUAGES: [&str; 7] = ["ar", "en", "es", "fa", "fr", "he", "ur"];

/// The languages whose words were asked for, in order.
fn asked(t: &Trial) -> Vec<String> {
    let file = |target: &str| {
        let name = target.strip_prefix("/words/")?.strip_suffix(".json")?;
        Some(name.to_owned())
    };
    t.cdn
        .requests()
        .iter()
        .filter_map(|request| file(&request.target))
        .collect()
}

fn french() -> Value {
    json!({ "language": "fr", "title": "La bibliothèque", "published": "2024-09-05T14:07:00+02:00",
        "body": "<p>Elle a rouvert ses portes ce matin.</p>" })
}

fn no_words(t: &Trial) {
    for language in LANGUAGES {
        t.cdn
            .serve(&format!("/words/{language}.json"), Reply::status(404));
    }
}

async fn a_page_in_french_gets_french_only(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(french()));
    t.open_ready(Page::element("{api}/article", "").language("fr", "ltr"))
        .await?;
    same(asked(t), ["fr"], "words")?;
    let label = "part('size-increase').getAttribute('aria-label')";
    same(t.text(label).await?, "Agrandir le texte", "A+")?;
    same(
        t.text("text('date')").await?,
        "5 septembre 2024 à 14:07",
        "the date",
    )
}

async fn words_are_asked_for_before_the_wasm_is_there(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let gate = t.cdn.hold(WASM);
    t.open(Page::element(
        "{api}/article",
        r#"data-ui-lang="fr" data-lang="ar-MA""#,
    ))
    .await?;
    t.wait_until(|| asked(t).len() == 2, "the words of both languages")
        .await?;
    gate.open();
    t.wait_state("ready").await?;
    // They travel side by side, so either may come first.
    let mut words = asked(t);
    words.sort();
    same(words, ["ar", "fr"], "words")
}

async fn an_article_in_another_language_gets_its_own_words(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(french()));
    // The page's language is all that is known until the article is understood; its words are held back to be seen missing.
    let gate = t.cdn.hold("/words/fr.json");
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_until(|| asked(t).len() == 2, "the words of page and article")
        .await?;
    same(asked(t), ["ar", "fr"], "words")?;
    same(t.get("state()").await?, "loading", "the state")?;
    gate.open();
    t.wait_state("ready").await?;
    let label = "part('size-increase').getAttribute('aria-label')";
    same(t.text(label).await?, "Agrandir le texte", "A+")
}

async fn dates_are_in_the_articles_words(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", r#"data-ui-lang="es""#))
        .await?;
    same(
        t.text("text('date')").await?,
        "5 شتنبر 2024، 14:07",
        "the date",
    )?;
    let label = "part('size-increase').getAttribute('aria-label')";
    same(t.text(label).await?, "Aumentar el texto", "A+")
}

async fn a_new_ui_language_takes_effect_at_once(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    for (language, label) in [("he", "הגדלת הטקסט"), ("ar", "تكبير النص")] {
        t.js(&format!("reader().dataset.uiLang = '{language}'"))
            .await?;
        let shown = format!("part('size-increase').getAttribute('aria-label') === '{label}'");
        t.wait_for(&shown, "the new words").await?;
    }
    same(asked(t), ["ar", "he"], "words, each once")
}

/// The article is there, and whatever can be pressed has a name, though no words could be had.
async fn readable_without_words(t: &Trial) -> Result<()> {
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    t.click("settings").await?;
    t.wait_for("isSeen(part('theme'))", "the settings").await?;
    let nameless = "[...inside().querySelectorAll('button, nav, [role=group], [role=toolbar], [part=share] a')]
        .filter((control) => !(control.getAttribute('aria-label') ?? control.textContent).trim()).length";
    same(t.get(nameless).await?, 0, "controls without a name")?;
    let named = "[...inside().querySelectorAll('[aria-label]')].every((one) => one.getAttribute('aria-label').trim())";
    same(t.get(named).await?, true, "no name is empty")?;
    let date = t.text("text('date')").await?;
    same(date, "5 September 2024, 14:07", "the date")?;
    same(
        t.get("part('toolbar').lang").await?,
        "en",
        "the language of the built-in words",
    )?;
    let told = "__seen.warnings.some((line) => line.includes('words/ar.json'))";
    same(t.get(told).await?, true, "the owner is told")
}

async fn without_words_everything_has_a_name(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    no_words(t);
    t.open_ready(Page::element(
        "{api}/article",
        &format!(r#"data-share="{}""#, NETWORKS),
    ))
    .await?;
    readable_without_words(t).await
}

async fn a_page_in_place_of_words_is_none(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.cdn
        .serve("/words/ar.json", Reply::html("<!doctype html><p>الرئيسية"));
    t.open_ready(Page::element("{api}/article", "")).await?;
    readable_without_words(t).await
}

async fn words_that_never_come_hold_nothing_back(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.cdn.serve("/words/ar.json", Reply::never());
    t.open_ready(Page::element("{api}/article", "")).await?;
    readable_without_words(t).await
}

async fn a_fault_without_words_is_still_told(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::status(503));
    no_words(t);
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("error").await?;
    t.event("error").await?;
    let words = t.text("seenText(part('error'))").await?;
    ensure!(words.contains("تعذّر التحميل"), "the message: {words}");
    same(t.get("isSeen(part('retry'))").await?, true, "a button")?;
    t.api.serve("/article", Reply::json(short()));
    t.click("retry").await?;
    t.wait_state("ready").await?;
    t.js("reader().dataset.uiLang = 'de'; reader().dataset.src = '/nowhere'")
        .await?;
    t.wait_state("error").await?;
    t.wait_for(
        "seenText(part('error')).includes('Not loaded')",
        "the message",
    )
    .await?;
    same(
        t.text("style('error', 'direction')").await?,
        "ltr",
        "its direction",
    )
}

async fn a_fault_in_each_language(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::status(404));
    for (language, part, direction) in [
        ("ar-MA", "لم نجد", "rtl"),
        ("fa", "پیدا نشد", "rtl"),
        ("ur", "نہیں ملا", "rtl"),
        ("he", "לא נמצאה", "rtl"),
        ("fr", "introuvable", "ltr"),
        ("en-GB", "could not be found", "ltr"),
        ("es", "No se encontró", "ltr"),
        ("ps", "لم نجد", "rtl"),
        ("de", "could not be found", "ltr"),
    ] {
        let attributes = format!(r#"data-ui-lang="{language}""#);
        t.open(Page::element("{api}/article", &attributes)).await?;
        t.wait_state("error").await?;
        let words = t.text("seenText(part('error'))").await?;
        ensure!(words.contains(part), "{language}: {words}");
        same(
            t.text("style('error', 'direction')").await?,
            direction,
            language,
        )?;
    }
    Ok(())
}

async fn a_fault_is_dropped_when_a_newer_load_has_begun(t: &Trial) -> Result<()> {
    t.api.serve("/gone", Reply::status(404));
    t.api.serve("/article", Reply::json(short()));
    let gate = t.cdn.hold("/plain.js");
    t.open(Page::element("{api}/gone", "")).await?;
    t.wait_until(
        || t.api.requests_for("/gone").iter().any(|one| one.answered),
        "the first answer",
    )
    .await?;
    t.frames().await?;
    t.js("reader().dataset.src = '{api}/article'").await?;
    t.wait_for("isSeen(part('title'))", "the second article's text")
        .await?;
    gate.open();
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    let told = "__seen.events.filter((event) => event.type === 'error').length";
    same(t.get(told).await?, 0, "faults told")?;
    same(t.get("parts('error').length").await?, 0, "messages")
}

async fn a_fault_after_a_changed_attribute_shows(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(titled("خبر")));
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.js("reader().dataset.format = 'map'; reader().dataset.map = 'title: nowhere'")
        .await?;
    t.wait_state("error").await?;
    same(t.get("isSeen(part('error'))").await?, true, "a message")?;
    t.js("delete reader().dataset.format; delete reader().dataset.map; reader().reload()")
        .await?;
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, "خبر", "the headline")
}

async fn a_colour_that_is_none_is_told_in_both_places(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element(
        "{api}/article",
        r#"data-debug data-accent="reddish""#,
    ))
    .await?;
    t.js("reader().dataset.hide = 'summary'").await?;
    t.wait_for("!part('summary')", "the changed attribute")
        .await?;
    let told = "__seen.warnings.filter((line) => line.includes('data-accent')).length";
    same(t.get(told).await?, 1, "how often the console has it")?;
    let panel = "part('debug').textContent.includes('data-accent=\"reddish\"')";
    same(t.get(panel).await?, true, "the panel has it")
}
