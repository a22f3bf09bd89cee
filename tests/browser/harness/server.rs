//! A small web server on 127.0.0.1, one for each origin of a trial, that can misbehave on demand.
//!
//! hyper speaks HTTP. Every answer closes its connection: one that is kept is tried again by the browser when it breaks.

use std::collections::{HashMap, HashSet};
use std::future::pending;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use http::Response;
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
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
    /// Starts an origin on a port of its own.
    pub async fn start(folder: Option<PathBuf>) -> Result<Self> {
        let (listener, port) = listen().await?;
        let state = Arc::new(Mutex::new(State {
            folder,
            ..State::default()
        }));
        let shared = state.clone();
        let accepting = accept(listener, move |stream| converse(stream, shared.clone()));
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

    /// Serves the files of this folder from now on, where no reply is set.
    pub fn serve_folder(&self, folder: PathBuf) {
        self.state.lock().unwrap().folder = Some(folder);
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
        let is_meant = |target: &str| target.split('?').next() == Some(path);
        self.requests()
            .into_iter()
            .filter(|request| is_meant(&request.target))
            .collect()
    }
}

/// A port of 127.0.0.1 that nothing of this run had before: what a browser keeps by origin (storage, cache) is empty for
/// every trial even in a session that has run others, and no server takes the port that a driver was just told to take.
pub(super) async fn listen() -> Result<(TcpListener, u16)> {
    static USED: LazyLock<Mutex<HashSet<u16>>> = LazyLock::new(Mutex::default);
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("no port for a test server")?;
        let port = listener.local_addr()?.port();
        if USED.lock().unwrap().insert(port) {
            return Ok((listener, port));
        }
    }
}

/// A port for another program, which was free a moment ago.
pub(super) async fn free_port() -> Result<u16> {
    Ok(listen().await?.1)
}

/// Takes connections until it is aborted, each in a task of its own.
pub(super) fn accept<F>(
    listener: TcpListener,
    converse: impl Fn(TcpStream) -> F + Send + 'static,
) -> JoinHandle<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream));
        }
    })
}

/// Reads one request, sends what `answer` gives and closes the connection; without an answer it closes it at once. A
/// browser that hangs up half-way is its own affair.
pub(super) async fn once<F, B>(stream: TcpStream, answer: impl Fn(http::Request<Incoming>) -> F)
where
    F: Future<Output = Result<Response<B>>>,
    B: Body + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    http1::Builder::new()
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service_fn(answer))
        .await
        .ok();
}

/// Answers the request of a connection, and notes it.
async fn converse(stream: TcpStream, state: Arc<Mutex<State>>) {
    let place = OnceLock::new();
    once(stream, |request| {
        let target = request.uri().to_string();
        let path = request.uri().path().to_owned();
        let mut noted = state.lock().unwrap();
        place.set(noted.log.len()).ok();
        noted.log.push(Request {
            target,
            answered: false,
        });
        drop(noted);
        let state = state.clone();
        async move {
            let reply = answer(&state, &path).await?;
            match reply.ending() {
                Ending::Refuse => bail!("refused"),
                // Hangs until the browser gives up.
                Ending::Never => pending().await,
                Ending::Whole | Ending::CutShort => Ok(reply.response()),
            }
        }
    })
    .await;
    if let Some(&place) = place.get() {
        state.lock().unwrap().log[place].answered = true;
    }
}

/// What is to be answered, once it may go.
async fn answer(state: &Mutex<State>, path: &str) -> Result<Reply> {
    let (gate, latency) = {
        let state = state.lock().unwrap();
        (state.gates.get(path).cloned(), state.latency)
    };
    tokio::time::sleep(latency).await;
    if let Some(mut gate) = gate {
        gate.wait_for(|open| *open).await?;
    }
    // Looked up after the gate, so that a scenario may change its mind while the request waits.
    let state = state.lock().unwrap();
    Ok(match (state.replies.get(path), &state.folder) {
        (Some(reply), _) => reply.clone(),
        (None, Some(folder)) => Reply::file(folder, path),
        (None, None) => Reply::status(404),
    })
}
