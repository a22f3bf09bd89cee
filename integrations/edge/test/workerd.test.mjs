// The same Worker under workerd alone, as workerd.capnp sets it up: without a cache, and with public addresses only.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startSources } from './sources.mjs';

const CONFIG = fileURLToPath(new URL('../workerd.capnp', import.meta.url));
const { default: workerd } = createRequire(join(process.env.QARI_TOOLS, 'package.json'))('workerd');

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** The first answer of a program that is just starting. */
const firstAnswer = async (url, program) => {
  for (const end = Date.now() + 20_000; ; ) {
    try {
      return await fetch(url);
    } catch (error) {
      if (program.exitCode !== null || Date.now() > end) throw error;
    }
  }
};

test('its network refuses private addresses, whatever the settings say', async () => {
  const sources = await startSources();
  const port = await freePort();
  const program = spawn(workerd, ['serve', CONFIG, `--socket-addr=http=127.0.0.1:${port}`], {
    env: { QARI_DEV_SOURCES: sources.host, QARI_SOURCES: 'news.example' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // What it refuses it tells at length: shown only where the trial fails.
  let told = '';
  program.stderr.on('data', (part) => { told += part; });
  try {
    const read = (source) => `http://127.0.0.1:${port}/read?src=${encodeURIComponent(source)}`;
    const listed = await firstAnswer(read(`${sources.origin}/article.json`), program);
    assert.equal(listed.status, 502, await listed.text());
    assert.deepEqual(sources.asked, {}, 'it was not asked');
    const missing = await fetch(read('https://other.example/'));
    assert.equal(missing.status, 403);
    assert.match(await missing.text(), /<html lang="ar" dir="rtl">/);
  } catch (error) {
    error.message += `\n${told}`;
    throw error;
  } finally {
    program.kill();
    await sources.end();
  }
});
