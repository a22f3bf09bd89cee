//! What scenarios stand on: servers that misbehave, browsers, and ways to look into a reader.

mod ask;
pub mod cdp;
pub mod engine;
pub mod failed;
pub mod guard;
pub mod look;
pub mod lost;
pub mod outline;
pub mod page;
pub mod picture;
mod processes;
pub mod proxy;
pub mod reply;
pub mod server;
pub mod stage;
pub mod trial;

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;

pub use engine::Engine;
pub use page::Page;
pub use reply::Reply;
pub use server::Gate;
pub use trial::{Trial, same};

/// The steps of a scenario, under way.
type Steps<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A promise and the steps that prove it.
pub struct Scenario {
    /// `theme::promise`.
    pub name: &'static str,
    /// The steps.
    pub run: for<'a> fn(&'a Trial) -> Steps<'a>,
}

/// The table of a theme's scenarios: the functions' names are the promises.
#[macro_export]
macro_rules! scenarios {
    ($($theme:ident::{$($name:ident),+ $(,)?})+) => {
        &[$($($crate::harness::Scenario {
            name: concat!(stringify!($theme), "::", stringify!($name)),
            run: |trial| Box::pin($name(trial)),
        }),+),+]
    };
}
