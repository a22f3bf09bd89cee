//! What is pasted is what was set: read back out of the snippet, attribute by attribute.

use std::collections::BTreeMap;
use std::fs;

use qari_configurator::embed::{Embed, site};
use qari_configurator::outcome::is_insecure;
use qari_configurator::permissions::{Wanted, embedded, policy, stylesheet};
use qari_configurator::seeded::settings;
use qari_configurator::snippets::{Piece, Place, snippet};
use qari_configurator::state::{Device, Form, From, Look, Page, State};
use scraper::{Html, Selector};

const BASE: &str = "https://demo.example/qari/";

/// Settings with all that could end a value, an element or a shortcode too early.
fn nasty() -> State {
    let mut state = State {
        from: From::Address,
        ..State::default()
    };
    state.set("src", "https://news.example/a?b=1&c=\"2\"&copy=<3>");
    state.set("map", "image: media.[type=photo].src; body: a | b");
    state.set("author", "«سلمى» & \"آخرون\" </qari-reader> 'x' \\ {y}");
    state.set("font", "'Noto Naskh Arabic', serif");
    state.set("debug", "on");
    state
}

fn embeds() -> impl Iterator<Item = Embed> {
    (0..30)
        .map(settings)
        .chain([nasty()])
        .map(|state| Embed::of(&state, BASE))
}

fn body(form: Form, embed: &Embed) -> String {
    let pieces = snippet(form, embed, "اقرأ").unwrap();
    pieces
        .into_iter()
        .find(|piece| !matches!(piece.place, Place::Head | Place::Parent))
        .unwrap()
        .code
}

/// The `data-` attributes of the first element that a selector finds.
fn read_back(html: &str, selector: &str) -> BTreeMap<String, String> {
    let html = Html::parse_document(html);
    let found = html.select(&Selector::parse(selector).unwrap()).next();
    let element = found.unwrap_or_else(|| panic!("no {selector}")).value();
    let ours = element
        .attrs()
        .filter(|(name, _)| name.starts_with("data-"));
    ours.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn meant(embed: &Embed) -> BTreeMap<String, String> {
    let written = embed.written();
    written
        .map(|(name, value)| (name, value.unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn the_element_and_the_script_have_all_attributes() {
    for embed in embeds() {
        assert_eq!(
            read_back(&body(Form::Element, &embed), "qari-reader"),
            meant(&embed)
        );
        assert_eq!(
            read_back(&body(Form::Script, &embed), "script[src]"),
            meant(&embed)
        );
    }
}

#[test]
fn the_component_has_all_attributes() {
    for embed in embeds() {
        // What JSX has of attributes is HTML, but for the style.
        let code = body(Form::React, &embed);
        let (_, code) = code.split_once("return (").unwrap();
        let (attributes, _) = code.split_once("style={{").unwrap();
        assert_eq!(
            read_back(&format!("{attributes}></qari-reader>"), "qari-reader"),
            meant(&embed)
        );
    }
}

#[test]
fn the_shortcode_has_all_attributes_and_ends_where_it_should() {
    for embed in embeds() {
        let code = body(Form::Wordpress, &embed);
        let inside = code
            .strip_prefix("[qari ")
            .and_then(|code| code.strip_suffix(']'))
            .unwrap();
        assert!(!inside.contains(['[', ']', '<', '>', '\\', '\n']), "{code}");
        // The plugin writes the values into attributes, where the numbers are read as characters.
        let html = Html::parse_fragment(&format!("<p {inside}></p>"));
        let element = html
            .select(&Selector::parse("p").unwrap())
            .next()
            .unwrap()
            .value();
        let read: BTreeMap<&str, &str> = element.attrs().collect();
        let meant: BTreeMap<&str, &str> = embed
            .attributes
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        assert_eq!(read, meant);
    }
}

#[test]
fn the_frame_has_all_attributes_in_its_address() {
    for embed in embeds() {
        let code = body(Form::Iframe, &embed);
        let html = Html::parse_fragment(&code);
        let src = html
            .select(&Selector::parse("iframe").unwrap())
            .next()
            .unwrap()
            .value()
            .attr("src")
            .unwrap();
        let (page, query) = src.split_once('?').unwrap();
        assert_eq!(page, "https://demo.example/qari/embed.html");
        let read: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        let meant: Vec<(String, String)> = embed
            .attributes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        assert_eq!(read, meant);
    }
}

/// The files of `hints` in `bench/contestants.mjs`, which were measured in that order.
#[test]
fn the_hints_are_those_that_were_measured() {
    let bench = fs::read_to_string(format!(
        "{}/../bench/contestants.mjs",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let (_, rest) = bench.split_once("const hints =").unwrap();
    let (hints, _) = rest.split_once(".join(").unwrap();
    let kind = |line: &str| {
        let tag = &line[line.find('<')?..];
        let (head, _) = tag
            .split_once("=\"$")
            .or_else(|| tag.split_once("=\"http"))?;
        let file = [
            "qari.js",
            "touch.js",
            "words/ar.json",
            "qari-reader_bg.wasm",
            "qari.css",
            "qari-reader.js",
        ];
        let file = file.into_iter().find(|file| {
            line.contains(&format!("/{file}\"")) || line.contains(&format!("'{file}'"))
        });
        head.starts_with('<')
            .then(|| format!("{head} {}", file.unwrap_or("article")))
    };
    let measured: Vec<String> = hints.lines().filter_map(kind).collect();
    assert_eq!(measured.len(), 7, "{measured:?}");
    let mut embed = Embed::of(&State::default(), BASE);
    embed.language = Some("ar-MA".to_owned());
    let head = |embed: &Embed| {
        let pieces = snippet(Form::Element, embed, "").unwrap();
        let Piece { code, .. } = pieces
            .into_iter()
            .find(|piece| piece.place == Place::Head)
            .unwrap();
        code
    };
    let written: Vec<String> = head(&embed).lines().filter_map(kind).collect();
    assert_eq!(written, measured);
    // An article far down the page is not fetched before it is near.
    let mut state = State::default();
    state.values.insert("loading", "lazy".to_owned());
    assert_eq!(head(&Embed::of(&state, BASE)).lines().count(), 1);
}

#[test]
fn the_height_is_reserved() {
    let mut state = State::default();
    assert!(
        body(Form::Element, &Embed::of(&state, BASE))
            .contains("style=\"display:block; min-height:100vh\"")
    );
    state.set("min-height", "40em");
    assert!(body(Form::Element, &Embed::of(&state, BASE)).contains("min-height:40em\""));
}

#[test]
fn pasted_json_stands_in_the_page_and_ends_no_element() {
    let state = State {
        from: From::Pasted,
        pasted: r#"{"title": "<!-- </script>", "body": "<p>نص</p>"}"#.to_owned(),
        ..State::default()
    };
    let embed = Embed::of(&state, BASE);
    for form in [Form::Element, Form::Script] {
        let html = Html::parse_document(&body(form, &embed));
        let script = html
            .select(&Selector::parse("script#article").unwrap())
            .next()
            .unwrap();
        let json: serde_json::Value =
            serde_json::from_str(&script.text().collect::<String>()).unwrap();
        assert_eq!(json["title"], "<!-- </script>");
    }
    for form in [Form::React, Form::Wordpress, Form::Iframe] {
        assert_eq!(snippet(form, &embed, ""), None, "{form:?} needs an address");
    }
}

#[test]
fn the_sample_stays_until_there_is_something_else() {
    let sample = Embed::of(&State::default(), BASE);
    for from in [From::Address, From::Pasted] {
        let state = State {
            from,
            ..State::default()
        };
        assert_eq!(Embed::of(&state, BASE), sample);
    }
}

#[test]
fn the_files_are_where_the_owner_has_them() {
    for files in [
        "https://cdn.example/v0",
        "https://cdn.example/v0/",
        "https://cdn.example/v0/qari.js",
    ] {
        let state = State {
            files: files.to_owned(),
            ..State::default()
        };
        let embed = Embed::of(&state, BASE);
        assert!(body(Form::Script, &embed).contains("src=\"https://cdn.example/v0/qari.js\""));
    }
}

#[test]
fn the_address_says_all_that_was_set() {
    for number in 0..30 {
        let state = State {
            page: Page::Ltr,
            look: Look::Hostile,
            device: Device::Desktop,
            form: Form::React,
            files: "https://cdn.example/".to_owned(),
            ..settings(number)
        };
        let query = state.to_query();
        assert_eq!(State::from_query(&format!("?{query}")), state, "{query}");
        assert_eq!(State::from_query(&query).to_query(), query);
    }
    assert_eq!(State::default().to_query(), "");
    assert_eq!(State::from_query(&nasty().to_query()), nasty());
    // Written by hand.
    let state = State::from_query("?src=https://news.example/1&theme=SEPIA&nothing=1&page=up");
    assert_eq!((state.from, state.value("theme")), (From::Address, "SEPIA"));
    // What was pasted stays here.
    let state = State {
        from: From::Pasted,
        pasted: "{}".to_owned(),
        ..State::default()
    };
    assert_eq!(state.to_query(), "");
}

#[test]
fn the_policy_names_every_site() {
    let mut state = nasty();
    state.files = "https://cdn.example/v0/".to_owned();
    let wanted = Wanted {
        images: ["https://img.example".to_owned()].into(),
        media: ["https://media.example".to_owned()].into(),
        embeds: embedded(
            "<p><a href=\"https://www.youtube.com/watch?v=1&amp;t=2\">film</a></p><p>ليس <a href=\"https://vimeo.com/1\">هنا</a> وحده</p>",
        ),
    };
    let embed = Embed::of(&state, BASE);
    assert_eq!(
        policy(Form::Element, &embed, &wanted),
        "default-src 'self'; \
         script-src 'self' https://cdn.example 'wasm-unsafe-eval'; \
         connect-src 'self' https://cdn.example https://news.example; \
         img-src 'self' https://img.example; \
         media-src 'self' https://media.example; \
         frame-src 'self' https://www.youtube-nocookie.com"
    );
    state.set("embeds", "link");
    let embed = Embed::of(&state, BASE);
    assert!(!policy(Form::Script, &embed, &wanted).contains("frame-src"));
    assert_eq!(
        policy(Form::React, &embed, &Wanted::default()),
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://news.example"
    );
    assert_eq!(
        policy(Form::Iframe, &embed, &wanted),
        "default-src 'self'; frame-src 'self' https://cdn.example"
    );
    assert_eq!(
        stylesheet(&embed),
        "qari-reader { display: block; min-height: 100vh; }"
    );
}

#[test]
fn the_policy_allows_the_player_of_each_provider() {
    let players = [
        ("https://youtu.be/a", "https://www.youtube-nocookie.com"),
        ("https://vimeo.com/1", "https://player.vimeo.com"),
        ("https://dai.ly/a", "https://geo.dailymotion.com"),
        ("https://x.com/a/status/1", "https://platform.twitter.com"),
        (
            "https://www.facebook.com/a/posts/1",
            "https://www.facebook.com",
        ),
        ("https://www.instagram.com/p/a", "https://www.instagram.com"),
        ("https://soundcloud.com/a/b", "https://w.soundcloud.com"),
        (
            "https://www.tiktok.com/@a/video/1",
            "https://www.tiktok.com",
        ),
        // Its players are the posts themselves.
        ("https://t.me/a/1", "https://t.me"),
        ("https://telegram.me/a/1", "https://telegram.me"),
    ];
    let embed = Embed::of(&State::default(), BASE);
    for (address, player) in players {
        let wanted = Wanted {
            embeds: [address.to_owned()].into(),
            ..Wanted::default()
        };
        let policy = policy(Form::Element, &embed, &wanted);
        assert!(
            policy.ends_with(&format!("; frame-src 'self' {player}")),
            "{address}: {policy}"
        );
    }
}

/// The attributes of the frame in a snippet.
fn frame(embed: &Embed) -> BTreeMap<String, String> {
    let html = Html::parse_fragment(&body(Form::Iframe, embed));
    let frame = html.select(&Selector::parse("iframe").unwrap()).next();
    let attributes = frame.unwrap().value().attrs();
    attributes
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn a_frame_is_called_as_its_article() {
    let mut embed = Embed::of(&nasty(), BASE);
    assert_eq!(frame(&embed)["title"], "اقرأ");
    embed.title = Some("قطار «الأطلس» & \"غيره\"".to_owned());
    assert_eq!(frame(&embed)["title"], "قطار «الأطلس» & \"غيره\"");
}

#[test]
fn a_frames_addresses_are_whole() {
    let mut state = nasty();
    state.set("src", "/api/42?full");
    state.set("base-url", "../");
    let embed = Embed::of(&state, BASE);
    let src = &frame(&embed)["src"];
    let (_, query) = src.split_once('?').unwrap();
    let query: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
    assert_eq!(query["src"], "https://demo.example/api/42?full");
    assert_eq!(query["base-url"], "https://demo.example/qari/");
    // In a page they are the owner's.
    assert!(body(Form::Script, &embed).contains("data-src=\"/api/42?full\""));
}

/// The script that docs/IFRAME.md has.
#[test]
fn a_frames_height_has_its_script() {
    let pieces = snippet(Form::Iframe, &Embed::of(&nasty(), BASE), "").unwrap();
    let parent = pieces.iter().find(|piece| piece.place == Place::Parent);
    let doc = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/IFRAME.md"));
    assert!(doc.unwrap().contains(&parent.unwrap().code));
}

#[test]
fn sites_and_what_a_secure_page_may_ask() {
    assert_eq!(
        site("https://news.example:8443/a?b"),
        Some("https://news.example:8443".to_owned())
    );
    assert_eq!(site("#id"), None);
    assert!(is_insecure(
        "https://demo.example/",
        "http://news.example/1"
    ));
    assert!(!is_insecure(
        "https://demo.example/",
        "http://127.0.0.1:8080/1"
    ));
    assert!(!is_insecure(
        "http://demo.example/",
        "http://news.example/1"
    ));
}
