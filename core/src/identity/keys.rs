use std::fmt;

use ring::{
    rand::{SecureRandom, SystemRandom},
    signature::{Ed25519KeyPair, KeyPair},
};
use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, Hash, PersonKey, Signature};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Where random bytes come from. A simulation gives seeded ones; a phone the system's.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

impl dyn Entropy + '_ {
    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}

/// The operating system's generator.
#[derive(Debug, Default)]
pub struct SystemEntropy(());

impl Entropy for SystemEntropy {
    /// # Panics
    /// When the operating system has no randomness to give: nothing safe can be done without.
    #[allow(clippy::expect_used)]
    fn fill(&self, bytes: &mut [u8]) {
        SystemRandom::new().fill(bytes).expect("randomness of the operating system");
    }
}

/// A person, by their Ed25519 public key (RFC 8032).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdentityId(Hash);

impl IdentityId {
    /// The person whose public key these bytes are.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Hash(bytes))
    }

    /// The public key.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0.0
    }
}

impl From<PersonKey> for IdentityId {
    fn from(person: PersonKey) -> Self {
        Self(Hash(person.0))
    }
}

impl From<IdentityId> for PersonKey {
    fn from(identity: IdentityId) -> Self {
        Self(*identity.as_bytes())
    }
}

impl fmt::Debug for IdentityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, ..] = self.0.0;
        write!(f, "IdentityId({a:02x}{b:02x}{c:02x}…)")
    }
}

/// An Ed25519 private key, a person's or a device's: its 32-byte seed (RFC 8032, section 5.1.5). Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SigningKey {
    #[serde(with = "serde_bytes")]
    seed: [u8; 32],
}

impl SigningKey {
    /// A new key.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        Self { seed: entropy.bytes() }
    }

    /// The key of a stored seed.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed }
    }

    /// Signs `text`, which begins with a label of its own (see `tend_protocol`'s texts).
    pub fn sign(&self, text: &[u8]) -> Signature {
        let mut signature = Signature([0; 64]);
        signature.0.copy_from_slice(self.pair().sign(text).as_ref());
        signature
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        let mut key = [0; 32];
        key.copy_from_slice(self.pair().public_key().as_ref());
        key
    }

    /// The public key, of a device's key.
    pub fn device(&self) -> DeviceId {
        DeviceId(self.public())
    }

    /// The public key, of a person's key.
    pub fn identity(&self) -> IdentityId {
        IdentityId::from_bytes(self.public())
    }

    #[allow(clippy::expect_used)]
    fn pair(&self) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&self.seed).expect("any 32 bytes are a seed")
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}
