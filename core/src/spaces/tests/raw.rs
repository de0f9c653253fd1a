//! What a hostile member may make, with OpenMLS itself.

use openmls::prelude::{
    Ciphersuite, CommitBuilder, CredentialWithKey, Initial, KeyPackage, KeyPackageBuilder, MlsGroup, MlsMessageOut,
    OpenMlsProvider,
};
use tend_protocol::EntryKind;

use super::people::{Couple, Phone, refusal};
use crate::spaces::{CIPHERSUITE, Refusal, certified, key_packages, provider::Provider};

pub(super) type Builder<'a> = CommitBuilder<'a, Initial>;

/// A commit as the phone's own group would make it, but with anything in it.
pub(super) fn raw(phone: &Phone, build: impl FnOnce(Builder<'_>) -> Builder<'_>) -> Vec<u8> {
    with_raw(phone, |mls, provider| {
        let bundle = build(mls.commit_builder().consume_proposal_store(true).force_self_update(true))
            .load_psks(provider.storage())
            .unwrap()
            .build(provider.rand(), provider.crypto(), &phone.key, |_| true)
            .unwrap()
            .stage_commit(provider)
            .unwrap();
        bundle.commit().to_bytes().unwrap()
    })
}

pub(super) fn with_raw<T>(phone: &Phone, work: impl FnOnce(&mut MlsGroup, &Provider<'_>) -> T) -> T {
    phone.group(|group| Ok(work(&mut group.mls, &group.provider))).unwrap()
}

/// A key package with anything in it.
pub(super) fn raw_package(
    phone: &Phone,
    suite: Ciphersuite,
    change: impl FnOnce(KeyPackageBuilder) -> KeyPackageBuilder,
) -> KeyPackage {
    phone
        .transaction(|tx| {
            let builder = KeyPackage::builder()
                .leaf_node_capabilities(key_packages::capabilities())
                .key_package_lifetime(key_packages::all_of_time());
            let provider = Provider::new(tx)?;
            let credential = certified::credential(&phone.certificate);
            let credential = CredentialWithKey { signature_key: phone.device().0.to_vec().into(), ..credential };
            Ok(change(builder).build(suite, &provider, &phone.key, credential).unwrap().key_package().clone())
        })
        .unwrap()
}

pub(super) fn plain_package(phone: &Phone) -> KeyPackage {
    raw_package(phone, CIPHERSUITE, |builder| builder)
}

pub(super) fn message(package: KeyPackage) -> Vec<u8> {
    MlsMessageOut::from(package).to_bytes().unwrap()
}

impl Couple {
    /// Ben's phone 2 sends something hostile. All others refuse it for `reason`, are as they were, and go on with each other.
    pub(super) fn refuse(&self, bytes: &[u8], kind: EntryKind, reason: Refusal) {
        for phone in [&self.phones[0], &self.phones[1], &self.phones[3]] {
            let before = phone.values();
            assert_eq!(refusal(phone.read(bytes, &self.phones[2], kind, &self.trust)), reason);
            assert!(phone.values() == before, "a refusal left something behind");
        }
        self.all_hear(&[0, 1, 3]);
    }

    pub(super) fn refuse_commit(&self, reason: Refusal, build: impl FnOnce(Builder<'_>) -> Builder<'_>) {
        let bytes = raw(&self.phones[2], build);
        self.refuse(&bytes, EntryKind::Commit, reason);
    }

    pub(super) fn refuse_add(&self, package: KeyPackage, reason: Refusal) {
        self.refuse_commit(reason, |builder| builder.propose_adds([package]));
    }
}
