//! One request, from its address to its answer, without a network: it says what is to be fetched, and is told what came.

use std::collections::VecDeque;
use std::rc::Rc;

use qari_prerender::{Job, Prerendered, render};
use qari_reader::article::page_of;
use qari_reader::remark::ErrorCode;
use url::Url;

use crate::answer::Answer;
use crate::discovery::{Found, discover, item_of};
use crate::fault::{Code, Fault, Reader, preferred};
use crate::policy::{Refusal, admit};
use crate::request::{Form, Request};
use crate::settings::Settings;

/// A request on its way.
#[derive(Debug)]
pub struct Visit {
    settings: Rc<Settings>,
    /// The Worker's own address, as it was asked for.
    own: Url,
    request: Request,
    language: String,
    /// What is to be fetched now.
    next: Option<Fetch>,
    /// The addresses of the page, where the source is one: as asked for, as it answered, as it calls itself.
    pages: Vec<Url>,
    /// Where the page's article may still be.
    waiting: VecDeque<Found>,
    /// What came of it.
    outcome: Option<Result<Prerendered, Fault>>,
    /// Where people read it, once the address is known to be a good one.
    original: Option<String>,
}

/// An address that is fetched.
#[derive(Debug)]
struct Fetch {
    url: Url,
    redirects: u32,
    what: What,
}

/// What is expected there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// What was asked for: JSON or a page.
    Source,
    /// A page's post.
    Post,
    /// A page's feed.
    Feed,
}

/// What the head of an answer says of its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Html,
    /// Its first letter says it.
    Unsaid,
    Other,
}

impl Kind {
    fn of(content_type: &str) -> Self {
        let kind = content_type.split(';').next().unwrap_or_default();
        match kind.trim().to_ascii_lowercase().as_str() {
            "" | "text/plain" => Self::Unsaid,
            "text/html" | "application/xhtml+xml" => Self::Html,
            "application/json" | "text/json" | "application/javascript" | "text/javascript" => {
                Self::Json
            }
            kind if kind.ends_with("+json") => Self::Json,
            _ => Self::Other,
        }
    }
}

impl Visit {
    /// A request at an address of the Worker. `accept_language` is its header.
    pub fn new(settings: Rc<Settings>, address: &Url, accept_language: &str) -> Self {
        let request = Request::read(address);
        let wanted = ["ui-lang", "lang"].map(|name| request.attribute(name));
        let language = wanted.into_iter().find(|language| !language.is_empty());
        let mut visit = Self {
            language: language
                .unwrap_or_else(|| preferred(accept_language))
                .to_owned(),
            settings,
            own: address.clone(),
            next: None,
            pages: Vec::new(),
            waiting: VecDeque::new(),
            outcome: None,
            original: None,
            request,
        };
        if visit.request.is_other_format {
            let mut fault = Fault::new(ErrorCode::Config, "format: json alone");
            // So says oEmbed.
            fault.status = 501;
            visit.end(Err(fault));
        } else if visit.request.source.is_empty() {
            visit.end(Err(Fault::new(
                ErrorCode::Config,
                "src (of oEmbed: url) is missing: the address of an article",
            )));
        } else {
            let source = visit.request.source.clone();
            visit.fetch(&source, None, What::Source, 0);
            let url = visit.next.as_ref().map(|fetch| fetch.url.clone());
            visit.original = url.as_ref().and_then(|url| page_of(url.as_str()));
            visit.pages.extend(url);
        }
        visit
    }

    /// What was asked for.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The address to fetch now; none when there is an answer.
    pub fn address(&self) -> Option<&str> {
        self.next.as_ref().map(|fetch| fetch.url.as_str())
    }

    /// The head of the answer is there. Gives whether the body is wanted.
    pub fn head(&mut self, status: u16, content_type: &str, location: &str) -> bool {
        let Some(fetch) = self.next.take() else {
            return false;
        };
        let is_elsewhere = matches!(status, 301 | 302 | 303 | 307 | 308) && !location.is_empty();
        if is_elsewhere {
            if fetch.redirects >= self.settings.redirects {
                let most = self.settings.redirects;
                self.missed(Fault::new(
                    ErrorCode::Network,
                    format!("more than {most} redirects"),
                ));
            } else {
                self.fetch(location, Some(&fetch.url), fetch.what, fetch.redirects + 1);
            }
            return false;
        }
        if !(200..300).contains(&status) {
            self.missed(Fault::of_status(status));
            return false;
        }
        let kind = Kind::of(content_type);
        // A page is only where it was asked for.
        let is_wanted = match kind {
            Kind::Json | Kind::Unsaid => true,
            Kind::Html => fetch.what == What::Source,
            Kind::Other => false,
        };
        if is_wanted {
            self.next = Some(fetch);
        } else {
            self.missed(Fault::new(
                ErrorCode::NotJson,
                format!("{} is {content_type}", fetch.url),
            ));
        }
        is_wanted
    }

    /// The body is there.
    pub fn body(&mut self, content_type: &str, text: &str) {
        let Some(Fetch { url, what, .. }) = self.next.take() else {
            return;
        };
        let is_page = match Kind::of(content_type) {
            Kind::Html => true,
            Kind::Unsaid => text
                .trim_start_matches('\u{feff}')
                .trim_start()
                .starts_with('<'),
            Kind::Json | Kind::Other => false,
        };
        match what {
            What::Source if is_page => self.page(&url, text),
            What::Source | What::Post => self.render(text, url.as_str(), &[]),
            What::Feed => {
                let pages: Vec<&Url> = self.pages.iter().collect();
                match item_of(text, &pages) {
                    Some(item) => self.render(
                        text,
                        url.as_str(),
                        &[("format", "jsonfeed"), ("item", &item)],
                    ),
                    None => self.missed(Fault::new(
                        ErrorCode::EmptyArticle,
                        format!("{url} has no item for the page"),
                    )),
                }
            }
        }
    }

    /// The network failed: `network`, `timeout` or `too-large`. When the time is over, it is over for all.
    pub fn failed(&mut self, code: &str, message: &str) {
        self.next = None;
        match code {
            "timeout" => self.end(Err(Fault::new(ErrorCode::Timeout, message))),
            "too-large" => self.missed(Fault::new(ErrorCode::TooLarge, message)),
            _ => self.missed(Fault::new(ErrorCode::Network, message)),
        }
    }

    /// The answer.
    pub fn answer(self) -> Answer {
        let missing = || Err(Fault::new(Code::Failed, "nothing was fetched"));
        match self.outcome.unwrap_or_else(missing) {
            Ok(article) => Answer::article(&article, &self.request, &self.own, &self.settings),
            Err(fault) => {
                let reader = Reader {
                    language: self.language,
                    form: self.request.form,
                    again: self.request.again,
                    original: self.original,
                };
                Answer::fault(&fault, &reader)
            }
        }
    }

    fn fetch(&mut self, address: &str, base: Option<&Url>, what: What, redirects: u32) {
        match admit(&self.settings, address, base) {
            Ok(url) => {
                self.next = Some(Fetch {
                    url,
                    redirects,
                    what,
                })
            }
            // What was asked for is the reader's slip, where that leads is the source's.
            Err(Refusal::Malformed) if base.is_some() => {
                self.missed(Fault::new(
                    ErrorCode::Network,
                    format!("{address}: {}", Refusal::Malformed),
                ));
            }
            Err(refusal) => self.missed(Fault::refused(refusal, address)),
        }
    }

    /// The source is a page: its article is looked for.
    fn page(&mut self, url: &Url, html: &str) {
        let page = discover(html);
        self.original = Some(url.to_string());
        let canonical = page.canonical.and_then(|address| url.join(&address).ok());
        self.pages.push(url.clone());
        self.pages.extend(canonical);
        self.waiting = page.found.into();
        self.missed(Fault::new(
            ErrorCode::UnknownFormat,
            format!("{url}: a page without a WordPress post, JSON-LD with a body, or a JSON Feed"),
        ));
    }

    /// One way did not lead to the article: the next one, or the end.
    fn missed(&mut self, fault: Fault) {
        let page = self.pages.last().cloned();
        match self.waiting.pop_front() {
            None => self.end(Err(fault)),
            Some(Found::Inline(json)) => {
                let address = page.map(String::from).unwrap_or_default();
                self.render(&json, &address, &[("format", "jsonld")]);
            }
            Some(Found::Post(href)) => {
                let address = with_embedded(&href, page.as_ref());
                self.fetch(&address, page.as_ref(), What::Post, 0);
            }
            Some(Found::Feed(href)) => self.fetch(&href, page.as_ref(), What::Feed, 0),
        }
    }

    /// Makes the article. What is known of the source wins over what was asked for.
    fn render(&mut self, json: &str, address: &str, known: &[(&str, &str)]) {
        let mut attributes = self.request.attributes.clone();
        // A frame is as high as its article, not the other way round.
        let is_high = attributes.iter().any(|(name, _)| name == "min-height");
        if self.request.form == Form::Frame && !is_high {
            attributes.push(("min-height".to_owned(), "0px".to_owned()));
        }
        for (name, value) in known {
            attributes.retain(|(other, _)| other != name);
            attributes.push(((*name).to_owned(), (*value).to_owned()));
        }
        let job = Job {
            json: json.to_owned(),
            address: address.to_owned(),
            attributes,
        };
        match render(&job) {
            Ok(article) => self.end(Ok(article)),
            Err(fault) => self.missed(Fault::new(fault.code, fault.message)),
        }
    }

    fn end(&mut self, outcome: Result<Prerendered, Fault>) {
        self.next = None;
        self.waiting.clear();
        self.outcome = Some(outcome);
    }
}

/// A post with its author, picture and tags.
fn with_embedded(href: &str, page: Option<&Url>) -> String {
    match Url::options().base_url(page).parse(href) {
        Ok(mut url) => {
            url.query_pairs_mut().append_key_only("_embed");
            url.into()
        }
        Err(_) => href.to_owned(),
    }
}

#[cfg(test)]
mod tests;
