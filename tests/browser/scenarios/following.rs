//! Listening and the screen: it begins where the reader is, and keeps the sentence in view.

use anyhow::{Result, ensure};

use super::listen::{page, start};
use crate::articles::long;
use crate::harness::{Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![following::{
    it_begins_with_what_is_on_the_screen,
    it_may_begin_before_the_whole_article_is_there,
    the_sentence_is_kept_in_view,
}];

/// Where the sentence stands that is spoken, and where the bar begins, with the row over it.
const SPOKEN: &str = "window.spoken = () => { const [range] = CSS.highlights.get('qari-spoken'); return rect(range); }; window.roof = () => Math.min(rect(part('toolbar')).top, rect(inside().querySelector('.listening')).top)";
/// In a block that is passed over, a sentence has no place at all.
const SEEN: &str = "spoken().height > 0 && spoken().top >= 0 && spoken().bottom <= roof()";

async fn it_begins_with_what_is_on_the_screen(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(200)));
    t.open_ready(page("", "'ar'")).await?;
    t.wait_for("blocks().length === 200", "the whole article")
        .await?;
    t.promised("still(blocks()[120])").await?;
    // Not with the pointer: that would scroll to the button.
    t.js("window.before = scrollY; part('listen').click()")
        .await?;
    t.wait_for("speechSynthesis.speaking", "a voice").await?;
    let read = "blocks().findIndex((block) => CSS.highlights.get('qari-spoken').values().next().value.intersectsNode(block))";
    let first = "blocks().findIndex((block) => rect(block).bottom > 40)";
    let (read, first) = (t.number(read).await?, t.number(first).await?);
    // A sentence that began above the screen is passed over, and with it perhaps the rest of its block.
    ensure!(
        first > 100.0 && (first..=first + 1.0).contains(&read),
        "block {first} is on the screen, block {read} is read"
    );
    t.frames().await?;
    same(
        t.get("scrollY - before").await?,
        0,
        "how far the page moved",
    )?;
    Ok(())
}

async fn it_may_begin_before_the_whole_article_is_there(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(300)));
    // The moment it is ready, most blocks are still to come.
    t.open_ready(page("", "'ar'").head(
        "<script>addEventListener('qari:ready', ({ target: { shadowRoot } }) => {
            window.early = shadowRoot.querySelector('[part~=body]').children.length;
            shadowRoot.querySelector('[part~=listen]').click();
        })</script>",
    ))
    .await?;
    t.wait_for("speechSynthesis.speaking", "a voice").await?;
    ensure!(t.number("early").await? < 300.0, "nothing was left to come");
    t.js(SPOKEN).await?;
    for said in 2..12 {
        t.js("speechSynthesis.finish()").await?;
        let next = format!("speechSynthesis.said.length === {said} && speechSynthesis.speaking");
        t.wait_for(&next, "the next sentence").await?;
        t.wait_for(SEEN, "the sentence in view").await?;
    }
    same(t.get("blocks().length").await?, 300, "all blocks")
}

async fn the_sentence_is_kept_in_view(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(30)));
    t.open_ready(page("", "'ar'")).await?;
    t.wait_for("blocks().length === 30", "the whole article")
        .await?;
    start(t).await?;
    t.js(SPOKEN).await?;
    let mut said = 1;
    // To the middle of the article, and on until the sentence stands low enough for what follows.
    while said < 25 || t.get("spoken().bottom < roof() / 2").await? == true {
        said += 1;
        t.js("speechSynthesis.finish()").await?;
        let next = format!("speechSynthesis.said.length === {said} && speechSynthesis.speaking");
        t.wait_for(&next, "the next sentence").await?;
        t.wait_for(SEEN, "the sentence in view").await?;
    }
    ensure!(
        t.number("scrollY").await? > 300.0,
        "nothing had to be scrolled"
    );

    // A row that wraps does not cover it, nor does a bar that grows.
    t.js("window.row = inside().querySelector('.listening'); row.style.height = `${rect(row).height + roof() - spoken().bottom + 8}px`")
        .await?;
    t.wait_for(SEEN, "the sentence above the row that grew")
        .await?;
    t.js("row.style.height = ''; window.more = document.createElement('div'); more.style.height = `${roof() - spoken().bottom + 60}px`; part('toolbar').append(more)")
        .await?;
    t.wait_for(SEEN, "the sentence above the bar that grew")
        .await?;
    // But who has looked elsewhere stays there.
    t.js("scrollTo({ top: 0, behavior: 'instant' })").await?;
    t.frames().await?;
    t.js("more.style.height = '10px'; row.style.height = '80px'")
        .await?;
    t.frames().await?;
    same(t.number("scrollY").await?, 0.0, "the place of the reader")?;
    Ok(())
}
