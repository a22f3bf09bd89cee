//! Paths into JSON: the one evaluator behind every format's table and behind `data-map`.
//!
//! | written | means |
//! |---|---|
//! | `a.b` | field `b` of field `a`; a name met by a list looks in each of its items |
//! | `0` | the first item of a list |
//! | `*` | each item of a list, each value of an object (in their order) |
//! | `**` | the value itself and everything inside it, outermost first |
//! | `[key=value]` | only objects whose field `key` is `value`, or is a list that holds it |
//! | `[key~part]` | the same, where a text that holds `part` is enough |
//! | `$` at the start | from the whole document instead of the article |
//! | `a \| b` | `b` where `a` gives nothing usable |

use std::fmt::{self, Display, Formatter};
use std::ops::ControlFlow;

use serde_json::Value;

/// Alternatives, `a | b`.
#[derive(Debug, Clone)]
pub(in crate::article) struct Paths(Vec<Path>);

/// One path, read into its steps.
#[derive(Debug, Clone)]
pub(in crate::article) struct Path {
    written: String,
    from_root: bool,
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Step {
    /// `name`, and where all of it are digits also a place in a list.
    Field { name: String, index: Option<usize> },
    /// `*`
    Each,
    /// `**`
    Everywhere,
    /// `[key=text]`, or `[key~text]` where a part is enough.
    Having {
        key: String,
        text: String,
        part: bool,
    },
}

impl Paths {
    /// No paths.
    pub const NONE: Self = Self(Vec::new());

    /// The paths that are written so, in the order in which they are tried.
    pub fn new(written: &[&str]) -> Self {
        Self(
            written
                .iter()
                .filter_map(|path| Path::parse(path))
                .collect(),
        )
    }

    /// Reads `a | b`.
    pub fn parse(written: &str) -> Self {
        Self(written.split('|').filter_map(Path::parse).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Path> {
        self.0.iter()
    }

    /// What `take` makes of the first value that it takes, alternative by alternative.
    pub fn first<'v, T>(
        &self,
        item: &'v Value,
        root: &'v Value,
        mut take: impl FnMut(&'v Value) -> Option<T>,
    ) -> Option<T> {
        self.iter()
            .find_map(|path| path.first(item, root, &mut take))
    }

    /// Gives `take` every value of the first alternative of which it takes any; says whether there is one.
    pub fn each<'v>(
        &self,
        item: &'v Value,
        root: &'v Value,
        take: &mut dyn FnMut(&'v Value) -> bool,
    ) -> bool {
        self.iter().any(|path| {
            let mut any = false;
            path.each(item, root, &mut |value| any |= take(value));
            any
        })
    }
}

impl Path {
    /// `None` if nothing is written.
    fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        let (from_root, mut rest) = match written.strip_prefix('$') {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let mut steps = Vec::new();
        while !rest.is_empty() {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            if let Some(bracket) = rest.strip_prefix('[') {
                let (filter, after) = bracket.split_once(']').unwrap_or((bracket, ""));
                steps.push(Step::filter(filter));
                rest = after;
            } else if !rest.is_empty() {
                let (name, after) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
                steps.push(Step::named(name));
                rest = after;
            }
        }
        (!written.is_empty()).then(|| Self {
            written: written.to_owned(),
            from_root,
            steps,
        })
    }

    /// Whether it looks everywhere, and so may give again what another path gave.
    pub fn looks_everywhere(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step, Step::Everywhere))
    }

    /// Whether anything but `null` is there.
    pub fn finds_any(&self, root: &Value) -> bool {
        let there = &mut |value: &Value| (!value.is_null()).then_some(());
        self.first(root, root, there).is_some()
    }

    /// What `take` makes of the first value that it takes.
    fn first<'v, T>(
        &self,
        item: &'v Value,
        root: &'v Value,
        take: &mut dyn FnMut(&'v Value) -> Option<T>,
    ) -> Option<T> {
        let mut taken = None;
        let _stopped = walk(self.start(item, root), &self.steps, &mut |value| {
            taken = take(value);
            match taken {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        });
        taken
    }

    /// Gives `take` every value.
    pub fn each<'v>(&self, item: &'v Value, root: &'v Value, take: &mut dyn FnMut(&'v Value)) {
        let _never = walk(self.start(item, root), &self.steps, &mut |value| {
            take(value);
            ControlFlow::Continue(())
        });
    }

    /// The part of the way that leads somewhere, as written, and the first value there.
    pub fn as_far_as_it_goes<'v>(&self, item: &'v Value, root: &'v Value) -> (String, &'v Value) {
        let start = self.start(item, root);
        let names = || self.written.split('.');
        for length in (1..=names().count()).rev() {
            let way = names().take(length).collect::<Vec<_>>().join(".");
            let found = Self::parse(&way).and_then(|path| path.first(item, root, &mut there));
            if let Some(value) = found {
                return (way, value);
            }
        }
        (String::new(), start)
    }

    fn start<'v>(&self, item: &'v Value, root: &'v Value) -> &'v Value {
        if self.from_root { root } else { item }
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Step {
    fn named(name: &str) -> Self {
        match name {
            "*" => Self::Each,
            "**" => Self::Everywhere,
            _ => Self::Field {
                index: index(name),
                name: name.to_owned(),
            },
        }
    }

    /// `key=text` or `key~text`, blanks around either aside. Without a text nothing passes.
    fn filter(filter: &str) -> Self {
        let at = filter.find(['=', '~']).unwrap_or(filter.len());
        let (key, test) = filter.split_at(at);
        Self::Having {
            key: key.trim().to_owned(),
            text: test.get(1..).unwrap_or_default().trim().to_owned(),
            part: test.starts_with('~'),
        }
    }
}

fn there(value: &Value) -> Option<&Value> {
    (!value.is_null()).then_some(value)
}

/// A place in a list: nothing but digits.
pub(super) fn index(text: &str) -> Option<usize> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// Calls `found` for each value at the end of `steps`, until it breaks off.
fn walk<'v>(
    value: &'v Value,
    steps: &[Step],
    found: &mut dyn FnMut(&'v Value) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let Some((step, rest)) = steps.split_first() else {
        return found(value);
    };
    match (step, value) {
        (Step::Each, Value::Array(items)) => {
            items.iter().try_for_each(|item| walk(item, rest, found))
        }
        (
            Step::Field {
                index: Some(index), ..
            },
            Value::Array(items),
        ) => match items.get(*index) {
            Some(item) => walk(item, rest, found),
            None => ControlFlow::Continue(()),
        },
        // A list's items are met one by one; asking the list too would give them twice.
        (
            Step::Field { index: None, .. } | Step::Everywhere | Step::Having { .. },
            Value::Array(items),
        ) => items.iter().try_for_each(|item| walk(item, steps, found)),
        (Step::Each, Value::Object(fields)) => fields
            .values()
            .try_for_each(|field| walk(field, rest, found)),
        (Step::Field { name, .. }, Value::Object(fields)) => match fields.get(name) {
            Some(field) => walk(field, rest, found),
            None => ControlFlow::Continue(()),
        },
        (Step::Everywhere, Value::Object(fields)) => {
            walk(value, rest, found)?;
            fields
                .values()
                .try_for_each(|field| walk(field, steps, found))
        }
        (Step::Everywhere, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
            walk(value, rest, found)
        }
        (Step::Having { key, text, part }, Value::Object(fields)) => match fields.get(key) {
            Some(field) if passes(field, text, *part) => walk(value, rest, found),
            _ => ControlFlow::Continue(()),
        },
        (
            Step::Each | Step::Field { .. } | Step::Having { .. },
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_),
        ) => ControlFlow::Continue(()),
    }
}

/// Whether the field is `text`, or a list that holds it. An empty text never passes.
fn passes(field: &Value, text: &str, part: bool) -> bool {
    let is = |value| {
        let found = scalar(value);
        !text.is_empty() && (found == text || part && found.contains(text))
    };
    match field {
        Value::Array(items) => items.iter().any(is),
        _ => is(field),
    }
}

/// A text, a number as written, `true` or `false`; empty for all else.
fn scalar(value: &Value) -> &str {
    match value {
        Value::String(text) => text,
        Value::Number(number) => number.as_str(),
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Null | Value::Array(_) | Value::Object(_) => "",
    }
}

#[cfg(test)]
mod tests;
