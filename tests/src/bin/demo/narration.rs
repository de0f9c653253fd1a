//! How the story is told: in chapters, with what people do and what their phones show.

use std::{io::Write, path::Path};

use tend_tests::process::PhoneProcess;

/// A phone in the story.
pub struct Phone {
    pub process: PhoneProcess,
    person: String,
}

impl Phone {
    pub fn new(folder: &Path, home: &str, person: &str) -> Self {
        Self { process: PhoneProcess::new(folder, home), person: person.into() }
    }

    /// What its person calls it.
    pub fn named(mut self, name: &str) -> Self {
        self.process = self.process.with(&["--device-name", name]);
        self
    }
}

pub struct Story {
    chapter: u32,
}

impl Story {
    pub fn new() -> Self {
        Self { chapter: 0 }
    }

    pub fn title(&mut self, title: &str) {
        self.line(&format!("\n{title}\n{}", "═".repeat(title.chars().count())));
    }

    pub fn chapter(&mut self, title: &str) {
        self.chapter += 1;
        let number = self.chapter;
        self.line(&format!("\n{number}. {title}\n"));
    }

    pub fn say(&mut self, words: &str) {
        self.line(&format!("   {words}"));
    }

    /// A person runs a command; the phone answers.
    pub fn shows(&mut self, phone: &Phone, words: &[&str]) {
        let answer = phone.process.read(words);
        let typed: Vec<_> = words.iter().map(|word| quoted(word)).collect();
        self.line(&format!("   {:>6} ▸ phone {}", phone.person, typed.join(" ")));
        for line in answer.lines() {
            self.line(&format!("          │ {line}"));
        }
    }

    /// Two phones held next to each other.
    pub fn side_by_side(&mut self, heads: [&str; 2], left: &[String], right: &[String]) {
        self.line(&format!("\n          {:<22}{}", heads[0], heads[1]));
        for (left, right) in left.iter().zip(right) {
            // A picture is one character and takes the room of two.
            self.line(&format!("          {left:<21}{right}"));
        }
        self.line("");
    }

    fn line(&mut self, line: &str) {
        // Nobody is listening any more when standard output is closed.
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    }
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.into() } else { format!("\"{word}\"") }
}
