// Whether everybody who is measured does the same: shows the same paragraphs, and answers A+. Fast: nothing is slowed down.

import { CONTESTANTS } from './contestants.mjs';
import { look, press } from './measures.mjs';
import { ARTICLES } from './site.mjs';

/** Throws for the first contestant that does not show every paragraph or whose A+ changes nothing. */
export async function check(browser, site) {
  const expected = ARTICLES[1000].paragraphs;
  for (const [name, { title, hasSizes }] of Object.entries(CONTESTANTS)) {
    const { shown } = await look({ browser, site, name, isSlow: false });
    if (shown !== expected) throw Error(`${title} shows ${shown} paragraphs, the article has ${expected}`);
    if (hasSizes) await press({ browser, site, name, isSlow: false });
    console.log(`${title}: ${shown} paragraphs${hasSizes ? ', A+ answers' : ''}`);
  }
}
