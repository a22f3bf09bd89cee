//! The same article whatever it came as, in whatever engine.

use std::collections::HashMap;
use std::sync::Mutex;

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

use crate::harness::{Engine, Page, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![formats::{
    qari_and_wordpress_render_the_same,
    every_sample_renders_the_same_in_every_engine,
    images_keep_their_place,
    the_pages_own_article_is_read_past_its_forms,
}];

async fn open_sample(t: &Trial, sample: &str, attributes: &str) -> Result<()> {
    let attributes = format!(r#"data-base-url="{{cdn}}/demo/articles/" {attributes}"#);
    t.open_ready(Page::element(&format!("{{api}}/{sample}"), &attributes))
        .await
}

/// Text, order, roles and links of the article part, with names for the origins' ports.
async fn tree_of(t: &Trial, sample: &str, attributes: &str) -> Result<Value> {
    open_sample(t, sample, attributes).await?;
    // The last slices come when the first is drawn.
    let whole = "new DOMParser().parseFromString(reader().article.body, 'text/html').body";
    t.wait_for(
        &format!("blocks().length === {whole}.children.length"),
        "the whole article",
    )
    .await?;
    let mut text = t.text("JSON.stringify(tree(part('article')))").await?;
    for (origin, name) in [
        (&t.cdn, "{cdn}"),
        (&t.api, "{api}"),
        (&t.partner, "{partner}"),
    ] {
        text = text.replace(&origin.url(), name);
        // In the share links the address is encoded.
        text = text.replace(&origin.url().replace(':', "%3A").replace('/', "%2F"), name);
    }
    Ok(serde_json::from_str(&text)?)
}

/// The first place where two trees differ, as a path of parts and tags, with both values.
fn difference(a: &Value, b: &Value, path: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => {
            let name = x
                .get("part")
                .or(x.get("tag"))
                .and_then(Value::as_str)
                .unwrap_or("?");
            x.keys().chain(y.keys()).find_map(|key| {
                difference(
                    x.get(key).unwrap_or(&Value::Null),
                    y.get(key).unwrap_or(&Value::Null),
                    &format!("{path}/{name}.{key}"),
                )
            })
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).find_map(|(x, y)| difference(x, y, path))
        }
        _ if a == b => None,
        _ => Some(format!("{path}:\n  {a}\n  {b}")),
    }
}

fn must_equal(a: &Value, b: &Value, what: &str) -> Result<()> {
    match difference(a, b, "") {
        Some(place) => bail!("{what} differ at {place}"),
        None => Ok(()),
    }
}

/// WordPress says `ar` for every country's Arabic, so the owner says which.
const REGION: &str = r#"data-lang="ar-MA""#;

async fn qari_and_wordpress_render_the_same(t: &Trial) -> Result<()> {
    let qari = tree_of(t, "train.json", REGION).await?;
    let wordpress = tree_of(t, "train.wordpress.json", REGION).await?;
    must_equal(&qari, &wordpress, "Qari's JSON and WordPress's")
}

const SAMPLES: [&str; 5] = [
    "train.json",
    "train.wordpress.json",
    "argan.wordpress.json",
    "blocks.json",
    "latin.json",
];

/// What the engine that came first showed of each sample.
static SHOWN: Mutex<Option<HashMap<&str, (Engine, Value)>>> = Mutex::new(None);

async fn every_sample_renders_the_same_in_every_engine(t: &Trial) -> Result<()> {
    for sample in SAMPLES {
        let tree = tree_of(t, sample, "").await?;
        ensure!(
            tree.to_string().len() > 3000,
            "{sample} shows too little: {tree}"
        );
        let mut shown = SHOWN.lock().unwrap();
        let (engine, first) = shown
            .get_or_insert_default()
            .entry(sample)
            .or_insert_with(|| (t.engine, tree.clone()));
        must_equal(
            first,
            &tree,
            &format!("{sample} in {} and in {}", engine.name(), t.engine.name()),
        )?;
    }
    Ok(())
}

async fn images_keep_their_place(t: &Trial) -> Result<()> {
    // A picture that has not come yet must have its height already.
    let _held = [
        t.cdn.hold("/demo/img/train-1200.webp"),
        t.cdn.hold("/demo/img/train-640.webp"),
        t.cdn.hold("/demo/img/viaduct-1200.webp"),
        t.cdn.hold("/demo/img/viaduct-640.webp"),
    ];
    open_sample(t, "train.json", "").await?;
    let images = t.get("[...inside().querySelectorAll('img')].map((img) => [Math.round(rect(img).width / rect(img).height * 10), Boolean(img.alt)])").await?;
    same(
        images,
        json!([[15, true], [15, true]]),
        "ten times width by height, and a description",
    )
}

/// A control's name shadows the property of its form: `firstChild` would be the control.
async fn the_pages_own_article_is_read_past_its_forms(t: &Trial) -> Result<()> {
    let page = Page::new(
        r#"<script type="application/ld+json">
             {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "عنوان الصفحة"}
           </script>
           <article>
             <p>قبل النموذج</p>
             <form><input name="firstChild"><input name="nextSibling"><input name="nodeType"><input name="localName">
               <input name="textContent"><input name="getAttribute"><p>في النموذج</p></form>
             <p>بعد النموذج</p>
           </article>
           <script async src="{cdn}/qari.js" data-src="page" data-loading="eager"></script>"#,
    );
    t.open_ready(page).await?;
    same(
        t.get("[...part('body').querySelectorAll('p')].map((p) => p.textContent)")
            .await?,
        json!(["قبل النموذج", "في النموذج", "بعد النموذج"]),
        "paragraphs",
    )
}
