//! What is over leaves no trace: older sources, other articles, faults of the page and of the reader itself.

use anyhow::Result;
use serde_json::{Value, json};

use super::listen::VOICES;
use crate::articles::{TITLE, long, short, titled};
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![recovering::{
    an_older_source_does_not_show_while_a_newer_one_loads,
    what_an_article_hid_or_played_ends_with_it,
    another_item_of_the_source_has_elements_of_its_own,
    what_stops_the_wasm_ends_there,
    nothing_is_read_aloud_after_its_article_has_gone,
    an_attribute_put_right_loads_again,
    the_article_as_an_object_is_whole,
}];

const OTHER: &str = "خبر آخر";

/// An article whose image `name` is the API's.
fn pictured(t: &Trial, title: &str, name: &str) -> Value {
    let mut article = titled(title);
    article["image"] =
        json!({ "url": t.api.url() + name, "caption": "سوق فاس", "width": 640, "height": 480 });
    article
}

fn picture(t: &Trial, name: &str) {
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><path d="M0 0h9v9z"/></svg>"#;
    t.api.serve(name, Reply::new("image/svg+xml", drawing));
}

/// The words of the first article arrive after the second was asked for.
async fn an_older_source_does_not_show_while_a_newer_one_loads(t: &Trial) -> Result<()> {
    let mut french = titled("La bibliothèque");
    french["language"] = json!("fr");
    french["body"] =
        json!("<p>Elle ouvre ses portes au mois de mai, avec douze mille livres et un jardin.</p>");
    t.api.serve("/french", Reply::json(french));
    t.api.serve("/article", Reply::json(short()));
    let words = t.cdn.hold("/words/fr.json");
    let second = t.api.hold("/article");
    t.open(Page::element("{api}/french", "")).await?;
    t.wait_until(
        || !t.cdn.requests_for("/words/fr.json").is_empty(),
        "the words to be asked for",
    )
    .await?;
    t.js("reader().dataset.src = '{api}/article'").await?;
    t.wait_until(
        || !t.api.requests_for("/article").is_empty(),
        "the second request",
    )
    .await?;
    words.open();
    t.wait_until(
        || {
            t.cdn
                .requests_for("/words/fr.json")
                .iter()
                .any(|one| one.answered)
        },
        "the words",
    )
    .await?;
    t.frames().await?;
    t.frames().await?;
    same(
        t.get("[state(), parts('title').some(isSeen)]").await?,
        json!(["loading", false]),
        "what is seen meanwhile",
    )?;
    second.open();
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, TITLE, "the headline")
}

async fn what_an_article_hid_or_played_ends_with_it(t: &Trial) -> Result<()> {
    picture(t, "/there.svg");
    let video = json!({ "type": "embed", "url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ", "title": "فيلم" });
    for (path, title, image) in [
        ("/article", TITLE, "/gone.svg"),
        ("/other", OTHER, "/there.svg"),
    ] {
        let mut article = pictured(t, title, image);
        article["body"] = json!([{ "type": "paragraph", "text": "نص." }, video]);
        t.api.serve(path, Reply::json(article));
    }
    // The player's own address is not asked for: the page's policy refuses it.
    t.expect("frame-src refused");
    t.open_ready(Page::element("{api}/article", "").policy("frame-src 'none'"))
        .await?;
    t.wait_for("!isSeen(part('image').querySelector('img'))", "no box")
        .await?;
    t.js("inside().querySelector('.poster').click()").await?;
    t.wait_for("Boolean(inside().querySelector('iframe'))", "the player")
        .await?;
    same(
        t.get("inside().querySelectorAll('iframe').length").await?,
        1,
        "players",
    )?;
    t.js("reader().dataset.src = '{api}/other'").await?;
    t.wait_title(OTHER).await?;
    t.wait_for("isSeen(part('image').querySelector('img'))", "its image")
        .await?;
    same(
        t.get("[inside().querySelectorAll('iframe').length, isSeen(inside().querySelector('.poster'))]")
            .await?,
        json!([0, true]),
        "players, and the poster",
    )
}

async fn another_item_of_the_source_has_elements_of_its_own(t: &Trial) -> Result<()> {
    picture(t, "/there.svg");
    let mut items = Vec::new();
    for (title, image) in [(TITLE, "/gone.svg"), (OTHER, "/there.svg")] {
        items.push(
            json!({ "title": title, "content_html": "<p>نص.</p>", "image": t.api.url() + image }),
        );
    }
    t.api.serve(
        "/article",
        Reply::json(json!({ "version": "https://jsonfeed.org/version/1.1", "language": "ar", "items": items })),
    );
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.wait_for("!isSeen(part('image').querySelector('img'))", "no box")
        .await?;
    t.js("reader().dataset.item = '1'").await?;
    t.wait_title(OTHER).await?;
    t.wait_for("isSeen(part('image').querySelector('img'))", "its image")
        .await
}

/// A page that has replaced what the reader builds with: the next drawing that Yew makes stops the wasm.
///
/// WebKit hides what went wrong in a file of another origin, so the loader can't know the error for its own and keep it from
/// the page; it asks the reader, which does not answer.
async fn what_stops_the_wasm_ends_there(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(short()));
    t.api.serve("/other", Reply::json(titled(OTHER)));
    let mut page = Page::element("{api}/article", "").head(&format!(
        "<script>{VOICES} speechSynthesis.arrive('ar')</script>"
    ));
    if t.engine == Engine::Webkit {
        page = page.head("<script>addEventListener('error', (event) => { if (event.message === 'Script error.') event.preventDefault(); })</script>");
    }
    t.open_ready(page).await?;
    t.js("window.made = document.createElementNS; document.createElementNS = () => { throw Error('a test refuses'); }")
        .await?;
    // The page is scrolled too: what was to be measured in the next frame is gone by then.
    t.js("part('listen').click(); dispatchEvent(new Event('scroll'))")
        .await?;
    t.wait_state("error").await?;
    t.frames().await?;
    same(t.text("text('title')").await?, TITLE, "the headline stays")?;
    same(
        t.get(
            "__seen.events.filter(({ type }) => type === 'error').map(({ detail }) => detail.code)",
        )
        .await?,
        json!(["wasm-failed"]),
        "what is told",
    )?;
    t.js("document.createElementNS = made; reader().dataset.src = '{api}/other'")
        .await?;
    t.wait_title(OTHER).await?;
    t.click("size-increase").await?;
    t.wait_for(
        "part('article').dataset.textSize === '4'",
        "an effect of the controls",
    )
    .await?;
    same(t.get("parts('toolbar').length").await?, 1, "bars")
}

async fn nothing_is_read_aloud_after_its_article_has_gone(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve("/article", Reply::json(long(300)));
    t.api.serve("/gone", Reply::status(404));
    let page = Page::element("{api}/article", "").head(&format!(
        "<script>{VOICES} speechSynthesis.arrive('ar')</script>"
    ));
    t.open_ready(page).await?;
    // Both within one task: what was to be spoken has no article any more.
    t.js("part('listen').click(); reader().dataset.src = '{api}/gone'")
        .await?;
    t.wait_state("error").await?;
    t.wait_for("!speechSynthesis.speaking", "silence").await?;
    t.frames().await?;
    same(
        t.get("speechSynthesis.speaking").await?,
        false,
        "speaking again",
    )?;
    same(
        t.get("inside().querySelector('.listening')").await?,
        json!(null),
        "the row",
    )
}

async fn an_attribute_put_right_loads_again(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.api.serve(
        "/article",
        Reply::json(json!({ "headline": "خبر", "text": "نص." })),
    );
    t.open(Page::element(
        "{api}/article",
        r#"data-format="map" data-map="title: nowhere""#,
    ))
    .await?;
    t.wait_state("error").await?;
    t.js("reader().dataset.map = 'title: headline; body: text'")
        .await?;
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, "خبر", "the headline")
}

async fn the_article_as_an_object_is_whole(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(300)));
    let page = Page::element("{api}/article", "").head(
        "<script>addEventListener('qari:ready', ({ target }) => (window.held = target.article))</script>",
    );
    t.open_ready(page).await?;
    same(
        t.get("held.body.match(/<p/g).length").await?,
        300,
        "paragraphs",
    )?;
    t.wait_for(
        "part('body').querySelectorAll('p').length === 300",
        "all paragraphs in the page",
    )
    .await
}
