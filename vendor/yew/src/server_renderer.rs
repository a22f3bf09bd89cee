//! Renders to a string, for tests and prerendering.

use std::fmt;
use std::rc::Rc;

use crate::html::Component;
use crate::virtual_dom::{VComp, VNode};

/// A Yew Server-side Renderer that renders on the current thread.
pub struct LocalServerRenderer<COMP: Component> {
    props: COMP::Properties,
}

impl<COMP: Component> fmt::Debug for LocalServerRenderer<COMP> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LocalServerRenderer<_>")
    }
}

impl<COMP: Component> LocalServerRenderer<COMP> {
    /// Creates a [LocalServerRenderer] with custom properties.
    pub fn with_props(props: COMP::Properties) -> Self {
        Self { props }
    }

    /// Sets whether an the rendered result is hydratable. This copy does not hydrate.
    pub fn hydratable(self, _val: bool) -> Self {
        self
    }

    /// Renders Yew Application. Nothing in this copy waits.
    pub async fn render(self) -> String {
        let mut w = String::new();
        VNode::from(VComp::new::<COMP>(Rc::new(self.props), None)).write(&mut w);
        w
    }
}

// Elements that cannot have any child elements.
static VOID_ELEMENTS: &[&str; 15] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "textarea",
];

impl VNode {
    fn write(self, w: &mut String) {
        match self {
            VNode::VTag(vtag) => {
                w.push('<');
                w.push_str(vtag.tag);
                for (name, value) in &vtag.attributes {
                    w.push(' ');
                    w.push_str(name);
                    w.push_str("=\"");
                    w.push_str(&html_escape::encode_double_quoted_attribute(value.as_str()));
                    w.push('"');
                }
                w.push('>');
                if !VOID_ELEMENTS.contains(&vtag.tag) {
                    for child in vtag.children {
                        child.write(w);
                    }
                    w.push_str("</");
                    w.push_str(vtag.tag);
                    w.push('>');
                }
            }
            VNode::VText(vtext) => w.push_str(&html_escape::encode_text(vtext.text.as_str())),
            VNode::VComp(mut vcomp) => vcomp.mountable.view().write(w),
            VNode::VList(vlist) => {
                for child in vlist.children {
                    child.write(w);
                }
            }
        }
    }
}
