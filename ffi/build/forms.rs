//! In which form each type of the core's crosses, and under which name.

use syn::{GenericArgument, PathArguments, Type};

use crate::source::{Core, Definition, File, Refusal};

/// What has a form of its own, with what must be said of it, and the code with which what is none is refused. `src/forms.rs` converts.
const FORMS: &[(&str, &str, &str, &str)] = &[
    ("String", "String", "", ""),
    ("str", "String", "", ""),
    ("bool", "bool", "", ""),
    ("u8", "u32", "", ""),
    ("u16", "u32", "", ""),
    ("i16", "u32", "", ""),
    ("u32", "u32", "", ""),
    ("usize", "u32", "", ""),
    ("i64", "i64", "", ""),
    ("RecordId", "String", "", "not_found"),
    ("DeviceId", "String", "", "not_found"),
    ("MailboxId", "String", "", "not_found"),
    ("Timestamp", "i64", "in seconds since 1970", "out_of_range"),
    ("Date", "String", "as `YYYY-MM-DD`", "out_of_range"),
    ("Time", "String", "as `HH:MM`", "out_of_range"),
    ("DateTime", "String", "as `YYYY-MM-DDTHH:MM`", "out_of_range"),
    ("Week", "String", "as `2026-W48`", "not_found"),
    // The hours of a kind, which are a pair in the core.
    ("BTreeMap", "Vec<KindWindow>", "", "out_of_range"),
];

/// What is called otherwise on the other side, where no module tells which it is. Of all else, `View` is dropped.
const NAMES: &[(&str, &str)] = &[("TodayView", "TodayView")];

/// How a type crosses.
pub struct Crossing<'c> {
    /// The type on the other side, in Rust's words.
    pub form: String,
    /// What must be said of it, or nothing.
    pub note: &'static str,
    /// The code with which what is none is refused, or nothing.
    pub refused: &'static str,
    /// The types that it is made of, and that are declared in the core.
    pub made_of: Vec<Definition<'c>>,
}

/// The name on the other side.
pub fn name(core: &str) -> &str {
    let other = NAMES.iter().find(|(name, _)| *name == core).map(|(_, other)| *other);
    other.unwrap_or_else(|| core.strip_suffix("View").unwrap_or(core))
}

/// How a type that a file of the core's names crosses.
pub fn crossing<'c>(core: &'c Core, ty: &Type, from: &File) -> Result<Crossing<'c>, Refusal> {
    let simple = |form: &str, note, refused| Ok(Crossing { form: form.into(), note, refused, made_of: Vec::new() });
    let listed = |inner: &Type| {
        if is_byte(inner) {
            return simple("String", "", "not_found");
        }
        let inner = crossing(core, inner, from)?;
        Ok(Crossing { form: format!("Vec<{}>", inner.form), ..inner })
    };
    match ty {
        Type::Reference(reference) => crossing(core, &reference.elem, from),
        Type::Slice(slice) => listed(&slice.elem),
        Type::Tuple(tuple) if tuple.elems.is_empty() => simple("()", "", ""),
        Type::Path(path) => {
            let last = path.path.segments.last().ok_or("a type without a name")?;
            let (ident, inner) = (last.ident.to_string(), argument(&last.arguments));
            match (ident.as_str(), inner) {
                ("Option", Some(inner)) => {
                    let inner = crossing(core, inner, from)?;
                    Ok(Crossing { form: format!("Option<{}>", inner.form), ..inner })
                }
                // The days of a rule are numbers in the core, from Monday.
                ("BTreeSet", Some(inner)) if is_byte(inner) => simple("Vec<Weekday>", "", ""),
                ("Vec" | "BTreeSet", Some(inner)) => listed(inner),
                (ident, _) => match FORMS.iter().find(|(core, ..)| *core == ident) {
                    Some((_, form, note, refused)) => simple(form, note, refused),
                    None => {
                        let found = core.find(ident, from)?;
                        Ok(Crossing { form: name(&found.name).to_owned(), note: "", refused: "", made_of: vec![found] })
                    }
                },
            }
        }
        _ => Err(format!("in {} is a type that has no form to cross in", from.path.display())),
    }
}

pub fn is_byte(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("u8"))
}

/// The one type between the angle brackets.
pub fn argument(arguments: &PathArguments) -> Option<&Type> {
    let PathArguments::AngleBracketed(all) = arguments else { return None };
    all.args.iter().find_map(|one| match one {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// What is said of something that crosses, with what must be said of its form.
pub fn said(docs: &str, note: &str) -> String {
    if is_said(docs, note) {
        return docs.to_owned();
    }
    let (first, rest) = note.split_at(1);
    format!("{docs} {}{rest}.", first.to_uppercase())
}

/// Whether there is nothing to say of a form, or the core says it itself, as of a date that it keeps as a text.
pub fn is_said(docs: &str, note: &str) -> bool {
    note.is_empty() || docs.contains(note.split('`').nth(1).unwrap_or(note))
}
