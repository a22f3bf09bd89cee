// The place on the screen: which block is being read, and how it stays where it is.

/** The block being read. */
export const reading = (mount) => {
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
export const place = (mount) => {
  const block = reading(mount);
  const before = block && block.getBoundingClientRect().top;
  return block && (() => hold(block, before));
};
/** What scrolls around `el`: a box of the host's, else nothing, which is the page. */
export const scroller = (el) => {
  for (let box = el; (box = box.parentElement || box.getRootNode().host); )
    if (box.parentElement && /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) return box;
};
/**
 * Keeps `el` at `top` on the screen. Blocks that come near the screen get their real height a frame or two later
 * (content-visibility), so once is not enough. Whoever else scrolls, reader or page, ends it.
 */
export const hold = (el, top, then) => {
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
