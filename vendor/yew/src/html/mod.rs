//! The main html module which defines components.

mod component;
mod conversion;

pub use component::*;
pub use conversion::*;

use crate::virtual_dom::VNode;

/// A type which expected as a result of `view` function implementation.
pub type Html = VNode;
