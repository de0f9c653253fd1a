use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::identity::Entropy;

/// 32 secret bytes. Wiped from memory when dropped; `Debug` does not tell them.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(#[serde(with = "serde_bytes")] pub(super) [u8; 32]);

impl Secret {
    pub(super) fn generate(entropy: &dyn Entropy) -> Self {
        Self(entropy.bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What the other side sealed: bytes that only the two sides know. Wiped from memory when dropped; `Debug` tells only their number.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealedPayload(#[serde(with = "serde_bytes")] pub(super) Vec<u8>);

impl Deref for SealedPayload {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SealedPayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedPayload of {} bytes", self.0.len())
    }
}
