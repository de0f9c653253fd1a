//! What two devices that meet seal for each other, who of them may say what, and what it does.

use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, DeviceId, SpaceId, decode, encode};
use zeroize::Zeroizing;

use super::{
    EngineError, OwnDevice, Partnership, Role, SpaceState, SpaceStatus,
    devices::{ThisDevice, is_in_use, record_of, record_of_space},
    intents::{keep_package, want},
    membership, moving, parting,
    partnership::partner_with,
    pending_invites::PendingInvite,
    stock,
};
use crate::{
    identity::{Certificate, IdentityId, SigningKey},
    pairing::{Mismatch, Peer, Purpose, Side},
    records::{Own, RecordTypes, Records},
    spaces::{Group, GroupName, SUITE, Trust, key_packages},
    store::{StoreError, Transaction},
    written,
};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PairingMessage {
    /// The one who joins a pairing: the device to add.
    Pair { package: Bytes },
    /// The one who invited: the space that both will be in is made. Its id is not said: both derive it.
    Paired,
    /// The new device, whose key is known from the handshake: what it is called.
    Link { name: String },
    /// The person's key and space, for their new device.
    Linked { identity: SigningKey, certificate: Certificate, own_space: SpaceId },
    /// The new device can be added.
    Ready { package: Bytes },
    /// The new device holds what its own person would miss, and stays theirs.
    InUse,
}

impl PendingInvite {
    /// What the other side sealed. What they may say follows from what the two want of each other, whose turn it is, and what was said before;
    /// anything else ends the handshake. This is the one place that decides so.
    pub(super) fn take(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        bytes: &[u8],
        now: i64,
    ) -> Result<(), EngineError> {
        let step = self.heard;
        self.heard += 1;
        match (self.handshake.purpose(), self.handshake.role(), step, decode(bytes)) {
            (Purpose::Pair, Side::Inviter, 0, Ok(PairingMessage::Pair { package })) => {
                self.make_couple_space(tx, types, device, &package, now)
            }
            (Purpose::Pair, Side::Joiner, 0, Ok(PairingMessage::Paired)) => match self.handshake.couple() {
                Some(couple) => self.join_couple_space(tx, types, device, couple, now),
                None => self.refuse(Mismatch::NotTheirs),
            },
            (Purpose::Link, Side::Inviter, 0, Ok(PairingMessage::Link { name })) => self.hand_over(tx, device, &name),
            (Purpose::Link, Side::Inviter, 1, Ok(PairingMessage::Ready { package })) => {
                self.keep_ready(tx, device, &package)
            }
            (Purpose::Link, Side::Inviter, 1, Ok(PairingMessage::InUse)) => self.take_back(tx, device),
            (Purpose::Link, Side::Joiner, 0, Ok(PairingMessage::Linked { identity, certificate, own_space })) => {
                self.become_device(tx, types, device, identity, certificate, own_space)
            }
            _ => self.refuse(Mismatch::NotTheirs),
        }
    }

    /// The joiner's part, once its person has said yes.
    pub(super) fn speak_first(&mut self, tx: &Transaction<'_>, device: &ThisDevice) -> Result<(), EngineError> {
        let said = match self.handshake.purpose() {
            Purpose::Pair => {
                let package = key_packages::generate(tx, &device.key, &device.certificate, false)?;
                PairingMessage::Pair { package: Bytes(package) }
            }
            Purpose::Link => {
                let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
                let found = own.find::<OwnDevice>(record_of(device.id()))?;
                PairingMessage::Link { name: found.map(|found| found.value.name).unwrap_or_default() }
            }
        };
        self.say(&said);
        Ok(())
    }

    fn say(&mut self, said: &PairingMessage) {
        // Each message is sealed in its turn, and within the bounds of the handshake.
        if self.handshake.seal(&Zeroizing::new(encode(said))).is_err() {
            self.end(Mismatch::OutOfTurn);
        }
    }

    /// The inviter makes the couple space, now that both have confirmed.
    fn make_couple_space(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        package: &Bytes,
        now: i64,
    ) -> Result<(), EngineError> {
        if SpaceState::of_role(tx, Role::Couple)?.is_some() {
            return self.refuse(Mismatch::AlreadyPaired);
        }
        // The couple space is made on this person's server, and the other side looks for it on the invite's.
        let is_here = device.server.as_ref().is_some_and(|home| home.is(&self.server));
        let Some((space, partner)) = self.handshake.couple().filter(|_| is_here) else {
            return self.refuse(Mismatch::NotTheirs);
        };
        // The space is made only with a partner who can be added.
        let (Some(other), false) = (certificate_in(package, partner), is_known(tx, device, space)?) else {
            return self.refuse(Mismatch::NotTheirs);
        };
        partner_with(tx, types, device, space, partner, now)?;
        Group::create(tx, GroupName { space, generation: 0 }, &device.key, &device.certificate)?;
        SpaceState::new(space, Role::Couple, SUITE, SpaceStatus::Local).save(tx)?;
        want(tx, space, &other)?;
        keep_package(tx, space, other.device, package)?;
        self.say(&PairingMessage::Paired);
        self.finish(false);
        Ok(())
    }

    /// The joiner waits to be added to the couple space: it was told that the space is made, or found it by itself.
    pub(super) fn join_couple_space(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        (space, partner): (SpaceId, IdentityId),
        now: i64,
    ) -> Result<(), EngineError> {
        if SpaceState::of_role(tx, Role::Couple)?.is_some() {
            return self.refuse(Mismatch::AlreadyPaired);
        }
        if is_known(tx, device, space)? || !moving::settle(tx, device, &self.server)? {
            return self.refuse(Mismatch::NotTheirs);
        }
        partner_with(tx, types, device, space, partner, now)?;
        SpaceState::joining(space, Role::Couple, SUITE).save(tx)?;
        self.finish(true);
        Ok(())
    }

    /// The person's phone hands the person's key to their new one.
    fn hand_over(&mut self, tx: &Transaction<'_>, device: &ThisDevice, name: &str) -> Result<(), EngineError> {
        let Some(Peer::Device(new)) = self.handshake.other() else { return self.refuse(Mismatch::NotTheirs) };
        if membership::is_removed(tx, device.own_space, device.person(), new)? {
            return self.refuse(Mismatch::NotTheirs);
        }
        let certificate = Certificate::issue(&device.identity, new);
        let name = written::name(&name.chars().take(40).collect::<String>()).unwrap_or_default();
        // From now on the person's devices see to it that this one gets in, even if nothing more is heard of it here.
        let record = OwnDevice { certificate, name, removal: None };
        Records::<Own>::new(tx, device.own_space, &device.certificate).put(record_of(new), &record)?;
        let identity = device.identity.clone();
        self.say(&PairingMessage::Linked { identity, certificate, own_space: device.own_space });
        Ok(())
    }

    /// The device that was handed the person's key and has not answered yet.
    pub(super) fn admitted(&self) -> Option<DeviceId> {
        match (self.handshake.purpose(), self.handshake.role(), self.heard, self.handshake.other()) {
            (Purpose::Link, Side::Inviter, 1, Some(Peer::Device(new))) => Some(new),
            _ => None,
        }
    }

    /// The new device is the person's. If its key package does not fit, another one is taken from the server.
    fn keep_ready(&mut self, tx: &Transaction<'_>, device: &ThisDevice, package: &Bytes) -> Result<(), EngineError> {
        let ready = certificate_in(package, device.person());
        if let (Some(new), Some(Peer::Device(known))) = (ready, self.handshake.other())
            && new.device == known
        {
            keep_package(tx, device.own_space, known, package)?;
        }
        self.finish(true);
        Ok(())
    }

    /// The new device did not become the person's.
    fn take_back(&mut self, tx: &Transaction<'_>, device: &ThisDevice) -> Result<(), EngineError> {
        if let Some(Peer::Device(new)) = self.handshake.other() {
            let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
            if own.find::<OwnDevice>(record_of(new))?.is_some() {
                own.delete::<OwnDevice>(record_of(new))?;
            }
        }
        self.refuse(Mismatch::PhoneInUse)
    }

    /// This device becomes another of the person's, if it still holds nothing that its own would miss: that may have changed since it joined,
    /// and since its person said yes. What the other sealed must be what the handshake proved.
    fn become_device(
        &mut self,
        tx: &Transaction<'_>,
        types: RecordTypes,
        device: &ThisDevice,
        identity: SigningKey,
        certificate: Certificate,
        own_space: SpaceId,
    ) -> Result<(), EngineError> {
        let Some(Peer::Person(person)) = self.handshake.other() else { return self.refuse(Mismatch::NotTheirs) };
        let fits = identity.identity() == person
            && certificate.identity == person
            && certificate.device == device.id()
            && certificate.verify().is_ok()
            && SpaceState::load(tx, own_space)?.is_none();
        if !fits {
            return self.refuse(Mismatch::NotTheirs);
        }
        if is_in_use(tx, types, device)? {
            self.say(&PairingMessage::InUse);
            self.end(Mismatch::PhoneInUse);
            (self.last_words, self.burn) = (true, false);
            return Ok(());
        }
        if let Some(own) = SpaceState::load(tx, device.own_space)? {
            parting::forget_space(tx, &own)?;
        }
        for mut other in
            Self::all(tx)?.into_iter().filter(|other| other.handshake.mailbox() != self.handshake.mailbox())
        {
            // It was the other person's that this device is no longer of.
            other.cancel(tx, types, device)?;
            other.save(tx)?;
        }
        // Key packages of the person that this device was for are of no use to this one.
        stock::restock(tx)?;
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

    fn refuse(&mut self, why: Mismatch) -> Result<(), EngineError> {
        self.end(why);
        Ok(())
    }

    fn finish(&mut self, burn: bool) {
        self.done = true;
        self.burn |= burn;
    }
}

/// The certificate of the device that a key package adds, if it is valid and of that person.
fn certificate_in(package: &[u8], person: IdentityId) -> Option<Certificate> {
    let trust = Trust { pinned: [person].into(), removed: Default::default() };
    key_packages::read(package, SUITE, Some(&trust)).ok()
}

/// Whether this device knows a space of that id, or ever had a partner in it.
fn is_known(tx: &Transaction<'_>, device: &ThisDevice, space: SpaceId) -> Result<bool, StoreError> {
    let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
    let partnership = own.id::<Partnership>(record_of_space(space));
    Ok(SpaceState::load(tx, space)?.is_some() || tx.record(device.own_space, partnership)?.is_some())
}

#[cfg(test)]
mod tests;
