// Offers a reader who comes back to an article to go on where reading stopped. Loaded only then.

/**
 * A row above the toolbar's own: go on, or not. `block` gives the paragraph, `hold(el, top)` brings it to its place on the screen, `words` are the
 * last texts of the interface's file (static/words).
 */
export const offer = ({ mount, words, block, hold }) => {
  const bar = mount.querySelector('[part=toolbar]');
  if (!bar) return;
  const row = document.createElement('div');
  row.className = 'returning';
  // Filled after it stands there, so that a screen reader says it.
  row.setAttribute('aria-live', 'polite');
  bar.prepend(row);
  const button = (text, press) => {
    const made = row.appendChild(document.createElement('button'));
    made.type = 'button';
    made.textContent = text;
    made.onclick = press;
    return made;
  };
  const started = scrollY;
  // Whoever reads on from the top has answered.
  const moved = () => Math.abs(scrollY - started) > innerHeight && end();
  const end = () => {
    removeEventListener('scroll', moved);
    row.remove();
  };
  addEventListener('scroll', moved, { passive: true });

  const [goOn, fromStart] = words[1] ? words.slice(-2) : ['Continue', 'Start'];
  button(goOn, () => {
    end();
    const el = block();
    if (!el) return;
    // The next Tab and a screen reader go on from there too.
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    hold(el, innerHeight / 5);
  });
  const no = button('×', () => {
    end();
    const next = bar.querySelector('button:not([hidden]):not([disabled])');
    if (next) next.focus({ preventScroll: true });
  });
  no.setAttribute('aria-label', fromStart);
  no.title = fromStart;
  return end;
};
