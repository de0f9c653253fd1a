//! Deleted words are gone from every page and every frame.

use std::fs;

use tend_core::{
    records::RecordId,
    store::{Namespace, Store, StoreError, StoredRecord},
};
use tend_protocol::SpaceId;

use crate::{
    KEY,
    children::{child, part},
    open, pages, raw,
};

const SPACE: SpaceId = SpaceId([1; 16]);
const WORD: &str = "marigolds-in-the-morning";

fn record(at: u32, words: &str) -> StoredRecord {
    let mut id = [0; 16];
    // Spread over the tree, as random ids are.
    id[..4].copy_from_slice(&at.wrapping_mul(0x9e37_79b9).to_be_bytes());
    StoredRecord { id: RecordId(id), kind: "note".into(), live: true, state: words.as_bytes().to_vec() }
}

fn put(store: &Store, at: u32, words: &str) {
    store.write(|tx| tx.put_record(SPACE, &record(at, words))).unwrap();
}

fn found(folder: &tempfile::TempDir) -> (usize, usize) {
    pages::find(folder.path(), &KEY, WORD)
}

#[test]
fn the_search_finds_a_word_in_a_page_in_a_frame_and_in_a_stale_frame() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    assert_eq!(found(&folder), (0, 0));
    put(&store, 1, WORD);
    assert_eq!(found(&folder), (0, 1), "in a frame");
    put(&store, 1, "other words");
    assert_eq!(found(&folder), (0, 1), "in a stale frame");
    put(&store, 1, WORD);
    assert!(store.checkpoint().unwrap());
    assert_eq!(found(&folder), (1, 0), "in a page");
    assert!(!pages::in_clear(folder.path(), WORD));
    put(&store, 1, "other words");
    assert_eq!(found(&folder), (1, 0), "the page is as it was until the log is written into it");
    assert!(!pages::in_clear(folder.path(), WORD));
    let foreign = pages::find(folder.path(), &[1; 32], WORD);
    assert_eq!(foreign, (0, 0), "not without the key");
}

#[test]
fn a_step_that_asks_for_it_leaves_nothing_of_what_it_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    put(&store, 1, WORD);
    assert!(store.checkpoint().unwrap());
    put(&store, 1, &format!("{WORD} and more"));
    assert!(found(&folder).0 > 0 && found(&folder).1 > 0);
    store
        .write(|tx| {
            tx.put_record(SPACE, &StoredRecord { live: false, ..record(1, "") })?;
            tx.ask_for_checkpoint()
        })
        .unwrap();
    assert!(!store.checkpoint_is_due());
    assert_eq!(found(&folder), (0, 0));
}

/// A partner who deletes a hundred things has the file built again once, when the round is over.
#[test]
fn many_steps_that_ask_for_it_have_the_file_cleaned_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    for at in 1..=3 {
        put(&store, at, WORD);
    }
    assert!(store.checkpoint().unwrap());
    for at in 1..=3 {
        let deleted: Result<_, StoreError> = store.write_of_many(|tx| {
            tx.put_record(SPACE, &StoredRecord { live: false, ..record(at, "") })?;
            tx.ask_for_checkpoint()
        });
        deleted.unwrap();
        assert!(store.checkpoint_is_due() && found(&folder).0 > 0, "not in between");
    }
    store.settle();
    assert!(!store.checkpoint_is_due());
    assert_eq!(found(&folder), (0, 0));
}

/// Cells move between pages when a tree grows and shrinks: no copy stays in the unused part of a page.
#[test]
fn nothing_stays_where_records_of_every_size_came_and_went() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    for round in 0..3_usize {
        for batch in 0..6_u32 {
            store
                .write::<_, StoreError>(|tx| {
                    for at in batch * 100..(batch + 1) * 100 {
                        let size = (at as usize * 7919 + round * 131) % 700;
                        let text = format!("{WORD}{}", " ".repeat(size));
                        tx.put_record(SPACE, &record(at, &text))?;
                        // Some longer than a page, with the word in each part of it.
                        if at % 50 == 0 {
                            tx.put_value(Namespace::Invite, &at.to_be_bytes(), &format!("{WORD} ").repeat(size * 2))?;
                        }
                    }
                    Ok(())
                })
                .unwrap();
            store.checkpoint().unwrap();
        }
        store
            .write::<_, StoreError>(|tx| {
                for at in (0..600).filter(|at| at % 3 == round as u32) {
                    tx.put_record(SPACE, &record(at, "short"))?;
                }
                tx.delete_values(Namespace::Invite, &[])
            })
            .unwrap();
    }
    assert!(found(&folder).0 > 10);
    store
        .write(|tx| {
            (0..600).try_for_each(|at| tx.put_record(SPACE, &record(at, "gone")))?;
            tx.ask_for_checkpoint()
        })
        .unwrap();
    assert_eq!(found(&folder), (0, 0), "of records that are tombstones now");
    store
        .write(|tx| {
            (0..600).try_for_each(|at| tx.put_record(SPACE, &record(at, &format!("{WORD} {at}"))))?;
            tx.ask_for_checkpoint()
        })
        .unwrap();
    assert!(found(&folder).0 > 1);
    store
        .write(|tx| {
            tx.drop_records(SPACE)?;
            tx.ask_for_checkpoint()
        })
        .unwrap();
    assert_eq!(found(&folder), (0, 0), "of a space that is gone");
}

#[test]
fn a_checkpoint_that_another_reader_prevents_is_done_after_a_later_step() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    put(&store, 1, WORD);
    let other = raw(folder.path());
    other.execute_batch("BEGIN; SELECT count(*) FROM records;").unwrap();
    let purge = || {
        store.write(|tx| {
            tx.put_record(SPACE, &record(1, "gone"))?;
            tx.ask_for_checkpoint()
        })
    };
    purge().unwrap();
    assert!(store.checkpoint_is_due() && !store.checkpoint().unwrap());
    assert!(found(&folder).1 > 0);
    put(&store, 2, "while the other still reads");
    assert!(store.checkpoint_is_due());
    other.execute_batch("COMMIT").unwrap();
    put(&store, 3, "and now not");
    assert!(!store.checkpoint_is_due());
    assert_eq!(found(&folder), (0, 0));
    assert_eq!(store.read::<_, StoreError>(|tx| tx.value::<bool>(Namespace::Device, b"checkpoint")).unwrap(), None);
}

#[test]
fn a_checkpoint_that_a_crash_prevented_is_done_at_the_next_opening() {
    const NAME: &str = "deleted::a_checkpoint_that_a_crash_prevented_is_done_at_the_next_opening";
    if let Some((folder, _)) = part() {
        let store = open(&folder).unwrap();
        put(&store, 1, WORD);
        let other = raw(&folder);
        other.execute_batch("BEGIN; SELECT count(*) FROM records;").unwrap();
        store
            .write(|tx| {
                tx.put_record(SPACE, &record(1, "gone"))?;
                tx.ask_for_checkpoint()
            })
            .unwrap();
        assert!(store.checkpoint_is_due());
        std::process::abort();
    }
    let folder = tempfile::tempdir().unwrap();
    assert!(!child(NAME, folder.path(), "purge").output().unwrap().status.success());
    assert!(found(&folder).1 > 0, "the crash left the word");
    let store = open(folder.path()).unwrap();
    assert!(!store.checkpoint_is_due());
    assert_eq!(found(&folder), (0, 0));
    assert_eq!(store.read::<_, StoreError>(|tx| tx.record(SPACE, record(1, "").id)).unwrap().unwrap().state, b"gone");
}

#[test]
fn a_step_that_fails_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    put(&store, 1, WORD);
    let before = fs::metadata(pages::wal(folder.path())).unwrap().len();
    let failed = store.write::<(), StoreError>(|tx| {
        tx.ask_for_checkpoint()?;
        Err(StoreError::Damaged)
    });
    assert!(failed.is_err() && !store.checkpoint_is_due());
    assert_eq!(fs::metadata(pages::wal(folder.path())).unwrap().len(), before);
}
