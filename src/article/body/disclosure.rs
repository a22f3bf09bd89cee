//! Text that waits for a script: accordions, tabs, slides. All of it is shown, in its order, each once.

use super::text::alike;
use super::treatment::{self, Treatment};
use super::tree::Cleaner;
use super::unseen::is_unseen;
use super::walk::Undo;
use super::{Node, Tag, label};
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// Attributes that name what a control opens.
const TARGETS: &[&str] = &["aria-controls", "data-bs-target", "data-target"];
/// What is opened over a page or beside it, and is no part of its text.
const APART: &[&str] = &[
    "alert",
    "alertdialog",
    "combobox",
    "dialog",
    "listbox",
    "menu",
    "menubar",
    "navigation",
    "search",
    "status",
    "tooltip",
];
/// Words in the classes of what is opened over a page.
const APART_CLASSES: &[&str] = &[
    "modal", "popup", "lightbox", "tooltip", "popover", "dropdown", "share", "menu",
];
/// Words in the classes of controls that say nothing else of what they open.
const TOGGLE_CLASSES: &[&str] = &["accordion", "collapsible", "faq", "spoiler"];
/// Classes of what a script puts before and behind a row of slides, so that it never ends.
const COPIES: &[&str] = &[
    "slick-cloned",
    "swiper-slide-duplicate",
    "splide__slide--clone",
    "glide__slide--clone",
    "cloned",
    "bx-clone",
    "clone",
    "tns-slide-cloned",
];
/// What a class of a slide or of a panel is or ends with.
const WAITING_CLASSES: &[&str] = &[
    "slide",
    "slides",
    "carousel-item",
    "carousel-cell",
    "tab-panel",
    "tab-pane",
    "tabpanel",
    "tab-content",
    "accordion-panel",
    "accordion-content",
    "accordion-body",
    "accordion-collapse",
    "tab",
    "toggle-content",
    "spoiler-body",
    "spoiler-content",
    "answer",
    "collapse",
    "more-content",
    "more-text",
    "collapseomatic-content",
    "sh-content",
    "read-div",
    "faq-a",
];
/// Attributes by which a script shows and hides an element.
const SHOWN_BY_SCRIPT: &[&str] = &["x-show", "v-show"];
/// Attributes by which a click does something.
const CLICKS: &[&str] = &["onclick", "@click", "x-on:click", "v-on:click", "on:click"];
/// Classes of the labels of tabs that have no role.
const TABS: &[&str] = &["gb-tabs__button", "kt-tab-title"];
/// Classes of their panels.
const PANELS: &[&str] = &[
    "wp-block-tab",
    "wp-block-tab-panel",
    "su-tabs-pane",
    "gb-tabs__item",
    "kt-tab-inner-content",
    DIVI_PANEL,
];
/// The class of a panel in Divi, where that of its label has a number behind it.
const DIVI_PANEL: &str = "et_pb_tab";

/// The id of what a control opens; empty if it opens nothing.
pub(super) fn target<'a>(source: &'a SourceAttributes) -> &'a str {
    let target = source.first_of(TARGETS);
    if target.is_empty() && is_tab(source) {
        return in_page(source);
    }
    target.trim_start_matches('#')
}

/// The place in the page that a link leads to; empty if it leads elsewhere.
pub(super) fn in_page<'a>(source: &'a SourceAttributes) -> &'a str {
    source
        .value("href")
        .trim()
        .strip_prefix('#')
        .unwrap_or_default()
}

/// Whether it is a tab: the label of a panel.
pub(super) fn is_tab(source: &SourceAttributes) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    source.value("role").trim() == "tab"
        || classes.clone().any(|class| TABS.contains(&class))
        || (classes.clone().any(is_of_divi) && classes.all(|class| class != DIVI_PANEL))
}

/// `et_pb_tab_0`
fn is_of_divi(class: &str) -> bool {
    let number = class
        .strip_prefix(DIVI_PANEL)
        .and_then(|rest| rest.strip_prefix('_'));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether it is the panel of a tab.
pub(super) fn is_panel(source: &SourceAttributes) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    source.value("role").trim() == "tabpanel" || classes.any(|class| PANELS.contains(&class))
}

/// Whether a control shows and hides something.
pub(super) fn is_toggle(source: &SourceAttributes) -> bool {
    let opens = |name| source.get(name).is_some();
    if opens("aria-haspopup") {
        return false;
    }
    opens("aria-expanded")
        || opens("aria-controls")
        || is_tab(source)
        || matches!(
            source.first_of(&["data-bs-toggle", "data-toggle"]),
            "collapse" | "tab" | "pill"
        )
        || TOGGLE_CLASSES
            .iter()
            .any(|known| source.value("class").contains(known))
}

/// Whether a slide is the copy of another.
pub(super) fn is_copy(source: &SourceAttributes) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    classes.any(|class| COPIES.contains(&class))
}

impl<P: Platform> Cleaner<'_, P> {
    /// Whether the page shows a hidden element as soon as its reader asks for it.
    pub fn waits_for_script(&self, source: &SourceAttributes) -> bool {
        let classes = source.value("class");
        !is_apart(source)
            && (is_panel(source)
                || source.value("aria-roledescription") == "slide"
                || SHOWN_BY_SCRIPT
                    .iter()
                    .any(|name| source.get(name).is_some())
                || classes.split_ascii_whitespace().any(is_waiting)
                || self.toggled
                || self.survey.opens(source))
    }

    /// Whether the heading just before would have nothing below it without this: an answer that a click on its question shows.
    pub fn is_all_below_heading(&self, node: &P::Node, source: &SourceAttributes) -> bool {
        let last = self
            .path
            .last()
            .and_then(|open| open.element.children.last());
        let is_below = self.leaf.is_none()
            && matches!(last, Some(Node::Element(last)) if last.tag.is_heading());
        is_below && !is_apart(source) && is_end_of_section(node)
    }

    /// A control: the label of what it shows and hides is a heading, everything else goes.
    pub fn enter_button(&mut self, node: &P::Node, source: &SourceAttributes) -> Option<Undo> {
        let is_heading = self.now.leaf.is_heading() && self.is_button_heading;
        if !is_toggle(source) && !is_heading && !opens_next(node, source) {
            return None;
        }
        self.toggled = true;
        if self.in_line_only() {
            return Some(Undo::Nothing);
        }
        if !label::label(node).chars().any(char::is_alphabetic) {
            return None;
        }
        let level = self.label_level();
        Some(self.enter_leaf(source, level))
    }

    /// A heading of the source begins.
    pub fn begin_heading(&mut self, node: &P::Node, tag: Tag) {
        if !self.in_line_only() {
            let outside = label::text_but(node, "button");
            self.is_button_heading = !outside.chars().any(char::is_alphanumeric);
            self.last_heading = Some(tag);
        }
    }

    /// Takes a tab: whether its label stands as the heading of its panel.
    pub fn take_tab(&mut self, source: &SourceAttributes) -> bool {
        is_tab(source) && self.survey.take_tab(source)
    }

    /// The heading of a panel, whose label stands elsewhere.
    pub fn add_label(&mut self, source: &SourceAttributes) {
        let label = self.survey.label(source);
        // The dots of a slide show are tabs, too.
        if self.in_line_only() || !label.chars().any(char::is_alphabetic) {
            return;
        }
        self.write_label(&label);
        self.last_label = alike(&label);
    }

    /// A heading that is made of a label.
    pub fn write_label(&mut self, label: &str) {
        self.close_leaf();
        let level = self.label_level();
        let outer = std::mem::replace(&mut self.now.leaf, level);
        self.text(label);
        self.close_leaf();
        self.now.leaf = outer;
    }

    /// The level of headings that are made of labels: below the heading before the first of them.
    pub fn label_level(&mut self) -> Tag {
        *self.label_level.get_or_insert(match self.last_heading {
            None => Tag::H2,
            Some(Tag::H2) => Tag::H3,
            Some(Tag::H3) => Tag::H4,
            Some(Tag::H4) => Tag::H5,
            Some(_) => Tag::H6,
        })
    }
}

/// Whether a click on a control shows what stands hidden right behind it.
fn opens_next<N: SourceNode>(node: &N, source: &SourceAttributes) -> bool {
    let mut after = std::iter::successors(node.next_sibling(), N::next_sibling).filter(has_content);
    CLICKS.iter().any(|name| source.get(name).is_some())
        && after.next().is_some_and(|next| {
            let next = next.attributes();
            !is_apart(&next) && (next.get("hidden").is_some() || is_unseen(next.value("style")))
        })
}

/// Whether it opens over the page or beside it.
fn is_apart(source: &SourceAttributes) -> bool {
    let classes = source.value("class");
    APART.contains(&source.value("role").trim())
        || APART_CLASSES.iter().any(|known| classes.contains(known))
}

/// Whether nothing follows beside a node, or the next heading does, by itself or in a box.
fn is_end_of_section<N: SourceNode>(node: &N) -> bool {
    let is_heading = |node: &N| match node.kind() {
        NodeKind::Element(name) => matches!(
            treatment::of(&name, &node.attributes()),
            Treatment::Keep(tag) if tag.is_heading()
        ),
        NodeKind::Text(_) | NodeKind::Other => false,
    };
    let mut after = std::iter::successors(node.next_sibling(), N::next_sibling).filter(has_content);
    after.next().is_none_or(|next| {
        is_heading(&next)
            || next
                .children()
                .find(has_content)
                .is_some_and(|first| is_heading(&first))
    })
}

/// Whether a node is more than a blank or a comment.
fn has_content<N: SourceNode>(node: &N) -> bool {
    match node.kind() {
        NodeKind::Text(text) => !text.trim().is_empty(),
        NodeKind::Element(_) => true,
        NodeKind::Other => false,
    }
}

/// Whether a class is that of a slide or a panel.
fn is_waiting(class: &str) -> bool {
    // `accordion__content`, `et_pb_toggle_content`
    let class = class.replace("__", "-").replace('_', "-");
    let mut known = WAITING_CLASSES.iter();
    known.any(|known| is_or_ends_with(&class, known))
}

/// Whether a class is this one, or ends with it behind a sign: `u-sr-only`.
pub(super) fn is_or_ends_with(class: &str, known: &str) -> bool {
    let before = class.strip_suffix(known);
    before.is_some_and(|before| before.is_empty() || before.ends_with(['-', '_']))
}
