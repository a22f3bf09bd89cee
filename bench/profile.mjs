#!/usr/bin/env node
// Where the time goes from the text that is there to the reader that is ready: a profile of `longestArticle` by Chromium's own
// sampling, as folded stacks on standard output, the mean of all runs. See docs/PERFORMANCE.md, which makes a flame graph of it.
//
//   node profile.mjs --dist FOLDER [--runs 5]

import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';

import { start } from './server.mjs';
import { articles, longestArticleProfiled } from './visits.mjs';

const { values } = parseArgs({ options: { dist: { type: 'string' }, runs: { type: 'string', default: '5' } } });
if (!values.dist) throw Error('profile.mjs --dist DIR [--runs 5]');

const name = ({ functionName, url, lineNumber }) => {
  const plain = functionName.replace(/::h[0-9a-f]{16}$/, '');
  return (plain || `${url.split('/').pop()}:${lineNumber + 1}`).replaceAll(';', ',');
};

/** The time of each stack in microseconds; names from the outermost to the innermost. */
const stacks = new Map();

/** Adds what was sampled between two instants of the browser's clock. */
function add({ nodes, samples, timeDeltas, startTime }, from, to) {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const path = new Map();
  const walk = (node, above) => {
    const here = [...above, name(node.callFrame)];
    path.set(node.id, here);
    for (const child of node.children ?? []) walk(known.get(child), here);
  };
  walk(nodes[0], []);
  let now = startTime;
  samples.forEach((id, at) => {
    now += timeDeltas[at];
    if (now < from || now > to) return;
    const stack = path.get(id).slice(1).join(';');
    stacks.set(stack, (stacks.get(stack) ?? 0) + Math.max(0, timeDeltas[at]));
  });
}

const site = await start({ a: values.dist }, articles);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox'],
});
try {
  for (let run = 0; run < Number(values.runs); run++) {
    const { profile, from, to } = await longestArticleProfiled(browser, site, 'a');
    console.error(`run ${run + 1}: text there to reader ready in ${((to - from) / 1000).toFixed(0)} ms`);
    add(profile, from, to);
  }
} finally {
  await browser.close();
  site.close();
}
for (const [stack, microseconds] of stacks) console.log(`${stack} ${Math.round(microseconds / Number(values.runs))}`);
