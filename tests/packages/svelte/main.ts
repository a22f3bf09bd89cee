// A page of Svelte: a button opens the article and takes it away.
import { mount } from 'svelte';
import Page from './Page.svelte';

mount(Page, { target: document.getElementById('place')! });
