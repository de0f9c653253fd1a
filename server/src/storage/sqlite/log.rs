use rusqlite::{Row, params};
use tend_protocol::{Bytes, Change, Content, DeviceId, EntryId, Hash, Position, SpaceId};

use super::{
    Result, failed,
    rows::{Rows, count, join, read_count, split},
};
use crate::storage::{EntryRow, GenerationRow, KnownEntry, Log, Reader};

/// What [`read_entry`] reads, in its order.
const ENTRY: &str = "seq, id, author, number, epoch, kind, taken_at, hash, log_hash, added, removed, welcome, bytes";

impl Log for Rows<'_> {
    fn generation(&self, space: SpaceId, generation: u32) -> Result<Option<GenerationRow>> {
        let sql =
            "SELECT suite, epoch, head, head_hash, base, base_hash FROM generation WHERE space = ? AND generation = ?";
        self.one(sql, params![space.0, generation], |row| {
            Ok(GenerationRow {
                suite: row.get(0)?,
                epoch: read_count(row, 1)?,
                head: Position { seq: read_count(row, 2)?, hash: Hash(row.get(3)?) },
                base: Position { seq: read_count(row, 4)?, hash: Hash(row.get(5)?) },
            })
        })
    }

    fn put_generation(&self, space: SpaceId, generation: u32, row: &GenerationRow) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO generation (space, generation, suite, epoch, head, head_hash, base, base_hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                space.0,
                generation,
                row.suite,
                count(row.epoch),
                count(row.head.seq),
                row.head.hash.0,
                count(row.base.seq),
                row.base.hash.0
            ],
        )?;
        Ok(())
    }

    fn known_entry(&self, space: SpaceId, generation: u32, id: EntryId) -> Result<Option<KnownEntry>> {
        for table in ["entry", "kept_id"] {
            let sql =
                format!("SELECT seq, author, kind, hash FROM {table} WHERE space = ? AND generation = ? AND id = ?");
            let found = self.one(&sql, params![space.0, generation, id.0], |row| {
                Ok(KnownEntry {
                    seq: read_count(row, 0)?,
                    author: DeviceId(row.get(1)?),
                    kind: row.get::<_, u8>(2)?.into(),
                    hash: Hash(row.get(3)?),
                })
            })?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn put_entry(&self, space: SpaceId, generation: u32, row: &EntryRow) -> Result<()> {
        let bytes = match &row.content {
            Content::Bytes(bytes) => Some(&bytes.0),
            Content::Blanked(_) => None,
        };
        let change = row.change.as_ref();
        self.run(
            "INSERT INTO entry (space, generation, seq, id, author, number, epoch, kind, taken_at, hash, log_hash,
                                added, removed, welcome, bytes)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                space.0,
                generation,
                count(row.position.seq),
                row.id.0,
                row.author.0,
                count(row.number),
                count(row.epoch),
                u8::from(row.kind),
                count(row.taken_at),
                row.hash.0,
                row.position.hash.0,
                change.map(|change| join(&change.added)),
                change.map(|change| join(&change.removed)),
                change.and_then(|change| change.welcome.as_ref()).map(|welcome| &welcome.0),
                bytes
            ],
        )?;
        Ok(())
    }

    fn position(&self, space: SpaceId, generation: u32, seq: u64) -> Result<Option<Position>> {
        let sql = "SELECT log_hash FROM entry WHERE space = ? AND generation = ? AND seq = ?";
        self.one(sql, params![space.0, generation, count(seq)], |row| Ok(Position { seq, hash: Hash(row.get(0)?) }))
    }

    fn entries(
        &self,
        space: SpaceId,
        generation: u32,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> Result<Vec<EntryRow>> {
        let sql =
            format!("SELECT {ENTRY} FROM entry WHERE space = ? AND generation = ? AND seq > ? ORDER BY seq LIMIT ?");
        let mut statement = self.0.prepare_cached(&sql).map_err(failed)?;
        let mut rows = statement.query(params![space.0, generation, count(after), limit]).map_err(failed)?;
        let (mut entries, mut taken) = (Vec::new(), 0);
        while let Some(row) = rows.next().map_err(failed)? {
            let entry = read_entry(row).map_err(failed)?;
            taken += size(&entry);
            if taken > bytes && !entries.is_empty() {
                break;
            }
            entries.push(entry);
        }
        Ok(entries)
    }

    fn last_before(&self, space: SpaceId, generation: u32, taken_before: u64) -> Result<Option<u64>> {
        // By order of arrival, since the clock may have been set back: the last one that is old enough counts.
        let sql = "SELECT MAX(seq) FROM entry WHERE space = ? AND generation = ? AND taken_at < ?";
        let found =
            self.one(sql, params![space.0, generation, count(taken_before)], |row| row.get::<_, Option<i64>>(0))?;
        Ok(found.flatten().map(|seq| u64::try_from(seq).unwrap_or(0)))
    }

    fn generations_before(&self, taken_before: u64) -> Result<Vec<(SpaceId, u32)>> {
        let sql = "SELECT g.space, g.generation FROM generation g
                   JOIN entry e ON e.space = g.space AND e.generation = g.generation AND e.seq = g.base + 1
                   WHERE e.taken_at < ? ORDER BY 1, 2";
        self.all(sql, params![count(taken_before)], |row| Ok((SpaceId(row.get(0)?), row.get(1)?)))
    }

    fn drop_entries(&self, space: SpaceId, generation: u32, through: u64) -> Result<()> {
        let place = params![space.0, generation, count(through)];
        self.run(
            "INSERT INTO kept_id (space, generation, id, author, seq, kind, hash)
             SELECT e.space, e.generation, e.id, e.author, e.seq, e.kind, e.hash FROM entry e
             JOIN reader r ON r.space = e.space AND r.generation = e.generation AND r.device = e.author
             WHERE e.space = ? AND e.generation = ? AND e.seq <= ? AND r.cursor < e.seq",
            place,
        )?;
        self.run("DELETE FROM entry WHERE space = ? AND generation = ? AND seq <= ?", place)?;
        Ok(())
    }

    fn blank_entry(&self, space: SpaceId, generation: u32, author: DeviceId, id: EntryId) -> Result<()> {
        self.run(
            "UPDATE entry SET bytes = NULL WHERE space = ? AND generation = ? AND id = ? AND author = ? AND kind = 1",
            params![space.0, generation, id.0, author.0],
        )?;
        Ok(())
    }

    fn reader(&self, space: SpaceId, generation: u32, device: DeviceId) -> Result<Option<Reader>> {
        let sql = "SELECT start, cursor FROM reader WHERE space = ? AND generation = ? AND device = ?";
        self.one(sql, params![space.0, generation, device.0], |row| {
            Ok(Reader { start: read_count(row, 0)?, cursor: read_count(row, 1)? })
        })
    }

    fn put_reader(&self, space: SpaceId, generation: u32, device: DeviceId, reader: Reader) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO reader (space, generation, device, start, cursor) VALUES (?, ?, ?, ?, ?)",
            params![space.0, generation, device.0, count(reader.start), count(reader.cursor)],
        )?;
        self.run(
            "DELETE FROM kept_id WHERE space = ? AND generation = ? AND author = ? AND seq <= ?",
            params![space.0, generation, device.0, count(reader.cursor)],
        )?;
        Ok(())
    }

    fn lowest_cursor(&self, space: SpaceId, generation: u32) -> Result<Option<u64>> {
        let sql = "SELECT MIN(cursor) FROM reader WHERE space = ? AND generation = ?";
        let found = self.one(sql, params![space.0, generation], |row| row.get::<_, Option<i64>>(0))?;
        Ok(found.flatten().map(|seq| u64::try_from(seq).unwrap_or(0)))
    }

    fn number(&self, space: SpaceId, generation: u32, device: DeviceId) -> Result<u64> {
        let sql = "SELECT number FROM author WHERE space = ? AND generation = ? AND device = ?";
        Ok(self.one(sql, params![space.0, generation, device.0], |row| read_count(row, 0))?.unwrap_or(0))
    }

    fn put_number(&self, space: SpaceId, generation: u32, device: DeviceId, number: u64) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO author (space, generation, device, number) VALUES (?, ?, ?, ?)",
            params![space.0, generation, device.0, count(number)],
        )?;
        Ok(())
    }

    fn generations(&self, space: SpaceId) -> Result<Vec<u32>> {
        let sql = "SELECT generation FROM generation WHERE space = ? ORDER BY generation";
        self.all(sql, params![space.0], |row| row.get(0))
    }
}

/// An entry's part of a page.
fn size(entry: &EntryRow) -> usize {
    let content = match &entry.content {
        Content::Bytes(bytes) => bytes.len(),
        Content::Blanked(hash) => hash.0.len(),
    };
    content + entry.change.as_ref().and_then(|change| change.welcome.as_ref()).map_or(0, |welcome| welcome.len())
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<EntryRow> {
    let hash = Hash(row.get(7)?);
    let added: Option<Vec<u8>> = row.get(9)?;
    let removed: Option<Vec<u8>> = row.get(10)?;
    let welcome: Option<Vec<u8>> = row.get(11)?;
    let bytes: Option<Vec<u8>> = row.get(12)?;
    Ok(EntryRow {
        id: EntryId(row.get(1)?),
        author: DeviceId(row.get(2)?),
        number: read_count(row, 3)?,
        epoch: read_count(row, 4)?,
        kind: row.get::<_, u8>(5)?.into(),
        hash,
        content: bytes.map_or(Content::Blanked(hash), |bytes| Content::Bytes(Bytes(bytes))),
        change: added.zip(removed).map(|(added, removed)| Change {
            added: split(&added),
            removed: split(&removed),
            welcome: welcome.map(Bytes),
        }),
        position: Position { seq: read_count(row, 0)?, hash: Hash(row.get(8)?) },
        taken_at: read_count(row, 6)?,
    })
}
