//! The long-lived phone: commands from standard input, one answer each, and events as they come.

mod words;

use std::{
    collections::BTreeSet,
    io::BufRead,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use clap::Parser;
use tend_core::{Area, Listener, Tend};
use tokio::{sync::mpsc, task::JoinHandle};

use crate::{
    answer::Answer,
    args::{Options, ShellAction, ShellLine, Switch},
    failure::Failure,
    output::Output,
    verbs,
};

/// Bytes of the longest line.
const LINE_BYTES: usize = 64 * 1024;

/// Reads and runs lines until `quit` or the end of standard input. A bad line is answered with its failure, and the next one read.
///
/// # Errors
/// Failures while it starts; the failure of a line is its answer.
pub async fn run(tend: &Arc<Tend>, options: &Options, output: &Output) -> Result<(), Failure> {
    let mut shell = Shell { tend, offline: options.offline, output: *output, following: None };
    let told = Arc::new(Told { output: *output, on: AtomicBool::new(false) });
    let number = tend.subscribe(Arc::<Told>::clone(&told));
    let mut lines = lines();
    while let Some(line) = lines.recv().await {
        match shell.line(&line, &told).await {
            Ok(Some(answer)) => output.answer(&answer),
            Ok(None) => break,
            Err(failure) => output.failure(&failure),
        }
    }
    shell.follow(Switch::Off, &told);
    tend.unsubscribe(number);
    Ok(())
}

struct Shell<'t> {
    tend: &'t Arc<Tend>,
    offline: bool,
    output: Output,
    following: Option<JoinHandle<()>>,
}

impl Shell<'_> {
    /// Runs a line; `None` says that it was the last.
    async fn line(&mut self, line: &Line, told: &Told) -> Result<Option<Answer>, Failure> {
        let Line::Text(line) = line else { return Err(Failure::new("usage", "This line cannot be read.")) };
        let words = words::split(line).ok_or_else(|| Failure::new("usage", "A quotation mark is not closed."))?;
        let line = match ShellLine::try_parse_from(words) {
            Ok(line) => line,
            Err(error) if error.use_stderr() => return Err(Failure::usage(&error)),
            Err(page) => return Ok(Some(Answer::new(page.to_string().trim_end(), "help", page.to_string()))),
        };
        match line.action {
            ShellAction::Quit => Ok(None),
            ShellAction::Follow { state } => Ok(Some(self.follow(state, told))),
            ShellAction::Verb(verb) => verbs::run(self.tend, verb, self.offline || line.offline).await.map(Some),
        }
    }

    fn follow(&mut self, state: Switch, told: &Told) -> Answer {
        let on = state == Switch::On;
        told.on.store(on, Ordering::Release);
        if !on {
            if let Some(task) = self.following.take() {
                task.abort();
            }
            return Answer::new("Not connected any more.", "follow", false);
        }
        if self.following.is_none() {
            let syncing = self.tend.syncing();
            self.following = Some(tokio::spawn(async move { syncing.follow().await }));
        }
        Answer::new("Connected, as long as the server can be reached.", "follow", true)
    }
}

impl std::fmt::Debug for Shell<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shell").field("output", &self.output).finish_non_exhaustive()
    }
}

/// Prints an event for each change, while they are wanted.
struct Told {
    output: Output,
    on: AtomicBool,
}

impl Listener for Told {
    fn changed(&self, areas: &BTreeSet<Area>) {
        if self.on.load(Ordering::Acquire) {
            self.output.changed(areas);
        }
    }
}

enum Line {
    Text(String),
    /// Too long, or not UTF-8.
    Unreadable,
}

/// The lines of standard input. They are read on a thread of their own, which ends with the process.
fn lines() -> mpsc::Receiver<Line> {
    let (sender, receiver) = mpsc::channel(1);
    std::thread::spawn(move || {
        let mut input = std::io::stdin().lock();
        while let Ok(Some(line)) = next_line(&mut input) {
            if matches!(&line, Line::Text(text) if text.trim().is_empty()) {
                continue;
            }
            if sender.blocking_send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

/// The next line without its end, `None` at the end of input. Of a line that is too long no more than the bound is held.
fn next_line(input: &mut impl BufRead) -> std::io::Result<Option<Line>> {
    let (mut bytes, mut too_long) = (Vec::new(), false);
    loop {
        let part = input.fill_buf()?;
        if part.is_empty() && bytes.is_empty() && !too_long {
            return Ok(None);
        }
        let end = part.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(part.len());
        if bytes.len() + taken > LINE_BYTES {
            too_long = true;
            bytes.clear();
        } else if !too_long {
            bytes.extend_from_slice(&part[..taken]);
        }
        let ended = end.is_some() || part.is_empty();
        input.consume(end.map_or(taken, |end| end + 1));
        if ended {
            let text = (!too_long).then(|| String::from_utf8(bytes).ok()).flatten();
            return Ok(Some(text.map_or(Line::Unreadable, Line::Text)));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn all(mut input: &[u8]) -> Vec<Option<String>> {
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input).unwrap() {
            lines.push(if let Line::Text(text) = line { Some(text) } else { None });
        }
        lines
    }

    #[test]
    fn lines_end_with_a_line_break_or_the_input() {
        assert_eq!(all(b"who\n\nsync"), [Some("who".into()), Some(String::new()), Some("sync".into())]);
        assert!(all(b"").is_empty());
    }

    #[test]
    fn a_line_that_cannot_be_read_does_not_hide_the_next() {
        let mut input = vec![b'x'; LINE_BYTES + 1];
        input.extend_from_slice(b"\n\xff\xfe\nwho\n");
        assert_eq!(all(&input), [None, None, Some("who".into())]);
    }
}
