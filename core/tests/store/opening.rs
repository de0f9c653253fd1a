//! Who may open a store, and what a failed opening leaves.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
};

use rusqlite::Connection;
use tend_core::store::{Namespace, Store, StoreError, StoreKey};

use crate::{
    KEY,
    children::{child, part},
    key, open, pages, raw,
};

const WORDS: &str = "a sentence of two people";

fn put(store: &Store) {
    store.write::<_, StoreError>(|tx| tx.put_value(Namespace::Device, b"words", &WORDS.to_owned())).unwrap();
}

fn words(store: &Store) -> Option<String> {
    store.read::<_, StoreError>(|tx| tx.value(Namespace::Device, b"words")).unwrap()
}

/// Every file of the store but the lock, byte for byte. SQLite's index of the log, and a log without frames, are no content.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()));
    let mut files: Vec<_> = named.collect();
    files.retain(|(name, bytes)| !bytes.is_empty() && name != "tend.db-shm");
    files.sort();
    files
}

/// Opening fails, twice the same way, and changes nothing.
fn refused(folder: &Path, key: &StoreKey) -> StoreError {
    let before = files(folder);
    drop(Store::open(folder, key).unwrap_err());
    let error = Store::open(folder, key).unwrap_err();
    assert!(files(folder) == before, "{error}: a file changed");
    error
}

#[test]
fn one_at_a_time_holds_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    assert!(matches!(open(folder.path()), Err(StoreError::InUse)));
    // The refused one took nothing away.
    put(&store);
    drop(store);
    assert_eq!(words(&open(folder.path()).unwrap()).unwrap(), WORDS);
}

#[test]
fn another_process_holds_it_until_it_is_killed() {
    const NAME: &str = "opening::another_process_holds_it_until_it_is_killed";
    if let Some((folder, _)) = part() {
        let store = open(&folder).unwrap();
        put(&store);
        std::io::stdout().write_all(b"\nheld\n").unwrap();
        // Until the parent ends.
        std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut child = child(NAME, folder.path(), "hold").spawn().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    assert!(output.lines().any(|line| line.unwrap() == "held"));
    assert!(matches!(open(folder.path()), Err(StoreError::InUse)));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(words(&open(folder.path()).unwrap()).unwrap(), WORDS);
}

#[test]
fn a_wrong_key_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    put(&open(folder.path()).unwrap());
    let error = refused(folder.path(), &StoreKey::new([1; 32]));
    assert!(matches!(error, StoreError::WrongKey));
    assert_eq!(words(&open(folder.path()).unwrap()).unwrap(), WORDS);
}

#[test]
fn a_wrong_key_does_not_move_the_log_that_a_crash_left() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    put(&store);
    let crashed = tempfile::tempdir().unwrap();
    for path in [pages::file(folder.path()), pages::wal(folder.path())] {
        fs::copy(&path, crashed.path().join(path.file_name().unwrap())).unwrap();
    }
    assert!(fs::metadata(pages::wal(crashed.path())).unwrap().len() > 0);
    assert!(matches!(refused(crashed.path(), &StoreKey::new([1; 32])), StoreError::WrongKey));
    assert_eq!(words(&open(crashed.path()).unwrap()).unwrap(), WORDS);
}

#[test]
fn what_is_no_store_is_refused_and_stays() {
    for content in [&b"not a database, but words of somebody"[..], &[7; 20_000]] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(pages::file(folder.path()), content).unwrap();
        assert!(matches!(refused(folder.path(), &key()), StoreError::WrongKey));
    }
    let folder = tempfile::tempdir().unwrap();
    Connection::open(pages::file(folder.path())).unwrap().execute_batch("CREATE TABLE plain (text)").unwrap();
    assert!(matches!(refused(folder.path(), &key()), StoreError::WrongKey), "a database in clear");
}

#[test]
fn a_truncated_or_damaged_file_is_refused_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    store
        .write::<_, StoreError>(|tx| {
            (0..200_u32).try_for_each(|at| tx.put_value(Namespace::Device, &at.to_be_bytes(), &"words ".repeat(100)))
        })
        .unwrap();
    drop(store);
    let whole = fs::read(pages::file(folder.path())).unwrap();
    for length in [100, pages::PAGE, pages::PAGE + 1, whole.len() / 2, whole.len() - 1] {
        fs::write(pages::file(folder.path()), &whole[..length]).unwrap();
        let error = refused(folder.path(), &key());
        let expected = if length < pages::PAGE { "WrongKey" } else { "Damaged" };
        assert_eq!(format!("{error:?}"), expected, "{length} bytes");
    }
    // One changed byte in each page: whatever reads it says so, and nothing panics.
    let mut found = 0;
    for page in 1..whole.len() / pages::PAGE {
        let mut damaged = whole.clone();
        damaged[page * pages::PAGE + 77] ^= 1;
        fs::write(pages::file(folder.path()), &damaged).unwrap();
        let read = open(folder.path())
            .and_then(|store| store.read(|tx| tx.values::<String>(Namespace::Device, b"").map(|values| values.len())));
        match read {
            Ok(count) => assert!(count == 0 || count == 200, "{count} values are there"),
            Err(error) => {
                assert!(matches!(error, StoreError::WrongKey | StoreError::Damaged), "{page}: {error:?}");
                found += 1;
            }
        }
    }
    assert!(found > 10, "damage is found in {found} pages");
}

#[test]
fn the_store_of_a_newer_version_is_refused_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    put(&open(folder.path()).unwrap());
    raw(folder.path()).pragma_update(None, "user_version", 2).unwrap();
    assert!(matches!(refused(folder.path(), &key()), StoreError::Newer));
    raw(folder.path()).pragma_update(None, "user_version", -1).unwrap();
    assert!(matches!(refused(folder.path(), &key()), StoreError::Damaged));
    raw(folder.path()).pragma_update(None, "user_version", 0).unwrap();
    assert!(matches!(refused(folder.path(), &key()), StoreError::Damaged), "tables without a version");
    raw(folder.path()).pragma_update(None, "user_version", 1).unwrap();
    assert_eq!(words(&open(folder.path()).unwrap()).unwrap(), WORDS);
}

/// The form of the first version. Once it is released, a file that it wrote should be kept here as a fixture.
#[test]
fn the_first_schema_opens() {
    let folder = tempfile::tempdir().unwrap();
    let schema = include_str!("../../src/store/schema.sql");
    raw(folder.path()).execute_batch(&format!("{schema} PRAGMA user_version = 1;")).unwrap();
    put(&open(folder.path()).unwrap());
    assert_eq!(words(&open(folder.path()).unwrap()).unwrap(), WORDS);

    let fresh = tempfile::tempdir().unwrap();
    drop(open(fresh.path()).unwrap());
    let tables = |folder: &Path| {
        let connection = raw(folder);
        let mut statement = connection.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect::<Vec<(String, Option<String>)>>()
    };
    assert_eq!(tables(fresh.path()), tables(folder.path()));
    let version: i64 = raw(fresh.path()).query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("new").join("store");
    let store = open(&folder).unwrap();
    put(&store);
    assert_eq!((mode(&folder), mode(&above.path().join("new"))), (0o700, 0o700));
    let names = ["tend.db", "tend.db-wal", "tend.db-shm", "tend.lock"];
    for name in names {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
    }
    drop(store);
    fs::set_permissions(folder.join("tend.db"), fs::Permissions::from_mode(0o644)).unwrap();
    let store = open(&folder).unwrap();
    put(&store);
    for name in names {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name} of a file with wider rights");
    }
}

#[test]
fn the_key_is_in_no_message_and_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    put(&store);
    let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    let error = Store::open(tempfile::tempdir().unwrap().path(), &key()).map(|_| ());
    let said = format!("{:?} {store:?} {error:?}", key());
    assert!(!said.contains(&hex[..8]) && !said.contains("165, 165"), "{said}");
    assert!(!pages::in_clear(folder.path(), &hex) && !pages::in_clear(folder.path(), &hex.to_uppercase()));
    for (name, bytes) in files(folder.path()) {
        assert!(!pages::contains(&bytes, &KEY), "{name}");
        assert!(!bytes.starts_with(b"SQLite format 3"), "{name}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_a_matter_of_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), b"").unwrap();
    assert!(matches!(open(&folder.path().join("file").join("store")), Err(StoreError::Disk(_))));
}

/// A rule of iOS, which no other system needs: it is tried by the form of the path alone.
#[test]
fn a_folder_that_apps_share_is_refused_before_anything_is_made_there() {
    let folder = tempfile::tempdir().unwrap();
    let shared = folder.path().join("Containers/Shared/AppGroup/0F3C/tend");
    assert!(matches!(Store::open(&shared, &key()), Err(StoreError::Shared)));
    assert!(!shared.exists());
    assert!(Store::open(&folder.path().join("Containers/Data/Application/0F3C/Shared"), &key()).is_ok());
}
