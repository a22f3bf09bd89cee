//! A first look over the whole source: what waits for a script, and the labels that stand elsewhere.
//!
//! Tabs and accordions send their panels hidden, and their labels in another place. A page without its script would
//! show neither; here each panel is found again by the label that opens it.

use std::collections::VecDeque;

use super::disclosure::{in_page, is_panel, is_tab, target};
use super::label::label;
use super::places::decoded;
use crate::platform::{NodeKind, SourceAttributes, SourceNode};

/// Attributes in which a panel has its own label.
const LABELS: &[&str] = &["aria-label", "data-label", "data-tab-label", "data-title"];

/// What the first look found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// What a control opens, by id, and the label of that control; sorted.
    opened: Vec<(String, String)>,
    /// The labels of tabs by the tab's own id; sorted.
    tabs: Vec<(String, String)>,
    /// The ids of all panels; sorted.
    panels: Vec<String>,
    /// The ids that panels say their label has; sorted.
    labelling: Vec<String>,
    /// The labels of panels that no tab names, the first last; none where there is no tab for it.
    unnamed: Vec<Option<String>>,
    /// Whether there is a panel for a tab that names none, the first last.
    loose: Vec<bool>,
    /// The places in the article that links lead to.
    pub linked: Vec<String>,
    /// The ids of everything.
    pub ids: Vec<String>,
    /// The ids of fields, and whether they are boxes to tick; sorted.
    fields: Vec<(String, bool)>,
}

/// The first look while it lasts.
#[derive(Debug, Default)]
struct Looking {
    survey: Survey,
    /// Tabs and panels in the order of the source.
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Tab {
        id: String,
        opens: String,
        label: String,
    },
    Panel {
        id: String,
        labelled_by: String,
    },
}

impl Survey {
    /// Looks at everything below `root`, each node once.
    ///
    /// `place` gives the fragment of an address that leads into the article.
    pub fn of<N: SourceNode>(root: &N, place: impl Fn(&str) -> Option<String>) -> Self {
        let mut looking = Looking::default();
        let mut open = vec![root.first_child()];
        while let Some(next) = open.last_mut() {
            let Some(node) = next.take() else {
                open.pop();
                continue;
            };
            *next = node.next_sibling();
            if let NodeKind::Element(name) = node.kind() {
                open.push(node.first_child());
                let source = &node.attributes();
                if source.is_empty() {
                    continue;
                }
                let ids = ["id", "name"].map(|attribute| source.value(attribute));
                let ids = ids.into_iter().filter(|id| !id.is_empty());
                looking
                    .survey
                    .ids
                    .extend(ids.map(|id| decoded(id).into_owned()));
                if name == "a" {
                    looking.survey.linked.extend(place(source.value("href")));
                }
                looking.look(&node, &name, source);
            }
        }
        looking.finished()
    }

    /// The field of this id: whether it is a box to tick.
    pub fn field(&self, id: &str) -> Option<bool> {
        found(&self.fields, id).copied()
    }

    /// Whether a control of the page opens the element.
    pub fn opens(&self, source: &SourceAttributes) -> bool {
        found(&self.opened, source.value("id")).is_some()
            || ids(source, "aria-labelledby").any(|id| found(&self.tabs, id).is_some())
    }

    /// The label of the panel that comes next, which stands elsewhere; empty if there is none.
    pub fn label(&mut self, source: &SourceAttributes) -> String {
        let labels = ids(source, "aria-labelledby").find_map(|id| found(&self.tabs, id));
        let label = labels.or_else(|| found(&self.opened, source.value("id")));
        let label = match label {
            Some(label) => Some(label.clone()),
            None => self.unnamed.pop().flatten(),
        };
        label
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| source.first_of(LABELS).to_owned())
    }

    /// Takes the tab that comes next: whether its label stands with a panel.
    pub fn take_tab(&mut self, tab: &SourceAttributes) -> bool {
        contains(&self.panels, target(tab))
            || contains(&self.labelling, tab.value("id"))
            || self.loose.pop().unwrap_or_default()
    }
}

impl Looking {
    fn look<N: SourceNode>(&mut self, node: &N, name: &str, source: &SourceAttributes) {
        let id = source.value("id").to_owned();
        let mut opens = target(source);
        if is_tab(source) {
            if source.get("hidden").is_none() {
                self.parts.push(Part::Tab {
                    id,
                    opens: opens.to_owned(),
                    label: label(node),
                });
            }
            return;
        }
        if is_panel(source) {
            let labelled_by = ids(source, "aria-labelledby").next().unwrap_or_default();
            self.parts.push(Part::Panel {
                id,
                labelled_by: labelled_by.to_owned(),
            });
            return;
        }
        if matches!(name, "input" | "select" | "textarea") {
            let ticks = matches!(source.value("type"), "checkbox" | "radio");
            self.survey.fields.push((id, ticks));
            return;
        }
        if opens.is_empty() && name == "a" {
            opens = in_page(source);
        }
        if !opens.is_empty() {
            let opened = opens.split_ascii_whitespace();
            let opened = opened.map(|id| (id.trim_start_matches('#').to_owned(), String::new()));
            self.survey.opened.extend(opened);
            self.survey.tabs.push((id, String::new()));
        }
    }

    fn finished(self) -> Survey {
        let Looking { mut survey, parts } = self;
        let (mut opened, mut tabs) = (Vec::new(), Vec::new());
        for part in &parts {
            match part {
                Part::Tab { id, opens, label } => {
                    opened.push((opens.clone(), label.clone()));
                    tabs.push((id.clone(), label.clone()));
                }
                Part::Panel { id, labelled_by } => {
                    survey.panels.push(id.clone());
                    survey.labelling.push(labelled_by.clone());
                }
            }
        }
        // Tabs first: of several with the same id, the first is found.
        opened.append(&mut survey.opened);
        tabs.append(&mut survey.tabs);
        opened.sort_by(|one, other| one.0.cmp(&other.0));
        tabs.sort_by(|one, other| one.0.cmp(&other.0));
        (survey.opened, survey.tabs) = (opened, tabs);
        survey.fields.sort();
        survey.panels.sort();
        survey.labelling.sort();
        survey.match_by_order(parts);
        survey
    }
}

impl Survey {
    /// Gives panels that no tab names the labels of tabs that name none: each panel that of the first tab left in the
    /// list of tabs before it. A list of tabs may stand in another's panel.
    fn match_by_order(&mut self, parts: Vec<Part>) {
        // The lists that have tabs left, the innermost last.
        let mut lists: Vec<VecDeque<(usize, String)>> = Vec::new();
        let mut after_panel = true;
        for part in parts {
            match part {
                Part::Tab { id, opens, label } => {
                    if contains(&self.panels, &opens) || contains(&self.labelling, &id) {
                        continue;
                    }
                    if std::mem::take(&mut after_panel) || lists.is_empty() {
                        lists.push(VecDeque::new());
                    }
                    if let Some(list) = lists.last_mut() {
                        list.push_back((self.loose.len(), label));
                    }
                    self.loose.push(false);
                }
                Part::Panel { id, labelled_by } => {
                    after_panel = true;
                    if found(&self.opened, &id).is_some()
                        || found(&self.tabs, &labelled_by).is_some()
                    {
                        continue;
                    }
                    let tab = lists.last_mut().and_then(VecDeque::pop_front);
                    lists.pop_if(|list| list.is_empty());
                    self.unnamed.push(tab.map(|(at, label)| {
                        self.loose[at] = true;
                        label
                    }));
                }
            }
        }
        self.unnamed.reverse();
        self.loose.reverse();
    }
}

/// The ids that an attribute names.
fn ids<'a>(source: &'a SourceAttributes, attribute: &str) -> impl Iterator<Item = &'a str> {
    source.value(attribute).split_ascii_whitespace()
}

fn contains(ids: &[String], id: &str) -> bool {
    !id.is_empty() && ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
}

/// The first that is kept for `id`.
fn found<'a, T>(kept: &'a [(String, T)], id: &str) -> Option<&'a T> {
    if id.is_empty() {
        return None;
    }
    let at = kept.partition_point(|(known, _)| known.as_str() < id);
    let (known, value) = kept.get(at)?;
    (known == id).then_some(value)
}
