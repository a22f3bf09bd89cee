// Three web servers on this machine: the partner's page, the release folders, and the articles, each an origin of its own.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves what `find(path)` gives: `{ body, isBrotli }`, or nothing. `log` hears of each answer's path and length. */
async function serve(find, log = () => {}) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const found = await find(pathname).catch(() => undefined);
    if (!found) console.warn(`not there: ${pathname}`);
    log(pathname, found?.body.length ?? 0);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream',
      'Content-Length': found?.body.length ?? 0,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
      ...(found?.isBrotli && { 'Content-Encoding': 'br' }),
    });
    response.end(found?.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  // A browser keeps its connections: closing waits for none of them.
  return { origin, close: () => (server.close(), server.closeAllConnections()) };
}

/** A file of a release folder, as its precompressed twin where there is one. Read once: no disk is measured. */
function folder(directory) {
  const known = new Map();
  const read = async (path) => {
    const file = join(directory, normalize(path));
    try {
      return { body: await readFile(file + '.br'), isBrotli: true };
    } catch {
      return { body: await readFile(file), isBrotli: false };
    }
  };
  return (path) => known.get(path) ?? known.set(path, read(path)).get(path);
}

/** The partner's page with the snippet that the configurator writes, its height reserved. */
const page = (script, attributes) => `<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bench</title><link rel="icon" href="data:,">
<script async src="${script}"></script>
<main>${attributes ? `<qari-reader ${attributes} style="display:block; min-height:100vh"></qari-reader>` : ''}</main>`;

/**
 * Starts the servers. `builds` are release folders by name, `articles` JSON texts by name. Then `pageUrl(build, article)` is
 * a page with that article (or, without one, only the script), `articleUrl(article)` the article's own address, and
 * `fetched(build)` the bytes that were sent of that folder since it was last asked.
 */
export async function start(builds, articles) {
  const folders = new Map(Object.entries(builds).map(([name, directory]) => [name, folder(directory)]));
  const packed = new Map(Object.entries(articles).map(([name, json]) => [name, brotliCompressSync(json)]));
  const bytes = new Map();

  const cdn = await serve(
    async (path) => {
      const [, name, ...rest] = path.split('/');
      return folders.get(name)?.(rest.join('/'));
    },
    (path, length) => {
      const name = path.split('/')[1];
      bytes.set(name, (bytes.get(name) ?? 0) + length);
    },
  );
  const api = await serve(async (path) => {
    const body = packed.get(path.replace(/^\/|\.json$/g, ''));
    return body && { body, isBrotli: true };
  });
  const articleUrl = (name) => `${api.origin}/${name}.json`;
  const partner = await serve(async (path) => {
    const [, build, article] = path.replace(/\.html$/, '').split('/');
    const attributes = article === 'none' ? '' : `data-src="${articleUrl(article)}" data-loading="eager"`;
    return { body: Buffer.from(page(`${cdn.origin}/${build}/qari.js`, attributes)), isBrotli: false };
  });

  return {
    articleUrl,
    pageUrl: (build, article = 'none') => `${partner.origin}/${build}/${article}.html`,
    fetched(build) {
      const sum = bytes.get(build) ?? 0;
      bytes.delete(build);
      return sum;
    },
    close: () => [cdn, api, partner].forEach((server) => server.close()),
  };
}
