//! PendingInvite another device at the server's rendezvous: pairing two people, and linking a person's next device.

use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, KeyPackageStock, MailboxId, MailboxState, SpaceId, decode, encode};

use super::{
    EngineError, OwnDevice, Role, SpaceState, SpaceStatus,
    devices::{Partnership, ThisDevice, record_of, record_of_space},
    intents::keep_package,
    membership, moving, parting,
    server::Server,
};
use crate::{
    identity::{Certificate, IdentityId, SigningKey},
    pairing::{Handshake, Invite, Peer, Purpose, Side, Stage, Step, survivor},
    records::{Couple, Own, RecordId, RecordTypes, Records, State},
    spaces::{Group, GroupName, SUITE, key_packages},
    store::{Namespace, StoreError, Transaction},
};

/// An invite under way.
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
    /// What this side had to do is done.
    pub done: bool,
    /// The mailbox must be deleted on the server.
    pub(super) burn: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PairingMessage {
    /// The one who joins a pairing: the device to add.
    Pair { certificate: Certificate, package: Bytes },
    /// The one who invited: the space that both will be in.
    Paired { space: SpaceId },
    /// The new device, whose key is known from the handshake, and what it is called.
    Link { name: String },
    /// The person's key and space, for their new device.
    Linked { identity: SigningKey, certificate: Certificate, own_space: SpaceId },
    /// The new device can be added.
    Ready { package: Bytes },
}

impl PendingInvite {
    pub fn new(invite: Invite, handshake: Handshake, now: i64) -> Self {
        let until = now.saturating_add(i64::from(invite.seconds()));
        let server = Server::of(&invite);
        Self { invite, handshake, server, until, opened: false, posted: 0, done: false, burn: false }
    }

    pub fn load(tx: &Transaction<'_>, mailbox: MailboxId) -> Result<Option<Self>, StoreError> {
        tx.value(Namespace::Invite, &mailbox.0)
    }

    pub fn all(tx: &Transaction<'_>) -> Result<Vec<Self>, StoreError> {
        Ok(tx.values(Namespace::Invite, &[])?.into_iter().map(|(_, meeting)| meeting).collect())
    }

    /// Whether this device is about to become another person's.
    pub fn becomes_linked(tx: &Transaction<'_>) -> Result<bool, StoreError> {
        let joins = |meeting: &Self| {
            meeting.handshake.purpose() == Purpose::Link
                && meeting.handshake.role() == Side::Joiner
                && !meeting.done
                && !matches!(meeting.handshake.stage(), Stage::Ended(_))
        };
        Ok(Self::all(tx)?.iter().any(joins))
    }

    pub fn save(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        tx.put_value(Namespace::Invite, &self.handshake.mailbox().0, self)
    }

    /// It is off: the secrets go now, and the mailbox when the server can be reached.
    pub fn cancel(&mut self) {
        self.handshake.cancel();
        self.burn = true;
    }

    /// The person says yes: what the other side had sealed, if it came before, is taken, and this side's part goes out.
    pub fn confirm(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        now: i64,
    ) -> Result<(), EngineError> {
        let key = match (self.handshake.purpose(), self.handshake.role()) {
            (Purpose::Link, Side::Joiner) => &device.key,
            _ => &device.identity,
        };
        let Ok(held) = self.handshake.confirm(key) else { return Ok(()) };
        if self.handshake.role() == Side::Joiner {
            let said = match self.handshake.purpose() {
                Purpose::Pair => {
                    let package = key_packages::generate(tx, &device.key, &device.certificate, false)?;
                    PairingMessage::Pair { certificate: device.certificate, package: Bytes(package) }
                }
                Purpose::Link => PairingMessage::Link { name: device_name(tx, device)? },
            };
            self.say(&said);
        }
        if let Some(held) = held {
            self.take(tx, types, device, &held, now)?;
        }
        Ok(())
    }

    fn say(&mut self, said: &PairingMessage) {
        // The order of turns is the handshake's; what it refuses now is an end that the next look shows.
        if self.handshake.seal(&encode(said)).is_err() {
            self.cancel();
        }
    }

    /// What the other side sealed.
    fn take(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        bytes: &[u8],
        now: i64,
    ) -> Result<(), EngineError> {
        match (decode(bytes), self.handshake.other()) {
            (Ok(PairingMessage::Pair { certificate, package }), Some(Peer::Person(partner))) => {
                self.create_couple_space(tx, types, device, partner, (certificate, &package), now)
            }
            (Ok(PairingMessage::Paired { space }), Some(Peer::Person(partner))) => {
                if SpaceState::of_role(tx, Role::Couple)?.is_some() || !moving::settle(tx, device, &self.server)? {
                    self.cancel();
                    return Ok(());
                }
                partner_with(tx, types, device, space, partner, now)?;
                SpaceState::joining(space, Role::Couple, SUITE).save(tx)?;
                self.finish(true);
                Ok(())
            }
            (Ok(PairingMessage::Link { name }), Some(Peer::Device(new))) => {
                let certificate = Certificate::issue(&device.identity, new);
                // From now on the person's devices see to it that this one gets in, even if nothing more is heard of it here.
                let record = OwnDevice { certificate, name: name.chars().take(40).collect(), removal: None };
                Records::<Own>::new(tx, device.own_space, device.id())
                    .put(record_of(new), &record)
                    .map_err(|_| StoreError::Damaged)?;
                let identity = device.identity.clone();
                self.say(&PairingMessage::Linked { identity, certificate, own_space: device.own_space });
                Ok(())
            }
            (Ok(PairingMessage::Linked { identity, certificate, own_space }), Some(Peer::Person(person))) => {
                self.become_device(tx, device, identity, certificate, own_space, person)
            }
            (Ok(PairingMessage::Ready { package }), Some(Peer::Device(new))) => {
                keep_package(tx, device.own_space, new, &package)?;
                self.finish(true);
                Ok(())
            }
            _ => {
                self.cancel();
                Ok(())
            }
        }
    }

    /// The inviter makes the couple space, now that both have confirmed.
    fn create_couple_space(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        partner: IdentityId,
        (certificate, package): (Certificate, &Bytes),
        now: i64,
    ) -> Result<(), EngineError> {
        // The couple space is made on this person's server, and the other side looks for it on the invite's.
        let is_here = device.server.as_ref().is_some_and(|home| home.is(&self.server));
        let fits = is_here && certificate.identity == partner && certificate.verify().is_ok();
        if !fits || SpaceState::of_role(tx, Role::Couple)?.is_some() {
            self.cancel();
            return Ok(());
        }
        // Both come to the same id from the mailbox's, so nothing of it has to be drawn.
        let space = SpaceId(RecordId::derived(b"Tend couple space", &self.handshake.mailbox().0).0);
        partner_with(tx, types, device, space, partner, now)?;
        Group::create(tx, GroupName { space, generation: 0 }, &device.key, &device.certificate)?;
        SpaceState::new(space, Role::Couple, SUITE, SpaceStatus::Local).save(tx)?;
        keep_package(tx, space, certificate.device, package)?;
        self.say(&PairingMessage::Paired { space });
        self.finish(false);
        Ok(())
    }

    /// This device becomes another of the person's. It had nothing to lose: that was checked when it joined.
    fn become_device(
        &mut self,
        tx: &Transaction<'_>,
        device: &ThisDevice,
        identity: SigningKey,
        certificate: Certificate,
        own_space: SpaceId,
        person: IdentityId,
    ) -> Result<(), EngineError> {
        let fits = identity.identity() == person
            && certificate.identity == person
            && certificate.device == device.id()
            && certificate.verify().is_ok();
        if !fits {
            self.cancel();
            return Ok(());
        }
        if let Some(own) = SpaceState::load(tx, device.own_space)? {
            parting::forget_space(tx, &own)?;
        }
        // Key packages of the person that this device was for are of no use to this one.
        tx.delete_value(Namespace::Device, b"stock")?;
        tx.put_value(Namespace::Device, b"stock-known", &KeyPackageStock { left: 0, last_resort_fresh: false })?;
        let server = Some(moving::chosen(device, &self.server));
        let device = ThisDevice { identity, certificate, own_space, server, ..device.clone() };
        device.save(tx)?;
        membership::pin(tx, own_space, person)?;
        SpaceState::joining(own_space, Role::Own, SUITE).save(tx)?;
        let package = key_packages::generate(tx, &device.key, &device.certificate, false)?;
        self.say(&PairingMessage::Ready { package: Bytes(package) });
        self.finish(false);
        Ok(())
    }

    fn finish(&mut self, burn: bool) {
        self.done = true;
        self.burn |= burn;
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

    /// Given in person, the invite's secret proves both sides, and nothing is left to compare. Only who hands out their own key, to a new
    /// device, is asked all the same.
    fn confirms_by_itself(&self) -> bool {
        let hands_out_key = self.handshake.purpose() == Purpose::Link && self.handshake.role() == Side::Inviter;
        self.handshake.comparison().is_none() && !hands_out_key
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
                other.cancel();
                other.save(tx)?;
            } else {
                self.cancel();
            }
        }
        Ok(())
    }
}

fn device_name(tx: &Transaction<'_>, device: &ThisDevice) -> Result<String, StoreError> {
    let own = Records::<Own>::new(tx, device.own_space, device.id());
    let found = own.find::<OwnDevice>(record_of(device.id())).map_err(|_| StoreError::Damaged)?;
    Ok(found.map(|found| found.value.name).unwrap_or_default())
}

/// Pins the partner, and tells the person's other devices of the couple space.
fn partner_with(
    tx: &Transaction<'_>,
    types: RecordTypes,
    device: &ThisDevice,
    space: SpaceId,
    partner: IdentityId,
    now: i64,
) -> Result<(), EngineError> {
    membership::pin(tx, space, device.person())?;
    membership::pin(tx, space, partner)?;
    let own = Records::<Own>::new(tx, device.own_space, device.id());
    let couple = Records::<Couple>::new(tx, space, device.id());
    for record_type in types.all().filter(|one| one.given_at_pairing) {
        for stored in tx.live_records(device.own_space, record_type.name)? {
            // What the person gave for their partner to see; it travels encrypted, now that both have confirmed.
            let state: State = decode(&stored.state).map_err(|_| StoreError::Damaged)?;
            let Some(shown) = state.shown() else { continue };
            couple.copy(stored.id, record_type, shown).map_err(|_| StoreError::Damaged)?;
        }
    }
    own.put(record_of_space(space), &Partnership { space, partner, since: now }).map_err(|_| StoreError::Damaged)?;
    Ok(())
}

#[cfg(test)]
mod tests;
