//! What waits for consent: the HTML of a player, kept where no page shows it until its reader agrees. In an attribute or
//! a script as it is, escaped or in base64; in a template.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::label::Below;
use super::links::is_address;
use super::tree::Cleaner;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// How a text in base64 begins that is an address or HTML.
const IN_BASE64: &[&str] = &[
    "aHR0c", "Ly93", "PGlm", "PGRp", "PGZp", "PGJs", "PHA", "PCEt",
];
/// How one begins that is percent-encoded.
const ENCODED: &[&str] = &["%3C", "%3c", "http%3A", "https%3A", "http%3a", "https%3a"];
/// What makes HTML worth reading: a frame, a post that is quoted.
const CONTENT: &[&str] = &["<iframe", "<blockquote"];
/// Signs of a pattern that a script fills in.
const PATTERNS: &[&str] = &["{{", "<%", "${"];

impl<P: Platform> Cleaner<'_, P> {
    /// The HTML that an element keeps in one of its attributes, parsed; of a known provider's address, a frame of it.
    pub fn kept(&self, source: &SourceAttributes) -> Option<P::Node> {
        let mut values = source
            .iter()
            .filter(|(name, _)| name.starts_with("data-"))
            .filter_map(|(_, value)| self.kept_in(value));
        let html = values.next()?;
        self.platform.parse(&html)
    }

    /// The same of a script that no browser runs.
    pub fn kept_in_script(&self, node: &P::Node, source: &SourceAttributes) -> Option<P::Node> {
        let kind = source.value("type");
        let is_text = kind.starts_with("text/") && !kind.ends_with("script");
        let html = is_text.then(|| node.text_content())?;
        self.platform.parse(&self.kept_in(&html)?)
    }

    /// The HTML that is written in a text; an address of a known provider as a frame.
    fn kept_in<'a>(&self, written: &'a str) -> Option<Cow<'a, str>> {
        let written = written.trim();
        let begins = |starts: &[&str]| starts.iter().any(|start| written.starts_with(start));
        let html = if begins(IN_BASE64) {
            self.platform.decode_base64(written)?.into()
        } else if begins(ENCODED) {
            percent_decode_str(written).decode_utf8_lossy()
        } else {
            written.into()
        };
        if html.starts_with('{') {
            return self.kept_in_settings(&html);
        }
        let holds = |any: &[&str]| any.iter().any(|part| html.contains(part));
        if html.starts_with('<') && holds(CONTENT) && !holds(PATTERNS) {
            return Some(html);
        }
        let is_kept_address = html.as_ref() != written && self.is_known(&html);
        is_kept_address.then(|| ["<iframe src=\"", &html, "\">"].concat().into())
    }

    /// A frame of the first address of a known provider in the settings that a script would read, which are JSON.
    fn kept_in_settings(&self, settings: &str) -> Option<Cow<'static, str>> {
        let addresses = settings.split('"').filter(|text| text.starts_with("http"));
        let mut addresses = addresses.map(|address| address.replace("\\/", "/"));
        let address = addresses.find(|address| self.is_known(address))?;
        Some(["<iframe src=\"", &address, "\">"].concat().into())
    }

    /// Adds the frames that a template holds, unless the page shows them beside it.
    pub fn add_frames_of_template(&mut self, template: &P::Node) {
        let first = template.template_content();
        let inside = std::iter::successors(first, SourceNode::next_sibling);
        self.fallbacks += 1;
        for node in inside {
            for node in std::iter::once(node.clone()).chain(Below::all(&node)) {
                let source = &node.attributes();
                if matches!(node.kind(), NodeKind::Element(name) if name == "iframe")
                    && source.iter().any(|(_, value)| is_address(value))
                {
                    self.add_frame(source);
                }
            }
        }
        self.fallbacks -= 1;
    }
}
