//! Icons: our own drawings on one grid of 24, one stroke, so that they fit together. Path data, nothing else.
//!
//! The networks' marks are plain drawings of what people know them by; the names and marks belong to their owners.

use yew::AttrValue;

use super::el::{El, el};
use crate::share::Network;

/// A picture on a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Starts a player.
    Play,
    /// Opens the settings.
    Settings,
    /// Reads aloud.
    Listen,
    /// Prints.
    Print,
    /// A network's.
    Network(Network),
}

/// Path data of the icons, drawn with a stroke of 1.75 on a grid of 24.
fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Play => "M8 5v14l11-7z",
        Icon::Settings => "M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M6 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
        Icon::Listen => "M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
        Icon::Print | Icon::Network(Network::Print) => "M7 8V4h10v4M7 17H4V8h16v9h-3M7 14h10v6H7z",
        Icon::Network(network) => match network {
            Network::Native => "M12 15V4m-4 4l4-4l4 4M5 12v8h14v-8",
            Network::Copy => "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500",
            Network::WhatsApp => "M4 20l1.300-4A8 8 0 1 1 8.300 19zM9 8.500c0 4 2.500 6.500 6.500 6.500v-2l-2-1l-1 1c-1-.5-1.500-1-2-2l1-1l-1-2z",
            Network::Facebook => "M14 21v-8h3l.5-3H14V8.500c0-1 .5-1.500 1.500-1.500h2V4H15c-3 0-4.500 1.500-4.500 4v2H8v3h2.500v8",
            Network::X => "M4 4l16 16M19.500 4l-15 16",
            Network::Telegram => "M21 4L3 11l6 2.500L18 7l-6.500 7.500L17 19zM9 13.500V19l2.800-3.200",
            Network::LinkedIn => "M6 10v9M6 5.500v.1M11 19v-9m0 4c0-5.500 7.500-5.500 7.500 0v5",
            Network::Reddit => "M4 14a8 5.500 0 1 0 16 0a8 5.500 0 1 0-16 0M9 13v.1M15 13v.1M9 16.500c2 1.300 4 1.300 6 0M12 8.500l1-4.500l4 1",
            Network::Bluesky => "M12 11C10.500 8 7 5 5 5c-2 0-1 6 .5 7.500S9 13 9 13s-3.500.5-3 3s4 4 6-1.500c2 5.500 5.500 4 6 1.500s-3-3-3-3s2 1 3.500-.5S21 5 19 5c-2 0-5.500 3-7 6z",
            Network::Threads => "M17 8c-1-3-3-4-5-4c-4.500 0-6.500 3.500-6.500 8s2 8 6.500 8c3 0 6-1.500 6-4.500c0-5-8.500-5-8.500-1.500c0 3 5.500 3 5.500-1.500c0-3-3.500-4-5-2",
            Network::Pinterest => "M10 20l2.500-10M8 13c-2.500-4 .5-8 4.500-8c5 0 6.500 4.500 4.500 8c-1.500 2.500-4.500 2.500-5.500.5",
            Network::Email => "M4 6h16v12H4zM4 7l8 6l8-6",
            Network::Sms => "M4 5h16v11h-8l-5 4v-4H4zM8.500 10.500v.1M12 10.500v.1M15.500 10.500v.1",
            Network::Print => "",
        },
    }
}

/// The icon as an `<svg>` that a screen reader passes over: its control carries the name.
pub fn icon(icon: Icon) -> El {
    let line = el("path").attrs(&["d"], [Some(AttrValue::from(path(icon)))]);
    el("svg")
        .attrs(
            &["viewBox", "aria-hidden"],
            [Some("0 0 24 24".into()), Some("true".into())],
        )
        .child(line)
}
