// Compiles only if what the wasm tells the loader (the types that wasm-bindgen writes) is what qari.d.ts promises to
// pages. `cargo xtask test` has it compiled; nothing here runs.
import type { Loader, Reader, Source, Summary } from "qari-reader";

/** The first, which must fit where the second is expected. */
type Fits<From extends To, To> = From;
/** `any` would fit everywhere; `unknown` fits nowhere. */
type Known<T> = 0 extends 1 & T ? unknown : T;
type ReadyButTimes = Omit<QariReadyDetail, "timings">;
type ReaderArticle = NonNullable<Reader["article"]>;

export interface Checks {
  // `qari:ready` has what `show` gives and the times, which the loader knows; nothing more, nothing less.
  told: Fits<Known<Summary>, ReadyButTimes>;
  promised: Fits<ReadyButTimes, Summary>;
  shown: Fits<Known<Awaited<ReturnType<Reader["show"]>>>, Summary>;
  refreshed: Fits<Known<Awaited<ReturnType<Reader["refresh"]>>>, Summary | undefined>;
  // What the element's `article` gives.
  article: Fits<Known<ReaderArticle>, QariArticle>;
  articleFields: Fits<keyof ReaderArticle, keyof QariArticle>;
}

/** Every call that qari.js makes. */
export async function asTheLoaderDoes(
  glue: typeof import("qari-reader"),
  element: HTMLElement,
  plain: HTMLElement,
): Promise<QariReadyDetail> {
  const { body } = document;
  const loader: Loader = { parse: () => body, words: async () => "", scheme: () => "light" };
  const source: Source = { texts: ["{}"], url: "https://news.example/article.json", page: body, timings: { start: 0, source: 1 } };
  glue.Reader.judge(element);
  const reader = new glue.Reader(element, loader);
  const summary = await reader.show(source, plain);
  await reader.refresh();
  reader.hide();
  reader.close();
  return { ...summary, timings: { start: 0, ready: 1 } };
}
