//! What Cargo knows about the workspace and everything that it is built from.

use crate::{Error, output};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The part of `cargo metadata` that the checks read.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    /// Every package of the lock file that the asked platforms need, the workspace's own included.
    pub packages: Vec<Package>,
    /// The ids of the workspace's own packages.
    pub workspace_members: BTreeSet<String>,
    /// Absent where only the workspace's own were asked for.
    resolve: Option<Resolve>,
}

/// One package.
#[derive(Debug, Deserialize)]
pub struct Package {
    /// Cargo's own name for this version of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The SPDX expression; in old packages with a slash for "or".
    pub license: Option<String>,
    /// Who wrote it, where its manifest still says so.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Where its source is kept.
    pub repository: Option<String>,
    /// Where its manifest is on this machine.
    pub manifest_path: PathBuf,
    /// Where it comes from; nothing for the workspace's own.
    pub source: Option<String>,
    /// What its manifest asks for.
    pub dependencies: Vec<Dependency>,
    targets: Vec<Target>,
}

/// A line of a manifest's tables of dependencies.
#[derive(Debug, Deserialize)]
pub struct Dependency {
    /// The package's name.
    pub name: String,
    /// Nothing for the workspace's own.
    pub source: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Debug, Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Debug, Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// Which dependencies are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// Those that end up in the program.
    Linked,
    /// Those, and those that only build it: build scripts' and macros.
    LinkedAndBuild,
}

impl Package {
    /// The folder with its sources.
    pub fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }

    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

impl Metadata {
    /// Asks Cargo, in this folder, with more arguments such as `--filter-platform`.
    pub fn load(folder: &Path, arguments: &[&str]) -> Result<Self, Error> {
        let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = Command::new(program);
        command.args(["metadata", "--locked", "--format-version", "1"]).args(arguments).current_dir(folder);
        let text = output(&mut command)?;
        serde_json::from_str(&text)
            .map_err(|cause| Error::Malformed { path: "cargo metadata".into(), what: cause.to_string() })
    }

    /// The workspace's own packages.
    pub fn own(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    /// Everyone else's.
    pub fn foreign(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_some())
    }

    /// What the package of this name is built from, without itself and without what only its tests need, sorted by name.
    pub fn needed_by(&self, name: &str, follow: Follow) -> Vec<&Package> {
        let packages: BTreeMap<&str, &Package> = self.packages.iter().map(|p| (p.id.as_str(), p)).collect();
        let nodes: BTreeMap<&str, &Node> =
            self.resolve.iter().flat_map(|resolve| &resolve.nodes).map(|n| (n.id.as_str(), n)).collect();
        let mut reached = BTreeMap::new();
        let mut ahead: Vec<&str> = self.own().filter(|p| p.name == name).map(|p| p.id.as_str()).collect();
        while let Some(node) = ahead.pop().and_then(|id| nodes.get(id)) {
            for edge in &node.deps {
                let Some(package) = packages.get(edge.pkg.as_str()) else { continue };
                let wanted = edge.dep_kinds.iter().any(|kind| match (kind.kind.as_deref(), follow) {
                    (None, Follow::Linked) => !package.is_macro(),
                    (None | Some("build"), Follow::LinkedAndBuild) => true,
                    _ => false,
                });
                if wanted && reached.insert((&package.name, &package.version), *package).is_none() {
                    ahead.push(&edge.pkg);
                }
            }
        }
        reached.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn package(name: &str, own: bool, kind: &str) -> serde_json::Value {
        json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "repository": null,
            "manifest_path": format!("{name}/Cargo.toml"), "source": if own { None } else { Some("elsewhere") },
            "dependencies": [], "targets": [{"kind": [kind]}]})
    }

    fn edge(name: &str, kind: Option<&str>) -> serde_json::Value {
        json!({"pkg": name, "dep_kinds": [{"kind": kind}]})
    }

    #[test]
    fn only_what_is_asked_for_is_followed() {
        let metadata: Metadata = serde_json::from_value(json!({
            "packages": [package("app", true, "lib"), package("library", false, "lib"), package("deeper", false, "lib"),
                package("generator", false, "lib"), package("macro", false, "proc-macro"), package("only-tests", false, "lib")],
            "workspace_members": ["app"],
            "resolve": {"nodes": [
                {"id": "app", "deps": [edge("library", None), edge("generator", Some("build")), edge("macro", None),
                    edge("only-tests", Some("dev"))]},
                {"id": "library", "deps": [edge("deeper", None)]},
                {"id": "deeper", "deps": [edge("library", None)]},
                {"id": "generator", "deps": []}, {"id": "macro", "deps": []}, {"id": "only-tests", "deps": []}]}
        }))
        .unwrap();
        let names = |follow| metadata.needed_by("app", follow).iter().map(|p| p.name.as_str()).collect::<Vec<_>>();
        assert_eq!(names(Follow::Linked), ["deeper", "library"]);
        assert_eq!(names(Follow::LinkedAndBuild), ["deeper", "generator", "library", "macro"]);
    }
}
