//! What dates are read, as what, and which are refused (FORMATS.md; ARABIC.md 21).

use super::Stamp;

/// As in the wild → as it is kept.
const READ: &[(&str, &str)] = &[
    ("2024-09-05T14:07:00+01:00", "2024-09-05T14:07+01:00"),
    ("2024-09-05T14:07:00Z", "2024-09-05T14:07+00:00"),
    ("2024-09-05T14:07:00.000Z", "2024-09-05T14:07+00:00"),
    ("2024-09-05T14:07:00,123456+0200", "2024-09-05T14:07+02:00"),
    ("2024-09-05T14:07:00", "2024-09-05T14:07"),
    ("2024-09-05T14:07+01:00", "2024-09-05T14:07+01:00"),
    ("2024-09-05T14:07", "2024-09-05T14:07"),
    ("2024-09-05t14:07:00z", "2024-09-05T14:07+00:00"),
    ("2024-09-05 14:07:00", "2024-09-05T14:07"),
    ("2017-06-26 18:57:00", "2017-06-26T18:57"),
    ("2024-09-05 14:07:00 +0100", "2024-09-05T14:07+01:00"),
    ("2024-09-05 14:07:00+02", "2024-09-05T14:07+02:00"),
    ("2024-09-05T14:07:00-0330", "2024-09-05T14:07-03:30"),
    ("2024-09-05 14:07:00 UTC", "2024-09-05T14:07+00:00"),
    (
        "2024-09-05T14:07:00+01:00[Africa/Casablanca]",
        "2024-09-05T14:07+01:00",
    ),
    ("  2024-09-05\n", "2024-09-05"),
    ("2024-9-5", "2024-09-05"),
    ("2024/09/05", "2024-09-05"),
    ("2024/09/05 9:07", "2024-09-05T09:07"),
    ("2024.09.05", "2024-09-05"),
    ("Fri Apr 28 10:00:00 CEST 2024", "2024-04-28T10:00+02:00"),
    (
        "Thu Sep 05 2024 14:07:00 GMT+0100 (GMT+01:00)",
        "2024-09-05T14:07+01:00",
    ),
    ("Thu, 05 Sep 2024 14:07:00 +0100", "2024-09-05T14:07+01:00"),
    ("Thu, 5 Sep 2024 14:07:00 GMT", "2024-09-05T14:07+00:00"),
    ("5 Sep 2024 14:07 EST", "2024-09-05T14:07-05:00"),
    ("September 5, 2024", "2024-09-05"),
    ("Sept. 5, 2024", "2024-09-05"),
    ("September 5th, 2024 at 2:07 PM", "2024-09-05T14:07"),
    ("Thursday, 5 September 2024, 12:30 am", "2024-09-05T00:30"),
    ("05-Sep-2024", "2024-09-05"),
    ("25/09/2024 18:57", "2024-09-25T18:57"),
    ("09/25/2024", "2024-09-25"),
    ("5.5.2024", "2024-05-05"),
    ("1725541620", "2024-09-05T13:07+00:00"),
    ("1725541620000", "2024-09-05T13:07+00:00"),
    ("951782400", "2000-02-29T00:00+00:00"),
    ("٢٠٢٤-٠٩-٠٥ ١٤:٠٧", "2024-09-05T14:07"),
    ("۲۰۲۴/۰۹/۰۵", "2024-09-05"),
    ("2024-02-29", "2024-02-29"),
    ("2000-02-29", "2000-02-29"),
    // A zone that is not known is not guessed: the time stands as written.
    ("2024-09-05 14:07:00 XYZ", "2024-09-05T14:07"),
    // An offset says nothing where there is no time.
    ("2024-09-05Z", "2024-09-05"),
    ("2024-09-05+01:00", "2024-09-05"),
    ("2024-09-05-0500", "2024-09-05"),
    ("2024-09-05-05:00", "2024-09-05"),
];

const REFUSED: &[&str] = &[
    "",
    " ",
    "0",
    "-",
    "null",
    "false",
    "أمس",
    "قبل ساعتين",
    "2024",
    "2024-09",
    "14:07",
    "05/09/2024",
    "9/5/2024",
    "2024-13-05",
    "2024-00-05",
    "2024-09-00",
    "2024-09-31",
    "2023-02-29",
    "1900-02-29",
    "2024-09-05T25:00",
    "2024-09-05T14:60",
    "2024-09-05T14:07+19:00",
    "2024-09-05 13:07 pm",
    "0000-00-00 00:00:00",
    "0000-00-00T00:00:00",
    "0001-01-01T00:00:00",
    "1446-03-02",
    "2024-09-05 2024-09-06",
    "99999999999999999999999",
    "123456",
    "20240905",
    "T",
    "++",
    "2024-09-05T14:",
    ":",
    "1:",
    "1/",
    "Sep",
];

#[test]
fn every_shape_met_in_the_wild_is_read_and_kept_as_written() {
    for (written, kept) in READ {
        assert_eq!(
            Stamp::parse(written).map(|s| s.iso()).as_deref(),
            Some(*kept),
            "{written:?}"
        );
    }
}

#[test]
fn what_is_no_date_or_has_two_readings_is_refused() {
    for written in REFUSED {
        assert_eq!(Stamp::parse(written), None, "{written:?}");
    }
}

#[test]
fn a_date_read_back_from_its_own_iso_form_is_the_same() {
    for (written, _) in READ {
        let stamp = Stamp::parse(written).unwrap();
        assert_eq!(Stamp::parse(&stamp.iso()), Some(stamp), "{written:?}");
    }
}

#[test]
fn the_offset_of_a_local_time_is_what_sets_it_apart_from_utc() {
    let offset = |local: &str, utc: &str| {
        let (local, utc) = (Stamp::parse(local).unwrap(), Stamp::parse(utc).unwrap());
        local.with_offset_from(utc).offset
    };
    assert_eq!(
        offset("2024-09-05T14:07:00", "2024-09-05T13:07:00"),
        Some(60)
    );
    assert_eq!(
        offset("2024-01-01T00:30:00", "2023-12-31T23:30:00"),
        Some(60)
    );
    assert_eq!(
        offset("2024-02-29T20:00:00", "2024-03-01T01:00:00"),
        Some(-300)
    );
    assert_eq!(
        offset("2024-09-05T14:07:00", "2024-09-05T08:22:00"),
        Some(345)
    );
    // A post whose two dates were not kept together says nothing about the zone.
    assert_eq!(offset("2024-09-05T14:07:00", "2024-01-05T13:07:00"), None);
    assert_eq!(offset("2024-09-05T14:07:00", "2024-09-05T13:01:00"), None);
    assert_eq!(offset("2024-09-05", "2024-09-05T13:07:00"), None);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic_and_whatever_is_read_is_a_valid_date(text in "[0-9٠-٩a-zA-Z:/+ .,TZ-]{0,40}|\\PC{0,40}") {
        if let Some(stamp) = Stamp::parse(&text) {
            proptest::prop_assert_eq!(Stamp::parse(&stamp.iso()), Some(stamp));
        }
    }
}
