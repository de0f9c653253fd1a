//! Runs the real program.

#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used)]

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::Value;

pub struct Phone {
    pub home: PathBuf,
    // Removed with the phone.
    _folder: Option<tempfile::TempDir>,
}

/// What a command wrote, as its one object or for a person, and its exit code.
#[derive(Debug)]
pub struct Outcome {
    pub out: String,
    pub errors: String,
    pub code: Option<i32>,
}

impl Phone {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { home: folder.path().join("phone"), _folder: Some(folder) }
    }

    pub fn at(home: &Path) -> Self {
        Self { home: home.into(), _folder: None }
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phone"));
        command.env_remove("TEND_HOME").arg("--home").arg(&self.home).stdin(Stdio::null());
        command
    }

    pub fn outcome(&self, words: &[&str]) -> Outcome {
        let output = self.command().args(words).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Outcome { out: text(output.stdout), errors: text(output.stderr), code: output.status.code() }
    }

    /// The answer of a command that works.
    pub fn run(&self, words: &[&str]) -> Value {
        let outcome = self.outcome(&[&["--json"], words].concat());
        assert_eq!(outcome.code, Some(0), "{words:?}: {outcome:?}");
        assert_eq!(outcome.out.lines().count(), 1, "{words:?}: {outcome:?}");
        serde_json::from_str(&outcome.out).unwrap()
    }

    /// The code with which a command is refused, in JSON and for people alike.
    pub fn refusal(&self, words: &[&str]) -> String {
        let outcome = self.outcome(&[&["--json"], words].concat());
        let answer: Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{words:?}: {outcome:?}"));
        let error = &answer["error"];
        let code = error["code"].as_str().unwrap_or_else(|| panic!("{words:?} worked: {answer}")).to_owned();
        assert!(error["message"].as_str().unwrap().len() > 10, "{words:?}: {answer}");
        assert!(error["retry_can_help"].is_boolean(), "{words:?}: {answer}");
        assert_eq!(outcome.code, Some(if code == "usage" { 2 } else { 1 }), "{words:?}");
        code
    }

    pub fn texts(&self) -> Vec<String> {
        let all = self.run(&["appreciations"]);
        let all = all["appreciations"].as_array().unwrap();
        all.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
    }

    pub fn shell(&self) -> Shell {
        let mut child =
            self.command().arg("--json").arg("shell").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        Shell { child, input, output }
    }
}

pub struct Shell {
    pub child: Child,
    pub input: Option<ChildStdin>,
    pub output: BufReader<ChildStdout>,
}

impl Shell {
    pub fn write(&mut self, line: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(&[line, b"\n"].concat()).unwrap();
        input.flush().unwrap();
    }

    /// The next line, `None` at the end.
    pub fn read(&mut self) -> Option<Value> {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        (!line.is_empty()).then(|| serde_json::from_str(&line).unwrap())
    }

    /// The next answer: events are passed over.
    pub fn answer(&mut self) -> Value {
        loop {
            let value = self.read().expect("an answer");
            if value.get("event").is_none() {
                return value;
            }
        }
    }

    pub fn ask(&mut self, line: &str) -> Value {
        self.write(line.as_bytes());
        self.answer()
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
