// What TypeScript refuses in JSX.
import '@qari/reader';

// @ts-expect-error there is no such theme
export const blue = <qari-reader data-src="/article.json" data-theme="blue" />;
// @ts-expect-error a progress has no title
export const odd = <qari-reader data-src="/article.json" {...{ 'onqari:progress': (event: QariEventMap['qari:ready']) => event } } />;
