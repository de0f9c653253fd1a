//! Copies of a database: for the operator while the server runs, and for a simulation.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, backup::Backup, params};

use super::{Engine, OpenError, SqliteStorage, lock};
use crate::environment::Random;

/// Writes a checked copy of the database at `from` to `to`, also while a server uses it. The copy is marked: the first
/// that serves it draws a new incarnation, so that the phones notice at once that the log went back.
///
/// # Errors
/// [`OpenError`]; what was written is deleted again, and something that is at `to` already stays.
pub fn backup(from: &Path, to: &Path) -> Result<(), OpenError> {
    if to.exists() {
        return Err(OpenError::Exists);
    }
    // Under another name first, so that there is never half a copy under the final one.
    let mut partial = to.as_os_str().to_owned();
    partial.push(".partial");
    let partial = Path::new(&partial);
    remove_if_there(partial)?;
    let written = write_copy(from, partial).and_then(|()| {
        std::fs::File::open(partial)?.sync_all()?;
        std::fs::rename(partial, to)?;
        // A new name is on disk only once its folder was flushed.
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::File::open(folder)?.sync_all()?;
        Ok(())
    });
    if written.is_err() {
        remove_if_there(partial)?;
    }
    written
}

fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write_copy(from: &Path, to: &Path) -> Result<(), OpenError> {
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    source.busy_timeout(std::time::Duration::from_secs(10))?;
    let to_text = to.to_str().ok_or_else(|| std::io::Error::other("the copy's path is not UTF-8"))?;
    // One snapshot, no matter what the server writes meanwhile, and without the deleted content that a page-by-page copy would carry.
    source.execute("VACUUM INTO ?", params![to_text])?;
    let copy = Connection::open(to)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(OpenError::Damaged(verdict));
    }
    copy.execute("UPDATE server SET renew = 1 WHERE one = 1", [])?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

impl SqliteStorage {
    /// The database as it is now, in memory and without a thread. It keeps the incarnation, as a file copied by hand does.
    /// Only for a storage without a thread.
    ///
    /// # Errors
    /// As opening; [`OpenError::Exists`] for a storage with a thread.
    pub fn copy_in_memory(&self, random: &dyn Random) -> Result<Self, OpenError> {
        let Engine::Direct(connection) = &self.engine else { return Err(OpenError::Exists) };
        let mut copy = Connection::open_in_memory()?;
        Backup::new(&lock(connection), &mut copy)?.step(-1)?;
        Self::direct(copy, random)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{environment::SystemRandom, storage::Storage};

    #[test]
    fn a_backup_is_served_under_a_new_incarnation_and_a_plain_copy_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let [original, marked, plain] = ["a", "b", "c"].map(|name| folder.path().join(name));
        let running = SqliteStorage::open(&original, &SystemRandom).unwrap();
        backup(&original, &marked).unwrap();
        let restored = SqliteStorage::open_direct(&marked, &SystemRandom).unwrap().incarnation();
        assert_ne!(restored, running.incarnation());
        let again = SqliteStorage::open_direct(&marked, &SystemRandom).unwrap().incarnation();
        assert_eq!(restored, again, "drawn once, not at every start");
        let incarnation = running.incarnation();
        drop(running);
        std::fs::copy(&original, &plain).unwrap();
        assert_eq!(SqliteStorage::open_direct(&plain, &SystemRandom).unwrap().incarnation(), incarnation);
    }

    #[test]
    fn a_backup_never_replaces_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let [original, there] = ["a", "b"].map(|name| folder.path().join(name));
        drop(SqliteStorage::open(&original, &SystemRandom).unwrap());
        std::fs::write(&there, "something").unwrap();
        assert!(matches!(backup(&original, &there), Err(OpenError::Exists)));
        assert_eq!(std::fs::read(&there).unwrap(), b"something");
    }
}
