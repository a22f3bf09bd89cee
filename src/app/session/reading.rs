//! From a source to an article, as the attributes say.

use super::telling::{pairs, refused};
use super::{Around, Session};
use crate::app::Debug;
use crate::article::formats::{self, Format, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build, changed};
use crate::browser::{Browser, Code, Fault, Source, Timings, page as window};
use crate::config::Config;
use crate::platform::Platform;

/// A source as it was read.
pub(super) struct Reading {
    pub article: Article,
    pub config: Config,
    pub debug: Option<Debug>,
    pub format: Format,
    /// The interface's language, BCP 47.
    pub interface: String,
}

impl Session {
    /// Makes an article of the source, as the attributes say.
    // Apart from `bring`: as one function of 26 KB it trapped now and then in WebKitGTK (docs/TESTING.md, "What bites").
    #[inline(never)]
    pub(super) fn read(&self, source: &Source, around: &Around) -> Result<Reading, Fault> {
        let (mut config, notices) = Config::from_attributes(pairs(&around.attributes));
        let mut notices = refused(&self.host, &mut config, notices);
        let options = ReadOptions {
            format: config.format,
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        };
        let texts = source.texts();
        let reading = formats::read(&texts, options).map_err(|error| {
            let mut fault = fault(error);
            // The map is the likeliest cause, so the fault says what is wrong with it.
            for remark in formats::remarks(&texts, options) {
                let message = fault.message.to_mut();
                message.push_str("; ");
                message.push_str(&remark);
            }
            fault
        })?;
        notices.extend(self.remarked(&reading.remarks));
        // For the panel alone: what the body's HTML was before it was cleaned.
        let before = config.debug.then(|| reading.draft.body().into_owned());
        let platform = Browser::new(self.loader.clone());
        let base_url = config
            .base_url
            .as_deref()
            .and_then(|base| platform.resolve(base, &around.base_uri));
        let context = BuildContext {
            base_url: base_url.as_deref(),
            source_url: &source.url(),
            author: config.author.as_deref(),
            owner_language: config.lang.as_deref(),
            page_language: around.language.as_deref(),
            secure: around.base_uri.starts_with("https:"),
        };
        // The page's own article is parsed anew, inert: what sits in a form of the page's shadows the form's properties.
        let own = source.page().map(|page| platform.reread(&page));
        let article = build(&platform, reading.draft, &context, own);
        let article = match &config.timezone {
            Some(zone) => article.on_clock_of(zone, &platform),
            None => article,
        };
        if article.title.is_empty() && article.body.is_empty() {
            return Err(fault(ReadError::EmptyArticle));
        }
        let interface = config
            .ui_lang
            .clone()
            // The owner's `data-lang`, unless the letters say that it can't be.
            .or_else(|| article.language.clone())
            .unwrap_or_default();
        let debug = before.map(|html| Debug {
            reason: reading.reason,
            notices,
            size: texts.iter().map(String::len).sum(),
            repaired: reading.repaired,
            changed: changed(&html, &article.body),
            times: times(&source.timings()),
        });
        Ok(Reading {
            article,
            config,
            debug,
            format: reading.format,
            interface,
        })
    }
}

/// When each step was done, in milliseconds since the load began.
fn times(timings: &Timings) -> Vec<(&'static str, u32)> {
    let start = timings.start();
    let steps = [
        ("JSON", Some(timings.source())),
        ("plain text", timings.text()),
        ("article read", Some(window::now())),
    ];
    let since = |(step, at): (_, Option<f64>)| Some((step, (at? - start) as u32));
    steps.into_iter().filter_map(since).collect()
}

fn fault(error: ReadError) -> Fault {
    let (code, message) = match error {
        ReadError::NotJson => (Code::NotJson, "the source is not JSON"),
        ReadError::UnknownFormat => (Code::UnknownFormat, "no known format; see data-format"),
        ReadError::EmptyArticle => (Code::EmptyArticle, "neither title nor body was found"),
    };
    Fault {
        code,
        message: message.into(),
    }
}
