//! The configurator while somebody tries things: what is typed is heeded at once, and what cannot be is told with what mends it.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

use super::configurator::{PREVIEW, code, open, prepare, told};
use super::demo::FOLDER;
use super::security::{OWN, keeps_the_pages_own, serve_own};
use crate::articles::{TITLE, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![configurator_trying::{
    what_is_typed_is_heeded_while_one_types,
    enter_does_not_wait,
    what_was_just_typed_is_copied,
    what_is_refused_is_told_and_not_pasted,
    an_address_without_its_scheme_is_asked_about,
    what_came_instead_of_an_article_has_a_next_step,
    nothing_is_in_english_in_arabic_and_french,
    the_policy_suffices_and_keeps_the_pages_own,
    a_frame_is_called_as_its_article,
}];

/// Presses keys in a field, which keeps the focus.
async fn types(t: &Trial, id: &str, text: &str) -> Result<()> {
    let field = t.client.find(Locator::Id(id)).await?;
    Ok(field.send_keys(&t.fill(text)).await?)
}

/// Waits until the report says this.
async fn says(t: &Trial, text: &str) -> Result<()> {
    let said = format!(
        "document.querySelector('.report').innerText.includes({})",
        json!(text)
    );
    t.wait_for(&said, &format!("{text:?} in the report")).await
}

/// Presses the button with the address that is meant.
async fn takes_the_address(t: &Trial, address: &str) -> Result<()> {
    t.wait_for(
        "Boolean(document.getElementById('take-address'))",
        "the address that is meant",
    )
    .await?;
    t.click_on("document.getElementById('take-address')")
        .await?;
    t.wait_for(&told("ready"), "the article").await?;
    same(
        t.get("[document.getElementById('a-src').value, document.activeElement.id]")
            .await?,
        json!([t.fill(address), "a-src"]),
        "the field",
    )
}

async fn what_is_typed_is_heeded_while_one_types(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.expect("Qari"); // of an address that is half there
    t.expect("404");
    t.api.serve("/article", Reply::json(short()));
    open(t, "from=address&words=en").await?;
    types(t, "a-src", "{api}/article").await?;
    t.wait_for(
        &format!(
            "{} && document.querySelector('.report dd')?.textContent === {}",
            told("ready"),
            json!(TITLE)
        ),
        "the article whose address was typed",
    )
    .await?;
    same(
        t.get("[document.activeElement.id, document.activeElement.value]")
            .await?,
        json!(["a-src", t.fill("{api}/article")]),
        "the field",
    )?;
    // What is typed stays as it is typed, whatever the page shows anew in between.
    t.js("document.getElementById('a-author').closest('details').open = true")
        .await?;
    let shows = |author: &str| {
        format!(
            "{PREVIEW}.querySelector('qari-reader').dataset.author === '{author}' && document.getElementById('snippet').textContent.includes('data-author=\"{author}\"')"
        )
    };
    types(t, "a-author", "Desk ").await?;
    t.wait_for(&shows("Desk"), "the first word").await?;
    types(t, "a-author", "of news").await?;
    t.wait_for(&shows("Desk of news"), "all that was typed")
        .await?;
    // What takes it off empties the field.
    t.click_on("document.getElementById('start-over')").await?;
    t.wait_for(
        "document.getElementById('a-author').value === '' && document.getElementById('a-src').value !== ''",
        "the field, empty",
    )
    .await?;
    t.click_on("document.querySelector('[name=from][value=pasted]')")
        .await?;
    t.wait_for("Boolean(document.getElementById('pasted'))", "the field")
        .await?;
    types(t, "pasted", r#"{"title": "Typed", "body": "<p>Text.</p>"}"#).await?;
    t.wait_for(
        &format!(
            "{} && document.querySelector('.report dd')?.textContent === 'Typed'",
            told("ready")
        ),
        "the article that was typed",
    )
    .await
}

async fn enter_does_not_wait(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en").await?;
    // The pause after the last key never ends.
    t.js("const after = setTimeout; window.setTimeout = (run, ms, ...more) => ms === 500 ? 0 : after(run, ms, ...more)")
        .await?;
    types(t, "files", "https://cdn.example/v0").await?;
    let has = "document.getElementById('snippet-head').textContent.includes('https://cdn.example/v0/qari.js')";
    same(t.get(has).await?, false, "before Enter")?;
    types(t, "files", &char::from(Key::Enter).to_string()).await?;
    t.wait_for(has, "the files after Enter").await
}

async fn what_was_just_typed_is_copied(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(t, "words=en&form=script").await?;
    // Reading what was copied would need a permission; the pause never ends.
    t.js("Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
        const after = setTimeout; window.setTimeout = (run, ms, ...more) => ms === 500 ? 0 : after(run, ms, ...more)")
        .await?;
    types(t, "files", "https://cdn.example/v0").await?;
    t.click_on("document.getElementById('snippet').closest('.code').querySelector('button')")
        .await?;
    t.wait_for("Boolean(window.copied)", "what is copied")
        .await?;
    let copied = t.text("copied").await?;
    ensure!(
        copied.contains("src=\"https://cdn.example/v0/qari.js\""),
        "copied: {copied}"
    );
    same(code(t, "snippet").await?, copied, "the snippet")
}

async fn what_is_refused_is_told_and_not_pasted(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    open(
        t,
        "words=en&accent=bordeau&min-height=abc&theme=purple&timezone=Mars%2FBase&text-size=5",
    )
    .await?;
    t.wait_for(
        "document.querySelectorAll('.refused li').length === 4",
        "four refused values",
    )
    .await?;
    let report = t
        .text("document.querySelector('.report').innerText")
        .await?;
    ensure!(!report.contains("were understood"), "the report: {report}");
    let pasted = code(t, "snippet").await? + &code(t, "snippet-head").await?;
    for value in ["bordeau", "abc", "purple", "Mars/Base"] {
        ensure!(report.contains(value), "no word of {value}: {report}");
        ensure!(!pasted.contains(value), "{value} is in {pasted}");
    }
    ensure!(
        pasted.contains("data-text-size=\"5\"") && pasted.contains("min-height:100vh"),
        "{pasted}"
    );
    same(
        t.get("[Boolean(document.getElementById('left-out')), ...['accent', 'min-height', 'timezone', 'author'].map((name) => document.getElementById('a-' + name).getAttribute('aria-invalid'))]").await?,
        json!([true, "true", "true", "true", null]),
        "the sentence at the snippet, and the fields",
    )?;
    // What the browser takes is taken.
    t.js("for (const [id, value] of [['a-accent', 'teal'], ['a-min-height', '60vh'], ['a-timezone', 'Africa/Cairo']]) {
            const field = document.getElementById(id); field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); }
        const theme = document.getElementById('a-theme'); theme.value = 'sepia'; theme.dispatchEvent(new Event('change', { bubbles: true }))")
        .await?;
    says(t, "All settings were understood").await?;
    t.wait_for(
        "document.getElementById('snippet').textContent.includes('data-accent=\"teal\"') && !document.getElementById('left-out')",
        "the colour in the snippet",
    )
    .await
}

async fn an_address_without_its_scheme_is_asked_about(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.expect("Qari");
    t.expect("404");
    t.api.serve("/article", Reply::json(short()));
    let bare = t.fill("{api}/article").replace("http://", "");
    for (words, sentence) in [
        ("en", "must begin with http:// or https://."),
        ("fr", "doit commencer par http:// ou https://."),
        ("ar", "يجب أن يبدأ العنوان"),
    ] {
        open(t, &format!("from=address&words={words}")).await?;
        types(t, "a-src", &bare).await?;
        says(t, sentence).await?;
        t.wait_for(
            "Boolean(document.getElementById('needs-address'))",
            "no snippet with this address",
        )
        .await?;
        takes_the_address(t, "{api}/article").await?;
    }
    // For a browser this is a file of the page's own folder; the address that it asked is shown.
    open(t, "from=address&words=en").await?;
    types(t, "a-src", "news.example/wp-json/wp/v2/posts/1").await?;
    says(t, "https://news.example/wp-json/wp/v2/posts/1").await?;
    same(
        code(t, "asked").await?,
        format!(
            "{}{FOLDER}demo/news.example/wp-json/wp/v2/posts/1",
            t.partner.url()
        ),
        "the address asked",
    )
}

async fn what_came_instead_of_an_article_has_a_next_step(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.expect("Qari");
    t.expect("404");
    t.expect("CORS");
    t.expect("/refused");
    t.api.serve("/refused", Reply::refuse());
    t.api
        .serve("/2026/05/atlas-train/", Reply::html("<p>نص</p>"));
    let json = "/wp-json/wp/v2/posts?slug=atlas-train&_embed";
    t.api.serve("/wp-json/wp/v2/posts", Reply::json(short()));
    open(t, "from=address&words=en").await?;
    let set = async |address: &str| {
        t.js(&format!(
            "const field = document.getElementById('a-src'); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(t.fill(address))
        ))
        .await
    };
    set("{api}/2026/05/atlas-train/").await?;
    says(t, "a page for people").await?;
    takes_the_address(t, &format!("{{api}}{json}")).await?;
    // By this page as by the reader.
    for request in t.api.requests() {
        ensure!(
            request.target == json || !request.target.starts_with("/wp-json"),
            "asked: {}",
            request.target
        );
    }
    set("{api}/atlas-train").await?;
    says(t, "nothing at this address").await?;
    says(t, "status 404").await?;
    takes_the_address(t, &format!("{{api}}{json}")).await?;
    // Where no server answers, none is said to.
    set("{api}/refused").await?;
    says(t, "No answer came that this page may read").await?;
    let report = t
        .text("document.querySelector('.report').innerText")
        .await?;
    ensure!(
        !report.contains("status") && !report.contains("The server answers"),
        "{report}"
    );
    same(
        t.get("document.querySelector('#mend a').href").await?,
        t.fill("{api}/refused"),
        "the address to open",
    )?;
    t.click_on("document.querySelector('[name=from][value=pasted]')")
        .await?;
    t.wait_for("Boolean(document.getElementById('pasted'))", "the field")
        .await?;
    t.js("const field = document.getElementById('pasted'); field.value = '{\\n  \"title\": \"عنوان\" \"body\": 1\\n}'; field.dispatchEvent(new Event('input', { bubbles: true }))")
        .await?;
    says(t, "line 2, column 20").await
}

/// The report's sentences: without code, names of fields, addresses and what is the article's.
const SENTENCES: &str = "(() => {
    const report = document.querySelector('.report').cloneNode(true);
    for (const el of report.querySelectorAll('code, pre, bdi, dd, .technical')) el.remove();
    return report.textContent;
})()";

async fn nothing_is_in_english_in_arabic_and_french(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.expect("Qari");
    t.expect("404");
    t.expect("CORS");
    t.expect("/closed");
    t.api.serve("/article", Reply::json(short()));
    t.api.serve("/closed", Reply::json(short()).without_cors());
    t.api.serve("/page", Reply::html("<p>نص</p>"));
    t.api
        .serve("/broken", Reply::json(json!("x")).header("X-Nothing", "1"));
    for words in ["ar", "fr"] {
        open(t, &format!("from=address&words={words}&accent=bordeau&min-height=abc&lang=%3F&text-size=99&timeout=0&map=title%3A+nowhere%3B+body%3A+body")).await?;
        t.wait_for(
            "document.querySelectorAll('.refused li').length === 5",
            "the refused values",
        )
        .await?;
        for (path, state) in [
            ("/article", "ready"),
            ("/closed", "error"),
            ("/page", "error"),
            ("/gone", "error"),
            ("/broken", "error"),
        ] {
            let address = t.fill("{api}") + path;
            t.js(&format!("const field = document.getElementById('a-src'); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}))", json!(address)))
                .await?;
            // With what the server answered to the page itself.
            let whole = match state {
                "ready" => "document.querySelector('.report .fault + ul')".to_owned(),
                _ => "document.getElementById('mend')".to_owned(),
            };
            let asked = match path {
                "/broken" => "true".to_owned(),
                _ => format!("Boolean({whole})"),
            };
            t.wait_for(&format!("{} && {asked}", told(state)), path)
                .await?;
            let sentences = t.text(SENTENCES).await?;
            let english = [
                "Because", "colour", "length", "whole", "nothing", "there", "says", "source",
                "the ",
            ];
            for word in english {
                ensure!(
                    !sentences.contains(word),
                    "{word:?} in {words}, {path}: {sentences}"
                );
            }
        }
    }
    Ok(())
}

async fn the_policy_suffices_and_keeps_the_pages_own(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    serve_own(t);
    let mut article = short();
    article["body"] = json!(t.fill("<p>نص.</p><img src=\"{api}/photo.svg\" alt=\"صورة\">"));
    t.api.serve("/article", Reply::json(article));
    let address = t.fill("{api}/article");
    let query = format!(
        "from=address&words=en&form=script&loading=eager&files={}&src={address}",
        t.fill("{cdn}/")
    );
    open(t, &query).await?;
    t.wait_for(
        "document.getElementById('policy').textContent.includes('img-src')",
        "the pictures' site in the policy",
    )
    .await?;
    let policy = code(t, "policy").await?;
    ensure!(
        policy.starts_with("default-src 'self'; ") && !policy.contains('\n'),
        "{policy}"
    );
    let script = code(t, "snippet").await?;
    t.click_on("document.querySelector('[name=form][value=element]')")
        .await?;
    t.wait_for("Boolean(document.getElementById('height'))", "the height")
        .await?;
    let (head, element) = (code(t, "snippet-head").await?, code(t, "snippet").await?);
    let height = code(t, "height").await?;
    keeps_the_pages_own(t, &policy, Page::new(format!("{OWN}{script}"))).await?;
    // As its sentence says, the height stands in the stylesheet then.
    let style = " style=\"display:block; min-height:100vh\"";
    let (before, after) = element
        .split_once(style.trim_start())
        .context("the element has a height")?;
    t.partner.serve("/own.css", Reply::new("text/css", height));
    let page = Page::new(format!("{OWN}{before}{after}"))
        .head("<link rel=\"stylesheet\" href=\"/own.css\">")
        .head(&head);
    keeps_the_pages_own(t, &policy, page).await?;
    same(
        t.get("getComputedStyle(reader()).minHeight === innerHeight + 'px' && getComputedStyle(reader()).display")
            .await?,
        "block",
        "the height that the stylesheet reserves",
    )
}

async fn a_frame_is_called_as_its_article(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    t.partner
        .serve(&format!("{FOLDER}demo/own.json"), Reply::json(short()));
    open(t, "from=address&words=en&form=iframe&src=own.json").await?;
    let frame = "new DOMParser().parseFromString(document.getElementById('snippet').textContent, 'text/html').querySelector('iframe')";
    t.wait_for(
        &format!("{frame}.title === {}", json!(TITLE)),
        "the headline",
    )
    .await?;
    same(
        t.get(&format!("new URL({frame}.src).searchParams.get('src')"))
            .await?,
        format!("{}{FOLDER}demo/own.json", t.partner.url()),
        "the article's whole address",
    )?;
    ensure!(
        code(t, "snippet-parent").await?.contains("qari:height"),
        "no script for the height"
    );
    Ok(())
}
