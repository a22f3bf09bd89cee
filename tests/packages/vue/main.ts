// A page of Vue: a button opens the article and takes it away.
import { createApp } from 'vue';
import Page from './Page.vue';

createApp(Page).mount('#place');
