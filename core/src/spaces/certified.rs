use std::collections::BTreeSet;

use openmls::prelude::{BasicCredential, Credential, CredentialWithKey, LeafNode, Member};
use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, decode, encode};

use super::Refusal;
use crate::identity::{Certificate, IdentityId};

/// Whom a space trusts. The engine keeps it in the store, and passes it as it is at the place of the log that is being read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// The people whose devices may be in the space.
    pub pinned: BTreeSet<IdentityId>,
    /// The certificates that are never valid again: whose, and of which device. A person can take back what they certified and nothing else.
    pub removed: BTreeSet<(IdentityId, DeviceId)>,
}

impl Trust {
    /// Checks a certificate: its signature, that its person is pinned, and that they have not taken it back.
    ///
    /// # Errors
    /// [`Refusal::BadCertificate`], [`Refusal::UnknownIdentity`] or [`Refusal::RemovedDevice`].
    pub fn check(&self, certificate: &Certificate) -> Result<(), Refusal> {
        certificate.verify().map_err(|_| Refusal::BadCertificate)?;
        if !self.pinned.contains(&certificate.identity) {
            return Err(Refusal::UnknownIdentity);
        }
        if self.removed.contains(&(certificate.identity, certificate.device)) {
            return Err(Refusal::RemovedDevice);
        }
        Ok(())
    }
}

/// What stands in a leaf for a device: its certificate and its key.
pub(super) fn credential(certificate: &Certificate) -> CredentialWithKey {
    CredentialWithKey {
        credential: BasicCredential::new(encode(certificate)).into(),
        signature_key: certificate.device.0.to_vec().into(),
    }
}

/// The certificate of a leaf, whose device key is the leaf's signature key. Its own signature is not checked here.
pub(super) fn certificate(credential: &Credential, signature_key: &[u8]) -> Result<Certificate, Refusal> {
    let basic = BasicCredential::try_from(credential.clone()).map_err(|_| Refusal::BadCertificate)?;
    let certificate: Certificate = decode(basic.identity()).map_err(|_| Refusal::BadCertificate)?;
    if certificate.device.0 != signature_key {
        return Err(Refusal::BadCertificate);
    }
    Ok(certificate)
}

/// The certificate of a member.
pub(super) fn of_member(member: &Member) -> Result<Certificate, Refusal> {
    certificate(&member.credential, &member.signature_key)
}

/// The certificate of a leaf, which may have no extensions.
pub(super) fn of_leaf(leaf: &LeafNode) -> Result<Certificate, Refusal> {
    if leaf.extensions().iter().next().is_some() {
        return Err(Refusal::Extension);
    }
    certificate(leaf.credential(), leaf.signature_key().as_slice())
}
