//! Where sentences end, and what of a text is spoken.

use super::*;

/// The text is spoken so, whether it is cut here or by a segmenter that ends a sentence at every stop before a space.
#[track_caller]
fn speaks(text: &str, expected: &[&str]) {
    let pieces = cut(text);
    assert_eq!(pieces.concat(), text, "without a gap");
    let at_spaces = text.split_inclusive(". ");
    for spans in [spoken(text, pieces), spoken(text, at_spaces)] {
        let sentences: Vec<&str> = spans.into_iter().map(|span| &text[span]).collect();
        assert_eq!(sentences, expected, "{text}");
    }
}

#[track_caller]
fn cuts(text: &str, expected: &[&str]) {
    let spans = spoken(text, cut(text));
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
    cuts(
        "«نعم.» قال. \"Yes.\" (No.)",
        &["«نعم.»", "قال.", "\"Yes.\"", "(No.)"],
    );
    cuts("Really?! Yes...", &["Really?!", "Yes..."]);
}

#[test]
fn what_has_no_sign_is_one_sentence_and_what_cannot_be_spoken_none() {
    cuts("  a headline, alone \n", &["a headline, alone"]);
    cuts("", &[]);
    cuts("* * *. One. …", &["One."]);
    cuts(" \n ", &[]);
    cuts("١٢.", &["١٢."]);
}

#[test]
fn an_abbreviation_ends_no_sentence() {
    for text in [
        "افتتح اللقاء أ. د. سالم العلوي رئيس الجامعة.",
        "صرح د. كريم بأن م. نادية ستوقع العقد.",
        "انظر ص. 5 من التقرير.",
        "ترأس الجلسة أ.د. هدى فوزي.",
        "The novels of J. K. Rowling sold well.",
        "Ask Dr. Amina or Mrs. Sabir about it.",
        "It grew by 3.5 percent, as www.example.ma said.",
        "بلغت النسبة 3.5 في المئة.",
        "Le texte de M. Alami, cf. Annexe, et de Mme. Tazi.",
        "La Sra. Gómez vive aquí.",
        "See No. 12 of the list, e.g. the last one.",
        "The U.S. Senate met.",
    ] {
        speaks(text, &[text]);
    }
    speaks(
        "قال د. سالم ذلك. ثم غادر القاعة. وعاد.",
        &["قال د. سالم ذلك.", "ثم غادر القاعة.", "وعاد."],
    );
    // A word like another, a unit behind its number.
    speaks(
        "He said no. Then he left.",
        &["He said no.", "Then he left."],
    );
    speaks("بدأ سنة 2024 م. وانتهى.", &["بدأ سنة 2024 م.", "وانتهى."]);
    speaks("It cost 3. That was all.", &["It cost 3.", "That was all."]);
}

#[test]
fn a_stop_within_a_word_cuts_nothing_whatever_follows_it() {
    for whole in ["انظر ملف.(نسخة) هنا.", "اكتب example.«الاسم» ثم انتظر."]
    {
        assert_eq!(cut(whole), [whole]);
        cuts(whole, &[whole]);
    }
}

#[test]
fn a_long_sentence_is_cut_at_a_pause_or_a_word() {
    let clause = "وأضاف المتحدث أن الأشغال ستنتهي قبل نهاية السنة المقبلة بعد تأخر دام شهورا";
    let text = format!("{clause}، {clause}؛ {clause}، {clause}.");
    let spans = spoken(&text, cut(&text));
    let parts: Vec<&str> = spans.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(parts.join(" "), text, "nothing is lost");
    assert!(parts.len() > 1);
    for part in &parts {
        assert!(part.chars().count() <= LONGEST, "{part}");
        assert!(part.ends_with(['،', '؛', '.']), "{part}");
    }
    // Without a pause it is cut between words, and where there is not even a space, somewhere.
    // (Not of a length that ends at the limit by itself.)
    let words = "words ".repeat(90);
    for span in spoken(&words, cut(&words)) {
        let part = &words[span];
        assert!(part.starts_with("words") && part.ends_with("words") && part.len() <= LONGEST);
    }
    let han = "文".repeat(450);
    let lengths: Vec<_> = spoken(&han, cut(&han))
        .iter()
        .map(|span| span.len() / 3)
        .collect();
    assert_eq!(lengths, [200, 200, 50]);
    // A comma within a number is no pause.
    let number = format!("{} 3,5 {}", "ab".repeat(60), "cd".repeat(60));
    assert!(
        spoken(&number, cut(&number))
            .iter()
            .all(|span| !number[span.clone()].ends_with("3,"))
    );
}

#[test]
fn exponents_are_said_and_marks_of_notes_are_not() {
    for (before, is_one) in [
        ("10", true),
        ("مساحة 5 كم", true),
        ("E = mc", true),
        ("(a + b)", true),
        ("كما ذكر التقرير", false),
        ("the report", false),
        ("was said.", false),
        ("", false),
    ] {
        assert_eq!(is_exponent(before), is_one, "{before}");
    }
    assert_eq!(raised("2"), "²");
    assert_eq!(raised("-12"), "⁻¹²");
    assert_eq!(raised("045678903"), "⁰⁴⁵⁶⁷⁸⁹⁰³");
    assert_eq!(raised("er"), "er");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic_and_no_letter_is_lost(text in "[a-zA-Zأدم.،؟! 0-9\\n«»)]{0,400}|\\PC{0,300}") {
        let spans = spoken(&text, cut(&text));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let said: usize = spans.iter().map(|span| letters(&text[span.clone()])).sum();
        proptest::prop_assert_eq!(said, letters(&text));
    }
}

#[test]
fn a_month_in_short_goes_on_to_its_day() {
    speaks(
        "It opens on Sept. 12 and ends on Jan. 5. Then it rains.",
        &["It opens on Sept. 12 and ends on Jan. 5.", "Then it rains."],
    );
}
