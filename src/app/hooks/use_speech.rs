//! Reads the article aloud, sentence by sentence. Speech is the device's own (Web Speech API): nothing is sent by us,
//! nothing is downloaded.
//!
//! Traps: `pause()` is a `cancel()` on Android, and a long utterance stops by itself in Chromium; so each sentence is an
//! utterance of its own, and to pause is to stop and to begin the same sentence again. The queue is one for the whole
//! browser: whoever cancels it (another reader, another tab) makes this one pause.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Page;
use crate::app::listening::{Listening, ListeningAction, Speed};
use crate::browser::speech::{self, Utterance};
use crate::browser::{
    Edges, Element, Follow, Listener, Mark, Sentence, page as window, sentences, storage,
};

/// Where the speed is stored.
const KEY: &str = "qari:speed";

/// Listening, and how to steer it.
#[derive(Debug, Clone)]
pub struct Speech {
    /// Where it stands.
    pub listening: UseReducerHandle<Listening>,
    remember: bool,
}

impl Speech {
    /// Does something.
    pub fn act(&self, action: ListeningAction) {
        if let (ListeningAction::SetSpeed(speed), true) = (&action, self.remember) {
            // Refused: the speed holds for this page.
            let _ = storage::set(KEY, speed.name);
        }
        self.listening.dispatch(action);
    }
}

/// What speaks and is marked now.
#[derive(Debug, Default)]
struct Voice {
    sentences: Vec<Sentence>,
    utterance: Option<Utterance>,
    mark: Option<Mark>,
    follow: Option<Follow>,
}

impl Voice {
    /// Ends what this reader says; what another one says is not ours to cancel.
    fn silence(&mut self) {
        if self.utterance.take().is_some() {
            speech::cancel();
        }
    }
}

/// Reads `article` aloud while the component lives. `bar` is what a marked sentence must not hide behind; `on_over` is
/// told when the last sentence was read, or the page is left.
#[hook]
pub fn use_speech(
    page: &Rc<Page>,
    article: &NodeRef,
    bar: &NodeRef,
    on_over: Callback<()>,
) -> Speech {
    let remember = page.config.remember;
    let listening = use_reducer(move || {
        let stored = storage::get(KEY).filter(|_| remember);
        Listening::new(Speed::named(&stored.unwrap_or_default()))
    });
    let voice = use_mut_ref(Voice::default);
    // The sentence is kept in view while the reader does not look elsewhere.
    let follows = use_memo((), |()| Cell::new(true));

    {
        let (listening, voice, article) = (listening.dispatcher(), voice.clone(), article.clone());
        let (follows, on_over) = (follows.clone(), on_over.clone());
        use_effect_with((), move |()| {
            let found = article.cast::<Element>().map(|article| {
                let found = sentences(&article);
                // A reader who has scrolled into the text starts with what is on the screen.
                let at = if Edges::of(&article).top < -window::viewport_height() / 2.0 {
                    found
                        .iter()
                        .position(|sentence| sentence.edges().top >= 0.0)
                        .unwrap_or(0)
                } else {
                    0
                };
                (found, at)
            });
            let (found, at) = found.unwrap_or_default();
            let count = found.len();
            voice.borrow_mut().sentences = found;
            listening.dispatch(ListeningAction::Begin {
                sentences: count,
                at,
            });
            let looks = ["wheel", "touchmove"].map(|name| {
                let follows = follows.clone();
                Listener::on_window_capture_passive(name, move |_| follows.set(false))
            });
            let on_leave = Listener::on_window("pagehide", move |_| on_over.emit(()));
            move || {
                drop((looks, on_leave));
                let mut voice = voice.borrow_mut();
                voice.silence();
                *voice = Voice::default();
            }
        });
    }
    {
        let (state, dispatcher) = ((*listening).clone(), listening.dispatcher());
        let (language, bar) = (page.language().to_owned(), bar.clone());
        use_effect_with(state.turn, move |_| {
            if state.over {
                on_over.emit(());
                return;
            }
            // Where to begin is not known yet, and the page must not be scrolled to its headline meanwhile.
            if state.turn == 0 {
                return;
            }
            let ours = voice.clone();
            let voice = &mut *voice.borrow_mut();
            let Some(sentence) = voice.sentences.get(state.at) else {
                return;
            };
            // The old mark goes before the new one comes: both have one name.
            drop(voice.mark.take());
            voice.mark = Some(Mark::sentence(sentence));
            voice.follow = Some(Follow::new(
                sentence,
                bar.cast::<Element>(),
                follows.clone(),
            ));
            let utterance = state.playing.then(|| {
                let (finished, interrupted) = (dispatcher.clone(), dispatcher);
                let turn = state.turn;
                // A sentence in another language is read by a voice of that language where there is one.
                let speaker =
                    speech::voice_for(&sentence.lang).or_else(|| speech::voice_for(&language));
                // The old one must not hear of the end that the new one brings it.
                drop(voice.utterance.take());
                Utterance::speak(
                    &sentence.text,
                    &sentence.lang,
                    speaker.as_ref(),
                    state.speed.rate,
                    move || finished.dispatch(ListeningAction::Finished(turn)),
                    move || {
                        // What is queued now is not ours to cancel.
                        if let Ok(mut voice) = ours.try_borrow_mut() {
                            voice.utterance = None;
                        }
                        interrupted.dispatch(ListeningAction::Interrupted(turn));
                    },
                )
            });
            match utterance {
                Some(utterance) => voice.utterance = utterance.ok(),
                None => voice.silence(),
            }
        });
    }
    Speech {
        listening,
        remember,
    }
}
