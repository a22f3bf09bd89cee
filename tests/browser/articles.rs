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
