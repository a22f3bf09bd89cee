// Which room or crate the code of the wasm belongs to, of what `twiggy top -f json` prints of a wasm with names (docs/BUILDING.md).
import { readFileSync } from 'node:fs';

/** Crates whose generic code is written for others' types: it counts for the first of these that is named, so for our own if it is there. */
const OWNERS = ['qari_reader', 'yew', 'serde_json', 'serde', 'gloo', 'wasm_bindgen', 'js_sys', 'web_sys', 'indexmap', 'hashbrown', 'alloc', 'core', 'std'];

const ownerOf = (name) => {
  if (/^data segment/.test(name)) return 'tables and texts (data)';
  if (/^(import|export|type|elem|global|table|wasm magic|code section)|section|subsection/.test(name)) return 'imports, exports, types';
  const crate = OWNERS.find((owner) => new RegExp(`\\b${owner}\\w*(\\[\\w+\\])?::`).test(name));
  if (crate !== 'qari_reader') return crate || 'others';
  const [, room, file] = /qari_reader(?:\[\w+\])?::(\w+)(?:::([a-z]\w*))?/.exec(name);
  return `Qari: ${room}${['app', 'article'].includes(room) && ['hooks', 'body', 'formats', 'build'].includes(file) ? '/' + file : ''}`;
};

const sums = new Map();
for (const { name, shallow_size: size } of JSON.parse(readFileSync(0, 'utf8'))) {
  if (/function names/.test(name)) continue;
  const owner = ownerOf(name);
  sums.set(owner, (sums.get(owner) || 0) + size);
}
const rows = [...sums].sort(([, a], [, b]) => b - a);
const total = rows.reduce((sum, [, size]) => sum + size, 0);
console.log('| whose | bytes, raw | part |\n|---|--:|--:|');
for (const [owner, size] of rows.filter(([, size]) => size > total / 200)) {
  console.log(`| ${owner} | ${size.toLocaleString('en')} | ${((size / total) * 100).toFixed(1)} % |`);
}
console.log(`| **all** | ${total.toLocaleString('en')} | |`);
