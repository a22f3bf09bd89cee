// The start of the wasm, or the reason why it cannot be had.
import { initSync } from '../qari-reader.js';

/** An error with a code of the contract; retryable ones get a button. */
export const fault = (code, message, more) => Object.assign(Error(message), { code }, more);

// A module that takes an externref: a browser too old for the reader says no.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

/** Settles when the wasm was started, or will not be. */
export let booted;

/** Starts the wasm out of its answer, once the stylesheet is there too; `modern` tells a browser with wasm switched off from an old one. */
export const boot = (...given) => (booted = start(...given));
const start = async (answer, style, modern) => {
  const none = typeof WebAssembly !== 'object';
  if (none ? !modern : !WebAssembly.validate(PROBE)) throw fault('unsupported-browser', 'no WebAssembly reference types');
  try {
    // WebKit compiles what a CSP forbids and refuses only to run it.
    new WebAssembly.Instance(new WebAssembly.Module(PROBE));
  } catch (error) {
    throw fault('wasm-blocked', "WebAssembly may not run; a CSP needs script-src 'wasm-unsafe-eval' (" + error + ')');
  }
  try {
    const code = await answer;
    if (!code.ok) throw Error(code.url + ' ' + code.status);
    // A server that does not name the type costs the compiler its head start, nothing else.
    const named = code.headers.get('content-type') === 'application/wasm';
    initSync({ module: await (named ? WebAssembly.compileStreaming(code) : WebAssembly.compile(await code.arrayBuffer())) });
    await style;
  } catch (error) {
    throw fault('wasm-failed', error, { retryable: true });
  }
};
