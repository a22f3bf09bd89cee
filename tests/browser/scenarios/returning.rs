//! The place: kept for each article, offered to a reader who comes back.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{long, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![returning::{
    the_place_is_offered_and_found_again,
    reading_on_or_refusing_ends_the_offer,
    nothing_is_offered_at_the_start_or_the_end,
    each_article_has_its_own_place,
    a_place_beyond_the_end_is_the_end,
    remember_off_keeps_no_place,
    rubbish_and_refused_storage_break_nothing,
}];

const OFFER: &str = "inside().querySelector('.returning')";
const PARAGRAPHS: usize = 60;

pub(super) async fn open(t: &Trial, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(long(PARAGRAPHS)));
    t.open_ready(Page::element("{api}/article", attributes))
        .await
}

/// The block whose text begins with «الفقرة number.».
fn paragraph(number: usize) -> String {
    format!(
        "[...part('body').querySelectorAll('p')].find((p) => p.textContent.startsWith('الفقرة {number}.'))"
    )
}

/// Reads down to a paragraph and leaves the page, which keeps the place; then comes back, as to a new page: after a
/// reload it is the browser that knows the place.
pub(super) async fn leave_at(t: &Trial, number: usize) -> Result<()> {
    t.wait_for(&format!("Boolean({})", paragraph(number)), "the paragraph")
        .await?;
    if number < PARAGRAPHS {
        t.bring_to_top(&paragraph(number)).await?;
    } else {
        t.js("scrollTo(0, document.documentElement.scrollHeight)")
            .await?;
    }
    t.frames().await?;
    let here = t.text("location.href").await?;
    t.go("about:blank").await?;
    t.go(&here).await?;
    t.wait_state("ready").await
}

async fn the_place_is_offered_and_found_again(t: &Trial) -> Result<()> {
    open(t, "").await?;
    leave_at(t, 40).await?;
    t.js("scrollTo(0, 0)").await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    let button = format!("{OFFER}.querySelector('button')");
    same(
        t.get(&format!("{button}.textContent.replace(/[0-9]+/, 'n')"))
            .await?,
        "متابعة القراءة من حيث توقفت (n%)",
        "its words, and where that is",
    )?;
    t.click_on(&button).await?;
    let near = format!(
        "(() => {{ const {{ top }} = rect({}); return top > 0 && top < innerHeight / 2; }})()",
        paragraph(40)
    );
    t.wait_for(&near, "paragraph 40 on the screen").await?;
    same(t.get(OFFER).await?, json!(null), "the offer, taken")?;
    same(
        t.get("inside().activeElement.textContent.startsWith('الفقرة 40.')")
            .await?,
        true,
        "the focus goes there too",
    )
}

async fn reading_on_or_refusing_ends_the_offer(t: &Trial) -> Result<()> {
    open(t, "").await?;
    leave_at(t, 40).await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    t.click_on(&format!("{OFFER}.querySelector('button:last-child')"))
        .await?;
    t.wait_for(&format!("!{OFFER}"), "no offer").await?;
    same(
        t.get("inside().activeElement.closest('[part=toolbar]') === part('toolbar')")
            .await?,
        true,
        "the focus stays in the bar",
    )?;
    leave_at(t, 30).await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    t.js("scrollBy(0, innerHeight * 1.5)").await?;
    t.wait_for(&format!("!{OFFER}"), "no offer").await
}

async fn nothing_is_offered_at_the_start_or_the_end(t: &Trial) -> Result<()> {
    open(t, "").await?;
    leave_at(t, 1).await?;
    same(t.get("localStorage.length").await?, 0, "kept at the start")?;
    leave_at(t, 30).await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    leave_at(t, PARAGRAPHS).await?;
    same(
        t.get("localStorage.getItem('qari:places')").await?,
        "{}",
        "kept at the end",
    )
}

async fn each_article_has_its_own_place(t: &Trial) -> Result<()> {
    let mut other = titled("خبر آخر");
    other["url"] = json!("https://news.example/other");
    t.api.serve("/other", Reply::json(other));
    open(t, "").await?;
    leave_at(t, 40).await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    t.js("reader().dataset.src = reader().dataset.src.replace('article', 'other')")
        .await?;
    t.wait_for("text('title') === 'خبر آخر'", "the other")
        .await?;
    t.wait_for(&format!("!{OFFER}"), "no offer").await
}

/// The article was shortened since.
async fn a_place_beyond_the_end_is_the_end(t: &Trial) -> Result<()> {
    open(t, "").await?;
    t.wait_for(&format!("Boolean({})", paragraph(50)), "the paragraph")
        .await?;
    t.bring_to_top(&paragraph(50)).await?;
    t.frames().await?;
    let here = t.text("location.href").await?;
    t.go("about:blank").await?;
    t.api.serve("/article", Reply::json(long(30)));
    t.go(&here).await?;
    t.wait_state("ready").await?;
    t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
    t.click_on(&format!("{OFFER}.querySelector('button')"))
        .await?;
    t.wait_for(
        "Boolean(inside().activeElement) && inside().activeElement.textContent.startsWith('الفقرة 30.')",
        "the last paragraph to have the focus",
    )
    .await
}

async fn remember_off_keeps_no_place(t: &Trial) -> Result<()> {
    open(t, r#"data-remember="off""#).await?;
    leave_at(t, 40).await?;
    same(t.get("localStorage.length").await?, 0, "things kept")
}

async fn rubbish_and_refused_storage_break_nothing(t: &Trial) -> Result<()> {
    for rubbish in [
        "[]",
        "{",
        "null",
        r#"{"https://news.example/fes/souk?ref=a&page=1":"x"}"#,
    ] {
        open(t, "").await?;
        t.js(&format!("localStorage.setItem('qari:places', '{rubbish}')"))
            .await?;
        leave_at(t, 40).await?;
        t.wait_for(&format!("isSeen({OFFER})"), "the offer").await?;
        t.js("localStorage.clear(); scrollTo(0, 0)").await?;
    }
    let page = Page::element("{api}/article", "")
        .in_frame(r#"sandbox="allow-scripts" style="height:600px;width:600px""#);
    t.open_ready(page).await?;
    t.bring_to_top(&paragraph(40)).await?;
    t.frames().await?;
    ensure!(t.number("scrollY").await? > 100.0, "nothing was scrolled");
    Ok(())
}
