//! The iframe form (`embed.html`): what its address says, how high it is, and frames without an origin.

use anyhow::{Result, ensure};
use serde_json::json;
use url::Url;

use crate::articles::{TITLE, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![framed::{
    its_parent_makes_it_as_high_as_its_article,
    without_an_origin_it_reads_chooses_and_copies,
    parameters_are_attributes_and_never_markup,
    what_leads_elsewhere_opens_beside_the_page,
    a_parent_that_listens_late_asks,
    without_a_script_it_says_so,
}];

/// What owners paste (docs/IFRAME.md).
const PARENT: &str = include_str!("../../../examples/iframe/parent.js");
const PARTNER: &str = include_str!("../../../examples/iframe/partner.html");
const RECORDER: &str = include_str!("../harness/recorder.js");

/// A strict host's policy (docs/IFRAME.md); the page's own holds as well.
const POLICY: &str = include_str!("../../../examples/iframe/policy.csp");

/// The page as the build has it, with the recorder before all else, and the strict policy.
fn serve_embed(t: &Trial) -> Result<()> {
    let dist = crate::harness::stage::dist()?;
    let html = std::fs::read_to_string(dist.join("embed.html"))?;
    let html = html.replacen(
        "<meta name=\"viewport\"",
        "<script src=\"recorder.js\"></script>\n<meta name=\"viewport\"",
        1,
    );
    ensure!(html.contains("recorder.js"), "no place for the recorder");
    t.cdn.serve("/recorder.js", Reply::script(RECORDER));
    let policy = POLICY
        .replace('\n', " ")
        .replace("https://cdn.example", &t.cdn.url())
        .replace("https://news.example", &t.api.url());
    let reply = Reply::html(html).header("Content-Security-Policy", policy);
    t.cdn.serve("/embed.html", reply);
    t.api.serve("/article", Reply::json(short()));
    Ok(())
}

/// Its address with these parameters.
fn address(t: &Trial, parameters: &[(&str, &str)]) -> Result<String> {
    let mut url = Url::parse(&(t.cdn.url() + "/embed.html"))?;
    url.query_pairs_mut()
        .append_pair("src", &(t.api.url() + "/article"))
        .extend_pairs(parameters);
    Ok(url.into())
}

/// The owner's lines, with the trial's addresses.
fn partner(t: &Trial) -> Result<Page> {
    let (before, rest) = PARTNER.split_once("src=\"").unwrap_or_default();
    let (theirs, after) = rest.split_once('"').unwrap_or_default();
    ensure!(theirs.contains("embed.html?src="), "{theirs}");
    t.partner.serve("/parent.js", Reply::script(PARENT));
    let ours = address(t, &[("theme", "sepia"), ("text-size", "4")])?;
    let ours = ours.replace('&', "&amp;");
    Ok(Page::new(format!("{before}src=\"{ours}\"{after}")))
}

/// Nothing was refused by a policy, and nothing went wrong, in the frame. Firefox tells the page when blocks become visible while
/// sizes are told of: the rest is told of in the next frame.
async fn is_quiet(t: &Trial) -> Result<()> {
    let seen = t
        .get("[__seen.refused, __seen.uncaught.filter((words) => !words.startsWith('ResizeObserver loop')), __seen.errors]")
        .await?;
    same(seen, json!([[], [], []]), "refused, uncaught, errors")
}

/// In the frame: it is exactly as high as the reader, and nothing scrolls in it.
const FITS: &str = "state() === 'ready' && Math.ceil(rect(reader()).height) === innerHeight \
    && document.documentElement.scrollHeight === innerHeight";

async fn its_parent_makes_it_as_high_as_its_article(t: &Trial) -> Result<()> {
    serve_embed(t)?;
    t.open(partner(t)?).await?;
    t.enter("/embed.html").await?;
    t.wait_state("ready").await?;
    t.wait_for(FITS, "a frame as high as its article").await?;
    // Blocks off screen have guessed heights, which change when somebody looks.
    t.js("layOutAll()").await?;
    t.frames().await?;
    t.wait_for(FITS, "a frame as high as its article").await?;
    let low = t.number("innerHeight").await?;
    // Not with the pointer: WebKit's driver does not bring to the screen what is far down in a frame.
    t.js("part('size-increase').click(); part('size-increase').click()")
        .await?;
    t.wait_for(
        &format!("innerHeight > {low} && {FITS}"),
        "a frame as high as its larger article",
    )
    .await?;
    t.js("part('size-decrease').click(); part('size-decrease').click()")
        .await?;
    t.wait_for(
        &format!("innerHeight === {low} && {FITS}"),
        "a frame that is low again",
    )
    .await?;
    is_quiet(t).await?;
    t.leave().await?;
    let frame = t
        .number("document.querySelector('iframe').clientHeight")
        .await?;
    same(frame, low, "the frame's height as the page has it")
}

async fn without_an_origin_it_reads_chooses_and_copies(t: &Trial) -> Result<()> {
    serve_embed(t)?;
    let frame = address(t, &[])?.replace('&', "&amp;");
    t.open(Page::new(format!(
        r#"<iframe sandbox="allow-scripts" src="{frame}" width="600" height="400"></iframe>"#
    )))
    .await?;
    t.enter("/embed.html").await?;
    t.wait_title(TITLE).await?;
    let blocked = "(() => { try { localStorage.length; return false } catch { return true } })()";
    same(t.get(blocked).await?, true, "storage is refused")?;
    t.click("size-increase").await?;
    t.wait_for("part('article').dataset.textSize === '4'", "the new size")
        .await?;
    t.js("document.addEventListener('copy', () => { window.copied = getSelection().toString() || document.activeElement?.value || true })")
        .await?;
    t.click_on("parts('share-link').find((one) => one.dataset.network === 'copy')")
        .await?;
    t.wait_for("tidy(text('status') ?? '') !== ''", "a word about the copy")
        .await?;
    same(
        t.get("[document.title, document.documentElement.lang, document.documentElement.dir]")
            .await?,
        json!([TITLE, "ar-MA", "rtl"]),
        "the page around the article",
    )?;
    is_quiet(t).await
}

async fn parameters_are_attributes_and_never_markup(t: &Trial) -> Result<()> {
    serve_embed(t)?;
    let hostile = "\"><img src=x onerror=alert(1)>";
    let url = address(
        t,
        &[
            ("theme", "sepia"),
            ("Text-Size", "9"),
            ("text-size", "4"),
            ("text-size", "7"),
            ("author", hostile),
            ("onclick", "alert(1)"),
            ("style", "display:none"),
            ("target", "body"),
            ("src", "https://other.example/"),
        ],
    )?;
    t.go(&url).await?;
    t.wait_title(TITLE).await?;
    let attributes = t
        .get("Object.fromEntries([...reader().attributes].map(({ name, value }) => [name, value]).filter(([name]) => !['data-state', 'style'].includes(name)))")
        .await?;
    same(
        attributes,
        json!({
            "data-src": t.api.url() + "/article",
            "data-theme": "sepia",
            "data-text-size": "4",
            "data-author": hostile,
            "data-loading": "eager",
            "data-min-height": "0px",
        }),
        "attributes",
    )?;
    same(
        t.get("document.images.length + inside().querySelectorAll('img[src=x]').length")
            .await?,
        0,
        "images",
    )?;
    same(
        t.text("part('article').dataset.textSize").await?,
        "4",
        "the size",
    )?;
    is_quiet(t).await
}

async fn what_leads_elsewhere_opens_beside_the_page(t: &Trial) -> Result<()> {
    serve_embed(t)?;
    t.go(&address(t, &[])?).await?;
    t.wait_title(TITLE).await?;
    // Nobody goes there: the last listener of all keeps the click.
    t.js("addEventListener('click', (event) => { window.left = event.composedPath()[0].target ?? ''; event.preventDefault() })")
        .await?;
    t.js("part('breadcrumb').querySelector('a').click()")
        .await?;
    same(t.text("window.left").await?, "_blank", "its target")?;
    t.js("const here = document.createElement('a'); here.href = '#part'; document.body.append(here); here.click()")
        .await?;
    same(
        t.text("window.left").await?,
        "",
        "that of a place in the page",
    )
}

async fn a_parent_that_listens_late_asks(t: &Trial) -> Result<()> {
    serve_embed(t)?;
    let frame = address(t, &[])?.replace('&', "&amp;");
    t.open(Page::new(format!(
        r#"<iframe class="qari" src="{frame}#?secret=abcDEF1234" width="600" height="300"></iframe>"#
    )))
    .await?;
    t.enter("/embed.html").await?;
    t.wait_title(TITLE).await?;
    t.frames().await?;
    let height = t.get("Math.ceil(rect(reader()).height)").await?;
    t.leave().await?;
    t.js("window.told = []; addEventListener('message', ({ data }) => told.push(data))")
        .await?;
    for question in [
        "{ message: 'ready', secret: 'abcDEF1234' }",
        "{ type: 'qari:ask' }",
    ] {
        t.js(&format!(
            "told.length = 0; document.querySelector('iframe').contentWindow.postMessage({question}, '*')"
        ))
        .await?;
        t.wait_for("told.length === 2", "both answers").await?;
        same(
            t.get("told").await?,
            json!([
                { "type": "qari:height", "height": height },
                { "message": "height", "value": height, "secret": "abcDEF1234" },
            ]),
            question,
        )?;
    }
    t.partner.serve("/parent.js", Reply::script(PARENT));
    t.js("const late = document.createElement('script'); late.src = '/parent.js'; document.body.append(late)")
        .await?;
    t.enter("/embed.html").await?;
    t.wait_for(FITS, "the height that a late parent asked for")
        .await
}

async fn without_a_script_it_says_so(t: &Trial) -> Result<()> {
    let dist = crate::harness::stage::dist()?;
    let html = std::fs::read_to_string(dist.join("embed.html"))?;
    ensure!(
        !html.contains("<script>") && !html.contains("style="),
        "inline"
    );
    // Engines parse `noscript` as markup only where scripts are off: what is read then is seen by parsing it so.
    t.open(Page::new("")).await?;
    t.js(&format!(
        "const page = new DOMParser().parseFromString({}, 'text/html'); window.said = page.querySelector('noscript').textContent",
        json!(html)
    ))
    .await?;
    let said = t.text("window.said").await?;
    ensure!(
        said.contains("JavaScript") && said.contains("جافا سكريبت"),
        "{said}"
    );
    Ok(())
}
