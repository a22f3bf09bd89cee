// The Worker: fetches what the program in src/ says, keeps answers, sends them. What is decided is decided there.
import program from './qari_edge_bg.wasm';
import { __wbg_reset_state, initSync, is_known, Edge } from './qari_edge.js';

/** @typedef {{ waitUntil(promise: Promise<unknown>): void }} Context */
/** @typedef {Record<string, unknown> & { ASSETS?: { fetch(request: Request): Promise<Response> } }} Env */

initSync({ module: program });

/** What sources are asked with: no cookies, nothing of the reader. */
const ASKING = { accept: 'application/json, text/html;q=0.9, */*;q=0.1', 'user-agent': 'qari-edge/0.1' };
/** When an answer was made, in milliseconds: for its age. Kept with it and not sent. */
const MADE = 'x-qari-made';

/** @type {Edge | undefined} */
let edge;

/** @param {Env} env */
const settings = (env) => {
  const own = Object.entries(env).filter(([name, value]) => name.startsWith('QARI_') && typeof value === 'string');
  return JSON.stringify(Object.fromEntries(own));
};

/** A source that is larger than it may be. */
class TooLarge extends Error {}

/**
 * The text of an answer, read no further than `most` bytes.
 * @param {Response} answer
 * @param {number} most
 */
const read = async (answer, most) => {
  const parts = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > most) throw new TooLarge(`more than ${most} bytes`);
    parts.push(part);
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return decoder(answer.headers.get('content-type') ?? '', bytes).decode(bytes);
};

/**
 * In the encoding that the head or the start of a page says; UTF-8 where none is said or known.
 * @param {string} type
 * @param {Uint8Array} bytes
 */
const decoder = (type, bytes) => {
  const start = /html/i.test(type) ? new TextDecoder('latin1').decode(bytes.subarray(0, 1024)) : '';
  const said = /charset=["']?([\w-]+)/i.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start);
  try { return new TextDecoder(said?.[1]); } catch { return new TextDecoder(); }
};

/**
 * Fetches what is wanted until there is an answer.
 * @param {import('./qari_edge.js').Visit} visit
 * @param {Edge} edge
 */
const go = async (visit, edge) => {
  const signal = AbortSignal.timeout(edge.timeout);
  for (let address; (address = visit.address); ) {
    try {
      const answer = await fetch(address, { redirect: 'manual', headers: ASKING, signal });
      const type = answer.headers.get('content-type') ?? '';
      if (visit.head(answer.status, type, answer.headers.get('location') ?? '')) visit.body(type, await read(answer, edge.max_bytes));
      else await answer.body?.cancel();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      const code = signal.aborted ? 'timeout' : error instanceof TooLarge ? 'too-large' : 'network';
      visit.failed(code, String(error?.message ?? error));
    }
  }
  return visit.answer();
};

/**
 * The answer as a stream: the head of the page, with its stylesheet, goes before the article.
 * @param {import('./qari_edge.js').Answer} answer
 */
const respond = (answer) => {
  const parts = [answer.head, answer.rest].filter(Boolean);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(encoder.encode(part));
    },
  });
  const { status } = answer;
  const headers = new Headers(JSON.parse(answer.headers));
  answer.free();
  return new Response(body, { status, headers });
};

/** The platform's cache; nothing where it has none. */
const cache = {
  /** @param {string} key */
  async find(key) {
    try { return await caches.default.match(key); } catch { return undefined; }
  },
  /** @param {string} key @param {Response} answer */
  async keep(key, answer) {
    try { await caches.default.put(key, answer); } catch (error) { console.warn(`not kept: ${error}`); }
  },
};

/**
 * Makes an answer, and keeps it for as long as it may be given, if it is an article.
 * @param {import('./qari_edge.js').Visit} visit
 * @param {Edge} edge
 * @param {Context} context
 */
const make = async (visit, edge, context) => {
  const { key } = visit;
  const answer = respond(await go(visit, edge));
  if (answer.status === 200) {
    const kept = new Response(answer.clone().body, answer);
    kept.headers.set('cache-control', `public, max-age=${edge.max_age + edge.stale}`);
    kept.headers.set('x-qari-cache-control', answer.headers.get('cache-control') ?? '');
    kept.headers.set(MADE, String(Date.now()));
    context.waitUntil(cache.keep(key, kept));
  }
  return answer;
};

/**
 * @param {Request} request
 * @param {Edge} edge
 * @param {Context} context
 */
const answer = async (request, edge, context) => {
  const visit = edge.visit(request.url, request.headers.get('accept-language') ?? '');
  const { ignored } = visit;
  const kept = await cache.find(visit.key);
  let found = 'miss';
  let response;
  if (kept) {
    response = new Response(kept.body, kept);
    const age = Math.max(0, Math.round((Date.now() - Number(kept.headers.get(MADE))) / 1000));
    response.headers.set('cache-control', kept.headers.get('x-qari-cache-control') ?? '');
    response.headers.set('age', String(age));
    response.headers.delete('x-qari-cache-control');
    response.headers.delete(MADE);
    found = age < edge.max_age ? 'hit' : 'stale';
    // Given as it is, and made anew for the next one.
    if (found === 'stale') context.waitUntil(make(visit, edge, context).then((fresh) => fresh.body?.cancel()));
    else visit.free();
  } else response = await make(visit, edge, context);
  response.headers.set('x-qari-cache', found);
  if (ignored) response.headers.set('x-qari-ignored', ignored);
  return response;
};

/**
 * What the reader has already is not sent again.
 * @param {Request} request
 * @param {Response} response
 */
const spare = (request, response) => {
  const isKnown = is_known(request.headers.get('if-none-match') ?? '', response.headers.get('etag') ?? '');
  const isWanted = request.method === 'GET' && !isKnown;
  if (isWanted) return response;
  void response.body?.cancel();
  const { headers } = response;
  if (isKnown) for (const name of ['content-type', 'content-language', 'link']) headers.delete(name);
  return new Response(null, { status: isKnown ? 304 : response.status, headers });
};

/** @param {number} status @param {string} code @param {string} message @param {HeadersInit} [headers] */
const plain = (status, code, message, headers) =>
  new Response(`${message}\n`, { status, headers: { 'cache-control': 'no-store', 'x-qari-error': JSON.stringify({ code }), ...headers } });

export default {
  /** @param {Request} request @param {Env} env @param {Context} context */
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname !== '/read' && pathname !== '/oembed') return env.ASSETS ? env.ASSETS.fetch(request) : plain(404, 'config', 'Articles are at /read?src=ADDRESS');
    if (request.method === 'OPTIONS') {
      const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'if-none-match', 'access-control-max-age': '86400' };
      return new Response(null, { status: 204, headers: { allow: 'GET, HEAD, OPTIONS', ...allowed } });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'config', 'GET alone', { allow: 'GET, HEAD, OPTIONS' });
    try {
      edge ??= new Edge(settings(env));
    } catch (error) {
      console.error(String(error));
      return plain(500, 'config', 'The Worker is not set up. The log says why.');
    }
    try {
      return spare(request, await answer(request, edge, context));
    } catch (error) {
      console.error(error);
      // After a trap the program's memory is in doubt: it starts afresh, and objects of before are refused.
      if (error instanceof WebAssembly.RuntimeError) {
        edge = undefined;
        __wbg_reset_state();
      }
      return plain(500, 'failed', 'No answer could be made. The log says why.');
    }
  },
};
