//! The rules of content, as `docs/content.md` gives them. The build script holds the files to them; each rule has a test that breaks it.

mod catalogue;
mod messages;
pub mod voice;

use super::files::Files;

/// What does not hold, each in a sentence that names where.
pub fn problems(files: &Files) -> Vec<String> {
    let mut problems = catalogue::problems(files);
    problems.extend(messages::problems(files));
    problems.extend(voice::problems(files));
    problems
}

/// A language's messages, for tests.
#[cfg(test)]
pub fn messages_of(text: &str) -> messages::Messages {
    let mut found = messages::Messages::new();
    messages::parse(text, &mut found, false);
    found
}
