//! Planted bugs: each patch under `tests/mutations/` puts one into a copy of the project, and its seeds or tests must notice.
//!
//! A patch is what `git diff` prints, below lines of its own: what the bug is, and what notices it ([`Watch`]).

mod copy;
mod watch;

use crate::sources::Tree;
use crate::{Error, read};
use copy::{Copy, Outcome, lay};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use watch::{Watch, each_once};

/// One planted bug.
#[derive(Debug, PartialEq, Eq)]
struct Mutant {
    name: String,
    patch: PathBuf,
    watch: Watch,
    /// The crate's folder that it changes first: what is in one folder follows each other, so that less is built again.
    folder: String,
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Noticed,
    Survived,
    RanNoTest,
    DoesNotApply,
    DoesNotBuild,
}

/// Runs every mutant of the project at this root, in a copy and a build folder of their own below `work`. True if each was
/// noticed, and the same seeds and tests notice nothing in the project as it is.
pub fn run(root: &Path, work: &Path, out: &mut dyn Write) -> Result<bool, Error> {
    let mut mutants = load(root)?;
    if mutants.is_empty() {
        say(out, "tests/mutations holds no patch")?;
        return Ok(false);
    }
    mutants.sort_by(|a, b| (&a.watch, &a.folder, &a.name).cmp(&(&b.watch, &b.folder, &b.name)));
    let copy = Copy { folder: work.join("tree"), build: work.join("build") };
    lay(root, &copy.folder)?;
    if let Some(problem) = as_it_is(&mutants, &copy)? {
        say(out, &problem)?;
        return Ok(false);
    }
    let mut all_noticed = true;
    for mutant in &mutants {
        let fate = fate(mutant, &copy, out)?;
        all_noticed &= fate == Fate::Noticed;
        say(out, &format!("{}: {} ({})", mutant.name, fate.words(), mutant.watch))?;
    }
    Ok(all_noticed)
}

/// The patches that no longer fit the project as it is: looking is cheap, running them is not.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let mut problems = Vec::new();
    for mutant in load(root)? {
        let mut command = Command::new("git");
        command.args(["apply", "--check"]).arg(&mutant.patch).current_dir(root);
        let result = command.output().map_err(failed(&command))?;
        if !result.status.success() {
            problems.push(format!(
                "{} no longer applies: {}",
                mutant.name,
                String::from_utf8_lossy(&result.stderr).trim()
            ));
        }
    }
    Ok(problems)
}

/// Where mutants are built: below Cargo's target folder.
pub fn work_folder(root: &Path) -> Result<PathBuf, Error> {
    let mut command = Command::new(cargo());
    let text = crate::output(command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root))?;
    let malformed = |what: &str| Error::Malformed { path: "cargo metadata".into(), what: what.to_owned() };
    let answer: serde_json::Value = serde_json::from_str(&text).map_err(|cause| malformed(&cause.to_string()))?;
    let target = answer["target_directory"].as_str().ok_or_else(|| malformed("no target_directory"))?;
    Ok(Path::new(target).join("mutants"))
}

impl Fate {
    fn words(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::Survived => "SURVIVED",
            Self::RanNoTest => "RAN NO TEST",
            Self::DoesNotApply => "NO LONGER APPLIES",
            Self::DoesNotBuild => "DOES NOT BUILD",
        }
    }

    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Held => Self::Survived,
            Outcome::Failed => Self::Noticed,
            Outcome::RanNoTest => Self::RanNoTest,
        }
    }
}

/// Why nothing can be said of any mutant: what is to notice them does not build, runs nothing, or fails in the project as it is.
fn as_it_is(mutants: &[Mutant], copy: &Copy) -> Result<Option<String>, Error> {
    for watch in each_once(mutants.iter().map(|mutant| &mutant.watch)) {
        if !copy.build(&watch)? {
            return Ok(Some(format!("the project itself does not build for {watch}")));
        }
        match copy.look(&watch)? {
            Outcome::Held => {}
            Outcome::Failed => return Ok(Some(format!("the project itself fails with {watch}"))),
            Outcome::RanNoTest => return Ok(Some(format!("no test ran: {watch}"))),
        }
    }
    Ok(None)
}

/// Plants the bug, looks whether it is noticed, and takes it out again.
fn fate(mutant: &Mutant, copy: &Copy, out: &mut dyn Write) -> Result<Fate, Error> {
    let apply = |arguments: &[&str]| {
        let mut command = Command::new("git");
        // The copy may be inside another repository: without a limit to its search, git would patch that one.
        let above = copy.folder.parent().unwrap_or(&copy.folder);
        command.env("GIT_CEILING_DIRECTORIES", above).current_dir(&copy.folder);
        command.arg("apply").args(arguments).arg(&mutant.patch).output().map_err(failed(&command))
    };
    let applied = apply(&[])?;
    if !applied.status.success() {
        say(out, String::from_utf8_lossy(&applied.stderr).trim())?;
        return Ok(Fate::DoesNotApply);
    }
    let fate = if copy.build(&mutant.watch)? { Fate::of(copy.look(&mutant.watch)?) } else { Fate::DoesNotBuild };
    apply(&["--reverse"])?;
    Ok(fate)
}

fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

fn status(command: &mut Command) -> Result<ExitStatus, Error> {
    command.stdin(Stdio::null()).status().map_err(failed(command))
}

/// The error of a command that did not even start.
fn failed(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let command = format!("{command:?}");
    |cause| Error::Command { command, what: cause.to_string() }
}

fn say(out: &mut dyn Write, text: &str) -> Result<(), Error> {
    writeln!(out, "{text}").map_err(|cause| Error::Command { command: "mutants".to_owned(), what: cause.to_string() })
}

/// The mutants by the names of their patches.
fn load(root: &Path) -> Result<Vec<Mutant>, Error> {
    let tree = Tree::load(root)?;
    let patches = tree.paths().filter(|path| path.starts_with("tests/mutations/") && path.ends_with(".patch"));
    patches.map(|path| parse(&root.join(path), &read(&root.join(path))?)).collect()
}

fn parse(patch: &Path, text: &str) -> Result<Mutant, Error> {
    let is_head = |line: &&str| !line.starts_with("diff --git ") && !line.starts_with("--- ");
    let head: Vec<&str> = text.lines().take_while(is_head).collect();
    let malformed = |what: &str| Error::Malformed { path: patch.to_path_buf(), what: what.to_owned() };
    let watch = Watch::in_head(&head).map_err(malformed)?;
    let changed = text.lines().find_map(|line| line.strip_prefix("+++ b/")).unwrap_or_default();
    let folder = changed.split_once("/src/").map_or(changed, |(folder, _)| folder).to_owned();
    let name = patch.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Mutant { name, patch: patch.to_path_buf(), watch, folder })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn parsed(text: &str) -> Result<Mutant, Error> {
        parse(Path::new("skipped-dedupe.patch"), text)
    }

    #[test]
    fn a_patch_names_what_notices_it_and_where_it_is() {
        let text =
            "An operation counts twice.\nSeeds: 3, 17,40-45\n\ndiff --git a/x b/x\n--- a/x\n+++ b/server/src/x.rs\n";
        let mutant = parsed(text).unwrap();
        assert_eq!((mutant.name.as_str(), mutant.folder.as_str()), ("skipped-dedupe", "server"));
        assert_eq!(mutant.watch.to_string(), "seeds 3,17,40-45");
        let tests = parsed(&text.replace("Seeds: 3, 17,40-45", "Tests: tend-core --lib merge::tests")).unwrap();
        assert_eq!(tests.watch.to_string(), "tests tend-core --lib merge::tests");
    }

    #[test]
    fn what_stands_below_the_head_does_not_count() {
        assert!(parsed("diff --git a/x b/x\nSeeds: 3\n").is_err());
        assert!(parsed("--- a/x\nTests: tend-core --lib merge\n").is_err());
        assert!(parsed("Seeds: \ndiff --git a/x b/x\n").is_err());
    }

    #[test]
    fn only_what_fails_with_the_bug_counts_as_noticed() {
        let fates = [Outcome::Failed, Outcome::Held, Outcome::RanNoTest].map(Fate::of);
        assert_eq!(fates, [Fate::Noticed, Fate::Survived, Fate::RanNoTest]);
    }
}
