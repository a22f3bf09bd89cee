//! The share row: real links with the article's own address, the device's own sheet, and copying.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{TITLE, URL, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![share::{
    every_link_has_its_documented_address,
    the_usual_row_is_in_order,
    none_leaves_the_row_out,
    an_unknown_network_warns_and_is_left_out,
    links_open_beside_the_page,
    native_shows_only_where_the_device_has_it,
    native_hands_over_title_and_address,
    cancelling_native_is_no_error,
    copy_tells_that_it_worked,
    copy_works_where_the_clipboard_is_refused,
    an_address_that_cannot_be_copied_stays_to_be_read,
    preventing_the_event_stops_the_default,
    an_article_without_address_still_shares_one,
}];

/// Every network, in an order of our own.
const ALL: &str =
    "whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print";

/// A title with everything that must not stand raw in an address.
const HARD: &str = "فاس & مكناس: 100% «تراث»؟ #1 + 2 = 3";

/// The device's share sheet, which no test browser has: keeps what it was given.
const SHEET: &str = "<script>Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: async (data) => {
    window.given = data;
    if (window.cancels) throw new DOMException('cancelled', 'AbortError');
} })</script>";

const NO_SHEET: &str = "<script>delete Navigator.prototype.share</script>";

const NETWORKS: &str =
    "parts('share-link').filter(isSeen).map((link) => link.dataset.network).join(' ')";

/// Percent-encoded UTF-8; only letters, digits and `-_.~` stay.
fn encoded(text: &str) -> String {
    let stays = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| {
            if stays(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

async fn open_with(t: &Trial, attributes: &str, head: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", attributes).head(head))
        .await
}

/// The entry of a network.
pub(super) fn entry(network: &str) -> String {
    format!("inside().querySelector('[part~=share-link][data-network={network}]')")
}

async fn every_link_has_its_documented_address(t: &Trial) -> Result<()> {
    let picture = t.api.url() + "/photo%20one.svg";
    let mut article = short();
    article["title"] = json!(HARD);
    article["image"] = json!({ "url": picture, "alt": "صورة", "width": 400, "height": 300 });
    t.api.serve(
        "/photo%20one.svg",
        Reply::new(
            "image/svg+xml",
            "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>",
        ),
    );
    t.api.serve("/article", Reply::json(article));
    t.open_ready(Page::element(
        "{api}/article",
        &format!(r#"data-share="{ALL}""#),
    ))
    .await?;
    let (title, url, image) = (encoded(HARD), encoded(URL), encoded(&picture));
    for (network, address) in [
        ("whatsapp", format!("https://wa.me/?text={title}%20{url}")),
        (
            "facebook",
            format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
        ),
        (
            "x",
            format!("https://x.com/intent/post?text={title}&url={url}"),
        ),
        (
            "telegram",
            format!("https://t.me/share/url?url={url}&text={title}"),
        ),
        (
            "linkedin",
            format!("https://www.linkedin.com/sharing/share-offsite/?url={url}"),
        ),
        (
            "reddit",
            format!("https://www.reddit.com/submit?url={url}&title={title}"),
        ),
        (
            "bluesky",
            format!("https://bsky.app/intent/compose?text={title}%20{url}"),
        ),
        (
            "threads",
            format!("https://www.threads.net/intent/post?text={title}%20{url}"),
        ),
        (
            "pinterest",
            format!(
                "https://www.pinterest.com/pin/create/button/?url={url}&description={title}&media={image}"
            ),
        ),
        ("email", format!("mailto:?subject={title}&body={url}")),
        ("sms", format!("sms:?&body={title}%20{url}")),
    ] {
        let href = t
            .text(&format!(
                "{}?.getAttribute('href') ?? 'missing'",
                entry(network)
            ))
            .await?;
        same(href, address, network)?;
    }
    same(t.get(NETWORKS).await?, ALL, "the row's order")?;
    let tags = format!(
        "[{}.localName, {}.localName]",
        entry("copy"),
        entry("print")
    );
    same(
        t.get(&tags).await?,
        json!(["button", "button"]),
        "copy and print",
    )
}

async fn the_usual_row_is_in_order(t: &Trial) -> Result<()> {
    open_with(t, "", SHEET).await?;
    same(
        t.get(NETWORKS).await?,
        "native whatsapp facebook x telegram copy",
        "the row",
    )
}

async fn none_leaves_the_row_out(t: &Trial) -> Result<()> {
    open_with(t, r#"data-share="none""#, "").await?;
    same(t.get("parts('share-link').length").await?, 0, "entries")
}

async fn an_unknown_network_warns_and_is_left_out(t: &Trial) -> Result<()> {
    open_with(t, r#"data-share="WhatsApp orkut copy""#, "").await?;
    same(t.get(NETWORKS).await?, "whatsapp copy", "the row")?;
    let warnings = "__seen.warnings.filter((warning) => warning.includes('orkut') && warning.includes('data-share')).length";
    same(t.get(warnings).await?, 1, "warnings")
}

async fn links_open_beside_the_page(t: &Trial) -> Result<()> {
    open_with(t, "", "").await?;
    let beside = "parts('share-link').filter((link) => link.href).every((link) => link.target === '_blank' && /noopener|noreferrer/.test(link.rel))";
    same(
        t.get(beside).await?,
        true,
        "links open in a tab that cannot reach back",
    )
}

async fn native_shows_only_where_the_device_has_it(t: &Trial) -> Result<()> {
    let shows = format!("isSeen({})", entry("native"));
    open_with(t, "", NO_SHEET).await?;
    same(t.get(&shows).await?, false, "shown without a share sheet")?;
    open_with(t, "", SHEET).await?;
    same(t.get(&shows).await?, true, "shown with one")
}

async fn native_hands_over_title_and_address(t: &Trial) -> Result<()> {
    open_with(t, "", SHEET).await?;
    t.click_on(&entry("native")).await?;
    t.wait_for("Boolean(window.given)", "the sheet").await?;
    same(
        t.get("[given.title, given.url]").await?,
        json!([TITLE, URL]),
        "what it was given",
    )?;
    same(
        t.event("share").await?,
        json!({ "network": "native", "url": URL, "title": TITLE }),
        "`qari:share`",
    )
}

async fn cancelling_native_is_no_error(t: &Trial) -> Result<()> {
    open_with(t, "", SHEET).await?;
    t.js("window.cancels = true").await?;
    let status = t.get("text('status')").await?;
    t.click_on(&entry("native")).await?;
    t.wait_for("Boolean(window.given)", "the sheet").await?;
    t.frames().await?;
    same(
        t.get("[state(), text('status')]").await?,
        json!(["ready", status]),
        "state and status",
    )
}

/// Waits until the status says something in Arabic that it did not say before.
async fn announces(t: &Trial, before: &str) -> Result<()> {
    let news = format!(
        "text('status') !== {} && /[\\u0621-\\u064a]/.test(text('status'))",
        json!(before)
    );
    t.wait_for(&news, "an announcement in Arabic").await
}

async fn copy_tells_that_it_worked(t: &Trial) -> Result<()> {
    // The real clipboard, with a note of what goes in: reading it back would need a permission.
    let head = "<script>{
        const { writeText } = Clipboard.prototype;
        Clipboard.prototype.writeText = function (text) { window.copied = text; return writeText.call(this, text); };
    }</script>";
    open_with(t, "", head).await?;
    copies(t).await
}

/// Presses `copy`; the page keeps what is copied in `copied`.
async fn copies(t: &Trial) -> Result<()> {
    let before = t.text("text('status')").await?;
    t.click_on(&entry("copy")).await?;
    announces(t, &before).await?;
    same(
        t.get("window.copied ?? null").await?,
        URL,
        "what was copied",
    )
}

/// A page whose clipboard is refused. What is copied by selection it keeps in `copied`.
pub const CLIPBOARD_REFUSED: &str = "<script>
    Clipboard.prototype.writeText = async () => { throw new DOMException('refused', 'NotAllowedError'); };
    addEventListener('copy', (event) => {
        const field = event.composedPath()[0];
        window.copied = field.value?.slice(field.selectionStart, field.selectionEnd) || String(getSelection());
    }, true);
</script>";

async fn copy_works_where_the_clipboard_is_refused(t: &Trial) -> Result<()> {
    open_with(t, "", CLIPBOARD_REFUSED).await?;
    t.js("window.children = document.body.children.length")
        .await?;
    copies(t).await?;
    same(
        t.get("document.body.children.length === children").await?,
        true,
        "the page has no more elements than before",
    )
}

async fn an_address_that_cannot_be_copied_stays_to_be_read(t: &Trial) -> Result<()> {
    let head = "<script>
        Clipboard.prototype.writeText = async () => { throw new DOMException('refused', 'NotAllowedError'); };
        document.execCommand = () => false;
    </script>";
    open_with(t, "", head).await?;
    let before = t.text("text('status')").await?;
    t.click_on(&entry("copy")).await?;
    announces(t, &before).await?;
    let shown = "(() => {
        const [address, toast] = [part('status').querySelector('bdi'), part('status')];
        const { whiteSpace, animationName } = getComputedStyle(toast);
        return [address.textContent, getComputedStyle(address).direction, whiteSpace, animationName, toast.scrollWidth <= toast.clientWidth];
    })()";
    same(
        t.get(shown).await?,
        json!([URL, "ltr", "normal", "none", true]),
        "address, its direction, how it wraps, fades and fits",
    )?;
    // Whoever is done with it goes on to something else.
    t.click("settings").await?;
    t.wait_for("text('status') === ''", "no message").await
}

async fn preventing_the_event_stops_the_default(t: &Trial) -> Result<()> {
    open_with(t, "", SHEET).await?;
    are_stopped(t, &["native", "copy", "whatsapp"]).await
}

/// A page that prevents the event hears of these networks, and nothing else happens. The share sheet is a stand-in that fills `given`.
pub(super) async fn are_stopped(t: &Trial, networks: &[&str]) -> Result<()> {
    t.js("reader().addEventListener('qari:share', (event) => event.preventDefault())")
        .await?;
    for network in networks {
        t.click_on(&entry(network)).await?;
        t.wait_for(
            &format!("__seen.events.findLast((event) => event.type === 'share')?.detail.network === '{network}'"),
            "the event",
        )
        .await?;
    }
    same(
        t.get("window.given ?? null").await?,
        json!(null),
        "what the sheet was given",
    )?;
    let tabs = t.client.windows().await?.len();
    ensure!(tabs == 1, "{tabs} tabs are open: the link was followed");
    Ok(())
}

async fn an_article_without_address_still_shares_one(t: &Trial) -> Result<()> {
    let mut article = short();
    article.as_object_mut().map(|fields| fields.remove("url"));
    t.api.serve("/article", Reply::json(article));
    t.open_ready(Page::element("{api}/article", r#"data-share="facebook""#))
        .await?;
    let href = t
        .text(&format!("{}.getAttribute('href')", entry("facebook")))
        .await?;
    // What the link to the original leads to: the source's page for people.
    let original = encoded(
        &t.text("[...part('source').querySelectorAll('a')].pop().href")
            .await?,
    );
    ensure!(href.ends_with(&original), "shares {href}, not {original}");
    Ok(())
}
