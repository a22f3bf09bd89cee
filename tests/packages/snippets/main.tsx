// Three components as the configurator writes them (the browser scenario `packages` compares), on one page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Story as First } from './first';
import { Story as Second } from './second';
import { Story as Third } from './third';

createRoot(document.getElementById('place')!).render(<StrictMode><First /><Second /><Third /></StrictMode>);
