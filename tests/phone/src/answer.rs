//! What a command answers: the same for people and for programs.

use serde_json::{Map, Value};

/// An answer in both forms.
#[derive(Debug)]
pub struct Answer {
    /// Lines for a person, without a last line break.
    pub text: String,
    /// An object with stable keys.
    pub json: Map<String, Value>,
}

impl Answer {
    /// An answer of one key.
    pub fn new(text: impl Into<String>, key: &str, value: impl Into<Value>) -> Self {
        Self { text: text.into(), json: Map::from_iter([(key.to_owned(), value.into())]) }
    }

    /// Adds a key.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.json.insert(key.to_owned(), value.into());
        self
    }

    /// Adds a line for people.
    pub fn line(mut self, line: &str) -> Self {
        self.text.push('\n');
        self.text.push_str(line);
        self
    }
}

/// A numbered list for people; `empty` when there is nothing.
pub fn numbered(lines: impl IntoIterator<Item = String>, empty: &str) -> String {
    let lines: Vec<_> = lines.into_iter().enumerate().map(|(at, line)| format!("{:>3}. {line}", at + 1)).collect();
    if lines.is_empty() { empty.into() } else { lines.join("\n") }
}
