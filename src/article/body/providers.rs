//! The providers whose players are known. Nothing of theirs is asked for before the reader clicks; the player is the
//! one that tracks least.

mod table;

use super::EmbedKind;
pub(super) use table::PROVIDERS;

/// A provider: how its addresses are written and what becomes of them.
#[derive(Debug)]
pub(super) struct Provider {
    /// As people know it.
    pub name: &'static str,
    /// Its hosts; their subdomains are its own, too.
    pub hosts: &'static [&'static str],
    /// Its name in custom elements: `amp-NAME`, `lite-NAME`.
    pub element: &'static str,
    /// The address that the id in such an element stands for.
    pub element_address: Template,
    /// How its address says that it begins later.
    pub start: Start,
    /// Where the word stands that an unlisted film is not shown without: in this value of the query, or in the path behind the id.
    pub secret: Option<&'static str>,
    /// What in the query of a player makes it play at once: a name and its value.
    pub autoplay: Option<(&'static str, &'static str)>,
    /// What it shows, and how each is addressed; the first whose address fits counts.
    pub shows: &'static [Shown],
}

/// How an address says at which second a film begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// It cannot.
    Never,
    /// By a value of the query: in the original's address, in the player's.
    Query(&'static str, &'static str),
    /// In the fragment of both.
    Fragment,
}

/// Something that a provider shows: a film, a post.
#[derive(Debug)]
pub(super) struct Shown {
    /// What stands somewhere before the id, in this order; of several ways the first that is found counts.
    pub before_id: &'static [&'static [&'static str]],
    /// What kind of thing it is.
    pub kind: EmbedKind,
    /// What the id is.
    pub id: Id,
    /// Where the original is, for people.
    pub link: Link,
    /// The player's address.
    pub player: Template,
    /// Width and height where the source says none.
    pub ratio: (u32, u32),
}

/// An address with `{id}` in it.
pub(super) type Template = &'static str;

/// What an id is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Id {
    /// Digits.
    Number,
    /// ASCII letters, digits, `-` and `_`.
    Word,
    /// The percent-encoded address of the original, up to the next parameter.
    EncodedAddress,
    /// The whole address of the original, up to its second value.
    WholeAddress,
    /// The whole address of the original, with all values of its query.
    AddressWithQuery,
    /// The same without its query, where a number follows.
    WholePath,
}

/// Where the original is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// At an address made of the id.
    Made(Template),
    /// At the address that the id is.
    IdItself,
}
