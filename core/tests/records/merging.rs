//! The properties of merging, over random histories.

use proptest::prelude::*;
use tend_core::records::{
    Action, Context, Field, Operation, OperationId, Stamp, State,
    operation::{MAX_DEVICES, MAX_OPERATION},
};
use tend_protocol::{DeviceId, decode, encode};

use crate::history::{History, ORIGIN, PLAYERS, empty, record, scatter, shuffled, steps};

fn applied<'a>(operations: impl IntoIterator<Item = &'a Operation>) -> State {
    let mut state = empty();
    for operation in operations {
        state.apply(operation);
    }
    state
}

/// Every way to come to all operations that a device can take.
fn all_ways(history: &History, seed: u64) -> Vec<State> {
    let operations = &history.operations;
    let twice = shuffled(operations, seed).into_iter().chain(shuffled(operations, seed ^ 1));
    let mut groups = vec![empty(); 3];
    for (at, operation) in operations.iter().enumerate() {
        groups[(scatter(at, seed) % 3) as usize].apply(operation);
    }
    let [a, b, c] = [&groups[0], &groups[1], &groups[2]];
    let joined = |parts: &[&State]| {
        let mut state = empty();
        for part in parts {
            state.join(part);
        }
        state
    };
    let mut ways = vec![
        applied(operations),
        applied(operations.iter().rev()),
        applied(shuffled(operations, seed)),
        applied(twice),
        joined(&[a, b, c]),
        joined(&[c, a, b, a, c]),
        joined(&[a, &joined(&[b, c])]),
        joined(&history.states.iter().collect::<Vec<_>>()),
    ];
    let mut mixed = joined(&[b]);
    for operation in shuffled(operations, !seed) {
        mixed.apply(operation);
    }
    mixed.join(a);
    ways.push(mixed);
    for mut state in history.states.clone() {
        for operation in shuffled(operations, seed.rotate_left(9)) {
            state.apply(operation);
        }
        ways.push(state);
    }
    ways
}

fn converges(history: &History, seed: u64) -> Result<State, TestCaseError> {
    let mut ways = all_ways(history, seed);
    let first = ways.swap_remove(0);
    for mut way in ways {
        prop_assert_eq!(&way, &first);
        prop_assert_eq!(encode(&way), encode(&first));
        prop_assert_eq!(way.shown(), first.shown());
        prop_assert!(!way.join(&first), "a state that is joined with its equal says that nothing changed");
        for operation in &history.operations {
            prop_assert!(!way.apply(operation), "an operation that was applied changes nothing");
        }
    }
    Ok(first)
}

/// Whether another operation replaces this one, told from the operations alone.
fn is_replaced(operations: &[Operation], operation: &Operation) -> bool {
    operations.iter().any(|other| other.seen.covers(operation.stamp))
}

fn words(state: &State) -> Vec<(Stamp, String)> {
    let shown = state.shown().and_then(|shown| shown.fields.get("words").cloned());
    let values = shown.map(|words| words.values).unwrap_or_default();
    values.into_iter().map(|(stamp, value)| (stamp, value.into_text().unwrap())).collect()
}

/// The last value that anyone gave to a field, by stamp.
fn last_given(operations: &[Operation], name: &str) -> Option<(Stamp, ciborium::Value)> {
    let given = operations.iter().filter_map(|operation| {
        let Action::Set(fields) = &operation.action else { return None };
        let value = fields.get(name)?.versions.get(&operation.stamp)?;
        Some((operation.stamp, value.clone()))
    });
    given.max_by_key(|(stamp, _)| *stamp)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_any_number_of_times_and_any_mix_with_states_comes_to_the_same(
        steps in steps(2, 1, PLAYERS - 1), seed: u64,
    ) {
        let state = converges(&History::of(&steps), seed)?;
        prop_assert_eq!(state.validate(record(), "note"), Ok(()));
    }

    #[test]
    fn a_store_that_was_copied_and_used_twice_leads_everyone_to_the_same(
        steps in steps(2, 1, PLAYERS), seed: u64,
    ) {
        let state = converges(&History::of(&steps), seed)?;
        prop_assert_eq!(state.validate(record(), "note"), Ok(()));
    }

    #[test]
    fn what_stands_is_what_no_other_operation_had_seen(steps in steps(3, 0, PLAYERS - 1)) {
        let operations = History::of(&steps).operations;
        let state = applied(&operations);
        let standing = || operations.iter().filter(|operation| !is_replaced(&operations, operation));
        let mut writes: Vec<_> = standing()
            .filter(|operation| matches!(operation.action, Action::Set(_)))
            .map(|operation| (operation.stamp, operation.id))
            .collect();
        writes.sort();
        prop_assert_eq!(state.writes().collect::<Vec<_>>(), writes);
        let deleted = standing().any(|operation| operation.action == Action::Delete);
        prop_assert_eq!(state.shown().is_some_and(|shown| shown.revived), state.is_live() && deleted);
        for operation in standing() {
            let again = state.operation(record(), "note", operation.id);
            prop_assert_eq!(again.as_ref(), Some(operation), "an operation can be sent again as it was made");
        }
    }

    #[test]
    fn no_sentence_is_lost(steps in steps(3, 0, PLAYERS - 1)) {
        let operations = History::of(&steps).operations;
        let state = applied(&operations);
        let shown = words(&state);
        for operation in &operations {
            let Action::Set(fields) = &operation.action else { continue };
            let Some(said) = fields["words"].versions.get(&operation.stamp) else { continue };
            let is_shown = shown.iter().any(|(_, words)| Some(words.as_str()) == said.as_text());
            // Only who had seen the sentence may have changed it, or deleted the record with it.
            let taken_away = operations.iter().any(|other| {
                other.seen.covers(operation.stamp)
                    && match &other.action {
                        Action::Set(fields) => !fields["words"].versions.contains_key(&operation.stamp),
                        Action::Delete | Action::Purge => true,
                    }
            });
            prop_assert!(is_shown || taken_away, "{:?} is gone", said);
        }
    }

    #[test]
    fn the_last_value_by_stamp_wins_and_unknown_fields_stay(steps in steps(0, 0, PLAYERS - 1)) {
        let operations = History::of(&steps).operations;
        let shown = applied(&operations).shown();
        for name in ["mood", "place"] {
            let value = shown.as_ref().and_then(|shown| shown.fields.get(name));
            let value = value.map(|versions| versions.values.clone()).unwrap_or_default();
            prop_assert_eq!(value, last_given(&operations, name).into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_purge_wins_and_leaves_nothing(steps in steps(1, 3, PLAYERS - 1), seed: u64) {
        let history = History::of(&steps);
        let state = applied(shuffled(&history.operations, seed));
        let purged = history.operations.iter().any(|operation| operation.action == Action::Purge);
        prop_assert_eq!(state.is_purged(), purged);
        if purged {
            prop_assert!(!state.is_live() && state.shown().is_none() && state.context().is_empty());
            let bytes = encode(&state);
            prop_assert!(!String::from_utf8_lossy(&bytes).contains("sentence"));
            prop_assert!(bytes.len() < 400, "{} bytes stay of a purged record", bytes.len());
        }
    }

    #[test]
    fn honest_operations_and_states_are_valid_and_survive_their_encoding(steps in steps(2, 1, PLAYERS - 1)) {
        let history = History::of(&steps);
        for operation in &history.operations {
            prop_assert_eq!(operation.validate(), Ok(()));
            prop_assert_eq!(&decode::<Operation>(&encode(operation)).unwrap(), operation);
        }
        for state in &history.states {
            prop_assert_eq!(state.validate(record(), "note"), Ok(()));
            prop_assert_eq!(&decode::<State>(&encode(state)).unwrap(), state);
        }
    }
}

/// Operations as somebody makes them who keeps to no rule but those that each operation shows: they claim to have seen whatever they like,
/// in the name of many devices.
fn lawless() -> impl Strategy<Value = Vec<Operation>> {
    let device = (0..90_u8).prop_map(|device| DeviceId([device; 32]));
    let seen = prop::collection::vec((device.clone(), 1..9_u64), 0..12);
    let one = (device, seen, 0..40_u32, 1..9_u64).prop_map(|(device, seen, what, counter)| {
        let mut context = Context::default();
        for (device, counter) in seen {
            context.add(Stamp { counter, device });
        }
        let stamp = context.next(device);
        let words = Field { text: true, list: false, versions: [(stamp, format!("{counter}").into())].into() };
        let action = match what {
            0 => Action::Purge,
            1..8 => Action::Delete,
            _ => Action::Set([("words".into(), words)].into()),
        };
        let id = OperationId { device, counter };
        Operation { id, record: record(), kind: "note".into(), origin: ORIGIN, stamp, seen: context, action }
    });
    // A few of them stay in bounds, many do not.
    prop_oneof![prop::collection::vec(one.clone(), 1..8), prop::collection::vec(one, 1..60)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_part_no_devices(operations in lawless(), seed: u64) {
        for operation in &operations {
            prop_assert_eq!(operation.validate(), Ok(()));
        }
        let states = vec![applied(&operations[..operations.len() / 2]), applied(&operations[operations.len() / 3..])];
        let mut history = History::default();
        (history.operations, history.states) = (operations, states);
        let state = converges(&history, seed)?;
        prop_assert_eq!(state.validate(record(), "note"), Ok(()));
        let mut devices: Vec<_> = state.writes().map(|(stamp, _)| stamp.device).collect();
        let count = devices.len();
        devices.dedup();
        prop_assert_eq!(devices.len(), count, "one operation of a device stands");
        let mut named = Context::default();
        let purged = history.operations.iter().any(|operation| operation.action == Action::Purge);
        for operation in &history.operations {
            named.join(&operation.seen);
            named.add(operation.stamp);
        }
        prop_assert_eq!(state.is_over(), purged || named.len() > MAX_DEVICES);
    }
}

#[test]
fn the_largest_state_fits_a_snapshots_page() {
    let mut state = empty();
    for device in 0..u8::try_from(MAX_DEVICES).unwrap() {
        let mut seen = Context::default();
        for other in (0..u8::try_from(MAX_DEVICES).unwrap()).filter(|other| *other != device) {
            // Nobody claims to have seen what another one wrote.
            seen.add(Stamp { counter: Stamp::MAX_COUNTER - 2, device: DeviceId([other; 32]) });
        }
        let stamp = Stamp { counter: Stamp::MAX_COUNTER - 1, device: DeviceId([device; 32]) };
        let id = OperationId { device: stamp.device, counter: Stamp::MAX_COUNTER };
        let make = |length: usize| {
            let words = Field { text: true, list: false, versions: [(stamp, "w".repeat(length).into())].into() };
            let action = Action::Set([("words".into(), words)].into());
            Operation { id, record: record(), kind: "note".into(), origin: ORIGIN, stamp, seen: seen.clone(), action }
        };
        let longest = (0..MAX_OPERATION).rev().find(|length| make(*length).validate().is_ok()).unwrap();
        assert!(state.apply(&make(longest)));
    }
    assert_eq!((state.writes().count(), state.validate(record(), "note")), (MAX_DEVICES, Ok(())));
    let size = encode(&state).len();
    assert!((800_000..960_000).contains(&size), "{size} bytes; a page of a snapshot has 1,048,576");
}
