// The site that is measured: its pages on one origin; scripts, Qari's files and articles on another. Both are served by sirv, from
// files with brotli twins, as a web server or CDN would.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';

import { article } from './articles.mjs';
import { CONTESTANTS, manyReaders } from './contestants.mjs';
import { buildPeers } from './peers/build.mjs';

/** Words of the articles by name. */
export const ARTICLES = { 1000: article({ words: 1_000 }), 10000: article({ words: 10_000 }), 100000: article({ words: 100_000 }) };
/** How many readers the pages with many have. */
export const CROWDS = [1, 10, 50];
const crowded = (number) => `crowd-${number}`;

const SITE_STYLE = `body { margin: 0; font: 18px/1.8 system-ui, sans-serif; color: #1c1e21; background: #fff }
body > header { padding: 1em; border-bottom: 1px solid #dadde1; font-weight: bold }
main > article { max-width: 36em; margin: auto; padding: 1em } h1 { font-size: 1.6em; line-height: 1.4 } h2 { font-size: 1.25em } a { color: #0a5a66 }`;

/** A page of the site, with what stands in its head and its main part. */
const page = ({ head = '', body }) => `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bench</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/site.css">
${head}
</head>
<body><header>صحيفة الساحل</header>
<main>${body}</main></body>
</html>`;

/** Starts a server; `show(folder)` has it serve that folder's files. It notes the path and bytes of each answer. */
async function listen() {
  let handler;
  const answers = [];
  const server = createServer((request, response) => {
    response.once('finish', () => answers.push({ path: request.url, status: response.statusCode, bytes: +response.getHeader('content-length') || 0 }));
    handler(request, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    answers,
    show(folder) {
      const setHeaders = (response) => response.setHeader('Access-Control-Allow-Origin', '*');
      handler = sirv(folder, { brotli: true, etag: true, maxAge: 3600, setHeaders });
    },
    // A browser keeps its connections: closing waits for none of them.
    close: () => (server.close(), server.closeAllConnections()),
  };
}

async function put(folder, path, text) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  await writeFile(file + '.br', brotliCompressSync(text));
}

/**
 * Writes the site into `folder` and serves it. `dist` is Qari's release folder, `prerender` the program qari-prerender;
 * a small site has only the short article.
 * `pageOf(contestant, article)` and `crowdOf(number)` are addresses; `answered()` gives what was sent since it was last asked.
 */
export async function openSite({ folder, dist, prerender, isSmall }) {
  await rm(folder, { recursive: true, force: true });
  const [pages, files] = [join(folder, 'pages'), join(folder, 'files')];
  await cp(dist, join(files, 'qari'), { recursive: true });
  const [host, cdn] = [await listen(), await listen()];

  await buildPeers(join(folder, 'built'));
  for (const name of ['barest', 'preact', 'react', 'svelte']) await put(files, `peers/${name}.js`, await readFile(join(folder, 'built', `${name}.js`), 'utf8'));
  await put(pages, 'site.css', SITE_STYLE);
  for (const [name, { json, fields }] of Object.entries(ARTICLES).slice(0, isSmall ? 1 : undefined)) {
    await put(files, `articles/${name}.json`, json);
    const source = join(files, `articles/${name}.json`);
    const made = (...options) => execFileSync(prerender, ['--base', `${cdn.origin}/qari/`, ...options, source], { encoding: 'utf8', maxBuffer: 1e9 });
    const [snippet, inlined] = [made(), made('--inline-style', join(dist, 'qari.css'))];
    for (const [contestant, { markup }] of Object.entries(CONTESTANTS))
      await put(pages, `${contestant}-${name}.html`, page(markup(cdn.origin, name, { fields, snippet, inlined })));
  }
  const many = Array.from({ length: isSmall ? 0 : Math.max(...CROWDS) }, (_, n) => `news-${n}`);
  for (const name of many) await put(files, `articles/${name}.json`, ARTICLES[1000].json.replace('/road"', `/road-${name}"`));
  for (const number of CROWDS) await put(pages, `${crowded(number)}.html`, page(manyReaders(cdn.origin, many.slice(0, number))));

  host.show(pages);
  cdn.show(files);
  return {
    pageOf: (contestant, name) => `${host.origin}/${contestant}-${name}.html`,
    crowdOf: (number) => `${host.origin}/${crowded(number)}.html`,
    answered: () => [...host.answers.splice(0), ...cdn.answers.splice(0)],
    close: () => (host.close(), cdn.close()),
  };
}
