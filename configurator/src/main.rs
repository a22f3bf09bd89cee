//! Starts the configurator in the place that `index.html` has for it.

use qari_configurator::app::App;
use qari_configurator::browser;

fn main() {
    if let Some(place) = browser::place("configurator") {
        yew::Renderer::<App>::with_root(place).render();
    }
}
