//! The device's own voices (Web Speech API): nothing is sent by us, nothing is downloaded.
//!
//! Traps: `pause()` is a `cancel()` on Android, and a long utterance stops by itself in Chromium; so speak one sentence
//! at a time, and to pause, cancel and later speak the same sentence again. The queue is one for the whole browser:
//! whoever cancels it (another reader, another tab) makes an utterance end with an error.

use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{Listener, Refused};
use crate::language::canonical_language;

/// What is spoken where only the permission to speak is wanted.
const SILENCE: &str = "";

/// A voice of the device.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice(SpeechSynthesisVoice);

impl Voice {
    /// Its language, BCP 47. Android writes `ar_EG`.
    pub fn lang(&self) -> String {
        self.0.lang().replace('_', "-")
    }
}

/// The device's voice for a language (BCP 47), one of the same region first.
pub fn voice_for(lang: &str) -> Option<Voice> {
    let voices: Vec<Voice> = speech()?
        .get_voices()
        .iter()
        .map(|voice| Voice(voice.unchecked_into()))
        .collect();
    let langs: Vec<String> = voices.iter().map(Voice::lang).collect();
    voices.into_iter().nth(best(lang, &langs)?)
}

/// The best of the languages for one that is wanted: the same tag, else the first of the same language.
fn best(wanted: &str, langs: &[String]) -> Option<usize> {
    let (language, rest) = parts(wanted);
    let is_same = |lang: &String| parts(lang).0.eq_ignore_ascii_case(language);
    langs
        .iter()
        .position(|lang| is_same(lang) && parts(lang).1.eq_ignore_ascii_case(rest))
        .or_else(|| langs.iter().position(is_same))
        .filter(|&at| !langs[at].is_empty())
}

/// The language of a tag by its name of today, and what follows: Android still speaks `iw-IL`.
fn parts(tag: &str) -> (&str, &str) {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    (canonical_language(language), rest)
}

/// Calls `on_change` when the device's voices change; they arrive late in some browsers. `None` where they never do.
pub fn on_voices_changed(mut on_change: impl FnMut() + 'static) -> Option<Listener> {
    let speech = speech()?;
    // Older Safari's speech is no target of events.
    Reflect::get(&speech, &"addEventListener".into())
        .is_ok_and(|method| method.is_function())
        .then(|| Listener::on(&speech, "voiceschanged", move |_| on_change()))
}

/// A text that is being spoken, or waits for it. Dropped, it is not stopped ([`cancel`] does that), but nobody is told
/// any more how it ended.
#[must_use = "how it ends is told only as long as this is kept"]
#[derive(Debug)]
pub struct Utterance {
    utterance: SpeechSynthesisUtterance,
    _on_end: Closure<dyn FnMut()>,
    _on_error: Closure<dyn FnMut()>,
}

impl Utterance {
    /// Speaks `text`, now: what is in the queue is cancelled. So drop the utterance before this one first, or it hears of
    /// an error.
    ///
    /// `lang` (BCP 47) is for where there is no `voice`; `rate` is the speed, 1 as the voice has it. `on_end` is called
    /// when all was spoken, `on_error` when it was cancelled from elsewhere or the voice is gone: then what is in the
    /// queue is not ours to cancel.
    ///
    /// # Errors
    ///
    /// The device does not speak.
    pub fn speak(
        text: &str,
        lang: &str,
        voice: Option<&Voice>,
        rate: f32,
        on_end: impl FnMut() + 'static,
        on_error: impl FnMut() + 'static,
    ) -> Result<Self, Refused> {
        let speech = speech().ok_or(Refused)?;
        let utterance = SpeechSynthesisUtterance::new_with_text(text)?;
        utterance.set_voice(voice.map(|voice| &voice.0));
        utterance.set_lang(&voice.map_or_else(|| lang.to_owned(), Voice::lang));
        utterance.set_rate(rate);
        let on_end = Closure::<dyn FnMut()>::new(on_end);
        let on_error = Closure::<dyn FnMut()>::new(on_error);
        utterance.set_onend(Some(on_end.as_ref().unchecked_ref()));
        utterance.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        if is_busy() {
            cancel();
        }
        speech.speak(&utterance);
        Ok(Self {
            utterance,
            _on_end: on_end,
            _on_error: on_error,
        })
    }
}

impl Drop for Utterance {
    fn drop(&mut self) {
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
    }
}

/// Ends whatever the browser speaks, and empties its queue.
pub fn cancel() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

/// Whether the browser speaks, or is about to: for this page or another.
pub fn is_busy() -> bool {
    speech().is_some_and(|speech| speech.speaking() || speech.pending())
}

/// Lets voices begin later: iOS allows that only to who has spoken within the tap itself. Call it there.
pub fn unlock() {
    if let Some(speech) = speech()
        && let Ok(silence) = SpeechSynthesisUtterance::new_with_text(SILENCE)
    {
        speech.speak(&silence);
    }
}

/// The browser's speech. Android's web views have none, which `web-sys` does not expect.
fn speech() -> Option<SpeechSynthesis> {
    let speech = window().speech_synthesis().ok()?;
    speech.is_object().then_some(speech)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[track_caller]
    fn takes(wanted: &str, langs: &[&str], expected: Option<&str>) {
        let langs: Vec<String> = langs.iter().map(|&lang| lang.to_owned()).collect();
        let found = best(wanted, &langs).map(|at| langs[at].as_str());
        assert_eq!(found, expected, "{wanted} of {langs:?}");
    }

    #[test]
    fn the_same_region_is_first_then_the_same_language() {
        takes("ar-MA", &["en-GB", "ar-EG", "ar-MA"], Some("ar-MA"));
        takes("ar-MA", &["en-GB", "ar-EG", "ar-SA"], Some("ar-EG"));
        takes("AR-ma", &["ar-EG", "ar-MA"], Some("ar-MA"));
        takes("ar", &["ar-EG", "ar"], Some("ar"));
        takes("zh-Hant-TW", &["zh-CN"], Some("zh-CN"));
    }

    #[test]
    fn a_language_is_known_by_its_other_names() {
        takes("he", &["en-GB", "iw-IL"], Some("iw-IL"));
        takes("iw-IL", &["he", "he-IL"], Some("he-IL"));
        takes("id-ID", &["in-ID"], Some("in-ID"));
        takes("ji", &["yi-001"], Some("yi-001"));
        takes("no", &["sv-SE", "nb-NO"], Some("nb-NO"));
        takes("NB-NO", &["no"], Some("no"));
        takes("pes-IR", &["fa-IR"], Some("fa-IR"));
        takes("in", &["hi-IN", "it-IT"], None);
    }

    #[test]
    fn another_language_is_no_voice() {
        takes("ar", &["en-GB", "arz-EG"], None);
        takes("ar", &[""], None);
        takes("", &["", "en-GB"], None);
        takes("ar", &[], None);
    }
}
