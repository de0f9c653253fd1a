//! OpenMLS's storage on the caller's transaction: each is a value of [`Namespace::Mls`], in CBOR. What belongs to a group has a key that
//! begins with the group's name, so that the group can be forgotten whole.

use std::cell::Cell;

use openmls_traits::storage::{CURRENT_VERSION as V, StorageProvider, traits};
use serde::{Serialize, de::DeserializeOwned};
use tend_protocol::encode;

use crate::store::{Namespace, StoreError, Transaction};

/// The storage failed. Why, [`Storage::take_failure`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the store failed")]
pub(super) struct Failed;

/// See the module.
pub(super) struct Storage<'t> {
    tx: &'t Transaction<'t>,
    failure: Cell<Option<StoreError>>,
}

impl<'t> Storage<'t> {
    pub(super) fn new(tx: &'t Transaction<'t>) -> Self {
        Self { tx, failure: Cell::new(None) }
    }

    /// The last failure of the store since this was last asked.
    pub(super) fn take_failure(&self) -> Option<StoreError> {
        self.failure.take()
    }

    fn noted<T>(&self, result: Result<T, StoreError>) -> Result<T, Failed> {
        result.map_err(|error| {
            self.failure.set(Some(error));
            Failed
        })
    }

    fn put(&self, key: &[u8], value: &impl Serialize) -> Result<(), Failed> {
        self.noted(self.tx.put_value(Namespace::Mls, key, value))
    }

    fn get<T: DeserializeOwned>(&self, key: &[u8]) -> Result<Option<T>, Failed> {
        self.noted(self.tx.value(Namespace::Mls, key))
    }

    fn list<T: DeserializeOwned>(&self, prefix: &[u8]) -> Result<Vec<T>, Failed> {
        let values = self.noted(self.tx.values(Namespace::Mls, prefix))?;
        Ok(values.into_iter().map(|(_, value)| value).collect())
    }

    fn drop(&self, key: &[u8]) -> Result<(), Failed> {
        self.noted(self.tx.delete_value(Namespace::Mls, key))
    }

    fn drop_all(&self, prefix: &[u8]) -> Result<(), Failed> {
        self.noted(self.tx.delete_values(Namespace::Mls, prefix))
    }
}

/// The beginning of the keys of all that belongs to a group.
pub(super) fn group_prefix(group: &impl Serialize) -> Vec<u8> {
    let name = encode(group);
    let length = u32::try_from(name.len()).unwrap_or(u32::MAX);
    [b"group ".as_slice(), &length.to_be_bytes(), &name].concat()
}

fn in_group(group: &impl Serialize, part: &str) -> Vec<u8> {
    [group_prefix(group).as_slice(), part.as_bytes()].concat()
}

fn queued(group: &impl Serialize, reference: &impl Serialize) -> Vec<u8> {
    [in_group(group, "proposal ").as_slice(), &encode(reference)].concat()
}

fn epoch_keys(group: &impl Serialize, epoch: &impl Serialize, leaf: u32) -> Vec<u8> {
    [in_group(group, "epoch keys ").as_slice(), &leaf.to_be_bytes(), &encode(epoch)].concat()
}

fn object(kind: &str, key: &impl Serialize) -> Vec<u8> {
    [kind.as_bytes(), b" ", &encode(key)].concat()
}

/// One value a group: how it is written, read and deleted, its type, and its key.
macro_rules! values_of_group {
    ($($write:ident, $read:ident, $delete:ident, $kind:ident, $key:literal;)*) => {$(
        fn $write<G: traits::GroupId<V>, T: traits::$kind<V>>(&self, group: &G, value: &T) -> Result<(), Failed> {
            self.put(&in_group(group, $key), value)
        }

        fn $read<G: traits::GroupId<V>, T: traits::$kind<V>>(&self, group: &G) -> Result<Option<T>, Failed> {
            self.get(&in_group(group, $key))
        }

        fn $delete<G: traits::GroupId<V>>(&self, group: &G) -> Result<(), Failed> {
            self.drop(&in_group(group, $key))
        }
    )*};
}

/// One value a key, of no group: how it is written and deleted, the types of key and value, and the key's beginning.
macro_rules! objects {
    ($($write:ident, $delete:ident, $by:ident, $kind:ident, $key:literal;)*) => {$(
        fn $write<K: traits::$by<V>, T: traits::$kind<V>>(&self, key: &K, value: &T) -> Result<(), Failed> {
            self.put(&object($key, key), value)
        }

        fn $delete<K: traits::$by<V>>(&self, key: &K) -> Result<(), Failed> {
            self.drop(&object($key, key))
        }
    )*};
}

impl StorageProvider<V> for Storage<'_> {
    type Error = Failed;

    values_of_group! {
        write_mls_join_config, mls_group_join_config, delete_group_config, MlsGroupJoinConfig, "config";
        write_tree, tree, delete_tree, TreeSync, "tree";
        write_interim_transcript_hash, interim_transcript_hash, delete_interim_transcript_hash, InterimTranscriptHash, "transcript";
        write_context, group_context, delete_context, GroupContext, "context";
        write_confirmation_tag, confirmation_tag, delete_confirmation_tag, ConfirmationTag, "confirmation";
        write_message_secrets, message_secrets, delete_message_secrets, MessageSecrets, "message secrets";
        write_resumption_psk_store, resumption_psk_store, delete_all_resumption_psk_secrets, ResumptionPskStore, "resumption";
        write_own_leaf_index, own_leaf_index, delete_own_leaf_index, LeafNodeIndex, "own leaf";
        write_group_epoch_secrets, group_epoch_secrets, delete_group_epoch_secrets, GroupEpochSecrets, "epoch secrets";
    }

    objects! {
        write_signature_key_pair, delete_signature_key_pair, SignaturePublicKey, SignatureKeyPair, "signature key";
        write_encryption_key_pair, delete_encryption_key_pair, EncryptionKey, HpkeKeyPair, "encryption key";
        write_key_package, delete_key_package, HashReference, KeyPackage, "key package";
        write_psk, delete_psk, PskId, PskBundle, "psk";
    }

    fn write_group_state<T: traits::GroupState<V>, G: traits::GroupId<V>>(
        &self,
        group: &G,
        value: &T,
    ) -> Result<(), Failed> {
        self.put(&in_group(group, "state"), value)
    }

    fn group_state<T: traits::GroupState<V>, G: traits::GroupId<V>>(&self, group: &G) -> Result<Option<T>, Failed> {
        self.get(&in_group(group, "state"))
    }

    fn delete_group_state<G: traits::GroupId<V>>(&self, group: &G) -> Result<(), Failed> {
        self.drop(&in_group(group, "state"))
    }

    fn append_own_leaf_node<G: traits::GroupId<V>, T: traits::LeafNode<V>>(
        &self,
        group: &G,
        leaf: &T,
    ) -> Result<(), Failed> {
        let prefix = in_group(group, "leaf ");
        let count = self.list::<T>(&prefix)?.len();
        let place = u32::try_from(count).unwrap_or(u32::MAX);
        self.put(&[prefix.as_slice(), &place.to_be_bytes()].concat(), leaf)
    }

    fn own_leaf_nodes<G: traits::GroupId<V>, T: traits::LeafNode<V>>(&self, group: &G) -> Result<Vec<T>, Failed> {
        self.list(&in_group(group, "leaf "))
    }

    fn delete_own_leaf_nodes<G: traits::GroupId<V>>(&self, group: &G) -> Result<(), Failed> {
        self.drop_all(&in_group(group, "leaf "))
    }

    fn queue_proposal<G: traits::GroupId<V>, R: traits::ProposalRef<V>, T: traits::QueuedProposal<V>>(
        &self,
        group: &G,
        reference: &R,
        proposal: &T,
    ) -> Result<(), Failed> {
        self.put(&queued(group, reference), &(reference, proposal))
    }

    fn queued_proposals<G: traits::GroupId<V>, R: traits::ProposalRef<V>, T: traits::QueuedProposal<V>>(
        &self,
        group: &G,
    ) -> Result<Vec<(R, T)>, Failed> {
        self.list(&in_group(group, "proposal "))
    }

    fn queued_proposal_refs<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(
        &self,
        group: &G,
    ) -> Result<Vec<R>, Failed> {
        let proposals: Vec<(R, ciborium::Value)> = self.list(&in_group(group, "proposal "))?;
        Ok(proposals.into_iter().map(|(reference, _)| reference).collect())
    }

    fn remove_proposal<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(
        &self,
        group: &G,
        reference: &R,
    ) -> Result<(), Failed> {
        self.drop(&queued(group, reference))
    }

    fn clear_proposal_queue<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(&self, group: &G) -> Result<(), Failed> {
        self.drop_all(&in_group(group, "proposal "))
    }

    fn write_encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>, T: traits::HpkeKeyPair<V>>(
        &self,
        group: &G,
        epoch: &E,
        leaf: u32,
        pairs: &[T],
    ) -> Result<(), Failed> {
        self.put(&epoch_keys(group, epoch, leaf), &pairs)
    }

    fn encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>, T: traits::HpkeKeyPair<V>>(
        &self,
        group: &G,
        epoch: &E,
        leaf: u32,
    ) -> Result<Vec<T>, Failed> {
        Ok(self.get(&epoch_keys(group, epoch, leaf))?.unwrap_or_default())
    }

    fn delete_encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>>(
        &self,
        group: &G,
        epoch: &E,
        leaf: u32,
    ) -> Result<(), Failed> {
        self.drop(&epoch_keys(group, epoch, leaf))
    }

    fn signature_key_pair<K: traits::SignaturePublicKey<V>, T: traits::SignatureKeyPair<V>>(
        &self,
        key: &K,
    ) -> Result<Option<T>, Failed> {
        self.get(&object("signature key", key))
    }

    fn encryption_key_pair<T: traits::HpkeKeyPair<V>, K: traits::EncryptionKey<V>>(
        &self,
        key: &K,
    ) -> Result<Option<T>, Failed> {
        self.get(&object("encryption key", key))
    }

    fn key_package<K: traits::HashReference<V>, T: traits::KeyPackage<V>>(&self, key: &K) -> Result<Option<T>, Failed> {
        self.get(&object("key package", key))
    }

    fn psk<T: traits::PskBundle<V>, K: traits::PskId<V>>(&self, key: &K) -> Result<Option<T>, Failed> {
        self.get(&object("psk", key))
    }
}
