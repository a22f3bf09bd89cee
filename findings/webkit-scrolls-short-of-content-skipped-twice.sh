#!/usr/bin/env bash
# Paragraphs that `content-visibility: auto` skips, in a box that it skips as well, in WebKit: `scrollIntoView()` of such a paragraph goes to where
# the box begins and stops there. The box is then on the screen and laid out, and the paragraph is thousands of pixels further down. Where only the
# box is skipped, or only paragraphs are, WebKit goes to the paragraph, and Chromium does in each case.
#
# Versions and output seen: WebKitGTK 2.50.6 (MiniBrowser by WebKitWebDriver), Chrome/156.0.8078.108, puppeteer-core 24.43.1, Node 20.20.2:
#     WebKit: box 0, paragraphs 0, both 2900 px below the top; Chromium: 0, 0, 0
# Expected: 0 in each. Needs Node 20, Chromium (or CHROMIUM=…), WebKitWebDriver and MiniBrowser (Debian: webkit2gtk-driver, xvfb).
set -euo pipefail
folder=$(mktemp -d)
trap 'pkill -P "${driver:-0}" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
cat >page.html <<'HTML'
<!doctype html>
<style>
  body, p { margin: 0 }
  p { height: 100px }
  [data-skipped~="box"] div { content-visibility: auto; contain-intrinsic-size: auto 6000px }
  [data-skipped~="paragraphs"] p { content-visibility: auto; contain-intrinsic-size: auto 100px }
</style>
<body>
<script>
  document.body.dataset.skipped = location.hash.slice(1).replace('+', ' ');
  document.body.style.padding = '5000px 0';
  const box = document.body.appendChild(document.createElement('div'));
  for (let n = 0; n < 60; n++) box.appendChild(document.createElement('p')).textContent = `Line ${n}`;
</script>
HTML
npm init -y >/dev/null
npm install --silent --no-fund --no-audit puppeteer-core@24.43.1
port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
# The browser has no headless form.
xvfb-run -a /usr/bin/WebKitWebDriver --port="$port" >driver.log 2>&1 &
driver=$!
cat >look.mjs <<'JS'
import puppeteer from 'puppeteer-core';

const [port, page] = process.argv.slice(2);
const SKIPPED = ['box', 'paragraphs', 'box+paragraphs'];
/** Goes to a line in the box, waits for three pictures, and tells how far below the top of the screen it stands. */
const LOOK = `const frame = () => new Promise(requestAnimationFrame);
  const line = document.querySelectorAll('p')[29];
  line.scrollIntoView();
  await frame(); await frame(); await frame();
  return Math.round(line.getBoundingClientRect().top);`;

const driver = `http://127.0.0.1:${port}`;
const ask = async (method, path, body) => {
  const answer = await fetch(driver + path, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw Error(JSON.stringify(value));
  return value;
};
while (!(await ask('GET', '/status').catch(() => ({}))).ready) await new Promise((done) => setTimeout(done, 50));
const options = { binary: process.env.MINIBROWSER || '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', args: ['--automation'] };
const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
const script = `const done = arguments[0]; (async () => { ${LOOK} })().then(done, (error) => done(String(error)));`;
const webkit = [];
for (const skipped of SKIPPED) {
  await ask('POST', `/session/${sessionId}/url`, { url: 'about:blank' });
  await ask('POST', `/session/${sessionId}/url`, { url: `${page}#${skipped}` });
  webkit.push(await ask('POST', `/session/${sessionId}/execute/async`, { script, args: [] }));
}
await ask('DELETE', `/session/${sessionId}`);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const chromium = [];
for (const skipped of SKIPPED) {
  const tab = await browser.newPage();
  await tab.goto(`${page}#${skipped}`);
  chromium.push(await tab.evaluate(`(async () => { ${LOOK} })()`));
}
console.log(`WebKit ${capabilities.browserVersion}, ${await browser.version()}`);
const [box, paragraphs, both] = webkit;
console.log(`WebKit: box ${box}, paragraphs ${paragraphs}, both ${both} px below the top; Chromium: ${chromium.join(', ')}`);
await browser.close();
process.exit(box === 0 && paragraphs === 0 && both > 1000 && chromium.every((top) => top === 0) ? 0 : 1);
JS
node look.mjs "$port" "file://$folder/page.html"
