//! This module contains the implementation of a virtual component (`VComp`).

use std::any::{Any, TypeId};
use std::fmt;
use std::rc::Rc;

use super::{Key, VNode};
use crate::html::{Component, Context};

/// A virtual component.
pub struct VComp {
    pub(crate) type_id: TypeId,
    pub(crate) mountable: Box<dyn Mountable>,
    pub(crate) key: Option<Key>,
    /// What it rendered, once it stands in the page; one node.
    #[cfg(feature = "csr")]
    pub(crate) rendered: Vec<VNode>,
}

impl fmt::Debug for VComp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VComp")
            .field("type_id", &self.type_id)
            .field("mountable", &"..")
            .field("key", &self.key)
            .finish()
    }
}

/// A component of any kind, made when it is first viewed.
pub(crate) trait Mountable: Any {
    fn view(&mut self) -> VNode;

    /// Takes over an old component of this kind; whether it is to be rendered again with the new properties.
    #[cfg(feature = "csr")]
    fn reuse(&mut self, old: &mut dyn Any) -> bool;
}

struct PropsWrapper<COMP: Component> {
    component: Option<COMP>,
    context: Context<COMP>,
}

impl<COMP: Component> Mountable for PropsWrapper<COMP> {
    fn view(&mut self) -> VNode {
        let Self { component, context } = self;
        component
            .get_or_insert_with(|| COMP::create(context))
            .view(context)
    }

    #[cfg(feature = "csr")]
    fn reuse(&mut self, old: &mut dyn Any) -> bool {
        let Some(old) = old.downcast_mut::<Self>() else {
            return true;
        };
        self.component = old.component.take();
        self.context.props != old.context.props
    }
}

impl VComp {
    /// Creates a new `VComp` instance.
    pub fn new<COMP: Component>(props: Rc<COMP::Properties>, key: Option<Key>) -> Self {
        VComp {
            type_id: TypeId::of::<COMP>(),
            mountable: Box::new(PropsWrapper::<COMP> {
                component: None,
                context: Context { props },
            }),
            key,
            #[cfg(feature = "csr")]
            rendered: Vec::new(),
        }
    }
}
