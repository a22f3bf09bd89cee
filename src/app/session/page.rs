//! What is shown of an article that was read, and what is heard of it outside.

use std::rc::Rc;

use yew::Callback;

use super::reading::Reading;
use super::{Around, Session};
use crate::app::hooks::stored;
use crate::app::{Events, Page};
use crate::browser::Source;
use crate::locale::{Locale, Words};
use crate::prefs::Font;

/// The detail of `qari:progress` (docs/ATTRIBUTES.md, "Events").
#[derive(serde::Serialize)]
struct Progress {
    percent: u32,
}

impl Session {
    /// The page of an article; what of it is as before stays the same object.
    #[inline(never)]
    pub(super) fn page(
        &self,
        reading: Reading,
        source: &Source,
        around: &Around,
        words: impl Fn(&str) -> Option<Rc<Words>>,
    ) -> Page {
        let shown = self.shown.borrow();
        let before = shown.as_ref().map(|shown| &*shown.page);
        // What is the same is the same object, so that nothing of it is rendered again.
        let article = match before {
            Some(before) if *before.article == reading.article => before.article.clone(),
            _ => Rc::new(reading.article),
        };
        let language = article.language.as_deref().unwrap_or_default();
        let page = Page {
            locale: Rc::new(Locale::new(
                language,
                &reading.interface,
                reading.config.numerals,
                words,
            )),
            choices: stored(reading.config.remember),
            settings_open: false,
            debug: reading.debug,
            scheme: self.loader.scheme(self.host.element()),
            font_family: match &reading.config.font {
                Font::Family(family) => Some(family.clone()),
                Font::Inherit => self.host.font_family(),
                Font::System | Font::Naskh | Font::Sans => None,
            },
            // Once, before anything is rendered: to ask while rendering would lay out the page again and again.
            width: self.host.width(),
            config: Rc::new(reading.config),
            format: reading.format,
            source_url: source.url(),
            word_count: Page::count_words(&article),
            surroundings: around.surroundings,
            events: self.events(),
            edition: 0,
            load: before.map_or(0, |before| before.load),
            whole: before.is_some_and(|before| before.whole),
            read_on: false,
            still: false,
            article,
        };
        match before {
            Some(before) => {
                let is_other =
                    (before.key(), &before.article.title) != (page.key(), &page.article.title);
                Page {
                    edition: before.edition + u32::from(is_other),
                    whole: page.whole && !is_other,
                    ..page
                }
            }
            None => page,
        }
    }

    fn events(&self) -> Events {
        let [share, settings, progress, around] = [(); 4].map(|()| self.host.clone());
        let loader = self.loader.clone();
        Events {
            scheme: Callback::from(move |()| loader.scheme(around.element())),
            on_share: Callback::from(move |detail| share.emit_cancelable("share", &detail)),
            on_settings: Callback::from(move |detail| settings.emit("settings", &detail)),
            on_progress: Callback::from(move |percent| {
                progress.emit("progress", &Progress { percent })
            }),
            on_shown: Callback::from(|()| None),
        }
    }
}
