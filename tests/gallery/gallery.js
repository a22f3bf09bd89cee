// Builds the gallery: sections of cells, each cell one reader with its attributes. States that a server would have to
// cause (slow, broken, refused) are made here by answering the reader's own requests.
// `?cdn=` names where qari.js is, `?only=` a section, `?screen=desktop` makes the cells as wide as on one, `?state=` is one
// state alone in the page, with `dir=ltr` from left to right. The page follows the system's light and dark, and the readers do.
const query = new URLSearchParams(location.search);
const cdn = query.get('cdn') || 'http://127.0.0.1:8080';
const articles = cdn + '/demo/articles/';
const AR = articles + 'blocks.json';
const LATIN = articles + 'latin.json';
const WIDE = query.get('screen') === 'desktop';
const USUAL = WIDE ? 768 : 360;

/** What requests under `/state/` are answered with. */
const text = (body, status = 200) => new Response(body, { status, headers: { 'content-type': 'application/json' } });
const ANSWERS = {
  never: (signal) => new Promise((_, fail) => signal && signal.addEventListener('abort', () => fail(signal.reason))),
  network: () => Promise.reject(new TypeError('Failed to fetch')),
  gone: () => text('', 404),
  http: () => text('', 500),
  'not-json': () => text('<!doctype html><title>Log in</title>'),
  'unknown-format': () => text('{"weather": "sunny"}'),
  'empty-article': () => text('{"title": "", "body": ""}'),
  'too-large': () => text('"' + 'a'.repeat(10_100_000) + '"'),
};
const ask = window.fetch;
const state = query.get('state');
window.fetch = async (address, options = {}) => {
  const url = String(address.url || address);
  const made = ANSWERS[(url.split('/state/')[1] || '')];
  if (made) return made(options.signal);
  // The plain view stays for as long as the wasm does not come, and for good if it cannot run.
  if (/\.wasm$/.test(url) && state === 'plain') return ANSWERS.never();
  if (/\.wasm$/.test(url) && /^(wasm|unsupported)-/.test(state)) return text('', 500);
  return ask(address, options);
};
if (state === 'wasm-blocked') WebAssembly.Instance = function Instance() { throw new WebAssembly.CompileError('refused by the gallery'); };
/** A device with a voice that never ends its sentence. */
if (state === 'listening') {
  const speech = { getVoices: () => [['ar-MA', 'Arabic'], ['fr-FR', 'French']].map(([lang, name]) => ({ lang, name, localService: true, default: true })), speak: (one) => one.onstart && one.onstart(), cancel() {}, pause() {}, resume() {}, addEventListener() {}, removeEventListener() {} };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
}
if (state === 'unsupported-browser') WebAssembly.validate = () => false;

/** A reader with these attributes; what is chosen in one must not reach the others through the device. */
const reader = (src, attributes) => {
  const made = document.createElement('qari-reader');
  const usual = { src, baseUrl: articles, remember: 'off', minHeight: '680px' };
  for (const [name, value] of Object.entries({ ...usual, ...attributes })) made.dataset[name] = value;
  return made;
};
const cell = (name, width, content, short) => {
  const made = document.createElement('div');
  made.className = 'cell';
  const title = made.appendChild(document.createElement('h3'));
  title.textContent = `${name} · ${width} px`;
  const host = made.appendChild(document.createElement('div'));
  host.className = short ? 'host short' : 'host';
  if (short && content.dataset.src !== undefined) content.dataset.minHeight = '300px';
  host.style.width = width + 'px';
  host.append(content);
  return made;
};
/** Does something with a reader as soon as it is there. */
const then = (made, act) => {
  made.addEventListener('qari:ready', () => act(made.shadowRoot, made), { once: true });
  return made;
};
const opened = (made) => then(made, (root) => root.querySelector('[part=settings]').click());
/** What no article has: its end is shown. */
const END = '[part=end]';
/** Keeps this part, or the end where there is none, in view until nothing has moved for thirty frames: the article comes in slices, and blocks get their height when near. */
const showing = (part, made) => {
  made.classList.add('going');
  return then(made, (root) => {
    const host = made.closest('.host');
    if (part === END) host.dataset.end = 'shown';
    let [still, before] = [0, ''];
    const look = () => {
      const found = root.querySelector(part);
      host.scrollTop = found ? host.scrollTop + found.getBoundingClientRect().bottom - host.getBoundingClientRect().bottom + 72 : 1e6;
      const now = [host.scrollTop, host.scrollHeight].join();
      still = now === before ? still + 1 : 0;
      before = now;
      if (still < 30) requestAnimationFrame(look);
      else made.classList.remove('going');
    };
    look();
  });
};
/** A reader with the owner's own link in it. */
const withFallback = (made) => {
  made.append(Object.assign(document.createElement('a'), { href: '/article', textContent: 'اقرأ المقال على موقعنا' }));
  return made;
};
const framed = (name, dir = 'rtl') => {
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.src = `?${new URLSearchParams({ cdn, state: name, dir })}`;
  return frame;
};

const DIRECTIONS = [['rtl', AR], ['ltr', LATIN]];
const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'];
const pairs = (list, make) => list.flatMap((one) => DIRECTIONS.map(([direction, src]) => make(one, direction, src)));
const ALL = 'native whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print';
/** What is left out, set or shown, and the part that shows it where that is not the top. */
const PARTS = [
  ['no controls, no share row', { controls: 'none', share: 'none' }, END],
  ['text alone', { hide: 'breadcrumb summary image byline date reading-time progress tags source toolbar share' }],
  ['every network', { share: ALL }, '[part=share]'],
  ['embeds as links', { embeds: 'link' }, '[part=embed]'],
  ['accent', { accent: 'crimson' }],
  ['panel for the owner', { debug: '', theme: 'pink' }, END],
];
const both = (make) => DIRECTIONS.map(([direction, src]) => make(direction, src));
const fault = (name, source, attributes = {}) =>
  ['ar', 'en'].map((uiLang) => cell(`${name}, ${uiLang}`, USUAL, reader(source, { loading: 'eager', uiLang, ...attributes }), true));
const SECTIONS = {
  themes: () => pairs(THEMES, (theme, direction, src) => cell(`${theme} ${direction}`, USUAL, reader(src, { theme }))),
  sizes: () => pairs([1, 3, 5, 7, 9], (textSize, direction, src) => cell(`size ${textSize} ${direction}`, USUAL, reader(src, { textSize }))),
  widths: () => pairs([280, 320, 414, 600, 768, 1024], (width, direction, src) => cell(direction, width, reader(src, {}))),
  fonts: () => pairs(['system', 'naskh', 'sans', 'inherit'], (font, direction, src) => cell(`${font} ${direction}`, USUAL, reader(src, { font }))),
  languages: () => ['ar', 'fa', 'ur', 'he', 'fr', 'en', 'es'].map((uiLang) => cell(`interface ${uiLang}`, USUAL, opened(reader(AR, { uiLang })))),
  settings: () => [
    ...pairs(WIDE ? [600, USUAL] : [280, USUAL], (width, direction, src) => cell(`settings ${direction}`, width, opened(reader(src, {})))),
    ...THEMES.slice(3).map((theme) => cell(`settings ${theme}`, USUAL, opened(reader(AR, { theme })))),
    cell('settings, size 9', USUAL, opened(reader(AR, { textSize: 9 }))),
  ],
  parts: () => pairs(PARTS, ([name, attributes, at], direction, src) => {
    const made = reader(src, attributes);
    return cell(`${name} ${direction}`, USUAL, at ? showing(at, made) : made);
  }),
  reading: () => [
    ...both((direction, src) => cell(`end of the article ${direction}`, USUAL, showing(END, reader(src, {})))),
    ...pairs(['listening', 'returning', 'focus', 'print'], (name, direction) => cell(`${name} ${direction}`, USUAL, framed(name, direction))),
  ],
  loading: () => [
    ...(WIDE ? [] : [cell('skeleton', 280, reader('state/never', { loading: 'eager' }))]),
    cell('skeleton', USUAL, reader('state/never', { loading: 'eager' })),
    cell('skeleton sepia', USUAL, reader('state/never', { loading: 'eager', theme: 'sepia' })),
    ...both((direction) => cell(`plain view ${direction}`, USUAL, framed('plain', direction))),
  ],
  errors: () => [
    ...Object.keys(ANSWERS).filter((name) => name !== 'never').flatMap((name) => fault(name, 'state/' + name)),
    ...fault('timeout', 'state/never', { timeout: 1 }),
    ...fault('config', ''),
    cell('http, dark, English', USUAL, reader('state/http', { loading: 'eager', theme: 'dark', uiLang: 'en' }), true),
    cell('network, with a fallback', USUAL, withFallback(reader('state/network', { loading: 'eager', uiLang: 'ar' })), true),
    cell('http with the owner’s debug', USUAL, reader('state/http', { loading: 'eager', debug: '' }), true),
    ...pairs(['wasm-failed', 'wasm-blocked', 'unsupported-browser'], (name, direction) => cell(`${name} ${direction}`, USUAL, framed(name, direction))),
  ],
};

const main = document.getElementById('main');
if (state) {
  document.body.className = 'alone';
  document.querySelector('header').remove();
  const ltr = query.get('dir') === 'ltr';
  // A reader who comes back: the device keeps the number of a block by the article's own address.
  const remember = state === 'returning' ? 'on' : 'off';
  const places = { 'https://news.example/2026/05/02/essaouira-en-un-jour/': 12, 'https://news.example/fr/2026/03/30/bibliotheque-palmeraie/': 6 };
  if (state === 'returning') localStorage['qari:places'] = JSON.stringify(places);
  if (ltr) Object.assign(document.documentElement, { lang: 'fr' });
  const alone = then(reader(ltr ? LATIN : AR, { loading: 'eager', minHeight: '100vh', remember }), (root) => {
    if (state === 'listening') root.querySelector('[part=listen]').click();
    // The rules for paper hold on the screen; those for the focus hold for all that take it, at once.
    const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    for (const rule of rules) {
      if (state === 'print' && rule.media && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
      if (state === 'focus' && /:focus-visible/.test(rule.selectorText)) rule.selectorText = rule.selectorText.replaceAll(':focus-visible', ':is(:any-link, button, .poster, .scroll)');
    }
  });
  main.append(alone);
} else {
  for (const [name, cells] of Object.entries(SECTIONS)) {
    const link = document.getElementById('sections').appendChild(document.createElement('a'));
    Object.assign(link, { href: `?${new URLSearchParams({ cdn, only: name, screen: WIDE ? 'desktop' : 'phone' })}`, textContent: name });
    if (query.has('only') && query.get('only') !== name) continue;
    const section = main.appendChild(document.createElement('section'));
    section.id = name;
    section.appendChild(document.createElement('h2')).textContent = name;
    const row = section.appendChild(document.createElement('div'));
    row.className = 'row';
    row.append(...cells());
  }
}
document.head.append(Object.assign(document.createElement('script'), { src: cdn + '/qari.js', async: true }));
