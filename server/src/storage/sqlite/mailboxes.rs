use rusqlite::params;
use tend_protocol::{Bytes, DeviceId, MailboxId};

use super::{
    Result,
    rows::{Rows, count, read_count},
};
use crate::storage::{MailboxRow, Mailboxes, Side};

impl Mailboxes for Rows<'_> {
    fn mailbox(&self, mailbox: MailboxId) -> Result<Option<MailboxRow>> {
        let sql = "SELECT inviter, joiner, burned, until FROM mailbox WHERE mailbox = ?";
        self.one(sql, params![mailbox.0], |row| {
            Ok(MailboxRow {
                inviter: DeviceId(row.get(0)?),
                joiner: row.get::<_, Option<[u8; 32]>>(1)?.map(DeviceId),
                burned: row.get(2)?,
                until: read_count(row, 3)?,
            })
        })
    }

    fn put_mailbox(&self, mailbox: MailboxId, row: &MailboxRow) -> Result<()> {
        self.run(
            "INSERT OR REPLACE INTO mailbox (mailbox, inviter, joiner, burned, until) VALUES (?, ?, ?, ?, ?)",
            params![mailbox.0, row.inviter.0, row.joiner.map(|device| device.0), row.burned, count(row.until)],
        )?;
        Ok(())
    }

    fn open_mailboxes(&self, inviter: DeviceId, now: u64) -> Result<usize> {
        let sql = "SELECT COUNT(*) FROM mailbox WHERE inviter = ? AND until > ?";
        Ok(self.one(sql, params![inviter.0, count(now)], |row| row.get(0))?.unwrap_or(0))
    }

    fn messages(&self, mailbox: MailboxId, side: Side) -> Result<Vec<Bytes>> {
        let sql = "SELECT bytes FROM mailbox_message WHERE mailbox = ? AND side = ? ORDER BY place";
        self.all(sql, params![mailbox.0, side as u8], |row| row.get(0).map(Bytes))
    }

    fn put_message(&self, mailbox: MailboxId, side: Side, index: u32, bytes: &Bytes) -> Result<()> {
        let sql = "INSERT INTO mailbox_message (mailbox, side, place, bytes) VALUES (?, ?, ?, ?)";
        self.run(sql, params![mailbox.0, side as u8, index, bytes.0])?;
        Ok(())
    }

    fn drop_messages(&self, mailbox: MailboxId) -> Result<()> {
        self.run("DELETE FROM mailbox_message WHERE mailbox = ?", params![mailbox.0])?;
        Ok(())
    }

    fn expire_mailboxes(&self, now: u64, forgotten: u64) -> Result<()> {
        let over = "SELECT mailbox FROM mailbox WHERE until <= ?";
        self.run(&format!("DELETE FROM mailbox_message WHERE mailbox IN ({over})"), params![count(now)])?;
        self.run("UPDATE mailbox SET joiner = NULL WHERE until <= ? AND joiner IS NOT NULL", params![count(now)])?;
        self.run("DELETE FROM mailbox WHERE until <= ?", params![count(forgotten)])?;
        Ok(())
    }
}
