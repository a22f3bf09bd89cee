//! File name → media type. The wrong one stops a browser from running a file.

/// Extensions and their media types; text is always UTF-8.
const TYPES: &[(&str, &str)] = &[
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
];

/// The media type of a file called `name`; bytes when its extension is not known.
pub fn of(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    TYPES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(extension))
        .map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_a_browser_refuses_under_a_wrong_type_has_the_right_one() {
        assert_eq!(of("qari-reader_bg.wasm"), "application/wasm");
        assert_eq!(of("qari.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("article.schema.json"), "application/json");
        assert_eq!(of("qari.d.ts"), "text/plain; charset=utf-8");
        assert_eq!(of("PHOTO.JPG"), "image/jpeg");
    }

    #[test]
    fn the_unknown_is_bytes() {
        assert_eq!(of("LICENSE"), "application/octet-stream");
        assert_eq!(of("x.unknown"), "application/octet-stream");
    }
}
