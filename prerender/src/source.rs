//! Where articles come from: files, folders, addresses.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ureq::ResponseExt;
use url::Url;

use crate::{ErrorCode, Fault};

/// As the loader has it (docs/ATTRIBUTES.md, "Error codes"): an answer that is larger, in bytes, is refused.
pub const LARGEST: u64 = 10_000_000;
/// As the loader has it: an answer that takes longer is given up.
const PATIENCE: Duration = Duration::from_secs(15);

/// An article's JSON, or where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// An http or https address.
    Web(Url),
}

/// What a source holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The JSON.
    pub json: String,
    /// What relative addresses are taken from: where it came from after all that was forwarded; empty for a file.
    pub address: String,
}

impl Source {
    /// The sources that an argument names: an address, a file, or the `.json` files of a folder in the order of their names.
    ///
    /// # Errors
    ///
    /// It is no address, and no file or folder that can be read.
    pub fn named(argument: &str) -> io::Result<Vec<Self>> {
        if let Ok(url) = Url::parse(argument)
            && matches!(url.scheme(), "http" | "https")
        {
            return Ok(vec![Self::Web(url)]);
        }
        let path = Path::new(argument);
        if !path.is_dir() {
            path.metadata()?;
            return Ok(vec![Self::File(path.to_owned())]);
        }
        let mut files = Vec::new();
        for entry in path.read_dir()? {
            let file = entry?.path();
            if file
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
            {
                files.push(Self::File(file));
            }
        }
        files.sort_by(|a, b| a.path().cmp(&b.path()));
        Ok(files)
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Web(_) => None,
        }
    }

    /// A name for a file that is made of it, without an ending.
    pub fn stem(&self) -> String {
        let last = match self {
            Self::File(path) => path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned()),
            Self::Web(url) => url
                .path_segments()
                .and_then(|mut steps| steps.rfind(|step| !step.is_empty()))
                .map(|step| step.trim_end_matches(".json").to_owned()),
        };
        last.unwrap_or_else(|| "article".to_owned())
    }

    /// What it holds.
    ///
    /// # Errors
    ///
    /// It can't be read (`config` of a file, which no network keeps away; `network`, `http`, `timeout` of an address), or is
    /// too large (`too-large`).
    pub fn read(&self) -> Result<Held, Fault> {
        match self {
            Self::File(path) => Ok(Held {
                json: from_file(path)?,
                address: String::new(),
            }),
            Self::Web(url) => from_web(url),
        }
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Web(url) => url.fmt(f),
        }
    }
}

fn from_file(path: &Path) -> Result<String, Fault> {
    let refused = |error: io::Error| Fault::new(ErrorCode::Config, error.to_string());
    if path.metadata().map_err(refused)?.len() > LARGEST {
        return Err(Fault::new(ErrorCode::TooLarge, "10 MB"));
    }
    let bytes = std::fs::read(path).map_err(refused)?;
    Ok(text(&bytes))
}

fn from_web(url: &Url) -> Result<Held, Fault> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .build()
        .into();
    let request = agent.get(url.as_str()).header("accept", "application/json");
    let mut answer = request.call().map_err(fault)?;
    let address = answer.get_uri().to_string();
    let bytes = answer
        .body_mut()
        .with_config()
        .limit(LARGEST)
        .read_to_vec()
        .map_err(fault)?;
    Ok(Held {
        json: text(&bytes),
        address,
    })
}

fn fault(error: ureq::Error) -> Fault {
    match error {
        ureq::Error::StatusCode(status) => Fault::new(ErrorCode::Http, status.to_string()),
        ureq::Error::Timeout(_) => Fault::new(ErrorCode::Timeout, error.to_string()),
        ureq::Error::BodyExceedsLimit(_) => Fault::new(ErrorCode::TooLarge, "10 MB"),
        _ => Fault::new(ErrorCode::Network, error.to_string()),
    }
}

/// As a browser decodes it: what is no UTF-8 becomes U+FFFD.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
