//! Rendezvous for invites: a mailbox has two sides and holds a few messages, and is burned at the first doubt.

use tend_protocol::*;

use super::{
    serve::{Context, Effects, Refusal, Serve, Work},
    sweep::REMEMBERED,
};
use crate::storage::{MailboxRow, Side, Transaction};

/// How many a device may have that are remembered, for each that it may have open.
const REMEMBERED_PER_OPEN: usize = 64;

/// A mailbox whose time is not over. Looking for one that is not there counts against the source.
fn find(context: &Context, rows: &dyn Transaction, id: MailboxId) -> Result<MailboxRow, Refusal> {
    match rows.mailbox(id)? {
        None => Err(unknown(context)),
        Some(mailbox) if mailbox.until <= context.now => {
            context.inner.limiter.tried(context.source, context.now);
            Err(ErrorCode::MailboxExpired.into())
        }
        Some(mailbox) if mailbox.burned => Err(ErrorCode::MailboxBurned.into()),
        Some(mailbox) => Ok(mailbox),
    }
}

fn unknown(context: &Context) -> Refusal {
    context.inner.limiter.tried(context.source, context.now);
    ErrorCode::UnknownMailbox.into()
}

fn may_try(context: &Context) -> Result<(), Refusal> {
    Ok(context.inner.limiter.may_try(context.source, context.now)?)
}

/// The caller's side. To anyone else the mailbox is as unknown as any.
fn side(context: &Context, mailbox: &MailboxRow) -> Result<Side, Refusal> {
    let caller = context.caller()?;
    if mailbox.inviter == caller {
        Ok(Side::Inviter)
    } else if mailbox.joiner == Some(caller) {
        Ok(Side::Joiner)
    } else {
        Err(unknown(context))
    }
}

fn state(rows: &dyn Transaction, id: MailboxId, mailbox: &MailboxRow, side: Side) -> Result<MailboxState, Refusal> {
    let messages = (0..).zip(rows.messages(id, side.other())?);
    Ok(MailboxState {
        joined: mailbox.joiner.is_some(),
        messages: messages.map(|(index, bytes)| MailboxMessage { index, bytes }).collect(),
    })
}

/// Closes a mailbox for good. Its row stays until its time is over, so that nobody opens it again.
fn burn(rows: &dyn Transaction, id: MailboxId, mailbox: MailboxRow) -> Result<(), Refusal> {
    rows.drop_messages(id)?;
    rows.put_mailbox(id, &MailboxRow { burned: true, ..mailbox })?;
    Ok(())
}

impl Serve for OpenMailbox {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        match self.seconds {
            0 => Err(ErrorCode::Malformed.into()),
            seconds if seconds > context.inner.settings.limits.mailbox_seconds => Err(ErrorCode::TooLarge.into()),
            _ => Ok(self),
        }
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<MailboxState, Refusal> {
        let (caller, Self { mailbox: id, seconds }) = (context.caller()?, ready);
        if let Some(there) = rows.mailbox(id)?.filter(|mailbox| mailbox.until > context.now) {
            return match (there.inviter == caller, there.burned) {
                (false, _) => Err(ErrorCode::IdReused.into()),
                (true, true) => Err(ErrorCode::MailboxBurned.into()),
                (true, false) => state(rows, id, &there, Side::Inviter),
            };
        }
        let most = context.inner.settings.mailboxes_per_device;
        let remembered = context.now.saturating_sub(REMEMBERED);
        if rows.open_mailboxes(caller, context.now)? >= most
            || rows.open_mailboxes(caller, remembered)? >= most.saturating_mul(REMEMBERED_PER_OPEN)
        {
            return Err(ErrorCode::QuotaExceeded.into());
        }
        // There may be one whose time is over.
        rows.drop_messages(id)?;
        let until = context.now + u64::from(seconds);
        rows.put_mailbox(id, &MailboxRow { inviter: caller, joiner: None, burned: false, until })?;
        Ok(MailboxState { joined: false, messages: Vec::new() })
    }
}

impl Serve for JoinMailbox {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        may_try(context).map(|()| self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<MailboxState, Refusal> {
        let (caller, id) = (context.caller()?, ready.mailbox);
        let mut mailbox = find(context, rows, id)?;
        if mailbox.inviter == caller {
            return state(rows, id, &mailbox, Side::Inviter);
        }
        match mailbox.joiner {
            Some(joiner) if joiner == caller => {}
            Some(_) => {
                burn(rows, id, mailbox)?;
                return Err(Refusal::Kept(ErrorCode::MailboxBurned.into()));
            }
            None => {
                mailbox.joiner = Some(caller);
                rows.put_mailbox(id, &mailbox)?;
            }
        }
        state(rows, id, &mailbox, Side::Joiner)
    }
}

impl Serve for PostToMailbox {
    const WORK: Work = Work::Write;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        may_try(context)?;
        if self.bytes.len() > context.inner.settings.limits.mailbox_message_bytes {
            return Err(ErrorCode::TooLarge.into());
        }
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<MailboxState, Refusal> {
        let Self { mailbox: id, index, bytes } = ready;
        let mailbox = find(context, rows, id)?;
        let side = side(context, &mailbox)?;
        let own = rows.messages(id, side)?;
        let place = usize::try_from(index).unwrap_or(usize::MAX);
        match own.get(place) {
            Some(there) if *there == bytes => {}
            Some(_) => return Err(ErrorCode::IdReused.into()),
            None if place != own.len() => return Err(ErrorCode::WrongNumber.into()),
            None => {
                let there = own.len() + rows.messages(id, side.other())?.len();
                if there >= context.inner.settings.limits.mailbox_messages {
                    return Err(ErrorCode::TooLarge.into());
                }
                rows.put_message(id, side, index, &bytes)?;
            }
        }
        state(rows, id, &mailbox, side)
    }
}

impl Serve for ReadMailbox {
    const WORK: Work = Work::Read;
    type Ready = Self;

    fn prepare(self, context: &Context) -> Result<Self, Refusal> {
        may_try(context).map(|()| self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<MailboxState, Refusal> {
        let mailbox = find(context, rows, ready.mailbox)?;
        let side = side(context, &mailbox)?;
        state(rows, ready.mailbox, &mailbox, side)
    }
}

impl Serve for BurnMailbox {
    const WORK: Work = Work::Write;
    const GROWS: bool = false;
    type Ready = Self;

    fn prepare(self, _: &Context) -> Result<Self, Refusal> {
        Ok(self)
    }

    fn run(ready: Self, context: &Context, rows: &dyn Transaction, _: &mut Effects) -> Result<Empty, Refusal> {
        let caller = Some(context.caller()?);
        // For a stranger nothing happens, and the answer does not tell whether the mailbox is there.
        if let Some(mailbox) = rows.mailbox(ready.mailbox)?
            && (Some(mailbox.inviter) == caller || mailbox.joiner == caller)
        {
            burn(rows, ready.mailbox, mailbox)?;
        }
        Ok(Empty {})
    }
}
