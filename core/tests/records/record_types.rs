//! Where each type of record may be.

use std::{collections::BTreeSet, path::Path};

use tend_core::{
    RECORD_TYPES,
    records::{Home, Record},
    romance::{Appreciation, SurpriseIdea},
};

#[test]
fn every_type_is_where_it_may_be() {
    let allowed: Vec<_> = RECORD_TYPES.all().map(|one| (one.name, one.shared)).collect();
    let expected = [
        ("profile", true),
        ("nudge_fired", false),
        ("last_used", false),
        ("nudge_preferences", false),
        ("nudge_rule", false),
        ("exercise_draft", false),
        ("practice_settings", false),
        ("practised", false),
        ("prompt_of_day", false),
        ("exercise_run", false),
        ("shared_words", true),
        ("together_done", true),
        ("appreciation", true),
        ("thanks", true),
        ("surprise_idea", false),
        ("proposal_answer", true),
        ("proposal", true),
        ("time_for_us", true),
        ("times_kept", false),
        ("own_device", false),
        ("partnership", false),
    ];
    assert_eq!(allowed, expected);
    for (name, shared) in expected {
        assert_eq!(RECORD_TYPES.is_private(name), !shared, "{name}");
    }
    assert!(!RECORD_TYPES.is_private("from a newer version"));
}

#[test]
fn every_type_is_shown_somewhere() {
    for one in RECORD_TYPES.all() {
        assert!(!one.areas.is_empty(), "{}", one.name);
    }
}

#[test]
fn the_types_of_the_romance_area_are_known() {
    fn is_listed<R: Record>() -> bool {
        RECORD_TYPES.all().any(|one| one.name == R::KIND && one.shared == R::Home::SHARED)
    }
    assert!(is_listed::<Appreciation>() && is_listed::<SurpriseIdea>());
}

/// A type that somebody forgets to list could enter the couple space: every name that the source gives to a type is listed, once.
#[test]
fn every_type_in_the_source_is_listed() {
    let (mut found, mut types) = (Vec::new(), 0);
    names_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found, &mut types);
    assert!(found.len() >= 5, "the search finds the types");
    assert_eq!(types, found.len(), "every type gives its name as a literal");
    let named: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(named.len(), found.len(), "two types have one name");
    assert_eq!(named, RECORD_TYPES.all().map(|one| one.name).collect());
}

fn names_in(folder: &Path, found: &mut Vec<String>, types: &mut usize) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names_in(&path, found, types);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            *types += source.matches("impl Record for ").count();
            let given = source.split("const KIND: &'static str = \"").skip(1);
            found.extend(given.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
}
