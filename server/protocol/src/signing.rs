use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{Bytes, DeviceId, Hash, PersonKey, ServerKey, SpaceId};

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

/// What a server signs to show that it has its key. Every text that Tend signs begins with a label of its own, so that a signature of
/// one is none of another, nor of a text that MLS signs (RFC 9420, section 5.1.2: those begin with a length and `MLS 1.0 `).
pub fn identify_text(server: ServerKey, nonce: Hash) -> Vec<u8> {
    [b"Tend server 1".as_slice(), &server.0, &nonce.0].concat()
}

/// What a device signs to register. It names the server, so that no other can use the signature.
pub fn register_text(server: ServerKey, device: DeviceId) -> Vec<u8> {
    [b"Tend register 2".as_slice(), &server.0, &device.0].concat()
}

/// What a device signs to open a session. It names the server: one that passes on another's challenge gets nothing that the other takes.
pub fn session_text(server: ServerKey, device: DeviceId, challenge: Hash) -> Vec<u8> {
    [b"Tend session 2".as_slice(), &server.0, &device.0, &challenge.0].concat()
}

/// What a person's identity key signs to say that a device is theirs.
pub fn certificate_text(person: PersonKey, device: DeviceId) -> Vec<u8> {
    [b"Tend device 1".as_slice(), &person.0, &device.0].concat()
}

/// What a person's identity key signs to say that a device is not theirs any more.
pub fn removal_text(person: PersonKey, device: DeviceId) -> Vec<u8> {
    [b"Tend removal 1".as_slice(), &person.0, &device.0].concat()
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

/// A person's statement that a device is theirs, for the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedCertificate {
    /// The person.
    pub person: PersonKey,
    /// The device.
    pub device: DeviceId,
    /// By the person's identity key, over [`certificate_text`].
    pub signature: Signature,
}

impl SignedCertificate {
    /// Checks the signature. Whether the device was removed since, it does not say.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self) -> Result<(), BadSignature> {
        verify(&self.person.0, &certificate_text(self.person, self.device), &self.signature)
    }
}

/// A person's statement that a device is not theirs any more, for the server. It holds for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedRemoval {
    /// The person.
    pub person: PersonKey,
    /// The device.
    pub device: DeviceId,
    /// By the person's identity key, over [`removal_text`].
    pub signature: Signature,
}

impl SignedRemoval {
    /// Checks the signature. Whether the device was that person's, it has said itself.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self) -> Result<(), BadSignature> {
        verify(&self.person.0, &removal_text(self.person, self.device), &self.signature)
    }
}
