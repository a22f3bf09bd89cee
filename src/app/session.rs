//! What stands behind one `<qari-reader>`: takes sources, reads them with the attributes as they are, fetches the words of
//! their languages, and shows the page.

mod page;
mod reading;
mod telling;
mod words;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::channel::oneshot;
use yew::Callback;

use super::pool::Application;
use super::{HandOver, Page, Summary, Surroundings};
use crate::article::Article;
use crate::browser::{
    Element, Fault, Host, Loader, PlainView, Refused, Source, TopLine, page as window, share_sheet,
};
use crate::locale;
use crate::prefs::Choices;
use crate::remark::ErrorCode;

/// The reader of one element. It ends with [`Session::close`].
#[derive(Debug)]
pub struct Session {
    host: Host,
    loader: Loader,
    application: Rc<RefCell<Option<Application>>>,
    shown: RefCell<Option<Shown>>,
    /// Counts what was asked for: whatever is still on its way for an older wish is no longer wanted.
    turn: Cell<u32>,
}

/// What is shown.
#[derive(Debug)]
struct Shown {
    source: Rc<Source>,
    around: Around,
    page: Rc<Page>,
}

/// What the page around says. When it changes, the article is read again.
#[derive(Debug, Clone, PartialEq)]
struct Around {
    attributes: Vec<(String, String)>,
    language: Option<String>,
    base_uri: String,
    surroundings: Surroundings,
}

/// Where a page comes from.
enum Cause {
    /// The source was loaded; the plain view stands in its place until the page is there.
    Load(PlainView),
    /// An attribute changed.
    Attribute,
}

impl Session {
    /// A reader that shows nothing yet.
    pub fn new(host: Host, loader: Loader) -> Self {
        Self {
            host,
            loader,
            application: Rc::default(),
            shown: RefCell::default(),
            turn: Cell::default(),
        }
    }

    /// Shows a source in the place of the plain view.
    ///
    /// # Errors
    /// A [`Fault`] where there is nothing to show, or where something newer was asked for meanwhile.
    pub async fn show(&self, source: Source, plain: Element) -> Result<Summary, Fault> {
        let page = self
            .bring(Rc::new(source), Cause::Load(PlainView::new(plain)))
            .await?;
        Ok(page.summary())
    }

    /// Looks at the attributes again. The answer tells of an article that is another one now.
    ///
    /// # Errors
    /// As [`Session::show`].
    pub async fn refresh(&self) -> Result<Option<Summary>, Fault> {
        let (source, edition) = match &*self.shown.borrow() {
            Some(shown) if shown.around != self.around() => {
                (shown.source.clone(), shown.page.edition)
            }
            // What changed is not the reader's.
            _ => return Ok(None),
        };
        let page = self.bring(source, Cause::Attribute).await?;
        Ok((page.edition != edition).then(|| page.summary()))
    }

    /// Nothing of the article is seen or heard, until another one is shown.
    pub fn hide(&self) {
        self.turn.set(self.turn.get() + 1);
        if let Some(application) = &mut *self.application.borrow_mut() {
            application.mount.hide();
            let page = self.shown.borrow().as_ref().map(|shown| shown.page.clone());
            application.show(page, true);
        }
    }

    /// Ends the reader.
    pub fn close(&self) {
        self.turn.set(self.turn.get() + 1);
        self.shown.take();
        if let Some(application) = self.application.take() {
            application.give_back();
        }
    }

    /// The article that is shown, for scripts.
    pub fn article(&self) -> Option<Rc<Article>> {
        self.shown
            .borrow()
            .as_ref()
            .map(|shown| shown.page.article.clone())
    }

    fn around(&self) -> Around {
        Around {
            attributes: self.host.attributes(),
            language: self.host.language_around(),
            base_uri: window::base_uri(),
            surroundings: Surroundings {
                share_sheet: share_sheet::is_available(),
                headline_level: if self.host.page_has_headline() { 2 } else { 1 },
            },
        }
    }

    /// Reads the source, fetches its words, and shows it.
    async fn bring(&self, source: Rc<Source>, cause: Cause) -> Result<Rc<Page>, Fault> {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let (reading, around, words) = loop {
            let around = self.around();
            let mut reading = self.read(&source, &around)?;
            let language = reading.article.language.as_deref().unwrap_or_default();
            let languages = locale::languages(language, &reading.interface);
            // Fetched only where there is a panel.
            let panel = reading
                .debug
                .as_ref()
                .map(|_| locale::panel(&reading.interface));
            let words = self.words(languages.into_iter().chain(panel)).await;
            if let (Some(debug), Some(panel)) = (&mut reading.debug, panel) {
                debug.words = words.get(panel).cloned();
            }
            if self.turn.get() != turn {
                return Err(SUPERSEDED);
            }
            // An attribute may have changed while the words were on their way.
            if around == self.around() {
                break (reading, around, words);
            }
        };
        let mut page = self.page(reading, &source, &around, |code| words.get(code).cloned());
        if let Cause::Load(plain) = &cause {
            page.load += 1;
            page.read_on = TopLine::of(plain.element()).is_some();
            page.whole |= page.read_on || plain.is_whole();
            let HandOver {
                choices,
                settings_open,
            } = before(plain);
            page.choices = choices.unwrap_or(page.choices);
            page.settings_open = settings_open;
        }

        let (sender, shown) = oneshot::channel();
        let hand_over = Cell::new(Some((sender, cause)));
        let application = self.application.clone();
        page.events.on_shown = Callback::from(move |()| {
            let (sender, cause) = hand_over.take()?;
            let mut done = None;
            // Now, in one task: the effects that follow find the article on the screen.
            if let (Cause::Load(plain), Some(application)) = (cause, &mut *application.borrow_mut())
            {
                done = Some(before(&plain));
                application.mount.take_place_of(&plain);
            }
            // Nobody waits any more where something newer was asked for.
            let _ = sender.send(());
            done
        });
        let page = Rc::new(page);
        {
            let mut application = self.application.borrow_mut();
            let application = match &mut *application {
                Some(application) => application,
                none => none.insert(Application::take(&self.host).map_err(no_place)?),
            };
            application.show(Some(page.clone()), false);
        }
        self.shown.replace(Some(Shown {
            source,
            around,
            page: page.clone(),
        }));
        if shown.await.is_err() || self.turn.get() != turn {
            return Err(SUPERSEDED);
        }
        Ok(page)
    }
}

/// What was done in the plain view until now.
fn before(plain: &PlainView) -> HandOver {
    HandOver {
        choices: plain.chosen().map(|json| Choices::from_json(&json)),
        settings_open: plain.has_open_settings(),
    }
}

/// The page has taken away what elements are made of.
fn no_place(_: Refused) -> Fault {
    Fault {
        code: Some(ErrorCode::WasmFailed),
        message: "no element could be made for the article".into(),
    }
}

const SUPERSEDED: Fault = Fault {
    code: None,
    message: Cow::Borrowed("something newer was asked for"),
};
