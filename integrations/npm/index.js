// @qari/reader: defines <qari-reader>. `cargo xtask release` bundles it with the loader, static/qari.js.

// On a server there is no page: nothing is defined, and the fallback is what the server sends.
if (typeof document !== 'undefined') require('../../static/qari.js');

/** Puts a reader at the end of an element, or of the first one that a selector finds. */
export const mount = (elementOrSelector, options) => window.qari.mount(elementOrSelector, options);
