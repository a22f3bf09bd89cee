//! A short smoke run of what `fuzz/` does for long: everything in its corpus, and each of it damaged in many ways, keeps
//! the promises. The damage is the same in every run, so that what fails here fails again.

mod tree;

use std::fs;
use std::path::Path;

/// Ways in which each input is damaged.
const DAMAGES: u64 = 12;

/// Inputs of a target's corpus, by name.
fn corpus(target: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let mut inputs: Vec<_> = fs::read_dir(folder)
        .expect("the corpus")
        .map(|file| file.expect("a file").path())
        .map(|path| {
            let text = String::from_utf8_lossy(&fs::read(&path).expect("readable")).into_owned();
            (path.display().to_string(), text)
        })
        .collect();
    inputs.sort();
    inputs
}

/// Numbers that look like chance (xorshift), the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// `text` with a few places cut out, doubled, replaced by a sign that means something, or filled from `other`.
fn damaged(text: &str, other: &str, chance: &mut Chance) -> String {
    const SIGNS: [&str; 12] = [
        "<", ">", "\"", "&", "%3A", "[", "]", "{", "\u{202e}", "\\u0000", "</p>", "٣",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    let other: Vec<char> = other.chars().collect();
    for _ in 0..1 + chance.below(4) {
        let at = chance.below(chars.len() + 1);
        let end = (at + chance.below(40)).min(chars.len());
        let put: Vec<char> = match chance.below(4) {
            0 => Vec::new(),
            1 => [&chars[at..end], &chars[at..end]].concat(),
            2 => SIGNS[chance.below(SIGNS.len())].chars().collect(),
            _ => {
                let from = chance.below(other.len() + 1);
                other[from..(from + chance.below(60)).min(other.len())].to_vec()
            }
        };
        chars.splice(at..end, put);
    }
    chars.into_iter().collect()
}

fn run(target: &str, check: impl Fn(&str) -> Result<(), String>) {
    let inputs = corpus(target);
    assert!(inputs.len() > 20, "{target}: only {} inputs", inputs.len());
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for (name, text) in &inputs {
        if let Err(why) = check(text) {
            panic!("{name}: {why}");
        }
        for _ in 0..DAMAGES {
            let other = &inputs[chance.below(inputs.len())].1;
            let text = damaged(text, other, &mut chance);
            if let Err(why) = check(&text) {
                panic!("{name}, damaged to:\n{text}\n{why}");
            }
        }
    }
}

#[test]
fn html_however_damaged_becomes_a_tree_that_keeps_every_promise() {
    run("html_to_tree", |html| {
        tree::check_all(html, &tree::context()).map(drop)
    });
}

#[test]
fn json_however_damaged_is_read_without_a_panic() {
    run("json_to_article", tree::check_article);
}
