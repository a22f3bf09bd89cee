//! Icons: our own drawings on one grid of 24, one stroke, so that they fit together. Path data, nothing else.
//!
//! The networks' marks are plain drawings of what people know them by; the names and marks belong to their owners.

use yew::prelude::*;

use crate::share::Network;

/// A picture on a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Starts a player.
    Play,
    /// Shows what somebody wrote elsewhere.
    Post,
    /// Opens the settings.
    Settings,
    /// Reads aloud.
    Listen,
    /// Prints.
    Print,
    /// One sentence back.
    Previous,
    /// Goes on.
    Resume,
    /// Rests.
    Pause,
    /// One sentence on.
    Next,
    /// Ends it.
    Stop,
    /// A network's.
    Network(Network),
}

/// Path data of the icons, drawn with a stroke of 1.75 on a grid of 24.
fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Play | Icon::Resume => "M8 5v14l11-7z",
        Icon::Post => "M4 5h16v11H10l-5 4v-4H4z",
        // Media controls are not mirrored (ARABIC.md 10).
        Icon::Previous => "M6 5v14M19 5v14L9 12z",
        Icon::Pause => "M8 5v14M16 5v14",
        Icon::Next => "M18 5v14M5 5v14l10-7z",
        Icon::Stop => "M6 6l12 12M18 6L6 18",
        Icon::Settings => {
            "M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M6 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
        }
        Icon::Listen => "M4 14v-1a8 8 0 0 1 16 0v1M4 14h3v6H4zM17 14h3v6h-3z",
        Icon::Print => PRINT,
        Icon::Network(network) => network_path(network),
    }
}

const PRINT: &str = "M7 8V4h10v4M7 17H4V8h16v9h-3M7 14h10v6H7z";

/// Path data of a network's mark.
fn network_path(network: Network) -> &'static str {
    match network {
        Network::Native => "M12 15V4m-4 4l4-4l4 4M5 12v8h14v-8",
        Network::Copy => {
            "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5"
        }
        Network::WhatsApp => {
            "M4 20l1.2-4.2A8 8 0 1 1 8.3 19zM9.5 8C8.5 8.5 8.5 10 10 12s3.5 2.7 4.5 2.5s1.5-1.5 1-1.7L13.8 12l-.8 1c-1-.4-1.8-1.2-2.2-2.2l.7-.8z"
        }
        Network::Facebook => {
            "M13 21v-8h3l.5-3H13V8c0-1 .5-1.5 1.5-1.5h2V4H14c-2.5 0-4 1.5-4 4v2H7.5v3H10v8z"
        }
        Network::X => "M4 4h4l12 16h-4zM19 4l-6 6.5M10.5 13.5L5 20",
        Network::Telegram => "M21 4L3 11l6 2.5L18 7l-6.5 7.5L17 19zM9 13.5V19l2.8-3.2",
        Network::LinkedIn => "M5.5 10v9M5.5 5.5v.1M10 19v-9m0 4.5c0-5.5 8-6 8 0V19",
        Network::Reddit => {
            "M4 14.5a8 5.5 0 1 0 16 0a8 5.5 0 1 0-16 0M9 13.5v.1M15 13.5v.1M9 17c2 1.3 4 1.3 6 0M12 9l1-4.5l3.5.8M4.5 12a2 2 0 1 1 2.5-2M19.5 12a2 2 0 1 0-2.5-2"
        }
        Network::Bluesky => {
            "M12 10.5C10.5 7.5 7 4.5 5 4.5S3.5 11 5 12.5s3.5 1 3.5 1S5 14 5.5 16.5s4.5 4 6.5-2c2 6 6 4.5 6.5 2s-3-3-3-3s2 .5 3.5-1s2-8 0-8s-5.5 3-7 6z"
        }
        Network::Threads => {
            "M17.5 8C16.5 5 14.5 4 12 4C7.5 4 5.5 7.5 5.5 12s2 8 6.5 8c3 0 6-1.5 6-4.5c0-5-8.5-5-8.5-1.5c0 3 5.5 3 5.5-1.5c0-3-3.5-4-5-2"
        }
        Network::Pinterest => {
            "M9.5 20.5l3-11M8 13C5.5 9 8 4.5 12.5 4.5c5 0 6.5 4.5 4.5 8c-1.5 2.5-4.5 2.5-5.5.5"
        }
        Network::Email => "M4 6h16v12H4zM4 7l8 6l8-6",
        Network::Sms => "M4 5h16v11h-8l-5 4v-4H4zM8.5 10.5v.1M12 10.5v.1M15.5 10.5v.1",
        Network::Print => PRINT,
    }
}

/// The icon as an `<svg>` that a screen reader passes over: its control carries the name.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg aria-hidden="true" viewBox="0 0 24 24">
            <path d={path(icon)} />
        </svg>
    }
}
