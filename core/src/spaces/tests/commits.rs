//! Messages and commits that a hostile member may send: each is refused for the right reason, and changes nothing.

use openmls::{
    extensions::{Extension, Extensions, ExternalSender},
    prelude::{
        BasicCredential, LeafNodeIndex, LeafNodeParameters, MlsGroup, MlsGroupJoinConfig, MlsMessageBodyIn,
        MlsMessageIn, NewSignerBundle, OpenMlsProvider, PURE_PLAINTEXT_WIRE_FORMAT_POLICY, PreSharedKeyProposal,
        Proposal, tls_codec::DeserializeBytes,
    },
    schedule::PreSharedKeyId,
};
use tend_protocol::{DeviceId, EntryKind, encode};

use super::{
    people::{Couple, NAME, Phone, person, refusal},
    raw::{raw, with_raw},
};
use crate::{
    identity::Certificate,
    spaces::{Group, GroupName, Refusal, certified, key_packages, provider::Provider},
};

#[test]
fn a_raw_commit_without_anything_in_it_is_fine() {
    let couple = Couple::new();
    let bytes = raw(&couple.phones[2], |builder| builder);
    couple.phones[2].group(|group| group.merge_pending()).unwrap();
    couple.merge(2, &bytes, &[0, 1, 2, 3]);
}

#[test]
fn the_partners_device_removed() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let ana = [couple.phones[0].device()];
    assert_eq!(refusal(ben.group(|group| group.change(&ben.key, &[], &ana, &couple.trust))), Refusal::RemovesOther);
    let index = with_raw(ben, |mls, _| mls.members().find(|member| member.signature_key == ana[0].0).unwrap().index);
    couple.refuse_commit(Refusal::RemovesOther, |builder| builder.propose_removals([index]));
}

#[test]
fn the_groups_extensions_changed() {
    let couple = Couple::new();
    let outsider = Phone::new(9, 5);
    let sender = ExternalSender::new(
        outsider.device().0.to_vec().into(),
        BasicCredential::new(encode(&outsider.certificate)).into(),
    );
    let extensions = Extensions::single(Extension::ExternalSenders(vec![sender])).unwrap();
    couple.refuse_commit(Refusal::ChangesExtensions, |builder| {
        builder.propose_group_context_extensions(extensions).unwrap()
    });
}

#[test]
fn an_external_commit() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let info = with_raw(ben, |mls, provider| mls.export_group_info(provider.crypto(), &ben.key, true).unwrap());
    let info = MlsMessageIn::tls_deserialize_exact_bytes(&info.to_bytes().unwrap()).unwrap();
    let MlsMessageBodyIn::GroupInfo(info) = info.extract() else { unreachable!("no group info") };
    let outsider = Phone::new(2, 5);
    let commit = outsider
        .transaction(|tx| {
            let provider = Provider::new(tx)?;
            let (_, bundle) = MlsGroup::external_commit_builder()
                .build_group(&provider, info, certified::credential(&outsider.certificate))
                .unwrap()
                .leaf_node_parameters(
                    LeafNodeParameters::builder().with_capabilities(key_packages::capabilities()).build(),
                )
                .load_psks(provider.storage())
                .unwrap()
                .build(provider.rand(), provider.crypto(), &outsider.key, |_| true)
                .unwrap()
                .finalize(&provider)
                .unwrap();
            Ok(bundle.commit().to_bytes().unwrap())
        })
        .unwrap();
    couple.refuse(&commit, EntryKind::Commit, Refusal::External);
}

#[test]
fn a_lone_proposal_and_a_commit_that_names_it() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let fourth = LeafNodeIndex::new(3);
    let proposal = with_raw(ben, |mls, provider| {
        mls.propose_remove_member(provider, &ben.key, fourth).unwrap().0.to_bytes().unwrap()
    });
    couple.refuse(&proposal, EntryKind::Message, Refusal::LoneProposal);
    couple.refuse(&proposal, EntryKind::Commit, Refusal::LoneProposal);
    couple.refuse_commit(Refusal::ByReference, |builder| builder);
}

#[test]
fn a_pre_shared_key() {
    let couple = Couple::new();
    let id = PreSharedKeyId::external(b"known to both".to_vec(), vec![5; 32]);
    let know =
        |phone: &Phone| with_raw(phone, |_, provider| id.store(provider, b"a secret of 32 bytes, or nearly").unwrap());
    let proposal = || Proposal::PreSharedKey(Box::new(PreSharedKeyProposal::new(id.clone())));
    know(&couple.phones[2]);
    let bytes = raw(&couple.phones[2], |builder| builder.add_proposal(proposal()));
    couple.refuse(&bytes, EntryKind::Commit, Refusal::PreSharedKey);
    couple.phones.iter().for_each(know);
    couple.refuse(&bytes, EntryKind::Commit, Refusal::PreSharedKey);
}

#[test]
fn a_leaf_given_to_another_device_or_person() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let other = Phone::new(2, 5);
    let bytes = with_raw(ben, |mls, provider| {
        let new =
            NewSignerBundle { signer: &other.key, credential_with_key: certified::credential(&other.certificate) };
        mls.self_update_with_new_signer(provider, &ben.key, new, LeafNodeParameters::default())
            .unwrap()
            .commit()
            .to_bytes()
            .unwrap()
    });
    couple.refuse(&bytes, EntryKind::Commit, Refusal::ChangedLeaf);
    ben.group(|group| group.discard_pending()).unwrap();

    let as_ana = Certificate::issue(&person(1), ben.device());
    let parameters = LeafNodeParameters::builder().with_credential_with_key(certified::credential(&as_ana)).build();
    couple.refuse_commit(Refusal::ChangedLeaf, |builder| builder.leaf_node_parameters(parameters));
}

#[test]
fn a_commit_in_the_clear() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    with_raw(ben, |mls, provider| {
        let clear = MlsGroupJoinConfig::builder().wire_format_policy(PURE_PLAINTEXT_WIRE_FORMAT_POLICY).build();
        mls.set_configuration(provider.storage(), &clear).unwrap();
    });
    couple.refuse_commit(Refusal::Unencrypted, |builder| builder);
}

#[test]
fn a_sender_who_is_removed_or_not_who_was_said() {
    let mut couple = Couple::new();
    let [ana, second, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let bytes = ben.encrypt(b"x");
    assert_eq!(refusal(ana.read(&bytes, second, EntryKind::Message, &couple.trust)), Refusal::OtherAuthor);
    assert_eq!(refusal(ana.read(&bytes, ben, EntryKind::Commit, &couple.trust)), Refusal::OtherKind);
    couple.trust.removed.insert((ben.certificate.identity, ben.device()));
    couple.refuse(&bytes, EntryKind::Message, Refusal::RemovedDevice);
    couple.refuse_commit(Refusal::RemovedDevice, |builder| builder);
    couple.trust.removed.clear();
    assert_eq!(couple.phones[0].hears(&couple.phones[2], &bytes, &couple.trust), b"x");
}

#[test]
fn another_group_or_epoch() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let early = ben.encrypt(b"early");
    let commit = ben.change(&[], &[], &couple.trust).commit;
    let late = ben.encrypt(b"late");
    couple.refuse(&late, EntryKind::Message, Refusal::OtherEpoch);
    couple.merge(2, &commit, &[0, 1, 2, 3]);
    couple.refuse(&early, EntryKind::Message, Refusal::OtherEpoch);

    let elsewhere = GroupName { generation: 2, ..NAME };
    let bytes = ben
        .transaction(|tx| Group::create(tx, elsewhere, &ben.key, &ben.certificate)?.encrypt(&ben.key, b"elsewhere"))
        .unwrap();
    couple.refuse(&bytes, EntryKind::Message, Refusal::OtherGroup);
}

#[test]
fn own_commits_are_held_to_the_same() {
    let couple = Couple::new();
    let ana = &couple.phones[0];
    let add = |package: &[u8]| ana.group(|group| group.change(&ana.key, &[package], &[], &couple.trust));
    assert_eq!(refusal(add(&Phone::new(9, 5).package())), Refusal::UnknownIdentity);
    assert_eq!(refusal(add(&couple.phones[1].package())), Refusal::InvalidCommit);
    assert_eq!(refusal(add(b"nothing")), Refusal::Malformed);
    let remove = |device| ana.group(|group| group.change(&ana.key, &[], &[device], &couple.trust));
    assert_eq!(refusal(remove(ana.device())), Refusal::BadRemoval);
    assert_eq!(refusal(remove(DeviceId([1; 32]))), Refusal::BadRemoval);
    let again = ana.transaction(|tx| Group::create(tx, NAME, &ana.key, &ana.certificate).map(|_| ()));
    assert_eq!(refusal(again), Refusal::GroupExists);
    let foreign = ana.transaction(|tx| Group::create(tx, NAME, &ana.key, &couple.phones[1].certificate).map(|_| ()));
    assert_eq!(refusal(foreign), Refusal::BadCertificate);
    couple.all_hear(&[0, 1, 2, 3]);
    ana.group(|group| group.refresh(&ana.key)).unwrap();
}
