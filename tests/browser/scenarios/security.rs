//! What docs/SECURITY.md promises: its policies suffice, its hash is heeded, and it names all that is stored.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{prerendered, returning};
use crate::articles::{TITLE, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![security::{
    each_policy_here_is_enough,
    the_policy_of_the_reference_keeps_the_pages_own,
    the_loader_that_is_named_runs,
    a_loader_that_is_not_the_one_named_does_not_run,
    what_is_stored_is_named_and_can_be_forgotten,
}];

const DOC: &str = include_str!("../../../docs/SECURITY.md");

/// The code blocks of a language in the doc.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    let blocks = DOC.split(start.as_str()).skip(1);
    blocks.filter_map(|rest| rest.split("```").next()).collect()
}

/// A policy of the doc, with the origins of the trial and what the harness itself wants.
fn policy(block: &str) -> String {
    block
        .replace('\n', " ")
        .replace("https://cdn.example", "{cdn}")
        .replace("https://news.example", "{api}")
        .replace("script-src", "script-src {recorder}")
        .replace("img-src", "img-src {partner}") // the page's own icon
}

/// A violation makes any trial fail (`Trial::check_quiet`).
async fn each_policy_here_is_enough(t: &Trial) -> Result<()> {
    let policies = blocks("csp");
    let [plain, trusted, still] = policies[..] else {
        anyhow::bail!("{} policies", policies.len());
    };
    let with_body = |body: &str| {
        let mut article = short();
        article["body"] = json!(body);
        article
    };
    let body = "<p>نص فيه <strong>كلمة</strong>.</p>";
    let picture = t.fill("<img src=\"{api}/photo.svg\" alt=\"صورة\">");
    t.api.serve(
        "/article",
        Reply::json(with_body(&(body.to_owned() + &picture))),
    );
    let photo = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>";
    t.api
        .serve("/photo.svg", Reply::new("image/svg+xml", photo));
    // Where an article is prerendered, the page is not known yet: a picture would be asked for by https, which no trial has.
    let still_page = prerendered::page(&with_body(body), &[])?;
    for (block, page) in [
        (plain, Page::element("{api}/article", "")),
        (trusted, Page::element("{api}/article", "")),
        (still, still_page),
    ] {
        t.open(page.policy(&policy(block))).await?;
        t.wait_state("ready").await?;
        same(t.text("text('title')").await?, TITLE, block)?;
        same(
            t.get("part('body').querySelectorAll('strong').length")
                .await?,
            1,
            "elements in the body",
        )?;
        t.wait_for("style('article', 'fontSize') === '18px'", "the stylesheet")
            .await?;
        t.check_quiet().await?;
    }
    Ok(())
}

/// What a page has of its own: a script and a picture.
pub(super) const OWN: &str =
    r#"<script src="/own.js"></script><img id="own" src="/own.svg" alt="صورة من الصفحة">"#;

/// Serves what [`OWN`] asks for, and a picture for the article.
pub(super) fn serve_own(t: &Trial) {
    let photo = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>";
    t.api
        .serve("/photo.svg", Reply::new("image/svg+xml", photo));
    t.partner
        .serve("/own.svg", Reply::new("image/svg+xml", photo));
    t.partner
        .serve("/own.js", Reply::script("window.own = 'runs'"));
}

/// Opens a page with [`OWN`] and a reader under a policy, and sees that all of it is there. A violation makes any trial fail.
pub(super) async fn keeps_the_pages_own(t: &Trial, policy: &str, page: Page) -> Result<()> {
    t.open_ready(page.policy(policy)).await?;
    t.wait_for(
        "window.own === 'runs' && document.getElementById('own').naturalWidth === 400",
        "the page's own script and picture",
    )
    .await?;
    t.wait_for(
        "(({ complete, naturalWidth }) => complete && naturalWidth > 0)(part('body').querySelector('img'))",
        "the article's picture",
    )
    .await?;
    t.check_quiet().await
}

async fn the_policy_of_the_reference_keeps_the_pages_own(t: &Trial) -> Result<()> {
    const REFERENCE: &str = include_str!("../../../docs/ATTRIBUTES.md");
    let policy = REFERENCE
        .lines()
        .find(|line| line.starts_with("default-src 'self'; "))
        .context("the reference has no policy")?;
    serve_own(t);
    let mut article = short();
    article["body"] = json!(t.fill("<p>نص.</p><img src=\"{api}/photo.svg\" alt=\"صورة\">"));
    t.api.serve("/article", Reply::json(article));
    let policy = policy
        .trim()
        .replace("https://cdn.example", "{cdn}")
        .replace("https://news.example", "{api}");
    let script = r#"<script async src="{cdn}/qari.js" data-src="{api}/article" data-loading="eager"></script>"#;
    keeps_the_pages_own(t, &policy, Page::new(format!("{OWN}{script}"))).await
}

/// The script with a hash, before an element.
fn hashed(hash: &str) -> Page {
    Page::new(format!(
        r#"<script async crossorigin src="{{cdn}}/qari.js" integrity="{hash}"></script>
<qari-reader data-src="{{api}}/article" data-loading="eager"><a id="fallback" href="/article">اقرأ المقال</a></qari-reader>"#
    ))
}

/// The hash of the loader, as `integrity` has it.
async fn hash(t: &Trial) -> Result<String> {
    t.open(Page::new("")).await?;
    let hash = t
        .promised(&t.fill(
            "fetch('{cdn}/qari.js').then((answer) => answer.arrayBuffer())
                .then((bytes) => crypto.subtle.digest('SHA-384', bytes))
                .then((hash) => 'sha384-' + btoa(String.fromCharCode(...new Uint8Array(hash))))",
        ))
        .await?;
    Ok(hash.as_str().context("no hash")?.to_owned())
}

async fn the_loader_that_is_named_runs(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let hash = hash(t).await?;
    t.open_ready(hashed(&hash)).await
}

async fn a_loader_that_is_not_the_one_named_does_not_run(t: &Trial) -> Result<()> {
    t.expect("integrity"); // the browser tells the owner
    t.expect("qari.js");
    let hash = hash(t).await?;
    let other = hash.replace("sha384-", "sha384-A");
    let other = format!("{}{}", &other[..hash.len() - 1], &hash[hash.len() - 1..]);
    t.open(hashed(&other).head(
        "<script>addEventListener('error', ({ target }) => { window.refused = target.src; }, true)</script>",
    ))
    .await?;
    t.wait_for("!!window.refused", "the refusal").await?;
    same(
        t.get("[!!customElements.get('qari-reader'), rect(document.querySelector('#fallback')).height > 0]")
            .await?,
        json!([false, true]),
        "the element, and whether what is inside is seen",
    )
}

async fn what_is_stored_is_named_and_can_be_forgotten(t: &Trial) -> Result<()> {
    returning::open(t, "").await?;
    t.click("size-increase").await?;
    returning::leave_at(t, 30).await?;
    let keys = t.get("Object.keys(localStorage).sort()").await?;
    same(keys, json!(["qari:places", "qari:prefs"]), "what is kept")?;
    for key in ["qari:prefs", "qari:places", "qari:speed"] {
        ensure!(DOC.contains(&format!("| `{key}` |")), "{key} has no row");
    }
    same(t.get("document.cookie").await?, "", "cookies")?;
    let [forget] = blocks("js")[..] else {
        anyhow::bail!("the way to forget is not there");
    };
    t.js(forget).await?;
    same(t.get("localStorage.length").await?, 0, "what is left")
}
