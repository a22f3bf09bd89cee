//! The promises, by theme.

mod access;
mod arabic;
mod arriving;
mod budget;
mod corpora;
mod demo;
mod direction;
mod embedded;
mod failing;
mod formats;
mod gallery;
mod geometry;
mod host;
mod including;
mod keyboard;
mod listen;
mod living;
mod looks;
mod pictures;
mod places;
mod prerendered;
mod recovering;
mod returning;
mod screenshots;
mod shapes;
mod share;
mod size;
mod speed;
mod still;
mod trees;
mod words;

use crate::harness::Scenario;

/// Every scenario of every theme; pictures only where they are wanted.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    let wanted = screenshots::folder().is_some();
    let pictures = |of: &'static [Scenario]| if wanted { of } else { &[] };
    [
        including::SCENARIOS,
        living::SCENARIOS,
        prerendered::SCENARIOS,
        looks::SCENARIOS,
        shapes::SCENARIOS,
        recovering::SCENARIOS,
        arriving::SCENARIOS,
        failing::SCENARIOS,
        host::SCENARIOS,
        embedded::SCENARIOS,
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
        formats::SCENARIOS,
        corpora::SCENARIOS,
        budget::SCENARIOS,
        gallery::SCENARIOS,
        demo::SCENARIOS,
        pictures::SCENARIOS,
        trees::SCENARIOS,
        pictures(screenshots::SCENARIOS),
        pictures(gallery::PICTURES),
    ]
    .into_iter()
    .flatten()
}
