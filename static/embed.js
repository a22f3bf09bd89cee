// The iframe form: embed.html makes the reader that its address asks for, a Worker's page has one already. Either tells its parent how high it is.
// A classic script in ES2017, counted apart from what every page may fetch (xtask/tests/repository.rs). docs/IFRAME.md is for owners.
(() => {
  // The attributes of src/config/attributes.rs but `target`; tests/knowledge.rs compares.
  const ATTRIBUTES = /^(src|format|map|item|base-url|author|lang|ui-lang|numerals|timezone|theme|accent|font|text-size|controls|share|hide|loading|min-height|embeds|remember|timeout|debug)$/;
  const make = () => {
    const el = document.createElement('qari-reader');
    const set = (name, value) => el.hasAttribute('data-' + name) || el.setAttribute('data-' + name, value);
    for (const [name, value] of new URLSearchParams(location.search)) if (ATTRIBUTES.test(name)) set(name, value);
    // The frame itself waits until it is near (loading="lazy"), and is as high as its article, not the other way round.
    set('loading', 'eager'), set('min-height', '0px');
    document.body.append(el);
    return el;
  };
  const reader = document.querySelector('qari-reader') || make();
  // WordPress gives the frame that it made of oEmbed a secret, by which it knows the frame's messages.
  const [, secret] = /[#&?]secret=([a-z0-9]+)/i.exec(location.hash) || [];
  const say = (message, value) => secret && parent.postMessage({ message, value, secret }, '*');
  let height;
  /** No secret is in it, so whoever frames the page may hear it. */
  const tell = () => {
    height = Math.ceil(reader.getBoundingClientRect().height);
    parent.postMessage({ type: 'qari:height', height }, '*');
    say('height', height);
  };
  // WordPress hides the frame until it speaks, and Chromium draws (and observes) nothing in a frame that is hidden.
  addEventListener('load', tell);
  new ResizeObserver(() => height === Math.ceil(reader.getBoundingClientRect().height) || tell()).observe(reader);
  // A parent that begins to listen later asks for it: in WordPress's words, or in ours.
  addEventListener('message', ({ source, data }) => source === parent && data && (data.message === 'ready' || data.type === 'qari:ask') && tell());
  addEventListener('qari:ready', ({ detail }) => {
    document.title = detail.title;
    Object.assign(document.documentElement, { lang: detail.language, dir: detail.direction });
  });
  // What leads elsewhere opens beside the parent's page, not in the frame. A sandbox that forbids it can ask WordPress.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
    if (!link || link.href.split('#')[0] === location.href.split('#')[0]) return;
    link.target = link.target || '_blank';
    say('link', link.href);
  }, true);
})();
