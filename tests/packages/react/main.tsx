// A page of React: a button opens the article and takes it away.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Article } from './Article';

function Page() {
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  return (
    <>
      <button id="toggle" onClick={() => setOpen(!isOpen)}>المقال</button> <output id="title">{title}</output>
      {isOpen && <Article src="/article.json" onReady={({ detail }) => setTitle(detail.title)} />}
    </>
  );
}

createRoot(document.getElementById('place')!).render(<StrictMode><Page /></StrictMode>);
