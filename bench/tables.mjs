// The measured figures as tables.

import { CONTESTANTS } from './contestants.mjs';
import { kilobytes, megabytes, milliseconds, part, row, spread, verdict } from './report.mjs';
import { CROWDS } from './site.mjs';
import { promises } from './wanted.mjs';

const exactly = (value) => value.toFixed(3).replace(/\.?0+$/, '');
/** The columns of the first table: a figure, the visit it is of, and how it is written. */
const COLUMNS = [
  { title: 'kB', visit: 'look', figure: 'bytes', write: kilobytes },
  { title: 'requests', visit: 'look', figure: 'requests', write: String },
  { title: 'first text, ms', visit: 'look', figure: 'text', write: milliseconds },
  { title: 'A+ usable, ms', visit: 'press', figure: 'usable', write: milliseconds },
  { title: 'A+ of the full reader, ms', visit: 'press', figure: 'full', write: milliseconds },
  { title: 'LCP, ms', visit: 'look', figure: 'largest', write: milliseconds },
  { title: 'layout shift', visit: 'look', figure: 'shift', write: exactly },
  { title: 'blocking, ms', visit: 'look', figure: 'blocking', write: milliseconds },
  { title: 'size change, 10,000 words, ms', visit: 'size', suffix: ' 10000', figure: 'change', write: milliseconds },
  { title: 'JS heap, MiB', visit: 'look', figure: 'heap', write: megabytes },
  { title: 'wasm, MiB', visit: 'look', figure: 'wasm', write: megabytes },
];
const LENGTHS = ['', ' 10000', ' 100000'];
const LENGTH_TITLES = ['1,000 words', '10,000', '100,000'];

const table = (head, lines) => [row(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...lines.map(row)].join('\n');
const cellOf = (figures, visits, figure, write) => {
  const list = figures[visits]?.[figure];
  return list ? spread(list, write) : '–';
};
/** Without its spread where that is nothing. */
const brief = (cell) => cell.replace(/^(.*) \[\1–\1\]$/, '$1');

function everybody(figures) {
  const names = Object.keys(CONTESTANTS).filter((name) => figures[`look ${name}`]);
  const lines = names.map((name) => [
    CONTESTANTS[name].title,
    ...COLUMNS.map(({ visit, suffix = '', figure, write }) => brief(cellOf(figures, `${visit} ${name}${suffix}`, figure, write))),
  ]);
  return table(['median [least–most]', ...COLUMNS.map(({ title }) => title)], lines);
}

function scale(figures) {
  const kinds = [
    { title: 'first text', visit: 'look', figure: 'text' },
    { title: 'A+ usable', visit: 'press', figure: 'usable' },
    { title: 'A+ of the full reader', visit: 'press', figure: 'full' },
    { title: 'size change', visit: 'size', figure: 'change' },
  ];
  const lines = [];
  for (const name of Object.keys(CONTESTANTS).filter((known) => figures[`look ${known} 10000`]))
    for (const { title, visit, figure } of kinds) {
      const cells = LENGTHS.map((length) => brief(cellOf(figures, `${visit} ${name}${length}`, figure, milliseconds)));
      if (cells.some((cell) => cell !== '–')) lines.push([`${CONTESTANTS[name].title}: ${title}, ms`, ...cells]);
    }
  return lines.length ? table(['median [least–most]', ...LENGTH_TITLES], lines) : '';
}

function crowds(figures) {
  const numbers = CROWDS.filter((number) => figures[`crowd element ${number}`]);
  const lines = numbers.map((number) => {
    const cell = (figure, write) => brief(cellOf(figures, `crowd element ${number}`, figure, write));
    return [number, cell('ready', milliseconds), cell('requests', String), cell('twice', String)];
  });
  return lines.length ? table(['readers in a page', 'all ready, ms', 'requests', 'of these, of a file that was there'], lines) : '';
}

function wanted(figures) {
  const lines = promises(figures).map(({ title, limit, value, least, isKept }) => [title, exactly(value), exactly(least), verdict(isKept, `≤ ${limit}`)]);
  return lines.length ? table(['what it must show', 'of medians', 'of the least', 'wanted'], lines) : '';
}

/** All tables that the figures fill. */
export const tables = (figures) => [wanted(figures), everybody(figures), scale(figures), crowds(figures)].filter(Boolean);
