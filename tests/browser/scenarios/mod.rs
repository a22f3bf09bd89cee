//! The promises, by theme.

mod access;
mod arriving;
mod budget;
mod corpora;
mod direction;
mod failing;
mod formats;
mod host;
mod including;
mod living;
mod screenshots;
mod share;
mod size;
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
        formats::SCENARIOS,
        corpora::SCENARIOS,
        budget::SCENARIOS,
        pictures,
    ]
    .into_iter()
    .flatten()
}
