import "@qari/reader";

export function Story() {
  return (
    <qari-reader
      data-src="/article.json"
      data-theme="sepia"
      data-embeds="link"
      data-numerals="arab"
      data-remember="off"
      data-debug
      style={{ display: "block", minHeight: "100vh" }}>
      <a href="https://news.example/fes/souk?ref=a&amp;page=1">{"اقرأ المقال"}</a>
    </qari-reader>
  );
}
