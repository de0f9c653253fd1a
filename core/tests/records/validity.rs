//! Each rule that an operation or a state can break.

use std::collections::BTreeMap;

use ciborium::Value;
use serde::Serialize;
use tend_core::identity::IdentityId;
use tend_core::records::{
    Action, Context, Field, Invalid, Operation, OperationId, RecordId, Stamp, State,
    operation::{MAX_DEVICES, MAX_FIELDS, MAX_NAME, MAX_NESTING, MAX_OPERATION},
    typed::{remove, set},
};
use tend_protocol::{DeviceId, decode, encode};

use crate::history::{Note, ORIGIN, device, empty, record};

fn valid() -> Operation {
    let mut state = empty();
    let note = Note { words: "tea".into(), mood: 1 };
    state.apply(&set(OperationId { device: device(0), counter: 1 }, record(), &state, &note));
    set(OperationId { device: device(1), counter: 1 }, record(), &state, &Note { mood: 2, ..note })
}

/// The rule that the changed operation breaks.
fn broken(change: impl FnOnce(&mut Operation)) -> &'static str {
    let mut operation = valid();
    assert_eq!(operation.validate(), Ok(()));
    change(&mut operation);
    operation.validate().unwrap_err().0
}

fn fields(operation: &mut Operation) -> &mut BTreeMap<String, Field> {
    let Action::Set(fields) = &mut operation.action else { panic!("a write") };
    fields
}

fn one_value(operation: &mut Operation, value: Value) {
    let stamp = operation.stamp;
    fields(operation)
        .insert("mood".into(), Field { text: false, list: false, versions: BTreeMap::from([(stamp, value)]) });
}

fn context(stamps: impl IntoIterator<Item = Stamp>) -> Context {
    let mut context = Context::default();
    for stamp in stamps {
        context.add(stamp);
    }
    context
}

fn stamp(counter: u64, device: u8) -> Stamp {
    Stamp { counter, device: DeviceId([device; 32]) }
}

#[test]
fn names_stamps_and_contexts_are_checked() {
    assert_eq!(broken(|op| op.id.device = device(2)), "the name and the stamp are of one device");
    for counter in [0, Stamp::MAX_COUNTER + 1, u64::MAX] {
        assert_eq!(broken(|op| op.id.counter = counter), "the operation's counter is in bounds");
        assert_eq!(broken(|op| op.seen = context_of_one(counter)), "a seen counter is in bounds");
        assert_eq!(broken(|op| op.stamp.counter = counter), expected_of_stamp(counter));
    }
    assert_eq!(broken(|op| op.stamp.counter += 1), "the stamp follows what was seen");
    assert_eq!(broken(|op| op.seen = Context::default()), "the stamp follows what was seen");
    let crowd = |count: usize| context((0..count).map(|at| stamp(1, u8::try_from(at).unwrap() + 10)));
    assert_eq!(broken(|op| op.seen = crowd(MAX_DEVICES + 1)), "the number of devices is in bounds");
}

fn expected_of_stamp(counter: u64) -> &'static str {
    assert!(counter == 0 || counter > Stamp::MAX_COUNTER);
    "the stamp's counter is in bounds"
}

/// A context with any counter, as foreign bytes may have it: `add` keeps no zero.
fn context_of_one(counter: u64) -> Context {
    let mut map = BTreeMap::new();
    map.insert(device(0), counter);
    decode(&encode(&map)).unwrap()
}

#[test]
fn the_counting_can_come_to_its_bound_and_not_beyond() {
    let operation = |seen: u64| {
        let seen = context([stamp(seen, 1)]);
        let stamp = seen.next(device(0));
        Operation { stamp, seen, action: Action::Delete, id: OperationId { device: device(0), counter: 1 }, ..valid() }
    };
    assert_eq!(operation(Stamp::MAX_COUNTER - 1).validate(), Ok(()));
    assert_eq!(operation(Stamp::MAX_COUNTER).validate(), Err(Invalid("the stamp's counter is in bounds")));
    assert_eq!(operation(u64::MAX).validate(), Err(Invalid("a seen counter is in bounds")));
}

#[test]
fn names_and_fields_are_checked() {
    for length in [0, MAX_NAME + 1] {
        assert_eq!(broken(|op| op.kind = "k".repeat(length)), "the type's name is in bounds");
        let renamed = |op: &mut Operation| {
            let field = fields(op).remove("mood").unwrap();
            fields(op).insert("f".repeat(length), field);
        };
        assert_eq!(broken(renamed), "a field's name is in bounds");
    }
    assert_eq!(broken(|op| fields(op).clear()), "the number of fields is in bounds");
    let many = |op: &mut Operation| {
        let field = fields(op)["mood"].clone();
        fields(op).extend((0..MAX_FIELDS).map(|at| (format!("field {at}"), field.clone())));
    };
    assert_eq!(broken(many), "the number of fields is in bounds");
    assert_eq!(broken(|op| fields(op).get_mut("mood").unwrap().versions.clear()), "a field has a version");
}

#[test]
fn versions_are_checked() {
    let with_version = |text: bool, version: Stamp| {
        move |op: &mut Operation| {
            let field = fields(op).get_mut("mood").unwrap();
            field.text = text;
            field.versions.insert(version, Value::Null);
        }
    };
    let first = Stamp { counter: 1, device: device(0) };
    assert_eq!(broken(with_version(false, first)), "only text and lists have several versions");
    let mut fine = valid();
    with_version(true, first)(&mut fine);
    assert_eq!(fine.validate(), Ok(()));
    for unknown in [stamp(1, 9), Stamp { counter: 2, ..first }, Stamp { counter: 0, ..first }] {
        assert_eq!(broken(with_version(true, unknown)), "a version is of the operation or was seen by it");
    }
}

#[test]
fn values_are_checked() {
    let nested = |levels: usize, wrap: fn(Value) -> Value| (0..levels).fold(Value::Null, |inner, _| wrap(inner));
    let wraps: [fn(Value) -> Value; 4] = [
        |inner| Value::Array(vec![inner]),
        |inner| Value::Map(vec![(Value::Null, inner)]),
        |inner| Value::Map(vec![(inner, Value::Null)]),
        |inner| Value::Tag(900, Box::new(inner)),
    ];
    for wrap in wraps {
        assert_eq!(broken(|op| one_value(op, nested(MAX_NESTING + 1, wrap))), "a value is plain");
        let mut fine = valid();
        one_value(&mut fine, nested(MAX_NESTING, wrap));
        assert_eq!(fine.validate(), Ok(()));
        // What is valid can be read back from wherever it is stored and sent.
        let mut state = empty();
        state.apply(&fine);
        assert_eq!(decode::<State>(&encode(&state)), Ok(state.clone()));
        let deep = Wrapped(Wrapped(Wrapped(Wrapped(state.clone()))));
        assert_eq!(decode::<Wrapped<Wrapped<Wrapped<Wrapped<State>>>>>(&encode(&deep)).unwrap().0.0.0.0, state);
    }
    assert_eq!(broken(|op| one_value(op, Value::Float(f64::NAN))), "a value is plain");
    assert_eq!(broken(|op| one_value(op, Value::Bytes(vec![0; MAX_OPERATION]))), "the operation's size is in bounds");
}

#[derive(Serialize, serde::Deserialize)]
struct Wrapped<T>(T);

/// A state with one part of its encoding changed.
fn changed(state: &State, change: impl FnOnce(&mut BTreeMap<String, Value>)) -> State {
    let mut parts: BTreeMap<String, Value> = decode(&encode(state)).unwrap();
    change(&mut parts);
    decode(&encode(&parts)).unwrap()
}

fn two_heads() -> State {
    let mut state = empty();
    for player in [0, 1] {
        let note = Note { words: format!("words {player}"), mood: 1 };
        let id = OperationId { device: device(player), counter: 1 };
        state.apply(&set(id, record(), &empty(), &note));
    }
    state
}

#[test]
fn a_foreign_state_is_checked_by_the_rules_of_its_operations() {
    let state = two_heads();
    assert_eq!(state.validate(record(), "note"), Ok(()));
    assert_eq!(empty().validate(record(), "note"), Ok(()));
    let rule = |state: State| state.validate(record(), "note").unwrap_err().0;

    let only_context = changed(&state, |parts| drop(parts.insert("heads".into(), Value::Map(Vec::new()))));
    assert_eq!(rule(only_context), "what was seen ends in an operation");
    let no_context = changed(&state, |parts| drop(parts.insert("context".into(), Value::Map(Vec::new()))));
    assert_eq!(rule(no_context), "an operation and what it had seen were seen");
    let huge = Value::serialized(&context_of_one(u64::MAX)).unwrap();
    assert_eq!(
        rule(changed(&state, |parts| drop(parts.insert("context".into(), huge)))),
        "a seen counter is in bounds"
    );

    let mut purged = empty();
    let id = OperationId { device: device(2), counter: 1 };
    purged.apply(&remove::<Note>(id, record(), &empty(), Action::Purge));
    assert_eq!(purged.validate(record(), "note"), Ok(()));
    let purge = decode::<BTreeMap<String, Value>>(&encode(&purged)).unwrap()["end"].clone();
    let both = changed(&state, |parts| drop(parts.insert("end".into(), purge)));
    assert_eq!(rule(both), "a record that is over has nothing else");
}

#[test]
fn a_foreign_state_that_breaks_an_operations_rule_is_refused() {
    // Without validation, as a hostile member would do it.
    let held = |change: fn(&mut Operation)| {
        let mut operation = valid();
        change(&mut operation);
        let mut state = empty();
        state.apply(&operation);
        state.validate(record(), "note").map_err(|Invalid(rule)| rule)
    };
    assert_eq!(held(|_| {}), Ok(()));
    assert_eq!(held(|op| op.id.device = device(3)), Err("the name and the stamp are of one device"));
    assert_eq!(held(|op| op.stamp.counter = 9), Err("the stamp follows what was seen"));
    assert_eq!(held(|op| fields(op).clear()), Err("the number of fields is in bounds"));
    assert_eq!(held(|op| one_value(op, Value::Float(f64::NAN))), Err("a value is plain"));
    let large = |op: &mut Operation| one_value(op, Value::Bytes(vec![0; MAX_OPERATION]));
    assert_eq!(held(large), Err("the operation's size is in bounds"));
}

#[test]
fn a_state_of_too_many_devices_is_over_for_good() {
    let mut crowd = empty();
    for at in 0..=MAX_DEVICES {
        assert!(!crowd.is_over());
        let device = DeviceId([u8::try_from(at).unwrap(); 32]);
        let id = OperationId { device, counter: 1 };
        crowd.apply(&set(id, record(), &empty(), &Note { words: "tea".into(), mood: 1 }));
    }
    assert!(crowd.is_over() && !crowd.is_live() && !crowd.is_purged() && crowd.shown().is_none());
    assert_eq!((crowd.validate(record(), "note"), crowd.origin()), (Ok(()), ORIGIN));
    assert_eq!(decode::<State>(&encode(&crowd)), Ok(crowd.clone()));
    let note = Note { words: "more".into(), mood: 1 };
    assert!(!crowd.apply(&set(OperationId { device: device(0), counter: 2 }, record(), &empty(), &note)));
    let purge = remove::<Note>(OperationId { device: device(0), counter: 3 }, record(), &crowd, Action::Purge);
    assert!(crowd.apply(&purge) && crowd.is_purged());
}

#[test]
fn an_id_is_of_one_author_type_nonce_and_number() {
    assert_eq!(broken(|op| op.record = RecordId([7; 16])), "the id is made from the origin");
    assert_eq!(broken(|op| op.record.0[0] = 1), "the id is made from the origin");
    assert_eq!(broken(|op| op.kind = "letter".into()), "the id is made from the origin");
    assert_eq!(broken(|op| op.origin.author = IdentityId::from_bytes([8; 32])), "the id is made from the origin");
    assert_eq!(broken(|op| op.origin.nonce[0] ^= 1), "the id is made from the origin");
    assert_eq!(broken(|op| op.origin.number += 1), "the id is made from the origin");
    let state = two_heads();
    assert_eq!(state.validate(record(), "letter"), Err(Invalid("the id is made from the origin")));
    assert_eq!(state.validate(RecordId([7; 16]), "note"), Err(Invalid("the id is made from the origin")));
    // What it begins with says when it is of, and is bound too.
    let day = Operation { record: ORIGIN.record("note", [1, 2, 3, 4]), ..valid() };
    assert_eq!((day.validate(), day.record.0[..4].to_vec()), (Ok(()), vec![1, 2, 3, 4]));
}

#[test]
fn a_state_that_holds_what_was_replaced_is_refused() {
    let mut state = empty();
    let first =
        set(OperationId { device: device(0), counter: 1 }, record(), &state, &Note { words: "a".into(), mood: 1 });
    state.apply(&first);
    let second =
        set(OperationId { device: device(1), counter: 1 }, record(), &state, &Note { words: "b".into(), mood: 1 });
    let (mut later, earlier) = (empty(), state);
    later.apply(&second);
    let heads = |state: &State| {
        let parts: BTreeMap<String, Value> = decode(&encode(state)).unwrap();
        parts["heads"].clone().into_map().unwrap()
    };
    let all = [heads(&earlier), heads(&later)].concat();
    let both = changed(&later, |parts| drop(parts.insert("heads".into(), Value::Map(all))));
    assert_eq!(both.validate(record(), "note"), Err(Invalid("an operation that was seen by another is replaced")));
}
