// The visits that are measured. Each opens its page in a browser context of its own: no cache, no storage, no connection.

import { article, OPENING } from './articles.mjs';
import { collectGarbage, heapInUse, inTab, slowCpu, slowNetwork } from './browser.mjs';
import { changeSizes, mountAndDestroy, probe } from './probe.mjs';
import { median } from './statistics.mjs';

/** How long a page may take, in milliseconds: one that never shows all that is waited for ends the run with an error. */
const PATIENCE = 60_000;

const SIZE_CHANGES = 7;
const CYCLES = 200;
const CYCLES_EACH = 10;

const ARTICLES = {
  news: article({ words: 1_000 }),
  long: article({ words: 10_000 }),
  longest: article({ characters: 100_000 }),
};
/** The JSON of each article, by name: what the server of the articles has. */
export const articles = Object.fromEntries(Object.entries(ARTICLES).map(([name, { json }]) => [name, json]));

/** Opens a page with an article and gives the probe's times; `how` is what else the probe is told. */
async function open(page, site, build, name, how = {}) {
  await page.evaluateOnNewDocument(probe, { opening: OPENING, blocks: ARTICLES[name].blocks, ...how });
  await page.goto(site.pageUrl(build, name), { waitUntil: 'domcontentloaded' });
  return page.evaluate((patience) => window.bench.seen(patience), PATIENCE);
}

/** A reader's first visit to an article of news, and what memory it holds then. */
export const firstVisit = (browser, site, build) =>
  inTab(browser, async (page, cdp) => {
    site.fetched(build);
    await slowNetwork(cdp);
    await slowCpu(cdp);
    const { text, usable, ready } = await open(page, site, build, 'news', { press: true });
    const fetched = site.fetched(build);
    const wasm = await page.evaluate(() => window.bench.wasmBytes());
    if (!wasm) throw Error('the memory of the wasm was not seen');
    const heap = await heapInUse(cdp);
    return { text, usable, ready, fetched, heap, wasm, memory: heap + wasm };
  });

/** From the text that is there without wasm to the reader, where there is much to do in between: work alone, no network. */
export const longestArticle = (browser, site, build) =>
  inTab(browser, async (page, cdp) => {
    await slowCpu(cdp);
    const { text, ready, whole } = await open(page, site, build, 'longest', { holdWasm: true });
    return { textToReady: ready - text, textToWhole: whole - text };
  });

/** The same with a profile of it, which takes some time of its own. */
export const longestArticleProfiled = (browser, site, build) =>
  inTab(browser, async (page, cdp) => {
    await slowCpu(cdp);
    await cdp.send('Performance.enable');
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
    await page.evaluateOnNewDocument(probe, { opening: OPENING, blocks: ARTICLES.longest.blocks, holdWasm: true });
    await cdp.send('Profiler.start');
    await page.goto(site.pageUrl(build, 'longest'), { waitUntil: 'domcontentloaded' });
    const { text, ready } = await page.evaluate((patience) => window.bench.seen(patience), PATIENCE);
    const { profile } = await cdp.send('Profiler.stop');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const start = metrics.find(({ name }) => name === 'NavigationStart').value * 1e6;
    return { profile, from: start + text * 1000, to: start + ready * 1000 };
  });

/** Another text size in a long article, and laying out all of it. */
export const sizeChange = (browser, site, build) =>
  inTab(browser, async (page, cdp) => {
    await open(page, site, build, 'long');
    await slowCpu(cdp);
    const times = await page.evaluate(changeSizes, SIZE_CHANGES);
    const [change, layout] = [median(times.usual), median(times.whole)];
    return { change, layout, changeOfLayout: change / layout };
  });

/**
 * For `comeAndGo`: code that V8 compiles again, faster, when it has run often, grows the heap in steps for hundreds of
 * cycles. Without it a heap that is let go of is as large to the byte.
 */
export const STEADY_HEAP = '--js-flags=--no-opt,--no-sparkplug,--no-maglev';

/** Readers that come and go: what is left in the page after each ten, as a list of `{ cycles, nodes, listeners, heap }`. */
export const comeAndGo = (browser, site, build) =>
  inTab(browser, async (page, cdp) => {
    await cdp.send('Performance.enable');
    await page.goto(site.pageUrl(build), { waitUntil: 'load' });
    const samples = [];
    for (let cycles = CYCLES_EACH; cycles <= CYCLES; cycles += CYCLES_EACH) {
      await page.evaluate(mountAndDestroy, site.articleUrl('news'), CYCLES_EACH);
      await collectGarbage(cdp);
      const { metrics } = await cdp.send('Performance.getMetrics');
      const { Nodes: nodes, JSEventListeners: listeners, JSHeapUsedSize: heap } = Object.fromEntries(
        metrics.map(({ name, value }) => [name, value]),
      );
      samples.push({ cycles, nodes, listeners, heap });
    }
    return samples;
  });
