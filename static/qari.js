// The only file a partner's page names. Defines <qari-reader>, starts article and reader at the same moment, shows the text until the wasm is there.
// A classic script in ES2017 without inline code, at most 4,000 bytes of brotli (the build says so). What can wait is in plain.js and touch.js.
(() => {
  const NAME = 'qari-reader';
  // Rust has these two tables as well; tests/knowledge.rs compares them. First the languages with a file in words/.
  const LANGUAGES = /^(ar|en|es|fa|fr|he|ur)$/;
  const RIGHT_TO_LEFT = /^(fa|sd|he|ug|ji|yi|ar|ur|ks|ps|dv|bal|lrc|pnb|azb|arb|ary|glk|bgn|prs|mzn|nqo|syr|skr|pes|iw|ckb|arz)$/;
  const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufefe]/;
  /** The plain view's rules; qari.css joins them when it is there. */
  const BASIC_STYLE = ':host{display:block;min-height:100vh}.plain{all:initial;display:block;' +
    'font:medium/1.8 system-ui;background:Canvas;color:CanvasText}.plain>*{display:block;padding:1em}';
  const warn = (words) => console.warn('Qari: ' + words);
  const fault = (code, message, answer) => Object.assign(Error(message), { code, answer });
  const isFault = ({ code }) => typeof code === 'string'; // a DOMException has a number
  const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const isTag = (tag) => /^[a-z]{2,3}([-_]|$)/i.test(tag);
  const languageOf = (tag) => String(tag).toLowerCase().split(/[-_]/)[0];
  const isRightToLeft = (tag) => RIGHT_TO_LEFT.test(languageOf(tag));
  // ---- The reader's parts, asked for once for the page
  let at; // the address of each file: beside this script, or where a bundler put it (integrations/npm)
  const module = (file) => import(/* webpackIgnore: true */ /* @vite-ignore */ at(file));
  const get = async (file, options) => {
    const answer = await fetch(at(file), options);
    if (!answer.ok) throw Error(file + ' ' + answer.status);
    return answer;
  };
  /** The language of the words that a tag is likely to need; the wasm knows it exactly (src/locale). */
  const wordsFor = (tag) => LANGUAGES.test(languageOf(tag)) ? languageOf(tag) : isRightToLeft(tag) ? 'ar' : 'en';
  const asked = {}; // by language: all readers of the page share them
  /** The text of a language's words; none if they cannot be had in five seconds. The next reader asks again. */
  const words = (language) => (asked[language] = asked[language] || askForWords(language));
  const askForWords = async (language) => {
    const signal = AbortSignal.timeout && AbortSignal.timeout(5000); // Safari before 16 waits as long as it takes
    const file = 'words/' + language + '.json';
    try { return await (await get(file, { signal })).text(); } catch (error) { return warn(file + ': ' + error), (asked[language] = ''); }
  };
  let sheet; // one for every shadow root; Safari before 16.4 has none, but a <link> in each
  try { (sheet = new CSSStyleSheet()).replaceSync(BASIC_STYLE); } catch (_) {}
  const addStyle = () => get('qari.css').then((answer) => answer.text()).then((text) => sheet && sheet.replaceSync(BASIC_STYLE + text));
  let failures = 0; // of these files: one did not come, or the wasm stopped
  /** Browsers remember a module, even one that did not come: each new attempt has a new address. */
  const attempt = () => (failures ? '?' + failures : '');
  let plainModule, version; // plain.js; the attempt that `booting` and `glue` are of
  const plain = () => {
    if (!plainModule) (plainModule = module('plain.js' + attempt())).catch(() => { plainModule = 0, failures++; });
    return plainModule;
  };
  const touch = () => module('touch.js');
  let booting; // the glue (src/main.rs), once the wasm runs and the stylesheet is there
  let glue; // the same, from that moment on
  const start = () => {
    if (!booting) (booting = boot()).then((started) => (glue = started), () => { booting = 0, failures++; });
    return booting;
  };
  const boot = async () => {
    version = attempt();
    const [library, wasm] = await Promise.all([module(NAME + '.js' + version), get(NAME + '_bg.wasm' + version), addStyle()]);
    await library.default({ module_or_path: wasm });
    return library;
  };
  // HTML is only ever parsed inert, under one Trusted Types policy. Where even that is refused, `parse` throws.
  let policy = { createHTML: (text) => text };
  try { policy = trustedTypes.createPolicy('qari', policy); } catch (_) {} // no Trusted Types, or the name is not allowed
  const parse = (html) => {
    // What is named `body` or sits in a form can shadow the properties that are read: no form, no property here.
    html = html.replace(/<(\/?)form\b/gi, '<$1div');
    const made = new DOMParser().parseFromString(policy.createHTML('<!doctype html><body>' + html), 'text/html');
    return document.querySelector.call(made, 'body');
  };
  /** The colour schemes that the page declares, in CSS or its head; none where it leaves them to the system. */
  const scheme = (el) => {
    const meta = document.querySelector('meta[name=color-scheme]');
    return (getComputedStyle(el).colorScheme || '').replace('normal', meta ? meta.content : '');
  };
  const loader = { parse, words, scheme }; // what a Reader of the wasm may call
  // ---- What stops the wasm
  const live = new Set(); // of the elements in the page, what hears of it
  // Whether the wasm trapped: unreachable, out of memory, or too deep a recursion. By the file's name, not its whole address: V8
  // keeps a module's code by its bytes, and a stack then names the address from which the same bytes came first.
  const isTrap = (error) => error && /^(Runtime|Range|Internal)/.test(error.name) && (error.stack || '').includes('/' + NAME);
  /** Nothing of an instance that was stopped can be trusted: its readers end, and the next load starts another. */
  const stopAll = (error) => {
    if (!glue) return;
    (glue = booting = 0), failures++;
    live.forEach((stopped) => stopped(error));
  };
  const onError = (event) => {
    const error = event.error || event.reason;
    // WebKit tells a page nothing of what other origins' files throw: then each reader is asked whether it answers.
    if (!error && event.message) live.forEach((stopped) => stopped());
    if (!isTrap(error)) return;
    event.stopImmediatePropagation(), event.preventDefault();
    if (error.stack.includes(version + ':')) stopAll(error); // else an older instance's
  };
  // ---- One element
  /** All that belongs to one element; what it gives is the element's own side of the contract. */
  const control = (el) => {
    const root = el.shadowRoot || el.attachShadow({ mode: 'open' });
    const slot = create('slot');
    let prerendered = root.lastChild; // stands until the reader does (touch.js makes it answer)
    const box = prerendered || create('div', { className: 'plain', dir: 'auto' });
    const own = [slot, box];
    let state = 'idle';
    let run; // the load or fault under way: what belongs to an older one ends silently
    let near; // waits for the element to come near the viewport
    let source; // what was read: texts, url, page, and data, of which the plain view shows something
    let reader, isDead, isChanged, reserved; // of the wasm; it was stopped; an attribute, meanwhile; what data-min-height has set
    sheet ? (root.adoptedStyleSheets = [sheet]) : own.push(create('link', { href: at('qari.css'), rel: 'stylesheet' }));
    prerendered || root.append(...own);
    const setting = (name) => (el.getAttribute('data-' + name) || '').trim();
    const become = (name) => (el.dataset.state = state = name);
    const tell = (name, detail) => el.dispatchEvent(new CustomEvent('qari:' + name, { bubbles: true, composed: true, detail }));
    /** On this device; nothing where storage is refused. */
    const chosen = () => { try { return (!/^off$/i.test(setting('remember')) && JSON.parse(localStorage['qari:prefs'])) || {}; } catch (_) { return {}; } };
    /** Shows `node` in the plain view, instead of or beside what is there. */
    const fill = (node, isBeside) => {
      if (!isBeside) box.textContent = '';
      const theme = chosen().theme || setting('theme');
      box.dataset.theme = /^(auto)?$/i.test(theme) ? scheme(el) : theme;
      box.prepend(node);
      root.append(box);
    };
    /** What states the language around, through the shadow roots of others too. */
    const languageAround = (at) => (at ? at.closest('[lang]') || languageAround(at.getRootNode().host) : el);
    /** The language in which to speak to the reader, before the article is understood. */
    const spoken = () => [setting('ui-lang'), setting('lang'), (root.querySelector('article') || languageAround(el)).lang].find(isTag) || 'ar';
    /** Bytes to text, with a limit in size and time. What is not fetched (#id, page, nonsense) plain.js finds. */
    const read = async (mine) => {
      const src = setting('src');
      const link = create('a', { href: src });
      if (/^(#|page$|$)/i.test(src) || !/^http/.test(link.protocol)) return (await plain()).find(el, src, parse);
      const [seconds] = /^[1-9]\d{0,2}$/.exec(setting('timeout')) || [15];
      let answer, isLate;
      const timer = setTimeout(() => mine.abort((isLate = true)), seconds * 1000);
      try {
        answer = await fetch(link.href, { signal: mine.signal, headers: { accept: 'application/json' } });
        if (!answer.ok) throw fault('http', answer.status, answer);
        const body = answer.body.getReader();
        const decoder = new TextDecoder();
        let [size, json] = [0, ''];
        for (let part; !(part = await body.read()).done; json += decoder.decode(part.value, { stream: true }))
          if ((size += part.value.length) > 1e7) throw fault('too-large', '10 MB', mine.abort());
        try { return { texts: [json], url: answer.url, data: JSON.parse(json) }; } catch (error) { throw (await plain()).unreadable(error, json, size, answer); }
      } catch (error) { throw isFault(error) ? error : fault(isLate ? 'timeout' : 'network', error, answer); } finally { clearTimeout(timer); }
    };
    /** Headline and paragraphs, as far as a look at the JSON tells; nothing where there is more to be understood. */
    const look = () => {
      try {
        const list = source.data.items || source.data.posts || [].concat(source.data);
        // An item that is named, not counted, is not found so: better no text than another article's.
        const node = list[+setting('item')];
        const body = node.body || node.content || node.content_html || node.html;
        const title = node.title || '';
        const lines = [];
        const add = (part) => lines.push(create('p', { textContent: part.textContent || part.text }));
        const read = (part) => {
          if (part.text) return add(part);
          if (part.items || part.map) return (part.items || part).forEach(read);
          const parsed = parse(part.html || (part.trim ? part : ''));
          const blocks = parsed.querySelectorAll('p,h2,h3,li,pre');
          (blocks[0] ? blocks : [parsed]).forEach(add);
        };
        read(body.rendered || body);
        return { node, title: parse(title.rendered || title).textContent, lines };
      } catch (_) {} // a shape that is not known, or no parser
    };
    /** The article in the plain view: the title, and lines of which each is an element. */
    const sketch = ({ node, title, lines }) => {
      const text = title + lines.map(({ textContent }) => textContent);
      // Letters win over labels, as in src/article/build/language.rs.
      const share = text.split(RIGHT_TO_LEFT_LETTER).length / text.length;
      const labels = [setting('lang'), node.language, languageAround(el).lang];
      const lang = labels.find((tag) => isTag(tag) && (isRightToLeft(tag) ? share > 0.1 : share < 0.5)) || 'ar';
      const dir = isRightToLeft(lang) ? 'rtl' : 'ltr';
      const article = create('article', { part: 'article', lang, dir });
      article.dataset.textSize = chosen().textSize || setting('text-size') || 3;
      if (!/title/i.test(setting('hide'))) lines.unshift(create('h1', { part: 'title', textContent: title }));
      for (const line of lines) {
        line.dir = dir === 'rtl' && RIGHT_TO_LEFT_LETTER.test(line.textContent) ? dir : 'auto';
        if (line.textContent.trim()) article.append(line);
      }
      if (!article.textContent) return;
      fill(article);
      touch().then((module) => module.addSizeBar(article, words(wordsFor(spoken())), setting)).catch(() => {});
      slot.remove();
    };
    /** Shows what can be read without wasm: what a look finds, else (or where it is to stay, without timings) a closer one. */
    const showText = async (isWanted, timings) => {
      try {
        if (box.querySelector('.reader')) return;
        const found = (timings && look()) || (await plain()).simple(setting, source, parse);
        if (!isWanted()) return;
        sketch(found);
        timings.text = performance.now();
      } catch (_) {} // the full reader knows more
    };
    /** Ends what is under way, and begins what comes next. */
    const turn = () => {
      if (run) run.abort();
      if (near) near.disconnect();
      return (run = new AbortController());
    };
    /** An instance that was stopped answers nothing: after some time (ms) it is taken for that. */
    const answered = async (mine, promise, patience) => {
      const timer = setTimeout(() => run === mine && !document.hidden && fail(Error('no answer'), true), patience);
      try { return await promise; } finally { clearTimeout(timer); }
    };
    /** Ends the reader, and takes away what one that was stopped could not. */
    const close = () => {
      try { reader.close(); } catch (_) {} // there is none, or it was stopped
      root.replaceChildren(...own), (reader = isDead = 0);
    };
    const hide = () => (isDead ? close() : reader && reader.hide());
    /** Tells of the article that `find` brings. */
    const bring = async (find) => {
      const mine = run, timings = { start: performance.now() };
      try {
        const summary = await find(mine, timings);
        if (run !== mine || !summary) return;
        slot.remove();
        become('ready');
        timings.ready = performance.now();
        tell('ready', Object.assign(summary, { timings }));
        if (isChanged) refresh();
      } catch (error) { if (run === mine) fail(error); }
    };
    /** An attribute has changed: it may mean another article of the same source. */
    const refresh = () => bring((mine) => answered(mine, reader.refresh(), 1e4));
    const load = () => {
      turn();
      (source = 0), become('loading');
      // Where the article stands, nothing else is to be seen; and WebKit loses the page's place when a slot goes.
      if (!prerendered) root.prepend(slot), fill(create('div', { part: 'skeleton' }));
      prerendered = 0;
      return bring(async (mine, timings) => {
        hide();
        const reading = read(mine); // asked for first; what is not needed to start (words, touch.js) does not share the line with it
        const program = start();
        const found = await reading;
        if (run !== mine) return;
        [spoken(), setting('lang')].forEach((tag) => tag && words(wordsFor(tag)));
        source = Object.assign(found, { timings });
        timings.source = performance.now();
        if (!glue) showText(() => run === mine && !glue, timings);
        await program;
        const { Reader } = await start(); // another one, if it was stopped meanwhile
        if (run !== mine) return;
        reader = reader || new Reader(el, loader);
        isChanged = false;
        return answered(mine, reader.show(source, box), 3e4);
      });
    };
    const fail = async (error, isStopped) => {
      const isOurs = !isFault(error); // not the article's, the connection's or the owner's
      isDead = isStopped || isTrap(error);
      const isShown = isDead && state === 'ready';
      const mine = turn();
      if (isDead) stopAll(error);
      isShown ? (box.textContent = '') : hide();
      if (isOurs && source && !isShown) await showText(() => run === mine);
      const isText = isOurs && (isShown || box.querySelector('article'));
      const { note, detail } = await plain().then(({ explain }) => explain({ el, error, isText, load, spoken, wordsFor, words, source })).catch(() => bare(error));
      if (run !== mine) return; // a newer load has begun while the words were on their way
      if (!isText) root.prepend(slot);
      fill(note, isText);
      become('error');
      console.error('Qari:', detail.code, detail.message, detail.url, error);
      tell('error', detail);
      if (booting) booting.then(({ Reader }) => Reader.judge(el)).catch(() => {}); // tells the owner of attributes that are not taken
    };
    /** Not even plain.js came: a button says so. */
    const bare = ({ code = 'wasm-failed', message }) => {
      const note = create('p', { role: 'alert', part: 'error' });
      note.append(create('button', { part: 'retry', textContent: 'تعذر التحميل / Not loaded', onclick: load }));
      return { note, detail: { code, message, url: at('.'), status: 0, retryable: true } };
    };
    /** Loads at once, or (lazy) when the element comes within a screen of the viewport; what is prerendered, when the page rests (touch.js). */
    const begin = async () => {
      const mine = turn();
      if (prerendered) await touch().then((module) => module.liven(el, scheme(el))).catch(Object);
      if (run !== mine) return;
      const place = el.getBoundingClientRect();
      if (/^eager$/i.test(setting('loading')) || (place.height && place.top < innerHeight * 2 && place.bottom > -innerHeight)) return load();
      near = new IntersectionObserver((seen) => seen.pop().isIntersecting && load(), { rootMargin: '100%' });
      near.observe(el);
    };
    const reserve = () => {
      const height = setting('min-height'); // one in the owner's own style="" stays as it is
      if (height || reserved) el.style.minHeight = reserved = height;
    };
    const watch = new MutationObserver((changes) => {
      const isAny = (names) => changes.some(({ attributeName }) => names.test(attributeName));
      if (!isAny(/^(lang|data-(?!state).*)$/)) return;
      reserve();
      // A fault is tried again for what can mend it.
      if (state === 'idle' || isAny(/-src$/) || (state === 'error' && isAny(/-(format|map|item|lang|timeout)$/))) begin();
      else if (state === 'ready') refresh();
      else isChanged = true;
    });
    const stopped = (error) => {
      if (!error) state === 'ready' && refresh();
      else if (state === 'error') isDead = true;
      else if (reader && !isDead) fail(error, true);
    };
    return {
      state: () => state,
      article: () => (state === 'ready' ? reader.article : null),
      load,
      connect() {
        if (live.has(stopped)) return; // moved, not added
        live.add(stopped);
        reserve(), become(state);
        watch.observe(el, { attributes: true });
        begin();
      },
      // A move takes the element out and puts it in again within the same task.
      disconnect: () => queueMicrotask(() => {
        if (el.isConnected || !live.delete(stopped)) return;
        turn(), watch.disconnect();
        close(), become('idle');
      }),
    };
  };
  // ---- The element, window.qari, and the script form
  // A module or an injected script has no currentScript: then every script of this name that was not placed yet is meant.
  const scripts = document.currentScript ? [document.currentScript] : [...document.scripts].filter((script) => /\bqari\.js\b/.test(script.src));
  /** The element that is given, or the first one that a selector finds. */
  const find = (where) => {
    try { return (where.append ? where : document.querySelector(where)) || warn('no ' + where); } catch (_) { warn('no ' + where); } // no selector
  };
  if (!customElements.get(NAME)) {
    if (!scripts[0]) return;
    at = scripts[0].at || ((file) => new URL(file, scripts[0].src) + '');
    addEventListener('error', onError, true);
    addEventListener('unhandledrejection', onError, true);
    const controls = new WeakMap();
    window.qari = {
      version: '0.1.0',
      mount(where, options) {
        const el = create(NAME);
        for (const name in options) if (options[name] != null && options[name] !== false) el.dataset[name] = options[name];
        const target = find(where);
        if (target) target.append(el);
        return el;
      },
    };
    class QariReader extends HTMLElement {
      constructor() { super(); controls.set(this, control(this)); }
      connectedCallback() { controls.get(this).connect(); }
      disconnectedCallback() { controls.get(this).disconnect(); }
      get state() { return controls.get(this).state(); }
      get article() { return controls.get(this).article(); }
      reload() { return this.isConnected && controls.get(this).load(); }
      destroy() { this.remove(); }
    }
    customElements.define(NAME, QariReader);
  }
  for (const script of scripts) {
    const { src, target } = script.dataset;
    if (!src || script.qari) continue;
    script.qari = true;
    const place = () => {
      const into = (target && find(target)) || (!script.closest('body') && document.body);
      // A page that was kept (Turbo, pjax, a clone) and runs its scripts again has the reader already.
      const there = into ? into.lastElementChild : script.nextElementSibling;
      if (there && there.matches(NAME) && there.dataset.src === src) return;
      const el = create(NAME);
      Object.assign(el.dataset, script.dataset);
      into ? into.append(el) : script.after(el);
    };
    // In the head, or with a target further down, the page must be read first.
    if ((!target && script.closest('body')) || document.readyState !== 'loading') place();
    else document.addEventListener('DOMContentLoaded', place);
  }
})();
