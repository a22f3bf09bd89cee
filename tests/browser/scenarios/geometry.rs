//! Where things stand: on every width, in the smallest and the largest text, in both directions. Widths are those of a
//! frame, which is as narrow as it is told to be where a window is not.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{every, long};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![geometry::{
    everything_fits_right_to_left,
    everything_fits_left_to_right,
    numbers_and_columns_keep_their_sides,
    what_is_reserved_has_the_ground_of_the_theme,
    the_place_is_kept_when_the_font_and_the_spacing_change,
    the_place_is_kept_when_the_screen_is_turned,
}];

/// From a widget's column to a wide screen.
const WIDTHS: [u32; 8] = [280, 320, 360, 414, 600, 768, 1024, 1440];

/// What is wrong with how the reader stands in its page now, in words.
const FAULTS: &str = r#"(() => {
    const faults = [];
    const say = (what, el, more = '') => faults.push(`${what}: ${named(el)} ${more}`);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page scrolls sideways: ${root.scrollWidth}`);
    const box = rect(reader());
    const all = [...inside().querySelectorAll('*')].filter((el) => isSeen(el) && !el.closest('svg > *'));
    const css = new Map(all.map((el) => [el, getComputedStyle(el)]));
    const scrolls = (el) => /auto|scroll/.test(css.get(el)?.overflowX);
    const within = (el, test) => { for (let up = el.parentElement; up; up = up.parentElement) if (test(up)) return true; return false; };
    const hides = (el) => /hidden|clip/.test(css.get(el)?.overflowX) || css.get(el)?.clipPath !== 'none';
    for (const el of all) {
        const { left, right, width, height } = rect(el);
        if (!width || !height || el.matches('.offscreen, [part=status]')) continue;
        if ((left < box.left - 0.5 || right > box.right + 0.5) && !within(el, (up) => scrolls(up) || hides(up)))
            say('sticks out', el, `${left}–${right} of ${box.left}–${box.right}`);
        // What is too wide or too high for its element is cut off, or lies over its neighbour.
        const { overflowX, textOverflow, display } = css.get(el);
        if (display === 'inline' || /auto|scroll/.test(overflowX) || textOverflow === 'ellipsis' || el.closest('svg') || el.localName === 'img') continue;
        const bleeds = el.matches('[part=article], [part=body], [part=image], .reader') || el.querySelector('[part=image]');
        if (el.scrollWidth > el.clientWidth + 1 && el.clientWidth && !bleeds) say('cut off at its side', el, `${el.scrollWidth} in ${el.clientWidth}`);
        if (/hidden|clip/.test(overflowX) && el.scrollHeight > el.clientHeight + 1) say('cut off below', el, `${el.scrollHeight} in ${el.clientHeight}`);
    }
    const controls = all.filter((el) => el.matches('button, summary, input, select, [part=share-link]'));
    const sheet = inside().querySelector('.sheet');
    for (const one of controls) {
        const { width, height } = rect(one);
        if (width < 43.5 || height < 43.5) say('too small to touch', one, `${width}×${height}`);
        for (const other of controls) {
            if (one === other || one.compareDocumentPosition(other) & 2 || one.contains(other)) continue;
            // The bar lies over the text that is being read, and the open settings over what is above the bar.
            if (one.closest('.sheet, [part=toolbar]') !== other.closest('.sheet, [part=toolbar]')) continue;
            const [a, b] = [rect(one), rect(other)];
            if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5) say('overlaps', one, named(other));
        }
    }
    for (const step of part('breadcrumb').querySelectorAll('a')) if (rect(step).height < 24) say('too low to touch', step, rect(step).height);
    if (sheet && (rect(sheet).left < box.left - 0.5 || rect(sheet).right > box.right + 0.5 || rect(sheet).top < -0.5)) say('not on the screen', sheet, JSON.stringify(rect(sheet)));
    return faults;
})()"#;

/// Opens this article in a frame of 640 pixels' height.
async fn open_in_frame(t: &Trial, article: serde_json::Value, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(article));
    let attributes = format!(r#"data-base-url="{{cdn}}/demo/articles/" {attributes}"#);
    t.open(
        Page::element("{api}/article", &attributes)
            .head("<style>body { margin: 0 }</style>")
            .in_frame(r#"width="360" height="640" style="border: 0""#),
    )
    .await?;
    t.wait_state("ready").await
}

/// Makes the frame so wide, and waits until the reader is laid out in it.
async fn widen(t: &Trial, width: u32) -> Result<()> {
    t.js(&format!("frameElement.width = {width}")).await?;
    t.wait_for(&format!("innerWidth === {width}"), "the new width")
        .await?;
    t.frames().await
}

async fn everything_fits(t: &Trial, language: &str) -> Result<()> {
    let attributes = r#"data-share="native whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print""#;
    let mut article = every(language);
    article["tags"] = json!(["سفر", "#القطار_فائق_السرعة_بين_مراكش_وأكادير_والصويرة"]);
    article["breadcrumb"] = json!(
        ["الرئيسية", "جهة مراكش آسفي", "مدن الساحل", "سفر"].map(|title| json!({ "title": title }))
    );
    open_in_frame(t, article, attributes).await?;
    t.js("layOutAll()").await?;
    let mut wrong = Vec::new();
    for size in [1, 3, 9] {
        t.js(&format!("reader().dataset.textSize = '{size}'"))
            .await?;
        t.wait_for(
            &format!("part('article').dataset.textSize === '{size}'"),
            "the text size",
        )
        .await?;
        for width in WIDTHS {
            widen(t, width).await?;
            for open in [false, true] {
                if open {
                    t.js("part('settings').click()").await?;
                    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
                        .await?;
                }
                let faults = t.get(FAULTS).await?;
                for fault in faults.as_array().into_iter().flatten() {
                    wrong.push(format!("size {size}, {width} px, open {open}: {fault}"));
                }
                if open {
                    t.js("part('settings').click()").await?;
                    t.wait_for("!inside().querySelector('.sheet')", "no settings")
                        .await?;
                }
            }
        }
    }
    ensure!(
        wrong.is_empty(),
        "{} faults:\n  {}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n  ")
    );
    Ok(())
}

async fn everything_fits_right_to_left(t: &Trial) -> Result<()> {
    everything_fits(t, "ar").await
}

async fn everything_fits_left_to_right(t: &Trial) -> Result<()> {
    everything_fits(t, "en").await
}

/// Lists with an item of the other direction and with numbers of three digits; a table with cells of both directions in
/// each column, and one that runs the other way.
const TWO_WAYS: &str = "<ol><li>الباب الأول</li><li>The second gate</li></ol>
    <ul dir=\"ltr\"><li>The first gate</li><li>الباب الثاني</li></ul>
    <ol start=\"998\"><li>الباب</li><li>السور</li><li>الميناء</li></ol>
    <table><tr><td>الصويرة</td><td>Essaouira</td></tr><tr><td>Casablanca</td><td>الدار البيضاء</td></tr></table>
    <table dir=\"ltr\"><tr><td>الصويرة</td><td>Essaouira</td></tr><tr><td>Casablanca</td><td>الدار البيضاء</td></tr></table>";

async fn numbers_and_columns_keep_their_sides(t: &Trial) -> Result<()> {
    let many = "<li>المحطة</li>".repeat(100);
    let body = format!("{TWO_WAYS}<ol>{many}</ol>");
    let article = json!({ "title": "عنوان", "language": "ar-MA", "body": body });
    open_in_frame(t, article, "").await?;
    t.js("layOutAll()").await?;
    // Between an item's text and the edge that cuts its list off, in em: a number or bullet stands there.
    let room = "[...part('body').querySelectorAll('li')].map((item) => {
        const [own, list, css] = [rect(item), rect(item.parentNode), getComputedStyle(item)];
        const before = css.direction === 'rtl' ? list.right - own.right : own.left - list.left;
        const needs = item.closest('[start], :has(> li:nth-child(100))') ? 3 : 1.8;
        return before / parseFloat(css.fontSize) < needs && named(item);
    }).filter(Boolean)";
    same(t.get(room).await?, json!([]), "items without room")?;
    // Where the texts of a column begin, seen from its table's start.
    let columns =
        "[...part('body').querySelectorAll('table')].map((table) => [0, 1].map((column) => {
        const rtl = getComputedStyle(table).direction === 'rtl';
        return new Set([...table.rows].map(({ cells }) => {
            const words = document.createRange();
            words.selectNodeContents(cells[column]);
            const { left, right } = words.getBoundingClientRect();
            return Math.round(rtl ? right : left);
        })).size;
    }))";
    same(
        t.get(columns).await?,
        json!([[1, 1], [1, 1]]),
        "edges of each column",
    )
}

async fn what_is_reserved_has_the_ground_of_the_theme(t: &Trial) -> Result<()> {
    let heights = "[reader(), inside().querySelector('.reader')].map((el) => rect(el).height)";
    for (attributes, height) in [("", 640), (r#"data-min-height="1200px""#, 1200)] {
        let article = json!({ "title": "عنوان", "body": "<p>متن.</p>" });
        open_in_frame(t, article, attributes).await?;
        same(t.get(heights).await?, json!([height, height]), attributes)?;
    }
    Ok(())
}

const PARAGRAPH: &str =
    "[...part('body').querySelectorAll('p')].find((p) => p.textContent.startsWith('الفقرة 50.'))";

async fn top(t: &Trial) -> Result<f64> {
    t.number(&format!("{PARAGRAPH}.getBoundingClientRect().top"))
        .await
}

/// Opens a long article in the middle of it.
async fn open_in_the_middle(t: &Trial) -> Result<f64> {
    open_in_frame(t, long(60), "").await?;
    t.wait_for("blocks().length === 60", "the whole article")
        .await?;
    t.bring_to_top(PARAGRAPH).await?;
    // A little below the edge, so that what begins in view is plain in every engine.
    t.js("scrollBy({ top: -40, behavior: 'instant' })").await?;
    t.frames().await?;
    top(t).await
}

/// Looks until the paragraph stands where it stood, and again some frames later.
async fn stays(t: &Trial, before: f64, what: &str) -> Result<()> {
    for _ in 0..6 {
        t.frames().await?;
    }
    let after = top(t).await?;
    ensure!(
        (after - before).abs() <= 2.0,
        "{what}: the paragraph was at {before} and is at {after}"
    );
    Ok(())
}

async fn the_place_is_kept_when_the_font_and_the_spacing_change(t: &Trial) -> Result<()> {
    let before = open_in_the_middle(t).await?;
    t.js("part('settings').click()").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    for action in ["loose", "naskh", "compact", "sans"] {
        let choice = format!("inside().querySelector('[data-choice={action}]')");
        t.js(&format!("{choice}.click()")).await?;
        t.wait_for(
            &format!("{choice}.getAttribute('aria-checked') === 'true'"),
            "the choice",
        )
        .await?;
        stays(t, before, action).await?;
    }
    Ok(())
}

async fn the_place_is_kept_when_the_screen_is_turned(t: &Trial) -> Result<()> {
    let before = open_in_the_middle(t).await?;
    for width in [780, 360, 280, 1024] {
        widen(t, width).await?;
        stays(t, before, &format!("{width} px")).await?;
    }
    same(t.get("[...__seen.errors]").await?, json!([]), "errors")
}
