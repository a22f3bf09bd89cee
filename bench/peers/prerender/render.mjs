#!/usr/bin/env node
// Lines of WordPress posts or of Qari's own JSON in, a line of {"id", "html"} out for each: what a site would write for Node.
//
//   node bench/peers/prerender/render.mjs < articles.ndjson > html.ndjson

import { createInterface } from 'node:readline';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import sanitizeHtml from 'sanitize-html';

const BODY = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'figure', 'figcaption', 'picture', 'source', 'audio', 'video', 'details', 'summary'],
  allowedAttributes: {
    '*': ['id', 'lang', 'dir'],
    a: ['href', 'rel', 'target'],
    img: ['src', 'srcset', 'alt', 'width', 'height', 'loading'],
    source: ['src', 'srcset', 'type'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    ol: ['start', 'reversed'],
    time: ['datetime'],
  },
};
const TEXT = { allowedTags: [], allowedAttributes: {} };
const NETWORKS = {
  whatsapp: (url, title) => `https://wa.me/?text=${encodeURIComponent(`${title} ${url}`)}`,
  facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
  x: (url, title) => `https://twitter.com/intent/tweet?url=${encodeURIComponent(url)}&text=${encodeURIComponent(title)}`,
  telegram: (url, title) => `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(title)}`,
};
const DATE = new Intl.DateTimeFormat('ar-MA', { dateStyle: 'long' });

/** The fields of an article, whichever of the two it is. */
function fields(post) {
  if (!post.content) return { ...post, authors: post.authors ?? [] };
  return {
    id: post.id,
    url: post.link,
    title: post.title.rendered,
    summary: post.excerpt.rendered,
    body: post.content.rendered,
    published: post.date,
    authors: post._embedded?.author ?? [],
    image: post._embedded?.['wp:featuredmedia']?.[0],
  };
}

function Article({ url, title, summary, body, published, authors, image }) {
  const headline = sanitizeHtml(title, TEXT);
  return h('article', { lang: 'ar', dir: 'rtl' }, [
    h('h1', { dangerouslySetInnerHTML: { __html: headline } }),
    summary && h('p', { class: 'summary', dangerouslySetInnerHTML: { __html: sanitizeHtml(summary, TEXT) } }),
    h('div', { class: 'byline' }, [
      authors.map((author) => h('a', { href: author.link, rel: 'author' }, author.name)),
      published && h('time', { datetime: published }, DATE.format(new Date(published))),
    ]),
    image && h('img', { src: image.source_url, alt: image.alt_text, loading: 'lazy' }),
    h('ul', { class: 'share' }, Object.entries(NETWORKS).map(([name, address]) => h('li', {}, h('a', { href: address(url, headline), target: '_blank', rel: 'noopener' }, name)))),
    h('div', { class: 'body', dangerouslySetInnerHTML: { __html: sanitizeHtml(body, BODY) } }),
  ]);
}

for await (const line of createInterface({ input: process.stdin })) {
  const post = fields(JSON.parse(line));
  const html = renderToString(h(Article, post));
  if (!process.stdout.write(`${JSON.stringify({ id: post.id, html })}\n`)) await new Promise((drained) => process.stdout.once('drain', drained));
}
