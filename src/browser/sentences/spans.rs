//! Where a sentence begins and ends in a text that stands in several nodes of the page.

use std::ops::Range;

/// A place in one of several texts that follow one another.
#[derive(Debug, PartialEq)]
pub(super) struct Point {
    /// Which of the texts.
    pub(super) text: usize,
    /// Where in it, in UTF-16 code units, as the DOM counts.
    pub(super) offset: u32,
}

/// Where a span of the joined texts begins and ends. It begins in the text of its first character and ends in that of
/// its last. `None` for what is no span of them.
pub(super) fn points(texts: &[String], span: &Range<usize>) -> Option<(Point, Point)> {
    let mut first = None;
    let mut before = 0;
    for (number, text) in texts.iter().enumerate() {
        let point = |at: usize| {
            Some(Point {
                text: number,
                offset: text.get(..at - before)?.encode_utf16().count() as u32,
            })
        };
        let end = before + text.len();
        if first.is_none() && span.start < end {
            first = Some(point(span.start)?);
        }
        if let Some(first) = first.take_if(|_| span.end <= end) {
            return Some((first, point(span.end)?));
        }
        before = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stands(texts: &[&str], span: Range<usize>, expected: Option<[(usize, u32); 2]>) {
        let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
        let found = points(&texts, &span)
            .map(|(start, end)| [(start.text, start.offset), (end.text, end.offset)]);
        assert_eq!(found, expected, "{span:?} of {texts:?}");
    }

    #[test]
    fn a_span_begins_and_ends_in_a_text_of_its_own() {
        stands(&["One. Two."], 5..9, Some([(0, 5), (0, 9)]));
        // At the border of two nodes: a sentence begins in the later one, and ends in the earlier one.
        stands(&["One.", "Two."], 0..4, Some([(0, 0), (0, 4)]));
        stands(&["One.", "Two."], 4..8, Some([(1, 0), (1, 4)]));
        stands(&["A ", "", "bold", " word."], 0..12, Some([(0, 0), (3, 6)]));
        stands(&["A ", "", "bold", " word."], 2..6, Some([(2, 0), (2, 4)]));
    }

    #[test]
    fn the_dom_counts_in_utf_16() {
        // Two bytes and one unit a letter; four bytes and two units the emoji.
        stands(&["نعم 😀", "لا"], 7..15, Some([(0, 4), (1, 2)]));
    }

    #[test]
    fn what_is_no_span_is_nowhere() {
        stands(&["One."], 2..9, None);
        stands(&["نعم"], 1..2, None);
        stands(&[], 0..0, None);
    }
}
