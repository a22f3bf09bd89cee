//! What the reader's choices promise.

use strum::IntoEnumIterator;

use super::settings::NotATextSize;
use super::*;

/// What comes of one action after another.
fn after(prefs: Prefs, actions: impl IntoIterator<Item = Action>) -> Prefs {
    let reduce = |prefs: Rc<Prefs>, action| prefs.reduce(action);
    Rc::unwrap_or_clone(actions.into_iter().fold(Rc::new(prefs), reduce))
}

fn size(number: u64) -> TextSize {
    TextSize::try_from(number).unwrap()
}

#[test]
fn text_size_stays_between_1_and_9() {
    let prefs = after(Prefs::default(), (0..12).map(|_| Action::Increase));
    assert_eq!(prefs.text_size(), TextSize::MAX);
    let prefs = after(prefs, (0..12).map(|_| Action::Decrease));
    assert_eq!(prefs.text_size(), TextSize::MIN);
    let prefs = after(prefs, [Action::ResetTextSize]);
    assert_eq!(prefs.text_size().get(), 3);
    for number in [0, 10, 256, 259, u64::MAX] {
        assert_eq!(TextSize::try_from(number), Err(NotATextSize), "{number}");
    }
    for text in [
        "",
        "0",
        "10",
        "2.5",
        "-1",
        "٣",
        "three",
        "99999999999999999999",
    ] {
        assert_eq!(text.parse::<TextSize>(), Err(NotATextSize), "{text}");
    }
    assert_eq!("9".parse(), Ok(TextSize::MAX));
}

#[test]
fn a_choice_wins_over_the_owner_and_a_reset_gives_the_owner_back() {
    let owner = Settings {
        text_size: size(6),
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
    let prefs = after(prefs, [Action::SetFont(Font::Naskh), Action::Decrease]);
    assert_eq!(prefs.font(), &Font::Naskh);
    assert_eq!(prefs.text_size().get(), 5);
    let prefs = after(prefs, [Action::ResetTextSize]);
    assert_eq!(prefs.text_size().get(), 6);
    let nothing_chosen = Action::Adopt(Choices::default());
    let prefs = after(prefs, [nothing_chosen]);
    assert_eq!((prefs.theme(), prefs.font()), (Theme::Sepia, &owner.font));
    assert_eq!(prefs.owner, owner);
    assert_eq!(prefs.choices.to_json(), "{}");
}

#[test]
fn only_a_font_that_is_offered_can_be_chosen() {
    for font in [Font::Family("x".into()), Font::Inherit] {
        let prefs = after(Prefs::default(), [Action::SetFont(font)]);
        assert_eq!(prefs.choices, Choices::default());
    }
}

#[test]
fn each_action_changes_what_it_is_called_after() {
    let chosen = after(
        Prefs::default(),
        [
            Action::Increase,
            Action::SetTheme(Theme::Contrast),
            Action::SetFont(Font::Sans),
            Action::SetLineHeight(LineHeight::Loose),
        ],
    );
    let all = Choices {
        text_size: Some(size(4)),
        theme: Some(Theme::Contrast),
        font: Some(Font::Sans),
        line_height: Some(LineHeight::Loose),
    };
    assert_eq!(chosen.choices, all);
    assert_eq!(chosen.owner, Settings::default());
    assert_eq!(chosen.line_height(), LineHeight::Loose);
    let adopted = after(Prefs::default(), [Action::Adopt(all.clone())]);
    assert_eq!(adopted, chosen);
    let owner = Settings {
        theme: Theme::Sepia,
        ..Settings::default()
    };
    let changed = after(chosen, [Action::SetOwner(owner.clone())]);
    assert_eq!((changed.owner, changed.choices), (owner, all));
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
        r#"[5,"dark"]"#,
        "5",
        "{",
        r#"{"textSize":5"#,
        r#"{"textSize":"5","theme":3,"font":"inherit","lineHeight":null}"#,
        r#"{"textSize":10,"theme":"pink","font":"url(x)"}"#,
        r#"{"textSize":-1}"#,
        r#"{"textSize":2.5}"#,
        r#"{"textSize":99999999999999999999}"#,
        r#"{"textSize":{"a":1},"theme":["dark"],"font":{"family":"x"},"lineHeight":true}"#,
        r#"{"font":"custom"}"#,
        r#"{"font":"family"}"#,
        r#"{"text_size":5,"line_height":"loose"}"#,
    ] {
        assert_eq!(Choices::from_json(rubbish), Choices::default(), "{rubbish}");
    }
}

#[test]
fn each_stored_field_is_read_by_itself() {
    let good = [
        r#""textSize":5"#,
        r#""theme":"dark""#,
        r#""font":"naskh""#,
        r#""lineHeight":"loose""#,
    ];
    let bad = [
        r#""textSize":0"#,
        r#""theme":"pink""#,
        r#""font":{"name":"naskh"}"#,
        r#""lineHeight":7"#,
    ];
    for (spoilt, bad) in bad.iter().enumerate() {
        let mut fields = good;
        fields[spoilt] = bad;
        let read = Choices::from_json(&format!(r#"{{{},"later":{{"a":1}}}}"#, fields.join(",")));
        let mut kept = good.to_vec();
        kept.remove(spoilt);
        assert_eq!(read.to_json(), format!("{{{}}}", kept.join(",")), "{bad}");
    }
}

#[test]
fn every_line_height_suits_arabic_script() {
    // ARABIC.md 15: body line height at least 1.6.
    for height in LineHeight::iter() {
        assert!(height.ratio() >= 1.6);
    }
}
