//! From a source to an article, as the attributes say.

use yew::Callback;

use super::telling::{pairs, refused};
use super::{Around, Session};
use crate::app::{Debug, Measured};
use crate::article::formats::{self, Format, ReadError, ReadOptions};
use crate::article::{Article, BuildContext, build, changed};
use crate::browser::{Browser, Fault, Fetched, PolicyWatch, Source, Timings, page as window};
use crate::config::Config;
use crate::platform::Platform;
use crate::remark::{Remark, Said};

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
                message.push_str(&remark.to_string());
            }
            fault
        })?;
        self.remarked(&reading.remarks);
        notices.extend(reading.remarks);
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
            words: None,
            reason: reading.reason,
            notices,
            size: texts.iter().map(|text| text.len() as u32).sum(),
            repaired: reading.repaired,
            changed: changed(&html, &article.body),
            measure: measure(source.timings()),
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

/// What gives, whenever it is asked, the times of the load's steps and what was fetched of Qari.
fn measure(timings: Timings) -> Callback<(), Measured> {
    let read = window::now();
    // Before anything is drawn that it could stop.
    let policy = PolicyWatch::start();
    Callback::from(move |()| {
        let start = timings.start();
        let since = |at: f64| Some(at - start);
        let steps = [
            (Said::Asked, Some(start)),
            (Said::ArticleThere, since(timings.source())),
            (Said::TextShown, timings.text().and_then(since)),
            (Said::ArticleRead, since(read)),
            (Said::Ready, timings.ready().and_then(since)),
        ];
        let told = |(said, at): (Said, Option<f64>)| {
            Some(Remark::new(said, vec![("ms", (at? as u32).into())]))
        };
        let mut measured = Measured {
            told: steps.into_iter().filter_map(told).collect(),
            to_mend: Vec::new(),
        };
        for [url, line] in policy.stopped() {
            let arguments = vec![("url", url.into()), ("line", line.into())];
            measured.to_mend.push(Remark::new(Said::Stopped, arguments));
        }
        if let Some(Fetched { files, bytes, sent }) = Fetched::of_qari() {
            // Without a byte, another origin's server keeps silent.
            let said = if bytes > 0 {
                Said::Files
            } else {
                Said::FilesUntold
            };
            let arguments = vec![
                ("files", files.into()),
                ("bytes", bytes.into()),
                ("sent", sent.into()),
            ];
            measured.told.push(Remark::new(said, arguments));
        }
        measured
    })
}

fn fault(error: ReadError) -> Fault {
    Fault {
        code: Some(error.code()),
        message: error.message().into(),
    }
}
