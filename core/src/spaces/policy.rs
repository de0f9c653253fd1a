//! What another device's commit may hold. This list is complete; everything else is refused.
//!
//! - Adds of devices whose certificates the space trusts.
//! - Removes of devices of the committer's own person.
//! - The committer's new leaf, for the same device and person.
//!
//! No proposal by reference, no Update of another, no pre-shared key, ReInit, external init, change of the group's extensions,
//! SelfRemove, and none of a kind that is not known (RFC 9420, sections 12.1 and 12.4).

use openmls::prelude::{LeafNodeIndex, MlsGroup, Proposal, ProposalOrRefType, QueuedProposal, Sender, StagedCommit};

use super::{Refusal, Trust, certified, key_packages};
use crate::identity::Certificate;

/// What an allowed commit does.
pub(super) struct Allowed {
    pub(super) added: Vec<Certificate>,
    pub(super) removed: Vec<Certificate>,
}

/// The member that MLS names as the sender, if the space trusts it.
pub(super) fn sender(
    group: &MlsGroup,
    sender: &Sender,
    trust: &Trust,
) -> Result<(LeafNodeIndex, Certificate), Refusal> {
    let Sender::Member(index) = sender else { return Err(Refusal::External) };
    let member = group.member_at(*index).ok_or(Refusal::Undecryptable)?;
    let certificate = certified::of_member(&member)?;
    trust.check(&certificate)?;
    Ok((*index, certificate))
}

/// Checks a commit that `committer` sent, against the group as it was before.
pub(super) fn commit(
    group: &MlsGroup,
    commit: &StagedCommit,
    committer: (LeafNodeIndex, &Certificate),
    trust: &Trust,
) -> Result<Allowed, Refusal> {
    let mut allowed = Allowed { added: Vec::new(), removed: Vec::new() };
    for queued in commit.queued_proposals() {
        match carried(queued, committer.0)? {
            Proposal::Add(add) => allowed.added.push(key_packages::check(add.key_package(), Some(trust))?),
            Proposal::Remove(remove) => allowed.removed.push(removal(group, remove.removed(), committer.1)?),
            Proposal::GroupContextExtensions(_) => return Err(Refusal::ChangesExtensions),
            Proposal::PreSharedKey(_) => return Err(Refusal::PreSharedKey),
            Proposal::ReInit(_) => return Err(Refusal::ReInit),
            Proposal::ExternalInit(_) => return Err(Refusal::External),
            Proposal::Update(_) | Proposal::SelfRemove | Proposal::Custom(_) => return Err(Refusal::OtherProposal),
        }
    }
    if let Some(leaf) = commit.update_path_leaf_node()
        && certified::of_leaf(leaf)? != *committer.1
    {
        return Err(Refusal::ChangedLeaf);
    }
    if commit.group_context().extensions().iter().next().is_some() {
        return Err(Refusal::ChangesExtensions);
    }
    Ok(allowed)
}

fn carried(queued: &QueuedProposal, committer: LeafNodeIndex) -> Result<&Proposal, Refusal> {
    if !matches!(queued.proposal_or_ref_type(), ProposalOrRefType::Proposal) {
        return Err(Refusal::ByReference);
    }
    if *queued.sender() != Sender::Member(committer) {
        return Err(Refusal::External);
    }
    Ok(queued.proposal())
}

fn removal(group: &MlsGroup, removed: LeafNodeIndex, committer: &Certificate) -> Result<Certificate, Refusal> {
    let member = group.member_at(removed).ok_or(Refusal::BadRemoval)?;
    let certificate = certified::of_member(&member)?;
    if certificate.identity != committer.identity {
        return Err(Refusal::RemovesOther);
    }
    Ok(certificate)
}
