// What must work without the WebAssembly reader: articles that stand in the page, the text of sources in which a look does
// not find it, and faults in words. The loader (qari.js) imports it when one of these is wanted.
/** Languages that are spoken to in the words of another one, which their readers know best (src/locale). */
const WORDS_OF = { iw: 'he', yi: 'he', ji: 'he', pes: 'fa', prs: 'fa', dv: 'en', nqo: 'en', syr: 'en' };
/** Where sources have their list of articles, an article its text, and what it is known by. */
const LISTS = ['items', 'posts', '@graph', 'pages', 'mainEntity'];
const BODIES = ['body', 'content', 'content_html', 'html', 'articleBody', 'content_text', 'plaintext', 'components'];
const NAMES = ['id', '@id', 'slug', 'url', 'link'];
/** A module whose function takes an externref: a browser too old for the reader refuses it. */
const REFERENCE_TYPES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
const setting = (el, name) => (el.getAttribute('data-' + name) || '').trim();
const fault = (code, message, answer) => Object.assign(Error(message), { code, answer });
const create = (name, properties) => Object.assign(document.createElement(name), properties);
const list = (value) => (value == null ? [] : [].concat(value));
const json = (text) => { try { return JSON.parse(text); } catch (_) {} }; // one of several scripts of the page may be none
const first = (node, names) => names.map((name) => node[name]).find(Boolean);
/** The loader's inert parser; where the page's Trusted Types refuse even that, the lines of the text as paragraphs. */
const safely = (parse) => (html) => {
  try { return parse(html); } catch (_) {
    const blocks = /<\/?(?:p|h\d|li|div|br|t[dhr]|d[dt]|pre|(?:fig)?caption|blockquote|summary)\b[^>]*>/i;
    const lines = html.replace(/<(script|style)[^]*?<\/\1>/gi, '').split(blocks);
    return made(lines.map((line) => line.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))), 'div');
  }
};
/** Why an answer is no JSON. Firefox and WebKit hand over a transfer that was cut short as if it were whole. */
export const unreadable = (error, text, size, answer) => {
  const isCut = size - answer.headers.get('content-length') && /^\s*[[{][^]*[^\]}\s]\s*$/.test(text);
  return fault(isCut ? 'network' : 'not-json', error, isCut ? undefined : answer);
};
/** A source that is no request: `#id` of a script of JSON, or `page` for the page's own JSON-LD and its article. */
export const find = async (el, src, parse) => {
  if (document.readyState === 'loading') await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const url = document.baseURI.split('#')[0] + (src[0] === '#' ? src : '#page');
  if (/^page$/i.test(src)) {
    const texts = Array.from(document.querySelectorAll('script[type="application/ld+json" i]'), (script) => script.textContent);
    if (!texts[0]) throw fault('config', 'data-src="page": no application/ld+json script in this page');
    const [article] = Array.from(document.querySelectorAll('article')).sort((a, b) => a.contains(el) - b.contains(el));
    // Parsed anew, inert: in the page, what sits in a form shadows the form's properties.
    return { texts, url, page: article && safely(parse)(article.innerHTML) };
  }
  const script = src[0] === '#' && document.getElementById(src.slice(1));
  if (script && /^\s*application\/(ld\+)?json\s*$/i.test(script.type)) return { texts: [script.textContent], url };
  const allowed = 'an http(s) URL, the #id of a JSON script in this page (application/json or application/ld+json), or "page"';
  throw fault('config', src ? 'data-src="' + src + '" is not ' + allowed : 'data-src is missing');
};
/** The elements of HTML that the plain view keeps; of others it has what is in them, but for some. Parts of lists. */
const KEPT = /^(p|h[2-6]|[uo]l|li|d[ltd]|pre|blockquote|div|br|strong|b|table|caption|tr|t[hd])$/;
const UNSEEN = /^(script|style|template|noscript|svg|figure|iframe|button|select|textarea)$/;
const PARTS = { ul: 'li', ol: 'li', table: 'tr', tr: 'td' };
const copy = (from, to) => {
  for (const { nodeType, data, localName, childNodes } of from.childNodes)
    if (nodeType === 3) to.append(data);
    else if (nodeType === 1 && !UNSEEN.test(localName)) copy({ childNodes }, KEPT.test(localName) ? to.appendChild(document.createElement(localName)) : to);
  return to;
};
/** An element `name` with a text, HTML or a list. */
const made = (part, name, parse) => {
  const element = document.createElement(name);
  if (part.html) return copy(parse(part.html), element);
  return element.append(...(part.map ? part.map((one) => made(one, PARTS[name] || 'p', parse)) : [part.trim ? part : part.text || ''])), element;
};
/** The elements of a typed block of Qari's own form, or of one with nothing but a text or HTML. */
const blocks = ({ level, ordered, items, rows, head, html, text }, parse) => {
  if (rows || items) return made(rows ? list(head && [head]).concat(rows) : items, rows ? 'table' : ordered ? 'ol' : 'ul', parse);
  const line = made({ html, text }, level ? 'h' + level : 'p', parse);
  return line.querySelector(':not(b):not(strong):not(br)') ? [...line.childNodes] : line;
};
/** The article of a source: its fields, its title, and the lines of its text, of which each is an element. */
export const simple = (setting, source, parse) => {
  const { texts, page } = source;
  parse = safely(parse);
  /** Everything that may be an article, from the outside in. */
  const nodes = (value) =>
    list(value).flatMap((node) => (node && typeof node === 'object' ? [node, ...LISTS.flatMap((name) => nodes(node[name]))] : []));
  /** What data-map says of a field: the values at the first dotted path that has any. `*` is each item. */
  const mapped = (node, field) => {
    const entry = setting('map').split(';').find((entry) => entry.split(':')[0].trim() === field);
    const go = (found, step) => found.flatMap((one) => (step === '*' ? Object.values(Object(one)) : [Object(one)[step]]));
    const at = (path) => path.trim().split('.').reduce(go, [node]).flatMap(list);
    return entry && entry.slice(entry.indexOf(':') + 1).split('|').map(at).find((found) => found[0]);
  };
  const item = setting('item');
  const all = nodes(texts.map(json).flatMap((document) => mapped(document, 'items') || document));
  for (const [at, node] of all.filter((node) => !first(node, LISTS)).entries()) {
    const written = first(node, ['title', 'headline']) || mapped(node, 'title') || '';
    const body = first(node, BODIES) || mapped(node, 'body') || '';
    if (item ? item !== String(at) && !NAMES.some((name) => String(node[name]) === item) : !written) continue;
    const title = written.rendered ? parse(written.rendered).textContent : String(written);
    // A component of Apple News has a text, or components.
    const parts = list(body.rendered || body).flatMap((part) => (part.components ? part.components : part));
    const lines = parts.flatMap((part) => blocks(part.trim ? { html: part } : part, parse)).filter((line) => line.textContent !== title);
    if (!parts[0] && page) lines.push(...copy(page, document.createElement('div')).children);
    source.data = { ...node, language: node.language || node.inLanguage };
    return { node: source.data, title, lines };
  }
};
/** Why the reader's program is missing: a code of the contract, and what explains it. */
const diagnosis = () => {
  const isNone = typeof WebAssembly !== 'object'; // a browser of today has it switched off
  if (isNone ? !document.adoptedStyleSheets : !WebAssembly.validate(REFERENCE_TYPES)) return ['unsupported-browser', 'no WebAssembly reference types: '];
  // WebKit compiles what a CSP forbids and refuses only to run it.
  try { return new WebAssembly.Instance(new WebAssembly.Module(REFERENCE_TYPES)) && ['wasm-failed', '']; }
  catch (_) { return ['wasm-blocked', "WebAssembly may not run; a CSP needs script-src 'wasm-unsafe-eval': "]; }
};
/** An http(s) address, made absolute; nothing where it is none. */
const absolute = (address, base = document.baseURI) => {
  try { return (/^https?:.*/.exec(new URL(address, base).href) || [''])[0]; } catch (_) { return ''; }
};
/** What the owner may have to allow, with the line to add. */
const advice = (code, url, status, { origin } = self) => {
  const asked = code === 'network' ? url : code === 'wasm-failed' ? import.meta.url.replace(/[^/]*$/, '') : '';
  if (status === 401 || status === 403) return '. It asks who reads; Qari sends no cookies and no password';
  if (!asked || new URL(asked).origin === origin) return '';
  if (location.protocol === 'https:' && /^http:/.test(asked)) return '. A page of https may not read an address of http';
  const frame = '* (the page is in a frame without an origin; with sandbox="allow-scripts allow-same-origin" it has its own)';
  return '. If ' + asked + ' is there, its server must send: Access-Control-Allow-Origin: ' + (origin === 'null' ? frame : origin);
};
const KEY = /[?&][^=&#]*(key|token|secret|password|signature)=/i; // what opens doors in an address
/** Where people read what a source at this address has: a WordPress post, else its site (src/article/original.rs has the same). */
export const pageOf = (address) => {
  if (!/^https?:/.test(address)) return '';
  const { origin, pathname, searchParams } = new URL(address);
  const [folder, path] = pathname.split('/wp-json/');
  const route = path || searchParams.get('rest_route');
  const [, number] = /^\/?wp\/v2\/[^/]+\/(\d+)(\/|$)/.exec(route) || [];
  return origin + (route ? folder.replace(/(\/index\.php)?\/?$/, '') : '') + '/' + (number ? '?p=' + number : '');
};
/** The panel of data-debug after a fault, in words/debug/LANGUAGE.json: what is in braces there is of no language. */
const panel = async (code, message, language, words, facts) => {
  const { texts, faults = {} } = json(await words('debug/' + language)) || {};
  const box = create('div', { part: 'debug', lang: texts ? language : 'en', dir: 'auto' });
  const line = (/Access-Control-Allow-Origin: \S+|script-src '\S+'/.exec(message) || []).map((line) => ['mend', line]);
  for (const [name, value] of [[code], ...facts, ['cause', code + ': ' + message], ...line]) box.appendChild(create('p')).append(...(faults[name] || name + ' {value}').split(/[{}]/).map((words, at) =>
      (at % 2 ? create('code', { dir: 'ltr', textContent: words === 'value' ? value : words }) : words)));
  // Selected in any case: to be copied by hand where the clipboard is refused.
  const copy = () => (getSelection().selectAllChildren(box), navigator.clipboard && navigator.clipboard.writeText(box.innerText).catch(Object));
  return box.append(create('button', { type: 'button', textContent: (texts || {}).copy || 'copy', onclick: copy })), box;
};
/** What went wrong: for the reader a note in the language spoken, for the owner the detail of `qari:error`. */
export const explain = async ({ el, error, isText, load, spoken, wordsFor, words, source }) => {
  const [code, why] = typeof error.code === 'string' ? [error.code, ''] : diagnosis();
  const { data, url: address = '' } = source || {};
  const { status = 0, url: end = address, headers } = error.answer || {};
  const retryable = /^(network|timeout|wasm-failed)$/.test(code) || status >= 500 || status === 429 || status === 408;
  // What stands in the page has no address of its own.
  const url = /^(#|page$|$)/i.test(setting(el, 'src')) ? '' : absolute(setting(el, 'src'));
  const message = why + (code === error.code ? error.message : error) + advice(code, url, status);
  // If the words of the language cannot be had, one sentence stands in.
  const [tag, asked] = [spoken(), spoken().toLowerCase().split(/[-_]/)[0]];
  const language = WORDS_OF[asked] || wordsFor(tag);
  const text = json(await words(language)); // some servers answer every address with their front page
  const standIn = language === 'ar' ? ['ar', 'تعذّر التحميل', 'إعادة المحاولة'] : ['en', 'Not loaded', 'Try again'];
  const faults = text ? text.faults : { retry: standIn[2] };
  const articles = data && (data.posts || data.pages || data.items || data);
  // An empty list is the answer of a server that has no such article, and so is WordPress's own error.
  const isGone = code === 'empty-article' && (Object(articles).length === 0 || Object(Object(data).data).status === 404);
  const reason = isText ? 'simplified' : isGone || status === 404 || status === 410 ? 'gone' : retryable ? 'connection' : 'unreadable';
  const note = create('div', { part: 'error', role: 'alert', lang: !text ? standIn[0] : asked === language ? tag : language });
  const put = (name, part, textContent, more) => note.appendChild(create(name, { textContent, part, ...more }));
  put('p', '', faults[reason] || standIn[1]);
  if (retryable) put('button', 'retry', faults.retry, { type: 'button', onclick: load });
  // The original: what the owner links to, what the article says of itself, else the source's page for people.
  const fallback = el.querySelector('a[href]');
  const own = first((isText && articles) || list(articles)[setting(el, 'item') || 0] || {}, ['canonical_url', 'url', 'link']);
  const named = typeof own === 'string' ? absolute(own, url || undefined) : '';
  const href = (fallback && absolute(fallback.href)) || (!/\/(null|undefined)\/?$/.test(named) && !KEY.test(named) && named) || pageOf(url);
  if (href) put('a', 'source', faults.readOriginal || new URL(href).host, { href, target: '_blank', rel: 'noopener' });
  const answer = status ? status + ' ' + headers.get('content-type') : source && 'JSON';
  const facts = [['address', setting(el, 'src')], ['finalAddress', end || url], answer ? ['answer', answer] : ['noAnswer']];
  if (el.hasAttribute('data-debug')) note.append(await panel(code, message, language, words, facts));
  return { note, detail: { code, message, url, status, retryable } };
};
