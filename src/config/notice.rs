//! What is said to the site owner about an attribute that could not be taken as written.

/// One remark about one attribute, for `console.warn` and the debug panel. Never shown to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The attribute's name as written: `data-theme`.
    pub attribute: String,
    /// The value, or the entry of a list, as written.
    pub value: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an attribute, and what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The value is not understood: the default is used. Holds what is allowed.
    Value(&'static [&'static str]),
    /// One entry of a list is not understood and left out. Holds what is allowed.
    Entry(&'static [&'static str]),
    /// No such attribute; holds the known one it looks like.
    Name(&'static str),
}

/// Longest value repeated in a message, in characters: a whole article pasted into an attribute helps nobody.
const SHOWN: usize = 80;

impl Notice {
    /// One plain English line that names attribute, value and what is allowed.
    pub fn message(&self) -> String {
        let mut line = String::from("Qari: ");
        line.push_str(&self.attribute);
        line.push_str("=\"");
        line.extend(self.value.chars().take(SHOWN));
        line.push_str("\" is not ");
        let (after, allowed) = match self.problem {
            Problem::Value(allowed) => ("understood, the default is used. Allowed: ", allowed),
            Problem::Entry(allowed) => ("understood and left out. Allowed: ", allowed),
            Problem::Name(near) => {
                line.push_str("an attribute of Qari. Did you mean data-");
                line.push_str(near);
                line.push('?');
                return line;
            }
        };
        line.push_str(after);
        for (index, name) in allowed.iter().enumerate() {
            if index > 0 {
                line.push_str(", ");
            }
            line.push_str(name);
        }
        line.push('.');
        line
    }
}
