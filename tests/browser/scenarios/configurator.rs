//! The configurator: what it shows, writes, tells and remembers, for everyone.

use anyhow::{Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use qari_configurator::state::{From, Page as Around, State};
use serde_json::{Value, json};

use super::access::{JUDGE_ARABIC, axe, violations};
use super::demo::{FOLDER, upload, watch};
use crate::articles::short;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![configurator::{
    it_and_its_preview_break_no_strict_policy,
    axe_finds_nothing_in_three_languages,
    axe_finds_nothing_in_the_dark,
    all_of_it_is_reached_and_worked_by_keyboard,
    the_address_holds_what_was_set,
    pasted_json_is_shown_and_written,
    what_a_server_must_send_is_told,
    what_is_not_understood_is_told,
}];

/// All that the page needs of others, and nothing more.
const STRICT: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self' {api}; frame-src 'self'; require-trusted-types-for 'script'; trusted-types qari";

/// Uploads the demo, its pages watched as the partner's are.
pub(super) fn prepare(t: &Trial, policy: Option<&str>) -> Result<()> {
    upload(t, |_| true)?;
    for name in ["index.html", "demo/host.html", "demo/host.fr.html"] {
        watch(t, name, policy)?;
    }
    Ok(())
}

/// Opens it in this state and waits until the preview shows the article.
pub(super) async fn open(t: &Trial, query: &str) -> Result<()> {
    // As the page itself writes it.
    let query = State::from_query(query).to_query();
    let mark = if query.is_empty() { "" } else { "?" };
    t.go(&format!(
        "{}{FOLDER}index.html{mark}{query}",
        t.partner.url()
    ))
    .await?;
    t.wait_for(&told("ready"), "the article in the preview")
        .await
}

pub(super) fn told(state: &str) -> String {
    format!("document.querySelector('.report')?.dataset.told === '{state}'")
}

/// What stands in the element of this id.
pub(super) async fn code(t: &Trial, id: &str) -> Result<String> {
    t.text(&format!(
        "document.getElementById('{id}')?.textContent ?? ''"
    ))
    .await
}

/// The chosen preview's page.
pub(super) const PREVIEW: &str = "document.querySelector('.frame.chosen iframe').contentDocument";

async fn it_and_its_preview_break_no_strict_policy(t: &Trial) -> Result<()> {
    prepare(t, Some(STRICT))?;
    t.api.serve("/article", Reply::json(short()));
    open(t, "words=en").await?;
    // Through everything that the page does.
    for query in [
        "words=ar&page=ltr&look=dark&device=desktop&form=script&accent=teal&theme=sepia",
        "words=fr&sample=blocks&form=react&font=naskh&debug=on",
        "words=en&sample=latin&form=wordpress&min-height=50vh",
        "words=en&sample=argan-wordpress&form=iframe&share=none",
    ] {
        open(t, query).await?;
        same(
            t.get(&format!("{PREVIEW}.defaultView.__seen.refused"))
                .await?,
            json!([]),
            &format!("refused in the preview of {query}"),
        )?;
    }
    paste(t, r#"{"title": "ألصق هنا", "body": "<p>نص ألصق.</p>"}"#).await?;
    same(
        t.get(&format!("{PREVIEW}.defaultView.__seen.refused"))
            .await?,
        json!([]),
        "refused with pasted JSON",
    )?;
    let address = format!(
        "from=address&words=en&src={}%2Farticle",
        t.api.url().replace(':', "%3A").replace('/', "%2F")
    );
    open(t, &address).await?;
    // `check_quiet`, at the end of each trial and at each change of page, tells of this page's own refusals. It sees them:
    t.expect("connect-src");
    t.js("fetch('https://elsewhere.example/').catch(() => {})")
        .await?;
    t.wait_for(
        "__seen.refused.some((refused) => refused.startsWith('connect-src'))",
        "a refusal that is seen",
    )
    .await
}

/// Opens it with every group of the form open, and axe in the page.
async fn open_axe(t: &Trial, query: &str) -> Result<()> {
    open(t, query).await?;
    t.client.execute(&axe()?, vec![]).await?;
    t.js(JUDGE_ARABIC).await?;
    t.js("document.querySelectorAll('details').forEach((group) => { group.open = true; })")
        .await?;
    Ok(())
}

/// The preview is judged as a reader (`access`).
const OWN: &str = "{ exclude: ['iframe'] }";

async fn axe_finds_nothing_in_three_languages(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    for query in [
        "words=ar",
        "words=fr&device=desktop&form=script&text-size=12&accent=url(x)",
        "from=address&words=en&form=react",
        "words=en&form=iframe",
    ] {
        open_axe(t, query).await?;
        same(violations(t, OWN).await?, Vec::<String>::new(), query)?;
    }
    // And sees what is wrong.
    t.js("document.getElementById('sample').labels[0].remove()")
        .await?;
    ensure!(
        violations(t, OWN).await?.join("\n").contains("select-name"),
        "a list without a label is not seen"
    );
    Ok(())
}

async fn axe_finds_nothing_in_the_dark(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open_axe(t, "words=ar&theme=sepia&accent=url(x)").await?;
    let rules = t
        .number("[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText.includes('dark')).map((rule) => { rule.media.mediaText = 'all'; }).length")
        .await?;
    ensure!(rules > 0.0, "no rules for the dark");
    // Form controls follow the declared scheme.
    t.js("document.documentElement.style.colorScheme = 'dark'")
        .await?;
    same(violations(t, OWN).await?, Vec::<String>::new(), "the dark")
}

async fn press(t: &Trial, key: Key) -> Result<()> {
    let value = char::from(key);
    let keys = KeyActions::new("keys".into())
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value });
    t.client.perform_actions(keys).await?;
    Ok(())
}

/// What has the focus: its id, or else what it is.
const FOCUSED: &str = "(({ id, name, value, localName }) => id || (name ? `${name}=${value}` : localName))(document.activeElement)";

async fn all_of_it_is_reached_and_worked_by_keyboard(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en").await?;
    // A group opens by its name.
    t.js("document.querySelectorAll('summary')[2].focus()")
        .await?;
    press(t, Key::Enter).await?;
    t.wait_for(
        "document.querySelectorAll('details')[2].open",
        "the group that Enter opens",
    )
    .await?;
    // A network moves forward, and the focus with it.
    t.js("document.getElementById('a-share-x-earlier').focus()")
        .await?;
    press(t, Key::Enter).await?;
    t.wait_for(
        "document.getElementById('snippet').textContent.includes('data-share=\"native whatsapp x facebook telegram copy\"')",
        "the network one place earlier",
    )
    .await?;
    press(t, Key::Enter).await?;
    t.wait_for(
        "document.getElementById('snippet').textContent.includes('data-share=\"native x whatsapp facebook telegram copy\"')",
        "the network two places earlier: the focus went along",
    )
    .await?;
    // What is ticked moves to the others that are, and the focus with it.
    t.js("document.getElementById('a-share-sms').focus()")
        .await?;
    press(t, Key::Space).await?;
    t.wait_for(
        "document.getElementById('snippet').textContent.includes('telegram copy sms\"')",
        "the network that Space ticks",
    )
    .await?;
    same(t.get(FOCUSED).await?, "a-share-sms", "the focus")?;
    // Arrows choose within a bar.
    t.js("document.querySelector('[name=form]:checked').focus()")
        .await?;
    press(t, Key::Right).await?;
    t.wait_for(
        "document.querySelector('[name=form]:checked').value === 'script' && document.getElementById('snippet').textContent.startsWith('<script async')",
        "the form that the arrow chooses",
    )
    .await?;
    // Everything that can have the focus is reached by Tab, in the order of the page.
    let stops = "[...document.querySelectorAll('a[href], button, summary, input:not([type=radio]), input:checked, select, textarea, iframe, [tabindex=\"0\"]')].filter(isSeen)";
    let expected = t.get(&format!("{stops}.length")).await?;
    let wrong = t
        .get(&format!(
            "{stops}.filter((el) => el.tabIndex < 0).map((el) => el.outerHTML.slice(0, 80))"
        ))
        .await?;
    same(wrong, json!([]), "out of Tab's reach")?;
    ensure!(
        expected.as_u64().unwrap_or_default() > 60,
        "only {expected} stops"
    );
    // And shows that it has it.
    t.js("document.getElementById('start-over').focus()")
        .await?;
    press(t, Key::Tab).await?;
    same(t.get(FOCUSED).await?, "device=phone", "after the form")?;
    // An engine whose window is not the active one shows no ring, so its rules are made to hold.
    let outline = t
        .get(
            "(() => {
                for (const rule of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))
                    if (rule.selectorText?.includes(':focus-visible')) rule.selectorText = rule.selectorText.replaceAll(':focus-visible', '[data-ring]');
                document.activeElement.setAttribute('data-ring', '');
                const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.nextElementSibling);
                return [outlineStyle, outlineWidth];
            })()",
        )
        .await?;
    same(outline, json!(["solid", "3px"]), "the ring")
}

async fn the_address_holds_what_was_set(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en").await?;
    t.js("const set = (id, value) => { const field = document.getElementById(id); field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); };
        set('a-theme', 'sepia'); set('a-author', 'سلمى & «أخرى»'); set('files', 'https://cdn.example/v0'); set('sample', 'latin');")
        .await?;
    t.click_on("document.querySelector('[name=page][value=ltr]')")
        .await?;
    t.click_on("document.querySelector('[lang=fr]')").await?;
    t.wait_for(
        "document.documentElement.lang === 'fr'",
        "the page in French",
    )
    .await?;
    t.wait_for(
        &format!("{PREVIEW}?.querySelector('qari-reader')?.dataset.theme === 'sepia' && {PREVIEW}.documentElement.lang === 'fr'"),
        "the French page around",
    )
    .await?;
    let state = State::from_query(&t.text("location.search").await?);
    same(
        (
            state.from,
            state.page,
            state.value("theme"),
            state.value("author"),
            state.files.as_str(),
        ),
        (
            From::Sample,
            Around::Ltr,
            "sepia",
            "سلمى & «أخرى»",
            "https://cdn.example/v0",
        ),
        "the address",
    )?;
    let snippet = code(t, "snippet").await?;
    t.reload().await?;
    t.wait_for(&told("ready"), "the article again").await?;
    same(
        t.get("[document.documentElement.lang, document.documentElement.dir, document.title.startsWith('Qari')]").await?,
        json!(["fr", "ltr", true]),
        "the page again",
    )?;
    same(code(t, "snippet").await?, snippet, "the snippet again")?;
    // What the visitor tries in the preview gives way to what is set.
    t.js(&format!("{PREVIEW}.querySelector('qari-reader').shadowRoot.querySelector('[part~=size-increase]').click()"))
        .await?;
    let size = format!(
        "{PREVIEW}.querySelector('qari-reader').shadowRoot.querySelector('[part=article]').dataset.textSize"
    );
    t.wait_for(&format!("{size} === '4'"), "larger").await?;
    t.js("const field = document.getElementById('a-text-size'); field.value = '7'; field.dispatchEvent(new Event('change', { bubbles: true }));")
        .await?;
    t.wait_for(&format!("{size} === '7'"), "the size that is set")
        .await?;
    // All of it can be taken off.
    t.click_on("document.getElementById('start-over')").await?;
    t.wait_for(
        &format!("{size} === '3' && !location.search.includes('theme')"),
        "the start",
    )
    .await
}

/// Pastes JSON and waits for the article.
async fn paste(t: &Trial, json: &str) -> Result<()> {
    t.click_on("document.querySelector('[name=from][value=pasted]')")
        .await?;
    t.wait_for("Boolean(document.getElementById('pasted'))", "the field")
        .await?;
    t.js(&format!("const field = document.getElementById('pasted'); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}));", json!(json)))
        .await?;
    let title: Value = serde_json::from_str(json)?;
    t.wait_for(
        &format!(
            "{} && document.querySelector('.report dd')?.textContent === {}",
            told("ready"),
            title["title"]
        ),
        "the pasted article",
    )
    .await
}

async fn pasted_json_is_shown_and_written(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en").await?;
    paste(t, r#"{"title": "أولا </script>", "body": "<p>نص.</p>"}"#).await?;
    paste(
        t,
        r#"{"title": "ثانيا </script>", "body": "<p>نص آخر.</p>"}"#,
    )
    .await?;
    same(t.text("location.search").await?, "?words=en", "the address")?;
    let snippet = code(t, "snippet").await?;
    t.click_on("document.querySelector('[name=form][value=wordpress]')")
        .await?;
    t.wait_for(
        "Boolean(document.getElementById('needs-address'))",
        "a word about the shortcode",
    )
    .await?;
    t.open_ready(Page::new(format!(
        r#"<script async src="{{cdn}}/qari.js"></script>{snippet}"#
    )))
    .await?;
    same(
        t.text("text('title')").await?,
        "ثانيا </script>",
        "the headline",
    )
}

/// Tries an address and waits for what the report says.
async fn tries(t: &Trial, path: &str, state: &str, says: &str) -> Result<()> {
    let address = t.fill(path);
    t.js(&format!(
        "const field = document.getElementById('a-src'); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(address)
    ))
    .await?;
    t.wait_for(
        &format!(
            "{} && document.querySelector('.report').innerText.includes({})",
            told(state),
            json!(says)
        ),
        &format!("{says:?} about {address}"),
    )
    .await
}

async fn what_a_server_must_send_is_told(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.expect("Qari:");
    // The engines say it in the console in their own words.
    t.expect("CORS");
    t.expect("/closed");
    t.api.serve("/closed", Reply::json(short()).without_cors());
    t.api.serve("/open", Reply::json(short()));
    t.api.serve("/gone", Reply::status(404));
    t.api.serve("/page", Reply::html("<p>ليس JSON</p>"));
    t.api.serve("/other", Reply::json(json!({ "nothing": 1 })));
    t.api.serve("/refused", Reply::refuse());
    open(t, "from=address&words=en").await?;
    tries(
        t,
        "{api}/closed",
        "error",
        "does not let pages of other sites",
    )
    .await?;
    same(
        code(t, "cors").await?,
        "Access-Control-Allow-Origin: *",
        "the header",
    )?;
    // With that header it is read.
    t.api.serve("/closed", Reply::json(short()));
    t.click_on("document.getElementById('retry')").await?;
    t.wait_for(&told("ready"), "the article, once the header is there")
        .await?;
    tries(t, "{api}/gone", "error", "404").await?;
    tries(t, "{api}/page", "error", "not JSON").await?;
    tries(t, "{api}/other", "error", "no format").await?;
    tries(t, "{api}/refused", "error", "No answer came").await?;
    tries(t, "{api}/open", "ready", "Recognised as").await?;
    let policy = code(t, "policy").await?;
    ensure!(
        policy.contains(&format!(
            "connect-src 'self' {} {}",
            t.partner.url(),
            t.api.url()
        )),
        "the policy: {policy}"
    );
    tries(t, "#story", "error", "in your own page").await
}

async fn what_is_not_understood_is_told(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en&theme=purple&accent=nocolour").await?;
    t.wait_for(
        "document.querySelector('.refused')?.innerText.includes('data-theme=\"purple\"')",
        "the value that is not taken",
    )
    .await?;
    same(
        t.get("[document.getElementById('a-accent').getAttribute('aria-invalid'), document.getElementById('a-author').closest('details').open]").await?,
        json!(["true", false]),
        "the field with what only the browser refuses",
    )
}
