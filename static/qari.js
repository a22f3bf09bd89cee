// The only file a partner's page names: defines <qari-reader>, starts the article and the reader's parts at the same
// moment, and shows the text by itself until (or unless) the WebAssembly reader can take its place.
// A classic script without inline code. It must stay under 3,000 bytes of brotli (the build says), so what can wait
// for the second file lives there: qari-shell.js.
(() => {
  const NAME = 'qari-reader';
  const doc = document;
  const own = doc.currentScript;
  // A module or an injected script has no currentScript: then every script of this name that was not placed yet is meant.
  const scripts = own ? [own] : [...doc.scripts].filter((script) => /\bqari\.js\b/.test(script.src));
  const warn = (words) => console.warn('Qari: ' + words);

  // One sheet for every shadow root. These rules are the plain view's; qari.css joins them when it is there.
  const BASE =
    ':host{display:block;min-height:100vh}.plain{all:initial;display:block;' +
    'font:medium/1.8 system-ui,sans-serif;color:CanvasText}.plain>*{display:block;max-width:36em;margin:auto;padding:1em}';
  let shared;
  try {
    shared = new CSSStyleSheet();
    shared.replaceSync(BASE);
  } catch (_) {
    /* Safari before 16.4: a <link> in each shadow root instead */
  }

  const fault = (code, message, status) => Object.assign(Error(message), { code, status });

  // The reader's parts, asked for together and once for the page: `glue` needs no wasm, `all` is everything.
  let base, glue, all, lib;
  const start = () => {
    if (all) return all;
    glue = import(base + 'qari-shell.js');
    const code = fetch(base + NAME + '_bg.wasm');
    const style = fetch(base + 'qari.css').then((answer) => (answer.ok ? answer.text() : Promise.reject('qari.css')));
    style.then((text) => shared && shared.replaceSync(BASE + text), () => {});
    all = glue.then((parts) => parts.boot(code, style, shared)).then(() => glue);
    all.then((parts) => (lib = parts), () => (all = 0)); // a retry asks again
    code.catch(() => {}); // told where it is awaited
    return all;
  };

  // HTML is only ever parsed inert, under one Trusted Types policy; where even that is refused the shell makes it text.
  let policy = { createHTML: (text) => text };
  try {
    policy = trustedTypes.createPolicy('qari', policy);
  } catch (_) {
    /* no Trusted Types here, or the name is not allowed */
  }
  const parse = (html) => {
    // What is named `body` or sits in a form can shadow the properties that are read: no form, no property here.
    html = html.replace(/<(\/?)form\b/gi, '<$1div');
    const made = new DOMParser().parseFromString(policy.createHTML('<!doctype html><body>' + html), 'text/html');
    return doc.querySelector.call(made, 'body');
  };

  const put = (tag, part, text) => {
    const el = doc.createElement(tag);
    if (part) el.setAttribute('part', part);
    if (text) el.textContent = text;
    return el;
  };
  const RTL = /^(ar|fa|ur|he|ps|sd|ug|ckb)\b/i;
  const RTL_LETTER = /[\u0590-\u08ff]/;

  /** Not even the second file came: what is there stays, and one sentence says so. */
  const bare = ({ el, box, error, tell, settle }) => {
    if (!settle()) return;
    console.error('Qari: ' + error);
    if (!box.querySelector('p')) box.textContent = '';
    box.append(put('p', 'error', RTL.test(el.dataset.uiLang || 'ar') ? 'تعذر التحميل' : 'Not loaded'));
    tell('error', { code: 'wasm-failed', message: error + '', url: base, status: 0, retryable: false });
  };

  /** All that belongs to one element; what it gives is the element's own side of the contract. */
  const control = (el) => {
    const root = el.attachShadow({ mode: 'open' });
    const slot = put('slot');
    const box = put('div');
    let state = 'idle';
    let run, near, json, source, view, live, reserved;
    box.className = 'plain';
    if (shared) root.adoptedStyleSheets = [shared];
    else root.append(Object.assign(put('link'), { rel: 'stylesheet', href: base + 'qari.css' }));
    root.append(slot, box);

    const setting = (name) => (el.getAttribute('data-' + name) || '').trim();
    const become = (name) => el.setAttribute('data-state', (state = name));
    const tell = (name, detail) =>
      el.dispatchEvent(new CustomEvent('qari:' + name, { bubbles: true, composed: true, detail }));
    const fill = (node) => {
      box.replaceChildren(node);
      root.append(box);
    };

    /** Bytes to text, with a limit in size and time; what is not fetched (#id, page, nonsense) is the second file's. */
    const read = async () => {
      const src = setting('src');
      const abort = run;
      const link = Object.assign(put('a'), { href: src });
      if (/^(#|page$|$)/i.test(src) || !/^http/.test(link.protocol)) return (await glue).find(el, src);
      const seconds = +setting('timeout');
      let late;
      const timer = setTimeout(() => abort.abort((late = 1)), (seconds >= 1 && seconds <= 300 ? seconds : 15) * 1e3);
      try {
        const answer = await fetch(link.href, { signal: abort.signal, headers: { accept: 'application/json' } });
        const { ok, status } = answer;
        if (!ok) throw fault('http', status, status);
        const body = answer.body.getReader();
        const decoder = new TextDecoder();
        let size = 0;
        let text = '';
        for (let part; !(part = await body.read()).done; text += decoder.decode(part.value, { stream: true }))
          if ((size += part.value.length) > 1e7) throw fault('too-large', '10 MB', abort.abort());
        try {
          json = JSON.parse(text);
        } catch (error) {
          // Firefox and WebKit hand over a transfer that was cut short as if it were whole.
          throw size - answer.headers.get('content-length') && /^\s*[[{][^]*[^\]}\s]\s*$/.test(text) ? error : fault('not-json', error, status);
        }
        return { texts: [text], url: answer.url };
      } catch (error) {
        throw error.code < 'z' ? error : fault(late ? 'timeout' : 'network', error);
      } finally {
        clearTimeout(timer);
      }
    };

    /** The loader's own view: title and paragraphs, as far as a look at the JSON tells. */
    const glance = () => {
      const list = json.items || json.posts || json['@graph'] || json;
      // An item that is named, not counted, is the full reader's to find: better no text than another article's.
      const data = (list.map ? list[setting('item') || 0] : json) || {};
      const body = data.body || data.content || data.content_html || data.html || data.articleBody || data.content_text || '';
      const texts = [];
      const add = (html) => {
        const part = parse(html);
        const found = part.querySelectorAll('p,h2,h3,li,pre');
        for (const one of found.length ? found : [part]) texts.push(one.textContent);
      };
      if (body.map) body.forEach((one) => (one.html ? add(one.html) : texts.push(...[].concat(one.text || one.items || []))));
      else add(body.rendered || body);
      const title = (data.title || {}).rendered ? parse(data.title.rendered).textContent : data.title || data.headline;
      const rtl = RTL_LETTER.test(title + texts.slice(0, 3));
      let lang = setting('lang') || data.language || data.inLanguage || doc.documentElement.lang || 'ar';
      if (rtl && !RTL.test(lang)) lang = 'ar';
      const article = put('article', 'article');
      let chosen = {};
      try {
        if (!/off/i.test(setting('remember'))) chosen = JSON.parse(localStorage['qari:prefs']) || {};
      } catch (_) {
        /* storage is refused or empty */
      }
      article.lang = lang;
      article.dir = RTL.test(lang) ? 'rtl' : 'ltr';
      article.dataset.textSize = chosen.textSize || setting('text-size') || 3;
      box.dataset.theme = chosen.theme || setting('theme');
      const block = (tag, part, text) => {
        if (!text || !text.trim || !text.trim()) return;
        const line = put(tag, part, text);
        line.dir = !RTL_LETTER.test(text) ? 'ltr' : article.dir === 'rtl' ? 'rtl' : 'auto';
        article.append(line);
      };
      if (!/title/i.test(setting('hide'))) block('h1', 'title', title);
      texts.forEach((text) => block('p', '', text));
      return texts.join('') && article;
    };
    const text = () => {
      try {
        const seen = json && glance();
        if (!seen) return;
        fill(seen);
        slot.remove();
        return seen;
      } catch (_) {
        /* a shape the loader does not know: the full reader does */
      }
    };

    const stop = () => {
      if (run) run.abort();
      if (near) near.disconnect();
      run = near = 0;
    };
    const load = async () => {
      stop();
      const mine = (run = new AbortController());
      const timings = { start: performance.now() };
      json = 0;
      if (view) view.hide();
      become('loading');
      root.prepend(slot);
      fill(put('div', 'skeleton'));
      let plain; // the text of a source that a glance does not make out, on its way
      try {
        const parts = start();
        const got = await read();
        if (run !== mine) return;
        const early = () => run !== mine || lib || (text() && (timings.text = performance.now()));
        plain = early() || glue.then((parts) => parts.simple(el, got, parse)).then((found) => found && ((json = found), early()), () => {});
        await parts;
        if (run !== mine) return;
        source = got;
        view = view || lib.open(el, root, parse);
        await view.show(source, box);
        if (run !== mine) return;
        slot.remove();
        timings.ready = performance.now();
        become('ready');
        tell('ready', Object.assign(view.summary(), { timings }));
      } catch (error) {
        await plain;
        if (run === mine) fail(error);
      }
    };
    const fail = async (error) => {
      const mine = run;
      // Makes room for the fault, unless a newer load has begun while its words were on their way.
      const settle = () => run === mine && [view && view.hide(), root.append(box), become('error')];
      // Text that is there stays where only the reader is missing: `explain` knows which faults those are.
      const told = { el, box, error, json, load, tell, slot, settle };
      (await glue.catch(() => ({ explain: bare }))).explain(told);
    };

    /** Loads at once, or (lazy) when the element comes within a screen of the viewport. */
    const begin = () => {
      stop();
      const { top, bottom, height } = el.getBoundingClientRect();
      if (/^eager$/i.test(setting('loading')) || (height && top < innerHeight * 2 && bottom > -innerHeight)) return load();
      near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && load(), { rootMargin: '100%' });
      near.observe(el);
    };
    const reserve = () => {
      const height = setting('min-height');
      if (height || reserved) el.style.minHeight = reserved = CSS.supports('min-height', height) ? height : ''; // one that is written in style="" is the owner's
    };
    const watch = new MutationObserver((changes) => {
      const names = changes.map((change) => change.attributeName) + '';
      reserve();
      // What is shown already and what is not Qari's own the shell passes over. A fault is tried again for what can mend it.
      if (/a-src/.test(names) || (state === 'error' ? /mat|map|item|lang|timeout/.test(names) : state === 'idle')) begin();
      else if (state === 'ready') view.show(source).catch(fail);
    });
    return {
      state: () => state,
      article: () => (state === 'ready' ? view.article() : null),
      load,
      connect() {
        if (live) return; // moved, not added
        live = 1;
        reserve();
        become(state);
        watch.observe(el, { attributes: true });
        begin();
      },
      // A move takes the element out and puts it in again within the same task.
      disconnect: () =>
        queueMicrotask(() => {
          if (el.isConnected || !live) return;
          stop();
          watch.disconnect();
          if (view) view.close();
          live = view = 0;
          become('idle');
        }),
    };
  };

  const find = (where) => {
    try {
      return where.append ? where : doc.querySelector(where);
    } catch (_) {
      /* no selector */
    }
  };
  if (!customElements.get(NAME)) {
    if (!scripts[0]) return;
    base = new URL('.', scripts[0].src).href;
    const controls = new WeakMap();
    window.qari = {
      version: '0.1.0',
      mount(where, options) {
        const el = doc.createElement(NAME);
        for (const [name, value] of Object.entries(options || {})) if (value != null && value !== false) el.dataset[name] = value === true ? '' : value;
        const target = find(where);
        if (target) target.append(el);
        else warn('no element ' + where);
        return el;
      },
    };
    customElements.define(
      NAME,
      class extends HTMLElement {
        constructor() {
          super();
          controls.set(this, control(this));
        }
        connectedCallback() {
          controls.get(this).connect();
        }
        disconnectedCallback() {
          controls.get(this).disconnect();
        }
        get state() {
          return controls.get(this).state();
        }
        get article() {
          return controls.get(this).article();
        }
        reload() {
          return this.isConnected && controls.get(this).load();
        }
        destroy() {
          this.remove();
        }
      },
    );
  }

  for (const script of scripts) {
    const { src, target } = script.dataset;
    if (!src || script.qari) continue;
    script.qari = 1;
    const el = doc.createElement(NAME);
    Object.assign(el.dataset, script.dataset);
    const place = () => {
      const found = target && find(target);
      if (target && !found) warn('no data-target ' + target);
      if (found) found.append(el);
      else if (script.closest('body')) script.after(el);
      else doc.body.append(el);
    };
    // In the head, or with a target further down, the page must be read first.
    if ((!target && script.closest('body')) || doc.readyState !== 'loading') place();
    else doc.addEventListener('DOMContentLoaded', place);
  }
})();
