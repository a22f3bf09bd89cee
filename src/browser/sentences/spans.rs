//! Where sentences begin and end in a text that stands in several nodes of the page.

use std::ops::Range;

/// The signs that end a sentence.
const ENDS: [char; 6] = ['.', '!', '?', '؟', '۔', '…'];
/// The marks that close behind them.
const CLOSING: [char; 5] = ['"', '”', '»', ')', ']'];

/// Cuts a text behind the signs that end a sentence, for browsers before `Intl.Segmenter`. The pieces follow one
/// another without a gap.
pub(super) fn cut(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (sentence, next) = rest.split_at(sentence_length(rest));
        pieces.push(sentence);
        rest = next;
    }
    pieces
}

/// The length of the first sentence, in bytes: up to its sign, what closes behind it and the white space after that.
fn sentence_length(text: &str) -> usize {
    let sign = text.find(ENDS).unwrap_or(text.len());
    let after = text[sign..]
        .trim_start_matches(ENDS)
        .trim_start_matches(CLOSING)
        .trim_start();
    text.len() - after.len()
}

/// The spans, in bytes, of the pieces in which there is something to speak, without the white space around it. The
/// pieces follow one another without a gap from the start of the text.
pub(super) fn spoken<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for piece in pieces {
        let end = start + piece.trim_end().len();
        if piece.contains(char::is_alphanumeric) {
            spans.push(end - piece.trim().len()..end);
        }
        start += piece.len();
    }
    spans
}

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
    fn cuts(text: &str, expected: &[&str]) {
        let pieces = cut(text);
        assert_eq!(pieces.concat(), text, "without a gap");
        let spans = spoken(pieces);
        let sentences: Vec<&str> = spans.into_iter().map(|span| &text[span]).collect();
        assert_eq!(sentences, expected, "{text}");
    }

    #[test]
    fn a_sentence_ends_at_its_sign() {
        cuts("One. Two! Three?", &["One.", "Two!", "Three?"]);
        cuts(
            "ما الذي تغير؟ كل شيء. نعم…",
            &["ما الذي تغير؟", "كل شيء.", "نعم…"],
        );
        cuts("یہ ایک ہے۔ یہ دو ہے۔", &["یہ ایک ہے۔", "یہ دو ہے۔"]);
    }

    #[test]
    fn what_closes_behind_the_sign_belongs_to_it() {
        cuts(
            "«نعم.» قال. \"Yes.\" (No.)",
            &["«نعم.»", "قال.", "\"Yes.\"", "(No.)"],
        );
        cuts("Really?! Yes...", &["Really?!", "Yes..."]);
    }

    #[test]
    fn what_has_no_sign_is_one_sentence() {
        cuts("  a headline, alone \n", &["a headline, alone"]);
        cuts("", &[]);
    }

    #[test]
    fn what_cannot_be_spoken_is_left_out() {
        cuts("* * *. One. …", &["One."]);
        cuts(" \n ", &[]);
        cuts("١٢.", &["١٢."]);
    }

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
