//! First touch: what `qari-prerender` made answers before any wasm, keeps what was chosen, and loses nothing when the full
//! reader takes over.

use anyhow::{Result, ensure};
use qari_prerender::Files;
use serde_json::{Value, json};

use super::prerendered::{WASM, page, rendered};
use super::share::{are_stopped, entry};
use crate::articles::{TITLE, URL, long, short};
use crate::harness::{Gate, Page, Reply, Scenario, Trial, same};
use crate::scenarios;

pub const SCENARIOS: &[Scenario] = scenarios![prerendered_touch::{
    the_settings_answer_before_the_wasm,
    keys_answer_before_the_wasm,
    print_answers_before_the_wasm,
    copy_answers_before_the_wasm,
    an_address_that_is_not_copied_stays_to_be_read,
    the_share_sheet_opens_before_the_wasm,
    without_a_share_sheet_it_has_no_button,
    a_page_may_stop_what_is_shared,
    nothing_is_kept_where_nothing_may_be,
    what_was_kept_is_there_at_the_first_paint,
    the_program_comes_when_the_page_rests,
    a_player_makes_the_program_come,
    it_takes_over_without_another_look,
    open_settings_stay_open,
    the_selection_stays,
    the_place_stays,
    the_place_stays_in_a_box_of_the_hosts,
    a_script_that_scrolls_meanwhile_is_left_alone,
    what_a_script_adds_later_answers,
    a_clone_answers,
    two_of_them_behind_the_loader_answer,
    it_leaves_nothing_behind,
}];

/// Waits until the controls answer.
async fn wait_alive(t: &Trial) -> Result<()> {
    t.wait_for(
        "inside()?.querySelector('.prerendered[data-alive]') && document.readyState !== 'loading' \
         && part('article') && style('article', 'fontSize') !== '16px'",
        "the controls",
    )
    .await
}

/// The short article before the wasm, which comes when the gate opens.
async fn before_wasm(t: &Trial, attributes: &[(&str, &str)], head: &str) -> Result<Gate> {
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), attributes)?.head(head)).await?;
    wait_alive(t).await?;
    Ok(wasm)
}

/// Opens the gate; then the full reader stands there.
async fn take_over(t: &Trial, wasm: Gate) -> Result<()> {
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get("[inside().querySelector('.prerendered'), parts('article').length]")
            .await?,
        json!([null, 1]),
        "what stands there",
    )?;
    // The article was in the page.
    same(t.api.requests().len(), 0, "requests for the article")
}

fn choice(name: &str) -> String {
    format!("inside().querySelector('[data-choice={name}]')")
}

/// What the article looks like, and what of it is chosen.
const LOOK: &str = "(() => {
    const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(part('article'));
    const ground = getComputedStyle(inside().querySelector('.reader')).backgroundColor;
    const chosen = [...inside().querySelectorAll('[aria-checked=true]')].map(({ dataset }) => dataset.choice);
    return { color, fontFamily, fontSize, lineHeight, ground, chosen };
})()";

/// What the browser keeps.
const KEPT: &str = "JSON.parse(localStorage['qari:prefs'] ?? null)";

async fn the_settings_answer_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], "").await?;
    let sheet = "isSeen(inside().querySelector('.sheet'))";
    same(t.get(sheet).await?, false, "the settings at first")?;
    t.click("settings").await?;
    same(
        t.get(&format!(
            "[{sheet}, part('settings').getAttribute('aria-expanded')]"
        ))
        .await?,
        json!([true, "true"]),
        "the settings",
    )?;
    for name in ["dark", "naskh", "loose"] {
        t.click_on(&choice(name)).await?;
    }
    let look = t.get(LOOK).await?;
    same(
        &look["chosen"],
        &json!(["dark", "naskh", "loose"]),
        "what is chosen",
    )?;
    same(&look["ground"], "rgb(21, 24, 27)", "the ground")?;
    ensure!(
        look["fontFamily"]
            .as_str()
            .is_some_and(|family| family.contains("Naskh")),
        "the font: {look}"
    );
    same(
        t.get(&format!(
            "parseFloat({LOOK}.lineHeight) / parseFloat({LOOK}.fontSize)"
        ))
        .await?
        .as_f64()
        .map(|ratio| (ratio * 10.0).round()),
        Some(21.0),
        "the spacing",
    )?;
    same(
        t.get(KEPT).await?,
        json!({ "theme": "dark", "font": "naskh", "lineHeight": "loose" }),
        "what is kept",
    )?;
    // A press beside them closes them.
    t.click("title").await?;
    same(t.get(sheet).await?, false, "the settings in the end")?;
    take_over(t, wasm).await?;
    t.click("settings").await?;
    t.wait_for(sheet, "the settings").await?;
    same(t.get(LOOK).await?, look, "the full reader's look")?;
    same(
        t.get(
            "__seen.events.filter(({ type }) => type === 'settings').map(({ detail }) => detail)",
        )
        .await?,
        json!([{ "textSize": 3, "theme": "dark", "font": "naskh", "lineHeight": 2.1 }]),
        "what the page was told",
    )
}

async fn keys_answer_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], "").await?;
    let press = |key: &str, on: &str| {
        format!(
            "{on}.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, composed: true, cancelable: true }}))"
        )
    };
    let size = "part('article').dataset.textSize";
    t.js("part('size-increase').focus()").await?;
    for (key, expected) in [("+", "4"), ("=", "5"), ("-", "4"), ("0", "3")] {
        t.js(&press(key, "part('size-increase')")).await?;
        same(t.get(size).await?, expected, key)?;
    }
    // The name of the size says which one it is.
    let name = "part('size-value').getAttribute('aria-label')";
    let first = t.text(name).await?;
    for _ in 3..9 {
        t.click("size-increase").await?;
    }
    same(
        t.get("[part('size-increase').disabled, inside().activeElement === part('size-decrease')]")
            .await?,
        json!([true, true]),
        "the largest size hands the focus on",
    )?;
    let name = t.text(name).await?;
    ensure!(
        name != first && name.chars().skip(1).eq(first.chars().skip(1)),
        "«{first}», then «{name}»"
    );
    // Arrows follow the eye: this article runs from the right.
    t.click("settings").await?;
    t.js(&format!("{}.focus()", choice("auto"))).await?;
    t.js(&press("ArrowLeft", &choice("auto"))).await?;
    let chosen = "inside().activeElement.dataset.choice + inside().querySelectorAll('[part=theme] [tabindex=\"0\"]').length";
    same(t.get(chosen).await?, "light1", "what has the focus")?;
    t.js(&press("ArrowRight", &choice("light"))).await?;
    t.js(&press("ArrowRight", &choice("auto"))).await?;
    same(t.get(chosen).await?, "contrast1", "round about")?;
    t.js(&press("Escape", &choice("contrast"))).await?;
    same(
        t.get("[inside().querySelector('.sheet').hidden, inside().activeElement === part('settings')]").await?,
        json!([true, true]),
        "Escape",
    )?;
    take_over(t, wasm).await?;
    same(
        t.get("[part('size-value').getAttribute('aria-label'), inside().activeElement === part('settings'), part('size-increase').disabled]").await?,
        json!([name, true, true]),
        "the full reader's size, focus and A+",
    )
}

async fn print_answers_before_the_wasm(t: &Trial) -> Result<()> {
    let head = "<script>window.printed = 0; window.print = () => printed++</script>";
    let wasm = before_wasm(t, &[("share", "print copy")], head).await?;
    t.click("print").await?;
    same(t.get("printed").await?, 1, "after the bar's")?;
    t.click_on(&entry("print")).await?;
    same(t.get("printed").await?, 2, "after the share row's")?;
    same(
        t.event("share").await?,
        json!({ "network": "print", "url": URL, "title": TITLE }),
        "`qari:share`",
    )?;
    take_over(t, wasm).await?;
    t.click("print").await?;
    same(t.get("printed").await?, 3, "after the full reader's")
}

/// Keeps what is copied, and leaves the clipboard alone: reading it back would need a permission.
const COPYING: &str = "<script>Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })</script>";
const REFUSING: &str = "<script>Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: async () => { throw new DOMException('refused', 'NotAllowedError'); } } })</script>";

async fn copy_answers_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], COPYING).await?;
    t.click_on(&entry("copy")).await?;
    t.wait_for(
        "/[\\u0621-\\u064a]/.test(text('status'))",
        "words in Arabic",
    )
    .await?;
    let said = t.text("text('status')").await?;
    same(t.get("copied").await?, URL, "what was copied")?;
    same(
        t.event("share").await?,
        json!({ "network": "copy", "url": URL, "title": TITLE }),
        "`qari:share`",
    )?;
    take_over(t, wasm).await?;
    t.js("window.copied = ''").await?;
    t.click_on(&entry("copy")).await?;
    t.wait_for(
        "Boolean(copied) && text('status') !== ''",
        "the full reader's",
    )
    .await?;
    same(t.text("text('status')").await?, said, "its words")
}

async fn an_address_that_is_not_copied_stays_to_be_read(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], REFUSING).await?;
    t.click_on(&entry("copy")).await?;
    let shown = "part('status').matches('.address') && part('status').querySelector('bdi[dir=ltr]')?.textContent";
    t.wait_for(&format!("{shown} === '{URL}'"), "the address")
        .await?;
    take_over(t, wasm).await
}

const SHEET: &str = "<script>Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: async (data) => { window.given = data; } })</script>";
const NO_SHEET: &str = "<script>delete Navigator.prototype.share</script>";

async fn the_share_sheet_opens_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], SHEET).await?;
    same(
        t.get(&format!("isSeen({})", entry("native"))).await?,
        true,
        "its button",
    )?;
    t.click_on(&entry("native")).await?;
    same(
        t.get("[given.title, given.url]").await?,
        json!([TITLE, URL]),
        "what it was given",
    )?;
    take_over(t, wasm).await
}

async fn without_a_share_sheet_it_has_no_button(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], NO_SHEET).await?;
    let is_seen = format!("isSeen({})", entry("native"));
    same(t.get(&is_seen).await?, false, "before")?;
    take_over(t, wasm).await?;
    same(t.get(&is_seen).await?, false, "after")
}

async fn a_page_may_stop_what_is_shared(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], SHEET).await?;
    are_stopped(t, &["native", "whatsapp"]).await?;
    take_over(t, wasm).await
}

async fn nothing_is_kept_where_nothing_may_be(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[("remember", "off"), ("theme", "sepia")], "").await?;
    t.click("size-increase").await?;
    t.click("settings").await?;
    t.click_on(&choice("contrast")).await?;
    let now = "[part('article').dataset.textSize, inside().querySelector('.reader').dataset.theme, localStorage['qari:prefs'] ?? null]";
    same(t.get(now).await?, json!(["4", "contrast", null]), "before")?;
    take_over(t, wasm).await?;
    same(t.get(now).await?, json!(["4", "contrast", null]), "after")?;
    // A press on the size brings back the owner's.
    t.click("size-value").await?;
    t.wait_for(
        "part('article').dataset.textSize === '3'",
        "the owner's size",
    )
    .await
}

/// Notes what each frame showed of the reader: a message comes after the frame's painting. What the parser brought between the two was not
/// in that frame.
const FRAMES: &str = "<script>{
    localStorage['qari:prefs'] = JSON.stringify({ textSize: 6, theme: 'sepia', font: 'naskh', lineHeight: 'loose' });
    window.painted = [];
    const { port1, port2 } = new MessageChannel();
    const find = () => document.querySelector('qari-reader')?.shadowRoot?.querySelector('article');
    port1.onmessage = ({ data: isThere }) => {
        const article = isThere && find();
        const root = article && article.getRootNode();
        if (article && article.getClientRects().length) painted.push([root.querySelector('.reader').dataset.theme, ...['textSize', 'font', 'lineHeight'].map((name) => article.dataset[name])].join(' '));
    };
    const frame = () => { port2.postMessage(Boolean(find())); if (painted.length < 5) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
}</script>";

async fn what_was_kept_is_there_at_the_first_paint(t: &Trial) -> Result<()> {
    let kept = "sepia 6 naskh loose";
    // As `qari-prerender --page` writes it.
    let blocking =
        "<script type=\"module\" async blocking=\"render\" src=\"{cdn}/touch.js\"></script>";
    let wasm = before_wasm(t, &[], &format!("{FRAMES}{blocking}")).await?;
    t.wait_for("painted.length > 0", "a frame").await?;
    t.wait_for(&format!("painted.at(-1) === '{kept}'"), "the choices")
        .await?;
    if t.get("'blocking' in HTMLScriptElement.prototype").await? == true {
        same(t.get("painted[0]").await?, kept, "the first frame")?;
    } else {
        println!(
            "{:?}: a module blocks no painting here; the first frame: {}",
            t.engine,
            t.get("painted[0]").await?
        );
    }
    take_over(t, wasm).await
}

async fn the_program_comes_when_the_page_rests(t: &Trial) -> Result<()> {
    let picture = t.api.hold("/late.png");
    t.api.serve("/late.png", Reply::status(404));
    t.expect("late.png");
    let html = page(&short(), &[])?.head("<link rel=\"icon\" href=\"data:,\"><script>addEventListener('DOMContentLoaded', () => document.body.append(Object.assign(new Image(), { src: '{api}/late.png' })))</script>");
    t.open(html).await?;
    wait_alive(t).await?;
    t.click("size-increase").await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "4",
        "the size",
    )?;
    t.frames().await?;
    same(
        t.get("[document.readyState, performance.now() < 5000]")
            .await?,
        json!(["interactive", true]),
        "the page",
    )?;
    same(
        t.cdn.requests_for(WASM).len(),
        0,
        "requests for the wasm before the page is there",
    )?;
    picture.open();
    t.wait_state("ready").await?;
    same(t.cdn.requests_for(WASM).len(), 1, "requests for the wasm")
}

async fn a_player_makes_the_program_come(t: &Trial) -> Result<()> {
    t.api.serve("/player", Reply::html("<p>player</p>"));
    let mut article = short();
    article["body"] = json!(
        "<p>نص</p><p><iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe></p>"
    );
    let picture = t.api.hold("/late.png");
    t.expect("late.png");
    t.api.serve("/late.png", Reply::status(404));
    // The player itself is not fetched: nobody else is called.
    let policy = "default-src 'self' 'unsafe-inline' {cdn} {api} {recorder}; script-src 'unsafe-inline' {recorder} {cdn} 'wasm-unsafe-eval'; frame-src 'none'; img-src *; connect-src {cdn}; style-src {cdn} 'unsafe-inline'";
    t.expect("frame-src");
    let html = page(&article, &[])?.policy(policy).head("<script>addEventListener('DOMContentLoaded', () => document.body.append(Object.assign(new Image(), { src: '{api}/late.png' })))</script>");
    t.open(html).await?;
    wait_alive(t).await?;
    t.click_on("inside().querySelector('.poster')").await?;
    t.wait_for("Boolean(inside().querySelector('iframe'))", "the player")
        .await?;
    same(
        t.get("document.readyState").await?,
        "interactive",
        "the page meanwhile",
    )?;
    picture.open();
    t.wait_state("ready").await
}

/// All that is seen of the reader, and how.
const SEEN: &str = "[...inside().querySelectorAll('.reader, .reader *')].filter((node) => isSeen(node) && node.localName !== 'slot').map((node) => {
    const { color, backgroundColor, fontFamily, fontSize, lineHeight, opacity } = getComputedStyle(node);
    const { top, left, width, height } = rect(node);
    return [node.localName, node.getAttribute('part'), color, backgroundColor, fontFamily, fontSize, lineHeight, opacity, ...[top, left, width, height].map(Math.round)].join(' ');
})";

async fn it_takes_over_without_another_look(t: &Trial) -> Result<()> {
    let head = "<script>localStorage['qari:prefs'] = JSON.stringify({ textSize: 5, theme: 'sepia', font: 'naskh', lineHeight: 'loose' })</script>";
    let wasm = before_wasm(t, &[], head).await?;
    t.click("settings").await?;
    // Nothing of it that a pointer changes.
    t.js("part('settings').blur(); addRules('*, ::before, ::after { transition: none !important } [part=progress], [part=listen] { display: none !important }')").await?;
    t.frames().await?;
    let before = t.get(SEEN).await?;
    take_over(t, wasm).await?;
    t.js("addRules('[part=progress], [part=listen] { display: none !important }')")
        .await?;
    t.frames().await?;
    let after = t.get(SEEN).await?;
    let (before, after) = (lines(&before), lines(&after));
    for (before, after) in before.iter().zip(&after) {
        same(after, before, "an element after the full reader came")?;
    }
    same(after.len(), before.len(), "elements")
}

fn lines(list: &Value) -> Vec<String> {
    let lines = list.as_array().into_iter().flatten();
    lines
        .filter_map(|line| line.as_str().map(str::to_owned))
        .collect()
}

async fn open_settings_stay_open(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], "").await?;
    t.click("settings").await?;
    t.click_on(&choice("sepia")).await?;
    t.js(&format!("{}.focus()", choice("sepia"))).await?;
    take_over(t, wasm).await?;
    same(
        t.get("[isSeen(inside().querySelector('.sheet')), part('settings').getAttribute('aria-expanded'), inside().activeElement?.dataset.choice, document.activeElement === reader()]").await?,
        json!([true, "true", "sepia", true]),
        "settings and focus",
    )?;
    // They are the full reader's own.
    t.click_on(&choice("dark")).await?;
    t.wait_for(
        "inside().querySelector('.reader').dataset.theme === 'dark'",
        "another theme",
    )
    .await
}

/// What is selected within the reader.
const SELECTED: &str = "(() => {
    const selection = getSelection();
    const [range] = selection.getComposedRanges({ shadowRoots: [inside()] });
    const made = document.createRange();
    made.setStart(range.startContainer, range.startOffset);
    made.setEnd(range.endContainer, range.endOffset);
    return tidy(String(made));
})()";

async fn the_selection_stays(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], "").await?;
    // Over the edge of a block.
    t.js("{
        const [first, second] = part('body').querySelectorAll('p');
        const text = (node) => document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
        getSelection().setBaseAndExtent(text(first), 5, text(second), 9);
    }")
        .await?;
    let selected = t.text(SELECTED).await?;
    ensure!(selected.len() > 20, "selected: «{selected}»");
    take_over(t, wasm).await?;
    same(t.text(SELECTED).await?, selected, "what is selected")
}

/// A paragraph that is read: the first one that begins on the screen.
const READ: &str = "(() => {
    const edge = Math.max(0, document.getElementById('box')?.getBoundingClientRect().top ?? 0);
    const line = blocks().find((line) => rect(line).bottom > edge + 1);
    return [line.textContent.slice(0, 12), Math.round(rect(line).top)];
})()";

async fn the_place_stays(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(page(&long(60), &[])?).await?;
    wait_alive(t).await?;
    // Else blocks that come near take their real heights after this was measured, and move what is read by themselves.
    t.js("layOutAll()").await?;
    t.promised("still(blocks()[30])").await?;
    let before = t.get(READ).await?;
    take_over(t, wasm).await?;
    t.frames().await?;
    is_near(&t.get(READ).await?, &before)
}

/// A page whose reader stands in a box that scrolls, some way below the top.
fn boxed(article: &Value) -> Result<Page> {
    let html = qari_prerender::snippet(&rendered(article, &[])?, &Files::at("{cdn}/"));
    Ok(Page::new(format!(
        "<div style=\"block-size: 90px\"></div><div id=\"box\" style=\"block-size: 420px; overflow: auto\">{html}</div>"
    )))
}

async fn the_place_stays_in_a_box_of_the_hosts(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(boxed(&long(60))?).await?;
    wait_alive(t).await?;
    // A little way down too: the reader's own top is still on the screen.
    for way in [
        "document.getElementById('box').scrollTop = 4000",
        "document.getElementById('box').scrollTop = 60",
    ] {
        t.js(way).await?;
        t.frames().await?;
    }
    t.js("document.getElementById('box').scrollTop = 4000")
        .await?;
    t.js("layOutAll()").await?;
    t.promised("still(blocks()[20])").await?;
    let before = t.get(READ).await?;
    take_over(t, wasm).await?;
    t.frames().await?;
    is_near(&t.get(READ).await?, &before)
}

/// The same paragraph within two pixels.
fn is_near(after: &Value, before: &Value) -> Result<()> {
    same(&after[0], &before[0], "the paragraph")?;
    let distance = after[1]
        .as_f64()
        .zip(before[1].as_f64())
        .map(|(after, before)| (after - before).abs());
    ensure!(
        distance.is_some_and(|distance| distance <= 2.0),
        "it moved: {before}, then {after}"
    );
    Ok(())
}

async fn a_script_that_scrolls_meanwhile_is_left_alone(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(boxed(&long(60))?).await?;
    wait_alive(t).await?;
    t.promised("still(blocks()[10])").await?;
    // As soon as the full reader is being made, the host's script goes to another paragraph.
    t.js("{
        new MutationObserver((_, watch) => {
            watch.disconnect();
            window.scrolled = true;
            blocks()[50].scrollIntoView();
        }).observe(inside(), { childList: true });
    }")
        .await?;
    take_over(t, wasm).await?;
    t.frames().await?;
    let [read, scrolled] = [READ, "window.scrolled"].map(|look| t.get(look));
    same(scrolled.await?, true, "the script ran")?;
    let read = read.await?;
    // Blocks get their real heights as they come near, so which one it is depends on the moment; the old place is far away.
    let number = |line: &str| line.split([' ', '.']).nth(1)?.parse::<u32>().ok();
    let number = read[0].as_str().and_then(number);
    ensure!(
        number.is_some_and(|number| number > 40),
        "what is read: {read}"
    );
    Ok(())
}

async fn what_a_script_adds_later_answers(t: &Trial) -> Result<()> {
    added(t, "place.setHTMLUnsafe(html)").await
}

async fn a_clone_answers(t: &Trial) -> Result<()> {
    let clone = "const template = document.createElement('template'); template.setHTMLUnsafe(html); place.append(document.importNode(template.content, true))";
    added(t, clone).await
}

/// A script puts a snippet, `html`, into `place` of a page that has the loader already.
async fn added(t: &Trial, script: &str) -> Result<()> {
    let snippet = qari_prerender::snippet(&rendered(&short(), &[])?, &Files::at("{cdn}/"));
    let wasm = t.cdn.hold(WASM);
    let loader =
        "<script async crossorigin src=\"{cdn}/qari.js\"></script><div id=\"place\"></div>";
    t.open(Page::new(loader)).await?;
    t.wait_for(
        "Boolean(window.qari) && document.readyState === 'complete'",
        "the loader",
    )
    .await?;
    let html = json!(t.fill(&snippet));
    t.js(&format!(
        "const [place, html] = [document.getElementById('place'), {html}]; {script}"
    ))
    .await?;
    wait_alive(t).await?;
    t.click("size-increase").await?;
    let size = "part('article').dataset.textSize";
    same(t.get(size).await?, "4", "the size before")?;
    take_over(t, wasm).await?;
    same(t.get(size).await?, "4", "the size after")
}

async fn two_of_them_behind_the_loader_answer(t: &Trial) -> Result<()> {
    let snippet = |article| -> Result<String> {
        Ok(qari_prerender::snippet(
            &rendered(article, &[])?,
            &Files::at("{cdn}/"),
        ))
    };
    let html = snippet(&short())? + &snippet(&crate::articles::titled("خبر آخر"))?;
    let wasm = t.cdn.hold(WASM);
    t.open(Page::new(html).head("<script defer crossorigin src=\"{cdn}/qari.js\"></script>"))
        .await?;
    wait_alive(t).await?;
    t.wait_for(
        "[0, 1].every((n) => inside(n)?.querySelector('.prerendered[data-alive]'))",
        "both",
    )
    .await?;
    t.click_on("part('size-increase', 1)").await?;
    same(
        t.get("[text('title', 0), text('title', 1), part('article', 1).dataset.textSize]")
            .await?,
        json!([TITLE, "خبر آخر", "4"]),
        "both",
    )?;
    wasm.open();
    t.wait_both().await?;
    t.wait_for("part('article', 0).dataset.textSize === '4' && part('article', 1).dataset.textSize === '4'", "one size for both")
        .await
}

async fn it_leaves_nothing_behind(t: &Trial) -> Result<()> {
    let wasm = before_wasm(t, &[], super::living::LEDGER).await?;
    t.click("settings").await?;
    t.click_on(&choice("dark")).await?;
    t.wait_for(
        "document.readyState === 'complete' && state() === 'loading'",
        "the loader",
    )
    .await?;
    t.js("window.kept = [...ledger.values()]; reader().remove()")
        .await?;
    wasm.open();
    t.frames().await?;
    // The loader's own two listen for what stops the wasm.
    same(
        t.get("[...ledger.values()].filter((type) => !/^(error|unhandledrejection|securitypolicyviolation|click|qari:\\w+|DOMContentLoaded)$/.test(type))").await?,
        json!([]),
        "listeners on the page",
    )
}
