// The Worker in workerd, by miniflare: what readers get, what is kept, and what happens when a source is bad.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test as node } from 'node:test';
import { start } from '../serve.mjs';
import { startSources } from './sources.mjs';

const LIMITS = { QARI_TIMEOUT: '1', QARI_MAX_BYTES: '200000', QARI_BASE: 'https://cdn.example/qari/' };
/** How long a state may take to come; only a failure waits that long. */
const PATIENCE = 20_000;
const test = (name, trial) => node(name, { timeout: 3 * PATIENCE }, trial);

let sources;
let worker;
before(async () => {
  sources = await startSources();
  worker = await start({ ...LIMITS, QARI_DEV_SOURCES: sources.host, QARI_SOURCES: 'news.example' });
});
after(async () => {
  await worker?.end();
  await sources?.end();
});

const at = (of, source, query = '') => `${of.origin}/read?src=${encodeURIComponent(source.startsWith('/') ? sources.origin + source : source)}${query}`;
const get = (source, query, init) => fetch(at(worker, source, query), init);
const faultOf = async (answer) => [answer.status, JSON.parse(answer.headers.get('x-qari-error')).code];

test('an article is a page, with its headers', async () => {
  const answer = await get('/article.json', '&theme=sepia');
  const html = await answer.text();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=300, stale-while-revalidate=86400');
  assert.equal(answer.headers.get('content-length'), null, 'it is streamed');
  assert.equal(answer.headers.get('link'), '<https://cdn.example/qari/qari.css>; rel=preload; as=style');
  assert.match(answer.headers.get('content-security-policy'), /style-src https:\/\/cdn\.example;/);
  assert.match(html, /^<!doctype html>\n<html lang="ar-MA" dir="rtl">/);
  assert.match(html, /data-theme="sepia"[^]*فتحت الدكاكين أبوابها/);
  assert.match(html, /href="https:\/\/cdn\.example\/qari\/qari\.css"/);
  assert.doesNotMatch(html, / style=|<script>/);
});

test('a snippet is for pages of other origins', async () => {
  const answer = await get('/article.json', '&as=snippet', { headers: { origin: 'https://partner.example' } });
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  const html = await answer.text();
  assert.match(html, /^<script [^>]*touch\.js"><\/script>\n<qari-reader /);
  // What touch.js opens and says is in it: no program runs behind a page of the Worker's either.
  assert.match(html, /part="share"[^>]* data-copied="/);
  assert.match(html, /class="sheet"[^]*data-choice="sepia"/);
  const asked = await get('/article.json', '&as=snippet', { method: 'OPTIONS' });
  assert.equal(asked.headers.get('access-control-allow-origin'), '*');
});

test('other sites find how a page is framed', async () => {
  const html = await (await get('/article.json', '&theme=sepia&utm_source=x')).text();
  const [, found] = html.match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/);
  const asked = new URL(found.replaceAll('&amp;', '&'));
  asked.searchParams.set('maxwidth', '500');
  asked.searchParams.set('format', 'json');
  const answer = await fetch(asked);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  const { html: frame, ...told } = await answer.json();
  const { host, origin } = new URL(worker.origin);
  const size = { width: 500, height: 600 };
  assert.deepEqual(told, { version: '1.0', type: 'rich', title: 'سوق الخميس يعود', provider_name: host.split(':')[0], provider_url: origin, ...size });
  assert.match(frame, /^<blockquote><a href="https:\/\/news\.example\/souk">سوق الخميس يعود<\/a><\/blockquote><iframe [^>]*sandbox="allow-scripts [^>]*><\/iframe>$/);
  const [, src] = frame.match(/ src="([^"]+)"/);
  const framed = await fetch(src.replaceAll('&amp;', '&'));
  const page = await framed.text();
  assert.match(framed.headers.get('content-security-policy'), /script-src https:\/\/cdn\.example /);
  assert.match(page, /<script defer src="https:\/\/cdn\.example\/qari\/embed\.js"><\/script>/);
  assert.match(page, /<meta name="robots" content="noindex">[^]*data-theme="sepia"/);
  assert.doesNotMatch(page, /json\+oembed/);
});

test('oembed of an article is that of its page, and has its own faults', async () => {
  const ask = (parameters) => fetch(`${worker.origin}/oembed?${new URLSearchParams(parameters)}`);
  const post = await (await ask({ url: `${sources.origin}/page-post` })).json();
  assert.ok(post.author_name && post.provider_name && post.title);
  assert.deepEqual(await faultOf(await ask({ url: `${sources.origin}/article.json`, format: 'xml' })), [501, 'config']);
  assert.deepEqual(await faultOf(await ask({})), [400, 'config']);
  assert.deepEqual(await faultOf(await ask({ url: `${sources.origin}/gone` })), [404, 'http']);
  assert.deepEqual(await faultOf(await ask({ url: 'https://other.example/' })), [403, 'refused']);
  assert.equal((await (await ask({ url: `${sources.origin}/gone` })).json()).error, 'the source answered 404');
});

test('what the reader has already is not sent again', async () => {
  const tag = (await get('/article.json')).headers.get('etag');
  assert.match(tag, /^"[0-9a-f]{16}"$/);
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const answer = await get('/article.json', '', { headers: { 'if-none-match': known } });
    assert.equal(answer.status, 304);
    assert.equal(answer.headers.get('etag'), tag);
    assert.equal(await answer.text(), '');
  }
  const other = await get('/article.json', '', { headers: { 'if-none-match': '"other"' } });
  assert.equal(other.status, 200);
});

/** Asks until an answer is from the cache: it is kept after it was sent. */
const kept = async (of, source, query) => {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const answer = await fetch(at(of, source, query));
    const html = await answer.text();
    if (answer.headers.get('x-qari-cache') !== 'miss') return { answer, html };
  }
  assert.fail('nothing was kept');
};

test('answers are kept, and the source is not asked again', async () => {
  const first = await (await get('/changing.json')).text();
  const { answer, html } = await kept(worker, '/changing.json', '');
  const before = sources.asked['/changing.json'];
  assert.equal(answer.headers.get('x-qari-cache'), 'hit');
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=300, stale-while-revalidate=86400');
  assert.match(answer.headers.get('age'), /^\d+$/);
  assert.equal(answer.headers.get('x-qari-made'), null);
  assert.match(first, /الطبعة \d/);
  // The same request, written otherwise.
  const again = await fetch(`${worker.origin}/read?utm_source=x&as=page&src=${sources.origin}/changing.json`);
  assert.equal(again.headers.get('x-qari-cache'), 'hit');
  assert.equal(again.headers.get('x-qari-ignored'), '["utm_source"]');
  assert.equal(await again.text(), html);
  assert.equal(sources.asked['/changing.json'], before);
});

test('a stale answer is given at once, and made anew for the next reader', async () => {
  const hasty = await start({ ...LIMITS, QARI_MAX_AGE: '0', QARI_DEV_SOURCES: sources.host });
  try {
    await (await fetch(at(hasty, '/changing.json'))).text();
    const { answer, html } = await kept(hasty, '/changing.json');
    assert.equal(answer.headers.get('x-qari-cache'), 'stale');
    for (const end = Date.now() + PATIENCE; ; ) {
      const next = await fetch(at(hasty, '/changing.json'));
      if ((await next.text()) !== html) {
        assert.equal(next.headers.get('x-qari-cache'), 'stale');
        break;
      }
      assert.ok(Date.now() < end, 'it was not made anew');
    }
  } finally {
    await hasty.end();
  }
});

test('private addresses are refused, also where a source or a page leads there', async () => {
  const closed = await start({ QARI_SOURCES: '127.0.0.1 localhost', QARI_HTTP: 'on' });
  try {
    const before = sources.asked['/article.json'];
    for (const source of ['/article.json', sources.origin.replace('127.0.0.1', 'localhost'), 'http://127.1/', 'http://[::1]/'])
      assert.deepEqual(await faultOf(await fetch(at(closed, source))), [403, 'refused'], source);
    assert.equal(sources.asked['/article.json'], before, 'it was not asked');
  } finally {
    await closed.end();
  }
  for (const source of ['/to-private', '/page-private', 'https://192.168.0.1/']) assert.deepEqual(await faultOf(await get(source)), [403, 'refused'], source);
});

test('hosts that are not on the list are refused, also by a redirect', async () => {
  for (const source of ['https://other.example/', '/to-other', 'http://news.example/']) assert.deepEqual(await faultOf(await get(source)), [403, 'refused'], source);
});

test('redirects are followed, but not without end', async () => {
  assert.match(await (await get('/moved')).text(), /فتحت الدكاكين/);
  assert.deepEqual(await faultOf(await get('/loop')), [502, 'network']);
  assert.equal(sources.asked['/loop'], 4, 'the first, and three redirects');
});

test('a slow source is given up', async () => {
  for (const source of ['/slow', '/slow-body']) assert.deepEqual(await faultOf(await get(source)), [504, 'timeout'], source);
});

test('a huge source is read no further than the limit', async () => {
  assert.deepEqual(await faultOf(await get('/huge')), [502, 'too-large']);
  for (const end = Date.now() + PATIENCE; !sources.huge.closed; await new Promise(setImmediate)) assert.ok(Date.now() < end, 'it is still read');
  // What was under way in buffers comes on top.
  assert.ok(sources.huge.sent < 20_000_000, `${sources.huge.sent} bytes`);
});

test('a broken source is told from one that has no such article', async () => {
  for (const [source, status, code] of [
    ['/broken', 502, 'not-json'],
    ['/cut', 502, 'network'],
    ['/failing', 502, 'http'],
    ['/picture', 502, 'not-json'],
    ['/page-bare', 502, 'unknown-format'],
    ['/gone', 404, 'http'],
  ]) {
    const answer = await get(source, '&lang=fr');
    assert.deepEqual(await faultOf(answer), [status, code], source);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=10');
    assert.match(await answer.text(), /<html lang="fr" dir="ltr">[^]*href="http:\/\/127\.0\.0\.1/, source);
  }
});

test('the address of a page leads to its article', async () => {
  for (const [source, text] of [
    ['/page-post', 'قطع القطار التجريبي'],
    ['/page-data', 'نص من الصفحة نفسها'],
    ['/page-feed', 'نص من الخلاصة'],
    ['/page-old', 'نص قديم'],
  ]) {
    const html = await (await get(source)).text();
    assert.ok(html.includes(text), `${source}: ${html}`);
    assert.ok(!html.includes('قائمة الموقع') && !html.includes('نص آخر'), source);
  }
});

test('other requests are told what there is', async () => {
  assert.equal((await fetch(`${worker.origin}/`)).status, 404);
  assert.equal((await get('/article.json', '', { method: 'POST' })).status, 405);
  assert.deepEqual(await faultOf(await fetch(`${worker.origin}/read`)), [400, 'config']);
  const head = await get('/article.json', '', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
});

test('settings with a slip are not guessed at', async () => {
  const wrong = await start({ QARI_SOURCES: '*' });
  try {
    const answer = await fetch(at(wrong, 'https://news.example/a'));
    assert.deepEqual(await faultOf(answer), [500, 'config']);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  } finally {
    await wrong.end();
  }
});

test('the program starts afresh, and refuses objects of before', async () => {
  const { __wbg_reset_state, initSync, Edge } = await import(join(process.env.QARI_EDGE, 'qari_edge.js'));
  initSync({ module: new WebAssembly.Module(await readFile(join(process.env.QARI_EDGE, 'qari_edge_bg.wasm'))) });
  const visit = () => new Edge('{}').visit('https://edge.example/read', '');
  const old = visit();
  __wbg_reset_state();
  assert.throws(() => old.answer(), Error);
  assert.equal(visit().answer().status, 400);
});
