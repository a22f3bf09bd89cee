//! What the reader's choices promise.

use super::*;

#[test]
fn text_size_stays_between_1_and_9() {
    let mut prefs = Prefs::default();
    for _ in 0..12 {
        prefs = prefs.reduce(Action::Increase);
    }
    assert_eq!(prefs.text_size(), TextSize::MAX);
    for _ in 0..12 {
        prefs = prefs.reduce(Action::Decrease);
    }
    assert_eq!(prefs.text_size(), TextSize::MIN);
    assert_eq!(prefs.reduce(Action::ResetTextSize).text_size().get(), 3);
    assert_eq!(TextSize::new(0), TextSize::MIN);
    assert_eq!(TextSize::new(u32::MAX), TextSize::MAX);
}

#[test]
fn a_choice_wins_over_the_owner_and_a_reset_gives_the_owner_back() {
    let owner = Settings {
        text_size: TextSize::new(6),
        theme: Theme::Sepia,
        font: Font::Family("Amiri, serif".into()),
        ..Settings::default()
    };
    let prefs = Prefs {
        owner: owner.clone(),
        choices: Choices::from_json(r#"{"theme":"dark"}"#),
    };
    assert_eq!(prefs.text_size().get(), 6);
    assert_eq!(prefs.theme(), Theme::Dark);
    let prefs = prefs
        .reduce(Action::SetFont(Font::Naskh))
        .reduce(Action::Decrease);
    assert_eq!(prefs.font(), &Font::Naskh);
    assert_eq!(prefs.text_size().get(), 5);
    let prefs = prefs.reduce(Action::Reset);
    assert_eq!(
        (prefs.theme(), prefs.font()),
        (Theme::Sepia, &owner.font.clone())
    );
    assert_eq!(prefs.owner, owner);
    assert_eq!(prefs.choices.to_json(), "{}");
}

#[test]
fn only_a_font_that_is_offered_can_be_chosen() {
    let prefs = Prefs::default().reduce(Action::SetFont(Font::Family("x".into())));
    assert_eq!(prefs.choices, Choices::default());
}

#[test]
fn stored_choices_come_back_as_they_were() {
    let json = r#"{"textSize":5,"theme":"dark","font":"naskh","lineHeight":"loose"}"#;
    let choices = Choices::from_json(json);
    assert_eq!(choices.to_json(), json);
    let some = Choices {
        line_height: Some(LineHeight::Compact),
        ..Choices::default()
    };
    assert_eq!(some.to_json(), r#"{"lineHeight":"compact"}"#);
    assert_eq!(Choices::from_json(&some.to_json()), some);
}

#[test]
fn rubbish_in_storage_leaves_the_defaults() {
    for rubbish in [
        "",
        "null",
        "[]",
        "5",
        "{",
        r#"{"textSize":"5","theme":3,"font":"inherit","lineHeight":null}"#,
        r#"{"textSize":10,"theme":"pink","font":"url(x)"}"#,
        r#"{"textSize":-1}"#,
        r#"{"textSize":2.5}"#,
        r#"{"textSize":99999999999999999999}"#,
    ] {
        assert_eq!(Choices::from_json(rubbish), Choices::default(), "{rubbish}");
    }
    let part = Choices::from_json(r#"{"textSize":0,"theme":"light","later":{"a":1}}"#);
    assert_eq!(part.theme, Some(Theme::Light));
    assert_eq!(part.text_size, None);
}

#[test]
fn every_line_height_suits_arabic_script() {
    // ARABIC.md 15: body line height at least 1.6.
    for height in LineHeight::ALL {
        assert!(height.css().parse::<f32>().unwrap() >= 1.6);
    }
}
