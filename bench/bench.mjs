#!/usr/bin/env node
// Measures Qari beside other ways of showing the same article, in one run and in an order that chance gives. `cargo xtask bench` runs
// it, after building what it measures; see docs/PERFORMANCE.md, where `--write` puts the tables and the chart.
//
//   node bench.mjs --dist DIR --prerender PROGRAM [--runs 5] [--only NAME,…] [--resume] [--write | --check]

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { inBrowser } from './browser.mjs';
import { writeChart } from './chart.mjs';
import { check } from './check.mjs';
import { CONTESTANTS } from './contestants.mjs';
import { MEASURES, visitsOf } from './plan.mjs';
import { origin, warnIfBusy, writeReport } from './report.mjs';
import { openSite } from './site.mjs';
import { shuffled } from './statistics.mjs';
import { tables } from './tables.mjs';

/** Where the site lies, and what was measured so far. */
const WORK = fileURLToPath(new URL('../target/bench/', import.meta.url));
const FIGURES = join(WORK, 'figures.json');

function options() {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string' },
      prerender: { type: 'string' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      resume: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const names = values.only.split(',').filter(Boolean);
  const known = { ...CONTESTANTS, ...MEASURES };
  const unknown = names.find((name) => !known[name]);
  if (unknown) throw Error(`--only: no ${unknown}; there are ${Object.keys(known).join(', ')}`);
  const runs = Number(values.runs);
  if (!values.dist || !values.prerender || !(runs >= 1)) throw Error('bench.mjs --dist DIR --prerender PROGRAM [--runs 5] [--only NAME,…] [--resume] [--write | --check]');
  if (values.write && values.only) throw Error('--write wants everything: the figures are compared with each other');
  return { ...values, names, runs };
}

/** What is measured, in a word: figures of other files, or of others alone (`only`), are not taken up again. */
async function fingerprint(only, ...folders) {
  const hash = createHash('sha256').update(only);
  for (const folder of folders)
    for (const { name, parentPath } of (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()))
      hash.update(name).update(await readFile(join(parentPath, name)));
  return hash.digest('hex');
}

/** Figures of an earlier run of the same files that was broken off, or none yet. */
async function begun(build, isResumed) {
  const fresh = { build, rounds: 0, figures: {}, failures: [] };
  if (!isResumed) return fresh;
  const found = await readFile(FIGURES, 'utf8').then(JSON.parse, () => fresh);
  if (found.build === build) return found;
  console.error('What is measured has changed since: from the start.');
  return fresh;
}

/** Makes the visits of a round into `state`; a visit that fails is told, and the others go on. */
async function measureRound(browser, site, names, state) {
  // Visits before the first are not counted: fonts and the browser's own files are read for the first time.
  for (const name of ['plain', 'element']) await MEASURES.look({ browser, site, name });
  for (const { figure, measure, name, given } of shuffled(visitsOf(names, state.rounds)))
    try {
      for (const [what, value] of Object.entries(await MEASURES[measure]({ browser, site, name, ...given }))) ((state.figures[figure] ??= {})[what] ??= []).push(value);
    } catch (error) {
      if (!browser.connected) throw Error(`the browser ended (${figure}); --resume goes on with this round`);
      console.error(`${figure}: ${error.message}`);
      state.failures.push(`${figure}: ${error.message.split('\n')[0]}`);
    }
}

/** Measures the rounds that are missing, each in a browser of its own, and keeps what is measured after each. */
async function measure(site, names, runs, state) {
  while (state.rounds < runs) {
    await inBrowser([], async (browser) => {
      state.version = await browser.version();
      await measureRound(browser, site, names, state);
    });
    state.rounds++;
    await writeFile(FIGURES, JSON.stringify(state));
    console.error(`round ${state.rounds} of ${runs}`);
  }
}

const { dist, prerender, names, runs, only, resume, write, check: isCheck } = options();
if (!isCheck) warnIfBusy();
await mkdir(WORK, { recursive: true });
const site = await openSite({ folder: join(WORK, 'site'), dist, prerender, isSmall: isCheck });
try {
  if (isCheck) await inBrowser([], (browser) => check(browser, site));
  else {
    const state = await begun(await fingerprint(only, dist, join(WORK, 'site', 'built')), resume);
    await measure(site, names, runs, state);
    const command = `cargo xtask bench --runs ${runs}${only && ` --only ${only}`}${write ? ' --write' : ''}`;
    const text = [origin(command, state.version), ...tables(state.figures), ...state.failures.map((failure) => `Failed: ${failure}`)].join('\n\n');
    console.log(text);
    if (state.failures.length) process.exitCode = 1; // the report says so, too
    if (write) {
      await writeReport('bench', text);
      await writeChart(state.figures);
    }
  }
} finally {
  site.close();
}
