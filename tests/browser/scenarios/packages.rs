//! The npm package as sites build it: `tests/packages`, with each bundler and framework (`cargo xtask test packages`).

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::configurator;
use super::configurator_snippets::{OUTLINE, WHOLE};
use super::living::LEDGER;
use crate::articles::{TITLE, short};
use crate::harness::cdp::Cdp;
use crate::harness::{Engine, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![packages::{
    a_page_built_by_vite_opens_and_closes_a_reader,
    a_page_built_by_webpack_opens_and_closes_a_reader,
    a_page_built_by_esbuild_opens_and_closes_a_reader,
    a_page_without_a_bundler_opens_and_closes_a_reader,
    a_strict_policy_and_trusted_types_have_nothing_to_refuse,
    a_stopped_program_starts_again_whatever_its_file_is_called,
    two_hundred_readers_of_react_leave_nothing,
    two_hundred_readers_of_vue_leave_nothing,
    two_hundred_readers_of_svelte_leave_nothing,
    the_configurators_components_show_the_previews_reader,
}];

/// How often a reader comes and goes, and after how many of these times what is left is looked at.
const CYCLES: usize = 200;
const CYCLES_EACH: usize = 20;

/// Opens a page that `tests/packages/build.mjs` built, and waits for its button.
async fn open(t: &Trial, name: &str, policy: Option<&str>) -> Result<()> {
    go(t, name, policy).await?;
    t.wait_for(
        "Boolean(window.qari && document.getElementById('toggle'))",
        "the page's own script",
    )
    .await
}

/// Goes to a built page on the partner's origin, with an article beside it.
async fn go(t: &Trial, name: &str, policy: Option<&str>) -> Result<()> {
    let built = std::env::var_os("QARI_PACKAGES").context("QARI_PACKAGES is not set")?;
    let folder = PathBuf::from(built).join(name);
    let html = std::fs::read_to_string(folder.join("index.html")).with_context(|| {
        format!(
            "no {} (run `cargo xtask test packages`)",
            folder.join("index.html").display()
        )
    })?;
    // A ledger is a script in the page, which a policy would refuse.
    let ledger = if policy.is_some() { "" } else { LEDGER };
    let head = format!("<head><script src='/recorder.js'></script>{ledger}");
    let mut page = Reply::html(html.replacen("<head>", &head, 1));
    if let Some(policy) = policy {
        page = page.header("Content-Security-Policy", policy);
    }
    t.partner.serve_folder(folder);
    t.partner.serve("/", page);
    t.partner.serve("/article.json", Reply::json(short()));
    t.go(&(t.partner.url() + "/")).await
}

const TOGGLE: &str = "document.getElementById('toggle')";

/// Opens the reader as a person does, sees that it is whole, and closes it.
async fn opens_and_closes(t: &Trial) -> Result<()> {
    t.click_on(TOGGLE).await?;
    t.wait_state("ready").await?;
    let styled = "part('article') && style('article', 'fontSize') === '20px'";
    t.wait_for(styled, "the stylesheet").await?;
    let seen = "[text('title'), part('article').dataset.textSize, document.getElementById('title').textContent]";
    same(
        t.get(seen).await?,
        json!([TITLE, "4", TITLE]),
        "headline, the owner's size, what the page heard",
    )?;
    t.click("size-increase").await?;
    t.wait_for(
        "part('article').dataset.textSize === '5'",
        "an effect of the controls",
    )
    .await?;
    t.click_on(TOGGLE).await?;
    t.wait_for("!document.querySelector('qari-reader')", "its end")
        .await?;
    // Each file once, and no other language's words.
    let asked = t.partner.requests();
    for kind in [".wasm", "/words/ar.json"] {
        let files = asked.iter().filter(|one| one.target.contains(kind)).count();
        same(files, 1, kind)?;
    }
    let missing: Vec<_> = asked
        .iter()
        .filter(|one| one.target.contains("/words/") && !one.target.ends_with("/words/ar.json"))
        .collect();
    ensure!(missing.is_empty(), "more words than wanted: {missing:?}");
    Ok(())
}

async fn a_page_built_by_vite_opens_and_closes_a_reader(t: &Trial) -> Result<()> {
    open(t, "plain-vite", None).await?;
    opens_and_closes(t).await
}

async fn a_page_built_by_webpack_opens_and_closes_a_reader(t: &Trial) -> Result<()> {
    open(t, "plain-webpack", None).await?;
    opens_and_closes(t).await
}

async fn a_page_built_by_esbuild_opens_and_closes_a_reader(t: &Trial) -> Result<()> {
    open(t, "plain-esbuild", None).await?;
    opens_and_closes(t).await
}

async fn a_page_without_a_bundler_opens_and_closes_a_reader(t: &Trial) -> Result<()> {
    open(t, "plain-none", None).await?;
    opens_and_closes(t).await
}

async fn a_strict_policy_and_trusted_types_have_nothing_to_refuse(t: &Trial) -> Result<()> {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; \
                  base-uri 'none'; require-trusted-types-for 'script'; trusted-types qari";
    open(t, "plain-vite", Some(policy)).await?;
    opens_and_closes(t).await
}

/// The loader knows the wasm's faults by its file's name; webpack calls files by a hash alone, so the name stands behind it. WebKit
/// leaves that out of a stack: there a fault is known at once only where the file itself has the name.
async fn a_stopped_program_starts_again_whatever_its_file_is_called(t: &Trial) -> Result<()> {
    t.expect("Qari");
    let page = match t.engine {
        Engine::Webkit => "plain-vite",
        Engine::Chromium | Engine::Firefox => "plain-webpack",
    };
    open(t, page, None).await?;
    t.click_on(TOGGLE).await?;
    t.wait_state("ready").await?;
    t.js("window.made = document.createElementNS; document.createElementNS = () => { throw Error('a test refuses'); }; \
          reader().dataset.share = 'email'")
        .await?;
    t.wait_state("error").await?;
    let code = &t.event("error").await?["code"];
    same(code, "wasm-failed", "what is told")?;
    t.js("document.createElementNS = made; reader().reload()")
        .await?;
    t.wait_title(TITLE).await?;
    let starts = |one: &&crate::harness::server::Request| one.target.contains(".wasm");
    let wasm = t.partner.requests().iter().filter(starts).count();
    same(wasm, 2, "instances of the program")
}

/// A reader opens and closes so often; what the page holds is looked at on the way.
async fn come_and_go(t: &Trial, name: &str) -> Result<()> {
    open(t, name, None).await?;
    opens_and_closes(t).await?;
    let mut samples = Vec::new();
    for _ in 0..CYCLES / CYCLES_EACH {
        let cycles = format!(
            "(async () => {{
                const there = () => document.querySelector('qari-reader');
                const click = () => {TOGGLE}.click();
                for (let cycle = 0; cycle < {CYCLES_EACH}; cycle++) {{
                    await new Promise((done) => {{ addEventListener('qari:ready', done, {{ once: true }}); click(); }});
                    await new Promise((done) => {{
                        const watch = new MutationObserver(() => {{ if (!there()) {{ watch.disconnect(); done(); }} }});
                        watch.observe(document.body, {{ childList: true, subtree: true }});
                        click();
                    }});
                }}
            }})()"
        );
        t.promised(&cycles).await?;
        samples.push(left(t).await?);
    }
    // What an engine frees late makes single samples larger; what stays makes each larger than the one before.
    let (early, late) = samples.split_at(samples.len() / 2);
    for what in samples[0].as_object().context("no sample")?.keys() {
        let all = |part: &[Value]| part.iter().map(|sample| sample[what].as_u64()).collect();
        let [early, late]: [Option<Vec<_>>; 2] = [all(early), all(late)];
        let (early, late) = early.zip(late).context("no number")?;
        ensure!(
            late.iter().min() <= early.iter().max(),
            "{what} grow: {early:?}, then {late:?}"
        );
    }
    println!("{name}, after each {CYCLES_EACH} of {CYCLES} readers: {samples:?}");
    Ok(())
}

/// What the page holds: elements and listeners on what outlives a reader; in Chromium all nodes and listeners of the page,
/// those in no tree too.
async fn left(t: &Trial) -> Result<Value> {
    t.frames().await?;
    let mut sample = t
        .get("({ elements: document.querySelectorAll('*').length, outside: ledger.size })")
        .await?;
    if t.engine == Engine::Chromium {
        for command in ["Performance.enable", "HeapProfiler.collectGarbage"] {
            t.client.issue_cmd(Cdp(command, json!({}))).await?;
        }
        let told = t
            .client
            .issue_cmd(Cdp("Performance.getMetrics", json!({})))
            .await?;
        for (name, metric) in [("nodes", "Nodes"), ("listeners", "JSEventListeners")] {
            let metrics = told["metrics"].as_array().context("no metrics")?;
            let found = metrics.iter().find(|one| one["name"] == metric);
            sample[name] = found.context(metric)?["value"].clone();
        }
    }
    Ok(sample)
}

/// The components of `tests/packages/snippets`, and the settings that the configurator writes them for.
const COMPONENTS: [(&str, &str); 3] = [
    (
        "first.tsx",
        "theme=dark&text-size=6&share=copy%20x&hide=tags&author=%22A%22%20%26%20%7BB%7D",
    ),
    (
        "second.tsx",
        "ui-lang=fr&font=%27Noto%20Naskh%20Arabic%27%2C%20serif&accent=teal&theme=light&controls=size%20theme&min-height=60vh",
    ),
    (
        "third.tsx",
        "numerals=arab&remember=off&embeds=link&theme=sepia&debug=on",
    ),
];

/// Each file is what the configurator writes, to the letter; `QARI_BLESS=1` before the command writes them anew.
async fn the_configurators_components_show_the_previews_reader(t: &Trial) -> Result<()> {
    configurator::prepare(t, None)?;
    t.partner.serve("/article.json", Reply::json(short()));
    let mut previews = Vec::new();
    for (file, settings) in COMPONENTS {
        let query = format!("from=address&form=react&words=en&src=%2Farticle.json&{settings}");
        configurator::open(t, &query).await?;
        // The link waits for the article's address.
        let written = "document.getElementById('snippet').textContent.includes('<a href=')";
        t.wait_for(written, file).await?;
        let code = configurator::code(t, "snippet").await? + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/packages/snippets")
            .join(file);
        if std::env::var_os("QARI_BLESS").is_some() {
            std::fs::write(&path, &code)?;
        }
        same(code, std::fs::read_to_string(&path)?, file)?;
        let reader = format!("{}.querySelector('qari-reader')", configurator::PREVIEW);
        t.wait_for(&format!("{WHOLE}({reader})"), "all of the preview")
            .await?;
        previews.push(t.get(&format!("{OUTLINE}({reader})")).await?);
    }
    go(t, "snippets-vite", None).await?;
    for (number, (file, _)) in COMPONENTS.iter().enumerate() {
        // The later ones stand below the screen.
        t.wait_for(&format!("Boolean(reader({number}))"), file)
            .await?;
        t.js(&format!(
            "reader({number}).scrollIntoView({{ behavior: 'instant' }})"
        ))
        .await?;
        t.wait_for(&format!("{WHOLE}(reader({number}))"), file)
            .await?;
        // React writes what is said without a value as «true».
        let outline = format!("{OUTLINE}(reader({number}))");
        let seen = t
            .get(&format!("(([own, markup]) => [own.replace('data-debug=true', 'data-debug='), markup])({outline})"))
            .await?;
        same(&seen, &previews[number], file)?;
    }
    Ok(())
}

async fn two_hundred_readers_of_react_leave_nothing(t: &Trial) -> Result<()> {
    come_and_go(t, "react-vite").await
}

async fn two_hundred_readers_of_vue_leave_nothing(t: &Trial) -> Result<()> {
    come_and_go(t, "vue-vite").await
}

async fn two_hundred_readers_of_svelte_leave_nothing(t: &Trial) -> Result<()> {
    come_and_go(t, "svelte-vite").await
}
