//! JSON text → [`Value`]. What servers send and browsers take, but `serde_json` refuses, is put right first.

use serde_json::Value;

/// Levels of nesting that are read, as many as `serde_json` takes; what is deeper is `null`. So whoever walks a
/// document may recurse.
const LEVELS: usize = 127;

/// What servers write before JSON: a byte order mark, and a guard against being included as a script.
const PREFIXES: [&str; 3] = ["\u{feff}", ")]}',", ")]}'"];

/// The value of the one source that is JSON, or a list of the values of several, and whether any had to be repaired;
/// `None` if none is.
pub(super) fn parse<T: AsRef<str>>(sources: impl IntoIterator<Item = T>) -> Option<(Value, bool)> {
    let mut is_repaired = false;
    let mut values: Vec<Value> = sources
        .into_iter()
        .filter_map(|source| parse_one(source.as_ref(), &mut is_repaired))
        .collect();
    let value = match values.len() {
        0 | 1 => values.pop()?,
        _ => Value::Array(values),
    };
    Some((value, is_repaired))
}

fn parse_one(text: &str, is_repaired: &mut bool) -> Option<Value> {
    let text = without_prefix(text);
    serde_json::from_str(text)
        .or_else(|_| {
            *is_repaired = true;
            serde_json::from_str(&repaired(text))
        })
        .ok()
}

/// The text without what servers put around it.
pub fn without_prefix(text: &str) -> &str {
    let is_space = |c: char| c <= ' ';
    let mut rest = text;
    for prefix in PREFIXES {
        rest = rest.trim_start_matches(is_space);
        rest = rest.strip_prefix(prefix).unwrap_or(rest);
    }
    rest.trim_matches(is_space)
}

/// The text as `serde_json` takes it; what is no JSON stays none. One pass.
///
/// - A control character, such as a line break inside a string, is a space.
/// - Half a surrogate pair, as where an excerpt was cut by length, is U+FFFD.
/// - What is nested deeper than [`LEVELS`] is `null`.
pub fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut depth, mut in_string) = (0_usize, false);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => in_string = !in_string,
            '[' | '{' if !in_string => {
                depth += 1;
                if depth == LEVELS + 1 {
                    out.push_str("null");
                }
            }
            _ => {}
        }
        if depth <= LEVELS {
            // A control character, which is less than a space, is one.
            out.push(c.max(' '));
        }
        match c {
            '\\' if in_string => {
                let escape = Escape::read(chars.as_str());
                if depth <= LEVELS {
                    out.push_str(escape.replacement);
                }
                chars = escape.rest.chars();
            }
            ']' | '}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    out
}

/// What stands after a backslash.
struct Escape<'a> {
    /// What is written for it: itself, unless it is half a surrogate pair.
    replacement: &'a str,
    /// The text behind it.
    rest: &'a str,
}

impl<'a> Escape<'a> {
    fn read(text: &'a str) -> Self {
        /// `uXXXX` and `\uXXXX`.
        const ONE: usize = "uXXXX".len();
        const TWO: usize = ONE + "\\uXXXX".len();
        let (length, half) = match code(text) {
            Some(0xd800..=0xdbff) => match text.get(ONE..).and_then(|next| next.strip_prefix('\\'))
            {
                Some(next) if matches!(code(next), Some(0xdc00..=0xdfff)) => (TWO, false),
                _ => (ONE, true),
            },
            Some(0xdc00..=0xdfff) => (ONE, true),
            Some(_) => (ONE, false),
            None => (text.chars().next().map_or(0, char::len_utf8), false),
        };
        let (written, rest) = text.split_at(length);
        Self {
            replacement: if half { "ufffd" } else { written },
            rest,
        }
    }
}

/// The code of `uXXXX` at the start of the text.
fn code(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests;
