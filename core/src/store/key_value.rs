use rusqlite::{OptionalExtension, Row, params};
use serde::{Serialize, de::DeserializeOwned};
use tend_protocol::{decode, encode};
use zeroize::Zeroizing;

use super::{Namespace, StoreError, Touched, Transaction};

impl Transaction<'_> {
    /// The value of `key`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is not a `T`.
    pub fn value<T: DeserializeOwned>(&self, namespace: Namespace, key: &[u8]) -> Result<Option<T>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT value FROM key_value WHERE namespace = ? AND key = ?")?;
        let read = |row: &Row<'_>| row.get(0).map(Zeroizing::<Vec<u8>>::new);
        let bytes = statement.query_row(params![namespace.name(), key], read).optional()?;
        bytes.map(|bytes| decode(&bytes).map_err(|_| StoreError::Damaged)).transpose()
    }

    /// Sets the value of `key`.
    pub fn put_value<T: Serialize>(&self, namespace: Namespace, key: &[u8], value: &T) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO key_value (namespace, key, value) VALUES (?, ?, ?)")?;
        // A value may hold a key.
        let bytes = Zeroizing::new(encode(value));
        statement.execute(params![namespace.name(), key, *bytes])?;
        self.note_touched(Touched::Values(namespace));
        Ok(())
    }

    /// Takes `key` away; it is no error when it is not there.
    pub fn delete_value(&self, namespace: Namespace, key: &[u8]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("DELETE FROM key_value WHERE namespace = ? AND key = ?")?;
        if statement.execute(params![namespace.name(), key])? > 0 {
            self.note_touched(Touched::Values(namespace));
        }
        Ok(())
    }

    /// All keys that begin with `prefix`, and their values, in the keys' order.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when one is not a `T`.
    pub fn values<T: DeserializeOwned>(
        &self,
        namespace: Namespace,
        prefix: &[u8],
    ) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, value FROM key_value WHERE namespace = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2 ORDER BY key",
        )?;
        let rows = statement.query_map(params![namespace.name(), prefix], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, Zeroizing::new(row.get::<_, Vec<u8>>(1)?)))
        })?;
        rows.map(|row| {
            let (key, bytes) = row?;
            Ok((key, decode(&bytes).map_err(|_| StoreError::Damaged)?))
        })
        .collect()
    }

    /// Those of [`Self::values`] that this version can read. The others stay for a later one.
    pub fn known_values<T: DeserializeOwned>(
        &self,
        namespace: Namespace,
        prefix: &[u8],
    ) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
        let all = self.values::<ciborium::Value>(namespace, prefix)?.into_iter();
        Ok(all.filter_map(|(key, value)| Some((key, value.deserialized().ok()?))).collect())
    }

    /// Takes all keys that begin with `prefix` away.
    pub fn delete_values(&self, namespace: Namespace, prefix: &[u8]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "DELETE FROM key_value WHERE namespace = ?1 AND key >= ?2 AND substr(key, 1, length(?2)) = ?2",
        )?;
        if statement.execute(params![namespace.name(), prefix])? > 0 {
            self.note_touched(Touched::Values(namespace));
        }
        Ok(())
    }
}
