// Which visits a round has.

import { CONTESTANTS } from './contestants.mjs';
import { changeSize, crowd, look, press } from './measures.mjs';
import { CROWDS } from './site.mjs';

/** Rounds in which what takes long is measured as well: long articles, and many readers. */
const LONG_ROUNDS = 2;
/** The measures by name. */
export const MEASURES = { look, press, size: changeSize, crowd };
/** Those who show long articles, too. */
const LONG = ['plain', 'preact', 'element', 'prerendered'];
const LONGER = [10_000, 100_000];
/** Those whose sizes are changed in a long article. */
const SIZED = ['plain', 'preact', 'react', 'svelte', 'element'];
/** Those who lay out all of the longest article at each change, which takes many seconds: once is enough. */
const LAYING_OUT_ALL = ['plain', 'preact'];

/** All visits of a round, as `{ measure, name, figure, given }`: figures are kept under `figure`, `given` is what the measure is told. */
function all(round) {
  const isLong = round < LONG_ROUNDS;
  const visits = [];
  const add = (measure, name, given, note = given.words) => visits.push({ measure, name, given, figure: [measure, name, note].filter(Boolean).join(' ') });
  for (const [name, { hasSizes }] of Object.entries(CONTESTANTS)) {
    const lengths = LONG.includes(name) && isLong ? [undefined, ...LONGER] : [undefined];
    for (const words of lengths) {
      add('look', name, { words });
      if (hasSizes) add('press', name, { words });
    }
    if (SIZED.includes(name)) add('size', name, { words: 10_000 });
    if (SIZED.includes(name) && LONG.includes(name) && isLong) add('size', name, { words: 1_000 }, '');
    if (LONG.includes(name) && SIZED.includes(name) && (LAYING_OUT_ALL.includes(name) ? round === 0 : isLong)) add('size', name, { words: 100_000 });
  }
  if (isLong) for (const number of CROWDS) add('crowd', 'element', { number }, number);
  return visits;
}

/** The visits of a round: those of the contestants and by the measures that are named; where none is named, all. */
export function visitsOf(named, round) {
  const isNamed = (table, name) => named.includes(name) || !named.some((other) => other in table);
  return all(round).filter(({ measure, name }) => isNamed(CONTESTANTS, name) && isNamed(MEASURES, measure));
}
