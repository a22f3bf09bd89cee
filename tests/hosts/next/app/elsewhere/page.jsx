import Link from 'next/link';

export default function Elsewhere() {
  return (
    <>
      <p id="elsewhere">صفحة بلا مقال.</p>
      <Link id="home" href="/">إلى المقال</Link>
    </>
  );
}
