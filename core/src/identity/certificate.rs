use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, Signature, verify};

use super::{IdentityId, SigningKey};

/// A certificate or statement whose signature does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the certificate is not valid")]
pub struct Invalid;

/// A device belongs to a person, signed by the person's identity key. Its CBOR is the content of the device's MLS basic credential
/// (RFC 9420, section 5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The person.
    pub identity: IdentityId,
    /// The device.
    pub device: DeviceId,
    /// By the identity key, over both.
    signature: Signature,
}

impl Certificate {
    /// Certifies `device` with the person's key.
    pub fn issue(identity: &SigningKey, device: DeviceId) -> Self {
        let person = identity.identity();
        Self { identity: person, device, signature: identity.sign(&certificate_text(person, device)) }
    }

    /// Checks the signature. Whether the identity is pinned and the device not removed, the space knows.
    ///
    /// # Errors
    /// [`Invalid`].
    pub fn verify(&self) -> Result<(), Invalid> {
        let text = certificate_text(self.identity, self.device);
        verify(self.identity.as_bytes(), &text, &self.signature).map_err(|_| Invalid)
    }
}

fn certificate_text(identity: IdentityId, device: DeviceId) -> Vec<u8> {
    [b"Tend device 1".as_slice(), identity.as_bytes(), &device.0].concat()
}

/// A device does not belong to a person any more, signed by the person's identity key. It holds for ever, in every space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// The person.
    pub identity: IdentityId,
    /// The device.
    pub device: DeviceId,
    /// By the identity key, over both.
    signature: Signature,
}

impl Removal {
    /// States that `device` is removed.
    pub fn issue(identity: &SigningKey, device: DeviceId) -> Self {
        let person = identity.identity();
        Self { identity: person, device, signature: identity.sign(&removal_text(person, device)) }
    }

    /// Checks the signature. Whether the device was ever that person's, the space knows.
    ///
    /// # Errors
    /// [`Invalid`].
    pub fn verify(&self) -> Result<(), Invalid> {
        let text = removal_text(self.identity, self.device);
        verify(self.identity.as_bytes(), &text, &self.signature).map_err(|_| Invalid)
    }
}

fn removal_text(identity: IdentityId, device: DeviceId) -> Vec<u8> {
    [b"Tend removal 1".as_slice(), identity.as_bytes(), &device.0].concat()
}
