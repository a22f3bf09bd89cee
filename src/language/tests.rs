//! What is promised of tags, scripts and letters.

use super::*;

#[test]
fn a_script_subtag_decides_before_the_language() {
    for rtl in [
        "ar",
        "ar-MA",
        "AR_ma",
        "fa",
        "ur-PK",
        "he",
        "iw",
        "yi",
        "ps",
        "ckb",
        "sd",
        "ug",
        "dv",
        "ks",
        "ku-Arab",
        "az-Arab",
        "uz-AF",
        "pa-PK",
        "ms-Arab-MY",
        "ary",
        "syr",
        "ff-Adlm",
    ] {
        assert_eq!(direction(rtl), Dir::Rtl, "{rtl}");
    }
    for ltr in [
        "fr",
        "en-US",
        "es-419",
        "ku",
        "az",
        "ar-Latn",
        "ur-Latn-PK",
        "sd-Deva",
        "pa",
        "zgh",
        "",
        "tzm-Tfng",
        "en-x-arab",
        "en-u-nu-arab",
    ] {
        assert_eq!(direction(ltr), Dir::Ltr, "{ltr}");
    }
    assert!(arabic_script("fa") && !arabic_script("he") && !arabic_script("ar-Latn"));
}

#[test]
fn a_tag_is_told_from_a_name() {
    for tag in ["ar", "ar-MA", "zh-Hant-TW", "es-419", "ckb", "ar_MA"] {
        assert!(is_language_tag(tag), "{tag}");
    }
    for other in [
        "",
        "a",
        "arabic",
        "ar MA",
        "العربية",
        "-ar",
        "ar-(MA)",
        "1a",
    ] {
        assert!(!is_language_tag(other), "{other}");
    }
}

#[test]
fn letters_are_those_of_words() {
    for letter in "aZéßﷺابپچگةىۀéאבγжक中あ가ހܐߊ𞤀ⵣѬ\u{64e}".chars() {
        assert!(is_letter(letter), "{letter} {:x}", letter as u32);
    }
    let signs = "0٣۳฿ \u{a0}\u{200c}\u{200f}\u{2067}«»“”‘’„…–—،؛؟٪٫٬۔ـ־׳״€£¥₪﷼°±×÷§¶©®™№ªº←→✓★☎️•·¿¡、。「」（！﴾﴿";
    for c in signs.chars() {
        assert!(!is_letter(c), "{c} {:x}", c as u32);
    }
    for block in [
        0x2190..0x2460,
        0x2500..0x2C00,
        0xE000..0xF900,
        0x1F300..0x1FB00_u32,
    ] {
        assert!(!block.filter_map(char::from_u32).any(is_letter));
    }
}

#[test]
fn letters_of_the_arabic_block_are_those_of_unicode() {
    for c in '\u{0}'..='\u{8ff}' {
        let expected = c.is_alphabetic() && !matches!(c, '\u{640}' | 'ª' | 'º');
        assert_eq!(is_letter(c), expected, "{c:?}");
    }
}
