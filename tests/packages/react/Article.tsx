import '@qari/reader';

export function Article({ src, onReady }: { src: string; onReady: (event: QariEventMap['qari:ready']) => void }) {
  return (
    <qari-reader
      data-src={src}
      data-loading="eager"
      data-text-size={4}
      style={{ display: 'block', minHeight: '100vh' }}
      {...{ 'onqari:ready': onReady }}
    >
      <a href="/article">اقرأ المقال</a>
    </qari-reader>
  );
}
