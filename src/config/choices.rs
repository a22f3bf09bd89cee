//! Enumerations whose values are written in attributes or storage: one table a type, one lookup for all.

/// Makes an enumeration with the names its values have in attributes.
macro_rules! choices {
    (
        $(#[$meta:meta])* $name:ident {
            $(#[$first_doc:meta])* $first:ident $first_value:literal
            $(, $(#[$doc:meta])* $variant:ident $value:literal)* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[$first_doc])* $first, $($(#[$doc])* $variant),* }

        impl $name {
            /// Every value, in the order of [`Self::NAMES`].
            pub const ALL: &'static [$name] = &[$name::$first, $($name::$variant),*];
            /// The names as an owner writes them, separated by blanks.
            pub const NAMES: &'static str = concat!($first_value, $(" ", $value),*);

            /// The name as an owner writes it.
            pub fn name(self) -> &'static str {
                $crate::locale::template::entry(Self::NAMES, " ", self as usize)
            }

            /// The value called `name`, ASCII case ignored.
            pub fn from_name(name: &str) -> Option<Self> {
                let index = $crate::locale::template::position(Self::NAMES, name)?;
                Self::ALL.get(index).copied()
            }
        }
    };
}
pub(crate) use choices;

choices! {
    /// `data-format`: what the source is.
    Format {
        /// Found out from the JSON itself.
        Auto "auto",
        /// Qari's own (DESIGN 1.3).
        Qari "qari",
        /// WordPress REST.
        WordPress "wordpress",
        /// JSON Feed 1 and 1.1.
        JsonFeed "jsonfeed",
        /// schema.org as JSON-LD.
        JsonLd "jsonld",
        /// Ghost's content API.
        Ghost "ghost",
        /// Apple News Format.
        AppleNews "applenews",
        /// A home-made API, read by `data-map`.
        Map "map",
    }
}

choices! {
    /// `data-theme`, and what the reader may choose.
    Theme {
        /// Follows the system.
        Auto "auto",
        /// Dark text on light.
        Light "light",
        /// Light text on dark.
        Dark "dark",
        /// Brown text on cream.
        Sepia "sepia",
        /// The strongest contrast.
        Contrast "contrast",
    }
}

choices! {
    /// `data-controls`: what the toolbar offers.
    Control {
        /// Text size.
        Size "size",
        /// Colours.
        Theme "theme",
        /// Typeface.
        Font "font",
        /// Line spacing.
        Spacing "spacing",
        /// Speech.
        Listen "listen",
        /// The browser's print.
        Print "print",
    }
}

choices! {
    /// `data-hide`: parts of the article that can be left out.
    Part {
        /// The way from the home page.
        Breadcrumb "breadcrumb",
        /// The headline.
        Title "title",
        /// The standfirst.
        Summary "summary",
        /// The lead image.
        Image "image",
        /// The authors only; the date and the reading time have their own names.
        Byline "byline",
        /// Publication and change.
        Date "date",
        /// Minutes to read.
        ReadingTime "reading-time",
        /// The bar that shows how far one has read.
        Progress "progress",
        /// Keywords.
        Tags "tags",
        /// Who published it.
        Source "source",
        /// Every control.
        Toolbar "toolbar",
        /// The share row.
        Share "share",
    }
}

choices! {
    /// `data-embeds`: how something of a third party is shown.
    Embeds {
        /// A poster first; the third party only after a click.
        Click "click",
        /// At once.
        On "on",
        /// A plain link.
        Link "link",
    }
}

/// The parts an owner hides: a set of [`Part`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden(u16);

impl Hidden {
    /// Adds a part.
    pub fn insert(&mut self, part: Part) {
        self.0 |= 1 << part as u16;
    }

    /// Whether `part` is hidden.
    pub fn has(self, part: Part) -> bool {
        self.0 & (1 << part as u16) != 0
    }
}
