// A page without a framework: a button opens the article and takes it away.
import { mount } from '@qari/reader';

const button = /** @type {HTMLElement} */ (document.getElementById('toggle'));
const title = /** @type {HTMLElement} */ (document.getElementById('title'));

button.addEventListener('click', () => {
  const open = document.querySelector('qari-reader');
  if (open) return open.destroy();
  const reader = mount('#place', { src: '/article.json', loading: 'eager', textSize: 4 });
  reader.addEventListener('qari:ready', ({ detail }) => {
    title.textContent = detail.title;
  });
});
