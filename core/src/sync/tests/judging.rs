//! Who may write what.

use std::sync::Arc;

use tend_protocol::Position;

use super::*;
use crate::{
    identity::SystemEntropy,
    sync::{Engine, EngineError, payload::Payload, received::take_operation},
};

/// Whether something of an operation is taken that the device sends.
fn takes(tx: &Transaction<'_>, space: SpaceId, sender: Certificate, operation: &Operation) -> bool {
    take_operation(tx, TYPES, &state_of(tx, space), &sender, operation).unwrap()
}

#[test]
fn the_author_alone_changes_and_deletes_a_record_of_the_couple_space() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::store::StoreError>(|tx| {
            let mine = first(tablet(), 1, "mine");
            assert!(takes(tx, COUPLE, tablet(), &mine));
            let seen = State::of(&mine);
            let edit = |by| write(by, mine.origin, &seen, 5, &say("changed"));
            let far = Operation {
                seen: {
                    let mut seen = seen.context().clone();
                    seen.add(Stamp { counter: Stamp::MAX_COUNTER - 1, device: partner().device });
                    seen
                },
                stamp: Stamp { counter: Stamp::MAX_COUNTER, device: partner().device },
                id: OperationId { device: partner().device, counter: 7 },
                action: Action::Delete,
                ..mine.clone()
            };
            assert_eq!(far.validate(), Ok(()));
            let theirs = [edit(partner()), deletion(partner(), &mine, Action::Delete), far];
            for operation in theirs.into_iter().chain([deletion(partner(), &mine, Action::Purge)]) {
                assert!(!takes(tx, COUPLE, partner(), &operation), "{:?}", operation.action);
            }
            assert_eq!(texts(tx, COUPLE, mine.record), ["mine"]);
            assert!(takes(tx, COUPLE, tablet(), &edit(tablet())));
            assert_eq!(texts(tx, COUPLE, mine.record), ["changed"]);
            assert!(takes(tx, COUPLE, tablet(), &deletion(tablet(), &mine, Action::Purge)));
            // Who came too late for it learns whose it was.
            let over = in_space::state(&tx.record(COUPLE, mine.record)?.unwrap())?;
            assert_eq!((over.is_purged(), over.origin().author), (true, this().identity));
            Ok(())
        })
        .unwrap();
}

#[test]
fn nobody_makes_a_record_under_anothers_id() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::store::StoreError>(|tx| {
            let couple = Records::<Couple>::new(tx, COUPLE, &this());
            let nonce = crate::records::Nonce::derived(b"Tend test", b"one of each person");
            let id = couple.id::<Letter>(nonce);
            let derived = Origin {
                author: this().identity,
                nonce: RecordId::derived(b"Tend test", b"one of each person").0,
                number: 0,
            };
            assert_eq!(derived.record(Letter::KIND, [0; 4]), id);
            let empty = State::new(derived);
            let squatted = write(partner(), derived, &empty, 1, &say("squatted"));
            let in_own_name =
                Operation { origin: Origin { author: partner().identity, ..derived }, ..squatted.clone() };
            let as_another_kind = Operation { kind: "reply".into(), ..squatted.clone() };
            let purge = deletion(partner(), &squatted, Action::Purge);
            for operation in [&squatted, &in_own_name, &as_another_kind, &purge] {
                assert!(!takes(tx, COUPLE, partner(), operation));
            }
            assert!(in_own_name.validate().is_err() && as_another_kind.validate().is_err());
            couple.put(nonce, &say("free")).unwrap();
            assert_eq!(texts(tx, COUPLE, id), ["free"]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn types_of_a_later_version_are_judged_alike() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::store::StoreError>(|tx| {
            let later = |author: Certificate| {
                let of = origin(author, 4);
                let operation = first(author, 4, "later");
                Operation { kind: "hologram".into(), record: of.record("hologram", [0; 4]), ..operation }
            };
            assert!(takes(tx, COUPLE, partner(), &later(partner())));
            let mine = Operation { id: OperationId { device: partner().device, counter: 3 }, ..later(this()) };
            let stamp = Stamp { counter: 1, device: partner().device };
            let mine = Operation { stamp, action: Action::Purge, ..mine };
            assert_eq!(mine.validate(), Ok(()));
            assert!(!takes(tx, COUPLE, partner(), &mine));
            Ok(())
        })
        .unwrap();
}

#[test]
fn in_the_own_space_every_own_device_writes_what_was_the_partners_too() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::store::StoreError>(|tx| {
            let kept = first(partner(), 1, "their reply");
            let carried = write(tablet(), kept.origin, &State::of(&kept), 1, &say("their reply"));
            assert!(takes(tx, OWN, tablet(), &carried));
            assert!(takes(tx, OWN, tablet(), &deletion(tablet(), &carried, Action::Purge)));
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_code_itself_writes_nothing_of_the_partners() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::store::StoreError>(|tx| {
            let theirs = first(partner(), 1, "theirs");
            keep(tx, COUPLE, &theirs);
            let couple = Records::<Couple>::new(tx, COUPLE, &this());
            let refused = |result| matches!(result, Err(crate::records::RecordError::NotYours));
            assert!(refused(couple.put(theirs.record, &say("mine now"))));
            assert!(refused(couple.edit(theirs.record, &say("mine now"), &[])));
            assert!(refused(couple.delete::<Letter>(theirs.record)));
            assert!(refused(couple.purge::<Letter>(theirs.record)));
            Ok(())
        })
        .unwrap();
}

/// One of them is new, and the other was here before: whichever comes last, a screen is drawn again.
#[test]
fn a_message_is_news_if_any_part_of_it_is() {
    for known_is_last in [true, false] {
        let (_folder, store) = phone();
        let store = Arc::new(store);
        let mut engine = Engine::new(Arc::clone(&store), Arc::new(SystemEntropy::default()), TYPES);
        store
            .write::<_, EngineError>(|tx| {
                let (known, new) = (first(partner(), 1, "known"), first(partner(), 2, "new"));
                keep(tx, COUPLE, &known);
                let mut take = |operations: Vec<Operation>| {
                    let payload = Payload { at: Position::start(COUPLE, 0), operations, controls: Vec::new() };
                    engine.take_said(tx, &state_of(tx, COUPLE), &partner(), payload)
                };
                let both = if known_is_last { [new, known] } else { [known, new] };
                assert!(take(both.to_vec())?);
                assert!(!take(both.to_vec())?, "a second time it is not");
                Ok(())
            })
            .unwrap();
    }
}
