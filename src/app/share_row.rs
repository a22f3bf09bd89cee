//! The share row: links that work without script, and buttons for what only the device can do.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::hooks::Status;
use super::icons::{Icon, icon};
use super::text::interface;
use super::{Page, ShareDetail};
use crate::browser::{Element, clipboard, print, share_sheet};
use crate::config::Part;
use crate::locale::Text;
use crate::share::{Kind, Network};

/// The row of networks that the owner offers. `status` says what came of a press, `root` is the reader's element.
pub fn share_row(page: &Rc<Page>, status: &Status, root: &NodeRef) -> Option<Html> {
    let is_offered =
        |network: &&Network| network.kind() != Kind::Native || page.surroundings.share_sheet;
    let networks: Vec<Network> = page
        .config
        .share
        .iter()
        .filter(is_offered)
        .copied()
        .collect();
    if networks.is_empty() || page.config.hide.contains(Part::Share) {
        return None;
    }
    let (lang, dir) = interface(&page.locale);
    let label = page.locale.words().text(Text::Share).to_owned();
    let entries = networks.into_iter().map(|network| {
        let on_press = {
            let (page, status, root) = (page.clone(), status.clone(), root.clone());
            Callback::from(move |press: MouseEvent| share(network, &press, &page, &status, &root))
        };
        entry(network, page, on_press)
    });
    // What a script must know where no program runs behind it (static/touch.js).
    let words = page.locale.words();
    let still = |told: &dyn Fn() -> String| page.is_still().then(told);
    Some(html! {
        <div
            key="share"
            part="share"
            role="group"
            {lang}
            {dir}
            aria-label={label}
            data-url={still(&|| page.url().into_owned())}
            data-title={still(&|| page.plain_title())}
            data-copied={still(&|| words.text(Text::Copied).to_owned())}
            data-failed={still(&|| words.text(Text::CopyFailed).to_owned())}
        >
            { for entries }
        </div>
    })
}

fn entry(network: Network, page: &Page, on_press: Callback<MouseEvent>) -> Html {
    let label = AttrValue::from(page.locale.share_label(network));
    let image = page.article.image.as_ref().map(|image| image.url.as_str());
    let drawing = icon(Icon::Network(network));
    match network.href(&page.article.title, &page.url(), image) {
        Some(href) => html! {
            <a
                key={network.name()}
                part="share-link"
                data-network={network.name()}
                aria-label={label.clone()}
                title={label}
                target="_blank"
                rel="noopener"
                {href}
                onclick={on_press}
            >
                { drawing }
            </a>
        },
        None => html! {
            <button
                key={network.name()}
                part="share-link"
                data-network={network.name()}
                aria-label={label.clone()}
                title={label}
                type="button"
                onclick={on_press}
            >
                { drawing }
            </button>
        },
    }
}

/// Tells the page around, and does what it leaves to be done.
fn share(network: Network, press: &MouseEvent, page: &Page, status: &Status, root: &NodeRef) {
    let url = page.url().into_owned();
    let title = page.article.title.clone();
    let told = ShareDetail {
        network: network.name(),
        url: url.clone(),
        title,
    };
    if !page.events.on_share.emit(told) {
        press.prevent_default();
        return;
    }
    match network.kind() {
        // The browser follows it.
        Kind::Link => {}
        // Refused in some frames: nothing happens, as in the browser's own menu.
        Kind::Print => {
            let _ = print::print();
        }
        Kind::Native => {
            let shared = share_sheet::open(&page.plain_title(), &url);
            spawn_local(async move {
                // Refused or closed: the sheet itself has told the reader.
                let _ = shared.await;
            });
        }
        Kind::Copy => {
            let words = page.locale.words();
            let (copied, failed) = (
                words.text(Text::Copied).to_owned(),
                words.text(Text::CopyFailed).to_owned(),
            );
            let Some(near) = root.cast::<Element>() else {
                return;
            };
            let (status, copy) = (status.clone(), clipboard::copy(url.clone(), &near));
            spawn_local(async move {
                match copy.await {
                    Ok(()) => status.say(copied),
                    Err(_) => status.show_address(failed, url),
                }
            });
        }
    }
}
