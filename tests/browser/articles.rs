//! Articles that the scenarios load: our own words, in the Arabic of Moroccan news.

use serde_json::{Value, json};

/// The short article's headline.
pub const TITLE: &str = "فاس تستعيد سوقها القديم بعد أشغال دامت سنتين";

/// A sentence of the short article's first paragraph.
pub const FIRST: &str = "عاد الصناع التقليديون صباح اليوم إلى دكاكينهم وسط المدينة العتيقة";

/// Where the short article says that it lives.
pub const URL: &str = "https://news.example/fes/souk?ref=a&page=1";

/// Every field, few words, and the blocks that direction is about.
pub fn short() -> Value {
    json!({
        "url": URL,
        "language": "ar-MA",
        "title": TITLE,
        "summary": "فتحت المحلات أبوابها أمام الزوار بعد ترميم الأسقف الخشبية وتبليط الممرات.",
        "breadcrumb": [
            { "title": "الرئيسية", "url": "https://news.example/" },
            { "title": "مجتمع", "url": "https://news.example/society" }
        ],
        "authors": [{ "name": "Hakmoun", "url": "https://news.example/authors/hakmoun" }],
        "published": "2024-09-05T14:07:00+01:00",
        "publisher": { "name": "جريدة المدينة", "url": "https://news.example/" },
        "tags": ["فاس", "تراث"],
        "body": [
            { "type": "paragraph", "text": format!("{FIRST}، وقالت الجماعة إن الأشغال همت 120 محلا.") },
            { "type": "heading", "level": 2, "text": "ما الذي تغير؟" },
            { "type": "paragraph", "text": "iPhone 15 هو الهاتف الذي صورت به لقطات الافتتاح." },
            { "type": "paragraph", "text": "Les artisans ont retrouvé leurs ateliers." },
            { "type": "list", "ordered": false, "items": ["تبليط الممرات", "ترميم الأسقف"] },
            { "type": "quote", "text": "عدنا إلى بيتنا الأول.", "cite": "صانع نحاس" }
        ]
    })
}

/// So many paragraphs of some sixty words each, numbered so that they can be told apart.
pub fn long(paragraphs: usize) -> Value {
    let sentence = "وأوضح المتحدث أن الورش سيتواصل خلال الأسابيع المقبلة وفق البرنامج الذي اتفقت عليه الأطراف، \
                    وأن السكان سيستفيدون من الخدمات الجديدة تدريجيا قبل نهاية السنة.";
    let text = |number| json!({ "type": "paragraph", "text": format!("الفقرة {number}. {sentence} {sentence}") });
    json!({ "url": URL, "language": "ar-MA", "title": TITLE, "body": (1..=paragraphs).map(text).collect::<Vec<_>>() })
}

/// A short article with another headline, to tell two apart.
pub fn titled(title: &str) -> Value {
    let mut article = short();
    article["title"] = json!(title);
    article
}

/// Every kind of block and every field, few words of each: what a checker of the whole reader looks at. Needs
/// `data-base-url="{cdn}/demo/articles/"` for its images.
pub fn every(language: &str) -> Value {
    let primary = language.split('-').next().unwrap_or_default();
    let rtl = ["ar", "fa", "ur", "he"].contains(&primary);
    let words: [&str; 8] = if primary == "he" {
        [
            "יום אחד באסווירה: מן החומות אל שוק הדגים",
            "מדריך קצר לעיר שרואים ברגל, מן השער אל הנמל.",
            "האוטובוס הראשון מגיע בשעה 10:15, וזה מספיק לעיר שחוצים אותה בעשרים דקות.",
            "בוקר על החומות",
            "סירות דיג בנמל",
            "ימאי בגמלאות",
            "המחיר בדירהם",
            "טיולים",
        ]
    } else if rtl {
        [
            "يوم واحد في الصويرة: من الأسوار إلى سوق السمك",
            "دليل قصير لمدينة تزار مشيا على الأقدام، من الباب إلى الميناء.",
            "تصل أول حافلة على الساعة 10:15، وهي كافية لرؤية مدينة يقطعها المرء في عشرين دقيقة.",
            "صباحا فوق الأسوار",
            "قوارب الصيد في الميناء",
            "بحار متقاعد",
            "الثمن بالدرهم",
            "سفر",
        ]
    } else {
        [
            "One day in Essaouira: from the ramparts to the fish market",
            "A short guide to a town that is seen on foot, from gate to harbour.",
            "The first bus arrives at 10:15, which is enough for a town that is crossed in twenty minutes.",
            "Morning on the ramparts",
            "Fishing boats in the harbour",
            "A retired sailor",
            "Price in dirhams",
            "Travel",
        ]
    };
    let [title, summary, text, head, caption, speaker, price, tag] = words;
    let image = |name: &str| {
        json!({ "type": "image", "url": format!("../img/{name}-640.webp"), "alt": caption, "caption": caption,
                "credit": "Atelier Qari", "width": 640, "height": 427 })
    };
    let row = |n: u32| json!([text, n, n * 3, n * 120, n * 1440, n * 57_600]);
    json!({
        "url": URL, "language": language, "title": title, "summary": summary,
        "breadcrumb": [{ "title": tag, "url": "https://news.example/" }, { "title": head, "url": "https://news.example/1" }],
        "image": image("walls"),
        "authors": [{ "name": "Hakmoun", "url": "https://news.example/authors/hakmoun" }, { "name": speaker }],
        "published": "2024-09-05T14:07:00+01:00",
        "publisher": { "name": "جريدة المدينة", "url": "https://news.example/" },
        "tags": [tag, head],
        "body": [
            { "type": "paragraph", "html": format!("{text} <strong>{head}</strong> <em>{tag}</em> <a href=\"https://news.example/g\">{caption}</a>.") },
            { "type": "heading", "level": 2, "text": head },
            { "type": "paragraph", "html": format!("{text} +212 5 24 00 00 01 <code>cargo test</code> <kbd>Ctrl</kbd> <mark>{tag}</mark> m<sup>2</sup> H<sub>2</sub>O <q>{tag}</q> <small>{tag}</small> <ins>{tag}</ins> <del>{tag}</del> <abbr title=\"{head}\">AB</abbr>") },
            { "type": "heading", "level": 3, "text": head },
            { "type": "list", "ordered": false, "items": [caption, { "html": format!("{text}<ul><li>{caption}</li></ul>") }] },
            { "type": "list", "ordered": true, "items": [caption, text] },
            { "type": "paragraph", "html": format!("<dl><dt>{tag}</dt><dd>{caption}</dd></dl>") },
            { "type": "heading", "level": 4, "text": head },
            { "type": "quote", "text": text, "cite": speaker },
            { "type": "paragraph", "text": "iPhone 15" },
            { "type": "paragraph", "text": if rtl { "The wind is free, the tea is not." } else { "الريح مجانية، والشاي بثمنه." } },
            image("boats"),
            { "type": "gallery", "images": [image("boats"), image("door"), image("walls")] },
            { "type": "table", "caption": price, "head": [caption, price, price, price, price, price], "rows": [row(1), row(2)] },
            { "type": "code", "language": "csv", "text": "month,wind_kmh,sea_c,a_name_that_is_so_long_that_no_phone_shows_it_whole,another\nmay,34,17,1,2" },
            { "type": "heading", "level": 5, "text": head },
            { "type": "embed", "url": "https://www.youtube.com/watch?v=qariSample0", "title": caption },
            { "type": "heading", "level": 6, "text": head },
            { "type": "callout", "text": text },
            { "type": "paragraph", "html": format!("<details><summary>{head}</summary><p>{text}</p></details>") },
            { "type": "paragraph", "html": format!("<aside><p>{text}</p></aside>") },
            { "type": "divider" },
            { "type": "paragraph", "text": "https://news.example/an/address/that/is/so/long/that/no/phone/shows/it/in/one/line/2024/09/05/index.html" },
            { "type": "paragraph", "html": format!("<s>{text}</s><br><b>{tag}</b> <i>{tag}</i> <u>{tag}</u> <cite>{tag}</cite> <var>x</var> <samp>ok</samp> <time datetime=\"2024-09-05\">{tag}</time>") }
        ]
    })
}
