//! Keys that nobody can encrypt to, in key packages, in leaves and in the other nodes of a commit's path.

use openmls::prelude::{KeyPackage, OpenMlsProvider};
use tend_protocol::EntryKind;

use super::{
    evil::{Evil, Which},
    people::{Couple, Phone, refusal},
    raw::{message, with_raw},
};
use crate::spaces::{CIPHERSUITE, Refusal, SUITE, certified, key_packages, provider::Provider};

/// Too short, too long, and of the right length but no key: in ML-KEM's part, and in X25519's.
fn bad_keys() -> Vec<Vec<u8>> {
    let mut low_order = with_raw(&Couple::new().phones[0], |mls, _| mls.members().next().unwrap().encryption_key);
    low_order[1184..].fill(0);
    vec![Vec::new(), vec![7; 10], vec![7; 1215], vec![7; 1217], vec![0xff; 1216], low_order]
}

fn evil_commit(phone: &Phone, which: Which, key: &[u8]) -> Vec<u8> {
    with_raw(phone, |mls, provider| {
        let evil = Evil::new(provider, which, key);
        let builder = mls.commit_builder().force_self_update(true).load_psks(evil.storage()).unwrap();
        let commit = builder.build(evil.rand(), evil.crypto(), &phone.key, |_| true).unwrap();
        commit.stage_commit(&evil).unwrap().commit().to_bytes().unwrap()
    })
}

fn evil_package(phone: &Phone, which: Which, key: &[u8]) -> KeyPackage {
    let made = phone.transaction(|tx| {
        let provider = Provider::new(tx)?;
        let evil = Evil::new(&provider, which, key);
        let builder = KeyPackage::builder()
            .leaf_node_capabilities(key_packages::capabilities())
            .key_package_lifetime(key_packages::all_of_time());
        let bundle = builder.build(CIPHERSUITE, &evil, &phone.key, certified::credential(&phone.certificate));
        Ok(bundle.unwrap().key_package().clone())
    });
    made.unwrap()
}

#[test]
fn a_bad_key_in_a_commits_leaf_or_path_is_refused_also_where_it_is_not_encrypted_to_yet() {
    for bad in bad_keys() {
        for which in [Which::Leaf, Which::LowestParent] {
            let couple = Couple::new();
            let ben = &couple.phones[2];
            let commit = evil_commit(ben, which, &bad);
            // Ben's own other phone derives the lowest parent node itself; Ana's phones are above it.
            for ana in &couple.phones[..2] {
                let before = ana.values();
                assert_eq!(refusal(ana.read(&commit, ben, EntryKind::Commit, &couple.trust)), Refusal::BadKey);
                assert!(ana.values() == before, "a refusal left something behind");
            }
            couple.all_hear(&[0, 1, 3]);
        }
    }
}

#[test]
fn a_bad_key_in_a_key_package_is_refused_in_ones_own_and_in_anothers_commit() {
    for bad in bad_keys() {
        for which in [Which::After(0), Which::After(1)] {
            let couple = Couple::new();
            let package = evil_package(&Phone::new(2, 5), which, &bad);
            let bytes = message(package);
            let bens = &couple.phones[2];
            assert_eq!(refusal(key_packages::read(&bytes, SUITE, Some(&couple.trust))), Refusal::BadKey);
            assert_eq!(
                refusal(bens.group(|group| group.change(&bens.key, &[&bytes], &[], &couple.trust))),
                Refusal::BadKey
            );
        }
    }
}

#[test]
fn a_bad_key_in_the_tree_of_a_welcome_is_refused() {
    let couple = Couple::new();
    let (ben, new) = (&couple.phones[2], Phone::new(1, 5));
    let package = super::raw::plain_package(&new);
    let welcome = with_raw(ben, |mls, provider| {
        let evil = Evil::new(provider, Which::LowestParent, &[0xff; 1216]);
        let builder = mls.commit_builder().force_self_update(true).propose_adds([package]);
        let builder = builder.load_psks(evil.storage()).unwrap();
        let commit = builder.build(evil.rand(), evil.crypto(), &ben.key, |_| true).unwrap();
        commit.stage_commit(&evil).unwrap().to_welcome_msg().unwrap().to_bytes().unwrap()
    });
    let before = new.values();
    assert_eq!(refusal(new.join(&welcome, &couple.trust)), Refusal::BadKey);
    assert!(new.values() == before, "a refusal left something behind");
}
