#!/usr/bin/env bash
# WebAssembly of the same bytes, fetched from two addresses in one page: the stack of a trap in the second one's code names the
# FIRST one's address. So who looks in a stack for the address of a file of its own, to know its own errors, can miss them.
#
# Versions and output seen: puppeteer-core 24.43.1, Chrome/156.0.8078.108, Node 20.20.2:
#     first /a.wasm, second /a.wasm
# Expected by reading the code alone: first /a.wasm, second /b.wasm. Needs Node 20 and Chromium (or CHROMIUM=…).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit puppeteer-core@24.43.1
cat >look.mjs <<'JS'
import http from 'node:http';
import puppeteer from 'puppeteer-core';

// (module (func (export "f") unreachable))
const wasm = Buffer.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
]);
const server = http.createServer((request, answer) => {
  const isWasm = request.url.endsWith('.wasm');
  answer.setHeader('content-type', isWasm ? 'application/wasm' : 'text/html');
  answer.end(isWasm ? wasm : '<!doctype html><title>x</title>');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const named = await page.evaluate(async () => {
  const found = [];
  window.kept = [];
  for (const file of ['/a.wasm', '/b.wasm']) {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(file));
    window.kept.push(instance);
    try { instance.exports.f(); } catch (error) { found.push(/\/[ab]\.wasm/.exec(error.stack)?.[0]); }
  }
  return found;
});
console.log(await browser.version());
console.log(`first ${named[0]}, second ${named[1]}`);
await browser.close();
server.close();
process.exit(named[0] === '/a.wasm' && named[1] === '/a.wasm' ? 0 : 1);
JS
node look.mjs
