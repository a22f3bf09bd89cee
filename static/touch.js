// First touch: A− and A+ answer before the full reader, or without it (qari.js imports this). Sizes: src/prefs; markup: src/app/size_controls.rs.
const settings = (el) => (name) => (el.getAttribute('data-' + name) || '').trim();
const isKept = (setting) => !/^off$/i.test(setting('remember'));
/** Changes the text size of `article` by some steps. The full reader takes it from here (src/browser/plain_view.rs). */
const resize = (article, step, setting) => {
  const textSize = Math.max(1, Math.min(9, (+article.dataset.textSize || 3) + step));
  const [smaller, larger, ticks] = ['decrease]', 'increase]', 'value] progress'].map((end) => article.parentNode.querySelector('[part=size-' + end));
  article.dataset.textSize = ticks.value = textSize;
  [smaller.disabled, larger.disabled] = [textSize === 1, textSize === 9];
  if (!step) return;
  article.dataset.chosenSize = textSize;
  try { if (isKept(setting)) localStorage['qari:prefs'] = JSON.stringify({ ...JSON.parse(localStorage['qari:prefs'] || '{}'), textSize }); }
  catch (_) {} // storage is refused
};
/** Adds the bar to `article`, in the words of `json`, if the owner wants it (`setting` reads an attribute). */
export const addSizeBar = async (article, json, setting) => {
  if (!/^$|\bsize\b/i.test(setting('controls')) || /\btoolbar\b/i.test(setting('hide'))) return;
  const { language: lang, texts } = JSON.parse(await json);
  const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const dir = /[\u0590-\u08ff]/.test(texts.toolbar) ? 'rtl' : 'ltr';
  const bar = create('div', { part: 'toolbar', role: 'group', ariaLabel: texts.toolbar, lang, dir });
  const value = create('span', { part: 'size-value' });
  value.append(create('progress', { max: 9, ariaHidden: 'true' }));
  const button = (part, title, step) => create('button', { part, type: 'button', title, ariaLabel: title, onclick: () => resize(article, step, setting) });
  bar.append(button('size-decrease', texts.decrease, -1), value, button('size-increase', texts.increase, 1));
  article.after(bar), resize(article, 0, setting);
};
/** What qari-prerender made has its buttons already: they answer, after the choices of earlier visits. */
const liven = (el) => {
  const [setting, box] = [settings(el), el.shadowRoot && el.shadowRoot.querySelector('.prerendered:not([data-alive])')];
  if (!box || !box.querySelector('[part=size-increase]')) return;
  const article = box.querySelector('article');
  box.dataset.alive = ''; // the stylesheet shows them
  try {
    const { textSize, theme } = isKept(setting) && JSON.parse(localStorage['qari:prefs']);
    if (theme) article.parentNode.dataset.theme = theme;
    resize(article, textSize - article.dataset.textSize || 0, setting);
  } catch (_) {} // nothing is kept, or storage is refused
  box.addEventListener('click', ({ target }) => {
    const steps = { 'size-decrease': -1, 'size-increase': 1, 'size-value': (+setting('text-size') || 3) - article.dataset.textSize };
    const step = steps[(target.closest('button') || {}).part];
    if (step) resize(article, step, setting);
  });
};
const livenAll = () => document.querySelectorAll('qari-reader').forEach(liven);
livenAll();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', livenAll, { once: true });
