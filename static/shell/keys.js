// The keyboard, and the presses that close what is open. Shortcuts act only while the reader has the focus.

const SIZES = { '+': 'larger', '=': 'larger', '-': 'smaller', 0: 'reset' };
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrows go through a group of choices and choose; left and right follow the eye. */
const arrows = (event) => {
  const radio = event.target.closest('[role=radio]');
  let step = STEPS[event.key];
  if (!radio || !step) return;
  if (/t$/.test(event.key) && getComputedStyle(radio).direction === 'rtl') step = -step;
  const { children } = radio.parentNode;
  const next = children[(Array.prototype.indexOf.call(children, radio) + step + children.length) % children.length];
  next.click();
  next.focus();
  event.preventDefault();
};

/** Listens to the keys in `mount`, and by `on` to presses outside; `act` closes the settings, `press` is the size's. */
export const keys = (mount, on, act, press) => {
  const sheet = () => mount.querySelector('.sheet');
  mount.addEventListener('keydown', (event) => {
    const { key, target } = event;
    // The settings close as people expect: Escape, or a press outside.
    if (key === 'Escape' && sheet()) {
      act('fold');
      mount.querySelector('[part=settings]').focus();
    }
    // The browser's own zoom stays its own.
    const free = !event.ctrlKey && !event.metaKey && !event.altKey && target.tagName !== 'SELECT';
    if (free && SIZES[key] && mount.querySelector('[part=size-value]')) press(SIZES[key]);
  });
  mount.addEventListener('keydown', arrows);
  on(document, 'pointerdown', (event) => {
    if (sheet() && !event.composedPath().includes(mount.querySelector('[part=toolbar]'))) act('fold');
  });
};
