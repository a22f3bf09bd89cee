#!/usr/bin/env bash
# The npm package `feed` takes an image, a sound, a film and an enclosure for one item, and writes one of them in RSS: the film,
# whatever order they were given in, and none in JSON Feed but the image. JSON Feed also gets the first of several authors, and no
# language. A channel whose optional description is left out is described as «undefined».
#
# Versions and output seen: feed 5.1.0, Node 20.20.2:
#     RSS enclosures: https://gazette.example/tides.mp4
#     RSS description: undefined
#     JSON Feed: version 1, authors Salma Idrissi, attachments 0, language none
# Expected: a file for each, or an error. Needs Node 20.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit feed@5.1.0
cat >look.mjs <<'JS'
import { Feed } from 'feed';

const site = 'https://gazette.example/';
const feed = new Feed({ title: 'The Harbour Gazette', id: site, link: site, language: 'en', copyright: '' });
feed.addItem({
  title: 'Tides', id: `${site}tides`, link: `${site}tides`, content: '<p>When to sail.</p>', date: new Date(Date.UTC(2026, 2, 1)),
  author: [{ name: 'Salma Idrissi' }, { name: 'Karim Bennis' }],
  enclosure: { url: `${site}tides.pdf`, type: 'application/pdf', length: 12 },
  audio: `${site}tides.mp3`, video: `${site}tides.mp4`, image: `${site}tides.jpg`,
});
const rss = feed.rss2();
const enclosures = [...rss.matchAll(/<enclosure url="([^"]*)"/g)].map(([, url]) => url);
const [, description] = /<channel>[^]*?<description>([^<]*)</.exec(rss);
const json = JSON.parse(feed.json1());
const [item] = json.items;
const authors = (item.authors ?? [item.author]).map(({ name }) => name);
const found = [
  `RSS enclosures: ${enclosures.join(' ')}`,
  `RSS description: ${description}`,
  `JSON Feed: version ${json.version.split('/').at(-1)}, authors ${authors.join(', ')}, attachments ${(item.attachments ?? []).length}, language ${json.language ?? 'none'}`,
];
console.log(found.join('\n'));
process.exit(found.join('|') === `RSS enclosures: ${site}tides.mp4|RSS description: undefined|JSON Feed: version 1, authors Salma Idrissi, attachments 0, language none` ? 0 : 1);
JS
node look.mjs
