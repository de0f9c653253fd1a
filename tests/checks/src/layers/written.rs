//! What is in one module's source: the names that it defines and imports, and the paths that it uses.

use std::collections::BTreeSet;
use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Ident, Item, ItemUse, Macro, UseTree, Visibility};

/// The source of one module, as far as it matters here.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Items, without modules.
    pub(super) defined: BTreeSet<String>,
    /// Words in macro calls in the place of an item: each may be an item that the macro makes.
    pub(super) perhaps_made: BTreeSet<String>,
    /// Modules declared here; with their source, unless that is in a file of its own.
    pub(super) children: Vec<(String, Option<Written>)>,
    /// `use`, a line for each name.
    pub(super) uses: Vec<Use>,
    /// All other paths, as they are written.
    pub(super) paths: Vec<Vec<String>>,
}

/// One name that `use` brings in.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) path: Vec<String>,
    /// The name here; nothing for a star, or when it is `_`.
    pub(super) name: Option<String>,
    /// Whether it ends in a star.
    pub(super) star: bool,
    /// Whether it is a re-export: `pub use`, also `pub(crate)` and the like.
    pub(super) passed_on: bool,
}

impl Written {
    /// Reads the items of a module.
    pub(super) fn of(items: &[Item]) -> Self {
        let mut written = Self::default();
        items.iter().for_each(|item| written.visit_item(item));
        written
    }

    fn add_use(&mut self, tree: &UseTree, before: &[String], passed_on: bool) {
        let with = |ident: &Ident| [before, &[ident.to_string()]].concat();
        let mut add = |path: Vec<String>, name: Option<String>, star| {
            self.uses.push(Use { path, name: name.filter(|name| name != "_"), star, passed_on })
        };
        match tree {
            UseTree::Path(path) => self.add_use(&path.tree, &with(&path.ident), passed_on),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_use(tree, before, passed_on)),
            UseTree::Glob(_) => add(before.to_vec(), None, true),
            // `use a::{self}` is `use a`.
            UseTree::Name(name) if name.ident == "self" => add(before.to_vec(), before.last().cloned(), false),
            UseTree::Name(name) => add(with(&name.ident), Some(name.ident.to_string()), false),
            UseTree::Rename(rename) if rename.ident == "self" => {
                add(before.to_vec(), Some(rename.rename.to_string()), false)
            }
            UseTree::Rename(rename) => add(with(&rename.ident), Some(rename.rename.to_string()), false),
        }
    }

    fn add_path(&mut self, path: &syn::Path) {
        self.paths.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
    }

    /// The paths among a macro's words. Only the macro knows what its words mean, so a single word counts if it looks like a type.
    fn add_words(&mut self, mut at: Cursor<'_>) {
        let mut path: Vec<String> = Vec::new();
        while !at.eof() {
            if let Some((ident, rest)) = at.ident() {
                path.push(ident.to_string());
                let joined = colons(rest);
                at = joined.unwrap_or(rest);
                if joined.is_some_and(|at| at.ident().is_some()) {
                    continue;
                }
            } else if let Some((inside, _, _, rest)) = at.any_group() {
                self.add_words(inside);
                at = rest;
            } else if let Some((_, rest)) = at.token_tree() {
                at = rest;
            }
            let path = std::mem::take(&mut path);
            if path.len() > 1 || path.iter().any(|word| is_capital(word)) {
                self.paths.push(path);
            }
        }
    }
}

/// What follows two colons.
fn colons(at: Cursor<'_>) -> Option<Cursor<'_>> {
    colon(colon(at)?)
}

fn colon(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let (punct, rest) = at.punct()?;
    (punct.as_char() == ':').then_some(rest)
}

/// Whether a word looks like a type or constant. One in small letters may as well be a variable.
fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The attributes and the name of an item, where it has them.
fn head(item: &Item) -> (&[Attribute], Option<&Ident>) {
    match item {
        Item::Const(item) => (&item.attrs, Some(&item.ident)),
        Item::Enum(item) => (&item.attrs, Some(&item.ident)),
        Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
        Item::Impl(item) => (&item.attrs, None),
        Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
        Item::Mod(item) => (&item.attrs, None),
        Item::Static(item) => (&item.attrs, Some(&item.ident)),
        Item::Struct(item) => (&item.attrs, Some(&item.ident)),
        Item::Trait(item) => (&item.attrs, Some(&item.ident)),
        Item::Type(item) => (&item.attrs, Some(&item.ident)),
        Item::Union(item) => (&item.attrs, Some(&item.ident)),
        Item::Use(item) => (&item.attrs, None),
        _ => (&[], None),
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<Ident>().is_ok_and(|what| what == "test")
    })
}

impl<'ast> Visit<'ast> for Written {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = head(item);
        if is_for_tests(attributes) {
            return;
        }
        self.defined.extend(name.map(Ident::to_string));
        match item {
            Item::Mod(module) => {
                let inside = module.content.as_ref().map(|(_, items)| Self::of(items));
                self.children.push((module.ident.to_string(), inside));
            }
            Item::Macro(call) if call.ident.is_none() => {
                let before = self.paths.len();
                self.visit_macro(&call.mac);
                self.perhaps_made.extend(self.paths[before..].iter().filter(|path| path.len() == 1).flatten().cloned());
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_use(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 || path.get_ident().is_some_and(|ident| is_capital(&ident.to_string())) {
            self.add_path(path);
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(function) = &*call.func
            && function.path.get_ident().is_some()
        {
            self.add_path(&function.path);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.add_path(&call.path);
        self.add_words(TokenBuffer::new2(call.tokens.clone()).begin());
    }

    // Attributes and visibilities do not say what the code uses.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
