//! What lives in time, one hook a file: it begins with its component and ends with it. A handler that does one thing and is done
//! (copies, prints, moves the focus) calls the `browser` room where it stands.

mod use_choices;
mod use_follow_link;
mod use_look;
mod use_measured;
mod use_place;
mod use_press_outside;
mod use_progress;
mod use_scheme;
mod use_shortcuts;
mod use_shown;
mod use_slices;
mod use_speech;
mod use_status;
mod use_voice;

pub use use_choices::{UseChoices, stored, use_choices};
pub use use_follow_link::use_follow_link;
pub use use_look::use_look;
pub use use_measured::use_measured;
pub use use_place::{Place, use_place};
pub use use_press_outside::use_press_outside;
pub use use_progress::use_progress;
pub use use_scheme::use_scheme;
pub use use_shortcuts::use_shortcuts;
pub use use_shown::use_shown;
pub use use_slices::{Slices, use_slices};
pub use use_speech::{Speech, use_speech};
pub use use_status::{Said, Status, use_status};
pub use use_voice::use_voice;
