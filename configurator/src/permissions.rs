//! What the site's own policy must allow (docs/ATTRIBUTES.md, "Permissions"), and what the article's server must send.

use std::collections::BTreeSet;

use qari_reader::article::body::player_addresses;

use crate::embed::{Embed, site};
use crate::state::Form;

/// The header that lets pages of other sites read an article.
pub const CORS: &str = "Access-Control-Allow-Origin: *";

/// The sites of which the article on trial wants something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of its pictures.
    pub images: BTreeSet<String>,
    /// Of its own film and sound.
    pub media: BTreeSet<String>,
    /// Addresses of what others' players show.
    pub embeds: BTreeSet<String>,
}

impl Wanted {
    /// The sites of the players.
    fn players(&self) -> BTreeSet<String> {
        let addresses = self
            .embeds
            .iter()
            .flat_map(|address| player_addresses(address));
        addresses.filter_map(|address| site(&address)).collect()
    }
}

/// The addresses of what is embedded in an article's body (`element.article.body`), where each is a paragraph with a link and
/// nothing else. A link that only looks so is one too many in a policy, and is asked for by nobody.
pub fn embedded(body: &str) -> BTreeSet<String> {
    let links = body.split("<p><a href=\"").skip(1).filter_map(|rest| {
        let (address, rest) = rest.split_once('"')?;
        let (_, after) = rest.split_once("</a>")?;
        after
            .starts_with("</p>")
            .then(|| address.replace("&amp;", "&"))
    });
    links.collect()
}

/// A whole `Content-Security-Policy` in one line: what the reader needs, for a page that else has only what is of its own site. A
/// directive takes the place of `default-src`, so each has `'self'` again.
pub fn policy(form: Form, embed: &Embed, wanted: &Wanted) -> String {
    const OWN: &str = "'self'";
    let files = match form {
        // The project's own build brings the files along.
        Form::React => None,
        _ => site(&embed.files),
    };
    let mut policy = format!("default-src {OWN}");
    let mut allow = |directive: &str, sources: Vec<&str>| {
        if !sources.is_empty() {
            policy += &format!("; {directive} {OWN} {}", sources.join(" "));
        }
    };
    let files = files.as_deref();
    if form == Form::Iframe {
        allow("frame-src", files.into_iter().collect());
        return policy;
    }
    let article = embed.source().and_then(site);
    let article = article.as_deref().filter(|site| Some(*site) != files);
    let frames = match embed.value("embeds") {
        Some("link") => BTreeSet::new(),
        _ => wanted.players(),
    };
    allow(
        "script-src",
        files.into_iter().chain(["'wasm-unsafe-eval'"]).collect(),
    );
    allow("connect-src", files.into_iter().chain(article).collect());
    for (directive, sites) in [
        ("img-src", &wanted.images),
        ("media-src", &wanted.media),
        ("frame-src", &frames),
    ] {
        allow(directive, sites.iter().map(String::as_str).collect());
    }
    policy
}

/// What a page's stylesheet says where its policy refuses the element's `style` attribute.
pub fn stylesheet(embed: &Embed) -> String {
    format!(
        "qari-reader {{ display: block; min-height: {}; }}",
        embed.reserved()
    )
}
