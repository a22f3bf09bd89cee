//! The bar of controls: text size, listen and print in the bar; theme, font and line spacing in a sheet above it.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::hooks::{Place, Slices, Status, UseChoices, use_press_outside, use_voice};
use super::icons::{Icon, icon};
use super::listening_row::ListeningRow;
use super::return_offer::return_offer;
use super::settings::settings;
use super::size_controls::{size_controls, use_ends};
use super::text::interface;
use crate::browser::{Element, focus, print, speech};
use crate::config::{Control, Part};
use crate::locale::Text;
use crate::share::Network;

/// Props of [`Toolbar`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// What is read.
    pub page: Rc<Page>,
    /// Nothing of it may run.
    pub concealed: bool,
    /// The look, and how to change it.
    pub choices: UseChoices,
    /// Whether the settings are open.
    pub open: UseStateHandle<bool>,
    /// What was said last: it is answered when the settings open.
    pub status: Status,
    /// How much of the body stands in the page.
    pub slices: Slices,
    /// The place that was kept.
    pub place: Place,
    /// The article's element.
    pub article: NodeRef,
}

/// The bar. What the owner does not offer is not there; without anything to offer there is no bar.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps {
        page,
        concealed,
        choices,
        open,
        status,
        slices,
        place,
        article,
    } = props;
    let bar = use_node_ref();
    let offer_row = use_node_ref();
    let ends = use_ends(choices.prefs.text_size());
    let settings_button = use_node_ref();
    let listen_button = use_node_ref();
    // Which load is listened to: another article ends it.
    let listening = use_state(|| None::<u32>);
    let has_voice = use_voice(page.language());
    let on_fold = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    use_press_outside(&bar, **open, on_fold.clone());

    let controls = &page.config.controls;
    let sheet: Vec<Control> = controls.iter().copied().filter(is_in_sheet).collect();
    if controls.is_empty() || page.config.hide.contains(Part::Toolbar) {
        // A real element: Yew 0.23 can stumble over a component that renders nothing (yew issue 4092).
        return html! { <div hidden=true /> };
    }
    let words = page.locale.words();
    let (lang, dir) = interface(&page.locale);
    let is_listening = *listening == Some(page.load) && !concealed;

    let on_toggle_settings = {
        let (open, status) = (open.clone(), status.clone());
        Callback::from(move |_: MouseEvent| {
            status.hush();
            open.set(!*open);
        })
    };
    // The settings close as people expect: Escape, or a press outside.
    let on_key = {
        let (open, button) = (open.clone(), settings_button.clone());
        Callback::from(move |press: KeyboardEvent| {
            if press.key() == "Escape" && *open {
                open.set(false);
                give_focus(&button);
            }
        })
    };
    let on_listen = {
        let (listening, slices, load) = (listening.clone(), slices.clone(), page.load);
        Callback::from(move |_: MouseEvent| {
            // iOS lets a voice begin only within the tap itself.
            speech::unlock();
            slices.show_all();
            listening.set((!is_listening).then_some(load));
        })
    };
    let on_listened = {
        let (listening, button) = (listening.clone(), listen_button.clone());
        Callback::from(move |had_focus: bool| {
            listening.set(None);
            if had_focus {
                give_focus(&button);
            }
        })
    };

    let control = |control: Control| match control {
        Control::Size => size_controls(page, choices, &ends),
        Control::Print => {
            let label = words.network(Network::Print).to_owned();
            let on_print = Callback::from(|_: MouseEvent| {
                // Refused in some frames: nothing happens, as with the browser's own menu.
                let _ = print::print();
            });
            html! {
                <button key="print" part="print" type="button" aria-label={label.clone()} title={label} onclick={on_print}>
                    { icon(Icon::Print) }
                </button>
            }
        }
        // Only where the device has a voice for the article's language (ARABIC.md 28).
        Control::Listen => html! {
            <button
                key="listen"
                ref={listen_button.clone()}
                part="listen"
                type="button"
                hidden={!has_voice}
                aria-expanded={is_listening.to_string()}
                aria-label={words.text(Text::Listen).to_owned()}
                title={words.text(Text::Listen).to_owned()}
                onclick={on_listen.clone()}
            >
                { icon(Icon::Listen) }
            </button>
        },
        Control::Theme | Control::Font | Control::Spacing => html! {},
    };

    html! {
        // Not a `toolbar`, which is one stop of the keyboard and goes on with arrows.
        <div part="toolbar" role="group" ref={bar.clone()} {lang} {dir} aria-label={words.text(Text::Toolbar).to_owned()} onkeydown={on_key}>
            // Every child has its key: without, one that comes or goes would shift the others, and the focus with them.
            if is_listening && slices.is_complete() {
                <ListeningRow
                    key="listening"
                    page={page.clone()}
                    article={article.clone()}
                    bar={bar.clone()}
                    on_end={on_listened}
                />
            }
            if place.is_offered() {
                { return_offer(page, place, &offer_row) }
            }
            { for controls.iter().copied().filter(|control| !is_in_sheet(control)).map(control) }
            if !sheet.is_empty() {
                <button
                    key="settings"
                    ref={settings_button}
                    part="settings"
                    type="button"
                    aria-expanded={open.to_string()}
                    aria-label={words.text(Text::Settings).to_owned()}
                    title={words.text(Text::Settings).to_owned()}
                    onclick={on_toggle_settings}
                >
                    { icon(Icon::Settings) }
                </button>
                if **open || page.is_still() {
                    { settings(&sheet, **open, page, choices) }
                }
            }
        </div>
    }
}

fn give_focus(button: &NodeRef) {
    if let Some(button) = button.cast::<Element>() {
        focus::give_in_place(&button);
    }
}

/// Whether a control stands in the sheet of settings, not in the bar itself.
fn is_in_sheet(control: &Control) -> bool {
    match control {
        Control::Theme | Control::Font | Control::Spacing => true,
        Control::Size | Control::Listen | Control::Print => false,
    }
}
