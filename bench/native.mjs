#!/usr/bin/env node
// From JSON to the finished tree, natively: two builds of `examples/articles.rs` in turn, on one core. See docs/PERFORMANCE.md.
//
//   node native.mjs --a OTHER/target/release/examples/articles --b target/release/examples/articles [--names A,B] [--runs 9]

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { median, shuffled } from './statistics.mjs';

const POST = fileURLToPath(new URL('post.json', import.meta.url));
/** Articles in one measurement. */
const COUNT = '200';

const { values } = parseArgs({
  options: {
    a: { type: 'string' },
    b: { type: 'string' },
    names: { type: 'string', default: 'A,B' },
    runs: { type: 'string', default: '9' },
  },
});
if (!values.a || !values.b) throw Error('native.mjs --a PROGRAM --b PROGRAM [--names A,B] [--runs 9]');
const times = { a: [], b: [] };
for (let run = 0; run < Number(values.runs); run++)
  for (const build of shuffled(['a', 'b']))
    times[build].push(Number(execFileSync('taskset', ['-c', '1', values[build], POST, COUNT], { encoding: 'utf8' })));

const names = values.names.split(',');
const cell = (list) => `${median(list).toFixed(0)} [${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)}]`;
const ratio = (of) => (of(times.a) / of(times.b)).toFixed(2);
console.log(`| median [least–most] | ${names.join(' | ')} | times as fast, by medians | by the least |\n|---|--:|--:|--:|--:|`);
console.log(`| JSON to finished tree, µs | ${cell(times.a)} | ${cell(times.b)} | ${ratio(median)} | ${ratio((list) => Math.min(...list))} |`);
