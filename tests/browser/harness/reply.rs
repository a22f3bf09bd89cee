//! What a test server answers: the good, and each way of going wrong that the reader must survive.

use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use http_body_util::{Either, Full};
use hyper::body::{Body, Bytes, Frame};

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
    status: StatusCode,
    kind: HeaderValue,
    body: Bytes,
    ending: Ending,
    cors: bool,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Reply {
    /// A 200 of this media type.
    pub fn new(kind: &str, body: impl Into<Bytes>) -> Self {
        Self {
            status: StatusCode::OK,
            kind: value(kind),
            body: body.into(),
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
            status: StatusCode::from_u16(status).expect("a status of HTTP"),
            ..Self::html(format!("<h1>{status}</h1>"))
        }
    }

    /// Sends the reader elsewhere.
    pub fn redirect(to: String) -> Self {
        Self {
            status: StatusCode::FOUND,
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
    pub fn header(mut self, name: &'static str, text: impl AsRef<str>) -> Self {
        let name = name.parse().expect("the name of a header");
        self.headers.push((name, value(text.as_ref())));
        self
    }

    /// A file of the folder, as a CDN would send it: right type, readable from anywhere, kept for a while.
    pub fn file(folder: &Path, path: &str) -> Self {
        let name = path.trim_start_matches('/');
        if name.split('/').any(|step| step == "..") {
            return Self::status(404);
        }
        match std::fs::read(folder.join(name)) {
            Ok(bytes) => Self::new(&kind_of(name), bytes).header("Cache-Control", "max-age=600"),
            Err(_) => Self::status(404),
        }
    }

    /// A file of the folder in its compressed form, as what a page is never to have had before. A development build
    /// has no compressed forms, so it is sent as it is.
    pub fn packed(folder: &Path, path: &str) -> Self {
        let name = path.trim_start_matches('/');
        let packed = match std::fs::read(folder.join(format!("{name}.gz"))) {
            Ok(bytes) => Self::new(&kind_of(name), bytes).header("Content-Encoding", "gzip"),
            Err(_) => Self::file(folder, path),
        };
        Self {
            headers: packed
                .headers
                .into_iter()
                .filter(|(name, _)| name != header::CACHE_CONTROL)
                .collect(),
            ..packed
        }
        .header("Cache-Control", "no-store")
    }

    pub(super) fn ending(&self) -> Ending {
        self.ending
    }

    /// What is sent; the promised length is that of the whole body.
    pub(super) fn response(self) -> Response<Either<Full<Bytes>, CutShort>> {
        let length = self.body.len();
        let body = match self.ending {
            Ending::CutShort => Either::Right(CutShort::half_of(&self.body)),
            Ending::Whole | Ending::Refuse | Ending::Never => Either::Left(Full::new(self.body)),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.kind);
        headers.insert(header::CONTENT_LENGTH, length.into());
        if self.cors {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, value("*"));
        }
        headers.extend(self.headers);
        response
    }
}

/// A body that breaks off.
pub(super) struct CutShort {
    sent: Option<Bytes>,
    flushed: bool,
}

impl CutShort {
    fn half_of(body: &Bytes) -> Self {
        Self {
            sent: Some(body.slice(..body.len() / 2)),
            flushed: false,
        }
    }
}

impl Body for CutShort {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(sent) = self.sent.take() {
            return Poll::Ready(Some(Ok(Frame::data(sent))));
        }
        // While it waits for more, hyper sends what it has; an error makes it throw that away.
        if !self.flushed {
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("the value of a header")
}

/// The media type by the file's ending; texts are UTF-8.
fn kind_of(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    match kind.type_() == mime_guess::mime::TEXT {
        true => format!("{kind}; charset=utf-8"),
        false => kind.to_string(),
    }
}
