//! Standard output and error.

use std::{collections::BTreeSet, io::Write};

use serde_json::{Value, json};
use tend_core::{Area, content::Language};

use crate::{answer::Answer, failure::Failure, said::shown};

/// Where answers go. Every answer, failure and event is written whole and at once, so that lines of several threads do not mix.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
    /// Of failures.
    language: Language,
}

impl Output {
    pub fn new(json: bool, language: Language) -> Self {
        Self { json, language }
    }

    pub fn answer(self, answer: &Answer) {
        if self.json {
            print(&Value::Object(answer.json.clone()).to_string());
        } else {
            print(&shown(&answer.text));
        }
    }

    /// People read it on standard error; a program finds it where it looks for the answer.
    pub fn failure(self, failure: &Failure) {
        if self.json {
            print(&failure.json(self.language).to_string());
        } else {
            let mut error = std::io::stderr().lock();
            let _ = writeln!(error, "{} ({})", shown(&failure.message(self.language)), failure.code());
        }
    }

    /// What a screen shows of these areas may have changed.
    pub fn changed(self, areas: &BTreeSet<Area>) {
        let names: Vec<_> = areas.iter().map(|area| area.name()).collect();
        if self.json {
            print(&json!({ "event": "changed", "areas": names }).to_string());
        } else {
            print(&format!("· changed: {}", names.join(", ")));
        }
    }
}

fn print(text: &str) {
    // When standard output is closed, there is nobody to tell.
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}
