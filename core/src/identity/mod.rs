//! Who a person and a device are: Ed25519 keys, the certificate that ties a device to its person, and the statement that a
//! device is removed.

mod certificate;
mod keys;

pub use certificate::{Certificate, Invalid, Removal};
pub use keys::{Entropy, IdentityId, SigningKey, SystemEntropy};
