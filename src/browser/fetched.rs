//! What the page has fetched of Qari, as Resource Timing tells it.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::PerformanceResourceTiming;

/// The file that says where the others are.
const WASM: &str = "qari-reader_bg.wasm";
/// What the others begin with.
const FILES: [&str; 4] = ["qari", "touch.js", "plain.js", "words/"];

/// Files, and their bytes as they are sent, compressed. Without a byte the server does not let other origins know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetched {
    /// How many.
    pub files: u32,
    /// Bytes of them.
    pub bytes: u32,
    /// Bytes that came over the line this time, with their headers: the others were in the cache.
    pub sent: u32,
}

impl Fetched {
    /// What was fetched of Qari. Nothing where the browser does not say, or a bundler calls the files otherwise.
    pub fn of_qari() -> Option<Self> {
        let all = window().performance()?.get_entries_by_type("resource");
        let entries = || {
            all.iter()
                .map(JsCast::unchecked_into::<PerformanceResourceTiming>)
        };
        let folder = entries().find_map(|entry| {
            let mut name = entry.name();
            name.truncate(name.find(WASM)?);
            Some(name)
        })?;
        let mut fetched = Self {
            files: 0,
            bytes: 0,
            sent: 0,
        };
        for entry in entries() {
            let name = entry.name();
            let file = name.strip_prefix(&*folder).unwrap_or_default();
            if FILES.iter().any(|start| file.starts_with(start)) {
                fetched.files += 1;
                fetched.bytes += entry.encoded_body_size() as u32;
                fetched.sent += entry.transfer_size() as u32;
            }
        }
        Some(fetched)
    }
}
