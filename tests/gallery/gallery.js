// Builds the gallery: sections of cells, each cell one reader with its attributes. States that a server would have to
// cause (slow, broken, refused) are made here by answering the reader's own requests.
// `?cdn=` names where qari.js is, `?only=` a section, `?state=` one state alone in the page.
const query = new URLSearchParams(location.search);
const cdn = query.get('cdn') || 'http://127.0.0.1:8080';
const articles = cdn + '/demo/articles/';
const AR = articles + 'blocks.json';
const LATIN = articles + 'latin.json';

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
  if (/\.wasm$/.test(url) && state === 'wasm-failed') return text('', 500);
  return ask(address, options);
};
if (state === 'wasm-blocked') WebAssembly.Instance = function Instance() { throw new WebAssembly.CompileError('refused by the gallery'); };
/** A device with a voice that never ends its sentence. */
if (state === 'listening') {
  const speech = { getVoices: () => [{ lang: 'ar-MA', name: 'Arabic', localService: true, default: true }], speak: (one) => one.onstart && one.onstart(), cancel() {}, pause() {}, resume() {}, addEventListener() {}, removeEventListener() {} };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
}
if (state === 'unsupported-browser') WebAssembly.validate = () => false;

/** A reader with these attributes; what is chosen in one must not reach the others through the device. */
const reader = (src, attributes) => {
  const made = document.createElement('qari-reader');
  const usual = { src, baseUrl: articles, remember: 'off', minHeight: '100%' };
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
const atEnd = (made) => then(made, (root) => {
  const host = made.closest('.host');
  // The rest comes in slices, and has its height only when it comes near. Whoever turns the wheel goes where they like.
  const grows = new ResizeObserver(() => (host.scrollTop = host.scrollHeight));
  grows.observe(root.querySelector('[part=article]'));
  host.addEventListener('wheel', () => grows.disconnect(), { once: true });
});
/** A reader with the owner's own link in it. */
const withFallback = (made) => {
  made.append(Object.assign(document.createElement('a'), { href: '/article', textContent: 'اقرأ المقال على موقعنا' }));
  return made;
};
const framed = (name) => {
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.src = `?${new URLSearchParams({ cdn, state: name })}`;
  return frame;
};

const DIRECTIONS = [['rtl', AR], ['ltr', LATIN]];
const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'];
const pairs = (list, make) => list.flatMap((one) => DIRECTIONS.map(([direction, src]) => make(one, direction, src)));
const SECTIONS = {
  themes: () => pairs(THEMES, (theme, direction, src) => cell(`${theme} ${direction}`, 360, reader(src, { theme }))),
  sizes: () => pairs([1, 3, 5, 7, 9], (textSize, direction, src) => cell(`size ${textSize} ${direction}`, 360, reader(src, { textSize }))),
  widths: () => pairs([280, 320, 414, 600, 768, 1024], (width, direction, src) => cell(direction, width, reader(src, {}))),
  fonts: () => pairs(['system', 'naskh', 'sans', 'inherit'], (font, direction, src) => cell(`${font} ${direction}`, 360, reader(src, { font }))),
  languages: () => ['ar', 'fa', 'ur', 'he', 'fr', 'en', 'es'].map((uiLang) => cell(`interface ${uiLang}`, 360, opened(reader(AR, { uiLang })))),
  settings: () => [
    ...pairs([280, 360, 768], (width, direction, src) => cell(`settings ${direction}`, width, opened(reader(src, {})))),
    ...THEMES.slice(1).map((theme) => cell(`settings ${theme}`, 360, opened(reader(AR, { theme })))),
    cell('settings, size 9', 360, opened(reader(AR, { textSize: 9 }))),
  ],
  parts: () => [
    cell('no controls, no share row', 360, reader(AR, { controls: 'none', share: 'none' })),
    cell('text alone', 360, reader(AR, { hide: 'breadcrumb summary image byline date reading-time progress tags source toolbar share' })),
    cell('every network', 360, reader(AR, { share: 'native whatsapp facebook x telegram linkedin reddit bluesky threads pinterest email sms copy print' })),
    cell('embeds as links', 360, reader(AR, { embeds: 'link' })),
    cell('accent', 360, reader(AR, { accent: 'crimson' })),
    cell('panel for the owner', 360, reader(AR, { debug: '', theme: 'pink' })),
  ],
  reading: () => [
    ...pairs([360, 768], (width, direction, src) => cell(`end of the article ${direction}`, width, atEnd(reader(src, { loading: 'eager' })))),
    ...['listening', 'returning', 'focus', 'print'].map((name) => cell(name, 360, framed(name))),
  ],
  loading: () => [
    ...[280, 360, 768].map((width) => cell('skeleton', width, reader('state/never', { loading: 'eager' }))),
    cell('skeleton rtl', 360, reader('state/never', { loading: 'eager', lang: 'ar' })),
    cell('skeleton dark', 360, reader('state/never', { loading: 'eager', theme: 'dark' })),
    cell('plain view', 360, framed('plain')),
  ],
  errors: () => [
    ...Object.keys(ANSWERS).filter((name) => name !== 'never').map((name) => cell(name, 360, reader('state/' + name, { loading: 'eager', uiLang: 'ar' }), true)),
    cell('timeout', 360, reader('state/never', { loading: 'eager', timeout: 1 }), true),
    cell('config', 360, reader('', { loading: 'eager' }), true),
    cell('http, dark, English', 360, reader('state/http', { loading: 'eager', theme: 'dark', uiLang: 'en' }), true),
    cell('network, with a fallback', 360, withFallback(reader('state/network', { loading: 'eager', uiLang: 'ar' })), true),
    cell('http with the owner’s debug', 360, reader('state/http', { loading: 'eager', debug: '' }), true),
    ...['wasm-failed', 'wasm-blocked', 'unsupported-browser'].map((name) => cell(name, 360, framed(name))),
  ],
};

const main = document.getElementById('main');
if (state) {
  document.body.className = 'alone';
  document.querySelector('header').remove();
  // A reader who comes back: the device keeps the number of a block by the article's own address.
  const remember = state === 'returning' ? 'on' : 'off';
  if (state === 'returning') localStorage['qari:places'] = JSON.stringify({ 'https://news.example/2026/05/02/essaouira-en-un-jour/': 12 });
  const alone = then(reader(AR, { loading: 'eager', minHeight: '100vh', remember }), (root) => {
    if (state === 'listening') root.querySelector('[part=listen]').click();
    if (state === 'focus') root.querySelector('[part=breadcrumb] a').focus({ focusVisible: true });
    // The rules for paper hold on the screen.
    const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    for (const rule of rules) if (state === 'print' && rule.media && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
  });
  main.append(alone);
} else {
  for (const [name, cells] of Object.entries(SECTIONS)) {
    const link = document.getElementById('sections').appendChild(document.createElement('a'));
    Object.assign(link, { href: `?${new URLSearchParams({ cdn, only: name })}`, textContent: name });
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
