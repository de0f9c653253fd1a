//! The core's source: where its types are, and what is said of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use syn::{
    Attribute, Expr, ExprLit, Ident, Item, Lit, Meta, Token, Type, UseTree, Visibility, braced,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

/// What the generator cannot do, in words.
pub type Refusal = String;

/// Every file of the core.
pub struct Core {
    /// In the order of their paths.
    pub files: Vec<File>,
}

/// One of them.
pub struct File {
    /// From the core's `src`.
    pub path: PathBuf,
    /// What is declared there.
    pub items: Vec<Item>,
}

/// A type that can cross.
#[derive(Clone)]
pub struct Definition<'c> {
    pub name: String,
    pub docs: String,
    pub shape: Shape,
    pub file: &'c File,
}

#[derive(Clone)]
pub enum Shape {
    Record(Vec<Field>),
    Choice(Vec<Variant>),
}

#[derive(Clone)]
pub struct Field {
    pub name: String,
    pub docs: String,
    pub ty: Type,
}

#[derive(Clone)]
pub struct Variant {
    pub name: String,
    pub docs: String,
    pub fields: Vec<Field>,
}

impl Core {
    /// Reads the files below a folder; of tests it needs none.
    pub fn read(folder: &Path) -> Result<Self, Refusal> {
        let mut files = Vec::new();
        collect(folder, folder, &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// The type that a file calls by this name: one that it declares or imports, else one of its module, else the only one with the name.
    pub fn find(&self, name: &str, from: &File) -> Result<Definition<'_>, Refusal> {
        if let Some(file) = self.files.iter().find(|file| file.path == from.path && file.declares(name)) {
            return file.definition(name);
        }
        let (name, module) = from.imported(name).unwrap_or_else(|| (name.to_owned(), from.module().to_owned()));
        let declaring: Vec<_> = self.files.iter().filter(|file| file.declares(&name)).collect();
        let in_module: Vec<_> = declaring.iter().copied().filter(|file| file.module() == module).collect();
        match (in_module.as_slice(), self.root_of(&module).filter(|root| root.path != from.path)) {
            ([], Some(root)) => self.find(&name, root),
            ([], None) => one_of(&declaring, &name, from),
            (found, _) => one_of(found, &name, from),
        }
    }

    /// How another crate names a type: by a module that shows it, its own before others, or by the root.
    pub fn path_of(&self, definition: &Definition<'_>) -> String {
        let (name, own) = (&definition.name, definition.file.module());
        let items = self.root_of("lib").map(|root| root.items.as_slice()).unwrap_or_default();
        let public: Vec<String> = items.iter().filter_map(public_module).collect();
        let shows = |module: &&String| {
            self.root_of(module).is_some_and(|root| {
                let declares = root.path == definition.file.path;
                declares || root.exports(name, Some(own).filter(|own| own != module))
            })
        };
        match public.iter().filter(|module| *module == own).chain(&public).find(shows) {
            Some(module) => format!("tend_core::{module}::{name}"),
            None => format!("tend_core::{name}"),
        }
    }

    /// The file that says what a module at the core's root shows.
    fn root_of(&self, module: &str) -> Option<&File> {
        let paths = [PathBuf::from(module).join("mod.rs"), PathBuf::from(format!("{module}.rs"))];
        self.files.iter().find(|file| paths.contains(&file.path))
    }
}

fn public_module(item: &Item) -> Option<String> {
    match item {
        Item::Mod(one) if is_public(&one.vis) => Some(one.ident.to_string()),
        _ => None,
    }
}

fn one_of<'c>(files: &[&'c File], name: &str, from: &File) -> Result<Definition<'c>, Refusal> {
    match files {
        [file] => file.definition(name),
        [] => Err(format!("{name}, named in {}, has no form that crosses", from.path.display())),
        _ => {
            let paths: Vec<_> = files.iter().map(|file| file.path.display().to_string()).collect();
            Err(format!("{name}, named in {}, is declared in {}", from.path.display(), paths.join(" and ")))
        }
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<(), Refusal> {
    for entry in fs::read_dir(folder).map_err(|cause| format!("{}: {cause}", folder.display()))? {
        let path = entry.map_err(|cause| cause.to_string())?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() && name != "tests" {
            collect(root, &path, files)?;
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
            let parsed = syn::parse_file(&text).map_err(|cause| format!("{}: {cause}", path.display()))?;
            let path = path.strip_prefix(root).unwrap_or(&path).to_owned();
            files.push(File { path, items: parsed.items });
        }
    }
    Ok(())
}

impl File {
    /// The module at the core's root that it belongs to.
    pub fn module(&self) -> &str {
        let first = self.path.iter().next().and_then(|first| first.to_str()).unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    fn declares(&self, name: &str) -> bool {
        self.items.iter().any(|item| match item {
            Item::Struct(one) => one.ident == name && is_public(&one.vis),
            Item::Enum(one) => one.ident == name && is_public(&one.vis),
            Item::Macro(_) => words(item).is_some_and(|words| words.name == name),
            _ => false,
        })
    }

    /// Whether it passes a name on, of its own module or of another.
    fn exports(&self, name: &str, of: Option<&str>) -> bool {
        self.items.iter().any(|item| match item {
            Item::Use(one) if is_public(&one.vis) => {
                let mut paths = Vec::new();
                let all = walk(&one.tree, &mut Vec::new(), &mut paths);
                let named = |(alias, path): &(String, Vec<String>)| {
                    alias == name && of.is_none_or(|module| path.iter().any(|part| part == module))
                };
                (all && of.is_none()) || paths.iter().any(named)
            }
            _ => false,
        })
    }

    /// The name that it imports as this one, with the module at the core's root that it imports it from.
    fn imported(&self, name: &str) -> Option<(String, String)> {
        let (_, path) = self.imports().into_iter().find(|(alias, _)| alias == name)?;
        let module = match path.as_slice() {
            [first, _] if first == "crate" => "lib",
            [first, module, ..] if first == "crate" => module,
            [first, ..] if self.module() == "lib" => first,
            _ => self.module(),
        };
        Some((path.last()?.clone(), module.to_owned()))
    }

    /// Whether it declares a type, or imports it.
    pub fn knows(&self, name: &str) -> bool {
        self.declares(name) || self.imported(name).is_some()
    }

    fn definition(&self, name: &str) -> Result<Definition<'_>, Refusal> {
        let refused = |what: &str| Err(format!("{name} in {}: {what}", self.path.display()));
        for item in &self.items {
            let (attributes, shape) = match item {
                Item::Struct(one) if one.ident == name => (one.attrs.clone(), Shape::Record(fields(&one.fields)?)),
                Item::Enum(one) if one.ident == name => {
                    let variants = one.variants.iter().map(|variant| {
                        let fields = fields(&variant.fields)?;
                        Ok(Variant { name: variant.ident.to_string(), docs: docs(&variant.attrs)?, fields })
                    });
                    (one.attrs.clone(), Shape::Choice(variants.collect::<Result<_, Refusal>>()?))
                }
                Item::Macro(_) => match words(item).filter(|words| words.name == name) {
                    Some(words) => {
                        let variants = words.values.iter().map(|value| {
                            Ok(Variant { name: value.name.to_string(), docs: docs(&value.attributes)?, fields: vec![] })
                        });
                        (words.attributes.clone(), Shape::Choice(variants.collect::<Result<_, Refusal>>()?))
                    }
                    None => continue,
                },
                _ => continue,
            };
            return Ok(Definition { name: name.to_owned(), docs: docs(&attributes)?, shape, file: self });
        }
        refused("it is not declared there")
    }

    /// What it imports: each name with its path.
    fn imports(&self) -> Vec<(String, Vec<String>)> {
        let mut paths = Vec::new();
        for item in &self.items {
            if let Item::Use(one) = item {
                walk(&one.tree, &mut Vec::new(), &mut paths);
            }
        }
        paths
    }
}

/// Collects the names of a `use`; `true` when it takes everything of a module.
fn walk(tree: &UseTree, path: &mut Vec<String>, found: &mut Vec<(String, Vec<String>)>) -> bool {
    let mut leaf = |name: &Ident, alias: &Ident| {
        let mut whole = path.clone();
        whole.push(name.to_string());
        found.push((alias.to_string(), whole));
        false
    };
    match tree {
        UseTree::Name(one) => leaf(&one.ident, &one.ident),
        UseTree::Rename(one) => leaf(&one.ident, &one.rename),
        UseTree::Glob(_) => true,
        UseTree::Group(group) => group.items.iter().fold(false, |all, tree| walk(tree, path, found) | all),
        UseTree::Path(one) => {
            path.push(one.ident.to_string());
            let all = walk(&one.tree, path, found);
            path.pop();
            all
        }
    }
}

fn fields(all: &syn::Fields) -> Result<Vec<Field>, Refusal> {
    let field = |field: &syn::Field| {
        let name = field.ident.as_ref().ok_or("a field without a name does not cross")?.to_string();
        Ok(Field { name, docs: docs(&field.attrs)?, ty: field.ty.clone() })
    };
    all.iter().map(field).collect()
}

pub fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What is said of an item, with links as the names that they are for Rust alone. Nothing under a `cfg` crosses.
pub fn docs(attributes: &[Attribute]) -> Result<String, Refusal> {
    let mut lines = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("cfg") {
            return Err("what is there only under a cfg does not cross".into());
        }
        if let Meta::NameValue(value) = &attribute.meta
            && value.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &value.value
        {
            lines.push(text.value().trim().to_owned());
        }
    }
    Ok(plain(&lines.join("\n")).replace("`None`", "none"))
}

/// A link is its last name: of [`Tend::today`], `today`.
fn plain(text: &str) -> String {
    let Some((before, rest)) = text.split_once("[`") else { return text.to_owned() };
    let Some((link, after)) = rest.split_once("`]") else { return text.to_owned() };
    let name = link.rsplit("::").next().unwrap_or(link);
    // Where it leads may stand behind it.
    let after = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    format!("{before}`{name}`{}", plain(after))
}

/// A macro that declares an enum with a word for each value, as the content's do.
struct Words {
    attributes: Vec<Attribute>,
    name: Ident,
    values: Punctuated<Value, Token![,]>,
}

struct Value {
    attributes: Vec<Attribute>,
    name: Ident,
}

fn words(item: &Item) -> Option<Words> {
    let Item::Macro(call) = item else { return None };
    syn::parse2(call.mac.tokens.clone()).ok()
}

impl Parse for Words {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (attributes, name) = (input.call(Attribute::parse_outer)?, input.parse()?);
        let values;
        braced!(values in input);
        Ok(Self { attributes, name, values: Punctuated::parse_terminated(&values)? })
    }
}

impl Parse for Value {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (attributes, name) = (input.call(Attribute::parse_outer)?, input.parse()?);
        input.parse::<Token![=]>()?;
        input.parse::<Lit>()?;
        Ok(Self { attributes, name })
    }
}
