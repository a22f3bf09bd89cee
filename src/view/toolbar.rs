//! The reader's controls: text size in the bar; theme, font and line spacing in a sheet above it; listen; print.

use super::Page;
use super::el::{El, el};
use super::icons::{self, Icon};
use crate::config::{Control, Part, Theme};
use crate::locale::template::{cut, position};
use crate::prefs::{LineHeight, TextSize};
use crate::share::Network;

/// The bar of controls that the owner offers; `None` when there is none.
pub fn toolbar(page: &Page) -> Option<El> {
    let words = page.words();
    // Not a `toolbar`, which is one stop of the keyboard and goes on with arrows.
    let mut bar = page.interface(el("div part=toolbar role=group"), words.toolbar());
    let mut sheet: Option<El> = None;
    let mut any = false;
    for control in &page.config.controls {
        match control {
            Control::Size => bar = size(page, bar),
            Control::Print => {
                let print = el("button part=print type=button").action("print", "");
                let print = named(print, words.network(Network::Print));
                bar = bar.child(print.child(icons::icon(Icon::Print)).key("print"));
            }
            // The page's hands show it where the device has a voice for the article (ARABIC.md 28).
            Control::Listen => {
                let listen = el("button part=listen type=button hidden").action("listen", "");
                let listen = named(listen, words.listen());
                bar = bar.child(listen.child(icons::icon(Icon::Listen)).key("listen"));
            }
            Control::Theme | Control::Font | Control::Spacing => {
                sheet = Some(match page.open {
                    true => sheet
                        .unwrap_or(el("div class=sheet"))
                        .child(group(page, *control)),
                    false => el("div class=sheet"),
                });
                continue;
            }
        }
        any = true;
    }
    if let Some(sheet) = sheet {
        any = true;
        let open = if page.open { "true" } else { "false" };
        let settings = el("button part=settings type=button").set("aria-expanded", open);
        let settings = named(settings.action("settings", ""), words.settings());
        // Every child has its key: without, the sheet's coming and going would shift the elements, and the focus with them.
        bar = bar.child(settings.child(icons::icon(Icon::Settings)).key("settings"));
        if page.open {
            bar = bar.child(sheet.key("sheet"));
        }
    }
    (any && !page.config.hide.has(Part::Toolbar)).then_some(bar)
}

/// A control with its name.
fn named(made: El, label: &'static str) -> El {
    made.set("aria-label", label).set("title", label)
}

/// A− at the start side, the size, which a press brings back to the owner's, A+ at the end (ARABIC.md 11).
fn size(page: &Page, bar: El) -> El {
    let words = page.words();
    let now = page.prefs.text_size();
    let step = |spec, label, sign, end, action| {
        let made = named(el(spec), label).action(action, "");
        let made = if now == end {
            made.set("disabled", "")
        } else {
            made
        };
        made.child(icons::icon(sign)).key(action)
    };
    let value = page.locale.number(now.get().into());
    let name = [&value, " ", words.reset_size()].concat();
    bar.child(step(
        "button part=size-decrease type=button class=step",
        words.decrease(),
        Icon::Smaller,
        TextSize::MIN,
        "smaller",
    ))
    .child(
        el("button part=size-value type=button")
            .attr("aria-label", name.into())
            .set("title", words.reset_size())
            .action("reset", "")
            .text(value.into())
            .key("value"),
    )
    .child(step(
        "button part=size-increase type=button class=step",
        words.increase(),
        Icon::Larger,
        TextSize::MAX,
        "larger",
    ))
}

/// A choice of one among some.
fn group(page: &Page, control: Control) -> El {
    let words = page.words();
    let prefs = &page.prefs;
    // Names as attributes write them and as people read them, and the one in effect.
    let (spec, label, kind, names, shown, now): (_, _, _, &str, _, _) = match control {
        Control::Theme => (
            "div part=theme role=radiogroup",
            words.theme(),
            "theme:",
            Theme::NAMES,
            words.themes(),
            prefs.theme().name(),
        ),
        Control::Font => (
            "div part=font role=radiogroup",
            words.font(),
            "font:",
            "system naskh sans",
            words.fonts(),
            prefs.font().name(),
        ),
        _ => (
            "div part=spacing role=radiogroup",
            words.spacing(),
            "spacing:",
            LineHeight::NAMES,
            words.spacings(),
            prefs.line_height().name(),
        ),
    };
    let mut made = el(spec).set("aria-label", label);
    // One stop of the keyboard for the group: what is chosen, or the first where that is the owner's own font.
    let stop = match position(names, now) {
        Some(_) => now,
        None => cut(names, " ").0,
    };
    let (mut names, mut shown) = (names, shown);
    while !names.is_empty() {
        let (name, more) = cut(names, " ");
        let (text, rest) = cut(shown, "|");
        (names, shown) = (more, rest);
        let choice = el("button role=radio type=button")
            .set("aria-checked", if name == now { "true" } else { "false" })
            .set("tabindex", if name == stop { "0" } else { "-1" })
            .action(kind, name)
            .text(text.into());
        made = made.child(choice);
    }
    made
}
