//! Foreign bytes never panic, and what is taken of them behaves.

use proptest::prelude::*;
use tend_core::records::{Operation, State};
use tend_protocol::{decode, encode};

use crate::history::{History, PLAYERS, steps};

/// What a device does with an operation that it received.
fn take_operation(bytes: &[u8]) {
    let Ok(operation) = decode::<Operation>(bytes) else { return };
    let _ = format!("{operation:?}");
    // Applied even when it is not valid: the merge is safe by itself.
    let mut state = State::default();
    state.apply(&operation);
    let _ = (state.shown(), state.is_live(), state.validate());
    if operation.validate().is_ok() {
        assert_eq!(decode::<Operation>(&encode(&operation)), Ok(operation));
        assert_eq!(state.validate(), Ok(()));
        assert_eq!(decode::<State>(&encode(&state)), Ok(state));
    }
}

fn take_state(bytes: &[u8], own: &State) {
    let Ok(state) = decode::<State>(bytes) else { return };
    let _ = (state.shown(), state.is_live(), state.context().next(crate::history::device(0)));
    let mut joined = own.clone();
    joined.join(&state);
    let _ = joined.shown();
    if state.validate().is_ok() {
        let mut other = state.clone();
        other.join(own);
        assert_eq!(other, joined, "a valid state merges the same way from both sides");
        assert_eq!(joined.validate(), Ok(()));
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
        take_state(&bytes, &State::default());
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

#[test]
fn announced_lengths_take_no_memory() {
    // Maps, arrays, strings and bytes that announce 2^60 items.
    for major in [0x5b_u8, 0x7b, 0x9b, 0xbb] {
        let mut bytes = vec![major];
        bytes.extend((1_u64 << 60).to_be_bytes());
        take_operation(&bytes);
        take_state(&bytes, &State::default());
        let mut inside = vec![0xa1, 0x67];
        inside.extend(b"context");
        inside.extend(&bytes);
        take_state(&inside, &State::default());
    }
    // Arrays in arrays without end.
    take_operation(&[0x81; 100_000]);
    take_state(&[0x81; 100_000], &State::default());
}
