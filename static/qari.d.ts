// Types of what qari.js brings to a page: window.qari, the element <qari-reader> and its events.
// Use: /// <reference path="./qari.d.ts" />

export {};

declare global {
/** A value of a list attribute: names separated by spaces, in the order shown, such as `"whatsapp copy"`. */
type QariList<T extends string> = T | "none" | (string & {});

type QariState = "idle" | "loading" | "ready" | "error";
type QariFormat = "qari" | "wordpress" | "jsonfeed" | "jsonld" | "ghost" | "applenews" | "map";
type QariTheme = "auto" | "light" | "dark" | "sepia" | "contrast";
type QariNumerals = "auto" | "latn" | "arab" | "arabext";
type QariDirection = "rtl" | "ltr";
type QariTextSize = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type QariControl = "size" | "theme" | "font" | "spacing" | "listen" | "print";
type QariHideable =
  | "breadcrumb" | "title" | "summary" | "image" | "byline" | "author-image" | "date" | "modified" | "reading-time"
  | "progress" | "tags" | "source" | "toolbar" | "share";
type QariNetwork =
  | "native" | "copy" | "print" | "whatsapp" | "facebook" | "x" | "telegram" | "linkedin"
  | "reddit" | "bluesky" | "threads" | "pinterest" | "email" | "sms";
type QariErrorCode =
  | "config" | "network" | "http" | "timeout" | "not-json" | "unknown-format" | "empty-article"
  | "too-large" | "wasm-failed" | "wasm-blocked" | "unsupported-browser";

/** The attributes of `<qari-reader>` without `data-`, in camel case. `data-text-size` is `textSize`. */
interface QariOptions {
  /** http(s) URL relative to the page, `#id` of an inline JSON script, or `page`. */
  src: string;
  format?: "auto" | QariFormat;
  /** For `format: "map"`: `title: headline; body: content.html; authors: by.*.name`. */
  map?: string;
  /** Id, slug, URL or index from 0, when the source holds several articles. */
  item?: string | number;
  /** What relative links and images resolve against. */
  baseUrl?: string;
  /** The author's name when the source has none. */
  author?: string;
  /** BCP 47, such as `ar-MA`. */
  lang?: string;
  uiLang?: string;
  numerals?: QariNumerals;
  timezone?: string;
  theme?: QariTheme;
  /** A CSS colour. */
  accent?: string;
  /** A name or a CSS font-family list. */
  font?: "system" | "naskh" | "sans" | "inherit" | (string & {});
  textSize?: QariTextSize;
  controls?: QariList<QariControl>;
  share?: QariList<QariNetwork>;
  hide?: QariHideable | (string & {});
  loading?: "lazy" | "eager";
  /** CSS length reserved before the article is there. */
  minHeight?: string;
  embeds?: "click" | "on" | "link";
  remember?: "on" | "off";
  /** Seconds before a load counts as failed. */
  timeout?: number;
  debug?: boolean;
}

interface QariNamed {
  name: string;
  url?: string;
}

interface QariAuthor extends QariNamed {
  /** A small picture, shown round in the byline. */
  image?: string;
}

interface QariImage {
  url: string;
  alt?: string;
  caption?: string;
  credit?: string;
  /** CSS pixels of the file at `url`. */
  width?: number;
  height?: number;
  variants?: { url: string; width: number }[];
}

/** Plain text, or inline HTML that is cleaned before it is shown. */
type QariText = { text: string; html?: undefined } | { html: string; text?: undefined };

type QariBlock =
  | ({ type: "paragraph" } & QariText)
  | ({ type: "heading"; level: 2 | 3 | 4 | 5 | 6 } & QariText)
  | { type: "list"; ordered?: boolean; items: (string | { html: string })[] }
  | ({ type: "quote"; cite?: string } & QariText)
  | ({ type: "image" } & QariImage)
  | { type: "gallery"; images: QariImage[] }
  | { type: "table"; caption?: string; head?: string[]; rows: string[][] }
  | { type: "code"; text: string; language?: string }
  | { type: "embed"; url: string; title?: string }
  | { type: "divider" };

/** An article as `article.schema.json` describes it. */
interface QariArticle {
  url?: string;
  language?: string;
  title?: string;
  summary?: string;
  breadcrumb?: { title: string; url?: string }[];
  image?: QariImage;
  authors?: QariAuthor[];
  /** ISO 8601. */
  published?: string;
  modified?: string;
  publisher?: QariNamed;
  tags?: string[];
  body?: string | QariBlock[];
}

interface QariReadyDetail {
  /** The article's canonical address. */
  url: string;
  title: string;
  /** What the source was read as. */
  format: QariFormat;
  language: string;
  direction: QariDirection;
  words: number;
  readingMinutes: number;
  /** When each step was done, in milliseconds as `performance.now()` counts. `text` is the plain view, where it was needed. */
  timings: { start: number; text?: number; ready: number } & Record<string, number | undefined>;
}

interface QariErrorDetail {
  code: QariErrorCode;
  /** The technical cause, for the site's owner. Readers see a sentence of their own. */
  message: string;
  /** What was being loaded. */
  url: string;
  /** HTTP status; 0 when there was no answer. */
  status: number;
  retryable: boolean;
}

interface QariShareDetail {
  network: QariNetwork;
  url: string;
  title: string;
}

interface QariSettingsDetail {
  textSize: QariTextSize;
  theme: QariTheme;
  font: string;
  /** A factor of the text size. */
  lineHeight: number;
}

interface QariProgressDetail {
  percent: 25 | 50 | 75 | 100;
}

/** They bubble and cross shadow roots. Only `qari:share` can be cancelled with `preventDefault()`. */
interface QariEventMap {
  "qari:ready": CustomEvent<QariReadyDetail>;
  "qari:error": CustomEvent<QariErrorDetail>;
  "qari:share": CustomEvent<QariShareDetail>;
  "qari:settings": CustomEvent<QariSettingsDetail>;
  "qari:progress": CustomEvent<QariProgressDetail>;
}

interface QariReaderElement extends HTMLElement {
  /** Also in the attribute `data-state`. `ready` means shown and styled. */
  readonly state: QariState;
  /** The article shown, as a plain object; null before there is one. */
  readonly article: QariArticle | null;
  /** Loads the source again. What comes of it is told by the events. */
  reload(): void;
  /** Removes the element and all that it added. */
  destroy(): void;

  addEventListener<K extends keyof QariEventMap>(
    type: K,
    listener: (this: QariReaderElement, event: QariEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: QariReaderElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof QariEventMap>(
    type: K,
    listener: (this: QariReaderElement, event: QariEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

interface Qari {
  readonly version: string;
  /** Puts a reader at the end of the element given, or of the first one the selector finds. Where that finds nothing,
   *  it warns and gives the element back without a place. */
  mount(elementOrSelector: Element | string, options: QariOptions): QariReaderElement;
}

/** `textSize` → `text-size` */
type QariKebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${QariKebab<Rest>}`
  : S;
/** The attributes as HTML has them. Numbers and `true` are written as text. */
type QariAttributes = {
  [Name in keyof QariOptions as `data-${QariKebab<Name>}`]?: QariOptions[Name] | `${Exclude<QariOptions[Name], undefined>}`;
};

/** What any element takes in JSX or a template. */
interface QariElementAttributes extends QariAttributes {
  id?: string;
  lang?: string;
  dir?: "rtl" | "ltr" | "auto";
  title?: string;
  slot?: string;
  hidden?: boolean;
  children?: unknown;
}
/** `onqari:ready` */
type QariHandlers = { [Name in keyof QariEventMap as `on${Name}`]?: (event: QariEventMap[Name]) => void };
/** As Vue's compiler calls them: `dataTextSize`, and `onQari:ready` for what `@qari:ready` hears. */
type QariVueAttributes = {
  [Name in keyof QariOptions as `data${Capitalize<Name>}`]?: QariOptions[Name] | `${Exclude<QariOptions[Name], undefined>}`;
} & { [Name in keyof QariEventMap as `on${Capitalize<Name>}`]?: (event: QariEventMap[Name]) => void };

interface Window {
  /** There once qari.js has run: wait for `customElements.whenDefined("qari-reader")`. */
  qari: Qari;
}

interface HTMLElementTagNameMap {
  "qari-reader": QariReaderElement;
}

// The events bubble, so they can be heard on the document as well.
interface DocumentEventMap extends QariEventMap {}
}

// The element in JSX and templates. A page has one of these modules, or none.
// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "qari-reader": QariElementAttributes & QariHandlers & {
        key?: string | number | bigint | null;
        ref?: ((element: QariReaderElement | null) => void) | { current: QariReaderElement | null } | null;
        className?: string;
        style?: object;
        suppressHydrationWarning?: boolean;
      };
    }
  }
}
// @ts-ignore
declare module "vue" {
  interface GlobalComponents {
    "qari-reader": new () => { $props: QariElementAttributes & QariVueAttributes };
  }
}
// @ts-ignore
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "qari-reader": QariElementAttributes & QariHandlers & { class?: string; style?: string };
  }
}
