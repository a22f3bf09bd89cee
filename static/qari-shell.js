// The reader's second file: what the loader (qari.js) needs next and what must work without wasm. It brings up the
// wasm, finds articles that stand in the page, puts faults into words, hands the place over from the plain view, and is
// the hands of the wasm: what waits, listens, scrolls or stores. qari-listen.js and qari-return.js are loaded from here.
// The release build folds shell/ and the wasm-bindgen glue into this file.
import { act as call, create, show } from './qari-reader.js';
import { booted, fault } from './shell/boot.js';
import { debug } from './shell/debug.js';
import { copy, play, voice } from './shell/device.js';
import { choices, choose, keepPlace, otherTab, places, readers } from './shell/kept.js';
import { inert } from './shell/inert.js';
import { keys } from './shell/keys.js';
import { attributes, warn } from './shell/notices.js';
import { hold, place, reading, scroller } from './shell/place.js';
import { progress } from './shell/progress.js';
import { explain as say } from './shell/explain.js';
import { attribute, fetchWords, words } from './shell/words.js';

export { boot } from './shell/boot.js';
export { find } from './shell/source.js';

fetchWords(import.meta.url);

/** A text of the article where the loader's own look at the source finds none. */
export const simple = async (el, source, parse) => {
  const { simple } = await import('./qari-plain.js');
  return simple((name) => attribute(el, name), source, inert(parse));
};

/** Says what went wrong, and once the wasm is there which attributes are not taken, as with an article. */
export const explain = async (told) => {
  const { el } = told;
  await say(told);
  try {
    await booted;
    const reader = create(document.createElement('div'), () => {});
    const [said] = show(reader, '', [...NOWHERE, ...attributes(el)].join('\0')).split('\0').slice(-2);
    call(reader, 'close');
    said.split('\n').filter(Boolean).forEach((notice) => warn(el, notice));
  } catch (_) {
    /* no wasm: the fault has been told */
  }
};
/** The facts of a page of which nothing is known (`Facts` in src/browser/reader.rs). */
const NOWHERE = Array(6);

/** The full reader of one element. */
export const open = (el, root, given) => {
  const parse = inert(given);
  const mount = root.appendChild(document.createElement('div'));
  mount.hidden = true;
  const send = (name, detail, cancelable) =>
    el.dispatchEvent(new CustomEvent('qari:' + name, { bubbles: true, composed: true, cancelable, detail }));
  let reader = create(mount, parse);
  const ends = [];
  /** Listens outside the element, until the reader is closed. */
  const on = (target, name, handler, options) => {
    target.addEventListener(name, handler, options);
    ends.push(() => target.removeEventListener(name, handler, options));
  };
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
  let notices; // of the attributes as they are
  let shown; // what was around when the article was shown
  const hush = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => act('hush'), 4000);
  };
  /** The rest of a long article comes in slices, between tasks. */
  const more = () => {
    clearTimeout(slices);
    slices = setTimeout(() => {
      if (act('more')) return more();
      slices = 0;
      read.moved();
    });
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
    read.moved();
    return answer;
  };
  const adopt = (choices) => keeps() && change('adopt:' + choices);
  const refuse = (notice) => {
    notices.push(notice);
    warn(el, notice);
  };
  const look = (accent, family) => {
    const { style } = mount;
    const font = family === 'inherit' ? getComputedStyle(el).fontFamily : family;
    if (accent && !CSS.supports('color', accent)) {
      refuse('Qari: data-accent="' + accent + '" is no CSS colour');
      accent = '';
    }
    accent ? style.setProperty('--qari-accent', accent) : style.removeProperty('--qari-accent');
    font ? style.setProperty('--owner-font', font) : style.removeProperty('--owner-font');
  };
  readers.add(adopt);
  on(window, 'storage', otherTab(adopt));
  const read = progress(mount, on, () => slices, (percent) => send('progress', { percent }));

  const share = (network, click) => {
    const [, , url, title] = facts;
    if (!send('share', { network, url, title }, true)) return click.preventDefault();
    if (network === 'print') print();
    if (network === 'native') navigator.share({ title: facts[9], url }).catch(() => {}); // closing the sheet is no error
    if (network === 'copy')
      copy(url, mount).then((done) => {
        act(done ? 'copied' : 'refused');
        if (done && turn) hush();
      });
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
  if (speech && speech.addEventListener) on(speech, 'voiceschanged', offer);
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
    keepPlace(facts[2], read.percent() < 95 && at);
  };
  // A phone may never come back to a page that was hidden.
  on(window, 'pagehide', keep);
  on(document, 'visibilitychange', () => document.hidden && keep());
  /** Offers to go on where reading stopped, if that is far enough down. */
  let unoffer;
  const back = async () => {
    const at = keeps() && places()[facts[2]];
    if (!(at > 0) || mount.getBoundingClientRect().height < innerHeight * 2) return;
    const article = facts[2];
    const { offer } = await import('./qari-return.js').catch(missing);
    // The article may have become shorter, or have lost its body.
    const block = () => {
      const { children } = whole() || mount;
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
    if (remember === 'on') choose(choices, adopt);
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

  keys(mount, on, act, press);

  return {
    /** Shows a source; `box` is the plain view whose place it takes. Throws a fault when there is nothing to show. */
    async show(source, box) {
      const { texts, url, page } = source;
      const lang = el.closest('[lang]');
      // In the order of `Facts` in src/browser/reader.rs.
      const surroundings = () => [
        url,
        document.baseURI,
        lang ? lang.lang : '',
        choices(),
        document.querySelector('h1') ? '1' : '',
        navigator.share ? '1' : '',
        ...attributes(el),
      ].join('\0');
      const around = surroundings();
      if (!box && around === shown) return; // what changed is not the reader's
      const start = performance.now();
      const mine = ++turn;
      // The page's own article is parsed anew, inert: what sits in a form of the page's shadows the form's properties.
      const own = page && parse(page.innerHTML);
      const attempt = () => show(reader, texts.join('\0'), around, own);
      let answer = attempt();
      if (!answer) {
        // What stopped the wasm in the middle of its work took the reader with it.
        mount.replaceChildren();
        reader = create(mount, parse);
        answer = attempt();
      }
      answer = answer.split('\0');
      const [code, reason, said] = answer.slice(-4);
      notices = [];
      said.split('\n').filter(Boolean).forEach(refuse);
      if (code) throw fault(code, reason);
      const files = await Promise.all(answer.slice(10, 12).map(words));
      if (turn !== mine) return; // another source, or the end, came meanwhile
      if (surroundings() !== around) return this.show(source, box); // or another attribute
      // The paragraph being read stays where it is on the screen.
      const lines = box && box.getBoundingClientRect().top < 0 ? Array.from(box.querySelectorAll('p')) : [];
      const line = lines.find((one) => one.getBoundingClientRect().bottom > 0);
      leave();
      // An article begins with elements of its own: what was hidden or played in those of another stays with them.
      const other = answer[2] !== facts[2] || answer[3] !== facts[3];
      if (other) act('clear');
      facts = answer;
      shown = around;
      file = files[0];
      look(facts[0], facts[1]);
      call(reader, 'words:' + [line ? 1 : '', ...files].join('\0'));
      offer();
      more();
      debug(el, root, url, facts, notices);
      if (!box) {
        // Another article of the same source.
        if (!other) return;
        read.restart();
        return void send('ready', { ...this.summary(), timings: { start, ready: performance.now() } });
      }
      const top = line && line.getBoundingClientRect().top;
      // For a moment all blocks have their real height, not content-visibility's estimate.
      mount.className = line ? 'settling' : '';
      mount.hidden = false;
      box.remove();
      read.restart();
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
      clearTimeout(quiet);
      clearTimeout(slices);
      ends.forEach((end) => end());
      readers.delete(adopt);
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
