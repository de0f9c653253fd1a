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

/// Runs every mutant of the project at this root, in a copy and a build folder of their own below `work`. True if each was
/// noticed, and the same seeds notice nothing in the project as it is.
pub fn run(root: &Path, work: &Path) -> Result<bool, Error> {
    let mutants = load(root)?;
    if mutants.is_empty() {
        println!("tests/mutations holds no patch");
        return Ok(false);
    }
    let copy = work.join("tree");
    let simulation = Simulation { copy: &copy, build: work.join("build") };

    lay_copy(root, &copy)?;
    let seeds = mutants.iter().map(|mutant| mutant.seeds.as_str()).collect::<Vec<_>>().join(",");
    if !simulation.build()? {
        println!("the project itself does not build");
        return Ok(false);
    }
    if !simulation.holds(&seeds)? {
        println!("the project itself fails with one of the seeds {seeds}");
        return Ok(false);
    }
    let mut all_noticed = true;
    for mutant in &mutants {
        let fate = fate(mutant, &simulation)?;
        all_noticed &= fate == Fate::Noticed;
        println!("{}: {} (seeds {})", mutant.name, fate.words(), mutant.seeds);
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
    let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    let text = output(command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root))?;
    let malformed = |what: &str| Error::Malformed { path: "cargo metadata".into(), what: what.to_owned() };
    let answer: serde_json::Value = serde_json::from_str(&text).map_err(|cause| malformed(&cause.to_string()))?;
    let target = answer["target_directory"].as_str().ok_or_else(|| malformed("no target_directory"))?;
    Ok(Path::new(target).join("mutants"))
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

/// Plants the bug, looks whether it is noticed, and takes it out again.
fn fate(mutant: &Mutant, simulation: &Simulation<'_>) -> Result<Fate, Error> {
    let apply = |arguments: &[&str]| {
        let mut command = Command::new("git");
        // The copy may be inside another repository: without a limit to its search, git would patch that one.
        let above = simulation.copy.parent().unwrap_or(simulation.copy);
        command.env("GIT_CEILING_DIRECTORIES", above).current_dir(simulation.copy);
        let result = command.arg("apply").args(arguments).arg(&mutant.patch).output().map_err(failed(&command))?;
        print!("{}", String::from_utf8_lossy(&result.stderr));
        Ok(result.status.success())
    };
    if !apply(&[])? {
        return Ok(Fate::DoesNotApply);
    }
    let fate = if !simulation.build()? {
        Fate::DoesNotBuild
    } else if simulation.holds(&mutant.seeds)? {
        Fate::Survived
    } else {
        Fate::Noticed
    };
    apply(&["--reverse"])?;
    Ok(fate)
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

    /// Whether the simulation notices nothing with these seeds.
    fn holds(&self, seeds: &str) -> Result<bool, Error> {
        let mut command = Command::new(self.build.join("debug/soak"));
        Ok(status(command.arg(seeds).current_dir(self.copy).stdout(Stdio::null()).stderr(Stdio::null()))?.success())
    }
}

fn status(command: &mut Command) -> Result<ExitStatus, Error> {
    command.stdin(Stdio::null()).status().map_err(failed(command))
}

/// The error of a command that did not even start.
fn failed(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let command = format!("{command:?}");
    |cause| Error::Command { command, what: cause.to_string() }
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

/// Copies the project again. What was built from an earlier copy stays, and is used where it is still current.
fn lay_copy(root: &Path, copy: &Path) -> Result<(), Error> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |cause| Error::File { path, cause }
    };
    if copy.exists() {
        std::fs::remove_dir_all(copy).map_err(failed(copy))?;
    }
    for path in Tree::load(root)?.paths() {
        let to = copy.join(path);
        std::fs::create_dir_all(to.parent().unwrap_or(copy)).map_err(failed(&to))?;
        std::fs::copy(root.join(path), &to).map_err(failed(&to))?;
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
