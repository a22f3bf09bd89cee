//! Pages full of hostile articles, and questions to all their readers at once.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Page, Reply, Trial, same};

const TRAPS: &str = include_str!("traps.js");
const INSPECT: &str = include_str!("inspect.js");

/// Readers on one page.
pub const BATCH: usize = 40;

/// Where the articles say that they stand: whatever a payload asks for is a third party's.
const BASE: &str = "https://example.ma/2024/09/khabar/";

/// Without controls, which no payload reaches and which take most of the time.
const ATTRIBUTES: &str =
    r#"data-loading="eager" data-min-height="1px" data-controls="none" data-share="none""#;

/// An article with this body.
pub fn article(body: &str) -> Value {
    json!({ "url": BASE, "language": "ar-MA", "title": "عنوان الخبر", "body": body })
}

/// An article with the payload wherever a text or an address can stand.
pub fn everywhere(payload: &str) -> Value {
    let mut article = article(payload);
    let link = json!({ "title": payload, "name": payload, "url": payload });
    let image =
        json!({ "url": "/lead.jpg", "alt": payload, "caption": payload, "credit": payload });
    article["summary"] = json!(payload);
    article["authors"] = json!([link]);
    article["breadcrumb"] = json!([link, { "title": "مجتمع", "url": payload }]);
    article["publisher"] = link;
    article["tags"] = json!([payload]);
    article["image"] = image;
    article
}

/// Opens a page with a reader for each article, shown to the last slice. The page's policy refuses images and names
/// each, so that any request that leaves is one too many.
pub async fn open(t: &Trial, articles: &[Value]) -> Result<()> {
    t.partner.serve("/traps.js", Reply::script(TRAPS));
    t.expect("img-src refused");
    let mut body = r#"<script async crossorigin src="{cdn}/qari.js"></script>"#.to_owned();
    for (number, article) in articles.iter().enumerate() {
        t.api
            .serve(&format!("/{number}.json"), Reply::json(article));
        body.push_str(&format!(
            r#"<qari-reader data-src="{{api}}/{number}.json" {ATTRIBUTES}></qari-reader>"#
        ));
    }
    let page = Page::new(body)
        .head("<script src=/traps.js></script>")
        .policy("img-src 'none'");
    t.open(page).await?;
    t.wait_for(
        "[...document.querySelectorAll('qari-reader')].every(({ dataset }) => /ready|error/.test(dataset.state))",
        "the end of all loads",
    )
    .await?;
    let states = t
        .get("[...document.querySelectorAll('qari-reader')].map(({ dataset }) => dataset.state)")
        .await?;
    let failed: Vec<_> = articles
        .iter()
        .enumerate()
        .filter(|(at, _)| states[*at] != "ready")
        .map(|(_, article)| article["body"].to_string())
        .collect();
    ensure!(failed.is_empty(), "not shown:\n  {}", failed.join("\n  "));
    all_slices(t).await
}

/// Waits until no more blocks come: a slice is asked for as soon as the one before it stands.
async fn all_slices(t: &Trial) -> Result<()> {
    let blocks = "[...document.querySelectorAll('qari-reader')]
        .reduce((sum, { shadowRoot }) => sum + shadowRoot.querySelectorAll('[part=body] > *, .stretch > *').length, 0)";
    let mut before = -1.0;
    loop {
        let now = t.number(blocks).await?;
        if now == before {
            return Ok(());
        }
        before = now;
        t.frames().await?;
    }
}

/// Every reader's value of an expression with `root` (the shadow root), `body` (the part) and what `inspect.js` has.
pub async fn each(t: &Trial, count: usize, expression: &str) -> Result<Vec<Value>> {
    // As text, because a driver may stop at its own depth of nesting.
    let script = format!(
        "{INSPECT}; return JSON.stringify([...document.querySelectorAll('qari-reader')].map(({{ shadowRoot: root }}) => {{
            const body = root.querySelector('[part=body]');
            return {expression};
        }}))"
    );
    let told = t.js(&script).await?;
    let values: Vec<Value> = serde_json::from_str(told.as_str().context("no text")?)?;
    same(values.len(), count, "readers")?;
    Ok(values)
}
