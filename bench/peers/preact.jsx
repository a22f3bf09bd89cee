// The widget in Preact.

import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';

import { byline, copy, FIRST_SIZE, LABELS, load, place, shares, SIZES } from './shared.js';

function Reader({ article }) {
  const [size, setSize] = useState(FIRST_SIZE);
  const body = useMemo(() => ({ __html: article.body }), [article]);
  return (
    <>
      <article part="article" lang={article.language} dir={article.isRightToLeft ? 'rtl' : 'ltr'} style={{ fontSize: `${SIZES[size]}px` }}>
        <h1 part="title">{article.title}</h1>
        <p class="byline" part="byline">{byline(article)}</p>
        <div part="body" dangerouslySetInnerHTML={body} />
      </article>
      <Tools article={article} size={size} setSize={setSize} />
    </>
  );
}

const Tools = ({ article, size, setSize }) => (
  <div class="tools" role="group" aria-label={LABELS.tools}>
    <button part="size-decrease" aria-label={LABELS.smaller} disabled={size === 0} onClick={() => setSize(size - 1)}>A−</button>
    <button part="size-increase" aria-label={LABELS.larger} disabled={size === SIZES.length - 1} onClick={() => setSize(size + 1)}>A+</button>
    {shares(article).map(({ name, icon, href }) => (
      <a key={name} href={href} aria-label={name} target="_blank" rel="noopener">
        <svg viewBox="0 0 24 24"><path d={icon} /></svg>
      </a>
    ))}
    <button aria-label={LABELS.copy} onClick={() => copy(article)}>⧉</button>
  </div>
);

const { into, src } = place();
load(src).then((article) => render(<Reader article={article} />, into));
