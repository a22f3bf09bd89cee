//! Names with their addresses: authors, steps, publishers, tags.

use serde_json::Value;

use super::Builder;
use crate::article::formats::source::{ADDRESS, MOST, NAME, Texts, pixels, text_in};
use crate::article::formats::table::Field;
use crate::article::{Link, SafeUrl};
use crate::platform::Platform;

impl<'a, P: Platform> Builder<'a, P> {
    /// The names a field gives, with their addresses. None is given twice.
    pub(super) fn links(&self, field: Field) -> Vec<Link> {
        let mut out = Vec::new();
        // A page may hold a breadcrumb for each of its sections; the first is enough.
        let first_list = field == Field::Breadcrumb;
        // The tags may be one text with commas.
        let commas = field == Field::Tags && self.source.table.texts != Texts::Plain;
        self.source.each(field, &mut |value| {
            if out.is_empty() || !first_list || !value.is_array() {
                self.add_links(value, commas, &mut out);
            }
            !out.is_empty()
        });
        out
    }

    /// Adds what `value` names: a text, an object, or a list of either.
    fn add_links(&self, value: &'a Value, commas: bool, out: &mut Vec<Link>) {
        match value {
            Value::Array(items) => {
                let mut items: Vec<_> = items.iter().take(MOST).collect();
                // The steps of schema.org's lists say where they stand.
                items.sort_by_key(|item| pixels(&item["position"]));
                for item in items {
                    self.add_links(item, false, out);
                }
            }
            Value::Object(_) => {
                let value = self.whole(value, &NAME);
                self.add_link(text_in(value, &NAME), text_in(value, &ADDRESS), out);
            }
            // A profile's address or a number in a name's place is no name.
            Value::String(text) if !text.contains("://") => {
                let separators: &[char] = if commas { &[',', '،'] } else { &[] };
                for name in text.split(separators) {
                    self.add_link(name, "", out);
                }
            }
            Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    fn add_link(&self, name: &str, url: &str, out: &mut Vec<Link>) {
        if out.len() == MOST {
            return;
        }
        let text = self.plain(name);
        if !text.is_empty() && !out.iter().any(|other| other.text == text) {
            let url = SafeUrl::link(self.platform, url, self.base);
            out.push(Link { text, url });
        }
    }

    /// The list the source gives, else home and the section. Without the article itself, which the view adds.
    pub(super) fn breadcrumb(&self, url: Option<&SafeUrl>, title: &str) -> Vec<Link> {
        let mut steps = self.links(Field::Breadcrumb);
        // schema.org's last step may leave its address out, being the page itself.
        let bare = steps.len() > 1 && self.has_schema_org_steps();
        let itself = |step: &mut Link| match &step.url {
            Some(address) => step.text == title || Some(address) == url,
            None => step.text == title || bare,
        };
        steps.pop_if(itself);
        if steps.is_empty()
            && let Some(section) = self.links(Field::Section).into_iter().next()
        {
            let site = url.map_or(self.base, SafeUrl::as_str);
            let home = Link {
                text: String::new(),
                url: SafeUrl::link(self.platform, "/", site),
            };
            steps = vec![home, section];
        }
        steps
    }

    /// Whether the breadcrumb is a list of schema.org's.
    fn has_schema_org_steps(&self) -> bool {
        let is_step = |step: &Value| step["@type"] == "ListItem" || !step["position"].is_null();
        let list = |value: &'a Value| value.as_array().filter(|list| !list.is_empty());
        self.source
            .find(Field::Breadcrumb, list)
            .is_some_and(|list| list.iter().any(is_step))
    }
}
