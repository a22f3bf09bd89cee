// What TypeScript refuses of the element in Svelte. In a template svelte-check takes any `data-` attribute, as for every element.
import '@qari/reader';
import type { SvelteHTMLElements } from 'svelte/elements';

type Attributes = SvelteHTMLElements['qari-reader'];

// @ts-expect-error there is no such theme
export const blue: Attributes = { 'data-src': '/article.json', 'data-theme': 'blue' };
// @ts-expect-error a progress has no title
export const odd: Attributes = { 'onqari:progress': (event: QariEventMap['qari:ready']) => event };
