//! The months of the Gregorian calendar by language and region: one table, from which dates are written
//! ([`months`], ARABIC.md 19) and read ([`month_names`]).
//!
//! The names are those of CLDR 48 (ICU 78) as they stand in a date (`dateFormats/long`); `tests/locale.rs` compares.

/// The months of a language in some of its regions.
#[derive(Debug)]
struct Months {
    language: &'static str,
    /// Region subtags. None: all others of the language; that row is its last.
    regions: &'static [&'static str],
    /// From January to December.
    names: [&'static str; 12],
}

static MONTHS: [Months; 12] = [
    Months {
        language: "ar",
        regions: &["MA"],
        names: [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "ماي",
            "يونيو",
            "يوليوز",
            "غشت",
            "شتنبر",
            "أكتوبر",
            "نونبر",
            "دجنبر",
        ],
    },
    Months {
        language: "ar",
        regions: &["DZ", "TN"],
        names: [
            "جانفي",
            "فيفري",
            "مارس",
            "أفريل",
            "ماي",
            "جوان",
            "جويلية",
            "أوت",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    },
    Months {
        language: "ar",
        regions: &["IQ", "JO", "LB", "PS", "SY"],
        names: [
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول",
        ],
    },
    Months {
        language: "ar",
        regions: &["MR"],
        names: [
            "يناير",
            "فبراير",
            "مارس",
            "إبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغشت",
            "شتمبر",
            "أكتوبر",
            "نوفمبر",
            "دجمبر",
        ],
    },
    Months {
        language: "ar",
        regions: &[],
        names: [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    },
    Months {
        language: "fa",
        regions: &["AF"],
        names: [
            "جنوری",
            "فبروری",
            "مارچ",
            "اپریل",
            "می",
            "جون",
            "جولای",
            "اگست",
            "سپتمبر",
            "اکتوبر",
            "نومبر",
            "دسمبر",
        ],
    },
    Months {
        language: "fa",
        regions: &[],
        names: [
            "ژانویهٔ",
            "فوریهٔ",
            "مارس",
            "آوریل",
            "مهٔ",
            "ژوئن",
            "ژوئیهٔ",
            "اوت",
            "سپتامبر",
            "اکتبر",
            "نوامبر",
            "دسامبر",
        ],
    },
    Months {
        language: "ur",
        regions: &[],
        names: [
            "جنوری",
            "فروری",
            "مارچ",
            "اپریل",
            "مئی",
            "جون",
            "جولائی",
            "اگست",
            "ستمبر",
            "اکتوبر",
            "نومبر",
            "دسمبر",
        ],
    },
    Months {
        language: "he",
        regions: &[],
        names: [
            "בינואר",
            "בפברואר",
            "במרץ",
            "באפריל",
            "במאי",
            "ביוני",
            "ביולי",
            "באוגוסט",
            "בספטמבר",
            "באוקטובר",
            "בנובמבר",
            "בדצמבר",
        ],
    },
    Months {
        language: "en",
        regions: &[],
        names: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    },
    Months {
        language: "es",
        regions: &[],
        names: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    },
    Months {
        language: "fr",
        regions: &[],
        names: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    },
];

/// Names that are read besides, and never written: other spellings of the press.
static ALSO: [(u8, &str); 13] = [
    // Iraq, and Syria without the last letter.
    (5, "مايس"),
    (11, "تشرين ثان"),
    (1, "كانون ثان"),
    // Egypt.
    (6, "يونيه"),
    (7, "يوليه"),
    (8, "أوغسطس"),
    (10, "أوكتوبر"),
    (11, "نوفنبر"),
    // Persian, beside the names that come of French.
    (6, "ژوين"),
    (7, "ژوییه"),
    (8, "آگوست"),
    (3, "מרס"),
    // Peru and Uruguay.
    (9, "setiembre"),
];

/// The months of a language in one of its regions (empty: none is named), from January to December.
pub fn months(language: &str, region: &str) -> Option<&'static [&'static str; 12]> {
    let mut rows = MONTHS.iter().filter(|row| row.language == language);
    let is_own = |row: &&Months| {
        let mut regions = row.regions.iter();
        row.regions.is_empty() || regions.any(|one| one.eq_ignore_ascii_case(region))
    };
    rows.find(is_own).map(|row| &row.names)
}

/// Every name that a month has in any language, with its number 1–12.
pub fn month_names() -> impl Iterator<Item = (u8, &'static str)> {
    let written = MONTHS.iter().flat_map(|row| (1..).zip(row.names));
    written.chain(ALSO)
}
