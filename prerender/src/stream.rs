//! Articles by the line: one JSON a line in, one line out for each, in order, on all cores, in constant memory.
//!
//! While a batch of lines is rendered, the one after it is read and the one before it is written.

mod line;

use std::io::{self, BufRead, Read, Write};
use std::mem;

use rayon::prelude::*;

use crate::source::LARGEST;
use crate::{Attributes, Files, Prerendered};
use line::{Line, answer};

/// Lines of a batch, for each core: enough that none waits long for another.
const LINES: usize = 32;
/// Bytes of a batch, for each core; a batch has one line at least.
const BYTES: usize = 1 << 20;

/// How lines are rendered.
#[derive(Debug)]
pub struct Options<'a> {
    /// Attributes for all lines; a line's own win.
    pub attributes: &'a Attributes,
    /// Makes HTML of an article.
    pub html: fn(&Prerendered, &Files) -> String,
    /// Where Qari's files are.
    pub files: &'a Files,
}

/// How many lines were what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// With an article.
    pub rendered: u64,
    /// With a fault.
    pub failed: u64,
}

/// Reads lines until there are no more. `on_batch` hears how many are done, `on_notice` what is wrong with a line's own attributes.
///
/// # Errors
///
/// Reading or writing fails. A bad article is none: it is a line with its error.
pub fn run(
    input: impl BufRead + Send,
    mut output: impl Write + Send,
    options: &Options,
    mut on_batch: impl FnMut(u64),
    mut on_notice: impl FnMut(&str),
) -> io::Result<Counts> {
    let mut counts = Counts::default();
    let mut lines = Lines { input, number: 0 };
    let mut batch = lines.batch()?;
    let mut answers = Vec::new();
    while !batch.is_empty() || !answers.is_empty() {
        let finished = mem::take(&mut answers);
        let (next, (rendered, written)) = rayon::join(
            || lines.batch(),
            || {
                rayon::join(
                    || rendered(batch, options),
                    || write(&mut output, &finished),
                )
            },
        );
        written?;
        for answer in &finished {
            answer.notices.iter().for_each(|notice| on_notice(notice));
            *match answer.is_article {
                true => &mut counts.rendered,
                false => &mut counts.failed,
            } += 1;
        }
        on_batch(counts.rendered + counts.failed);
        (batch, answers) = (next?, rendered);
    }
    output.flush().map(|()| counts)
}

/// What is written for a line.
pub(crate) struct Answer {
    /// JSON, with the end of its line.
    json: Vec<u8>,
    /// It has an article, not an error.
    is_article: bool,
    /// What is wrong with its own attributes.
    notices: Vec<String>,
}

fn rendered(batch: Vec<Line>, options: &Options) -> Vec<Answer> {
    batch
        .into_par_iter()
        .map(|line| answer(line, options))
        .collect()
}

fn write(output: &mut impl Write, answers: &[Answer]) -> io::Result<()> {
    answers
        .iter()
        .try_for_each(|answer| output.write_all(&answer.json))
}

/// The lines that are left.
struct Lines<R> {
    input: R,
    /// Of the last one, blank ones counted.
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The next lines that are not blank; none at the end.
    fn batch(&mut self) -> io::Result<Vec<Line>> {
        let cores = rayon::current_num_threads();
        let mut batch = Vec::with_capacity(LINES * cores);
        let mut bytes = 0;
        while batch.len() < LINES * cores
            && bytes < BYTES * cores
            && let Some(line) = self.next()?
        {
            bytes += line.json.len();
            if line.is_too_large || !line.json.trim_ascii().is_empty() {
                batch.push(line);
            }
        }
        Ok(batch)
    }

    /// The next one, without its end. One that is too large is not kept, however long it is.
    fn next(&mut self) -> io::Result<Option<Line>> {
        let mut json = Vec::new();
        let mut limited = self.input.by_ref().take(LARGEST + 1);
        if limited.read_until(b'\n', &mut json)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let is_whole = json.pop_if(|last| *last == b'\n').is_some();
        let is_too_large = json.len() as u64 > LARGEST;
        if is_too_large {
            json = Vec::new();
            if !is_whole {
                self.input.skip_until(b'\n')?;
            }
        }
        Ok(Some(Line {
            number: self.number,
            json,
            is_too_large,
        }))
    }
}
