use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};
use tend_protocol::{decode, encode};

use super::{StoreError, Touched, Transaction};

/// What a small value belongs to. Keys are unique within an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// This device's and person's keys, certificate and settings.
    Device,
    /// The person's spaces: where each stands.
    Space,
    /// The count of this device's operations, by space.
    Counter,
    /// Pinned identities and removed devices, by space.
    Trust,
    /// Entries that are encrypted and not yet answered.
    InFlight,
    /// What was decided and is not yet done: adding, removing, leaving.
    Intent,
    /// Invites and handshakes under way.
    Invite,
    /// State of MLS groups and key packages; only `spaces` reads and writes it.
    Mls,
    /// What the person is to be told.
    Notice,
}

impl Area {
    fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Space => "space",
            Self::Counter => "counter",
            Self::Trust => "trust",
            Self::InFlight => "in_flight",
            Self::Intent => "intent",
            Self::Invite => "invite",
            Self::Mls => "mls",
            Self::Notice => "notice",
        }
    }
}

impl Transaction<'_> {
    /// The value of `key`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is not a `T`.
    pub fn cell<T: DeserializeOwned>(&self, area: Area, key: &[u8]) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM cells WHERE area = ? AND key = ?")?;
        let bytes: Option<Vec<u8>> = statement.query_row(params![area.name(), key], |row| row.get(0)).optional()?;
        bytes.map(|bytes| decode(&bytes).map_err(|_| StoreError::Damaged)).transpose()
    }

    /// Sets the value of `key`.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`].
    pub fn put_cell<T: Serialize>(&self, area: Area, key: &[u8], value: &T) -> Result<(), StoreError> {
        let mut statement =
            self.connection.prepare_cached("INSERT OR REPLACE INTO cells (area, key, value) VALUES (?, ?, ?)")?;
        statement.execute(params![area.name(), key, encode(value)])?;
        self.note_touched(Touched::Cells(area));
        Ok(())
    }

    /// Takes `key` away; it is no error when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`].
    pub fn drop_cell(&self, area: Area, key: &[u8]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("DELETE FROM cells WHERE area = ? AND key = ?")?;
        if statement.execute(params![area.name(), key])? > 0 {
            self.note_touched(Touched::Cells(area));
        }
        Ok(())
    }

    /// All keys that begin with `prefix`, and their values, in the keys' order.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when one is not a `T`.
    pub fn cells<T: DeserializeOwned>(&self, area: Area, prefix: &[u8]) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, value FROM cells WHERE area = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2 ORDER BY key",
        )?;
        let rows = statement.query_map(params![area.name(), prefix], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))
        })?;
        rows.map(|row| {
            let (key, bytes) = row?;
            Ok((key, decode(&bytes).map_err(|_| StoreError::Damaged)?))
        })
        .collect()
    }

    /// Takes all keys that begin with `prefix` away.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`].
    pub fn drop_cells(&self, area: Area, prefix: &[u8]) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("DELETE FROM cells WHERE area = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2")?;
        if statement.execute(params![area.name(), prefix])? > 0 {
            self.note_touched(Touched::Cells(area));
        }
        Ok(())
    }
}
