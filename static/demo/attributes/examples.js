// Shows each example as it is written, and alive beside it. A reader that is not near the screen waits by itself.
for (const section of document.querySelectorAll('section')) {
  const { innerHTML, content } = section.querySelector('template');
  const snippet = document.createElement('pre');
  snippet.textContent = innerHTML.trim().replaceAll('=""', '').replace(/^ +/gm, '').replace('../../', 'https://cdn.example/');
  const live = document.createElement('div');
  live.className = 'live';
  live.tabIndex = 0;
  live.setAttribute('role', 'group');
  live.setAttribute('aria-label', section.id);
  live.append(content.cloneNode(true));
  section.append(snippet, live);
}
// The page has grown since the browser looked for its place.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
