//! The text size: nine steps, remembered on the device, and the reader's place kept.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

use crate::articles::{long, short, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![size::{
    bigger_and_smaller_by_click,
    bigger_by_keyboard,
    keys_change_the_size_while_the_reader_has_the_focus,
    a_press_on_the_size_brings_the_usual_one_back,
    buttons_rest_at_the_ends,
    changes_are_announced,
    choice_outlives_a_reload,
    choice_wins_over_the_owner,
    remember_off_keeps_nothing,
    choice_holds_for_every_reader_of_the_page,
    a_reader_that_does_not_remember_keeps_to_itself,
    choice_reaches_another_tab,
    the_paragraph_being_read_stays,
    settings_event_tells_the_size,
    a_change_does_not_build_the_body_again,
}];

const SIZE: &str = "part('article').dataset.textSize";

async fn open_short(t: &Trial, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", attributes))
        .await
}

async fn wait_size(t: &Trial, size: u8) -> Result<()> {
    t.wait_for(
        &format!("{SIZE} === '{size}'"),
        &format!("text size {size}"),
    )
    .await
}

async fn pixels(t: &Trial) -> Result<f64> {
    t.number("parseFloat(getComputedStyle(part('body').querySelector('p')).fontSize)")
        .await
}

async fn bigger_and_smaller_by_click(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    same(t.get(SIZE).await?, "3", "the size at first")?;
    let usual = pixels(t).await?;
    same(usual, 18.0, "pixels at first")?;
    t.click("size-increase").await?;
    wait_size(t, 4).await?;
    ensure!(pixels(t).await? > usual, "bigger is not bigger");
    t.click("size-decrease").await?;
    t.click("size-decrease").await?;
    wait_size(t, 2).await?;
    ensure!(pixels(t).await? < usual, "smaller is not smaller");
    Ok(())
}

async fn bigger_by_keyboard(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    let button = t.element("part('size-increase')").await?;
    t.js("part('size-increase').focus()").await?;
    button.send_keys(&Key::Enter.to_string()).await?;
    wait_size(t, 4).await?;
    button.send_keys(" ").await?;
    wait_size(t, 5).await?;
    same(
        t.get("inside().activeElement === part('size-increase')")
            .await?,
        true,
        "the focus stays on the button",
    )
}

async fn keys_change_the_size_while_the_reader_has_the_focus(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    let button = t.element("part('settings')").await?;
    t.js("part('settings').focus()").await?;
    for (key, size) in [("+", 4), ("=", 5), ("-", 4), ("0", 3)] {
        button.send_keys(key).await?;
        wait_size(t, size).await?;
    }
    // Elsewhere on the page, or with a key that makes it the browser's own, it is none of the reader's.
    t.js("for (const [target, more] of [[document.body, {}], [part('settings'), { ctrlKey: true }]])
        target.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, composed: true, ...more }))")
    .await?;
    same(t.get(SIZE).await?, "3", "the size")?;
    // What is not offered has no key.
    t.js("reader().dataset.controls = 'theme'").await?;
    t.wait_for("!part('size-value')", "no sizes").await?;
    t.js(
        "part('article').dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }))",
    )
    .await?;
    same(t.get(SIZE).await?, "3", "the size that is not offered")
}

async fn a_press_on_the_size_brings_the_usual_one_back(t: &Trial) -> Result<()> {
    open_short(t, r#"data-text-size="6""#).await?;
    t.click("size-increase").await?;
    wait_size(t, 7).await?;
    t.click("size-value").await?;
    wait_size(t, 6).await?;
    same(
        t.get("JSON.parse(localStorage.getItem('qari:prefs')).textSize ?? null")
            .await?,
        json!(null),
        "the choice that is kept",
    )
}

async fn buttons_rest_at_the_ends(t: &Trial) -> Result<()> {
    let resting = "['size-decrease', 'size-increase'].map((name) => part(name).matches(':disabled, [aria-disabled=true]'))";
    open_short(t, r#"data-text-size="8""#).await?;
    same(t.get(resting).await?, json!([false, false]), "at 8")?;
    t.click("size-increase").await?;
    wait_size(t, 9).await?;
    same(t.get(resting).await?, json!([false, true]), "at 9")?;
    t.js("part('size-increase').click()").await?;
    for size in (1..9).rev() {
        t.click("size-decrease").await?;
        wait_size(t, size).await?;
    }
    same(t.get(resting).await?, json!([true, false]), "at 1")
}

async fn changes_are_announced(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    same(
        t.get("Boolean(part('status').closest('[role=status], [aria-live]'))")
            .await?,
        true,
        "the status is a live region",
    )?;
    t.click("size-increase").await?;
    t.wait_for("text('status').includes('4')", "the announcement of size 4")
        .await?;
    t.click("size-increase").await?;
    t.wait_for("text('status').includes('5')", "the announcement of size 5")
        .await
}

async fn choice_outlives_a_reload(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.click("size-increase").await?;
    wait_size(t, 4).await?;
    t.reload().await?;
    t.wait_state("ready").await?;
    same(t.get(SIZE).await?, "4", "the size after it")
}

async fn choice_wins_over_the_owner(t: &Trial) -> Result<()> {
    open_short(t, r#"data-text-size="6""#).await?;
    same(t.get(SIZE).await?, "6", "the owner's size")?;
    t.click("size-increase").await?;
    wait_size(t, 7).await?;
    t.reload().await?;
    t.wait_state("ready").await?;
    same(t.get(SIZE).await?, "7", "the reader's size")
}

async fn remember_off_keeps_nothing(t: &Trial) -> Result<()> {
    open_short(t, r#"data-remember="off""#).await?;
    t.click("size-increase").await?;
    wait_size(t, 4).await?;
    same(
        t.get("localStorage.length + sessionStorage.length").await?,
        0,
        "things kept on the device",
    )?;
    t.reload().await?;
    t.wait_state("ready").await?;
    same(t.get(SIZE).await?, "3", "the size after a reload")
}

async fn choice_holds_for_every_reader_of_the_page(t: &Trial) -> Result<()> {
    t.api.serve("/one", Reply::json(short()));
    t.api.serve("/two", Reply::json(titled("خبر آخر")));
    t.open(Page::elements(&["{api}/one", "{api}/two"])).await?;
    t.wait_both().await?;
    t.click("size-increase").await?;
    t.wait_for(
        "[0, 1].every((n) => part('article', n).dataset.textSize === '4')",
        "size 4 in both",
    )
    .await
}

async fn a_reader_that_does_not_remember_keeps_to_itself(t: &Trial) -> Result<()> {
    t.api.serve("/one", Reply::json(short()));
    t.api.serve("/two", Reply::json(titled("خبر آخر")));
    t.open(Page::elements(&["{api}/one", "{api}/two"])).await?;
    t.js("reader(1).dataset.remember = 'off'").await?;
    t.wait_both().await?;
    let sizes = "[0, 1].map((n) => part('article', n).dataset.textSize)";
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "size 4")
        .await?;
    same(t.get(sizes).await?, json!(["4", "3"]), "sizes")?;
    t.click_on("part('size-decrease', 1)").await?;
    t.wait_for("part('article', 1).dataset.textSize === '2'", "size 2")
        .await?;
    same(t.get(sizes).await?, json!(["4", "2"]), "sizes")?;
    same(
        t.get("JSON.parse(localStorage['qari:prefs']).textSize")
            .await?,
        4,
        "what is stored",
    )?;
    // What it does not use it uses once it may.
    t.js("reader(1).dataset.remember = 'on'").await?;
    t.wait_for(
        "part('article', 1).dataset.textSize === '4'",
        "the stored size",
    )
    .await
}

async fn choice_reaches_another_tab(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let url = t.serve(&Page::element("{api}/article", ""));
    t.go(&url).await?;
    t.wait_state("ready").await?;
    let first = t.client.window().await?;
    let second = t.client.new_window(true).await?.handle;
    t.client.switch_to_window(second).await?;
    t.go(&url).await?;
    t.wait_state("ready").await?;
    t.click("size-increase").await?;
    wait_size(t, 4).await?;
    t.check_quiet().await?;
    t.client.close_window().await?;
    t.client.switch_to_window(first).await?;
    wait_size(t, 4).await
}

/// ARABIC.md 27.
async fn the_paragraph_being_read_stays(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(60)));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let paragraph = "[...part('body').querySelectorAll('p')].find((p) => p.textContent.startsWith('الفقرة 30.'))";
    let top = &format!("{paragraph}.getBoundingClientRect().top");
    t.bring_to_top(paragraph).await?;
    for button in [
        "size-increase",
        "size-increase",
        "size-increase",
        "size-decrease",
    ] {
        let (before, size) = (t.number(top).await?, t.text(SIZE).await?);
        t.js(&format!("part('{button}').click()")).await?;
        t.wait_for(&format!("{SIZE} !== '{size}'"), "the new size")
            .await?;
        t.frames().await?;
        let after = t.number(top).await?;
        ensure!(
            (after - before).abs() <= 2.0,
            "{button} from {size}: the paragraph was at {before} and is at {after}"
        );
    }
    Ok(())
}

async fn settings_event_tells_the_size(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.click("size-increase").await?;
    let detail = t.event("settings").await?;
    same(&detail["textSize"], 4, "textSize")?;
    for name in ["theme", "font", "lineHeight"] {
        ensure!(detail.get(name).is_some(), "`{name}` is missing: {detail}");
    }
    Ok(())
}

async fn a_change_does_not_build_the_body_again(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.js("window.changes = 0; new MutationObserver((list) => { changes += list.length; }).observe(part('body'), { childList: true, subtree: true, characterData: true })").await?;
    t.click("size-increase").await?;
    wait_size(t, 4).await?;
    same(t.get("changes").await?, 0, "changes in the body's tree")
}
