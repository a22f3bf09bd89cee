import Link from 'next/link';
import { Article } from './article';

export default function Page() {
  return (
    <>
      <Link id="away" href="/elsewhere/">صفحة أخرى</Link>
      <Article src="/article.json">
        <a href="/article">اقرأ المقال</a>
      </Article>
    </>
  );
}
