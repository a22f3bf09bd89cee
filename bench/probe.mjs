// What runs inside the measured page. Each function is sent there as text: it uses nothing from outside itself.
// Only the public contract is looked at (the element, its parts, its states), so that any build can be measured.

/**
 * Installed before the page's own scripts. Looks at every frame, and notes the time after the first one that shows: the
 * article's text, an A+ that has taken effect (where `press` is set), the reader ready, and the whole article.
 * `window.bench.seen(patience)` gives these times, in milliseconds since navigation began, once all of them are known.
 * With `holdWasm` the wasm is asked for only when the text is there: which of the two comes first is not left to chance.
 */
export function probe({ opening, blocks, press, holdWasm }) {
  const times = {};
  const memories = [];
  let finish, textShown;
  const finished = new Promise((done) => (finish = done));
  const untilText = new Promise((done) => (textShown = done));
  const soFar = () => `${document.querySelector('qari-reader')?.dataset.state}, seen: ${JSON.stringify(times)}`;
  window.bench = {
    seen: (patience) => Promise.race([finished, new Promise((_, refuse) => setTimeout(() => refuse(Error(soFar())), patience))]),
    wasmBytes: () => memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),
  };

  // A wasm's memory is not in the JavaScript heap, and its instance is nobody's to see: it is caught as it is made.
  const catchMemory = (made) => {
    for (const value of Object.values((made.instance ?? made).exports))
      if (value instanceof WebAssembly.Memory) memories.push(new WeakRef(value));
    return made;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => catchMemory(await original.apply(WebAssembly, given));
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (...given) => catchMemory(Reflect.construct(...given)) });

  if (holdWasm) {
    const original = window.fetch;
    window.fetch = async (what, how) => {
      if (/\.wasm\b/.test(what.url ?? what)) await untilText;
      return original(what, how);
    };
  }

  const isTextSeen = (root) => {
    for (const paragraph of root.querySelectorAll('p'))
      if (paragraph.textContent.startsWith(opening)) return paragraph.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return false;
  };
  const size = (root) => root.querySelector('[part~="article"]')?.dataset.textSize;
  let sizeAtFirst;
  const pressLarger = (root) => {
    const button = root.querySelector('[part~="size-increase"]');
    if (!button || button.disabled || button.ariaDisabled === 'true') return;
    sizeAtFirst ??= size(root);
    button.click(); // again in each frame, until one is heard
  };

  const wanted = ['text', 'ready', 'whole', ...(press ? ['usable'] : [])];
  const look = () => {
    const reader = document.querySelector('qari-reader');
    const root = reader?.shadowRoot;
    const found = [];
    if (root) {
      if (press && !times.usable) pressLarger(root);
      if (!times.text && isTextSeen(root)) found.push('text');
      if (!times.ready && reader.dataset.state === 'ready') found.push('ready');
      if (!times.whole && root.querySelectorAll('[part~="body"] :is(p, h2)').length >= blocks) found.push('whole');
    }
    // A task that a frame's callback posts runs when that frame is laid out and painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      if (sizeAtFirst && !times.usable && size(root) !== sizeAtFirst) found.push('usable');
      for (const name of found) times[name] = performance.now();
      if (times.text) textShown();
      if (wanted.every((name) => times[name])) finish(times);
      else requestAnimationFrame(look);
    };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

/**
 * Presses A+ and A− in turn, and measures from the press to the end of the frame that shows it: `usual` as the reader does
 * it, `whole` with everything off screen laid out as well. The two take turns: what else the machine does weighs on both.
 */
export async function changeSizes(rounds) {
  const root = document.querySelector('qari-reader').shadowRoot;
  const part = (name) => root.querySelector(`[part~="${name}"]`);
  const layOutAll = new CSSStyleSheet();
  layOutAll.replaceSync('[part~="body"] * { content-visibility: visible !important }');
  root.adoptedStyleSheets.push(layOutAll);

  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // The press is a frame's own, so that waiting for the screen is not measured.
  const press = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const before = part('article').dataset.textSize;
        const button = part(before < 5 ? 'size-increase' : 'size-decrease');
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        port1.onmessage = () => {
          port1.close();
          done(part('article').dataset.textSize !== before ? performance.now() - start : Promise.reject(Error('no other size')));
        };
        button.click();
        port2.postMessage(0);
      }),
    );

  const times = { usual: [], whole: [] };
  // The first round is the first time that much of this runs at all.
  for (let round = 0; round <= rounds; round++)
    for (const [way, list] of Object.entries(times)) {
      layOutAll.disabled = way === 'usual';
      await frames();
      const time = await press();
      await frames();
      if (round) list.push(time);
    }
  return times;
}

/** Mounts a reader by the script API, waits until it is ready, destroys it; so many times. */
export async function mountAndDestroy(src, times) {
  for (let n = 0; n < times; n++) {
    const reader = qari.mount('main', { src, loading: 'eager' });
    await new Promise((done, refuse) => {
      reader.addEventListener('qari:ready', done, { once: true });
      reader.addEventListener('qari:error', ({ detail }) => refuse(Error(detail.message)), { once: true });
    });
    reader.destroy();
  }
  // What ends a moment later is given that moment.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
