// The panel of `data-debug`: what was read, detected and refused, for the site owner.

/** Shows the panel anew; `facts` are what the wasm told of the article (`tell` in src/browser/reader.rs). */
export const debug = (el, root, source, facts, notices) => {
  const old = root.querySelector('[part=debug]');
  if (old) old.remove();
  if (!el.hasAttribute('data-debug')) return;
  const [, , url, , format, language, direction, count, , , , , , reason] = facts;
  const panel = root.appendChild(document.createElement('pre'));
  panel.setAttribute('part', 'debug');
  panel.lang = 'en';
  panel.dir = 'ltr';
  panel.textContent = [
    'Read from: ' + source,
    'Format: ' + format + ' (' + reason + ')',
    'Address of the article: ' + url,
    'Language: ' + language + ', direction: ' + direction + ', words: ' + count,
    ...(notices.length ? notices : ['No attribute was refused.']),
  ].join('\n');
};
