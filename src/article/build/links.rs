//! Names with their addresses: authors, steps, publishers, tags.

use serde_json::Value;

use super::Builder;
use super::names::person;
use super::opening::letters;
use crate::article::formats::source::{ADDRESS, MOST, NAME, PORTRAIT, Texts, pixels, text};
use crate::article::formats::table::Field;
use crate::article::formats::{image, section};
use crate::article::{Link, SafeUrl};
use crate::platform::Platform;

/// The section of what has none, as WordPress and its translations call it.
#[rustfmt::skip]
const NO_SECTION: &[&str] = &[
    "Uncategorized", "Uncategorised", "غير مصنف", "غير مصنفة", "بدون تصنيف", "بلا تصنيف", "Non classé", "Sin categoría",
    "Sin categorizar", "دسته‌بندی نشده", "دسته بندی نشده", "ללא קטגוריה", "כללי", "غیر زمرہ بند",
];

/// What sites call their first page.
#[rustfmt::skip]
const HOME: &[&str] = &[
    "الرئيسية", "الصفحة الرئيسية", "Home", "Homepage", "Accueil", "Inicio", "Portada", "خانه", "صفحه اصلی", "صفحه نخست",
    "דף הבית", "ראשי", "ہوم", "صفحہ اول",
];

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
                self.add_links(value, field, commas, &mut out);
            }
            !out.is_empty()
        });
        out
    }

    /// Adds what `value` names: a text, an object, or a list of either.
    fn add_links(&self, value: &'a Value, field: Field, commas: bool, out: &mut Vec<Link>) {
        match value {
            Value::Array(items) => {
                let mut items: Vec<_> = items.iter().take(MOST).collect();
                // The steps of schema.org's lists say where they stand.
                items.sort_by_key(|item| pixels(&item["position"]));
                for item in items {
                    self.add_links(item, field, false, out);
                }
            }
            // Some write the names of all as one person's.
            Value::Object(person) if person.get("name").is_some_and(Value::is_array) => {
                self.add_links(&person["name"], field, false, out);
            }
            Value::Object(_) => {
                let named = self.whole(value, &NAME);
                let (name, address) = match field {
                    Field::Authors => (Field::AuthorName, Field::AuthorUrl),
                    Field::Publisher => (Field::PublisherName, Field::PublisherUrl),
                    Field::Tags => (Field::TagName, Field::BreadcrumbUrl),
                    _ => (Field::BreadcrumbTitle, Field::BreadcrumbUrl),
                };
                let told = |field, paths| text(self.source.inside(named, field, paths));
                let parts = || ["givenName", "familyName"].map(|part| text(&named[part]));
                let mut link = match told(name, &NAME) {
                    "" => self.link(&parts().join(" "), field),
                    name => self.link(name, field),
                };
                link.url = SafeUrl::link(self.platform, told(address, &ADDRESS), self.base);
                if field == Field::Authors {
                    link.image = self.portrait(value);
                }
                add_link(link, out);
            }
            // A profile's address or a number in a name's place is no name.
            Value::String(text) if field == Field::Authors || !text.contains("://") => {
                let separators: &[char] = if commas { &[',', '،', ';', '؛'] } else { &[] };
                // Entities end in a sign that parts names.
                let text = if commas { &self.plain(text) } else { text };
                for name in text.split(separators) {
                    add_link(self.link(name, field), out);
                }
            }
            Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    /// A name without an address.
    fn link(&self, name: &str, field: Field) -> Link {
        let mut text = self.plain(name);
        if field == Field::Authors {
            text = person(&text);
        }
        Link {
            text,
            url: None,
            image: None,
        }
    }

    /// An author's picture.
    fn portrait(&self, author: &'a Value) -> Option<SafeUrl> {
        let find = |value| {
            let (image, _) = self.widest(value)?;
            let address = image::address(image)?;
            SafeUrl::secured(self.platform, address, self.base, self.secure)
        };
        let author = self.whole(author, &PORTRAIT);
        self.source
            .own(author, Field::AuthorImage, find)
            .or_else(|| PORTRAIT.first(author, author, find))
    }

    /// The list the source gives, else home and the section. Without the article itself, which the view adds.
    pub(super) fn breadcrumb(&self, url: Option<&SafeUrl>, title: &str) -> Vec<Link> {
        let mut steps = self.links(Field::Breadcrumb);
        // schema.org's last step may leave its address out, being the page itself.
        let bare = steps.len() > 1 && self.has_schema_org_steps();
        let is_title = |text: &str| text == title || letters(text) == letters(title);
        let itself = |step: &mut Link| match &step.url {
            Some(address) => is_title(&step.text) || Some(address) == url,
            None => is_title(&step.text) || bare,
        };
        steps.pop_if(itself);
        let all = steps.len();
        steps.retain(|step| !is_no_section(&step.text));
        // What is left of a way to no section may be home alone.
        if steps.len() < all && steps.len() < 2 && steps.first().is_none_or(is_home) {
            steps.clear();
        }
        if steps.is_empty() {
            for section in section::line(&self.source, &|name| is_no_section(&self.plain(name))) {
                self.add_links(section, Field::Section, false, &mut steps);
            }
            if !steps.is_empty() {
                let site = url.map_or(self.base, SafeUrl::as_str);
                let home = Link {
                    text: String::new(),
                    url: SafeUrl::link(self.platform, "/", site),
                    image: None,
                };
                steps.insert(0, home);
            }
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

/// Whether a section's name is what a system writes where nobody chose one.
fn is_no_section(name: &str) -> bool {
    let name = letters(name);
    NO_SECTION.iter().any(|known| letters(known) == name)
}

/// Whether a step leads to the site's first page.
fn is_home(step: &Link) -> bool {
    let name = letters(&step.text);
    let is_root = |url: &SafeUrl| {
        let path = url.as_str().splitn(4, '/').nth(3);
        path.is_none_or(str::is_empty)
    };
    step.url.as_ref().is_some_and(is_root) || HOME.iter().any(|known| letters(known) == name)
}

/// Adds a name, unless it is none or there already.
fn add_link(link: Link, out: &mut Vec<Link>) {
    let is_new = || !out.iter().any(|other| other.text == link.text);
    if out.len() < MOST && !link.text.is_empty() && is_new() {
        out.push(link);
    }
}
