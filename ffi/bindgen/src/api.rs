//! What the library says of itself, as the wrappers need it.

use std::{collections::BTreeMap, path::Path};

use uniffi_bindgen::macro_metadata::extract_from_bytes;
use uniffi_meta::{Metadata, Type};

/// The areas, and the plain values that they take and give.
#[derive(Debug)]
pub struct Api {
    pub areas: Vec<Area>,
    pub values: Vec<Value>,
}

/// An object that `Tend` gives out.
#[derive(Debug)]
pub struct Area {
    pub name: String,
    pub docs: Docs,
    /// The function of `Tend` that gives it out.
    pub accessor: String,
    pub accessor_docs: Docs,
    pub verbs: Vec<Verb>,
}

#[derive(Debug)]
pub struct Verb {
    pub name: String,
    pub docs: Docs,
    pub is_async: bool,
    pub parameters: Vec<Parameter>,
    pub returns: Option<Type>,
}

#[derive(Debug)]
pub struct Parameter {
    pub name: String,
    pub ty: Type,
}

/// A record or an enum.
#[derive(Debug)]
pub struct Value {
    pub name: String,
    /// Whether it has an id, which is a text.
    pub has_id: bool,
    /// The values of an enum of which some carry data: in Kotlin, each is a class.
    pub classes: Vec<String>,
}

/// What is said of something.
#[derive(Debug, Default)]
pub struct Docs {
    pub text: String,
    /// The codes of what can go wrong, in a sentence; empty when nothing is said of it.
    pub errors: String,
}

impl Api {
    /// Reads a library that is not stripped.
    pub fn read(library: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        Ok(Self::new(extract_from_bytes(&std::fs::read(library)?)?))
    }

    fn new(mut items: Vec<Metadata>) -> Self {
        items.sort();
        let (mut objects, mut verbs, mut accessors, mut values) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
        for item in items {
            match item {
                Metadata::Object(object) => {
                    objects.insert(object.name, Docs::new(object.docstring));
                }
                Metadata::Record(record) => {
                    let has_id = record.fields.iter().any(|field| field.name == "id" && field.ty == Type::String);
                    values.push(Value { name: record.name, has_id, classes: Vec::new() });
                }
                Metadata::Enum(choice) if !choice.shape.is_error() => {
                    let plain = choice.variants.iter().all(|variant| variant.fields.is_empty());
                    let names = choice.variants.into_iter().map(|variant| variant.name);
                    let classes = if plain { Vec::new() } else { names.collect() };
                    values.push(Value { name: choice.name, has_id: false, classes });
                }
                Metadata::Method(method) => {
                    let parameters = method.inputs.into_iter().map(|one| Parameter { name: one.name, ty: one.ty });
                    let (owner, verb) = (
                        method.self_name,
                        Verb {
                            name: method.name,
                            docs: Docs::new(method.docstring),
                            is_async: method.is_async,
                            parameters: parameters.collect(),
                            returns: method.return_type,
                        },
                    );
                    match &verb.returns {
                        Some(Type::Object { name, .. }) if owner == "Tend" => accessors.push((name.clone(), verb)),
                        _ => verbs.push((owner, verb)),
                    }
                }
                _ => {}
            }
        }
        let areas = accessors.into_iter().map(|(name, accessor)| Area {
            docs: objects.remove(&name).unwrap_or_default(),
            verbs: verbs.extract_if(.., |(owner, _)| *owner == name).map(|(_, verb)| verb).collect(),
            name,
            accessor: accessor.name,
            accessor_docs: accessor.docs,
        });
        Self { areas: areas.collect(), values }.with_names()
    }

    /// In both languages names are written in camel case, in what is said of them too.
    fn with_names(mut self) -> Self {
        let verbs = self.areas.iter().flat_map(|area| &area.verbs);
        let names = verbs.flat_map(|verb| verb.parameters.iter().map(|one| &one.name).chain([&verb.name]));
        let names: Vec<String> = names.filter(|name| name.contains('_')).cloned().collect();
        for verb in self.areas.iter_mut().flat_map(|area| &mut area.verbs) {
            for name in &names {
                verb.docs.text = verb.docs.text.replace(&format!("`{name}`"), &format!("`{}`", camel(name)));
            }
        }
        self
    }
}

impl Docs {
    fn new(text: Option<String>) -> Self {
        let text = text.unwrap_or_default();
        let (text, errors) = text.split_once("# Errors").unwrap_or((&text, ""));
        Self { text: text.trim().into(), errors: errors.trim().into() }
    }
}

/// `open_ones` as `openOnes`.
pub fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        name + &head.to_uppercase() + tail
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// One area with a verb of every kind.
    pub fn example() -> Api {
        let module_path = "tend_ffi".to_owned();
        let optional = Type::Optional { inner_type: Box::new(Type::String) };
        let runs = Type::Sequence { inner_type: Box::new(Type::Record { module_path, name: "Run".into() }) };
        let verb = |name: &str, text: &str, is_async, parameters: Vec<(&str, Type)>, returns| Verb {
            name: name.into(),
            docs: Docs::new(Some(text.into())),
            is_async,
            parameters: parameters.into_iter().map(|(name, ty)| Parameter { name: name.into(), ty }).collect(),
            returns,
        };
        let verbs = vec![
            verb("open_ones", "Those that are open.", false, vec![], Some(runs)),
            verb(
                "feel",
                "Answers the question.\nIt stays here.\n\n# Errors\n`not_on_scale`; `store_…`.",
                false,
                vec![("run_id", Type::String), ("feeling", Type::UInt32), ("words", optional)],
                None,
            ),
            verb("sync", "One round. Not as `open_ones`.", true, vec![], Some(Type::Boolean)),
        ];
        let docs = |text: &str| Docs::new(Some(text.into()));
        let area = Area {
            name: "Runs".into(),
            docs: docs("Doing exercises."),
            accessor: "runs".into(),
            accessor_docs: docs("Runs."),
            verbs,
        };
        let value = |name: &str, has_id, classes: &[&str]| Value {
            name: name.into(),
            has_id,
            classes: classes.iter().map(ToString::to_string).collect(),
        };
        let values = vec![value("Run", true, &[]), value("Rule", false, &["Daily", "Once"])];
        Api { areas: vec![area], values }.with_names()
    }

    #[test]
    fn names_are_in_camel_case() {
        assert_eq!(
            (camel("open_ones"), camel("all"), camel("set_me_up")),
            ("openOnes".into(), "all".into(), "setMeUp".into())
        );
    }
}
