//! Planted bugs: each patch under `tests/mutations/` puts one into a copy of the project, and the simulation must notice.
//!
//! A patch is what `git diff` prints, below lines of its own: what the bug is, and `Seeds: 3,17,40-45`, the seeds that notice it.
#![allow(clippy::print_stdout, reason = "this is what a person reads")]

use crate::sources::Tree;
use crate::{Error, output, read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// One planted bug.
#[derive(Debug, PartialEq, Eq)]
struct Mutant {
    name: String,
    patch: PathBuf,
    seeds: String,
}

/// What became of a mutant.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Noticed,
    Survived,
    DoesNotApply,
    DoesNotBuild,
}

/// Runs every mutant of the project at this root, in a copy and a build folder of their own below Cargo's target folder. True if
/// each was noticed, and the same seeds notice nothing in the project as it is.
pub fn run(root: &Path) -> Result<bool, Error> {
    let mutants = load(root)?;
    if mutants.is_empty() {
        println!("tests/mutations holds no patch");
        return Ok(false);
    }
    let work = target_folder(root)?.join("mutants");
    let copy = work.join("tree");
    let simulate = Simulation { copy: &copy, build: work.join("build") };

    lay_copy(root, &copy)?;
    let seeds = mutants.iter().map(|mutant| mutant.seeds.as_str()).collect::<Vec<_>>().join(",");
    if !simulate.build()? {
        println!("the project itself does not build");
        return Ok(false);
    }
    if !simulate.holds(&seeds)? {
        println!("the project itself fails with one of the seeds {seeds}");
        return Ok(false);
    }
    let mut all_noticed = true;
    for mutant in &mutants {
        lay_copy(root, &copy)?;
        let fate = fate(mutant, &simulate)?;
        all_noticed &= fate == Fate::Noticed;
        println!("{}: {} (seeds {})", mutant.name, fate.words(), mutant.seeds);
    }
    Ok(all_noticed)
}

impl Fate {
    fn words(&self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::Survived => "SURVIVED",
            Self::DoesNotApply => "NO LONGER APPLIES",
            Self::DoesNotBuild => "DOES NOT BUILD",
        }
    }
}

fn fate(mutant: &Mutant, simulate: &Simulation<'_>) -> Result<Fate, Error> {
    // The copy lies inside another repository: without an end to the search, git would take the patch to be for that one.
    let above = simulate.copy.parent().unwrap_or(simulate.copy);
    let mut apply = Command::new("git");
    apply.arg("apply").arg(&mutant.patch).current_dir(simulate.copy).env("GIT_CEILING_DIRECTORIES", above);
    Ok(if !status(&mut apply)?.success() {
        Fate::DoesNotApply
    } else if !simulate.build()? {
        Fate::DoesNotBuild
    } else if simulate.holds(&mutant.seeds)? {
        Fate::Survived
    } else {
        Fate::Noticed
    })
}

/// The program `soak` of a copy of the project.
struct Simulation<'a> {
    copy: &'a Path,
    build: PathBuf,
}

impl Simulation<'_> {
    fn build(&self) -> Result<bool, Error> {
        let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = Command::new(program);
        command.args(["build", "--quiet", "--locked", "-p", "tend-tests", "--bin", "soak", "--target-dir"]);
        Ok(status(command.arg(&self.build).current_dir(self.copy))?.success())
    }

    /// Whether nothing is noticed with these seeds.
    fn holds(&self, seeds: &str) -> Result<bool, Error> {
        let mut command = Command::new(self.build.join("debug/soak"));
        Ok(status(command.arg(seeds).current_dir(self.copy).stdout(Stdio::null()).stderr(Stdio::null()))?.success())
    }
}

fn status(command: &mut Command) -> Result<ExitStatus, Error> {
    let name = format!("{command:?}");
    command.stdin(Stdio::null()).status().map_err(|cause| Error::Command { command: name, what: cause.to_string() })
}

/// The mutants by the names of their patches.
fn load(root: &Path) -> Result<Vec<Mutant>, Error> {
    let tree = Tree::load(root)?;
    let patches = tree.paths().filter(|path| path.starts_with("tests/mutations/") && path.ends_with(".patch"));
    patches.map(|path| parse(&root.join(path), &read(&root.join(path))?)).collect()
}

fn parse(patch: &Path, text: &str) -> Result<Mutant, Error> {
    let mut head = text.lines().take_while(|line| !line.starts_with("diff --git ") && !line.starts_with("--- "));
    let seeds = head.find_map(|line| line.strip_prefix("Seeds: ")).map(|seeds| seeds.replace(' ', ""));
    let malformed =
        || Error::Malformed { path: patch.to_path_buf(), what: "no line `Seeds: …` above the patch".to_owned() };
    let seeds = seeds.filter(|seeds| !seeds.is_empty()).ok_or_else(malformed)?;
    let name = patch.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Mutant { name, patch: patch.to_path_buf(), seeds })
}

fn target_folder(root: &Path) -> Result<PathBuf, Error> {
    let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    let text = output(command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root))?;
    let malformed = |what: &str| Error::Malformed { path: "cargo metadata".into(), what: what.to_owned() };
    let answer: serde_json::Value = serde_json::from_str(&text).map_err(|cause| malformed(&cause.to_string()))?;
    answer["target_directory"].as_str().map(PathBuf::from).ok_or_else(|| malformed("no target_directory"))
}

/// Makes the copy equal to the project. A file that is already equal keeps its time, so that Cargo builds only what differs.
fn lay_copy(root: &Path, copy: &Path) -> Result<(), Error> {
    for path in Tree::load(root)?.paths() {
        let (from, to) = (root.join(path), copy.join(path));
        let failed = |cause| Error::File { path: to.clone(), cause };
        let bytes = std::fs::read(&from).map_err(|cause| Error::File { path: from.clone(), cause })?;
        if std::fs::read(&to).is_ok_and(|there| there == bytes) {
            continue;
        }
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&to, bytes).map_err(failed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_patch_names_its_seeds() {
        let patch = Path::new("skipped-dedupe.patch");
        let mutant = parse(patch, "An operation counts twice.\nSeeds: 3, 17,40-45\n\ndiff --git a/x b/x\n").unwrap();
        assert_eq!((mutant.name.as_str(), mutant.seeds.as_str()), ("skipped-dedupe", "3,17,40-45"));
    }

    #[test]
    fn seeds_below_the_head_do_not_count() {
        assert!(parse(Path::new("a.patch"), "diff --git a/x b/x\nSeeds: 3\n").is_err());
        assert!(parse(Path::new("a.patch"), "Seeds: \ndiff --git a/x b/x\n").is_err());
    }
}
