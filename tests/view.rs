//! The view rendered natively to a string: what it promises of roles, names, directions and hidden parts.

mod render;

use std::rc::Rc;

use qari_reader::app::{Page, SLICE};
use qari_reader::article::formats::{self, ReadOptions};
use qari_reader::article::{BuildContext, build};
use qari_reader::config::Config;
use qari_reader::native::Native;
use qari_reader::prefs::{Choices, TextSize};
use render::{all, attribute, count, render, sample as page, shown};
use scraper::Selector;
use serde_json::json;

#[test]
fn the_article_carries_direction_and_language() {
    // ARABIC.md 1
    let html = render(page("train", &[]));
    assert_eq!(attribute(&html, "[part=article]", "dir").unwrap(), "rtl");
    assert_eq!(attribute(&html, "[part=article]", "lang").unwrap(), "ar-MA");
    // ARABIC.md 10: it grows from the start side, whatever the host page's direction.
    assert_eq!(attribute(&html, "[part=progress]", "dir").unwrap(), "rtl");
    let html = render(page("latin", &[("ui-lang", "ar")]));
    assert_eq!(attribute(&html, "[part=article]", "dir").unwrap(), "ltr");
    assert_eq!(attribute(&html, "[part=toolbar]", "dir").unwrap(), "rtl");
    // One stop for each control: what a screen reader calls a toolbar would be one stop and go on with arrows.
    assert_eq!(attribute(&html, "[part=toolbar]", "role").unwrap(), "group");
}

#[test]
fn qari_and_wordpress_give_the_same_page() {
    let qari = render(page("train", &[]));
    let wordpress = render(page("train.wordpress", &[("lang", "ar-MA")]));
    for selector in [
        "[part=breadcrumb] li",
        "[part=title]",
        "[part=summary]",
        "[part=author]",
        "[part=date]",
        "[part=caption]",
        "[part=body] > *",
        "[part=tags] li",
    ] {
        assert_eq!(
            all(&qari, selector),
            all(&wordpress, selector),
            "{selector}"
        );
        assert!(count(&qari, selector) > 0, "{selector}");
    }
}

#[test]
fn the_breadcrumb_ends_in_the_title() {
    // ARABIC.md 24
    let html = render(page("train", &[]));
    let title = all(&html, "[part=title]");
    assert_eq!(
        all(&html, "nav[aria-label] > ol > li[aria-current=page]"),
        title
    );
    assert_eq!(all(&html, "[part=breadcrumb] li")[0], "الرئيسية");
}

#[test]
fn the_size_is_nine_ticks_and_has_a_name() {
    let html = render(page("train", &[("text-size", "6")]));
    let ticks = "[part=size-value] > progress[aria-hidden=true]";
    assert_eq!(attribute(&html, ticks, "max").unwrap(), "9");
    assert_eq!(attribute(&html, ticks, "value").unwrap(), "6");
    assert!(
        attribute(&html, "[part=size-value]", "aria-label")
            .unwrap()
            .starts_with("6 ")
    );
}

#[test]
fn dates_stand_in_a_row_of_their_own_below_the_authors() {
    let html = render(page("train", &[]));
    assert_eq!(count(&html, ".byline > [part=byline]"), 1);
    assert_eq!(count(&html, ".byline > .dates > [part=date]"), 1);
    assert_eq!(count(&html, ".byline > .dates > [part=reading-time]"), 1);
    let html = render(page("train", &[("hide", "date modified reading-time")]));
    assert_eq!(count(&html, ".dates"), 0);
}

#[test]
fn inserted_names_are_isolated() {
    // ARABIC.md 3
    let html = render(page("train", &[]));
    for part in ["[part=author]", "[part=breadcrumb] li", "[part=tags] li"] {
        assert_eq!(
            count(&html, part),
            count(&html, &format!("{part} bdi")),
            "{part}"
        );
    }
}

#[test]
fn the_date_is_in_words_and_carries_its_instant() {
    // ARABIC.md 21
    let html = render(page("train", &[]));
    assert_eq!(all(&html, "time[part=date]"), ["18 شتنبر 2026، 13:05"]);
    let instant = attribute(&html, "time[part=date]", "datetime").unwrap();
    assert!(
        instant.starts_with("2026-09-18T13:05") && instant.ends_with("+01:00"),
        "{instant}"
    );
}

#[test]
fn the_headline_is_second_where_the_page_has_its_own() {
    // ARABIC.md 24
    let alone = render(page("train", &[]));
    assert_eq!(attribute(&alone, "h1", "part").unwrap(), "title");
    let body_headings = count(&alone, "[part=body] h2");
    assert!(body_headings > 0);
    let mut below = page("train", &[]);
    below.surroundings.headline_level = 2;
    let html = render(below);
    assert_eq!(attribute(&html, "h2", "part").unwrap(), "title");
    assert_eq!(
        (
            count(&html, "h1"),
            count(&html, "[part=body] h3") >= body_headings
        ),
        (0, true)
    );
}

#[test]
fn what_the_owner_hides_is_not_there() {
    let names = "breadcrumb title summary image byline date reading-time tags source toolbar share";
    let shown = render(page("train", &[]));
    for name in names.split(' ') {
        let selector = format!("[part={name}]");
        assert!(count(&shown, &selector) > 0, "{name} is shown");
        let html = render(page("train", &[("hide", name)]));
        assert_eq!(count(&html, &selector), 0, "{name} is hidden");
        for other in names.split(' ').filter(|other| *other != name) {
            assert!(
                count(&html, &format!("[part={other}]")) > 0,
                "{name} hides {other}"
            );
        }
    }
}

#[test]
fn share_entries_are_links_that_work_without_script() {
    let html = render(page("train", &[("share", "whatsapp copy telegram native")]));
    assert_eq!(count(&html, "[part=share-link]"), 3, "no share sheet here");
    let href = attribute(&html, "a[data-network=whatsapp]", "href").unwrap();
    assert!(
        href.starts_with("https://wa.me/?text=%D9%82%D8%B7%D8%A7%D8%B1%20"),
        "{href}"
    );
    assert!(href.contains("%20https%3A%2F%2Fnews.example%2F"), "{href}");
    assert_eq!(count(&html, "button[data-network=copy]"), 1);
    let names: Vec<_> = html
        .select(&Selector::parse("[part=share-link]").unwrap())
        .map(|entry| entry.attr("aria-label").unwrap().to_owned())
        .collect();
    assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
}

#[test]
fn text_size_steps_are_disabled_at_their_ends() {
    // ARABIC.md 25
    let html = render(page("train", &[("text-size", "1")]));
    assert_eq!(
        attribute(&html, "[part=article]", "data-text-size").unwrap(),
        "1"
    );
    assert!(attribute(&html, "[part=size-decrease]", "disabled").is_some());
    let mut largest = page("train", &[]);
    largest.choices = Choices {
        text_size: Some(TextSize::MAX),
        ..Choices::default()
    };
    let html = render(largest);
    assert_eq!(
        attribute(&html, "[part=article]", "data-text-size").unwrap(),
        "9"
    );
    assert!(attribute(&html, "[part=size-increase]", "disabled").is_some());
    assert!(attribute(&html, "[part=size-decrease]", "disabled").is_none());
}

#[test]
fn the_settings_offer_what_the_owner_allows_and_mark_what_is_chosen() {
    let closed = page("train", &[]);
    assert_eq!(count(&render(closed), "[role=radiogroup]"), 0);
    let mut open = page(
        "train",
        &[("controls", "theme spacing"), ("theme", "sepia")],
    );
    open.settings_open = true;
    let html = render(open);
    assert_eq!(count(&html, "[role=radiogroup][aria-label]"), 2);
    assert_eq!(all(&html, "[part=theme] [aria-checked=true]").len(), 1);
    assert_eq!(count(&html, "[part=font]"), 0);
    assert_eq!(count(&html, "[part=size-increase]"), 0);
}

#[test]
fn a_third_party_is_asked_for_nothing_before_the_click() {
    let html = render(page("blocks", &[]));
    assert_eq!(count(&html, "iframe"), 0);
    assert_eq!(count(&html, ".poster"), 1);
    let html = render(page("blocks", &[("embeds", "on")]));
    assert_eq!(count(&html, "iframe[title]"), 1);
    let html = render(page("blocks", &[("embeds", "link")]));
    assert_eq!((count(&html, "iframe"), count(&html, ".poster")), (0, 0));
}

#[test]
fn a_small_picture_is_not_enlarged() {
    let body = "<p>نص</p><figure><img src=/a.jpg width=150 height=150><img src=/b.jpg width=900 height=600></figure>";
    let article = |lead: u32| {
        let image = serde_json::json!({ "url": "/lead.jpg", "width": lead, "height": lead });
        render::shown(
            serde_json::json!({ "title": "عنوان", "image": image, "body": body }),
            &[],
        )
    };
    assert_eq!(count(&article(1200), "img.small"), 1);
    assert_eq!(count(&article(300), "[part=image] img.small"), 1);
}

#[test]
fn a_poster_says_what_it_is_and_one_click_plays() {
    let body = "<p>نص</p><iframe src=https://youtu.be/a></iframe><iframe src=https://x.com/a/status/1></iframe>\
        <iframe src=https://soundcloud.com/a/b></iframe>";
    let json = serde_json::json!({ "title": "عنوان", "body": body });
    let html = render::shown(json.clone(), &[("ui-lang", "en")]);
    assert_eq!(
        all(&html, ".poster span"),
        [
            "Play the video from YouTube",
            "Show the post from X",
            "Play the sound from SoundCloud"
        ]
    );
    let html = render::shown(json, &[("embeds", "on")]);
    assert_eq!(
        count(
            &html,
            "iframe[referrerpolicy=strict-origin-when-cross-origin]"
        ),
        3
    );
}

#[test]
fn a_player_of_the_articles_own_waits_and_has_a_name() {
    let body = "<p>نص</p><audio src=/a.mp3 title=لقاء></audio><video src=/v.mp4 autoplay></video>";
    let html = render::shown(
        serde_json::json!({ "title": "عنوان", "body": body }),
        &[("ui-lang", "en")],
    );
    assert_eq!(
        count(&html, "audio[controls][preload=none][aria-label=لقاء]"),
        1
    );
    assert_eq!(
        count(
            &html,
            "video[controls][preload=none][aria-label=Video]:not([autoplay])"
        ),
        1
    );
}

#[test]
fn a_formula_is_mathml() {
    let body = "<p>س <math><msup><mi>x</mi><mn>2</mn></msup></math></p>";
    let html = render::shown(serde_json::json!({ "title": "عنوان", "body": body }), &[]);
    assert_eq!(count(&html, "math[dir=ltr] > msup > mi"), 1);
}

#[test]
fn a_vertical_film_has_a_tall_frame() {
    let shapes = |address: &str, size: &str| {
        let body = format!("<p>نص</p><iframe src=\"{address}\" {size}></iframe>");
        let json = serde_json::json!({ "title": "عنوان", "body": body });
        ["click", "on"].map(|embeds| {
            let html = render(render::page(&json.to_string(), &[("embeds", embeds)]));
            (
                count(&html, "figure.embed"),
                count(&html, "figure.embed.tall"),
            )
        })
    };
    let film = "https://www.youtube.com/embed/abc";
    for upright in [
        shapes("https://www.youtube.com/shorts/abc", ""),
        shapes("https://www.tiktok.com/@user/video/12", ""),
        shapes(film, "width=315 height=560"),
        shapes(film, "width=400 height=400"),
    ] {
        assert_eq!(upright, [(1, 1); 2]);
    }
    for wide in [shapes(film, ""), shapes(film, "width=560 height=315")] {
        assert_eq!(wide, [(1, 0); 2]);
    }
}

#[test]
fn a_link_of_the_body_opens_a_page_that_cannot_reach_back() {
    let body = "<p><a href=\"https://other.example/x\" target=_self rel=opener>موقع</a> \
        <a href=/y>صفحة</a> <a href=\"mailto:a@b.example\">بريد</a> <a href=\"tel:+212537000000\">هاتف</a></p>";
    let json = serde_json::json!({ "title": "عنوان", "body": body });
    let html = render(render::page(&json.to_string(), &[]));
    assert_eq!(count(&html, "[part=body] a"), 4);
    assert_eq!(
        all(&html, "[part=body] a[target=_blank][rel~=noopener]"),
        ["موقع", "صفحة"]
    );
    // Mail and telephone open no page.
    assert_eq!(count(&html, "[part=body] a[target]"), 2);
}

#[test]
fn images_reserve_their_place_and_only_the_lead_is_eager() {
    let html = render(page("train", &[]));
    assert_eq!(count(&html, "img:not([width]), img:not([height])"), 0);
    assert_eq!(count(&html, "[part=image] img[loading]"), 0);
    assert_eq!(count(&html, "[part=body] img:not([loading=lazy])"), 0);
}

#[test]
fn numbers_of_three_digits_are_marked_for_their_room() {
    let long = |start: &str| {
        let body = format!("<ol start={start}><li>باب</li></ol>");
        let json = serde_json::json!({ "title": "عنوان", "body": body });
        count(&render(render::page(&json.to_string(), &[])), "ol.long")
    };
    assert_eq!(
        ["2", "9", "89", "90", "100", "1998"].map(long),
        [0, 0, 0, 1, 1, 1]
    );
}

#[test]
fn an_article_without_words_takes_no_time() {
    let json = r#"{"title": "عنوان", "published": "2024-09-05", "language": "ar"}"#;
    let html = render(render::page(json, &[]));
    assert_eq!(count(&html, "[part=date]"), 1);
    assert_eq!(count(&html, "[part=reading-time]"), 0);
}

#[test]
fn a_long_article_starts_with_its_first_slice() {
    let mut long = page("train", &[]);
    let mut article = (*long.article).clone();
    while article.body.len() < 4 * SLICE {
        article.body.extend_from_slice(&long.article.body);
    }
    long.article = Rc::new(article);
    long.whole = false;
    assert_eq!(count(&render(long), "[part=body] > *"), SLICE);
}

#[test]
fn nothing_of_the_view_needs_a_style_attribute_or_an_id() {
    // A strict Content-Security-Policy refuses the one, two readers on a page the other.
    for article in ["train", "argan.wordpress", "blocks", "latin"] {
        let mut open = page(article, &[]);
        open.settings_open = true;
        let html = render(open);
        assert_eq!(count(&html, "[style], [id], [onclick]"), 0, "{article}");
    }
}

#[test]
fn the_page_around_completes_the_language_but_does_not_contradict_the_letters() {
    let language = |json: &str, page: &str| {
        let reading = formats::read([json], ReadOptions::default()).unwrap();
        let context = BuildContext {
            source_url: "https://news.example/1.json",
            page_language: Some(page),
            ..BuildContext::default()
        };
        build(&Native, reading.draft, &context, None)
            .language
            .unwrap()
    };
    let arabic = r#"{"title": "افتتاح معرض الكتاب", "body": "<p>نص.</p>"}"#;
    let said = r#"{"title": "افتتاح معرض الكتاب", "body": "<p>نص.</p>", "language": "ar"}"#;
    let latin = r#"{"title": "Le salon du livre", "body": "<p>Texte.</p>"}"#;
    assert_eq!(language(arabic, "fa"), "fa");
    assert_eq!(language(arabic, "fr"), "ar");
    assert_eq!(language(said, "ar-MA"), "ar-MA");
    assert_eq!(language(said, "fr"), "ar");
    assert_eq!(language(latin, "fr"), "fr");
}

#[test]
fn authors_are_parted_by_the_languages_own_comma() {
    let json = r#"{"title": "عنوان", "language": "ar", "authors": [{"name": "ليلى"}, {"name": "سلمى"}, {"name": "Nora"}]}"#;
    assert_eq!(
        all(&render(render::page(json, &[])), "[part=byline]"),
        ["بقلم ليلى، سلمى، Nora"]
    );
    let json = json.replace("\"ar\"", "\"en\"").replace("عنوان", "Title");
    assert_eq!(
        all(&render(render::page(&json, &[])), "[part=byline]"),
        ["By ليلى, سلمى, Nora"]
    );
}

#[test]
fn a_player_may_do_what_players_need_and_no_more() {
    let html = render(page("blocks", &[("embeds", "on")]));
    assert_eq!(
        attribute(&html, "iframe", "allow").unwrap(),
        "autoplay; fullscreen; encrypted-media"
    );
}

#[test]
fn the_date_says_its_language() {
    // ARABIC.md 24: the article's own, whatever the interface speaks.
    let html = render(page("train", &[("ui-lang", "fr")]));
    assert_eq!(
        attribute(&html, "time[part=date] bdi", "lang").unwrap(),
        "ar-MA"
    );
}

#[test]
fn the_progress_is_for_the_eye_alone() {
    // The place in the page says the same to a screen reader.
    let html = render(page("train", &[]));
    assert_eq!(
        attribute(&html, "[part=progress]", "aria-hidden").unwrap(),
        "true"
    );
    let hidden = render(page("train", &[("hide", "progress")]));
    assert_eq!(count(&hidden, "[part=progress]"), 0);
}

#[test]
fn a_group_of_choices_is_one_stop_of_the_keyboard() {
    let stops = |font: &str| {
        let mut open = page("train", &[("font", font), ("theme", "sepia")]);
        open.settings_open = true;
        let html = render(open);
        let buttons = Selector::parse("[role=radio]").unwrap();
        html.select(&buttons)
            .filter(|button| button.attr("tabindex") == Some("0"))
            .map(|button| button.attr("data-choice").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(stops("naskh"), ["sepia", "naskh", "normal"]);
    // The owner's own font is none of the choices: then the first is the stop.
    assert_eq!(stops("Amiri, serif"), ["sepia", "system", "normal"]);
}

#[test]
fn what_scrolls_in_itself_can_be_reached_by_keyboard() {
    let body = "<table><tr><th>أ</th><th>ب</th></tr><tr><td>ج</td><td>د</td></tr></table><pre>let a = 1;</pre>";
    let json = serde_json::json!({ "title": "عنوان", "body": body });
    let html = render(render::page(&json.to_string(), &[]));
    assert_eq!(
        attribute(&html, ".scroll[role=region][aria-label]", "tabindex").unwrap(),
        "0"
    );
    assert_eq!(attribute(&html, "pre", "tabindex").unwrap(), "0");
}

/// The page of an article that a source at this address has.
fn at(address: &str, source: serde_json::Value) -> Page {
    let json = source.to_string();
    let reading = formats::read([&json], ReadOptions::default()).unwrap();
    let context = BuildContext {
        source_url: address,
        owner_language: Some("en"),
        ..BuildContext::default()
    };
    let article = build(&Native, reading.draft, &context, None);
    render::page_of(article, Config::default(), address)
}

/// Where an article's links to its original lead, and what is shared.
fn originals(page: Page) -> [Vec<String>; 2] {
    let html = render(page);
    let hrefs = |selector: &str| {
        let links = html
            .select(&Selector::parse(selector).unwrap())
            .collect::<Vec<_>>();
        links
            .iter()
            .filter_map(|link| link.attr("href"))
            .map(str::to_owned)
            .collect()
    };
    [hrefs("[part=source] a"), hrefs("[data-network=telegram]")]
}

#[test]
fn an_article_without_an_address_links_to_the_page_of_its_source() {
    let post = json!({"title": {"rendered": "Dam"}, "content": {"rendered": "<p>Text.</p>"}});
    let own = json!({"title": "Dam", "body": "<p>Text.</p>", "url": "null"});
    let ghost =
        json!({"posts": [{"uuid": "1", "title": "Dam", "html": "<p>Text.</p>", "url": null}]});
    for (address, source, original) in [
        (
            "https://n.example/wp-json/wp/v2/posts/123?_embed",
            &post,
            "https://n.example/?p=123",
        ),
        (
            "https://n.example/?rest_route=/wp/v2/posts/123",
            &post,
            "https://n.example/?p=123",
        ),
        (
            "https://n.example/fr/wp-json/wp/v2/posts?slug=dam",
            &post,
            "https://n.example/fr/",
        ),
        (
            "https://api.example/articles/1.json?apikey=abc",
            &own,
            "https://api.example/",
        ),
        (
            "https://blog.example/ghost/api/content/posts/slug/dam/?key=0a1b2c",
            &ghost,
            "https://blog.example/",
        ),
    ] {
        let [links, shared] = originals(at(address, source.clone()));
        assert_eq!(links, [original], "{address}");
        assert!(
            !shared[0].contains("0a1b2c") && !shared[0].contains("apikey"),
            "{shared:?}"
        );
    }
    let mut linked = post.clone();
    linked["link"] = "https://n.example/dam/".into();
    let [links, _] = originals(at("https://n.example/wp-json/wp/v2/posts/1", linked));
    assert_eq!(links, ["https://n.example/dam/"]);
}

#[test]
fn what_is_not_for_everyone_says_so_with_the_way_to_it() {
    let members = |html: &str| {
        json!({"posts": [{"uuid": "1", "title": "Dam", "html": html, "access": false,
            "url": "https://n.example/dam/"}]})
    };
    let locked = json!({"title": {"rendered": "Dam"}, "content": {"rendered": "", "protected": true},
        "link": "https://n.example/dam/"});
    let news = json!({"@type": "NewsArticle", "headline": "Dam", "articleBody": "Free.",
        "isAccessibleForFree": false, "url": "https://n.example/dam/"});
    for (source, sentence) in [
        (
            members("<p>Free.</p>"),
            "The rest of this article is for members.",
        ),
        (members(""), "This article is for members only."),
        (locked, "This article is protected by a password."),
        (news, "The rest of this article is for members."),
    ] {
        let html = render(at("https://n.example/a.json", source));
        assert_eq!(
            all(&html, ".access"),
            [format!("{sentence} Original article")]
        );
        assert_eq!(
            attribute(&html, ".access a", "href").unwrap(),
            "https://n.example/dam/"
        );
        assert_eq!(attribute(&html, ".access", "lang").unwrap(), "en");
    }
    let open = json!({"title": "Dam", "body": "<p>Text.</p>"});
    assert_eq!(
        count(&render(at("https://n.example/a.json", open)), ".access"),
        0
    );
}

#[test]
fn authors_have_small_pictures_that_say_nothing_by_themselves() {
    let json =
        r#"{"title": "عنوان", "authors": [{"name": "ليلى", "image": "/l.jpg"}, {"name": "سلمى"}]}"#;
    let html = render(render::page(json, &[]));
    let image = |name| attribute(&html, "[part=byline] img[part=author-image]", name);
    assert_eq!(image("src").unwrap(), "https://cdn.example/l.jpg");
    assert_eq!(image("alt").as_deref(), Some(""));
    assert_eq!(
        (image("width").unwrap(), image("height").unwrap()),
        ("32".into(), "32".into())
    );
    assert_eq!(count(&html, "[part=author-image]"), 1);
    assert_eq!(all(&html, "[part=byline]"), ["بقلم ليلى، سلمى"]);
    let hidden = render(render::page(json, &[("hide", "author-image")]));
    assert_eq!(
        (
            count(&hidden, "[part=author-image]"),
            count(&hidden, "[part=author]")
        ),
        (0, 2)
    );
}

#[test]
fn the_updates_of_a_live_blog_have_their_time_in_words() {
    let live = json!({"@type": "LiveBlogPosting", "headline": "مباشر", "inLanguage": "ar-MA", "liveBlogUpdate": [
        {"headline": "فتح الطريق", "datePublished": "2024-09-05T14:07:00+01:00", "articleBody": "عادت الحركة."}]});
    let html = render(render::page(&live.to_string(), &[]));
    assert_eq!(all(&html, "[part=body] h2"), ["فتح الطريق"]);
    assert_eq!(all(&html, "[part=body] time"), ["5 شتنبر 2024، 14:07"]);
    assert_eq!(
        attribute(&html, "[part=body] time", "datetime").unwrap(),
        "2024-09-05T14:07+01:00"
    );
    assert_eq!(
        count(&html, "[part=body] p[dir]"),
        0,
        "it runs as the article does"
    );
    // A machine's time stands on the owner's clock, as the article's own does.
    let utc = live.to_string().replace("14:07:00+01:00", "13:07:00Z");
    let html = render(render::page(&utc, &[("timezone", "Asia/Riyadh")]));
    assert_eq!(all(&html, "[part=body] time"), ["5 شتنبر 2024، 16:07"]);
    // What someone wrote stays as it is written.
    let body = r#"<p><time datetime="2024-09-05">أمس</time> <time datetime="2024-09-05T14:07">14:07</time></p>"#;
    let html = render(render::page(
        &json!({"title": "ع", "body": body}).to_string(),
        &[],
    ));
    assert_eq!(all(&html, "[part=body] time"), ["أمس", "14:07"]);
}

#[test]
fn a_first_paragraph_that_is_only_the_author_is_not_said_again() {
    let shown = |first: &str, authors: serde_json::Value| {
        let body = format!("<figure><img src=/a.jpg></figure><p>{first}</p><p>نص.</p>");
        let json = json!({"title": "عنوان", "authors": authors, "body": body});
        all(
            &render(render::page(&json.to_string(), &[])),
            "[part=body] p",
        )
    };
    let one = json!([{"name": "ليلى أمغار"}]);
    let two = json!([{"name": "ليلى أمغار"}, {"name": "سمير"}]);
    assert_eq!(shown("بقلم: <b>ليلى أمغار</b>", one.clone()), ["نص."]);
    assert_eq!(shown("ليلى أمغار وسمير", two), ["نص."]);
    assert_eq!(
        shown("ليلى أمغار - الرباط", one.clone()),
        ["ليلى أمغار - الرباط", "نص."]
    );
    assert_eq!(shown("قالت ليلى أمغار", one), ["قالت ليلى أمغار", "نص."]);
}

/// The dates that an article of these shows: words and `datetime` of each.
fn dates(published: &str, modified: &str, attributes: &[(&str, &str)]) -> Vec<(String, String)> {
    let article = json!({ "title": "عنوان", "language": "ar-MA", "published": published, "modified": modified, "body": "<p>نص</p>" });
    let html = shown(article, attributes);
    let times = Selector::parse("time").unwrap();
    html.select(&times)
        .map(|time| {
            let instant = time.attr("datetime").unwrap_or_default().to_owned();
            (time.text().collect(), instant)
        })
        .collect()
}

#[test]
fn an_instant_in_utc_stands_on_the_owners_clock() {
    for (zone, published, words, instant) in [
        (
            "Africa/Casablanca",
            "2024-09-05T13:07:00Z",
            "5 شتنبر 2024، 14:07",
            "2024-09-05T14:07+01:00",
        ),
        // In Ramadan Morocco's clocks go an hour back.
        (
            "Africa/Casablanca",
            "2024-03-20T13:07:00Z",
            "20 مارس 2024، 13:07",
            "2024-03-20T13:07+00:00",
        ),
        (
            "africa/cairo",
            "2024-07-31T22:30:00.000+00:00",
            "1 غشت 2024، 01:30",
            "2024-08-01T01:30+03:00",
        ),
        (
            "America/New_York",
            "2024-01-01T02:00:00Z",
            "31 دجنبر 2023، 21:00",
            "2023-12-31T21:00-05:00",
        ),
        (
            "Asia/Kathmandu",
            "1725541620",
            "5 شتنبر 2024، 18:52",
            "2024-09-05T18:52+05:45",
        ),
        // An offset of its own or none, a day alone: as written.
        (
            "Africa/Casablanca",
            "2024-09-05T14:07:00+03:00",
            "5 شتنبر 2024، 14:07",
            "2024-09-05T14:07+03:00",
        ),
        (
            "Africa/Casablanca",
            "2024-09-05 14:07",
            "5 شتنبر 2024، 14:07",
            "2024-09-05T14:07",
        ),
        (
            "Africa/Casablanca",
            "2024-09-05",
            "5 شتنبر 2024",
            "2024-09-05",
        ),
        // No such zone; and the device's, which nobody knows here.
        (
            "Africa/Rabat",
            "2024-09-05T13:07:00Z",
            "5 شتنبر 2024، 13:07",
            "2024-09-05T13:07+00:00",
        ),
        (
            "page",
            "2024-09-05T13:07:00Z",
            "5 شتنبر 2024، 13:07",
            "2024-09-05T13:07+00:00",
        ),
    ] {
        let expected = [(words.to_owned(), instant.to_owned())];
        assert_eq!(
            dates(published, "", &[("timezone", zone)]),
            expected,
            "{published} in {zone}"
        );
    }
    let [(words, _)] = &dates("2024-09-05T13:07:00Z", "", &[])[..] else {
        panic!("one date");
    };
    assert_eq!(words, "5 شتنبر 2024، 13:07");
}

#[test]
fn a_later_edition_says_when_it_was_changed() {
    let (published, clock) = ("2024-09-05T13:07:00Z", ("timezone", "Africa/Casablanca"));
    let shown = dates(published, "2024-09-06T08:00:00Z", &[clock]);
    let update = ("آخر تحديث: 6 شتنبر 2024، 09:00", "2024-09-06T09:00+01:00");
    assert_eq!(shown.len(), 2);
    assert_eq!((shown[1].0.as_str(), shown[1].1.as_str()), update);
    // Within the hour it is the same edition, and the owner may want no word of any.
    assert_eq!(dates(published, "2024-09-05T13:40:00Z", &[clock]).len(), 1);
    let hidden = dates(published, "2024-09-06T08:00:00Z", &[("hide", "modified")]);
    assert_eq!(hidden.len(), 1);
    let alone = dates(
        published,
        "2024-09-06T08:00:00Z",
        &[("hide", "date"), ("ui-lang", "fr")],
    );
    assert_eq!(alone[0].0, "Mis à jour\u{a0}: 6 شتنبر 2024، 08:00");
    // It is the only date that the source has.
    assert_eq!(dates("", "2024-09-06T08:00:00Z", &[clock])[0].0, update.0);
}

/// The language and the direction of an article of these letters, as the owner, the source and the page mark it.
fn language_of(text: &str, owner: &str, source: &str, around: &str) -> [String; 2] {
    let json = json!({ "title": text, "language": source, "body": format!("<p>{text}</p>") });
    let reading = formats::read([json.to_string()], ReadOptions::default()).unwrap();
    let [owner, around] = [owner, around].map(|tag| (!tag.is_empty()).then_some(tag));
    let context = BuildContext {
        owner_language: owner,
        page_language: around,
        ..BuildContext::default()
    };
    let article = build(&Native, reading.draft, &context, None);
    let html = render(render::page_of(
        article,
        Config::default(),
        "https://cdn.example/1",
    ));
    ["lang", "dir"].map(|name| attribute(&html, "[part=article]", name).unwrap())
}

#[test]
fn letters_win_over_labels() {
    const ARABIC: &str = "أعلنت الجماعة عن برنامج جديد لترميم المدينة القديمة";
    const FRENCH: &str = "La commune annonce la restauration de la médina";
    const QUOTING: &str = "Le mot «قارئ» veut dire lecteur, du verbe qui veut dire lire";
    const HEBREW: &str = "העירייה הודיעה על שיקום העיר העתיקה";
    for (text, owner, source, around, language, dir) in [
        (ARABIC, "", "en-US", "", "ar", "rtl"),
        (ARABIC, "", "", "fr", "ar", "rtl"),
        (ARABIC, "fr-MA", "en_US", "es", "ar", "rtl"),
        (ARABIC, "en", "ar-EG", "fr", "ar-EG", "rtl"),
        (ARABIC, "", "en-US", "ar-MA", "ar-MA", "rtl"),
        (ARABIC, "", "he", "", "ar", "rtl"),
        // What fits stays as it is, and a page's region completes it.
        (ARABIC, "", "fa", "ar", "fa", "rtl"),
        (ARABIC, "", "ur-PK", "", "ur-PK", "rtl"),
        (ARABIC, "", "", "fa-IR", "fa-IR", "rtl"),
        (ARABIC, "", "ar", "ar-MA", "ar-MA", "rtl"),
        (ARABIC, "ar", "ar-EG", "ar-MA", "ar", "rtl"),
        (HEBREW, "", "en", "", "he", "rtl"),
        (HEBREW, "", "", "iw", "iw", "rtl"),
        (FRENCH, "", "fr", "ar", "fr", "ltr"),
        (FRENCH, "ar", "fr-MA", "ar-MA", "fr-MA", "ltr"),
        (FRENCH, "", "ar", "fr", "fr", "ltr"),
        (QUOTING, "", "fr", "ar", "fr", "ltr"),
        // Nobody says which of the languages in Latin letters it is.
        (FRENCH, "", "ar-MA", "", "ar-MA", "rtl"),
        (FRENCH, "", "", "", "ar", "rtl"),
    ] {
        assert_eq!(
            language_of(text, owner, source, around),
            [language, dir],
            "{text} by {owner:?}, {source:?}, on {around:?}"
        );
    }
}
