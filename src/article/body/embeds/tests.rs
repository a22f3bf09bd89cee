//! Addresses of providers, and of those who would be taken for them.

use super::*;
use crate::native::Native;

fn found(url: &str) -> Option<Embed> {
    find(&Native, &SafeUrl::media(&Native, url, "").unwrap())
}

#[test]
fn a_host_is_what_the_browser_would_ask() {
    for (url, expected) in [
        ("https://youtu.be/x", "youtu.be"),
        (
            "https://www.youtube.com:443@evil.example/embed/x",
            "evil.example",
        ),
        ("https://evil.example:8080?x=@youtu.be/", "evil.example"),
        ("https://evil.example#@youtu.be", "evil.example"),
        ("https://[::1]:80/", "[::1]"),
    ] {
        assert_eq!(host(url), expected);
    }
}

#[test]
fn an_embed_has_the_shape_of_what_it_shows() {
    for (url, ratio) in [
        ("https://www.youtube.com/shorts/a", (9, 16)),
        ("https://m.youtube.com/watch?v=a", (16, 9)),
        ("https://www.youtube.com/playlist?list=a", (16, 9)),
        ("https://vimeo.com/channels/staffpicks/12", (16, 9)),
        ("https://dai.ly/a", (16, 9)),
        ("https://x.com/a/status/12", (11, 12)),
        ("https://www.facebook.com/reel/12", (16, 9)),
        ("https://www.facebook.com/a/posts/12", (11, 12)),
        ("https://www.instagram.com/reel/a/", (4, 5)),
        ("https://soundcloud.com/a/b", (16, 5)),
        ("https://www.tiktok.com/@a/video/12", (9, 16)),
    ] {
        assert_eq!(found(url).map(|embed| embed.ratio), Some(ratio), "{url}");
    }
}

#[test]
fn only_a_likely_shape_is_taken_from_the_source() {
    let mut embed = found("https://youtu.be/a").unwrap();
    for (width, height, ratio) in [
        ("560", "315", (560, 315)),
        ("100%", "400", (560, 315)),
        ("600", "100", (560, 315)),
        ("400", "100", (400, 100)),
        ("0", "0", (400, 100)),
        ("100", "301", (400, 100)),
        ("100", "300", (100, 300)),
    ] {
        let source = [
            ("width".into(), width.into()),
            ("height".into(), height.into()),
        ];
        embed.set_ratio(&source.into_iter().collect());
        assert_eq!(embed.ratio, ratio, "{width}x{height}");
    }
}

#[test]
fn an_address_of_nobody_known_is_no_embed() {
    for url in [
        "https://evil.example/embed/youtube.com/watch?v=a",
        "https://notyoutube.com/watch?v=a",
        "https://youtube.com.evil.example/watch?v=a",
        "https://www.youtube.com@evil.example/watch?v=a",
        "https://www.youtube.com/",
        "https://www.youtube.com/embed/",
        "https://www.youtube.com/embed/videoseries",
        "https://www.youtube.com/embed/live_stream?channel=a",
        "https://vimeo.com/about",
        "https://x.com/a",
    ] {
        assert_eq!(found(url), None, "{url}");
    }
}

#[test]
fn the_address_inside_a_player_is_the_providers_own() {
    let player = "https://www.facebook.com/plugins/video.php?href=";
    let inside = |address: &str| found(&format!("{player}{address}"));
    let known = inside("https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&width=9").unwrap();
    assert_eq!(known.link.as_str(), "https://www.facebook.com/a/videos/1/");
    for foreign in [
        "https%3A%2F%2Fevil.example%2F",
        "https%3A%2F%2Ffacebook.com.evil.example%2F",
        "https%3A%2F%2Ffacebook.com%40evil.example%2F",
        // A browser takes the backslash for a slash.
        "https%3A%2F%2Fevil.example%5C.facebook.com%2F",
        "javascript%3Aalert(1)%2F%2Ffacebook.com",
        "%2Fa%2Fvideos%2F1%2F",
    ] {
        assert_eq!(inside(foreign), None, "{foreign}");
    }
}

#[test]
fn what_is_for_machines_is_linked_as_its_player() {
    let track = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293";
    assert_eq!(found(track).unwrap().link.as_str(), track);
}

#[test]
fn a_custom_element_gives_an_id_or_an_address() {
    let address = |element: &str, name: &'static str, value: &'static str| {
        let source = [(name.into(), value.into())].into_iter().collect();
        custom(element, &source)
    };
    for provider in PROVIDERS {
        let element = format!("amp-{}", provider.element);
        let address = address(&element, "data-videoid", "12").unwrap();
        if !matches!(provider.name, "Facebook" | "Telegram") {
            let embed = found(&address).unwrap();
            assert_eq!(embed.provider, provider.name);
        }
    }
    let post = "https://www.facebook.com/a/posts/12";
    assert_eq!(
        address("lite-facebook", "data-href", post).as_deref(),
        Some(post)
    );
    assert_eq!(address("amp-img", "data-src", "/x"), None);
    assert_eq!(address("youtube", "videoid", "x"), None);
}

#[test]
fn an_unlisted_film_keeps_its_word_and_every_film_its_start() {
    for (url, link, playing) in [
        (
            "https://vimeo.com/12/ab3f",
            "https://vimeo.com/12/ab3f",
            "https://player.vimeo.com/video/12?dnt=1&h=ab3f&autoplay=1",
        ),
        (
            "https://player.vimeo.com/video/12?h=ab3f&title=0#t=1m5s",
            "https://vimeo.com/12/ab3f#t=65s",
            "https://player.vimeo.com/video/12?dnt=1&h=ab3f&autoplay=1#t=65s",
        ),
        (
            "https://youtu.be/abc?t=90",
            "https://www.youtube.com/watch?v=abc&t=90",
            "https://www.youtube-nocookie.com/embed/abc?start=90&autoplay=1",
        ),
        (
            "https://www.youtube.com/embed/abc?start=7&rel=0",
            "https://www.youtube.com/watch?v=abc&t=7",
            "https://www.youtube-nocookie.com/embed/abc?start=7&autoplay=1",
        ),
        (
            "https://www.youtube.com/watch?v=abc#t=1h2s",
            "https://www.youtube.com/watch?v=abc&t=3602",
            "https://www.youtube-nocookie.com/embed/abc?start=3602&autoplay=1",
        ),
        (
            "https://x.com/a/status/12?t=abc&s=20",
            "https://x.com/i/status/12",
            "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12",
        ),
        (
            "https://t.me/s/canal/68?single",
            "https://t.me/s/canal/68",
            "https://t.me/s/canal/68?embed=1",
        ),
    ] {
        let embed = found(url).unwrap();
        assert_eq!(
            (embed.link.as_str(), embed.playing.as_str()),
            (link, playing),
            "{url}"
        );
    }
    for no_start in ["t=", "t=x", "t=0", "t=99999999999"] {
        let embed = found(&format!("https://youtu.be/abc?{no_start}")).unwrap();
        assert_eq!(
            embed.link.as_str(),
            "https://www.youtube.com/watch?v=abc",
            "{no_start}"
        );
    }
    assert_eq!(found("https://t.me/canal"), None);
}
