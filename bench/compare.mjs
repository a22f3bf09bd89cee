#!/usr/bin/env node
// Measures two builds of Qari against each other, in one run and in an order that chance gives: what else the machine does
// weighs on both alike. See docs/PERFORMANCE.md, where `--write` puts the tables.
//
//   node compare.mjs --a OTHER/dist --b dist [--names 4b446bb,now] [--runs 9] [--visit longestArticle | --write]

import { parseArgs } from 'node:util';

import { inBrowser } from './browser.mjs';
import { kilobytes, megabytes, milliseconds, origin, part, row, spread, verdict, warnIfBusy, writeReport } from './report.mjs';
import { start } from './server.mjs';
import { median, shuffled } from './statistics.mjs';
import { articles, comeAndGo, firstVisit, longestArticle, sizeChange, STEADY_HEAP } from './visits.mjs';

/** A row for each figure; `limit` is what the ratio of the medians may be, `most` what the figure of B may be. */
const ROWS = [
  { figure: 'text', title: 'first text, ms', write: milliseconds, limit: 1.05 },
  { figure: 'usable', title: 'A+ usable, ms', write: milliseconds, limit: 1.2 },
  { figure: 'ready', title: 'reader ready, ms', write: milliseconds },
  { figure: 'fetched', title: 'fetched besides the article, kB', write: kilobytes },
  { figure: 'heap', title: 'JS heap, MiB', write: megabytes },
  { figure: 'wasm', title: 'wasm memory, MiB', write: megabytes },
  { figure: 'memory', title: 'both together, MiB', write: megabytes, limit: 1.25 },
  { figure: 'change', title: 'size change in 10,000 words, ms', write: milliseconds, limit: 1.25 },
  { figure: 'layout', title: 'the same with the whole article laid out, ms', write: milliseconds },
  { figure: 'changeOfLayout', title: 'size change as a part of that', write: part, most: 1 / 3 },
  { figure: 'textToReady', title: '100,000 characters: text there to reader ready, ms', write: milliseconds, limit: 0.5 },
  { figure: 'textToWhole', title: '100,000 characters: text there to whole article, ms', write: milliseconds },
];
const VISITS = { firstVisit, sizeChange, longestArticle };
/** How many times what is there after the tenth cycle may be there after any later one. */
const FLAT = { nodes: 1, listeners: 1, heap: 1.01 };

function options() {
  const { values } = parseArgs({
    options: {
      a: { type: 'string' },
      b: { type: 'string' },
      names: { type: 'string', default: 'A,B' },
      runs: { type: 'string', default: '9' },
      visit: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  const names = values.names.split(',');
  const visits = values.visit ? [VISITS[values.visit]] : Object.values(VISITS);
  const isComplete = values.a && values.b && runs >= 1 && names.length === 2 && visits[0] && !(values.visit && values.write);
  if (!isComplete) throw Error(`compare.mjs --a DIR --b DIR [--names A,B] [--runs 9] [--visit ${Object.keys(VISITS).join('|')} | --write]`);
  return { folders: { a: values.a, b: values.b }, names, runs, visits, isWhole: !values.visit, write: values.write };
}

/** Makes the visits `runs` times to both builds; gives the figures of each as lists, by build and name. */
async function measure(browser, site, visits, runs) {
  const found = { a: {}, b: {} };
  // Round 0 is not counted: fonts and the browser's own files are read for the first time.
  for (let round = 0; round <= runs; round++) {
    for (const visit of shuffled(visits))
      for (const build of shuffled(['a', 'b'])) {
        const figures = await visit(browser, site, build);
        if (round) for (const [name, value] of Object.entries(figures)) (found[build][name] ??= []).push(value);
      }
    console.error(round ? `round ${round} of ${runs}` : 'warmed up');
  }
  return found;
}

/** The ratio of the medians is what counts. That of the fastest says on a busy machine whether it may be chance. */
function timesTable({ a, b }, names) {
  const rows = ROWS.filter(({ figure }) => figure in a);
  const lines = rows.map(({ figure, title, write, limit, most }) => {
    const [before, after] = [a[figure], b[figure]];
    const ratio = median(after) / median(before);
    const ratioOfLeast = Math.min(...after) / Math.min(...before);
    let wanted = '';
    if (limit) wanted = verdict(ratio <= limit, `≤ ${limit} ×`);
    if (most) wanted = verdict(median(after) <= most, `≤ ${write(most)}`);
    return row([title, spread(before, write), spread(after, write), part(ratio), part(ratioOfLeast), wanted]);
  });
  const head = row(['median [least–most]', ...names, 'ratio of the medians', 'of the least', 'wanted']);
  return [head, '|---|--:|--:|--:|--:|---|', ...lines].join('\n');
}

/** What is there after the tenth cycle, at most after it, and after the last one. */
function cyclesTable(samples, names) {
  const writers = { nodes: String, listeners: String, heap: megabytes };
  const titles = { nodes: 'DOM nodes', listeners: 'event listeners', heap: 'JS heap, MiB' };
  const lines = Object.keys(FLAT).map((what) => {
    const cell = (list) => {
      const values = list.map((sample) => sample[what]);
      const numbers = [values[0], Math.max(...values), values.at(-1)].map(writers[what]).join(' / ');
      return verdict(Math.max(...values) <= values[0] * FLAT[what], numbers);
    };
    return row([titles[what], cell(samples.a), cell(samples.b)]);
  });
  const { cycles: first } = samples.a[0];
  const { cycles: last } = samples.a.at(-1);
  return [row([`after ${first} readers came and went / the most / after ${last}`, ...names]), '|---|--:|--:|', ...lines].join('\n');
}

const { folders, names, runs, visits, isWhole, write } = options();
warnIfBusy();
const site = await start(folders, articles);
try {
  const [figures, version] = await inBrowser([], async (browser) => [await measure(browser, site, visits, runs), await browser.version()]);
  const cycles = async (browser) => ({
    a: await comeAndGo(browser, site, 'a'),
    b: await comeAndGo(browser, site, 'b'),
  });
  const samples = isWhole && (await inBrowser([STEADY_HEAP], cycles));
  const command = `node bench/compare.mjs --a OTHER/dist --b dist --names ${names} --runs ${runs} --write`;
  const text = [origin(command, version), timesTable(figures, names), samples ? cyclesTable(samples, names) : ''].join('\n\n');
  console.log(text);
  if (write) await writeReport('compare', text);
} finally {
  site.close();
}
