//! The looks that issue 10 asks for, measured: what stands where, and what weighs what.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{every, long, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![looks::{
    the_headline_outweighs_the_text_at_every_size,
    the_way_stands_between_its_margins_and_its_ring_is_whole,
    no_dot_hangs_at_either_end_of_a_line_of_dates,
    emphasis_is_weight_in_arabic_and_italic_in_latin,
    the_bar_and_the_share_row_stand_in_the_column,
    thirteen_networks_wrap_evenly,
    choices_show_what_they_choose,
    what_is_said_lets_the_line_before_show_through,
    the_progress_starts_at_nothing_and_is_hidden_where_all_fits,
    a_fault_has_the_height_that_was_reserved,
    urdu_has_the_height_of_its_letters,
}];

/// Where the pictures of the article with everything are.
const IMAGES: &str = r#"data-base-url="{cdn}/demo/articles/""#;
/// On a phone: a frame is as narrow as it is told to be.
const PHONE: &str = r#"width="360" height="700" style="border: 0""#;

pub(super) async fn open_phone(
    t: &Trial,
    article: serde_json::Value,
    attributes: &str,
) -> Result<()> {
    t.api.serve("/article", Reply::json(article));
    let page = Page::element("{api}/article", attributes)
        .head("<style>body { margin: 0 }</style>")
        .in_frame(PHONE);
    t.open(page).await?;
    t.wait_state("ready").await
}

const EM: &str = "((el) => parseFloat(getComputedStyle(el).fontSize))";

async fn the_headline_outweighs_the_text_at_every_size(t: &Trial) -> Result<()> {
    open_phone(t, every("ar"), IMAGES).await?;
    for size in 1..=9 {
        t.js(&format!("reader().dataset.textSize = '{size}'"))
            .await?;
        t.wait_for(
            &format!("part('article').dataset.textSize === '{size}'"),
            "the size",
        )
        .await?;
        let of = |part: &str| format!("{EM}(part('{part}'))");
        let body = format!("{EM}(part('body').querySelector('p'))");
        let headline = t.number(&format!("{} / {body}", of("title"))).await?;
        let standfirst = t
            .number(&format!("{} / {}", of("summary"), of("title")))
            .await?;
        ensure!(
            headline > 1.29,
            "size {size}: the headline is {headline} of the text"
        );
        ensure!(
            standfirst < 0.9,
            "size {size}: the standfirst is {standfirst} of the headline"
        );
    }
    Ok(())
}

async fn the_way_stands_between_its_margins_and_its_ring_is_whole(t: &Trial) -> Result<()> {
    open_phone(t, every("ar"), IMAGES).await?;
    // The letters' line: 16px below the article's edge, 12px above the headline's line.
    let line = "rect(part('breadcrumb').querySelector('a'))";
    same(
        t.get(&format!(
            "[{line}.top + 12 - rect(part('article')).top, rect(part('title')).top - ({line}.bottom - 12)]"
        ))
        .await?,
        json!([16, 12]),
        "above and below the way",
    )?;
    let seen = "[...part('breadcrumb').querySelectorAll('li')].filter((li) => rect(li).width > 1)";
    same(
        t.get(&format!(
            "{seen}.some((li) => li.hasAttribute('aria-current'))"
        ))
        .await?,
        false,
        "the headline is seen in the way",
    )?;
    // Nothing around a link of it cuts its ring.
    same(
        t.get(
            "[...part('breadcrumb').querySelectorAll('a')].every((a) => {
            for (let up = a.parentElement; !up.matches('[part=article]'); up = up.parentElement)
                if (getComputedStyle(up).overflow !== 'visible') return false;
            return rect(a).top - 3 >= rect(part('article')).top;
        })",
        )
        .await?,
        true,
        "the ring is whole",
    )
}

async fn no_dot_hangs_at_either_end_of_a_line_of_dates(t: &Trial) -> Result<()> {
    open_phone(t, short(), "").await?;
    for width in [280, 360, 600] {
        t.js(&format!("frameElement.width = {width}")).await?;
        t.wait_for(&format!("innerWidth === {width}"), "the width")
            .await?;
        t.frames().await?;
        // Each has its dot in the room before it: outside the row, where it is cut off, for the first of a line.
        let dots = "(() => {
            const row = inside().querySelector('.dates');
            const items = [...row.children].map((item) => ({ ...rect(item), dot: getComputedStyle(item, '::before').content }));
            const edge = rect(row).right;
            return items.map((item, at) => ({
                dot: item.dot,
                isFirst: at === 0 || item.top > items[at - 1].top + 4,
                isCut: item.right > edge + 4,
                cuts: getComputedStyle(row).overflowX,
            }));
        })()";
        for dot in t.get(dots).await?.as_array().into_iter().flatten() {
            same(
                dot["isCut"].clone(),
                dot["isFirst"].clone(),
                &format!("{width} px: {dot}"),
            )?;
            same(dot["cuts"].clone(), "clip", "the row cuts what hangs out")?;
            // What follows, where an engine has it, says that the dot is not read.
            let dot = dot["dot"].as_str().unwrap_or_default();
            ensure!(dot.starts_with("\"·\""), "the dot: {dot}");
        }
    }
    Ok(())
}

async fn emphasis_is_weight_in_arabic_and_italic_in_latin(t: &Trial) -> Result<()> {
    let mut article = short();
    article["body"] = json!(
        "<p>قالت <em>Le Monde</em> إن <em>الميناء</em> يفتح، انظر <a href=\"/x\">هنا</a>.</p>"
    );
    open_phone(t, article, "").await?;
    let look = "(({ fontStyle, fontWeight, color }) => [fontStyle, fontWeight, color])";
    let looks = format!(
        "[...part('body').querySelectorAll('em'), part('body').querySelector('p')].map((el) => {look}(getComputedStyle(el)))"
    );
    let looks = t.get(&looks).await?;
    same(looks[0][0].clone(), "italic", "Latin letters")?;
    same(
        json!([looks[1][0], looks[1][1]]),
        json!(["normal", "600"]),
        "Arabic letters",
    )?;
    same(
        looks[1][2].clone(),
        looks[2][2].clone(),
        "in the text's own ink",
    )
}

async fn the_bar_and_the_share_row_stand_in_the_column(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    // The first sign and the last, in line with the text: half a button's inner room aside.
    let edges = "(() => {
        const text = rect(part('title'));
        const first = rect(part('size-decrease'));
        const last = rect(part('settings'));
        const share = rect(parts('share-link')[0]);
        return [first.right - text.right, text.left - last.left, share.right - text.right].map(Math.round);
    })()";
    // Whatever the direction of the page around.
    for (language, direction) in [("ar", "rtl"), ("en", "ltr")] {
        let page = Page::element("{api}/article", IMAGES).language(language, direction);
        t.open_ready(page).await?;
        same(t.get(edges).await?, json!([12, 12, 0]), direction)?;
    }
    Ok(())
}

async fn thirteen_networks_wrap_evenly(t: &Trial) -> Result<()> {
    let all = "whatsapp facebook x telegram copy linkedin reddit bluesky threads pinterest email sms print";
    open_phone(t, short(), &format!(r#"data-share="{all}""#)).await?;
    let rows = "(() => {
        const rows = new Map();
        for (const link of parts('share-link')) rows.set(rect(link).top, (rows.get(rect(link).top) ?? 0) + 1);
        return [...rows.values()];
    })()";
    same(t.get(rows).await?, json!([5, 5, 3]), "entries of each line")?;
    same(
        t.get("[getComputedStyle(part('share'), '::before').content !== 'none', rect(part('title')).right - rect(parts('share-link')[0]).right]")
            .await?,
        json!([true, 0]),
        "its word, and where it begins",
    )
}

async fn choices_show_what_they_choose(t: &Trial) -> Result<()> {
    open_phone(t, short(), "").await?;
    t.click("settings").await?;
    t.wait_for("!!part('theme')", "the settings").await?;
    let faces = "new Set([...part('font').querySelectorAll('button')].map((el) => getComputedStyle(el).fontFamily)).size";
    same(t.get(faces).await?, 3, "each font in its own face")?;
    let chips = "new Set([...part('theme').querySelectorAll('button')].map((el) => { const { backgroundColor, backgroundImage } = getComputedStyle(el, '::before'); return backgroundColor + backgroundImage; })).size";
    same(t.get(chips).await?, 5, "a chip of each theme's colours")?;
    // A sheet as wide as the phone; where there is room, a panel at the end of the column.
    same(
        t.get("rect(reader()).width - rect(inside().querySelector('.sheet')).width")
            .await?,
        0,
        "the sheet",
    )?;
    t.js("frameElement.width = 1000").await?;
    t.wait_for("innerWidth === 1000", "the width").await?;
    t.frames().await?;
    same(
        t.get("[rect(inside().querySelector('.sheet')).width, Math.round(rect(inside().querySelector('.sheet')).left - rect(part('settings')).left)]").await?,
        json!([400, 0]),
        "the panel",
    )
}

async fn what_is_said_lets_the_line_before_show_through(t: &Trial) -> Result<()> {
    open_phone(t, short(), "").await?;
    // The mark's own rules: in an engine without highlights the same ones hold for an element.
    t.js("part('title').className = 'spoken'").await?;
    let mark = "(({ backgroundColor, textDecorationLine }) => [backgroundColor, textDecorationLine])(getComputedStyle(part('title')))";
    let mark = t.get(mark).await?;
    let ground = mark[0].as_str().unwrap_or_default();
    let alpha: f64 = ground
        .strip_prefix("rgba(")
        .and_then(|rest| {
            rest.trim_end_matches(')')
                .rsplit(',')
                .next()?
                .trim()
                .parse()
                .ok()
        })
        .unwrap_or(1.0);
    ensure!(alpha < 0.3, "the ground covers what is behind it: {ground}");
    same(mark[1].clone(), "underline", "and a line below")
}

async fn the_progress_starts_at_nothing_and_is_hidden_where_all_fits(t: &Trial) -> Result<()> {
    open_phone(t, long(40), "").await?;
    let bar = "[part('progress').hidden, part('progress').value]";
    t.wait_for("!part('progress').hidden", "the bar").await?;
    same(t.get(bar).await?, json!([false, 0]), "at the start")?;
    t.js("scrollTo(0, 1e6)").await?;
    t.wait_for("part('progress').value === 100", "the end")
        .await?;
    let mut small = short();
    small["body"] = json!("<p>سطر واحد.</p>");
    t.api.serve("/small", Reply::json(small));
    t.js("reader().dataset.src = reader().dataset.src.replace('article', 'small')")
        .await?;
    t.wait_for(
        "(text('body') ?? '').includes('سطر واحد')",
        "the small article",
    )
    .await?;
    t.wait_for("part('progress').hidden", "no bar").await
}

async fn a_fault_has_the_height_that_was_reserved(t: &Trial) -> Result<()> {
    t.expect("Qari: http 500");
    t.api.serve("/article", Reply::status(500));
    t.open(Page::new(
        r#"<script async crossorigin src="{cdn}/qari.js" data-src="{api}/article" data-loading="eager" data-min-height="500px"></script>"#,
    ))
    .await?;
    t.wait_state("error").await?;
    t.frames().await?;
    same(
        t.get("[rect(part('error')).height, rect(reader()).height]")
            .await?,
        json!([500, 500]),
        "the fault and the reader",
    )?;
    same(
        t.get("[getComputedStyle(part('error'), '::before').content.includes('!'), getComputedStyle(part('error').querySelector('p')).fontWeight, part('error').querySelectorAll('button').length, part('error').querySelectorAll('a').length <= 1]").await?,
        json!([true, "700", 1, true]),
        "a mark, a bold sentence, one button, one link at most",
    )
}

async fn urdu_has_the_height_of_its_letters(t: &Trial) -> Result<()> {
    let mut article = short();
    article["language"] = json!("ur");
    article["title"] = json!("کراچی کی بندرگاہ پر پہلی برقی کشتی روانہ ہوئی");
    article["summary"] = json!("نئی کشتی ایک گھنٹے میں دو سو مسافر لے جائے گی۔");
    article["body"] = json!(
        "<p>صبح سات بجے کشتی نے لنگر اٹھایا اور بہت سے لوگ کنارے پر جمع تھے۔</p><h2>پہلا سفر کیسا رہا؟</h2><p>سمندر خاموش تھا۔</p>"
    );
    open_phone(t, article, "").await?;
    let heights = "[part('title'), part('summary'), ...part('body').querySelectorAll('p, h2')].map((el) => { const s = getComputedStyle(el); return [el.localName, parseFloat(s.lineHeight) / parseFloat(s.fontSize), s.fontFamily]; })";
    for row in t.get(heights).await?.as_array().into_iter().flatten() {
        ensure!(
            row[1].as_f64().unwrap_or_default() >= 2.19,
            "too low: {row}"
        );
        ensure!(
            row[2]
                .as_str()
                .unwrap_or_default()
                .contains("Noto Nastaliq Urdu"),
            "no Nastaliq: {row}"
        );
    }
    Ok(())
}
