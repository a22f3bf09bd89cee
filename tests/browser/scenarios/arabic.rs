//! Arabic first: the rules that only an engine can prove, each by its number. Those that need none are in
//! `tests/arabic.rs`; docs/TESTING.md lists which test proves which rule.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::{every, long, short};
use crate::harness::cdp::Cdp;
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![arabic::{
    rule_01_directions_are_computed_whatever_the_page,
    rule_02_blocks_take_the_direction_of_their_letters,
    rule_03_a_latin_author_and_an_arabic_date_keep_their_places,
    rule_04_a_phone_number_keeps_its_order,
    rule_05_what_is_copied_is_what_was_written,
    rule_10_only_what_points_is_mirrored,
    rule_11_keys_and_sizes_follow_the_eye,
    rule_12_no_letter_is_spaced,
    rule_13_no_letter_is_slanted_or_transparent,
    rule_14_lines_begin_at_the_start_and_no_word_is_broken,
    rule_15_lines_are_high_enough_for_stacked_marks,
    rule_16_sizes_are_those_of_a_newspaper,
    rule_17_fonts_are_the_devices,
    rule_18_the_measure_and_what_scrolls_in_itself,
    rule_25_focus_targets_and_announcements,
    rule_26_dark_forced_colours_motion_and_print,
    rule_27_the_paragraph_being_read_stays,
    rule_28_listening_needs_a_fitting_voice,
}];

async fn open(t: &Trial, article: serde_json::Value, attributes: &str) -> Result<()> {
    t.api.serve("/article", Reply::json(article));
    let attributes = format!(r#"data-base-url="{{cdn}}/demo/articles/" {attributes}"#);
    t.open_ready(Page::element("{api}/article", &attributes))
        .await
}

/// An Arabic article with this body.
async fn open_body(t: &Trial, html: &str) -> Result<()> {
    let article = json!({ "title": "عنوان", "language": "ar-MA", "body": html });
    open(t, article, "").await
}

/// The texts of Arabic letters, each with its element.
const ARABIC: &str = "[...inside().querySelectorAll('*')].filter((el) => [...el.childNodes].some((node) => node.nodeType === 3 && /[\\u0620-\\u06ff]/.test(node.data)))";

/// Elements of Arabic text for which `wrong`, a test of their computed style `s`, holds.
async fn no_arabic_text(t: &Trial, wrong: &str) -> Result<()> {
    let found = format!(
        "(() => {{ const all = {ARABIC}; return [all.length > 30, all.filter((el) => {{ const s = getComputedStyle(el); return {wrong}; }}).map(named)]; }})()"
    );
    same(t.get(&found).await?, json!([true, []]), wrong)
}

async fn rule_01_directions_are_computed_whatever_the_page(t: &Trial) -> Result<()> {
    for (language, direction, host) in [("ar", "rtl", "ltr"), ("en", "ltr", "rtl")] {
        t.api.serve("/article", Reply::json(every(language)));
        let ui = if direction == "rtl" { "fr" } else { "ar" };
        let page = Page::element(
            "{api}/article",
            &format!(r#"data-base-url="{{cdn}}/demo/articles/" data-ui-lang="{ui}""#),
        );
        t.open_ready(page.language("fr", host)).await?;
        same(
            t.get("['article', 'title', 'body', 'progress', 'toolbar', 'share', 'status'].map((name) => style(name, 'direction'))")
                .await?,
            json!([direction, direction, direction, direction, host, host, host]),
            "article, headline, body, progress; then bar, share row, status",
        )?;
        same(
            t.get("[part('article').lang, part('toolbar').lang]")
                .await?,
            json!([language, ui]),
            "languages",
        )?;
    }
    Ok(())
}

async fn rule_02_blocks_take_the_direction_of_their_letters(t: &Trial) -> Result<()> {
    open_body(
        t,
        "<p>iPhone 15 هو الهاتف.</p><p>Les artisans.</p><p>2 - 1</p>",
    )
    .await?;
    same(
        t.get("blocks().map((p) => getComputedStyle(p).direction)")
            .await?,
        json!(["rtl", "ltr", "rtl"]),
        "directions",
    )
}

async fn rule_03_a_latin_author_and_an_arabic_date_keep_their_places(t: &Trial) -> Result<()> {
    open(t, short(), "").await?;
    // On one line, where a name could disturb what stands beside it.
    t.js("addRules('.byline, [part=byline] { display: block !important } .byline > * { display: inline !important }')").await?;
    let places = t.get("['author', 'date', 'reading-time'].map((name) => rect(part(name).querySelector('bdi') ?? part(name)).left)").await?;
    let lefts: Vec<_> = places
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|x| x.as_f64())
        .collect();
    ensure!(
        lefts.len() == 3 && lefts.is_sorted_by(|a, b| a > b),
        "author, date and reading time from the right: {places}"
    );
    let day = "(() => { const text = part('date').querySelector('bdi').firstChild; const at = (from, to) => { const range = document.createRange(); range.setStart(text, from); range.setEnd(text, to); return rect(range).left; }; return at(0, 1) > at(text.length - 5, text.length); })()";
    same(
        t.get(day).await?,
        true,
        "the day stands right of the minutes",
    )
}

async fn rule_04_a_phone_number_keeps_its_order(t: &Trial) -> Result<()> {
    open_body(
        t,
        "<p>للاتصال: +212 5 37 00 00 11 أو info@example.ma اليوم.</p>",
    )
    .await?;
    let order = "[...part('body').querySelectorAll('[dir=ltr]')].map((el) => {
        const left = (n) => { const range = document.createRange(); range.setStart(el.firstChild, n); range.setEnd(el.firstChild, n + 1); return rect(range).left; };
        return el.textContent + [...el.textContent].every((letter, n) => !n || left(n) >= left(n - 1));
    })";
    same(
        t.get(order).await?,
        json!(["+212 5 37 00 00 11true", "info@example.matrue"]),
        "each letter right of the one before",
    )
}

async fn rule_05_what_is_copied_is_what_was_written(t: &Trial) -> Result<()> {
    let text = "می\u{200c}خواهم كتـــاب ه\u{200d} ٱللَّهُ (2024) +212 5 37 00 00 00 و info@example.ma كما هو.";
    open_body(t, &format!("<p>{text}</p>")).await?;
    same(
        t.get("part('body').textContent").await?,
        text,
        "code points in the tree",
    )?;
    t.js("layOutAll()").await?;
    // Selections of shadow trees differ by engine; the text as laid out is what each of them copies.
    same(
        t.get("part('body').querySelector('p').innerText").await?,
        text,
        "code points as laid out",
    )
}

async fn rule_10_only_what_points_is_mirrored(t: &Trial) -> Result<()> {
    open(t, every("ar"), r#"data-share="whatsapp x email copy""#).await?;
    let turned = "[...inside().querySelectorAll('svg, svg *, button, img')].filter((el) => { const s = getComputedStyle(el); return s.transform !== 'none' || (s.scale ?? 'none') !== 'none'; }).map(named)";
    same(t.get(turned).await?, json!([]), "drawings turned over")?;
    // A separator that the script's direction turns by itself (Unicode's Bidi_Mirrored), in CSS and not in the text.
    same(
        t.get("(() => { const li = part('breadcrumb').querySelectorAll('li')[1]; return [getComputedStyle(li, '::before').content.split(' / ')[0], getComputedStyle(li).direction, part('breadcrumb').textContent.includes('›')]; })()").await?,
        json!(["\"›\"", "rtl", false]),
        "the separator",
    )?;
    same(
        t.text("style('progress', 'direction')").await?,
        "rtl",
        "where the progress begins",
    )
}

async fn rule_11_keys_and_sizes_follow_the_eye(t: &Trial) -> Result<()> {
    for (ui, smaller_first) in [("ar", "right"), ("en", "left")] {
        open(t, short(), &format!(r#"data-ui-lang="{ui}""#)).await?;
        let side = "rect(part('size-decrease')).left > rect(part('size-increase')).left ? 'right' : 'left'";
        same(t.get(side).await?, smaller_first, "where A− stands")?;
        t.js("part('settings').click()").await?;
        t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
            .await?;
        // The signs of the size rise from A− to A+: the end that is cut low is that of A−.
        let low = "(() => {
            const ticks = part('size-value').querySelector('progress');
            const [start] = getComputedStyle(ticks).clipPath.match(/[(][^,]+/);
            const isLow = start.trim().endsWith('60%');
            const { direction } = getComputedStyle(part('toolbar'));
            return [isLow ? 'left' : 'right', direction, getComputedStyle(ticks).direction];
        })()";
        let direction = if ui == "ar" { "rtl" } else { "ltr" };
        same(
            t.get(low).await?,
            json!([smaller_first, direction, direction]),
            "where the ticks are low, and which way the bar and they go",
        )?;
        // A slider would turn its arrows in a way of its own; the sizes have buttons.
        same(
            t.get("inside().querySelectorAll('[type=range], [role=slider]').length")
                .await?,
            0,
            "sliders",
        )?;
        // Arrows in a group: Left goes on where reading goes left. All keys are in `keyboard`.
        let key = if ui == "ar" {
            "ArrowLeft"
        } else {
            "ArrowRight"
        };
        t.js(&format!("part('theme').children[0].focus(); part('theme').children[0].dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, composed: true }}))")).await?;
        t.wait_for(
            "part('theme').children[1].getAttribute('aria-checked') === 'true'",
            key,
        )
        .await?;
    }
    Ok(())
}

async fn rule_12_no_letter_is_spaced(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    let host = "<style>* { letter-spacing: 4px !important }</style>";
    t.open_ready(
        Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#).head(host),
    )
    .await?;
    no_arabic_text(t, "!['normal', '0px'].includes(s.letterSpacing)").await
}

async fn rule_13_no_letter_is_slanted_or_transparent(t: &Trial) -> Result<()> {
    open(t, every("ar"), "").await?;
    for theme in ["light", "dark", "sepia", "contrast"] {
        t.js(&format!("reader().dataset.theme = '{theme}'")).await?;
        t.wait_for(
            &format!("inside().querySelector('.reader').dataset.theme === '{theme}'"),
            theme,
        )
        .await?;
        // A disabled control is dimmed as a whole, and its letters with it do not overlap.
        let wrong = "s.fontStyle !== 'normal' || /rgba|\\/ *0?\\./.test(s.color) || (s.opacity !== '1' && !el.matches('[part=status]'))";
        no_arabic_text(t, wrong).await?;
    }
    // Nor in an article of another language.
    let body = "<p>An <em>English</em> word.</p><p>فقرة فيها <em>تأكيد</em> عربي.</p>";
    let article = json!({ "title": "Words", "language": "en", "body": body });
    open(t, article, "").await?;
    let styles =
        "[...part('body').querySelectorAll('em')].map((em) => getComputedStyle(em).fontStyle)";
    same(t.get(styles).await?, json!(["italic", "normal"]), "slant")
}

async fn rule_14_lines_begin_at_the_start_and_no_word_is_broken(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    let host = "<style>* { text-align: justify; hyphens: auto; -webkit-hyphens: auto }</style>";
    t.open_ready(
        Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#).head(host),
    )
    .await?;
    let wrong = "!['start', 'center', 'right'].includes(s.textAlign) || (el.closest('[part=article]') && (s.hyphens ?? s.webkitHyphens) !== 'none')";
    no_arabic_text(t, wrong).await?;
    same(
        t.get("[...part('body').querySelectorAll('p')].every((p) => getComputedStyle(p).textAlign === 'start')").await?,
        true,
        "paragraphs are aligned at the start",
    )
}

async fn rule_15_lines_are_high_enough_for_stacked_marks(t: &Trial) -> Result<()> {
    let marked = "ٱللَّهُ يُحِبُّ ٱلْمُحْسِنِينَ لَّا إِلَٰهَ";
    let article = json!({ "title": format!("{marked} في العنوان"), "summary": marked, "language": "ar", "body": format!("<p>{marked}</p><h2>{marked}</h2><blockquote><p>{marked}</p></blockquote>") });
    open(t, article, r#"data-text-size="9""#).await?;
    let ratio = |of: &str| {
        format!(
            "(() => {{ const s = getComputedStyle({of}); return parseFloat(s.lineHeight) / parseFloat(s.fontSize); }})()"
        )
    };
    for spacing in ["compact", "normal", "loose"] {
        t.js("if (!inside().querySelector('.sheet')) part('settings').click()")
            .await?;
        t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
            .await?;
        t.js(&format!(
            "inside().querySelector('[part=spacing] [data-choice={spacing}]').click()"
        ))
        .await?;
        t.wait_for(
            &format!("part('article').dataset.lineHeight === '{spacing}'"),
            spacing,
        )
        .await?;
        for (of, least) in [
            ("part('body').querySelector('p')", 1.6),
            ("part('title')", 1.3),
            ("part('body').querySelector('h2')", 1.3),
            ("part('summary')", 1.3),
        ] {
            let is = t.number(&ratio(of)).await?;
            ensure!(is >= least - 0.001, "{of} in {spacing}: {is}");
        }
        // The ink of the marks, from the baseline as each line has it, against the room until its block cuts it off.
        let cut = "(() => {
            const pen = document.createElement('canvas').getContext('2d');
            return [part('title'), ...part('body').querySelectorAll('p, h2')].filter((el) => {
                const s = getComputedStyle(el);
                pen.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
                pen.direction = 'rtl';
                const ink = pen.measureText(el.textContent);
                const half = (parseFloat(s.lineHeight) - ink.fontBoundingBoxAscent - ink.fontBoundingBoxDescent) / 2;
                // Only what clips cuts off; a headline's marks may reach into the room above it.
                let box = el;
                let b = s;
                while (box && b.overflowY === 'visible' && b.contentVisibility !== 'auto' && (box = box.parentElement)) b = getComputedStyle(box);
                if (!box || box.contains(part('body'))) return false;
                return ink.actualBoundingBoxAscent > ink.fontBoundingBoxAscent + half + parseFloat(b.paddingTop) + 1
                    || ink.actualBoundingBoxDescent > ink.fontBoundingBoxDescent + half + parseFloat(b.paddingBottom) + 1;
            }).map(named);
        })()";
        same(t.get(cut).await?, json!([]), "marks that are cut off")?;
    }
    Ok(())
}

/// Body from 18 px, headline 24/32 on phones and 40/54 where it is wide, small text 14/20 and captions 12/18 or larger.
async fn rule_16_sizes_are_those_of_a_newspaper(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    let page = Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#);
    t.open(
        page.head("<style>body { margin: 0 }</style>")
            .in_frame(r#"width="372" height="640" style="border: 0""#),
    )
    .await?;
    t.wait_state("ready").await?;
    let sizes = "['title', 'date', 'caption', 'tags', 'source'].map((name) => { const s = getComputedStyle(part(name)); return [parseFloat(s.fontSize), parseFloat(s.lineHeight)]; })";
    for (width, size, line) in [(372, 24.0, 32.0), (1000, 40.0, 54.0)] {
        t.js(&format!("frameElement.width = {width}")).await?;
        t.wait_for(&format!("innerWidth === {width}"), "the width")
            .await?;
        t.frames().await?;
        let body =
            t.get("(({ fontSize, lineHeight }) => [fontSize, Math.round(parseFloat(lineHeight) * 100) / 100])(getComputedStyle(part('body').querySelector('p')))").await?;
        same(body, json!(["18px", 32.4]), "body")?;
        let all = t.get(sizes).await?;
        let number = |part: usize, of: usize| all[part][of].as_f64().unwrap_or_default();
        ensure!(
            (number(0, 0) - size).abs() < 0.1 && (number(0, 1) - line).abs() < 0.1,
            "headline at {width} px: {}",
            all[0]
        );
        ensure!(
            number(1, 0) >= 14.0 && number(1, 1) >= 20.0,
            "date: {}",
            all[1]
        );
        ensure!(
            number(2, 0) >= 12.0 && number(2, 1) >= 18.0,
            "caption: {}",
            all[2]
        );
    }
    t.js("reader().dataset.textSize = '1'").await?;
    t.wait_for("part('article').dataset.textSize === '1'", "the smallest")
        .await?;
    let small = t
        .get("[...inside().querySelectorAll('[part=article] *')].filter((el) => [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && parseFloat(getComputedStyle(el).fontSize) < 12 && !el.closest('sub, sup, rt')).map((el) => named(el) + getComputedStyle(el).fontSize)")
        .await?;
    same(small, json!([]), "texts under 12 px in the smallest size")
}

async fn rule_17_fonts_are_the_devices(t: &Trial) -> Result<()> {
    open(t, every("ar"), "").await?;
    for font in ["system", "naskh", "sans"] {
        t.js(&format!("reader().dataset.font = '{font}'")).await?;
        t.wait_for(
            &format!("part('article').dataset.font === '{font}'"),
            "the font",
        )
        .await?;
        let family = t.text("style('body', 'fontFamily')").await?;
        let named = match font {
            "naskh" => ["Noto Naskh Arabic", "Geeza Pro", "Sakkal Majalla"],
            "sans" => ["SF Arabic", "Segoe UI", "Noto Sans Arabic"],
            _ => ["-apple-system", "Segoe UI", "Noto Sans Arabic"],
        };
        for name in named {
            ensure!(family.contains(name), "{font} without {name}: {family}");
        }
    }
    t.frames().await?;
    let asked = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /woff|\\.[ot]tf|font/.test(name)).concat([...document.fonts].map((face) => face.family))";
    same(t.get(asked).await?, json!([]), "fonts that were fetched")?;
    let asked = [t.cdn.requests(), t.api.requests()].concat();
    ensure!(
        asked
            .iter()
            .all(|request| !request.target.contains("font") && !request.target.contains("woff")),
        "a font was asked for"
    );
    Ok(())
}

async fn rule_18_the_measure_and_what_scrolls_in_itself(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    let page = Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#);
    t.open(
        page.head("<style>body { margin: 0 }</style>")
            .in_frame(r#"width="1440" height="640" style="border: 0""#),
    )
    .await?;
    t.wait_state("ready").await?;
    let measure = "(() => { const s = getComputedStyle(part('article')); return (part('article').clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight)) / parseFloat(s.fontSize); })()";
    let em = t.number(measure).await?;
    ensure!((30.0..=38.0).contains(&em), "the measure is {em} em");
    // A phone of 320 px with text at 200 %: the host's size, which the reader's own follows.
    t.js("frameElement.width = 320; reader().dataset.textSize = '8'")
        .await?;
    t.wait_for(
        "innerWidth === 320 && part('article').dataset.textSize === '8'",
        "a phone",
    )
    .await?;
    t.js("layOutAll()").await?;
    t.frames().await?;
    ensure!(
        t.number("document.documentElement.scrollWidth").await? <= 320.0,
        "the page scrolls sideways"
    );
    same(
        t.get("['table', 'pre'].map((name) => { const el = part('body').querySelector(name); const box = el.closest('.scroll') ?? el; return [/auto|scroll/.test(getComputedStyle(box).overflowX), box.scrollWidth > box.clientWidth]; })").await?,
        json!([[true, true], [true, true]]),
        "table and code scroll inside themselves",
    )
}

async fn rule_25_focus_targets_and_announcements(t: &Trial) -> Result<()> {
    open(t, short(), "").await?;
    t.js("part('settings').click()").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    let wrong = "[...inside().querySelectorAll('button, [part=share-link]')].filter(isSeen).filter((el) => { const { width, height } = rect(el); return width < 43.5 || height < 43.5 || !tidy((el.getAttribute('aria-label') ?? '') + el.textContent); }).map(named)";
    same(
        t.get(wrong).await?,
        json!([]),
        "controls too small or without a name",
    )?;
    t.js("part('size-increase').click()").await?;
    t.wait_for(
        "part('status').getAttribute('role') === 'status' && text('status').includes('4')",
        "the announcement",
    )
    .await?;
    for _ in 4..9 {
        t.js("part('size-increase').click()").await?;
    }
    t.wait_for(
        "part('size-increase').disabled && !part('size-decrease').disabled",
        "the end",
    )
    .await
}

/// In a frame, which takes its page's colour scheme; WebKit's does not, so there the rules themselves are made to hold.
/// 400 % zoom is a page of a quarter of the width: `geometry`. Contrast is axe's to measure: `access`.
async fn rule_26_dark_forced_colours_motion_and_print(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar")));
    let frame = r#"width="360" height="640" style="color-scheme: dark""#;
    t.open(
        Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#).in_frame(frame),
    )
    .await?;
    t.wait_state("ready").await?;
    if t.engine == Engine::Webkit {
        same(
            t.get("switchOn('prefers-color-scheme: dark') > 0").await?,
            true,
            "rules for the dark",
        )?;
    }
    let dark = "getComputedStyle(inside().querySelector('.reader')).backgroundColor";
    same(t.text(dark).await?, "rgb(21, 24, 27)", "paper in the dark")?;
    t.js("reader().dataset.theme = 'light'").await?;
    t.wait_for(
        &format!("{dark} === 'rgb(255, 255, 255)'"),
        "the owner's light",
    )
    .await?;

    // Motion: what moves stops, and only what moves.
    same(
        t.get("switchOn('prefers-reduced-motion: reduce') > 0")
            .await?,
        true,
        "rules for reduced motion",
    )?;
    same(
        t.get("[...inside().querySelectorAll('*')].filter((el) => { const s = getComputedStyle(el); return s.scrollBehavior === 'smooth' || parseFloat(s.transitionDuration) > 0 || (s.animationName !== 'none' && !/step/.test(s.animationTimingFunction)); }).map(named)").await?,
        json!([]),
        "what moves",
    )?;

    // Forced colours: states that are colour alone get a border. Only Chromium can be put into that mode.
    t.js("part('settings').click()").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    if t.engine == Engine::Chromium {
        let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        t.client
            .issue_cmd(Cdp("Emulation.setEmulatedMedia", media))
            .await?;
        t.wait_for("matchMedia('(forced-colors: active)').matches", "the mode")
            .await?;
    } else {
        t.get("switchOn('forced-colors: active')").await?;
    }
    let border = "getComputedStyle(part('theme').querySelector('[aria-checked=true]')).borderTopWidth + getComputedStyle(part('theme').querySelector('[aria-checked=false]')).borderTopWidth";
    t.wait_for(
        &format!("{border} === '3px1px'"),
        "what is chosen is seen without colour",
    )
    .await?;
    if t.engine == Engine::Chromium {
        let usual = json!({ "features": [] });
        t.client
            .issue_cmd(Cdp("Emulation.setEmulatedMedia", usual))
            .await?;
    }

    // Print: the article alone, black on white, with its address.
    t.get("switchOn('print')").await?;
    t.wait_for(
        "['toolbar', 'share', 'progress'].every((name) => !isSeen(part(name))) && isSeen(part('title'))",
        "the article without its controls",
    )
    .await?;
    let printed = "[style('article', 'color'), getComputedStyle(part('source').querySelector('a:last-child'), '::after').content]";
    let printed = t.get(printed).await?;
    ensure!(
        printed[0] == "rgb(0, 0, 0)"
            && printed[1]
                .as_str()
                .is_some_and(|text| text.contains("news.example/fes/souk") || text == "attr(href)"),
        "colour and address in print: {printed}"
    );
    Ok(())
}

async fn rule_27_the_paragraph_being_read_stays(t: &Trial) -> Result<()> {
    open(t, long(40), "").await?;
    let paragraph = "[...part('body').querySelectorAll('p')].find((p) => p.textContent.startsWith('الفقرة 20.'))";
    t.wait_for(&format!("Boolean({paragraph})"), "the paragraph")
        .await?;
    t.bring_to_top(paragraph).await?;
    let top = format!("{paragraph}.getBoundingClientRect().top");
    let before = t.number(&top).await?;
    for size in [4, 5] {
        t.js("part('size-increase').click()").await?;
        t.wait_for(
            &format!("part('article').dataset.textSize === '{size}'"),
            "the size",
        )
        .await?;
        t.frames().await?;
        let after = t.number(&top).await?;
        ensure!((after - before).abs() <= 2.0, "from {before} to {after}");
    }
    Ok(())
}

/// No voice of the article's language on this device, no control. Voices are the test's own, so that no engine's matter.
async fn rule_28_listening_needs_a_fitting_voice(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let voices = r#"<script>
        const voices = [{ lang: 'fr-FR', name: 'fr', default: true, localService: true, voiceURI: 'fr' }];
        Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: Object.assign(new EventTarget(), {
            getVoices: () => voices, cancel() {}, speak() {}, pause() {}, resume() {}, speaking: false, pending: false, paused: false }) });
    </script>"#;
    t.open_ready(Page::element("{api}/article", "").head(voices))
        .await?;
    t.frames().await?;
    let control = "isSeen(part('listen'))";
    same(t.get(control).await?, false, "a control that no voice fits")?;
    // It was waiting for one.
    t.js("speechSynthesis.getVoices().push({ lang: 'ar-EG', name: 'ar', default: false, localService: true, voiceURI: 'ar' });
        speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
        .await?;
    t.wait_for(control, "the control, with a voice").await
}
