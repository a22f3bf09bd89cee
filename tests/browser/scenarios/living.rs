//! The life of an element: states, events, moves, changes and its end.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{TITLE, URL, short, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![living::{
    states_follow_the_load,
    ready_tells_what_was_read,
    article_is_a_plain_object,
    moving_does_not_load_again,
    a_new_source_shows_the_new_article,
    the_last_source_wins,
    a_new_source_recovers_from_an_error,
    the_console_stays_empty,
    the_wanted_height_is_reserved,
    changed_attributes_take_effect_at_once,
    a_bad_value_warns_once_and_breaks_nothing,
    reload_loads_again,
    destroy_leaves_nothing_behind,
    removal_during_the_load_ends_it_silently,
    lazy_waits_until_the_reader_comes_near,
    eager_starts_at_once,
    progress_is_told_at_each_quarter,
    progress_waits_for_the_whole_article,
    an_image_that_does_not_come_leaves_its_caption_and_no_box,
    an_attribute_of_the_hosts_own_changes_nothing,
    a_waiting_element_takes_a_change_at_once,
    another_item_is_told_as_ready,
    a_removed_element_is_idle,
}];

async fn open_short(t: &Trial, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", attributes))
        .await
}

async fn states_follow_the_load(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let article = t.api.hold("/article");
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("loading").await?;
    same(t.get("reader().state").await?, "loading", "`state`")?;
    t.js("window.states = []; new MutationObserver(() => states.push(state())).observe(reader(), { attributeFilter: ['data-state'] })").await?;
    article.open();
    t.wait_state("ready").await?;
    same(t.get("reader().state").await?, "ready", "`state`")?;
    same(
        t.get("states").await?,
        json!(["ready"]),
        "the changes of `data-state`",
    )
}

async fn ready_tells_what_was_read(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    let detail = t.event("ready").await?;
    for (name, value) in [
        ("url", json!(URL)),
        ("title", json!(TITLE)),
        ("format", json!("qari")),
        ("language", json!("ar-MA")),
        ("direction", json!("rtl")),
        ("readingMinutes", json!(1)),
    ] {
        same(&detail[name], &value, name)?;
    }
    let words = detail["words"].as_f64();
    ensure!(
        words.is_some_and(|words| (25.0..90.0).contains(&words)),
        "words: {detail}"
    );
    ensure!(detail["timings"].is_object(), "timings: {detail}");
    same(
        t.get("__seen.events.filter((event) => event.type === 'ready').length")
            .await?,
        1,
        "how often it came",
    )
}

async fn article_is_a_plain_object(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    let article = t
        .get("JSON.parse(JSON.stringify(reader().article))")
        .await?;
    same(&article["title"], TITLE, "title")?;
    same(&article["url"], URL, "url")?;
    same(&article["authors"][0]["name"], "Hakmoun", "author")
}

async fn moving_does_not_load_again(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.js("document.getElementById('before').before(reader())")
        .await?;
    t.click("size-increase").await?;
    t.wait_for(
        "part('article').dataset.textSize === '4'",
        "an effect of the controls",
    )
    .await?;
    same(
        t.get("[state(), text('title')]").await?,
        json!(["ready", TITLE]),
        "the reader",
    )?;
    same(t.api.requests_for("/article").len(), 1, "loads")
}

async fn a_new_source_shows_the_new_article(t: &Trial) -> Result<()> {
    t.api.serve("/other", Reply::json(titled("خبر آخر")));
    open_short(t, "").await?;
    t.js("reader().dataset.src = '{api}/other'").await?;
    t.wait_title("خبر آخر").await?;
    same(t.get("parts('title').length").await?, 1, "headlines")
}

/// The answer for the first source comes after that for the second.
async fn the_last_source_wins(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.api.serve("/other", Reply::json(titled("خبر آخر")));
    let slow = t.api.hold("/article");
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_until(
        || !t.api.requests_for("/article").is_empty(),
        "the first request",
    )
    .await?;
    t.js("reader().dataset.src = '{api}/other'").await?;
    t.wait_title("خبر آخر").await?;
    slow.open();
    t.frames().await?;
    same(
        t.get("[state(), text('title')]").await?,
        json!(["ready", "خبر آخر"]),
        "what shows in the end",
    )
}

async fn a_new_source_recovers_from_an_error(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/other", Reply::json(titled("خبر آخر")));
    t.api.serve("/article", Reply::status(404));
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("error").await?;
    t.js("reader().dataset.src = '{api}/other'").await?;
    t.wait_title("خبر آخر").await?;
    same(
        t.get("isSeen(part('error'))").await?,
        false,
        "the message still shows",
    )
}

async fn the_console_stays_empty(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await?;
    same(
        t.get("[...__seen.errors, ...__seen.warnings]").await?,
        json!([]),
        "what the console says",
    )
}

async fn the_wanted_height_is_reserved(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let article = t.api.hold("/article");
    t.open(Page::element("{api}/article", r#"data-min-height="432px""#))
        .await?;
    t.wait_state("loading").await?;
    same(
        t.number("Math.round(rect(reader()).height)").await?,
        432.0,
        "the height before the article",
    )?;
    t.js("reader().removeAttribute('data-min-height')").await?;
    t.wait_for(
        "rect(reader()).height >= innerHeight",
        "a screen's height without the attribute",
    )
    .await?;
    article.open();
    t.wait_state("ready").await
}

async fn changed_attributes_take_effect_at_once(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.js("reader().dataset.textSize = '7'").await?;
    t.wait_for("part('article').dataset.textSize === '7'", "the new size")
        .await?;
    t.js("reader().dataset.hide = 'summary share'").await?;
    t.wait_for(
        "!isSeen(part('summary')) && !isSeen(part('share'))",
        "the end of summary and share row",
    )
    .await?;
    t.js("reader().removeAttribute('data-hide')").await?;
    t.wait_for(
        "isSeen(part('summary')) && isSeen(part('share'))",
        "the return of summary and share row",
    )
    .await?;
    t.js("reader().dataset.share = 'telegram whatsapp'").await?;
    t.wait_for(
        "parts('share-link').map((link) => link.dataset.network).join() === 'telegram,whatsapp'",
        "the new share row",
    )
    .await?;
    same(t.api.requests_for("/article").len(), 1, "loads")
}

async fn a_bad_value_warns_once_and_breaks_nothing(t: &Trial) -> Result<()> {
    open_short(t, r#"data-text-size="gigantic""#).await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "3",
        "the default holds",
    )?;
    let warnings = t
        .get("__seen.warnings.filter((warning) => warning.includes('data-text-size'))")
        .await?;
    let one = warnings
        .as_array()
        .filter(|list| list.len() == 1)
        .and_then(|list| list[0].as_str());
    ensure!(
        one.is_some_and(|words| words.contains("gigantic") && words.contains('9')),
        "warnings: {warnings}"
    );
    Ok(())
}

async fn reload_loads_again(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.api.serve("/article", Reply::json(titled("خبر محين")));
    t.js("reader().reload()").await?;
    t.wait_title("خبر محين").await
}

/// Keeps a ledger of what is registered outside the reader's own element: listeners on window, document, root, body
/// and media queries, and running intervals.
pub(super) const LEDGER: &str = "<script>{
    const ledger = window.ledger = new Map();
    const outside = (target) => [window, document, document.documentElement, document.body].includes(target)
        || target instanceof MediaQueryList;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, handler, options) {
        const target = this ?? window;
        if (outside(target) && !options?.once) {
            const entry = { target, type, handler };
            ledger.set(entry, type);
            if (options?.signal) addEventListener.call(options.signal, 'abort', () => ledger.delete(entry));
        }
        return addEventListener.call(target, type, handler, options);
    };
    EventTarget.prototype.removeEventListener = function (type, handler, options) {
        const target = this ?? window;
        for (const entry of [...ledger.keys()])
            if (entry.target === target && entry.type === type && entry.handler === handler) ledger.delete(entry);
        return removeEventListener.call(target, type, handler, options);
    };
    const { setInterval, clearInterval } = window;
    window.setInterval = (...given) => { const id = setInterval(...given); ledger.set(id, 'interval'); return id; };
    window.clearInterval = (id) => { ledger.delete(id); clearInterval(id); };
}</script>";

async fn destroy_leaves_nothing_behind(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let page = Page::new(r#"<script async src="{cdn}/qari.js"></script><div id="place"></div>"#);
    t.open(page.head(LEDGER)).await?;
    t.wait_for(
        "Boolean(window.qari) && document.readyState === 'complete'",
        "`window.qari`",
    )
    .await?;
    t.js("window.html = document.documentElement.outerHTML; window.kept = [...ledger.values()]")
        .await?;
    for _ in 0..3 {
        t.js("qari.mount('#place', { src: '{api}/article', loading: 'eager' })")
            .await?;
        t.wait_state("ready").await?;
        t.js("reader().destroy()").await?;
        t.wait_for(
            "!document.querySelector('qari-reader')",
            "the element's end",
        )
        .await?;
    }
    t.js("window.more = () => [...ledger.values()].slice(kept.length)")
        .await?;
    t.wait_for(
        "more().length === 0",
        "the end of every listener and interval (`more()`)",
    )
    .await?;
    same(
        t.get("document.documentElement.outerHTML === html").await?,
        true,
        "the page is as it was",
    )
}

async fn removal_during_the_load_ends_it_silently(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let article = t.api.hold("/article");
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_until(|| !t.api.requests_for("/article").is_empty(), "the request")
        .await?;
    t.js("window.kept = reader(); kept.remove()").await?;
    article.open();
    t.frames().await?;
    same(
        t.get("__seen.events.length").await?,
        0,
        "events of the removed reader",
    )?;
    // Put back, it starts anew.
    t.js("document.getElementById('before').after(kept)")
        .await?;
    t.wait_state("ready").await
}

async fn lazy_waits_until_the_reader_comes_near(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let far = r#"<div style="height: 8000px"></div><script async src="{cdn}/qari.js"></script>
        <qari-reader data-src="{api}/article"></qari-reader>"#;
    t.open(Page::new(far)).await?;
    t.wait_for(
        "state() === 'idle' && document.readyState === 'complete'",
        "the loader",
    )
    .await?;
    t.frames().await?;
    same(t.get("state()").await?, "idle", "far from the viewport")?;
    same(t.api.requests_for("/article").len(), 0, "loads")?;
    t.js("scrollTo({ top: 7600, behavior: 'instant' })").await?;
    t.wait_state("ready").await
}

async fn eager_starts_at_once(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let far = r#"<div style="height: 8000px"></div>
        <script async src="{cdn}/qari.js" data-src="{api}/article" data-loading=" EAGER "></script>"#;
    t.open_ready(Page::new(far)).await?;
    same(
        t.number("scrollY").await?,
        0.0,
        "the page's scroll position",
    )
}

async fn an_image_that_does_not_come_leaves_its_caption_and_no_box(t: &Trial) -> Result<()> {
    let mut article = short();
    article["image"] = json!({ "url": t.api.url() + "/gone.jpg", "caption": "سوق فاس", "width": 640, "height": 480 });
    t.api.serve("/article", Reply::json(article));
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.wait_for(
        "rect(part('image').querySelector('img')).height === 0",
        "no box without an image",
    )
    .await?;
    same(
        t.get("part('caption').textContent").await?,
        "سوق فاس",
        "the caption",
    )
}

/// The first screens of a long article stand before the rest does: they are no quarter of it.
async fn progress_waits_for_the_whole_article(t: &Trial) -> Result<()> {
    t.api
        .serve("/article", Reply::json(crate::articles::long(300)));
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.wait_for("blocks().length === 300", "the whole article")
        .await?;
    t.frames().await?;
    same(
        t.get("[__seen.events.filter(({ type }) => type === 'progress').length, part('progress').value < 10]")
            .await?,
        json!([0, true]),
        "what is told, and whether the bar is at the start",
    )
}

/// As pages do that mark what failed, or what they have animated.
async fn an_attribute_of_the_hosts_own_changes_nothing(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.expect("404");
    let marks = "<script>addEventListener('qari:error', ({ target, detail }) => (target.dataset.failed = detail.code))</script>";
    t.open(Page::element("{api}/gone", "").head(marks)).await?;
    t.wait_state("error").await?;
    t.js("reader().className = 'marked'; reader().dataset.aos = 'fade'")
        .await?;
    t.frames().await?;
    same(
        t.get("[state(), reader().dataset.failed]").await?,
        json!(["error", "http"]),
        "state and mark",
    )?;
    same(t.api.requests_for("/gone").len(), 1, "requests")?;

    open_short(t, "").await?;
    t.js("window.changes = 0;
        new MutationObserver((list) => { changes += list.filter(({ target }) => target !== part('progress')).length; }).observe(inside(), { subtree: true, childList: true, attributes: true, characterData: true });
        reader().dataset.aos = 'fade'; reader().id = 'marked'")
        .await?;
    t.frames().await?;
    same(t.get("changes").await?, 0, "changes inside")?;
    // One of Qari's is taken.
    t.js("reader().dataset.hide = 'tags'").await?;
    t.wait_for("!part('tags')", "the attribute's effect").await
}

async fn a_waiting_element_takes_a_change_at_once(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let far = r#"<div style="height: 8000px"></div><script async src="{cdn}/qari.js"></script>
        <qari-reader data-src="{api}/article"></qari-reader>"#;
    t.open(Page::new(far)).await?;
    t.wait_for("state() === 'idle'", "the element").await?;
    t.js("reader().dataset.loading = 'eager'").await?;
    t.wait_state("ready").await
}

async fn another_item_is_told_as_ready(t: &Trial) -> Result<()> {
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "language": "ar", "items": [
        { "id": "one", "title": TITLE, "content_html": "<p>نص.</p>" },
        { "id": "two", "title": "خبر آخر", "content_html": "<p>نص آخر.</p>" },
    ] });
    t.api.serve("/article", Reply::json(feed));
    t.open_ready(Page::element("{api}/article", r#"data-item="one""#))
        .await?;
    t.js("reader().dataset.item = 'two'").await?;
    let told = "__seen.events.filter(({ type }) => type === 'ready').map(({ detail }) => [detail.title, typeof detail.timings])";
    t.wait_for(&format!("({told}).length === 2"), "the second `qari:ready`")
        .await?;
    same(
        t.get(told).await?,
        json!([[TITLE, "object"], ["خبر آخر", "object"]]),
        "what is told",
    )
}

async fn a_removed_element_is_idle(t: &Trial) -> Result<()> {
    open_short(t, "").await?;
    t.js("window.kept = reader(); kept.remove()").await?;
    t.wait_for(
        "kept.state === 'idle' && kept.dataset.state === 'idle'",
        "idle",
    )
    .await?;
    t.js("kept.reload()").await?;
    t.frames().await?;
    same(
        t.get("kept.state").await?,
        "idle",
        "what is no more loads nothing",
    )
}

async fn progress_is_told_at_each_quarter(t: &Trial) -> Result<()> {
    t.api
        .serve("/article", Reply::json(crate::articles::long(60)));
    t.open_ready(Page::element("{api}/article", "")).await?;
    // Of the first slice, half would be less.
    t.wait_for("blocks().length === 60", "the whole article")
        .await?;
    let told = "__seen.events.filter((event) => event.type === 'progress').map((event) => event.detail.percent)";
    t.js("scrollTo(0, rect(reader()).height / 2)").await?;
    t.wait_for(&format!("({told}).includes(50)"), "the half")
        .await?;
    t.js("scrollTo(0, document.documentElement.scrollHeight)")
        .await?;
    t.wait_for(&format!("({told}).includes(100)"), "the end")
        .await?;
    same(
        t.get(told).await?,
        json!([25, 50, 75, 100]),
        "the quarters, once each",
    )?;
    same(t.get("part('progress').value").await?, 100, "the bar")
}
