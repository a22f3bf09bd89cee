//! The configurator's snippets, run as they are pasted: each shows the preview's reader.

use anyhow::Result;
use qari_configurator::seeded::settings;
use qari_configurator::state::State;
use qari_configurator::words::Language;
use serde_json::{Value, json};

use super::configurator::{PREVIEW, code, open, prepare};
use super::demo::FOLDER;
use super::wordpress::pasted;
use crate::harness::{Page, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![configurator_snippets::{
    ten_snippets_show_exactly_the_previews_reader,
    ten_more_snippets_show_exactly_the_previews_reader,
    the_last_ten_snippets_show_exactly_the_previews_reader,
    the_frame_of_each_setting_shows_the_previews_reader,
    the_shortcode_of_each_setting_shows_the_previews_reader,
}];

/// A reader as attributes and markup, whole, but for what tells of time and place: the times in the owner's panel, how far one has
/// scrolled, and how wide the pictures are on this screen.
pub(super) const OUTLINE: &str = "((reader) => {
    const outline = (node) => {
        if (node.nodeType === 3) return node.data;
        if (node.nodeType !== 1 || ['style', 'link', 'script'].includes(node.localName)) return '';
        if (node.getAttribute('part') === 'debug') return '<debug>';
        if (node.getAttribute('part') === 'progress') return '<progress>';
        const attributes = [...node.attributes].filter(({ name }) => name !== 'sizes').map(({ name, value }) => `${name}=${value}`).sort().join(' ');
        return `<${node.localName} ${attributes}>${[...node.childNodes].map(outline).join('')}</>`;
    };
    const own = [...reader.attributes].filter(({ name }) => name.startsWith('data-') && name !== 'data-state');
    return [own.map(({ name, value }) => `${name}=${value}`).sort().join('\\n'), [...reader.shadowRoot.childNodes].map(outline).join('')];
})";

/// Whether all of a reader's article stands in its page, which the look itself asks for.
pub(super) const WHOLE: &str = "((reader) => {
    const { body } = reader.article ?? {};
    return body !== undefined && new DOMParser().parseFromString(body, 'text/html').body.children.length
        === reader.shadowRoot.querySelector('[part=body]').children.length;
})";

/// How many settings a trial tries; more take too long for one.
const SETTINGS: u64 = 10;

/// What is needed to compare settings: both snippets and the preview's reader.
struct Shown {
    query: String,
    head: String,
    element: String,
    script: String,
    reader: Value,
}

async fn shown(t: &Trial, state: State) -> Result<Shown> {
    let query = state.to_query();
    open(t, &query).await?;
    let (head, element) = (code(t, "snippet-head").await?, code(t, "snippet").await?);
    t.click_on("document.querySelector('[name=form][value=script]')")
        .await?;
    t.wait_for(
        "document.getElementById('snippet').textContent.startsWith('<script async')",
        "the script form",
    )
    .await?;
    t.wait_for(
        &format!("{WHOLE}({PREVIEW}.querySelector('qari-reader'))"),
        &format!("all of the preview of {query}"),
    )
    .await?;
    Ok(Shown {
        query,
        head,
        element,
        script: code(t, "snippet").await?,
        reader: t
            .get(&format!(
                "{OUTLINE}({PREVIEW}.querySelector('qari-reader'))"
            ))
            .await?,
    })
}

async fn ten_snippets_show_exactly_the_previews_reader(t: &Trial) -> Result<()> {
    snippets_show_the_previews_reader(t, 0).await
}

async fn ten_more_snippets_show_exactly_the_previews_reader(t: &Trial) -> Result<()> {
    snippets_show_the_previews_reader(t, SETTINGS).await
}

async fn the_last_ten_snippets_show_exactly_the_previews_reader(t: &Trial) -> Result<()> {
    snippets_show_the_previews_reader(t, 2 * SETTINGS).await
}

/// From this number on.
async fn snippets_show_the_previews_reader(t: &Trial, first: u64) -> Result<()> {
    prepare(t, None)?;
    let mut all = Vec::new();
    for number in first..first + SETTINGS {
        let state = State {
            words: Some(Language::En),
            ..settings(number)
        };
        all.push(shown(t, state).await?);
    }
    // All settings say something, and not the same.
    let mut queries: Vec<&str> = all.iter().map(|shown| shown.query.as_str()).collect();
    queries.sort_unstable();
    queries.dedup();
    same(queries.len() as u64, SETTINGS, "different settings")?;
    for shown in all {
        // On a page as the preview's: its language, colour scheme and font are the reader's too.
        let style = format!(r#"<link rel="stylesheet" href="{FOLDER}demo/host.css">"#);
        let body = format!("<div>{}</div>\n{}", shown.element, shown.script);
        let page = Page::new(body).language("ar-MA", "rtl");
        t.open(page.head(&style).head(&shown.head)).await?;
        // The second may stand below the screen.
        t.wait_for("state(0) === 'ready'", "the element").await?;
        t.js("reader(1).scrollIntoView({ behavior: 'instant' })")
            .await?;
        t.wait_both().await?;
        for (number, form) in [(0, "element"), (1, "script")] {
            t.wait_for(
                &format!("{WHOLE}(reader({number}))"),
                &format!("all of the {form} of {}", shown.query),
            )
            .await?;
            let reader = t.get(&format!("{OUTLINE}(reader({number}))")).await?;
            for (part, name) in [(0, "attributes"), (1, "markup")] {
                let (is, should) = (reader[part].as_str(), shown.reader[part].as_str());
                let (is, should) = (is.unwrap_or_default(), should.unwrap_or("nothing"));
                let (is, should) = from_difference(is, should);
                same(
                    is,
                    should,
                    &format!("{name} of the {form} of {}", shown.query),
                )?;
            }
        }
    }
    Ok(())
}

/// A little of two texts, from a little before where they differ.
fn from_difference<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let from = one.floor_char_boundary(same.count().saturating_sub(80));
    let part = |text: &'t str| &text[from..text.ceil_char_boundary(from + 400)];
    (part(one), part(other))
}

/// Settings that are tried in the other forms. The article is one of the demo's, so that it has an address.
const OTHER_FORMS: [&str; 3] = [
    "words=en&theme=dark&text-size=6&share=copy%20x&hide=tags",
    "words=en&sample=latin&ui-lang=fr&font=naskh&accent=teal&controls=size%20theme",
    "words=en&sample=blocks&numerals=arab&remember=off&embeds=link",
];

/// A setting's snippet in this form, and the preview's reader.
async fn in_form(t: &Trial, setting: &str, form: &str) -> Result<(String, Value)> {
    open(t, &format!("{setting}&form={form}")).await?;
    let reader = format!("{PREVIEW}.querySelector('qari-reader')");
    t.wait_for(&format!("{WHOLE}({reader})"), "all of the preview")
        .await?;
    let shown = t.get(&format!("{LOOK}({reader})")).await?;
    Ok((code(t, "snippet").await?, shown))
}

/// The attributes that were chosen, and what is seen of them. The source may be written otherwise; what loads and how high it is are the
/// frame's and the plugin's own.
const LOOK: &str = "((reader) => {
    const own = [...reader.attributes].filter(({ name }) => /^data-(?!state|src|loading|min-height)/.test(name));
    const root = reader.shadowRoot;
    return [
        own.map(({ name, value }) => `${name}=${value}`).sort(),
        root.querySelector('[part=title]').textContent,
        root.querySelector('[part=article]').dataset.textSize,
        getComputedStyle(root.querySelector('.reader')).backgroundColor,
        [...root.querySelectorAll('[part=share-link]')].map((link) => link.dataset.network),
        root.querySelector('[part=toolbar]')?.lang,
        root.querySelector('[part=body]').textContent,
    ];
})";

async fn the_frame_of_each_setting_shows_the_previews_reader(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    for setting in OTHER_FORMS {
        let (snippet, shown) = in_form(t, setting, "iframe").await?;
        t.open(Page::new(snippet)).await?;
        t.enter("embed.html").await?;
        t.wait_state("ready").await?;
        // Not by parsing, which the frame's own policy refuses.
        t.wait_for(
            &format!("part('body').textContent === {}", shown[6]),
            "all of it",
        )
        .await?;
        same(t.get(&format!("{LOOK}(reader())")).await?, shown, setting)?;
        t.leave().await?;
    }
    Ok(())
}

async fn the_shortcode_of_each_setting_shows_the_previews_reader(t: &Trial) -> Result<()> {
    prepare(t, None)?;
    for setting in OTHER_FORMS {
        let (snippet, shown) = in_form(t, setting, "wordpress").await?;
        let block = format!("<!-- wp:shortcode -->\n{snippet}\n<!-- /wp:shortcode -->");
        t.go(&pasted(block).await?).await?;
        t.wait_for("reader()?.dataset.state === 'ready'", "the article")
            .await?;
        t.wait_for(&format!("{WHOLE}(reader())"), "all of it")
            .await?;
        same(t.get(&format!("{LOOK}(reader())")).await?, shown, setting)?;
    }
    same(t.get("__seen.uncaught").await?, json!([]), "uncaught")
}
