//! Foreign bytes never panic, and what is taken of them behaves.

use std::collections::BTreeMap;

use ciborium::Value;
use proptest::prelude::*;
use tend_core::{
    person::Profile,
    records::{Action, Context, Field, Found, Operation, OperationId, Record, RecordId, State},
    romance::{Appreciation, SurpriseIdea},
    sync::OwnDevice,
};
use tend_protocol::{decode, encode};

use crate::history::{History, ORIGIN, PLAYERS, empty, record, steps};

/// What a device does with an operation that it received.
fn take_operation(bytes: &[u8]) {
    let Ok(operation) = decode::<Operation>(bytes) else { return };
    let _ = format!("{operation:?}");
    // Applied even when it is not valid: the merge is safe by itself.
    let mut state = State::new(operation.origin);
    state.apply(&operation);
    let (id, kind) = (operation.record, operation.kind.clone());
    let _ = (state.shown(), state.is_live(), state.validate(id, &kind));
    if operation.validate().is_ok() {
        assert_eq!(decode::<Operation>(&encode(&operation)), Ok(operation));
        assert_eq!(state.validate(id, &kind), Ok(()));
        assert_eq!(decode::<State>(&encode(&state)), Ok(state));
    }
}

fn take_state(bytes: &[u8], own: &State) {
    let Ok(state) = decode::<State>(bytes) else { return };
    let _ = (state.shown(), state.is_live(), state.context().next(crate::history::device(0)));
    let mut joined = own.clone();
    joined.join(&state);
    let _ = joined.shown();
    if state.validate(record(), "note").is_ok() {
        let mut other = state.clone();
        other.join(own);
        assert_eq!(other, joined, "a valid state merges the same way from both sides");
        assert_eq!(joined.validate(record(), "note"), Ok(()));
    }
}

/// Bytes with some of them changed, taken out or put in.
fn mutated(mut bytes: Vec<u8>, changes: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    for (at, how, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match how % 4 {
            0 => bytes[at] = *byte,
            1 => bytes.insert(at, *byte),
            2 => drop(bytes.remove(at)),
            _ => bytes[at] ^= 1 << (byte % 8),
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec(any::<(prop::sample::Index, u8, u8)>(), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_is_harmless(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        take_operation(&bytes);
        take_state(&bytes, &empty());
    }

    #[test]
    fn mutated_operations_and_states_are_harmless(
        steps in steps(2, 1, PLAYERS - 1), which: prop::sample::Index, changes in changes(),
    ) {
        let history = History::of(&steps);
        let own = &history.states[0];
        if !history.operations.is_empty() {
            take_operation(&mutated(encode(which.get(&history.operations)), &changes));
        }
        take_state(&mutated(encode(which.get(&history.states)), &changes), own);
    }
}

/// Any value that a field may have, of every kind that CBOR knows.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::Float),
        ".{0,20}".prop_map(Value::Text),
        prop::collection::vec(any::<u8>(), 0..70).prop_map(Value::Bytes),
        prop::collection::vec(any::<u8>(), 32).prop_map(Value::Bytes),
    ];
    leaf.prop_recursive(6, 24, 4, |inner| {
        let items = prop::collection::vec(inner.clone(), 0..4);
        let pairs = prop::collection::vec(
            (prop_oneof![inner.clone(), "[a-z_]{1,9}".prop_map(Value::Text)], inner.clone()),
            0..4,
        );
        prop_oneof![
            items.prop_map(Value::Array),
            pairs.prop_map(Value::Map),
            (any::<u64>(), inner.clone()).prop_map(|(tag, inner)| Value::Tag(tag, Box::new(inner))),
            // Big numbers have tags of their own, which a decoder may treat apart.
            (2..4_u64, inner).prop_map(|(tag, inner)| Value::Tag(tag, Box::new(inner))),
        ]
    })
}

/// Reads a record as its type. What is read can be written.
fn read<R: Record + std::fmt::Debug>(id: RecordId, state: &State) {
    let Some(shown) = state.shown() else { return };
    let Ok(found) = Found::<R>::read(id, &shown) else { return };
    let _ = format!("{found:?}");
    let name = OperationId { device: crate::history::device(0), counter: 1 };
    let _ = tend_core::records::typed::set(name, id, state, &found.value).validate();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// A partner's phone may write any value into any field of any type: it is shown or it is not.
    #[test]
    fn foreign_values_are_read_as_their_type_or_not_at_all(
        values in prop::collection::vec(value(), 1..3),
        which in 0..7_usize,
        text: bool,
        list: bool,
    ) {
        let names = ["author", "text", "written_on", "thanked", "identity", "name", "certificate"];
        let device = crate::history::device(1);
        let stamp = Context::default().next(device);
        let fields = names.iter().enumerate().map(|(at, name)| {
            // One field is foreign, the others are what the types expect.
            let value = match at {
                at if at == which => values[0].clone(),
                0 | 4 => Value::Bytes(vec![1; 32]),
                3 => Value::Bool(false),
                6 => values[values.len() - 1].clone(),
                _ => Value::Text("words".into()),
            };
            ((*name).to_owned(), Field { text, list, versions: BTreeMap::from([(stamp, value)]) })
        });
        let operation = Operation {
            id: OperationId { device, counter: 1 },
            record: ORIGIN.record("appreciation", [0; 4]),
            kind: "appreciation".into(),
            origin: ORIGIN,
            stamp,
            seen: Context::default(),
            action: Action::Set(fields.collect()),
        };
        take_operation(&encode(&operation));
        let mut state = empty();
        state.apply(&operation);
        read::<Appreciation>(operation.record, &state);
        read::<SurpriseIdea>(operation.record, &state);
        read::<Profile>(operation.record, &state);
        read::<OwnDevice>(operation.record, &state);
    }
}

#[test]
fn announced_lengths_take_no_memory() {
    // Maps, arrays, strings and bytes that announce 2^60 items.
    for major in [0x5b_u8, 0x7b, 0x9b, 0xbb] {
        let mut bytes = vec![major];
        bytes.extend((1_u64 << 60).to_be_bytes());
        take_operation(&bytes);
        take_state(&bytes, &empty());
        let mut inside = vec![0xa1, 0x67];
        inside.extend(b"context");
        inside.extend(&bytes);
        take_state(&inside, &empty());
    }
    // Arrays in arrays without end.
    take_operation(&[0x81; 100_000]);
    take_state(&[0x81; 100_000], &empty());
}
