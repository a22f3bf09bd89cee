//! What is known in Rust and once more outside of it: both must say the same.
//!
//! The loader and the plain view work before the program is there, `qari.d.ts` and the owner's reference are for people.
//! Rust's tables decide; a failing test names the entry that differs.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use qari_reader::article::page_of;
use qari_reader::config::{ATTRIBUTES, Control, Embeds, Format, Part};
use qari_reader::language::RIGHT_TO_LEFT;
use qari_reader::locale::{LANGUAGES, Numerals, languages};
use qari_reader::prefs::{Choices, TextSize, Theme};
use qari_reader::share::Network;
use strum::VariantNames;

fn file(path: &str) -> String {
    let full = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// Fails with each entry that only one of two sets has.
fn same(what: &str, rust: &BTreeSet<String>, theirs: &BTreeSet<String>) {
    let missing: Vec<_> = rust.difference(theirs).collect();
    let unknown: Vec<_> = theirs.difference(rust).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "{what}: only Rust has {missing:?}, Rust does not have {unknown:?}"
    );
}

/// What stands between two texts, the first time they do.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The texts in quotes, of whichever kind.
fn quoted(text: &str) -> BTreeSet<String> {
    let quoted = text.split(['\'', '"']).skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

/// The entries of `const NAME = [...]` in a script.
fn alternatives(path: &str, name: &str) -> BTreeSet<String> {
    let script = file(path);
    let entries = between(&script, &format!("const {name} = /^("), ")$/;");
    set(entries
        .unwrap_or_else(|| panic!("{path} has no pattern {name}"))
        .split('|'))
}

/// The names of a `type NAME = "a" | "b";` in `qari.d.ts`.
fn union(name: &str) -> BTreeSet<String> {
    let types = file("static/qari.d.ts");
    let names = between(&types, &format!("type {name} ="), ";");
    quoted(names.unwrap_or_else(|| panic!("qari.d.ts has no type {name}")))
}

/// `text-size` → `textSize`
fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}

/// The languages that run right to left wherever they are written.
fn right_to_left() -> BTreeSet<String> {
    let languages = RIGHT_TO_LEFT.iter().flat_map(|written| written.languages);
    set(languages.copied().filter(|tag| !tag.contains('-')))
}

#[test]
fn the_loader_knows_the_languages_with_words() {
    let rust = set(LANGUAGES.map(|language| language.code));
    same(
        "LANGUAGES",
        &rust,
        &alternatives("static/qari.js", "LANGUAGES"),
    );
}

#[test]
fn the_loader_knows_the_languages_from_right_to_left() {
    let loader = alternatives("static/qari.js", "RIGHT_TO_LEFT");
    same("RIGHT_TO_LEFT", &right_to_left(), &loader);
}

#[test]
fn faults_are_told_in_the_language_that_the_reader_speaks() {
    let script = file("static/plain.js");
    let table = between(&script, "const WORDS_OF = {", "}").expect("plain.js has WORDS_OF");
    let entries: Vec<(&str, &str)> = table
        .split(',')
        .filter_map(|entry| entry.split_once(':'))
        .map(|(tag, code)| (tag.trim(), code.trim().trim_matches(['\'', '"'])))
        .collect();
    let also = LANGUAGES.into_iter().flat_map(|language| language.also);
    let tags: BTreeSet<String> = right_to_left()
        .into_iter()
        .chain(also.map(|tag| String::from(*tag)))
        .chain(["de", "zgh"].map(String::from))
        .chain(entries.iter().map(|(tag, _)| String::from(*tag)))
        .collect();
    for tag in tags {
        let [rust, _] = languages("ar", &tag);
        // As plain.js looks it up: its own table, a file of its own, else by direction.
        let theirs = match entries.iter().find(|(other, _)| *other == tag) {
            Some((_, code)) => code,
            None if LANGUAGES.iter().any(|language| language.code == tag) => tag.as_str(),
            None if right_to_left().contains(&tag) => "ar",
            None => "en",
        };
        assert_eq!(theirs, rust, "{tag}: plain.js, then Rust");
    }
}

#[test]
fn the_loader_reads_attributes_that_exist() {
    let known = set(ATTRIBUTES.iter().map(|attribute| attribute.name));
    for path in ["static/qari.js", "static/plain.js", "static/touch.js"] {
        let script = file(path);
        let mut read = 0;
        for call in script.split("setting(").skip(1) {
            // setting('name') or setting(el, 'name')
            let arguments = call.split_once(')').map_or("", |(arguments, _)| arguments);
            for name in quoted(arguments) {
                assert!(known.contains(&name), "{path}: setting('{name}')");
                read += 1;
            }
        }
        assert!(read > 0, "{path} reads attributes by setting('name')");
    }
}

#[test]
fn the_iframe_form_and_the_plugin_take_every_attribute() {
    let told = |passed_over: &[&str]| {
        let names = ATTRIBUTES.iter().map(|attribute| attribute.name);
        set(names.filter(|name| !passed_over.contains(name)))
    };
    // Where the element stands is the frame's affair, and the post's; the post says its source otherwise.
    same(
        "embed.js",
        &told(&["target"]),
        &alternatives("static/embed.js", "ATTRIBUTES"),
    );
    let plugin = file("integrations/wordpress/qari-reader/includes/attributes.php");
    let table = between(&plugin, "return array(\n", "\n\t);").expect("a table");
    let names = table.lines().filter_map(|line| {
        let name = line.strip_prefix("\t\t'")?;
        Some(name.split_once('\'')?.0)
    });
    same("attributes.php", &told(&["src", "target"]), &set(names));
}

/// What may be chosen stands in the markup; how it is stored and how many sizes there are, `touch.js` knows by itself.
#[test]
fn first_touch_keeps_what_the_full_reader_reads() {
    let script = file("static/touch.js");
    let table = between(&script, "const CHOSEN_BY = {", "}").expect("touch.js has CHOSEN_BY");
    let mut theirs = quoted(table);
    let size = between(&script, "choose({ ", ":").expect("touch.js chooses a size");
    theirs.insert(size.to_owned());
    let all = r#"{"textSize":5,"theme":"dark","font":"naskh","lineHeight":"loose"}"#;
    let stored: serde_json::Value =
        serde_json::from_str(&Choices::from_json(all).to_json()).unwrap();
    let rust = stored.as_object().into_iter().flatten();
    same(
        "choices",
        &set(rust.map(|(name, _)| name.as_str())),
        &theirs,
    );
    let ticks = format!("max: {},", TextSize::MAX.get());
    assert!(script.contains(&ticks), "touch.js has no «{ticks}»");
    let smallest = format!("[smaller, {}, larger]", TextSize::MIN.get());
    assert!(script.contains(&smallest), "touch.js has no «{smallest}»");
}

#[test]
fn the_types_have_every_attribute() {
    let types = file("static/qari.d.ts");
    let options = between(&types, "interface QariOptions {", "\n}").expect("QariOptions");
    let named: BTreeSet<String> = options
        .lines()
        .filter_map(|line| line.trim().split_once(':'))
        .map(|(name, _)| name.trim_end_matches('?').to_owned())
        .filter(|name| name.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    let told = ATTRIBUTES
        .iter()
        .map(|attribute| attribute.name)
        // Of the script form only: `mount` is told where by its first argument.
        .filter(|name| *name != "target");
    let rust = set(told).iter().map(|name| camel_case(name)).collect();
    same("QariOptions", &rust, &named);
}

#[test]
fn the_types_have_the_values_of_rust() {
    let auto = |names: &[&'static str]| set([&["auto"], names].concat());
    for (name, rust) in [
        ("QariFormat", set(Format::VARIANTS.iter().copied())),
        ("QariTheme", set(Theme::VARIANTS.iter().copied())),
        ("QariNumerals", auto(Numerals::VARIANTS)),
        ("QariControl", set(Control::VARIANTS.iter().copied())),
        ("QariHideable", set(Part::VARIANTS.iter().copied())),
        ("QariNetwork", set(Network::VARIANTS.iter().copied())),
    ] {
        same(name, &rust, &union(name));
    }
    let types = file("static/qari.d.ts");
    let embeds = between(&types, "embeds?:", ";").expect("embeds");
    let rust = set(Embeds::VARIANTS.iter().copied());
    same("embeds", &rust, &quoted(embeds));
}

#[test]
fn the_reference_has_every_attribute() {
    let reference = file("docs/ATTRIBUTES.md");
    let headings = reference.lines().filter_map(|line| {
        let name = line.strip_prefix("### `data-")?;
        name.strip_suffix('`')
    });
    let rust = set(ATTRIBUTES.iter().map(|attribute| attribute.name));
    same("docs/ATTRIBUTES.md", &rust, &set(headings));
}

#[test]
fn a_fault_links_to_the_same_page_as_the_article() {
    let addresses = [
        "https://n.example/wp-json/wp/v2/posts/123?_embed",
        "https://n.example/ar/wp-json/wp/v2/posts/123/",
        "https://n.example/index.php/wp-json/wp/v2/pages/7",
        "https://n.example/?rest_route=/wp/v2/posts/5&_embed",
        "https://n.example/blog/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F5",
        "https://n.example/blog/wp-json/wp/v2/posts?slug=khabar",
        "https://n.example/?rest_route=/wp/v2/posts&slug=a",
        "https://n.example/wp-json/wp/v2/posts/12x",
        "https://n.example/ghost/api/content/posts/slug/a/?key=0123abc",
        "https://me:word@api.example:8443/a.json?token=x",
        "about:srcdoc",
        "null",
    ];
    let script = format!(
        "import {{ pageOf }} from 'file://{}/static/plain.js'; console.log(JSON.stringify({}.map(pageOf)))",
        env!("CARGO_MANIFEST_DIR"),
        serde_json::to_string(&addresses).unwrap(),
    );
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", &script])
        .output()
        .expect("Node 20 or later is a prerequisite of this project: `node` could not be started");
    let told = String::from_utf8_lossy(&output.stderr);
    let theirs: Vec<String> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{told}"));
    let rust = addresses.map(|address| page_of(address).unwrap_or_default());
    assert_eq!(theirs, rust);
}

#[test]
fn every_error_code_has_its_help() {
    let types = file("static/qari.d.ts");
    let codes = between(&types, "type QariErrorCode =", ";").expect("the codes");
    let codes = set(codes.split('"').skip(1).step_by(2));
    let help = file("docs/TROUBLESHOOTING.md");
    let table = between(&help, "## By error code", "## By what is seen").expect("the table");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let helped = set(rows.filter_map(|row| row.split('`').next()));
    same("error codes with help", &codes, &helped);
}

#[test]
fn every_network_has_its_row_in_the_reference() {
    let reference = file("docs/ATTRIBUTES.md");
    let table = between(&reference, "# Share networks", "# Styling").expect("the table");
    let cells = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let named = set(cells
        .filter_map(|row| row.split(" | ").next())
        .flat_map(|cell| cell.split('`').step_by(2)));
    let networks = set(Network::VARIANTS.iter().copied());
    let missing: Vec<_> = networks.difference(&named).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
}

/// The keys that act before the full reader do so after it, too.
#[test]
fn first_touch_has_the_readers_keys() {
    let keys = |text: &str, before: &str| {
        let entries = text.split(before).skip(1);
        set(entries.filter_map(|rest| rest.split('"').next()))
    };
    let rust = keys(&file("src/app/hooks/use_shortcuts.rs"), "key: \"");
    let script = file("static/touch.js");
    let table = between(&script, "const SHORTCUTS = {", "}").expect("touch.js has SHORTCUTS");
    let theirs = table.split(',').filter_map(|entry| entry.split(':').next());
    let theirs = set(theirs.map(|key| key.trim().trim_matches('\'')));
    same("keys", &rust, &theirs);
}
