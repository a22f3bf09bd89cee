//! Misspelt attribute names: which known one was probably meant.

/// Attribute names of DESIGN 1.2, without `data-`.
pub(super) const ATTRIBUTES: &[&str] = &[
    "src",
    "format",
    "map",
    "item",
    "base-url",
    "author",
    "lang",
    "ui-lang",
    "numerals",
    "theme",
    "accent",
    "font",
    "text-size",
    "controls",
    "share",
    "hide",
    "loading",
    "min-height",
    "embeds",
    "remember",
    "timeout",
    "target",
    "debug",
];

/// Longest name compared; anything longer is another tool's.
const LONGEST: usize = 12;

/// The known name that `name` (without `data-`) misspells.
///
/// One edit in a short name, two in a long one: a page's own attributes and those of frameworks are left alone.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST {
        return None;
    }
    ATTRIBUTES
        .iter()
        .copied()
        .find(|known| distance(name.as_bytes(), known.as_bytes()) <= allowed_edits(known))
}

fn allowed_edits(known: &str) -> usize {
    match known.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Insertions, deletions and replacements that make `b` of `a` (Levenshtein).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            left = (diagonal + usize::from(x != y))
                .min(above + 1)
                .min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
