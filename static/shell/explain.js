// Faults in words.
import { choices } from './kept.js';
import { attribute, served, spoken, words } from './words.js';

/** The theme before the wasm is asked: the reader's choice, else the owner's. */
const theme = (el) => {
  try {
    return (!/^off$/i.test(attribute(el, 'remember')) && JSON.parse(choices()).theme) || attribute(el, 'theme');
  } catch (_) {
    return attribute(el, 'theme');
  }
};

/** Says what went wrong: to the reader in a sentence, to the owner in the console and in `qari:error`. */
export const explain = async ({ el, box, error, load, tell, slot, json, settle }) => {
  const { code = 'wasm-failed', message = String(error), status = 0 } = error;
  const retryable =
    code === 'network' || code === 'timeout' || code === 'wasm-failed' || status >= 500 || status === 429 || status === 408;
  const absolute = (address, base = document.baseURI) => {
    try {
      const url = new URL(address, base);
      return /^https?:$/.test(url.protocol) ? url.href : '';
    } catch (_) {
      return '';
    }
  };
  // What stands in the page has no address of its own.
  const given = attribute(el, 'src');
  const src = /^(#|page$|$)/i.test(given) ? '' : absolute(given);
  const wanted = spoken(el);
  const language = served(wanted);
  const [own, ...said] = (await words(language)).split('\n');
  if (!settle()) return;
  const kept = box.querySelector('article') && /^(wasm-|unsup)/.test(code);
  if (!kept) {
    box.dataset.theme = theme(el);
    box.replaceChildren();
    box.before(slot);
  }

  const lang = own ? (wanted.slice(0, 2).toLowerCase() === own ? wanted : own) : language === 'ar' ? 'ar' : 'en';
  const put = (tag, part, text) => {
    const made = document.createElement(tag);
    if (part) made.setAttribute('part', part);
    made.textContent = text;
    return note.appendChild(made);
  };
  const note = document.createElement('div');
  note.setAttribute('part', 'error');
  note.setAttribute('role', 'alert');
  note.lang = lang;
  note.dir = /^(ar|fa|he|ur)/i.test(lang) ? 'rtl' : 'ltr';
  const [failed, again] = lang === 'ar' ? ['تعذّر التحميل', 'إعادة المحاولة'] : ['Not loaded', 'Try again'];
  put('p', '', said[kept ? 3 : status === 404 || status === 410 ? 1 : retryable ? 0 : 2] || failed);
  if (retryable) {
    const retry = put('button', 'retry', said[4] || again);
    retry.type = 'button';
    retry.onclick = load;
  }
  // The original: what the owner linked to, what the article says of itself, WordPress's short link, else the source.
  const fallback = el.querySelector('a[href]');
  const named = json && (json.url || json.link);
  const href =
    absolute(fallback && fallback.href) ||
    (typeof named === 'string' && absolute(named, src || undefined)) ||
    src.replace(/wp-json\/wp\/v2\/posts\/(\d+).*/, '?p=$1');
  if (href) Object.assign(put('a', 'source', said[5] || new URL(href).host), { href, target: '_blank', rel: 'noopener' });
  if (el.hasAttribute('data-debug')) put('pre', 'debug', code + ': ' + message);
  box.append(note);

  console.error('Qari: ' + code + ': ' + message, src);
  tell('error', { code, message, url: src, status, retryable });
};
