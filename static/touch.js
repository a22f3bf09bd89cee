// First touch: controls answer before the full reader, or without it. All of them in what qari-prerender made, whose page names this
// file itself; A− and A+ under the loader's plain view. qari.js imports it for both: a module runs once, whoever asks.
// The markup is that of src/app. The full reader goes on from what was done here (src/browser/plain_view.rs).

const CHOSEN_BY = { theme: 'theme', font: 'font', spacing: 'lineHeight' }; // the groups of the settings, by their parts
const SHORTCUTS = { '+': 'increase', '=': 'increase', '-': 'decrease', 0: 'value' };
const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
const settings = (el) => (name) => (el.getAttribute('data-' + name) || '').trim();
const isKept = (setting) => !/^off$/i.test(setting('remember'));
const stored = () => { try { return localStorage['qari:prefs']; } catch (_) {} }; // nothing where storage is refused
/** Makes the controls in `root` answer for the article in `box`. */
const enliven = (el, box, root) => {
  const [setting, find] = [settings(el), (selector) => box.querySelector(selector)];
  const [article, reader] = [find('article'), find('.reader')];
  const owner = { ...article.dataset, theme: (reader && reader.dataset.theme) || 'auto' };
  let [choices, scheme] = [{}, '']; // of the reader; of the page, for the automatic theme
  // The choices of earlier visits, in the stored form of src/prefs; none where none is kept, or what is stored is none.
  try { choices = (isKept(setting) && JSON.parse(stored())) || {}; } catch (_) {}
  const show = () => {
    const look = { ...owner, ...choices };
    for (const name of ['textSize', 'font', 'lineHeight']) if (look[name]) article.dataset[name] = look[name];
    if (reader) reader.dataset.theme = look.theme === 'auto' ? scheme : look.theme;
    const [smaller, ticks, larger] = ['[part=size-decrease]', '[part=size-value] progress', '[part=size-increase]'].map(find);
    const size = +look.textSize;
    for (const [end, last, other] of larger ? [[smaller, 1, larger], [larger, ticks.max, smaller]] : []) {
      if (size === last && end === end.getRootNode().activeElement) other.focus({ preventScroll: true }); // what rests hands it on
      end.disabled = size === last;
    }
    const label = ticks && ticks.parentNode.getAttribute('aria-label'); // begins with the size, in the language's own digits
    if (label) ticks.parentNode.setAttribute('aria-label', String.fromCharCode(label.charCodeAt(0) + size - ticks.value) + label.slice(1));
    if (ticks) ticks.value = size;
    for (const button of box.querySelectorAll('[role=radio]')) {
      const chosen = look[CHOSEN_BY[button.parentNode.getAttribute('part')]];
      const isStop = /^(custom|inherit)$/.test(chosen) ? button === button.parentNode.firstChild : button.dataset.choice === chosen;
      button.setAttribute('aria-checked', button.dataset.choice === chosen);
      button.tabIndex = isStop ? 0 : -1; // one stop of the keyboard for a group
    }
  };
  const choose = (choice) => {
    article.dataset.chosen = JSON.stringify({ ...choices, ...choice });
    choices = JSON.parse(article.dataset.chosen);
    try { if (isKept(setting)) localStorage['qari:prefs'] = article.dataset.chosen; } catch (_) {} // refused or full: it holds for this page
    show();
  };
  const open = (isOpen) => {
    find('.sheet').hidden = !isOpen;
    find('[part=settings]').setAttribute('aria-expanded', isOpen);
  };
  /** Says what was done, for four seconds; an address stays, to be copied by hand. */
  const say = (words, url) => {
    const status = find('[part=status]');
    status.className = url ? 'address' : '';
    status.replaceChildren(words + ' ', url ? create('bdi', { dir: 'ltr', textContent: url }) : '');
    if (!url) setTimeout(() => status.className || status.replaceChildren(), 4000);
  };
  const share = async (event, { dataset: { network }, parentNode }) => {
    const { url, title, copied, failed } = parentNode.dataset;
    const detail = { network, url, title: title.replace(/^\u200f/, '') };
    const told = new CustomEvent('qari:share', { bubbles: true, composed: true, cancelable: true, detail });
    if (!el.dispatchEvent(told)) return event.preventDefault();
    if (network === 'print') print();
    try {
      if (network === 'native') await navigator.share({ title, url });
      if (network === 'copy') await navigator.clipboard.writeText(url).then(() => say(copied));
    } catch (_) { if (network === 'copy') say(failed, url); } // of the share sheet the device itself tells
  };
  const presses = {
    'size-decrease': () => choose({ textSize: +article.dataset.textSize - 1 }),
    'size-increase': () => choose({ textSize: +article.dataset.textSize + 1 }),
    'size-value': () => choose({ textSize: undefined }),
    settings: () => open(find('.sheet').hidden), print: () => print(), 'share-link': share,
  };
  let start; // the full reader is to come
  const wanted = new Promise((resolve) => { start = resolve; });
  const onPress = (event) => {
    const button = event.target.closest('button, a');
    if (find('.sheet:not([hidden])') && !event.target.closest('[part=toolbar]')) open(false);
    if (!button) return;
    const press = presses[button.getAttribute('part')];
    if (press) press(event, button);
    if (button.dataset.choice) choose({ [CHOSEN_BY[button.parentNode.getAttribute('part')]]: button.dataset.choice });
    if (button.matches('.poster') && !event.ctrlKey && !event.metaKey) event.preventDefault(), (button.dataset.pressed = ''), start(); // a player: the full reader presses it again
  };
  const onKey = (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key === 'Escape' && find('.sheet:not([hidden])')) open(false), find('[part=settings]').focus();
    if (/^Arrow/.test(key) && target.matches('[role=radio]')) {
      const isForward = key === 'ArrowDown' || key === (getComputedStyle(target).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
      const { previousSibling, nextSibling, parentNode: { firstChild, lastChild } } = target;
      const beside = isForward ? nextSibling || firstChild : previousSibling || lastChild;
      beside.click(), beside.focus(), event.preventDefault();
    }
    const button = !ctrlKey && !metaKey && !altKey && find('[part=size-' + SHORTCUTS[key] + ']');
    if (button) button.click();
  };
  root.addEventListener('click', onPress), root.addEventListener('keydown', onKey);
  /** Whether the markup shows it already. */
  const isShown = (around = scheme) => around === scheme && !Object.keys(choices).length;
  return { wanted, start, isShown, show: (around = scheme) => ((scheme = around), show()) };
};
/** Adds the bar to `article`, in the words of `json`, if the owner wants it (`setting` reads an attribute). */
export const addSizeBar = async (article, json, setting) => {
  if (!/^$|\bsize\b/i.test(setting('controls')) || /\btoolbar\b/i.test(setting('hide'))) return;
  const { language: lang, texts } = JSON.parse(await json);
  const dir = /[\u0590-\u08ff]/.test(texts.toolbar) ? 'rtl' : 'ltr';
  const bar = create('div', { part: 'toolbar', role: 'group', ariaLabel: texts.toolbar, lang, dir });
  const value = create('span', { part: 'size-value' });
  value.append(create('progress', { max: 9, ariaHidden: 'true' }));
  const button = (part, title) => create('button', { part, type: 'button', title, ariaLabel: title });
  bar.append(button('size-decrease', texts.decrease), value, button('size-increase', texts.increase)), article.after(bar);
  enliven(article.getRootNode().host, article.parentNode, bar).show();
};
const views = new WeakMap(); // by what qari-prerender made
/** What qari-prerender made in `el` answers, with the choices of earlier visits. Resolves when the full reader is to come. */
export const liven = (el, scheme) => {
  const box = el.shadowRoot && el.shadowRoot.querySelector('.prerendered');
  if (!box || !box.querySelector('article')) return;
  if (!views.has(box)) views.set(box, enliven(el, box, box)), whenIdle(views.get(box).start);
  const { isShown, show, wanted } = views.get(box);
  isShown(scheme) || show(scheme); // once more while there is more of the markup each time
  for (const native of box.querySelectorAll('[data-network=native]')) native.hidden = !navigator.share;
  box.dataset.alive = ''; // the stylesheet shows the controls
  return wanted;
};
/** When the page rests: after its load, or after five seconds where something of it does not come. */
const whenIdle = (act) => {
  const wait = () => (self.requestIdleCallback ? requestIdleCallback(act, { timeout: 2000 }) : setTimeout(act, 200));
  document.readyState === 'complete' ? wait() : addEventListener('load', wait, { once: true });
  setTimeout(act, 5000);
};
/** What the parser brings answers. */
const follow = () => {
  document.querySelectorAll('qari-reader').forEach((el) => liven(el));
  if (document.readyState === 'loading') requestAnimationFrame(follow);
};
// At once where something was chosen earlier, or something is painted; else just after, so that the paint waits for nothing.
stored() || performance.getEntriesByType('paint')[0] ? follow() : requestAnimationFrame(() => setTimeout(follow));
