//! Welcomes that may not be followed.

use openmls::{
    extensions::{Extension, Extensions},
    prelude::{OpenMlsProvider, PreSharedKeyProposal, Proposal},
    schedule::PreSharedKeyId,
};

use super::{
    people::{Couple, NAME, Phone, person, refusal},
    raw::{plain_package, with_raw},
};
use crate::spaces::{GroupName, Refusal, provider::Provider};

#[test]
fn a_welcome_is_checked_whole_and_a_refused_one_changes_nothing() {
    let couple = Couple::new();
    let tablet = Phone::new(1, 5);
    let pending = couple.phones[0].change(&[&tablet.package()], &[], &couple.trust);
    let welcome = pending.welcome.unwrap();
    let before = tablet.values();
    let mut without_ben = couple.trust.clone();
    without_ben.pinned.remove(&person(2).identity());
    assert_eq!(refusal(tablet.join(&welcome, &without_ben)), Refusal::UnknownIdentity);
    let mut without_phone_3 = couple.trust.clone();
    without_phone_3.removed.insert((person(2).identity(), couple.phones[3].device()));
    assert_eq!(refusal(tablet.join(&welcome, &without_phone_3)), Refusal::RemovedDevice);
    let elsewhere = GroupName { generation: 2, ..NAME };
    assert_eq!(refusal(tablet.join_as(elsewhere, &welcome, &couple.trust)), Refusal::OtherGroup);
    assert_eq!(refusal(tablet.join(&pending.commit, &couple.trust)), Refusal::Malformed);
    assert!(tablet.values() == before, "a refusal left something behind");
    tablet.join(&welcome, &couple.trust).unwrap();
    assert_eq!(refusal(tablet.join(&welcome, &couple.trust)), Refusal::NoKeyPackage);
}

#[test]
fn a_welcome_with_a_pre_shared_key_or_an_extension() {
    for (with_key, reason) in [(true, Refusal::PreSharedKey), (false, Refusal::Extension)] {
        let couple = Couple::new();
        let ben = &couple.phones[2];
        let tablet = Phone::new(2, 5);
        let package = plain_package(&tablet);
        let id = PreSharedKeyId::external(b"known to both".to_vec(), vec![5; 32]);
        let welcome = with_raw(ben, |mls, provider| {
            let mut builder = mls.commit_builder().force_self_update(true).propose_adds([package]);
            if with_key {
                id.store(provider, b"secret").unwrap();
                builder = builder.add_proposal(Proposal::PreSharedKey(Box::new(PreSharedKeyProposal::new(id.clone()))));
            } else {
                let extensions = Extensions::single(Extension::ExternalSenders(Vec::new())).unwrap();
                builder = builder.propose_group_context_extensions(extensions).unwrap();
            }
            let built = builder.load_psks(provider.storage()).unwrap();
            let built = built.build(provider.rand(), provider.crypto(), &ben.key, |_| true).unwrap();
            built.stage_commit(provider).unwrap().to_welcome_msg().unwrap().to_bytes().unwrap()
        });
        if with_key {
            assert_eq!(refusal(tablet.join(&welcome, &couple.trust)), reason);
            let known = tablet.transaction(|tx| Ok(id.store(&Provider::new(tx)?, b"secret").is_ok()));
            assert!(known.unwrap());
        }
        assert_eq!(refusal(tablet.join(&welcome, &couple.trust)), reason);
    }
}
