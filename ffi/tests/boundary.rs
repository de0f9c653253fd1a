//! The rules of the boundary, held against the source: nothing that is exported can forget them. Each rule is first shown something
//! that it must refuse.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{fs, path::Path};

use syn::{
    Attribute, Block, Expr, FnArg, ImplItem, Item, ReturnType, Signature, Stmt, TraitItem, Type,
    visit::{self, Visit},
};

#[test]
fn the_source_keeps_the_rules() {
    let mut seen = 0;
    let mut problems = Vec::new();
    let written = Path::new(env!("OUT_DIR")).join("areas.rs");
    for path in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))).into_iter().chain([written]) {
        let (found, exported) = problems_in(&fs::read_to_string(&path).unwrap());
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", path.display())));
        seen += exported;
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(seen > 80, "only {seen} exported functions were found");
}

#[test]
fn what_forgets_the_runtime_is_refused() {
    let forgotten =
        "#[uniffi::export] impl Core { pub async fn sync(&self) -> Result<(), E> { on_runtime(work).await } }";
    assert_eq!(problems_in(forgotten).0, ["sync: its impl is not exported with async_runtime = \"tokio\""]);
}

#[test]
fn what_works_on_the_callers_thread_is_refused() {
    for body in [
        "self.0.sync().await",
        "let a = self.0.sync().await; on_runtime(async { a }).await",
        "on_runtime(work).await?; Ok(())",
        "Ok(())",
    ] {
        let source = format!(
            "#[uniffi::export(async_runtime = \"tokio\")] impl Core {{ pub async fn sync(&self) -> Result<(), E> {{ {body} }} }}"
        );
        assert_eq!(problems_in(&source).0, ["sync: it waits for something else than on_runtime(…)"], "{body}");
    }
}

#[test]
fn what_lets_a_panic_through_is_refused() {
    let source = "#[uniffi::export] impl Core { pub fn all(&self) -> Result<u8, E> { self.0.all() } }";
    assert_eq!(problems_in(source).0, ["all: its body is not call(…)"]);
    let source = "#[uniffi::export] fn all() -> Result<u8, E> { call(|| Ok(1)) }";
    assert_eq!(problems_in(source).0, ["all: only objects are exported"]);
}

#[test]
fn a_foreign_trait_that_waits_or_cannot_fail_is_refused() {
    let source = "#[uniffi::export(with_foreign)] pub trait L { async fn changed(&self) -> Result<(), E>; }";
    assert_eq!(problems_in(source).0, ["changed: a foreign trait is synchronous"]);
    let source = "#[uniffi::export(with_foreign)] pub trait L { fn changed(&self); }";
    assert_eq!(problems_in(source).0, ["changed: it cannot say that the shell threw, so it would panic"]);
}

#[test]
fn what_is_there_only_sometimes_is_refused() {
    for source in [
        "#[cfg(unix)] #[uniffi::export] impl Core {}",
        "#[uniffi::export] impl Core { #[cfg(unix)] pub fn new() -> Self { Core } }",
        "#[cfg(unix)] #[derive(Debug, uniffi::Record)] pub struct A { b: u8 }",
        "#[derive(uniffi::Record)] pub struct A { #[cfg(unix)] b: u8 }",
        "#[derive(uniffi::Enum)] pub enum A { #[cfg(unix)] B }",
    ] {
        let (problems, _) = problems_in(source);
        assert_eq!(problems, ["an exported item is there only under a cfg"], "{source}");
    }
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// What is wrong in a file, and how many functions it exports.
fn problems_in(source: &str) -> (Vec<String>, usize) {
    let mut found = Found::default();
    found.visit_file(&syn::parse_file(source).unwrap());
    (found.problems, found.exported)
}

#[derive(Default)]
struct Found {
    problems: Vec<String>,
    exported: usize,
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Impl(block) if exported(&block.attrs).is_some() => {
                let on_tokio = exported(&block.attrs).is_some_and(|with| with.contains("async_runtime = \"tokio\""));
                for item in &block.items {
                    if let ImplItem::Fn(function) = item {
                        self.exported += 1;
                        self.check(&function.sig, &function.block, on_tokio);
                    }
                }
                self.check_cfg(item);
            }
            Item::Trait(foreign) if exported(&foreign.attrs).is_some() => {
                for item in &foreign.items {
                    if let TraitItem::Fn(function) = item {
                        self.check_foreign(&function.sig);
                    }
                }
                self.check_cfg(item);
            }
            Item::Fn(function) if exported(&function.attrs).is_some() => {
                self.problems.push(format!("{}: only objects are exported", function.sig.ident));
            }
            Item::Struct(what) if derives_uniffi(&what.attrs) => self.check_cfg(item),
            Item::Enum(what) if derives_uniffi(&what.attrs) => self.check_cfg(item),
            _ => visit::visit_item(self, item),
        }
    }
}

impl Found {
    fn check(&mut self, function: &Signature, body: &Block, on_tokio: bool) {
        let name = &function.ident;
        if function.asyncness.is_some() {
            if !on_tokio {
                self.problems.push(format!("{name}: its impl is not exported with async_runtime = \"tokio\""));
            }
            if !only_waits_for_the_runtime(body) {
                self.problems.push(format!("{name}: it waits for something else than on_runtime(…)"));
            }
        } else if can_fail(function) && !last(body).is_some_and(|last| calls(last, "call") && body.stmts.len() == 1) {
            self.problems.push(format!("{name}: its body is not call(…)"));
        }
    }

    fn check_foreign(&mut self, function: &Signature) {
        let name = &function.ident;
        assert!(matches!(function.inputs.first(), Some(FnArg::Receiver(_))));
        if function.asyncness.is_some() {
            self.problems.push(format!("{name}: a foreign trait is synchronous"));
        } else if !can_fail(function) {
            self.problems.push(format!("{name}: it cannot say that the shell threw, so it would panic"));
        }
    }

    fn check_cfg(&mut self, item: &Item) {
        let mut cfgs = Cfgs(0);
        cfgs.visit_item(item);
        if cfgs.0 > 0 {
            self.problems.push("an exported item is there only under a cfg".into());
        }
    }
}

struct Cfgs(usize);

impl<'ast> Visit<'ast> for Cfgs {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        self.0 += usize::from(attribute.path().is_ident("cfg"));
    }
}

/// `Some` with what stands in the brackets, if this is `uniffi::export`.
fn exported(attributes: &[Attribute]) -> Option<String> {
    let export = attributes.iter().find(|attribute| {
        let path: Vec<_> = attribute.path().segments.iter().map(|segment| segment.ident.to_string()).collect();
        path == ["uniffi", "export"]
    })?;
    Some(export.meta.require_list().map(|list| list.tokens.to_string()).unwrap_or_default())
}

fn derives_uniffi(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive")
            && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().contains("uniffi"))
    })
}

fn can_fail(function: &Signature) -> bool {
    let ReturnType::Type(_, returns) = &function.output else { return false };
    matches!(&**returns, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Result"))
}

/// The value of a body.
fn last(body: &Block) -> Option<&Expr> {
    match body.stmts.last() {
        Some(Stmt::Expr(last, None)) => Some(last),
        _ => None,
    }
}

fn calls(expression: &Expr, name: &str) -> bool {
    matches!(expression, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if path.path.is_ident(name)))
}

/// Whether a body ends with `on_runtime(…).await`, and waits for nothing before.
fn only_waits_for_the_runtime(body: &Block) -> bool {
    let Some(Expr::Await(end)) = last(body) else { return false };
    let mut waits = Waits(0);
    for statement in &body.stmts[..body.stmts.len() - 1] {
        waits.visit_stmt(statement);
    }
    calls(&end.base, "on_runtime") && waits.0 == 0
}

struct Waits(usize);

impl<'ast> Visit<'ast> for Waits {
    fn visit_expr_await(&mut self, wait: &'ast syn::ExprAwait) {
        self.0 += 1;
        visit::visit_expr_await(self, wait);
    }
}
