//! The only way out of a test browser: a proxy that refuses every request and remembers where it wanted to go.
//!
//! The trials' own origins are on 127.0.0.1 and are reached past it, so whatever arrives here is a request to a
//! third party that the reader must never make.

use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::server::read_request;

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
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("no port for the proxy")?;
        let port = listener.local_addr()?.port();
        let refused = Arc::<Mutex<Vec<String>>>::default();
        let noted = refused.clone();
        let accepting = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let noted = noted.clone();
                tokio::spawn(async move {
                    let Ok((_, target)) = read_request(&mut stream).await else {
                        return;
                    };

                    if !ENGINES_OWN
                        .iter()
                        .any(|host| host_of(&target).ends_with(host))
                    {
                        noted.lock().unwrap().push(target);
                    }
                    let refusal =
                        b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    stream.write_all(refusal).await.ok();
                });
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

/// The host of `host:443` or `http://host/path`.
fn host_of(target: &str) -> &str {
    let rest = target.split("://").last().unwrap_or(target);
    rest.split(['/', ':']).next().unwrap_or(rest)
}
