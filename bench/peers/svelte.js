// Starts the widget in Svelte (Reader.svelte).

import { mount } from 'svelte';

import Reader from './Reader.svelte';
import { load, place } from './shared.js';

const { into, src } = place();
load(src).then((article) => mount(Reader, { target: into, props: { article } }));
