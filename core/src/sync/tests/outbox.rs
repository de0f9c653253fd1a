//! What is still to be said.

use super::*;
use crate::{records::operation::MAX_DEVICES, store::StoreError, sync::outbox::unsent};

fn due(tx: &Transaction<'_>) -> Vec<Operation> {
    unsent(tx, TYPES, this().device, &state_of(tx, COUPLE), &[], u64::MAX).unwrap().0
}

#[test]
fn words_that_another_own_device_changed_are_said_again_when_the_server_lost_both() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let couple = Records::<Couple>::new(tx, COUPLE, &this());
            let id = couple.add(crate::records::Nonce::random([5; 16]), &say("first")).unwrap();
            let mine = due(tx).remove(0);
            tx.note_taken(COUPLE, id, mine.id.counter, 0, 5)?;
            let change = write(tablet(), mine.origin, &State::of(&mine), 1, &say("changed"));
            keep(tx, COUPLE, &change);
            assert!(due(tx).is_empty());
            // The server was set back to before both, and the tablet is lost.
            tx.unsend_after(COUPLE, 0, 4)?;
            let again = due(tx);
            assert_eq!(again.len(), 1);
            let mut anew = State::of(&again[0]);
            assert_eq!(again[0].validate(), Ok(()));
            assert!(anew.is_live() && !anew.apply(&mine) && !anew.apply(&change), "it holds both");
            assert_eq!(due(tx), again, "until it is taken");
            tx.note_taken(COUPLE, id, again[0].id.counter, 0, 5)?;
            assert!(due(tx).is_empty());
            Ok(())
        })
        .unwrap();
}

#[test]
fn of_what_is_deleted_or_private_nothing_is_left_to_say() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let couple = Records::<Couple>::new(tx, COUPLE, &this());
            let id = couple.add(crate::records::Nonce::random([5; 16]), &say("first")).unwrap();
            let mine = due(tx).remove(0);
            keep(tx, COUPLE, &deletion(tablet(), &mine, Action::Purge));
            let of = origin(this(), 2);
            let private = write(this(), of, &State::new(of), 8, &Secret { text: "planted".into() });
            keep(tx, COUPLE, &private);
            tx.note_own_operation(COUPLE, private.record, 8)?;
            assert!(due(tx).is_empty());
            assert!(tx.unsent_operations(COUPLE, 9)?.is_empty());
            tx.unsend_after(COUPLE, 0, 0)?;
            assert!(tx.unsent_operations(COUPLE, 9)?.is_empty(), "no place is noted that took it: {id:?}");
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_record_that_came_over_its_bounds_here_alone_is_over_for_all() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let couple = Records::<Couple>::new(tx, COUPLE, &this());
            couple.add(crate::records::Nonce::random([5; 16]), &say("first")).unwrap();
            let mine = due(tx).remove(0);
            let mut seen = Context::default();
            for device in 0..MAX_DEVICES - 1 {
                seen.add(stamp(1, u8::try_from(device).unwrap() + 10));
            }
            let far = seen.next(tablet().device);
            let id = OperationId { device: tablet().device, counter: 1 };
            let crowd = Operation { id, stamp: far, seen, action: Action::Delete, ..mine.clone() };
            assert_eq!(crowd.validate(), Ok(()));
            keep(tx, COUPLE, &crowd);
            let mut elsewhere = State::of(&crowd);
            for operation in due(tx) {
                assert_eq!(operation.validate(), Ok(()));
                elsewhere.apply(&operation);
            }
            assert_eq!(elsewhere, in_space::state(&tx.record(COUPLE, mine.record)?.unwrap())?);
            assert!(elsewhere.is_over());
            Ok(())
        })
        .unwrap();
}
