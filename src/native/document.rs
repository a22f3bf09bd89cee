//! The tree that html5ever builds: all nodes in one list, each with the places of those around it.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName};

/// The place of a node in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id(u32);

/// The place of the document itself, which is made first.
const DOCUMENT: Id = Id(0);

/// A node and what is around it.
#[derive(Debug)]
struct Entry {
    content: Content,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first_child: Option<Id>,
    last_child: Option<Id>,
}

/// What a node is.
#[derive(Debug)]
pub enum Content {
    /// A text.
    Text(StrTendril),
    /// An element.
    Element {
        /// Its name, in the case of its kind (`foreignObject`).
        name: QualName,
        /// In the source's order.
        attributes: Vec<Attribute>,
        /// What a `template` holds, which is none of its children.
        template: Option<Id>,
        /// HTML may stand in it again (MathML's `annotation-xml`).
        may_hold_html: bool,
    },
    /// The document, a comment, the like.
    Other,
}

/// A parsed document.
#[derive(Debug)]
pub struct Document(Vec<Entry>);

/// A document while it is parsed.
#[derive(Debug)]
pub struct Builder(RefCell<Document>);

impl Document {
    /// The body; none while nothing was parsed.
    pub fn body(&self) -> Option<Id> {
        let named = |parent, wanted: &str| {
            let mut children = std::iter::successors(self.first_child(parent), |id| self.next(*id));
            children.find(|id| matches!(self.content(*id), Content::Element { name, .. } if &*name.local == wanted))
        };
        named(named(DOCUMENT, "html")?, "body")
    }

    pub fn content(&self, id: Id) -> &Content {
        &self.entry(id).content
    }

    pub fn first_child(&self, id: Id) -> Option<Id> {
        self.entry(id).first_child
    }

    pub fn next(&self, id: Id) -> Option<Id> {
        self.entry(id).next
    }

    /// The texts below a node, in their order.
    pub fn texts(&self, root: Id) -> impl Iterator<Item = &str> {
        let mut at = Some(root);
        std::iter::from_fn(move || {
            let here = at?;
            at = self.after(here, root);
            Some(self.content(here))
        })
        .filter_map(|content| match content {
            Content::Text(text) => Some(&**text),
            Content::Element { .. } | Content::Other => None,
        })
    }

    /// The node that follows in the order of the source, below `root`.
    fn after(&self, id: Id, root: Id) -> Option<Id> {
        let mut here = id;
        if let Some(child) = self.first_child(here) {
            return Some(child);
        }
        while here != root {
            if let Some(next) = self.next(here) {
                return Some(next);
            }
            here = self.entry(here).parent?;
        }
        None
    }

    fn entry(&self, id: Id) -> &Entry {
        &self.0[id.0 as usize]
    }

    fn entry_mut(&mut self, id: Id) -> &mut Entry {
        &mut self.0[id.0 as usize]
    }

    fn add(&mut self, content: Content) -> Id {
        let id = Id(u32::try_from(self.0.len()).expect("fewer nodes than bytes of ten megabytes"));
        self.0.push(Entry {
            content,
            parent: None,
            previous: None,
            next: None,
            first_child: None,
            last_child: None,
        });
        id
    }

    /// Puts a node that has no parent into `parent`, before one of its children or last.
    fn insert(&mut self, id: Id, parent: Id, before: Option<Id>) {
        let previous = match before {
            Some(before) => self.entry_mut(before).previous.replace(id),
            None => self.entry_mut(parent).last_child.replace(id),
        };
        match previous {
            Some(previous) => self.entry_mut(previous).next = Some(id),
            None => self.entry_mut(parent).first_child = Some(id),
        }
        let entry = self.entry_mut(id);
        (entry.parent, entry.previous, entry.next) = (Some(parent), previous, before);
    }

    /// Takes a node out of its parent, if it has one.
    fn detach(&mut self, id: Id) {
        let entry = self.entry_mut(id);
        let (previous, next) = (entry.previous.take(), entry.next.take());
        let Some(parent) = entry.parent.take() else {
            return;
        };
        match previous {
            Some(previous) => self.entry_mut(previous).next = next,
            None => self.entry_mut(parent).first_child = next,
        }
        match next {
            Some(next) => self.entry_mut(next).previous = previous,
            None => self.entry_mut(parent).last_child = previous,
        }
    }

    /// Puts what the parser has into `parent`, before one of its children or last. Two texts that meet are one.
    fn put(&mut self, child: NodeOrText<Id>, parent: Id, before: Option<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                let previous = match before {
                    Some(before) => self.entry(before).previous,
                    None => self.entry(parent).last_child,
                };
                if let Some(previous) = previous
                    && let Content::Text(known) = &mut self.entry_mut(previous).content
                {
                    known.push_tendril(&text);
                    return;
                }
                self.add(Content::Text(text))
            }
        };
        self.insert(id, parent, before);
    }
}

impl Builder {
    /// An empty document.
    pub fn new() -> Self {
        let mut document = Document(Vec::new());
        document.add(Content::Other);
        Self(RefCell::new(document))
    }
}

impl TreeSink for Builder {
    type Handle = Id;
    type Output = Document;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Document {
        self.0.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.0.borrow(), |document| {
            match document.content(*target) {
                Content::Element { name, .. } => name,
                Content::Text(_) | Content::Other => {
                    unreachable!("only elements are asked for their name")
                }
            }
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Id {
        let mut document = self.0.borrow_mut();
        let template = flags.template.then(|| document.add(Content::Other));
        document.add(Content::Element {
            name,
            attributes,
            template,
            may_hold_html: flags.mathml_annotation_xml_integration_point,
        })
    }

    fn create_comment(&self, _text: StrTendril) -> Id {
        self.0.borrow_mut().add(Content::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.0.borrow_mut().add(Content::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.0.borrow_mut().put(child, *parent, None);
    }

    fn append_before_sibling(&self, sibling: &Id, new: NodeOrText<Id>) {
        let mut document = self.0.borrow_mut();
        if let Some(parent) = document.entry(*sibling).parent {
            document.put(new, parent, Some(*sibling));
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.0.borrow().entry(*element).parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(
        &self,
        _name: StrTendril,
        _public: StrTendril,
        _system: StrTendril,
    ) {
    }

    fn get_template_contents(&self, target: &Id) -> Id {
        match self.0.borrow().content(*target) {
            Content::Element {
                template: Some(content),
                ..
            } => *content,
            _ => unreachable!("only templates are asked for their content"),
        }
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn add_attrs_if_missing(&self, target: &Id, missing: Vec<Attribute>) {
        let mut document = self.0.borrow_mut();
        if let Content::Element { attributes, .. } = &mut document.entry_mut(*target).content {
            for attribute in missing {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.0.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut document = self.0.borrow_mut();
        while let Some(child) = document.first_child(*node) {
            document.detach(child);
            document.insert(child, *new_parent, None);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Id) -> bool {
        matches!(
            self.0.borrow().content(*target),
            Content::Element {
                may_hold_html: true,
                ..
            }
        )
    }
}
