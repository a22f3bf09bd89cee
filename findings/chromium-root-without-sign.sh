#!/usr/bin/env bash
# MathML in Chromium: a square root in a font without a MATH table, as text fonts are, is drawn with neither its sign nor the bar
# over it, even where the font has a √: the square root of 2 reads 2. Nothing is said anywhere. So a formula inside an article must
# not inherit the article's font; it needs a mathematical one by name.
#
# Versions and output seen: @fontsource/roboto 5.2.9, pngjs 7.0.0, puppeteer-core 24.43.1, Chrome/156.0.8078.108, Node 20.20.2:
#     dark pixels of 2: 1231, of √ and 2 as text: 2187, of the square root of 2: 1231
# Expected: more for the root than for the digit alone. Needs Node 20 and Chromium (or CHROMIUM=…).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @fontsource/roboto@5.2.9 pngjs@7.0.0 puppeteer-core@24.43.1
cat >look.mjs <<'JS'
import fs from 'node:fs';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';

const face = (subset, range) => {
  const file = fs.readFileSync(`node_modules/@fontsource/roboto/files/roboto-${subset}-400-normal.woff2`).toString('base64');
  return `@font-face { font-family: text; unicode-range: ${range}; src: url(data:font/woff2;base64,${file}) }`;
};
const faces = face('latin', 'U+20-7E') + face('math', 'U+221A');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const page = await browser.newPage();
const darkPixels = async (formula) => {
  await page.setContent(`<!doctype html><style>${faces} body { margin: 60px } math { font: 100px text }</style><math>${formula}</math>`);
  await page.evaluate(() => document.fonts.load('100px text', '√2'));
  const { data } = PNG.sync.read(Buffer.from(await page.screenshot()));
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark++;
  return dark;
};
const digit = await darkPixels('<mn>2</mn>');
const text = await darkPixels('<mo>√</mo><mn>2</mn>');
const root = await darkPixels('<msqrt><mn>2</mn></msqrt>');
console.log(await browser.version());
console.log(`dark pixels of 2: ${digit}, of √ and 2 as text: ${text}, of the square root of 2: ${root}`);
await browser.close();
process.exit(text > digit && root === digit ? 0 : 1);
JS
node look.mjs
