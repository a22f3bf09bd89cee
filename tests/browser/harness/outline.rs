//! The accessibility tree of the page, as Chromium gives it to assistive technology, written as an outline: a line each
//! for what is not passed over, in the order in which it is read.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::cdp::Cdp;
use super::trial::Trial;

/// What is written of a node besides its role, name, value and description.
const TOLD: [&str; 12] = [
    "level",
    "live",
    "checked",
    "pressed",
    "expanded",
    "selected",
    "disabled",
    "hasPopup",
    "modal",
    "orientation",
    "roledescription",
    "valuetext",
];

/// The tree as an outline: the whole page, or the first part of it that has this role and name.
pub async fn outline(t: &Trial, role: &str, name: Option<&str>) -> Result<String> {
    let answer = t
        .client
        .issue_cmd(Cdp("Accessibility.getFullAXTree", json!({})))
        .await?;
    let nodes = answer["nodes"].as_array().context("no tree")?;
    let tree = Tree(
        nodes
            .iter()
            .map(|node| (id(&node["nodeId"]), node))
            .collect(),
    );
    let top = nodes.iter().find(|node| {
        let is_named = name.is_none_or(|name| text(&node["name"]) == name);
        is_read(node) && is_named && text(&node["role"]) == role
    });
    let mut lines = String::new();
    tree.write(top.with_context(|| format!("no {role}"))?, 0, &mut lines);
    Ok(lines)
}

/// The nodes by their numbers.
struct Tree<'a>(HashMap<&'a str, &'a Value>);

impl Tree<'_> {
    /// Writes a node and what is in it; of one that is passed over, only that.
    fn write(&self, node: &Value, depth: usize, lines: &mut String) {
        let mut inner = depth;
        if is_read(node) {
            lines.push_str(&"  ".repeat(depth));
            lines.push_str(&line(node));
            lines.push('\n');
            inner += 1;
        }
        let children = self.read(node);
        // A text that is the whole name of what it stands in is not said twice.
        if let [child] = children.as_slice()
            && is_read(node)
            && text(&child["role"]) == "StaticText"
            && text(&child["name"]) == text(&node["name"])
        {
            return;
        }
        for child in children {
            self.write(child, inner, lines);
        }
    }

    /// The nearest nodes within that are read.
    fn read(&self, node: &Value) -> Vec<&Value> {
        let children = node["childIds"].as_array().into_iter().flatten();
        let children = children.filter_map(|child| self.0.get(id(child)).copied());
        children
            .filter(|child| text(&child["role"]) != "InlineTextBox")
            .flat_map(|child| match is_read(child) {
                true => vec![child],
                false => self.read(child),
            })
            .collect()
    }
}

fn id(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The text of a role, name or state.
fn text(value: &Value) -> String {
    match &value["value"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether it says something itself: boxes without a name do not.
fn is_read(node: &Value) -> bool {
    let role = text(&node["role"]);
    let is_box = ["generic", "none", "InlineTextBox"].contains(&role.as_str());
    node["ignored"] != true && (!is_box || !text(&node["name"]).is_empty())
}

fn line(node: &Value) -> String {
    let mut line = text(&node["role"]);
    for (before, what) in [(" ", "name"), (" = ", "value"), (" – ", "description")] {
        let said = text(&node[what]);
        if !said.is_empty() {
            line += &format!("{before}«{}»", said.replace('\n', "↵"));
        }
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let name = property["name"].as_str().unwrap_or_default();
        let value = text(&property["value"]);
        if TOLD.contains(&name) && value != "false" {
            line += &format!(" {name}:{value}");
        }
    }
    line
}
