//! What only a later version can read: kept, and read again when a version can.

use std::sync::Arc;

use ciborium::Value;

use super::*;
use crate::{
    identity::SystemEntropy,
    sync::{
        Engine, EngineError, later,
        offered::Offered,
        payload::{Later, SnapshotPage, SnapshotRecord},
    },
};

fn in_snapshot(operation: &Operation) -> Value {
    let (id, kind, state) = (operation.record, operation.kind.clone(), State::of(operation));
    Value::serialized(&SnapshotRecord { id, kind, state, arrival: None }).unwrap()
}

/// Bytes that are kept.
fn kept(tx: &Transaction<'_>) -> usize {
    let key = crate::sync::intents::key(b"later", COUPLE);
    let kept: Option<Value> = tx.value(crate::store::Namespace::Intent, &key).unwrap();
    kept.map_or(0, |kept| tend_protocol::encode(&kept).len())
}

/// Tend is opened, and what was kept is read again.
fn opened(store: &Arc<Store>) {
    let mut engine = Engine::new(Arc::clone(store), Arc::new(SystemEntropy::default()), TYPES);
    let read = |tx: &Transaction<'_>| {
        for space in [OWN, COUPLE] {
            engine.read_later(tx, &state_of(tx, space))?;
        }
        Ok(())
    };
    store.write::<_, EngineError>(read).unwrap();
}

#[test]
fn a_record_that_could_not_be_read_is_no_record_that_is_missing() {
    let (_folder, store) = phone();
    store
        .write::<_, EngineError>(|tx| {
            let mut letters = [1, 2].map(|number| first(partner(), number, "as this version knows it"));
            letters.sort_by_key(|letter| letter.record);
            let [before, last] = &letters;
            keep(tx, COUPLE, before);
            keep(tx, COUPLE, last);
            let record =
                SnapshotRecord { id: before.record, kind: "letter".into(), state: State::of(before), arrival: None };
            let page = |others| SnapshotPage { records: vec![record.clone()], others, ..SnapshotPage::default() };
            let state = state_of(tx, COUPLE);
            let offered = Offered::load(tx, TYPES, &state, partner())?;
            assert!(offered.merge(&page(vec![]), None, true)?.lacks);
            assert!(!offered.merge(&page(vec![last.record]), None, true)?.lacks, "it is there, in another form");
            assert_eq!(page(vec![last.record]).last(), Some(last.record), "the next page begins after it");
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_is_kept_counts_as_soon_as_a_version_can_read_it() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let (theirs, forged) = (first(partner(), 1, "theirs"), first(tablet(), 2, "made up"));
    let unknown = Value::Map(vec![("id".into(), Value::Null), ("mood".into(), "sunny".into())]);
    store
        .write::<_, EngineError>(|tx| {
            let records = vec![in_snapshot(&theirs), unknown.clone(), in_snapshot(&forged)];
            let shown = Later { records, ..Later::default() };
            later::keep(tx, COUPLE, &partner(), shown.clone())?;
            let before = kept(tx);
            later::keep(tx, COUPLE, &partner(), shown)?;
            assert_eq!(kept(tx), before, "once, however often it is shown");
            Ok(())
        })
        .unwrap();
    for _ in 0..2 {
        opened(&store);
        store
            .write::<_, EngineError>(|tx| {
                assert_eq!(texts(tx, COUPLE, theirs.record), ["theirs"]);
                assert!(texts(tx, COUPLE, forged.record).is_empty(), "a partner's snapshot gives no more than before");
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_is_nested_as_deep_as_it_may_come_is_kept_and_harms_nothing() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let deep = (0..28).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    for _ in 0..3 {
        store
            .write::<_, EngineError>(|tx| {
                let (controls, records) = (vec![deep.clone()], vec![deep.clone()]);
                Ok(later::keep(tx, COUPLE, &partner(), Later { controls, records, ..Later::default() })?)
            })
            .unwrap();
        opened(&store);
    }
}

#[test]
fn what_is_kept_is_bounded_and_what_there_is_room_for_is_kept() {
    let (_folder, store) = phone();
    store
        .write::<_, EngineError>(|tx| {
            let large = |bytes: usize| Value::Bytes(vec![1; bytes]);
            for more in 0..20 {
                let records = vec![large(300_000), large(300_000), large(10_000 + more), large(600_000)];
                later::keep(tx, COUPLE, &partner(), Later { records, ..Later::default() })?;
            }
            assert!((500_000..530_000).contains(&kept(tx)), "{}", kept(tx));
            Ok(())
        })
        .unwrap();
}
