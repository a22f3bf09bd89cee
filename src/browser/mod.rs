//! The only room that calls the browser: gloo, `web-sys` and `js-sys` are named nowhere else, but for the types that `main.rs` hands
//! over to the loader.
//!
//! Each file is small and after gloo's manner: a type, what it gives, and a `Drop` that takes back what it added to the
//! page. What a host page, a device or its user can refuse gives a [`Refused`] or `None`, never a panic: storage in
//! private modes, the clipboard in frames, speech where there is none.
//!
//! All of it compiles natively too, as the hooks of `app` do that call it. There it never runs: Yew's server renderer
//! leaves effects out.

pub mod clipboard;
pub mod console;
pub mod controls;
pub mod focus;
pub mod look;
pub mod page;
pub mod print;
pub mod share_sheet;
pub mod speech;
pub mod storage;

mod dom;
mod fault;
mod fetched;
mod follow;
mod frame;
mod highlight;
mod hold;
mod host;
mod inside;
mod judge;
mod listener;
mod loader;
mod mount;
mod object;
mod place;
mod plain_view;
mod policy;
mod progress;
mod refused;
mod resize;
mod scheme;
mod scroller;
mod selection;
mod sentences;
mod serialized;
mod time_zone;
mod timer;
mod top_line;

pub use dom::Browser;
pub use fault::Fault;
pub use fetched::Fetched;
pub use follow::Follow;
pub use frame::{Drawn, Frame};
pub use highlight::Mark;
pub use hold::Hold;
pub use host::Host;
pub use inside::InsideLink;
pub use judge::takes;
pub use listener::{Listener, passed_through};
pub use loader::{Loader, Source, Timings};
pub use mount::Mount;
pub use object::plain_object;
pub use page::Edges;
pub use place::Place;
pub use plain_view::PlainView;
pub use policy::PolicyWatch;
pub use progress::Progress;
pub use refused::Refused;
pub use resize::ResizeWatch;
pub use scheme::SchemeWatch;
pub use scroller::Scroller;
pub use sentences::{Sentence, sentences};
pub use serialized::SerializedNode;
pub use time_zone::TimeZone;
pub use timer::Timer;
pub use top_line::TopLine;
pub use web_sys::Element;
