//! Applications that wait for a reader.
//!
//! Each destroyed application of Yew 0.23 leaves one listener for each kind of event, three nodes and its closures behind
//! (about 0.7 KB). One that is kept with its mount element, shown nothing, and moved into the next reader's shadow root
//! leaves nothing, so readers that close give theirs back.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AppHandle, Renderer};

use super::{App, AppProps, Page};
use crate::browser::{Host, Mount, Refused};

thread_local! {
    static WAITING: RefCell<Vec<Application>> = const { RefCell::new(Vec::new()) };
}

/// An application in its mount element.
#[derive(Debug)]
pub struct Application {
    /// The element it renders into.
    pub mount: Mount,
    handle: AppHandle<App>,
}

impl Application {
    /// One that waits, or a new one, hidden in the host's shadow root.
    ///
    /// # Errors
    /// The page refuses an element.
    pub fn take(host: &Host) -> Result<Self, Refused> {
        let waiting = WAITING.with_borrow_mut(Vec::pop);
        let application = match waiting {
            Some(waiting) => waiting,
            None => {
                let mount = Mount::new()?;
                let handle = Renderer::<App>::with_root(mount.element().clone()).render();
                Self { mount, handle }
            }
        };
        application.mount.enter(host)?;
        Ok(application)
    }

    /// Shows a page, or nothing. It stands in the document when `on_shown` of the page's events is told. Of a page that is
    /// `concealed` nothing runs.
    pub fn show(&mut self, page: Option<Rc<Page>>, concealed: bool) {
        self.handle.update(AppProps { page, concealed });
    }

    /// Waits for the next reader.
    pub fn give_back(mut self) {
        self.show(None, false);
        self.mount.leave();
        WAITING.with_borrow_mut(|waiting| waiting.push(self));
    }
}
