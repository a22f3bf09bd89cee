// What a site owner is told of attributes that are not taken: each notice once for an element.

const OWN =
  /^data-(src|format|map|item|base-url|author|lang|ui-lang|numerals|theme|accent|font|text-size|controls|share|hide|loading|min-height|embeds|remember|timeout|debug)$/;
/** The element's attributes that are Qari's, name and value in turn. */
export const attributes = (el) =>
  el.getAttributeNames().flatMap((name) => (OWN.test(name) ? [name, el.getAttribute(name)] : []));

const told = new WeakMap();
export const warn = (el, notice) => {
  const before = told.get(el) || told.set(el, new Set()).get(el);
  if (!before.has(notice)) console.warn(notice);
  before.add(notice);
};
