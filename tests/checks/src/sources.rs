//! The project's files as text: none too long, none with words that do not belong, a README for every crate, clean scripts.

use crate::metadata::Metadata;
use crate::{Error, output, read};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The files that git keeps or would keep, as paths from the root with slashes.
#[derive(Debug)]
pub struct Tree {
    files: BTreeSet<String>,
}

impl Tree {
    /// Asks git.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let mut command = Command::new("git");
        command.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root);
        let text = output(&mut command)?;
        // Git still lists a file that was deleted and not yet committed.
        Ok(Self { files: text.lines().filter(|path| root.join(path).is_file()).map(str::to_owned).collect() })
    }

    /// Every file's path.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }
}

/// `rules.toml`, which explains its fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    longest: usize,
    code: Vec<String>,
    exempt: Vec<String>,
    words: Vec<String>,
    paths: Vec<String>,
}

impl Rules {
    fn load(root: &Path) -> Result<Self, Error> {
        let path = root.join("tests/checks/rules.toml");
        toml::from_str(&read(&path)?).map_err(|cause| Error::Malformed { path, what: cause.to_string() })
    }

    fn problems_in(&self, path: &str, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let is_code = is_script(text) || self.code.iter().any(|ending| path.ends_with(ending));
        let lines = text.lines().count();
        if is_code && lines > self.longest {
            problems.push(format!("{path}: {lines} lines, {} at most", self.longest));
        }
        for (number, line) in text.lines().enumerate() {
            for word in self.words.iter().chain(&self.paths).filter(|word| line.contains(word.as_str())) {
                problems.push(format!("{path}:{}: {word}", number + 1));
            }
        }
        problems
    }
}

fn is_script(text: &str) -> bool {
    text.starts_with("#!/") || text.starts_with("# shellcheck shell=")
}

/// Files that are too long or hold what `rules.toml` forbids.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let rules = Rules::load(root)?;
    let mut problems = Vec::new();
    for path in Tree::load(root)?.paths().filter(|path| !rules.exempt.iter().any(|exempt| exempt == path)) {
        // What is not text is data.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            problems.extend(rules.problems_in(path, &text));
        }
    }
    Ok(problems)
}

/// Packages of the workspace that have no README.
pub fn without_readme(root: &Path) -> Result<Vec<String>, Error> {
    let metadata = Metadata::load(root, &["--no-deps"])?;
    let bare = metadata.own().filter(|package| !package.folder().join("README.md").is_file());
    Ok(bare.map(|package| format!("{} has no README.md", package.name)).collect())
}

/// What ShellCheck says about the project's scripts.
pub fn script_problems(root: &Path) -> Result<Vec<String>, Error> {
    let tree = Tree::load(root)?;
    let scripts: Vec<&str> = tree
        .paths()
        .filter(|path| std::fs::read_to_string(root.join(path)).is_ok_and(|text| is_script(&text)))
        .collect();
    let mut command = Command::new("shellcheck");
    command.args(["--external-sources", "--format=gcc"]).args(scripts).current_dir(root);
    let result = command.output().map_err(|cause| Error::Command {
        command: "shellcheck".to_owned(),
        what: format!("{cause}; tests/tools/setup rust installs it"),
    })?;
    let said = [result.stdout, result.stderr].concat();
    Ok(String::from_utf8_lossy(&said).lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let rules = Rules {
            longest: 3,
            code: vec![".rs".to_owned()],
            exempt: Vec::new(),
            words: vec!["LATER".to_owned()],
            paths: vec!["/somewhere/".to_owned()],
        };
        rules.problems_in(path, text)
    }

    #[test]
    fn code_has_a_longest_length_and_prose_has_none() {
        assert_eq!(found("a.rs", "1\n2\n3\n"), Vec::<String>::new());
        assert_eq!(found("a.rs", "1\n2\n3\n4\n"), ["a.rs: 4 lines, 3 at most"]);
        assert_eq!(found("a.md", "1\n2\n3\n4\n"), Vec::<String>::new());
        assert_eq!(found("run", "#!/bin/bash\n2\n3\n4\n"), ["run: 4 lines, 3 at most"]);
    }

    #[test]
    fn a_forbidden_word_is_named_with_its_line() {
        assert_eq!(found("a.md", "fine\nLATER\n/somewhere/else"), ["a.md:2: LATER", "a.md:3: /somewhere/"]);
    }
}
