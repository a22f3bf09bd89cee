//! What the visitor has chosen, and how it stands in the page's address so that it can be shared.

use std::collections::BTreeMap;

use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::rows::{Ask, ROWS, row_of};
use crate::words::Language;

/// An article of the project's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Sample {
    /// Qari's own JSON.
    #[default]
    Train,
    /// The same from WordPress.
    TrainWordpress,
    /// Another from WordPress.
    ArganWordpress,
    /// Every kind of block.
    Blocks,
    /// French.
    Latin,
}

impl Sample {
    /// Its file in `demo/articles/`.
    pub fn file(self) -> &'static str {
        match self {
            Sample::Train => "train.json",
            Sample::TrainWordpress => "train.wordpress.json",
            Sample::ArganWordpress => "argan.wordpress.json",
            Sample::Blocks => "blocks.json",
            Sample::Latin => "latin.json",
        }
    }
}

/// Where the article comes from. The address that was typed stays while another is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum From {
    /// A sample.
    #[default]
    Sample,
    /// The address in `src`.
    Address,
    /// The JSON that was pasted.
    Pasted,
}

/// The partner's page around the preview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Page {
    /// Arabic, from right to left.
    #[default]
    Rtl,
    /// French, from left to right.
    Ltr,
}

/// How the partner's page looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Look {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Coarse rules for every element, which a reader must withstand.
    Hostile,
}

/// The frame that is seen on screens without room for both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Device {
    /// 390 px wide.
    #[default]
    Phone,
    /// 1280 px wide.
    Desktop,
}

/// What a site pastes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Form {
    /// An element with its height reserved, and hints in the head.
    #[default]
    Element,
    /// One line.
    Script,
    /// A component.
    React,
    /// A shortcode.
    Wordpress,
    /// A frame.
    Iframe,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Attributes that were set, without `data-`; no empty value.
    pub values: BTreeMap<&'static str, String>,
    /// Where the article comes from.
    pub from: From,
    /// The sample.
    pub sample: Sample,
    /// The pasted JSON. It is no part of the address.
    pub pasted: String,
    /// Where the site has Qari's files; empty: where this page has them.
    pub files: String,
    /// The partner's page.
    pub page: Page,
    /// Its look.
    pub look: Look,
    /// The frame.
    pub device: Device,
    /// The snippet.
    pub form: Form,
    /// The language of this page; `None`: the browser's.
    pub words: Option<Language>,
}

impl State {
    /// The value of an attribute; empty where it is not set.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Sets an attribute of [`ROWS`]; what the reader does without it is not written.
    pub fn set(&mut self, name: &str, value: &str) {
        let Some(row) = row_of(name) else { return };
        let value = value.trim();
        let usual = match row.ask {
            Ask::Choice(names) => names.first() == Some(&value),
            _ => false,
        };
        if value.is_empty() || usual {
            self.values.remove(row.name);
        } else {
            self.values.insert(row.name, value.to_owned());
        }
    }

    /// Reads the query of an address. What is no value of ours is passed over.
    pub fn from_query(query: &str) -> Self {
        let mut state = Self::default();
        let query = query.trim_start_matches('?');
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = &*value;
            match &*name {
                "from" => state.from = value.parse().unwrap_or_default(),
                "sample" => state.sample = value.parse().unwrap_or_default(),
                "files" => value.trim().clone_into(&mut state.files),
                "page" => state.page = value.parse().unwrap_or_default(),
                "look" => state.look = value.parse().unwrap_or_default(),
                "device" => state.device = value.parse().unwrap_or_default(),
                "form" => state.form = value.parse().unwrap_or_default(),
                "words" => state.words = value.parse().ok(),
                name => {
                    let is_flag = row_of(name).is_some_and(|row| matches!(row.ask, Ask::Flag));
                    state.set(name, if is_flag { "on" } else { value });
                }
            }
        }
        // An address that was shared without saying so.
        let says =
            |wanted: &str| form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == wanted);
        if says("src") && !says("from") {
            state.from = From::Address;
        }
        state
    }

    /// The query of the address, without `?`; empty where nothing was chosen.
    pub fn to_query(&self) -> String {
        let usual = Self::default();
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut add = |name: &str, value: &'static str, is_usual: bool| {
            if !is_usual {
                query.append_pair(name, value);
            }
        };
        // What was pasted is not in the address, and neither is that something was.
        let from = if self.from == From::Pasted {
            From::Sample
        } else {
            self.from
        };
        add("from", from.into(), from == usual.from);
        add("sample", self.sample.into(), self.sample == usual.sample);
        add("page", self.page.into(), self.page == usual.page);
        add("look", self.look.into(), self.look == usual.look);
        add("device", self.device.into(), self.device == usual.device);
        add("form", self.form.into(), self.form == usual.form);
        if let Some(words) = self.words {
            add("words", words.into(), false);
        }
        if !self.files.is_empty() {
            query.append_pair("files", &self.files);
        }
        for row in ROWS {
            if let Some(value) = self.values.get(row.name) {
                query.append_pair(row.name, value);
            }
        }
        query.finish()
    }
}
