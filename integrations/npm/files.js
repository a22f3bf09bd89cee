// Where the reader's files lie. Vite and webpack find each by its `new URL(…, import.meta.url)`, give it a name of their own and
// write its address here; esbuild and a page without a bundler leave the addresses as they stand, beside this module.

// Functions, since on a server there may be nothing that an address could begin with.
const FILES = {
  'plain.js': () => new URL('./files/plain.js', import.meta.url),
  'qari-reader.js': () => new URL('./files/qari-reader.js', import.meta.url),
  'qari-reader_bg.wasm': () => new URL('./files/qari-reader_bg.wasm', import.meta.url),
  // Not `.css`: a site's rules for its own style sheets would make a script of it.
  'qari.css': () => new URL('./files/qari.css.txt', import.meta.url),
  'touch.js': () => new URL('./files/touch.js', import.meta.url),
  // Vite would write small files into the page's script; a policy may refuse addresses of that kind.
  'words/ar.json': () => new URL('./files/words/ar.json?no-inline', import.meta.url),
  'words/en.json': () => new URL('./files/words/en.json?no-inline', import.meta.url),
  'words/es.json': () => new URL('./files/words/es.json?no-inline', import.meta.url),
  'words/fa.json': () => new URL('./files/words/fa.json?no-inline', import.meta.url),
  'words/fr.json': () => new URL('./files/words/fr.json?no-inline', import.meta.url),
  'words/he.json': () => new URL('./files/words/he.json?no-inline', import.meta.url),
  'words/ur.json': () => new URL('./files/words/ur.json?no-inline', import.meta.url),
  'words/debug/ar.json': () => new URL('./files/words/debug/ar.json?no-inline', import.meta.url),
  'words/debug/en.json': () => new URL('./files/words/debug/en.json?no-inline', import.meta.url),
  'words/debug/es.json': () => new URL('./files/words/debug/es.json?no-inline', import.meta.url),
  'words/debug/fa.json': () => new URL('./files/words/debug/fa.json?no-inline', import.meta.url),
  'words/debug/fr.json': () => new URL('./files/words/debug/fr.json?no-inline', import.meta.url),
  'words/debug/he.json': () => new URL('./files/words/debug/he.json?no-inline', import.meta.url),
  'words/debug/ur.json': () => new URL('./files/words/debug/ur.json?no-inline', import.meta.url),
};

/**
 * The address of a file that the loader asks for, by its name in `dist/`, perhaps with `?1` for a new attempt. The name stays
 * in the address: the loader knows faults of the wasm by it, and a bundler's name may be a hash alone.
 */
const at = (file) => {
  // A text before anything is done with it: that of Next's bundler cannot be changed.
  const url = String((FILES[file.split('?')[0]] || FILES['qari-reader.js'])());
  return url + (url.includes('?') ? '&/' : '?/') + file;
};

/** Stands for the script tag, which the loader asks where its files are: `release` puts it for `document.currentScript`. */
export const script = { at, dataset: {} };
