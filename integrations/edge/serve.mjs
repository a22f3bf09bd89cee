// Runs the Worker here, in workerd: for `cargo xtask edge`, for the trials in test/, and for those in browsers.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const { QARI_EDGE, QARI_TOOLS, QARI_DIST } = process.env;
if (!QARI_EDGE || !QARI_TOOLS) throw new Error('Start it with `cargo xtask edge` or `cargo xtask test edge`.');
const { Miniflare, Log, LogLevel, Response } = createRequire(join(QARI_TOOLS, 'package.json'))('miniflare');

const KINDS = { '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.html': 'text/html', '.svg': 'image/svg+xml', '.webp': 'image/webp' };

/**
 * The files of a folder.
 * @param {string} folder
 * @returns {(request: Request) => Promise<Response>}
 */
const files = (folder) => async (request) => {
  const path = normalize(decodeURIComponent(new URL(request.url).pathname));
  try {
    const body = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    return new Response(body, { headers: { 'content-type': KINDS[extname(path)] ?? 'application/octet-stream' } });
  } catch {
    return new Response('', { status: 404 });
  }
};

/**
 * Starts the Worker with these variables. Gives its address, and how to end it.
 * @param {Record<string, string>} variables
 * @param {{ port?: number, assets?: string }} [options]
 */
export const start = async (variables, { port = 0, assets } = {}) => {
  const modules = ['worker.mjs', 'qari_edge.js', 'qari_edge_bg.wasm'].map((name) => ({
    type: name.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule',
    path: join(QARI_EDGE, name),
  }));
  const worker = new Miniflare({
    host: '127.0.0.1',
    port,
    modules,
    modulesRoot: QARI_EDGE,
    compatibilityDate: '2026-04-01',
    bindings: variables,
    serviceBindings: assets ? { ASSETS: files(assets) } : {},
    cf: false,
    log: new Log(LogLevel.ERROR),
  });
  const { origin } = await worker.ready;
  return { origin, end: () => worker.dispose() };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = Object.entries(process.env).filter(([name]) => /^QARI_(SOURCES|DEV_SOURCES|HTTP|BASE|MAX_AGE|STALE|MAX_BYTES|TIMEOUT|REDIRECTS)$/.test(name));
  const port = Number(process.env.PORT ?? 8787);
  const variables = { QARI_DEV_SOURCES: `127.0.0.1:${port}`, ...Object.fromEntries(given) };
  const { origin } = await start(variables, { port, assets: QARI_DIST });
  console.log(`${origin}/read?src=${origin}/demo/articles/train.wordpress.json`);
}
