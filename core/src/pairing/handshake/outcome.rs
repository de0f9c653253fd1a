use serde::{Deserialize, Serialize};
use tend_protocol::DeviceId;

use super::SealedPayload;
use crate::identity::IdentityId;

/// A side of a handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one who made the invite and opened the mailbox.
    Inviter,
    /// The one who got the invite.
    Joiner,
}

impl Side {
    pub(in crate::pairing) fn byte(self) -> u8 {
        match self {
            Self::Inviter => 1,
            Self::Joiner => 2,
        }
    }

    pub(in crate::pairing) fn other(self) -> Self {
        match self {
            Self::Inviter => Self::Joiner,
            Self::Joiner => Self::Inviter,
        }
    }
}

/// Where a handshake stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Keys are crossing.
    Meeting,
    /// Both sides' keys are known: the person compares, if need be, and confirms or cancels.
    Comparing,
    /// This side confirmed. The joiner is to seal its payload, if it has not, and waits for the inviter's; the inviter waits
    /// for the joiner's.
    Confirmed,
    /// Both confirmed, and the other side's key that lasts is proved. The inviter is to seal its payload, if it has not.
    Open,
    /// Over for good, and why.
    Ended(Mismatch),
}

/// What a message brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// It was here before.
    Known,
    /// Keys are crossing.
    Going,
    /// Both sides' keys are known: [`Stage::Comparing`].
    Met,
    /// The other side confirmed. What it sealed is kept until this one confirms.
    OtherConfirmed,
    /// What the other side sealed; with the first, its signature was checked.
    Opened(SealedPayload),
}

/// The other side, by the key that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// A person: the partner, or to a new device its own person.
    Person(IdentityId),
    /// A new device of one's own, which has no person yet.
    Device(DeviceId),
}

macro_rules! mismatches {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $words:literal;)*) => {
        /// Why a handshake is over. The mailbox must be deleted; to try again, a person makes a new invite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
        pub enum Mismatch {
            $($(#[$doc])* #[serde(rename = $code)] #[error($words)] $name,)*
        }
    };
}

mismatches! {
    /// A message is not of any form.
    Malformed, "malformed", "a message is malformed";
    /// A message of a newer version of Tend.
    NewerVersion, "newer_version", "the other side has a newer version";
    /// A message is longer than any.
    TooLarge, "too_large", "a message is too large";
    /// More sealed messages than there may be.
    TooMany, "too_many", "there are too many messages";
    /// A place was left out.
    OutOfOrder, "out_of_order", "a message is missing";
    /// A message that does not belong here, or too early: a replay, or the other side's turn was not yet.
    OutOfTurn, "out_of_turn", "a message came out of turn";
    /// Another message in a place that had one.
    Changed, "changed", "a message was replaced";
    /// One of one's own messages came back.
    Reflected, "reflected", "a message came back to its sender";
    /// The joiner's keys are not those that it committed to, or it joined for another purpose or by another way.
    WrongCommitment, "wrong_commitment", "the other side's keys were exchanged";
    /// The inviter is not the one of the invite.
    WrongIdentity, "wrong_identity", "another person answered the invite";
    /// Both sides are the same person: a device is linked, not paired.
    OwnIdentity, "own_identity", "both sides are the same person";
    /// The other side's X25519 key is of low order.
    WeakKey, "weak_key", "the other side's key is not safe";
    /// What was sealed does not open: the other side saw other keys, or lacks the invite's secret.
    WrongSeal, "wrong_seal", "a message does not open";
    /// The other side does not have the key that it showed.
    WrongSignature, "wrong_signature", "the other side's signature does not fit";
    /// What the other side sealed is not theirs to say here, or not true.
    NotTheirs, "not_theirs", "the other side said what is not theirs to say";
    /// The person said no, or took the invite back.
    Cancelled, "cancelled", "it was cancelled";
    /// The other side said no or took the invite back, or a third phone came.
    Closed, "closed", "the other side closed it";
    /// Not both said yes in time.
    RanOut, "ran_out", "it ran out";
    /// The phone that was to become another of a person's holds what its own person would miss.
    PhoneInUse, "phone_in_use", "the phone is in use";
    /// The person has a partner in Tend.
    AlreadyPaired, "already_paired", "the person has a partner already";
}

/// What cannot be done with a handshake; it goes on as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is not this side's turn.
    #[error("it is too early")]
    NotYet,
    /// The key is not the one of the handshake or of its invite.
    #[error("the key is another")]
    OtherKey,
    /// A person cannot join their own invite.
    #[error("the invite is one's own")]
    OwnInvite,
    /// The payload is too large.
    #[error("the payload is too large")]
    TooLarge,
    /// This side has sealed as many messages as it may.
    #[error("there are too many messages")]
    TooMany,
    /// It is over.
    #[error("it is over")]
    Ended,
}
