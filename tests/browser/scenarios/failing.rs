//! What goes wrong between a partner's page and an article, and what a reader then sees.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::articles::{TITLE, short};
use crate::harness::stage::dist;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![failing::{
    not_found_is_http,
    server_error_is_http,
    html_is_not_json,
    broken_json_is_not_json,
    empty_answer_is_not_json,
    hanging_server_is_timeout,
    refused_connection_is_network,
    refused_cors_is_network,
    transfer_cut_short_is_network,
    a_compressed_transfer_cut_short_is_network,
    a_compressed_page_is_not_json,
    over_ten_megabytes_is_too_large,
    foreign_json_is_unknown_format,
    article_without_words_is_empty,
    an_empty_list_is_an_article_that_is_gone,
    a_fault_links_to_the_site_without_the_key_of_its_source,
    missing_source_is_config,
    impossible_source_is_config,
    missing_inline_json_is_config,
    what_is_no_script_of_json_is_config,
    a_page_without_an_article_of_its_own_is_config,
    attributes_are_judged_without_an_article_too,
    what_is_no_such_value_is_told_once_whatever_comes_of_the_article,
    a_map_that_does_not_fit_is_told_field_by_field,
    the_panel_says_what_was_asked_and_answered,
    retry_works_once_the_server_recovers,
    redirect_is_followed,
    blocked_storage_changes_nothing,
    message_speaks_the_ui_language,
}];

const MESSAGE_IS_ARABIC: &str = r"/[\u0621-\u064a]/.test(seenText(part('error')))";
const MESSAGE_IS_TECHNICAL: &str =
    "/Error|HTTP|JSON|fetch|undefined|null/.test(seenText(part('error')))";
const MESSAGE_IS_ANNOUNCED: &str = "{
    const live = '[role=alert], [role=status], [aria-live]';
    return Boolean(part('error').closest(live) ?? part('error').querySelector(live));
}";
const FALLBACK_SHOWS: &str = "isSeen(document.getElementById('fallback'))";

/// Loads `source` in the element form and checks everything that every failure owes its reader and its owner.
async fn fails(t: &Trial, source: &str, attributes: &str, code: &str) -> Result<Value> {
    t.expect("Qari");
    t.open(Page::element(source, attributes)).await?;
    t.wait_state("error").await?;
    let detail = t.event("error").await?;
    same(&detail["code"], code, "code")?;
    for name in ["message", "url", "status", "retryable"] {
        ensure!(
            detail.get(name).is_some_and(|value| !value.is_null()),
            "`{name}` is missing: {detail}"
        );
    }
    same(
        t.get("__seen.events.filter((event) => event.type === 'error').length")
            .await?,
        1,
        "how often it came",
    )?;
    same(
        t.get("isSeen(part('error'))").await?,
        true,
        "a message shows",
    )?;
    same(
        t.get(MESSAGE_IS_ARABIC).await?,
        true,
        "the message is Arabic",
    )?;
    same(
        t.get(MESSAGE_IS_TECHNICAL).await?,
        false,
        "the message is technical",
    )?;
    same(
        t.js(MESSAGE_IS_ANNOUNCED).await?,
        true,
        "the message is announced",
    )?;
    same(
        t.get("isSeen(part('retry'))").await?,
        detail["retryable"].clone(),
        "a retry button shows exactly when retryable",
    )?;
    same(
        t.get(FALLBACK_SHOWS).await?,
        true,
        "the fallback still shows",
    )?;
    same(
        t.get("parts('skeleton').some(isSeen)").await?,
        false,
        "a skeleton shows",
    )?;
    let told = "[...__seen.errors, ...__seen.warnings].some((entry) => entry.includes('Qari'))";
    same(
        t.get(told).await?,
        true,
        "the owner finds the cause in the console",
    )?;
    Ok(detail)
}

/// The same for an answer of the article's server; there is then a link to the original too.
async fn answer_fails(t: &Trial, reply: Reply, code: &str) -> Result<Value> {
    t.api.serve("/article", reply);
    let detail = fails(t, "{api}/article", "", code).await?;
    same(&detail["url"], &json!(t.fill("{api}/article")), "url")?;
    let link = "[...inside().querySelectorAll('a[href^=http]')].some(isSeen)";
    same(t.get(link).await?, true, "a link to the original shows")?;
    Ok(detail)
}

async fn not_found_is_http(t: &Trial) -> Result<()> {
    let detail = answer_fails(t, Reply::status(404), "http").await?;
    same(&detail["status"], 404, "status")
}

async fn server_error_is_http(t: &Trial) -> Result<()> {
    let detail = answer_fails(t, Reply::status(500), "http").await?;
    same(&detail["status"], 500, "status")?;
    same(&detail["retryable"], true, "retryable")
}

async fn html_is_not_json(t: &Trial) -> Result<()> {
    let login = Reply::html("<!doctype html><title>تسجيل الدخول</title>");
    answer_fails(t, login, "not-json").await.map(drop)
}

async fn broken_json_is_not_json(t: &Trial) -> Result<()> {
    answer_fails(t, Reply::json(r#"{"title": "عنوان", "body": "#), "not-json")
        .await
        .map(drop)
}

async fn empty_answer_is_not_json(t: &Trial) -> Result<()> {
    answer_fails(t, Reply::json(""), "not-json").await.map(drop)
}

async fn hanging_server_is_timeout(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::never());
    let detail = fails(t, "{api}/article", r#"data-timeout="1""#, "timeout").await?;
    same(&detail["retryable"], true, "retryable")
}

async fn refused_connection_is_network(t: &Trial) -> Result<()> {
    let detail = answer_fails(t, Reply::refuse(), "network").await?;
    same(&detail["retryable"], true, "retryable")
}

async fn refused_cors_is_network(t: &Trial) -> Result<()> {
    answer_fails(t, Reply::json(short()).without_cors(), "network")
        .await
        .map(drop)
}

async fn transfer_cut_short_is_network(t: &Trial) -> Result<()> {
    let detail = answer_fails(t, Reply::json(short()).cut_short(), "network").await?;
    same(&detail["retryable"], true, "retryable")
}

/// The length that a server tells is that of the compressed bytes.
async fn a_compressed_transfer_cut_short_is_network(t: &Trial) -> Result<()> {
    let reply = Reply::packed(&dist()?, "demo/articles/train.json").cut_short();
    let detail = answer_fails(t, reply, "network").await?;
    same(&detail["retryable"], true, "retryable")
}

async fn a_compressed_page_is_not_json(t: &Trial) -> Result<()> {
    answer_fails(t, Reply::packed(&dist()?, "index.html"), "not-json")
        .await
        .map(drop)
}

async fn over_ten_megabytes_is_too_large(t: &Trial) -> Result<()> {
    let body = "ا".repeat(5_500_000);
    answer_fails(
        t,
        Reply::json(json!({ "title": TITLE, "body": body })),
        "too-large",
    )
    .await
    .map(drop)
}

async fn foreign_json_is_unknown_format(t: &Trial) -> Result<()> {
    let weather = json!({ "temperature": 31, "city": "الرباط" });
    answer_fails(t, Reply::json(weather), "unknown-format")
        .await
        .map(drop)
}

async fn article_without_words_is_empty(t: &Trial) -> Result<()> {
    let hollow = json!({ "title": "", "body": [], "language": "ar" });
    answer_fails(t, Reply::json(hollow), "empty-article")
        .await
        .map(drop)
}

/// What a fault says and where its link leads, where the owner has put no link of their own into the element.
async fn told(t: &Trial, source: &str) -> Result<Value> {
    t.expect("Qari");
    t.open(Page::new(format!(
        r#"<script async crossorigin src="{{cdn}}/qari.js" data-src="{source}"></script>"#
    )))
    .await?;
    t.wait_state("error").await?;
    t.get("[seenText(part('error')), part('source').href]")
        .await
}

async fn an_empty_list_is_an_article_that_is_gone(t: &Trial) -> Result<()> {
    t.api.serve("/wp-json/wp/v2/posts", Reply::json(json!([])));
    let told = told(t, "{api}/wp-json/wp/v2/posts?slug=khabar").await?;
    same(&t.event("error").await?["code"], "empty-article", "code")?;
    let sentence = told[0].as_str().unwrap_or_default();
    ensure!(sentence.contains("نُقل أو حُذف"), "{sentence}");
    same(&told[1], &json!(t.fill("{api}/")), "the link")
}

async fn a_fault_links_to_the_site_without_the_key_of_its_source(t: &Trial) -> Result<()> {
    t.api.serve("/ghost/api/content/posts/", Reply::status(403));
    let keyed = told(t, "{api}/ghost/api/content/posts/?key=0a1b2c").await?;
    same(&keyed[1], &json!(t.fill("{api}/")), "the link")?;
    t.api.serve("/wp-json/wp/v2/posts/7", Reply::status(500));
    let post = told(t, "{api}/wp-json/wp/v2/posts/7?_embed").await?;
    same(&post[1], &json!(t.fill("{api}/?p=7")), "the post")
}

async fn missing_source_is_config(t: &Trial) -> Result<()> {
    t.expect("Qari");
    let snippet = r#"<script async src="{cdn}/qari.js"></script>
        <qari-reader><a id="fallback" href="/article">اقرأ المقال</a></qari-reader>"#;
    t.open(Page::new(snippet)).await?;
    t.wait_state("error").await?;
    let detail = t.event("error").await?;
    same(&detail["code"], "config", "code")?;
    same(&detail["retryable"], false, "retryable")?;
    same(
        t.get(FALLBACK_SHOWS).await?,
        true,
        "the fallback still shows",
    )
}

async fn impossible_source_is_config(t: &Trial) -> Result<()> {
    fails(t, "javascript:alert(1)", "", "config")
        .await
        .map(drop)
}

async fn missing_inline_json_is_config(t: &Trial) -> Result<()> {
    fails(t, "#nowhere", "", "config").await.map(drop)
}

async fn what_is_no_script_of_json_is_config(t: &Trial) -> Result<()> {
    t.expect("Qari");
    for element in [
        r#"<div id="it">{"title":"خبر","body":"نص"}</div>"#,
        r#"<script type="text/plain" id="it">{"title":"خبر","body":"نص"}</script>"#,
    ] {
        t.open(Page::new(format!(
            r##"{element}<script async crossorigin src="{{cdn}}/qari.js" data-src="#it"></script>"##
        )))
        .await?;
        t.wait_state("error").await?;
        same(&t.event("error").await?["code"], "config", element)?;
    }
    Ok(())
}

/// No address is made up for it, in the event nor as a link.
async fn a_page_without_an_article_of_its_own_is_config(t: &Trial) -> Result<()> {
    let detail = fails(t, "page", "", "config").await?;
    same(&detail["url"], "", "url")?;
    same(
        t.get("part('source')?.href === document.getElementById('fallback').href")
            .await?,
        true,
        "the link is the owner's",
    )
}

async fn attributes_are_judged_without_an_article_too(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::status(404));
    t.open(Page::element("{api}/article", r#"data-theme="blue""#))
        .await?;
    t.wait_state("error").await?;
    let told = "__seen.warnings.filter((words) => words.includes('data-theme')).length";
    t.wait_for(&format!("{told} === 1"), "the warning").await?;
    t.js("reader().reload()").await?;
    t.wait_until(
        || t.api.requests_for("/article").len() == 2,
        "the second request",
    )
    .await?;
    t.wait_state("error").await?;
    t.frames().await?;
    same(t.get(told).await?, 1, "how often it is told")
}

/// Alike where the article comes and where it does not.
async fn what_is_no_such_value_is_told_once_whatever_comes_of_the_article(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(short()));
    t.api.serve("/gone", Reply::status(404));
    let attributes =
        r#"data-base-url="http://[x" data-min-height="blue" data-timeout="2.5" data-sahre="copy""#;
    for source in ["{api}/article", "{api}/gone"] {
        t.open(Page::element(source, attributes)).await?;
        t.wait_for("['ready', 'error'].includes(state())", "an end")
            .await?;
        let told = "__seen.warnings.filter((words) => words.includes('Qari')).sort()";
        t.wait_for(&format!("{told}.length >= 4"), "what is told")
            .await?;
        t.js("reader().dataset.hide = 'tags'; reader().reload()")
            .await?;
        t.wait_for("state() !== 'loading'", "the second load")
            .await?;
        t.frames().await?;
        same(
            t.get(told).await?,
            json!([
                r#"Qari: data-base-url="http://[x" is ignored. Allowed: an http or https URL"#,
                r#"Qari: data-min-height="blue" is ignored. Allowed: a CSS length"#,
                r#"Qari: data-timeout="2.5" is ignored. Allowed: whole seconds from 1 to 999"#,
                "Qari: there is no data-sahre. Did you mean data-share?",
            ]),
            source,
        )?;
    }
    // That there is no such article only its source tells.
    t.open_ready(Page::element("{api}/article", r#"data-item="khabar""#))
        .await?;
    let told = "__seen.warnings.filter((words) => words.includes('data-item=\"khabar\"')).length";
    same(t.get(told).await?, 1, "how often the item is told")
}

async fn a_map_that_does_not_fit_is_told_field_by_field(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve(
        "/article",
        Reply::json(json!({ "payload": { "head": "خبر", "text": "<p>نص</p>" }, "id": 7 })),
    );
    let missing = "data-map: title ← payload.hedd: nothing there; payload has head, text";
    let unknown = "data-map: no field «boddy». Did you mean body?";
    // The article comes, without its title.
    let map = |map: &str| format!(r#"data-debug data-ui-lang="en" data-map="{map}""#);
    t.open_ready(Page::element(
        "{api}/article",
        &map("title: payload.hedd; body: payload.text"),
    ))
    .await?;
    let panel = t.text("part('debug').textContent").await?;
    ensure!(panel.contains(missing), "{panel}");
    let told = format!(
        "__seen.warnings.filter((words) => words.includes({})).length",
        json!(missing)
    );
    same(t.get(&told).await?, 1, "in the console")?;
    // It does not.
    for (written, said) in [
        (
            "title: payload.hedd; boddy: payload.text",
            vec![missing, unknown],
        ),
        (
            "title=payload.head",
            vec!["data-map has = or nothing where : stands"],
        ),
        ("{'title': 'payload.head'}", vec!["data-map has JSON"]),
        (
            "title: payload.head, body: payload.text",
            vec!["data-map has commas where ; stands"],
        ),
    ] {
        t.open(Page::element("{api}/article", &map(written)))
            .await?;
        t.wait_state("error").await?;
        let panel = t.text("part('debug').textContent").await?;
        let message = t.event("error").await?["message"].to_string();
        for said in said {
            ensure!(
                panel.contains(said) && message.contains(said),
                "no «{said}» in: {panel}"
            );
        }
    }
    Ok(())
}

async fn the_panel_says_what_was_asked_and_answered(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.expect("CORS");
    t.expect("404");
    t.api
        .serve("/moved", Reply::redirect(t.api.url() + "/gone"));
    t.api.serve("/gone", Reply::status(404));
    t.api.serve("/closed", Reply::json(short()).without_cors());
    let [gone, partner] = [t.fill("{api}/gone"), t.fill("{partner}")];
    let allow = format!("Access-Control-Allow-Origin: {partner}");
    for (path, said) in [
        ("/moved", vec!["http: 404", "/moved", &gone, "Answer: 404"]),
        (
            "/closed",
            vec!["network: ", "/closed", &allow, "Answer: none"],
        ),
    ] {
        let page = Page::element(
            &format!("{{api}}{path}"),
            r#"data-debug data-ui-lang="en" data-theme="dark""#,
        );
        t.open(page).await?;
        t.wait_state("error").await?;
        let panel = t.text("part('debug').textContent").await?;
        for said in said {
            ensure!(panel.contains(said), "no «{said}» in: {panel}");
        }
        same(
            t.get("[style('debug', 'backgroundColor'), style('debug', 'color'), style('debug', 'direction')]")
                .await?,
            json!(["rgb(21, 24, 27)", "rgb(229, 227, 222)", "ltr"]),
            "the panel's ground and letters",
        )?;
    }
    Ok(())
}

async fn retry_works_once_the_server_recovers(t: &Trial) -> Result<()> {
    answer_fails(t, Reply::status(503), "http").await?;
    t.click("retry").await?;
    t.wait_until(
        || t.api.requests_for("/article").len() == 2,
        "the second request",
    )
    .await?;
    t.wait_for(
        "state() === 'error' && isSeen(part('retry'))",
        "the second failure",
    )
    .await?;
    t.api.serve("/article", Reply::json(short()));
    t.click("retry").await?;
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    same(
        t.get(&format!("isSeen(part('error')) || {FALLBACK_SHOWS}"))
            .await?,
        false,
        "message or fallback left",
    )
}

async fn redirect_is_followed(t: &Trial) -> Result<()> {
    t.api
        .serve("/moved", Reply::redirect(t.api.url() + "/article"));
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/moved", "")).await?;
    same(t.text("text('title')").await?, TITLE, "the headline")
}

async fn blocked_storage_changes_nothing(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    // A sandboxed frame has no origin of its own, so touching `localStorage` throws, as it does in private modes.
    let frame = r#"sandbox="allow-scripts" width="600" height="700""#;
    t.open(Page::element("{api}/article", "").in_frame(frame))
        .await?;
    t.wait_state("ready").await?;
    let blocked = "(() => { try { localStorage.length; return false } catch { return true } })()";
    t.wait_for(blocked, "storage that is blocked").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    t.click("size-increase").await?;
    t.wait_for(
        "part('article').dataset.textSize === '4'",
        "the new size, storage or not",
    )
    .await?;
    t.js("reader().dataset.hide = 'summary'").await?;
    t.wait_for("!part('summary')", "the changed attribute")
        .await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "4",
        "the size after an attribute changed",
    )
}

async fn message_speaks_the_ui_language(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::status(500));
    t.open(Page::element("{api}/article", r#"data-ui-lang="fr""#))
        .await?;
    t.wait_state("error").await?;
    let words = t.text("seenText(part('error'))").await?;
    ensure!(words.contains("article"), "the message: {words}");
    same(
        t.get(MESSAGE_IS_ARABIC).await?,
        false,
        "the message is Arabic",
    )?;
    same(
        t.text("style('error', 'direction')").await?,
        "ltr",
        "its direction",
    )
}
