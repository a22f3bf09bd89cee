import "@qari/reader";

export function Story() {
  return (
    <qari-reader
      data-src="/article.json"
      data-theme="light"
      data-font="'Noto Naskh Arabic', serif"
      data-accent="teal"
      data-controls="size theme"
      data-ui-lang="fr"
      data-min-height="60vh"
      style={{ display: "block", minHeight: "60vh" }}>
      <a href="https://news.example/fes/souk?ref=a&amp;page=1">{"اقرأ المقال"}</a>
    </qari-reader>
  );
}
