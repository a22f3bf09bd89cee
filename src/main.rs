//! What the loader (`static/qari.js`) calls: one class, with methods and named fields.
//!
//! `static/qari.d.ts` tells owners of sites what comes of it; `tests/types` holds the two together.

use qari_reader::app::Session;
use qari_reader::browser::{Host, Loader, Source, plain_object};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** An article as it came. */
export interface Source {
    /** JSON: one text, or one for each blob of a page. */
    texts: string[];
    /** Where it came from, absolute. */
    url: string;
    /** The host page's own article, which may hold the body that the JSON has not. */
    page?: Element;
    /** When the steps of the load were done. */
    timings: Timings;
}

/** Milliseconds as `performance.now()` counts them: the load began, the JSON was there, the plain text was shown, the reader. */
export interface Timings {
    start: number;
    source: number;
    text?: number;
    ready?: number;
}

/** What the loader does for all readers of the page. */
export interface Loader {
    /** Parses HTML without running anything of it, and gives the body. Throws where Trusted Types refuse. */
    parse(html: string): Element;
    /** The colour schemes that the page around an element declares, as CSS has them; empty where it declares none. */
    scheme(element: Element): string;
    /** The text of `words/LANGUAGE.json`; empty if it can't be had. */
    words(language: string): Promise<string>;
}

/** What was read: the detail of `qari:ready`, but for its timings. */
export interface Summary {
    url: string;
    title: string;
    format: 'qari' | 'wordpress' | 'jsonfeed' | 'jsonld' | 'ghost' | 'applenews' | 'map';
    language: string;
    direction: 'rtl' | 'ltr';
    words: number;
    readingMinutes: number;
}

/** Qari's own form of an article; its body is the cleaned HTML. */
export interface Article {
    url?: string;
    language?: string;
    title?: string;
    summary?: string;
    breadcrumb?: { title: string; url?: string }[];
    image?: Image;
    authors?: { name: string; url?: string; image?: string }[];
    published?: string;
    modified?: string;
    publisher?: { name: string; url?: string };
    tags?: string[];
    body?: string;
}

export interface Image {
    url: string;
    alt?: string;
    caption?: string;
    credit?: string;
    width?: number;
    height?: number;
    variants?: { url: string; width: number }[];
}
"#;

/// The full reader of one element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reader {
    session: Session,
}

#[wasm_bindgen]
impl Reader {
    /// A reader for `<qari-reader>`, whose open shadow root is there.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, loader: Loader) -> Reader {
        Reader {
            session: Session::new(Host::from(element), loader),
        }
    }

    /// Shows a source in the place of the plain view, which goes. Settles when it is shown and styled.
    ///
    /// # Errors
    /// An `Error` with a `code` of the contract where there is nothing to show.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub async fn show(&self, source: Source, plain: HtmlElement) -> Result<JsValue, JsValue> {
        let summary = self.session.show(source, plain.into()).await?;
        Ok(plain_object(&summary))
    }

    /// An attribute changed. A summary if another article of the source is shown now.
    ///
    /// # Errors
    /// As `show`.
    #[wasm_bindgen(unchecked_return_type = "Summary | undefined")]
    pub async fn refresh(&self) -> Result<JsValue, JsValue> {
        let summary = self.session.refresh().await?;
        Ok(summary.map_or(JsValue::UNDEFINED, |summary| plain_object(&summary)))
    }

    /// Nothing of the article is seen or runs, until another is shown.
    pub fn hide(&self) {
        self.session.hide();
    }

    /// Ends the reader: no listener and no timer stays.
    pub fn close(&self) {
        self.session.close();
    }

    /// The article in Qari's own form; `null` before it is there.
    #[wasm_bindgen(getter, unchecked_return_type = "Article | null")]
    pub fn article(&self) -> JsValue {
        self.session
            .article()
            .map_or(JsValue::NULL, |article| plain_object(&*article))
    }

    /// Tells the owner of attributes that are not taken, where the article failed.
    pub fn judge(element: HtmlElement) {
        Session::judge(&Host::from(element));
    }
}

fn main() {}
