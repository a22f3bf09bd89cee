//! Places within the article: footnote marks, the ways back, pictures that take the room they have.

use anyhow::{Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::listen::VOICES;
use crate::articles::{TITLE, URL};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![places::{
    a_note_is_reached_and_left_again,
    a_place_that_is_not_rendered_yet_is_reached,
    a_picture_is_fetched_as_wide_as_it_is_shown,
    a_formula_that_is_a_picture_grows_with_the_text,
    exponents_are_said_and_marks_of_notes_are_not,
}];

fn article(html: &str) -> Value {
    json!({ "url": URL, "language": "ar-MA", "title": TITLE, "body": html })
}

/// So many paragraphs between a mark and its note, and after it.
fn with_note(paragraphs: usize) -> Value {
    let between: String = (0..paragraphs)
        .map(|number| format!("<p>الفقرة {number} من خبر السوق الذي عاد إليه صناعه بعد سنتين.</p>"))
        .collect();
    article(&format!(
        "<p id=top>بلغت الكلفة ستين مليونا<sup><a id=back href=\"#note\">1</a></sup>.</p>{between}\
         <ol><li id=note>حسب الجماعة. <a href=\"#back\">↩</a></li></ol>{between}"
    ))
}

const MARK: &str = "inside().querySelector('sup a')";
const NOTE: &str = "inside().querySelector('li[data-place]')";
/// The place of an expression is in view, and a keyboard goes on from there.
fn reached(place: &str) -> String {
    format!(
        "inside().activeElement === {place} && rect({place}).top >= 0 && rect({place}).bottom <= innerHeight"
    )
}

async fn a_note_is_reached_and_left_again(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(with_note(40)));
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.wait_for(&format!("Boolean({NOTE})"), "the note").await?;
    let address = t.get("location.href").await?;
    t.click_on(MARK).await?;
    t.wait_for(&reached(NOTE), "the note").await?;
    // The next stop of the keyboard is what stands in the note.
    for key in [Key::Tab, Key::Enter] {
        let value = char::from(key);
        let keys = KeyActions::new("keys".into())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        t.client.perform_actions(keys).await?;
    }
    t.wait_for(
        &reached("inside().querySelector('p[data-place]')"),
        "the mark's paragraph",
    )
    .await?;
    same(t.get("location.href").await?, address, "the page's address")
}

async fn a_place_that_is_not_rendered_yet_is_reached(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(with_note(1500)));
    // As soon as the reader is there, while only its first blocks are.
    let press = "<script>addEventListener('qari:ready', () => {
        const inside = document.querySelector('qari-reader').shadowRoot;
        window.wasThere = Boolean(inside.querySelector('li[data-place]'));
        inside.querySelector('sup a').click();
    })</script>";
    t.open_ready(Page::element("{api}/article", "").head(press))
        .await?;
    t.wait_for(&reached(NOTE), "the note").await?;
    same(t.get("wasThere").await?, false, "the note before the press")
}

async fn a_picture_is_fetched_as_wide_as_it_is_shown(t: &Trial) -> Result<()> {
    let mut widths = vec![];
    for width in [320, 500, 2000] {
        let picture = "<p>نص</p><figure><img src=\"{cdn}/demo/img/walls-640.webp\" width=640 height=427 alt=\"سور\"
            srcset=\"{cdn}/demo/img/walls-640.webp 640w, {cdn}/demo/img/walls-640.webp?large 1280w\"><figcaption>السور</figcaption></figure>"
            .replace("{cdn}", &t.cdn.url());
        t.api.serve("/article", Reply::json(article(&picture)));
        let style = format!("style=\"display:block;width:{width}px\"");
        t.open_ready(Page::element("{api}/article", &style)).await?;
        let image = "part('body').querySelector('img')";
        t.wait_for(&format!("Boolean({image})"), "the picture")
            .await?;
        // What the picture says of itself where an engine cannot see for itself.
        let said = t
            .number(&format!("parseFloat({image}.sizes.split(',').pop())"))
            .await?;
        let column = t.number("rect(part('body')).width").await?;
        ensure!(
            said >= column - 1.0 && said <= column + 60.0,
            "{width}: said {said}, shown {column}"
        );
        widths.push(said);
    }
    ensure!(
        widths[0] < widths[1] && widths[1] < widths[2] && widths[2] < 700.0,
        "{widths:?}"
    );
    Ok(())
}

async fn a_formula_that_is_a_picture_grows_with_the_text(t: &Trial) -> Result<()> {
    let body = "<p><b>من</b><img class=\"wp-latex\" alt=\"a\" width=40 height=20 src=\"{cdn}/demo/img/walls-640.webp\"><b>إلى</b></p>"
        .replace("{cdn}", &t.cdn.url());
    t.api.serve("/article", Reply::json(article(&body)));
    t.open_ready(Page::element("{api}/article", "data-remember=\"off\""))
        .await?;
    // By what stands around it: engines differ in whether a zoomed element tells its own size zoomed.
    let width = "((words) => rect(words[0]).left - rect(words[1]).right)(part('body').querySelectorAll('b'))";
    let before = t.number(width).await?;
    t.js("reader().dataset.textSize = '9'").await?;
    t.wait_for(
        "part('article').dataset.textSize === '9'",
        "the largest text",
    )
    .await?;
    let after = t.number(width).await?;
    ensure!(
        (after / before - 2.5 / 1.125).abs() < 0.1,
        "{before} became {after}"
    );
    Ok(())
}

async fn exponents_are_said_and_marks_of_notes_are_not(t: &Trial) -> Result<()> {
    let body = "<p>مساحته 10<sup>2</sup> أمتار، كما قالت الجماعة<sup><a href=\"#n\">1</a></sup> أمس.</p><p id=n>حاشية.</p>";
    t.api.serve("/article", Reply::json(article(body)));
    let voices = format!("<script>{VOICES} speechSynthesis.arrive('ar-MA')</script>");
    t.open_ready(Page::element("{api}/article", "").head(&voices))
        .await?;
    t.click("listen").await?;
    t.wait_for("speechSynthesis.speaking", "a voice").await?;
    t.js("speechSynthesis.finish()").await?;
    let said = t
        .get("speechSynthesis.said[speechSynthesis.said.length - 1].text")
        .await?;
    same(
        said,
        "مساحته 10² أمتار، كما قالت الجماعة أمس.",
        "the sentence",
    )
}
