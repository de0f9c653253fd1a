use openmls::prelude::{
    ContentType, GroupId, KeyPackage, LeafNodeIndex, MlsGroup, MlsMessageBodyIn, MlsMessageIn, OpenMlsProvider,
    ProcessedMessageContent, ProtocolMessage, StagedCommit, tls_codec::DeserializeBytes,
};
use tend_protocol::{Bytes, DeviceId, EntryKind, SpaceId};

use super::{
    Refusal, SpaceError, Trust, certified, configuration, key_packages, keys, policy, provider::Provider, refused,
    storage::group_prefix,
};
use crate::{
    identity::{Certificate, SigningKey},
    store::{Namespace, StoreError, Transaction},
};

/// Which group: a space, and the generation of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupName {
    /// The space.
    pub space: SpaceId,
    /// Its generation.
    pub generation: u32,
}

impl GroupName {
    pub(super) fn id(self) -> GroupId {
        GroupId::from_slice(&[self.space.0.as_slice(), &self.generation.to_be_bytes()].concat())
    }
}

/// An own commit that is made and not merged. Its bytes are stored with it before the first of them leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingCommit {
    /// The commit, as an MLS private message.
    pub commit: Vec<u8>,
    /// The welcome for those added, as an MLS message; `None` when none are.
    pub welcome: Option<Vec<u8>>,
    /// The devices that it adds.
    pub added: Vec<DeviceId>,
    /// The devices that it removes.
    pub removed: Vec<DeviceId>,
}

/// What the server says of an entry. Its MLS bytes must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// Who wrote it.
    pub author: DeviceId,
    /// Message or commit.
    pub kind: EntryKind,
}

/// What another device's entry held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// A message.
    Message {
        /// Who wrote it.
        sender: Certificate,
        /// What it says.
        plaintext: Bytes,
    },
    /// A commit that is allowed. It is merged; an own commit that waited is discarded. When `removed` names this device, the group is
    /// over for it.
    Commit {
        /// Who made it.
        committer: Certificate,
        /// The devices that it added.
        added: Vec<Certificate>,
        /// The devices that it removed.
        removed: Vec<Certificate>,
        /// See [`Group::authenticate`].
        authenticated: Vec<u8>,
    },
}

/// The MLS group of one generation of a space, as this device has it, in one transaction.
///
/// A call that fails leaves the group, in the store and in memory, as it was before. Only after [`SpaceError::Store`] the whole transaction
/// must fail.
pub struct Group<'t> {
    pub(super) provider: Provider<'t>,
    pub(super) name: GroupName,
    pub(super) mls: MlsGroup,
}

impl<'t> Group<'t> {
    /// Creates a group with this device alone in it, at epoch 0.
    ///
    /// # Errors
    /// [`Refusal::GroupExists`]; [`Refusal::BadCertificate`] when the certificate is not that of `signer`'s device.
    pub fn create(
        tx: &'t Transaction<'t>,
        name: GroupName,
        signer: &SigningKey,
        certificate: &Certificate,
    ) -> Result<Self, SpaceError> {
        if certificate.device != signer.device() || certificate.verify().is_err() {
            return Err(Refusal::BadCertificate.into());
        }
        let provider = Provider::new(tx)?;
        let config = configuration::create();
        let mls = provider.attempt(|provider| {
            MlsGroup::new_with_group_id(provider, signer, &config, name.id(), certified::credential(certificate))
                .map_err(refused::create)
        })?;
        Ok(Self { provider, name, mls })
    }

    /// Reads a group; `None` when this device does not have it.
    pub fn load(tx: &'t Transaction<'t>, name: GroupName) -> Result<Option<Self>, SpaceError> {
        let provider = Provider::new(tx)?;
        Ok(stored(&provider, name)?.map(|mls| Self { provider, name, mls }))
    }

    /// Destroys all that this device has of a group. It is no error when there is nothing.
    pub fn forget(tx: &Transaction<'_>, name: GroupName) -> Result<(), StoreError> {
        tx.delete_values(Namespace::Mls, &group_prefix(&name.id()))
    }

    /// Which group this is.
    pub fn name(&self) -> GroupName {
        self.name
    }

    /// The epoch: how many commits were merged.
    pub fn epoch(&self) -> u64 {
        self.mls.epoch().as_u64()
    }

    /// Whether this device is still a member.
    pub fn is_member(&self) -> bool {
        self.mls.is_active()
    }

    /// The certificates of all members, this device's among them, in the order of their leaves. They were checked when they were added.
    ///
    /// # Errors
    /// [`SpaceError::Refused`] when the stored group is damaged.
    pub fn members(&self) -> Result<Vec<Certificate>, SpaceError> {
        Ok(self.mls.members().map(|member| certified::of_member(&member)).collect::<Result<_, _>>()?)
    }

    /// The certificate in this device's own leaf.
    ///
    /// # Errors
    /// [`Refusal::NotAMember`].
    pub fn own(&self) -> Result<Certificate, SpaceError> {
        Ok(certified::of_leaf(self.mls.own_leaf_node().ok_or(Refusal::NotAMember)?)?)
    }

    /// Makes a commit that only gives this device's leaf new keys, so that the group heals.
    ///
    /// # Errors
    /// [`SpaceError::CommitPending`]; [`Refusal::NotAMember`].
    pub fn refresh(&mut self, signer: &SigningKey) -> Result<PendingCommit, SpaceError> {
        self.change(signer, &[], &[], &Trust::default())
    }

    /// Makes one commit that adds and removes, and gives this device's leaf new keys. It is not merged before
    /// [`Self::merge_pending`].
    ///
    /// # Errors
    /// [`SpaceError::CommitPending`]; [`Refusal::NotAMember`]; what [`key_packages::read`] refuses; [`Refusal::BadRemoval`] for a device
    /// that is not there or is this one; [`Refusal::RemovesOther`].
    pub fn change(
        &mut self,
        signer: &SigningKey,
        add: &[&[u8]],
        remove: &[DeviceId],
        trust: &Trust,
    ) -> Result<PendingCommit, SpaceError> {
        self.attempt(|mls, provider| {
            may_send(mls)?;
            let (packages, added) = to_add(provider, add, trust)?;
            let leaves = to_remove(mls, remove)?;
            let bundle = mls
                .commit_builder()
                .consume_proposal_store(false)
                .force_self_update(true)
                .propose_adds(packages)
                .propose_removals(leaves)
                .load_psks(provider.storage())
                .map_err(|_| SpaceError::Mls("preparing a commit"))?
                // What is exported would let outsiders commit; the welcome has its own.
                .create_group_info(false)
                .build(provider.rand(), provider.crypto(), signer, |_| true)
                .map_err(refused::own_commit)?
                .stage_commit(provider)
                .map_err(|_| SpaceError::Mls("staging a commit"))?;
            let welcome = bundle.to_welcome_msg().map(|message| message.to_bytes()).transpose();
            let commit = bundle.commit().to_bytes();
            Ok(PendingCommit {
                commit: commit.map_err(|_| SpaceError::Mls("writing a commit"))?,
                welcome: welcome.map_err(|_| SpaceError::Mls("writing a welcome"))?,
                added,
                removed: remove.to_vec(),
            })
        })
    }

    /// What the next commit or message says besides its content, signed and bound to it, but not encrypted (RFC 9420, section 6.3.1: the
    /// `authenticated_data` of a private message). Nothing may be in it that the server does not know.
    pub fn authenticate(&mut self, data: Vec<u8>) {
        self.mls.set_aad(data);
    }

    /// Merges the own commit: the server took it. Without one nothing happens.
    pub fn merge_pending(&mut self) -> Result<(), SpaceError> {
        self.attempt(|mls, provider| {
            mls.merge_pending_commit(provider).map_err(|_| SpaceError::Mls("merging a commit"))
        })
    }

    /// Discards the own commit: the server did not take it, and never will. Without one nothing happens.
    pub fn discard_pending(&mut self) -> Result<(), SpaceError> {
        self.attempt(|mls, provider| {
            mls.clear_pending_commit(provider.storage()).map_err(|_| SpaceError::Mls("discarding a commit"))
        })
    }

    /// Encrypts a message, and moves the sender's ratchet with it. The bytes are stored in the same transaction, and resent as they are.
    ///
    /// # Errors
    /// [`SpaceError::CommitPending`]; [`Refusal::NotAMember`].
    pub fn encrypt(&mut self, signer: &SigningKey, plaintext: &[u8]) -> Result<Vec<u8>, SpaceError> {
        self.attempt(|mls, provider| {
            may_send(mls)?;
            let message =
                mls.create_message(provider, signer, plaintext).map_err(|_| SpaceError::Mls("encrypting a message"))?;
            message.to_bytes().map_err(|_| SpaceError::Mls("writing a message"))
        })
    }

    /// Reads another device's entry: decrypts a message, or checks and merges a commit. A refusal leaves the group as it was.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub fn process(&mut self, bytes: &[u8], expected: Expected, trust: &Trust) -> Result<Received, SpaceError> {
        let message = self.open(bytes, expected.kind)?;
        self.attempt(|mls, provider| {
            let processed = mls.process_message(provider, message).map_err(refused::message)?;
            if matches!(
                processed.content(),
                ProcessedMessageContent::OwnPrivateMessage | ProcessedMessageContent::OwnPendingCommit
            ) {
                return Err(Refusal::Own.into());
            }
            let (leaf, sender) = policy::sender(mls, processed.sender(), trust)?;
            if sender.device != expected.author {
                return Err(Refusal::OtherAuthor.into());
            }
            let authenticated = processed.aad().to_vec();
            match processed.into_content() {
                ProcessedMessageContent::ApplicationMessage(message) => {
                    Ok(Received::Message { sender, plaintext: message.into_bytes().into() })
                }
                ProcessedMessageContent::StagedCommitMessage(commit) => {
                    let policy::Allowed { added, removed } = merge(mls, provider, *commit, (leaf, &sender), trust)?;
                    Ok(Received::Commit { committer: sender, added, removed, authenticated })
                }
                _ => Err(Refusal::LoneProposal.into()),
            }
        })
    }

    /// The private message in `bytes`, when it is of this group, this epoch and that kind.
    fn open(&self, bytes: &[u8], kind: EntryKind) -> Result<ProtocolMessage, Refusal> {
        let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Refusal::Malformed)?;
        let message = match message.extract() {
            MlsMessageBodyIn::PrivateMessage(message) => ProtocolMessage::from(message),
            MlsMessageBodyIn::PublicMessage(message) => {
                let external = ProtocolMessage::from(message).is_external();
                return Err(if external { Refusal::External } else { Refusal::Unencrypted });
            }
            _ => return Err(Refusal::Malformed),
        };
        if *message.group_id() != self.name.id() {
            return Err(Refusal::OtherGroup);
        }
        if message.epoch() != self.mls.epoch() {
            return Err(Refusal::OtherEpoch);
        }
        match (message.content_type(), kind) {
            (ContentType::Application, EntryKind::Message) | (ContentType::Commit, EntryKind::Commit) => Ok(message),
            (ContentType::Proposal, _) => Err(Refusal::LoneProposal),
            _ => Err(Refusal::OtherKind),
        }
    }

    /// Does `work` on the group, whole or not at all, in the store and in memory.
    fn attempt<T>(
        &mut self,
        work: impl FnOnce(&mut MlsGroup, &Provider<'t>) -> Result<T, SpaceError>,
    ) -> Result<T, SpaceError> {
        let result = self.provider.attempt(|provider| work(&mut self.mls, provider));
        // After a failure of the store the transaction is over, and nothing can be read.
        if matches!(&result, Err(error) if !matches!(error, SpaceError::Store(_))) {
            self.mls = stored(&self.provider, self.name)?.ok_or(StoreError::Damaged)?;
        }
        result
    }
}

impl std::fmt::Debug for Group<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Group").field("name", &self.name).field("epoch", &self.epoch()).finish_non_exhaustive()
    }
}

fn stored(provider: &Provider<'_>, name: GroupName) -> Result<Option<MlsGroup>, SpaceError> {
    MlsGroup::load(provider.storage(), &name.id())
        .map_err(|_| provider.storage().take_failure().unwrap_or(StoreError::Damaged).into())
}

fn may_send(group: &MlsGroup) -> Result<(), SpaceError> {
    if !group.is_active() {
        return Err(Refusal::NotAMember.into());
    }
    if group.pending_commit().is_some() {
        return Err(SpaceError::CommitPending);
    }
    Ok(())
}

fn to_add(
    provider: &Provider<'_>,
    packages: &[&[u8]],
    trust: &Trust,
) -> Result<(Vec<KeyPackage>, Vec<DeviceId>), Refusal> {
    let parsed = packages.iter().map(|bytes| {
        let package = key_packages::parse(bytes, provider.crypto())?;
        let device = key_packages::check(&package, Some(trust))?.device;
        Ok((package, device))
    });
    parsed.collect()
}

fn to_remove(group: &MlsGroup, devices: &[DeviceId]) -> Result<Vec<LeafNodeIndex>, Refusal> {
    let own = certified::of_leaf(group.own_leaf_node().ok_or(Refusal::NotAMember)?)?;
    let leaf = |device: &DeviceId| {
        let member = group.members().find(|member| member.signature_key == device.0).ok_or(Refusal::BadRemoval)?;
        if member.index == group.own_leaf_index() {
            return Err(Refusal::BadRemoval);
        }
        if certified::of_member(&member)?.identity != own.identity {
            return Err(Refusal::RemovesOther);
        }
        Ok(member.index)
    };
    devices.iter().map(leaf).collect()
}

fn merge(
    group: &mut MlsGroup,
    provider: &Provider<'_>,
    commit: StagedCommit,
    committer: (LeafNodeIndex, &Certificate),
    trust: &Trust,
) -> Result<policy::Allowed, SpaceError> {
    let allowed = policy::commit(group, &commit, committer, trust)?;
    group.merge_staged_commit(provider, commit).map_err(|_| SpaceError::Mls("merging a commit"))?;
    keys::check_tree(provider.crypto(), &group.export_ratchet_tree())?;
    Ok(allowed)
}
