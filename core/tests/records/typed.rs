//! Records as practice modules see them.

use serde::{Deserialize, Serialize};
use tend_core::records::{
    Action, Found, Invalid, Operation, OperationId, Origin, Own, Record, Stamp, State,
    typed::{begin, edit, remove, set},
};

use tend_protocol::encode;

use crate::history::{NewNote, Note, ORIGIN, device, empty, record};

fn id(player: usize, counter: u64) -> OperationId {
    OperationId { device: device(player), counter }
}

fn note(words: &str, mood: u32) -> Note {
    Note { words: words.into(), mood }
}

fn found(state: &State) -> Found<Note> {
    Found::read(record(), &state.shown().unwrap()).unwrap()
}

/// Two devices that both know the first write, and then write at once.
fn at_once(first: &Note, a: &Note, b: &Note) -> (State, Operation, Operation) {
    let mut state = empty();
    state.apply(&set(id(0, 1), record(), &state, first));
    let (of_a, of_b) = (set(id(0, 2), record(), &state, a), set(id(1, 1), record(), &state, b));
    state.apply(&of_a);
    state.apply(&of_b);
    (state, of_a, of_b)
}

#[test]
fn changes_of_different_fields_at_once_both_hold() {
    let (state, ..) = at_once(&note("tea", 1), &note("tea and cake", 1), &note("tea", 9));
    assert_eq!(found(&state).value, note("tea and cake", 9));
    assert!(found(&state).conflicts.is_empty());
}

#[test]
fn text_that_was_edited_at_once_keeps_both_versions_until_it_is_settled() {
    let (mut state, ..) = at_once(&note("tea", 1), &note("cake", 1), &note("pie", 1));
    assert_eq!(found(&state).value.words, "pie", "the greater stamp wins");
    assert_eq!(found(&state).conflicts["words"], ["cake"]);

    // A change of another field carries both on.
    state.apply(&set(id(2, 1), record(), &state, &note("pie", 5)));
    assert_eq!(found(&state).conflicts["words"], ["cake"]);

    let mut other = state.clone();
    state.apply(&edit(id(2, 2), record(), &state, state.context(), &note("pie", 5)));
    assert_eq!(found(&state).value, note("pie", 5));
    assert!(found(&state).conflicts.is_empty());

    // To write the losing version settles for it.
    other.apply(&set(id(2, 2), record(), &other, &note("cake", 5)));
    assert_eq!(found(&other).value.words, "cake");
    assert!(found(&other).conflicts.is_empty());
}

#[test]
fn the_same_words_at_once_are_no_conflict() {
    let (state, ..) = at_once(&note("tea", 1), &note("cake", 1), &note("cake", 1));
    assert_eq!(found(&state).value.words, "cake");
    assert!(found(&state).conflicts.is_empty());
}

#[test]
fn an_edit_that_a_deletion_had_not_seen_brings_the_record_back_and_says_so() {
    let mut state = empty();
    state.apply(&set(id(0, 1), record(), &state, &note("tea", 1)));
    let delete = remove::<Note>(id(0, 2), record(), &state, Action::Delete);
    let edit = set(id(1, 1), record(), &state, &note("tea", 2));
    state.apply(&delete);
    assert!(!state.is_live() && state.shown().is_none());
    state.apply(&edit);
    assert_eq!(found(&state).value, note("tea", 2));
    assert!(found(&state).revived);
    state.apply(&set(id(0, 3), record(), &state, &note("tea", 3)));
    assert!(!found(&state).revived, "a device that writes after both has seen it");
}

#[test]
fn a_deletion_after_a_conflict_deletes_both_versions() {
    let (mut state, ..) = at_once(&note("tea", 1), &note("cake", 1), &note("pie", 1));
    state.apply(&remove::<Note>(id(1, 2), record(), &state, Action::Delete));
    assert!(!state.is_live());
}

#[test]
fn a_purge_wins_over_what_was_written_after_it_in_ignorance_or_not() {
    let mut state = empty();
    state.apply(&set(id(0, 1), record(), &state, &note("tea", 1)));
    let purge = remove::<Note>(id(0, 2), record(), &state, Action::Purge);
    let mut ignorant = state.clone();
    let mut later = set(id(1, 1), record(), &ignorant, &note("cake", 1));
    later.seen.add(purge.stamp);
    later.seen.add(Stamp { counter: 5, device: device(0) });
    later.stamp.counter = 6;
    ignorant.apply(&later);
    assert!(ignorant.apply(&purge), "a purge that an operation claims to have seen still purges");
    state.apply(&purge);
    state.apply(&later);
    assert_eq!(state, ignorant);
    assert!(state.is_purged() && !state.is_live());
}

#[test]
fn every_record_can_be_purged_whatever_was_done_to_it() {
    let mut state = empty();
    let mut last = set(id(0, 1), record(), &state, &note("tea", 1));
    last.seen.add(Stamp { counter: Stamp::MAX_COUNTER - 1, device: device(1) });
    last.stamp.counter = Stamp::MAX_COUNTER;
    let tend_core::records::Action::Set(fields) = &mut last.action else { panic!("a write") };
    for field in fields.values_mut() {
        field.versions = field.versions.values().map(|value| (last.stamp, value.clone())).collect();
    }
    assert_eq!(last.validate(), Ok(()));
    state.apply(&last);
    let edit = set(id(1, 1), record(), &state, &note("cake", 1));
    assert_eq!(edit.validate(), Err(Invalid("the stamp's counter is in bounds")));
    let purge = remove::<Note>(id(1, 1), record(), &state, Action::Purge);
    assert_eq!(purge.validate(), Ok(()));
    assert!(state.apply(&purge) && state.is_purged());
}

#[test]
fn a_version_that_does_not_know_a_field_keeps_it() {
    let mut state = empty();
    let new = NewNote { words: "tea".into(), mood: 1, place: "garden".into() };
    state.apply(&set(id(3, 1), record(), &state, &new));
    state.apply(&set(id(0, 1), record(), &state, &note("cake", 2)));
    let read: Found<NewNote> = Found::read(record(), &state.shown().unwrap()).unwrap();
    assert_eq!(read.value, NewNote { words: "cake".into(), mood: 2, place: "garden".into() });
}

#[test]
fn text_too_large_to_carry_all_its_versions_is_settled_first() {
    let (mut state, ..) = at_once(&note("", 1), &note(&"a".repeat(8_000), 1), &note(&"b".repeat(8_000), 1));
    let carrying = set(id(0, 3), record(), &state, &note(&"b".repeat(8_000), 2));
    assert_eq!(carrying.validate(), Err(Invalid("the operation's size is in bounds")));
    let settled = edit(id(0, 3), record(), &state, state.context(), &note(&"b".repeat(8_000), 2));
    assert_eq!(settled.validate(), Ok(()));
    state.apply(&settled);
    assert_eq!(found(&state).value.mood, 2);
}

#[test]
fn an_edit_takes_the_place_of_what_its_person_saw_and_of_nothing_else() {
    let mut state = empty();
    state.apply(&set(id(0, 1), record(), &state, &note("tea", 1)));
    let screen = found(&state).version;
    let arrived = set(id(1, 1), record(), &state, &note("tea and cake", 1));
    state.apply(&arrived);
    let mut settled = state.clone();
    let operation = edit(id(0, 2), record(), &state, &screen, &note("coffee", 1));
    assert_eq!(operation.validate(), Ok(()));
    state.apply(&operation);
    assert_eq!(
        (found(&state).value.words.as_str(), &found(&state).conflicts["words"]),
        ("coffee", &vec!["tea and cake".into()])
    );
    // Who wrote the other one comes to the same, in another order.
    let mut other = empty();
    other.apply(&operation);
    other.apply(&arrived);
    assert_eq!(other.shown(), state.shown());
    // Saved again from the new screen, it is settled.
    state.apply(&edit(id(0, 3), record(), &state, &found(&state).version, &note("coffee", 1)));
    assert!(found(&state).conflicts.is_empty());
    settled.apply(&edit(id(0, 2), record(), &settled, &found(&settled).version, &note("coffee", 1)));
    assert!(found(&settled).conflicts.is_empty());
}

#[test]
fn a_new_record_of_one_that_was_edited_at_once_has_all_its_versions_and_no_trace_of_where_they_came_from() {
    let (mut state, ..) = at_once(&note("tea", 1), &note("cake", 1), &note("pie", 1));
    state.apply(&set(id(2, 1), record(), &empty(), &note("soup", 1)));
    let before = found(&state);
    assert_eq!(before.conflicts["words"].len(), 2);
    let origin = Origin { nonce: [8; 16], ..ORIGIN };
    let of = (origin.record("note", [0; 4]), origin);
    let operation = begin(id(3, 1), of, "note", state.shown().unwrap());
    assert_eq!(operation.validate(), Ok(()));
    let mut new = State::new(origin);
    new.apply(&operation);
    let after = Found::<Note>::read(of.0, &new.shown().unwrap()).unwrap();
    assert_eq!((after.value, after.conflicts), (before.value, before.conflicts));
    let bytes = encode(&operation);
    for player in 0..3 {
        assert!(!bytes.windows(32).any(|part| part == device(player).0), "player {player} is not named");
    }
}

/// Settings, of which each device chooses something.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Choices {
    sound: u32,
    light: u32,
}

impl Record for Choices {
    const KIND: &'static str = "choices";
    const AREAS: &'static [tend_core::Area] = &[];
    type Home = Own;

    fn unwritten() -> Option<Self> {
        Some(Self::default())
    }
}

#[test]
fn the_first_choices_of_two_devices_both_count() {
    let mut state = empty();
    let of_a = set(id(0, 1), record(), &state, &Choices { sound: 5, light: 0 });
    let of_b = set(id(1, 1), record(), &state, &Choices { sound: 0, light: 7 });
    state.apply(&of_a);
    state.apply(&of_b);
    let read = |state: &State| Found::<Choices>::read(record(), &state.shown().unwrap()).unwrap().value;
    assert_eq!(read(&state), Choices { sound: 5, light: 7 });
    state.apply(&set(id(0, 2), record(), &state, &Choices { sound: 0, light: 7 }));
    assert_eq!(read(&state), Choices { sound: 0, light: 7 }, "what was chosen can be as at the beginning again");
}
