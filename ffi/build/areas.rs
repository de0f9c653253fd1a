//! An object for each area of the facade, with its verbs.

use syn::{FnArg, ImplItem, ImplItemFn, Item, ItemImpl, Pat, ReturnType, Type};

use crate::{
    forms::{Crossing, argument, crossing, is_byte, is_said},
    source::{Core, File, Refusal, docs, is_public},
    types::{Types, doc, refusals, write_line},
};

/// All that crosses: what is reached from the areas of the facade, and from types by their names.
pub fn boundary(core: &Core, roots: &[&str]) -> Result<String, Refusal> {
    let (mut out, mut types, areas) = (String::new(), Types::default(), areas(core)?);
    write_accessors(&mut out, &areas);
    for area in &areas {
        area.write(&mut out, core, &mut types)?;
    }
    for root in roots {
        let mut facade = core.files.iter().filter(|file| file.module() == "tend");
        let from = facade.find(|file| file.knows(root)).ok_or_else(|| format!("the facade knows of no {root}"))?;
        types.reach(core, core.find(root, from)?, false)?;
    }
    out.push_str(&types.write(core)?);
    Ok(out)
}

/// An area: `Tend` gives it out, as `pub fn surprises(&self) -> Surprises<'_>`.
struct Area {
    name: String,
    accessor: String,
    /// What is said of the accessor.
    docs: String,
}

/// Every area, by its accessor.
fn areas(core: &Core) -> Result<Vec<Area>, Refusal> {
    let mut areas = Vec::new();
    for (_, function) in functions(core, "Tend") {
        if let ReturnType::Type(_, returns) = &function.sig.output
            && let Type::Path(path) = &**returns
            && let Some(last) = path.path.segments.last()
            && !last.arguments.is_none()
            && argument(&last.arguments).is_none()
        {
            let (name, accessor) = (last.ident.to_string(), function.sig.ident.to_string());
            areas.push(Area { name, accessor, docs: docs(&function.attrs)? });
        }
    }
    areas.sort_by(|a, b| a.accessor.cmp(&b.accessor));
    Ok(areas)
}

/// What `Tend` gives out.
fn write_accessors(out: &mut String, areas: &[Area]) {
    write_line(out, "#[uniffi::export]\nimpl Tend {");
    for Area { name, accessor, docs } in areas {
        out.push_str(&doc(docs, "    "));
        write_line(out, &format!("    pub fn {accessor}(&self) -> Arc<{name}> {{"));
        write_line(out, &format!("        Arc::new({name}(Arc::clone(&self.core)))\n    }}\n"));
    }
    write_line(out, "}\n");
}

impl Area {
    /// The object and its verbs. What they take and give is taken in with `types`.
    fn write<'c>(&self, out: &mut String, core: &'c Core, types: &mut Types<'c>) -> Result<(), Refusal> {
        let name = &self.name;
        let declared = core.files.iter().flat_map(|file| &file.items).find_map(|item| match item {
            Item::Struct(one) if one.ident == *name && !one.generics.params.is_empty() => Some(&one.attrs),
            _ => None,
        });
        let said = docs(declared.ok_or_else(|| format!("{name} is declared nowhere"))?)?;
        out.push_str(&doc(&said, ""));
        write_line(out, &format!("#[derive(uniffi::Object)]\npub struct {name}(Arc<tend_core::Tend>);\n"));
        write_line(out, &format!("#[uniffi::export]\nimpl {name} {{"));
        for (file, function) in functions(core, name) {
            let verb = format!("{name}::{}", function.sig.ident);
            self.write_verb(out, core, types, (file, function)).map_err(|refusal| format!("{verb}: {refusal}"))?;
        }
        write_line(out, "}\n");
        Ok(())
    }

    fn write_verb<'c>(
        &self,
        out: &mut String,
        core: &'c Core,
        types: &mut Types<'c>,
        (file, function): (&File, &ImplItemFn),
    ) -> Result<(), Refusal> {
        let (verb, mut text) = (&function.sig.ident, docs(&function.attrs)?);
        let (mut taken, mut given) = (String::new(), Vec::new());
        for input in &function.sig.inputs {
            let FnArg::Typed(input) = input else { continue };
            let Pat::Ident(pattern) = &*input.pat else { return Err("a parameter has no name".into()) };
            let crossing = reach(core, types, &input.ty, file, true)?;
            let parameter = pattern.ident.to_string();
            taken.push_str(&format!(", {parameter}: {}", crossing.form));
            given.push(argument_of(&parameter, &input.ty)?);
            text = with_form(&text, &parameter, crossing.note);
            for code in refusals(core, &crossing)? {
                text = with_refusal(&text, code);
            }
        }
        let crossing = reach(core, types, &result(function)?, file, false)?;
        out.push_str(&doc(&text, "    "));
        let (form, accessor, given) = (crossing.form, &self.accessor, given.join(", "));
        write_line(out, &format!("    pub fn {verb}(&self{taken}) -> Result<{form}, TendError> {{"));
        let called = format!("self.0.{accessor}().{verb}({given})");
        let body = if form == "()" { called } else { format!("Ok({called}?.out())") };
        write_line(out, &format!("        call(self.0.language(), || {body})\n    }}\n"));
        Ok(())
    }
}

fn reach<'c>(
    core: &'c Core,
    types: &mut Types<'c>,
    ty: &Type,
    file: &File,
    taken: bool,
) -> Result<Crossing<'c>, Refusal> {
    let crossing = crossing(core, ty, file)?;
    for definition in &crossing.made_of {
        types.reach(core, definition.clone(), taken)?;
    }
    Ok(crossing)
}

/// What can be called from outside of a type of the facade, with the file that it is in.
fn functions<'c>(core: &'c Core, of: &str) -> Vec<(&'c File, &'c ImplItemFn)> {
    let is_of = |block: &ItemImpl| {
        block.trait_.is_none()
            && matches!(&*block.self_ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == of))
    };
    let facade = core.files.iter().filter(|file| file.module() == "tend");
    let blocks = facade.flat_map(|file| file.items.iter().map(move |item| (file, item)));
    let mut found = Vec::new();
    for (file, item) in blocks {
        if let Item::Impl(block) = item
            && is_of(block)
        {
            found.extend(block.items.iter().filter_map(|item| match item {
                ImplItem::Fn(function) if is_public(&function.vis) => Some((file, function)),
                _ => None,
            }));
        }
    }
    found
}

/// What a verb gives when it works.
fn result(function: &ImplItemFn) -> Result<Type, Refusal> {
    let refused = || "a verb is synchronous and gives a Result<…, TendError>".to_owned();
    let ReturnType::Type(_, returns) = &function.sig.output else { return Err(refused()) };
    let Type::Path(path) = &**returns else { return Err(refused()) };
    let last = path.path.segments.last().filter(|last| last.ident == "Result").ok_or_else(refused)?;
    argument(&last.arguments).filter(|_| function.sig.asyncness.is_none()).cloned().ok_or_else(refused)
}

/// What the core's verb is called with.
fn argument_of(name: &str, ty: &Type) -> Result<String, Refusal> {
    let is_str = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("str"));
    Ok(match ty {
        Type::Reference(reference) => match &*reference.elem {
            inner if is_str(inner) => format!("&{name}"),
            Type::Slice(slice) if is_byte(&slice.elem) => format!("&Vec::<u8>::back({name})?"),
            Type::Slice(_) => return Err(format!("{name} is a slice: a Vec crosses")),
            _ => format!("&ComesBack::back({name})?"),
        },
        Type::Path(path) => {
            let last = path.path.segments.last().ok_or("a type without a name")?;
            match argument(&last.arguments) {
                Some(Type::Reference(inner)) if is_str(&inner.elem) => format!("{name}.as_deref()"),
                _ => format!("ComesBack::back({name})?"),
            }
        }
        _ => return Err(format!("{name} has a type that does not cross")),
    })
}

/// What is said of a verb, with the form of a parameter before what can go wrong.
fn with_form(text: &str, parameter: &str, note: &str) -> String {
    if is_said(text, note) {
        return text.to_owned();
    }
    let (what, errors) = text.split_at(text.find("\n\n# Errors").unwrap_or(text.len()));
    format!("{what} `{parameter}`: {note}.{errors}")
}

/// What is said of a verb, with what the boundary refuses in the core's place before all else.
fn with_refusal(text: &str, code: &str) -> String {
    match text.split_once("# Errors\n") {
        Some((what, errors)) if !errors.contains(code) => format!("{what}# Errors\n`{code}`, {errors}"),
        Some(_) => text.to_owned(),
        None => format!("{text}\n\n# Errors\n`{code}`."),
    }
}
