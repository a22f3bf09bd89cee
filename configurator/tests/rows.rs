//! The form and the reader know the same attributes, values and defaults.

use std::collections::BTreeSet;

use qari_configurator::rows::{Ask, ROWS};
use qari_configurator::state::State;
use qari_reader::config::{ATTRIBUTES, Config};
use qari_reader::share;

#[test]
fn every_attribute_has_one_row() {
    let mut rows: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
    let mut attributes: Vec<&str> = ATTRIBUTES.iter().map(|known| known.name).collect();
    rows.sort_unstable();
    attributes.sort_unstable();
    assert_eq!(rows, attributes, "rows, then the reader's attributes");
}

/// The names that a row offers.
fn names(ask: Ask) -> &'static [&'static str] {
    match ask {
        Ask::Choice(names) | Ask::Several(names) | Ask::Suggested(_, names) => names,
        Ask::Ordered { all, .. } => all,
        Ask::Line(_) | Ask::Lines(_) | Ask::Number(..) | Ask::Flag => &[],
    }
}

fn refused(name: &str, value: &str) -> bool {
    let (_, notices) = Config::from_attributes([(&*format!("data-{name}"), value)]);
    !notices.is_empty()
}

#[test]
fn what_is_offered_is_taken() {
    for row in ROWS {
        for value in names(row.ask) {
            assert!(!refused(row.name, value), "{}={value}", row.name);
        }
        match row.ask {
            Ask::Line(example) | Ask::Lines(example) | Ask::Suggested(example, _) => {
                assert!(!refused(row.name, example), "{}={example}", row.name);
            }
            Ask::Number(least, most) => {
                for (number, is_refused) in [
                    (least - 1, true),
                    (least, false),
                    (most, false),
                    (most + 1, true),
                ] {
                    assert_eq!(
                        refused(row.name, &number.to_string()),
                        is_refused,
                        "{}={number}",
                        row.name
                    );
                }
            }
            _ => {}
        }
    }
}

/// A choice's first name is not written, so it has to be what the reader does without.
#[test]
fn what_is_not_written_is_the_readers_default() {
    for row in ROWS {
        let (Ask::Choice(names) | Ask::Ordered { usual: names, .. }) = row.ask else {
            continue;
        };
        let usual = match row.ask {
            Ask::Choice(_) => names[0].to_owned(),
            _ => names.join(" "),
        };
        let (config, _) = Config::from_attributes([(&*format!("data-{}", row.name), &*usual)]);
        assert_eq!(config, Config::default(), "{}={usual}", row.name);
    }
}

#[test]
fn the_usual_networks_are_the_readers() {
    let share = ROWS.iter().find(|row| row.name == "share").unwrap();
    let usual: Vec<&str> = share::DEFAULT
        .iter()
        .map(|network| network.name())
        .collect();
    assert_eq!(share.ask.names(""), usual);
}

/// In the address the page's own settings stand beside the attributes.
#[test]
fn no_attribute_is_called_like_a_setting_of_the_page() {
    let names: BTreeSet<&str> = ROWS.iter().map(|row| row.name).collect();
    for own in [
        "from", "sample", "files", "page", "look", "device", "form", "words",
    ] {
        assert!(!names.contains(own), "{own}");
    }
}

#[test]
fn a_list_is_written_as_it_is_read() {
    let share = ROWS.iter().find(|row| row.name == "share").unwrap().ask;
    assert_eq!(share.written(&[]), "none");
    assert_eq!(share.names("none"), Vec::<&str>::new());
    assert_eq!(share.written(&share.names("")), "");
    assert_eq!(share.written(&["copy", "x"]), "copy x");
    let hide = ROWS.iter().find(|row| row.name == "hide").unwrap().ask;
    assert_eq!((hide.written(&[]), hide.names("")), (String::new(), vec![]));
}

#[test]
fn a_blank_value_takes_the_attribute_off() {
    let mut state = State::default();
    state.set("author", " سلمى ");
    assert_eq!(state.value("author"), "سلمى");
    state.set("author", "  ");
    assert_eq!(state, State::default());
}

/// As in the reader (`tests/rooms.rs`): components say what is shown, and ask the browser by names of their own.
#[test]
fn only_one_room_calls_the_browser() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut folders = vec![std::path::PathBuf::from(source)];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(source).unwrap().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.starts_with("browser") && !name.ends_with("browser.rs") {
                let code = std::fs::read_to_string(&path).unwrap();
                for krate in ["web_sys::", "js_sys::", "gloo::", "wasm_bindgen::"] {
                    assert!(!code.contains(krate), "{} names {krate}", name.display());
                }
                read += 1;
            }
        }
    }
    assert!(read > 15, "{read} files");
}
