//! The mailboxes of invites: opening, joining, posting, reading and closing them.

use tend_protocol::{
    BurnMailbox, ErrorCode, JoinMailbox, MailboxId, MailboxState, OpenMailbox, PostToMailbox, ReadMailbox, decode,
};

use super::{
    EngineError, Request, engine::Engine, error::Answered, pending_invites::PendingInvite, request::RequestKind,
};
use crate::{
    pairing::{Mismatch, Side, Stage},
    store::{Namespace, Transaction},
};

impl Engine {
    /// Opens, joins, posts, reads or burns, whatever is due for an invite.
    pub(super) fn meeting_request(
        &mut self,
        tx: &Transaction<'_>,
        mut meeting: PendingInvite,
        token: Option<&str>,
    ) -> Result<Option<Request>, EngineError> {
        let mailbox = meeting.handshake.mailbox();
        if self.memory.at >= meeting.until && !meeting.burn {
            meeting.cancel();
            meeting.save(tx)?;
        }
        if meeting.burn {
            return Ok(Some(Request::new(&BurnMailbox { mailbox }, token, RequestKind::BurnMailbox(mailbox))));
        }
        if !meeting.opened && self.memory.read.contains(&mailbox) {
            return Ok(None);
        }
        if !meeting.opened {
            return Ok(Some(match meeting.handshake.role() {
                Side::Inviter => {
                    let call = OpenMailbox { mailbox, seconds: meeting.invite.seconds() };
                    Request::new(&call, token, RequestKind::OpenMailbox(mailbox))
                }
                Side::Joiner => Request::new(&JoinMailbox { mailbox }, token, RequestKind::JoinMailbox(mailbox)),
            }));
        }
        if let Some(bytes) = meeting.handshake.outgoing().get(meeting.posted) {
            let index = u32::try_from(meeting.posted).unwrap_or(u32::MAX);
            let call = PostToMailbox { mailbox, index, bytes: bytes.clone() };
            return Ok(Some(Request::new(&call, token, RequestKind::Post(mailbox, index))));
        }
        if !self.memory.read.contains(&mailbox) {
            return Ok(Some(Request::new(&ReadMailbox { mailbox }, token, RequestKind::ReadMailbox(mailbox))));
        }
        Ok(None)
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
        let Some(mut meeting) = PendingInvite::load(tx, mailbox)? else { return Ok(Answered::Same) };
        match kind {
            RequestKind::OpenMailbox(_) | RequestKind::JoinMailbox(_) => meeting.opened = true,
            RequestKind::Post(_, index) => meeting.posted = meeting.posted.max(*index as usize + 1),
            _ => {}
        }
        let changed = meeting.read(tx, self.types, state, now)?;
        if *kind == RequestKind::ReadMailbox(mailbox) && !changed {
            self.memory.read.insert(mailbox);
        }
        meeting.save(tx)?;
        Ok(Answered::when(changed))
    }

    /// The invite is not there any more: it ran out, was used up, cancelled by the other side, or burned by a second joiner.
    pub(super) fn mailbox_refused(
        &mut self,
        tx: &Transaction<'_>,
        mailbox: MailboxId,
        code: ErrorCode,
    ) -> Result<bool, EngineError> {
        let Some(mut meeting) = PendingInvite::load(tx, mailbox)? else { return Ok(false) };
        let gone = matches!(code, ErrorCode::UnknownMailbox | ErrorCode::MailboxBurned);
        if meeting.done && gone {
            tx.delete_value(Namespace::Invite, &mailbox.0)?;
            return Ok(true);
        }
        if !meeting.opened && meeting.handshake.role() == Side::Joiner && code == ErrorCode::UnknownMailbox {
            // The inviter's phone has not reached the server yet.
            self.memory.read.insert(mailbox);
            return Ok(false);
        }
        meeting.cancel();
        meeting.save(tx)?;
        Ok(true)
    }

    /// A meeting that came to nothing stays for the person to see; one that is done is forgotten.
    pub(super) fn mailbox_burned(&mut self, tx: &Transaction<'_>, mailbox: MailboxId) -> Result<bool, EngineError> {
        let Some(mut meeting) = PendingInvite::load(tx, mailbox)? else { return Ok(false) };
        if meeting.done || matches!(meeting.handshake.stage(), Stage::Ended(Mismatch::Cancelled)) {
            tx.delete_value(Namespace::Invite, &mailbox.0)?;
        } else {
            meeting.burn = false;
            meeting.done = true;
            meeting.save(tx)?;
        }
        Ok(true)
    }
}
