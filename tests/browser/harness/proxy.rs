//! The only way out of a test browser: a proxy that refuses every request and remembers where it wanted to go.
//!
//! The trials' own origins are on 127.0.0.1 and are reached past it, so whatever arrives here is a request to a
//! third party that the reader must never make.

use std::sync::{Arc, Mutex};

use anyhow::Result;
use http::{Response, StatusCode};
use http_body_util::Empty;
use hyper::body::Bytes;
use tokio::task::JoinHandle;

use super::server::{accept, listen, once};

/// Hosts that the engines call by themselves, whatever the page does, although told not to.
const ENGINES_OWN: &[&str] = &[
    "firefox.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "googleapis.com",
    "clients2.google.com",
    "start.duckduckgo.com", // the start page of Debian's Chromium
    "accounts.google.com",
    "www.google.com",
];

/// A proxy on a port of 127.0.0.1.
pub struct Proxy {
    port: u16,
    refused: Arc<Mutex<Vec<String>>>,
    accepting: JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Proxy {
    /// Starts refusing.
    pub async fn start() -> Result<Self> {
        let (listener, port) = listen().await?;
        let refused = Arc::<Mutex<Vec<String>>>::default();
        let noted = refused.clone();
        let accepting = accept(listener, move |stream| {
            let noted = noted.clone();
            async move {
                once(stream, |request| {
                    // `host:443` to be connected to, or `http://host/path`.
                    let host = request.uri().host().unwrap_or_default();
                    if !ENGINES_OWN.iter().any(|own| host.ends_with(own)) {
                        noted.lock().unwrap().push(request.uri().to_string());
                    }
                    let mut refusal = Response::new(Empty::<Bytes>::new());
                    *refusal.status_mut() = StatusCode::FORBIDDEN;
                    async { Ok(refusal) }
                })
                .await;
            }
        });
        Ok(Self {
            port,
            refused,
            accepting,
        })
    }

    /// `127.0.0.1:port`.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// What was refused since the last call.
    pub fn take_refused(&self) -> Vec<String> {
        std::mem::take(&mut self.refused.lock().unwrap())
    }
}
