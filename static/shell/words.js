// The words of the interface: one file a language (static/words), all its texts a line each. The first lines are what
// faults are told in, the last are those of the modules that are loaded when they are wanted.

/** Other codes of the languages that have a file, and languages of the same letters. */
const ALIASES = { iw: 'he', yi: 'he', pes: 'fa', prs: 'fa' };
const IN_ARABIC_LETTERS = /^(arb|ar[yz]|ps|sd|ug|ks|ckb|pnb|skr)$/;
/** The file for a language, as far as a look at its tag tells; the wasm knows it exactly (src/locale/mod.rs). */
export const served = (tag) => {
  const [code] = tag.toLowerCase().split(/[-_]/);
  const own = ALIASES[code] || code;
  return /^(ar|en|es|fa|fr|he|ur)$/.test(own) ? own : IN_ARABIC_LETTERS.test(own) ? 'ar' : 'en';
};
export const attribute = (el, name) => (el.getAttribute('data-' + name) || '').trim();
/** The language in which to speak to the reader, before the article is understood. */
export const spoken = (el) => {
  const around = el.shadowRoot.querySelector('article') || el.closest('[lang]') || {};
  return [attribute(el, 'ui-lang'), attribute(el, 'lang'), around.lang].find((tag) => /^[a-z]{2,3}\b/i.test(tag)) || 'ar';
};

/** What was asked for, by language: all readers of the page share it. */
const asked = new Map();
const ask = async (language) => {
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), 5000);
  const file = new URL(language + '.txt', folder).href;
  try {
    const answer = await fetch(file, { signal: abort.signal });
    const text = await answer.text();
    if (answer.ok && text.startsWith(language + '\n')) return text;
    throw answer.status;
  } catch (error) {
    asked.delete(language); // the next one asks again
    console.warn('Qari: ' + file + ': ' + error);
    return '';
  } finally {
    clearTimeout(late);
  }
};
/** The texts of a language; none, in the end, if they cannot be had. */
export const words = (language) => {
  if (!asked.has(language)) asked.set(language, ask(language));
  return asked.get(language);
};

let folder;
/** Says where the reader's files are, and asks for what the page's readers will speak with while the wasm is on its way. */
export const fetchWords = (base) => {
  folder = new URL('words/', base);
  // The language in which each is likely to speak, and that of its article's dates.
  for (const el of document.querySelectorAll('qari-reader[data-state=loading]'))
    for (const tag of [spoken(el), attribute(el, 'lang')]) if (tag) words(served(tag));
};
