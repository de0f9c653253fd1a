use rusqlite::{OptionalExtension, params};
use tend_protocol::{Hash, Position, SpaceId};

use super::{StoreError, Transaction};

impl Transaction<'_> {
    /// Notes an entry that was read, and the position after it.
    pub fn note_entry(&self, space: SpaceId, generation: u32, is_commit: bool, at: Position) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO log (space, generation, seq, hash, is_commit) VALUES (?, ?, ?, ?, ?)",
        )?;
        statement.execute(params![space.0, generation, at.seq, at.hash.0, is_commit])?;
        Ok(())
    }

    /// The running hash that this device has after `seq`.
    pub fn hash_at(&self, space: SpaceId, generation: u32, seq: u64) -> Result<Option<Hash>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT hash FROM log WHERE space = ? AND generation = ? AND seq = ?")?;
        Ok(statement.query_row(params![space.0, generation, seq], |row| row.get(0).map(Hash)).optional()?)
    }

    /// Whether this device has read a commit after `seq`.
    pub fn commit_after(&self, space: SpaceId, generation: u32, seq: u64) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM log WHERE space = ? AND generation = ? AND seq > ? AND is_commit = 1)",
        )?;
        Ok(statement.query_row(params![space.0, generation, seq], |row| row.get(0))?)
    }

    /// Forgets what was read after `seq`: the server does not have it any more.
    pub fn forget_after(&self, space: SpaceId, generation: u32, seq: u64) -> Result<(), StoreError> {
        self.connection.execute(
            "DELETE FROM log WHERE space = ? AND generation = ? AND seq > ?",
            params![space.0, generation, seq],
        )?;
        Ok(())
    }

    /// Forgets what was read of a generation up to `seq`.
    pub fn forget_before(&self, space: SpaceId, generation: u32, seq: u64) -> Result<(), StoreError> {
        let mut statement =
            self.connection.prepare_cached("DELETE FROM log WHERE space = ? AND generation = ? AND seq <= ?")?;
        statement.execute(params![space.0, generation, seq])?;
        Ok(())
    }

    /// Forgets what was read of all other generations.
    pub fn forget_other_logs(&self, space: SpaceId, generation: u32) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM log WHERE space = ? AND generation != ?", params![space.0, generation])?;
        Ok(())
    }

    /// Forgets all that was read of a space.
    pub fn forget_log(&self, space: SpaceId) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM log WHERE space = ?", [space.0])?;
        Ok(())
    }
}
