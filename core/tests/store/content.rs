//! What a transaction reads and writes.

use tend_core::{
    records::RecordId,
    store::{Namespace, OwnOperation, StoreError, StoredRecord, Transaction},
};
use tend_protocol::{Hash, Position, SpaceId};

use crate::open;

const SPACE: SpaceId = SpaceId([1; 16]);
const OTHER: SpaceId = SpaceId([2; 16]);

fn in_a_transaction(work: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>) {
    let folder = tempfile::tempdir().unwrap();
    open(folder.path()).unwrap().write(work).unwrap();
}

fn record(id: u8, kind: &str, live: bool) -> StoredRecord {
    StoredRecord { id: RecordId([id; 16]), kind: kind.into(), live, state: vec![id] }
}

#[test]
fn values_are_found_by_namespace_and_prefix() {
    in_a_transaction(|tx| {
        for (area, key) in [
            (Namespace::Trust, &b"ab"[..]),
            (Namespace::Trust, b"abc"),
            (Namespace::Trust, b"b"),
            (Namespace::Mls, b"ab"),
        ] {
            tx.put_value(area, key, &key.len())?;
        }
        tx.put_value(Namespace::Trust, &[0xff, 0xff], &9_usize)?;
        assert_eq!(tx.value::<usize>(Namespace::Trust, b"abc")?, Some(3));
        assert_eq!(tx.value::<usize>(Namespace::Trust, b"a")?, None);
        assert_eq!(tx.values::<usize>(Namespace::Trust, b"ab")?, [(b"ab".to_vec(), 2), (b"abc".to_vec(), 3)]);
        assert_eq!(tx.values::<usize>(Namespace::Trust, &[0xff])?, [(vec![0xff, 0xff], 9)]);
        assert_eq!(tx.values::<usize>(Namespace::Trust, b"")?.len(), 4);
        assert!(matches!(tx.value::<String>(Namespace::Trust, b"ab"), Err(StoreError::Damaged)));
        tx.put_value(Namespace::Trust, b"ab", &7_usize)?;
        assert_eq!(tx.value::<usize>(Namespace::Trust, b"ab")?, Some(7));
        tx.delete_values(Namespace::Trust, b"ab")?;
        assert_eq!(tx.values::<usize>(Namespace::Trust, b"")?.len(), 2);
        tx.delete_value(Namespace::Trust, b"b")?;
        tx.delete_value(Namespace::Trust, b"b")?;
        assert_eq!(tx.values::<usize>(Namespace::Trust, b"")?.len(), 1);
        assert_eq!(tx.values::<usize>(Namespace::Mls, b"")?.len(), 1, "another namespace's values stay");
        Ok(())
    });
}

#[test]
fn records_are_found_by_id_by_type_and_page_by_page() {
    in_a_transaction(|tx| {
        for record in [record(3, "a", true), record(1, "a", true), record(2, "a", false), record(4, "b", true)] {
            tx.put_record(SPACE, &record)?;
        }
        tx.put_record(OTHER, &record(1, "a", true))?;
        assert_eq!(tx.record(SPACE, RecordId([2; 16]))?, Some(record(2, "a", false)));
        assert_eq!(tx.record(OTHER, RecordId([2; 16]))?, None);
        assert_eq!(tx.live_records(SPACE, "a")?, [record(1, "a", true), record(3, "a", true)]);
        let ids = |records: Vec<StoredRecord>| records.iter().map(|record| record.id.0[0]).collect::<Vec<_>>();
        assert_eq!(ids(tx.records_after(SPACE, None, 3)?), [1, 2, 3]);
        assert_eq!(ids(tx.records_after(SPACE, Some(RecordId([3; 16])), 3)?), [4]);
        tx.put_record(SPACE, &record(1, "a", false))?;
        assert_eq!(tx.live_records(SPACE, "a")?, [record(3, "a", true)]);
        tx.drop_records(SPACE)?;
        assert_eq!(tx.records_after(SPACE, None, 9)?, []);
        assert_eq!(tx.records_after(OTHER, None, 9)?.len(), 1);
        Ok(())
    });
}

#[test]
fn own_operations_are_unsent_until_they_are_taken_and_again_when_that_is_lost() {
    in_a_transaction(|tx| {
        let unsent = |tx: &Transaction<'_>| -> Result<Vec<u64>, StoreError> {
            Ok(tx.unsent_operations(SPACE, 9)?.iter().map(|own| own.counter).collect())
        };
        let id = |at: u8| RecordId([at; 16]);
        for (at, expected) in (1..=3_u8).zip(1_u64..) {
            assert_eq!(tx.next_operation(SPACE)?, expected);
            tx.note_own_operation(SPACE, id(at), expected)?;
        }
        assert_eq!(tx.next_operation(OTHER)?, 1, "each space counts for itself");
        let first = OwnOperation { record: id(1), counter: 1, taken: None };
        assert_eq!(tx.unsent_operations(SPACE, 1)?, [first]);
        tx.note_taken(SPACE, id(1), 1, 5, 10)?;
        tx.note_taken(SPACE, id(2), 2, 5, 11)?;
        assert_eq!(unsent(tx)?, [3]);
        // A later operation has its place already.
        tx.note_own_operation(SPACE, id(1), 4)?;
        tx.note_taken(SPACE, id(1), 1, 5, 12)?;
        assert_eq!(unsent(tx)?, [3, 4]);
        tx.note_taken(SPACE, id(1), 4, 5, 12)?;
        tx.unsend_after(SPACE, 6, 0)?;
        assert_eq!(unsent(tx)?, [3], "another generation lost nothing of this one");
        tx.unsend_after(SPACE, 5, 11)?;
        assert_eq!(unsent(tx)?, [3, 4]);
        Ok(())
    });
}

#[test]
fn the_log_is_known_by_place_and_can_be_forgotten_from_a_place_on() {
    in_a_transaction(|tx| {
        let at = |seq: u8| Position { seq: u64::from(seq), hash: Hash([seq; 32]) };
        for seq in 1..=4 {
            tx.note_entry(SPACE, 1, seq == 3, at(seq))?;
        }
        assert_eq!(tx.hash_at(SPACE, 1, 2)?, Some(Hash([2; 32])));
        assert_eq!(tx.hash_at(SPACE, 2, 2)?, None);
        assert!(tx.commit_after(SPACE, 1, 2)? && !tx.commit_after(SPACE, 1, 3)?);
        tx.forget_after(SPACE, 1, 2)?;
        assert!(!tx.commit_after(SPACE, 1, 0)?);
        assert_eq!(tx.hash_at(SPACE, 1, 2)?, Some(Hash([2; 32])));
        for (generation, seq) in [(1, 3), (2, 3)] {
            tx.note_entry(SPACE, generation, false, at(seq))?;
        }
        tx.forget_before(SPACE, 1, 2)?;
        let known = |generation, seq| tx.hash_at(SPACE, generation, seq).map(|hash| hash.is_some());
        assert_eq!([known(1, 2)?, known(1, 3)?, known(2, 3)?], [false, true, true]);
        tx.forget_other_logs(SPACE, 2)?;
        assert_eq!([known(1, 3)?, known(2, 3)?], [false, true]);
        tx.forget_log(SPACE)?;
        assert_eq!(tx.hash_at(SPACE, 2, 3)?, None);
        Ok(())
    });
}
