//! The reader's controls: text size in the bar; theme, font and line spacing in a sheet above it; print.

use yew::AttrValue;

use super::el::{El, el};
use super::icons::{self, Icon};
use super::{Action, Page};
use crate::config::{Control, Part, Theme};
use crate::prefs::{Action as Change, Font, LineHeight, TextSize};

/// The bar of controls that the owner offers; `None` when there is none.
pub fn toolbar(page: &Page) -> Option<El> {
    let words = page.words();
    let mut bar = page.interface(el("div part=toolbar role=toolbar"), words.toolbar());
    let mut groups = Vec::new();
    let mut any = false;
    for control in &page.config.controls {
        match control {
            Control::Size => bar = size(page, bar),
            Control::Print => {
                let print = button(
                    page,
                    el("button part=print type=button"),
                    words.network(crate::share::Network::Print),
                    Action::Print,
                );
                bar = bar.child(print.child(icons::icon(Icon::Print)));
            }
            Control::Theme | Control::Font | Control::Spacing => {
                groups.push(group(page, *control));
                continue;
            }
            Control::Listen => continue,
        }
        any = true;
    }
    if !groups.is_empty() {
        any = true;
        let open = if page.open { "true" } else { "false" };
        let settings = el("button part=settings type=button").attr("aria-expanded", open.into());
        let settings = button(page, settings, words.settings(), Action::ToggleSettings);
        bar = bar.child(settings.child(icons::icon(Icon::Settings)));
        if page.open {
            let mut sheet = el("div class=sheet");
            for group in groups {
                sheet = sheet.child(group);
            }
            bar = bar.child(sheet.key("sheet"));
        }
    }
    (any && !page.config.hide.has(Part::Toolbar)).then_some(bar)
}

/// A control with its name, doing `action`.
fn button(page: &Page, made: El, label: &'static str, action: Action) -> El {
    made.attr("aria-label", label.into())
        .attr("title", label.into())
        .on_click(page.on.reform(move |_| action.clone()))
}

/// A− at the start side, the size, A+ at the end (ARABIC.md 11).
fn size(page: &Page, mut bar: El) -> El {
    let words = page.words();
    let now = page.prefs.text_size();
    for (spec, label, sign, end, change) in [
        (
            "button part=size-decrease type=button class=step",
            words.decrease(),
            Icon::Smaller,
            TextSize::MIN,
            Change::Decrease,
        ),
        (
            "button part=size-increase type=button class=step",
            words.increase(),
            Icon::Larger,
            TextSize::MAX,
            Change::Increase,
        ),
    ] {
        let mut step = button(page, el(spec), label, Action::Change(change));
        if now == end {
            step = step.attr("disabled", "".into());
        }
        bar = bar.child(step.child(icons::icon(sign)));
        if end == TextSize::MIN {
            let value = page.locale.number(now.get().into());
            bar = bar.child(el("span part=size-value aria-hidden=true").text(value.into()));
        }
    }
    bar
}

/// A choice of one among some.
fn group(page: &Page, control: Control) -> El {
    let words = page.words();
    let prefs = &page.prefs;
    let (spec, label) = match control {
        Control::Theme => ("div part=theme role=radiogroup", words.theme()),
        Control::Font => ("div part=font role=radiogroup", words.font()),
        _ => ("div part=spacing role=radiogroup", words.spacing()),
    };
    let mut made = el(spec).attr("aria-label", label.into());
    let count = match control {
        Control::Theme => Theme::ALL.len(),
        _ => 3,
    };
    for index in 0..count {
        let (name, chosen, change) = match control {
            Control::Theme => {
                let theme = Theme::ALL[index];
                (
                    words.theme_name(theme),
                    prefs.theme() == theme,
                    Change::SetTheme(theme),
                )
            }
            Control::Font => {
                let font = Font::CHOICES[index].clone();
                (
                    words.font_name(&font),
                    *prefs.font() == font,
                    Change::SetFont(font),
                )
            }
            _ => {
                let spacing = LineHeight::ALL[index];
                (
                    words.spacing_name(spacing),
                    prefs.line_height() == spacing,
                    Change::SetLineHeight(spacing),
                )
            }
        };
        let checked: AttrValue = if chosen { "true" } else { "false" }.into();
        let choice = el("button role=radio type=button")
            .attr("aria-checked", checked)
            .on_click(page.on.reform(move |_| Action::Change(change.clone())))
            .text(name.into());
        made = made.child(choice);
    }
    made
}
