use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, Signature, SignedCertificate, SignedRemoval, certificate_text, removal_text, verify};

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
        Self { identity: person, device, signature: identity.sign(&certificate_text(person.into(), device)) }
    }

    /// Checks the signature. Whether the identity is pinned and the device not removed, the space knows.
    ///
    /// # Errors
    /// [`Invalid`].
    pub fn verify(&self) -> Result<(), Invalid> {
        let text = certificate_text(self.identity.into(), self.device);
        verify(self.identity.as_bytes(), &text, &self.signature).map_err(|_| Invalid)
    }

    /// The certificate as the server takes it.
    pub fn for_server(&self) -> SignedCertificate {
        SignedCertificate { person: self.identity.into(), device: self.device, signature: self.signature }
    }
}

impl From<SignedCertificate> for Certificate {
    /// As the server shows it: nothing about it is checked.
    fn from(shown: SignedCertificate) -> Self {
        Self { identity: shown.person.into(), device: shown.device, signature: shown.signature }
    }
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
        Self { identity: person, device, signature: identity.sign(&removal_text(person.into(), device)) }
    }

    /// Checks the signature. Whether the device was ever that person's, the space knows.
    ///
    /// # Errors
    /// [`Invalid`].
    pub fn verify(&self) -> Result<(), Invalid> {
        let text = removal_text(self.identity.into(), self.device);
        verify(self.identity.as_bytes(), &text, &self.signature).map_err(|_| Invalid)
    }

    /// The statement as the server takes it.
    pub fn for_server(&self) -> SignedRemoval {
        SignedRemoval { person: self.identity.into(), device: self.device, signature: self.signature }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::{collection::vec, prelude::*, sample::Index};
    use tend_protocol::{decode, encode};

    use super::*;

    fn person() -> SigningKey {
        SigningKey::from_seed([1; 32])
    }

    #[test]
    fn one_text_is_never_the_other() {
        let device = DeviceId([2; 32]);
        let (certificate, removal) = (Certificate::issue(&person(), device), Removal::issue(&person(), device));
        assert!(certificate.verify().is_ok() && removal.verify().is_ok());
        // The two have the same fields, so each can be read as the other, and is then not signed.
        assert_eq!(decode::<Removal>(&encode(&certificate)).unwrap().verify(), Err(Invalid));
        assert_eq!(decode::<Certificate>(&encode(&removal)).unwrap().verify(), Err(Invalid));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn garbage_certifies_nobody(bytes in vec(any::<u8>(), 0..300), keys: [[u8; 32]; 2]) {
            prop_assert!(decode::<Certificate>(&bytes).is_err() && decode::<Removal>(&bytes).is_err());
            // Any 32 bytes may stand where a key is expected.
            let signature = person().sign(b"anything");
            let certificate = Certificate { identity: IdentityId::from_bytes(keys[0]), device: DeviceId(keys[1]), signature };
            prop_assert_eq!(certificate.verify(), Err(Invalid));
        }

        #[test]
        fn what_is_changed_certifies_nobody(changes in vec((any::<Index>(), any::<u8>()), 1..4), removes: bool) {
            let device = DeviceId([2; 32]);
            let (certificate, removal) = (Certificate::issue(&person(), device), Removal::issue(&person(), device));
            let mut bytes = if removes { encode(&removal) } else { encode(&certificate) };
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Ok(read) = decode::<Certificate>(&bytes) {
                prop_assert_eq!(read.verify().is_ok(), read == certificate);
            }
            if let Ok(read) = decode::<Removal>(&bytes) {
                prop_assert_eq!(read.verify().is_ok(), read == removal);
            }
        }
    }
}
