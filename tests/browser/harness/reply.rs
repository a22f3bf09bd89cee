//! What a test server answers: the good, and each way of going wrong that the reader must survive.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// How the connection ends.
#[derive(Clone, Copy, PartialEq)]
pub enum Ending {
    /// All bytes are sent.
    Whole,
    /// The head promises more bytes than are sent.
    CutShort,
    /// The connection closes before a single byte.
    Refuse,
    /// Nothing is ever sent.
    Never,
}

/// One answer; cheap to clone.
#[derive(Clone)]
pub struct Reply {
    status: u16,
    kind: &'static str,
    body: Arc<[u8]>,
    ending: Ending,
    cors: bool,
    headers: Vec<(&'static str, String)>,
}

impl Reply {
    /// A 200 of this media type.
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            kind,
            body: body.into().into(),
            ending: Ending::Whole,
            cors: true,
            headers: Vec::new(),
        }
    }

    /// Article JSON.
    pub fn json(body: impl ToString) -> Self {
        Self::new("application/json; charset=utf-8", body.to_string())
            .header("Cache-Control", "no-store")
    }

    /// A web page.
    pub fn html(body: impl ToString) -> Self {
        Self::new("text/html; charset=utf-8", body.to_string())
    }

    /// A script.
    pub fn script(body: impl ToString) -> Self {
        Self::new("text/javascript; charset=utf-8", body.to_string())
    }

    /// An error status with the sort of page servers send along.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::html(format!("<h1>{status}</h1>"))
        }
    }

    /// Sends the reader elsewhere.
    pub fn redirect(to: String) -> Self {
        Self {
            status: 302,
            ..Self::html("")
        }
        .header("Location", to)
    }

    /// Closes the connection before a single byte.
    pub fn refuse() -> Self {
        Self {
            ending: Ending::Refuse,
            ..Self::html("")
        }
    }

    /// Never answers.
    pub fn never() -> Self {
        Self {
            ending: Ending::Never,
            ..Self::html("")
        }
    }

    /// Sends half of the bytes that its head promises.
    pub fn cut_short(self) -> Self {
        Self {
            ending: Ending::CutShort,
            ..self
        }
    }

    /// Gives other origins no leave to read it.
    pub fn without_cors(self) -> Self {
        Self {
            cors: false,
            ..self
        }
    }

    /// Adds a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// A file of the folder, as a CDN would send it: right type, readable from anywhere, kept for a while.
    pub fn file(folder: &Path, path: &str) -> Self {
        let name = path.trim_start_matches('/');
        if name.split('/').any(|step| step == "..") {
            return Self::status(404);
        }
        match std::fs::read(folder.join(name)) {
            Ok(bytes) => Self::new(kind_of(name), bytes).header("Cache-Control", "max-age=600"),
            Err(_) => Self::status(404),
        }
    }

    /// A file of the folder in its compressed form, as what a page is never to have had before.
    pub fn packed(folder: &Path, path: &str) -> Self {
        let name = path.trim_start_matches('/');
        match std::fs::read(folder.join(format!("{name}.gz"))) {
            Ok(bytes) => Self::new(kind_of(name), bytes)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "no-store"),
            Err(_) => Self::status(404),
        }
    }

    pub(super) fn ending(&self) -> Ending {
        self.ending
    }

    /// The bytes that are really sent.
    pub(super) fn sent(&self) -> &[u8] {
        match self.ending {
            Ending::CutShort => &self.body[..self.body.len() / 2],
            _ => &self.body,
        }
    }

    /// Status line and headers; the promised length is that of the whole body.
    pub(super) fn head(&self) -> String {
        let mut head = format!(
            "HTTP/1.1 {} Answer\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        if self.cors {
            head.push_str("Access-Control-Allow-Origin: *\r\n");
        }
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head + "\r\n"
    }
}

/// The media type by the file's ending.
fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("webp") => "image/webp",
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
