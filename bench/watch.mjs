// What runs inside the pages that are measured beside each other. Each function is sent there as text: it uses nothing from outside
// itself. Every way of showing an article is looked at through the same eyes: its paragraphs, its buttons, the size of its text.

/**
 * Installed before the page's own scripts. Looks at every frame and notes, after the first one that shows it: the article's first
 * paragraph (`text`), all paragraphs (`whole`), Qari's reader ready (`ready`), and where `presses` is set a press on A+ that has changed the
 * size of the text: anybody's (`usable`), and the full reader's (`full`). `window.bench.seen(patience)` gives them in milliseconds
 * since navigation began, once all of `wanted` are known. Shifts, largest paint and long tasks are gathered, too.
 */
export function watch({ opening, paragraphs, host, wanted }) {
  const times = {};
  const noted = { shift: 0, largest: 0, blocking: 0 };
  const memories = [];
  let finish;
  const finished = new Promise((done) => (finish = done));
  const soFar = () => `seen so far: ${JSON.stringify(times)}, wanted: ${wanted}`;
  window.bench = {
    seen: (patience) => Promise.race([finished, new Promise((_, refuse) => setTimeout(() => refuse(Error(soFar())), patience))]),
    noted,
    paragraphs: () => paragraphsOf(rootOf()).length,
    wasmBytes: () => memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),
  };
  const observe = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  observe('layout-shift', ({ value, hadRecentInput }) => (noted.shift += hadRecentInput ? 0 : value));
  observe('largest-contentful-paint', ({ startTime }) => (noted.largest = startTime));
  observe('longtask', ({ duration }) => (noted.blocking += Math.max(0, duration - 50)));

  // A wasm's memory is not in the JavaScript heap, and its instance is nobody's to see: it is caught as it is made.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      for (const value of Object.values((made.instance ?? made).exports))
        if (value instanceof WebAssembly.Memory) memories.push(new WeakRef(value));
      return made;
    };
  }

  const rootOf = () => (host ? document.querySelector(host)?.shadowRoot : document.body);
  const paragraphsOf = (root) => (root.querySelector('[part~="body"]') ?? root).querySelectorAll('p');
  const isSeen = (element) => element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const firstParagraph = (root) => [...root.querySelectorAll('p')].find(({ textContent }) => textContent.startsWith(opening));
  const sizeOf = (paragraph) => getComputedStyle(paragraph).fontSize;
  const isReady = () => document.querySelector(host)?.dataset.state === 'ready';
  /** The paragraph that was there at the press, with its size before it. */
  let pressed;
  const press = (root, paragraph) => {
    const button = root.querySelector('[part~="size-increase"]');
    if (!isSeen(button) || button.disabled || button.ariaDisabled === 'true') return;
    // Another paragraph or another state: what was pressed before says nothing about it.
    if (pressed?.paragraph !== paragraph || pressed.isFull !== isReady()) pressed = { paragraph, size: sizeOf(paragraph), isFull: isReady() };
    button.click(); // again in each frame, until one is heard
  };

  const look = () => {
    const root = rootOf();
    const found = [];
    const paragraph = root && firstParagraph(root);
    if (isSeen(paragraph)) {
      if (!times.text) found.push('text');
      const isHeard = times.usable && (times.full || !wanted.includes('full') || !isReady());
      if ((wanted.includes('usable') || wanted.includes('full')) && !isHeard) press(root, paragraph);
    }
    if (wanted.includes('ready') && !times.ready && isReady()) found.push('ready');
    if (paragraph && !times.whole && paragraphsOf(root).length >= paragraphs) found.push('whole');
    // A task that a frame's callback posts runs when that frame is laid out and painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      if (pressed?.paragraph.isConnected && sizeOf(pressed.paragraph) !== pressed.size) {
        found.push('usable', ...(pressed.isFull ? ['full'] : []));
        pressed = undefined;
      }
      for (const name of found) times[name] ??= performance.now();
      if (wanted.every((name) => times[name])) finish(times);
      else requestAnimationFrame(look);
    };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

/** Presses A+ and A− in turn, `rounds` times each: from a press to the end of the frame that shows it, in milliseconds. */
export async function pressInTurn({ host, rounds }) {
  const root = host ? document.querySelector(host).shadowRoot : document.body;
  const paragraph = root.querySelector('[part~="body"] p');
  const size = () => getComputedStyle(paragraph).fontSize;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** When the frame under way is laid out and painted. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (port1.close(), done());
      port2.postMessage(0);
    });
  // Plain HTML has no buttons: its size is changed by a script, which is laying out and nothing else.
  const article = root.querySelector('[part~="article"]');
  const press = (name, step) => {
    const button = root.querySelector(`[part~="size-${name}"]`);
    if (button) button.click();
    else article.style.fontSize = `${parseFloat(getComputedStyle(article).fontSize) + step}px`;
  };
  const times = [];
  // The first round is the first time that much of this runs at all.
  for (let round = 0; round <= rounds; round++)
    for (const [name, step] of Object.entries({ increase: 2, decrease: -2 })) {
      await frame();
      await frame();
      const before = size();
      await frame(); // the press is a frame's own, so that waiting for the screen is not measured
      const start = performance.now();
      press(name, step);
      await painted();
      for (let frames = 0; size() === before; frames++) {
        if (frames === 60) throw Error(`${name}: no other size`);
        await frame();
        await painted();
      }
      if (round) times.push(performance.now() - start);
    }
  return times;
}

/** Waits until `number` readers are ready and painted; gives the time since navigation began. */
export async function allReady({ number, patience }) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const count = () => document.querySelectorAll('qari-reader[data-state="ready"]').length;
  while (count() < number) {
    if (performance.now() > patience) throw Error(`${count()} of ${number} readers are ready`);
    await frame();
  }
  await frame();
  return performance.now();
}
