use rusqlite::params;
use tend_protocol::{DeviceId, PersonKey, Signature, SignedCertificate, SignedLeave, SpaceId};

use super::{
    Result,
    rows::{Rows, read_count},
};
use crate::storage::{Membership, SpaceRow, Spaces};

impl Spaces for Rows<'_> {
    fn space(&self, space: SpaceId) -> Result<Option<SpaceRow>> {
        let sql = "SELECT creator, suite, generation, left_by, left_signature, left_proof FROM space WHERE space = ?";
        self.one(sql, params![space.0], |row| {
            let left_by: Option<[u8; 32]> = row.get(3)?;
            let signature: Option<[u8; 64]> = row.get(4)?;
            let proof: Option<Vec<u8>> = row.get(5)?;
            let left = left_by.zip(signature).map(|(device, signature)| SignedLeave {
                space,
                device: DeviceId(device),
                signature: Signature(signature),
                proof: proof.unwrap_or_default().into(),
            });
            Ok(SpaceRow { creator: DeviceId(row.get(0)?), suite: row.get(1)?, generation: row.get(2)?, left })
        })
    }

    fn put_space(&self, space: SpaceId, row: &SpaceRow) -> Result<()> {
        let (device, signature) = row.left.as_ref().map(|left| (left.device.0, left.signature.0)).unzip();
        let proof = row.left.as_ref().map(|left| &left.proof.0);
        self.run(
            "INSERT OR REPLACE INTO space (space, creator, suite, generation, left_by, left_signature, left_proof)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![space.0, row.creator.0, row.suite, row.generation, device, signature, proof],
        )?;
        Ok(())
    }

    fn membership(&self, space: SpaceId, device: DeviceId) -> Result<Option<Membership>> {
        let sql = "SELECT pending FROM member WHERE space = ? AND device = ?";
        self.one(sql, params![space.0, device.0], |row| {
            Ok(if row.get(0)? { Membership::Pending } else { Membership::Joined })
        })
    }

    fn members(&self, space: SpaceId) -> Result<Vec<DeviceId>> {
        let sql = "SELECT device FROM member WHERE space = ? AND pending = 0 ORDER BY device";
        self.all(sql, params![space.0], |row| row.get(0).map(DeviceId))
    }

    fn devices(&self, space: SpaceId) -> Result<usize> {
        let sql = "SELECT COUNT(*) FROM member WHERE space = ?";
        Ok(self.one(sql, params![space.0], |row| row.get(0))?.unwrap_or(0))
    }

    fn spaces_of(&self, device: DeviceId) -> Result<Vec<SpaceId>> {
        let sql = "SELECT space FROM member WHERE device = ? AND pending = 0 ORDER BY space";
        self.all(sql, params![device.0], |row| row.get(0).map(SpaceId))
    }

    fn open_spaces(&self, device: DeviceId) -> Result<usize> {
        let sql = "SELECT COUNT(*) FROM member m JOIN space s ON s.space = m.space
                   WHERE m.device = ? AND m.pending = 0 AND s.left_by IS NULL";
        Ok(self.one(sql, params![device.0], |row| row.get(0))?.unwrap_or(0))
    }

    fn pending_spaces(&self, device: DeviceId) -> Result<Vec<SpaceId>> {
        let sql = "SELECT space FROM member WHERE device = ? AND pending = 1 ORDER BY space";
        self.all(sql, params![device.0], |row| row.get(0).map(SpaceId))
    }

    fn put_member(&self, space: SpaceId, device: DeviceId, membership: Membership) -> Result<()> {
        self.run(
            "INSERT INTO member (space, device, pending) VALUES (?, ?, ?)
             ON CONFLICT DO UPDATE SET pending = MIN(pending, excluded.pending)",
            params![space.0, device.0, membership as u8],
        )?;
        self.run("DELETE FROM removed_member WHERE space = ? AND device = ?", params![space.0, device.0])?;
        Ok(())
    }

    fn note_removed(&self, space: SpaceId, device: DeviceId, by: DeviceId) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO removed_member (space, device, by) VALUES (?, ?, ?)";
        self.run(sql, params![space.0, device.0, by.0])?;
        Ok(())
    }

    fn removed_by(&self, space: SpaceId, device: DeviceId) -> Result<Option<DeviceId>> {
        let sql = "SELECT by FROM removed_member WHERE space = ? AND device = ?";
        self.one(sql, params![space.0, device.0], |row| row.get(0).map(DeviceId))
    }

    fn put_asking(&self, space: SpaceId, certificate: &SignedCertificate) -> Result<()> {
        let SignedCertificate { person, device, signature } = certificate;
        let sql = "INSERT OR REPLACE INTO asking (space, device, person, signature) VALUES (?, ?, ?, ?)";
        self.run(sql, params![space.0, device.0, person.0, signature.0])?;
        Ok(())
    }

    fn asking(&self, space: SpaceId) -> Result<Vec<SignedCertificate>> {
        let sql = "SELECT device, person, signature FROM asking WHERE space = ? ORDER BY device";
        self.all(sql, params![space.0], |row| {
            let (device, person) = (DeviceId(row.get(0)?), PersonKey(row.get(1)?));
            Ok(SignedCertificate { person, device, signature: Signature(row.get(2)?) })
        })
    }

    fn drop_asking(&self, space: SpaceId, device: DeviceId) -> Result<()> {
        self.run("DELETE FROM asking WHERE space = ? AND device = ?", params![space.0, device.0])?;
        Ok(())
    }

    fn put_leaving(&self, statement: &SignedLeave) -> Result<()> {
        let SignedLeave { space, device, signature, proof } = statement;
        let sql = "INSERT OR REPLACE INTO leaving (space, device, signature, proof) VALUES (?, ?, ?, ?)";
        self.run(sql, params![space.0, device.0, signature.0, proof.0])?;
        Ok(())
    }

    fn leaving(&self, space: SpaceId) -> Result<Vec<SignedLeave>> {
        let sql = "SELECT device, signature, proof FROM leaving WHERE space = ? ORDER BY device";
        self.all(sql, params![space.0], |row| {
            let (device, signature) = (DeviceId(row.get(0)?), Signature(row.get(1)?));
            Ok(SignedLeave { space, device, signature, proof: row.get::<_, Vec<u8>>(2)?.into() })
        })
    }

    fn remove_member(&self, space: SpaceId, device: DeviceId) -> Result<()> {
        for table in ["member", "reader", "asking"] {
            self.run(&format!("DELETE FROM {table} WHERE space = ? AND device = ?"), params![space.0, device.0])?;
        }
        self.run("DELETE FROM kept_id WHERE space = ? AND author = ?", params![space.0, device.0])?;
        Ok(())
    }

    fn drop_contents(&self, space: SpaceId) -> Result<()> {
        let tables = [
            "entry",
            "kept_id",
            "reader",
            "author",
            "generation",
            "usage",
            "blob",
            "removed_member",
            "asking",
            "leaving",
        ];
        for table in tables {
            self.run(&format!("DELETE FROM {table} WHERE space = ?"), params![space.0])?;
        }
        Ok(())
    }

    fn usage(&self, space: SpaceId, device: DeviceId) -> Result<u64> {
        let sql = "SELECT bytes FROM usage WHERE space = ? AND device = ?";
        Ok(self.one(sql, params![space.0, device.0], |row| read_count(row, 0))?.unwrap_or(0))
    }
}

impl Rows<'_> {
    /// Adds to what a device has stored in a space; below 0 it takes away.
    pub(super) fn add_usage(&self, space: SpaceId, device: DeviceId, bytes: i64) -> Result<()> {
        self.run(
            "INSERT INTO usage (space, device, bytes) VALUES (?, ?, MAX(0, ?3))
             ON CONFLICT DO UPDATE SET bytes = MAX(0, bytes + ?3)",
            params![space.0, device.0, bytes],
        )?;
        Ok(())
    }
}
