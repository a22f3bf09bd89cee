//! Reading aloud, as a reducer: which sentence, playing or resting, how fast.

use std::rc::Rc;

use yew::Reducible;

/// How fast a voice speaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed {
    /// As it is shown, chosen and stored.
    pub name: &'static str,
    /// A multiple of the voice's usual speed.
    pub rate: f32,
}

impl Speed {
    const USUAL: Self = Self {
        name: "1",
        rate: 1.0,
    };

    /// All that are offered.
    pub const ALL: [Self; 6] = [
        Self {
            name: "0.5",
            rate: 0.5,
        },
        Self {
            name: "0.75",
            rate: 0.75,
        },
        Self::USUAL,
        Self {
            name: "1.25",
            rate: 1.25,
        },
        Self {
            name: "1.5",
            rate: 1.5,
        },
        Self {
            name: "2",
            rate: 2.0,
        },
    ];

    /// The speed of this name; the usual one for any other text.
    pub fn named(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|speed| speed.name == name)
            .unwrap_or(Self::USUAL)
    }
}

/// Where listening stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Listening {
    /// How many sentences there are.
    pub sentences: usize,
    /// The sentence that is read, or that will be.
    pub at: usize,
    /// It is being read now.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
    /// Counts the utterances: what comes of an older one says nothing.
    pub turn: u32,
    /// The last sentence was read.
    pub over: bool,
}

/// What happens to it.
#[derive(Debug, Clone, PartialEq)]
pub enum ListeningAction {
    /// The sentences are known: begins with one of them.
    Begin {
        /// How many there are.
        sentences: usize,
        /// The first to be read.
        at: usize,
    },
    /// One sentence back.
    Previous,
    /// One sentence on.
    Next,
    /// Rests, or goes on with the same sentence.
    Toggle,
    /// Another speed; what is being read begins again.
    SetSpeed(Speed),
    /// The utterance of this turn came to its end.
    Finished(u32),
    /// The utterance of this turn was cancelled from elsewhere, or its voice is gone.
    Interrupted(u32),
}

impl Listening {
    /// Nothing is known yet.
    pub fn new(speed: Speed) -> Self {
        Self {
            sentences: 0,
            at: 0,
            playing: false,
            speed,
            turn: 0,
            over: false,
        }
    }
}

impl Reducible for Listening {
    type Action = ListeningAction;

    fn reduce(self: Rc<Self>, action: ListeningAction) -> Rc<Self> {
        let mut next = (*self).clone();
        let last = self.sentences.saturating_sub(1);
        match action {
            ListeningAction::Begin { sentences, at } => {
                next.sentences = sentences;
                next.at = at;
                next.playing = sentences > 0;
                next.over = sentences == 0;
            }
            ListeningAction::Previous => next.at = self.at.saturating_sub(1),
            ListeningAction::Next => next.at = (self.at + 1).min(last),
            ListeningAction::Toggle => next.playing = !self.playing,
            ListeningAction::SetSpeed(speed) => next.speed = speed,
            ListeningAction::Finished(turn) if turn == self.turn && self.at < last => next.at += 1,
            ListeningAction::Finished(turn) if turn == self.turn => {
                next.playing = false;
                next.over = true;
            }
            ListeningAction::Interrupted(turn) if turn == self.turn => next.playing = false,
            ListeningAction::Finished(_) | ListeningAction::Interrupted(_) => return self,
        }
        next.turn += 1;
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ListeningAction::*;

    fn after(actions: &[ListeningAction]) -> Listening {
        let begun = Rc::new(Listening::new(Speed::USUAL)).reduce(Begin {
            sentences: 3,
            at: 0,
        });
        let end = actions.iter().cloned().fold(begun, Reducible::reduce);
        (*end).clone()
    }

    #[test]
    fn it_goes_from_sentence_to_sentence_and_ends_with_the_last() {
        let first = after(&[]);
        assert_eq!((first.at, first.playing, first.turn), (0, true, 1));
        let second = after(&[Finished(1)]);
        assert_eq!((second.at, second.playing), (1, true));
        let end = after(&[Finished(1), Finished(2), Finished(3)]);
        assert_eq!((end.at, end.playing, end.over), (2, false, true));
    }

    #[test]
    fn what_comes_of_an_older_utterance_says_nothing() {
        assert_eq!(after(&[Next, Finished(1)]), after(&[Next]));
        assert_eq!(after(&[Next, Interrupted(1)]), after(&[Next]));
    }

    #[test]
    fn a_rest_keeps_the_sentence() {
        let rested = after(&[Next, Toggle]);
        assert_eq!((rested.at, rested.playing), (1, false));
        let resumed = after(&[Next, Toggle, Toggle]);
        assert_eq!((resumed.at, resumed.playing), (1, true));
    }

    #[test]
    fn steps_stay_within_the_article() {
        assert_eq!(after(&[Previous]).at, 0);
        assert_eq!(after(&[Next, Next, Next, Next]).at, 2);
    }

    #[test]
    fn a_speed_that_is_none_is_the_usual_one() {
        for other in ["7", "", "NaN", "1.50"] {
            assert_eq!(Speed::named(other), Speed::USUAL, "{other}");
        }
        assert_eq!(Speed::named("1.5").rate, 1.5);
    }

    #[test]
    fn where_there_is_nothing_to_read_it_is_over_at_once() {
        let none = Rc::new(Listening::new(Speed::USUAL)).reduce(Begin {
            sentences: 0,
            at: 0,
        });
        assert!(none.over && !none.playing);
    }
}
