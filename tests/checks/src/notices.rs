//! `NOTICES.txt`: whose work the apps carry and on what terms, which those terms ask to be stated. Made from what is linked into
//! `tend-ffi`.

use crate::licences::{Policy, satisfied_by};
use crate::metadata::{Follow, Metadata, Package};
use crate::{Error, read};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Where the notices are kept, from the root.
pub const PATH: &str = "NOTICES.txt";

/// The phones' platforms. What only other platforms link is not in an app.
const PLATFORMS: [&str; 5] = [
    "aarch64-linux-android",
    "armv7-linux-androideabi",
    "x86_64-linux-android",
    "aarch64-apple-ios",
    "aarch64-apple-ios-sim",
];

const HEAD: &str = "\
The Tend apps are made with the work of many other people. This file names it and gives the licence of each part.
It is generated (`cargo run -p tend-checks -- notices`) and is not edited by hand.

Parts under the Mozilla Public License 2.0 are used unchanged; their source is kept at the address named with each.
";

const LINE: &str = "--------------------------------------------------------------------------------";

/// One part that an app carries, with its terms.
struct Part {
    title: String,
    text: String,
}

/// The text that `NOTICES.txt` should have.
pub fn generate(root: &Path) -> Result<String, Error> {
    let policy = Policy::load(root)?;
    let filters = PLATFORMS.iter().flat_map(|platform| ["--filter-platform", platform]);
    let arguments: Vec<&str> = ["--features", "vendored-openssl"].into_iter().chain(filters).collect();
    let metadata = Metadata::load(&root.join("ffi"), &arguments)?;

    let mut parts = Vec::new();
    for package in metadata.needed_by("tend-ffi", Follow::Linked) {
        if package.source.is_some() {
            parts.push(Part { title: title(package), text: terms(package)? });
        }
    }
    for bundled in &policy.bundled {
        let carrier = metadata.packages.iter().find(|package| package.name == bundled.package).ok_or_else(|| {
            let what = format!("{} is said to be in {}, which is not there", bundled.name, bundled.package);
            Error::Malformed { path: "tests/checks/licences.toml".into(), what }
        })?;
        let text = match &bundled.text {
            Some(file) => read(&carrier.folder().join(file))?,
            None => bundled.notice.clone().unwrap_or_default(),
        };
        let title = format!("{}, in {} {}, {}", bundled.name, carrier.name, carrier.version, bundled.licence);
        parts.push(Part { title, text });
    }
    for artifact in policy.maven.iter().filter(|artifact| artifact.ships) {
        let title = format!("{} (Android alone), {}", artifact.name, artifact.licence);
        parts.push(Part { title, text: standard_terms(&artifact.licence) });
    }
    Ok(render(parts))
}

/// Whether the notices in the project are current.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let kept = std::fs::read_to_string(root.join(PATH)).unwrap_or_default();
    let stale = kept != generate(root)?;
    Ok(stale.then(|| format!("{PATH} is stale: cargo run -p tend-checks -- notices")).into_iter().collect())
}

/// Parts under the same words share them.
fn render(parts: Vec<Part>) -> String {
    let mut by_text: BTreeMap<String, (Vec<String>, String)> = BTreeMap::new();
    for part in parts {
        let same: String = part.text.split_whitespace().collect::<Vec<_>>().join(" ");
        by_text.entry(same).or_insert_with(|| (Vec::new(), part.text)).0.push(part.title);
    }
    let mut groups: Vec<(Vec<String>, String)> = by_text.into_values().collect();
    groups.sort();
    let mut notices = HEAD.to_owned();
    for (titles, text) in groups {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        // Writing into a string cannot fail.
        write!(notices, "\n{LINE}\n{}\n\n{}\n", titles.join("\n"), lines.join("\n").trim_matches('\n'))
            .unwrap_or_default();
    }
    notices
}

fn title(package: &Package) -> String {
    let licence = package.license.as_deref().unwrap_or("licence as below");
    let mut title = format!("{} {}, {licence}", package.name, package.version);
    if !package.authors.is_empty() {
        title.push_str(", by ");
        title.push_str(&package.authors.join(", "));
    }
    if let Some(repository) = &package.repository {
        title.push_str(", ");
        title.push_str(repository);
    }
    title
}

/// The licence files of a package: MIT's alone where that is enough, else all. Where it has none, the licence's standard
/// words.
fn terms(package: &Package) -> Result<String, Error> {
    let licence = package.license.as_deref().unwrap_or_default();
    let mut files = licence_files(package.folder())?;
    let is_mit = |path: &PathBuf| name(path).contains("mit");
    if satisfied_by(licence, |id| id == "MIT") == Ok(true) && files.iter().any(is_mit) {
        files.retain(|path| is_mit(path) || name(path).starts_with("copyright") || name(path).starts_with("notice"));
    }
    let mut texts = Vec::new();
    for file in &files {
        texts.push(read(file)?);
    }
    if texts.is_empty() {
        texts.push(standard_terms(licence));
    }
    Ok(texts.join("\n\n"))
}

/// The words of the first licence of an expression that `spdx` knows.
fn standard_terms(licence: &str) -> String {
    let first = licence.split([' ', '/', '(', ')']).find_map(spdx::license_id);
    first.map_or_else(|| licence.to_owned(), |id| id.text().to_owned())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Files of a package's top folder that state its licence, in the order of their names.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |cause| Error::File { path: folder.to_path_buf(), cause };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let starts = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
        let is_code = path.extension().is_some_and(|ending| ending == "rs");
        if path.is_file() && !is_code && starts.iter().any(|start| name(&path).starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn package(folder: &Path, licence: &str) -> Package {
        serde_json::from_value(serde_json::json!({"id": "a", "name": "a", "version": "1.0.0", "license": licence,
            "authors": ["Ann"], "repository": null, "manifest_path": folder.join("Cargo.toml"), "source": "elsewhere",
            "dependencies": [], "targets": []}))
        .unwrap()
    }

    #[test]
    fn the_short_licence_is_taken_where_it_is_enough() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("LICENSE-MIT", "mit words"), ("LICENSE-APACHE", "apache words"), ("license.rs", "code")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        assert_eq!(terms(&package(folder.path(), "MIT OR Apache-2.0")).unwrap(), "mit words");
        assert_eq!(terms(&package(folder.path(), "MIT AND Apache-2.0")).unwrap(), "apache words\n\nmit words");
    }

    #[test]
    fn a_package_without_a_licence_file_gets_the_standard_words() {
        let folder = tempfile::tempdir().unwrap();
        let package = package(folder.path(), "MPL-2.0");
        assert_eq!(title(&package), "a 1.0.0, MPL-2.0, by Ann");
        let terms = terms(&package).unwrap();
        assert!(terms.contains("Mozilla Public License"), "{terms}");
    }

    #[test]
    fn parts_under_the_same_words_share_them() {
        let part = |title: &str, text: &str| Part { title: title.to_owned(), text: text.to_owned() };
        let notices = render(vec![part("b", "same  words\n"), part("a", "other"), part("c", "same\nwords")]);
        assert_eq!(notices, format!("{HEAD}\n{LINE}\na\n\nother\n\n{LINE}\nb\nc\n\nsame  words\n"));
    }
}
