//! What only a later version can read: kept, and read again when a version can.

use std::sync::Arc;

use ciborium::Value;
use tend_protocol::{Bytes, decode};

use super::*;
use crate::{
    identity::SystemEntropy,
    store::{Namespace, StoreError},
    sync::{
        Engine, EngineError, Notice,
        intents::key,
        later,
        offered::Offered,
        payload::{Control, Later, SnapshotPage, SnapshotRecord},
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

/// As it is stored.
#[derive(Deserialize)]
struct Kept {
    sender: Certificate,
    later: Bytes,
}

fn all_kept(tx: &Transaction<'_>) -> Vec<(Certificate, Later)> {
    let all: Vec<Kept> = tx.value(Namespace::Intent, &key(b"later", COUPLE)).unwrap().unwrap_or_default();
    all.into_iter().map(|one| (one.sender, decode(&one.later).unwrap())).collect()
}

fn value(of: &impl Serialize) -> Value {
    Value::serialized(of).unwrap()
}

fn said(operations: &[&Operation], controls: &[Value]) -> Later {
    let operations = operations.iter().map(value).collect();
    Later { operations, controls: controls.to_vec(), ..Later::default() }
}

/// A control that no version knows yet.
fn unknown() -> Value {
    Value::Map(vec![(Value::Text("typing".into()), Value::Bool(true))])
}

/// Tend, opened again.
fn engine(store: &Arc<Store>) -> Engine {
    Engine::new(Arc::clone(store), Arc::new(SystemEntropy::default()), TYPES)
}

fn read(engine: &mut Engine, store: &Store) {
    store.write::<_, EngineError>(|tx| engine.read_later(tx, &state_of(tx, COUPLE))).unwrap();
}

#[test]
fn what_was_kept_is_taken_as_its_sender_said_it_and_the_rest_is_kept_on() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let (mine, theirs, second) =
        (first(this(), 1, "mine"), first(partner(), 2, "theirs"), first(tablet(), 3, "second"));
    let theirs_to_say = deletion(partner(), &mine, Action::Purge);
    let removal = Control::Removed(crate::identity::Removal::issue(
        &SigningKey::from_seed([ROBIN; 32]),
        certificate(ROBIN, 4).device,
    ));
    store
        .write::<_, StoreError>(|tx| {
            keep(tx, COUPLE, &mine);
            later::keep(tx, COUPLE, &partner(), said(&[&theirs, &theirs_to_say], &[unknown(), value(&removal)]))?;
            later::keep(tx, COUPLE, &tablet(), said(&[&second, &theirs], &[]))?;
            later::keep(tx, COUPLE, &partner(), Later::default())?;
            assert_eq!(all_kept(tx).len(), 2, "of a message that was read whole nothing is kept");
            Ok(())
        })
        .unwrap();
    for _ in 0..2 {
        read(&mut engine(&store), &store);
        store
            .write::<_, StoreError>(|tx| {
                let shown = [&mine, &theirs, &second].map(|one| texts(tx, COUPLE, one.record).concat());
                assert_eq!(shown, ["mine", "theirs", "second"], "the partner deletes nothing of mine this way either");
                assert!(membership::is_removed(tx, COUPLE, partner().identity, certificate(ROBIN, 4).device)?);
                let left = all_kept(tx);
                assert_eq!(left.iter().map(|one| one.0).collect::<Vec<_>>(), [partner()]);
                assert_eq!(left[0].1, said(&[], &[unknown()]), "no version knows that yet");
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn it_is_looked_at_once_each_time_that_tend_is_opened() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let mut one = engine(&store);
    read(&mut one, &store);
    let theirs = first(partner(), 2, "theirs");
    store.write(|tx| later::keep(tx, COUPLE, &partner(), said(&[&theirs], &[]))).unwrap();
    let shows = || store.read::<_, StoreError>(|tx| Ok(texts(tx, COUPLE, theirs.record))).unwrap();
    read(&mut one, &store);
    assert!(shows().is_empty(), "this version has just not been able to read it");
    read(&mut engine(&store), &store);
    assert_eq!(shows(), ["theirs"]);
}

#[test]
fn a_notice_that_only_a_later_version_can_say_hides_no_other() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            Notice::PartnerLeft.tell(tx)?;
            tx.put_value(Namespace::Notice, b"later", &Value::Text("weather".into()))?;
            let unread = Notice::unread(tx)?;
            assert_eq!(unread.into_iter().map(|(_, notice)| notice).collect::<Vec<_>>(), [Notice::PartnerLeft]);
            Ok(())
        })
        .unwrap();
}
