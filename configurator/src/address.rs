//! What an address that was typed can be meant for.

use url::Url;

/// Endings of files, which are no names of hosts.
const FILES: &[&str] = &["json", "html", "htm", "php", "xml", "txt"];

/// An address as a page at `page` asks for it; `None` where that is no web address.
pub fn absolute(page: &str, written: &str) -> Option<String> {
    let url = Url::parse(page).ok()?.join(written).ok()?;
    is_web(&url).then(|| url.into())
}

/// Whether an address is whole: it means the same on every page.
pub fn is_absolute(written: &str) -> bool {
    Url::parse(written).is_ok_and(|url| is_web(&url))
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// The address that is meant where one begins with a host's name: `news.example/1` is a file of the page's own folder for a
/// browser.
pub fn with_scheme(written: &str) -> Option<String> {
    let before_path = written.split(['/', '?', '#']).next()?;
    let (host, has_port) = match before_path.split_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => (host, true),
        // A scheme, such as `mailto:`.
        Some(_) => return None,
        None => (before_path, false),
    };
    let (_, ending) = host.rsplit_once('.').unwrap_or(("", host));
    let is_name = ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic);
    let is_host = host.contains('.') && is_name && !FILES.contains(&ending);
    let scheme = match host {
        "localhost" | "127.0.0.1" => "http",
        _ if !host.is_empty() && (has_port || is_host) => "https",
        _ => return None,
    };
    let meant = format!("{scheme}://{written}");
    is_absolute(&meant).then_some(meant)
}

/// Where WordPress has the JSON of the post whose page is at this address: it finds a post by the last name in the address.
pub fn wordpress(page: &str) -> Option<String> {
    let url = Url::parse(page).ok().filter(is_web)?;
    let is_json = url.path().contains("/wp-json/") || url.path().ends_with(".json");
    let mut names = url.path_segments()?.filter(|name| !name.is_empty());
    let slug = names.next_back()?.trim_end_matches(".html");
    if is_json || slug.contains('.') {
        return None;
    }
    let site = url.origin().ascii_serialization();
    Some(format!("{site}/wp-json/wp/v2/posts?slug={slug}&_embed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_without_its_scheme_is_known() {
        for (written, meant) in [
            (
                "news.example/wp-json/wp/v2/posts/1",
                "https://news.example/wp-json/wp/v2/posts/1",
            ),
            ("www.news.example", "https://www.news.example"),
            ("مثال.إختبار/1", "https://مثال.إختبار/1"),
            ("news.example:8443/1", "https://news.example:8443/1"),
            (
                "localhost:9004/article.json",
                "http://localhost:9004/article.json",
            ),
            ("127.0.0.1:8080/1", "http://127.0.0.1:8080/1"),
        ] {
            assert_eq!(with_scheme(written).as_deref(), Some(meant), "{written}");
        }
        for written in [
            "",
            "https://news.example/1",
            "//news.example/1",
            "/api/42",
            "article.json",
            "../articles/1.json",
            "#story",
            "page",
            "2026.05/1",
            "mailto:a@news.example",
            "data:application/json,{}",
        ] {
            assert_eq!(with_scheme(written), None, "{written}");
        }
    }

    #[test]
    fn an_address_is_asked_for_as_the_page_does() {
        let page = "https://demo.example/qari/demo/host.html";
        for (written, asked) in [
            ("https://news.example/1", Some("https://news.example/1")),
            ("/api/42", Some("https://demo.example/api/42")),
            (
                "news.example/1",
                Some("https://demo.example/qari/demo/news.example/1"),
            ),
            ("localhost:9004/1", None),
            ("ftp://news.example/1", None),
        ] {
            assert_eq!(absolute(page, written).as_deref(), asked, "{written}");
        }
        assert!(is_absolute("http://news.example") && !is_absolute("/api/42"));
    }

    #[test]
    fn a_post_is_found_by_its_pages_name() {
        for (page, json) in [
            (
                "https://news.example/2026/05/atlas-train/?utm=1#top",
                Some("https://news.example/wp-json/wp/v2/posts?slug=atlas-train&_embed"),
            ),
            (
                "https://news.example/قطار-الأطلس",
                Some(
                    "https://news.example/wp-json/wp/v2/posts?slug=%D9%82%D8%B7%D8%A7%D8%B1-%D8%A7%D9%84%D8%A3%D8%B7%D9%84%D8%B3&_embed",
                ),
            ),
            (
                "https://news.example/train.html",
                Some("https://news.example/wp-json/wp/v2/posts?slug=train&_embed"),
            ),
            ("https://news.example/", None),
            ("https://news.example/wp-json/wp/v2/posts/9", None),
            ("https://news.example/articles/9.json", None),
            ("/api/42", None),
        ] {
            assert_eq!(wordpress(page).as_deref(), json, "{page}");
        }
    }
}
