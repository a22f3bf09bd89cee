//! The partner's page in a frame of a phone's or a desktop's width, with the reader on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{Heard, HtmlIFrameElement, Preview};
use crate::embed::Embed;
use crate::state::{Device, Look, Page};

/// What is seen in the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// Another article is on its way.
    Began,
    /// The reader told something.
    Heard(Heard),
}

/// Props of [`Frame`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FrameProps {
    /// How wide.
    pub device: Device,
    /// It is this one that is listened to, and seen where there is no room for both.
    pub is_chosen: bool,
    /// The page.
    pub page: Page,
    /// Its look.
    pub look: Look,
    /// What is embedded.
    pub embed: Rc<Embed>,
    /// Loads again when it changes.
    pub retries: u32,
    /// The frame's name.
    pub title: String,
    /// Hears what is seen.
    pub on_seen: Callback<Seen>,
}

/// The frame.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let frame = use_node_ref();
    let preview = use_mut_ref(|| None::<Preview>);
    // What the newest rendering has, for events that come later.
    let newest = use_mut_ref(|| props.clone());
    newest.replace(props.clone());

    let onload = {
        let (frame, preview, newest) = (frame.clone(), preview.clone(), newest.clone());
        Callback::from(move |_: Event| {
            let on_heard = {
                let newest = newest.clone();
                move |heard| {
                    let props = newest.borrow().clone();
                    if props.is_chosen {
                        props.on_seen.emit(Seen::Heard(heard));
                    }
                }
            };
            let loaded = frame
                .cast::<HtmlIFrameElement>()
                .and_then(|frame| Preview::in_frame(&frame, on_heard));
            if let Some(loaded) = &loaded {
                let props = newest.borrow().clone();
                loaded.show(&props.embed, props.look.into());
            }
            preview.replace(loaded);
        })
    };
    {
        let preview = preview.clone();
        use_effect_with((props.embed.clone(), props.look), move |(embed, look)| {
            if let Some(preview) = &*preview.borrow() {
                preview.show(embed, (*look).into());
            }
        });
    }
    {
        let (preview, on_seen, is_chosen) =
            (preview.clone(), props.on_seen.clone(), props.is_chosen);
        use_effect_with(props.retries, move |retries| {
            if let (Some(preview), 1..) = (&*preview.borrow(), *retries) {
                if is_chosen {
                    on_seen.emit(Seen::Began);
                }
                preview.reload();
            }
        });
    }
    let src = match props.page {
        Page::Rtl => "demo/host.html",
        Page::Ltr => "demo/host.fr.html",
    };
    let device: &'static str = props.device.into();
    // The one that is not seen loads when it is.
    html! {
        <div class={classes!("frame", device, props.is_chosen.then_some("chosen"))}>
            <iframe
                ref={frame}
                id={format!("preview-{device}")}
                {src}
                title={props.title.clone()}
                loading={(!props.is_chosen).then_some("lazy")}
                {onload}
            />
        </div>
    }
}
