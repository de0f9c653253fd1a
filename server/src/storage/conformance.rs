//! What every engine must do. A new one adds a line to the end of this file.
#![allow(clippy::unwrap_used)]

use std::sync::{Arc, Barrier, mpsc::sync_channel};

use tend_protocol::*;

use super::*;

mod log;

use log::{
    a_dropped_space_leaves_its_devices_and_nothing_else, dropping_entries_keeps_what_authors_may_repeat,
    entries_come_back_as_they_were_put, old_entries_are_found, only_its_author_blanks_a_message,
};

/// A way to get an empty storage, and the folder that must be kept as long as the storage.
type Open<'a> = &'a dyn Fn() -> (Arc<dyn Storage>, Option<tempfile::TempDir>);

struct Work<F>(F, std::sync::mpsc::SyncSender<Result<()>>);

impl<F: FnMut(&dyn Transaction) -> Result<bool> + Send> WriteJob for Work<F> {
    fn run(&mut self, rows: &dyn Transaction) -> Result<bool> {
        (self.0)(rows)
    }
    fn done(self: Box<Self>, outcome: Result<()>) {
        self.1.send(outcome).unwrap();
    }
}

fn write_if(storage: &dyn Storage, work: impl FnMut(&dyn Transaction) -> Result<bool> + Send + 'static) -> Result<()> {
    let (send, receive) = sync_channel(1);
    storage.write(Box::new(Work(work, send)));
    receive.recv().unwrap()
}

fn write<T: Send + 'static>(storage: &dyn Storage, work: impl Fn(&dyn Transaction) -> Result<T> + Send + 'static) -> T {
    let (send, receive) = sync_channel(1);
    write_if(storage, move |rows| {
        send.send(work(rows)?).unwrap();
        Ok(true)
    })
    .unwrap();
    receive.recv().unwrap()
}

fn read<T>(storage: &dyn Storage, work: impl Fn(&dyn Transaction) -> Result<T>) -> T {
    let mut found = None;
    storage
        .read(&mut |rows| {
            found = Some(work(rows)?);
            Ok(())
        })
        .unwrap();
    found.unwrap()
}

const SPACE: SpaceId = SpaceId([1; 16]);
const A: DeviceId = DeviceId([1; 32]);
const B: DeviceId = DeviceId([2; 32]);

fn log_of(head: Position) -> GenerationRow {
    GenerationRow { suite: 1, epoch: 0, head, base: Position::start(SPACE, 0) }
}

/// Entry `seq` by `author`, taken at second `seq`.
fn entry(seq: u8, author: DeviceId, kind: EntryKind) -> EntryRow {
    let bytes = Bytes(vec![seq; 1000]);
    let hash = Hash::of(&bytes);
    let welcome = Some(Bytes(vec![seq; 50]));
    let change = (kind == EntryKind::Commit).then(|| Change { added: vec![A, B], removed: vec![B], welcome });
    EntryRow {
        id: EntryId([seq; 16]),
        author,
        number: seq.into(),
        epoch: 3,
        kind,
        hash,
        content: Content::Bytes(bytes),
        change,
        position: Position { seq: seq.into(), hash: Hash([seq; 32]) },
        taken_at: seq.into(),
    }
}

/// A log of five entries: a commit and four messages, the last by B.
fn fill(storage: &dyn Storage) {
    write(storage, |rows| {
        rows.put_space(SPACE, &SpaceRow { creator: A, suite: 1, generation: 0, left: None })?;
        rows.put_generation(SPACE, 0, &log_of(entry(5, A, EntryKind::Message).position))?;
        rows.put_entry(SPACE, 0, &entry(1, A, EntryKind::Commit))?;
        for seq in 2..=4 {
            rows.put_entry(SPACE, 0, &entry(seq, A, EntryKind::Message))?;
        }
        rows.put_entry(SPACE, 0, &entry(5, B, EntryKind::Message))
    });
}

fn what_is_refused_leaves_nothing_and_its_neighbours_stay(open: Open<'_>) {
    let (storage, _folder) = open();
    write(storage.as_ref(), |rows| rows.put_device(A, 1));
    let refused = write_if(storage.as_ref(), |rows| {
        rows.put_device(B, 1)?;
        rows.put_member(SPACE, B, Membership::Joined).map(|()| false)
    });
    assert_eq!(refused, Ok(()));
    let failed = write_if(storage.as_ref(), |rows| rows.put_device(B, 1).and(Err(StorageError::Failed(1))));
    assert_eq!(failed, Ok(()), "the transaction goes on; only the job's changes are gone");
    let panicked = write_if(storage.as_ref(), |rows| {
        rows.put_device(B, 1)?;
        panic!("on purpose")
    });
    assert_eq!(panicked, Ok(()));
    let found = read(storage.as_ref(), |rows| Ok((rows.has_device(A)?, rows.has_device(B)?, rows.spaces_of(B)?)));
    assert_eq!(found, (true, false, vec![]));
}

fn who_is_told_finds_the_change_there(open: Open<'_>) {
    struct Looks(Arc<dyn Storage>, std::sync::mpsc::SyncSender<bool>);
    impl WriteJob for Looks {
        fn run(&mut self, rows: &dyn Transaction) -> Result<bool> {
            rows.put_device(A, 1).map(|()| true)
        }
        fn done(self: Box<Self>, outcome: Result<()>) {
            self.1.send(outcome.is_ok() && read(self.0.as_ref(), |rows| rows.has_device(A))).unwrap();
        }
    }
    let (storage, _folder) = open();
    let (send, receive) = sync_channel(1);
    storage.write(Box::new(Looks(Arc::clone(&storage), send)));
    assert!(receive.recv().unwrap());
}

fn concurrent_writers_lose_nothing(open: Open<'_>) {
    let (storage, _folder) = open();
    write(storage.as_ref(), |rows| rows.put_generation(SPACE, 0, &log_of(Position::start(SPACE, 0))));
    let begin = Barrier::new(8);
    std::thread::scope(|scope| {
        for writer in 0..8u8 {
            let (storage, begin) = (storage.as_ref(), &begin);
            scope.spawn(move || {
                begin.wait();
                for _ in 0..20 {
                    write(storage, move |rows| {
                        let mut log = rows.generation(SPACE, 0)?.unwrap();
                        log.head.seq += 1;
                        let number = rows.number(SPACE, 0, DeviceId([writer; 32]))? + 1;
                        rows.put_number(SPACE, 0, DeviceId([writer; 32]), number)?;
                        rows.put_generation(SPACE, 0, &log)
                    });
                }
            });
        }
    });
    let (head, numbers) = read(storage.as_ref(), |rows| {
        let numbers =
            (0..8u8).map(|writer| rows.number(SPACE, 0, DeviceId([writer; 32]))).collect::<Result<Vec<_>>>()?;
        Ok((rows.generation(SPACE, 0)?.unwrap().head.seq, numbers))
    });
    assert_eq!((head, numbers), (160, vec![20; 8]));
}

fn devices_and_sessions_come_and_go(open: Open<'_>) {
    let (storage, _folder) = open();
    write(storage.as_ref(), |rows| {
        rows.put_device(A, 10)?;
        rows.put_device(B, 10)?;
        rows.put_member(SPACE, B, Membership::Pending)?;
        assert!(rows.spend_challenge(A, Hash([1; 32]), 70)?);
        assert!(!rows.spend_challenge(A, Hash([1; 32]), 70)?);
        assert!(rows.spend_challenge(B, Hash([1; 32]), 70)?);
        for token in 1..=3u8 {
            rows.put_session(A, Hash([token; 32]), 100 + u64::from(token), 2)?;
        }
        assert_eq!(rows.session_until(A, Hash([1; 32]))?, None, "the oldest gave way");
        assert_eq!(rows.session_until(A, Hash([3; 32]))?, Some(103));
        assert_eq!(rows.session_until(B, Hash([3; 32]))?, None);
        rows.expire_sessions(102)?;
        assert_eq!(rows.session_until(A, Hash([2; 32]))?, None);
        assert!(rows.spend_challenge(A, Hash([1; 32]), 170)?, "forgotten with its time");
        rows.put_key_package(A, 1, &Bytes(vec![1]))?;
        rows.forget_devices(10)?;
        assert!(rows.has_device(A)?);
        rows.forget_devices(11)?;
        assert_eq!((rows.has_device(A)?, rows.has_device(B)?), (false, true));
        rows.key_packages_left(A, 1).map(|left| assert_eq!(left, 0))
    });
}

fn a_device_that_is_shut_out_stays_so(open: Open<'_>) {
    let (storage, _folder) = open();
    let [first, second] = [1, 2].map(|n| PersonKey([n; 32]));
    write(storage.as_ref(), move |rows| {
        rows.revoke(A)?;
        assert!(!rows.is_revoked(A)?, "nobody knows it");
        rows.put_device(A, 10)?;
        for person in [first, second, first] {
            rows.put_person(A, person)?;
        }
        rows.put_session(A, Hash([4; 32]), 200, 8)?;
        rows.put_key_package(A, 1, &Bytes(vec![1]))?;
        rows.put_last_resort(A, 1, &Bytes(vec![2]))?;
        rows.revoke(A)?;
        assert_eq!(rows.session_until(A, Hash([4; 32]))?, None);
        assert_eq!((rows.key_packages_left(A, 1)?, rows.hand_out_last_resort(A, 1)?), (0, None));
        rows.put_device(A, 11)?;
        rows.forget_devices(1000)?;
        assert_eq!((rows.has_device(A)?, rows.is_revoked(A)?), (false, true));
        rows.persons(A).map(|persons| assert_eq!(persons, [first, second]))
    });
}

fn who_was_added_is_pending_until_it_joins(open: Open<'_>) {
    let (storage, _folder) = open();
    let left = SignedLeave { space: SPACE, device: A, signature: Signature([7; 64]), proof: Bytes(vec![]) };
    write(storage.as_ref(), move |rows| {
        rows.put_space(SPACE, &SpaceRow { creator: A, suite: 1, generation: 0, left: None })?;
        rows.put_member(SPACE, A, Membership::Joined)?;
        rows.put_member(SPACE, B, Membership::Pending)?;
        assert_eq!((rows.members(SPACE)?, rows.devices(SPACE)?), (vec![A], 2));
        assert_eq!(rows.membership(SPACE, B)?, Some(Membership::Pending));
        assert_eq!((rows.spaces_of(B)?, rows.open_spaces(B)?, rows.pending_spaces(B)?), (vec![], 0, vec![SPACE]));
        rows.put_member(SPACE, B, Membership::Joined)?;
        rows.put_member(SPACE, B, Membership::Pending)?;
        assert_eq!(rows.membership(SPACE, B)?, Some(Membership::Joined), "who joined stays so");
        assert_eq!((rows.spaces_of(B)?, rows.open_spaces(B)?, rows.pending_spaces(B)?), (vec![SPACE], 1, vec![]));
        rows.put_space(SPACE, &SpaceRow { creator: A, suite: 1, generation: 0, left: Some(left.clone()) })?;
        rows.open_spaces(B).map(|open| assert_eq!(open, 0, "one that was left does not count"))
    });
}

fn key_packages_are_claimed_in_order_and_once(open: Open<'_>) {
    let (storage, _folder) = open();
    write(storage.as_ref(), |rows| {
        assert_eq!(rows.claim_key_package(A, 1, 5)?, None);
        for package in [3, 1, 2, 1] {
            rows.put_key_package(A, 1, &Bytes(vec![package]))?;
        }
        rows.put_last_resort(A, 1, &Bytes(vec![9]))?;
        assert_eq!((rows.key_packages_left(A, 1)?, rows.last_resort_fresh(A, 1)?), (3, true));
        assert_eq!(rows.claim_key_package(A, 1, 5)?, Some(Bytes(vec![3])));
        assert_eq!(rows.claim_key_package(A, 1, 5)?, Some(Bytes(vec![1])));
        rows.put_key_package(A, 1, &Bytes(vec![3]))?;
        assert_eq!(rows.claim_key_package(A, 1, 5)?, Some(Bytes(vec![2])));
        assert!(rows.last_resort_fresh(A, 1)?);
        assert_eq!(rows.claim_key_package(A, 1, 5)?, None);
        assert_eq!(rows.hand_out_last_resort(A, 1)?, Some(Bytes(vec![9])));
        assert_eq!(rows.hand_out_last_resort(A, 1)?, Some(Bytes(vec![9])));
        rows.put_last_resort(A, 1, &Bytes(vec![9]))?;
        assert!(!rows.last_resort_fresh(A, 1)?);
        rows.put_last_resort(A, 1, &Bytes(vec![8]))?;
        assert!(rows.last_resort_fresh(A, 1)?);
        rows.expire_claimed(6)?;
        rows.put_key_package(A, 1, &Bytes(vec![3]))?;
        assert_eq!((rows.key_packages_left(A, 1)?, rows.key_packages_left(A, 2)?), (1, 0));
        rows.put_last_resort(A, 2, &Bytes(vec![8]))?;
        rows.key_package_suites(A).map(|suites| assert_eq!(suites, [1, 2]))
    });
}

fn blobs_and_mailboxes_go_with_their_time(open: Open<'_>) {
    let (storage, _folder) = open();
    write(storage.as_ref(), |rows| {
        let blob = |until| StoredBlob { author: A, bytes: Bytes(vec![1; 10]), until };
        rows.put_blob(SPACE, BlobId([1; 16]), &blob(5))?;
        rows.put_blob(SPACE, BlobId([2; 16]), &blob(6))?;
        rows.expire_blobs(5)?;
        assert_eq!((rows.blob(SPACE, BlobId([1; 16]))?, rows.blob(SPACE, BlobId([2; 16]))?), (None, Some(blob(6))));
        assert_eq!(rows.usage(SPACE, A)?, 10);
        rows.drop_blob(SPACE, BlobId([2; 16]))?;
        rows.drop_blob(SPACE, BlobId([2; 16]))?;
        assert_eq!(rows.usage(SPACE, A)?, 0);
        let id = MailboxId([1; 16]);
        let mailbox = MailboxRow { inviter: A, joiner: Some(B), burned: false, until: 5 };
        rows.put_mailbox(id, &MailboxRow { joiner: None, ..mailbox.clone() })?;
        rows.put_mailbox(id, &mailbox)?;
        assert_eq!(rows.mailbox(id)?, Some(mailbox));
        assert_eq!((rows.open_mailboxes(A, 4)?, rows.open_mailboxes(A, 5)?, rows.open_mailboxes(B, 4)?), (1, 0, 0));
        rows.put_message(id, Side::Joiner, 0, &Bytes(vec![1]))?;
        rows.put_message(id, Side::Joiner, 1, &Bytes(vec![2]))?;
        rows.put_message(id, Side::Inviter, 0, &Bytes(vec![3]))?;
        assert_eq!(rows.messages(id, Side::Joiner)?, [Bytes(vec![1]), Bytes(vec![2])]);
        rows.expire_mailboxes(4, 4)?;
        assert!(rows.mailbox(id)?.is_some_and(|mailbox| mailbox.joiner.is_some()));
        assert_eq!(rows.messages(id, Side::Inviter)?.len(), 1);
        rows.expire_mailboxes(5, 4)?;
        assert!(rows.mailbox(id)?.is_some_and(|mailbox| mailbox.joiner.is_none()), "that it was there is remembered");
        assert_eq!(rows.messages(id, Side::Inviter)?, []);
        rows.expire_mailboxes(9, 5)?;
        assert_eq!(rows.mailbox(id)?, None);
        rows.put_message(id, Side::Joiner, 0, &Bytes(vec![1]))?;
        rows.drop_messages(id)?;
        rows.messages(id, Side::Joiner).map(|messages| assert_eq!(messages, []))
    });
}

fn it_says_whether_it_works(open: Open<'_>) {
    let (storage, _folder) = open();
    assert_eq!(storage.probe(), Ok(()));
    assert!(storage.schema() > 0);
    let another = open();
    assert_ne!(storage.incarnation(), another.0.incarnation());
    assert_ne!(storage.secret(), another.0.secret());
}

/// For engines that read while they write.
fn a_reader_sees_one_moment(open: Open<'_>) {
    let (storage, _folder) = open();
    storage
        .read(&mut |rows| {
            assert!(!rows.has_device(A)?);
            write(storage.as_ref(), |rows| rows.put_device(A, 1));
            assert!(!rows.has_device(A)?, "what comes later is not part of it");
            Ok(())
        })
        .unwrap();
    assert!(read(storage.as_ref(), |rows| rows.has_device(A)));
}

macro_rules! conformance {
    ($engine:ident, $open:expr $(, $more:ident)*) => {
        conformance!(@ $engine, $open, what_is_refused_leaves_nothing_and_its_neighbours_stay,
            who_is_told_finds_the_change_there, concurrent_writers_lose_nothing, entries_come_back_as_they_were_put,
            dropping_entries_keeps_what_authors_may_repeat, only_its_author_blanks_a_message, old_entries_are_found,
            a_dropped_space_leaves_its_devices_and_nothing_else, devices_and_sessions_come_and_go,
            a_device_that_is_shut_out_stays_so, who_was_added_is_pending_until_it_joins,
            key_packages_are_claimed_in_order_and_once, blobs_and_mailboxes_go_with_their_time,
            it_says_whether_it_works $(, $more)*);
    };
    (@ $engine:ident, $open:expr, $($test:ident),*) => {
        mod $engine {
            use super::*;
            $(#[test]
            fn $test() {
                super::$test(&$open);
            })*
        }
    };
}

conformance!(sqlite_in_memory, || {
    (Arc::new(SqliteStorage::in_memory(&crate::environment::SystemRandom).unwrap()), None)
});

conformance!(
    sqlite_with_a_writer,
    || {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tend.sqlite");
        (Arc::new(SqliteStorage::open(&path, &crate::environment::SystemRandom).unwrap()), Some(folder))
    },
    a_reader_sees_one_moment
);
