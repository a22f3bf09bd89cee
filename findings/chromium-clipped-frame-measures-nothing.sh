#!/usr/bin/env bash
# A frame of another site that is hidden until it tells its height, in Chromium: its ResizeObserver is never called while nothing of it
# can be seen, so one that tells its height when it has measured it never tells, and stays hidden. WordPress hides frames in this very way
# (`position: absolute; clip: rect(1px, 1px, 1px, 1px)`) until they have spoken. A frame of the same site, hidden alike, is measured.
# `load` does come: a frame that tells its height once by then is shown, and measured from then on.
#
# Versions and output seen: puppeteer-core 24.43.1, Chrome/156.0.8078.108, Node 20.20.2:
#     same site, hidden: load, observed; another site, hidden: load; another site, shown: load, observed
# Expected: «observed» in each. Needs Node 20 and Chromium (or CHROMIUM=…).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit puppeteer-core@24.43.1
cat >look.mjs <<'JS'
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';

const INNER = `<!doctype html><p>text</p><script>
  const tell = (what) => parent.postMessage(what, '*');
  addEventListener('load', () => tell('load'));
  new ResizeObserver(() => tell('observed')).observe(document.body);
</script>`;
const OUTER = `<!doctype html><script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
</script>`;
const server = createServer(({ url }, answer) => answer.setHeader('Content-Type', 'text/html').end(url.startsWith('/inner') ? INNER : OUTER));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address();

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
/** What a frame says until the page around has been drawn some hundred times after its load. */
const heard = async (host, style) => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.evaluate((src, css) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = css;
    frame.src = src;
    document.body.append(frame);
  }, `http://${host}:${port}/inner`, style);
  const said = await page.evaluate(async () => {
    while (!heard.includes('load')) await new Promise((done) => setTimeout(done));
    for (let drawn = 0; drawn < 200 && !heard.includes('observed'); drawn++) await new Promise(requestAnimationFrame);
    return ['load', 'observed'].filter((what) => heard.includes(what));
  });
  await page.close();
  return said.join(', ');
};
const HIDDEN = 'position: absolute; clip: rect(1px, 1px, 1px, 1px)';
const same = await heard('127.0.0.1', HIDDEN);
const other = await heard('localhost', HIDDEN);
const shown = await heard('localhost', '');
console.log(await browser.version());
console.log(`same site, hidden: ${same}; another site, hidden: ${other}; another site, shown: ${shown}`);
await browser.close();
server.close();
process.exit(same === 'load, observed' && shown === 'load, observed' && other === 'load' ? 0 : 1);
JS
node look.mjs
