//! After a crash the file is as before or as after a transaction, never between.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
};

use tend_core::{
    records::RecordId,
    store::{Namespace, OwnOperation, Store, StoreError, StoredRecord, Transaction},
};
use tend_protocol::{Hash, Position, SpaceId};

use crate::{
    children::{child, part},
    open, pages,
};

const SPACE: SpaceId = SpaceId([1; 16]);
const RECORD: RecordId = RecordId([2; 16]);

type Change = fn(&Transaction<'_>, u64) -> Result<(), StoreError>;

/// One transaction writes the number into every table; a crash may come before each of these writes and after the last.
const WRITES: [Change; 6] = [
    |tx, number| tx.put_value(Namespace::Device, b"number", &number),
    |tx, number| {
        let state = number.to_be_bytes().repeat(400);
        tx.put_record(SPACE, &StoredRecord { id: RECORD, kind: "kind".into(), live: true, state })
    },
    |tx, number| tx.note_own_operation(SPACE, RECORD, number),
    |tx, number| {
        let at = Position { seq: 1, hash: hash(number) };
        tx.note_entry(SPACE, 1, false, at)
    },
    |tx, _| tx.delete_values(Namespace::Mls, b""),
    |tx, number| tx.put_value(Namespace::Mls, &number.to_be_bytes(), &number),
];

fn hash(number: u64) -> Hash {
    let mut hash = [0; 32];
    hash[..8].copy_from_slice(&number.to_be_bytes());
    Hash(hash)
}

fn write_all(tx: &Transaction<'_>, number: u64) -> Result<(), StoreError> {
    WRITES.iter().try_for_each(|write| write(tx, number))
}

/// The number that every table agrees on.
fn number(store: &Store) -> u64 {
    store
        .read::<_, StoreError>(|tx| {
            let number: u64 = tx.value(Namespace::Device, b"number")?.unwrap();
            assert_eq!(tx.record(SPACE, RECORD)?.unwrap().state, number.to_be_bytes().repeat(400));
            let own = OwnOperation { record: RECORD, counter: number, taken: None };
            assert_eq!(tx.unsent_operations(SPACE, 9)?, [own]);
            assert_eq!(tx.hash_at(SPACE, 1, 1)?, Some(hash(number)));
            assert_eq!(tx.values::<u64>(Namespace::Mls, b"")?, [(number.to_be_bytes().to_vec(), number)]);
            Ok(number)
        })
        .unwrap()
}

fn begun(folder: &Path) -> Store {
    let store = open(folder).unwrap();
    store.write(|tx| write_all(tx, 1)).unwrap();
    store
}

#[test]
fn an_abort_at_any_write_leaves_before_or_after() {
    const NAME: &str = "crashes::an_abort_at_any_write_leaves_before_or_after";
    if let Some((folder, at)) = part() {
        let at: usize = at.parse().unwrap();
        let store = open(&folder).unwrap();
        store
            .write::<_, StoreError>(|tx| {
                for (before, write) in WRITES.iter().enumerate() {
                    if at == before {
                        std::process::abort();
                    }
                    write(tx, 2)?;
                }
                if at == WRITES.len() {
                    std::process::abort();
                }
                Ok(())
            })
            .unwrap();
        std::process::abort();
    }
    for at in 0..=WRITES.len() + 1 {
        let folder = tempfile::tempdir().unwrap();
        drop(begun(folder.path()));
        let ended = child(NAME, folder.path(), &at.to_string()).output().unwrap();
        assert!(!ended.status.success());
        let expected = if at > WRITES.len() { 2 } else { 1 };
        assert_eq!(number(&open(folder.path()).unwrap()), expected, "aborted at {at}");
    }
}

#[test]
fn an_abort_while_the_store_is_created_leaves_one_that_opens() {
    const NAME: &str = "crashes::an_abort_while_the_store_is_created_leaves_one_that_opens";
    if let Some((folder, _)) = part() {
        let _store = open(&folder).unwrap();
        std::process::abort();
    }
    let folder = tempfile::tempdir().unwrap();
    // As far as a crash can come before SQLite writes: the file is there and empty.
    fs::write(pages::file(folder.path()), b"").unwrap();
    assert!(!child(NAME, folder.path(), "create").output().unwrap().status.success());
    drop(begun(folder.path()));
    assert_eq!(number(&open(folder.path()).unwrap()), 1);
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_done() {
    const NAME: &str = "crashes::a_kill_at_any_moment_loses_nothing_that_was_done";
    if let Some((folder, from)) = part() {
        let store = open(&folder).unwrap();
        let from: u64 = from.parse().unwrap();
        for number in from.. {
            store.write(|tx| write_all(tx, number)).unwrap();
            writeln!(std::io::stdout(), "\ndone {number}").unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    drop(begun(folder.path()));
    let mut last = 1;
    for round in 1..=6_u64 {
        let mut child = child(NAME, folder.path(), &(last + 1).to_string()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let done = lines.filter_map(|line| line.unwrap().strip_prefix("done ")?.parse::<u64>().ok());
        let acknowledged = done.take(usize::try_from(round * 3).unwrap()).last().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        let kept = number(&open(folder.path()).unwrap());
        assert!(kept >= acknowledged, "{acknowledged} was done and {kept} is there");
        last = kept;
    }
}

/// A copy of the file and its log as they are, like a backup takes them or a dead phone leaves them.
fn copied(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for path in [pages::file(folder), pages::wal(folder)] {
        fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
    }
    copy
}

#[test]
fn a_copy_from_the_middle_of_a_transaction_is_as_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = begun(folder.path());
    let before = fs::metadata(pages::wal(folder.path())).unwrap().len();
    let copies = store
        .write::<_, StoreError>(|tx| {
            let mut copies = vec![copied(folder.path())];
            for write in WRITES {
                write(tx, 2)?;
                copies.push(copied(folder.path()));
            }
            // More than SQLite keeps in memory, so that pages of an unfinished transaction are in the log.
            let large = vec![7_u8; 1 << 20];
            (0..12_u32).try_for_each(|at| tx.put_value(Namespace::Invite, &at.to_be_bytes(), &large))?;
            let unfinished = fs::metadata(pages::wal(folder.path())).unwrap().len();
            assert!(unfinished > before + (1 << 20), "{unfinished} bytes");
            copies.push(copied(folder.path()));
            Ok(copies)
        })
        .unwrap();
    for copy in copies {
        let store = open(copy.path()).unwrap();
        assert_eq!(number(&store), 1);
        assert_eq!(store.read::<_, StoreError>(|tx| tx.values::<Vec<u8>>(Namespace::Invite, b"")).unwrap(), []);
    }
    assert_eq!(number(&open(copied(folder.path()).path()).unwrap()), 2);
}
