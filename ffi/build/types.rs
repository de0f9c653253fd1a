//! Records and enums, and how each becomes the core's and comes from it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    forms::{Crossing, crossing, name, said},
    source::{Core, Definition, Field, Refusal, Shape, Variant},
};

/// Every type that is reached from what the verbs take and give.
#[derive(Default)]
pub struct Types<'c> {
    all: BTreeMap<String, Reached<'c>>,
}

struct Reached<'c> {
    definition: Definition<'c>,
    /// How the core's type is named.
    path: String,
    /// Whether a verb takes it.
    taken: bool,
}

impl<'c> Types<'c> {
    /// Takes in a type, and what it is made of.
    pub fn reach(&mut self, core: &'c Core, definition: Definition<'c>, taken: bool) -> Result<(), Refusal> {
        let (shell, path) = (name(&definition.name).to_owned(), core.path_of(&definition));
        match self.all.get_mut(&shell) {
            Some(known) if known.path != path => {
                return Err(format!("{} and {path} would both be {shell}: one needs a name in NAMES", known.path));
            }
            Some(known) if known.taken || !taken => return Ok(()),
            Some(known) => known.taken = true,
            None => {
                self.all.insert(shell, Reached { definition: definition.clone(), path, taken });
            }
        }
        for field in every_field(&definition) {
            for inner in crossing(core, &field.ty, definition.file)?.made_of {
                self.reach(core, inner, taken)?;
            }
        }
        Ok(())
    }

    /// The source of all.
    pub fn write(&self, core: &Core) -> Result<String, Refusal> {
        let mut out = String::new();
        for (shell, reached) in &self.all {
            match &reached.definition.shape {
                Shape::Record(fields) => reached.write_record(&mut out, core, shell, fields)?,
                Shape::Choice(variants) => reached.write_choice(&mut out, core, shell, variants)?,
            }
        }
        Ok(out)
    }
}

/// The codes with which a type that a verb takes is refused when it has not the form.
pub fn refusals(core: &Core, crossing: &Crossing<'_>) -> Result<BTreeSet<&'static str>, Refusal> {
    let mut all = BTreeSet::from([crossing.refused]);
    for definition in &crossing.made_of {
        for field in every_field(definition) {
            all.append(&mut refusals(core, &self::crossing(core, &field.ty, definition.file)?)?);
        }
    }
    all.remove("");
    Ok(all)
}

fn every_field<'d>(definition: &'d Definition<'_>) -> Box<dyn Iterator<Item = &'d Field> + 'd> {
    match &definition.shape {
        Shape::Record(fields) => Box::new(fields.iter()),
        Shape::Choice(variants) => Box::new(variants.iter().flat_map(|variant| &variant.fields)),
    }
}

impl Reached<'_> {
    fn write_record(&self, out: &mut String, core: &Core, shell: &str, fields: &[Field]) -> Result<(), Refusal> {
        let declared = self.declared(core, fields, "    pub ")?;
        let gone = each(fields, |field| format!("{field}: self.{field}.out()"));
        let come = each(fields, |field| format!("{field}: ComesBack::back(form.{field})?"));
        write_line(
            out,
            &format!(
                "{docs}#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]\npub struct {shell} {{\n{declared}}}\n",
                docs = doc(&self.definition.docs, "")
            ),
        );
        self.write_conversions(out, shell, &format!("{shell} {{ {gone} }}"), &format!("Self {{ {come} }}"));
        Ok(())
    }

    fn write_choice(&self, out: &mut String, core: &Core, shell: &str, variants: &[Variant]) -> Result<(), Refusal> {
        let (mut declared, mut gone, mut come) = (String::new(), String::new(), String::new());
        for Variant { name, docs, fields } in variants {
            let (named, outward, inward) = if fields.is_empty() {
                Default::default()
            } else {
                let declared = self.declared(core, fields, "        ")?;
                (
                    format!(" {{\n{declared}    }}"),
                    format!(" {{ {} }}", each(fields, |field| format!("{field}: {field}.out()"))),
                    format!(" {{ {} }}", each(fields, |field| format!("{field}: ComesBack::back({field})?"))),
                )
            };
            let taken =
                if fields.is_empty() { String::new() } else { format!(" {{ {} }}", each(fields, str::to_owned)) };
            write_line(&mut declared, &format!("{}    {name}{named},", doc(docs, "    ")));
            gone.push_str(&format!("Self::{name}{taken} => {shell}::{name}{outward}, "));
            come.push_str(&format!("{shell}::{name}{taken} => Self::{name}{inward}, "));
        }
        let copy = if variants.iter().all(|variant| variant.fields.is_empty()) { "Copy, " } else { "" };
        write_line(
            out,
            &format!(
                "{docs}#[derive(Debug, Clone, {copy}PartialEq, Eq, uniffi::Enum)]\npub enum {shell} {{\n{declared}}}\n",
                docs = doc(&self.definition.docs, "")
            ),
        );
        self.write_conversions(out, shell, &format!("match self {{ {gone}}}"), &format!("match form {{ {come}}}"));
        Ok(())
    }

    fn declared(&self, core: &Core, fields: &[Field], indent: &str) -> Result<String, Refusal> {
        let mut out = String::new();
        for Field { name, docs, ty } in fields {
            let crossing = crossing(core, ty, self.definition.file)?;
            let blank = &indent[..indent.len() - indent.trim_start().len()];
            out.push_str(&doc(&said(docs, crossing.note), blank));
            write_line(&mut out, &format!("{indent}{name}: {},", crossing.form));
        }
        Ok(out)
    }

    fn write_conversions(&self, out: &mut String, shell: &str, gone: &str, come: &str) {
        let path = &self.path;
        write_line(
            out,
            &format!(
                "impl Crosses for {path} {{\n    type Form = {shell};\n\n    fn out(self) -> {shell} {{\n        {gone}\n    }}\n}}\n\nimpl Listed for {path} {{}}\n"
            ),
        );
        if self.taken {
            write_line(
                out,
                &format!(
                    "impl ComesBack for {path} {{\n    fn back(form: {shell}) -> Result<Self, CoreError> {{\n        Ok({come})\n    }}\n}}\n"
                ),
            );
        }
    }
}

fn each(fields: &[Field], one: impl Fn(&str) -> String) -> String {
    fields.iter().map(|field| one(&field.name)).collect::<Vec<_>>().join(", ")
}

/// Documentation as it stands above an item.
pub fn doc(text: &str, indent: &str) -> String {
    text.lines().map(|line| format!("{indent}/// {line}").trim_end().to_owned() + "\n").collect()
}

pub fn write_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
