import { join } from 'node:path';

export default {
  output: 'export',
  trailingSlash: true,
  // The packages are those of the folder above.
  turbopack: { root: join(import.meta.dirname, '..') },
};
