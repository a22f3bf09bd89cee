//! The way to the article on its own site, also where the source does not say it.
//!
//! `static/plain.js` has the same for a fault: `tests/knowledge.rs` compares them.

/// The page for people that a source at `address` belongs to: a WordPress post's by its number, else the front page of
/// its site. Nothing else of the address is kept, since it may have a key in it. `None` where it is no address, or a place
/// in the page around, which has a fragment.
pub fn page_of(address: &str) -> Option<String> {
    if address.contains('#') {
        return None;
    }
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (scheme, rest) = path.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let host_end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at(host_end);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let (folder, route) = match path.split_once("/wp-json/") {
        Some((folder, route)) => (folder, route),
        None => match query
            .split('&')
            .find_map(|value| value.strip_prefix("rest_route="))
        {
            Some(route) => (path.trim_end_matches('/'), route),
            None => ("", ""),
        },
    };
    let folder = folder.strip_suffix("/index.php").unwrap_or(folder);
    let number = post_number(route).map(|number| format!("?p={number}"));
    let number = number.unwrap_or_default();
    Some(format!("{scheme}://{host}{folder}/{number}"))
}

/// The number of the post that a route of WordPress asks for: `wp/v2/posts/123`.
fn post_number(route: &str) -> Option<&str> {
    let route = route.trim_start_matches('/').trim_start_matches("%2F");
    let parts = route
        .strip_prefix("wp/v2/")
        .or_else(|| route.strip_prefix("wp%2Fv2%2F"))?;
    let mut steps = parts.split('/').flat_map(|step| step.split("%2F")).skip(1);
    steps
        .next()
        .filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn a_source_s_address_says_where_people_read_it() {
        for (address, page) in [
            (
                "https://n.example/wp-json/wp/v2/posts/123?_embed",
                "https://n.example/?p=123",
            ),
            (
                "https://n.example/ar/wp-json/wp/v2/posts/123/",
                "https://n.example/ar/?p=123",
            ),
            (
                "https://n.example/index.php/wp-json/wp/v2/pages/7",
                "https://n.example/?p=7",
            ),
            (
                "https://n.example/?rest_route=/wp/v2/posts/5&_embed",
                "https://n.example/?p=5",
            ),
            (
                "https://n.example/blog/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F5",
                "https://n.example/blog/?p=5",
            ),
            (
                "https://n.example/blog/wp-json/wp/v2/posts?slug=khabar",
                "https://n.example/blog/",
            ),
            (
                "https://n.example/?rest_route=/wp/v2/posts&slug=a",
                "https://n.example/",
            ),
            (
                "https://n.example/ghost/api/content/posts/slug/a/?key=0123abc",
                "https://n.example/",
            ),
            (
                "https://me:word@api.example:8443/a.json?token=x",
                "https://api.example:8443/",
            ),
            ("http://n.example", "http://n.example/"),
        ] {
            assert_eq!(page_of(address).as_deref(), Some(page), "{address}");
        }
        for address in [
            "",
            "about:srcdoc",
            "file:///a.json",
            "https://n.example/page#article",
            "null",
            "/wp-json/wp/v2/posts/1",
        ] {
            assert_eq!(page_of(address), None, "{address}");
        }
    }
}
