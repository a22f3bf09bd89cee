//! What is shown of third parties: the providers whose players are known, as a table.
//!
//! Nothing of theirs is asked for before the reader clicks; the player is the one that tracks least.

use super::Embed;
use super::image::{digits, pixels};
use super::isolate::run;
use super::source::attribute;
use super::text::{cut_last, find as find_in};
use crate::article::SafeUrl;
use crate::locale::template::{cut, entry};
use crate::platform::{Platform, SourceNode};

/// The ways in which providers' addresses are written, one a line: name; hosts, their subdomains too; what stands
/// before the id (`*` is anything), the first that is found counts; what the id is; the link for people; the player; width and height
/// where the source says none. `*` is the id, and `https://` is left out.
///
/// An id is a run of some characters (as [`run`] has them), or a percent-encoded address (`%`), or the
/// whole address (`*`). An address is the link, too: what stands in its place is the link of an `amp-` element.
const PROVIDERS: &str = "\
YouTube youtube.com /shorts/ aA0-_ www.youtube.com/watch?v=* www.youtube-nocookie.com/embed/* 9 16;\
YouTube youtube.com,youtube-nocookie.com,youtu.be /embed/,/live/,/v/,?v=,&v=,youtu.be/ aA0-_ www.youtube.com/watch?v=* www.youtube-nocookie.com/embed/* 16 9;\
YouTube youtube.com,youtube-nocookie.com ?list=,&list= aA0-_ www.youtube.com/playlist?list=* www.youtube-nocookie.com/embed/videoseries?list=* 16 9;\
Vimeo vimeo.com /video/,/videos/,/channels/*/,vimeo.com/ 0 vimeo.com/* player.vimeo.com/video/*?dnt=1 16 9;\
Dailymotion dailymotion.com,dai.ly /video/,?video=,dai.ly/ aA0-_ www.dailymotion.com/video/* geo.dailymotion.com/player.html?video=* 16 9;\
X twitter.com,x.com /status/,/statuses/,?id=,&id= 0 x.com/i/status/* platform.twitter.com/embed/Tweet.html?dnt=true&id=* 11 12;\
Facebook facebook.com /plugins/video.php*href= % * www.facebook.com/plugins/video.php?href=* 16 9;\
Facebook facebook.com /plugins/post.php*href= % * www.facebook.com/plugins/post.php?href=* 11 12;\
Facebook facebook.com /videos/,/reel/,/watch/?v=,/watch?v= * * www.facebook.com/plugins/video.php?href=* 16 9;\
Facebook facebook.com /posts/ * * www.facebook.com/plugins/post.php?href=* 11 12;\
Instagram instagram.com /p/,/reel/,/reels/,/tv/ aA0-_ www.instagram.com/p/*/ www.instagram.com/p/*/embed/ 4 5;\
SoundCloud soundcloud.com /player/?url=,&url= % w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F* w.soundcloud.com/player/?url=* 16 5;\
SoundCloud soundcloud.com soundcloud.com/ * * w.soundcloud.com/player/?url=* 16 5;\
TikTok tiktok.com /embed/v2/,/embed/,/player/v1/,/video/ 0 www.tiktok.com/@/video/* www.tiktok.com/player/v1/* 9 16";

/// Where custom elements that name a provider (AMP's and others) keep the id.
const IDS: &str =
    "data-videoid videoid data-tweetid data-shortcode data-trackid data-href data-src";

/// The address of a custom element that names a provider: `amp-youtube`, `lite-youtube`.
pub(super) fn custom<N: SourceNode>(name: &str, node: &N) -> Option<String> {
    let provider = name
        .strip_prefix("amp-")
        .or_else(|| name.strip_prefix("lite-"))?;
    let mut rest = PROVIDERS;
    while !rest.is_empty() {
        let (row, next) = cut(rest, ";");
        rest = next;
        if cut(entry(row, " ", 1), ".").0 != provider {
            continue;
        }
        let mut id = attribute(node, IDS);
        if find_in(&id, "://").is_none() {
            id = filled(entry(row, " ", 4), id.trim());
        }
        return Some(id);
    }
    None
}

/// The player for an address of a known provider.
pub(super) fn find<P: Platform>(platform: &P, url: &str) -> Option<Box<Embed>> {
    let mut rest = PROVIDERS;
    while !rest.is_empty() {
        let (row, next) = cut(rest, ";");
        rest = next;
        let field = |at| entry(row, " ", at);
        let side = |at| digits(field(at)).unwrap_or_default();
        let hosts = field(1);
        if !is_of(url, hosts) {
            continue;
        }
        let (id, mut link) = read(url, field(2), field(3));
        if link.is_empty() {
            link = filled(field(4), id);
        }
        // An address inside the address may be anything: it counts only if it is the provider's own.
        if matches!(id, "" | "videoseries" | "live_stream") || !is_of(&link, hosts) {
            continue;
        }
        let player = SafeUrl::media(platform, &filled(field(5), id), url)?;
        if host_of(&link).starts_with("api.") {
            // For machines; the player shows the same to people.
            link = player.as_str().into();
        }
        return Some(Box::new(Embed {
            provider: field(0),
            link: SafeUrl::media(platform, &link, url)?,
            player,
            title: String::new(),
            ratio: (side(6), side(7)),
        }));
    }
    None
}

/// The id in an address, empty if there is none; and the link where the id is an address.
fn read<'a>(url: &'a str, mut marks: &str, kind: &str) -> (&'a str, String) {
    while !marks.is_empty() {
        let (mark, next) = cut(marks, ",");
        marks = next;
        let (front, back) = cut(mark, "*");
        let mut rest = url;
        let mut past = |mark: &str| {
            let after = find_in(rest, mark).and_then(|at| rest.get(at + mark.len()..));
            rest = after.unwrap_or(rest);
            after.is_some()
        };
        if !past(front) || !(back.is_empty() || past(back)) {
            continue;
        }
        return match kind {
            "*" => {
                // Decoded as it would be out of the player that it is put into.
                let whole = cut(url, "&#").0;
                (whole, decoded(whole))
            }
            "%" => {
                let id = cut(rest, "&#").0;
                (id, decoded(id))
            }
            set => {
                let end = run(rest.as_bytes(), 0, set);
                (rest.get(..end).unwrap_or_default(), String::new())
            }
        };
    }
    ("", String::new())
}

/// `https://` and the template with `id` in its place.
fn filled(template: &str, id: &str) -> String {
    let (before, after) = cut(template, "*");
    let scheme = if before.is_empty() { "" } else { "https://" };
    scheme.to_owned() + before + id + after
}

/// The host of an absolute URL: no name and password before it, no port after it.
pub(super) fn host_of(url: &str) -> &str {
    let at = find_in(url, "://").map_or(0, |at| at + 3);
    let authority = cut(url.get(at..).unwrap_or_default(), "/?#").0;
    let host = cut_last(authority, b'@').map_or(authority, |(_, host)| host);
    match cut_last(host, b':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Whether the address is that of one of `hosts` or of their subdomains.
fn is_of(url: &str, hosts: &str) -> bool {
    let host = host_of(url);
    let mut rest = hosts;
    while !rest.is_empty() {
        let (site, next) = cut(rest, ",");
        rest = next;
        if let Some(sub) = host.strip_suffix(site)
            && (sub.is_empty() || sub.ends_with('.'))
        {
            return true;
        }
    }
    false
}

/// Takes width and height as the source says them, where they make a likely shape.
pub(super) fn set_ratio<N: SourceNode>(embed: &mut Embed, node: &N) {
    let side = |name| pixels(&attribute(node, name)).unwrap_or_default();
    let (width, height) = (side("width"), side("height"));
    if width > 0 && height > 0 && width <= height * 4 && height <= width * 3 {
        embed.ratio = (width, height);
    }
}

/// A percent-encoded address; what is not ASCII stays encoded, as addresses have it.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let (before, after) = cut(rest, "%");
        out.push_str(before);
        if before.len() == rest.len() {
            return out;
        }
        let mut code = 0;
        for byte in after.bytes().take(2) {
            code = code * 16
                + match byte {
                    b'0'..=b'9' => byte & 15,
                    b'A'..=b'F' | b'a'..=b'f' => (byte & 15) + 9,
                    _ => 128,
                } as u32;
        }
        rest = after;
        if matches!(code, 0x21..0x7f) {
            out.push(code as u8 as char);
            rest = after.get(2..).unwrap_or_default();
        } else {
            out.push('%');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_what_the_browser_would_ask() {
        for (url, host) in [
            ("https://youtu.be/x", "youtu.be"),
            (
                "https://www.youtube.com:443@evil.example/embed/x",
                "evil.example",
            ),
            ("https://evil.example:8080?x=@youtu.be/", "evil.example"),
            ("https://[::1]:80/", "[::1]"),
        ] {
            assert_eq!(host_of(url), host);
        }
    }
}
