//! A crate's modules, and what a path in one of them means.

use super::written::Written;
use crate::Error;
use std::collections::BTreeMap;

/// One module, in a file of its own or in its parent's.
#[derive(Debug)]
pub(super) struct Module {
    /// From the project's root.
    pub(super) file: String,
    /// From the crate's root, as `sync::http`; empty for the root itself.
    pub(super) path: String,
    parent: usize,
    children: BTreeMap<String, usize>,
    written: Written,
}

/// The modules of a crate: the root first.
#[derive(Debug)]
pub(super) struct Modules(Vec<Module>);

/// A path that leads out of its module.
#[derive(Debug)]
pub(super) struct Import<'a> {
    pub(super) from: &'a Module,
    pub(super) to: Target<'a>,
    /// As it is written.
    pub(super) path: String,
}

/// Where a path leads.
#[derive(Debug)]
pub(super) enum Target<'a> {
    /// To an item that this module defines.
    Module(&'a Module),
    /// To something of this name that the crate does not define: another crate, or a name of the prelude.
    Outside(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    Module(usize),
    /// Something that this module defines.
    ItemOf(usize),
    Outside(String),
}

impl Modules {
    /// Reads the modules that the library at `folder`, which ends with a slash, declares. `files` has their text by path.
    pub(super) fn parse(files: &BTreeMap<String, String>, folder: &str) -> Result<Self, Error> {
        let mut modules = Self(Vec::new());
        let written = read(files, &format!("{folder}lib.rs"))?;
        modules.add(files, written, (format!("{folder}lib.rs"), folder.to_owned()), (0, ""))?;
        Ok(modules)
    }

    /// Adds a module and its children, whose files are in `folder`.
    fn add(
        &mut self,
        files: &BTreeMap<String, String>,
        mut written: Written,
        (file, folder): (String, String),
        (parent, path): (usize, &str),
    ) -> Result<usize, Error> {
        let children = std::mem::take(&mut written.children);
        let place = self.0.len();
        let path = path.to_owned();
        self.0.push(Module { file: file.clone(), path: path.clone(), parent, children: BTreeMap::new(), written });
        for (name, inside) in children {
            let child_folder = format!("{folder}{name}/");
            let (child_file, written) = match inside {
                Some(written) => (file.clone(), written),
                None => {
                    let names = [format!("{folder}{name}.rs"), format!("{child_folder}mod.rs")];
                    let [flat, nested] = names;
                    let child_file = if files.contains_key(&flat) { flat } else { nested };
                    let written = read(files, &child_file)?;
                    (child_file, written)
                }
            };
            let child_path = if path.is_empty() { name.clone() } else { format!("{path}::{name}") };
            let child = self.add(files, written, (child_file, child_folder), (place, &child_path))?;
            self.0[place].children.insert(name, child);
        }
        Ok(place)
    }

    /// Whether there is a module with this path from the root.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.iter().any(|module| module.path == path)
    }

    /// What the modules use of each other and from outside.
    pub(super) fn imports(&self) -> Vec<Import<'_>> {
        let mut imports = Vec::new();
        for (place, from) in self.0.iter().enumerate() {
            let uses = from.written.uses.iter().map(|import| (&import.path, import.passed_on));
            let paths = from.written.paths.iter().map(|path| (path, false));
            for (path, passed_on) in uses.chain(paths) {
                for meaning in self.meanings(place, path, &mut Vec::new()) {
                    let to = match meaning {
                        Meaning::Module(_) => continue,
                        Meaning::ItemOf(to) if passed_on && self.is_below(to, place) => continue,
                        Meaning::ItemOf(to) => Target::Module(&self.0[to]),
                        Meaning::Outside(name) => Target::Outside(name),
                    };
                    imports.push(Import { from, to, path: path.join("::") });
                }
            }
        }
        imports
    }

    fn is_below(&self, mut place: usize, above: usize) -> bool {
        while place > above {
            place = self.0[place].parent;
        }
        place == above
    }

    /// What a path in a module means: several things where a module, a function or a macro share a name. `under_way` are the
    /// `use` that are being followed already; following them again would never end.
    fn meanings<'a>(
        &'a self,
        at: usize,
        path: &'a [String],
        under_way: &mut Vec<(usize, &'a [String])>,
    ) -> Vec<Meaning> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let mut found = match first.as_str() {
            "crate" => vec![Meaning::Module(0)],
            "self" => vec![Meaning::Module(at)],
            "super" => vec![Meaning::Module(self.0[at].parent)],
            "Self" => return Vec::new(),
            name => self.named(at, name, under_way),
        };
        if found.is_empty() {
            return vec![Meaning::Outside(first.clone())];
        }
        for name in rest {
            let in_module = found.iter().find_map(|meaning| match meaning {
                Meaning::Module(module) => Some(*module),
                _ => None,
            });
            // If it is no module, it is a type, and the rest is a variant or an associated item.
            let Some(module) = in_module else { break };
            found = match name.as_str() {
                "super" => vec![Meaning::Module(self.0[module].parent)],
                name => self.named(module, name, under_way),
            };
            if found.is_empty() {
                // Then a macro makes it there.
                found = vec![Meaning::ItemOf(module)];
            }
        }
        found
    }

    /// What a name means in a module.
    fn named<'a>(&'a self, at: usize, name: &str, under_way: &mut Vec<(usize, &'a [String])>) -> Vec<Meaning> {
        let module = &self.0[at];
        let mut found: Vec<Meaning> =
            module.children.get(name).map(|child| Meaning::Module(*child)).into_iter().collect();
        if module.written.defined.contains(name) {
            found.push(Meaning::ItemOf(at));
        }
        for import in module.written.uses.iter().filter(|import| import.name.as_deref() == Some(name)) {
            found.extend(self.follow(at, &import.path, under_way));
        }
        if !found.is_empty() {
            return found;
        }
        for import in module.written.uses.iter().filter(|import| import.star) {
            for meaning in self.follow(at, &import.path, under_way) {
                if let Meaning::Module(starred) = meaning {
                    under_way.push((at, &import.path));
                    found.extend(self.named(starred, name, under_way));
                    under_way.pop();
                }
            }
        }
        if found.is_empty() && module.written.perhaps_made.contains(name) {
            found.push(Meaning::ItemOf(at));
        }
        found
    }

    /// What a `use` means; nothing if it is being followed already.
    fn follow<'a>(&'a self, at: usize, path: &'a [String], under_way: &mut Vec<(usize, &'a [String])>) -> Vec<Meaning> {
        if under_way.contains(&(at, path)) {
            return Vec::new();
        }
        under_way.push((at, path));
        let found = self.meanings(at, path, under_way);
        under_way.pop();
        found
    }
}

fn read(files: &BTreeMap<String, String>, path: &str) -> Result<Written, Error> {
    let malformed = |what: String| Error::Malformed { path: path.into(), what };
    let text = files.get(path).ok_or_else(|| malformed("a `mod` names it, but it is not there".to_owned()))?;
    let file = syn::parse_file(text).map_err(|cause| malformed(cause.to_string()))?;
    Ok(Written::of(&file.items))
}
