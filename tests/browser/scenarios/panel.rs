//! The panel of `data-debug`: what it says, in which language, what mends what, and that its report is copied.

use anyhow::{Result, ensure};
use serde_json::json;

use super::access::{JUDGE_ARABIC, axe, violations};
use super::share::CLIPBOARD_REFUSED;
use crate::articles::short;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![panel::{
    it_says_what_was_read_and_what_is_refused,
    its_report_is_copied,
    its_report_is_copied_where_the_clipboard_is_refused,
    a_picture_that_the_policy_stops_is_told_with_the_line_that_mends_it,
    after_a_fault_it_speaks_the_interfaces_language_and_has_the_header,
    axe_finds_nothing_and_the_button_is_reached_by_keyboard,
}];

/// The panel's words.
const PANEL: &str = "part('debug').innerText";
/// The button that copies.
const COPY: &str = "part('debug').querySelector('button')";

async fn open(t: &Trial, attributes: &str, head: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let attributes = format!("data-debug {attributes}");
    t.open_ready(Page::element("{api}/article", &attributes).head(head))
        .await?;
    // The last that is known is how long all of it took.
    t.wait_for("/ready|جهز/.test(part('debug').textContent)", "the times")
        .await
}

async fn says(t: &Trial, all: &[&str]) -> Result<()> {
    let panel = t.text(PANEL).await?;
    for said in all {
        ensure!(panel.contains(said), "no «{said}» in: {panel}");
    }
    Ok(())
}

async fn it_says_what_was_read_and_what_is_refused(t: &Trial) -> Result<()> {
    open(t, r#"data-theme="pink" data-ui-lang="en""#, "").await?;
    says(
        t,
        &[
            "To be mended",
            "data-theme=\"pink\" is ignored. Allowed: auto light dark sepia contrast",
            "Format: qari",
            "Language: ar-MA, direction: rtl",
            " bytes of JSON; words: ",
            "Asked for ",
            "The JSON was there ",
            "The reader was ready ",
            "Elements of the HTML left out",
        ],
    )
    .await?;
    // Another origin's sizes an engine may keep to itself.
    let files = "/Files of Qari that the page has asked for: \\d|Timing-Allow-Origin: \\*/.test(part('debug').textContent)";
    same(t.get(files).await?, true, "Qari's files")?;
    // It was not there before it was asked for, and nothing of it is fetched for others.
    t.js("reader().removeAttribute('data-debug')").await?;
    t.wait_for("!part('debug')", "the panel gone with its attribute")
        .await?;
    same(t.cdn.requests_for("/words/debug/en.json").len(), 1, "files")?;
    t.js("reader().dataset.uiLang = 'ar'; reader().dataset.debug = ''")
        .await?;
    t.wait_for("part('debug')?.lang === 'ar'", "the panel in Arabic")
        .await?;
    says(t, &["أُهمل data-theme=\"pink\"", "جهز القارئ بعد"]).await?;
    same(
        t.get("[style('debug', 'direction'), getComputedStyle(part('debug').querySelector('code')).direction]")
            .await?,
        json!(["rtl", "ltr"]),
        "the directions of the panel and of names",
    )?;
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", r#"data-ui-lang="fr""#))
        .await?;
    same(
        t.cdn.requests_for("/words/debug/fr.json").len(),
        0,
        "unasked",
    )
}

/// Presses the button; the page keeps what is copied in `copied`.
async fn copies(t: &Trial) -> Result<()> {
    t.js(&format!(
        "{COPY}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"
    ))
    .await?;
    t.click_on(COPY).await?;
    t.wait_for("text('status') === 'Report copied'", "what is said")
        .await?;
    let copied = t.text("window.copied").await?;
    for said in [
        "Qari 0.1.0: report for the site’s owner\n",
        "\ndata-theme=\"pink\" is ignored. Allowed: auto light dark sepia contrast\n",
        "\nFormat: qari\n",
    ] {
        ensure!(copied.contains(said), "no «{said}» in: {copied}");
    }
    Ok(())
}

async fn its_report_is_copied(t: &Trial) -> Result<()> {
    let head = "<script>{
        const { writeText } = Clipboard.prototype;
        Clipboard.prototype.writeText = function (text) { window.copied = text; return writeText.call(this, text); };
    }</script>";
    open(t, r#"data-theme="pink" data-ui-lang="en""#, head).await?;
    copies(t).await
}

async fn its_report_is_copied_where_the_clipboard_is_refused(t: &Trial) -> Result<()> {
    open(
        t,
        r#"data-theme="pink" data-ui-lang="en""#,
        CLIPBOARD_REFUSED,
    )
    .await?;
    copies(t).await
}

async fn a_picture_that_the_policy_stops_is_told_with_the_line_that_mends_it(
    t: &Trial,
) -> Result<()> {
    t.expect("img-src");
    let mut article = short();
    article["body"] = json!(r#"<p>نص</p><img src="https://pictures.example/a.jpg" alt="صورة">"#);
    t.api.serve("/article", Reply::json(article));
    let policy = "default-src 'none'; script-src 'wasm-unsafe-eval' {cdn} {recorder}; connect-src {cdn} {api}; style-src {cdn}; img-src {cdn}";
    let page = Page::element("{api}/article", r#"data-debug data-ui-lang="en""#).policy(policy);
    t.open_ready(page).await?;
    let line = "Content-Security-Policy: img-src https://pictures.example";
    t.wait_for(
        &format!("part('debug').innerText.includes({})", json!(line)),
        "the line",
    )
    .await
}

async fn after_a_fault_it_speaks_the_interfaces_language_and_has_the_header(
    t: &Trial,
) -> Result<()> {
    t.expect("Qari");
    t.expect("CORS");
    t.api.serve("/closed", Reply::json(short()).without_cors());
    let line = t.fill("السطر الذي يصلحه: Access-Control-Allow-Origin: {partner}");
    t.open(Page::element(
        "{api}/closed",
        r#"data-debug data-ui-lang="ar""#,
    ))
    .await?;
    t.wait_state("error").await?;
    says(
        t,
        &[
            "تعذّر جلب المقال: انقطع الاتصال، أو أن خادمه لا يسمح لهذه الصفحة بقراءته.",
            "الجواب: لا جواب",
            &line,
        ],
    )
    .await?;
    same(
        t.get("[style('debug', 'direction'), part('debug').lang]")
            .await?,
        json!(["rtl", "ar"]),
        "its direction and language",
    )?;
    t.js("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        .await?;
    t.click_on(COPY).await?;
    t.wait_for(
        &format!("window.copied?.includes({})", json!(line)),
        "the copy",
    )
    .await
}

async fn axe_finds_nothing_and_the_button_is_reached_by_keyboard(t: &Trial) -> Result<()> {
    for (language, theme) in [
        ("ar", "light"),
        ("ar", "dark"),
        ("en", "dark"),
        ("en", "light"),
    ] {
        let attributes =
            format!(r#"data-ui-lang="{language}" data-theme="{theme}" data-lang="arabic""#);
        open(t, &attributes, "").await?;
        t.client.execute(&axe()?, vec![]).await?;
        t.js(JUDGE_ARABIC).await?;
        let found = violations(t, "'qari-reader'").await?;
        ensure!(found.is_empty(), "{language}, {theme}: {found:#?}");
        t.js(&format!("{COPY}.focus()")).await?;
        same(
            t.get(&format!(
                "[inside().activeElement === {COPY}, {COPY}.tabIndex, rect({COPY}).height >= 44, \
                 document.documentElement.scrollWidth <= innerWidth]"
            ))
            .await?,
            json!([true, 0, true, true]),
            "the button",
        )?;
    }
    Ok(())
}
