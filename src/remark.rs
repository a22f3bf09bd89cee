//! What the owner of a site is told: a sentence with places. The console has it in English, the panel of `data-debug` in the
//! interface's language, by its name in `static/words/debug`.

mod error_code;

use std::fmt;

pub use error_code::ErrorCode;
use strum::{EnumIter, EnumMessage, IntoStaticStr};

/// A sentence, called as in `static/words/debug`. Those that the console is told have their English here; the others stand in the
/// panel alone.
///
/// A `{place}` that nothing is put into is a technical name, and stands as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumMessage, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Said {
    /// A value is not taken.
    #[strum(message = "{written} is ignored. Allowed: {allowed}")]
    Refused,
    /// A name that is nearly an attribute's.
    #[strum(message = "there is no {written}. Did you mean {meant}?")]
    UnknownAttribute,
    /// What an attribute allows.
    #[strum(message = "any text")]
    AnyText,
    /// What an attribute allows.
    #[strum(message = "an {http} or {https} URL, {#id}, {page}")]
    SourceAddress,
    /// What an attribute allows.
    #[strum(message = "an {http} or {https} URL")]
    WebAddress,
    /// What an attribute allows.
    #[strum(message = "a BCP 47 language tag such as {ar-MA}")]
    LanguageTag,
    /// What an attribute allows.
    #[strum(message = "an IANA time zone such as {Africa/Casablanca}, {page}")]
    TimeZone,
    /// What an attribute allows.
    #[strum(message = "a CSS colour")]
    Colour,
    /// What an attribute allows.
    #[strum(message = "{system}, {naskh}, {sans}, {inherit}, a CSS font-family list")]
    FontFamily,
    /// What an attribute allows.
    #[strum(message = "a whole number from {1} to {9}")]
    Step,
    /// What an attribute allows.
    #[strum(message = "a CSS length")]
    Length,
    /// What an attribute allows.
    #[strum(message = "whole seconds from {1} to {999}")]
    Seconds,
    /// `data-map` names a field that there is not.
    #[strum(message = "{data-map}: no field «{name}»")]
    NoField,
    /// The same, and one is nearly called so.
    #[strum(message = "{data-map}: no field «{name}». Did you mean {meant}?")]
    NoFieldBut,
    /// `data-map`: the path leads nowhere.
    #[strum(message = "{data-map}: {name} ← {path}: nothing there")]
    Nothing,
    /// The same, with the fields that are there instead.
    #[strum(message = "{data-map}: {name} ← {path}: nothing there, but {fields}")]
    NothingBut,
    /// The same, with the fields where the way ends.
    #[strum(message = "{data-map}: {name} ← {path}: nothing there; {way} has {fields}")]
    NothingBeyond,
    /// `data-map`: the path leads to no text.
    #[strum(message = "{data-map}: {name} ← {path}: no text there")]
    NoText,
    /// The same, with the fields that are there instead.
    #[strum(message = "{data-map}: {name} ← {path}: no text there, but {fields}")]
    NoTextBut,
    /// `data-map` in another writing.
    #[strum(
        message = "{data-map} has JSON. It is written so: {title: headline; body: content.html}"
    )]
    MapOfJson,
    /// `data-map` in another writing.
    #[strum(
        message = "{data-map} has {=} or nothing where {:} stands. It is written so: {title: headline; body: content.html}"
    )]
    MapWithoutColons,
    /// `data-map` in another writing.
    #[strum(
        message = "{data-map} has commas where {;} stands. It is written so: {title: headline; body: content.html}"
    )]
    MapWithCommas,
    /// `data-item` names nothing of the source.
    #[strum(message = "{written}: the source has no such article, so the first is shown")]
    NoItem,
    /// Why a format: the owner says so in this attribute.
    #[strum(message = "{attribute} says so")]
    OwnerSays,
    /// Why a format: the JSON has this field.
    #[strum(message = "the JSON has {mark}")]
    Has,
    /// The panel's title.
    Report,
    /// The button that copies the panel.
    Copy,
    /// Said when it was copied.
    Copied,
    /// Said when it could not be.
    CopyFailed,
    /// Heading of what the owner should change.
    ToMend,
    /// There is nothing of that.
    NothingToMend,
    /// The page's policy stopped something.
    Stopped,
    /// Resource Timing keeps silent on Qari's files.
    FilesUntold,
    /// The JSON had to be repaired.
    Repaired,
    /// Heading of what was read.
    WasRead,
    /// Where the JSON came from.
    Source,
    /// What it was taken for.
    Format,
    /// The article's own address.
    Article,
    /// The article's language and direction.
    Language,
    /// How much of it there is.
    Size,
    /// Elements of the HTML that are not in the article as they were.
    Changed,
    /// When the load began.
    Asked,
    /// When the JSON was there.
    ArticleThere,
    /// When the plain text was shown.
    TextShown,
    /// When the article was understood.
    ArticleRead,
    /// When the full reader stood.
    Ready,
    /// What was fetched of Qari.
    Files,
}

/// What is put into a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A technical name, a value, an address, a number.
    Name(String),
    /// Words in the language of the sentence.
    Words(Said),
}

impl From<&str> for Argument {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<String> for Argument {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Name(number.to_string())
    }
}

/// A sentence with what is put into its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The sentence.
    pub said: Said,
    /// What is put where.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// A piece of a told remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of the language in which it is told.
    Words(String),
    /// A name that is of no language, and so is read from left to right.
    Name(String),
}

impl Piece {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Name(text) => text,
        }
    }
}

/// A told remark as one text.
pub fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::text).collect()
}

impl Remark {
    /// A sentence with these arguments.
    pub fn new(said: Said, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { said, arguments }
    }

    /// The remark in the language of these sentences. Where there is no sentence, its name and its arguments.
    pub fn told<'w>(&self, sentences: &dyn Fn(Said) -> Option<&'w str>) -> Vec<Piece> {
        let mut told = Vec::new();
        self.tell(sentences, &mut told);
        told
    }

    fn tell<'w>(&self, sentences: &dyn Fn(Said) -> Option<&'w str>, told: &mut Vec<Piece>) {
        let Some(sentence) = sentences(self.said) else {
            told.push(Piece::Words(<&str>::from(self.said).to_owned()));
            for (_, argument) in &self.arguments {
                told.push(Piece::Words(" ".to_owned()));
                argument.tell(sentences, told);
            }
            return;
        };
        // Every other piece stands in braces.
        for (at, piece) in sentence.split(['{', '}']).enumerate() {
            match self.arguments.iter().find(|(name, _)| *name == piece) {
                _ if at % 2 == 0 => told.push(Piece::Words(piece.to_owned())),
                Some((_, argument)) => argument.tell(sentences, told),
                None => told.push(Piece::Name(piece.to_owned())),
            }
        }
    }
}

impl Argument {
    fn tell<'w>(&self, sentences: &dyn Fn(Said) -> Option<&'w str>, told: &mut Vec<Piece>) {
        match self {
            Self::Name(name) => told.push(Piece::Name(name.clone())),
            Self::Words(said) => Remark::new(*said, Vec::new()).tell(sentences, told),
        }
    }
}

/// In English.
impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&text(&self.told(&|said| said.get_message())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused() -> Remark {
        let allowed = Argument::Words(Said::LanguageTag);
        let arguments = vec![("written", "data-lang=\"?\"".into()), ("allowed", allowed)];
        Remark::new(Said::Refused, arguments)
    }

    #[test]
    fn places_are_filled_and_what_is_none_is_a_name() {
        assert_eq!(
            refused().to_string(),
            "data-lang=\"?\" is ignored. Allowed: a BCP 47 language tag such as ar-MA"
        );
    }

    #[test]
    fn names_are_told_from_words_in_any_language() {
        let arabic = |said| match said {
            Said::Refused => Some("{allowed} ← {written}"),
            Said::LanguageTag => Some("رمز لغة مثل {ar-MA}"),
            _ => None,
        };
        let words = |text: &str| Piece::Words(text.to_owned());
        let name = |text: &str| Piece::Name(text.to_owned());
        let told: Vec<Piece> = refused().told(&arabic);
        assert_eq!(
            told.into_iter()
                .filter(|piece| !piece.text().is_empty())
                .collect::<Vec<_>>(),
            [
                words("رمز لغة مثل "),
                name("ar-MA"),
                words(" ← "),
                name("data-lang=\"?\"")
            ]
        );
    }

    #[test]
    fn a_sentence_that_is_missing_leaves_its_name_and_its_places() {
        let remark = Remark::new(Said::Ready, vec![("ms", 7.into())]);
        assert_eq!(remark.to_string(), "ready 7");
    }
}
