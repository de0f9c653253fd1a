//! Invites under way: what this device knows of its meetings with other devices at the server's rendezvous.

use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, MailboxId, MailboxState, SpaceId};

use super::{
    EngineError, OwnDevice, Role, SpaceState,
    devices::{ThisDevice, record_of},
    partnership::own_records_changed,
    server::Server,
};
use crate::{
    identity::IdentityId,
    pairing::{Handshake, Invite, Mismatch, Purpose, Side, Stage, Step, survivor},
    records::{Own, RecordTypes, Records},
    store::{Namespace, StoreError, Transaction},
};

/// An invite under way, or one that came to nothing, until the person has seen that.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PendingInvite {
    pub invite: Invite,
    pub handshake: Handshake,
    /// Where the two sides meet. It becomes the person's own server once both have confirmed, and not before.
    pub server: Server,
    /// When it runs out, in seconds since 1970.
    pub until: i64,
    /// The mailbox is open, or joined.
    pub(super) opened: bool,
    /// How many messages the server took.
    pub(super) posted: usize,
    /// How many sealed messages of the other side were taken: what may come next follows from it.
    pub(super) heard: u32,
    /// It worked. The last messages may still have to be posted.
    pub done: bool,
    /// The mailbox must be deleted on the server.
    pub(super) burn: bool,
    /// It came to nothing, but what was sealed last is still posted: it tells the other side why.
    pub(super) last_words: bool,
    /// The person need not see it.
    pub hidden: bool,
    /// The couple space that the inviter may have made, and who that is: this side said yes before the invite came to nothing.
    pub(super) sought: Option<(SpaceId, IdentityId)>,
}

impl PendingInvite {
    pub fn new(invite: Invite, handshake: Handshake, now: i64) -> Self {
        let until = now.saturating_add(i64::from(invite.seconds()));
        let server = Server::of(&invite);
        Self {
            invite,
            handshake,
            server,
            until,
            opened: false,
            posted: 0,
            heard: 0,
            done: false,
            burn: false,
            last_words: false,
            hidden: false,
            sought: None,
        }
    }

    pub fn load(tx: &Transaction<'_>, mailbox: MailboxId) -> Result<Option<Self>, StoreError> {
        tx.value(Namespace::Invite, &mailbox.0)
    }

    pub fn all(tx: &Transaction<'_>) -> Result<Vec<Self>, StoreError> {
        Ok(tx.values(Namespace::Invite, &[])?.into_iter().map(|(_, invite)| invite).collect())
    }

    /// Whether this device is about to become another person's. One with a partner cannot any more.
    pub fn becomes_linked(tx: &Transaction<'_>) -> Result<bool, StoreError> {
        let joins = |invite: &Self| {
            invite.handshake.purpose() == Purpose::Link
                && invite.handshake.role() == Side::Joiner
                && !invite.done
                && !invite.is_over()
        };
        Ok(SpaceState::of_role(tx, Role::Couple)?.is_none() && Self::all(tx)?.iter().any(joins))
    }

    /// Keeps it as long as there is something to see or to do.
    pub fn save(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        let mailbox = self.handshake.mailbox().0;
        let nothing_to_do = !self.burn && self.outgoing().is_none() && self.sought.is_none();
        if self.is_over() && self.hidden && nothing_to_do {
            return tx.delete_value(Namespace::Invite, &mailbox);
        }
        tx.put_value(Namespace::Invite, &mailbox, self)
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(self.handshake.stage(), Stage::Ended(_))
    }

    /// The next message that must be posted, and its place.
    pub(super) fn outgoing(&self) -> Option<(u32, &Bytes)> {
        let speaks = !self.is_over() || self.last_words;
        let message = self.handshake.outgoing().get(self.posted).filter(|_| speaks)?;
        Some((u32::try_from(self.posted).unwrap_or(u32::MAX), message))
    }

    /// It is off: the secrets go now, and the mailbox when the server can be reached. What had worked before stays. Anyone who joined a pairing
    /// and said yes looks for the couple space all the same: the inviter may have said yes and made it.
    pub(super) fn end(&mut self, why: Mismatch) {
        self.burn = true;
        if self.done || self.is_over() {
            return;
        }
        let may_be_made = matches!(why, Mismatch::Closed | Mismatch::RanOut) && self.handshake.role() == Side::Joiner;
        self.sought = self.handshake.couple().filter(|_| may_be_made);
        self.handshake.end(why);
    }

    /// The person says no, takes the invite back, or has seen that it came to nothing. What had worked before stays. A device that was
    /// handed the person's key, and has not said that it took it, is removed.
    pub fn cancel(&mut self, tx: &Transaction<'_>, types: RecordTypes, device: &ThisDevice) -> Result<(), EngineError> {
        if self.done {
            return Ok(());
        }
        if !self.is_over() {
            self.shut_out(tx, types, device)?;
            self.end(Mismatch::Cancelled);
        }
        self.sought = None;
        self.hidden = true;
        Ok(())
    }

    fn shut_out(&self, tx: &Transaction<'_>, types: RecordTypes, device: &ThisDevice) -> Result<(), EngineError> {
        let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
        let Some(new) = self.admitted() else { return Ok(()) };
        let record = record_of(new);
        let (Some(found), Ok(removal)) = (own.find::<OwnDevice>(record)?, device.removal_of(new)) else {
            return Ok(());
        };
        // Before the key has left, nothing is there to remove, and that phone may be linked another time.
        if self.outgoing().is_some() {
            return Ok(own.delete::<OwnDevice>(record)?);
        }
        own.put(record, &OwnDevice { removal: Some(removal), ..found.value })?;
        match SpaceState::load(tx, device.own_space)? {
            Some(state) => own_records_changed(tx, types, &state),
            None => Ok(()),
        }
    }

    /// What came to nothing need not be seen any more: the person begins again.
    pub fn hide_ended(tx: &Transaction<'_>) -> Result<(), StoreError> {
        for invite in Self::all(tx)?.into_iter().filter(Self::is_over) {
            Self { hidden: true, ..invite }.save(tx)?;
        }
        Ok(())
    }

    /// The person says yes: what the other side had sealed, if it came before, is taken, and this side's part goes out. Again: no change.
    pub fn confirm(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        now: i64,
    ) -> Result<(), EngineError> {
        if self.handshake.stage() != Stage::Comparing {
            return Ok(());
        }
        let (purpose, role) = (self.handshake.purpose(), self.handshake.role());
        if purpose == Purpose::Pair && SpaceState::of_role(tx, Role::Couple)?.is_some() {
            self.end(Mismatch::AlreadyPaired);
            return Ok(());
        }
        let key = if (purpose, role) == (Purpose::Link, Side::Joiner) { &device.key } else { &device.identity };
        let Ok(held) = self.handshake.confirm(key) else { return Ok(()) };
        if role == Side::Joiner {
            self.speak_first(tx, device)?;
        }
        match held {
            Some(held) => self.take(tx, types, device, &held, now),
            None => Ok(()),
        }
    }

    /// Gives the handshake what the mailbox holds.
    pub(super) fn read(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        state: MailboxState,
        now: i64,
    ) -> Result<bool, EngineError> {
        let Some(device) = ThisDevice::load(tx)? else { return Ok(false) };
        let mut changed = false;
        for message in state.messages {
            match self.handshake.receive(message.index, &message.bytes) {
                Ok(Step::Known) => continue,
                Ok(Step::Met) => {
                    self.settle_crossing(tx)?;
                    if self.confirms_by_itself() {
                        self.confirm(tx, types, &device, now)?;
                    }
                }
                Ok(Step::Opened(payload)) => self.take(tx, types, &device, &payload, now)?,
                Ok(Step::Going | Step::OtherConfirmed) => {}
                Err(_) => self.burn = true,
            }
            changed = true;
        }
        Ok(changed)
    }

    /// Given in person, the secret of an invite to pair proves both sides, and nothing is left to compare. When linking, both phones ask: one
    /// hands out its person's key, and the other becomes that person's.
    fn confirms_by_itself(&self) -> bool {
        self.handshake.stage() == Stage::Comparing && self.handshake.comparison().is_none()
    }

    /// When two people invited each other at once, the invite with the lower id lives.
    fn settle_crossing(&mut self, tx: &Transaction<'_>) -> Result<(), EngineError> {
        if self.handshake.purpose() != Purpose::Pair {
            return Ok(());
        }
        for mut other in Self::all(tx)? {
            let crosses = other.handshake.mailbox() != self.handshake.mailbox()
                && other.handshake.purpose() == Purpose::Pair
                && matches!(other.handshake.stage(), Stage::Comparing | Stage::Confirmed | Stage::Open)
                && !other.done;
            if !crosses {
                continue;
            }
            if survivor(self.handshake.mailbox(), other.handshake.mailbox()) == self.handshake.mailbox() {
                other.end(Mismatch::Closed);
                Self { hidden: true, ..other }.save(tx)?;
            } else {
                self.end(Mismatch::Closed);
                self.hidden = true;
            }
        }
        Ok(())
    }
}
