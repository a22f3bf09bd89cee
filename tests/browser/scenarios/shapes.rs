//! More looks: what hangs out of the column, and what stands there before the article.

use anyhow::{Result, ensure};
use serde_json::json;

use super::looks::open_phone;
use crate::articles::{long, short};
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![looks::{
    a_quotation_mark_hangs_where_the_engine_can,
    the_skeleton_has_the_shape_of_an_article,
    the_deepest_articles_are_shown,
    the_blocks_of_a_long_article_stand_as_those_of_a_short_one,
}];

/// Where the first letter of a paragraph stands from the column's edge that lines begin at.
async fn a_quotation_mark_hangs_where_the_engine_can(t: &Trial) -> Result<()> {
    let mut article = short();
    article["body"] = json!("<p>«نفتح غدا»، يقول صانع.</p><p>نفتح غدا، يقول صانع.</p>");
    open_phone(t, article, "").await?;
    let can = t
        .get("CSS.supports('hanging-punctuation', 'first')")
        .await?;
    same(
        can.clone(),
        t.engine == Engine::Webkit,
        "whether the engine can",
    )?;
    let starts = "[...part('body').querySelectorAll('p')].map((p) => {
        const first = (at) => { const range = new Range(); const node = document.createTreeWalker(p, 4).nextNode(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().right; };
        return [first(0), first(1), rect(p).right - 8].map(Math.round);
    })";
    let starts = t.get(starts).await?;
    let [marked, plain] = [0, 1].map(|at| starts[at].clone());
    let at = |row: &serde_json::Value, n: usize| row[n].as_f64().unwrap_or_default();
    ensure!(
        (at(&plain, 0) - at(&plain, 2)).abs() <= 2.0,
        "a letter begins at the edge: {plain}"
    );
    if can == true {
        ensure!(
            at(&marked, 0) > at(&marked, 2) + 2.0 && (at(&marked, 1) - at(&marked, 2)).abs() <= 2.0,
            "the mark hangs out and the letter after it begins at the edge: {marked}"
        );
    } else {
        ensure!(
            (at(&marked, 0) - at(&marked, 2)).abs() <= 2.0,
            "the mark begins at the edge: {marked}"
        );
    }
    Ok(())
}

/// A way, a headline of two lines, a date, a picture, and paragraphs that end before the line does, from the side at which
/// lines begin; on the page's own ground, which is dark where the page is.
async fn the_skeleton_has_the_shape_of_an_article(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::never());
    for (language, direction, side) in [("ar", "rtl", "100%"), ("fr", "ltr", "0px")] {
        t.open(
            Page::element(
                "{api}/article",
                &format!(r#"data-lang="{language}" data-theme="dark""#),
            )
            .language(language, direction)
            .head(
                "<style>:root { color-scheme: dark } body { background: rgb(20, 20, 20) }</style>",
            ),
        )
        .await?;
        t.wait_for(
            "isSeen(part('skeleton')) && getComputedStyle(part('skeleton'), '::before').content !== 'none'",
            "the skeleton",
        )
        .await?;
        let shape = "['::before', '::after'].map((half) => {
            const { backgroundImage, backgroundSize, backgroundPosition } = getComputedStyle(part('skeleton'), half);
            const widths = backgroundSize.split(', ').map((size) => size.split(' ')[0]);
            const sides = backgroundPosition.split(', ').map((place) => place.split(' ')[0]);
            const alphas = [...backgroundImage.matchAll(/rgba?\\(128, 128, 128, ([0-9.]+)\\)/g)].map(([, alpha]) => +alpha);
            return { widths, sides, alphas: [...new Set(alphas)].sort(), bars: backgroundImage.split('linear-gradient').length - 1 };
        })";
        let shape = t.get(shape).await?;
        same(
            json!([shape[0]["widths"], shape[1]["widths"]]),
            json!([
                ["38%", "100%", "64%", "30%"],
                ["100%", "100%", "100%", "52%", "100%", "76%"]
            ]),
            "the lines' lengths",
        )?;
        same(
            json!([shape[0]["bars"], shape[1]["bars"]]),
            json!([4, 6]),
            "as many bars as lengths",
        )?;
        same(
            shape[0]["sides"].clone(),
            json!([side, side, side, side]),
            "where the lines begin",
        )?;
        same(
            json!([shape[1]["sides"][3], shape[1]["sides"][5]]),
            json!([side, side]),
            "where a paragraph's last line begins",
        )?;
        // Greys that let the ground through are seen on a light and on a dark one; the headline's are the stronger.
        same(shape[0]["alphas"].clone(), json!([0.15, 0.26]), "the greys")?;
        same(
            t.get("[getComputedStyle(inside().querySelector('.plain')).backgroundColor, getComputedStyle(part('skeleton')).backgroundColor]").await?,
            json!(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]),
            "the ground is the page's",
        )?;
    }
    Ok(())
}

/// The release has a stack of a quarter of a megabyte (`xtask/src/build.rs`): what is nested as deeply as may be takes most of it.
async fn the_deepest_articles_are_shown(t: &Trial) -> Result<()> {
    const TIMES: usize = 300;
    for (around, within) in [
        ("<blockquote>", ""),
        ("<ul><li>نص", ""),
        ("<details><summary>س</summary>", ""),
        ("<math><msqrt>", "<mn>2</mn>"),
        ("<p><b><i><em><u><mark>", ""),
    ] {
        let mut article = short();
        article["body"] = json!(format!("{}{within}<p>في العمق</p>", around.repeat(TIMES)));
        t.api.serve("/article", Reply::json(&article));
        t.open(Page::element("{api}/article", "")).await?;
        t.wait_state("ready").await?;
        let text = t.text("part('body').textContent").await?;
        ensure!(text.contains("في العمق"), "{around}: {text}");
    }
    Ok(())
}

/// A long article stands in stretches, which nobody is to see: paragraphs meet there as elsewhere, others all but so.
async fn the_blocks_of_a_long_article_stand_as_those_of_a_short_one(t: &Trial) -> Result<()> {
    let mut article = long(150);
    for (at, block) in article["body"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .enumerate()
    {
        match at % 5 {
            2 => *block = json!({ "type": "heading", "level": 2, "text": "عنوان" }),
            4 => *block = json!({ "type": "quote", "text": "نفتح غدا." }),
            _ => {}
        }
    }
    open_phone(t, article, "").await?;
    t.wait_for("blocks().length === 150", "the whole article")
        .await?;
    ensure!(
        t.number("part('body').querySelectorAll('.stretch').length")
            .await?
            >= 2.0,
        "no stretches"
    );
    t.js("layOutAll()").await?;
    t.frames().await?;
    let kinds = t
        .get(
            "Object.entries(Object.groupBy(blocks().slice(1).map((block, n) => {
                const [above, below] = [rect(blocks()[n]), rect(block)];
                const round = (length) => Math.round(length * 4) / 4;
                return [`${blocks()[n].localName} ${block.localName}`, [below.top - above.bottom, below.left, below.right].map(round)];
            }), ([kind]) => kind)).map(([kind, all]) => [kind, [0, 1, 2].map((n) => {
                const lengths = all.map(([, places]) => places[n]);
                return Math.max(...lengths) - Math.min(...lengths);
            })])",
        )
        .await?;
    let kinds = kinds.as_array().cloned().unwrap_or_default();
    ensure!(kinds.len() >= 4, "{kinds:?}");
    for kind in kinds {
        let [gap, left, right] = [0, 1, 2].map(|n| kind[1][n].as_f64().unwrap_or(f64::MAX));
        // Margins do not collapse over the edge of a stretch.
        let borne = if kind[0] == "p p" { 0.5 } else { 8.0 };
        ensure!(gap <= borne && left + right == 0.0, "{kind}");
    }
    Ok(())
}
