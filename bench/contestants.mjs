// The ways of showing an article that are measured beside each other. Each stands in the same page of a site.

/** The snippet's address of Qari's files and the article's, on the other origin. */
const qari = (cdn, file) => `${cdn}/qari/${file}`;
const articleAt = (cdn, article) => `${cdn}/articles/${article}.json`;

/**
 * What the configurator puts into the head: all that will be wanted is asked for before the script that wants it is there. The script comes
 * first and before others (a browser loads what is `async` last), the wasm, which is most of the bytes, after all others.
 */
const hints = (cdn, articles) =>
  [
    `<script async fetchpriority="high" src="${qari(cdn, 'qari.js')}"></script>`,
    ...articles.map((article) => `<link rel="preload" as="fetch" crossorigin href="${articleAt(cdn, article)}">`),
    `<link rel="modulepreload" href="${qari(cdn, 'touch.js')}">`,
    `<link rel="preload" as="fetch" crossorigin href="${qari(cdn, 'words/ar.json')}">`,
    `<link rel="preload" as="fetch" crossorigin href="${qari(cdn, 'qari-reader_bg.wasm')}">`,
    `<link rel="preload" as="fetch" crossorigin href="${qari(cdn, 'qari.css')}">`,
    `<link rel="modulepreload" href="${qari(cdn, 'qari-reader.js')}">`,
  ].join('\n');

const reader = (cdn, article) =>
  `<qari-reader data-src="${articleAt(cdn, article)}" data-loading="eager" style="display:block; min-height:100vh"></qari-reader>`;
const peer = (name) => (cdn, article) => ({ body: `<script async src="${cdn}/peers/${name}.js" data-src="${articleAt(cdn, article)}"></script>` });

/**
 * By name. `markup(cdn, article, made)` gives the `head` and `body` that the way puts into the page; `made` is what qari-prerender
 * made of the article (`snippet`, and `inlined` with the stylesheet in it), or its fields as JSON. `host` chooses the element whose shadow
 * root holds the article; without it the page does.
 */
export const CONTESTANTS = {
  plain: {
    title: 'plain HTML',
    markup: (cdn, article, { fields }) => ({
      body: `<article part="article"><h1>${fields.title}</h1><p>${fields.authors[0].name}</p><div part="body">${fields.body}</div></article>`,
    }),
  },
  barest: { title: 'barest script', markup: peer('barest') },
  preact: { title: 'Preact', markup: peer('preact'), host: '[data-peer]', hasSizes: true },
  react: { title: 'React', markup: peer('react'), host: '[data-peer]', hasSizes: true },
  svelte: { title: 'Svelte', markup: peer('svelte'), host: '[data-peer]', hasSizes: true },
  script: {
    title: 'Qari, script',
    markup: (cdn, article) => ({ body: `<script async src="${qari(cdn, 'qari.js')}" data-src="${articleAt(cdn, article)}"></script>` }),
    host: 'qari-reader',
    hasSizes: true,
    isQari: true,
  },
  element: {
    title: 'Qari, element',
    markup: (cdn, article) => ({
      head: hints(cdn, [article]),
      body: reader(cdn, article),
    }),
    host: 'qari-reader',
    hasSizes: true,
    isQari: true,
  },
  prerendered: {
    title: 'Qari, prerendered',
    markup: (cdn, article, { snippet }) => ({ body: snippet }),
    host: 'qari-reader',
    hasSizes: true,
    isQari: true,
  },
  inlined: {
    title: 'Qari, style in page',
    markup: (cdn, article, { inlined }) => ({ body: inlined }),
    host: 'qari-reader',
    hasSizes: true,
    isQari: true,
  },
};

/** Many elements in one page, each with an article of its own. */
export const manyReaders = (cdn, articles) => ({
  head: hints(cdn, []),
  body: articles.map((article) => reader(cdn, article)).join('\n'),
});
