//! What attributes promise (docs/ATTRIBUTES.md).

use super::*;

fn read(attributes: &[(&str, &str)]) -> (Config, Vec<Notice>) {
    Config::from_attributes(attributes.iter().copied())
}

#[test]
fn the_defaults_are_those_of_the_contract() {
    let (config, notices) = read(&[]);
    assert_eq!(config, Config::default());
    assert!(notices.is_empty());
    assert_eq!(config.text_size.get(), 3);
    assert_eq!(config.controls.len(), 6);
    let names: Vec<&str> = config.share.iter().map(|network| network.name()).collect();
    assert_eq!(
        names,
        ["native", "whatsapp", "facebook", "x", "telegram", "copy"]
    );
    assert!(config.remember && !config.debug);
}

#[test]
fn every_attribute_is_read_trimmed_and_without_regard_to_case() {
    let (config, notices) = read(&[
        ("data-src", " https://news.example/post "),
        ("data-format", "WordPress"),
        ("data-map", "title: headline"),
        ("data-item", "0"),
        ("data-base-url", "/articles/"),
        ("data-author", "سلمى"),
        ("data-lang", "ar-MA"),
        ("data-ui-lang", "fr"),
        ("data-numerals", "ArabExt"),
        ("data-timezone", "Africa/Casablanca"),
        ("data-theme", " DARK "),
        ("data-accent", "oklch(60% 0.1 200)"),
        ("data-font", "\"Amiri\", serif"),
        ("data-text-size", "9"),
        ("data-controls", "print size"),
        ("data-share", "x, EMAIL  copy x"),
        ("data-hide", "byline Reading-Time author-image modified"),
        ("data-loading", "eager"),
        ("data-min-height", "20rem"),
        ("data-embeds", "link"),
        ("data-remember", "off"),
        ("data-timeout", "30"),
        ("data-target", "#main > .news"),
        ("data-debug", ""),
    ]);
    assert_eq!(notices, []);
    let expected = Config {
        format: Some(Format::WordPress),
        map: Some("title: headline".into()),
        item: Some("0".into()),
        base_url: Some("/articles/".into()),
        author: Some("سلمى".into()),
        lang: Some("ar-MA".into()),
        ui_lang: Some("fr".into()),
        numerals: Some(Numerals::ArabExt),
        timezone: Some("Africa/Casablanca".into()),
        theme: Theme::Dark,
        accent: Some("oklch(60% 0.1 200)".into()),
        font: Font::Family("\"Amiri\", serif".into()),
        text_size: TextSize::MAX,
        controls: vec![Control::Print, Control::Size],
        share: vec![Network::X, Network::Email, Network::Copy],
        hide: Part::Byline | Part::ReadingTime | Part::AuthorImage | Part::Modified,
        min_height: Some("20rem".into()),
        embeds: Embeds::Link,
        remember: false,
        debug: true,
    };
    assert_eq!(config, expected);
    let settings = Settings {
        text_size: TextSize::MAX,
        theme: Theme::Dark,
        font: expected.font,
        line_height: LineHeight::Normal,
    };
    assert_eq!(config.settings(), settings);
}

#[test]
fn the_defaults_can_be_said() {
    let (config, notices) = read(&[
        ("data-format", "Auto"),
        ("data-numerals", "auto"),
        ("data-theme", "auto"),
        ("data-font", "system"),
        ("data-text-size", "3"),
        ("data-controls", "size theme font spacing listen print"),
        ("data-share", "native whatsapp facebook x telegram copy"),
        ("data-hide", "none"),
        ("data-loading", "Lazy"),
        ("data-min-height", "100vh"),
        ("data-embeds", "click"),
        ("data-remember", "ON"),
        ("data-timeout", "15"),
    ]);
    assert_eq!(notices, []);
    let expected = Config {
        min_height: Some("100vh".into()),
        ..Config::default()
    };
    assert_eq!(config, expected);
}

#[test]
fn fonts_are_names_or_families() {
    for (value, font) in [
        ("Naskh", Font::Naskh),
        ("sans", Font::Sans),
        ("INHERIT", Font::Inherit),
        ("family", Font::Family("family".into())),
        ("custom", Font::Family("custom".into())),
    ] {
        assert_eq!(read(&[("data-font", value)]).0.font, font);
    }
}

#[test]
fn a_source_is_a_url_an_id_or_the_page() {
    for good in [
        "#story",
        "Page",
        "/a.json",
        "a.json?x=http://b",
        "HTTPS://a.example",
        "//a.example/b",
        "./page",
    ] {
        assert_eq!(read(&[("data-src", good)]).1, [], "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "data:application/json,{}",
        "file:///a",
        "#",
    ] {
        assert_eq!(read(&[("data-src", bad)]).1.len(), 1, "{bad}");
    }
}

#[test]
fn a_bad_value_gives_the_default_and_one_notice_that_names_what_is_allowed() {
    for (attribute, value) in [
        ("data-src", "javascript:1"),
        ("data-format", "rss"),
        ("data-base-url", "data:,"),
        ("data-lang", "العربية"),
        ("data-ui-lang", "arabic"),
        ("data-numerals", "roman"),
        ("data-timezone", "Rabat (GMT)"),
        ("data-theme", "pink"),
        ("data-accent", "red;background:url(x)"),
        ("data-font", "x} body{display:none"),
        ("data-text-size", "10"),
        ("data-text-size", "0"),
        ("data-text-size", "3.5"),
        ("data-text-size", "-1"),
        ("data-controls", "zoom"),
        ("data-share", "orkut"),
        ("data-hide", "everything"),
        ("data-loading", "soon"),
        ("data-min-height", "url(x)"),
        ("data-embeds", "yes"),
        ("data-remember", "true"),
        ("data-timeout", "0"),
        ("data-timeout", "1000"),
        ("data-timeout", "2.5"),
        ("data-timeout", "1e2"),
        ("data-timeout", "+5"),
        ("data-timeout", "015"),
        ("data-timeout", "15s"),
        ("data-timeout", "99999999999999999999"),
    ] {
        let (config, notices) = read(&[(attribute, value)]);
        assert_eq!(config, Config::default(), "{attribute}={value}");
        let [notice] = &notices[..] else {
            panic!("{attribute}={value}: {notices:?}");
        };
        let message = notice.to_string();
        assert!(
            message.contains(attribute) && message.contains(value),
            "{message}"
        );
        assert!(message.contains("Allowed: "), "{message}");
        assert!(!message.contains('\n'));
    }
    let (_, notices) = read(&[("data-theme", "pink")]);
    assert_eq!(
        notices[0].to_string(),
        "Qari: data-theme=\"pink\" is ignored. Allowed: auto light dark sepia contrast"
    );
}

#[test]
fn each_bad_value_is_told_with_what_is_allowed() {
    for (attribute, value, allowed) in [
        ("data-src", "file:///a", "an http or https URL, #id, page"),
        (
            "data-format",
            "rss",
            "auto qari wordpress jsonfeed jsonld ghost applenews map",
        ),
        ("data-lang", "a", "a BCP 47 language tag such as ar-MA"),
        ("data-numerals", "roman", "auto latn arab arabext"),
        (
            "data-controls",
            "zoom",
            "size theme font spacing listen print",
        ),
        ("data-remember", "true", "on off"),
        ("data-loading", "soon", "lazy eager"),
        ("data-timeout", "0", "whole seconds from 1 to 999"),
    ] {
        let (_, notices) = read(&[(attribute, value)]);
        let expected = format!("Qari: {attribute}=\"{value}\" is ignored. Allowed: {allowed}");
        let told: Vec<String> = notices.iter().map(Notice::to_string).collect();
        assert_eq!(told, [expected]);
    }
}

#[test]
fn a_long_value_is_told_shortened() {
    let (_, notices) = read(&[("data-theme", &"ث".repeat(1000))]);
    let shown = format!("\"{}\"", "ث".repeat(80));
    assert!(notices[0].to_string().contains(&shown), "{}", notices[0]);
}

#[test]
fn the_known_entries_of_a_list_are_kept() {
    let (config, notices) = read(&[("data-share", "whatsapp orkut copy")]);
    assert_eq!(config.share, [Network::WhatsApp, Network::Copy]);
    assert_eq!(notices.len(), 1);
    let message = notices[0].to_string();
    assert!(message.contains("data-share=\"orkut\""), "{message}");
    for name in ["data-share", "data-controls"] {
        assert_eq!(read(&[(name, "None")]).1, []);
    }
    assert!(read(&[("data-share", "none")]).0.share.is_empty());
    assert!(read(&[("data-controls", "none")]).0.controls.is_empty());
}

#[test]
fn an_empty_value_is_as_good_as_none() {
    for Attribute { name, .. } in ATTRIBUTES {
        if *name == "debug" {
            continue;
        }
        let attribute = format!("data-{name}");
        assert_eq!(
            read(&[(&attribute, "  ")]),
            (Config::default(), vec![]),
            "{name}"
        );
    }
}

#[test]
fn foreign_attributes_are_left_alone() {
    let (config, notices) = read(&[
        ("data-state", "ready"),
        ("data-v-7ba5bd90", ""),
        ("data-testid", "reader"),
        ("data-id", "7"),
        ("data-url", "/a"),
        ("data-tag", "x"),
        ("data-size", "4"),
        ("data-height", "1"),
        ("data-title", "x"),
        ("data-color", "x"),
        ("data-font-size", "x"),
        ("theme", "dark"),
        ("class", "wide"),
        ("dir", "rtl"),
    ]);
    assert_eq!(config, Config::default());
    assert_eq!(notices, []);
}

#[test]
fn an_attribute_that_is_two_letters_off_is_suggested() {
    for (written, meant) in [
        ("data-sahre", "data-share"),
        ("data-themes", "data-theme"),
        ("data-textsize", "data-text-size"),
        ("data-min-heigth", "data-min-height"),
        ("data-scr", "data-src"),
        ("data-remeber", "data-remember"),
        ("data-baseurl", "data-base-url"),
        ("data-time-out", "data-timeout"),
        ("data-embed", "data-embeds"),
    ] {
        let (config, notices) = read(&[(written, "none")]);
        assert_eq!(config, Config::default(), "{written}");
        let told: Vec<String> = notices.iter().map(Notice::to_string).collect();
        assert_eq!(
            told,
            [format!(
                "Qari: there is no {written}. Did you mean {meant}?"
            )]
        );
    }
}
