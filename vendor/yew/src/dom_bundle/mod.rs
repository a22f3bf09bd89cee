//! Realizing a virtual dom on the actual DOM
//!
//! A node that stands in the page holds its element or text. The next tree takes them over where its nodes fit those
//! of the tree before it, and only what is different reaches the page.

mod dom;

use std::any::Any;

pub(crate) use dom::Dom;

use crate::virtual_dom::vtag::{HTML_NAMESPACE, SVG_NAMESPACE};
use crate::virtual_dom::{AttrValue, VNode, VTag};

/// Puts `new` where `old` stands in `parent`, in front of `next`. `svg` tells which elements `parent` takes.
///
/// A node is taken over by the last one that fits it and is free. From the last to the first, so that the place of
/// each is known: it is in front of the one just written.
pub(crate) fn apply_list(
    new: &mut [VNode],
    parent: &Dom,
    svg: bool,
    mut next: Option<Dom>,
    old: &mut [VNode],
) {
    // Old nodes from here on are behind what is written already, so they have to move.
    let mut barrier = old.len();
    for node in new.iter_mut().rev() {
        let mut ancestor = VNode::default();
        let mut moves = false;
        for step in 0..old.len() {
            // Where the order is the same, the first look finds the node.
            let at = if step < barrier { barrier - 1 - step } else { step };
            if old[at].fits(node) {
                moves = at >= barrier;
                barrier = barrier.min(at);
                ancestor = std::mem::take(&mut old[at]);
                break;
            }
        }
        node.apply(parent, svg, &next, ancestor);
        node.each_dom(&mut |dom| {
            if moves {
                parent.insert(dom, next.as_ref());
            }
            next = Some(dom.clone());
        });
    }
    for node in old {
        node.each_dom(&mut Dom::remove);
    }
}

impl VNode {
    /// Whether `new` can take over what this stands for in the page.
    fn fits(&self, new: &VNode) -> bool {
        self.key() == new.key()
            && match (self, new) {
                (VNode::VTag(old), VNode::VTag(new)) => old.tag == new.tag,
                (VNode::VText(_), VNode::VText(_)) => true,
                (VNode::VComp(old), VNode::VComp(new)) => old.type_id == new.type_id,
                _ => false,
            }
    }

    /// Visits what stands in the page for this node, the last first.
    fn each_dom(&self, visit: &mut dyn FnMut(&Dom)) {
        let nodes = match self {
            VNode::VTag(tag) => return tag.dom.iter().for_each(visit),
            VNode::VText(text) => return text.dom.iter().for_each(visit),
            VNode::VComp(comp) => &comp.rendered,
            VNode::VList(list) => &list.children,
        };
        for node in nodes.iter().rev() {
            node.each_dom(visit);
        }
    }

    /// Puts this node into the page in place of `old`, which fits it or is nothing.
    fn apply(&mut self, parent: &Dom, svg: bool, next: &Option<Dom>, old: VNode) {
        match self {
            VNode::VTag(tag) => {
                let mut attributes = Vec::new();
                let mut children = Vec::new();
                if let VNode::VTag(old) = old {
                    tag.dom = old.dom;
                    attributes = old.attributes;
                    children = old.children;
                }
                let svg = svg || tag.tag == "svg";
                let fresh = tag.dom.is_none();
                let dom = tag.dom.get_or_insert_with(|| {
                    dom::create_element(if svg { SVG_NAMESPACE } else { HTML_NAMESPACE }, tag.tag)
                });
                apply_attributes(dom, &tag.attributes, &attributes);
                apply_list(&mut tag.children, dom, svg, None, &mut children);
                if fresh {
                    parent.insert(dom, next.as_ref());
                }
            }
            VNode::VText(text) => match old {
                VNode::VText(old) => {
                    let dom = text.dom.insert(old.dom.unwrap());
                    if old.text != text.text {
                        dom.set_data(&text.text);
                    }
                }
                _ => parent.insert(text.dom.insert(dom::create_text(&text.text)), next.as_ref()),
            },
            VNode::VComp(comp) => {
                let mut rendered = Vec::new();
                if let VNode::VComp(mut old) = old {
                    rendered = old.rendered;
                    if !comp.mountable.reuse(&mut *old.mountable) {
                        comp.rendered = rendered;
                        return;
                    }
                }
                comp.rendered.push(comp.mountable.view());
                apply_list(&mut comp.rendered, parent, svg, next.clone(), &mut rendered);
            }
            VNode::VList(list) => apply_list(&mut list.children, parent, svg, next.clone(), &mut []),
        }
    }
}

type Attributes = [(&'static str, AttrValue)];

fn value<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a AttrValue> {
    attributes.iter().find(|pair| pair.0 == name).map(|pair| &pair.1)
}

fn apply_attributes(dom: &Dom, new: &Attributes, old: &Attributes) {
    for (name, text) in new {
        if value(old, name) != Some(text) {
            dom.set_attribute(name, text);
        }
    }
    for (name, _) in old {
        if value(new, name).is_none() {
            dom.remove_attribute(name);
        }
    }
}
