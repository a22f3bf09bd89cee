// A site on 127.0.0.1 that answers well, and in each way that a Worker must survive.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const POST = new URL('../../../static/demo/articles/train.wordpress.json', import.meta.url);

export const ARTICLE = { title: 'سوق الخميس يعود', url: 'https://news.example/souk', language: 'ar-MA', body: '<p>فتحت الدكاكين أبوابها صباح الخميس.</p>' };

const linkedData = (text) => JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'خبر الصفحة', inLanguage: 'ar', articleBody: text });
const page = (head) => `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>خبر</title>${head}</head><body><p>قائمة الموقع</p></body></html>`;

/** Arabic letters in windows-1256, as far as the trial needs them. */
const WINDOWS_1256 = { 'ن': 0xe4, 'ص': 0xd5, 'ق': 0xde, 'د': 0xcf, 'ي': 0xed, 'م': 0xe3 };
const windows1256 = (text) => Buffer.from(Array.from(text, (letter) => WINDOWS_1256[letter] ?? letter.charCodeAt(0)));

/** Starts it: its address, how often each path was asked for, how much of `/huge` went out, and how to end it. */
export const startSources = async () => {
  const asked = {};
  const huge = { sent: 0, closed: false };
  let edition = 0;
  const json = (response, value, kind = 'application/json') => response.writeHead(200, { 'content-type': kind }).end(JSON.stringify(value));
  const html = (response, text) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  const redirect = (response, location) => response.writeHead(302, { location }).end();
  const answers = {
    '/article.json': (response) => json(response, ARTICLE),
    '/changing.json': (response) => json(response, { ...ARTICLE, title: `الطبعة ${(edition += 1)}` }),
    '/wp-json/wp/v2/posts/3310': async (response) => response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(await readFile(POST)),
    '/feed.json': (response) => json(response, { version: 'https://jsonfeed.org/version/1.1', title: 'موقع', items: [
      { id: 'a', url: `${origin}/elsewhere`, title: 'آخر', content_html: '<p>نص آخر</p>' },
      { id: 'b', url: `${origin}/page-feed`, title: 'خبر من الخلاصة', content_html: '<p>نص من الخلاصة</p>' },
    ] }, 'application/feed+json'),
    '/page-post': (response) => html(response, page(`<link rel="https://api.w.org/" href="${origin}/wp-json/"><link rel="alternate" title="JSON" type="application/json" href="${origin}/wp-json/wp/v2/posts/3310">`)),
    '/page-data': (response) => html(response, page(`<script type="application/ld+json">${linkedData('نص من الصفحة نفسها')}</script>`)),
    '/page-feed': (response) => html(response, page('<link rel="alternate" type="application/feed+json" href="/feed.json">')),
    '/page-private': (response) => html(response, page('<link rel="alternate" type="application/feed+json" href="http://10.0.0.1/feed.json">')),
    '/page-bare': (response) => html(response, page('')),
    '/page-old': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(windows1256(`<meta charset="windows-1256"><script type="application/ld+json">${linkedData('نص قديم').replace('خبر الصفحة', 'قديم')}</script>`)),
    '/moved': (response) => redirect(response, '/article.json'),
    '/loop': (response) => redirect(response, '/loop'),
    '/to-private': (response) => redirect(response, 'http://169.254.169.254/'),
    '/to-other': (response) => redirect(response, 'https://other.example/'),
    '/gone': (response) => response.writeHead(404).end('gone'),
    '/failing': (response) => response.writeHead(500).end('failing'),
    '/picture': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('no picture'),
    '/broken': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"title": "خبر'),
    '/cut': (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' }).write('{"title": "');
      setImmediate(() => response.destroy());
    },
    '/slow': () => {},
    '/slow-body': (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"title": "'),
    '/huge': (response) => {
      const part = Buffer.alloc(65_536, ' ');
      const send = () => {
        while (!huge.closed) {
          huge.sent += part.length;
          if (!response.write(part)) return response.once('drain', send);
        }
      };
      response.on('close', () => { huge.closed = true; });
      response.writeHead(200, { 'content-type': 'application/json' });
      send();
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://here');
    asked[pathname] = (asked[pathname] ?? 0) + 1;
    const answer = answers[pathname];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const end = () => new Promise((ended) => { server.close(ended); server.closeAllConnections(); });
  return { origin, host: `127.0.0.1:${port}`, asked, huge, end };
};
