// First touch: A− and A+ under the plain view answer while the full reader is on its way, or where it never comes. The loader
// (qari.js) imports this beside the reader's own files. Sizes are 1 to 9 (src/prefs), the markup is src/app/size_controls.rs.
/** Adds the bar to `article`, in the words of `json`, if the owner wants it (`setting` reads an attribute). */
export const addSizeBar = async (article, json, setting) => {
  if (!/^$|\bsize\b/i.test(setting('controls')) || /\btoolbar\b/i.test(setting('hide'))) return;
  const { language: lang, texts } = JSON.parse(await json);
  const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const dir = /[\u0590-\u08ff]/.test(texts.toolbar) ? 'rtl' : 'ltr';
  const bar = create('div', { part: 'toolbar', role: 'group', ariaLabel: texts.toolbar, lang, dir });
  const value = create('span', { part: 'size-value' });
  const ticks = value.appendChild(create('progress', { max: 9, ariaHidden: 'true' }));
  const resize = (step) => {
    const textSize = Math.max(1, Math.min(9, (+article.dataset.textSize || 3) + step));
    article.dataset.textSize = ticks.value = textSize;
    [smaller.disabled, larger.disabled] = [textSize === 1, textSize === 9];
    if (!step) return;
    // The full reader takes it from here (src/browser/plain_view.rs), and the next visit from the device.
    article.dataset.chosenSize = textSize;
    if (/^off$/i.test(setting('remember'))) return;
    localStorage['qari:prefs'] = JSON.stringify({ ...JSON.parse(localStorage['qari:prefs'] || '{}'), textSize });
  };
  const button = (part, label, step) => create('button', { part, type: 'button', title: label, ariaLabel: label,
    onclick() { try { resize(step); } catch (_) {} } }); // storage is refused
  const smaller = button('size-decrease', texts.decrease, -1);
  const larger = button('size-increase', texts.increase, 1);
  resize(0);
  bar.append(smaller, value, larger);
  article.after(bar);
};
