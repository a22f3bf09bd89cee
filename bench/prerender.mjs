#!/usr/bin/env node
// `qari-prerender --ndjson` beside a program for Node that does the same (peers/prerender), how it grows with cores, and what
// memory an archive takes. See docs/PERFORMANCE.md.
//
//   node prerender.mjs [--program target/release/qari-prerender] [--articles 1000] [--runs 7] [--archive 100000]

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { article } from './articles.mjs';
import { median, shuffled } from './statistics.mjs';

const PEER = fileURLToPath(new URL('peers/prerender/render.mjs', import.meta.url));
const POST = JSON.parse(readFileSync(new URL('post.json', import.meta.url), 'utf8'));
const PLAIN = JSON.parse(article({ words: 1000 }).json);
/** Lines between two looks at the memory. */
const LOOK = 1000;

const { values } = parseArgs({
  options: {
    program: { type: 'string', default: 'target/release/qari-prerender' },
    articles: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '7' },
    archive: { type: 'string', default: '100000' },
  },
});
const [articles, runs, archive] = [values.articles, values.runs, values.archive].map(Number);

/** A line of WordPress's, and one of Qari's own form, of 1,000 words each. */
const LINES = {
  'a WordPress post': (n) => JSON.stringify({ ...POST, id: n, link: `${POST.link}?p=${n}` }),
  'paragraphs in plain JSON': (n) => JSON.stringify({ ...PLAIN, id: n, url: `${PLAIN.url}/${n}` }),
};

/** Articles a second of a program that reads lines, on these cores. */
function speed(file, cores, command) {
  const input = openSync(file);
  const start = process.hrtime.bigint();
  execFileSync('taskset', ['-c', cores, ...command], {
    stdio: [input, 'ignore', 'inherit'],
    env: { ...process.env, RAYON_NUM_THREADS: String(cores.split(',').length) },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(input);
  return articles / seconds;
}

/** The most memory that the program held, in MB, while so many articles went through it that nobody kept. */
async function memory() {
  const program = spawn(values.program, ['--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(program, 'exit');
  let [most, lines] = [0, 0];
  const look = () => {
    const held = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'));
    most = Math.max(most, Number(held?.[1] ?? 0) * 1024);
  };
  program.stdout.on('data', (chunk) => {
    for (const byte of chunk) lines += byte === 10 ? 1 : 0;
  });
  for (let n = 0; n < archive; n++) {
    if (!program.stdin.write(`${LINES['a WordPress post'](n)}\n`)) await once(program.stdin, 'drain');
    if (n % LOOK === LOOK - 1) look();
  }
  program.stdin.end();
  const [status] = await exit;
  if (status !== 0 || lines !== archive) throw Error(`status ${status}, ${lines} lines of ${archive}`);
  return most / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'qari-prerender-'));
const cell = (list) => `${median(list).toFixed(0)} [${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)}]`;
try {
  console.log('| articles a second, median [least–most] | Node | one core | two cores | one core to Node | two to one |\n|---|--:|--:|--:|--:|--:|');
  for (const [name, line] of Object.entries(LINES)) {
    const file = join(folder, 'articles.ndjson');
    writeFileSync(file, Array.from({ length: articles }, (_, n) => `${line(n)}\n`).join(''));
    const qari = [values.program, '--ndjson'];
    const ways = { node: ['1', [process.execPath, PEER]], one: ['1', qari], two: ['0,1', qari] };
    const speeds = { node: [], one: [], two: [] };
    for (let run = 0; run < runs; run++)
      for (const way of shuffled(Object.keys(ways))) speeds[way].push(speed(file, ...ways[way]));
    const ratio = (a, b) => (median(speeds[a]) / median(speeds[b])).toFixed(2);
    console.log(`| ${name} | ${cell(speeds.node)} | ${cell(speeds.one)} | ${cell(speeds.two)} | ${ratio('one', 'node')} | ${ratio('two', 'one')} |`);
  }
  if (archive) console.log(`\n${archive} articles: ${(await memory()).toFixed(1)} MB at most (VmHWM)`);
} finally {
  rmSync(folder, { recursive: true });
}
