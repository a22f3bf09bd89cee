//! Sizes as sources write them: in attributes, in styles, in file names.

/// A number of pixels as attributes have it: `640`, `640px`, `640.5`. Not a percentage.
pub(super) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let number = value.strip_suffix("px").unwrap_or(value);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_number = fraction.bytes().all(|byte| byte.is_ascii_digit());
    let pixels = whole.parse().ok().filter(|_| is_number);
    pixels.filter(|pixels| *pixels <= 100_000)
}

/// A length without its unit, in hundredths: `1.5` is 150. At most 10,000 units.
pub(super) fn hundredths(number: &str) -> Option<u32> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    // Without a digit on either side of the point it is no number.
    let whole: u32 = match whole {
        "" if !fraction.is_empty() => 0,
        whole => whole.parse().ok().filter(|whole| *whole <= 10_000)?,
    };
    let is_fraction = fraction.bytes().all(|byte| byte.is_ascii_digit());
    let tenths = fraction.chars().chain("00".chars()).take(2);
    let hundredths = tenths.fold(0, |sum, digit| sum * 10 + digit.to_digit(10).unwrap_or(0));
    is_fraction.then_some(whole * 100 + hundredths)
}

/// Width and height in pixels with a separator between them, if neither is zero: `1024x683`.
pub(super) fn size(text: &str, separator: char) -> Option<(u32, u32)> {
    let (width, height) = text.split_once(separator)?;
    let (width, height) = (pixels(width)?, pixels(height)?);
    (width > 0 && height > 0).then_some((width, height))
}

/// The value that an inline style gives a property; empty if none.
pub(super) fn styled<'a>(style: &'a str, property: &str) -> &'a str {
    style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case(property))
        .map_or("", |(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_of_a_decimal_number() {
        for (number, expected) in [
            ("1.5", Some(150)),
            ("0.2778", Some(27)),
            (".25", Some(25)),
            ("12", Some(1200)),
            ("", None),
            (".", None),
            ("-1", None),
            ("1e3", None),
            ("99999999999", None),
        ] {
            assert_eq!(hundredths(number), expected, "{number}");
        }
    }

    #[test]
    fn pixels_are_whole_and_likely() {
        for (value, expected) in [
            ("640", Some(640)),
            (" 640px ", Some(640)),
            ("640.5", Some(640)),
            ("640.x", None),
            ("100%", None),
            ("-1", None),
            ("", None),
            ("px", None),
            ("99999999999", None),
            ("200000", None),
        ] {
            assert_eq!(pixels(value), expected, "{value}");
        }
    }

    #[test]
    fn a_size_has_two_sides() {
        assert_eq!(size("1024x683", 'x'), Some((1024, 683)));
        assert_eq!(size("1200,800", ','), Some((1200, 800)));
        for text in ["1024", "0x683", "x", "ax2"] {
            assert_eq!(size(text, 'x'), None, "{text}");
        }
    }

    #[test]
    fn a_style_gives_a_value_to_its_property() {
        let style = "color: red;WIDTH : 10px ;background:url(a:b)";
        assert_eq!(styled(style, "width"), "10px");
        assert_eq!(styled(style, "background"), "url(a:b)");
        assert_eq!(styled(style, "height"), "");
    }
}
