use rusqlite::params;
use tend_protocol::{Bytes, DeviceId, Hash};

use super::{
    Result,
    rows::{Rows, count},
};
use crate::storage::KeyPackages;

impl KeyPackages for Rows<'_> {
    fn put_key_package(&self, device: DeviceId, suite: u16, package: &Bytes) -> Result<()> {
        self.run(
            "INSERT OR IGNORE INTO key_package (device, suite, hash, place, bytes) VALUES (?1, ?2, ?3,
                (SELECT COALESCE(MAX(place), 0) + 1 FROM key_package WHERE device = ?1 AND suite = ?2), ?4)",
            params![device.0, suite, Hash::of(package).0, package.0],
        )?;
        Ok(())
    }

    fn key_packages_left(&self, device: DeviceId, suite: u16) -> Result<usize> {
        let sql = "SELECT COUNT(*) FROM key_package WHERE device = ? AND suite = ? AND claimed_at IS NULL";
        Ok(self.one(sql, params![device.0, suite], |row| row.get(0))?.unwrap_or(0))
    }

    fn put_last_resort(&self, device: DeviceId, suite: u16, package: &Bytes) -> Result<()> {
        self.run(
            "INSERT INTO last_resort (device, suite, handed_out, bytes) VALUES (?, ?, 0, ?)
             ON CONFLICT DO UPDATE SET handed_out = 0, bytes = excluded.bytes WHERE bytes <> excluded.bytes",
            params![device.0, suite, package.0],
        )?;
        Ok(())
    }

    fn last_resort_fresh(&self, device: DeviceId, suite: u16) -> Result<bool> {
        let sql = "SELECT handed_out = 0 FROM last_resort WHERE device = ? AND suite = ?";
        Ok(self.one(sql, params![device.0, suite], |row| row.get(0))?.unwrap_or(false))
    }

    fn key_package_suites(&self, device: DeviceId) -> Result<Vec<u16>> {
        let sql =
            "SELECT suite FROM key_package WHERE device = ?1 UNION SELECT suite FROM last_resort WHERE device = ?1";
        self.all(sql, params![device.0], |row| row.get(0))
    }

    fn claim_key_package(&self, device: DeviceId, suite: u16, now: u64) -> Result<Option<Bytes>> {
        let oldest = "SELECT hash, bytes FROM key_package WHERE device = ? AND suite = ? AND claimed_at IS NULL
                      ORDER BY place LIMIT 1";
        let found = self.one(oldest, params![device.0, suite], |row| Ok((row.get::<_, [u8; 32]>(0)?, row.get(1)?)))?;
        let Some((hash, bytes)) = found else { return Ok(None) };
        self.run(
            "UPDATE key_package SET claimed_at = ?, bytes = NULL WHERE device = ? AND suite = ? AND hash = ?",
            params![count(now), device.0, suite, hash],
        )?;
        Ok(Some(Bytes(bytes)))
    }

    fn hand_out_last_resort(&self, device: DeviceId, suite: u16) -> Result<Option<Bytes>> {
        let sql = "UPDATE last_resort SET handed_out = 1 WHERE device = ? AND suite = ? RETURNING bytes";
        self.one(sql, params![device.0, suite], |row| row.get(0).map(Bytes))
    }

    fn drop_key_packages(&self, device: DeviceId) -> Result<()> {
        // Which were taken stays known, so that a repeated call does not offer them again.
        self.run("DELETE FROM key_package WHERE device = ? AND claimed_at IS NULL", params![device.0])?;
        self.run("DELETE FROM last_resort WHERE device = ?", params![device.0])?;
        Ok(())
    }

    fn expire_claimed(&self, claimed_before: u64) -> Result<()> {
        self.run("DELETE FROM key_package WHERE claimed_at < ?", params![count(claimed_before)])?;
        Ok(())
    }
}
