//! Code that can be copied.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::clipboard;
use crate::words::{Text, Words};

/// Props of [`Code`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CodeProps {
    /// Its id in the page.
    pub id: AttrValue,
    /// The code.
    pub text: AttrValue,
    /// The name, where it stands under no heading of its own.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The words.
    pub words: Words,
}

/// The code with its button.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let place = use_node_ref();
    let copied = use_state(|| None::<bool>);
    {
        // What was copied is another text now.
        let copied = copied.setter();
        use_effect_with(props.text.clone(), move |_| copied.set(None));
    }
    // A press may come before what was typed just now is shown: the field was left by the very same press. Its effect comes when
    // it is, with the newest text.
    let presses = use_state(|| 0_u32);
    let onclick = {
        let presses = presses.clone();
        Callback::from(move |_: MouseEvent| presses.set(*presses + 1))
    };
    {
        let (place, text, copied) = (place.clone(), props.text.clone(), copied.setter());
        use_effect_with(*presses, move |presses| {
            let (1.., Some(near)) = (*presses, place.cast()) else {
                return;
            };
            let copying = clipboard::copy(text.to_string(), &near);
            spawn_local(async move { copied.set(Some(copying.await.is_ok())) });
        });
    }
    let said = match *copied {
        None => "",
        Some(true) => props.words.text(Text::Copied),
        Some(false) => props.words.text(Text::CopyFailed),
    };
    let label = props.label.clone().unwrap_or_else(|| props.text.clone());
    html! {
        <div class="code" ref={place}>
            <pre dir="ltr" tabindex="0" role="group" aria-label={label}><code id={props.id.clone()}>{ &props.text }</code></pre>
            <p class="copying">
                <button type="button" {onclick}>{ props.words.text(Text::Copy) }</button>
                <output aria-live="polite">{ said }</output>
            </p>
        </div>
    }
}
