//! The standfirst: what a source says of its article in short, unless that is only how the body begins.

use html_escape::encode_text;
use serde_json::Value;

use super::Builder;
use super::opening::{FEW, letters, repeats};
use super::text::collapsed;
use crate::article::body::{self, Node, plain_text};
use crate::article::formats::source::{self, Texts};
use crate::article::formats::table::Field;
use crate::article::formats::{html, markdown};
use crate::language::is_letter;
use crate::platform::Platform;

/// Marks that are set where a text was cut.
const CUTS: &[&str] = &["[..]", "…", "..."];

/// How many letters a link to the rest has at most.
const LINK: usize = 30;

/// What ends a sentence.
const SENTENCE: &[char] = &['.', '!', '?', '؟', '۔'];

/// How many of them stand behind each other; more are no accident.
const MOST_CUTS: usize = 10;

/// What a page writes on the link to the rest of a text.
#[rustfmt::skip]
const READ_ON: &[&str] = &[
    "read more", "continue reading", "keep reading", "lire la suite", "lire plus", "en savoir plus",
    "continuer la lecture", "poursuivre la lecture", "leer más", "seguir leyendo", "sigue leyendo",
    "continuar leyendo", "اقرأ المزيد", "إقرأ المزيد", "قراءة المزيد", "تابع القراءة", "متابعة القراءة",
    "أكمل القراءة", "اقرأ أيضا", "إقرأ أكثر", "اقرأ أكثر", "بیشتر بخوانید", "ادامه مطلب", "ادامهٔ مطلب", "مزید پڑھیں",
    "קרא עוד", "קראו עוד", "להמשך קריאה", "המשך לקרוא",
];

/// The same in words that are others too, unless they follow a mark and end the text.
#[rustfmt::skip]
const MORE: &[&str] = &[
    "more", "continue", "plus", "suite", "la suite", "plus d'infos", "más", "más información", "المزيد", "للمزيد", "مزيد", "مزید",
    "ادامه", "بیشتر", "עוד",
];

/// The same in words that stand in brackets alone.
const MORE_IN_BRACKETS: &[&str] = &["mehr", "weiterlesen", "mais", "leia mais", "continua"];

/// The line of feeds after a text: what it begins with, what it has between the titles of article and site, and its end.
#[rustfmt::skip]
const FEED_LINES: &[(&str, &str, &str)] = &[
    ("The post ", " appeared first on ", ""), ("The post ", " first appeared on ", ""),
    ("L’article ", " est apparu en premier sur ", ""), ("L'article ", " est apparu en premier sur ", ""),
    ("La entrada ", " se publicó primero en ", ""), ("La entrada ", " aparece primero en ", ""),
    ("La entrada ", " apareció primero en ", ""),
    ("ظهرت المقالة ", " أولاً على ", ""), ("ظهرت المقالة ", " أولًا على ", ""), ("ظهرت المقالة ", " أولا على ", ""),
    ("المقالة ", " ظهرت أولاً على ", ""), ("المقالة ", " ظهرت أولًا على ", ""), ("المقالة ", " ظهرت أولا على ", ""),
    ("التدوينة ", " ظهرت أولاً على ", ""), ("التدوينة ", " ظهرت أولًا على ", ""), ("التدوينة ", " ظهرت أولا على ", ""),
    ("نوشته ", " اولین بار در ", " پدیدار شد"), ("הפוסט ", " הופיע לראשונה ב-", ""),
    ("הפוסט ", " הופיע לראשונה באתר ", ""),
];

/// How many words the title of a site has at most in such a line.
const SITE_WORDS: usize = 6;

/// From this length on, in characters, a text that ends without a sign was cut: nobody writes a standfirst so long.
const LONG: usize = 300;

impl<P: Platform> Builder<'_, P> {
    /// The summary as text, cleaned as the body is; `None` where there is none, or it says what the headline or the
    /// body's beginning says. `source` is the body before cleaning.
    pub(super) fn summary(
        &self,
        title: &str,
        body: &[Node],
        source: Option<&P::Node>,
    ) -> Option<String> {
        let value = self.written_summary(body);
        let written = self.text(value);
        let (text, _) = without_cut(&written);
        let (cleaned, is_cut) = self.cleaned(value);
        let said = letters(&cleaned);
        // In Qari's own JSON a few words are someone's choice, not what a machine cut off or repeats.
        let is_made = self.source.table.texts != Texts::Plain;
        let is_chosen = !is_made && said.chars().count() < FEW;
        if is_chosen {
            return (!cleaned.is_empty()).then(|| ended(cleaned, is_cut));
        }
        let is_headline = is_made && said == letters(title);
        if said.is_empty() || is_headline {
            return None;
        }
        let publisher = self.links(Field::Publisher).into_iter().next();
        let site = publisher.map_or(String::new(), |publisher| publisher.text);
        let without_name = before_name(&cleaned, &site);
        let forms = [text, &cleaned, before_mark(&cleaned), without_name];
        if repeats(&forms, title, body, source) {
            return None;
        }
        Some(ended(cleaned, is_cut || self.is_cut_unsaid(&written, body)))
    }

    /// Ghost's own excerpt is cut off the body, and is no summary where there is one.
    fn written_summary(&self, body: &[Node]) -> &Value {
        if self.source.has(Field::OwnSummary) && !body.is_empty() {
            self.source.first(Field::OwnSummary)
        } else {
            self.source.first(Field::Summary)
        }
    }

    /// A short text with what a body is cleaned of taken out, and whether it was cut.
    fn cleaned(&self, value: &Value) -> (String, bool) {
        let written = source::text(value);
        let once = html::escaped_once(written);
        let markup = if value["format"] == "markdown" {
            markdown::to_html(written).into()
        } else if self.source.table.texts == Texts::Plain {
            // Nothing in it is markup.
            let (text, is_cut) = without_cut(written);
            return (collapsed(text), is_cut);
        } else {
            let text = html::unescaped(&once);
            match self.source.is_html(&text) {
                true => text,
                false => encode_text(&text).into_owned().into(),
            }
        };
        let context = self.piece();
        let text = collapsed(&plain_text(&body::from_html(
            self.platform,
            &markup,
            &context,
        )));
        let (text, is_cut) = without_cut(&text);
        match open_bracket(text) {
            Some(at) => (text[..at].trim_end().to_owned(), true),
            None => (text.to_owned(), is_cut),
        }
    }

    /// Whether a text without a mark where it ends was cut all the same: it is too long to have been meant so, or ends
    /// in the middle of a word that the body has whole.
    fn is_cut_unsaid(&self, written: &str, body: &[Node]) -> bool {
        let is_made = self.source.table.texts != Texts::Plain;
        if is_made && written.chars().count() >= LONG {
            return true;
        }
        let third = written.rmatch_indices(' ').nth(2);
        let tail = third.map(|(at, _)| &written[at..]);
        let Some(tail) = tail.filter(|tail| tail.ends_with(is_letter)) else {
            return false;
        };
        let text = collapsed(&plain_text(body));
        let after = text.split_once(tail).map(|(_, after)| after);
        after.is_some_and(|after| after.starts_with(is_letter))
    }
}

/// A text without the marks that say where it was cut and the words of the link to its rest, and whether there were any.
fn without_cut(text: &str) -> (&str, bool) {
    let mut whole = text.trim();
    let mut is_cut = false;
    for _ in 0..MOST_CUTS {
        let before = CUTS
            .iter()
            .find_map(|cut| whole.strip_suffix(cut))
            .or_else(|| before_bracket(whole))
            .or_else(|| before_link(whole))
            .or_else(|| before_feed_line(whole));
        match before {
            Some(before) => whole = before.trim_end(),
            None => break,
        }
        is_cut = true;
    }
    (whole, is_cut)
}

/// What stands before the last mark of a cut, where little follows: a link to the rest, in words that nobody foresaw.
fn before_mark(text: &str) -> &str {
    let at = text.rfind('…').or_else(|| text.rfind("..."));
    let (before, after) = text.split_at(at.unwrap_or(0));
    let is_link = letters(after).chars().count() <= LINK && !after.ends_with(SENTENCE);
    let is_most = before.len() > text.len() / 2 && letters(before).chars().count() >= FEW;
    if is_link && is_most { before } else { "" }
}

/// What stands before the site's name at the end: behind « | », or behind a dash where it is known to be the name of the
/// `site`.
fn before_name<'a>(text: &'a str, site: &str) -> &'a str {
    let is_long = |before: &str| letters(before).chars().count() >= 2 * FEW;
    if let Some((before, name)) = text.rsplit_once(" | ") {
        let is_name = letters(name).chars().count() <= FEW
            && name.split_whitespace().count() <= SITE_WORDS
            && !name.ends_with(SENTENCE);
        return if is_name && is_long(before) {
            before
        } else {
            ""
        };
    }
    let mut parts = [" - ", " – ", " — "].iter();
    let site = letters(site);
    let before = parts.find_map(|stroke| {
        let (before, name) = text.rsplit_once(stroke)?;
        (!site.is_empty() && letters(name) == site).then_some(before)
    });
    before.filter(|before| is_long(before)).unwrap_or_default()
}

/// What stands before brackets around a mark that the text was cut, with the words of a link or without.
fn before_bracket(text: &str) -> Option<&str> {
    let inside = text.strip_suffix([')', ']'])?.trim_end();
    let inside = inside
        .strip_suffix('…')
        .or_else(|| inside.strip_suffix("..."))?;
    let at = inside.rfind(['(', '['])?;
    let said = letters(&inside[at..]);
    let mut links = MORE.iter().chain(READ_ON).chain(MORE_IN_BRACKETS);
    (said.is_empty() || links.any(|words| letters(words) == said)).then(|| &text[..at])
}

/// What stands before the line of feeds that ends the text.
fn before_feed_line(text: &str) -> Option<&str> {
    let whole = text.strip_suffix('.')?;
    FEED_LINES.iter().find_map(|(start, middle, end)| {
        let (before, line) = whole.strip_suffix(end)?.rsplit_once(start)?;
        let (title, site) = line.rsplit_once(middle)?;
        // The Persian line has a point behind the name.
        let site = site.trim_end_matches('.').trim();
        let is_name = !site.is_empty()
            && site.split_whitespace().count() <= SITE_WORDS
            && !site.contains(['!', '?', '؟', '،', '…'])
            && !site.contains(". ");
        (is_name && !title.trim().is_empty() && !before.ends_with(is_letter)).then_some(before)
    })
}

/// What stands before the words of a link to the rest, which end the text or follow a mark that it was cut; the
/// article's title may follow them then.
fn before_link(text: &str) -> Option<&str> {
    let small = text.to_ascii_lowercase();
    // Most texts end in other words, and were cut nowhere.
    let end = small.trim_end_matches(|c: char| !c.is_alphanumeric());
    let may_be_marked = text.contains('…') || text.contains("..");
    if !may_be_marked && !READ_ON.iter().any(|words| end.ends_with(words)) {
        return None;
    }
    let more = MORE.iter().filter(|_| may_be_marked);
    let all = READ_ON.iter().map(|words| (words, false));
    let mut all = all.chain(more.map(|words| (words, true)));
    all.find_map(|(words, is_more)| {
        let at = small.rfind(words)?;
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        if before.ends_with(is_letter) {
            return None;
        }
        let before = before.trim_end();
        // Brackets and arrows around the words.
        let is_last = !after.contains(char::is_alphanumeric);
        let before = if is_last {
            before.trim_end_matches(['[', '(', ' '])
        } else {
            before
        };
        let is_marked = CUTS.iter().any(|cut| before.ends_with(cut));
        let is_link = if is_more {
            is_last && is_marked
        } else {
            is_last || is_marked
        };
        is_link.then_some(before)
    })
}

/// Where a shortcode begins of which the end was cut away.
fn open_bracket(text: &str) -> Option<usize> {
    let at = text.rfind('[')?;
    let inside = text[at + 1..].trim_start_matches('/');
    let is_name = inside.starts_with(|c: char| c.is_ascii_lowercase());
    (is_name && !inside.contains(']')).then_some(at)
}

/// The text with «…» where it was cut, unless it ends with a sentence.
fn ended(text: String, is_cut: bool) -> String {
    let is_whole = text.ends_with(['.', '!', '?', '؟', '۔', '…', ':', '"', '”', '’', '»', ')']);
    if !is_cut || is_whole {
        return text;
    }
    let mut text = text
        .trim_end_matches([' ', ',', '،', ';', '؛', '-', '–', '—'])
        .to_owned();
    text.push('…');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_is_known_by_its_marks_and_by_the_words_of_the_link_to_the_rest() {
        for cut in [
            "نص طويل […]",
            "نص طويل… [...]",
            "نص طويل... Read more",
            "نص طويل… Continue reading → عنوان المقال",
            "نص طويل [Read more…]",
            "نص طويل (Lire la suite)",
            "نص طويل … اقرأ المزيد »",
            "نص طويل… (المزيد…)",
            "نص طويل (ادامه…)",
            "نص طويل (مزید…)",
            "نص طويل (עוד…)",
            "نص طويل (más...)",
            "نص طويل … (plus…)",
            "نص طويل… المزيد",
            "نص طويل... More",
            "نص طويل… Más información »",
            "نص طويل… La suite",
            "نص طويل […] The post عنوان appeared first on موقع.",
            "نص طويل ظهرت المقالة عنوان أولاً على موقع.",
            "نص طويل… L’article عنوان est apparu en premier sur موقع.",
            "نص طويل… نوشته عنوان اولین بار در موقع. پدیدار شد.",
            "نص طويل… הפוסט عنوان הופיע לראשונה ב-موقع.",
            "نص طويل (leer más…)",
            "نص طويل (اقرأ المزيد...)",
        ] {
            assert_eq!(without_cut(cut), ("نص طويل", true), "{cut}");
        }
        for whole in [
            "نص طويل.",
            "قال: «نعم»",
            "Read more books, she says",
            "نريد المزيد",
            "Rien de plus",
            "(هكذا)",
            "",
            "رمان همسایه‌ها نوشته احمد محمود اولین بار در سال ۱۳۵۳ منتشر شد و جایزه برد.",
            "درس الباحث تاريخ صحيفة العلم. ظهرت المقالة الشهيرة في العدد الصادر أول مرة سنة 1930 وبقيت.",
            "הסיפור שלנו: הפוסט של דנה הופיע לראשונה בעיתון ב-1930.",
            "كتب للصغار والكبار (شعر، رواية، تاريخ...)",
            "Des fruits d’été (pêches, melons, abricots...)",
            "Ce qui change (et pourquoi...)",
        ] {
            assert_eq!(without_cut(whole), (whole, false));
        }
    }

    #[test]
    fn what_follows_a_cut_in_any_words_is_told_from_a_text_that_goes_on() {
        let text = "أعلنت الجمعية أنها ستفتح مكتبتها للعموم في";
        for link in ["كل التفاصيل", "Voir tout", "הכתבה המלאה"] {
            assert_eq!(
                before_mark(&format!("{text}… {link}")).trim(),
                text,
                "{link}"
            );
            assert_eq!(
                before_mark(&format!("{text} ... {link}")).trim(),
                text,
                "{link}"
            );
        }
        for whole in [
            "أعلنت الجمعية أنها ستفتح مكتبتها للعموم… ثلاثة قتلى.",
            "نعم… فقد عاد الماء إلى القرية بعد عام",
            text,
            "",
        ] {
            assert_eq!(before_mark(whole), "", "{whole}");
        }
    }

    #[test]
    fn the_name_of_a_site_at_the_end_is_told_from_the_end_of_a_sentence() {
        let text = "أعلنت الجمعية أنها ستفتح مكتبتها الجديدة للعموم في مدينة تنغير ابتداء من الغد";
        for name in [" | Le Journal", " - هسبريس", " — هسبريس"] {
            assert_eq!(before_name(&format!("{text}{name}"), "هسبريس"), text);
        }
        for whole in [text, "نص | موقع", ""] {
            assert_eq!(before_name(whole, "هسبريس"), "", "{whole}");
        }
        for end in ["وهذا ما ينتظره الناس.", "ثلاثة قتلى حتى الآن"]
        {
            for site in ["هسبريس", ""] {
                assert_eq!(before_name(&format!("{text} - {end}"), site), "", "{end}");
            }
        }
    }

    #[test]
    fn a_text_ends_whole_or_says_that_it_does_not() {
        for (text, is_cut, shown) in [
            ("نص", false, "نص"),
            ("نص،", true, "نص…"),
            ("هل ينجح؟", true, "هل ينجح؟"),
            ("نص.", true, "نص."),
        ] {
            assert_eq!(ended(text.into(), is_cut), shown);
        }
    }
}
