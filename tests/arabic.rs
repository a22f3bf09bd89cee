//! Arabic first: the rules that can be proved without an engine, each by its number. The rules that only an engine can
//! prove are the browser scenarios `arabic`; docs/TESTING.md lists which test proves which rule.

mod render;

use qari_reader::language::Dir;
use qari_reader::share::plain_title;
use render::{all, attribute, count, page, render, shown};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

/// The stylesheet, without its comments.
fn sheet() -> String {
    let css = include_str!("../static/qari.css");
    let mut rest = css;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Its declarations: property and value.
fn declarations(css: &str) -> impl Iterator<Item = (&str, &str)> {
    css.split(['{', '}', ';'])
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
}

/// A Moroccan article with this body.
fn body(html: &str) -> Html {
    let article = json!({ "title": "عنوان", "language": "ar-MA", "body": html });
    shown(article, &[])
}

/// `name=value` of an attribute of each child of the body, `-` where it has none.
fn of_blocks(html: &Html, name: &str) -> Vec<String> {
    let blocks = Selector::parse("[part=body] > *").unwrap();
    let value = |block: ElementRef| block.attr(name).unwrap_or("-").to_owned();
    html.select(&blocks).map(value).collect()
}

/// The date of an article as it is shown.
fn dated(language: &str, published: &str) -> String {
    let article =
        json!({ "title": "ع", "language": language, "published": published, "body": "<p>نص</p>" });
    all(&shown(article, &[]), "time[part=date]").concat()
}

/// The reading time of so many words.
fn read_in(language: &str, words: usize, attributes: &[(&str, &str)]) -> String {
    let word = if language.starts_with("ar") {
        "كلمة "
    } else {
        "mot "
    };
    let article = json!({ "title": "ع", "language": language, "body": word.repeat(words) });
    all(&shown(article, attributes), "[part=reading-time]").concat()
}

#[test]
fn rule_01_article_and_interface_each_have_dir_and_lang() {
    let both = |html: &Html, part: &str| {
        ["dir", "lang"].map(|name| attribute(html, part, name).unwrap_or_default())
    };
    for (language, dir, text) in [
        ("ar-MA", "rtl", "نص"),
        ("fa", "rtl", "متن"),
        ("he", "rtl", "טקסט"),
        ("fr", "ltr", "Texte"),
    ] {
        let article =
            json!({ "title": text, "language": language, "body": format!("<p>{text} {text}</p>") });
        for (ui, ui_dir) in [("ar", "rtl"), ("en", "ltr")] {
            let html = shown(article.clone(), &[("ui-lang", ui)]);
            assert_eq!(both(&html, "[part=article]"), [dir, language]);
            for part in [
                "[part=toolbar]",
                "[part=share]",
                "[part=status]",
                "[part=reading-time]",
            ] {
                assert_eq!(both(&html, part), [ui_dir, ui], "{part}");
            }
        }
    }
    let css = sheet();
    assert!(declarations(&css).all(|(name, _)| name != "direction"));
}

#[test]
fn rule_02_one_right_to_left_letter_keeps_a_block_in_the_articles_direction() {
    let html = body(
        "<p>iPhone 15 هو الهاتف الأكثر مبيعا.</p><p>Les artisans sont là.</p><p>2 - 1</p><h2>Nvidia RTX</h2>",
    );
    assert_eq!(of_blocks(&html, "dir"), ["-", "ltr", "-", "ltr"]);
    // Headline and standfirst are blocks like any other; digits and commas are no letters.
    for (language, text, dir) in [
        ("ar", "iPhone 15 هو الهاتف", None),
        ("ar", "Le train", Some("ltr")),
        ("en", "What قارئ means", None),
        ("en", "معنى الكلمة", Some("rtl")),
        ("en", "Souk ٢٠٢٤، part ٢", None),
    ] {
        let of_language = match language {
            "ar" => "<p>نص من سطر واحد</p>",
            _ => "<p>A text of more than one line</p>",
        };
        let html = shown(
            json!({ "title": text, "summary": text, "language": language, "body": of_language }),
            &[],
        );
        for part in ["[part=title]", "[part=summary]"] {
            assert_eq!(
                attribute(&html, part, "dir").as_deref(),
                dir,
                "{part} {text}"
            );
        }
    }
}

#[test]
fn rule_03_every_inserted_text_is_isolated() {
    let html = shown(
        json!({
            "title": "عنوان", "language": "ar", "url": "https://a.example/1", "body": "<p>نص</p>",
            "breadcrumb": [{ "title": "Home", "url": "/" }, { "title": "Tech" }],
            "authors": [{ "name": "hakmoun" }, { "name": "Yanis", "url": "https://a.example/y" }],
            "published": "2024-09-05T14:07:00+01:00", "tags": ["iPhone"], "publisher": { "name": "Le Journal" },
            "image": { "url": "https://a.example/1.jpg", "caption": "iPhone", "credit": "AFP" }
        }),
        &[],
    );
    let text_nodes = html.tree.nodes().filter(|node| {
        node.value().as_text().is_some_and(|text| {
            [
                "Home",
                "Tech",
                "hakmoun",
                "Yanis",
                "iPhone",
                "Le Journal",
                "AFP",
            ]
            .contains(&&**text)
        })
    });
    let mut seen = 0;
    for node in text_nodes {
        seen += 1;
        let holder = node.parent().and_then(ElementRef::wrap).unwrap();
        assert!(
            holder.value().name() == "bdi" || holder.attr("dir").is_some(),
            "{}",
            holder.html()
        );
    }
    assert!(seen >= 8, "{seen}");
    assert_eq!(count(&html, "[part=date] bdi"), 1);
    assert_eq!(all(&html, "[part=caption] [dir=ltr]"), ["iPhone"]);
}

#[test]
fn rule_04_numbers_addresses_and_handles_are_isolated_left_to_right() {
    let html = body(
        "<p>للاتصال: +212 5 37 00 00 00 أو info@example.ma أو www.example.ma أو @marocinfo، واكتب <code>cargo test</code>.</p>",
    );
    assert_eq!(
        all(&html, "[part=body] [dir=ltr]"),
        [
            "+212 5 37 00 00 00",
            "info@example.ma",
            "www.example.ma",
            "@marocinfo",
            "cargo test"
        ]
    );
    let text = "الهاتف:+212 5 37 00 00 00 أو @qari";
    let image = json!({ "url": "https://a.example/1.jpg", "caption": text });
    let html = shown(
        json!({ "title": text, "summary": text, "image": image, "breadcrumb": [{ "title": "فاس" }], "language": "ar", "body": "<p>نص</p>" }),
        &[],
    );
    for part in ["title", "summary", "caption", "breadcrumb"] {
        assert_eq!(
            all(&html, &format!("[part={part}] bdi[dir=ltr]")),
            ["+212 5 37 00 00 00", "@qari"]
        );
        assert!(
            all(&html, &format!("[part={part}]"))
                .concat()
                .ends_with(text)
        );
    }
}

#[test]
fn rule_04_groups_of_digits_scores_and_names_with_signs_keep_their_order() {
    let html = body(
        "<p>للحجز 800 555 0142 أو 9200 31 400 أو ٨٠٠ ٣١٢ ٤٥٦٧.</p><p>البطاقة 5555 4444 3333 2222 وردمك 978-9920-7-1234-5.</p>\
         <p>انتهت المباراة 4-2، وهبطت الحرارة إلى -7 ثم \u{2212}12.</p><p>دورة في C++ و.NET وF# عام 2024.</p>",
    );
    assert_eq!(
        all(&html, "[part=body] bdi[dir=ltr]"),
        [
            "800 555 0142",
            "9200 31 400",
            "٨٠٠ ٣١٢ ٤٥٦٧",
            "5555 4444 3333 2222",
            "978-9920-7-1234-5",
            "4-2",
            "-7",
            "\u{2212}12",
            "C++",
            ".NET",
            "F#"
        ]
    );
}

#[test]
fn rule_05_the_text_is_never_rewritten() {
    // A tatweel, both joiners, marks, a ligature's letters and a mark of direction that is the writer's own.
    let text = "می\u{200c}خواهم كتـــاب ه\u{200d} ٱللَّهُ لا الله \u{200f}(2024)\u{200e} +212 5 37 00 00 00 كما هو.";
    let html = body(&format!("<p>{text}</p>"));
    assert_eq!(all(&html, "[part=body]").concat(), text);
}

#[test]
fn rule_06_a_plain_title_that_starts_latin_begins_with_a_right_to_left_mark() {
    assert_eq!(
        plain_title("iPhone 15 في المغرب", Dir::Rtl),
        "\u{200f}iPhone 15 في المغرب"
    );
    assert_eq!(plain_title("هاتف iPhone", Dir::Rtl), "هاتف iPhone");
    assert_eq!(plain_title("iPhone 15", Dir::Ltr), "iPhone 15");
    let article = json!({ "title": "iPhone في المغرب", "language": "ar", "url": "https://a.example/1", "body": "<p>نص</p>" });
    let href = attribute(&shown(article, &[]), "[data-network=whatsapp]", "href").unwrap();
    assert!(!href.contains("%E2%80%8"), "a bidi control in {href}");
}

#[test]
fn rule_07_dir_lang_bdi_and_bdo_survive_cleaning() {
    let html = body(
        "<p dir=ltr lang=fr>Le train</p><p dir=sideways>نص <bdi>hakmoun</bdi> <bdo dir=rtl>abc</bdo></p>",
    );
    assert_eq!(of_blocks(&html, "dir"), ["ltr", "-"]);
    assert_eq!(of_blocks(&html, "lang"), ["fr", "-"]);
    assert_eq!(
        all(&html, "[part=body] :is(bdi, bdo[dir=rtl])"),
        ["hakmoun", "abc"]
    );
}

#[test]
fn rule_08_a_sources_own_typography_does_not_survive() {
    let html = body(
        "<p style='letter-spacing:2px;text-align:justify;font:9px serif;line-height:1;width:20px;color:red' align=left \
         class=big>نص <font color=red face=Arial size=1>أحمر</font> <span style='letter-spacing:1px'>متباعد</span></p>\
         <table width=900 bgcolor=red><tr><td align=left width=700 style='width:700px'>خلية</td></tr></table>",
    );
    for gone in [
        "[style]",
        "[align]",
        "[color]",
        "[bgcolor]",
        "[face]",
        "[width]",
        "font",
        ".big",
    ] {
        assert_eq!(count(&html, &format!("[part=body] {gone}")), 0, "{gone}");
    }
}

/// How many values stand side by side: blanks inside brackets separate none.
fn values(value: &str) -> usize {
    let mut depth = 0;
    let outside = value.chars().filter(|c| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        *c == ' ' && depth == 0
    });
    1 + outside.count()
}

#[test]
fn rule_09_css_is_logical_only() {
    let css = sheet();
    let mut tried = 0;
    for (name, value) in declarations(&css) {
        tried += 1;
        let physical = |word: &str| matches!(word, "left" | "right");
        assert!(!name.split('-').any(physical), "{name}: {value}");
        let aligns = matches!(name, "float" | "clear" | "text-align");
        assert!(
            !aligns || !value.split(' ').any(physical),
            "{name}: {value}"
        );
        // Four values of one of these name the left and the right.
        let sides = matches!(name, "margin" | "padding" | "inset" | "border-width");
        assert!(!sides || values(value) < 4, "{name}: {value}");
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn rule_10_nothing_is_mirrored_by_force_and_the_progress_knows_its_side() {
    let css = sheet();
    let mirrored = |value: &str| value.contains("scaleX(-1") || value.contains("scale(-1");
    assert!(declarations(&css).all(|(_, value)| !mirrored(value)));
    for (language, dir, text) in [("ar", "rtl", "نص"), ("fr", "ltr", "Texte")] {
        let article =
            json!({ "title": text, "language": language, "body": format!("<p>{text} {text}</p>") });
        // Whatever the interface's and the page's direction.
        let html = shown(
            article,
            &[("ui-lang", if dir == "rtl" { "en" } else { "ar" })],
        );
        assert_eq!(attribute(&html, "[part=progress]", "dir").unwrap(), dir);
    }
}

#[test]
fn rule_12_nothing_spaces_letters_and_no_control_offers_it() {
    let css = sheet();
    assert!(declarations(&css).all(|(name, value)| name != "letter-spacing" || value == "normal"));
    let mut open = page(
        &json!({ "title": "ع", "body": "<p>نص</p>" }).to_string(),
        &[],
    );
    open.settings_open = true;
    assert_eq!(
        count(&render(open), "[data-choice*=letter], [part*=letter]"),
        0
    );
}

#[test]
fn rule_14_no_justification_and_no_hyphens() {
    let css = sheet();
    for (name, value) in declarations(&css) {
        assert!(name != "hyphens" || value == "none", "{name}: {value}");
        // `match-parent` is the start of what is around: a table's, for each of its cells.
        let value = value.trim_start_matches("-webkit-");
        assert!(
            name != "text-align" || matches!(value, "start" | "center" | "match-parent"),
            "{name}: {value}"
        );
    }
}

#[test]
fn rule_17_no_font_is_downloaded() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static");
    let mut read = 0;
    for file in std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
    {
        if !file
            .extension()
            .is_some_and(|kind| kind == "js" || kind == "css")
        {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        read += 1;
        for word in ["@font-face", "FontFace", ".woff"] {
            assert!(!text.contains(word), "{word} in {}", file.display());
        }
    }
    assert!(read >= 3, "{read} files");
}

#[test]
fn rule_19_months_have_their_countrys_names() {
    let month = |language, date| {
        let words = dated(language, date);
        let (first, last) = (words.find(' ').unwrap(), words.rfind(' ').unwrap());
        words[first + 1..last].to_owned()
    };
    for (languages, july, august, november) in [
        ("ar ar-EG ar-SA ar-AE", "يوليو", "أغسطس", "نوفمبر"),
        ("ar-MA", "يوليوز", "غشت", "نونبر"),
        ("ar-DZ ar-TN", "جويلية", "أوت", "نوفمبر"),
        (
            "ar-SY ar-IQ ar-LB ar-JO ar-PS",
            "تموز",
            "آب",
            "تشرين الثاني",
        ),
        ("ar-MR", "يوليو", "أغشت", "نوفمبر"),
    ] {
        for language in languages.split(' ') {
            for (date, name) in [
                ("2024-07-05", july),
                ("2024-08-05", august),
                ("2024-11-05", november),
            ] {
                assert_eq!(month(language, date), name, "{language}");
            }
        }
    }
}

#[test]
fn rule_20_digits_follow_the_region_unless_the_owner_says() {
    for (languages, year) in [
        ("ar ar-MA ar-DZ ar-TN ar-LY ar-AE ur he", "2024"),
        (
            "ar-EG ar-SA ar-IQ ar-SY ar-LB ar-JO ar-PS ar-KW ar-QA ar-BH ar-OM ar-MR",
            "٢٠٢٤",
        ),
        ("fa", "۲۰۲۴"),
    ] {
        for language in languages.split(' ') {
            let shown = dated(language, "2024-08-05");
            assert!(shown.contains(year), "{language}: {shown}");
        }
    }
    let minutes = read_in("ar-MA", 450, &[("numerals", "arab")]);
    assert!(minutes.contains('٣'), "{minutes}");
}

#[test]
fn rule_21_a_date_is_in_words_and_never_shifted() {
    assert_eq!(
        dated("ar", "2019-09-29T11:38:00+01:00"),
        "29 سبتمبر 2019، 11:38 صباحًا"
    );
    assert_eq!(
        dated("ar-MA", "2019-09-29T23:38:00-05:00"),
        "29 شتنبر 2019، 23:38"
    );
    assert_eq!(dated("ar", "2019-09-29"), "29 سبتمبر 2019");
    let article = |published: &str| json!({ "title": "ع", "language": "ar", "published": published, "body": "<p>نص</p>" });
    let instant = |published| attribute(&shown(article(published), &[]), "time", "datetime");
    assert_eq!(
        instant("2019-09-29T23:38:00-05:00").unwrap(),
        "2019-09-29T23:38-05:00"
    );
    assert_eq!(instant("2019-09-29 23:38:00").unwrap(), "2019-09-29T23:38");
}

#[test]
fn rule_22_plurals_have_six_forms() {
    for (minutes, words) in [
        (1, "دقيقة"),
        (2, "دقيقتان"),
        (3, "3 دقائق"),
        (10, "10 دقائق"),
        (11, "11 دقيقة"),
        (99, "99 دقيقة"),
        (100, "100 دقيقة"),
        (102, "102 دقيقة"),
        (103, "103 دقائق"),
    ] {
        assert_eq!(
            read_in("ar", minutes * 150, &[]),
            format!("وقت القراءة: {words}")
        );
    }
}

#[test]
fn rule_23_reading_time_counts_words_by_script() {
    for (language, words, minutes) in [
        ("ar", 1, "دقيقة"),
        ("ar", 224, "دقيقة"),
        ("ar", 225, "دقيقتان"),
        ("fr", 344, "1 minute"),
        ("fr", 345, "2 minutes"),
    ] {
        let time = read_in(language, words, &[]);
        assert!(time.ends_with(minutes), "{words} words: {time}");
    }
    // Marks and tatweel do not split a word; numbers and signs are none.
    let text = "كِتـــابٌ ".repeat(224) + "— 2024 50% +212 5 37 00 00 00";
    let article = json!({ "title": "ع", "language": "ar", "body": text });
    let html = shown(article, &[]);
    assert_eq!(all(&html, "[part=reading-time]"), ["وقت القراءة: دقيقة"]);
}

#[test]
fn rule_24_breadcrumb_headline_and_foreign_blocks_are_named() {
    let article: Value = json!({
        "title": "عنوان", "language": "ar", "breadcrumb": [{ "title": "مجتمع", "url": "/society" }],
        "body": "<h2>قسم</h2><blockquote lang=en><p>The road is long.</p></blockquote>"
    });
    let html = shown(article.clone(), &[]);
    assert_eq!(
        all(
            &html,
            "nav[aria-label] > ol > li:last-child[aria-current=page]"
        ),
        ["عنوان"]
    );
    assert!(all(&html, "nav").concat().chars().all(|c| c != '›'));
    let mut untitled = article.clone();
    untitled["title"] = json!("");
    assert_eq!(all(&shown(untitled, &[]), "nav li"), ["مجتمع"]);
    assert_eq!(
        (count(&html, "h1"), all(&html, "h2").concat()),
        (1, "قسم".into())
    );
    assert_eq!(of_blocks(&html, "lang"), ["-", "en"]);
    let mut below = page(&article.to_string(), &[]);
    below.surroundings.headline_level = 2;
    let html = render(below);
    assert_eq!(
        (count(&html, "h1"), all(&html, "h3").concat()),
        (0, "قسم".into())
    );
}

#[test]
fn rule_25_every_control_has_a_name_in_the_interfaces_language() {
    let article = json!({ "title": "Titre", "language": "fr", "url": "https://a.example/1", "body": "<p>Texte</p>" });
    let mut open = page(&article.to_string(), &[("ui-lang", "ar")]);
    open.settings_open = true;
    let html = render(open);
    let controls = Selector::parse("[part=toolbar] button, [part=share-link]").unwrap();
    let mut seen = 0;
    for control in html.select(&controls) {
        seen += 1;
        let text = control.text().collect::<String>();
        let name = control.attr("aria-label").unwrap_or(&text);
        assert!(
            name.contains(|c| ('\u{620}'..='\u{64a}').contains(&c)),
            "{}",
            control.html()
        );
    }
    assert!(seen >= 15, "{seen}");
    assert_eq!(
        attribute(&html, "[part=status]", "role").as_deref(),
        Some("status")
    );
    for (size, resting) in [("1", "size-decrease"), ("9", "size-increase")] {
        let html = shown(article.clone(), &[("text-size", size)]);
        assert_eq!(count(&html, "[part=toolbar] [disabled]"), 1);
        assert!(attribute(&html, &format!("[part={resting}]"), "disabled").is_some());
    }
}
