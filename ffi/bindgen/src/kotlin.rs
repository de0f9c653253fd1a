//! The wrapper for Kotlin: suspending functions, which reach the core through a `CoreCalls`.

use uniffi_meta::Type;

use crate::api::{Api, Area, Docs, Parameter, Value, Verb, camel};

/// The whole file.
pub fn file(api: &Api) -> String {
    let areas: String = api.areas.iter().map(area).collect();
    let accessors: String = api.areas.iter().map(accessor).collect();
    let aliases: String = api.values.iter().map(alias).collect();
    format!(
        "// Written by ffi/bindgen from what the library says of itself.
package app.tend.core

// Plain values, which cross as they are. The app names them here and never imports the bindings. An alias of a class does not reach
// what is nested in it, which has one of its own.
{aliases}
{areas}/** The areas of Tend. */
abstract class TendAreas internal constructor(tend: app.tend.bindings.Tend, calls: CoreCalls) {{
    /** The core's objects, which live until they are closed. */
    internal val objects = mutableListOf<AutoCloseable>(tend)
{accessors}}}
"
    )
}

fn alias(Value { name, classes, .. }: &Value) -> String {
    let nested = classes.iter().map(|class| (format!("{name}{class}"), format!("{name}.{class}")));
    let all = [(name.clone(), name.clone())].into_iter().chain(nested);
    all.map(|(alias, class)| format!("typealias {alias} = app.tend.bindings.{class}\n")).collect()
}

fn area(Area { name, docs, verbs, .. }: &Area) -> String {
    let (docs, verbs) = (kdoc(docs, ""), verbs.iter().map(verb).collect::<Vec<_>>().join("\n"));
    format!(
        "{docs}class {name} internal constructor(private val core: app.tend.bindings.{name}, private val calls: CoreCalls) {{
{verbs}}}

"
    )
}

fn accessor(Area { name, accessor, accessor_docs, .. }: &Area) -> String {
    let (docs, accessor) = (kdoc(accessor_docs, "    "), camel(accessor));
    format!("\n{docs}    val {accessor} = {name}(tend.{accessor}().also(objects::add), calls)\n")
}

fn verb(Verb { name, docs, is_async, parameters, returns }: &Verb) -> String {
    let (docs, name) = (kdoc(docs, "    "), camel(name));
    let taken = parameters.iter().map(parameter).collect::<Vec<_>>().join(", ");
    let given = parameters.iter().map(given).collect::<Vec<_>>().join(", ");
    let returns = returns.as_ref().map(|ty| format!(": {}", kotlin(ty))).unwrap_or_default();
    // What is asynchronous in the core is only waited for.
    let through = if *is_async { "wait" } else { "call" };
    format!("{docs}    suspend fun {name}({taken}){returns} = calls.{through} {{ core.{name}({given}) }}\n")
}

fn parameter(Parameter { name, ty }: &Parameter) -> String {
    let default = if matches!(ty, Type::Optional { .. }) { " = null" } else { "" };
    format!("{}: {}{default}", camel(name), kotlin(ty))
}

/// Numbers are `Int` for an app. One below zero becomes greater than any that fits, and the core refuses it.
fn given(Parameter { name, ty }: &Parameter) -> String {
    let name = camel(name);
    match ty {
        Type::UInt32 => format!("{name}.toUInt()"),
        Type::Optional { inner_type } if **inner_type == Type::UInt32 => format!("{name}?.toUInt()"),
        _ => name,
    }
}

fn kotlin(ty: &Type) -> String {
    match ty {
        Type::String => "String".into(),
        Type::Boolean => "Boolean".into(),
        Type::UInt32 => "Int".into(),
        Type::Int64 => "Long".into(),
        Type::Optional { inner_type } => format!("{}?", kotlin(inner_type)),
        Type::Sequence { inner_type } => format!("List<{}>", kotlin(inner_type)),
        Type::Record { name, .. } | Type::Enum { name, .. } => name.clone(),
        other => panic!("the Kotlin wrapper has no form for {other:?}"),
    }
}

fn kdoc(Docs { text, errors }: &Docs, indent: &str) -> String {
    if errors.is_empty() && !text.contains('\n') {
        return format!("{indent}/** {text} */\n");
    }
    let errors = if errors.is_empty() { String::new() } else { format!("\n\n@throws TendFailure {errors}") };
    let lines = format!("{text}{errors}");
    let lines = lines.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_verb_has_its_form() {
        let written = file(&crate::api::tests::example());
        assert!(written.ends_with(
            "typealias Run = app.tend.bindings.Run
typealias Rule = app.tend.bindings.Rule
typealias RuleDaily = app.tend.bindings.Rule.Daily
typealias RuleOnce = app.tend.bindings.Rule.Once

/** Doing exercises. */
class Runs internal constructor(private val core: app.tend.bindings.Runs, private val calls: CoreCalls) {
    /** Those that are open. */
    suspend fun openOnes(): List<Run> = calls.call { core.openOnes() }

    /**
     * Answers the question.
     * It stays here.
     *
     * @throws TendFailure `not_on_scale`; `store_…`.
     */
    suspend fun feel(runId: String, feeling: Int, words: String? = null) = calls.call { core.feel(runId, feeling.toUInt(), words) }

    /** One round. Not as `openOnes`. */
    suspend fun sync(): Boolean = calls.wait { core.sync() }
}

/** The areas of Tend. */
abstract class TendAreas internal constructor(tend: app.tend.bindings.Tend, calls: CoreCalls) {
    /** The core's objects, which live until they are closed. */
    internal val objects = mutableListOf<AutoCloseable>(tend)

    /** Runs. */
    val runs = Runs(tend.runs().also(objects::add), calls)
}
"
        ), "{written}");
    }
}
