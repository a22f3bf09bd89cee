//! The only room that calls the browser: this page's address and language, and what is asked of servers.

mod preview;

pub use preview::{Heard, Preview};
pub use qari_reader::browser::{Timer, clipboard, takes};
pub use web_sys::HtmlIFrameElement;

use gloo::events::EventListener;
use gloo::net::http::{Request, Response};
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    RequestInit, RequestMode,
};

use crate::outcome::Answer;

/// The place of this id in the page.
pub fn place(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The folder of this page, with a slash at the end.
pub fn base() -> String {
    let address = document().base_uri().ok().flatten().unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
    format!("{folder}/")
}

/// The query of this page's address.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// This page's address with another query.
pub fn address(query: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    match query {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// Has the address say what `query` says. No new page in the history: every letter would be one.
pub fn keep_in_address(query: &str) {
    let address = address(query);
    if window().location().href().as_deref() == Ok(&address) {
        return;
    }
    // Refused only to pages without an origin, and where a script changes it all the time.
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Calls `on_query` when the visitor goes back or forth, or a script changes the address.
pub fn on_address(on_query: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| on_query(query()))
}

/// The languages that the visitor reads, best first.
pub fn languages() -> Vec<String> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).collect()
}

/// Says in which language this page is.
pub fn speak(language: &str, direction: &str, title: &str) {
    let root = document_element();
    // Neither is refused to an element.
    let _ = root.set_attribute("lang", language);
    let _ = root.set_attribute("dir", direction);
    document().set_title(title);
}

/// The value of the field that changed.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        String::new()
    }
}

/// Writes a value into a field of text.
pub fn write(field: &Element, value: &str) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    }
}

/// Gives the focus to an element that has moved.
pub fn focus(id: &str) {
    if let Some(element) = place(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Forgets what was chosen in the preview: it would win over what is set here.
pub fn forget_choices() {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item("qari:prefs");
    }
}

/// Asks for a source as the reader does. Where the browser does not let this page read the answer, it is asked whether there
/// is one.
pub async fn ask(source: &str) -> Answer {
    if crate::outcome::is_insecure(&base(), source) {
        return Answer::Insecure;
    }
    match get(source, RequestMode::Cors).await {
        Some(response) if response.ok() => match response.text().await {
            Ok(text) => Answer::Text(text),
            Err(_) => Answer::Unreachable,
        },
        Some(response) => Answer::Status(response.status()),
        None => match get(source, RequestMode::NoCors).await {
            Some(_) => Answer::NotAllowed,
            None => Answer::Unreachable,
        },
    }
}

/// Asks for an address as it is written: gloo's own way ends its query with `&`, which makes it another address.
async fn get(source: &str, mode: RequestMode) -> Option<Response> {
    let options = RequestInit::new();
    options.set_mode(mode);
    let request = web_sys::Request::new_with_str_and_init(source, &options).ok()?;
    Request::from(request).send().await.ok()
}
