//! Standard output and error.

use std::io::Write;

use serde_json::{Value, json};

use crate::{answer::Answer, failure::Failure};

/// Where answers go. Every answer, failure and event is written whole and at once, so that lines of several threads do not mix.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    pub fn answer(self, answer: &Answer) {
        if self.json { print(&Value::Object(answer.json.clone()).to_string()) } else { print(&answer.text) }
    }

    /// People read it on standard error; a program finds it where it looks for the answer.
    pub fn failure(self, failure: &Failure) {
        if self.json {
            print(&failure.json().to_string());
        } else {
            let mut error = std::io::stderr().lock();
            let _ = writeln!(error, "{} ({})", failure.message(), failure.code());
        }
    }

    /// Something that a screen shows may have changed.
    pub fn changed(self) {
        if self.json { print(&json!({ "event": "changed" }).to_string()) } else { print("· something changed") }
    }
}

fn print(text: &str) {
    // Nobody is left to tell when standard output is closed.
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}
