// Reads the article aloud, sentence by sentence. Loaded when a reader asks for it for the first time, so it costs nobody
// else a byte. Speech is the device's own (Web Speech API): nothing is sent by us, nothing is downloaded.
//
// Traps: `pause()` is a `cancel()` on Android, and a long utterance stops by itself in Chromium; so each sentence is an
// utterance of its own, and to pause is to stop and to begin the same sentence again. The queue is one for the whole
// browser: whoever cancels it (another reader, another tab) makes this one pause.

/** What is read, in the order of the page. */
const READ = '[part=title],[part=summary],[part=body]';
/** What in it is not: what stands for something else, notes' marks, code. */
const SKIPPED = '[hidden],button,svg,pre,sup,audio,video,.offscreen';
/** What a sentence never crosses. */
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,cite,summary,[part=body]>*,' + READ;

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const SPEED_KEY = 'qari:speed';

/** Our own drawings on a grid of 24, as those of src/view/icons.rs. Media controls are not mirrored (ARABIC.md 10). */
const ICONS = {
  previous: 'M6 5v14M19 5v14L9 12z',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  next: 'M18 5v14M5 5v14l10-7z',
  stop: 'M6 6l12 12M18 6L6 18',
};

/** Cuts a text into sentences: [start, end] of each. */
const sentencesOf = (text, lang) => {
  const cuts = [];
  try {
    for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text))
      cuts.push([index, index + segment.length]);
  } catch (_) {
    // Browsers before Intl.Segmenter: at the signs that end a sentence, with the marks that close behind them.
    const sentence = /[^.!?؟۔…]*[.!?؟۔…]*["”»)\]]*\s*/g;
    for (let found; (found = sentence.exec(text)) && found[0]; ) cuts.push([found.index, found.index + found[0].length]);
  }
  return cuts.filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
};

/** The sentences under `article`: text, and the range it stands in. */
export const sentences = (article) => {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found = [];
  let block;
  let nodes = [];
  const flush = () => {
    const text = nodes.map((node) => node.data).join('');
    const lang = block && block.closest('[lang]').lang;
    // A place in the joined text as a place in the page.
    const point = (at, last) => {
      for (const node of nodes) {
        if (at < node.length || (last && at === node.length)) return [node, at];
        at -= node.length;
      }
    };
    for (const [start, end] of sentencesOf(text, lang)) {
      const range = document.createRange();
      range.setStart(...point(start));
      range.setEnd(...point(start + text.slice(start, end).trimEnd().length, true));
      found.push({ text: text.slice(start, end).trim(), range, block, lang });
    }
    nodes = [];
  };
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!parent.closest(READ) || parent.closest(SKIPPED)) continue;
    const own = parent.closest(BLOCKS);
    if (own !== block) flush();
    block = own;
    nodes.push(node);
  }
  flush();
  return found;
};

const make = (tag, attributes) => {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
};
const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(document.createElementNS(svg.namespaceURI, 'path')).setAttribute('d', ICONS[name]);
  return svg;
};

/** Where the words' file could not be had. */
const BARE = ['Pause', 'Resume', 'Previous', 'Next', 'Speed', 'Stop'];

/**
 * Starts to read aloud. `mount` holds the article and its toolbar; `voice(lang)` gives the device's voice for a language;
 * `words` are the last texts of the interface's file (static/words); `keep` says whether the speed may be stored; `scroller(el)` is the box that scrolls
 * around an element, if it is not the page; `ended()` is called once, when it stops for good. Gives `stop`; nothing
 * where there is nothing to read.
 */
export const listen = ({ mount, words, voice, keep, scroller, ended }) => {
  const speech = window.speechSynthesis;
  const article = mount.querySelector('[part=article]');
  const bar = mount.querySelector('[part=toolbar]');
  const opener = mount.querySelector('[part=listen]');
  const [pauseWord, resumeWord, previousWord, nextWord, speedWord, stopWord] = words[1] ? words : BARE;
  const all = sentences(article);
  if (!all.length) return;
  const stored = () => {
    try {
      return keep && +localStorage.getItem(SPEED_KEY);
    } catch (_) {
      return 0;
    }
  };
  let speed = SPEEDS.includes(stored()) ? stored() : 1;
  let turn = 0;
  let playing = false;
  let over = false;

  // A reader who has scrolled into the text starts with what is on the screen.
  const onScreen = ({ range }) => range.getBoundingClientRect().top >= 0;
  let at = article.getBoundingClientRect().top < -innerHeight / 2 ? Math.max(all.findIndex(onScreen), 0) : 0;

  // ---- The row of controls, above the toolbar's own.
  const row = make('div', { class: 'listening', role: 'group', 'aria-label': opener.title, dir: 'ltr' });
  const button = (name, label, press, role = name) => {
    const made = row.appendChild(make('button', { type: 'button', 'data-listen': role }));
    made.onclick = press;
    dress(made, name, label);
    return made;
  };
  const dress = (made, name, label) => {
    made.replaceChildren(icon(name));
    made.setAttribute('aria-label', label);
    made.title = label;
  };
  const digits = new Intl.NumberFormat('en-u-nu-' + (article.dataset.numerals || 'latn'));
  const step = (by) => {
    at = Math.max(0, Math.min(all.length - 1, at + by));
    follow = true;
    playing ? speak() : show();
  };
  button('previous', previousWord, () => step(-1));
  const toggle = button('pause', pauseWord, () => (playing ? pause() : play()), 'toggle');
  button('next', nextWord, () => step(1));
  const chooser = row.appendChild(make('select', { 'aria-label': speedWord, title: speedWord }));
  for (const value of SPEEDS) {
    const option = chooser.appendChild(make('option', { value }));
    option.textContent = digits.format(value) + '×';
    option.selected = value === speed;
  }
  chooser.onchange = () => {
    speed = +chooser.value;
    try {
      if (keep) localStorage.setItem(SPEED_KEY, speed);
    } catch (_) {
      /* refused: the speed holds for this page */
    }
    if (playing) speak();
  };
  button('stop', stopWord, () => {
    stop();
    opener.focus();
  });
  bar.prepend(row);
  opener.setAttribute('aria-expanded', true);

  // ---- The sentence that is spoken: marked, and kept in view while the reader does not look elsewhere.
  let follow = true;
  const look = () => (follow = false);
  const unmark = () => {
    if (CSS.highlights) CSS.highlights.delete('qari-spoken');
    for (const old of article.querySelectorAll('.spoken')) old.classList.remove('spoken');
  };
  const show = () => {
    unmark();
    const { range, block } = all[at];
    if (CSS.highlights) CSS.highlights.set('qari-spoken', new Highlight(range));
    else block.classList.add('spoken');
    reveal(range, block, 3);
  };
  /** Blocks that come near the screen get their real height a frame later, so one look is not enough. */
  const reveal = (range, block, looks) => {
    const { top, bottom } = range.getBoundingClientRect();
    const room = bar.getBoundingClientRect().top;
    if (top >= 0 && bottom <= room) follow = true;
    else if (follow) (scroller(block) || window).scrollBy({ top: top - room / 3, behavior: 'instant' });
    if (looks && !over && all[at] && all[at].range === range) requestAnimationFrame(() => reveal(range, block, looks - 1));
  };

  // ---- Speech.
  const speak = () => {
    const mine = ++turn;
    const { text, lang } = all[at];
    if (speech.speaking || speech.pending) speech.cancel();
    show();
    const said = new SpeechSynthesisUtterance(text);
    // A sentence in another language is read by a voice of that language where there is one.
    said.voice = voice(lang) || voice(article.lang);
    said.lang = said.voice ? said.voice.lang.replace('_', '-') : lang;
    said.rate = speed;
    said.onend = () => {
      if (mine !== turn) return;
      if (++at < all.length) speak();
      else stop();
    };
    // Cancelled from elsewhere, or the voice is gone: what is queued now is not ours to cancel.
    said.onerror = () => mine === turn && rest();
    speech.speak(said);
  };
  const play = () => {
    playing = true;
    dress(toggle, 'pause', pauseWord);
    speak();
  };
  const rest = () => {
    turn++;
    playing = false;
    dress(toggle, 'play', resumeWord);
  };
  const pause = () => {
    if (playing) speech.cancel();
    rest();
  };
  const stop = () => {
    if (over) return;
    over = true;
    pause();
    unmark();
    // Whoever stood on it goes on where it was opened.
    const within = row.contains(mount.getRootNode().activeElement);
    row.remove();
    if (within) opener.focus({ preventScroll: true });
    opener.setAttribute('aria-expanded', false);
    removeEventListener('pagehide', stop);
    for (const name of ['wheel', 'touchmove']) removeEventListener(name, look);
    ended();
  };
  addEventListener('pagehide', stop);
  for (const name of ['wheel', 'touchmove']) addEventListener(name, look, { passive: true });

  play();
  return stop;
};
