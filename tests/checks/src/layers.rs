//! Which file of a crate uses which: no circles, and no import that `layers.toml` forbids.
//!
//! Read from the source, without the compiler: `use` and other paths are followed, through re-exports, to the file that defines
//! the item. A module that only re-exports what its children define does not use them. Methods and fields are not seen where no
//! path names their types. Code under `#[cfg(test)]` does not count.

mod modules;
mod written;

use crate::{Error, read};
use modules::{Import, Modules, Target};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// `layers.toml`, which explains its fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Layers {
    checked: Vec<String>,
    rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    folder: String,
    from: Vec<String>,
    modules: Vec<String>,
    #[serde(default)]
    crates: Vec<String>,
}

impl Layers {
    fn load(root: &Path) -> Result<Self, Error> {
        let path = root.join("tests/checks/layers.toml");
        toml::from_str(&read(&path)?).map_err(|cause| Error::Malformed { path, what: cause.to_string() })
    }
}

/// Circles and forbidden imports in the crates that `layers.toml` lists as checked.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let mut problems = Vec::new();
    for folder in Layers::load(root)?.checked {
        problems.extend(problems_of(root, &folder)?);
    }
    Ok(problems)
}

/// Circles and forbidden imports in the crate of this folder, such as `core`: one line for each import that is part of a
/// circle, and one for each that is forbidden.
///
/// # Errors
/// When a source cannot be read or is not Rust, or a file that `mod` names is missing.
pub fn problems_of(root: &Path, folder: &str) -> Result<Vec<String>, Error> {
    let source = format!("{folder}/src/");
    let mut files = BTreeMap::new();
    collect(root, &root.join(&source), &mut files)?;
    let modules = Modules::parse(&files, &source)?;
    let rules = Layers::load(root)?.rule;
    let mut problems = circles(&modules.imports());
    problems.extend(rules.iter().filter(|rule| rule.folder == folder).flat_map(|rule| rule.broken(&modules)));
    Ok(problems)
}

/// The text of each Rust file below a folder, under its path from the root.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<(), Error> {
    let failed = |cause| Error::File { path: folder.to_path_buf(), cause };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path: PathBuf = entry.map_err(failed)?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.insert(name, read(&path)?);
        }
    }
    Ok(())
}

/// For each circle a line with its files, then a line for each import between two of them.
fn circles(imports: &[Import<'_>]) -> Vec<String> {
    // One import as an example for each pair of files.
    let mut uses: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for import in imports {
        if let Target::Module(to) = &import.to
            && to.file != import.from.file
        {
            uses.entry(&import.from.file).or_default().entry(&to.file).or_insert(&import.path);
        }
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reachable(file, &uses))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let mut lines = Vec::new();
    let mut told = BTreeSet::new();
    for file in uses.keys().filter(|file| reaches(file, file)) {
        if told.contains(file) {
            continue;
        }
        let circle: BTreeSet<&str> = uses.keys().copied().filter(|b| reaches(file, b) && reaches(b, file)).collect();
        let files: Vec<&str> = circle.iter().copied().collect();
        lines.push(format!("circle of {} files: {}", files.len(), files.join(", ")));
        for from in &circle {
            for (to, path) in uses[from].iter().filter(|(to, _)| circle.contains(*to)) {
                lines.push(format!("{from}: in a circle it uses {to} ({path})"));
            }
        }
        told.extend(circle);
    }
    lines
}

/// The files that this one uses, and that those use, and so on. It is itself among them if it is in a circle.
fn reachable<'a>(file: &'a str, uses: &BTreeMap<&'a str, BTreeMap<&'a str, &'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut ahead = vec![file];
    while let Some(file) = ahead.pop() {
        ahead.extend(uses.get(file).into_iter().flatten().map(|(to, _)| *to).filter(|to| reached.insert(*to)));
    }
    reached
}

impl Rule {
    /// A line for each import that the rule forbids, and for each module that it names but that does not exist.
    fn broken(&self, modules: &Modules) -> Vec<String> {
        let named = self.from.iter().chain(&self.modules);
        let missing = named.filter(|name| !modules.has(name));
        let mut lines: Vec<String> =
            missing.map(|name| format!("layers.toml: {} has no module {name}", self.folder)).collect();
        let mut told = BTreeSet::new();
        for import in modules.imports() {
            let Some(from) = self.from.iter().find(|from| within(&import.from.path, from)) else { continue };
            let forbidden = match &import.to {
                Target::Module(to) => {
                    self.modules.iter().any(|module| within(&to.path, module)).then_some(to.file.as_str())
                }
                Target::Outside(name) => self.crates.iter().any(|crates| fits(name, crates)).then_some(name.as_str()),
            };
            if let Some(to) = forbidden.filter(|to| told.insert((&import.from.file, to.to_string()))) {
                lines.push(format!("{}: {from} must not use {to} ({})", import.from.file, import.path));
            }
        }
        lines
    }
}

/// Whether a module is this one or in it.
fn within(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn fits(name: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(name == pattern, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests;
