//! What WordPress and Ghost themselves answer (`tests/fixtures/cms`), read and rendered: nothing of it is lost, nothing is shown twice.
//!
//! Each block of these articles has a word that stands nowhere else in it. A row says in which element the word is found; a row
//! that fails is named with all others that do. What Qari is known not to do yet is in [`GAPS`], and only as long as it fails.

mod render;

use std::fs;

use qari_reader::article::formats::{self, ReadError, ReadOptions};
use qari_reader::article::{Article, BuildContext, Link, build};
use qari_reader::config::Config;
use qari_reader::native::Native;
use render::page_of;
use scraper::{ElementRef, Html, Selector};

/// Rows that fail today: the fixture, and the row as it is named when it fails.
const GAPS: &[(&str, &str)] = &[];

/// What must hold for a fixture.
enum Row {
    /// The word stands once in the body, in an element that the selector finds.
    Once(&'static str, &'static str),
    /// An element that the selector finds on the page has this text and no other.
    Text(&'static str, &'static str),
    /// No such element has this text and no other.
    Not(&'static str, &'static str),
    /// The text is nowhere on the page.
    Never(&'static str),
    /// The selector finds so many on the page.
    Count(&'static str, usize),
    /// This of the article, as [`Shown::fields`] names it, is so.
    Field(&'static str, &'static str),
}
use Row::*;

/// An article of a fixture, as it is read and as it is shown.
struct Shown {
    article: Article,
    page: Html,
}

fn json(file: &str) -> String {
    fs::read_to_string(format!("tests/fixtures/cms/{file}")).unwrap()
}

fn read(file: &str, item: Option<&str>) -> Result<Shown, ReadError> {
    let options = ReadOptions {
        item,
        ..ReadOptions::default()
    };
    let reading = formats::read([json(file)], options)?;
    let source_url = "https://news.example/article.json";
    let context = BuildContext {
        source_url,
        secure: true,
        ..BuildContext::default()
    };
    let article = build(&Native, reading.draft, &context, None);
    let (config, _) = Config::from_attributes([("data-share", "none")]);
    let markup = render::markup(page_of(article.clone(), config, source_url));
    let page = Html::parse_fragment(&markup);
    Ok(Shown { article, page })
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(element: ElementRef) -> String {
    squeezed(&element.text().collect::<String>())
}

impl Shown {
    fn find<'a>(&'a self, selector: &str) -> Vec<ElementRef<'a>> {
        self.page
            .select(&Selector::parse(selector).unwrap())
            .collect()
    }

    fn body(&self) -> Vec<ElementRef<'_>> {
        self.find("[part=body]")
    }

    /// What is wrong about a row.
    fn wrong(&self, row: &Row) -> Option<String> {
        match row {
            Once(selector, word) => {
                let body: String = self.body().into_iter().map(text).collect();
                let selector = Selector::parse(selector).unwrap();
                let within = self.body().into_iter().any(|body| {
                    body.select(&selector)
                        .any(|element| text(element).contains(word))
                });
                match body.matches(word).count() {
                    1 if within => None,
                    1 => Some("elsewhere".into()),
                    count => Some(format!("{count} times")),
                }
            }
            Text(selector, wanted) => {
                let found: Vec<_> = self.find(selector).into_iter().map(text).collect();
                (!found.iter().any(|text| text == wanted)).then(|| format!("{found:?}"))
            }
            Not(selector, unwanted) => {
                let mut found = self.find(selector).into_iter().map(text);
                found
                    .any(|text| text == *unwanted)
                    .then(|| "it is there".into())
            }
            Never(word) => {
                let all = self.page.root_element();
                text(all).contains(word).then(|| "it is there".into())
            }
            Count(selector, wanted) => {
                let count = self.find(selector).len();
                (count != *wanted).then(|| format!("{count}"))
            }
            Field(name, wanted) => {
                let found = self.field(name);
                (found != *wanted).then_some(found)
            }
        }
    }

    /// Elements of the body without anything to see or hear.
    fn empty(&self) -> Option<String> {
        let all = "figure, figcaption, p, li, ul, ol, dl, h2, h3, h4, h5, h6, blockquote, pre, table, a, div, section, summary, aside";
        let all = Selector::parse(all).unwrap();
        let inside = Selector::parse("img, iframe, audio, video, svg, hr, math").unwrap();
        let elements = self.body().into_iter().flat_map(|body| body.select(&all));
        let empty: Vec<_> = elements
            .filter(|element| text(*element).is_empty() && element.select(&inside).next().is_none())
            .map(|element| element.html())
            .collect();
        (!empty.is_empty()).then(|| empty.join(" "))
    }

    /// What the article has of a field; nothing where it has none.
    fn field(&self, name: &str) -> String {
        let article = &self.article;
        let image = article.image.as_ref();
        let names = |links: &[Link]| {
            let names = links.iter().map(|link| link.text.as_str());
            let names = names.filter(|name| !name.is_empty());
            names.collect::<Vec<_>>().join(" > ")
        };
        match name {
            "title" => article.title.clone(),
            "summary" => article.summary.clone().unwrap_or_default(),
            "tags" => article.tags.join(", "),
            "authors" => names(&article.authors),
            "breadcrumb" => names(&article.breadcrumb),
            "url" => article
                .url
                .as_ref()
                .map(|url| url.as_str().to_owned())
                .unwrap_or_default(),
            "published" => article.published.map(|date| date.iso()).unwrap_or_default(),
            "modified" => article.modified.map(|date| date.iso()).unwrap_or_default(),
            "image" => image
                .map(|image| image.url.as_str().to_owned())
                .unwrap_or_default(),
            "image's alt" => image.map(|image| image.alt.clone()).unwrap_or_default(),
            "image's caption" => image
                .and_then(|image| image.caption.clone())
                .unwrap_or_default(),
            _ => unreachable!("{name}"),
        }
    }
}

fn name(row: &Row) -> String {
    match row {
        Once(selector, word) => format!("once «{word}» in {selector}"),
        Text(selector, wanted) => format!("{selector} is «{wanted}»"),
        Not(selector, unwanted) => format!("{selector} is not «{unwanted}»"),
        Never(word) => format!("never «{word}»"),
        Count(selector, count) => format!("{count} of {selector}"),
        Field(name, wanted) => format!("{name} is «{wanted}»"),
    }
}

/// Holds for every article.
const ALWAYS: &[Row] = &[
    Never("hellip"),
    Never("[…]"),
    Never("</"),
    Never("[gallery"),
    Never("[caption"),
    Never("[audio"),
    Never("[video"),
    Never("[playlist"),
    Never("wp:"),
    Never("kg-card"),
    Never("function"),
    Count("[part=title]", 1),
    Count("[part=body] form, [part=body] input, [part=body] select", 0),
];

/// What of a fixture is not as the rows and [`GAPS`] have it.
fn check(file: &str, item: Option<&str>, rows: &[Row]) -> Vec<String> {
    let place = match item {
        None => file.to_owned(),
        Some(item) => format!("{file}#{item}"),
    };
    let mut out = Vec::new();
    let mut is = |row: String, fault: Option<String>| {
        let known = GAPS.contains(&(place.as_str(), row.as_str()));
        match fault {
            Some(fault) if !known => out.push(format!("{place}: {row}, but: {fault}")),
            None if known => out.push(format!("{place}: {row}: it is so now, take it off GAPS")),
            _ => {}
        }
    };
    match read(file, item) {
        Err(fault) => is("an article".into(), Some(format!("{fault:?}"))),
        Ok(shown) => {
            is("an article".into(), None);
            for row in ALWAYS.iter().chain(rows) {
                is(name(row), shown.wrong(row));
            }
            is("nothing empty".into(), shown.empty());
        }
    }
    out
}

/// What is not as it should be where the system has no such article.
fn check_nothing(file: &str) -> Vec<String> {
    let row = "no article is there";
    let fault = match read(file, None) {
        Err(ReadError::EmptyArticle) => None,
        Err(fault) => Some(format!("{fault:?}")),
        Ok(shown) => Some(format!("{:?}", shown.article)),
    };
    match (fault, GAPS.contains(&(file, row))) {
        (Some(fault), false) => vec![format!("{file}: {row}, but: {fault}")],
        (None, true) => vec![format!("{file}: {row}: it is so now, take it off GAPS")],
        _ => Vec::new(),
    }
}

/// Names all at once.
fn hold<const N: usize>(wrong: [Vec<String>; N]) {
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_block_of_text_of_wordpress() {
    hold([check(
        "wordpress-7.1.4/text.json",
        None,
        &[
            Field(
                "title",
                "سوق العطارين: كل ما يكتب & يقال “بالكلمات” … والأسعار",
            ),
            Field("tags", "Fès, أسواق, عطارة"),
            Field("authors", "أمينة الراجي"),
            Field("breadcrumb", "فاس ومكناس"),
            Field("published", "2026-11-04T09:30+01:00"),
            Field("modified", "2026-11-05T09:30+01:00"),
            Field(
                "url",
                "https://news.example/2026/11/04/%d8%b3%d9%88%d9%82-%d8%a7%d9%84%d8%b9%d8%b7%d8%a7%d8%b1%d9%8a%d9%86/",
            ),
            Field(
                "image",
                "https://news.example/wp-content/uploads/2026/11/viaduct-640.webp",
            ),
            Field("image's alt", "قنطرة فوق الوادي"),
            Field("image's caption", "قنطرة الوادي في الصباح"),
            // What WordPress cut out of the text is no summary: it is read twice.
            Count("[part=summary]", 0),
            Once("p > strong", "الزعفران"),
            Text("[part=body] p s", "يمحو"),
            Text("[part=body] p code", "12 MAD"),
            Text("[part=body] p sub", "2"),
            Text("[part=body] p mark", "بالأحمر"),
            Text("[part=body] p kbd", "Ctrl"),
            Text("[part=body] p bdo[lang=fr]", "Marché couvert"),
            Text(
                "[part=body] a[href='https://news.example/souk/']",
                "دليل السوق",
            ),
            Never("تتمة الخبر"),
            Once("h2", "البرتقال"),
            Once("p", "الياقوت"),
            Once("h3", "الليمون"),
            Once("p[dir=ltr]", "bergamote"),
            Once("h4", "الكمثرى"),
            Once("ul > li strong", "فلفل"),
            Once("ul > li > ul > li", "كمون"),
            Once("ul > li", "قرنفل"),
            Once("ol[start='5'] > li", "زنجبيل"),
            Once("ol[start='5'] > li", "كركم"),
            Once("ol[reversed] > li", "يانسون"),
            Once("ol[reversed] > li", "شومر"),
            Once("ol[type=I] > li", "خردل"),
            Once("ol[type=a] > li", "سماق"),
            Once("blockquote p", "النعناع"),
            Once("blockquote p", "الشيح"),
            Once("blockquote cite", "السمسم"),
            Once("blockquote p", "الحلبة"),
            Once("blockquote cite", "الحناء"),
            Once("pre", "قرفة"),
            Once("pre", "if (a < b && c)"),
            Once("pre", "الجوز"),
            Once("pre", "اللوز"),
            Once("pre, p", "الورد"),
            Once("pre, p", "ياسمين"),
            Once("table thead th", "خزامى"),
            Once("table tbody td", "إكليل"),
            Once("table tbody td", "زعتر"),
            Once("table tfoot td", "بابونج"),
            Once("caption, figcaption", "الصنوبر"),
            Count("[part=body] hr", 1),
            Once("details > summary", "البخور"),
            Once("details p", "العنبر"),
            Text("[part=body] summary, [part=body] h3", "سؤال المسك"),
            Once("p", "الكافور"),
            Text("[part=body] summary, [part=body] h3", "سؤال الصندل"),
            Once("p", "اللبان"),
            Once("summary, h2, h3, h4, p", "لسان الصيف"),
            Once("p", "بطيخ"),
            Once("summary, h2, h3, h4, p", "لسان الشتاء"),
            Once("p", "كستناء"),
            Once("math msup", "x2"),
            Never("x^2+1"),
            Once("p", "الفستق"),
            Never("سر"),
            Never("color: red"),
            Once("p", "البندق"),
            Once("blockquote", "الكاجو"),
            Never("souk_hours"),
            Once("h2", "الخروب"),
            Once("p", "شجرة تين"),
            Once("ol > li", "الأرغن"),
        ],
    )]);
}

#[test]
fn every_block_of_pictures_players_and_embeds_of_wordpress() {
    hold([check(
        "wordpress-7.1.4/media.json",
        None,
        &[
            Field("summary", "ملخص كتبه المحرر عن الصور."),
            Once("p", "السفرجل"),
            Once("figure figcaption strong", "المشمش"),
            Count("[part=body] figure > img[alt='عاملة أركان'][srcset]", 1),
            Once("figure figcaption", "الخوخ"),
            Count(
                "[part=body] a[href='https://news.example/basket/'] img[alt='سلة']",
                1,
            ),
            Count("[part=body] img[alt='نخيل بلا تعليق']", 1),
            Once("figcaption", "الكرز"),
            Count("[part=body] img[alt='قوارب']", 1),
            Count("[part=body] img[alt='باب']", 1),
            Once("figcaption, p", "الرمان"),
            Once("figcaption, p", "التوت"),
            Once("figcaption, p", "العناب"),
            // The block, the shortcode, and the shortcode of a list; the block of a list sends titles and no addresses.
            Count(
                "[part=body] [src*='souk.mp3'], [part=body] a[href*='souk.mp3']",
                3,
            ),
            Text("[part=body] li", "نشيد المانجوفرقة السوق3:05"),
            Count("[part=body] li br", 2),
            Count(
                "[part=body] [src*='souk.mp4'], [part=body] a[href*='souk.mp4']",
                2,
            ),
            Once("a[href$='souk.pdf']", "الزيتون"),
            Count("[part=body] a[href$='souk.pdf']", 1),
            Once("p", "الأجاص"),
            Count("[part=body] img[alt='قنطرة']", 1),
            Once("p", "دراق"),
            Count("[part=body] img[alt='نخيل ونص']", 1),
            Once("figcaption, p", "الأناناس"),
            Once("li, p, a", "المانجو"),
            Once("figure", "سوق في الصباح"),
            Count("[part=body] figure.embed", 2),
            Once("figcaption, p", "الموز"),
            Once("blockquote", "هيل"),
            Once("figcaption, p", "الجوافة"),
            Once(
                "a[href='https://news.example/2026/11/01/older/']",
                "news.example/2026/11/01/older",
            ),
            Once(
                "a[href='https://quiet.example/audio/7']",
                "quiet.example/audio/7",
            ),
            Once("figcaption, p", "البابايا"),
            Count("[part=body] img[src*='argan-640-150x150']", 1),
            Once("figcaption", "تعليق قديم للصورة"),
            Once("figcaption", "الكيوي"),
            Once("p", "الهندباء"),
            // What stands for a player that is there, and a player's own buttons.
            Never(".mp3?_=1"),
            Never("{\"type\""),
            Never("Duration:"),
            Text("[part=body] figcaption, [part=body] p", "معرض الرمان"),
        ],
    )]);
}

#[test]
fn every_block_of_design_of_wordpress() {
    hold([check(
        "wordpress-7.1.4/design.json",
        None,
        &[
            Once("p", "بالقمح"),
            Once("p", "شعير"),
            Once("p", "ذرة"),
            Once("h2", "العدس"),
            Once("p", "حمص"),
            Once("p", "فول"),
            Once("p", "لوبيا"),
            Once("p", "ترمس"),
            Once("a[href='https://news.example/buy/']", "الكتان"),
            Once("a[href='https://news.example/sell/']", "القطن"),
            Count("[part=body] hr", 1),
            Count("[part=body] a[href='https://www.facebook.com/newsdesk']", 1),
            Count("[part=body] a[href='https://x.com/newsdesk']", 1),
            Once("p", "بالأرز"),
            // The headline, the author and the date are above the text; they are not repeated by blocks that show them on a page.
            Count("[part=body] h1", 0),
            Not("[part=body] h2", "تصميم الصفحة"),
            Never("اقرأ المزيد من الصفصاف: تصميم الصفحة"),
            // A search, a calendar, a way to log in: of the page, not of the article.
            Never("تسجيل الدخول"),
            Never("ابحث"),
            Never("بحث"),
            Never("الأرشيف"),
            Never("اختر شهر"),
            Count("[part=body] table", 0),
            Count("[part=body] img[src*='gravatar']", 0),
        ],
    )]);
}

#[test]
fn wordpress_in_the_classic_editor_and_without_an_excerpt() {
    hold([
        check(
            "wordpress-7.1.4/list.json",
            Some("souk-long"),
            &[
                Field("title", "السوق بلا ملخص"),
                Count("[part=summary]", 0),
                Once("p", "طرفاء"),
                Once("p", "عرعر"),
            ],
        ),
        check(
            "wordpress-7.1.4/list.json",
            Some("205"),
            &[
                Field("title", "Le souk, à l’ancienne"),
                Count("[part=summary]", 0),
                Once("p", "platane"),
                Once("p", "bouleau"),
                Count("[part=body] p > br", 1),
                Count("[part=body] img[alt='Palmiers']", 1),
                Once("figcaption", "cyprès"),
                Once("p", "« des guillemets » — puis un tiret…"),
                Once("h3", "tilleul"),
                Once("ol[start='3'] > li", "hêtre"),
                Once("blockquote", "charme"),
                Count("[part=body] img[src*='argan-640-150x150']", 1),
                Count("[part=body] img[src*='basket-640-150x150']", 1),
                Count("[part=body] figure.embed", 1),
                Once("blockquote", "هيل"),
                Count(
                    "[part=body] [src*='souk.mp3'], [part=body] a[href*='souk.mp3']",
                    1,
                ),
                Never("unknown_widget"),
                Once("p", "érable"),
            ],
        ),
    ]);
}

#[test]
fn a_post_of_wordpress_with_a_password() {
    hold([
        check(
            "wordpress-7.1.4/protected.json",
            None,
            &[
                Field("title", "خبر بكلمة سر"),
                Field("summary", ""),
                Field("authors", "أمينة الراجي"),
                Field("url", "https://news.example/2026/11/07/souk-protected/"),
            ],
        ),
        // The owner gave the password: what came is the whole text.
        check(
            "wordpress-7.1.4/protected-opened.json",
            None,
            &[Field("summary", "ملخص محمي"), Once("p", "سنديان")],
        ),
    ]);
}

#[test]
fn what_wordpress_does_not_have_is_no_article() {
    hold([
        check_nothing("wordpress-7.1.4/nothing.json"),
        check_nothing("wordpress-7.1.4/not-found.json"),
    ]);
}

#[test]
fn every_card_of_text_of_ghost() {
    hold([check(
        "ghost-6.65.0/words.json",
        None,
        &[
            Field(
                "title",
                "سوق العطارين: كل ما يكتب & يقال \"بالكلمات\" … والأسعار",
            ),
            Field("tags", "جهات, أسواق, Fès"),
            Field("authors", "أمينة الراجي"),
            Field("breadcrumb", "جهات"),
            Field("published", "2026-11-01T08:30+00:00"),
            Field("url", "https://news.example/souk-words/"),
            Field(
                "image",
                "https://news.example/content/images/2026/11/viaduct.webp",
            ),
            Field("image's alt", "قنطرة فوق الوادي"),
            Field("image's caption", "قنطرة الوادي في الصباح"),
            // Ghost's own excerpt is the beginning of the text.
            Count("[part=summary]", 0),
            Once("p > strong", "الزعفران"),
            Text("[part=body] p s", "يمحو"),
            Text("[part=body] p u", "ما كتب"),
            Text("[part=body] p code", "12 MAD"),
            Text("[part=body] p sub", "2"),
            Text("[part=body] p mark", "بالأحمر"),
            Text(
                "[part=body] a[href^='https://news.example/souk/']",
                "دليل السوق",
            ),
            Once("p", "قصب"),
            Once("h2", "البرتقال"),
            Once("p", "الياقوت"),
            Once("h3", "الليمون"),
            Once("p[dir=ltr]", "bergamote"),
            Once("h4", "الكمثرى"),
            Once("h5", "العليق"),
            Once("h6", "النبق"),
            Once("ul > li strong", "فلفل"),
            Once("ul > li > ul > li", "كمون"),
            Once("ul > li", "قرنفل"),
            Once("ol[start='5'] > li", "زنجبيل"),
            Once("ol[start='5'] > li", "كركم"),
            Once("blockquote", "النعناع"),
            Once("blockquote, aside", "الحلبة"),
            Once("[part=body] > * strong", "القرفة"),
            Once("*", "💡"),
            Once("*", "السدر"),
            Text("[part=body] summary, [part=body] h4", "لماذا البخور؟"),
            Once("p", "العنبر"),
            Once("pre", "let زعتر = 7; // if (a < b && c) indent();"),
            Once("figcaption, p", "الإكليل"),
            Once("p", "الفستق"),
            Never("سر\""),
            Never("سنديان"),
            Once("p", "بلوط"),
            Once("h2", "الخزامى"),
            Once("p strong", "البندق"),
            Once("ol[start='3'] > li", "عرعر"),
            Once("ol[start='3'] > li", "صنوبر"),
            Once("ul > li", "الخردل"),
            Once("ul > li", "السماق"),
            Once("thead th", "شمندر"),
            Once("tbody td", "جزر"),
            Once("ol > li", "الأرغن"),
            Once("a[href^='https://news.example/buy/']", "الكتان"),
            // A product is one thing: its picture, name, text and link.
            Once("*", "العسل"),
            Once("*", "الشهد"),
            Count("[part=body] a[href^='https://news.example/honey/']", 1),
            Once("a[href^='https://news.example/honey/']", "اشتر السلة"),
            Count("[part=body] img[src$='basket.webp']", 1),
            Once("h2", "القمح"),
            Once("*", "شعير"),
            Once("a[href^='https://news.example/corn/']", "الذرة"),
            Once("h2", "العدس"),
            Once("p", "حمص"),
            Once("a[href^='https://news.example/beans/']", "الفول"),
            Count("[part=body] img[src$='viaduct.webp']", 1),
            // Nobody can sign up here, and Ghost itself hides the card until its script runs.
            Never("الترمس"),
            Never("لوبيا"),
            Never("بلا إزعاج"),
            Never("Email sent"),
            Once("*", "المسك"),
            Once("*", "الكافور"),
            Once("a[href^='https://news.example/ad/']", "اللبان"),
            Count("[part=body] img[src$='boats.webp']", 1),
            Count("[part=body] img[alt='CTA Image']", 0),
            // In letters only.
            Never("صندل"),
            Never("ورس"),
            Once("p", "شجرة تين"),
        ],
    )]);
}

#[test]
fn every_card_of_pictures_players_and_embeds_of_ghost() {
    hold([check(
        "ghost-6.65.0/media.json",
        None,
        &[
            Field("summary", "ملخص كتبه المحرر عن الصور."),
            Once("p", "السفرجل"),
            Once("figure figcaption", "المشمش"),
            Count("[part=body] figure > img[alt='عاملة أركان'][srcset]", 1),
            Once("figure figcaption", "الخوخ"),
            Count(
                "[part=body] a[href^='https://news.example/basket/'] img[alt='سلة']",
                1,
            ),
            Count("[part=body] img[alt='نخيل بلا تعليق']", 1),
            Count("[part=body] img[alt='قوارب']", 1),
            Count("[part=body] img[alt='باب']", 1),
            Once("figcaption, p", "الرمان"),
            Once("*", "التوت"),
            Count(
                "[part=body] [src$='souk.mp3'], [part=body] a[href$='souk.mp3']",
                1,
            ),
            Once("figcaption, p", "العناب"),
            Count(
                "[part=body] [src$='souk.mp4'], [part=body] a[href$='souk.mp4']",
                1,
            ),
            // A player's own buttons, the name of its drawing, and what Ghost calls a picture that it has no words for.
            Count("[part=body] img[alt='audio-thumbnail']", 0),
            Never("0:00"),
            Never("1×"),
            Never("download-circle"),
            Once("a[href$='souk.pdf']", "الزيتون"),
            Once("*", "الزيزفون"),
            Once("*", "20 KB"),
            Count("[part=body] a[href$='souk.pdf']", 1),
            Count("[part=body] a[href^='https://other.example/page']", 1),
            Once("a[href^='https://other.example/page']", "الدراق"),
            Once("*", "البطيخ"),
            Once("*", "الكستناء"),
            Once("*", "الجوز"),
            Once("*", "الإجاص"),
            Once("figure.embed", "سوق في الصباح"),
            Once("figcaption, p", "الموز"),
            Once("blockquote", "هيل"),
            Once("*", "الجوافة"),
            Once(
                "figure.embed, a[href*='open.spotify.com']",
                "Spotify Embed: السوق",
            ),
            Once("p", "الهندباء"),
        ],
    )]);
}

#[test]
fn a_post_of_ghost_that_came_as_html() {
    let rows = [
        Field("title", "Le souk, à l’ancienne"),
        Count("[part=summary]", 0),
        Once("p > em", "platane"),
        Once("h2", "tilleul"),
        Once("ol[start='3'] > li", "hêtre"),
        Once("blockquote", "charme"),
        Count("[part=body] img[alt='Palmiers']", 1),
        Once("figcaption", "cyprès"),
        Once("th", "Bouleau"),
        Count("[part=body] hr", 1),
        Once("p", "érable"),
    ];
    hold([
        check("ghost-6.65.0/html.json", None, &rows),
        check("ghost-6.65.0/list.json", Some("souk-html"), &rows),
    ]);
}

#[test]
fn what_ghost_has_for_members_only() {
    let rows = [
        Field("title", "للمشتركين بعد السطر الأول"),
        Count("[part=summary]", 0),
        Once("p", "صفصاف"),
        Never("سنديان"),
    ];
    hold([
        check(
            "ghost-6.65.0/members.json",
            None,
            &[
                Field("title", "للمشتركين وحدهم"),
                Field("summary", "ملخص للجميع."),
                Field("authors", "أمينة الراجي"),
                Field("url", "https://news.example/souk-members/"),
                Field(
                    "image",
                    "https://news.example/content/images/2026/11/viaduct.webp",
                ),
            ],
        ),
        // What stands before the paywall is the whole of what came; the excerpt is the same again.
        check("ghost-6.65.0/paywall.json", None, &rows),
        check("ghost-6.65.0/list.json", Some("souk-paywall"), &rows),
    ]);
}

#[test]
fn a_page_of_ghost_and_a_post_without_its_html() {
    hold([
        check(
            "ghost-6.65.0/page.json",
            None,
            &[
                Field("title", "من نحن"),
                Count("[part=summary]", 0),
                Once("p", "عرعر"),
            ],
        ),
        check(
            "ghost-6.65.0/plain.json",
            None,
            &[
                Field("title", "Le souk, à l’ancienne"),
                Once("p", "platane"),
                Once("p", "tilleul"),
                Once("*", "hêtre"),
                Once("p", "érable"),
            ],
        ),
    ]);
}

#[test]
fn what_ghost_does_not_have_is_no_article() {
    hold([check_nothing("ghost-6.65.0/nothing.json")]);
    // Its answer with a status that says so before anybody reads it.
    assert!(read("ghost-6.65.0/not-found.json", None).is_err());
}
