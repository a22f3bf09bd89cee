//! The words of the page, a JSON file a language. What the reader itself has a name for (themes, fonts, networks) is said
//! with the reader's words.

use std::rc::Rc;

use qari_reader::locale::Words as ReaderWords;
use qari_reader::prefs::{Font, Theme};
use qari_reader::remark::Said;
use qari_reader::share::Network;
use serde_json::Value;
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A language of this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Language {
    /// Arabic.
    Ar,
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    /// As people who speak it call it.
    pub fn name(self) -> &'static str {
        match self {
            Language::Ar => "العربية",
            Language::Fr => "Français",
            Language::En => "English",
        }
    }

    /// `rtl` or `ltr`.
    pub fn direction(self) -> &'static str {
        match self {
            Language::Ar => "rtl",
            Language::Fr | Language::En => "ltr",
        }
    }

    /// The one of a language tag, if it is one of ours.
    pub fn of_tag(tag: &str) -> Option<Self> {
        tag.split('-').next()?.to_ascii_lowercase().parse().ok()
    }

    /// The code, BCP 47.
    pub fn code(self) -> &'static str {
        self.into()
    }

    fn file(self) -> &'static str {
        match self {
            Language::Ar => include_str!("../words/ar.json"),
            Language::Fr => include_str!("../words/fr.json"),
            Language::En => include_str!("../words/en.json"),
        }
    }

    fn reader_file(self) -> &'static str {
        match self {
            Language::Ar => include_str!("../../static/words/ar.json"),
            Language::Fr => include_str!("../../static/words/fr.json"),
            Language::En => include_str!("../../static/words/en.json"),
        }
    }

    fn panel_file(self) -> &'static str {
        match self {
            Language::Ar => include_str!("../../static/words/debug/ar.json"),
            Language::Fr => include_str!("../../static/words/debug/fr.json"),
            Language::En => include_str!("../../static/words/debug/en.json"),
        }
    }
}

/// A text of the page, called as in the files of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
#[allow(
    missing_docs,
    reason = "each is what it is called; the files have them in three languages"
)]
pub enum Text {
    Title,
    Tagline,
    Languages,
    PartnerPage,
    StepTry,
    StepTryHelp,
    StepSet,
    StepSetHelp,
    StepPaste,
    StepPasteHelp,
    From,
    Sample,
    Pasted,
    PastedHelp,
    Retry,
    Result,
    Waiting,
    Detected,
    ArticleTitle,
    ArticleLanguage,
    Length,
    Mended,
    Missing,
    Refused,
    RefusedHere,
    Allowed,
    NothingRefused,
    LeftOut,
    Asked,
    NeedsScheme,
    Meant,
    TakeAddress,
    OpenInTab,
    NothingThere,
    PageForPeople,
    InWordpress,
    InWordpressHelp,
    BrokenAt,
    HttpStatus,
    NotAllowed,
    NotAllowedHelp,
    Unreachable,
    Insecure,
    SourceInPage,
    Unset,
    Usual,
    None,
    Earlier,
    StartOver,
    Preview,
    Page,
    Look,
    Device,
    Form,
    Files,
    FilesHelp,
    Copy,
    Copied,
    CopyFailed,
    NeedsAddress,
    HintsHelp,
    InHead,
    InBody,
    InComponent,
    InShortcode,
    InParent,
    ParentHelp,
    Policy,
    PolicyHelp,
    HeightElsewhere,
    FilesServer,
    Share,
    ShareHelp,
    Events,
    EventsHelp,
    Read,
    Imagined,
}

/// The words in one language.
#[derive(Debug, Clone)]
pub struct Words {
    /// Theirs.
    pub language: Language,
    file: Rc<Value>,
    reader: Rc<ReaderWords>,
    panel: Rc<ReaderWords>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Words {
    /// Those of a language.
    ///
    /// # Panics
    /// If a file of words is no JSON, which a test rules out.
    pub fn of(language: Language) -> Self {
        let file = serde_json::from_str(language.file()).expect("words are JSON");
        let reader =
            ReaderWords::parse(language.reader_file()).expect("the reader's words are words");
        let panel = ReaderWords::parse(language.panel_file()).expect("so are its panel's");
        Self {
            language,
            file: Rc::new(file),
            reader: Rc::new(reader),
            panel: Rc::new(panel),
        }
    }

    /// A text.
    pub fn text(&self, text: Text) -> &str {
        self.find("texts", text.into()).unwrap_or_default()
    }

    /// A text with something in its `{place}`.
    pub fn with(&self, text: Text, place: &str, value: &str) -> String {
        self.text(text).replace(&format!("{{{place}}}"), value)
    }

    /// A text of a group of texts.
    pub fn find(&self, group: &str, name: &str) -> Option<&str> {
        self.file[group][name].as_str()
    }

    /// What the reader tells the owner of a site.
    pub fn said(&self, said: Said) -> Option<&str> {
        self.panel.said(said)
    }

    /// What an attribute is called.
    pub fn label(&self, attribute: &str) -> Option<&str> {
        self.file["attributes"][attribute]["label"].as_str()
    }

    /// What an attribute does.
    pub fn help(&self, attribute: &str) -> Option<&str> {
        self.file["attributes"][attribute]["help"].as_str()
    }

    /// What a value of an attribute, or of a choice of this page, is called.
    pub fn value(&self, of: &str, name: &str) -> Option<&str> {
        let own = self.file["values"][of][name].as_str();
        own.or_else(|| match of {
            "theme" => Some(self.reader.theme_name(name.parse::<Theme>().ok()?)),
            "font" => Some(self.reader.font_name(&name.parse::<Font>().ok()?)),
            "share" => Some(self.reader.network(name.parse::<Network>().ok()?)),
            _ => None,
        })
    }
}
