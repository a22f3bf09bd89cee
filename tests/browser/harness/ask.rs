//! Looks into a page on a connection of their own. WebKit's driver never answers some that meet a page just as it goes to
//! another one, and a client that waits for such an answer hears nothing else any more; whoever asks anew is answered.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

/// How long an answer is waited for. On a busy machine it may take that long and come all the same: then the page was only looked
/// at twice.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often is asked.
const TIMES: usize = 6;

/// A way to ask a session's page.
pub struct Ask {
    client: Client<HttpConnector, Full<Bytes>>,
    address: String,
}

impl Ask {
    /// A way to the page of a session (W3C WebDriver, 13.2.1).
    pub fn new(driver: &str, session: &str) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            address: format!("{driver}/session/{session}/execute/sync"),
        }
    }

    /// What statements that change nothing return.
    pub async fn look(&self, script: &str) -> Result<Value> {
        for _ in 0..TIMES {
            if let Ok(answer) = tokio::time::timeout(PATIENCE, self.ask(script)).await {
                return answer;
            }
        }
        bail!("the page does not answer, {TIMES} times in {PATIENCE:?} each")
    }

    async fn ask(&self, script: &str) -> Result<Value> {
        let asked = json!({ "script": script, "args": [] }).to_string();
        let request = hyper::Request::post(&self.address)
            .header("Content-Type", "application/json")
            .body(Full::new(asked.into()))?;
        let answer = self.client.request(request).await.context("no answer")?;
        let is_success = answer.status().is_success();
        let body = answer.into_body().collect().await?.to_bytes();
        let mut told: Value = serde_json::from_slice(&body)?;
        let value = told["value"].take();
        if !is_success {
            let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            bail!("{}: {}", text("error"), text("message"));
        }
        Ok(value)
    }
}
