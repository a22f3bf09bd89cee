//! The elements that a body may hold, and which of them may stand in which.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// An element of the allow-list. Its HTML name is the variant's in lower case.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray,
)]
#[strum(serialize_all = "lowercase")]
#[allow(missing_docs)]
#[rustfmt::skip]
pub enum Tag {
    // Words in a line.
    A, Abbr, B, Bdi, Bdo, Cite, Code, Del, Dfn, Em, I, Ins, Kbd, Mark, Q, Rp, Rt, Ruby, S, Samp, Small, Span, Strong,
    Sub, Sup, Time, U, Var,
    Br, Wbr,
    Hr,
    // Blocks of text.
    Caption, Dt, H2, H3, H4, H5, H6, P, Pre, Summary,
    // Blocks that hold blocks.
    Aside, Blockquote, Dd, Details, Div, Dl, Figcaption, Figure, Li, Ol, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
    // Formulas and what they are made of.
    Math, Merror, Mfrac, Mi, Mn, Mo, Mover, Mpadded, Mphantom, Mroot, Mrow, Mspace, Msqrt, Mstyle, Msub, Msubsup,
    Msup, Mtable, Mtd, Mtext, Mtr, Munder, Munderover,
    // What holds nothing that a person reads: a picture that stands in a line like a word, players.
    Img, Audio, Video,
}

/// What an element holds, and so where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// It stands in a line of text.
    Inline,
    /// It is a formula, or a part of one.
    Formula,
    /// A block that holds nothing.
    Rule,
    /// A block that holds text and no other block.
    Text,
    /// A block that holds blocks.
    Blocks,
}

impl Tag {
    /// Every element of the allow-list that an element of this name becomes; not the last three.
    pub const ALL: &'static [Tag] = {
        let all = <Tag as VariantArray>::VARIANTS;
        all.split_at(all.len() - 3).0
    };

    /// The HTML name.
    pub fn name(self) -> &'static str {
        self.into()
    }

    #[rustfmt::skip]
    fn content(self) -> Content {
        use Tag::*;
        match self {
            A | Abbr | B | Bdi | Bdo | Cite | Code | Del | Dfn | Em | I | Ins | Kbd | Mark | Q | Rp | Rt | Ruby | S
            | Samp | Small | Span | Strong | Sub | Sup | Time | U | Var | Br | Wbr | Img => Content::Inline,
            Hr | Audio | Video => Content::Rule,
            Caption | Dt | H2 | H3 | H4 | H5 | H6 | P | Pre | Summary => Content::Text,
            Aside | Blockquote | Dd | Details | Div | Dl | Figcaption | Figure | Li | Ol | Table | Tbody | Td | Tfoot
            | Th | Thead | Tr | Ul => Content::Blocks,
            Math | Merror | Mfrac | Mi | Mn | Mo | Mover | Mpadded | Mphantom | Mroot | Mrow | Mspace | Msqrt | Mstyle
            | Msub | Msubsup | Msup | Mtable | Mtd | Mtext | Mtr | Munder | Munderover => Content::Formula,
        }
    }

    /// Whether it stands by itself, not in a line of text.
    pub fn is_block(self) -> bool {
        !matches!(self.content(), Content::Inline | Content::Formula)
    }

    /// Whether it is a formula, or a part of one.
    pub(super) fn is_formula(self) -> bool {
        self.content() == Content::Formula
    }

    /// Whether it plays film or sound.
    pub fn is_player(self) -> bool {
        matches!(self, Tag::Audio | Tag::Video)
    }

    /// Whether it stands in a line as one piece, whatever it holds.
    pub(super) fn is_atom(self) -> bool {
        self.is_formula() || self == Tag::Img
    }

    /// Whether it is a block that holds text and no other block.
    pub(super) fn is_leaf(self) -> bool {
        self.content() == Content::Text
    }

    /// Whether it is a heading.
    pub(super) fn is_heading(self) -> bool {
        matches!(self, Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    }

    /// Whether it never has content, nor a closing tag.
    pub fn is_void(self) -> bool {
        matches!(self, Tag::Br | Tag::Hr | Tag::Img | Tag::Wbr)
    }

    /// The only parents that it may have; empty for what may stand anywhere.
    fn parents(self) -> &'static [Tag] {
        use Tag::*;
        match self {
            Li => &[Ul, Ol],
            Dt | Dd => &[Dl],
            Caption | Tbody | Thead | Tfoot => &[Table],
            Tr => &[Tbody, Thead, Tfoot],
            Td | Th => &[Tr],
            Figcaption => &[Figure],
            Summary => &[Details],
            _ => &[],
        }
    }

    /// Whether it is a part of certain elements and stands nowhere else: an item, a cell, a caption.
    pub(super) fn is_part(self) -> bool {
        !self.parents().is_empty()
    }

    /// What must stand between it and text or blocks, if those cannot stand directly in it: an item in a list.
    pub(super) fn implied_child(self) -> Option<Tag> {
        use Tag::*;
        match self {
            Ul | Ol => Some(Li),
            Dl => Some(Dd),
            Table => Some(Tbody),
            Tbody | Thead | Tfoot => Some(Tr),
            Tr => Some(Td),
            _ => None,
        }
    }

    /// Whether it may stand directly in `parent`.
    pub(super) fn fits(self, parent: Tag) -> bool {
        if self.is_part() {
            self.parents().contains(&parent)
        } else {
            parent.implied_child().is_none()
        }
    }

    /// Whether it may stand in `parent`, or in what that implies: a cell in a table without rows.
    pub(super) fn fits_below(self, parent: Tag) -> bool {
        std::iter::successors(Some(parent), |between| between.implied_child())
            .any(|between| self.fits(between))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_html() {
        for tag in Tag::ALL {
            assert_eq!(tag.name().parse(), Ok(*tag));
            assert!(!tag.name().contains(|c: char| c.is_ascii_uppercase()));
        }
        assert_eq!(
            (Tag::Blockquote.name(), Tag::H2.name()),
            ("blockquote", "h2")
        );
        assert!("script".parse::<Tag>().is_err() && "".parse::<Tag>().is_err());
    }

    #[test]
    fn parts_stand_in_what_they_are_parts_of() {
        assert!(Tag::Li.fits(Tag::Ol) && !Tag::Li.fits(Tag::Div));
        assert!(Tag::P.fits(Tag::Li) && !Tag::P.fits(Tag::Ul));
        assert!(Tag::Td.fits_below(Tag::Table) && !Tag::Td.fits(Tag::Table));
        assert!(!Tag::Li.fits_below(Tag::Table) && !Tag::Td.fits_below(Tag::P));
        assert!(Tag::P.fits_below(Tag::Table));
    }
}
