//! What of the settings is taken: the reader's own rules, then what only a browser can judge.

use qari_reader::config::{Config, Notice};

use crate::embed::Embed;
use crate::rows::{Ask, row_of};

/// What is refused of one value. `takes` is the browser's judgement.
pub fn refusals(name: &str, value: &str, takes: impl Fn(&str, &str) -> bool) -> Vec<Notice> {
    let written = format!("data-{name}");
    let (_, mut notices) = Config::from_attributes([(&*written, value)]);
    if notices.is_empty() && !takes(name, value) {
        notices.extend(Notice::refused(name, value));
    }
    notices
}

impl Embed {
    /// Takes out what is refused, and keeps it in [`Embed::refused`]. The source stays: without it there would be nothing to
    /// show, and what is wrong with it is told by itself.
    pub fn judged(mut self, takes: impl Fn(&str, &str) -> bool) -> Self {
        let mut taken = Vec::new();
        for (name, value) in std::mem::take(&mut self.attributes) {
            let refused = refusals(name, &value, &takes);
            let rest = match refused.is_empty() || name == "src" {
                true => Some(value),
                false => without(name, &value, &refused),
            };
            taken.extend(rest.map(|value| (name, value)));
            self.refused.extend(refused);
        }
        self.attributes = taken;
        self
    }

    /// Whether something is refused of this attribute.
    pub fn refuses(&self, name: &str) -> bool {
        self.refused
            .iter()
            .any(|notice| matches!(notice, Notice::Refused { attribute, .. } if *attribute == name))
    }
}

/// What is left of a list without the names that are refused; of a single value nothing is.
fn without(name: &str, value: &str, refused: &[Notice]) -> Option<String> {
    let row = row_of(name)?;
    if !matches!(row.ask, Ask::Ordered { .. } | Ask::Several(_)) {
        return None;
    }
    let is_refused = |name: &str| {
        refused
            .iter()
            .any(|notice| matches!(notice, Notice::Refused { value, .. } if value == name))
    };
    let names = value.split(|c: char| c == ',' || c.is_ascii_whitespace());
    let kept: Vec<&str> = names
        .filter(|name| !name.is_empty() && !is_refused(name))
        .collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}
