//! The element's events (DESIGN 1.4).

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Dispatches `name` on the element, bubbling and composed. `false` when somebody called `preventDefault()`.
pub fn dispatch(target: &EventTarget, name: &str, detail: &JsValue, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(name, &init)
        .and_then(|event| target.dispatch_event(&event))
        .unwrap_or(true)
}
