// What a page's own TypeScript may do with qari.d.ts. Compiled by `cargo xtask test`; nothing here runs.

export const reader: QariReaderElement = window.qari.mount("#article", {
  src: "/wp-json/wp/v2/posts/123?_embed",
  format: "wordpress",
  lang: "ar-MA",
  textSize: 4,
  theme: "sepia",
  controls: "size theme",
  share: "whatsapp copy",
  hide: "breadcrumb tags",
  timeout: 20,
});

reader.addEventListener("qari:ready", ({ detail }) => {
  const spoken: string = `${detail.title}: ${detail.words} / ${detail.readingMinutes}`;
  const direction: "rtl" | "ltr" = detail.direction;
  const textAfter: number | undefined = detail.timings.text;
  console.log(spoken, direction, textAfter, reader.article?.authors?.[0]?.name);
});
reader.addEventListener("qari:error", ({ detail: { code, status, retryable } }) => {
  if (code === "network" && retryable) reader.reload();
  console.log(status.toFixed());
});
// Events bubble; a share can be cancelled.
document.addEventListener("qari:share", (event) => {
  if (event.detail.network === "facebook") event.preventDefault();
});

const found = document.querySelector("qari-reader");
if (found?.state === "ready") found.destroy();
console.log(window.qari.version.length);

// @ts-expect-error there is no such theme
window.qari.mount(document.body, { src: "a.json", theme: "blue" });
// @ts-expect-error an article has a source
window.qari.mount(document.body, {});
