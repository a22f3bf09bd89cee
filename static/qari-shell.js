// The reader's second file: what the loader (qari.js) needs next and what must work without wasm. It brings up the
// wasm, finds articles that stand in the page, puts faults into words, hands the place over from the plain view, and is
// the hands of the wasm: what waits, listens, scrolls or stores. qari-listen.js and qari-return.js are loaded from here.
// The release build folds the wasm-bindgen glue into this file.
import { act as call, create, initSync, show } from './qari-reader.js';

/** An error with a code of the contract; retryable ones get a button. */
const fault = (code, message, more) => Object.assign(Error(message), { code }, more);

// A module that takes an externref: a browser too old for the reader says no.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

/** Starts the wasm out of its answer, once the stylesheet is there too; `modern` tells a browser with wasm switched off from an old one. */
export const boot = async (answer, style, modern) => {
  const none = typeof WebAssembly !== 'object';
  if (none ? !modern : !WebAssembly.validate(PROBE)) throw fault('unsupported-browser', 'no WebAssembly reference types');
  try {
    // WebKit compiles what a CSP forbids and refuses only to run it.
    new WebAssembly.Instance(new WebAssembly.Module(PROBE));
  } catch (error) {
    throw fault('wasm-blocked', "WebAssembly may not run; a CSP needs script-src 'wasm-unsafe-eval' (" + error + ')');
  }
  try {
    const code = await answer;
    if (!code.ok) throw Error(code.url + ' ' + code.status);
    // A server that does not name the type costs the compiler its head start, nothing else.
    const named = code.headers.get('content-type') === 'application/wasm';
    initSync({ module: await (named ? WebAssembly.compileStreaming(code) : WebAssembly.compile(await code.arrayBuffer())) });
    await style;
  } catch (error) {
    throw fault('wasm-failed', error, { retryable: true });
  }
};

/** An article that stands in the page: `#id` of an inline script, or `page` for the page's own JSON-LD. */
export const find = async (el, src) => {
  if (document.readyState === 'loading')
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  const url = document.baseURI;
  if (src === 'page') {
    const blobs = document.querySelectorAll('script[type="application/ld+json" i]');
    const articles = Array.from(document.querySelectorAll('article'));
    return {
      texts: Array.from(blobs, (blob) => blob.textContent),
      url,
      page: articles.find((article) => !article.contains(el)) || articles[0],
    };
  }
  const inline = src[0] === '#' && document.getElementById(src.slice(1));
  if (!inline)
    throw fault('config', src ? 'data-src="' + src + '": neither an http(s) URL, nor the #id of a script in this page, nor "page"' : 'data-src is missing');
  return { texts: [inline.textContent], url };
};

// ---- Words: one file a language (words/), all its texts a line each. The first lines are the shell's own.

const RTL = /^(ar|fa|ur|he|yi|ps|sd|ug|dv|ckb)\b/i;
/** The file for a language, as far as a look at its tag tells; the wasm knows it exactly (src/locale/mod.rs). */
const served = (tag) => (/^(ar|en|es|fa|fr|he|ur)/i.test(tag) ? tag.slice(0, 2).toLowerCase() : RTL.test(tag) ? 'ar' : 'en');
const attribute = (el, name) => (el.getAttribute('data-' + name) || '').trim();
/** The language in which to speak to the reader, before the article is understood. */
const spoken = (el) =>
  attribute(el, 'ui-lang') ||
  attribute(el, 'lang') ||
  (el.shadowRoot.querySelector('article') || el.closest('[lang]') || {}).lang ||
  'ar';

/** What was asked for, by language: all readers of the page share it. */
const asked = new Map();
const ask = async (language) => {
  const abort = new AbortController();
  const late = setTimeout(() => abort.abort(), 5000);
  const file = new URL('words/' + language + '.txt', import.meta.url);
  try {
    const answer = await fetch(file, { signal: abort.signal });
    const text = await answer.text();
    if (answer.ok && text.startsWith(language + '\n')) return text;
    throw answer.status;
  } catch (error) {
    asked.delete(language); // the next one asks again
    console.warn('Qari: ' + file + ': ' + error);
    return '';
  } finally {
    clearTimeout(late);
  }
};
/** The texts of a language; none, in the end, if they cannot be had. */
const words = (language) => {
  if (!asked.has(language)) asked.set(language, ask(language));
  return asked.get(language);
};
// While the wasm is on its way: the language in which each reader is likely to speak, and that of its article's dates.
for (const el of document.querySelectorAll('qari-reader[data-state=loading]'))
  for (const tag of [spoken(el), attribute(el, 'lang')]) if (tag) words(served(tag));

/** Says what went wrong: to the reader in a sentence, to the owner in the console and in `qari:error`. */
export const explain = async ({ el, box, error, load, tell, slot, json, settle }) => {
  const { code = 'wasm-failed', message = String(error), status = 0 } = error;
  const retryable =
    code === 'network' || code === 'timeout' || code === 'wasm-failed' || status >= 500 || status === 429 || status === 408;
  const absolute = (address) => {
    try {
      const url = new URL(address, document.baseURI);
      return /^https?:$/.test(url.protocol) ? url.href : '';
    } catch (_) {
      return '';
    }
  };
  const src = absolute(attribute(el, 'src'));
  const wanted = spoken(el);
  const language = served(wanted);
  const [own, ...said] = (await words(language)).split('\n');
  if (!settle()) return;
  const kept = box.querySelector('article') && /^(wasm-|unsup)/.test(code);
  if (!kept) {
    box.dataset.theme = attribute(el, 'theme');
    box.replaceChildren();
    box.before(slot);
  }

  const lang = own ? (wanted.toLowerCase().startsWith(own) ? wanted : own) : RTL.test(wanted) ? 'ar' : 'en';
  const put = (tag, part, text) => {
    const made = document.createElement(tag);
    if (part) made.setAttribute('part', part);
    made.textContent = text;
    return note.appendChild(made);
  };
  const note = document.createElement('div');
  note.setAttribute('part', 'error');
  note.setAttribute('role', 'alert');
  note.lang = lang;
  note.dir = RTL.test(lang) ? 'rtl' : 'ltr';
  const [failed, again] = lang === 'ar' ? ['تعذّر التحميل', 'إعادة المحاولة'] : ['Not loaded', 'Try again'];
  put('p', '', said[kept ? 3 : status === 404 || status === 410 ? 1 : retryable ? 0 : 2] || failed);
  if (retryable) {
    const retry = put('button', 'retry', said[4] || again);
    retry.type = 'button';
    retry.onclick = load;
  }
  // The original: what the owner linked to, what the article says of itself, WordPress's short link, else the source.
  const fallback = el.querySelector('a[href]');
  const named = json && (json.url || json.link);
  const href = absolute((fallback && fallback.href) || named || src.replace(/wp-json\/wp\/v2\/posts\/(\d+).*/, '?p=$1'));
  if (href && src) Object.assign(put('a', 'source', said[5] || new URL(href).host), { href, target: '_blank', rel: 'noopener' });
  if (el.hasAttribute('data-debug')) put('pre', 'debug', code + ': ' + message);
  box.append(note);

  console.error('Qari: ' + code + ': ' + message, src);
  tell('error', { code, message, url: src, status, retryable });
};

// ---- The hands of the wasm, which calls nothing of the page's but its tree: whatever waits, listens or stores is here.

const KEY = 'qari:prefs';
/** Every reader of the page, by how it adopts a choice: what is chosen in one holds in all, and in other tabs. */
const readers = new Set();
const stored = () => {
  try {
    return localStorage.getItem(KEY) || '';
  } catch (_) {
    return ''; // refused, as in third-party frames and private modes: the choice holds for this page
  }
};
const otherTab = ({ key, newValue }) => {
  if (key === KEY) for (const adopt of readers) adopt(newValue || '{}');
};

/** The block being read. */
const reading = (mount) => {
  const body = mount.querySelector('[part=body]');
  if (!body) return;
  const top = (el) => el.getBoundingClientRect().top;
  const blocks = (top(body) > innerHeight / 2 ? body.parentNode : body).children;
  // Blocks follow one another, so a few looks find the first that starts in view; failing that, the one that fills it.
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (top(blocks[middle]) < -2) low = middle + 1;
    else high = middle;
  }
  const begins = blocks[low] && top(blocks[low]) < innerHeight * 0.6;
  return blocks[begins ? low : Math.max(low - 1, 0)];
};
/** How to bring the block being read back to where it is on the screen. */
const place = (mount) => {
  const block = reading(mount);
  const before = block && block.getBoundingClientRect().top;
  return block && (() => hold(block, before));
};
/** What scrolls around `el`: a box of the host's, else nothing, which is the page. */
const scroller = (el) => {
  for (let box = el; (box = box.parentElement || box.getRootNode().host); )
    if (box.parentElement && /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) return box;
};
/**
 * Keeps `el` at `top` on the screen. Blocks that come near the screen get their real height a frame or two later
 * (content-visibility), so once is not enough. Whoever else scrolls, reader or page, ends it.
 */
const hold = (el, top, then) => {
  const box = scroller(el);
  const where = () => (box ? box.scrollTop : scrollY);
  let left = where();
  let frames = 30;
  let still = 0;
  const step = () => {
    if (where() !== left) frames = 0;
    else {
      const moved = el.getBoundingClientRect().top - top;
      still = Math.abs(moved) < 0.5 ? still + 1 : 0;
      if (!still) (box || window).scrollBy({ top: moved, behavior: 'instant' });
      left = where();
    }
    if (frames-- > 0 && (then || still < 4)) requestAnimationFrame(step);
    else if (then) then();
  };
  step();
};

const PLACES = 'qari:places';
/** Where reading stopped: the number of the block, by the article's address. Whatever else is stored is no place. */
const places = () => {
  try {
    return Object.assign({}, JSON.parse(localStorage.getItem(PLACES)));
  } catch (_) {
    return {};
  }
};

/** The device's voice for a language, one of the same region first. Android writes `ar_EG`. */
const voice = (lang) => {
  const tag = (one) => one.lang.replace('_', '-').toLowerCase();
  const wanted = lang.toLowerCase();
  const all = window.speechSynthesis ? speechSynthesis.getVoices() : [];
  const fit = all.filter((one) => tag(one).split('-')[0] === wanted.split('-')[0]);
  return fit.find((one) => tag(one) === wanted) || fit[0];
};

/** Copies a text; the old way, by selection, works in frames and on plain http. */
const copy = async (text, mount) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_) {
    const field = mount.appendChild(document.createElement('textarea'));
    const focused = mount.getRootNode().activeElement;
    field.className = 'offscreen';
    field.readOnly = true;
    field.value = text;
    field.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch (_) {
      /* refused too: the address is shown instead */
    }
    field.remove();
    if (focused) focused.focus();
    return done;
  }
};

/** The full reader of one element. */
export const open = (el, root, parse) => {
  const mount = root.appendChild(document.createElement('div'));
  mount.hidden = true;
  const send = (name, detail, cancelable) =>
    el.dispatchEvent(new CustomEvent('qari:' + name, { bubbles: true, composed: true, cancelable, detail }));
  let reader = create(mount, parse);
  /** What the wasm answers. What stops it is told, and ends with it: the page around has not called it. */
  const act = (action) => {
    try {
      return call(reader, action);
    } catch (error) {
      console.error('Qari: ' + error);
      return '';
    }
  };
  let slices;
  let turn = 0;
  let quiet;
  let facts = []; // what the wasm told of the article, in the order of `tell` in src/browser/reader.rs
  const notices = [];
  const hush = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => act('hush'), 4000);
  };
  /** The rest of a long article comes in slices, between tasks. */
  const more = () => {
    clearTimeout(slices);
    slices = setTimeout(() => act('more') && more());
  };
  /** All of it at once, for who cannot wait. */
  const whole = () => {
    while (act('more'));
    return mount.querySelector('[part=body]');
  };
  /** Changes how the article looks; the paragraph being read stays in place. */
  const change = (action) => {
    const restore = place(mount);
    const answer = act(action);
    if (restore) restore();
    // A button that is disabled at its end hands the focus to its twin.
    const { activeElement } = root;
    if (activeElement && activeElement.disabled) mount.querySelector('.step:not(:disabled)').focus();
    return answer;
  };
  const adopt = (choices) => change('adopt:' + choices);
  const warn = (notice) => {
    if (notices.includes(notice)) return;
    notices.push(notice);
    console.warn(notice);
  };
  const look = (accent, family) => {
    const { style } = mount;
    const font = family === 'inherit' ? getComputedStyle(el).fontFamily : family;
    if (accent && !CSS.supports('color', accent)) {
      warn('Qari: data-accent="' + accent + '" is no CSS colour');
      accent = '';
    }
    accent ? style.setProperty('--qari-accent', accent) : style.removeProperty('--qari-accent');
    font ? style.setProperty('--owner-font', font) : style.removeProperty('--owner-font');
  };
  if (!readers.size) addEventListener('storage', otherTab);
  readers.add(adopt);

  const share = (network, click) => {
    const url = facts[2];
    const title = facts[9];
    if (!send('share', { network, url, title }, true)) return click.preventDefault();
    if (network === 'print') print();
    if (network === 'native') navigator.share({ title, url }).catch(() => {}); // closing the sheet is no error
    if (network === 'copy')
      copy(url, mount).then((done) => {
        act(done ? 'copied' : 'refused');
        if (done && turn) hush();
      });
  };
  /** The poster's place is taken by the player it stands for. */
  const play = (poster) => {
    const { player, title } = poster.dataset;
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: player, title, allow: 'autoplay; fullscreen; encrypted-media', allowFullscreen: true });
    poster.hidden = true;
    poster.after(frame);
    frame.focus();
  };

  /** A part that was asked for later and cannot be had: all else works without. */
  const missing = (error) => {
    console.warn('Qari: ' + error);
    return {};
  };
  // Listening is offered where a voice fits; voices arrive late in some browsers.
  let silence;
  const offer = () => {
    const button = mount.querySelector('[part=listen]');
    if (button && facts[5]) button.hidden = !voice(facts[5]);
  };
  const speech = window.speechSynthesis;
  if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', offer);
  const listen = async () => {
    if (silence) return silence();
    const article = facts[2];
    // iOS lets a voice begin only within the tap itself.
    speech.speak(new SpeechSynthesisUtterance(''));
    const { listen } = await import('./qari-listen.js').catch(missing);
    if (!listen || silence || article !== facts[2] || !turn) return;
    whole();
    silence = listen({ mount, words: said(), voice, keep: keeps(), scroller, ended: () => (silence = 0) });
  };

  /** The texts of the interface that no control has in the page. */
  const said = () => file.split('\n').slice(-8);
  let file = '';
  const keeps = () => !/^off$/i.test(attribute(el, 'remember'));
  /** Keeps where reading stopped, unless it was at the start or the end. */
  const keep = () => {
    if (mount.hidden || !el.isConnected || !facts[2] || !keeps()) return;
    const block = reading(mount);
    const at = block && block.parentNode.matches('[part=body]') ? Array.from(block.parentNode.children).indexOf(block) : 0;
    const kept = places();
    const old = kept[facts[2]];
    delete kept[facts[2]];
    if (at > 0 && percent < 95) kept[facts[2]] = at;
    else if (!old) return;
    for (const first of Object.keys(kept).slice(0, -50)) delete kept[first];
    try {
      localStorage.setItem(PLACES, JSON.stringify(kept));
    } catch (_) {
      /* refused or full */
    }
  };
  // A phone may never come back to a page that was hidden.
  const left = () => document.hidden && keep();
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', left);
  /** Offers to go on where reading stopped, if that is far enough down. */
  let unoffer;
  const back = async () => {
    const at = keeps() && places()[facts[2]];
    if (!(at > 0) || mount.getBoundingClientRect().height < innerHeight * 2) return;
    const article = facts[2];
    const { offer } = await import('./qari-return.js').catch(missing);
    // The article may have become shorter.
    const block = () => {
      const { children } = whole();
      return children[Math.min(at, children.length - 1)];
    };
    if (offer && !unoffer && article === facts[2] && turn) unoffer = offer({ mount, words: said(), block, hold });
  };
  /** What belongs to one article ends with it. */
  const leave = () => {
    keep();
    if (silence) silence();
    if (unoffer) unoffer();
    unoffer = 0;
  };

  const press = (action) => {
    if (action === 'print') return print();
    if (action === 'listen') return listen();
    const [remember, textSize, theme, font, lineHeight, choices] = change(action).split(' ');
    if (!choices) return;
    hush();
    try {
      if (remember === 'on') localStorage.setItem(KEY, choices);
    } catch (_) {
      /* refused or full: the choice still holds for this page */
    }
    for (const other of readers) if (other !== adopt) other(choices);
    send('settings', { textSize: +textSize, theme, font, lineHeight: +lineHeight });
  };
  // One listener for all controls: what each does stands in its attributes.
  mount.addEventListener('click', (click) => {
    const control = click.target.closest('[data-action],[data-network],[data-player]');
    if (!control) return;
    const { action, network } = control.dataset;
    if (action) press(action);
    else if (network) share(network, click);
    else play(control);
  });

  // An image that does not come leaves its caption and no empty box. The event does not bubble.
  mount.addEventListener('error', ({ target }) => target.tagName === 'IMG' && (target.hidden = true), true);

  /** How far the article is read: the bar, and `qari:progress` at each quarter, once. */
  let told = 0;
  let percent = 0;
  let due;
  let spot;
  const measure = () => {
    due = 0;
    const article = mount.querySelector('article');
    if (!article) return; // what stopped the wasm took it away since the page was scrolled
    const { top, height } = article.getBoundingClientRect();
    // Above or below it the page's own text is read, and its place is the page's to keep.
    spot = top < 0 && top + height > 0 && place(mount);
    percent = height ? Math.max(0, Math.min(100, Math.round(((innerHeight - top) / height) * 100))) : 0;
    const bar = mount.querySelector('[part=progress]');
    if (bar) bar.value = percent;
    for (; told + 25 <= percent; send('progress', { percent: told })) told += 25;
  };
  const moved = () => {
    if (!due && !mount.hidden) due = requestAnimationFrame(measure);
  };
  // A turned screen breaks the lines anew. A bar of the browser's that comes or goes changes the height alone.
  let width = innerWidth;
  const turned = () => {
    if (width !== (width = innerWidth) && spot && !mount.hidden) spot();
  };
  addEventListener('resize', turned);
  // A host's own box may be what scrolls, so the event is caught on its way down.
  addEventListener('scroll', moved, { capture: true, passive: true });

  /** `data-debug`: what was read, detected and refused, for the site owner. */
  const debug = (source) => {
    const old = root.querySelector('[part=debug]');
    if (old) old.remove();
    if (!el.hasAttribute('data-debug')) return;
    const [, , url, , format, language, direction, count, , , , , , reason] = facts;
    const panel = root.appendChild(document.createElement('pre'));
    panel.setAttribute('part', 'debug');
    panel.lang = 'en';
    panel.dir = 'ltr';
    panel.textContent = [
      'Read from: ' + source,
      'Format: ' + format + ' (' + reason + ')',
      'Address of the article: ' + url,
      'Language: ' + language + ', direction: ' + direction + ', words: ' + count,
      ...(notices.length ? notices : ['No attribute was refused.']),
    ].join('\n');
  };

  // The settings close as people expect: Escape, or a press outside.
  const sheet = () => mount.querySelector('.sheet');
  const SIZES = { '+': 'larger', '=': 'larger', '-': 'smaller', 0: 'reset' };
  const typed = (event) => {
    const { key, target } = event;
    if (key === 'Escape' && sheet()) {
      act('fold');
      mount.querySelector('[part=settings]').focus();
    }
    // Shortcuts act only while the reader has the focus, and leave the browser's own zoom alone.
    const free = !event.ctrlKey && !event.metaKey && !event.altKey && target.tagName !== 'SELECT';
    if (free && SIZES[key] && mount.querySelector('[part=size-value]')) press(SIZES[key]);
  };
  const outside = (event) => sheet() && !event.composedPath().includes(mount.querySelector('[part=toolbar]')) && act('fold');
  mount.addEventListener('keydown', typed);

  // Arrows go through a group of choices and choose; left and right follow the eye.
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  mount.addEventListener('keydown', (event) => {
    const radio = event.target.closest('[role=radio]');
    let step = STEPS[event.key];
    if (!radio || !step) return;
    if (/t$/.test(event.key) && getComputedStyle(radio).direction === 'rtl') step = -step;
    const { children } = radio.parentNode;
    const next = children[(Array.prototype.indexOf.call(children, radio) + step + children.length) % children.length];
    next.click();
    next.focus();
    event.preventDefault();
  });
  document.addEventListener('pointerdown', outside);

  return {
    /** Shows a source; `box` is the plain view whose place it takes. Throws a fault when there is nothing to show. */
    async show(source, box) {
      const { texts, url, page } = source;
      const mine = ++turn;
      const lang = el.closest('[lang]');
      // In the order of `Facts` in src/browser/reader.rs.
      const surroundings = () => [
        url,
        document.baseURI,
        lang ? lang.lang : '',
        stored(),
        document.querySelector('h1') ? '1' : '',
        navigator.share ? '1' : '',
        ...el.getAttributeNames().flatMap((name) => [name, el.getAttribute(name)]),
      ].join('\0');
      const around = surroundings();
      // The page's own article is parsed anew, inert: what sits in a form of the page's shadows the form's properties.
      const own = page && parse(page.innerHTML);
      const read = () => show(reader, texts.join('\0'), around, own);
      let answer = read();
      if (!answer) {
        // What stopped the wasm in the middle of its work took the reader with it.
        mount.replaceChildren();
        reader = create(mount, parse);
        answer = read();
      }
      answer = answer.split('\0');
      const [code, reason, said] = answer.slice(-4);
      said.split('\n').filter(Boolean).forEach(warn);
      if (code) throw fault(code, reason);
      const files = await Promise.all(answer.slice(10, 12).map(words));
      if (turn !== mine) return; // another source, or the end, came meanwhile
      if (surroundings() !== around) return this.show(source, box); // or another attribute
      // The paragraph being read stays where it is on the screen.
      const lines = box && box.getBoundingClientRect().top < 0 ? Array.from(box.querySelectorAll('p')) : [];
      const line = lines.find((one) => one.getBoundingClientRect().bottom > 0);
      leave();
      // An article begins with elements of its own: what was hidden or played in those of another stays with them.
      if (answer[2] !== facts[2] || answer[3] !== facts[3]) act('clear');
      facts = answer;
      file = files[0];
      look(facts[0], facts[1]);
      call(reader, 'words:' + [line ? 1 : '', ...files].join('\0'));
      offer();
      more();
      debug(url);
      if (!box) return;
      const top = line && line.getBoundingClientRect().top;
      // For a moment all blocks have their real height, not content-visibility's estimate.
      mount.className = line ? 'settling' : '';
      mount.hidden = false;
      box.remove();
      told = 0;
      moved();
      const twin = line && Array.from(mount.querySelectorAll('p,h2,h3,li')).find((one) => one.textContent === line.textContent);
      if (twin) hold(twin, top, () => (mount.className = ''));
      else back();
    },
    hide() {
      leave();
      // Whatever is still on its way belongs to what is no longer shown.
      turn++;
      facts = [];
      mount.hidden = true;
    },
    close() {
      leave();
      turn = 0;
      if (speech && speech.removeEventListener) speech.removeEventListener('voiceschanged', offer);
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', left);
      clearTimeout(quiet);
      clearTimeout(slices);
      cancelAnimationFrame(due);
      removeEventListener('scroll', moved, true);
      removeEventListener('resize', turned);
      document.removeEventListener('pointerdown', outside);
      readers.delete(adopt);
      if (!readers.size) removeEventListener('storage', otherTab);
      mount.remove();
      // Not now: what the page does while the wasm is at work could come here.
      queueMicrotask(() => act('close'));
    },
    summary() {
      const [, , url, title, format, language, direction, words, minutes] = facts;
      return { url, title, format, language, direction, words: +words, readingMinutes: +minutes };
    },
    /** The article in Qari's own form, its body as the cleaned HTML that is shown. */
    article() {
      const body = whole();
      return Object.assign(JSON.parse(act('article') || '{}'), { body: body ? body.innerHTML : '' });
    },
  };
};
