// Tables in Markdown, and their place in docs/PERFORMANCE.md.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

import { median } from './statistics.mjs';

const REPORT = fileURLToPath(new URL('../docs/PERFORMANCE.md', import.meta.url));

export const milliseconds = (value) => value.toFixed(0);
export const kilobytes = (value) => (value / 1000).toFixed(1);
export const megabytes = (value) => (value / 2 ** 20).toFixed(2);
export const part = (value) => value.toFixed(2);

export const row = (cells) => `| ${cells.join(' | ')} |`;
export const verdict = (isKept, words) => `${words} ${isKept ? '✓' : '✗'}`;
/** The middle one, the least and the most of a list. */
export const spread = (list, write) => `${write(median(list))} [${write(Math.min(...list))}–${write(Math.max(...list))}]`;

/** What else the machine did, before the browser did anything. */
export const loadBefore = loadavg()[0];
export const warnIfBusy = () => loadBefore > 1 && console.error(`This machine is busy (load ${loadBefore.toFixed(1)}): the figures will scatter.`);
/** When, by which command and on what machine it was measured. */
export const origin = (command, version) => {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${version}; ${cpus().length} × ${cpus()[0].model.trim()}; load before it began ${loadBefore.toFixed(1)}`;
  return `Measured on ${day} with \`${command}\` (${machine}).`;
};

/** Puts `text` between `<!-- NAME: begin -->` and `<!-- NAME: end -->` in docs/PERFORMANCE.md. */
export async function writeReport(name, text) {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const report = await readFile(REPORT, 'utf8');
  const [before, after] = [report.indexOf(begin), report.indexOf(end)];
  if (before < 0 || after < before) throw Error(`no ${begin} … ${end} in docs/PERFORMANCE.md`);
  await writeFile(REPORT, `${report.slice(0, before + begin.length)}\n${text}\n${report.slice(after)}`);
}
