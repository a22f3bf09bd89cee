//! The promises, by theme.

mod access;
mod arabic;
mod arriving;
mod attributes;
mod boxes;
mod budget;
mod configurator;
mod configurator_snippets;
mod configurator_trying;
mod corpora;
mod demo;
mod direction;
mod documents;
mod edge;
mod embedded;
mod failing;
mod following;
mod formats;
mod framed;
mod gallery;
mod geometry;
mod host;
mod hosts;
mod including;
mod keyboard;
mod listen;
mod living;
mod looks;
mod packages;
mod panel;
mod pictures;
mod places;
mod prerendered;
mod prerendered_touch;
mod recovering;
mod returning;
mod screenshots;
mod security;
mod shapes;
mod share;
mod size;
mod speed;
mod still;
mod themes;
mod trees;
mod wordpress;
mod words;

use crate::harness::Scenario;

/// Every scenario of every theme; pictures only where they are wanted.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    let wanted = screenshots::folder().is_some();
    let pictures = |of: &'static [Scenario]| if wanted { of } else { &[] };
    [
        including::SCENARIOS,
        living::SCENARIOS,
        panel::SCENARIOS,
        prerendered::SCENARIOS,
        edge::SCENARIOS,
        packages::SCENARIOS,
        hosts::SCENARIOS,
        prerendered_touch::SCENARIOS,
        looks::SCENARIOS,
        shapes::SCENARIOS,
        recovering::SCENARIOS,
        arriving::SCENARIOS,
        security::SCENARIOS,
        failing::SCENARIOS,
        host::SCENARIOS,
        embedded::SCENARIOS,
        framed::SCENARIOS,
        wordpress::SCENARIOS,
        wordpress::EDITOR,
        direction::SCENARIOS,
        size::SCENARIOS,
        words::SCENARIOS,
        share::SCENARIOS,
        access::SCENARIOS,
        keyboard::SCENARIOS,
        geometry::SCENARIOS,
        arabic::SCENARIOS,
        speed::SCENARIOS,
        listen::SCENARIOS,
        still::SCENARIOS,
        returning::SCENARIOS,
        places::SCENARIOS,
        following::SCENARIOS,
        formats::SCENARIOS,
        corpora::SCENARIOS,
        boxes::SCENARIOS,
        budget::SCENARIOS,
        gallery::SCENARIOS,
        demo::SCENARIOS,
        attributes::SCENARIOS,
        documents::SCENARIOS,
        themes::SCENARIOS,
        configurator::SCENARIOS,
        configurator_snippets::SCENARIOS,
        configurator_trying::SCENARIOS,
        pictures::SCENARIOS,
        trees::SCENARIOS,
        pictures(screenshots::SCENARIOS),
        pictures(gallery::PICTURES),
    ]
    .into_iter()
    .flatten()
}
