//! Listening: offered where a voice fits, sentence by sentence, and over when the reader leaves.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{TITLE, short, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![listen::{
    it_is_hidden_where_the_device_has_no_voice,
    it_is_offered_only_with_a_voice_of_the_article_language,
    voices_may_arrive_late,
    sentences_are_read_in_order_and_marked,
    pausing_keeps_the_sentence,
    sentences_before_and_after,
    the_speed_is_chosen_and_kept,
    the_last_sentence_ends_it,
    it_stops_when_the_reader_leaves,
    one_reader_speaks_at_a_time,
}];

/// The stand-in for the device's speech, for the head of a page.
pub const VOICES: &str = include_str!("voices.js");
const SHOWN: &str = "isSeen(part('listen'))";
const LAST: &str = "speechSynthesis.said[speechSynthesis.said.length - 1]";
const ROW: &str = "inside().querySelector('.listening')";

/// A reader of `/article` on a device with `voices`.
pub fn page(attributes: &str, voices: &str) -> Page {
    Page::element("{api}/article", attributes).head(&format!(
        "<script>{VOICES} speechSynthesis.arrive({voices})</script>"
    ))
}

async fn open(t: &Trial, voices: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(page("", voices)).await
}

/// Begins to listen and waits for the first sentence.
pub async fn start(t: &Trial) -> Result<()> {
    t.click("listen").await?;
    t.wait_for(&format!("Boolean({ROW})"), "the controls")
        .await?;
    t.wait_for("speechSynthesis.speaking", "a voice").await
}

async fn press(t: &Trial, name: &str) -> Result<()> {
    t.click_on(&format!("{ROW}.querySelector('[data-listen={name}]')"))
        .await
}

async fn it_is_hidden_where_the_device_has_no_voice(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    // The engine's own voices, which on a machine without a speech service are none.
    let fits = "Boolean(window.speechSynthesis) && speechSynthesis.getVoices().some(({ lang }) => lang.startsWith('ar'))";
    same(t.get(SHOWN).await?, t.get(fits).await?, "the button")
}

async fn it_is_offered_only_with_a_voice_of_the_article_language(t: &Trial) -> Result<()> {
    open(t, "'en-US', 'fr-FR'").await?;
    same(t.get(SHOWN).await?, false, "with other languages' voices")?;
    t.js("speechSynthesis.arrive('fr-FR', 'ar-EG')").await?;
    t.wait_for(SHOWN, "the button").await?;
    t.js("reader().dataset.controls = 'size'").await?;
    t.wait_for("!part('listen')", "the button to go").await
}

async fn voices_may_arrive_late(t: &Trial) -> Result<()> {
    open(t, "").await?;
    same(t.get(SHOWN).await?, false, "without voices")?;
    t.js("speechSynthesis.arrive('ar_EG')").await?;
    t.wait_for(SHOWN, "the button").await?;
    start(t).await?;
    // What is asked for is what the voice speaks, not what the article is marked as.
    same(&t.get(LAST).await?["lang"], "ar-EG", "the language")
}

async fn sentences_are_read_in_order_and_marked(t: &Trial) -> Result<()> {
    open(t, "'en-GB', 'ar-EG', 'ar-MA', 'fr-FR'").await?;
    start(t).await?;
    let first = t.get(LAST).await?;
    same(&first["text"], TITLE, "the first sentence")?;
    same(&first["voice"], "ar-MA", "its voice")?;
    same(&first["lang"], "ar-MA", "its language")?;
    let marked = "[...CSS.highlights.get('qari-spoken')].map(String).join('')";
    same(t.get(marked).await?, TITLE, "what is marked")?;
    let mut heard = vec![];
    for _ in 0..3 {
        t.js("speechSynthesis.finish()").await?;
        let sentence = t.get(LAST).await?["text"].clone();
        same(t.get(marked).await?, sentence.clone(), "what is marked")?;
        heard.push(sentence);
    }
    let whole = t.text("tidy(parts('summary')[0].textContent)").await?;
    same(&heard[0], whole.as_str(), "the second sentence")?;
    same(
        &heard[2],
        "ما الذي تغير؟",
        "the heading, a sentence of its own",
    )
}

async fn pausing_keeps_the_sentence(t: &Trial) -> Result<()> {
    open(t, "'ar'").await?;
    start(t).await?;
    t.js("speechSynthesis.finish()").await?;
    let sentence = t.get(LAST).await?["text"].clone();
    press(t, "toggle").await?;
    same(t.get("speechSynthesis.speaking").await?, false, "speaking")?;
    let name = format!("{ROW}.querySelector('[data-listen=toggle]').getAttribute('aria-label')");
    same(t.get(&name).await?, "متابعة الاستماع", "the button's name")?;
    press(t, "toggle").await?;
    same(t.get(LAST).await?["text"].clone(), sentence, "afterwards")?;
    same(t.get(&name).await?, "إيقاف مؤقت", "the button's name")
}

async fn sentences_before_and_after(t: &Trial) -> Result<()> {
    open(t, "'ar'").await?;
    start(t).await?;
    press(t, "next").await?;
    let second = t.get(LAST).await?["text"].clone();
    ensure!(second != TITLE, "still the first");
    press(t, "previous").await?;
    same(t.get(LAST).await?["text"].clone(), TITLE, "back")?;
    press(t, "previous").await?;
    same(t.get(LAST).await?["text"].clone(), TITLE, "at the start")
}

async fn the_speed_is_chosen_and_kept(t: &Trial) -> Result<()> {
    open(t, "'ar'").await?;
    start(t).await?;
    same(t.get(LAST).await?["rate"].clone(), 1, "at first")?;
    let speeds = format!("[...{ROW}.querySelectorAll('option')].map(({{ value }}) => +value)");
    same(
        t.get(&speeds).await?,
        json!([0.5, 0.75, 1, 1.25, 1.5, 2]),
        "the speeds",
    )?;
    t.js(&format!(
        "const select = {ROW}.querySelector('select'); select.value = '1.5'; select.dispatchEvent(new Event('change'))"
    ))
    .await?;
    same(t.get(LAST).await?["rate"].clone(), 1.5, "now")?;
    same(
        t.get(LAST).await?["text"].clone(),
        TITLE,
        "the same sentence",
    )?;
    t.reload().await?;
    t.wait_state("ready").await?;
    start(t).await?;
    same(t.get(LAST).await?["rate"].clone(), 1.5, "after a reload")
}

async fn the_last_sentence_ends_it(t: &Trial) -> Result<()> {
    open(t, "'ar'").await?;
    start(t).await?;
    // Each sentence begins in a task of its own, or some tasks later.
    t.promised(&format!("(async () => {{ for (let i = 0; i < 1000 && {ROW}; i++) {{ if (speechSynthesis.speaking) speechSynthesis.finish(); await new Promise(setTimeout); }} }})()"))
        .await?;
    t.wait_for(&format!("{ROW} === null"), "the row to go")
        .await?;
    same(
        t.get("CSS.highlights.has('qari-spoken')").await?,
        false,
        "a mark",
    )?;
    let heard = t
        .number("new Set(speechSynthesis.said.map(({ text }) => text)).size")
        .await?;
    ensure!(heard >= 9.0, "{heard} sentences were read");
    // And once more.
    let before = t.number("speechSynthesis.said.length").await?;
    start(t).await?;
    t.wait_for(
        &format!("speechSynthesis.said.length > {before}"),
        "speech again",
    )
    .await
}

async fn it_stops_when_the_reader_leaves(t: &Trial) -> Result<()> {
    open(t, "'ar'").await?;
    for leave in [
        format!("{ROW}.querySelector('[data-listen=stop]').click()"),
        "dispatchEvent(new PageTransitionEvent('pagehide'))".to_owned(),
        "part('listen').click()".to_owned(),
        "reader().dataset.src += '?again'".to_owned(),
    ] {
        start(t).await?;
        t.js(&leave).await?;
        t.wait_for("!speechSynthesis.speaking", &leave).await?;
        t.wait_for(&format!("!{ROW}"), "the row to go").await?;
        t.wait_state("ready").await?;
        t.wait_for(SHOWN, "the button").await?;
    }
    start(t).await?;
    t.js("reader().destroy()").await?;
    t.wait_for("!speechSynthesis.speaking", "silence").await?;
    t.wait_for("speechSynthesis.heard() === 0", "no listener")
        .await
}

async fn one_reader_speaks_at_a_time(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.api.serve("/two", Reply::json(titled("خبر آخر")));
    let page = Page::elements(&["{api}/article", "{api}/two"]);
    t.open(page.head(&format!(
        "<script>{VOICES} speechSynthesis.arrive('ar')</script>"
    )))
    .await?;
    t.wait_both().await?;
    start(t).await?;
    t.js("part('listen', 1).click()").await?;
    t.wait_for(
        &format!("{LAST}.text === 'خبر آخر'"),
        "the second reader's voice",
    )
    .await?;
    let toggles = "[0, 1].map((n) => inside(n).querySelector('[data-listen=toggle]').getAttribute('aria-label'))";
    t.wait_for(
        &format!("new Set({toggles}).size === 2"),
        "the first to pause",
    )
    .await?;
    same(t.get("speechSynthesis.speaking").await?, true, "speaking")
}
