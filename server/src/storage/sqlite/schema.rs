//! Creating, checking and migrating the file.

use ring::signature::Ed25519KeyPair;
use rusqlite::{Connection, OptionalExtension, params};
use tend_protocol::Incarnation;

use crate::environment::Random;

/// Each migration's SQL, in order. One that was released never changes.
const MIGRATIONS: &[&str] = &[include_str!("1.sql")];

/// The newest migration.
#[allow(clippy::cast_possible_truncation)]
pub(super) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite's own check found damage: put a copy back.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A newer program wrote it.
    #[error("the database has schema {found}, this program knows only {known}: use the newer program")]
    Newer {
        /// The file's.
        found: u32,
        /// This program's newest.
        known: u32,
    },
    /// The file is where a write-ahead log cannot be, as on some network file systems.
    #[error("the database cannot use a write-ahead log where it is")]
    NoWriteAheadLog,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
    /// There is something at the place of a copy already.
    #[error("there is a file at that place already")]
    Exists,
    /// The writer's thread, or a file next to the database, could not be made.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// Anything else.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
}

/// Checks the file, brings its schema up to date, and draws its incarnation if it has none or is a fresh copy.
pub(super) fn prepare(connection: &mut Connection, random: &dyn Random) -> Result<(), OpenError> {
    // What is deleted is overwritten, not only unlinked.
    connection.pragma_update(None, "secure_delete", true)?;
    // Nor does any of it go to a temporary file, which would keep it.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(128);
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(OpenError::Damaged(verdict));
    }
    migrate(connection)?;
    let renew: Option<bool> =
        connection.query_row("SELECT renew FROM server WHERE one = 1", [], |row| row.get(0)).optional()?;
    let draw = |length: usize| {
        let mut bytes = vec![0; length];
        random.fill(&mut bytes).map_err(|_| OpenError::NoRandomness).map(|()| bytes)
    };
    match renew {
        None => {
            let (incarnation, secret, key) = (draw(16)?, draw(32)?, draw(32)?);
            connection.execute(
                "INSERT INTO server (one, incarnation, secret, key) VALUES (1, ?, ?, ?)",
                params![incarnation, secret, key],
            )?;
        }
        Some(true) => {
            connection.execute("UPDATE server SET incarnation = ?, renew = 0 WHERE one = 1", params![draw(16)?])?;
        }
        Some(false) => {}
    }
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    transaction.execute_batch("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY) STRICT")?;
    let found: u32 = transaction.query_row("SELECT COALESCE(MAX(version), 0) FROM migration", [], |row| row.get(0))?;
    if found > VERSION {
        return Err(OpenError::Newer { found, known: VERSION });
    }
    for (version, sql) in (1u32..).zip(MIGRATIONS).filter(|(version, _)| *version > found) {
        transaction.execute_batch(sql)?;
        transaction.execute("INSERT INTO migration (version) VALUES (?)", [version])?;
    }
    transaction.commit()?;
    Ok(())
}

/// What the file says of itself.
pub(super) struct Identity {
    pub(super) incarnation: Incarnation,
    pub(super) secret: [u8; 32],
    pub(super) key: Ed25519KeyPair,
}

/// Reads it.
pub(super) fn identity(connection: &Connection) -> Result<Identity, OpenError> {
    let sql = "SELECT incarnation, secret, key FROM server WHERE one = 1";
    let (incarnation, secret, seed): ([u8; 16], [u8; 32], [u8; 32]) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let key = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| OpenError::Damaged("the server's key".into()))?;
    Ok(Identity { incarnation: Incarnation(incarnation), secret, key })
}

/// Every `table.column` of a new database, in order of names: what the server can see at rest.
///
/// # Errors
/// As opening one in memory.
pub fn schema_columns() -> Result<Vec<String>, OpenError> {
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection)?;
    let mut statement = connection.prepare(
        "SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1",
    )?;
    let columns = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(columns)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{
        environment::SystemRandom,
        storage::{SqliteStorage, Storage},
    };

    #[test]
    fn a_database_keeps_its_incarnation_when_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tend.sqlite");
        let first = SqliteStorage::open(&path, &SystemRandom).unwrap().incarnation();
        let second = SqliteStorage::open_direct(&path, &SystemRandom).unwrap().incarnation();
        assert_eq!(first, second);
    }

    #[test]
    fn a_newer_schema_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tend.sqlite");
        drop(SqliteStorage::open_direct(&path, &SystemRandom).unwrap());
        Connection::open(&path).unwrap().execute("INSERT INTO migration VALUES (?)", [VERSION + 1]).unwrap();
        let opened = SqliteStorage::open_direct(&path, &SystemRandom);
        assert!(matches!(opened.err(), Some(OpenError::Newer { found, .. }) if found == VERSION + 1));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

        /// A file that somebody else wrote, or that a disk has changed, is opened and answers, or is refused.
        #[test]
        fn a_foreign_file_is_opened_or_refused(
            changes in proptest::collection::vec((proptest::prelude::any::<(proptest::sample::Index, u8)>(), 1_usize..200), 1..6),
            cut in proptest::option::of(proptest::prelude::any::<proptest::sample::Index>()),
            garbage: bool,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("tend.sqlite");
            drop(SqliteStorage::open_direct(&path, &SystemRandom).unwrap());
            let mut bytes = std::fs::read(&path).unwrap();
            for ((at, byte), length) in changes {
                // The header and the schema are in the first page.
                let at = at.index(if garbage { 4096 } else { bytes.len() });
                let end = bytes.len().min(at + length);
                bytes[at..end].fill(byte);
            }
            bytes.truncate(cut.map_or(usize::MAX, |cut| cut.index(bytes.len())));
            std::fs::write(&path, bytes).unwrap();
            if let Ok(storage) = SqliteStorage::open_direct(&path, &SystemRandom) {
                let _ = storage.probe();
                let _ = storage.read(&mut |rows| rows.space(tend_protocol::SpaceId([1; 16])).map(drop));
            }
            let _ = crate::storage::backup(&path, &folder.path().join("copy"));
        }
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tend.sqlite");
        drop(SqliteStorage::open_direct(&path, &SystemRandom).unwrap());
        let mut bytes = std::fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..].fill(0x5a);
        std::fs::write(&path, bytes).unwrap();
        assert!(SqliteStorage::open_direct(&path, &SystemRandom).is_err());
    }
}
