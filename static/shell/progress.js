// How far the article is read, and the paragraph that stays in place when the lines break anew.
import { place } from './place.js';

/** Watches how `mount` is scrolled, by `on`; `tell` gets each quarter once. Nothing is said while `partial`. */
export const progress = (mount, on, partial, tell) => {
  let told = 0;
  let percent = 0;
  let due;
  let spot;
  const measure = () => {
    due = 0;
    const article = mount.querySelector('article');
    if (!article) return; // taken away since the page was scrolled
    const { top, height } = article.getBoundingClientRect();
    // Above or below it the page's own text is read, and its place is the page's to keep.
    spot = top < 0 && top + height > 0 && place(mount);
    if (partial()) return;
    percent = height ? Math.max(0, Math.min(100, Math.round(((innerHeight - top) / height) * 100))) : 0;
    const bar = mount.querySelector('[part=progress]');
    if (bar) bar.value = percent;
    for (; told + 25 <= percent; tell(told)) told += 25;
  };
  const moved = () => {
    if (!due && !mount.hidden) due = requestAnimationFrame(measure);
  };
  // A turned screen breaks the lines anew. A bar of the browser's that comes or goes changes the height alone.
  let width = innerWidth;
  const turned = () => {
    if (width !== (width = innerWidth) && spot && !mount.hidden) spot();
    moved();
  };
  on(window, 'resize', turned);
  // A host's own box may be what scrolls, so the event is caught on its way down.
  on(window, 'scroll', moved, { capture: true, passive: true });

  return {
    /** Another article, read from its start. */
    restart() {
      told = 0;
      moved();
    },
    moved,
    percent: () => percent,
  };
};
