// The browser that measures: how it is started, what a cold tab is, and the slow phone it stands for.

import puppeteer from 'puppeteer-core';

/** Slow 4G, as Lighthouse has it; bytes a second. */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** A cheap phone against this machine. */
const CPU_SLOWDOWN = 4;
const PHONE = { width: 412, height: 915 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Starts a browser, lets `work` have it, and ends it whatever comes. */
export async function inBrowser(flags, work) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [...FLAGS, ...flags],
    protocolTimeout: 300_000,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens an empty tab in a context of its own (no cache, no storage, no connection), lets `work` have it, and closes it whatever comes. */
export async function inTab(browser, work) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(PHONE);
    const cdp = await page.createCDPSession();
    await cdp.send('Network.enable');
    const failed = new Promise((_, refuse) => page.once('pageerror', refuse));
    return await Promise.race([work(page, cdp), failed]);
  } finally {
    if (browser.connected) await context.close();
  }
}

export const slowNetwork = (cdp) => cdp.send('Network.emulateNetworkConditions', SLOW_4G);
export const slowCpu = (cdp) => cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });

/** Twice: what the first finds unused in one heap lets go of things in the other. */
export async function collectGarbage(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
}

/** The JavaScript heap that is in use, in bytes, garbage collected. */
export async function heapInUse(cdp) {
  await collectGarbage(cdp);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
