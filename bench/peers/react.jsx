// The widget in React, its share buttons by react-share.

import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  FacebookIcon, FacebookShareButton, TelegramIcon, TelegramShareButton, TwitterShareButton, WhatsappIcon, WhatsappShareButton, XIcon,
} from 'react-share';

import { byline, copy, FIRST_SIZE, LABELS, load, place, SIZES } from './shared.js';

const NETWORKS = [
  { Button: WhatsappShareButton, Icon: WhatsappIcon, name: 'WhatsApp' },
  { Button: FacebookShareButton, Icon: FacebookIcon, name: 'Facebook' },
  { Button: TwitterShareButton, Icon: XIcon, name: 'X' },
  { Button: TelegramShareButton, Icon: TelegramIcon, name: 'Telegram' },
];

function Reader({ article }) {
  const [size, setSize] = useState(FIRST_SIZE);
  const body = useMemo(() => ({ __html: article.body }), [article]);
  return (
    <>
      <article part="article" lang={article.language} dir={article.isRightToLeft ? 'rtl' : 'ltr'} style={{ fontSize: SIZES[size] }}>
        <h1 part="title">{article.title}</h1>
        <p className="byline" part="byline">{byline(article)}</p>
        <div part="body" dangerouslySetInnerHTML={body} />
      </article>
      <Tools article={article} size={size} setSize={setSize} />
    </>
  );
}

const Tools = ({ article, size, setSize }) => (
  <div className="tools" role="group" aria-label={LABELS.tools}>
    <button part="size-decrease" aria-label={LABELS.smaller} disabled={size === 0} onClick={() => setSize(size - 1)}>A−</button>
    <button part="size-increase" aria-label={LABELS.larger} disabled={size === SIZES.length - 1} onClick={() => setSize(size + 1)}>A+</button>
    {NETWORKS.map(({ Button, Icon, name }) => (
      <Button key={name} url={article.url} title={article.title} aria-label={name}><Icon size={24} round /></Button>
    ))}
    <button aria-label={LABELS.copy} onClick={() => copy(article)}>⧉</button>
  </div>
);

const { into, src } = place();
load(src).then((article) => createRoot(into).render(<Reader article={article} />));
