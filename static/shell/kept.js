// What is kept on the device: the reader's choices, and where reading stopped in each article. Storage may be refused (in
// third-party frames and private modes), be full, or hold anything.

const store = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch (_) {
    /* refused or full: what was chosen holds for this page */
  }
};
const stored = (key) => {
  try {
    return localStorage.getItem(key) || '';
  } catch (_) {
    return '';
  }
};

const CHOICES = 'qari:prefs';
/** Every reader of the page, by how it adopts a choice: what is chosen in one holds in all, and in other tabs. */
export const readers = new Set();
/** What another tab stored becomes the choice here. */
export const otherTab = (adopt) => (event) => event.key === CHOICES && adopt(event.newValue || '{}');
/** What was chosen on this device, as the wasm writes it. */
export const choices = () => stored(CHOICES);
/** Something was chosen in the reader of `adopt`. */
export const choose = (chosen, adopt) => {
  store(CHOICES, chosen);
  for (const other of readers) if (other !== adopt) other(chosen);
};

const PLACES = 'qari:places';
/** How many articles' places are kept. */
const MOST = 50;
/** Where reading stopped: the number of the block, by the article's address. Whatever else is stored is no place. */
export const places = () => {
  try {
    return Object.assign({}, JSON.parse(stored(PLACES)));
  } catch (_) {
    return {};
  }
};
/** Keeps the number of a block as the place in an article, the newest last; without one, forgets it. */
export const keepPlace = (url, at) => {
  const kept = places();
  if (!at && !kept[url]) return;
  delete kept[url];
  if (at) kept[url] = at;
  for (const first of Object.keys(kept).slice(0, -MOST)) delete kept[first];
  store(PLACES, JSON.stringify(kept));
};
