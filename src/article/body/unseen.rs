//! What only a stylesheet kept out of the text: texts for screen readers, tooltips, labels of fields, second copies.

use super::Tag;
use super::disclosure::is_or_ends_with;
use super::label::{has_control, label};
use super::pixels::{pixels, styled};
use super::text::deepest_last_text;
use super::tree::Cleaner;
use super::walk::Undo;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// Classes of texts that are there for screen readers alone.
const FOR_SCREEN_READERS: &[&str] = &[
    "screen-reader-text",
    "screen-reader",
    "screen-reader-only",
    "sr-only",
    "sr-only-focusable",
    "visually-hidden",
    "visually-hidden-focusable",
    "visuallyhidden",
    "hidden-visually",
    "accessibly-hidden",
    "a11y-hidden",
    "a11y-text",
    "assistive-text",
    "element-invisible",
    "show-for-sr",
    "screen-only",
    "skip-link",
];
/// Classes of boxes that stand over a text while something is pointed at.
const TOOLTIPS: &[&str] = &[
    "footnote_tooltip",
    "footnote-tooltip",
    "footnote__tooltip",
    "fn-tooltip",
    "ref-tooltip",
    "reference-tooltip",
    "tooltiptext",
    "tooltip-text",
    "tooltip-content",
    "tooltip__content",
    "tooltip__text",
    "tooltip-inner",
    "footnote-popover",
    "popover-content",
    "popover-body",
    "modern-footnotes-footnote__note",
    "footnote-content-popup",
    "sidenote",
];
/// What a class says that has a box only on some screens: its text stands in another box for the others.
const FOR_SOME_SCREENS: &[&str] = &[
    "elementor-hidden-mobile",
    "elementor-hidden-phone",
    "elementor-hidden-tablet",
    "elementor-hidden-desktop",
    "d-none",
    "d-md-none",
    "d-lg-none",
    "d-sm-none",
    "md:hidden",
    "lg:hidden",
    "sm:hidden",
    "hidden-xs",
    "hidden-sm",
    "hidden-md",
    "hidden-lg",
    "visible-xs",
    "visible-sm",
    "visible-md",
    "visible-lg",
    "hide-for-small-only",
    "hide-for-medium",
    "hide-for-large",
    "show-for-small-only",
    "show-for-medium",
    "show-for-large",
    "mobile-only",
    "desktop-only",
    "hide-on-mobile",
    "hide-on-desktop",
];
/// Those of Elementor that leave no screen.
const ELEMENTORS: &[&str] = &[
    "elementor-hidden-desktop",
    "elementor-hidden-tablet",
    "elementor-hidden-mobile",
];
/// How far to the side something is put that nobody shall see, in any unit.
const FAR: &str = "-99";
/// How much of a text is looked for elsewhere, in bytes.
const LONGEST_CLUE: usize = 60;
/// How many texts are looked for in all of the source.
const MOST_SEARCHES: usize = 100;

/// Whether a class says that only screen readers are told.
pub(super) fn is_for_screen_readers(classes: &str) -> bool {
    let mut classes = classes.split_ascii_whitespace();
    classes.any(|class| {
        let mut known = FOR_SCREEN_READERS.iter();
        known.any(|known| is_or_ends_with(class, known))
    })
}

/// Whether an inline style shows an element to nobody.
pub(super) fn is_unseen(style: &str) -> bool {
    if style.is_empty() {
        return false;
    }
    let is_far = |property| {
        let value = styled(style, property);
        value.starts_with(FAR) || value.starts_with("-1000") || value.starts_with("-5000")
    };
    let is_cut = styled(style, "clip").starts_with("rect(0")
        || styled(style, "clip").starts_with("rect(1px")
        || styled(style, "clip-path").starts_with("inset(50%");
    let is_dot = || {
        let is_tiny = |property| pixels(styled(style, property)).is_some_and(|side| side <= 1);
        styled(style, "position") == "absolute"
            && styled(style, "overflow") == "hidden"
            && is_tiny("width")
            && is_tiny("height")
    };
    styled(style, "display").starts_with("none")
        || is_dot()
        || is_far("left")
        || is_far("top")
        || is_far("text-indent")
        || (is_cut && styled(style, "position") == "absolute")
}

/// Whether it is a box that stands over a text while something is pointed at, or beside it.
pub(super) fn is_tooltip(source: &SourceAttributes) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    source.value("role") == "tooltip" || classes.any(|class| TOOLTIPS.contains(&class))
}

impl<P: Platform> Cleaner<'_, P> {
    /// Whether an element says again what stands beside it, or to nobody.
    pub fn is_second_copy(
        &mut self,
        node: &P::Node,
        name: &str,
        source: &SourceAttributes,
    ) -> bool {
        if is_for_screen_readers(source.value("class")) {
            return true;
        }
        if self.was_said_for_screens(node, source.value("class")) {
            return true;
        }
        match name {
            "label" => self.is_label_of_field(node, source),
            "legend" => {
                let after = std::iter::successors(node.next_sibling(), SourceNode::next_sibling);
                after
                    .take(8)
                    .any(|node| is_control(&node) || has_control(&node))
            }
            _ => source.value("aria-hidden") == "true" && self.is_said_beside(node),
        }
    }

    /// Whether it says again, for screens of another size, what such a box has said. Remembers what it says.
    fn was_said_for_screens(&mut self, node: &P::Node, classes: &str) -> bool {
        let mut words = classes.split_ascii_whitespace();
        // `hidden md:block`
        let is_for_some = words.clone().any(|class| FOR_SOME_SCREENS.contains(&class))
            || (words.any(|class| class == "hidden") && classes.contains(':'));
        if !is_for_some {
            return false;
        }
        // All screens are some, too.
        if ELEMENTORS.iter().all(|class| classes.contains(class)) {
            return true;
        }
        let text = label(node);
        let is_said = !text.is_empty() && self.said_for_screens.contains(&text);
        if !is_said {
            self.said_for_screens.push(text);
        }
        is_said
    }

    /// A tooltip's text: in brackets where it stands, unless the article has it elsewhere too.
    pub fn add_tooltip(&mut self, text: &str) {
        let mut end = text.len().min(LONGEST_CLUE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let clue = &text[..end];
        self.searches += 1;
        let is_elsewhere =
            self.searches > MOST_SEARCHES || self.whole_text.matches(clue).nth(1).is_some();
        if !clue.is_empty() && !is_elsewhere {
            self.text(" (");
            self.text(text);
            self.text(")");
        }
    }

    /// Whether a label goes with its field. That of a box to tick in a list is the item's text, and that of one that
    /// opens what follows is its heading.
    fn is_label_of_field(&self, node: &P::Node, source: &SourceAttributes) -> bool {
        let field = self.survey.field(source.value("for"));
        let is_around = has_control(node) || (field.is_none() && is_before_field(node));
        let is_field = field.is_some() || is_around;
        let may_tick = field.unwrap_or(true);
        is_field && !(may_tick && (self.top() == Tag::Li || (!is_around && opens_next(node))))
    }

    /// The label of a box to tick that opens what follows: a heading.
    pub fn enter_label(&mut self, node: &P::Node, source: &SourceAttributes) -> Option<Undo> {
        let is_heading = self.top() != Tag::Li
            && !self.in_line_only()
            && self.survey.field(source.value("for")) == Some(true)
            && opens_next(node);
        is_heading.then(|| {
            let level = self.label_level();
            self.enter_leaf(source, level)
        })
    }

    /// Whether the text of an element that is hidden from screen readers is what stands right before or after it.
    fn is_said_beside(&self, node: &P::Node) -> bool {
        let text = label(node);
        if !text.contains(char::is_alphanumeric) {
            return false;
        }
        let before = match &self.leaf {
            Some(leaf) => deepest_last_text(self.open_line().unwrap_or(&leaf.element.children)),
            None => self
                .path
                .last()
                .and_then(|open| deepest_last_text(&open.element.children)),
        };
        if before.is_some_and(|before| before == text) {
            return true;
        }
        let is_shown = |node: &P::Node| match node.kind() {
            NodeKind::Text(text) => !text.trim().is_empty(),
            NodeKind::Element(_) => true,
            NodeKind::Other => false,
        };
        let mut after = std::iter::successors(node.next_sibling(), SourceNode::next_sibling);
        after
            .find(is_shown)
            .is_some_and(|after| match after.kind() {
                NodeKind::Element(_) => {
                    let source = after.attributes();
                    !is_for_screen_readers(source.value("class"))
                        && source.value("aria-hidden") != "true"
                        && label(&after) == text
                }
                _ => false,
            })
    }
}

/// Whether the node is a field to fill in.
pub(super) fn is_control<N: SourceNode>(node: &N) -> bool {
    matches!(node.kind(), NodeKind::Element(name) if matches!(&*name, "input" | "select" | "textarea"))
}

/// Whether the next element is a field or holds one.
fn is_before_field<N: SourceNode>(node: &N) -> bool {
    let mut after = std::iter::successors(node.next_sibling(), SourceNode::next_sibling);
    let next = after.find(|node| matches!(node.kind(), NodeKind::Element(_)));
    next.is_some_and(|next| is_control(&next) || has_control(&next))
}

/// Whether a block follows that the label's box opens.
fn opens_next<N: SourceNode>(node: &N) -> bool {
    let mut after = std::iter::successors(node.next_sibling(), SourceNode::next_sibling);
    let next = after.find_map(|node| match node.kind() {
        NodeKind::Element(name) => Some(matches!(
            &*name,
            "div" | "section" | "article" | "ul" | "ol" | "p"
        )),
        _ => None,
    });
    next.unwrap_or_default()
}
