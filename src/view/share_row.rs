//! The share row: links that work without script, and buttons for what only the device can do.

use yew::AttrValue;

use super::el::{El, el};
use super::icons::{self, Icon};
use super::{Action, Page};
use crate::config::Part;
use crate::share::{Kind, Network};

/// The row of networks that the owner offers; `None` when there is none.
pub fn share_row(page: &Page) -> Option<El> {
    let networks: Vec<Network> = page
        .config
        .share
        .iter()
        .copied()
        .filter(|network| network.kind() != Kind::Native || page.host.share_sheet)
        .collect();
    if networks.is_empty() || page.config.hide.has(Part::Share) {
        return None;
    }
    let row = el("div").attrs(
        &["part", "role", "aria-label", "lang", "dir"],
        [
            Some("share".into()),
            Some("group".into()),
            Some(page.words().share().into()),
            Some(page.locale.ui_lang().to_owned().into()),
            Some(page.locale.ui_dir().as_str().into()),
        ],
    );
    Some(row.children(networks.into_iter().map(|network| entry(network, page).into())))
}

fn entry(network: Network, page: &Page) -> El {
    let label = AttrValue::from(page.locale.share_label(network));
    let image = page.article.image.as_ref().map(|image| image.url.as_str());
    let href = network.href(&page.article.title, page.url(), image);
    let press = page.on.reform(move |event| Action::Share(network, event));
    let made = match href {
        Some(href) => el("a").attrs(
            &["part", "data-network", "aria-label", "title", "href", "target", "rel"],
            [
                Some("share-link".into()),
                Some(network.name().into()),
                Some(label.clone()),
                Some(label),
                Some(href.into()),
                Some("_blank".into()),
                Some("noopener".into()),
            ],
        ),
        None => el("button").attrs(
            &["part", "data-network", "aria-label", "title", "type"],
            [
                Some("share-link".into()),
                Some(network.name().into()),
                Some(label.clone()),
                Some(label),
                Some("button".into()),
            ],
        ),
    };
    made.on_click(press).child(icons::icon(Icon::Network(network)))
}
