// Sources that are no request: an article that stands in the page.
import { fault } from './boot.js';

/** An article that stands in the page: `#id` of an inline script, or `page` for the page's own JSON-LD. */
export const find = async (el, src) => {
  if (document.readyState === 'loading')
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const url = document.baseURI;
  if (/^page$/i.test(src)) {
    const blobs = document.querySelectorAll('script[type="application/ld+json" i]');
    const articles = Array.from(document.querySelectorAll('article'));
    if (!blobs[0]) throw fault('config', 'data-src="page": no application/ld+json script in this page');
    return {
      texts: Array.from(blobs, (blob) => blob.textContent),
      url,
      page: articles.find((article) => !article.contains(el)) || articles[0],
    };
  }
  const inline = src[0] === '#' && document.getElementById(src.slice(1));
  if (!inline || !/^\s*application\/(ld\+)?json\s*$/i.test(inline.type))
    throw fault(
      'config',
      src
        ? 'data-src="' + src + '": neither an http(s) URL, nor the #id of a JSON script in this page (application/json or application/ld+json), nor "page"'
        : 'data-src is missing',
    );
  return { texts: [inline.textContent], url };
};
