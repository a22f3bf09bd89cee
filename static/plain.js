// What must work without the WebAssembly reader: the text of sources that are not plain to see, articles that stand in
// the page, and faults in words. The loader (qari.js) imports it when one of these is wanted.

/** Languages that are spoken to in the words of another one that their readers know best (src/locale). */
const WORDS_OF = { iw: 'he', yi: 'he', ji: 'he', pes: 'fa', prs: 'fa', dv: 'en', nqo: 'en', syr: 'en' };
/** An article's list and text where the loader does not look, and what an article is known by. */
const MORE_LISTS = ['pages', 'mainEntity'];
const MORE_BODIES = ['plaintext', 'components'];
const NAMES = ['id', '@id', 'slug', 'url', 'link'];
/** A module whose function takes an externref: a browser too old for the reader refuses it. */
const REFERENCE_TYPES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

const setting = (el, name) => (el.getAttribute('data-' + name) || '').trim();
const fault = (code, message) => Object.assign(Error(message), { code });

/** The loader's inert parser; where the page's Trusted Types refuse even that, the lines of the text as paragraphs. */
const safely = (parse) => (html) => {
  try {
    return parse(html);
  } catch (_) {
    const { body } = document.implementation.createHTMLDocument('');
    const blocks = /<\/?(?:p|h\d|li|div|br|t[dhr]|d[dt]|pre|(?:fig)?caption|blockquote|summary)\b[^>]*>/i;
    for (const line of html.replace(/<(script|style)[^]*?<\/\1>/gi, '').split(blocks)) {
      const text = line.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
      body.appendChild(document.createElement('p')).textContent = text;
    }
    return body;
  }
};

/** A source that is no request: `#id` of a script of JSON, or `page` for the page's own JSON-LD and its article. */
export const find = async (el, src, parse) => {
  if (document.readyState === 'loading')
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const url = document.baseURI;
  if (/^page$/i.test(src)) {
    const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json" i]'));
    if (!scripts[0]) throw fault('config', 'data-src="page": no application/ld+json script in this page');
    const articles = Array.from(document.querySelectorAll('article'));
    const article = articles.find((one) => !one.contains(el)) || articles[0];
    // Parsed anew, inert: in the page, what sits in a form shadows the form's properties.
    return { texts: scripts.map((script) => script.textContent), url, page: article && safely(parse)(article.innerHTML) };
  }
  const script = src[0] === '#' && document.getElementById(src.slice(1));
  if (script && /^\s*application\/(ld\+)?json\s*$/i.test(script.type)) return { texts: [script.textContent], url };
  const allowed = 'neither an http(s) URL, nor the #id of a JSON script in this page (application/json or application/ld+json), nor "page"';
  throw fault('config', src ? 'data-src="' + src + '": ' + allowed : 'data-src is missing');
};

/**
 * The article of a source in a shape that the loader's look makes out; nothing where it is not clear which is meant.
 * `setting` gives an attribute, `parse` an inert body of HTML.
 */
export const simple = (setting, { texts, page }, parse, lists, bodies) => {
  const read = safely(parse);
  const list = (value) => (value == null ? [] : [].concat(value));
  const first = (node, names) => names.map((name) => node[name]).find(Boolean);
  /** Everything that may be an article, from the outside in. */
  const nodes = (value) =>
    list(value).flatMap((node) =>
      node && typeof node === 'object' ? [node, ...[...lists, ...MORE_LISTS].flatMap((name) => nodes(node[name]))] : [],
    );
  /** What stands at a dotted path; `*` is each item. */
  const at = (node, path) => {
    const go = (found, step) => found.flatMap((one) => (step === '*' ? Object.values(Object(one)) : [Object(one)[step]]));
    return path.split('.').reduce(go, [node]).flatMap(list);
  };
  const map = {};
  for (const entry of setting('map').split(';')) {
    const [field, paths = ''] = entry.split(/:(.*)/);
    map[field.trim()] = paths.split('|').map((path) => path.trim());
  }
  const mapped = (node, field) => map[field] && map[field].map((path) => at(node, path)).find((found) => found[0]);
  const paragraphs = (html) => {
    const body = read(String(html));
    const blocks = Array.from(body.querySelectorAll('p,h2,h3,li,pre'));
    return (blocks[0] ? blocks : [body]).map((block) => ({ text: block.textContent }));
  };
  const documents = texts.flatMap((text) => {
    try {
      return [JSON.parse(text)];
    } catch (_) {
      return []; // one of several scripts of the page
    }
  });
  const item = setting('item');
  for (const node of nodes(documents.flatMap((json) => mapped(json, 'items') || json))) {
    const title = first(node, ['title', 'headline']) || mapped(node, 'title');
    if (!title || (item && !NAMES.some((name) => String(node[name]) === item))) continue;
    let body = first(node, [...bodies, ...MORE_BODIES]) || mapped(node, 'body') || '';
    if (body === node.body && body.map) return node; // blocks, as the loader knows them
    // A component of Apple News has a text, or components.
    body = list(body.rendered || body).flatMap((part) =>
      Object(part) === part ? [part.text, ...list(part.components).map((inner) => inner.text)] : part,
    );
    if (!body[0] && page) body = Array.from(page.querySelectorAll('p'), (p) => p.textContent);
    return {
      title: read(String(title.rendered || title)).textContent,
      language: node.language || node.inLanguage,
      url: node.url || node.link,
      // A blank: where there is no text the title shows alone.
      body: [...body.filter((part) => part && part !== title).flatMap(paragraphs), { text: ' ' }],
    };
  }
};

/** Why the reader's program is missing, as a code of the contract. */
const diagnosis = () => {
  const isNone = typeof WebAssembly !== 'object';
  // A browser of today has it switched off.
  if (isNone ? !document.adoptedStyleSheets : !WebAssembly.validate(REFERENCE_TYPES)) return 'unsupported-browser';
  try {
    // WebKit compiles what a CSP forbids and refuses only to run it.
    new WebAssembly.Instance(new WebAssembly.Module(REFERENCE_TYPES));
    return 'wasm-failed';
  } catch (_) {
    return 'wasm-blocked';
  }
};
const MESSAGES = {
  'unsupported-browser': 'no WebAssembly reference types',
  'wasm-blocked': "WebAssembly may not run; a CSP needs script-src 'wasm-unsafe-eval'",
};

/** An http(s) address, made absolute; nothing where it is none. */
const absolute = (address, base) => {
  try {
    const { protocol, href } = new URL(address, base);
    return /^https?:$/.test(protocol) ? href : '';
  } catch (_) {
    return '';
  }
};

/** What went wrong: for the reader a sentence, perhaps a button and a link; for the owner the detail of `qari:error`. */
export const explain = async ({ el, error, isText, load, address, tag, language, words }) => {
  const code = typeof error.code === 'string' ? error.code : diagnosis();
  const cause = code === error.code ? error.message : String(error);
  const message = MESSAGES[code] ? MESSAGES[code] + ' (' + cause + ')' : cause;
  const { status = 0 } = error;
  const retryable = /^(network|timeout|wasm-failed)$/.test(code) || status >= 500 || status === 429 || status === 408;
  // What stands in the page has no address of its own.
  const src = setting(el, 'src');
  const url = /^(#|page$|$)/i.test(src) ? '' : absolute(src, document.baseURI);
  const [asked] = tag.toLowerCase().split(/[-_]/);
  language = WORDS_OF[asked] || language;
  const text = await words(language);
  const isArabic = language === 'ar';
  const { faults } = text ? JSON.parse(text) : { faults: isArabic ? { retry: 'إعادة المحاولة' } : { retry: 'Try again' } };
  const sentence = isText ? faults.simplified : status === 404 || status === 410 ? faults.gone : retryable ? faults.connection : faults.unreadable;

  const note = document.createElement('div');
  const put = (name, part, content, more) => {
    const made = Object.assign(document.createElement(name), { textContent: content }, more);
    if (part) made.setAttribute('part', part);
    note.appendChild(made);
  };
  note.setAttribute('part', 'error');
  note.setAttribute('role', 'alert');
  note.lang = text ? (asked === language ? tag : language) : isArabic ? 'ar' : 'en';
  put('p', '', sentence || (isArabic ? 'تعذّر التحميل' : 'Not loaded'));
  if (retryable) put('button', 'retry', faults.retry, { type: 'button', onclick: load });
  // The original: what the owner links to, what the article says of itself, WordPress's short link, else the source.
  const fallback = el.querySelector('a[href]');
  const href =
    absolute(fallback ? fallback.href : '') ||
    (typeof address === 'string' && absolute(address, url || document.baseURI)) ||
    url.replace(/wp-json\/wp\/v2\/posts\/(\d+).*/, '?p=$1');
  if (href) put('a', 'source', faults.readOriginal || new URL(href).host, { href, target: '_blank', rel: 'noopener' });
  if (el.hasAttribute('data-debug')) put('pre', 'debug', code + ': ' + message);
  return { note, detail: { code, message, url, status, retryable } };
};
