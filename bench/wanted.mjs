// What the measured figures must show: the ratios of issue 11, each of medians of the same run.

import { median } from './statistics.mjs';

/** What a prerendered article must show, by the way in which its page has the stylesheet. */
const prerendered = (name, called) => [
  { title: `${called}: first text ÷ plain HTML’s`, limit: 1.1, value: (of) => of(`look ${name}`, 'text') / of('look plain', 'text') },
  { title: `${called}: A+ ÷ plain HTML’s first text`, limit: 1.25, value: (of) => of(`press ${name}`, 'usable') / of('look plain', 'text') },
  { title: `${called}: A+ ÷ Preact’s`, limit: 0.6, value: (of) => of(`press ${name}`, 'usable') / of('press preact', 'usable') },
  { title: `${called}: layout shift`, limit: 0, value: (of) => of(`look ${name}`, 'shift') },
  { title: `${called}: LCP ÷ plain HTML’s`, limit: 1.1, value: (of) => of(`look ${name}`, 'largest') / of('look plain', 'largest') },
];

/**
 * The promises, in their order. `value` gives the ratio (or the figure itself) from `of(visits, figure)`, which is a median.
 * `limit` is the most that it may be.
 */
const PROMISES = [
  ...prerendered('prerendered', 'prerendered'),
  ...prerendered('inlined', 'style in page'),
  { title: 'script: first text ÷ the barest script’s', limit: 1.05, value: (of) => of('look script', 'text') / of('look barest', 'text') },
  { title: 'script: first text ÷ Preact’s', limit: 0.8, value: (of) => of('look script', 'text') / of('look preact', 'text') },
  { title: 'element: layout shift', limit: 0, value: (of) => of('look element', 'shift') },
  { title: 'element: the full reader’s A+ ÷ Preact’s', limit: 1.15, value: (of) => of('press element', 'full') / of('press preact', 'usable') },
  { title: 'element: the full reader’s A+ ÷ React’s', limit: 0.75, value: (of) => of('press element', 'full') / of('press react', 'usable') },
  { title: 'size change, 10,000 words ÷ Preact’s', limit: 0.4, value: (of) => of('size element 10000', 'change') / of('size preact 10000', 'change') },
  { title: 'size change, 100,000 words ÷ 10,000', limit: 2.5, value: (of) => of('size element 100000', 'change') / of('size element 10000', 'change') },
  { title: 'JS heap ÷ React’s', limit: 1, value: (of) => of('look element', 'heap') / of('look react', 'heap') },
  { title: 'heap and wasm ÷ Preact’s heap', limit: 2, value: (of) => of('look element', 'memory') / of('look preact', 'heap') },
  { title: '50 readers: files fetched twice', limit: 0, value: (of) => of('crowd element 50', 'twice') },
  { title: '50 readers: time ÷ one reader’s', limit: 3, value: (of) => of('crowd element 50', 'ready') / of('crowd element 1', 'ready') },
];

/** Each promise as `{ title, limit, value, least, isKept }`; without those for which something was not measured. */
export function promises(figures) {
  const from = (pick) => (visits, figure) => (figures[visits]?.[figure] ? pick(figures[visits][figure]) : NaN);
  const [ofMedians, ofLeast] = [from(median), from((list) => Math.min(...list))];
  return PROMISES.map(({ title, limit, value }) => ({ title, limit, value: value(ofMedians), least: value(ofLeast) }))
    .filter(({ value }) => !Number.isNaN(value))
    .map((promise) => ({ ...promise, isKept: promise.value <= promise.limit }));
}
