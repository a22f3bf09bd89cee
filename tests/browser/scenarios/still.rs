//! Nothing moves that nobody asked to move: the host's page, the article's text, the bar's buttons.
//!
//! Only Chromium tells of layout shifts (`__seen.shift`, whatever was pressed before); in all three engines it is measured
//! where each thing stands in the page, those of the bar in the bar.

use anyhow::{Result, ensure};
use serde_json::json;

use super::listen::VOICES;
use crate::articles::{URL, every, long};
use crate::harness::{Engine, Gate, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![still::{
    nothing_moves_while_an_element_with_its_height_loads,
    the_offer_to_go_on_comes_and_goes_over_the_text,
    no_state_of_the_reader_moves_what_is_there,
    a_fault_of_a_later_source_moves_nothing_on_the_screen,
}];

/// Where everything stands: a name, and four lengths. The page keeps it in `kept`, at first what is seen at `qari:ready`.
const MARKS: &str = "<script>
    const box = (el, scrolled) => {
        const { left, top, width, height } = el.getBoundingClientRect();
        return [left, top + scrolled, width, height].map(Math.round).join(' ');
    };
    window.marks = (onScreen) => {
        const host = document.querySelector('qari-reader');
        const all = (selector) => [...host.shadowRoot.querySelectorAll('.reader :is(' + selector + ')')];
        const text = [...document.querySelectorAll('#before, #after'), host,
            ...all('[part=breadcrumb] a, [part=title], [part=summary], [part=byline], .dates, [part=body] > *, [part=tags], [part=source], [part=share], [part=share-link]')];
        const bar = all('[part=size-decrease], [part=size-increase], [part=print], [part=settings]');
        const foot = host.shadowRoot.querySelector('.reader [part=toolbar]').getBoundingClientRect().bottom;
        const near = ([el]) => !onScreen || el.getBoundingClientRect().bottom < innerHeight;
        const name = (el, at) => (el.id || el.getAttribute('part') || el.localName) + (bar.includes(el) ? '' : ' ' + at);
        return Object.fromEntries([...text.map((el) => [el, scrollY]), ...bar.map((el) => [el, -foot])]
            .map((mark, at) => [mark, at]).filter(([mark]) => near(mark)).map(([[el, scrolled], at]) => [name(el, at), box(el, scrolled)]));
    };
    addEventListener('qari:ready', () => { window.kept = marks(true); });
    window.moved = () => {
        const now = marks();
        return Object.keys(kept).filter((name) => now[name] !== kept[name]).map((name) => name + ': ' + kept[name] + ' → ' + now[name]);
    };
</script><style>html { overflow-y: scroll }</style>";

/// A screen's height reserved, as the configurator writes it.
const RESERVED: &str = r#"style="display: block; min-height: 100vh""#;

fn page(attributes: &str) -> Page {
    Page::element("{api}/article", &format!("{RESERVED} {attributes}"))
        .head(&format!("{MARKS}<script>{VOICES}</script>"))
}

/// What a font moves: the text, and what comes after it.
const TEXT: &[&str] = &["text"];
/// What stays all the same.
const STAYS: &[&str] = &[
    "before",
    "title",
    "size-decrease",
    "size-increase",
    "print",
    "settings",
];

/// What has moved since the marks were kept, but for what begins with one of these names; keeps them anew.
async fn moved(t: &Trial, but: &[&str]) -> Result<Vec<String>> {
    t.frames().await?;
    let moved = t.get("moved()").await?;
    let shift = t.number("__seen.shift").await?;
    t.js("window.kept = marks(); __seen.shift = 0").await?;
    let mut out: Vec<String> = Vec::new();
    for line in moved.as_array().into_iter().flatten() {
        let line = line.as_str().unwrap_or_default();
        let name = line.split([' ', ':']).next().unwrap_or_default();
        let is_asked = but.contains(&name) || but == TEXT && !STAYS.contains(&name);
        if !is_asked {
            out.push(line.to_owned());
        }
    }
    if t.engine == Engine::Chromium && shift > 0.0 && but.is_empty() {
        out.push(format!(
            "layout shift {shift}: {}",
            t.get("__seen.shifts").await?
        ));
    }
    Ok(out)
}

/// Opens a page whose article comes after the stylesheet, when the gate opens: a text that came before its looks is shown all the
/// same, and set anew when these come.
async fn open_styled(t: &Trial, page: Page) -> Result<Gate> {
    let article = t.api.hold("/article");
    t.open(page).await?;
    t.wait_state("loading").await?;
    t.wait_for(
        "inside().adoptedStyleSheets[0].cssRules.length > 20",
        "the stylesheet",
    )
    .await?;
    Ok(article)
}

/// As the bench's page has it: the element, with its height, and a long article with pictures.
async fn nothing_moves_while_an_element_with_its_height_loads(t: &Trial) -> Result<()> {
    let mut article = every("ar");
    let more = long(150)["body"].as_array().cloned().unwrap_or_default();
    if let Some(body) = article["body"].as_array_mut() {
        body.extend(more);
    }
    t.api.serve("/article", Reply::json(article));
    let article = open_styled(t, page(r#"data-base-url="{cdn}/demo/articles/""#)).await?;
    let hosts = "JSON.stringify([document.getElementById('before'), reader()].map((el) => { const { left, top, width } = rect(el); return [left, top, width]; }))";
    let before = t.text(hosts).await?;
    article.open();
    t.wait_state("ready").await?;
    t.wait_for("text('body').includes('الفقرة 150.')", "the whole article")
        .await?;
    t.wait_for("part('image').querySelector('img').complete", "the picture")
        .await?;
    t.frames().await?;
    same(t.text(hosts).await?, before, "the host's page")?;
    same(t.get("moved()").await?, json!([]), "since it was ready")?;
    same(t.number("__seen.shift").await?, 0.0, "layout shift")
}

async fn the_offer_to_go_on_comes_and_goes_over_the_text(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(long(12)));
    let left = format!(
        "<script>localStorage.setItem('qari:places', JSON.stringify({{ '{URL}': 6 }}))</script>"
    );
    let article = open_styled(t, page("").head(&left)).await?;
    // The marks are taken at `qari:ready`; blocks that are passed over have their place at the first picture, which comes after it.
    t.js("const whole = new CSSStyleSheet(); whole.replaceSync(':is([part=body], .stretch) > * { content-visibility: visible !important }'); \
          inside().adoptedStyleSheets.push(whole)")
        .await?;
    article.open();
    t.wait_state("ready").await?;
    let offer = "inside().querySelector('.returning')";
    t.wait_for(&format!("isSeen({offer})"), "the offer").await?;
    same(moved(t, &[]).await?, Vec::<String>::new(), "as it came")?;
    t.click_on(&format!("{offer}.querySelector('button:last-child')"))
        .await?;
    t.wait_for(&format!("!{offer}"), "no offer").await?;
    same(moved(t, &[]).await?, Vec::<String>::new(), "as it went")
}

/// What is done with a reader, how it is seen to be done, and what may move then: what the press or the owner asked for.
struct Step(&'static str, Act, &'static str, &'static [&'static str]);

enum Act {
    Press(&'static str),
    Run(&'static str),
}
use Act::{Press, Run};

#[rustfmt::skip]
const STEPS: &[Step] = &[
    Step("a voice arrives", Run("speechSynthesis.arrive('ar-MA')"),
        "isSeen(part('listen'))", &[]),
    Step("settings open", Press("part('settings')"),
        "Boolean(inside().querySelector('.sheet'))", &[]),
    Step("another theme", Press("part('theme').querySelector('[data-choice=dark]')"),
        "inside().querySelector('.reader').dataset.theme === 'dark'", &[]),
    Step("another font", Press("part('font').querySelector('[data-choice=naskh]')"),
        "part('article').dataset.font === 'naskh'", TEXT),
    Step("settings close", Press("part('settings')"),
        "!inside().querySelector('.sheet')", &[]),
    Step("other digits", Run("reader().dataset.numerals = 'arab'"),
        "/[٠-٩]/.test(text('date'))", &[]),
    Step("listening begins", Press("part('listen')"),
        "Boolean(inside().querySelector('.listening')) && speechSynthesis.speaking", &[]),
    Step("the next sentence", Run("speechSynthesis.finish()"),
        "speechSynthesis.said.length === 2", &[]),
    Step("listening ends", Press("part('listen')"),
        "!inside().querySelector('.listening')", &[]),
    Step("the progress", Run("scrollTo({ top: 300, behavior: 'instant' })"),
        "part('progress').value > 0", &[]),
    Step("copied", Press("parts('share-link').find((el) => el.dataset.network === 'copy')"),
        "Boolean(text('status'))", &[]),
    Step("an address to copy by hand", Press("parts('share-link').find((el) => el.dataset.network === 'copy')"),
        "Boolean(inside().querySelector('.address'))", &[]),
    Step("the owner's panel", Run("reader().dataset.debug = ''"),
        "Boolean(part('debug'))", &["after", "qari-reader"]),
    Step("no panel", Run("reader().removeAttribute('data-debug')"),
        "!part('debug')", &["after", "qari-reader"]),
];

async fn no_state_of_the_reader_moves_what_is_there(t: &Trial) -> Result<()> {
    let mut article = every("ar");
    article["image"] = json!(null);
    t.api.serve("/article", Reply::json(article));
    t.open_ready(page(r#"data-base-url="{cdn}/demo/articles/""#))
        .await?;
    t.wait_for(
        "Boolean(part('body').querySelector('samp'))",
        "the whole article",
    )
    .await?;
    t.js("layOutAll(); window.copies = [() => Promise.resolve(), () => Promise.reject()]; document.execCommand = () => false;
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => copies.shift()() } })")
        .await?;
    // Pictures that come near take their place now.
    t.js("inside().querySelectorAll('img').forEach((img) => { img.loading = 'eager'; })")
        .await?;
    t.wait_for(
        "[...inside().querySelectorAll('img')].every((img) => img.complete)",
        "the pictures",
    )
    .await?;
    t.frames().await?;
    t.js("window.kept = marks(); __seen.shift = 0").await?;
    let mut out = Vec::new();
    for Step(name, act, done, but) in STEPS {
        match *act {
            Act::Press(what) => t.click_on(what).await?,
            Act::Run(what) => drop(t.js(what).await?),
        }
        t.wait_for(done, name).await?;
        let moved = moved(t, but).await?;
        out.extend(moved.iter().map(|line| format!("{name}: {line}")));
    }
    ensure!(out.is_empty(), "moved:\n  {}", out.join("\n  "));
    Ok(())
}

async fn a_fault_of_a_later_source_moves_nothing_on_the_screen(t: &Trial) -> Result<()> {
    t.expect("Qari: http");
    t.expect("500");
    t.api.serve("/article", Reply::json(long(12)));
    t.api.serve("/gone", Reply::status(500));
    open_styled(t, page("")).await?.open();
    t.wait_state("ready").await?;
    t.frames().await?;
    let hosts = "JSON.stringify([document.getElementById('before'), reader()].map((el) => { const { left, top, width } = rect(el); return [left, top, width]; }))";
    let before = t.text(hosts).await?;
    t.js("reader().dataset.src = reader().dataset.src.replace('article', 'gone')")
        .await?;
    t.wait_state("error").await?;
    t.wait_for("isSeen(part('error'))", "the fault").await?;
    t.frames().await?;
    same(t.text(hosts).await?, before, "the host's page")?;
    same(
        t.get("rect(reader()).height >= innerHeight").await?,
        true,
        "the reserved height is kept",
    )?;
    same(t.number("__seen.shift").await?, 0.0, "layout shift")
}
