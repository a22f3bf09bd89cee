// What TypeScript refuses, where the types are the package's.
import { mount } from '@qari/reader';

// @ts-expect-error there is no such theme
mount('#place', { src: '/article.json', theme: 'blue' });
// @ts-expect-error an article has a source
mount('#place', {});
// @ts-expect-error a title is no number
addEventListener('qari:ready', () => {}), document.addEventListener('qari:ready', ({ detail }) => detail.title.toFixed());
