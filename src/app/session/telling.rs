//! What the owner is told: attributes that are not taken, and what of the source is not as they say.

use super::Session;
use crate::browser::{Host, console, takes};
use crate::config::{Config, Notice};
use crate::remark::Remark;

impl Session {
    /// Tells the owner of attributes that are not taken, where there is no article to read them for.
    pub fn judge(host: &Host) {
        let (mut config, notices) = Config::from_attributes(pairs(&host.attributes()));
        refused(host, &mut config, notices);
    }

    /// Tells the owner, once for each element, what of the source is not as they say.
    pub(super) fn remarked(&self, remarks: &[Remark]) {
        for remark in remarks {
            console::warn_once(self.host.element(), &format!("Qari: {remark}"));
        }
    }
}

/// Attributes as names and values.
pub(super) fn pairs(attributes: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    attributes
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

/// Tells the owner, once for each element, what is not taken, and gives it. Whether a colour, a time zone or a
/// length is one only the browser knows.
pub(super) fn refused(host: &Host, config: &mut Config, mut notices: Vec<Notice>) -> Vec<Remark> {
    let is_no = |attribute: &'static str| move |value: &mut String| !takes(attribute, value);
    for (attribute, value) in [
        ("accent", &mut config.accent),
        ("timezone", &mut config.timezone),
        ("base-url", &mut config.base_url),
        ("min-height", &mut config.min_height),
    ] {
        let refused = value.take_if(is_no(attribute));
        notices.extend(refused.and_then(|value| Notice::refused(attribute, &value)));
    }
    for notice in &notices {
        console::warn_once(host.element(), &notice.to_string());
    }
    notices.iter().map(Remark::from).collect()
}
