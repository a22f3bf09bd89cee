//! What the owner is told: attributes that are not taken, and what of the source is not as they say.

use super::Session;
use crate::browser::{Host, TimeZone, console, look, page as window};
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
    let is_no = |property: &'static str| move |value: &mut String| !look::supports(property, value);
    let accent = config.accent.take_if(is_no("color"));
    let height = config.min_height.take_if(is_no("min-height"));
    let zone = config
        .timezone
        .take_if(|zone| TimeZone::named(zone).is_err());
    let base = config
        .base_url
        .take_if(|base| !window::is_web_address(base));
    for (attribute, value) in [
        ("accent", accent),
        ("timezone", zone),
        ("base-url", base),
        ("min-height", height),
    ] {
        notices.extend(value.and_then(|value| Notice::refused(attribute, &value)));
    }
    for notice in &notices {
        console::warn_once(host.element(), &notice.to_string());
    }
    notices.iter().map(Remark::from).collect()
}
