//! Proposals that OpenMLS does not send.

use openmls::{
    extensions::Extensions,
    prelude::{
        CustomProposal, ExternalInitProposal, JoinProposal, LeafNodeIndex, LeafNodeParameters, OpenMlsProvider,
        Proposal, ProposalOrRefType, QueuedProposal, ReInitProposal, Sender, StagedCommit, tls_codec::Deserialize as _,
    },
    schedule::PreSharedKeyId,
};
use serde::Serialize;
use tend_protocol::{EntryKind, decode, encode};

use super::{
    people::{Couple, Phone},
    raw::{plain_package, raw, with_raw},
};
use crate::spaces::{Refusal, SUITE, policy, storage::Storage};

/// OpenMLS does not make commits with these, but accepts them from others. So the policy is called directly.
#[test]
fn proposals_that_only_another_implementation_would_send() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    // RFC 9420, sections 12.1.5 and 12.1.6: group id, version, suite and extensions; the output of the KEM.
    let re_init = [&[3][..], b"new", &1_u16.to_be_bytes(), &SUITE.to_be_bytes(), &[0]].concat();
    let re_init = ReInitProposal::tls_deserialize(&mut re_init.as_slice()).unwrap();
    let external = ExternalInitProposal::tls_deserialize(&mut [1_u8, 9].as_slice()).unwrap();
    let update = with_raw(ben, |mls, provider| {
        mls.propose_self_update(provider, &ben.key, LeafNodeParameters::default()).unwrap();
        let update = mls.pending_proposals().next().unwrap().proposal().clone();
        mls.clear_pending_proposals(provider.storage()).unwrap();
        update
    });
    ben.group(|group| group.change(&ben.key, &[&Phone::new(2, 5).package()], &[], &couple.trust)).unwrap();
    for (proposal, reason) in [
        (Proposal::ReInit(Box::new(re_init)), Refusal::ReInit),
        (Proposal::ExternalInit(Box::new(external)), Refusal::External),
        (Proposal::Custom(Box::new(CustomProposal::new(0xF000, vec![1]))), Refusal::OtherProposal),
        (Proposal::SelfRemove, Refusal::OtherProposal),
        (update, Refusal::OtherProposal),
    ] {
        assert_eq!(allowed_with(&couple, |queued| set(queued, "proposal", &proposal)), Err(reason), "{reason}");
    }
    let reference = |queued: &mut ciborium::Value| set(queued, "proposal_or_ref_type", &ProposalOrRefType::Reference);
    assert_eq!(allowed_with(&couple, reference), Err(Refusal::ByReference));
    let outsider = |queued: &mut ciborium::Value| set(queued, "sender", &Sender::NewMemberCommit);
    assert_eq!(allowed_with(&couple, outsider), Err(Refusal::External));
    assert_eq!(allowed_with(&couple, |_| ()), Ok(2));
}

/// How many devices Ben's waiting commit adds by Ana's policy, or why it is refused. The commit adds one device; its proposal is
/// changed and added to it once more.
fn allowed_with(couple: &Couple, change: impl FnOnce(&mut ciborium::Value)) -> Result<usize, Refusal> {
    let ben = &couple.phones[2];
    let staged = with_raw(ben, |mls, _| encode(mls.pending_commit().unwrap()));
    let mut staged: StagedCommit = decode(&staged).unwrap();
    let mut queued: ciborium::Value = decode(&encode(staged.queued_proposals().next().unwrap())).unwrap();
    set(&mut queued, "proposal_reference", &ciborium::Value::Null);
    change(&mut queued);
    let other: QueuedProposal = decode(&encode(&queued)).unwrap();
    staged.staged_proposal_queue.extend([other]);
    with_raw(&couple.phones[0], |mls, _| {
        let leaf = mls.members().find(|member| member.signature_key == ben.device().0).unwrap().index;
        policy::commit(mls, &staged, (leaf, &ben.certificate), &couple.trust).map(|allowed| allowed.added.len())
    })
}

fn set(fields: &mut ciborium::Value, name: &str, value: &impl Serialize) {
    let fields = fields.as_map_mut().unwrap();
    let field = fields.iter_mut().find(|(key, _)| key.as_text() == Some(name)).unwrap();
    field.1 = if name == "proposal_reference" { flipped(&field.1) } else { decode(&encode(value)).unwrap() };
}

/// Another reference of the same length: the queue holds each once.
fn flipped(value: &ciborium::Value) -> ciborium::Value {
    match value {
        ciborium::Value::Array(items) => ciborium::Value::Array(items.iter().map(flipped).collect()),
        ciborium::Value::Map(items) => {
            ciborium::Value::Map(items.iter().map(|(key, item)| (key.clone(), flipped(item))).collect())
        }
        ciborium::Value::Bytes(bytes) => ciborium::Value::Bytes(bytes.iter().map(|byte| !byte).collect()),
        ciborium::Value::Integer(byte) => (255 - u8::try_from(*byte).unwrap()).into(),
        other => other.clone(),
    }
}

/// Every kind of proposal that a member, or a person who wants to become one, can send by itself.
#[test]
fn every_proposal_that_stands_alone() {
    let couple = Couple::new();
    let ben = &couple.phones[2];
    let tablet = plain_package(&Phone::new(2, 5));
    let id = PreSharedKeyId::external(b"known to both".to_vec(), vec![5; 32]);
    let alone = with_raw(ben, |mls, provider| {
        id.store(provider, b"a secret of 32 bytes, or nearly").unwrap();
        let key = &ben.key;
        let proposals = [
            mls.propose_add_member(provider, key, &tablet).unwrap().0,
            mls.propose_remove_member(provider, key, LeafNodeIndex::new(0)).unwrap().0,
            mls.propose_self_update(provider, key, LeafNodeParameters::default()).unwrap().0,
            mls.propose_pre_shared_key(provider, key, id.clone()).unwrap().0,
            mls.propose_group_context_extensions(provider, Extensions::empty(), key).unwrap().0,
        ];
        proposals.map(|proposal| proposal.to_bytes().unwrap())
    });
    for proposal in alone {
        couple.refuse(&proposal, EntryKind::Message, Refusal::LoneProposal);
        couple.refuse(&proposal, EntryKind::Commit, Refusal::LoneProposal);
    }
    // Somebody outside asks to be added (RFC 9420, section 12.1.8).
    let outsider = Phone::new(2, 6);
    let (group, epoch) = with_raw(ben, |mls, _| (mls.group_id().clone(), mls.epoch()));
    let join = JoinProposal::new::<Storage<'_>>(plain_package(&outsider), group, epoch, &outsider.key).unwrap();
    for kind in [EntryKind::Message, EntryKind::Commit] {
        couple.refuse(&join.to_bytes().unwrap(), kind, Refusal::External);
    }
}

/// A commit that holds one thing that is not allowed is refused whole, whatever else it holds.
#[test]
fn what_is_allowed_carries_nothing_else_along() {
    let couple = Couple::new();
    let own = plain_package(&Phone::new(2, 5));
    let stranger = plain_package(&Phone::new(9, 6));
    couple.refuse_commit(Refusal::UnknownIdentity, |builder| builder.propose_adds([own.clone(), stranger]));
    let indices = |at: usize| {
        let device = couple.phones[at].device();
        with_raw(&couple.phones[2], |mls, _| mls.members().find(|m| m.signature_key == device.0).unwrap().index)
    };
    let (of_ana, of_ben) = (indices(1), indices(3));
    let bytes = raw(&couple.phones[2], |builder| builder.propose_adds([own]).propose_removals([of_ben, of_ana]));
    // The one whom it would rightly remove refuses it too.
    couple.refuse(&bytes, EntryKind::Commit, Refusal::RemovesOther);
}
