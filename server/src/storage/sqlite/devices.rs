use rusqlite::params;
use tend_protocol::{DeviceId, Hash, PersonKey};

use super::{
    Result,
    rows::{Rows, count, read_count},
};
use crate::storage::{Devices, KeyPackages};

impl Devices for Rows<'_> {
    fn put_device(&self, device: DeviceId, now: u64) -> Result<()> {
        self.run(
            "INSERT INTO device (device, registered_at) VALUES (?, ?)
             ON CONFLICT DO UPDATE SET registered_at = excluded.registered_at",
            params![device.0, count(now)],
        )?;
        Ok(())
    }

    fn has_device(&self, device: DeviceId) -> Result<bool> {
        let sql = "SELECT 1 FROM device WHERE device = ? AND revoked = 0";
        Ok(self.one(sql, params![device.0], |_| Ok(()))?.is_some())
    }

    fn is_revoked(&self, device: DeviceId) -> Result<bool> {
        let sql = "SELECT 1 FROM device WHERE device = ? AND revoked = 1";
        Ok(self.one(sql, params![device.0], |_| Ok(()))?.is_some())
    }

    fn revoke(&self, device: DeviceId) -> Result<()> {
        self.run("UPDATE device SET revoked = 1 WHERE device = ?", params![device.0])?;
        for table in ["session", "asking"] {
            self.run(&format!("DELETE FROM {table} WHERE device = ?"), params![device.0])?;
        }
        self.drop_key_packages(device)
    }

    fn persons(&self, device: DeviceId) -> Result<Vec<PersonKey>> {
        let sql = "SELECT person FROM device_person WHERE device = ?";
        self.all(sql, params![device.0], |row| row.get(0).map(PersonKey))
    }

    fn put_person(&self, device: DeviceId, person: PersonKey) -> Result<()> {
        self.run("INSERT OR IGNORE INTO device_person (device, person) VALUES (?, ?)", params![device.0, person.0])?;
        Ok(())
    }

    fn spend_challenge(&self, device: DeviceId, challenge: Hash, until: u64) -> Result<bool> {
        let sql = "INSERT OR IGNORE INTO spent_challenge (device, challenge, until) VALUES (?, ?, ?)";
        Ok(self.run(sql, params![device.0, challenge.0, count(until)])? == 1)
    }

    fn put_session(&self, device: DeviceId, token: Hash, until: u64, keep: usize) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO session (device, token_hash, until) VALUES (?, ?, ?)",
            params![device.0, token.0, count(until)],
        )?;
        self.run(
            "DELETE FROM session WHERE device = ?1 AND token_hash NOT IN
                (SELECT token_hash FROM session WHERE device = ?1 ORDER BY token_hash = ?2 DESC, until DESC LIMIT ?3)",
            params![device.0, token.0, keep],
        )?;
        Ok(())
    }

    fn session_until(&self, device: DeviceId, token: Hash) -> Result<Option<u64>> {
        let sql = "SELECT until FROM session WHERE device = ? AND token_hash = ?";
        self.one(sql, params![device.0, token.0], |row| read_count(row, 0))
    }

    fn expire_sessions(&self, now: u64) -> Result<()> {
        self.run("DELETE FROM session WHERE until <= ?", params![count(now)])?;
        self.run("DELETE FROM spent_challenge WHERE until <= ?", params![count(now)])?;
        Ok(())
    }

    fn forget_devices(&self, registered_before: u64) -> Result<()> {
        let homeless = "SELECT device FROM device d WHERE registered_at < ? AND revoked = 0
                        AND NOT EXISTS (SELECT 1 FROM member m WHERE m.device = d.device)";
        for table in ["session", "device_person", "key_package", "last_resort", "asking"] {
            self.run(&format!("DELETE FROM {table} WHERE device IN ({homeless})"), params![count(registered_before)])?;
        }
        self.run(&format!("DELETE FROM device WHERE device IN ({homeless})"), params![count(registered_before)])?;
        Ok(())
    }
}
