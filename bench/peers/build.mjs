// Builds the widgets as one would ship them: one classic script each, for production, minified, without what is not used.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Svelte's own compiler for `.svelte`. Styles are in the shadow root; a component has none of its own. */
const svelte = {
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js, warnings } = compile(await readFile(path, 'utf8'), { filename: basename(path), generate: 'client', css: 'external', dev: false });
      return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
    }),
};

const ENTRIES = {
  barest: { file: 'barest.js' },
  preact: { file: 'preact.jsx', jsxImportSource: 'preact' },
  react: { file: 'react.jsx', jsxImportSource: 'react' },
  svelte: { file: 'svelte.js', conditions: ['svelte', 'browser', 'production'] },
};

/** Writes `NAME.js` for each widget into `folder`. */
export async function buildPeers(folder) {
  const builds = Object.entries(ENTRIES).map(([name, { file, ...options }]) =>
    build({
      entryPoints: { [name]: here(file) },
      outdir: folder,
      bundle: true,
      minify: true,
      treeShaking: true,
      format: 'iife',
      target: 'es2022',
      jsx: 'automatic',
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [svelte],
      ...options,
    }),
  );
  await Promise.all(builds);
}
