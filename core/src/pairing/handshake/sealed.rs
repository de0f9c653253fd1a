//! What crosses after both sides' keys are known.

use tend_protocol::{Signature, verify};
use zeroize::Zeroizing;

use super::{Met, Mismatch, Refused, SealedPayload, Side, Stage, Step};
use crate::{
    identity::SigningKey,
    pairing::{
        key_schedule::{TAG_BYTES, signed_text},
        message::MESSAGE_BYTES,
    },
};

/// Sealed messages of each side.
pub const SEALED_MESSAGES: u32 = 4;

/// Bytes of the longest payload.
pub const PAYLOAD_BYTES: usize = MESSAGE_BYTES - HEAD_BYTES - SIGNATURE_BYTES - LENGTH_BYTES - TAG_BYTES;

/// The sizes, in bytes, that a sealed message may have: the payload is filled up with zeros, so that its size tells little.
const SIZES: [usize; 4] = [1024, 4096, 16_384, MESSAGE_BYTES];

/// Version and kind, before the ciphertext.
const HEAD_BYTES: usize = 2;
const SIGNATURE_BYTES: usize = 64;
const LENGTH_BYTES: usize = 4;

impl Met {
    pub(super) fn stage(&self) -> Stage {
        match (self.signature, self.opened) {
            (None, _) => Stage::Comparing,
            (Some(_), 0) => Stage::Confirmed,
            (Some(_), _) => Stage::Open,
        }
    }

    pub(super) fn confirm(&mut self, role: Side, key: &SigningKey) -> Option<SealedPayload> {
        if self.signature.is_none() {
            self.signature = Some(key.sign(&signed_text(role, &self.shared.transcript)));
        }
        self.held.take()
    }

    pub(super) fn seal(&mut self, role: Side, index: u32, payload: &[u8]) -> Result<Vec<u8>, Refused> {
        let signature = self.signature.ok_or(Refused::NotYet)?;
        let opens_the_talk = role == Side::Joiner && self.sealed == 0;
        if self.opened == 0 && !opens_the_talk {
            return Err(Refused::NotYet);
        }
        if self.sealed == SEALED_MESSAGES {
            return Err(Refused::TooMany);
        }
        let mut bytes = frame((self.sealed == 0).then_some(&signature), payload).ok_or(Refused::TooLarge)?;
        self.shared.seal(role, self.sealed, index, &mut bytes);
        self.sealed += 1;
        Ok(std::mem::take(&mut *bytes))
    }

    pub(super) fn receive(&mut self, role: Side, index: u32, ciphertext: &[u8]) -> Result<Step, Mismatch> {
        // The joiner speaks first, and each side's further messages come after both firsts.
        let opens_the_talk = role == Side::Inviter && self.opened == 0;
        if self.sealed == 0 && !opens_the_talk {
            return Err(Mismatch::OutOfTurn);
        }
        if self.opened == SEALED_MESSAGES {
            return Err(Mismatch::TooMany);
        }
        let sealer = role.other();
        let bytes = self.shared.open(sealer, self.opened, index, ciphertext).ok_or(Mismatch::WrongSeal)?;
        let first = self.opened == 0;
        let (signature, payload) = unframe(first, &bytes).ok_or(Mismatch::Malformed)?;
        if let Some(signature) = signature {
            let text = signed_text(sealer, &self.shared.transcript);
            verify(&self.other.signing.0, &text, &signature).map_err(|_| Mismatch::WrongSignature)?;
        }
        self.opened += 1;
        if self.signature.is_some() {
            Ok(Step::Opened(payload))
        } else {
            self.held = Some(payload);
            Ok(Step::OtherConfirmed)
        }
    }
}

/// Signature (in a side's first message), length, payload, zeros up to the next size; `None` if it fits none. There is room for the
/// tag, so that sealing in place does not move the plaintext and leave it behind.
fn frame(signature: Option<&Signature>, payload: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if payload.len() > PAYLOAD_BYTES {
        return None;
    }
    let signature = signature.map_or(&[][..], |signature| &signature.0);
    let length = u32::try_from(payload.len()).ok()?;
    let least = HEAD_BYTES + signature.len() + LENGTH_BYTES + payload.len() + TAG_BYTES;
    let size = SIZES.into_iter().find(|size| least <= *size)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(size));
    bytes.extend_from_slice(signature);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(payload);
    bytes.resize(size - HEAD_BYTES - TAG_BYTES, 0);
    Some(bytes)
}

/// The parts of what [`frame`] made; `None` for anything else.
fn unframe(signed: bool, bytes: &[u8]) -> Option<(Option<Signature>, SealedPayload)> {
    let (signature, rest) = bytes.split_at_checked(if signed { SIGNATURE_BYTES } else { 0 })?;
    let (length, rest) = rest.split_first_chunk::<LENGTH_BYTES>()?;
    let (payload, filling) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let signature = if signed { Some(Signature(signature.try_into().ok()?)) } else { None };
    filling.iter().all(|byte| *byte == 0).then(|| (signature, SealedPayload(payload.to_vec())))
}
