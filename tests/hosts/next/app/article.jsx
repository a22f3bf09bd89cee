'use client';

import '@qari/reader';

export function Article({ src, children }) {
  return (
    <qari-reader data-src={src} style={{ display: 'block', minHeight: '100vh' }} suppressHydrationWarning>
      {children}
    </qari-reader>
  );
}
