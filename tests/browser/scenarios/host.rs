//! The page around the reader: whatever it does, the reader looks the same, and the reader changes nothing in it.

use anyhow::{Result, bail, ensure};
use serde_json::json;

use crate::articles::{TITLE, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![host::{
    hostile_css_changes_nothing_inside,
    small_root_size_changes_nothing_inside,
    odd_globals_break_nothing,
    a_host_that_wraps_fetch_changes_nothing,
    a_fetch_that_throws_is_a_fault_like_another,
    the_host_keeps_its_looks,
    only_one_global_is_added,
    nothing_scrolls_sideways_on_the_smallest_phone,
    the_headline_is_the_only_h1_unless_the_page_has_one,
    it_calls_no_third_party,
    keyboard_reaches_every_control,
    the_focus_is_never_hidden,
    every_control_has_a_name,
}];

/// How the reader looks, in values that a host might bend.
const LOOKS: &str = "['title', 'summary', 'breadcrumb', 'date', 'body', 'share-link', 'size-increase', 'tags'].map((name) => {
    const s = getComputedStyle(part(name));
    return [name, ...['fontSize', 'fontFamily', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textAlign', 'textTransform',
        'direction', 'fontWeight', 'fontStyle', 'color', 'textIndent', 'whiteSpace', 'cursor', 'visibility', 'unicodeBidi',
        'display', 'marginTop', 'borderTopWidth'].map((property) => property + ': ' + s[property])].join('; ');
}).join('\\n')";

/// The reader's looks on a page with this in its head must be those on a page without.
async fn looks_the_same_with(t: &Trial, head: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let calm = t.text(LOOKS).await?;
    t.open_ready(Page::element("{api}/article", "").head(head))
        .await?;
    let hostile = t.text(LOOKS).await?;
    for (is, should) in hostile.lines().zip(calm.lines()) {
        same(is, should, "the looks of a part")?;
    }
    Ok(())
}

async fn hostile_css_changes_nothing_inside(t: &Trial) -> Result<()> {
    let head = "<style>
        * { direction: ltr !important; font: italic 40px/3 cursive !important; letter-spacing: 5px !important; color: red !important;
            word-spacing: 9px !important; text-transform: uppercase !important; text-align: center !important; cursor: wait !important;
            text-indent: 3em !important; white-space: pre !important; unicode-bidi: bidi-override !important; }
        p, a, h1, li, span, div, button, article, nav { display: inline !important; margin: 50px !important; border: 9px solid !important }
    </style>";
    looks_the_same_with(t, head).await
}

async fn small_root_size_changes_nothing_inside(t: &Trial) -> Result<()> {
    looks_the_same_with(
        t,
        "<style>html { font-size: 62.5% } body { font-size: 1.2rem; line-height: 3 }</style>",
    )
    .await
}

async fn odd_globals_break_nothing(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let head = "<script>
        Array.prototype.first = function () { return this[0]; };
        Object.prototype.isOurs = true;
        String.prototype.shout = function () { return this + '!'; };
        window.define = () => { throw new Error('define is for our modules'); };
        window.define.amd = {};
        window.require = () => { throw new Error('require is ours'); };
        window.module = { exports: {} };
        window.exports = window.module.exports;
        window.process = { env: {} };
        window.global = {};
    </script>";
    t.open_ready(Page::element("{api}/article", "").head(head))
        .await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await
}

/// Every computed value of every element of the host, one element a line; heights aside, for the article has one.
const HOST_LOOKS: &str = "[...document.querySelectorAll('html, head, body, body *:not(qari-reader, qari-reader *, script)')].map((el) => {
    const computed = getComputedStyle(el);
    const height = /^(height|block-size|bottom|inset-block-end|-webkit-logical-height)|(perspective|transform)-origin/;
    return (el.id || el.localName) + ': ' + [...computed].filter((name) => !height.test(name))
        .map((name) => name + '=' + computed.getPropertyValue(name)).join('; ');
}).join('\\n')";

/// The attributes of the host's outer elements.
const HOST_MARKS: &str = "[document.documentElement, document.head, document.body].map((el) => el.cloneNode(false).outerHTML).join()";

/// As monitors and helpers do it: what is fetched is taken for an address as text, or for a request.
async fn a_host_that_wraps_fetch_changes_nothing(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let wrapped = "<script>{
        const { fetch } = window;
        window.fetch = async (what, how) => {
            const address = typeof what === 'string' ? what : what.url;
            return fetch(what, address.startsWith('/api') ? { ...how, credentials: 'include' } : how);
        };
    }</script>";
    t.open_ready(Page::element("{api}/article", "").head(wrapped))
        .await?;
    same(t.get("__seen.warnings").await?, json!([]), "warnings")
}

async fn a_fetch_that_throws_is_a_fault_like_another(t: &Trial) -> Result<()> {
    t.expect("Qari");
    let broken = "<script>window.fetch = () => { throw new TypeError('a test refuses'); }</script>";
    t.open(Page::element("{api}/article", "").head(broken))
        .await?;
    t.wait_state("error").await?;
    t.event("error").await.map(drop)
}

async fn the_host_keeps_its_looks(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let page =
        Page::new(r#"<h1>عنوان الصفحة</h1><button id="button">زر</button><div id="place"></div>"#);
    // A scrollbar from the start, so that the width does not depend on the article.
    t.open(page.head("<style>html { overflow-y: scroll } p { color: teal }</style>"))
        .await?;
    let (before, marks) = (t.text(HOST_LOOKS).await?, t.text(HOST_MARKS).await?);
    t.js("const script = document.createElement('script');
        script.src = '{cdn}/qari.js';
        Object.assign(script.dataset, { src: '{api}/article', target: '#place' });
        document.body.append(script);")
        .await?;
    t.wait_state("ready").await?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await?;
    let after = t.text(HOST_LOOKS).await?;
    if let Some((was, is)) = before
        .lines()
        .zip(after.lines())
        .find(|(was, is)| was != is)
    {
        let change = was
            .split("; ")
            .zip(is.split("; "))
            .find(|(was, is)| was != is);
        bail!(
            "the host's looks changed: {} {change:?}",
            was.split(':').next().unwrap_or_default()
        );
    }
    same(
        t.text(HOST_MARKS).await?,
        marks,
        "attributes of html, head and body",
    )
}

async fn only_one_global_is_added(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    // Not with the pointer: drivers add globals of their own for it. They have a few anyway, and frames have numbers.
    t.js("part('size-increase').click()").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await?;
    let added = "Object.getOwnPropertyNames(window).filter((name) => !__seen.globals.includes(name)
        && !/^(\\d+$|cdc_|\\$|__webdriver|ret_nodes$|se_)/.test(name))";
    same(t.get(added).await?, json!(["qari"]), "globals")
}

async fn nothing_scrolls_sideways_on_the_smallest_phone(t: &Trial) -> Result<()> {
    let page = Page::element(
        "{api}/train.json",
        r#"data-text-size="9" data-base-url="{cdn}/demo/articles/""#,
    );
    let frame = r#"width="320" height="640" style="border: 0""#;
    t.open(
        page.head("<style>body { margin: 0 }</style>")
            .in_frame(frame),
    )
    .await?;
    t.wait_state("ready").await?;
    same(t.number("innerWidth").await?, 320.0, "the width")?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "9",
        "the text size",
    )?;
    let wide = "const scrolls = (el) => el && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(el).overflowX) || scrolls(el.parentElement));
        return [...inside().querySelectorAll('*')].filter((el) => {
            const { left, right, width } = rect(el);
            return width && (left < -0.5 || right > innerWidth + 0.5) && !scrolls(el);
        }).map((el) => el.localName + ' ' + tidy(el.textContent).slice(0, 30))";
    same(t.js(wide).await?, json!([]), "elements that stick out")?;
    ensure!(
        t.number("document.documentElement.scrollWidth").await? <= 320.0,
        "the page scrolls sideways"
    );
    Ok(())
}

async fn the_headline_is_the_only_h1_unless_the_page_has_one(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    same(
        t.get("part('title').matches('h1') && inside().querySelectorAll('h1').length")
            .await?,
        1,
        "alone on the page",
    )?;
    t.open_ready(Page::new(
        r#"<h1>عنوان الصفحة</h1><script async src="{cdn}/qari.js" data-src="{api}/article"></script>"#,
    ))
    .await?;
    same(
        t.get("[part('title').localName, inside().querySelectorAll('h1').length]")
            .await?,
        json!(["h2", 0]),
        "below the page's own",
    )
}

/// The harness refuses and records every request past the three origins; this one gives it every chance.
async fn it_calls_no_third_party(t: &Trial) -> Result<()> {
    let attributes = r#"data-base-url="{cdn}/demo/articles/" data-share="native whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print""#;
    t.open_ready(Page::element("{api}/blocks.json", attributes))
        .await?;
    t.js("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
        .await?;
    t.frames().await
}

async fn keyboard_reaches_every_control(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let lost = "[...inside().querySelectorAll('button, a[href]')].filter((el) => isSeen(el) && !el.disabled).filter((el) => {
        el.focus();
        return inside().activeElement !== el || el.tabIndex < 0;
    }).map((el) => el.outerHTML.slice(0, 80))";
    same(
        t.get(lost).await?,
        json!([]),
        "controls that cannot take the focus",
    )
}

/// WCAG 2.2, 2.4.11: a bar that stays on the screen must not lie over what the keyboard has reached.
async fn the_focus_is_never_hidden(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(
        Page::element("{api}/article", "").head("<style>#before { height: 90vh }</style>"),
    )
    .await?;
    let hidden = "[...inside().querySelectorAll('button, a[href]')].filter((el) => isSeen(el) && !el.disabled).filter((el) => {
        el.focus();
        // WebKit reveals what has the focus a moment later; this does the same at once.
        el.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { left, top, width, height } = el.getClientRects()[0];
        const there = inside().elementFromPoint(left + width / 2, top + height / 2);
        return !el.contains(there) && !there?.contains(el);
    }).map((el) => el.outerHTML.slice(0, 80))";
    same(
        t.get(hidden).await?,
        json!([]),
        "controls that lie under something when they have the focus",
    )
}

async fn every_control_has_a_name(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let nameless = "[...inside().querySelectorAll('button, a[href]')].filter(isSeen)
        .filter((el) => !tidy((el.getAttribute('aria-label') ?? '') + el.textContent)).map((el) => el.outerHTML.slice(0, 80))";
    same(t.get(nameless).await?, json!([]), "controls without a name")?;
    let foreign = "parts('size-increase').concat(parts('size-decrease'), parts('share-link')).map((el) => el.getAttribute('aria-label') ?? tidy(el.textContent))
        .filter((name) => !/[\\u0621-\\u064a]/.test(name))";
    same(
        t.get(foreign).await?,
        json!([]),
        "names that are not in the interface's language",
    )
}
