// What the three widgets have in common, so that they differ in their frameworks only.

import DOMPurify from 'dompurify';

/** Sizes of the text in pixels, from the smallest to the largest; the third is the first shown. */
export const SIZES = [14, 16, 18, 20, 22, 24, 27, 30, 34];
export const FIRST_SIZE = 2;

export const LABELS = { smaller: 'تصغير النص', larger: 'تكبير النص', tools: 'أدوات القراءة', copy: 'نسخ الرابط' };

const STYLE = `
:host { display: block; font: 18px/1.8 system-ui, sans-serif; color: #1c1e21; background: #fff }
article { max-width: 36em; margin: auto; padding: 1em; overflow-wrap: anywhere }
h1 { font-size: 1.6em; line-height: 1.4 } h2 { font-size: 1.25em }
a { color: #0a5a66 } .byline { color: #5a6068; font-size: .9em }
.tools { position: sticky; bottom: 0; display: flex; gap: .25em; justify-content: center; padding: .25em; background: #fff; border-top: 1px solid #dadde1 }
.tools button, .tools a { display: grid; place-items: center; min-width: 44px; min-height: 44px; border: 0; background: none; color: inherit; font: inherit }
.tools svg { width: 24px; height: 24px; fill: currentColor }`;

/** Where the script tag stands, a host with a shadow root; gives the element to render into and the article's address. */
export function place() {
  const script = document.currentScript;
  const host = document.createElement('div');
  host.dataset.peer = '';
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const into = document.createElement('div');
  root.append(style, into);
  script.after(host);
  return { into, src: script.dataset.src };
}

/** The article, its body cleaned. */
export async function load(src) {
  const answer = await fetch(src);
  if (!answer.ok) throw Error(`HTTP ${answer.status}`);
  const article = await answer.json();
  return { ...article, body: DOMPurify.sanitize(article.body), isRightToLeft: /^(ar|fa|he|ur)\b/.test(article.language) };
}

export const byline = ({ authors, published, language }) =>
  [...authors.map(({ name }) => name), new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(published))].join(' · ');

const NETWORKS = {
  WhatsApp: { link: 'https://wa.me/?text={title}%20{url}', icon: 'M12 3a9 9 0 0 0-7.7 13.6L3 21l4.5-1.2A9 9 0 1 0 12 3z' },
  Facebook: { link: 'https://www.facebook.com/sharer/sharer.php?u={url}', icon: 'M13 21v-8h3l.5-3H13V8c0-1 .5-2 2-2h1.5V3.2S15 3 14 3c-3 0-4 2-4 4.5V10H7v3h3v8z' },
  X: { link: 'https://x.com/intent/post?text={title}&url={url}', icon: 'M4 4l7 9-7 7h2l6-6 5 6h4l-8-9 7-7h-2l-5 6-5-6z' },
  Telegram: { link: 'https://t.me/share/url?url={url}&text={title}', icon: 'M3 12l18-8-3 16-6-4-3 3-1-5 9-7-11 6z' },
};

/** A link for each network, for widgets whose framework has none of its own. */
export const shares = ({ title, url }) =>
  Object.entries(NETWORKS).map(([name, { link, icon }]) => ({
    name,
    icon,
    href: link.replace('{title}', encodeURIComponent(title)).replace('{url}', encodeURIComponent(url)),
  }));

export const copy = ({ url }) => navigator.clipboard.writeText(url);
