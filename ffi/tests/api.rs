//! What Kotlin and Swift see, as `api.txt` describes it, is what the library says of itself. `UPDATE=1` writes the description again;
//! a change in it is a change for every shell.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{collections::BTreeMap, env, fs, path::Path};

use uniffi_bindgen::macro_metadata::extract_from_bytes;
use uniffi_meta::{FieldMetadata, FnParamMetadata, Metadata, Type};

const DESCRIPTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api.txt");

#[test]
fn the_description_is_not_stale() {
    let is = describe(&library());
    if env::var_os("UPDATE").is_some() {
        fs::write(DESCRIPTION, &is).unwrap();
    }
    let said = fs::read_to_string(DESCRIPTION).unwrap_or_default();
    assert!(said == is, "api.txt says something else than the library; look at what UPDATE=1 makes of it:\n{is}");
}

#[test]
fn every_exported_item_is_documented() {
    let bare: Vec<_> = library().into_iter().filter_map(undocumented).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

/// The library, which Cargo built together with this test.
fn library() -> Vec<Metadata> {
    let name = format!("{}tend_ffi{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    let test = env::current_exe().unwrap();
    let found = test.ancestors().skip(1).map(|folder: &Path| folder.join(&name)).find(|path| path.is_file());
    extract_from_bytes(&fs::read(found.unwrap()).unwrap()).unwrap()
}

fn undocumented(item: Metadata) -> Option<String> {
    let (name, doc) = match item {
        Metadata::Object(object) => (object.name, object.docstring),
        Metadata::Record(record) => (record.name, record.docstring),
        Metadata::Enum(choice) => (choice.name, choice.docstring),
        Metadata::Method(method) => (method.name, method.docstring),
        Metadata::TraitMethod(method) => (method.name, method.docstring),
        Metadata::Constructor(constructor) => (constructor.name, constructor.docstring),
        _ => return None,
    };
    doc.is_none().then_some(name)
}

/// One block for each type, by name; what has an order of its own keeps it.
fn describe(items: &[Metadata]) -> String {
    let mut blocks: BTreeMap<&str, (String, Vec<String>)> = BTreeMap::new();
    for item in items {
        let (name, head, lines) = match item {
            Metadata::Object(object) => {
                let kind = if object.imp.has_callback_interface() { "listener" } else { "object" };
                (&object.name, format!("{kind} {}", object.name), vec![])
            }
            Metadata::Record(record) => (&record.name, format!("record {}", record.name), fields(&record.fields)),
            Metadata::Enum(choice) => {
                let kind = if choice.shape.is_error() { "error" } else { "enum" };
                let variants = choice.variants.iter().map(|variant| match fields(&variant.fields).join(", ") {
                    fields if fields.is_empty() => variant.name.clone(),
                    fields => format!("{} {{ {fields} }}", variant.name),
                });
                (&choice.name, format!("{kind} {}", choice.name), variants.collect())
            }
            _ => continue,
        };
        blocks.insert(name, (head, lines));
    }
    for item in items {
        let (owner, line) = match item {
            Metadata::Constructor(made) => {
                let line = function(&made.name, false, &made.inputs, None, made.throws.as_ref());
                (&made.self_name, format!("new {line}"))
            }
            Metadata::Method(m) => {
                (&m.self_name, function(&m.name, m.is_async, &m.inputs, m.return_type.as_ref(), m.throws.as_ref()))
            }
            Metadata::TraitMethod(m) => {
                (&m.trait_name, function(&m.name, m.is_async, &m.inputs, m.return_type.as_ref(), m.throws.as_ref()))
            }
            Metadata::Namespace(_) | Metadata::Object(_) | Metadata::Record(_) | Metadata::Enum(_) => continue,
            other => panic!("the description has no form for {other:?}"),
        };
        let (_, lines) = blocks.get_mut(owner.as_str()).unwrap();
        lines.push(line);
    }
    let blocks = blocks.into_values().map(|(head, mut lines)| {
        if head.starts_with("object") {
            lines.sort();
        }
        format!("{head}\n{}", lines.iter().map(|line| format!("  {line}\n")).collect::<String>())
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn fields(fields: &[FieldMetadata]) -> Vec<String> {
    fields.iter().map(|field| format!("{}: {}", field.name, ty(&field.ty))).collect()
}

fn function(
    name: &str,
    is_async: bool,
    inputs: &[FnParamMetadata],
    returns: Option<&Type>,
    throws: Option<&Type>,
) -> String {
    let inputs: Vec<_> = inputs.iter().map(|input| format!("{}: {}", input.name, ty(&input.ty))).collect();
    let kind = if is_async { "async " } else { "" };
    let returns = returns.map(|returns| format!(" -> {}", ty(returns))).unwrap_or_default();
    let throws = throws.map(|throws| format!(" throws {}", ty(throws))).unwrap_or_default();
    format!("{kind}{name}({}){returns}{throws}", inputs.join(", "))
}

fn ty(of: &Type) -> String {
    match of {
        Type::UInt32 => "u32".into(),
        Type::UInt64 => "u64".into(),
        Type::Int64 => "i64".into(),
        Type::Boolean => "bool".into(),
        Type::String => "string".into(),
        Type::Bytes => "bytes".into(),
        Type::Optional { inner_type } => format!("{}?", ty(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", ty(inner_type)),
        Type::Object { name, .. } | Type::Record { name, .. } | Type::Enum { name, .. } => name.clone(),
        other => panic!("the description has no form for {other:?}"),
    }
}
