//! Whether the device can read a language aloud. Voices arrive late on some browsers (ARABIC.md 28).

use yew::prelude::*;

use crate::browser::speech;

/// Whether there is a voice for `language` (BCP 47). False natively and until the device says so.
#[hook]
pub fn use_voice(language: &str) -> bool {
    let has_voice = use_state_eq(|| false);
    {
        let has_voice = has_voice.clone();
        use_effect_with(language.to_owned(), move |language| {
            let language = language.clone();
            let look = move || has_voice.set(speech::voice_for(&language).is_some());
            look();
            let listener = speech::on_voices_changed(look);
            move || drop(listener)
        });
    }
    *has_voice
}
