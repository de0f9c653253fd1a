//! The mailboxes of invites: opening, joining, posting, reading and closing them.

use tend_protocol::{
    BurnMailbox, ErrorCode, JoinMailbox, MailboxId, MailboxState, OpenMailbox, PostToMailbox, Pull, Pulled,
    ReadMailbox, decode,
};

use super::{
    EngineError, Request, devices::ThisDevice, engine::Engine, error::Answered, pending_invites::PendingInvite,
    request::RequestKind,
};
use crate::{
    pairing::{Mismatch, Side},
    store::{Namespace, Transaction},
};

/// How long a couple space is looked for after the invite ran out, in seconds: the inviter's phone may be off for a while.
const SEEKING: i64 = 30 * 24 * 3600;

impl Engine {
    /// Opens, joins, posts, reads or burns, whatever is due for an invite.
    pub(super) fn meeting_request(
        &mut self,
        tx: &Transaction<'_>,
        mut invite: PendingInvite,
        token: Option<&str>,
    ) -> Result<Option<Request>, EngineError> {
        if self.memory.at >= invite.until && !invite.burn {
            if invite.done {
                // What it had to say to the other side can be found out without the mailbox.
                tx.delete_value(Namespace::Invite, &invite.handshake.mailbox().0)?;
                return Ok(None);
            }
            if !invite.is_over() {
                invite.end(Mismatch::RanOut);
                invite.save(tx)?;
            }
        }
        Ok(self.mailbox_request(&invite, token))
    }

    fn mailbox_request(&self, invite: &PendingInvite, token: Option<&str>) -> Option<Request> {
        let mailbox = invite.handshake.mailbox();
        let was_read = self.memory.read.contains(&mailbox);
        if invite.burn {
            return Some(Request::new(&BurnMailbox { mailbox }, token, RequestKind::BurnMailbox(mailbox)));
        }
        if invite.is_over() && invite.outgoing().is_none() {
            let (space, _) = invite.sought.filter(|_| !was_read)?;
            let call = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
            return Some(Request::new(&call, token, RequestKind::SeekCouple(mailbox)));
        }
        if !invite.opened {
            return match invite.handshake.role() {
                _ if was_read => None,
                Side::Inviter => {
                    let call = OpenMailbox { mailbox, seconds: invite.invite.seconds() };
                    Some(Request::new(&call, token, RequestKind::OpenMailbox(mailbox)))
                }
                Side::Joiner => Some(Request::new(&JoinMailbox { mailbox }, token, RequestKind::JoinMailbox(mailbox))),
            };
        }
        if let Some((index, bytes)) = invite.outgoing() {
            let call = PostToMailbox { mailbox, index, bytes: bytes.clone() };
            return Some(Request::new(&call, token, RequestKind::Post(mailbox, index)));
        }
        (!was_read).then(|| Request::new(&ReadMailbox { mailbox }, token, RequestKind::ReadMailbox(mailbox)))
    }

    pub(super) fn mailbox_answered(
        &mut self,
        tx: &Transaction<'_>,
        kind: &RequestKind,
        mailbox: MailboxId,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        let Ok(state) = decode::<MailboxState>(bytes) else { return Ok(Answered::Foreign) };
        let Some(mut invite) = PendingInvite::load(tx, mailbox)? else { return Ok(Answered::Same) };
        match kind {
            RequestKind::OpenMailbox(_) | RequestKind::JoinMailbox(_) => invite.opened = true,
            RequestKind::Post(_, index) => invite.posted = invite.posted.max(*index as usize + 1),
            _ => {}
        }
        let changed = !invite.is_over() && invite.read(tx, self.types, state, now)?;
        if *kind == RequestKind::ReadMailbox(mailbox) && !changed {
            self.memory.read.insert(mailbox);
        }
        invite.save(tx)?;
        Ok(Answered::when(changed))
    }

    /// The mailbox is not there any more: the invite ran out, was used up, closed by the other side, or burned by a second joiner.
    pub(super) fn mailbox_refused(
        &mut self,
        tx: &Transaction<'_>,
        mailbox: MailboxId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        let Some(mut invite) = PendingInvite::load(tx, mailbox)? else { return Ok(false) };
        let gone = matches!(code, ErrorCode::UnknownMailbox | ErrorCode::MailboxBurned | ErrorCode::MailboxExpired);
        if invite.done && gone {
            tx.delete_value(Namespace::Invite, &mailbox.0)?;
            return Ok(true);
        }
        if !invite.opened && invite.handshake.role() == Side::Joiner && code == ErrorCode::UnknownMailbox {
            // The inviter's phone has not reached the server yet.
            self.memory.read.insert(mailbox);
            return Ok(false);
        }
        let ran_out = matches!(code, ErrorCode::UnknownMailbox | ErrorCode::MailboxExpired);
        invite.end(if ran_out { Mismatch::RanOut } else { Mismatch::Closed });
        invite.burn = !gone;
        invite.last_words = false;
        invite.save(tx)?;
        Ok(true)
    }

    /// An invite that came to nothing stays for the person to see; one that worked is forgotten.
    pub(super) fn mailbox_burned(&mut self, tx: &Transaction<'_>, mailbox: MailboxId) -> Result<bool, EngineError> {
        let Some(mut invite) = PendingInvite::load(tx, mailbox)? else { return Ok(false) };
        if invite.done {
            tx.delete_value(Namespace::Invite, &mailbox.0)?;
        } else {
            invite.burn = false;
            invite.save(tx)?;
        }
        Ok(true)
    }

    /// The server knows a space of the id that both sides derived, and this device in it: the inviter had said yes. That it is really them,
    /// joining the space will show.
    pub(super) fn couple_sought(
        &mut self,
        tx: &Transaction<'_>,
        mailbox: MailboxId,
        bytes: &[u8],
        now: i64,
    ) -> Result<Answered, EngineError> {
        let (Some(mut invite), Some(device)) = (PendingInvite::load(tx, mailbox)?, ThisDevice::load(tx)?) else {
            return Ok(Answered::Same);
        };
        let couple = invite.sought.take();
        match (decode(bytes), couple) {
            (Ok(Pulled::Log(_)), Some(couple)) => {
                invite.join_couple_space(tx, self.types, &device, couple, now)?;
                (invite.hidden, invite.burn) = (true, false);
            }
            (Ok(Pulled::Left(_)), _) => {}
            _ => return Ok(Answered::Foreign),
        }
        invite.save(tx)?;
        Ok(Answered::Changed)
    }

    /// The inviter has not made the couple space, or has left it again.
    pub(super) fn couple_not_found(
        &mut self,
        tx: &Transaction<'_>,
        mailbox: MailboxId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        self.memory.read.insert(mailbox);
        let Some(mut invite) = PendingInvite::load(tx, mailbox)? else { return Ok(false) };
        if code == ErrorCode::SpaceLeft || self.memory.at >= invite.until.saturating_add(SEEKING) {
            invite.sought = None;
            invite.save(tx)?;
        }
        Ok(false)
    }
}
