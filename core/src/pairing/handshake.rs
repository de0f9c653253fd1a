mod outcome;
mod sealed;
#[cfg(test)]
mod tests;

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use tend_protocol::{Bytes, DeviceId, Hash, MailboxId, Signature, SpaceId};

pub use outcome::{Mismatch, Peer, Refused, Side, Stage, Step};
pub use sealed::{PAYLOAD_BYTES, SEALED_MESSAGES};

use super::{
    Comparison, Invite, Purpose, SealedPayload, Secret, Way,
    key_schedule::{Context, Shared},
    message::{Keys, MESSAGE_BYTES, Message},
};
use crate::identity::{Entropy, IdentityId, SigningKey};

/// One side of a handshake. Store it, with what it has to post, before the first byte of a new message leaves: a copy from before
/// would make another message in the same place. Its secrets are wiped from memory when they are used up or dropped.
#[derive(Clone, Serialize, Deserialize)]
pub struct Handshake {
    role: Side,
    context: Context,
    own: Keys,
    sent: Vec<Bytes>,
    seen: Vec<Hash>,
    state: State,
}

#[derive(Clone, Serialize, Deserialize)]
enum State {
    /// The inviter, before anyone came.
    Inviting(Start),
    /// The joiner, committed.
    Joining { start: Start, inviter: Option<IdentityId> },
    /// The inviter, which showed its keys to the one who committed.
    Committed { start: Start, commitment: Hash },
    /// Both sides' keys are known.
    Met(Box<Met>),
    /// For good.
    Ended(Mismatch),
}

/// The secrets that are gone once both sides' keys are known.
#[derive(Clone, Serialize, Deserialize)]
struct Start {
    exchange: Secret,
    invited: Option<Secret>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Met {
    shared: Shared,
    other: Keys,
    compares: bool,
    /// By this side, once it confirmed.
    signature: Option<Signature>,
    /// Sealed messages of each side so far.
    sealed: u32,
    opened: u32,
    /// What the other side sealed before this one confirmed.
    held: Option<SealedPayload>,
}

impl Handshake {
    /// Begins as the one who invites. There is no message to post yet. `key` is the person's, for either purpose.
    ///
    /// # Errors
    /// [`Refused::OtherKey`] if the invite names another inviter.
    pub fn invite(invite: &Invite, key: &SigningKey, entropy: &dyn Entropy) -> Result<Self, Refused> {
        if matches!(invite.way(), Way::InPerson { inviter, .. } if *inviter != key.identity()) {
            return Err(Refused::OtherKey);
        }
        let (own, start) = begin(invite, key, entropy);
        Ok(Self::new(Side::Inviter, invite, own, State::Inviting(start)))
    }

    /// Begins as the one who got the invite. The first message must be posted. `key` is the person's for [`Purpose::Pair`], and
    /// the device's for [`Purpose::Link`], where the device has no person yet.
    ///
    /// # Errors
    /// [`Refused::OwnInvite`] if the invite names the joiner as its inviter.
    pub fn join(invite: &Invite, key: &SigningKey, entropy: &dyn Entropy) -> Result<Self, Refused> {
        let inviter = match invite.way() {
            Way::InPerson { inviter, .. } => Some(*inviter),
            Way::Link { .. } | Way::Code(_) => None,
        };
        if inviter == Some(key.identity()) {
            return Err(Refused::OwnInvite);
        }
        let (own, start) = begin(invite, key, entropy);
        let mut handshake = Self::new(Side::Joiner, invite, own, State::Joining { start, inviter });
        handshake.post(Message::Commitment(handshake.context.commitment(&own)));
        Ok(handshake)
    }

    fn new(role: Side, invite: &Invite, own: Keys, state: State) -> Self {
        Self { role, context: Context::of(invite), own, sent: Vec::new(), seen: Vec::new(), state }
    }

    /// Takes the other side's message from the mailbox. What a mailbox gives again is [`Step::Known`]. New messages may be in
    /// [`Self::outgoing`] afterwards.
    ///
    /// # Errors
    /// [`Mismatch`]: the handshake is over, its secrets are wiped, and the mailbox must be deleted.
    pub fn receive(&mut self, index: u32, bytes: &[u8]) -> Result<Step, Mismatch> {
        let step = self.advance(index, bytes);
        if let Err(mismatch) = &step {
            self.state = State::Ended(*mismatch);
        }
        step
    }

    fn advance(&mut self, index: u32, bytes: &[u8]) -> Result<Step, Mismatch> {
        if let State::Ended(mismatch) = self.state {
            return Err(mismatch);
        }
        if bytes.len() > MESSAGE_BYTES {
            return Err(Mismatch::TooLarge);
        }
        if self.sent.iter().any(|own| own.0 == bytes) {
            return Err(Mismatch::Reflected);
        }
        let hash = Hash::try_from(digest(&SHA256, bytes).as_ref()).map_err(|_| Mismatch::Malformed)?;
        let place = usize::try_from(index).map_err(|_| Mismatch::OutOfOrder)?;
        match self.seen.get(place) {
            Some(known) if *known == hash => return Ok(Step::Known),
            Some(_) => return Err(Mismatch::Changed),
            None if place != self.seen.len() => return Err(Mismatch::OutOfOrder),
            None => {}
        }
        let step = self.take(index, Message::decode(bytes)?)?;
        self.seen.push(hash);
        Ok(step)
    }

    fn take(&mut self, index: u32, message: Message<'_>) -> Result<Step, Mismatch> {
        if let (State::Met(met), Message::Sealed(ciphertext)) = (&mut self.state, &message) {
            return met.receive(self.role, index, ciphertext);
        }
        // Whatever is refused below ends the handshake: the state before is not needed again.
        match (std::mem::replace(&mut self.state, State::Ended(Mismatch::OutOfTurn)), message) {
            (State::Inviting(start), Message::Commitment(commitment)) => {
                self.state = State::Committed { start, commitment };
                self.post(Message::InviterKeys(self.own));
                Ok(Step::Going)
            }
            (State::Joining { start, inviter }, Message::InviterKeys(other)) => {
                if inviter.is_some_and(|inviter| *inviter.as_bytes() != other.signing.0) {
                    return Err(Mismatch::WrongIdentity);
                }
                self.meet(&start, other)?;
                self.post(Message::JoinerKeys(self.own));
                Ok(Step::Met)
            }
            (State::Committed { start, commitment }, Message::JoinerKeys(other)) => {
                if self.context.commitment(&other) != commitment {
                    return Err(Mismatch::WrongCommitment);
                }
                self.meet(&start, other)?;
                Ok(Step::Met)
            }
            _ => Err(Mismatch::OutOfTurn),
        }
    }

    fn meet(&mut self, start: &Start, other: Keys) -> Result<(), Mismatch> {
        if other.signing == self.own.signing {
            return Err(Mismatch::OwnIdentity);
        }
        let transcript = match self.role {
            Side::Inviter => self.context.transcript(&self.own, &other),
            Side::Joiner => self.context.transcript(&other, &self.own),
        };
        let shared = Shared::derive(&start.exchange, &other.exchange, transcript, start.invited.as_ref())
            .ok_or(Mismatch::WeakKey)?;
        // A phone that becomes another of a person's shows whose, however the invite came.
        let compares = start.invited.is_none() || self.context.purpose == Purpose::Link;
        let met = Met { shared, other, compares, signature: None, sealed: 0, opened: 0, held: None };
        self.state = State::Met(Box::new(met));
        Ok(())
    }

    /// The person says that both see the same comparison, or that they mean the one whose invite needed none. `key` is the one
    /// that the handshake began with; it signs what both sides saw. Again: no change.
    ///
    /// Returns what the other side had sealed, if it was here before.
    ///
    /// # Errors
    /// [`Refused::NotYet`] before both sides' keys are known, [`Refused::OtherKey`], [`Refused::Ended`].
    pub fn confirm(&mut self, key: &SigningKey) -> Result<Option<SealedPayload>, Refused> {
        if key.public() != self.own.signing.0 {
            return Err(Refused::OtherKey);
        }
        let role = self.role;
        Ok(self.met()?.confirm(role, key))
    }

    /// Seals `payload` for the other side; the message is in [`Self::outgoing`] afterwards. The joiner's first comes after its
    /// confirmation, the inviter's first after both confirmations, and more when both firsts are there.
    ///
    /// # Errors
    /// [`Refused::NotYet`], [`Refused::TooLarge`] above [`PAYLOAD_BYTES`], [`Refused::TooMany`] above [`SEALED_MESSAGES`],
    /// [`Refused::Ended`].
    pub fn seal(&mut self, payload: &[u8]) -> Result<(), Refused> {
        let role = self.role;
        let index = u32::try_from(self.sent.len()).map_err(|_| Refused::TooMany)?;
        let ciphertext = self.met()?.seal(role, index, payload)?;
        self.post(Message::Sealed(&ciphertext));
        Ok(())
    }

    /// It is over, if it was not before: the secrets are wiped, and the mailbox must be deleted.
    pub fn end(&mut self, why: Mismatch) {
        if !matches!(self.state, State::Ended(_)) {
            self.state = State::Ended(why);
        }
    }

    fn post(&mut self, message: Message<'_>) {
        self.sent.push(message.encode());
    }

    fn met(&mut self) -> Result<&mut Met, Refused> {
        match &mut self.state {
            State::Met(met) => Ok(met),
            State::Ended(_) => Err(Refused::Ended),
            _ => Err(Refused::NotYet),
        }
    }

    /// This side's messages so far, each at the index of its place in the mailbox. Posting one again does no harm.
    pub fn outgoing(&self) -> &[Bytes] {
        &self.sent
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        match &self.state {
            State::Inviting(_) | State::Joining { .. } | State::Committed { .. } => Stage::Meeting,
            State::Met(met) => met.stage(),
            State::Ended(why) => Stage::Ended(*why),
        }
    }

    /// What both people compare; `None` before both sides' keys are known, after the end, and where no comparison is needed.
    pub fn comparison(&self) -> Option<Comparison> {
        match &self.state {
            State::Met(met) if met.compares => Some(met.shared.comparison()),
            _ => None,
        }
    }

    /// The other side, once this one confirmed and the other's signature was checked.
    pub fn other(&self) -> Option<Peer> {
        let State::Met(met) = &self.state else { return None };
        let known = met.signature.is_some() && met.opened > 0;
        known.then(|| match (self.role, self.context.purpose) {
            (Side::Inviter, Purpose::Link) => Peer::Device(DeviceId(met.other.signing.0)),
            _ => Peer::Person(IdentityId::from_bytes(met.other.signing.0)),
        })
    }

    /// The space that the two people of a pairing will be in, and who the other is; `None` before this side confirmed, and when linking.
    /// Both sides derive the id from what only they share. Until the other side sealed something it has not proved its key here: who is
    /// in a space of that id with that person's certificate has.
    pub fn couple(&self) -> Option<(SpaceId, IdentityId)> {
        let State::Met(met) = &self.state else { return None };
        let pairs = self.context.purpose == Purpose::Pair && met.signature.is_some();
        pairs.then(|| (met.shared.couple_space, IdentityId::from_bytes(met.other.signing.0)))
    }

    /// Which side this is.
    pub fn role(&self) -> Side {
        self.role
    }

    /// What the two sides want of each other.
    pub fn purpose(&self) -> Purpose {
        self.context.purpose
    }

    /// Where they meet.
    pub fn mailbox(&self) -> MailboxId {
        self.context.mailbox
    }
}

fn begin(invite: &Invite, key: &SigningKey, entropy: &dyn Entropy) -> (Keys, Start) {
    let exchange = Secret::generate(entropy);
    let public = x25519_dalek::x25519(exchange.0, x25519_dalek::X25519_BASEPOINT_BYTES);
    let own = Keys { exchange: Hash(public), signing: Hash(key.public()), nonce: Hash(entropy.bytes()) };
    let invited = match invite.way() {
        Way::InPerson { secret, .. } => Some(secret.clone()),
        Way::Link { .. } | Way::Code(_) => None,
    };
    (own, Start { exchange, invited })
}

impl std::fmt::Debug for Handshake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handshake")
            .field("role", &self.role)
            .field("purpose", &self.context.purpose)
            .field("stage", &self.stage())
            .finish_non_exhaustive()
    }
}
