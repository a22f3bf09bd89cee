//! The reader without a pointer: every control is reached in the order that is seen, shows that it has the focus, and does
//! what it does.

use anyhow::{Context, Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::listen::VOICES;
use crate::articles::every;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![keyboard::{
    tab_reaches_everything_in_the_order_seen,
    the_focus_ring_is_seen_in_every_theme,
    enter_and_space_work_every_control,
    arrows_choose_within_a_group,
    escape_closes_the_settings_and_gives_the_focus_back,
}];

/// The element with the focus, inside the reader or out.
const FOCUSED: &str = "(inside().activeElement ?? document.activeElement)";

async fn press(t: &Trial, key: Key) -> Result<()> {
    let value = char::from(key);
    let keys = KeyActions::new("keys".into())
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value });
    t.client.perform_actions(keys).await?;
    Ok(())
}

/// Every kind of block and control, between two links of the page's own.
async fn open(t: &Trial, language: &str, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(every(language)));
    let body = format!(
        r##"<a id="start" href="#start">قبل</a>
        <script async crossorigin src="{{cdn}}/qari.js"></script>
        <qari-reader data-src="{{api}}/article" data-loading="eager" data-remember="off" data-base-url="{{cdn}}/demo/articles/" {attributes}></qari-reader>
        <a id="end" href="#end">بعد</a>"##
    );
    // With a voice, so that listening is offered everywhere.
    let voices = format!("<script>{VOICES} speechSynthesis.arrive('ar', 'en')</script>");
    t.open_ready(Page::new(body).head(&voices)).await
}

async fn open_settings(t: &Trial) -> Result<()> {
    t.js("part('settings').click()").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await
}

/// Whether each stop stands below or, in its line, after the one before. The bar is docked at the foot of the screen, so
/// it is looked at where it ends; the open settings stand above the bar they belong to.
const OUT_OF_ORDER: &str = "(() => {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    const wrong = [];
    const list = stops();
    list.forEach((next, index) => {
        const last = list[index - 1];
        if (!last || Boolean(last.closest('.sheet')) !== Boolean(next.closest('.sheet'))) return;
        const [a, b] = [last, next].map((el) => el.getClientRects()[0]);
        const rtl = getComputedStyle(next.parentElement).direction === 'rtl';
        const after = rtl ? b.right <= a.right + 1 : b.left >= a.left - 1;
        const line = b.top < a.bottom - 1 && a.top < b.bottom - 1;
        // What a scrolling table holds stands inside it.
        if (!last.contains(next) && !(line ? after : b.top >= a.top - 1)) wrong.push(`${named(next)} after ${named(last)}`);
    });
    return wrong;
})()";

async fn tab_reaches_everything_in_the_order_seen(t: &Trial) -> Result<()> {
    for (language, attributes) in [("ar", ""), ("en", "data-ui-lang=\"ar\"")] {
        open(t, language, attributes).await?;
        open_settings(t).await?;
        t.js("layOutAll()").await?;
        t.frames().await?;
        let expected = t.get("stops().map(named)").await?;
        let count = expected.as_array().map_or(0, Vec::len);
        ensure!(count > 20, "only {count} stops: {expected}");
        same(t.get(OUT_OF_ORDER).await?, json!([]), "out of order")?;
        t.js("window.path = []; document.getElementById('start').focus()")
            .await?;
        for _ in 0..count + 3 {
            press(t, Key::Tab).await?;
            let there = t
                .js(&format!(
                    "const el = {FOCUSED}; if (el.id !== 'end') path.push(named(el)); return el.id"
                ))
                .await?;
            if there == "end" {
                break;
            }
        }
        same(t.get("path").await?, expected, "what Tab reached")?;
        same(t.get("document.activeElement.id").await?, "end", "the end")?;
    }
    Ok(())
}

/// A ring of at least two pixels whose colour stands out 3:1 from the reader's paper (WCAG 2.2, 1.4.11 and 2.4.13).
const RINGS: &str = "(() => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour) => {
        pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const paper = getComputedStyle(inside().querySelector('.reader')).backgroundColor;
    // An engine whose window is not the active one shows no ring, so its rules are made to hold.
    for (const rule of inside().adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]))
        if (rule.selectorText?.includes(':focus-visible')) rule.selectorText = rule.selectorText.replaceAll(':focus-visible', '[data-ring]');
    return stops().map((el) => {
        el.focus();
        el.setAttribute('data-ring', '');
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(el);
        const ground = el.matches('.poster') ? getComputedStyle(el).backgroundColor : paper;
        const well = inside().activeElement === el && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && ratio(outlineColor, ground) >= 3;
        return well ? '' : `${named(el)}: ${outlineStyle} ${outlineWidth} ${outlineColor} on ${ground}`;
    }).filter(Boolean);
})()";

async fn the_focus_ring_is_seen_in_every_theme(t: &Trial) -> Result<()> {
    open(t, "ar", "").await?;
    open_settings(t).await?;
    // The keyboard was used last, so a script's focus shows its ring too.
    t.js("document.getElementById('start').focus()").await?;
    press(t, Key::Tab).await?;
    for theme in ["light", "dark", "sepia", "contrast"] {
        t.js(&format!("reader().dataset.theme = '{theme}'")).await?;
        t.wait_for(
            &format!("inside().querySelector('.reader').dataset.theme === '{theme}'"),
            "the theme",
        )
        .await?;
        same(t.get(RINGS).await?, json!([]), theme)?;
    }
    Ok(())
}

/// Each control gets a click by Enter, and each button one by Space. What would leave the page is kept from it.
async fn enter_and_space_work_every_control(t: &Trial) -> Result<()> {
    open(
        t,
        "ar",
        r#"data-share="whatsapp telegram email sms copy print""#,
    )
    .await?;
    open_settings(t).await?;
    t.js("layOutAll();
        window.clicks = [];
        window.print = () => {};
        addEventListener('click', (click) => {
            const el = click.composedPath()[0].closest('a, button, summary');
            if (!el) return;
            clicks.push(el);
            if (el.closest('a, .poster, [data-network]')) { click.preventDefault(); click.stopImmediatePropagation(); }
        }, true);
        window.names = stops().filter((el) => el.matches('a, button, summary')).map(named);
        // Elements come and go with the settings, names stay.
        window.control = (name) => [...inside().querySelectorAll('a, button, summary')].find((el) => named(el) === name)").await?;
    let names = t.get("names").await?;
    let names: Vec<_> = names
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    ensure!(names.len() > 20, "only {names:?}");
    for name in names {
        let control = format!("control({})", json!(name));
        let keys = match name.starts_with("a.") {
            true => &[Key::Enter][..],
            false => &[Key::Enter, Key::Space],
        };
        for key in keys {
            t.js("if (!inside().querySelector('.sheet')) part('settings').click()")
                .await?;
            t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
                .await?;
            t.js(&format!("{control}.focus(); clicks.length = 0"))
                .await?;
            press(t, *key).await?;
            // The element may be another one by now, but not its name.
            t.wait_for(
                &format!("clicks.some((el) => named(el) === {})", json!(name)),
                &format!("a click on {name} by {key:?}"),
            )
            .await?;
        }
    }
    Ok(())
}

async fn chosen(t: &Trial, group: &str) -> Result<Value> {
    t.get(&format!(
        "[...part('{group}').children].findIndex((el) => el.getAttribute('aria-checked') === 'true')"
    ))
    .await
}

/// As in a form: one stop for the group, arrows go through it and choose, and left and right follow the eye.
async fn arrows_choose_within_a_group(t: &Trial) -> Result<()> {
    for (ui, forward, back) in [("ar", Key::Left, Key::Right), ("en", Key::Right, Key::Left)] {
        open(t, "ar", &format!(r#"data-ui-lang="{ui}""#)).await?;
        open_settings(t).await?;
        let groups = t
            .get("[...inside().querySelectorAll('[role=radiogroup]')].map((el) => [el.getAttribute('part'), el.children.length])")
            .await?;
        let groups = groups.as_array().context("no groups")?;
        ensure!(groups.len() >= 3, "groups: {groups:?}");
        for group in groups {
            let (name, last) = (
                group[0].as_str().unwrap_or_default(),
                group[1].as_u64().unwrap_or_default() - 1,
            );
            let stop = format!(
                "(() => {{ const all = [...part('{name}').children].filter((el) => el.tabIndex >= 0); return all.length === 1 && all[0].getAttribute('aria-checked') === 'true'; }})()"
            );
            same(t.get(&stop).await?, true, "one stop, on what is chosen")?;
            t.js(&format!(
                "part('{name}').querySelector('[aria-checked=true]').focus()"
            ))
            .await?;
            let mut at = chosen(t, name).await?.as_u64().context("nothing chosen")?;
            for (key, step) in [
                (forward, 1),
                (Key::Down, 1),
                (back, last),
                (Key::Up, last),
                (Key::Up, last),
            ] {
                press(t, key).await?;
                at = (at + step) % (last + 1);
                t.wait_for(
                    &format!("part('{name}').children[{at}].getAttribute('aria-checked') === 'true' && inside().activeElement === part('{name}').children[{at}]"),
                    &format!("choice {at} of {name} by {key:?} in {ui}"),
                )
                .await?;
            }
            same(t.get(&stop).await?, true, "one stop afterwards")?;
        }
    }
    Ok(())
}

async fn escape_closes_the_settings_and_gives_the_focus_back(t: &Trial) -> Result<()> {
    open(t, "ar", "").await?;
    t.js("part('settings').focus()").await?;
    press(t, Key::Enter).await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    same(
        t.get("inside().activeElement === part('settings')").await?,
        true,
        "the focus stays on the button that opened them",
    )?;
    press(t, Key::Tab).await?;
    same(
        t.get("Boolean(inside().activeElement?.closest('.sheet'))")
            .await?,
        true,
        "Tab goes into them",
    )?;
    press(t, Key::Escape).await?;
    t.wait_for(
        "!inside().querySelector('.sheet') && inside().activeElement === part('settings')",
        "the button again",
    )
    .await?;
    same(
        t.get("part('settings').getAttribute('aria-expanded')")
            .await?,
        "false",
        "what is said of it",
    )
}
