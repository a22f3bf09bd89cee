//! The demo's page of examples: each attribute does what its example says, and what it does ends with it.

use anyhow::{Result, ensure};
use qari_reader::config::ATTRIBUTES;
use serde_json::json;

use super::access::{axe, violations};
use super::demo::{FOLDER, upload, watch};
use crate::harness::{Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![attributes::{
    each_example_has_its_effect,
    a_reader_that_is_eager_does_not_wait,
    a_reader_that_waits_no_longer_says_so,
    a_reader_that_remembers_nothing_keeps_nothing,
    axe_finds_nothing_on_the_page_of_examples,
}];

/// What holds of the reader `r`, by names of its parts (`p`), with the attribute and not without it.
const EFFECTS: &[(&str, &str)] = &[
    ("src", "says('title', 'نجارون شباب')"),
    ("format", "says('title', 'ليلة يقرأ فيها النخيل')"),
    (
        "map",
        "says('title', 'سلة من الدوم') && says('author', 'سلمى')",
    ),
    ("item", "says('title', 'مساء فوق الأسوار')"),
    (
        "base-url",
        "p('body').querySelector('a').href === 'https://news.example/archive/prices.html'",
    ),
    ("author", "says('byline', 'هيئة التحرير')"),
    (
        "lang",
        "p('article').lang === 'ar-MA' && says('date', 'شتنبر')",
    ),
    ("ui-lang", "p('toolbar').lang === 'fr'"),
    (
        "numerals",
        "says('date', '٢٠٢٦') && getComputedStyle(p('body').querySelector('ol')).listStyleType === 'arabic-indic'",
    ),
    ("timezone", "/(^|\\D)1:05/.test(p('date').textContent)"),
    (
        "theme",
        "getComputedStyle(p('article').closest('[data-theme]')).backgroundColor === 'rgb(247, 238, 220)'",
    ),
    (
        "accent",
        "getComputedStyle(p('body').querySelector('a')).color === 'rgb(181, 68, 46)'",
    ),
    (
        "font",
        "getComputedStyle(p('article')).fontFamily.includes('Noto Naskh Arabic') && p('article').dataset.font === 'custom'",
    ),
    ("text-size", "p('article').dataset.textSize === '5'"),
    (
        "controls",
        "p('size-increase') && p('settings') && !p('print')",
    ),
    (
        "share",
        "r.shadowRoot.querySelectorAll('[part~=share-link]').length === 3 && p('share-link').dataset.network === 'whatsapp'",
    ),
    ("hide", "p('body') && !p('breadcrumb') && !p('tags')"),
    (
        "embeds",
        "p('body') && !r.shadowRoot.querySelector('.poster') && p('body').querySelector('a[href*=youtube]')",
    ),
    (
        "min-height",
        "Math.abs(parseFloat(getComputedStyle(r).minHeight) - innerHeight * 0.6) < 1",
    ),
    ("debug", "p('debug')"),
];

/// Those that only the loading of a page shows, each in a trial of its own below; and where the one-line form puts its reader.
const OTHERS: &[&str] = &["loading", "timeout", "remember", "target"];

async fn open(t: &Trial) -> Result<()> {
    upload(t, |_| true)?;
    watch(t, PAGE, None)?;
    t.go(&format!("{}{FOLDER}{PAGE}", t.partner.url())).await?;
    t.wait_for(
        "document.querySelectorAll('.live').length > 20",
        "the examples",
    )
    .await
}

const PAGE: &str = "demo/attributes/index.html";

/// The example's reader, once it is defined, and ways to look into it.
fn of(name: &str, expression: &str) -> String {
    format!(
        "(() => {{
            const r = document.querySelector('#data-{name} qari-reader');
            const p = (name) => r?.shadowRoot?.querySelector(`[part~=\"${{name}}\"]`);
            const says = (name, words) => p(name)?.textContent.includes(words);
            return {expression};
        }})()"
    )
}

/// Brings an example to the screen and waits until it shows its article.
async fn show(t: &Trial, name: &str) -> Result<()> {
    t.js(&format!(
        "document.querySelector('#data-{name}').scrollIntoView({{ behavior: 'instant' }})"
    ))
    .await?;
    t.wait_for(
        &of(name, "r?.dataset.state === 'ready'"),
        &format!("the article of {name}"),
    )
    .await
}

async fn each_example_has_its_effect(t: &Trial) -> Result<()> {
    // Without their attributes, some sources cannot be read.
    t.expect("Qari:");
    let tried = EFFECTS.iter().map(|(name, _)| name).chain(OTHERS);
    for attribute in ATTRIBUTES {
        ensure!(
            tried.clone().any(|name| *name == attribute.name),
            "data-{} is not tried",
            attribute.name
        );
    }
    open(t).await?;
    for (name, effect) in EFFECTS {
        show(t, name).await?;
        let effect = of(name, &format!("Boolean({effect})"));
        t.wait_for(&effect, &format!("what data-{name} does"))
            .await?;
        // Without a source, and where it can't be read any more, what is there stays.
        let end = match *name {
            "src" => "r.dataset.src = 'feed.json'".to_owned(),
            "map" => "r.dataset.map = 'title: by.*.who'".to_owned(),
            name => format!("r.removeAttribute('data-{name}')"),
        };
        t.js(&of(name, &end)).await?;
        t.wait_for(
            &format!("!({effect})"),
            &format!("the end of what data-{name} does"),
        )
        .await?;
    }
    show(t, "target").await?;
    same(
        t.text(&of("target", "r.parentNode.id")).await?,
        "story",
        "where the one-line form puts it",
    )
}

async fn a_reader_that_is_eager_does_not_wait(t: &Trial) -> Result<()> {
    open(t).await?;
    t.wait_for(
        &of("loading", "r.dataset.state === 'ready'"),
        "the article far below",
    )
    .await?;
    for beside in ["embeds", "min-height"] {
        same(
            t.text(&of(beside, "r.dataset.state")).await?,
            "idle",
            beside,
        )?;
    }
    same(t.number("scrollY").await?, 0.0, "how far one has scrolled")
}

async fn a_reader_that_waits_no_longer_says_so(t: &Trial) -> Result<()> {
    t.expect("Qari: timeout");
    open(t).await?;
    show(t, "timeout").await?;
    let held = t.partner.hold(&format!("{FOLDER}demo/attributes/42.json"));
    // At an address that no browser has kept.
    t.js(&of("timeout", "r.dataset.src += '?late'")).await?;
    t.wait_for(
        &of("timeout", "r.dataset.state === 'error'"),
        "the end of its patience",
    )
    .await?;
    held.open();
    t.js(&of("timeout", "r.reload()")).await?;
    t.wait_for(&of("timeout", "r.dataset.state === 'ready'"), "the article")
        .await
}

async fn a_reader_that_remembers_nothing_keeps_nothing(t: &Trial) -> Result<()> {
    open(t).await?;
    for (name, kept) in [
        ("remember", json!(null)),
        ("target", json!({ "textSize": 4 })),
    ] {
        show(t, name).await?;
        t.js(&of(name, "p('size-increase').click()")).await?;
        t.wait_for(
            &of(name, "p('article').dataset.textSize === '4'"),
            "the larger text",
        )
        .await?;
        same(
            t.get("JSON.parse(localStorage.getItem('qari:prefs'))")
                .await?,
            kept,
            &format!("what {name} keeps"),
        )?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_page_of_examples(t: &Trial) -> Result<()> {
    open(t).await?;
    t.client.execute(&axe()?, vec![]).await?;
    // The readers are judged as readers (`access`).
    let own = "{ exclude: ['qari-reader'] }";
    same(violations(t, own).await?, Vec::<String>::new(), "light")?;
    // demo.css has its colours for the dark in one rule.
    t.js("[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText.includes('dark')).forEach((rule) => { rule.media.mediaText = 'all'; });
        document.documentElement.style.colorScheme = 'dark'")
        .await?;
    same(violations(t, own).await?, Vec::<String>::new(), "dark")
}
