//! The promises, by theme.

mod access;
mod arabic;
mod arriving;
mod budget;
mod corpora;
mod direction;
mod failing;
mod formats;
mod geometry;
mod host;
mod including;
mod keyboard;
mod living;
mod screenshots;
mod share;
mod size;
mod speed;
mod words;

use crate::harness::Scenario;

/// Every scenario of every theme; pictures only where they are wanted.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    let pictures = screenshots::folder().map_or(&[][..], |_| screenshots::SCENARIOS);
    [
        including::SCENARIOS,
        living::SCENARIOS,
        arriving::SCENARIOS,
        failing::SCENARIOS,
        host::SCENARIOS,
        direction::SCENARIOS,
        size::SCENARIOS,
        words::SCENARIOS,
        share::SCENARIOS,
        access::SCENARIOS,
        keyboard::SCENARIOS,
        geometry::SCENARIOS,
        arabic::SCENARIOS,
        speed::SCENARIOS,
        formats::SCENARIOS,
        corpora::SCENARIOS,
        budget::SCENARIOS,
        pictures,
    ]
    .into_iter()
    .flatten()
}
