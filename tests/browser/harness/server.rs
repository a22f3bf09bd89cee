//! A small web server on 127.0.0.1, one for each origin of a trial, that can misbehave on demand.
//!
//! It is written by hand because the trials are about broken transfers: answers cut short, held back, refused
//! or never sent, which a proper server library is made to prevent. Every answer closes its connection.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::reply::{Ending, Reply};

/// What an origin serves, and what it was asked for.
#[derive(Default)]
struct State {
    /// Answers by path without the query; the scenario's own come before files.
    replies: HashMap<String, Reply>,
    /// Answers that wait until their gate opens.
    gates: HashMap<String, watch::Receiver<bool>>,
    /// How long every answer is on its way.
    latency: Duration,
    /// Folder whose files are served when no reply is set.
    folder: Option<PathBuf>,
    /// Every request in the order of arrival.
    log: Vec<Request>,
}

/// One request that reached an origin.
#[derive(Clone, Debug)]
pub struct Request {
    /// Path with the query.
    pub target: String,
    /// Whether its answer has been sent to the end.
    pub answered: bool,
}

/// Holds the answers for one path back until it is opened; dropping it leaves them held.
#[must_use = "the path stays held until the gate is opened"]
pub struct Gate(watch::Sender<bool>);

impl Gate {
    /// Lets the answers go, those asked for already and those to come.
    pub fn open(&self) {
        self.0.send_replace(true);
    }
}

/// One origin: a port of its own on 127.0.0.1.
pub struct Origin {
    port: u16,
    state: Arc<Mutex<State>>,
    accepting: JoinHandle<()>,
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Origin {
    /// Starts an origin on a port that no trial of this run had before, so that what a browser keeps by origin
    /// (storage, cache) is empty for every trial even in a session that has run others.
    pub async fn start(folder: Option<PathBuf>) -> Result<Self> {
        static USED: OnceLock<Mutex<HashSet<u16>>> = OnceLock::new();
        let (listener, port) = loop {
            let listener = TcpListener::bind("127.0.0.1:0")
                .await
                .context("no port for a test server")?;
            let port = listener.local_addr()?.port();
            if USED
                .get_or_init(Mutex::default)
                .lock()
                .unwrap()
                .insert(port)
            {
                break (listener, port);
            }
        };
        let state = Arc::new(Mutex::new(State {
            folder,
            ..State::default()
        }));
        let shared = state.clone();
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser that hangs up half-way is its own affair.
                let state = shared.clone();
                tokio::spawn(async move { answer(stream, state).await.ok() });
            }
        });
        Ok(Self {
            port,
            state,
            accepting,
        })
    }

    /// `http://127.0.0.1:port`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Answers this path with this from now on.
    pub fn serve(&self, path: &str, reply: Reply) {
        self.state
            .lock()
            .unwrap()
            .replies
            .insert(path.to_owned(), reply);
    }

    /// Holds the answers for this path back until the gate opens.
    pub fn hold(&self, path: &str) -> Gate {
        let (open, opened) = watch::channel(false);
        self.state
            .lock()
            .unwrap()
            .gates
            .insert(path.to_owned(), opened);
        Gate(open)
    }

    /// Lets every answer take this long, as on a slow network.
    pub fn slow(&self, latency: Duration) {
        self.state.lock().unwrap().latency = latency;
    }

    /// All requests so far, in the order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.state.lock().unwrap().log.clone()
    }

    /// The requests so far for one path, whatever their query.
    pub fn requests_for(&self, path: &str) -> Vec<Request> {
        self.requests()
            .into_iter()
            .filter(|r| without_query(&r.target) == path)
            .collect()
    }
}

fn without_query(target: &str) -> &str {
    target.split('?').next().unwrap_or(target)
}

/// Reads one request and answers it.
async fn answer(mut stream: TcpStream, state: Arc<Mutex<State>>) -> Result<()> {
    let (method, target) = read_request(&mut stream).await?;
    let path = without_query(&target).to_owned();
    let (index, gate, latency) = {
        let mut state = state.lock().unwrap();
        state.log.push(Request {
            target,
            answered: false,
        });
        let gate = state.gates.get(&path).cloned();
        (state.log.len() - 1, gate, state.latency)
    };
    tokio::time::sleep(latency).await;
    if let Some(mut gate) = gate {
        gate.wait_for(|open| *open).await?;
    }
    // Looked up after the gate, so that a scenario may change its mind while the request waits.
    let (reply, folder) = {
        let state = state.lock().unwrap();
        (state.replies.get(&path).cloned(), state.folder.clone())
    };
    let reply = match (reply, folder) {
        (Some(reply), _) => reply,
        (None, Some(folder)) => Reply::file(&folder, &path),
        (None, None) => Reply::status(404),
    };
    send(&mut stream, &reply, method == "HEAD").await?;
    state.lock().unwrap().log[index].answered = true;
    Ok(())
}

/// Writes the answer and ends the connection the way the reply wants it.
async fn send(stream: &mut TcpStream, reply: &Reply, head_only: bool) -> Result<()> {
    match reply.ending() {
        Ending::Refuse => return Ok(()),
        Ending::Never => {
            // Hangs until the browser gives up.
            let mut rest = [0; 64];
            while stream.read(&mut rest).await? > 0 {}
            return Ok(());
        }
        Ending::Whole | Ending::CutShort => {}
    }
    stream.write_all(reply.head().as_bytes()).await?;
    if !head_only {
        stream.write_all(reply.sent()).await?;
    }
    stream.shutdown().await?;
    Ok(())
}

/// The method and the target of a request; an idle connection that a browser opened in advance is an error.
pub async fn read_request(stream: &mut TcpStream) -> Result<(String, String)> {
    let mut bytes = Vec::new();
    while !bytes.windows(4).any(|w| w == b"\r\n\r\n") {
        let mut chunk = [0; 2048];
        let read = stream.read(&mut chunk).await?;
        if read == 0 || bytes.len() > 64 * 1024 {
            bail!("no request");
        }
        bytes.extend_from_slice(&chunk[..read]);
    }
    let text = String::from_utf8_lossy(&bytes);
    let mut words = text.split_ascii_whitespace().map(str::to_owned);
    words.next().zip(words.next()).context("no request line")
}
