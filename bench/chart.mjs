// The chart of docs/PERFORMANCE.md and README: for each contestant the first text, and A+ that answers.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { CONTESTANTS } from './contestants.mjs';
import { median } from './statistics.mjs';

const CHART = fileURLToPath(new URL('../docs/bench.svg', import.meta.url));
const WIDTH = 760;
/** Where the bars begin, and how much of the width is kept for the figure after them. */
const NAMES = 150;
const FIGURES = 80;
const BAR = 13;
const ROW = 2 * BAR + 14;
const TOP = 64;
/** Colours that hold 3 : 1 against their paper, in light and in dark. */
const STYLE = `
.paper { fill: #fff } text { fill: #1c1e21; font: 13px system-ui, sans-serif } .title { font-weight: 600; font-size: 15px } .soft { fill: #565c64 }
.text { fill: #0a6b7a } .usable { fill: #c2571a } .line { stroke: #dadde1 }
@media (prefers-color-scheme: dark) {
.paper { fill: #16181b } text { fill: #e8e6e3 } .soft { fill: #a3a9b1 } .text { fill: #3fb3c4 } .usable { fill: #f0894a } .line { stroke: #3a3f45 }
}`;

const SERIES = [
  { kind: 'text', title: 'first text', of: (figures, name) => figures[`look ${name}`]?.text },
  { kind: 'usable', title: 'A+ answers', of: (figures, name) => figures[`press ${name}`]?.usable },
];

/** The chart as SVG. */
export function chart(figures) {
  const rows = Object.entries(CONTESTANTS)
    .map(([name, { title }]) => ({ title, bars: SERIES.map(({ kind, of }) => ({ kind, value: of(figures, name) && median(of(figures, name)) })) }))
    .filter(({ bars }) => bars.some(({ value }) => value));
  const most = Math.max(...rows.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const long = (value) => (value / most) * (WIDTH - NAMES - FIGURES);
  const height = TOP + rows.length * ROW + 12;

  const bar = ({ kind, value }, y) =>
    value
      ? `<rect class="${kind}" x="${NAMES}" y="${y}" width="${long(value).toFixed(1)}" height="${BAR}" rx="2"/>` +
        `<text x="${(NAMES + long(value) + 6).toFixed(1)}" y="${y + BAR - 2}">${value.toFixed(0)} ms</text>`
      : '';
  const body = rows.map(({ title, bars }, n) => {
    const y = TOP + n * ROW;
    return `<text x="${NAMES - 10}" y="${y + BAR + 5}" text-anchor="end">${title}</text>${bars.map((one, m) => bar(one, y + m * (BAR + 1))).join('')}`;
  });
  const legend = SERIES.map(({ kind, title }, n) => `<rect class="${kind}" x="${NAMES + n * 120}" y="36" width="12" height="12" rx="2"/><text x="${NAMES + n * 120 + 18}" y="47">${title}</text>`);
  const told = rows.map(({ title, bars: [text, usable] }) => `${title}: first text ${text.value?.toFixed(0) ?? '–'} ms${usable.value ? `, A+ ${usable.value.toFixed(0)} ms` : ''}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title told">
<title id="title">First text and first touch on Slow 4G, in milliseconds</title>
<desc id="told">${told.join('; ')}.</desc>
<style>${STYLE}</style>
<rect class="paper" width="100%" height="100%" rx="6"/>
<text class="title" x="${NAMES}" y="22">First text, first touch <tspan class="soft" font-weight="400">· Slow 4G, processor ÷ 4, less is better</tspan></text>
${legend.join('\n')}
<line class="line" x1="${NAMES}" y1="${TOP - 6}" x2="${NAMES}" y2="${height - 10}"/>
${body.join('\n')}
</svg>
`;
}

/** Writes it to docs/. */
export const writeChart = (figures) => writeFile(CHART, chart(figures));
