//! Every way in which a site may include the reader, and where it then stands.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{TITLE, short, titled};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![including::{
    async_script_mounts_after_itself,
    classic_script_mounts_after_itself,
    deferred_script_mounts_after_itself,
    script_in_the_head_mounts_at_the_end_of_the_body,
    async_script_in_the_head_mounts_at_the_end_of_the_body,
    module_script_mounts_a_reader,
    injected_script_mounts_a_reader,
    injected_module_mounts_a_reader,
    two_scripts_mount_two_readers,
    the_same_script_twice_defines_the_element_once,
    target_takes_the_reader,
    missing_target_warns_and_mounts_after_the_script,
    script_without_source_only_defines_the_element,
    element_form_replaces_its_fallback,
    several_elements_show_their_own_articles,
    element_added_later_loads,
    mount_puts_a_reader_into_a_page,
    inline_json_is_an_article,
    relative_source_resolves_against_the_page,
}];

async fn shows_the_article(t: &Trial) -> Result<()> {
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")?;
    same(
        t.get("document.querySelectorAll('qari-reader').length")
            .await?,
        1,
        "readers on the page",
    )
}

/// The script form with these attributes besides the two it needs.
fn script(attributes: &str) -> String {
    format!(r#"<script {attributes} src="{{cdn}}/qari.js" data-src="{{api}}/article"></script>"#)
}

/// Opens a page with this snippet in the body and waits for the one article.
async fn in_body(t: &Trial, snippet: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open(Page::new(snippet)).await?;
    shows_the_article(t).await
}

/// The same with the snippet in the head.
async fn in_head(t: &Trial, snippet: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open(Page::new("").head(snippet)).await?;
    shows_the_article(t).await
}

async fn stands_after_the_script(t: &Trial) -> Result<()> {
    let around = "[reader().previousElementSibling.localName, reader().nextElementSibling.id]";
    same(
        t.get(around).await?,
        json!(["script", "after"]),
        "the reader's neighbours",
    )
}

async fn stands_at_the_end_of_the_body(t: &Trial) -> Result<()> {
    same(
        t.get("document.body.lastElementChild === reader()").await?,
        true,
        "at the end of the body",
    )
}

async fn async_script_mounts_after_itself(t: &Trial) -> Result<()> {
    in_body(t, &script("async")).await?;
    stands_after_the_script(t).await
}

async fn classic_script_mounts_after_itself(t: &Trial) -> Result<()> {
    in_body(t, &script("")).await?;
    stands_after_the_script(t).await
}

async fn deferred_script_mounts_after_itself(t: &Trial) -> Result<()> {
    in_body(t, &script("defer")).await?;
    stands_after_the_script(t).await
}

async fn script_in_the_head_mounts_at_the_end_of_the_body(t: &Trial) -> Result<()> {
    in_head(t, &script("")).await?;
    stands_at_the_end_of_the_body(t).await
}

async fn async_script_in_the_head_mounts_at_the_end_of_the_body(t: &Trial) -> Result<()> {
    in_head(t, &script("async")).await?;
    stands_at_the_end_of_the_body(t).await
}

async fn module_script_mounts_a_reader(t: &Trial) -> Result<()> {
    in_body(t, &script(r#"type="module""#)).await
}

/// What a tag manager does; `kind` is the script's type.
async fn injected(t: &Trial, kind: &str) -> Result<()> {
    let snippet = format!(
        r#"<script>{{
            const script = document.createElement('script');
            script.type = '{kind}';
            script.src = '{{cdn}}/qari.js';
            script.dataset.src = '{{api}}/article';
            document.body.append(script);
        }}</script>"#
    );
    in_body(t, &snippet).await
}

async fn injected_script_mounts_a_reader(t: &Trial) -> Result<()> {
    injected(t, "text/javascript").await
}

/// A module has no `document.currentScript`.
async fn injected_module_mounts_a_reader(t: &Trial) -> Result<()> {
    injected(t, "module").await
}

async fn two_scripts_mount_two_readers(t: &Trial) -> Result<()> {
    t.api.serve("/one", Reply::json(titled("الخبر الأول")));
    t.api.serve("/two", Reply::json(titled("الخبر الثاني")));
    let page = Page::new(
        r#"<script async src="{cdn}/qari.js" data-src="{api}/one" data-loading="eager"></script><p>بينهما</p>
           <script async src="{cdn}/qari.js" data-src="{api}/two" data-loading="eager"></script>"#,
    );
    t.open(page).await?;
    t.wait_both().await?;
    same(
        t.get("[text('title', 0), text('title', 1)]").await?,
        json!(["الخبر الأول", "الخبر الثاني"]),
        "headlines",
    )?;
    same(
        t.get("document.querySelectorAll('qari-reader').length")
            .await?,
        2,
        "readers on the page",
    )
}

async fn the_same_script_twice_defines_the_element_once(t: &Trial) -> Result<()> {
    let snippet = r#"<script async src="{cdn}/qari.js"></script><script async src="{cdn}/qari.js"></script>
        <qari-reader data-src="{api}/article"></qari-reader>"#;
    in_body(t, snippet).await
}

async fn target_takes_the_reader(t: &Trial) -> Result<()> {
    in_head(t, &script(r##"async data-target="#before""##)).await?;
    same(
        t.get("reader().parentElement.id").await?,
        "before",
        "the reader's parent",
    )
}

async fn missing_target_warns_and_mounts_after_the_script(t: &Trial) -> Result<()> {
    in_body(t, &script(r#"async data-target=".nowhere""#)).await?;
    stands_after_the_script(t).await?;
    same(
        t.get("__seen.warnings.filter((warning) => warning.includes('.nowhere')).length")
            .await?,
        1,
        "warnings",
    )
}

async fn script_without_source_only_defines_the_element(t: &Trial) -> Result<()> {
    t.open(Page::new(r#"<script async src="{cdn}/qari.js"></script>"#))
        .await?;
    t.wait_for(
        "Boolean(customElements.get('qari-reader'))",
        "the element's definition",
    )
    .await?;
    same(
        t.get("document.querySelectorAll('qari-reader').length")
            .await?,
        0,
        "readers on the page",
    )
}

async fn element_form_replaces_its_fallback(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let article = t.api.hold("/article");
    t.open(Page::element("{api}/article", "")).await?;
    t.wait_state("loading").await?;
    let fallback = "isSeen(document.getElementById('fallback'))";
    same(
        t.get(fallback).await?,
        true,
        "the fallback shows before the article",
    )?;
    article.open();
    shows_the_article(t).await?;
    same(t.get(fallback).await?, false, "the fallback shows after it")
}

async fn several_elements_show_their_own_articles(t: &Trial) -> Result<()> {
    let titles = ["الخبر الأول", "الخبر الثاني", "الخبر الثالث"];
    for (path, title) in ["/0", "/1", "/2"].into_iter().zip(titles) {
        t.api.serve(path, Reply::json(titled(title)));
    }
    t.open(Page::elements(&["{api}/0", "{api}/1", "{api}/2"]))
        .await?;
    t.wait_for("[0, 1, 2].every((n) => state(n) === 'ready')", "all three")
        .await?;
    same(
        t.get("[0, 1, 2].map((n) => text('title', n))").await?,
        json!(titles),
        "headlines",
    )
}

async fn element_added_later_loads(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open(Page::new(r#"<script async src="{cdn}/qari.js"></script>"#))
        .await?;
    t.wait_for(
        "Boolean(customElements.get('qari-reader'))",
        "the element's definition",
    )
    .await?;
    t.js("const added = document.createElement('qari-reader'); added.dataset.src = '{api}/article'; document.getElementById('before').after(added)").await?;
    shows_the_article(t).await
}

async fn mount_puts_a_reader_into_a_page(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open(Page::new(
        r#"<script async src="{cdn}/qari.js"></script><div id="place"></div>"#,
    ))
    .await?;
    t.wait_for("Boolean(window.qari)", "`window.qari`").await?;
    let mounted = "qari.mount('#place', { src: '{api}/article', textSize: 5 }) === document.querySelector('#place > qari-reader')";
    same(t.get(mounted).await?, true, "`mount` gives the element")?;
    shows_the_article(t).await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "5",
        "text size",
    )?;
    let version = t.text("qari.version").await?;
    ensure!(version.split('.').count() == 3, "`version` is {version:?}");
    Ok(())
}

async fn inline_json_is_an_article(t: &Trial) -> Result<()> {
    let data = short();
    let snippet = format!(
        r##"<script type="application/json" id="data">{data}</script>
        <script async src="{{cdn}}/qari.js" data-src="#data"></script>"##
    );
    in_body(t, &snippet).await
}

async fn relative_source_resolves_against_the_page(t: &Trial) -> Result<()> {
    t.partner.serve("/news/article.json", Reply::json(short()));
    in_body(
        t,
        r#"<script async src="{cdn}/qari.js" data-src="news/article.json"></script>"#,
    )
    .await
}
