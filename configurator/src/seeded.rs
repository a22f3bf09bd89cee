//! Settings by number, for tests here and in browsers: the same number gives the same settings everywhere.

use strum::IntoEnumIterator;

use crate::rows::{Ask, ROWS, Row};
use crate::state::{From, Sample, State};

/// What cannot be shown with the samples: they would not be read, or their pictures not found.
const LEFT_OUT: &[&str] = &["src", "format", "map", "base-url", "target"];

/// The settings of this number.
pub fn settings(number: u64) -> State {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let samples: Vec<Sample> = Sample::iter().collect();
    let mut state = State {
        from: From::Sample,
        sample: samples[dice.below(samples.len())],
        ..State::default()
    };
    for row in ROWS.iter().filter(|row| !LEFT_OUT.contains(&row.name)) {
        if dice.below(3) == 0 {
            let value = value(row, &mut dice);
            state.set(row.name, &value);
        }
    }
    state
}

fn value(row: &Row, dice: &mut Dice) -> String {
    match row.ask {
        Ask::Line(_) if row.name == "item" => "0".to_owned(),
        Ask::Line(example) | Ask::Lines(example) => example.to_owned(),
        Ask::Suggested(example, often) => match dice.below(often.len() + 1) {
            0 => example.to_owned(),
            at => often[at - 1].to_owned(),
        },
        // Long enough for a busy machine.
        Ask::Number(least, most) => {
            let least = if most > 9 { 30 } else { least };
            (usize::from(least) + dice.below(usize::from(most - least) + 1)).to_string()
        }
        Ask::Choice(names) => names[dice.below(names.len())].to_owned(),
        Ask::Ordered { all, .. } | Ask::Several(all) => {
            let mut names = all.to_vec();
            for at in (1..names.len()).rev() {
                names.swap(at, dice.below(at + 1));
            }
            names.truncate(dice.below(names.len() + 1));
            row.ask.written(&names)
        }
        Ask::Flag => "on".to_owned(),
    }
}

/// xorshift64*
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most
    }
}
