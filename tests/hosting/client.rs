//! Asks as a browser does, and leaves the answer as it came.

use anyhow::Result;
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::{HeaderMap, Request};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::runtime::{Builder, Runtime};

/// A client that keeps its connections.
pub struct Client {
    runtime: Runtime,
    client: hyper_util::client::legacy::Client<HttpConnector, Empty<Bytes>>,
}

/// What came.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    /// Encoded as it was sent.
    pub body: Vec<u8>,
}

impl Client {
    pub fn new() -> Result<Self> {
        Ok(Self {
            runtime: Builder::new_current_thread().enable_all().build()?,
            client: hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build_http(),
        })
    }

    /// Asks for an address with these headers.
    pub fn get(&self, address: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut request = Request::get(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Empty::new())?;
        self.runtime.block_on(async {
            let (head, body) = self.client.request(request).await?.into_parts();
            Ok(Answer {
                status: head.status.as_u16(),
                headers: head.headers,
                body: body.collect().await?.to_bytes().into(),
            })
        })
    }
}
