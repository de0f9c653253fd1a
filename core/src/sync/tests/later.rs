//! What an earlier version could not read, and this one can.

use std::sync::Arc;

use ciborium::Value;

use super::*;
use crate::{
    identity::SystemEntropy,
    store::{Namespace, StoreError},
    sync::{
        Engine, EngineError,
        intents::key,
        later,
        payload::{Control, Later},
    },
};

/// As it is stored.
#[derive(Deserialize)]
struct Kept {
    sender: Certificate,
    later: Later,
}

fn kept(tx: &Transaction<'_>) -> Vec<Kept> {
    tx.value(Namespace::Intent, &key(b"later", COUPLE)).unwrap().unwrap_or_default()
}

fn value(of: &impl Serialize) -> Value {
    Value::serialized(of).unwrap()
}

fn said(operations: &[&Operation], controls: &[Value]) -> Later {
    Later { operations: operations.iter().map(value).collect(), controls: controls.to_vec() }
}

/// A control that no version knows yet.
fn unknown() -> Value {
    Value::Map(vec![(Value::Text("typing".into()), Value::Bool(true))])
}

/// Tend, opened again.
fn opened(store: &Arc<Store>) -> Engine {
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
            assert_eq!(kept(tx).len(), 2, "of a message that was read whole nothing is kept");
            Ok(())
        })
        .unwrap();
    for _ in 0..2 {
        read(&mut opened(&store), &store);
        store
            .write::<_, StoreError>(|tx| {
                let shown = [&mine, &theirs, &second].map(|one| texts(tx, COUPLE, one.record).concat());
                assert_eq!(shown, ["mine", "theirs", "second"], "the partner deletes nothing of mine this way either");
                assert!(membership::is_removed(tx, COUPLE, partner().identity, certificate(ROBIN, 4).device)?);
                let left = kept(tx);
                assert_eq!(left.iter().map(|one| one.sender).collect::<Vec<_>>(), [partner()]);
                assert_eq!(left[0].later, said(&[], &[unknown()]), "no version knows that yet");
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn it_is_looked_at_once_each_time_that_tend_is_opened() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let mut engine = opened(&store);
    read(&mut engine, &store);
    let theirs = first(partner(), 2, "theirs");
    store.write(|tx| later::keep(tx, COUPLE, &partner(), said(&[&theirs], &[]))).unwrap();
    let shows = || store.read::<_, StoreError>(|tx| Ok(texts(tx, COUPLE, theirs.record))).unwrap();
    read(&mut engine, &store);
    assert!(shows().is_empty(), "this version has just not been able to read it");
    read(&mut opened(&store), &store);
    assert_eq!(shows(), ["theirs"]);
}

#[test]
fn what_is_kept_has_a_bound_and_what_came_first_stays() {
    let (_folder, store) = phone();
    let large = |n: u8| Later { operations: vec![Value::Text(n.to_string().repeat(100 * 1024))], controls: vec![] };
    store
        .write::<_, StoreError>(|tx| {
            for n in 1..=4 {
                later::keep(tx, COUPLE, &partner(), large(n))?;
            }
            later::keep(tx, COUPLE, &partner(), said(&[], &[unknown()]))?;
            let left: Vec<_> = kept(tx).into_iter().map(|one| one.later).collect();
            assert!(left == [large(1), large(2), said(&[], &[unknown()])], "{} are kept", left.len());
            Ok(())
        })
        .unwrap();
}
