//! What of the page stands in a body: blocks of a theme that say again what is above the text, or are a page's own.

use super::Tag;
use super::label::{Below, label};
use super::text::alike;
use super::tree::Cleaner;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// Blocks of the page: a way to log in, to search, a calendar, who commented.
const OF_THE_PAGE: &[&str] = &[
    "comment-form",
    "comment-respond",
    "comments-area",
    "logged-out",
    "wp-block-avatar",
    "wp-block-breadcrumbs",
    "wp-block-calendar",
    "wp-block-comments",
    "wp-block-loginout",
    "wp-block-post-comments",
    "wp-block-post-comments-form",
    "wp-block-search",
    "wp-block-site-logo",
    "wp-block-site-tagline",
    "wp-block-site-title",
    "wp-calendar-nav",
    "wp-calendar-table",
];
/// Blocks that show on a page what Qari shows above and below the text; in a list of posts they are another's.
const OF_THE_POST: &[&str] = &[
    "wp-block-post-author",
    "wp-block-post-author-name",
    "wp-block-post-date",
    "wp-block-post-excerpt",
    "wp-block-post-terms",
    "wp-block-post-time-to-read",
];
/// Classes of the headline.
const HEADLINES: &[&str] = &[
    "elementor-widget-theme-post-title",
    "entry-title",
    "post-title",
    "wp-block-post-title",
];
/// The picture that is shown above the text, where there is one.
const LEAD: &str = "wp-block-post-featured-image";

impl<P: Platform> Cleaner<'_, P> {
    /// Whether an element is a part of the page and not of the article.
    pub fn is_furniture(&self, node: &P::Node, source: &SourceAttributes) -> bool {
        // The parser is never given a form by its name.
        let is_form = ["action", "method"]
            .iter()
            .any(|name| source.get(name).is_some());
        if source.value("role") == "search" || (is_form && asks_for_password(node)) {
            return true;
        }
        let mut classes = source.value("class").split_ascii_whitespace();
        classes.any(|class| {
            OF_THE_PAGE.contains(&class)
                || (OF_THE_POST.contains(&class) && self.top() != Tag::Li)
                || (class == LEAD && self.context.lead_image.is_some() && self.top() != Tag::Li)
                || (HEADLINES.contains(&class) && self.is_headline(node))
        })
    }

    fn is_headline(&self, node: &P::Node) -> bool {
        let headline = alike(self.context.title);
        !headline.is_empty() && alike(&label(node)) == headline
    }
}

fn asks_for_password<N: SourceNode>(form: &N) -> bool {
    let is_password = |node: N| {
        matches!(node.kind(), NodeKind::Element(name) if name == "input")
            && node.attributes().value("type") == "password"
    };
    Below::all(form).any(is_password)
}
