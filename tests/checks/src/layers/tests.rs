#![allow(clippy::unwrap_used)]
use super::*;

/// A library of these files, each below `src/`.
fn library(files: &[(&str, &str)]) -> Modules {
    let files = files.iter().map(|(path, text)| (format!("src/{path}"), (*text).to_owned())).collect();
    Modules::parse(&files, "src/").unwrap()
}

fn circles_in(files: &[(&str, &str)]) -> Vec<String> {
    circles(&library(files).imports())
}

/// For each import between files: `from to`.
fn edges(files: &[(&str, &str)]) -> Vec<String> {
    let modules = library(files);
    let imports = modules.imports();
    let edges: BTreeSet<String> = imports
        .iter()
        .filter_map(|import| match &import.to {
            Target::Module(to) if to.file != import.from.file => Some(format!("{} {}", import.from.file, to.file)),
            _ => None,
        })
        .collect();
    edges.into_iter().map(|edge| edge.replace("src/", "")).collect()
}

#[test]
fn a_planted_circle_is_told_with_its_imports() {
    let mut files = vec![
        ("lib.rs", "mod a; mod b; mod c; mod d; mod e;"),
        ("a.rs", "use crate::{b::B, d::D}; pub struct A(B, D);"),
        ("b.rs", "pub struct B; fn f() { super::c::g() }"),
        ("c.rs", "pub fn g() {}"),
        ("d.rs", "pub struct D; use crate::e::E;"),
        ("e.rs", "pub struct E;"),
    ];
    assert_eq!(circles_in(&files), Vec::<String>::new());
    files[3].1 = "pub fn g() { let _: crate::a::A; }";
    assert_eq!(
        circles_in(&files),
        [
            "circle of 3 files: src/a.rs, src/b.rs, src/c.rs",
            "src/a.rs: in a circle it uses src/b.rs (crate::b::B)",
            "src/b.rs: in a circle it uses src/c.rs (super::c::g)",
            "src/c.rs: in a circle it uses src/a.rs (crate::a::A)",
        ]
    );
}

#[test]
fn passing_on_what_children_define_is_no_use_of_them() {
    let mut files = vec![
        ("lib.rs", "pub mod a; mod d; pub use a::*;"),
        ("a/mod.rs", "mod b; mod c; pub use b::B; pub use c::inner::*;"),
        ("a/b.rs", "pub struct B; use super::C;"),
        ("a/c.rs", "pub mod inner { pub struct C; }"),
        ("d.rs", "use crate::{B, C};"),
    ];
    assert_eq!(edges(&files), ["a/b.rs a/c.rs", "d.rs a/b.rs", "d.rs a/c.rs"]);
    assert_eq!(circles_in(&files), Vec::<String>::new());
    files[1].1 = "mod b; mod c; pub use b::B; pub use c::inner::*; fn f(_: B) {}";
    assert_eq!(circles_in(&files), Vec::<String>::new(), "the parent may use its children");
    files[1].1 = "mod b; mod c; pub use b::B; pub use c::inner::*; pub struct C; fn f(_: B) {}";
    assert_eq!(circles_in(&files)[0], "circle of 2 files: src/a/b.rs, src/a/mod.rs");
}

#[test]
fn passing_on_what_another_branch_defines_is_a_use() {
    let files = [("lib.rs", "mod a; mod b;"), ("a.rs", "pub use crate::b::B;"), ("b.rs", "pub struct B;")];
    assert_eq!(edges(&files), ["a.rs b.rs"]);
}

#[test]
fn every_way_to_write_a_path_is_seen() {
    for used in [
        "use super::b::{self, X}; ",
        "use super::b as other; fn f() { other::f() }",
        "use super::*; fn f() { b::f() }",
        "use super::b::*; fn g() { f() }",
        "use super::b::*; struct S(X);",
        "fn f() { super::b::X::new(); }",
        "fn f() -> Option<crate::b::X> { None }",
        "fn f() { assert!(if true { crate::b::f() } else { true }) }",
        "use super::b::*; fn f() { println!(\"{:?}\", X); }",
        "fn f() { use super::b; b::f() }",
        "mod inside { fn f() { super::super::b::f() } }",
        "impl super::b::Made for S {}",
        "fn f() { crate::b::made!() }",
    ] {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", used),
            ("b.rs", "pub struct X; pub fn f() {} makes! { /// A trait.\n Made } macro_rules! made { () => {} }"),
        ];
        assert_eq!(edges(&files), ["a.rs b.rs"], "{used}");
    }
}

#[test]
fn a_name_that_means_a_module_and_a_function_is_followed() {
    let files = [
        ("lib.rs", "mod plan; mod a; pub use plan::plan;"),
        ("plan.rs", "pub fn plan() {}"),
        ("a.rs", "use crate::plan; fn f() { let plan = 1; let _ = x.plan(); }"),
    ];
    assert_eq!(edges(&files), ["a.rs plan.rs"]);
    let unused = [files[0], files[1], ("a.rs", "use super::*; fn f(plan: u8) { dbg!(plan, self.plan); }")];
    assert_eq!(edges(&unused), Vec::<String>::new(), "a variable or a method may have the same name");
}

#[test]
fn tests_do_not_count() {
    let files = [
        ("lib.rs", "mod a; mod b; #[cfg(test)] mod tests;"),
        ("a.rs", "pub struct A; #[cfg(test)] mod tests { use crate::b::B; } #[cfg(test)] use crate::b::B;"),
        ("b.rs", "pub struct B(crate::a::A);"),
        ("tests/mod.rs", "use crate::a::A;"),
    ];
    assert_eq!(edges(&files), ["b.rs a.rs"]);
}

#[test]
fn a_planted_forbidden_import_is_told() {
    let rule = Rule {
        folder: "core".to_owned(),
        from: vec!["low".to_owned()],
        modules: vec!["high".to_owned()],
        crates: vec!["openmls*".to_owned()],
    };
    let mut files = vec![
        ("lib.rs", "mod low; mod high; mod lower; pub use high::deep::H;"),
        ("low/mod.rs", "mod a; use std::fmt; use lowest::X;"),
        ("low/a.rs", "use crate::lower::L;"),
        ("high/mod.rs", "pub mod deep;"),
        ("high/deep.rs", "pub struct H; use crate::low;"),
        ("lower.rs", "pub struct L; use crate::high::deep::H;"),
    ];
    assert_eq!(rule.broken(&library(&files)), Vec::<String>::new());
    files[2].1 = "fn f(_: crate::H) { openmls_traits::g() }";
    assert_eq!(
        rule.broken(&library(&files)),
        [
            "src/low/a.rs: low must not use src/high/deep.rs (crate::H)",
            "src/low/a.rs: low must not use openmls_traits (openmls_traits::g)",
        ]
    );
    assert_eq!(rule.broken(&library(&[("lib.rs", "mod low {}")])).len(), 1, "a rule about nothing is a mistake");
}

#[test]
fn a_missing_file_and_what_is_not_rust_are_errors() {
    let parse = |text: &str| Modules::parse(&BTreeMap::from([("src/lib.rs".to_owned(), text.to_owned())]), "src/");
    assert!(parse("mod gone;").is_err());
    assert!(parse("mod {").is_err());
}
