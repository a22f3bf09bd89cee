#!/usr/bin/env bash
# Ghost's bookmark card, as its Content API sends it, has the publisher under the class of the author and the author under the
# class of the publisher. The source says why (old themes style them so); the API's HTML does not, so whoever reads cards by
# their classes credits the newspaper as the author and the author as the newspaper.
#
# Versions and output seen: @tryghost/kg-default-cards 10.3.6, simple-dom 1.4.0, Node 20.20.2:
#     kg-bookmark-author: The Harbour Gazette
#     kg-bookmark-publisher: Salma Idrissi
# Expected by the names: the other way round. Needs Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @tryghost/kg-default-cards@10.3.6 simple-dom@1.4.0
cat >look.mjs <<'JS'
import { cards } from '@tryghost/kg-default-cards';
import SimpleDom from 'simple-dom';

const dom = new SimpleDom.Document();
const node = cards.find(({ name }) => name === 'bookmark').render({
  env: { dom },
  payload: {
    url: 'https://gazette.example/tides',
    metadata: { title: 'Tides', description: 'When to sail.', author: 'Salma Idrissi', publisher: 'The Harbour Gazette' },
  },
});
const html = new SimpleDom.HTMLSerializer(SimpleDom.voidMap).serialize(node);
const under = (name) => new RegExp(`<span class="${name}">([^<]*)<`).exec(html)?.[1];
const found = ['kg-bookmark-author', 'kg-bookmark-publisher'].map((name) => `${name}: ${under(name)}`);
console.log(found.join('\n'));
process.exit(found.join() === 'kg-bookmark-author: The Harbour Gazette,kg-bookmark-publisher: Salma Idrissi' ? 0 : 1);
JS
node look.mjs
