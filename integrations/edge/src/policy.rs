//! Which addresses are fetched: those of hosts on the owner's list, and none of a private network.
//!
//! Every address comes here: the one asked for, where it leads, and what a page names. A name of a listed host that resolves
//! to a private address is for the network of the Worker to refuse (docs/EDGE.md).

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::settings::Settings;

/// Why an address is not fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no absolute address of `http` or `https`, or has a password in it.
    Malformed,
    /// `http`, which the owner does not allow.
    Unencrypted,
    /// A private network, this machine, or a name without a meaning outside.
    Private,
    /// The host, with its port, is not on the owner's list.
    NotListed,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "not an http or https address without a password",
            Self::Unencrypted => "http is not allowed (QARI_HTTP)",
            Self::Private => "a private address",
            Self::NotListed => "not on the list of hosts (QARI_SOURCES)",
        })
    }
}

/// The address, if it may be fetched. Relative ones are taken from `base`.
pub fn admit(settings: &Settings, address: &str, base: Option<&Url>) -> Result<Url, Refusal> {
    let mut url = Url::options()
        .base_url(base)
        .parse(address)
        .map_err(|_| Refusal::Malformed)?;
    url.set_fragment(None);
    let is_web = matches!(url.scheme(), "http" | "https");
    if !is_web || !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::Malformed);
    }
    let host = url.host().ok_or(Refusal::Malformed)?.to_owned();
    let name = host.to_string();
    let name = name.strip_suffix('.').unwrap_or(&name);
    let is_named =
        |(host, port): &(String, u16)| host == name && url.port_or_known_default() == Some(*port);
    if settings.dev_sources.iter().any(is_named) {
        return Ok(url);
    }
    if url.scheme() == "http" && !settings.http {
        return Err(Refusal::Unencrypted);
    }
    let is_public = match &host {
        Host::Ipv4(address) => is_public_v4(*address),
        Host::Ipv6(address) => is_public_v6(*address),
        Host::Domain(_) => is_public_name(name),
    };
    if !is_public {
        return Err(Refusal::Private);
    }
    if !settings
        .sources
        .iter()
        .any(|pattern| pattern.admits(&url, name))
    {
        return Err(Refusal::NotListed);
    }
    Ok(url)
}

/// Endings of names that mean nothing in the public network (RFC 6761, 6762, 8375 and ICANN's `internal`).
const PRIVATE_ENDINGS: &[&str] = &[
    "localhost",
    "local",
    "internal",
    "home.arpa",
    "lan",
    "intranet",
    "corp",
    "test",
    "invalid",
];

fn is_public_name(name: &str) -> bool {
    let ends_in = |ending: &str| {
        name.strip_suffix(ending)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    name.contains('.') && !PRIVATE_ENDINGS.iter().any(|ending| ends_in(ending))
}

/// The special addresses of <https://www.iana.org/assignments/iana-ipv4-special-registry>.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let is_shared = first == 100 && (second & 0xc0) == 64;
    let is_assigned_by_protocol = (first, second, third) == (192, 0, 0);
    let is_old_relay = (first, second, third) == (192, 88, 99);
    let is_benchmark = first == 198 && (second & 0xfe) == 18;
    let is_reserved = first == 0 || first >= 224;
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || is_shared
        || is_assigned_by_protocol
        || is_old_relay
        || is_benchmark
        || is_reserved)
}

/// Of IPv6 only global unicast is public, without what carries other addresses and what is for documents.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_global = (first & 0xe000) == 0x2000;
    let is_special = match first {
        // Protocol assignments (2001::/23, with Teredo), and documentation.
        0x2001 => second < 0x200 || second == 0xdb8,
        // 6to4.
        0x2002 => true,
        // Documentation (3fff::/20).
        0x3fff => second < 0x1000,
        _ => false,
    };
    is_global && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(variables: &str) -> Settings {
        Settings::read(variables).unwrap()
    }

    fn verdicts(settings: &Settings, addresses: &[&str], verdict: Result<(), Refusal>) {
        for address in addresses {
            let is = admit(settings, address, None).map(drop);
            assert_eq!(is, verdict, "{address}");
        }
    }

    #[test]
    fn hosts_on_the_list_are_fetched() {
        let list = settings(
            r#"{"QARI_SOURCES": "news.example *.press.example api.example:8443 93.184.216.34"}"#,
        );
        verdicts(
            &list,
            &[
                "https://news.example/a",
                "https://NEWS.example:443/a?b#c",
                "https://news.example./a",
                "https://a.b.press.example/",
                "https://api.example:8443/",
                "https://93.184.216.34/",
            ],
            Ok(()),
        );
        verdicts(
            &list,
            &[
                "https://other.example/",
                "https://news.example.other.example/",
                "https://xnews.example/",
                "https://press.example/",
                "https://xpress.example/",
                "https://news.example:8443/",
                "https://api.example/",
            ],
            Err(Refusal::NotListed),
        );
        verdicts(&list, &["http://news.example/"], Err(Refusal::Unencrypted));
    }

    #[test]
    fn what_is_no_plain_address_is_not() {
        let list = settings(r#"{"QARI_SOURCES": "news.example"}"#);
        verdicts(
            &list,
            &[
                "",
                "/a",
                "page",
                "#id",
                "file:///etc/hosts",
                "ftp://news.example/",
                "data:text/html,a",
                "https://me:pass@news.example/",
            ],
            Err(Refusal::Malformed),
        );
    }

    #[test]
    fn private_addresses_are_not_even_where_they_are_listed() {
        let list = settings(
            r#"{"QARI_HTTP": "on", "QARI_SOURCES": "127.0.0.1 localhost *.a.internal printer.local nas 10.0.0.1 [::1]"}"#,
        );
        verdicts(
            &list,
            &[
                "http://127.0.0.1/",
                "http://127.1/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://a.localhost/",
                "http://printer.local/",
                "http://nas/",
                "http://db.a.internal/",
                "http://router.lan/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://192.0.2.1/",
                "http://[::1]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:1::1]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
            ],
            Err(Refusal::Private),
        );
        assert!(is_public_v4(Ipv4Addr::new(93, 184, 216, 34)));
        assert!(is_public_v6(Ipv6Addr::new(
            0x2606, 0x2800, 0, 0, 0, 0, 0, 1
        )));
    }

    #[test]
    fn development_names_a_host_with_its_port() {
        let list = settings(r#"{"QARI_DEV_SOURCES": "127.0.0.1:4571"}"#);
        verdicts(
            &list,
            &["http://127.0.0.1:4571/a", "http://127.1:4571/"],
            Ok(()),
        );
        verdicts(
            &list,
            &[
                "http://127.0.0.1:4572/a",
                "http://127.0.0.1/",
                "http://localhost:4571/",
            ],
            Err(Refusal::Unencrypted),
        );
        verdicts(&list, &["https://127.0.0.1/"], Err(Refusal::Private));
    }

    #[test]
    fn relative_addresses_are_taken_from_their_page() {
        let list = settings(r#"{"QARI_SOURCES": "news.example"}"#);
        let page = Url::parse("https://news.example/a/b").ok();
        let url = admit(&list, "../feed.json", page.as_ref()).unwrap();
        assert_eq!(url.as_str(), "https://news.example/feed.json");
        assert_eq!(
            admit(&list, "//other.example/", page.as_ref()),
            Err(Refusal::NotListed)
        );
    }
}
