//! Articles by the line: one JSON a line in, one line out for each, in order, on all cores, in constant memory.

use std::io::{self, BufRead, Write};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::source::LARGEST;
use crate::{Attributes, Fault, Job, Prerendered, render};

/// Lines that are held at once. Enough that every core has work until the slowest of them is done.
const BATCH: usize = 256;

/// How lines are rendered.
#[derive(Debug)]
pub struct Options<'a> {
    /// Attributes for all lines; a line's own win.
    pub attributes: &'a Attributes,
    /// Makes HTML of an article.
    pub html: fn(&Prerendered, &str) -> String,
    /// The folder of `qari.js`.
    pub base: &'a str,
}

/// How many lines were what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// With an article.
    pub rendered: u64,
    /// With a fault.
    pub failed: u64,
}

/// A line that is more than an article.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default)]
    id: Option<Value>,
    #[serde(borrow)]
    article: &'a RawValue,
    /// Where the article came from.
    #[serde(default)]
    address: String,
    /// Attributes without `data-`.
    #[serde(default)]
    attributes: Map<String, Value>,
}

/// What is written for a line.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Html {
        id: Value,
        html: String,
    },
    Error {
        id: Value,
        error: &'static str,
        message: String,
    },
}

/// Reads lines until there are no more. `on_batch` hears how many are done.
///
/// # Errors
///
/// Reading or writing fails. A bad article is none: it is a line with its error.
pub fn run(
    mut input: impl BufRead,
    mut output: impl Write,
    options: &Options,
    mut on_batch: impl FnMut(u64),
) -> io::Result<Counts> {
    let mut counts = Counts::default();
    let mut number = 0;
    loop {
        let mut lines = Vec::with_capacity(BATCH);
        while lines.len() < BATCH {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            number += 1;
            if !line.trim_ascii().is_empty() {
                lines.push((number, line));
            }
        }
        if lines.is_empty() {
            return output.flush().map(|()| counts);
        }
        let answers: Vec<Answer> = lines
            .par_iter()
            .map(|(number, line)| answer(*number, line, options))
            .collect();
        for answer in answers {
            match answer {
                Answer::Html { .. } => counts.rendered += 1,
                Answer::Error { .. } => counts.failed += 1,
            }
            serde_json::to_writer(&mut output, &answer)?;
            output.write_all(b"\n")?;
        }
        on_batch(counts.rendered + counts.failed);
    }
}

fn answer(number: u64, line: &[u8], options: &Options) -> Answer {
    let line = String::from_utf8_lossy(line);
    let (id, job) = read(&line, number, options.attributes);
    let rendered = if line.len() as u64 > LARGEST {
        Err(Fault::new("too-large", "10 MB"))
    } else {
        render(&job)
    };
    match rendered {
        Ok(article) => Answer::Html {
            id,
            html: (options.html)(&article, options.base),
        },
        Err(fault) => Answer::Error {
            id,
            error: fault.code,
            message: fault.message.into_owned(),
        },
    }
}

/// The job of a line, and what it is called: its `id`, else the article's, else the line's number.
fn read(line: &str, number: u64, attributes: &Attributes) -> (Value, Job) {
    /// What an article may be known by.
    #[derive(Deserialize)]
    struct Known {
        id: Option<Value>,
    }
    let known = |json: &str| serde_json::from_str(json).ok().and_then(|Known { id }| id);
    let number = || Value::from(number);
    let Ok(envelope) = serde_json::from_str::<Envelope>(line) else {
        let job = Job {
            json: line.to_owned(),
            attributes: attributes.clone(),
            ..Job::default()
        };
        return (known(line).unwrap_or_else(number), job);
    };
    let json = envelope.article.get().to_owned();
    let id = envelope.id.or_else(|| known(&json)).unwrap_or_else(number);
    let mut attributes = attributes.clone();
    for (name, value) in envelope.attributes {
        let value = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        attributes.retain(|(known, _)| *known != name);
        attributes.push((name, value));
    }
    let job = Job {
        json,
        address: envelope.address,
        attributes,
    };
    (id, job)
}
