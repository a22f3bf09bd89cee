//! [AppHandle] contains the state Yew keeps to bootstrap a component in an isolated scope.

use std::marker::PhantomData;
use std::rc::Rc;

use crate::dom_bundle::{self, Dom};
use crate::html::Component;
use crate::virtual_dom::{VComp, VNode};

/// An instance of an application.
#[derive(Debug)]
pub struct AppHandle<COMP: Component> {
    _marker: PhantomData<COMP>,
    host: Dom,
    root: Vec<VNode>,
}

impl<COMP: Component> AppHandle<COMP> {
    /// The main entry point of a Yew program which also allows passing properties.
    pub(crate) fn mount_with_props(host: Dom, props: COMP::Properties) -> Self {
        let mut app = Self {
            _marker: PhantomData,
            host,
            root: Vec::new(),
        };
        app.update(props);
        app
    }

    /// Update the properties of the app's root component.
    ///
    /// The existing component will be reused and have its properties updates. The page is as they say when this
    /// returns.
    pub fn update(&mut self, new_props: COMP::Properties) {
        let mut next = vec![VComp::new::<COMP>(Rc::new(new_props), None).into()];
        dom_bundle::apply_list(&mut next, &self.host, false, None, &mut self.root);
        self.root = next;
    }

    /// Destroys the app and takes what it rendered out of the page.
    pub fn destroy(mut self) {
        dom_bundle::apply_list(&mut [], &self.host, false, None, &mut self.root);
    }
}
