//! Lists of tasks: a mark before each says whether it is done. Marks are text, so that they are read aloud, copied and
//! printed with it.

use super::Tag;
use super::label::has_control;
use super::tree::Cleaner;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

const DONE: &str = "☑ ";
const OPEN: &str = "☐ ";
/// Classes of items whose task is done.
const DONE_CLASSES: &[&str] = &["checked", "is-checked", "is-done", "task-done", "todo-done"];
/// Classes of items whose task is not.
const OPEN_CLASSES: &[&str] = &[
    "unchecked",
    "is-unchecked",
    "todo-item",
    "is-todo",
    "task-list-item",
];
/// Classes of drawn boxes (Notion's export).
const DRAWN_BOXES: &[(&str, bool)] = &[("checkbox-on", true), ("checkbox-off", false)];

impl<P: Platform> Cleaner<'_, P> {
    /// A box to tick in an item.
    pub fn add_box(&mut self, source: &SourceAttributes) {
        if self.top() == Tag::Li && self.leaf.is_none() && source.value("type") == "checkbox" {
            self.line.mark = Some(mark(source.get("checked").is_some()));
        }
    }

    /// An item of a list begins: the mark of its task, if it is one and has no box of its own.
    pub fn begin_item(&mut self, node: &P::Node, source: &SourceAttributes) {
        if self.top() == Tag::Li
            && let Some(is_done) = task(source).or_else(|| drawn_box(node))
            && !has_control(node)
        {
            self.line.mark = Some(mark(is_done));
        }
    }
}

fn mark(is_done: bool) -> &'static str {
    if is_done { DONE } else { OPEN }
}

/// Whether the box that is drawn first in an item is ticked; `None` if there is none.
fn drawn_box<N: SourceNode>(item: &N) -> Option<bool> {
    let mut next = item.first_child();
    while let Some(node) = next {
        if let NodeKind::Element(_) = node.kind() {
            let source = node.attributes();
            let mut classes = source.value("class").split_ascii_whitespace();
            return classes.find_map(|class| {
                let known = DRAWN_BOXES.iter().find(|(known, _)| *known == class);
                known.map(|(_, is_done)| *is_done)
            });
        }
        next = node.next_sibling();
    }
    None
}

/// Whether the task of an item is done; `None` if it is none.
fn task(source: &SourceAttributes) -> Option<bool> {
    match source.first_of(&["aria-checked", "data-checked", "data-list", "data-task"]) {
        "true" | "checked" | "x" => return Some(true),
        "false" | "unchecked" => return Some(false),
        _ => {}
    }
    let classes = || source.value("class").split_ascii_whitespace();
    if classes().any(|class| DONE_CLASSES.contains(&class)) {
        return Some(true);
    }
    classes()
        .any(|class| OPEN_CLASSES.contains(&class))
        .then_some(false)
}
