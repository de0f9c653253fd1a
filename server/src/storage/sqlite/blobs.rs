use rusqlite::params;
use tend_protocol::{BlobId, Bytes, DeviceId, SpaceId};

use super::{
    Result,
    rows::{Rows, count, read_count},
};
use crate::storage::{Blobs, StoredBlob};

impl Blobs for Rows<'_> {
    fn put_blob(&self, space: SpaceId, blob: BlobId, row: &StoredBlob) -> Result<()> {
        let size = count(row.bytes.len() as u64);
        self.run(
            "INSERT INTO blob (space, blob, author, until, size, bytes) VALUES (?, ?, ?, ?, ?, ?)",
            params![space.0, blob.0, row.author.0, count(row.until), size, row.bytes.0],
        )?;
        self.add_usage(space, row.author, size)
    }

    fn blob(&self, space: SpaceId, blob: BlobId) -> Result<Option<StoredBlob>> {
        let sql = "SELECT author, until, bytes FROM blob WHERE space = ? AND blob = ?";
        self.one(sql, params![space.0, blob.0], |row| {
            Ok(StoredBlob { author: DeviceId(row.get(0)?), until: read_count(row, 1)?, bytes: Bytes(row.get(2)?) })
        })
    }

    fn drop_blob(&self, space: SpaceId, blob: BlobId) -> Result<()> {
        let sql = "DELETE FROM blob WHERE space = ? AND blob = ? RETURNING author, size";
        let gone = self.all(sql, params![space.0, blob.0], |row| Ok((DeviceId(row.get(0)?), row.get::<_, i64>(1)?)))?;
        gone.into_iter().try_for_each(|(author, size)| self.add_usage(space, author, -size))
    }

    fn expire_blobs(&self, now: u64) -> Result<()> {
        let sql = "SELECT space, blob FROM blob WHERE until <= ?";
        let over = self.all(sql, params![count(now)], |row| Ok((SpaceId(row.get(0)?), BlobId(row.get(1)?))))?;
        over.into_iter().try_for_each(|(space, blob)| self.drop_blob(space, blob))
    }
}
