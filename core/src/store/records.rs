use rusqlite::{OptionalExtension, Row, params};
use tend_protocol::SpaceId;

use super::{Namespace, StoreError, Touched, Transaction};
use crate::records::RecordId;

const LIVE_RECORDS: &str =
    "SELECT id, kind, live, state FROM records WHERE space = ? AND kind = ? AND id >= ? AND live = 1 ORDER BY id";

/// A record as the file holds it. The merged state is opaque here.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// Its id, unique in its space.
    pub id: RecordId,
    /// The name of its type.
    pub kind: String,
    /// Whether a person still sees it; false for a tombstone.
    pub live: bool,
    /// Its merged state, encoded.
    pub state: Vec<u8>,
}

opaque!(StoredRecord);

/// This device's last operation on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnOperation {
    /// The record.
    pub record: RecordId,
    /// The device's count of its operations in the space.
    pub counter: u64,
    /// The generation and sequence number that took it; `None` while it is not sent.
    pub taken: Option<(u32, u64)>,
}

impl Transaction<'_> {
    /// A record.
    pub fn record(&self, space: SpaceId, id: RecordId) -> Result<Option<StoredRecord>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, kind, live, state FROM records WHERE space = ? AND id = ?")?;
        Ok(statement.query_row(params![space.0, id.0], stored).optional()?)
    }

    /// Writes a record.
    pub fn put_record(&self, space: SpaceId, record: &StoredRecord) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO records (space, id, kind, live, state) VALUES (?, ?, ?, ?, ?)")?;
        statement.execute(params![space.0, record.id.0, record.kind, record.live, record.state])?;
        self.note_touched(Touched::Records(record.kind.clone()));
        Ok(())
    }

    /// The living records of a type, in the order of their ids.
    pub fn live_records(&self, space: SpaceId, kind: &str) -> Result<Vec<StoredRecord>, StoreError> {
        self.live_records_from(space, kind, RecordId([0; 16]))
    }

    /// The living records of a type whose ids are not below `from`, in the order of their ids.
    pub fn live_records_from(
        &self,
        space: SpaceId,
        kind: &str,
        from: RecordId,
    ) -> Result<Vec<StoredRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(LIVE_RECORDS)?;
        let rows = statement.query_map(params![space.0, kind, from.0], stored)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to `limit` records of a space with an id above `after`, tombstones too, in the order of their ids: for snapshots.
    pub fn records_after(
        &self,
        space: SpaceId,
        after: Option<RecordId>,
        limit: usize,
    ) -> Result<Vec<StoredRecord>, StoreError> {
        let after = after.map_or_else(Vec::new, |id| id.0.to_vec());
        let mut statement = self.connection.prepare_cached(
            "SELECT id, kind, live, state FROM records WHERE space = ? AND id > ? ORDER BY id LIMIT ?",
        )?;
        let rows = statement.query_map(params![space.0, after, limit], stored)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes all records of a space away, and what is noted of them.
    pub fn drop_records(&self, space: SpaceId) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT DISTINCT kind FROM records WHERE space = ?")?;
        for kind in statement.query_map([space.0], |row| row.get(0))? {
            self.note_touched(Touched::Records(kind?));
        }
        self.connection.execute("DELETE FROM records WHERE space = ?", [space.0])?;
        self.connection.execute("DELETE FROM own_operations WHERE space = ?", [space.0])?;
        self.connection.execute("DELETE FROM arrivals WHERE space = ?", [space.0])?;
        Ok(())
    }

    /// The next number of this device's operations in a space: 1 for the first, each given once.
    pub fn next_operation(&self, space: SpaceId) -> Result<u64, StoreError> {
        let last: Option<u64> = self.value(Namespace::Counter, &space.0)?;
        let next = last.unwrap_or(0) + 1;
        self.put_value(Namespace::Counter, &space.0, &next)?;
        Ok(next)
    }

    /// Notes this device's last operation on a record, not sent yet. It takes the place of an earlier one.
    pub fn note_own_operation(&self, space: SpaceId, record: RecordId, counter: u64) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO own_operations (space, record, counter, generation, seq) VALUES (?, ?, ?, NULL, NULL)",
        )?;
        statement.execute(params![space.0, record.0, counter])?;
        Ok(())
    }

    /// Forgets this device's last operation on a record, of which nothing is left to say.
    pub fn forget_own_operation(&self, space: SpaceId, record: RecordId) -> Result<(), StoreError> {
        let mut statement =
            self.connection.prepare_cached("DELETE FROM own_operations WHERE space = ? AND record = ?")?;
        statement.execute(params![space.0, record.0])?;
        Ok(())
    }

    /// Up to `limit` operations that are not sent, in the order of their counters.
    pub fn unsent_operations(&self, space: SpaceId, limit: usize) -> Result<Vec<OwnOperation>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT record, counter, generation, seq FROM own_operations WHERE space = ? AND seq IS NULL
             ORDER BY counter LIMIT ?",
        )?;
        let rows = statement.query_map(params![space.0, limit], |row| {
            Ok(OwnOperation { record: RecordId(row.get(0)?), counter: row.get(1)?, taken: None })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether this device's last operation on a record is not sent.
    pub fn is_unsent(&self, space: SpaceId, record: RecordId) -> Result<bool, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM own_operations WHERE space = ? AND record = ? AND seq IS NULL")?;
        Ok(statement.exists(params![space.0, record.0])?)
    }

    /// Notes where the operation with this counter was taken, unless a later one has its place already.
    pub fn note_taken(
        &self,
        space: SpaceId,
        record: RecordId,
        counter: u64,
        generation: u32,
        seq: u64,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "UPDATE own_operations SET generation = ?, seq = ? WHERE space = ? AND record = ? AND counter = ?",
        )?;
        statement.execute(params![generation, seq, space.0, record.0, counter])?;
        Ok(())
    }

    /// The operations that a generation took after `seq` count as unsent: the server has lost them.
    pub fn unsend_after(&self, space: SpaceId, generation: u32, seq: u64) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE own_operations SET generation = NULL, seq = NULL WHERE space = ? AND generation = ? AND seq > ?",
            params![space.0, generation, seq],
        )?;
        self.connection.execute(
            "DELETE FROM arrivals WHERE space = ? AND generation = ? AND seq > ?",
            params![space.0, generation, seq],
        )?;
        Ok(())
    }

    /// The same for all of a space's entries, in every generation.
    pub fn unsend(&self, space: SpaceId) -> Result<(), StoreError> {
        self.connection
            .execute("UPDATE own_operations SET generation = NULL, seq = NULL WHERE space = ?", [space.0])?;
        self.connection.execute("DELETE FROM arrivals WHERE space = ?", [space.0])?;
        Ok(())
    }

    /// Notes which entry of the log brought a record. Of several the first stays, in whatever order they are noted.
    pub fn note_arrival(&self, space: SpaceId, record: RecordId, generation: u32, seq: u64) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO arrivals (space, record, generation, seq) VALUES (?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET generation = excluded.generation, seq = excluded.seq
                 WHERE (excluded.generation, excluded.seq) < (generation, seq)",
        )?;
        statement.execute(params![space.0, record.0, generation, seq])?;
        Ok(())
    }

    /// The generation and sequence number of the entry that first brought a record; `None` while no log has it.
    pub fn arrival(&self, space: SpaceId, record: RecordId) -> Result<Option<(u32, u64)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT generation, seq FROM arrivals WHERE space = ? AND record = ?")?;
        Ok(statement.query_row(params![space.0, record.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }
}

fn stored(row: &Row<'_>) -> rusqlite::Result<StoredRecord> {
    Ok(StoredRecord { id: RecordId(row.get(0)?), kind: row.get(1)?, live: row.get(2)?, state: row.get(3)? })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn a_list_reads_no_record_of_another_type() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(include_str!("schema.sql")).unwrap();
        let explain = format!("EXPLAIN QUERY PLAN {LIVE_RECORDS}");
        let plan: String = connection.query_row(&explain, ["space", "kind", "id"], |row| row.get("detail")).unwrap();
        assert_eq!(plan, "SEARCH records USING PRIMARY KEY (space=? AND kind=? AND id>?)");
    }
}
