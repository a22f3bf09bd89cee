//! Printing the page.

use gloo::utils::window;

use super::Refused;

/// Opens the browser's print dialogue.
///
/// # Errors
///
/// The page stands in a frame that may not.
pub fn print() -> Result<(), Refused> {
    Ok(window().print()?)
}
