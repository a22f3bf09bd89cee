#!/usr/bin/env bash
# `content-visibility: auto` on the blocks of a page, in Chromium: the first frame of what is on the screen takes three layouts instead of
# one. All blocks are passed over at first; then those near the screen are found out, and laid out within the same frame. On the
# processor of a cheap phone that is time before the first text. Where the blocks of the first screen are not passed over, one is enough,
# as long as what may be passed over begins below it.
#
# Versions and output seen: puppeteer-core 24.43.1, Chrome/156.0.8078.108, Node 20.20.2:
#     layouts until the first frame: visible 1, auto 3, visible on the first screens 1
# Expected: auto as visible, since what is on the screen is known once it is laid out. Needs Node 20 and Chromium (or CHROMIUM=…).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit puppeteer-core@24.43.1
cat >look.mjs <<'JS'
import puppeteer from 'puppeteer-core';

const words = 'word '.repeat(60);
const html = (style) => `<!doctype html><meta charset="utf-8"><style>p { contain-intrinsic-size: auto 6em } ${style}</style>${`<p>${words}</p>`.repeat(60)}`;
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
const layouts = async (style) => {
  const page = await browser.newPage();
  await page.goto('data:text/html,' + encodeURIComponent(html(style)));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { LayoutCount } = await page.metrics();
  await page.close();
  return LayoutCount;
};
console.log(await browser.version());
const auto = 'p { content-visibility: auto }';
const told = `visible ${await layouts('')}, auto ${await layouts(auto)}, visible on the first screens ${await layouts(auto + ' p:nth-child(-n + 30) { content-visibility: visible }')}`;
console.log(`layouts until the first frame: ${told}`);
await browser.close();
if (told !== 'visible 1, auto 3, visible on the first screens 1') process.exitCode = 1;
JS
node look.mjs
