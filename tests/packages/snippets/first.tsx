import "@qari/reader";

export function Story() {
  return (
    <qari-reader
      data-src="/article.json"
      data-author="&quot;A&quot; &amp; {B}"
      data-theme="dark"
      data-text-size="6"
      data-share="copy x"
      data-hide="tags"
      style={{ display: "block", minHeight: "100vh" }}>
      <a href="https://news.example/fes/souk?ref=a&amp;page=1">{"اقرأ المقال"}</a>
    </qari-reader>
  );
}
