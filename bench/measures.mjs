// What is measured of each contestant. Each measure is a visit in a cold tab, and gives figures by name.

import { OPENING } from './articles.mjs';
import { heapInUse, inTab, slowCpu, slowNetwork } from './browser.mjs';
import { CONTESTANTS } from './contestants.mjs';
import { ARTICLES } from './site.mjs';
import { median } from './statistics.mjs';
import { allReady, pressInTurn, watch } from './watch.mjs';

/** How long a page may take, in milliseconds: one that never shows all that is waited for ends its visit with an error. */
const PATIENCE = 90_000;
/** Presses on A+ and on A−, each, by the words of the article: in the longest each takes seconds. */
const PRESSES = { 1000: 3, 10000: 3, 100000: 1 };

/** Opens the contestant's page and gives the times of what is `wanted`. */
async function open(page, site, name, words, wanted) {
  const { host = '' } = CONTESTANTS[name];
  const { paragraphs } = ARTICLES[words];
  await page.evaluateOnNewDocument(watch, { opening: OPENING, paragraphs, host, wanted });
  await page.goto(site.pageOf(name, words), { waitUntil: 'domcontentloaded', timeout: PATIENCE });
  return page.evaluate((patience) => window.bench.seen(patience), PATIENCE);
}

async function slowDown(cdp) {
  await slowNetwork(cdp);
  await slowCpu(cdp);
}

/** Reading only: nobody presses anything, until the page has come to rest. */
export const look = ({ browser, site, name, words = 1000, isSlow = true }) =>
  inTab(browser, async (page, cdp) => {
    site.answered();
    if (isSlow) await slowDown(cdp);
    const { isQari } = CONTESTANTS[name];
    const { text, whole, ready } = await open(page, site, name, words, ['text', 'whole', ...(isQari ? ['ready'] : [])]);
    await page.waitForNetworkIdle({ idleTime: 300 });
    const noted = await page.evaluate(() => window.bench.noted);
    const wasm = await page.evaluate(() => window.bench.wasmBytes());
    const shown = await page.evaluate(() => window.bench.paragraphs());
    if (isQari && !wasm) throw Error('the memory of the wasm was not seen');
    const heap = await heapInUse(cdp);
    const answers = site.answered();
    const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0);
    return { text, whole, ...(ready && { ready }), ...noted, bytes, requests: answers.length, heap, wasm, memory: heap + wasm, shown };
  });

/** Pressing A+ from the moment it is seen, until the size of the text changes. */
export const press = ({ browser, site, name, words = 1000, isSlow = true }) =>
  inTab(browser, async (page, cdp) => {
    if (isSlow) await slowDown(cdp);
    const { isQari } = CONTESTANTS[name];
    const { usable, full } = await open(page, site, name, words, ['usable', ...(isQari ? ['full'] : [])]);
    return { usable, ...(full && { full }) };
  });

/** Another size, where the whole article stands: from the press to the next frame. */
export const changeSize = ({ browser, site, name, words }) =>
  inTab(browser, async (page, cdp) => {
    const { host = '', isQari } = CONTESTANTS[name];
    await open(page, site, name, words, ['whole', ...(isQari ? ['ready'] : [])]);
    await slowCpu(cdp);
    const times = await page.evaluate(pressInTurn, { host, rounds: PRESSES[words] });
    return { change: median(times) };
  });

/** A page with many readers: until all of them are ready, and what was fetched for them. */
export const crowd = ({ browser, site, number }) =>
  inTab(browser, async (page, cdp) => {
    site.answered();
    await slowDown(cdp);
    await page.goto(site.crowdOf(number), { waitUntil: 'domcontentloaded', timeout: PATIENCE });
    const ready = await page.evaluate(allReady, { number, patience: PATIENCE });
    const paths = site.answered().map(({ path }) => path);
    return { ready, requests: paths.length, twice: paths.length - new Set(paths).size };
  });
