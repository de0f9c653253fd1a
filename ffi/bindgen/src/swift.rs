//! The wrapper for Swift: actors, so that nothing of theirs runs on the main thread.

use uniffi_meta::Type;

use crate::api::{Api, Area, Docs, Parameter, Value, Verb, camel};

/// The whole file.
pub fn file(api: &Api) -> String {
    let each = |write: fn(&Area) -> String| api.areas.iter().map(write).collect::<String>();
    let (areas, held, made, accessors) = (each(area), each(held), each(made), each(accessor));
    let aliases: String = api.values.iter().map(alias).collect();
    let identifiable: String = api.values.iter().filter(|value| value.has_id).map(identifiable).collect();
    format!(
        "// Written by ffi/bindgen from what the library says of itself.
import TendBindings

// Plain values, which cross as they are. The app names them here and never imports the bindings.
{aliases}
{identifiable}
{areas}/// What a ``TendCore`` holds of the core.
struct Areas: Sendable {{
{held}
  init(_ tend: Tend) {{
{made}  }}
}}

extension TendCore {{{accessors}}}
"
    )
}

fn alias(Value { name, .. }: &Value) -> String {
    format!("public typealias {name} = TendBindings.{name}\n")
}

fn identifiable(Value { name, .. }: &Value) -> String {
    format!("extension {name}: Identifiable {{}}\n")
}

fn held(Area { name, accessor, .. }: &Area) -> String {
    format!("  let {}: {name}\n", camel(accessor))
}

fn made(Area { name, accessor, .. }: &Area) -> String {
    let accessor = camel(accessor);
    format!("    {accessor} = {name}(tend.{accessor}())\n")
}

fn accessor(Area { name, accessor, accessor_docs, .. }: &Area) -> String {
    let (docs, accessor) = (comment(accessor_docs, false), camel(accessor));
    format!("\n{docs}  public var {accessor}: {name} {{ areas.{accessor} }}\n")
}

fn area(Area { name, docs, verbs, .. }: &Area) -> String {
    let (docs, verbs) = (&docs.text, verbs.iter().map(verb).collect::<String>());
    format!(
        "{docs}public actor {name} {{
  private let core: TendBindings.{name}

  init(_ core: TendBindings.{name}) {{ self.core = core }}
{verbs}}}

",
        docs = docs.lines().map(|line| format!("/// {line}\n")).collect::<String>()
    )
}

fn verb(Verb { name, docs, is_async, parameters, returns }: &Verb) -> String {
    let (docs, name) = (comment(docs, *is_async), camel(name));
    let taken = parameters.iter().map(parameter).collect::<Vec<_>>().join(", ");
    let given = parameters.iter().map(given).collect::<Vec<_>>().join(", ");
    let (unused, returns) = match returns {
        // Whether an answer is of use is for who asks to know.
        Some(ty) => ("  @discardableResult\n", format!(" -> {}", swift(ty))),
        None => ("", String::new()),
    };
    let (asynchronous, body) = if *is_async {
        (" async", format!("try await waiting {{ [core] in try await core.{name}({given}) }}"))
    } else {
        ("", format!("try translated {{ try core.{name}({given}) }}"))
    };
    format!("\n{docs}{unused}  public func {name}({taken}){asynchronous} throws{returns} {{ {body} }}\n")
}

fn parameter(Parameter { name, ty }: &Parameter) -> String {
    let default = if matches!(ty, Type::Optional { .. }) { " = nil" } else { "" };
    format!("{}: {}{default}", camel(name), swift(ty))
}

/// Numbers are `Int` for an app. One that does not fit becomes the greatest, and the core refuses it.
fn given(Parameter { name, ty }: &Parameter) -> String {
    let name = camel(name);
    match ty {
        Type::UInt32 => format!("{name}: UInt32(exactly: {name}) ?? .max"),
        Type::Optional { inner_type } if **inner_type == Type::UInt32 => {
            format!("{name}: {name}.map {{ UInt32(exactly: $0) ?? .max }}")
        }
        _ => format!("{name}: {name}"),
    }
}

fn swift(ty: &Type) -> String {
    match ty {
        Type::String => "String".into(),
        Type::Boolean => "Bool".into(),
        Type::UInt32 => "Int".into(),
        Type::Int64 => "Int64".into(),
        Type::Optional { inner_type } => format!("{}?", swift(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", swift(inner_type)),
        Type::Record { name, .. } | Type::Enum { name, .. } => name.clone(),
        other => panic!("the Swift wrapper has no form for {other:?}"),
    }
}

fn comment(Docs { text, errors }: &Docs, waits: bool) -> String {
    let waits = if waits { " `CancellationError`, when its task was cancelled." } else { "" };
    let throws = if errors.is_empty() { String::new() } else { format!("\n- Throws: ``TendFailure`` {errors}{waits}") };
    format!("{text}{throws}").lines().map(|line| format!("  /// {line}").trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_verb_has_its_form() {
        let written = file(&crate::api::tests::example());
        assert!(written.ends_with(
            "public typealias Run = TendBindings.Run
public typealias Rule = TendBindings.Rule

extension Run: Identifiable {}

/// Doing exercises.
public actor Runs {
  private let core: TendBindings.Runs

  init(_ core: TendBindings.Runs) { self.core = core }

  /// Those that are open.
  @discardableResult
  public func openOnes() throws -> [Run] { try translated { try core.openOnes() } }

  /// Answers the question.
  /// It stays here.
  /// - Throws: ``TendFailure`` `not_on_scale`; `store_…`.
  public func feel(runId: String, feeling: Int, words: String? = nil) throws { try translated { try core.feel(runId: runId, feeling: UInt32(exactly: feeling) ?? .max, words: words) } }

  /// One round. Not as `openOnes`.
  @discardableResult
  public func sync() async throws -> Bool { try await waiting { [core] in try await core.sync() } }
}

/// What a ``TendCore`` holds of the core.
struct Areas: Sendable {
  let runs: Runs

  init(_ tend: Tend) {
    runs = Runs(tend.runs())
  }
}

extension TendCore {
  /// Runs.
  public var runs: Runs { areas.runs }
}
"
        ), "{written}");
    }
}
