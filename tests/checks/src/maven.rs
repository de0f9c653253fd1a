//! Maven's and Swift's packages: what a build names is in `licences.toml`, under a licence of the allow list.

use crate::licences::{MavenArtifact, Policy, satisfied_by};
use crate::sources::Tree;
use crate::{Error, read};
use std::collections::BTreeSet;
use std::path::Path;

/// Everything that is wrong with what the `pom.xml` files and the `Package.swift` files of the project name.
pub fn problems(root: &Path) -> Result<Vec<String>, Error> {
    let policy = Policy::load(root)?;
    let tree = Tree::load(root)?;
    let mut problems = Vec::new();
    let mut named = BTreeSet::new();
    for path in tree.paths().filter(|path| path.ends_with("pom.xml")) {
        let full = root.join(path);
        let coordinates = coordinates(&read(&full)?).map_err(|what| Error::Malformed { path: full.clone(), what })?;
        named.extend(coordinates);
    }
    let known: BTreeSet<String> = policy.maven.iter().map(|artifact| artifact.name.clone()).collect();
    for name in named.difference(&known) {
        problems.push(format!("licences.toml does not name {name}, which a pom.xml does"));
    }
    problems.extend(policy.maven.iter().filter_map(|artifact| not_allowed(&policy, artifact)));
    for path in tree.paths().filter(|path| path.ends_with("Package.swift")) {
        if read(&root.join(path))?.contains(".package(") {
            problems.push(format!("{path} depends on another package; Tend's Swift needs the toolchain alone"));
        }
    }
    Ok(problems)
}

/// What is wrong with an artifact's licence: it is not on the list, and not excused. Only what no app carries can be excused.
fn not_allowed(policy: &Policy, artifact: &MavenArtifact) -> Option<String> {
    let allowed = satisfied_by(&artifact.licence, |id| policy.allowed.contains(id)) == Ok(true);
    let excused = artifact.reason.is_some() && !artifact.ships;
    (!allowed && !excused).then(|| format!("{}: licence {} is not on the allow list", artifact.name, artifact.licence))
}

/// Everything that Maven resolved and `licences.toml` does not name. `list` is what `mvn dependency:list -DoutputFile=…` wrote.
pub fn unnamed_in_list(root: &Path, list: &Path) -> Result<Vec<String>, Error> {
    let policy = Policy::load(root)?;
    let text = read(list)?;
    Ok(resolved(&text)
        .filter(|(name, scope)| {
            // What an app carries must be marked as shipped.
            let ships = matches!(*scope, "compile" | "runtime");
            !policy.maven.iter().any(|artifact| artifact.name == *name && (artifact.ships || !ships))
        })
        .map(|(name, scope)| format!("licences.toml does not name {name}, resolved in scope {scope}, as what it is"))
        .collect())
}

/// Lines such as `   net.java.dev.jna:jna:jar:5.19.1:compile -- module com.sun.jna`, as name and scope.
fn resolved(text: &str) -> impl Iterator<Item = (String, &str)> {
    text.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().next()?.split(':').collect();
        match fields[..] {
            [group, artifact, _kind, _version, scope] | [group, artifact, _kind, _, _version, scope] => {
                Some((format!("{group}:{artifact}"), scope))
            }
            _ => None,
        }
    })
}

/// `group:artifact` of every dependency and plugin that a `pom.xml` names. A plugin without a group is one of Maven's own.
fn coordinates(pom: &str) -> Result<BTreeSet<String>, String> {
    let document = roxmltree::Document::parse(pom).map_err(|cause| cause.to_string())?;
    let named =
        document.descendants().filter(|node| matches!(node.tag_name().name(), "dependency" | "plugin" | "extension"));
    let mut all = BTreeSet::new();
    for node in named {
        let child = |name| node.children().find(|child| child.tag_name().name() == name).and_then(|child| child.text());
        let group = child("groupId").unwrap_or("org.apache.maven.plugins").trim();
        let artifact = child("artifactId").ok_or("a dependency without an artifactId")?.trim();
        all.insert(format!("{group}:{artifact}"));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dependencies_and_plugins_are_found() {
        let pom = r#"<project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>tend</groupId><artifactId>own</artifactId>
            <dependencies><dependency><groupId>net.java.dev.jna</groupId><artifactId>jna</artifactId></dependency></dependencies>
            <build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId></plugin></plugins></build></project>"#;
        let found = coordinates(pom).unwrap();
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            ["net.java.dev.jna:jna", "org.apache.maven.plugins:maven-surefire-plugin"]
        );
    }

    #[test]
    fn what_is_no_pom_is_an_error() {
        assert!(coordinates("<project>").is_err());
        assert!(coordinates("<project><dependency/></project>").is_err());
    }

    #[test]
    fn only_what_stays_out_of_the_apps_can_be_excused() {
        let policy: Policy = toml::from_str("allowed = ['MIT']\nbundled = []\n[own]").unwrap();
        let artifact = |licence: &str, ships, reason: Option<&str>| {
            let reason = reason.map(str::to_owned);
            not_allowed(&policy, &MavenArtifact { name: "a:b".to_owned(), licence: licence.to_owned(), ships, reason })
        };
        assert_eq!(artifact("MIT", true, None), None);
        assert_eq!(artifact("EPL-2.0", false, Some("tests")), None);
        assert!(artifact("EPL-2.0", true, Some("tests")).is_some());
        assert!(artifact("EPL-2.0", false, None).is_some());
    }

    #[test]
    fn a_resolved_list_is_read() {
        let list = "\nThe following files have been resolved:\n   a.b:c:jar:1.0:compile -- module c\n   d:e:jar:tests:2:test\n";
        let all: Vec<_> = resolved(list).collect();
        assert_eq!(all, [("a.b:c".to_owned(), "compile"), ("d:e".to_owned(), "test")]);
    }
}
