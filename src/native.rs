//! The machine outside a browser: html5ever and the crates `url` and `jiff`, for tests and for writing pages beforehand.
//!
//! It parses as the browser's inert parser does (scripting off), so that cleaning gives the same tree in both.

mod document;
mod parsed;

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use url::Url;

use crate::platform::{Clock, NodeKind, Platform, SourceAttributes, SourceNode};
use document::{Builder, Content, Document, Id};

/// html5ever and the crates `url` and `jiff`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Native;

/// What addresses are resolved against.
#[derive(Default)]
struct Base {
    written: String,
    /// None where it is no absolute address.
    url: Option<Url>,
}

thread_local! {
    /// The last one: an article's addresses have one after another the same.
    static LAST_BASE: RefCell<Base> = RefCell::default();
}

/// A node of a parsed document. The document lives as long as any of its nodes is held.
#[derive(Debug, Clone)]
pub struct NativeNode {
    document: Rc<Document>,
    id: Id,
}

const FORGIVING: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl Platform for Native {
    type Node = NativeNode;

    fn parse(&self, html: &str) -> Option<NativeNode> {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let mut parser = parse_document(Builder::new(), options);
        parser.process("<!doctype html><body>".into());
        parser.process(StrTendril::from(&*parsed::prepared(html)));
        let document = Rc::new(parser.finish());
        let id = document.body()?;
        Some(NativeNode { document, id })
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        LAST_BASE.with_borrow_mut(|known| {
            if known.written != base {
                *known = Base {
                    written: base.to_owned(),
                    url: Url::parse(base).ok(),
                };
            }
            let resolved = match &known.url {
                Some(base) => base.join(url),
                None => Url::parse(url),
            };
            resolved.ok().map(String::from)
        })
    }

    fn clock(&self, zone: &str, instant: i64) -> Option<Clock> {
        // Here `page` is no zone: whoever writes a page beforehand does not know where it will be read.
        let zone = TimeZone::get(zone).ok()?;
        let shown = Timestamp::from_second(instant)
            .ok()?
            .to_zoned_datetime(zone);
        Some(Clock {
            year: shown.year().try_into().ok()?,
            month: shown.month().try_into().ok()?,
            day: shown.day().try_into().ok()?,
            hour: shown.hour().try_into().ok()?,
            minute: shown.minute().try_into().ok()?,
        })
    }

    fn decode_base64(&self, written: &str) -> Option<String> {
        // As `atob` does: with or without its padding, blanks between (Infra, "forgiving-base64 decode").
        let written: String = written.split_ascii_whitespace().collect();
        String::from_utf8(FORGIVING.decode(written).ok()?).ok()
    }
}

impl NativeNode {
    fn at(&self, id: Option<Id>) -> Option<Self> {
        let document = Rc::clone(&self.document);
        id.map(|id| Self { document, id })
    }
}

impl SourceNode for NativeNode {
    fn kind(&self) -> NodeKind<'_> {
        match self.document.content(self.id) {
            Content::Text(text) => NodeKind::Text(Cow::Borrowed(text)),
            Content::Element { name, .. } => NodeKind::Element(lower_case(&name.local)),
            Content::Other => NodeKind::Other,
        }
    }

    fn attributes(&self) -> SourceAttributes<'_> {
        match self.document.content(self.id) {
            Content::Element { attributes, .. } => attributes
                .iter()
                .map(|attribute| ((&*attribute.name.local).into(), (&*attribute.value).into()))
                .collect(),
            Content::Text(_) | Content::Other => SourceAttributes::default(),
        }
    }

    fn first_child(&self) -> Option<Self> {
        self.at(self.document.first_child(self.id))
    }

    fn next_sibling(&self) -> Option<Self> {
        self.at(self.document.next(self.id))
    }

    fn text_content(&self) -> String {
        self.document.texts(self.id).collect()
    }

    fn template_content(&self) -> Option<Self> {
        match self.document.content(self.id) {
            Content::Element { template, .. } => {
                self.at(template.and_then(|content| self.document.first_child(content)))
            }
            Content::Text(_) | Content::Other => None,
        }
    }
}

/// Names of foreign elements (`foreignObject`) are the only ones that the parser leaves in their own case.
fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name.into()
    }
}
