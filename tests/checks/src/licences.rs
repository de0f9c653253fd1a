//! Licences: everyone else's are on the allow list, our own are what they should be, and no app depends on the server.

use crate::metadata::{Follow, Metadata, Package};
use crate::{Error, read};
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// `licences.toml`, which explains its fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the file itself says what each field is for")]
pub struct Policy {
    pub allowed: BTreeSet<String>,
    #[serde(default)]
    pub exception: Vec<Exception>,
    pub own: BTreeMap<String, String>,
    pub bundled: Vec<Bundled>,
    #[serde(default)]
    pub maven: Vec<MavenArtifact>,
}

/// A package that may be used although its licence is not on the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the file itself says what each field is for")]
pub struct Exception {
    pub package: String,
    pub reason: String,
}

/// Code in C inside a crate.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the file itself says what each field is for")]
pub struct Bundled {
    pub name: String,
    pub package: String,
    pub licence: String,
    pub text: Option<String>,
    pub notice: Option<String>,
}

/// Something from Maven's repository.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the file itself says what each field is for")]
pub struct MavenArtifact {
    /// `group:artifact`
    pub name: String,
    pub licence: String,
    pub ships: bool,
    /// Why it may be used although its licence is not on the list; only for what does not ship.
    pub reason: Option<String>,
}

impl Policy {
    /// Reads the policy of the project at this root.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let path = root.join("tests/checks/licences.toml");
        toml::from_str(&read(&path)?).map_err(|cause| Error::Malformed { path, what: cause.to_string() })
    }

    /// Whether the allowed licences alone satisfy an expression.
    fn allows(&self, licence: &str) -> Result<bool, String> {
        satisfied_by(licence, |id| self.allowed.contains(id))
    }
}

/// Whether licences without an added exception, of which `accept` says which, satisfy an expression. Old packages have a slash
/// for "or"; anything else that is no SPDX expression is an error.
pub(crate) fn satisfied_by(licence: &str, accept: impl Fn(&str) -> bool) -> Result<bool, String> {
    let mode = ParseMode { allow_slash_as_or_operator: true, ..ParseMode::STRICT };
    let expression = Expression::parse_mode(licence, mode).map_err(|cause| cause.reason.to_string())?;
    Ok(expression.evaluate(|asked: &LicenseReq| {
        asked.addition.is_none() && asked.license.id().is_some_and(|id| accept(id.name))
    }))
}

/// Everything that is wrong with the licences of the project at this root.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let policy = Policy::load(root)?;
    let metadata = Metadata::load(root, &[])?;
    let mut problems = Vec::new();
    foreign(&policy, metadata.foreign(), &mut problems);
    own(&policy, &metadata, &mut problems);
    named_in_docs(root, &metadata, &mut problems)?;
    Ok(problems)
}

fn foreign<'a>(policy: &Policy, packages: impl Iterator<Item = &'a Package>, problems: &mut Vec<String>) {
    let mut unused: BTreeSet<&str> = policy.exception.iter().map(|e| e.package.as_str()).collect();
    for package in packages {
        let allowed = match &package.license {
            Some(licence) => policy.allows(licence),
            None => Err("no licence is stated".to_owned()),
        };
        if allowed == Ok(true) || unused.remove(package.name.as_str()) {
            continue;
        }
        let why = allowed.err().unwrap_or_else(|| "not on the allow list".to_owned());
        let licence = package.license.as_deref().unwrap_or("none");
        problems.push(format!("{} {}: licence {licence}: {why}", package.name, package.version));
    }
    problems.extend(unused.iter().map(|name| format!("licences.toml: the exception for {name} is not needed")));
}

fn own(policy: &Policy, metadata: &Metadata, problems: &mut Vec<String>) {
    let is_agpl = |name: &str| policy.own.get(name).is_some_and(|licence| licence.starts_with("AGPL"));
    for package in metadata.own() {
        let stated = package.license.as_deref().unwrap_or("none");
        match policy.own.get(&package.name) {
            None => problems.push(format!("licences.toml: [own] does not name {}", package.name)),
            Some(licence) if licence != stated => {
                problems.push(format!("{}: its manifest says {stated}, licences.toml {licence}", package.name));
            }
            Some(_) => {}
        }
        if is_agpl(&package.name) {
            continue;
        }
        for needed in metadata.needed_by(&package.name, Follow::LinkedAndBuild) {
            if is_agpl(&needed.name) {
                problems.push(format!("{} depends on {}, which is under the AGPL", package.name, needed.name));
            }
        }
    }
    for name in policy.own.keys() {
        if !metadata.own().any(|package| &package.name == name) {
            problems.push(format!("licences.toml: [own] names {name}, which is no package of the workspace"));
        }
    }
}

/// Every direct dependency has its row in `docs/dependencies.md`, and no row is left of one that has gone.
fn named_in_docs(root: &Path, metadata: &Metadata, problems: &mut Vec<String>) -> Result<(), Error> {
    let text = read(&root.join("docs/dependencies.md"))?;
    let section = text.split("\n## ").find(|section| section.starts_with("Crates\n")).unwrap_or_default();
    let rows: BTreeSet<&str> = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let direct: BTreeSet<&str> = metadata
        .own()
        .flat_map(|package| &package.dependencies)
        .filter(|dependency| dependency.source.is_some())
        .map(|dependency| dependency.name.as_str())
        .collect();
    for name in direct.difference(&rows) {
        problems.push(format!("docs/dependencies.md does not say why {name} is here"));
    }
    for name in rows.difference(&direct) {
        problems.push(format!("docs/dependencies.md names {name}, which nothing of ours depends on"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn policy(exceptions: &[&str]) -> Policy {
        Policy {
            allowed: ["MIT", "Apache-2.0", "ISC"].map(str::to_owned).into(),
            exception: exceptions
                .iter()
                .map(|n| Exception { package: (*n).to_owned(), reason: "because".to_owned() })
                .collect(),
            own: [("app", "MIT"), ("server", "AGPL-3.0-or-later")].map(|(n, l)| (n.to_owned(), l.to_owned())).into(),
            bundled: Vec::new(),
            maven: Vec::new(),
        }
    }

    fn package(name: &str, licence: Option<&str>) -> serde_json::Value {
        json!({"id": name, "name": name, "version": "1.0.0", "license": licence, "repository": null,
            "manifest_path": "Cargo.toml", "source": null, "dependencies": [], "targets": []})
    }

    fn check_foreign(exceptions: &[&str], licence: Option<&str>) -> Vec<String> {
        let package: Package = serde_json::from_value(package("theirs", licence)).unwrap();
        let mut problems = Vec::new();
        foreign(&policy(exceptions), std::iter::once(&package), &mut problems);
        problems
    }

    #[test]
    fn what_the_list_satisfies_passes() {
        for licence in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "Apache-2.0 AND ISC",
            "Apache-2.0 WITH LLVM-exception OR MIT",
        ] {
            assert_eq!(check_foreign(&[], Some(licence)), Vec::<String>::new(), "{licence}");
        }
    }

    #[test]
    fn what_it_does_not_satisfy_is_named() {
        let bad = [
            Some("GPL-3.0-only"),
            Some("MIT AND GPL-3.0-only"),
            Some("Apache-2.0 WITH LLVM-exception"),
            Some("Nonsense"),
            None,
        ];
        for licence in bad {
            let problems = check_foreign(&[], licence);
            assert!(problems.len() == 1 && problems[0].starts_with("theirs 1.0.0"), "{licence:?}: {problems:?}");
        }
    }

    #[test]
    fn an_exception_serves_until_it_is_not_needed() {
        assert_eq!(check_foreign(&["theirs"], Some("GPL-3.0-only")), Vec::<String>::new());
        assert_eq!(check_foreign(&["theirs"], Some("MIT")), ["licences.toml: the exception for theirs is not needed"]);
    }

    fn check_own(app_licence: &str, dependency: serde_json::Value) -> Vec<String> {
        let metadata: Metadata = serde_json::from_value(json!({
            "packages": [package("app", Some(app_licence)), package("server", Some("AGPL-3.0-or-later")), package("between", Some("MIT"))],
            "workspace_members": ["app", "server"],
            "resolve": {"nodes": [{"id": "app", "deps": [{"pkg": "between", "dep_kinds": [{"kind": dependency}]}]},
                {"id": "between", "deps": [{"pkg": "server", "dep_kinds": [{"kind": null}]}]}, {"id": "server", "deps": []}]}
        }))
        .unwrap();
        let mut problems = Vec::new();
        own(&policy(&[]), &metadata, &mut problems);
        problems
    }

    #[test]
    fn an_app_that_needs_the_server_is_named() {
        assert_eq!(check_own("MIT", json!(null)), ["app depends on server, which is under the AGPL"]);
        assert_eq!(check_own("MIT", json!("build")).len(), 1);
        assert_eq!(check_own("MIT", json!("dev")), Vec::<String>::new());
    }

    #[test]
    fn another_licence_than_the_policys_is_named() {
        assert_eq!(check_own("ISC", json!("dev")), ["app: its manifest says ISC, licences.toml MIT"]);
    }
}
