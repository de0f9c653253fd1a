use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use serde_json::Value;

use super::{PATIENCE, Refused, end, wait};

/// A phone as one long-lived process: lines in, answers and events out.
#[derive(Debug)]
pub struct PhoneShell {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    events: VecDeque<Value>,
}

impl PhoneShell {
    pub(super) fn start(mut command: Command) -> Self {
        command.arg("--json").arg("shell").stdin(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().expect("the phone can be started");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("stdout is piped"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, input, lines, events: VecDeque::new() }
    }

    /// Writes a line as it is, without waiting for an answer.
    ///
    /// # Panics
    /// When the phone does not read any more.
    pub fn write_line(&mut self, line: &[u8]) {
        let input = self.input.as_mut().expect("the shell is open");
        input
            .write_all(line)
            .and_then(|()| input.write_all(b"\n"))
            .and_then(|()| input.flush())
            .expect("the shell reads");
    }

    /// Runs a line and waits for its answer; events that come before are kept.
    ///
    /// # Errors
    /// What the phone says when it does not do it.
    ///
    /// # Panics
    /// When no answer comes.
    pub fn ask(&mut self, words: &[&str]) -> Result<Value, Refused> {
        let quoted: Vec<_> = words.iter().map(|word| format!("'{}'", word.replace('\'', "'\\''"))).collect();
        self.write_line(quoted.join(" ").as_bytes());
        self.answer()
    }

    /// The next answer.
    ///
    /// # Errors
    /// What the phone says when it does not do it.
    ///
    /// # Panics
    /// When none comes.
    pub fn answer(&mut self) -> Result<Value, Refused> {
        loop {
            let value = self.next_line(PATIENCE).expect("the shell answers");
            if value.get("event").is_some() {
                self.events.push_back(value);
                continue;
            }
            return Refused::of(&value).map_or(Ok(value), Err);
        }
    }

    /// Runs a line that must work.
    ///
    /// # Panics
    /// When it does not.
    pub fn run(&mut self, words: &[&str]) -> Value {
        self.ask(words).unwrap_or_else(|refused| panic!("{words:?}: {refused}"))
    }

    /// Waits for something to change: an event that came, or comes before the deadline.
    ///
    /// # Panics
    /// When an answer comes that nobody asked for.
    pub fn event(&mut self, patience: Duration) -> Option<Value> {
        if let Some(event) = self.events.pop_front() {
            return Some(event);
        }
        let value = self.next_line(patience)?;
        assert!(value.get("event").is_some(), "nobody asked for {value}");
        Some(value)
    }

    /// Asks again at each event until the answer is as wanted. Returns that answer.
    ///
    /// # Panics
    /// When it does not become so before the deadline.
    pub fn wait_until(&mut self, words: &[&str], wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = self.run(words);
            if wanted(&answer) {
                return answer;
            }
            let left = until.saturating_duration_since(Instant::now());
            assert!(self.event(left).is_some(), "{words:?} stays {answer}");
        }
    }

    /// Ends the input, and waits for the process to end by itself. Returns its exit code.
    ///
    /// # Panics
    /// When it does not end.
    pub fn close(&mut self) -> Option<i32> {
        self.input = None;
        wait(&mut self.child, "the shell").code()
    }

    /// Ends it at once, no matter what it is doing.
    pub fn kill(&mut self) {
        end(&mut self.child);
    }

    fn next_line(&mut self, patience: Duration) -> Option<Value> {
        let line = self.lines.recv_timeout(patience).ok()?;
        Some(serde_json::from_str(&line).unwrap_or_else(|_| panic!("the shell wrote {line:?}")))
    }
}

impl Drop for PhoneShell {
    fn drop(&mut self) {
        self.kill();
    }
}
