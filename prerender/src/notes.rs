//! Links within an article, before a script follows them.
//!
//! An address with a fragment finds elements of the document, never those of a shadow root. So each place that is linked
//! gets a slot, and the element a child for it: that one is of the document, and stands where the slot is.

use scraper::{Html, Node, Selector};

/// Names that the reader gives to places begin so (`src/article/body`).
const PLACE: &str = "qari-";

/// Markup whose places can be reached.
pub struct Noted {
    /// The markup, with a slot in each place.
    pub markup: String,
    /// The slots' names, which are the ids of the places too.
    pub places: Vec<String>,
}

/// Makes the places of a reader's markup reachable, under names that begin with `id` and are the page's own.
pub fn reachable(markup: &str, id: &str) -> Noted {
    let mut noted = Noted {
        markup: markup.to_owned(),
        places: Vec::new(),
    };
    if !markup.contains(" data-place=\"") {
        return noted;
    }
    let mut html = Html::parse_fragment(markup);
    let places = attributes(&html, "[data-place]", "data-place");
    let links = attributes(&html, "a[href^='#qari-']", "href");
    let name = |place: &str| {
        let number = place.trim_start_matches('#').strip_prefix(PLACE);
        format!("{id}-{}", number.unwrap_or(place))
    };
    for (node, place) in places {
        let slot = Html::parse_fragment(&format!("<slot name=\"{}\"></slot>", name(&place)));
        let slot = slot
            .root_element()
            .first_child()
            .map(|slot| slot.value().clone());
        if let (Some(slot), Some(mut place_node)) = (slot, html.tree.get_mut(node)) {
            place_node.prepend(slot);
            noted.places.push(name(&place));
        }
    }
    for (node, target) in links {
        if let Some(mut link) = html.tree.get_mut(node)
            && let Node::Element(element) = link.value()
        {
            for (attribute, value) in &mut element.attrs {
                if &*attribute.local == "href" {
                    *value = format!("#{}", name(&target)).into();
                }
            }
        }
    }
    noted.markup = html.root_element().inner_html();
    noted
}

/// The elements that a selector of ours finds, with the value of an attribute.
fn attributes(html: &Html, selector: &str, name: &str) -> Vec<(ego_tree::NodeId, String)> {
    let selector = Selector::parse(selector).ok();
    let found = selector.iter().flat_map(|selector| html.select(selector));
    found
        .filter_map(|element| Some((element.id(), element.attr(name)?.to_owned())))
        .collect()
}
