//! The share row: links that work without script, and buttons for what only the device can do.

use yew::AttrValue;

use super::Page;
use super::el::{El, el};
use super::icons::{self, Icon};
use crate::config::Part;
use crate::share::{Kind, Network};

/// The row of networks that the owner offers; `None` when there is none.
pub fn share_row(page: &Page) -> Option<El> {
    let mut row = page.interface(el("div part=share role=group"), page.words().share());
    let mut any = false;
    for network in &page.config.share {
        if network.kind() != Kind::Native || page.host.share_sheet {
            row = row.child(entry(*network, page));
            any = true;
        }
    }
    (any && !page.config.hide.has(Part::Share)).then_some(row)
}

fn entry(network: Network, page: &Page) -> El {
    let label = AttrValue::from(page.locale.share_label(network));
    let image = page.article.image.as_ref().map(|image| image.url.as_str());
    let made = match network.href(&page.article.title, page.url(), image) {
        Some(href) => el("a part=share-link target=_blank rel=noopener").attr("href", href.into()),
        None => el("button part=share-link type=button"),
    };
    made.set("data-network", network.name())
        .attr("aria-label", label.clone())
        .attr("title", label)
        .child(icons::icon(Icon::Network(network)))
}
