#!/usr/bin/env bash
# Readability, the library of Firefox's reader view, leaves out text under `hidden="until-found"`, which HTML has for text that
# the page's own search finds and opens (accordions). Text in closed `details`, which a browser hides in the same way, is kept. So
# the answers of a page of questions are there or not by how its theme folds them.
#
# Versions and output seen: @mozilla/readability 0.6.0, linkedom 0.18.12, Node 20.20.2:
#     details: kept
#     hidden="until-found": left out
# Needs Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @mozilla/readability@0.6.0 linkedom@0.18.12
cat >look.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const prose = 'The harbour opens at six, the market at seven, and the boats that left at night are back by then. '.repeat(8);
const { document } = parseHTML(`<!doctype html><html lang="en"><body><article>
<p>${prose}</p>
<h2>When is high tide?</h2><details><summary>Answer</summary><p>At noon, said the pilot. ${prose}</p></details>
<h2>And low tide?</h2><div hidden="until-found"><p>At dusk, said the keeper. ${prose}</p></div>
<p>${prose}</p></article></body></html>`);
const { textContent } = new Readability(document).parse();
const told = (name, words) => `${name}: ${textContent.includes(words) ? 'kept' : 'left out'}`;
const found = [told('details', 'said the pilot'), told('hidden="until-found"', 'said the keeper')];
console.log(found.join('\n'));
process.exit(found.join() === 'details: kept,hidden="until-found": left out' ? 0 : 1);
JS
node look.mjs
