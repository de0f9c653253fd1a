//! The generator of the boundary, on cores of a few lines.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../build/areas.rs"]
mod areas;
#[path = "../build/forms.rs"]
mod forms;
#[path = "../build/source.rs"]
mod source;
#[path = "../build/types.rs"]
mod types;

use std::fs;

use source::{Core, Refusal};

/// What is written of a facade with one area, `Runs`, next to files of the core.
fn written(verbs: &str, files: &[(&str, &str)]) -> Result<String, Refusal> {
    let folder = tempfile::tempdir().unwrap();
    let facade = format!(
        "use crate::other::Kind;\n/// Doing.\npub struct Runs<'t>(&'t Tend);\n\
         impl Tend {{ /// Doing things.\npub fn runs(&self) -> Runs<'_> {{}} }}\nimpl Runs<'_> {{ {verbs} }}"
    );
    for (path, text) in [("tend/runs.rs", facade.as_str())].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    areas::boundary(&Core::read(folder.path())?, &[])
}

fn refused(verbs: &str, files: &[(&str, &str)]) -> String {
    written(verbs, files).unwrap_err()
}

#[test]
fn a_verb_crosses_with_its_words_and_all_that_it_takes_and_gives() {
    let verb = "/// Goes on, see [`Self::pause`] or [`Self::on`](Self::on).\n///\n/// # Errors\n/// `run_over`.\n\
        pub fn go(&self, id: RecordId, text: Option<&str>, on: &Date) -> Result<Vec<RunView>, TendError> {}";
    let view = "/// A run.\npub struct RunView {\n/// How it stands.\npub kind: Kind,\n/// When.\npub at: Option<Timestamp>, }";
    let kind = "words! { /// How. \nKind { /// Well.\nWell = \"well\" } }";
    let root = "pub mod other; mod views;";
    let written = written(verb, &[("lib.rs", root), ("views.rs", view), ("other/mod.rs", kind)]).unwrap();
    for part in [
        "    /// Goes on, see `pause` or `on`. `on`: as `YYYY-MM-DD`.\n    ///\n    /// # Errors\n    /// `out_of_range`, `not_found`, `run_over`.\n",
        "pub fn go(&self, id: String, text: Option<String>, on: String) -> Result<Vec<Run>, TendError> {",
        "call(self.0.language(), || Ok(self.0.runs().go(ComesBack::back(id)?, text.as_deref(), &ComesBack::back(on)?)?.out()))",
        "pub struct Run {\n    /// How it stands.\n    pub kind: Kind,\n    /// When. In seconds since 1970.\n    pub at: Option<i64>,\n}",
        "impl Crosses for tend_core::RunView {",
        "impl Crosses for tend_core::other::Kind {",
    ] {
        assert!(written.contains(part), "{part}\nis not in\n{written}");
    }
    assert!(!written.contains("impl ComesBack"), "nothing takes a run");
}

#[test]
fn a_name_that_two_types_have_is_the_imported_one_or_refused() {
    let kind = "/// A kind.\npub enum Kind { /// One.\nOne }";
    let verb = "/// Reads.\npub fn read(&self) -> Result<Kind, TendError> {}";
    assert!(written(verb, &[("other/mod.rs", kind), ("another.rs", kind)]).is_ok());
    // A module can pass on what another declares.
    let passed_on =
        [("lib.rs", "pub mod other; mod c;"), ("other.rs", "pub use crate::c::Kind;"), ("c.rs", kind), ("d.rs", kind)];
    assert!(written(verb, &passed_on).unwrap().contains("impl Crosses for tend_core::other::Kind"));
    let both = refused(verb, &[("a/kind.rs", kind), ("b/kind.rs", kind)]);
    assert_eq!(both, "Runs::read: Kind, named in tend/runs.rs, is declared in a/kind.rs and b/kind.rs");
}

#[test]
fn what_has_no_form_is_refused() {
    let view = |field: &str| format!("/// A view.\npub struct View {{ {field} }}");
    let verb = "/// Reads.\npub fn read(&self) -> Result<View, TendError> {}";
    for (verb, field, why) in [
        (verb, "#[cfg(unix)] pub a: bool", "what is there only under a cfg does not cross"),
        (verb, "pub a: (bool, bool)", "has no form to cross in"),
        (verb, "pub a: f64", "f64, named in views.rs, has no form that crosses"),
        ("/// Waits.\npub async fn wait(&self) -> Result<(), TendError> {}", "", "a verb is synchronous"),
        ("/// Reads.\npub fn read(&self) -> bool {}", "", "gives a Result"),
    ] {
        let said = refused(verb, &[("views.rs", &view(field))]);
        assert!(said.contains(why), "{said}");
    }
}
