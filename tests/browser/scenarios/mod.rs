//! The promises, by theme.

mod arriving;
mod budget;
mod direction;
mod failing;
mod formats;
mod host;
mod including;
mod living;
mod share;
mod size;

use crate::harness::Scenario;

/// Every scenario of every theme.
pub fn all() -> impl Iterator<Item = &'static Scenario> {
    [
        including::SCENARIOS,
        living::SCENARIOS,
        arriving::SCENARIOS,
        failing::SCENARIOS,
        host::SCENARIOS,
        direction::SCENARIOS,
        size::SCENARIOS,
        share::SCENARIOS,
        formats::SCENARIOS,
        budget::SCENARIOS,
    ]
    .into_iter()
    .flatten()
}
