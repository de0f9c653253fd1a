//! A transaction is kept whole or not at all, and a read transaction sees one moment.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
};

use tend_core::store::{Namespace, Store, StoreError, Transaction};

use crate::open;

fn put(tx: &Transaction<'_>, value: u32) -> Result<(), StoreError> {
    tx.put_value(Namespace::Device, b"value", &value)
}

fn value(store: &Store) -> Option<u32> {
    store.read::<_, StoreError>(|tx| tx.value(Namespace::Device, b"value")).unwrap()
}

#[test]
fn an_error_rolls_the_transaction_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    store.write(|tx| put(tx, 1)).unwrap();
    let failed = store.write::<(), StoreError>(|tx| {
        put(tx, 2)?;
        Err(StoreError::Damaged)
    });
    assert!(matches!(failed, Err(StoreError::Damaged)));
    assert_eq!(value(&store), Some(1));
}

#[test]
fn a_panic_rolls_the_transaction_back_and_the_store_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    store.write(|tx| put(tx, 1)).unwrap();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.write::<(), StoreError>(|tx| {
            put(tx, 2)?;
            std::panic::resume_unwind(Box::new("in the middle"));
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(value(&store), Some(1));
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.read::<(), StoreError>(|_| std::panic::resume_unwind(Box::new("while reading")))
    }));
    assert!(panicked.is_err());
    store.write(|tx| put(tx, 3)).unwrap();
    assert_eq!(value(&store), Some(3));
}

#[test]
fn a_part_of_a_transaction_can_fail_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    store
        .write::<_, StoreError>(|tx| {
            put(tx, 1)?;
            let failed = tx.attempt::<(), StoreError>(|| {
                put(tx, 2)?;
                Err(StoreError::Damaged)
            });
            assert!(failed.is_err());
            assert_eq!(tx.value::<u32>(Namespace::Device, b"value")?, Some(1));
            tx.attempt(|| tx.put_value(Namespace::Device, b"other", &5_u32))
        })
        .unwrap();
    assert_eq!(value(&store), Some(1));
    assert_eq!(store.read::<_, StoreError>(|tx| tx.value::<u32>(Namespace::Device, b"other")).unwrap(), Some(5));
}

#[test]
fn a_read_transaction_goes_on_while_another_writes_and_does_not_change() {
    let folder = tempfile::tempdir().unwrap();
    let store = &open(folder.path()).unwrap();
    store.write(|tx| put(tx, 1)).unwrap();
    let (to_reader, from_writer) = mpsc::channel();
    let (to_writer, from_reader) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            store
                .read::<_, StoreError>(|tx| {
                    assert_eq!(tx.value::<u32>(Namespace::Device, b"value")?, Some(1));
                    to_writer.send(()).unwrap();
                    from_writer.recv().unwrap();
                    assert_eq!(tx.value::<u32>(Namespace::Device, b"value")?, Some(1), "what is read does not change");
                    Ok(())
                })
                .unwrap();
        });
        from_reader.recv().unwrap();
        store.write(|tx| put(tx, 2)).unwrap();
        to_reader.send(()).unwrap();
    });
    assert_eq!(value(store), Some(2));
}

#[test]
fn a_read_transaction_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    assert!(store.read(|tx| put(tx, 1)).is_err());
    assert_eq!(value(&store), None);
}
