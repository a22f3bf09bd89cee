// Builds every page of this folder into a folder each, as a site would: node build.mjs INTO
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import * as esbuild from 'esbuild';
import { build as viteBuild } from 'vite';
import webpack from 'webpack';

const here = import.meta.dirname;
const into = resolve(process.argv[2]);
const packageFolder = join(here, 'node_modules/@qari/reader');

/** Writes the plain page with another script tag. */
async function writePage(name, script) {
  const html = await readFile(join(here, 'plain/index.html'), 'utf8');
  await writeFile(join(into, name, 'index.html'), html.replace('<script type="module" src="./styled.js"></script>', script));
}

const withVite = (page, plugins = []) => (name) =>
  viteBuild({ root: join(here, page), base: './', configFile: false, logLevel: 'warn', plugins, build: { outDir: join(into, name), emptyOutDir: true } });

/** With the loaders that most sites have for their style sheets. */
async function withWebpack(name) {
  const stats = await promisify(webpack)({
    context: here,
    mode: 'production',
    entry: join(here, 'plain/styled.js'),
    output: { path: join(into, name), filename: 'bundle.js' },
    module: { rules: [{ test: /\.css$/, use: ['style-loader', 'css-loader'] }] },
  });
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  // The wasm is larger than what webpack likes to see.
  const told = [...errors, ...warnings].filter(({ message }) => !/size limit|asset size|performance/.test(message));
  if (told.length) throw Error(told.map(({ message }) => message).join('\n'));
  await writePage(name, '<script defer src="bundle.js"></script>');
}

async function withEsbuild(name) {
  await esbuild.build({
    entryPoints: [join(here, 'plain/styled.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    outfile: join(into, name, 'bundle.js'),
    logLevel: 'warning',
  });
  // What the package's README asks for.
  await cp(join(packageFolder, 'files'), join(into, name, 'files'), { recursive: true });
  await writePage(name, '<link rel="stylesheet" href="bundle.css"><script type="module" src="bundle.js"></script>');
}

/** The page's scripts as they are; an import map says what the package's name means. */
async function withoutBundler(name) {
  await mkdir(join(into, name), { recursive: true });
  await cp(packageFolder, join(into, name, 'reader'), { recursive: true });
  await cp(join(here, 'plain/main.js'), join(into, name, 'main.js'));
  const map = { imports: { '@qari/reader': './reader/index.js' } };
  await writePage(name, `<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="main.js"></script>`);
}

const PAGES = {
  'plain-vite': withVite('plain'),
  'plain-webpack': withWebpack,
  'plain-esbuild': withEsbuild,
  'plain-none': withoutBundler,
  'react-vite': withVite('react', [react()]),
  'snippets-vite': withVite('snippets', [react()]),
  'vue-vite': withVite('vue', [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'qari-reader' } } })]),
  'svelte-vite': withVite('svelte', [svelte()]),
};

await rm(into, { recursive: true, force: true });
// On a server the import does nothing; pages that are rendered there have it too.
const { mount } = await import('@qari/reader');
if (typeof mount !== 'function' || 'qari' in globalThis) throw Error('the package does something without a page');
for (const [name, build] of Object.entries(PAGES)) await build(name);
