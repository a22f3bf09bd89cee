// Lays a `.br` (quality 11) and a `.gz` (level 9) beside every compressible file of a folder. Before that it takes
// the blanks out of the words' JSON, which a page fetches.
// Usage: node compress.mjs FOLDER
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const COMPRESSIBLE = /\.(js|css|wasm|html|json|svg|ts)$/;

/** The smaller of brotli's two ways of reading a file. */
async function smallestBrotli(bytes) {
  const modes = [zlib.constants.BROTLI_MODE_GENERIC, zlib.constants.BROTLI_MODE_TEXT];
  const tries = modes.map((mode) =>
    brotli(bytes, {
      params: {
        [BROTLI_PARAM_QUALITY]: 11,
        [BROTLI_PARAM_LGWIN]: 24,
        [BROTLI_PARAM_MODE]: mode,
        [BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
  return (await Promise.all(tries)).reduce((a, b) => (b.length < a.length ? b : a));
}

const folder = process.argv[2];

const words = join(folder, "words");
for (const name of await readdir(words, { recursive: true })) {
  if (!name.endsWith(".json")) continue; // a folder
  const file = join(words, name);
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, "utf8"))));
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
await Promise.all(
  entries
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map(async (entry) => {
      // Node 20 before 20.12 calls it `path`.
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const bytes = await readFile(file);
      await Promise.all([
        smallestBrotli(bytes).then((packed) => writeFile(`${file}.br`, packed)),
        gzip(bytes, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
      ]);
    }),
);
