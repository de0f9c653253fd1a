use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{Bytes, DeviceId, Hash, SpaceId};

/// An Ed25519 signature (RFC 8032).
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = Binary))]
pub struct Signature(pub [u8; 64]);

impl std::fmt::Debug for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signature")
    }
}

impl Serialize for Signature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = serde_bytes::ByteBuf::deserialize(deserializer)?;
        let bytes = bytes.as_slice().try_into().map_err(|_| D::Error::invalid_length(bytes.len(), &"64 bytes"))?;
        Ok(Self(bytes))
    }
}

/// A signature that is not by that key over that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit")]
pub struct BadSignature;

/// Checks a signature by `key`, an Ed25519 public key, over `text`.
///
/// # Errors
/// [`BadSignature`], no matter what is wrong with key or signature.
pub fn verify(key: &[u8; 32], text: &[u8], signature: &Signature) -> Result<(), BadSignature> {
    UnparsedPublicKey::new(&ED25519, key).verify(text, &signature.0).map_err(|_| BadSignature)
}

/// What a device signs to register. Every text that Tend signs begins with a label of its own, so that a signature of one is
/// none of another, nor of a text that MLS signs (RFC 9420, section 5.1.2: those begin with a length and `MLS 1.0 `).
pub fn register_text(device: DeviceId) -> Vec<u8> {
    [b"Tend register 1".as_slice(), &device.0].concat()
}

/// What a device signs to open a session.
pub fn session_text(device: DeviceId, challenge: Hash) -> Vec<u8> {
    [b"Tend session 1".as_slice(), &device.0, &challenge.0].concat()
}

/// What a device signs to leave a space.
pub fn leave_text(space: SpaceId, device: DeviceId) -> Vec<u8> {
    [b"Tend leave 1".as_slice(), &space.0, &device.0].concat()
}

/// A statement that a person left a space, signed by the device they did it on. A space that is missing without one is the server's
/// fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedLeave {
    /// The space.
    pub space: SpaceId,
    /// The device that signed.
    pub device: DeviceId,
    /// By that device, over [`leave_text`].
    pub signature: Signature,
    /// Shows the partner's phones whose device it is, since they may not have met it. Opaque to the server, at most
    /// [`SignedLeave::PROOF_BYTES`].
    pub proof: Bytes,
}

impl SignedLeave {
    /// Bytes of the longest proof.
    pub const PROOF_BYTES: usize = 1024;

    /// Checks the signature. The caller knows whether the device may speak for the space.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self) -> Result<(), BadSignature> {
        verify(&self.device.0, &leave_text(self.space, self.device), &self.signature)
    }
}
