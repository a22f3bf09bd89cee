// What must work without the WebAssembly reader: articles that stand in the page, the text of sources in which a look does
// not find it, and faults in words. The loader (qari.js) imports it when one of these is wanted.

/** Languages that are spoken to in the words of another one, which their readers know best (src/locale). */
const WORDS_OF = { iw: 'he', yi: 'he', ji: 'he', pes: 'fa', prs: 'fa', dv: 'en', nqo: 'en', syr: 'en' };
/** Lists and texts of sources where the loader's look does not go, and what an article is known by. */
const MORE_LISTS = ['pages', 'mainEntity'];
const MORE_BODIES = ['plaintext', 'components'];
const NAMES = ['id', '@id', 'slug', 'url', 'link'];
/** A module whose function takes an externref: a browser too old for the reader refuses it. */
const REFERENCE_TYPES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

const setting = (el, name) => (el.getAttribute('data-' + name) || '').trim();
const fault = (code, message, status) => Object.assign(Error(message), { code, status });
const list = (value) => (value == null ? [] : [].concat(value));
const first = (node, names) => names.map((name) => node[name]).find(Boolean);

/** The loader's inert parser; where the page's Trusted Types refuse even that, the lines of the text as paragraphs. */
export const safely = (parse) => (html) => {
  try { return parse(html); } catch (_) {
    const { body } = document.implementation.createHTMLDocument('');
    const blocks = /<\/?(?:p|h\d|li|div|br|t[dhr]|d[dt]|pre|(?:fig)?caption|blockquote|summary)\b[^>]*>/i;
    for (const line of html.replace(/<(script|style)[^]*?<\/\1>/gi, '').split(blocks)) {
      const text = line.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
      body.appendChild(document.createElement('p')).textContent = text;
    }
    return body;
  }
};

/** Why an answer is no JSON. Firefox and WebKit hand over a transfer that was cut short as if it were whole. */
export const unreadable = (error, text, size, { headers, status }) => {
  const isCut = size - headers.get('content-length') && /^\s*[[{][^]*[^\]}\s]\s*$/.test(text);
  return isCut ? fault('network', error) : fault('not-json', error, status);
};

/** A source that is no request: `#id` of a script of JSON, or `page` for the page's own JSON-LD and its article. */
export const find = async (el, src, parse) => {
  if (document.readyState === 'loading')
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const url = document.baseURI.split('#')[0] + (src[0] === '#' ? src : '#page');
  if (/^page$/i.test(src)) {
    const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
    const texts = Array.from(scripts, (script) => script.textContent);
    if (!texts[0]) throw fault('config', 'data-src="page": no application/ld+json script in this page');
    const articles = Array.from(document.querySelectorAll('article'));
    const article = articles.find((one) => !one.contains(el)) || articles[0];
    // Parsed anew, inert: in the page, what sits in a form shadows the form's properties.
    return { texts, url, page: article && safely(parse)(article.innerHTML) };
  }
  const script = src[0] === '#' && document.getElementById(src.slice(1));
  if (script && /^\s*application\/(ld\+)?json\s*$/i.test(script.type)) return { texts: [script.textContent], url };
  const allowed = 'an http(s) URL, the #id of a JSON script in this page (application/json or application/ld+json), or "page"';
  throw fault('config', src ? 'data-src="' + src + '" is not ' + allowed : 'data-src is missing');
};

/** The article of a source as the loader's look understands it (`lists` and `bodies` are the fields that it knows). */
export const simple = (setting, { texts, page }, lists, bodies) => {
  /** Everything that may be an article, from the outside in. */
  const nodes = (value) =>
    list(value).flatMap((node) =>
      node && typeof node === 'object' ? [node, ...[...lists, ...MORE_LISTS].flatMap((name) => nodes(node[name]))] : [],
    );
  /** What data-map says of a field: the values at the first dotted path that has any. `*` is each item. */
  const mapped = (node, field) => {
    const entry = setting('map').split(';').find((entry) => entry.split(':')[0].trim() === field);
    const go = (found, step) => found.flatMap((one) => (step === '*' ? Object.values(Object(one)) : [Object(one)[step]]));
    const at = (path) => path.trim().split('.').reduce(go, [node]).flatMap(list);
    return entry && entry.slice(entry.indexOf(':') + 1).split('|').map(at).find((found) => found[0]);
  };
  const documents = texts.flatMap((text) => {
    try { return [JSON.parse(text)]; } catch (_) { return []; } // one of several scripts of the page
  });
  const item = setting('item');
  for (const node of nodes(documents.map((json) => mapped(json, 'items') || json).flatMap(list))) {
    const title = first(node, ['title', 'headline']) || mapped(node, 'title');
    if (!title || first(node, lists) || (item && !NAMES.some((name) => String(node[name]) === item))) continue;
    const body = first(node, [...bodies, ...MORE_BODIES]) || mapped(node, 'body') || '';
    if (body === node.body && body.map) return node; // blocks, as the loader knows them
    // A component of Apple News has a text, or components.
    const parts = list(body.rendered || body).flatMap((part) =>
      Object(part) === part ? [part.text, ...list(part.components).map((inner) => inner.text)] : part,
    );
    const blocks = parts.filter((part) => part && part !== title).map((html) => ({ html: String(html) }));
    if (!blocks[0] && page) blocks.push(...Array.from(page.querySelectorAll('p'), (line) => ({ text: line.textContent })));
    // A blank: where there is no text the title shows alone.
    return { ...node, title: { rendered: String(title.rendered || title) }, body: [...blocks, { text: ' ' }] };
  }
  return documents[0]; // as it came: the sentence about the fault looks at it
};

/** Why the reader's program is missing: a code of the contract, and what explains it. */
const diagnosis = () => {
  const isNone = typeof WebAssembly !== 'object'; // a browser of today has it switched off
  if (isNone ? !document.adoptedStyleSheets : !WebAssembly.validate(REFERENCE_TYPES))
    return ['unsupported-browser', 'no WebAssembly reference types: '];
  // WebKit compiles what a CSP forbids and refuses only to run it.
  try { new WebAssembly.Instance(new WebAssembly.Module(REFERENCE_TYPES)); } catch (_) {
    return ['wasm-blocked', "WebAssembly may not run; a CSP needs script-src 'wasm-unsafe-eval': "];
  }
  return ['wasm-failed', ''];
};
/** An http(s) address, made absolute; nothing where it is none. */
const absolute = (address, base = document.baseURI) => {
  try { address = new URL(address, base).href; } catch (_) { return ''; }
  return /^https?:/.test(address) ? address : '';
};

/** What in an address opens doors. */
const KEY = /[?&][^=&#]*(key|token|secret|password|signature)=/i;
/** Where people read what a source at this address has: a WordPress post, else its site (src/app/original.rs has the same). */
export const pageOf = (address) => {
  if (!/^https?:/.test(address)) return '';
  const { origin, pathname, searchParams } = new URL(address);
  const [folder, path] = pathname.split('/wp-json/');
  const route = path || searchParams.get('rest_route');
  const [, number] = /^\/?wp\/v2\/[^/]+\/(\d+)(\/|$)/.exec(route) || [];
  return origin + (route ? folder.replace(/(\/index\.php)?\/?$/, '') : '') + '/' + (number ? '?p=' + number : '');
};

/** What went wrong: for the reader a note in the language `tag`, for the owner the detail of `qari:error`. */
export const explain = async ({ el, error, isText, load, tag, language, words, data }) => {
  const [code, why] = typeof error.code === 'string' ? [error.code, ''] : diagnosis();
  const { status = 0 } = error;
  const message = why + (code === error.code ? error.message : error);
  const retryable = /^(network|timeout|wasm-failed)$/.test(code) || status >= 500 || status === 429 || status === 408;
  // What stands in the page has no address of its own.
  const url = /^(#|page$|$)/i.test(setting(el, 'src')) ? '' : absolute(setting(el, 'src'));

  // If the words of the language cannot be had, one sentence stands in.
  const [asked] = tag.toLowerCase().split(/[-_]/);
  const spoken = WORDS_OF[asked] || language;
  const text = await words(spoken);
  const standIn = spoken === 'ar' ? ['ar', 'تعذّر التحميل', 'إعادة المحاولة'] : ['en', 'Not loaded', 'Try again'];
  const faults = text ? JSON.parse(text).faults : { retry: standIn[2] };
  const articles = data && (data.posts || data.pages || data.items || data);
  // An empty list is the answer of a server that has no such article, and so is WordPress's own error.
  const isNone = articles && articles.length === 0;
  const isGone = code === 'empty-article' && (isNone || Object(Object(data).data).status === 404);
  const reason = isText ? 'simplified' : isGone || status === 404 || status === 410 ? 'gone' : retryable ? 'connection' : 'unreadable';

  const note = document.createElement('div');
  note.setAttribute('role', 'alert');
  note.setAttribute('part', 'error');
  note.lang = !text ? standIn[0] : asked === spoken ? tag : spoken;
  const put = (name, part, textContent, more) =>
    note.appendChild(Object.assign(document.createElement(name), { textContent }, more)).setAttribute('part', part);
  put('p', '', faults[reason] || standIn[1]);
  if (retryable) put('button', 'retry', faults.retry, { type: 'button', onclick: load });
  // The original: what the owner links to, what the article says of itself, else the source's page for people.
  const fallback = el.querySelector('a[href]');
  const own = first(list(articles)[setting(el, 'item') || 0] || {}, ['canonical_url', 'url', 'link']);
  const named = typeof own === 'string' ? absolute(own, url || undefined) : '';
  const isOpen = !KEY.test(named) && !/\/(null|undefined)\/?$/.test(named);
  const href = (fallback && absolute(fallback.href)) || (isOpen && named) || pageOf(url);
  if (href) put('a', 'source', faults.readOriginal || new URL(href).host, { href, target: '_blank', rel: 'noopener' });
  if (el.hasAttribute('data-debug')) put('pre', 'debug', code + ': ' + message);
  return { note, detail: { code, message, url, status, retryable } };
};
