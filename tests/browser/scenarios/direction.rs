//! Right to left as it is computed and laid out, not as it is written.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::articles::short;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![direction::{
    article_is_right_to_left_on_a_left_to_right_page,
    article_is_left_to_right_on_a_right_to_left_page,
    letters_win_over_labels_before_the_wasm_and_after,
    instants_in_utc_stand_on_the_owners_clock,
    breadcrumb_begins_at_the_right,
    smaller_stands_right_of_bigger,
    latin_blocks_are_left_to_right,
    inserted_words_are_isolated,
    the_date_is_in_words_of_the_region,
    arabic_letters_are_never_spaced_or_slanted,
    parts_keep_their_order,
    interface_follows_its_own_language,
}];

async fn open_on(
    t: &Trial,
    language: &'static str,
    direction: &'static str,
    attributes: &str,
) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", attributes).language(language, direction))
        .await
}

async fn computed(t: &Trial, direction: &str, names: &[&str]) -> Result<()> {
    for name in names {
        same(
            t.text(&format!("style('{name}', 'direction')")).await?,
            direction,
            name,
        )?;
    }
    Ok(())
}

async fn article_is_right_to_left_on_a_left_to_right_page(t: &Trial) -> Result<()> {
    open_on(t, "en", "ltr", "").await?;
    same(
        t.get("[part('article').dir, part('article').lang]").await?,
        json!(["rtl", "ar-MA"]),
        "attributes",
    )?;
    computed(
        t,
        "rtl",
        &["article", "title", "summary", "body", "breadcrumb"],
    )
    .await?;
    // A block that comes near the screen is laid out a frame later (content-visibility).
    t.frames().await?;
    let flush = "const p = part('body').querySelector('p');
        const words = document.createRange();
        words.selectNodeContents(p);
        return Math.abs(rect(words).right - rect(p).right + parseFloat(getComputedStyle(p).paddingRight)) < 2";
    same(
        t.js(flush).await?,
        true,
        "the first line begins at the right edge",
    )
}

async fn article_is_left_to_right_on_a_right_to_left_page(t: &Trial) -> Result<()> {
    t.open_ready(Page::element(
        "{api}/latin.json",
        r#"data-base-url="{cdn}/demo/articles/""#,
    ))
    .await?;
    same(t.get("part('article').dir").await?, "ltr", "attribute")?;
    computed(t, "ltr", &["article", "title", "body"]).await
}

/// Arabic marked as English, by an owner who says French, on a Spanish page; and French marked as Arabic.
async fn letters_win_over_labels_before_the_wasm_and_after(t: &Trial) -> Result<()> {
    let mut arabic = short();
    arabic["language"] = json!("en-US");
    let french = json!({ "title": "La médina se refait une beauté", "language": "ar",
        "body": "<p>Le mot «قارئ» veut dire lecteur, du verbe qui veut dire lire.</p>" });
    for (article, attributes, expected) in [
        (arabic, r#"data-lang="fr""#, json!(["rtl", "ar"])),
        (french, r#"data-lang="fa""#, json!(["ltr", "es"])),
    ] {
        t.api.serve("/article", Reply::json(article));
        let wasm = t.cdn.hold("/qari-reader_bg.wasm");
        let page = Page::element("{api}/article", attributes).language("es", "ltr");
        t.open(page).await?;
        t.wait_for("Boolean(part('article'))", "the plain text")
            .await?;
        let found = "[part('article').dir, part('article').lang]";
        same(t.get(found).await?, expected.clone(), "the plain view")?;
        wasm.open();
        t.wait_state("ready").await?;
        same(t.get(found).await?, expected, "the reader")?;
    }
    Ok(())
}

async fn instants_in_utc_stand_on_the_owners_clock(t: &Trial) -> Result<()> {
    let mut article = short();
    article["published"] = json!("2024-03-20T13:07:00Z");
    article["modified"] = json!("2024-09-05T13:07:00Z");
    t.api.serve("/article", Reply::json(article));
    t.open_ready(Page::element(
        "{api}/article",
        r#"data-timezone="Africa/Casablanca""#,
    ))
    .await?;
    // In Ramadan Morocco's clocks go an hour back.
    same(
        t.get("['date', 'modified'].map((name) => part(name).getAttribute('datetime'))")
            .await?,
        json!(["2024-03-20T13:07+00:00", "2024-09-05T14:07+01:00"]),
        "the instants",
    )?;
    same(
        t.get("['date', 'modified'].map((name) => text(name))")
            .await?,
        json!(["20 مارس 2024، 13:07", "آخر تحديث: 5 شتنبر 2024، 14:07"]),
        "in words",
    )?;
    t.expect("Qari");
    t.js("reader().dataset.timezone = 'Africa/Rabat'").await?;
    t.wait_for(
        "text('date') === '20 مارس 2024، 13:07' && text('modified').endsWith('13:07')",
        "as written",
    )
    .await
}

/// Home, section, headline, from the right; a list in a named navigation.
async fn breadcrumb_begins_at_the_right(t: &Trial) -> Result<()> {
    open_on(t, "en", "ltr", "").await?;
    let structure = "[part('breadcrumb').localName, Boolean(part('breadcrumb').getAttribute('aria-label')), part('breadcrumb').querySelectorAll('ol > li').length]";
    same(
        t.get(structure).await?,
        json!(["nav", true, 3]),
        "structure",
    )?;
    let steps = t.get("[...part('breadcrumb').querySelectorAll('li')].map((li) => [tidy(li.textContent), rect(li).left])").await?;
    same(&steps[0][0], "الرئيسية", "the first step")?;
    ensure!(
        steps[0][1].as_f64() > steps[1][1].as_f64(),
        "home does not stand right of the section: {steps}"
    );
    let current = "text('title') === tidy(part('breadcrumb').querySelector('li:last-child [aria-current=page], li:last-child[aria-current=page]')?.textContent ?? '')";
    same(t.get(current).await?, true, "it ends in the headline")
}

async fn smaller_stands_right_of_bigger(t: &Trial) -> Result<()> {
    open_on(t, "en", "ltr", "").await?;
    same(
        t.get("rect(part('size-decrease')).left > rect(part('size-increase')).left")
            .await?,
        true,
        "A− is right of A+",
    )
}

/// A paragraph that only begins in Latin letters is still right to left; one without an Arabic letter is not.
async fn latin_blocks_are_left_to_right(t: &Trial) -> Result<()> {
    open_on(t, "ar", "rtl", "").await?;
    for (start, direction) in [("iPhone", "rtl"), ("Les artisans", "ltr")] {
        let paragraph = format!(
            "[...part('body').querySelectorAll('p')].find((p) => tidy(p.textContent).startsWith('{start}'))"
        );
        same(
            t.text(&format!("getComputedStyle({paragraph}).direction"))
                .await?,
            direction,
            start,
        )?;
    }
    Ok(())
}

/// A Latin name beside an Arabic date must not swap places with it.
async fn inserted_words_are_isolated(t: &Trial) -> Result<()> {
    open_on(t, "ar", "rtl", "").await?;
    for word in ["Hakmoun", "مجتمع", "جريدة المدينة"] {
        let script = format!(
            "const walker = document.createTreeWalker(inside(), NodeFilter.SHOW_TEXT);
            const holders = [];
            while (walker.nextNode()) if (tidy(walker.currentNode.data) === '{word}') holders.push(walker.currentNode.parentElement);
            return [holders.length > 0, holders.every((el) => /isolate/.test(getComputedStyle(el).unicodeBidi) || el.hasAttribute('dir'))]"
        );
        same(t.js(&script).await?, json!([true, true]), word)?;
    }
    Ok(())
}

/// In Morocco September is شتنبر, digits are Latin and the clock has 24 hours; the zone is the article's own.
async fn the_date_is_in_words_of_the_region(t: &Trial) -> Result<()> {
    open_on(t, "ar", "rtl", "").await?;
    let date = t.text("text('date')").await?;
    ensure!(date.contains("5 شتنبر 2024، 14:07"), "the date is {date:?}");
    let machine = t
        .text("(part('date').closest('time') ?? part('date').querySelector('time')).dateTime")
        .await?;
    ensure!(
        machine.starts_with("2024-09-05T14:07") && machine.ends_with("+01:00"),
        "the machine's date is {machine:?}"
    );
    Ok(())
}

async fn arabic_letters_are_never_spaced_or_slanted(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let hostile =
        "<style>* { letter-spacing: 4px !important; font-style: italic !important }</style>";
    t.open_ready(Page::element("{api}/article", "").head(hostile))
        .await?;
    let bent = "[...inside().querySelectorAll('*')].filter((el) => [...el.childNodes].some((node) => node.nodeType === 3 && /[\\u0621-\\u064a]/.test(node.data))).filter((el) => {
        const { letterSpacing, fontStyle } = getComputedStyle(el);
        return !['normal', '0px'].includes(letterSpacing) || fontStyle !== 'normal';
    }).map((el) => el.outerHTML.slice(0, 60))";
    same(t.get(bent).await?, json!([]), "spaced or slanted Arabic")
}

async fn parts_keep_their_order(t: &Trial) -> Result<()> {
    open_on(t, "ar", "rtl", "").await?;
    let tops = t.get("['breadcrumb', 'title', 'summary', 'byline', 'body', 'tags'].map((name) => part(name) ? rect(part(name)).top : null)").await?;
    let known: Vec<_> = tops
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    ensure!(
        known.len() == 6 && known.is_sorted(),
        "from top to bottom: {tops}"
    );
    same(t.get("['author', 'date', 'source', 'share', 'toolbar'].filter((name) => !isSeen(part(name)))").await?, json!([]), "missing parts")
}

async fn interface_follows_its_own_language(t: &Trial) -> Result<()> {
    open_on(t, "ar", "rtl", r#"data-ui-lang="fr""#).await?;
    computed(t, "ltr", &["toolbar"]).await?;
    computed(t, "rtl", &["body"]).await?;
    let name = "part('size-increase').getAttribute('aria-label') ?? text('size-increase')";
    ensure!(
        t.text(name).await?.is_ascii() || !t.text(name).await?.contains('ا'),
        "an Arabic name on a French button"
    );
    Ok(())
}
