//! One line: what is in it, and what is written for it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use qari_reader::article::formats;
use qari_reader::config::{ATTRIBUTES, Allowed};

use super::{Answer, Options};
use crate::{Attributes, ErrorCode, Fault, Job, notices, render};

/// In HTML one byte of so many has another one before it in JSON; what a line is given beforehand, not a limit.
const ESCAPED: usize = 16;

/// A line that was read.
pub(super) struct Line {
    /// Counted from 1.
    pub number: u64,
    /// What is in it; nothing of one that is too large.
    pub json: Vec<u8>,
    /// It is larger than a source may be.
    pub is_too_large: bool,
}

/// What is read of a line before its article: the fields of an envelope, and what the article may be known by.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(default)]
    id: Option<Value>,
    /// Only an envelope has it.
    #[serde(borrow)]
    article: Option<&'a RawValue>,
    /// Where the article came from.
    #[serde(borrow)]
    address: Option<&'a RawValue>,
    /// Attributes without `data-`.
    #[serde(borrow)]
    attributes: Option<&'a RawValue>,
}

/// What an article may be known by.
#[derive(Deserialize)]
struct Known {
    id: Option<Value>,
}

/// A line that is written.
#[derive(Serialize)]
#[serde(untagged)]
enum Written {
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

/// What is written for a line.
pub(super) fn answer(line: Line, options: &Options) -> Answer {
    let mut told = Vec::new();
    let (id, rendered) = if line.is_too_large {
        let fault = Fault::new(ErrorCode::TooLarge, "10 MB");
        (Value::from(line.number), Err(fault))
    } else {
        let (id, job) = read(line, options.attributes);
        if job.attributes != *options.attributes {
            told = notices(&job.attributes);
        }
        (id, render(&job))
    };
    let is_article = rendered.is_ok();
    let written = match rendered {
        Ok(article) => Written::Html {
            id,
            html: (options.html)(&article, options.files),
        },
        Err(fault) => Written::Error {
            id,
            error: fault.code.name(),
            message: fault.message.into_owned(),
        },
    };
    let size = match &written {
        Written::Html { html, .. } => html.len() + html.len() / ESCAPED,
        Written::Error { message, .. } => message.len(),
    };
    let mut json = Vec::with_capacity(size);
    // Texts, numbers and objects with names: all that JSON has.
    serde_json::to_writer(&mut json, &written).expect("a line can be written as JSON");
    json.push(b'\n');
    Answer {
        json,
        is_article,
        notices: told,
    }
}

/// The job of a line, and what it is called: its `id`, else the article's, else the line's number.
fn read(line: Line, attributes: &Attributes) -> (Value, Job) {
    let number = || Value::from(line.number);
    let whole = String::from_utf8(line.json)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    let repaired;
    let mut json = formats::without_prefix(&whole);
    let mut fields = fields(json);
    if fields.is_none() {
        repaired = formats::repaired(json);
        json = &repaired;
        fields = self::fields(json);
    }
    if let Some(envelope) = fields.as_ref().and_then(Envelope::of) {
        let json = envelope.article.get();
        let known = || {
            let is_object = json.starts_with('{');
            let known = is_object.then(|| serde_json::from_str(json).ok()).flatten();
            known.and_then(|Known { id }| id)
        };
        let id = envelope.id.or_else(known).unwrap_or_else(number);
        let job = Job {
            json: json.to_owned(),
            address: envelope.address,
            attributes: merged(attributes, envelope.attributes),
        };
        return (id, job);
    }
    let id = fields.and_then(|fields| fields.id).unwrap_or_else(number);
    let job = Job {
        json: whole,
        attributes: attributes.clone(),
        ..Job::default()
    };
    (id, job)
}

/// The fields of an object. A list is none, though serde reads one as fields in their order.
fn fields(json: &str) -> Option<Fields<'_>> {
    let is_object = json.starts_with('{');
    is_object.then(|| serde_json::from_str(json).ok()).flatten()
}

/// A line that is more than an article.
struct Envelope<'a> {
    id: Option<Value>,
    article: &'a RawValue,
    address: String,
    attributes: Map<String, Value>,
}

impl<'a> Envelope<'a> {
    /// None where a field is missing, or not what it is in an envelope.
    fn of(fields: &Fields<'a>) -> Option<Self> {
        Some(Self {
            id: fields.id.clone(),
            article: fields.article?,
            address: read_or_default(fields.address)?,
            attributes: read_or_default(fields.attributes)?,
        })
    }
}

fn read_or_default<'a, T: Deserialize<'a> + Default>(written: Option<&'a RawValue>) -> Option<T> {
    written.map_or_else(
        || Some(T::default()),
        |json| serde_json::from_str(json.get()).ok(),
    )
}

/// The attributes of all lines with those of one, which win.
fn merged(all: &Attributes, own: Map<String, Value>) -> Attributes {
    let mut attributes = all.clone();
    for (name, value) in own {
        let name = name.to_ascii_lowercase();
        let is_flag = ATTRIBUTES
            .iter()
            .any(|attribute| attribute.name == name && attribute.allowed == Allowed::Flag);
        let value = match value {
            Value::String(text) => Some(text),
            Value::Bool(is_set) if is_flag => is_set.then(String::new),
            Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
            // None of one's own.
            Value::Null | Value::Array(_) | Value::Object(_) => continue,
        };
        attributes.retain(|(known, _)| *known != name);
        attributes.extend(value.map(|value| (name, value)));
    }
    attributes
}
