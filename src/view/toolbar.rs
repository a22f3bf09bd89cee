//! The reader's controls: text size.

use yew::AttrValue;

use super::el::{El, el, part};
use super::{Action, Page};
use crate::config::Control;
use crate::prefs::{Action as Change, TextSize};

/// The bar of controls that the owner offers; `None` when there is none.
pub fn toolbar(page: &Page) -> Option<El> {
    if page.config.controls.is_empty() {
        return None;
    }
    let mut bar = el("div").attrs(
        &["part", "role", "aria-label", "lang", "dir"],
        [
            Some("toolbar".into()),
            Some("toolbar".into()),
            Some(page.words().toolbar().into()),
            Some(page.locale.ui_lang().to_owned().into()),
            Some(page.locale.ui_dir().as_str().into()),
        ],
    );
    for control in &page.config.controls {
        if *control == Control::Size {
            bar = bar.children(size(page).map(Into::into));
        }
    }
    Some(bar)
}

/// A− at the start side, the size, A+ at the end (ARABIC.md 11).
fn size(page: &Page) -> [El; 3] {
    let words = page.words();
    let now = page.prefs.text_size();
    let step = |name: &'static str, label: &'static str, sign: &'static str, end: bool, change: Change| {
        let press = page.on.reform(move |_| Action::Change(change.clone()));
        // Not `disabled`: a button that vanishes from the keyboard's way at the last press loses the focus.
        el("button")
            .attrs(
                &["part", "type", "aria-label", "title", "aria-disabled", "class"],
                [
                    Some(name.into()),
                    Some("button".into()),
                    Some(label.into()),
                    Some(label.into()),
                    end.then_some("true".into()),
                    Some("step".into()),
                ],
            )
            .on_click(press)
            .child(el("span").attrs(&["aria-hidden"], [Some("true".into())]).text(sign))
    };
    [
        step("size-decrease", words.decrease(), "A−", now == TextSize::MIN, Change::Decrease),
        part("span", "size-value").text(AttrValue::from(page.locale.number(now.get().into()))),
        step("size-increase", words.increase(), "A+", now == TextSize::MAX, Change::Increase),
    ]
}
