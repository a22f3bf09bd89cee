//! The way the reader arrives: what is asked for when, what can be read before the WebAssembly is there, and what
//! happens where it never comes.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::articles::{FIRST, TITLE, long, short, titled};
use crate::harness::stage::dist;
use crate::harness::{Gate, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![arriving::{
    all_parts_start_at_the_same_moment,
    two_readers_fetch_every_part_once,
    text_is_readable_before_the_wasm,
    the_size_answers_before_the_wasm,
    a_size_chosen_before_the_wasm_holds_where_nothing_is_kept,
    a_size_that_is_not_offered_is_not_there_before_the_wasm_either,
    without_wasm_the_size_answers_and_is_kept,
    the_full_reader_moves_nothing_on_the_page,
    what_is_being_read_stays_when_the_full_reader_comes,
    missing_wasm_leaves_the_text,
    without_wasm_every_source_has_its_text,
    missing_glue_leaves_the_text,
    missing_stylesheet_leaves_the_text,
    without_its_stylesheet_the_text_is_legible,
    the_simplified_view_keeps_headings_marks_and_rows,
    a_page_in_place_of_the_wasm_leaves_the_text,
    wasm_of_an_unnamed_type_works,
    wasm_that_came_back_works_after_retry,
    policy_without_wasm_leaves_the_text,
    strict_policy_is_enough,
    trusted_types_with_our_policy_work,
    trusted_types_without_our_policy_leave_text,
    an_article_that_fails_needs_no_wasm,
}];

/// The glue of wasm-bindgen.
const GLUE: &str = "/qari-reader.js";
const TOUCH: &str = "/touch.js";
const WASM: &str = "/qari-reader_bg.wasm";
const STYLE: &str = "/qari.css";
const WORDS: &str = "/words/ar.json";

async fn all_parts_start_at_the_same_moment(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    // None is answered until all are asked for: a chain of requests would never get there.
    let gates = [
        t.api.hold("/article"),
        t.cdn.hold(GLUE),
        t.cdn.hold(WASM),
        t.cdn.hold(STYLE),
    ];
    t.open(Page::element("{api}/article", "")).await?;
    let asked = || {
        !t.api.requests_for("/article").is_empty()
            && [GLUE, WASM, STYLE]
                .iter()
                .all(|path| !t.cdn.requests_for(path).is_empty())
    };
    t.wait_until(asked, "the request for each part beside the others")
        .await?;
    gates.iter().for_each(|gate| gate.open());
    t.wait_state("ready").await
}

async fn two_readers_fetch_every_part_once(t: &Trial) -> Result<()> {
    t.api.serve("/one", Reply::json(short()));
    t.api.serve("/two", Reply::json(titled("خبر آخر")));
    t.open(Page::elements(&["{api}/one", "{api}/two"])).await?;
    t.wait_both().await?;
    for path in ["/qari.js", TOUCH, GLUE, WASM, STYLE, WORDS] {
        same(t.cdn.requests_for(path).len(), 1, path)?;
    }
    same(t.cdn.requests().len(), 6, "files in all")?;
    same(t.api.requests().len(), 2, "articles")
}

/// Whether title and text of the short article are on the screen.
fn readable() -> String {
    format!(
        "shown().includes({}) && shown().includes({})",
        json!(TITLE),
        json!(FIRST)
    )
}

/// The plain text must already have the article's direction.
async fn carries_direction(t: &Trial) -> Result<()> {
    same(
        t.get("[part('article').dir, part('article').lang]").await?,
        json!(["rtl", "ar-MA"]),
        "direction and language",
    )
}

async fn text_is_readable_before_the_wasm(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let wasm = t.cdn.hold(WASM);
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_for(&readable(), "title and text").await?;
    same(t.get("state()").await?, "loading", "the state meanwhile")?;
    carries_direction(t).await?;
    same(
        t.get("isSeen(document.getElementById('fallback'))").await?,
        false,
        "the fallback shows beside it",
    )?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get("[parts('title').length, text('title')]").await?,
        json!([1, TITLE]),
        "the headline",
    )
}

/// Opens the short article, and waits for A+ in the plain view; the wasm comes when the gate opens.
async fn touch_before_wasm(t: &Trial, attributes: &str) -> Result<Gate> {
    t.api.serve("/article", Reply::json(short()));
    let wasm = t.cdn.hold(WASM);
    t.open(Page::element("{api}/article", attributes)).await?;
    t.wait_for("!!part('size-increase')", "A+ before the wasm")
        .await?;
    Ok(wasm)
}

async fn the_size_answers_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = touch_before_wasm(t, "").await?;
    let size = "[part('article').dataset.textSize, getComputedStyle(part('article')).fontSize]";
    same(
        t.get(size).await?,
        json!(["3", "18px"]),
        "the size at first",
    )?;
    // Named in the reader's language, as it will be.
    let names =
        "['size-decrease', 'size-increase'].map((name) => part(name).getAttribute('aria-label'))";
    let before = t.get(names).await?;
    t.click("size-increase").await?;
    same(
        t.get(size).await?,
        json!(["4", "20px"]),
        "the size after a press",
    )?;
    same(t.get("state()").await?, "loading", "the state meanwhile")?;
    t.js("part('size-increase').focus()").await?;
    let place = "Math.round(rect(part('size-increase')).left)";
    let left = t.get(place).await?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get(size).await?,
        json!(["4", "20px"]),
        "the size in the full reader",
    )?;
    same(t.get(names).await?, before, "the names")?;
    same(t.get(place).await?, left, "where A+ stands")?;
    same(
        t.get("[inside().activeElement === part('size-increase'), parts('size-increase').length]")
            .await?,
        json!([true, 1]),
        "the focus stays on A+",
    )?;
    same(
        t.get("JSON.parse(localStorage['qari:prefs'])").await?,
        json!({ "textSize": 4 }),
        "what the device keeps",
    )?;
    same(
        t.get("__seen.events.filter(({ type }) => type === 'settings').map(({ detail }) => detail.textSize)")
            .await?,
        json!([4]),
        "what the page was told",
    )?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '5'", "one step more")
        .await
}

async fn a_size_chosen_before_the_wasm_holds_where_nothing_is_kept(t: &Trial) -> Result<()> {
    let wasm = touch_before_wasm(t, r#"data-remember="off" data-text-size="8""#).await?;
    t.click("size-increase").await?;
    same(
        t.get("[part('article').dataset.textSize, part('size-increase').disabled]")
            .await?,
        json!(["9", true]),
        "the largest size",
    )?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get("[part('article').dataset.textSize, localStorage['qari:prefs'] ?? null]")
            .await?,
        json!(["9", null]),
        "the size, and what the device keeps",
    )
}

async fn a_size_that_is_not_offered_is_not_there_before_the_wasm_either(t: &Trial) -> Result<()> {
    for attributes in [r#"data-controls="theme print""#, r#"data-hide="toolbar""#] {
        t.api.serve("/article", Reply::json(short()));
        let wasm = t.cdn.hold(WASM);
        t.open(Page::element("{api}/article", attributes)).await?;
        t.wait_for(&readable(), "title and text").await?;
        t.wait_until(
            || !t.cdn.requests_for(TOUCH).is_empty(),
            "the request for touch.js",
        )
        .await?;
        wasm.open();
        t.wait_state("ready").await?;
        same(t.get("parts('size-increase').length").await?, 0, attributes)?;
    }
    Ok(())
}

async fn without_wasm_the_size_answers_and_is_kept(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(short()));
    t.cdn.serve(WASM, Reply::status(404));
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("error").await?;
    t.wait_for("!!part('size-increase')", "A+ without the wasm")
        .await?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the size")
        .await?;
    t.reload().await?;
    t.wait_state("error").await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "4",
        "the size on the next visit",
    )
}

/// Where the host's own elements stand, as far as the first screen goes.
async fn places(t: &Trial) -> Result<Value> {
    t.get(
        "[...document.body.children].filter((el) => el.localName !== 'script').map((el) => {
            const { top, left, width } = rect(el);
            return [el.id || el.localName, Math.min(top, innerHeight), left, width];
        })",
    )
    .await
}

async fn the_full_reader_moves_nothing_on_the_page(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let (article, wasm) = (t.api.hold("/article"), t.cdn.hold(WASM));
    // A screen's height reserved as the configurator writes it; a scrollbar of its own keeps the width.
    let page = Page::element(
        "{api}/article",
        r#"style="display: block; min-height: 100vh""#,
    );
    t.open(page.head("<style>html { overflow-y: scroll }</style>"))
        .await?;
    t.wait_state("loading").await?;
    // A text that came before its looks would be set anew when these come: it is shown all the same, since text is first.
    t.wait_for(
        "inside().adoptedStyleSheets[0].cssRules.length > 20",
        "the stylesheet",
    )
    .await?;
    let before = places(t).await?;
    article.open();
    t.wait_for(&readable(), "title and text").await?;
    same(
        places(t).await?,
        before.clone(),
        "the page with the plain text",
    )?;
    wasm.open();
    t.wait_state("ready").await?;
    t.frames().await?;
    same(places(t).await?, before, "the page with the full reader")?;
    same(t.number("__seen.shift").await?, 0.0, "layout shift")
}

async fn what_is_being_read_stays_when_the_full_reader_comes(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(40)));
    let wasm = t.cdn.hold(WASM);
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_for("shown().includes('الفقرة 40.')", "the plain text")
        .await?;
    let paragraph = "[...inside().querySelectorAll('p')].find((p) => isSeen(p) && p.textContent.startsWith('الفقرة 20.'))";
    let top = &format!("{paragraph}.getBoundingClientRect().top");
    t.bring_to_top(paragraph).await?;
    let before = t.number(top).await?;
    wasm.open();
    t.wait_state("ready").await?;
    t.frames().await?;
    let after = t.number(top).await?;
    ensure!(
        (after - before).abs() <= 2.0,
        "the paragraph was at {before} and is at {after}"
    );
    Ok(())
}

/// Opens the page and checks that the text stays on screen with this error.
async fn text_stays(t: &Trial, page: Page, code: &str) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(short()));
    t.open(page).await?;
    t.wait_state("error").await?;
    let detail = t.event("error").await?;
    same(&detail["code"], code, "code")?;
    same(
        t.get(&readable()).await?,
        true,
        "title and text are on the screen",
    )?;
    carries_direction(t).await?;
    same(
        t.get("isSeen(part('retry'))").await?,
        detail["retryable"].clone(),
        "a retry button shows exactly when retryable",
    )
}

async fn missing_wasm_leaves_the_text(t: &Trial) -> Result<()> {
    t.cdn.serve(WASM, Reply::status(404));
    text_stays(t, Page::element("{api}/article", ""), "wasm-failed").await
}

/// Where only a closer look finds the article.
async fn without_wasm_every_source_has_its_text(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.cdn.serve(WASM, Reply::status(404));
    let inline = r#"<script type="application/json" id="inline">{"title":"داخل الصفحة","body":"<p>نص داخل الصفحة</p>"}</script>"#;
    let data = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"موقع"},{"@type":"NewsArticle","headline":"خبر الصفحة"}]}</script>
        <article><p>نص خبر الصفحة</p></article>"#;
    let feed = json!({ "items": [
        { "id": "one", "title": "الأول", "content_html": "<p>نص الأول</p>" },
        { "id": "two", "title": "الثاني", "content_html": "<p>نص الثاني</p>" },
    ] });
    let graph = json!({ "@graph": [
        { "@type": "WebSite", "name": "موقع" },
        { "@type": "NewsArticle", "headline": "خبر الرسم", "articleBody": "نص الرسم" },
    ] });
    let own =
        json!({ "data": { "head": "خبر الواجهة", "blocks": [{ "html": "<p>نص الواجهة</p>" }] } });
    let apple = json!({ "title": "خبر التفاحة", "components": [
        { "role": "title", "text": "خبر التفاحة" },
        { "role": "container", "components": [{ "role": "body", "text": "نص التفاحة" }] },
    ] });
    for (path, json) in [
        ("/feed", feed),
        ("/graph", graph),
        ("/own", own),
        ("/apple", apple),
    ] {
        t.api.serve(path, Reply::json(json));
    }
    let map = r#"data-format="map" data-map="title: data.head; body: data.blocks.*.html""#;
    for (source, attributes, title, text) in [
        ("#inline", "", "داخل الصفحة", "نص داخل الصفحة"),
        ("page", "", "خبر الصفحة", "نص خبر الصفحة"),
        ("{api}/feed", r#"data-item="two""#, "الثاني", "نص الثاني"),
        ("{api}/graph", "", "خبر الرسم", "نص الرسم"),
        ("{api}/own", map, "خبر الواجهة", "نص الواجهة"),
        ("{api}/apple", "", "خبر التفاحة", "نص التفاحة"),
    ] {
        let page = Page::element(source, attributes).head(inline);
        let page = if source == "page" {
            page.head(data)
        } else {
            page
        };
        t.open(page).await?;
        t.wait_state("error").await?;
        let detail = t.event("error").await?;
        same(&detail["code"], "wasm-failed", source)?;
        same(
            t.get("[text('title'), ((line) => isSeen(line) && line.textContent)(inside().querySelector('article > p'))]")
                .await?,
            json!([title, text]),
            source,
        )?;
    }
    Ok(())
}

async fn missing_glue_leaves_the_text(t: &Trial) -> Result<()> {
    t.cdn.serve(GLUE, Reply::refuse());
    text_stays(t, Page::element("{api}/article", ""), "wasm-failed").await
}

async fn missing_stylesheet_leaves_the_text(t: &Trial) -> Result<()> {
    t.cdn.serve(STYLE, Reply::status(404));
    text_stays(t, Page::element("{api}/article", ""), "wasm-failed").await
}

/// On a page of light letters on a dark ground, which says nothing of its scheme.
async fn without_its_stylesheet_the_text_is_legible(t: &Trial) -> Result<()> {
    t.cdn.serve(STYLE, Reply::status(404));
    let dark =
        "<style>html { background: #111; color: #eee; direction: ltr; font: 5px cursive }</style>";
    let page = Page::element("{api}/article", "").head(dark);
    text_stays(t, page, "wasm-failed").await?;
    let looks = "{
        const { direction, color, fontSize, textAlign } = getComputedStyle(inside().querySelector('article p'));
        return [direction, color, getComputedStyle(inside().querySelector('.plain')).backgroundColor, parseFloat(fontSize) >= 16, textAlign];
    }";
    same(
        t.js(looks).await?,
        json!(["rtl", "rgb(0, 0, 0)", "rgb(255, 255, 255)", true, "start"]),
        "direction, colour, ground, size and side",
    )
}

/// HTML and typed blocks; what is said of it stands before it.
async fn the_simplified_view_keeps_headings_marks_and_rows(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.cdn.serve(WASM, Reply::status(404));
    let html = "<div><h2>عنوان فرعي</h2><p>نص <b>قوي</b></p><ol start=\"1\"><li><p>أول</p></li><li>ثان</li></ol>\
        <script>x</script><table><tr><th>مدينة</th><td>فاس</td></tr></table></div>";
    let typed = json!([
        { "type": "heading", "level": 2, "text": "عنوان فرعي" },
        { "type": "paragraph", "html": "نص <b>قوي</b>" },
        { "type": "list", "ordered": true, "items": ["أول", { "html": "ثان" }] },
        { "type": "table", "rows": [["مدينة", "فاس"]] },
    ]);
    for (path, body) in [("/html", json!(html)), ("/typed", typed)] {
        let article = json!({ "title": TITLE, "language": "ar", "body": body });
        t.api.serve(path, Reply::json(article));
        t.open(Page::element(&format!("{{api}}{path}"), "")).await?;
        t.wait_state("error").await?;
        let seen = "{
            const plain = inside().querySelector('.plain');
            const look = (name) => getComputedStyle(plain.querySelector(name));
            const cells = [...plain.querySelectorAll('tr > *')].map(rect);
            return [
                plain.firstElementChild.getAttribute('part'), look('h2').fontWeight, look('b').fontWeight,
                look('li').display, look('li').listStyleType, plain.querySelectorAll('li').length,
                cells.length, cells[0].top === cells[1].top && cells[0].left > cells[1].left,
                tidy(plain.querySelector('article').innerText).includes('x'),
            ];
        }";
        same(
            t.js(seen).await?,
            json!([
                "error",
                "700",
                "700",
                "list-item",
                "decimal",
                2,
                2,
                true,
                false
            ]),
            path,
        )?;
    }
    Ok(())
}

/// As servers do that answer every address with their front page.
async fn a_page_in_place_of_the_wasm_leaves_the_text(t: &Trial) -> Result<()> {
    t.cdn
        .serve(WASM, Reply::html("<!doctype html><title>الرئيسية</title>"));
    text_stays(t, Page::element("{api}/article", ""), "wasm-failed").await
}

async fn wasm_of_an_unnamed_type_works(t: &Trial) -> Result<()> {
    let wasm = std::fs::read(dist()?.join(WASM.trim_start_matches('/')))?;
    t.cdn
        .serve(WASM, Reply::new("application/octet-stream", wasm));
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await
}

async fn wasm_that_came_back_works_after_retry(t: &Trial) -> Result<()> {
    let wasm = std::fs::read(dist()?.join(WASM.trim_start_matches('/')))?;
    t.cdn.serve(WASM, Reply::status(503));
    text_stays(t, Page::element("{api}/article", ""), "wasm-failed").await?;
    same(
        t.get("isSeen(part('retry'))").await?,
        true,
        "a retry button shows",
    )?;
    t.cdn.serve(WASM, Reply::new("application/wasm", wasm));
    t.click("retry").await?;
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")
}

/// What the docs tell the owner of a strict page to allow, and nothing more.
const STRICT: &str = "default-src 'none'; script-src {cdn} {recorder} 'wasm-unsafe-eval'; connect-src {cdn} {api}; img-src *";

async fn policy_without_wasm_leaves_the_text(t: &Trial) -> Result<()> {
    // The browser reports the refusal that this is about.
    t.expect("wasm-eval");
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    text_stays(
        t,
        Page::element("{api}/article", "").policy(&policy),
        "wasm-blocked",
    )
    .await
}

async fn strict_policy_is_enough(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "").policy(STRICT))
        .await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await?;
    let pixels = t
        .number("parseFloat(getComputedStyle(part('body').querySelector('p')).fontSize)")
        .await?;
    ensure!(pixels > 18.0, "the size has no effect: {pixels} px");
    Ok(())
}

/// An article whose body has to be parsed as HTML.
fn with_markup() -> Value {
    let mut article = short();
    article["body"] = json!(format!(
        "<p>{FIRST} <strong>بحلة جديدة</strong>.</p><p>البقية <a href=\"/tatimma\">هنا</a>.</p>"
    ));
    article
}

async fn trusted_types_with_our_policy_work(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(with_markup()));
    let policy = format!("{STRICT}; require-trusted-types-for 'script'; trusted-types qari");
    t.open_ready(Page::element("{api}/article", "").policy(&policy))
        .await?;
    same(
        t.get("part('body').querySelectorAll('strong').length")
            .await?,
        1,
        "strong words in the body",
    )
}

async fn trusted_types_without_our_policy_leave_text(t: &Trial) -> Result<()> {
    // The browser reports the refused attempts; nothing may come uncaught.
    t.expect("trusted-types");
    t.expect("Qari");
    t.api.serve("/article", Reply::json(with_markup()));
    let policy = format!("{STRICT}; require-trusted-types-for 'script'; trusted-types other");
    t.open(Page::element("{api}/article", "").policy(&policy))
        .await?;
    t.wait_for("['ready', 'error'].includes(state())", "an end")
        .await?;
    same(
        t.get(&readable()).await?,
        true,
        "title and text are on the screen",
    )?;
    same(
        t.get("shown().includes('<')").await?,
        false,
        "tags show as text",
    )
}

async fn an_article_that_fails_needs_no_wasm(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::status(404));
    let _held = t.cdn.hold(WASM);
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("error").await?;
    same(&t.event("error").await?["code"], "http", "code")
}
