// The demo page's own behaviour: the switches, the snippet writer and the list of events.
// Everything is done through the public contract (attributes and events), as a site owner would.
(() => {
  "use strict";

  const reader = document.querySelector("qari-reader");
  const switches = document.getElementById("switches");
  const config = document.getElementById("config");
  const snippet = document.getElementById("snippet");
  const events = document.getElementById("events");
  const EVENTS = ["qari:ready", "qari:error", "qari:share", "qari:settings", "qari:progress"];
  const EVENTS_KEPT = 12;

  // `?article=latin.json&dir=ltr&theme=dark` opens the page in that state, so that a state can be linked to.
  const wanted = new URLSearchParams(location.search);
  for (const control of [...switches.elements, ...config.elements]) {
    const value = wanted.get(control.name);
    if ([...control.options].some((option) => option.value === value)) control.value = value;
  }

  const set = (name, value) => {
    if (!value) reader.removeAttribute(name);
    else if (reader.getAttribute(name) !== value) reader.setAttribute(name, value);
  };

  const apply = () => {
    const { article, dir, theme } = Object.fromEntries(new FormData(switches));
    const { textSize, font, share } = Object.fromEntries(new FormData(config));
    document.documentElement.dir = dir;
    document.documentElement.dataset.theme = theme;
    set("data-src", `demo/articles/${article}`);
    set("data-theme", theme === "auto" ? "" : theme);
    set("data-text-size", textSize);
    set("data-font", font);
    set("data-share", share);
    snippet.textContent = snippetText();
  };

  const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

  // What a partner pastes: the element with its height reserved, so that the page does not jump.
  const snippetText = () => {
    const absolute = (path) => new URL(path, document.baseURI).href;
    const lines = [`<script async src="${attribute(absolute("qari.js"))}"></script>`, "<qari-reader"];
    for (const { name, value } of reader.attributes) {
      if (!name.startsWith("data-") || name === "data-state") continue;
      const shown = name === "data-src" || name === "data-base-url" ? absolute(value) : value;
      lines.push(`  ${name}="${attribute(shown)}"`);
    }
    lines.push('  style="display:block; min-height:100vh">');
    lines.push(`  <a href="${attribute(absolute(reader.dataset.src))}">اقرأ المقال</a>`, "</qari-reader>");
    return lines.join("\n");
  };

  const log = (event) => {
    const item = document.createElement("li");
    item.textContent = `${event.type} ${JSON.stringify(event.detail)}`;
    events.prepend(item);
    while (events.children.length > EVENTS_KEPT) events.lastElementChild.remove();
  };

  const copied = document.getElementById("copied");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(snippet.textContent);
      copied.textContent = "تم النسخ";
    } catch {
      // Refused or absent (plain http, frames): leave the text selected, one key away from the clipboard.
      getSelection().selectAllChildren(snippet);
      copied.textContent = "حددنا النص، انسخه من لوحة المفاتيح";
    }
  };

  for (const form of [switches, config]) {
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  for (const name of EVENTS) document.addEventListener(name, log);
  document.getElementById("copy").addEventListener("click", copy);
  apply();
})();
