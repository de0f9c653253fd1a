//! Other members' HPKE public keys, tried before a group takes them: a key that cannot be encrypted to would fail, or end in a panic of the
//! KEM's crate, in every commit of this device from then on.

use openmls::{
    prelude::{
        KeyPackage, OpenMlsCrypto,
        tls_codec::{DeserializeBytes, Error, Serialize, VLBytes},
    },
    treesync::RatchetTree,
};

use super::{CIPHERSUITE, Refusal};

/// Bytes of an X-Wing public key: one of ML-KEM-768 and one of X25519 (draft-connolly-cfrg-xwing-kem, section 5.4).
const KEY_BYTES: usize = 1184 + 32;

/// Whether a message can be encrypted to the key.
///
/// # Errors
/// [`Refusal::BadKey`].
fn check(crypto: &impl OpenMlsCrypto, key: &[u8]) -> Result<(), Refusal> {
    // The length first: the KEM's crate does not look at it.
    let fits = key.len() == KEY_BYTES && crypto.hpke_seal(CIPHERSUITE.hpke_config(), key, b"", b"", b"").is_ok();
    if fits { Ok(()) } else { Err(Refusal::BadKey) }
}

/// [`check`] for both keys of a key package: that of its welcome, and that of its leaf.
///
/// # Errors
/// [`Refusal::BadKey`].
pub(super) fn check_package(crypto: &impl OpenMlsCrypto, package: &KeyPackage) -> Result<(), Refusal> {
    let leaf = package.leaf_node().encryption_key().tls_serialize_detached().map_err(|_| Refusal::BadKey)?;
    let leaf = VLBytes::tls_deserialize_exact_bytes(&leaf).map_err(|_| Refusal::BadKey)?;
    check(crypto, package.hpke_init_key().as_slice())?;
    check(crypto, leaf.as_slice())
}

/// [`check`] for every node of a group's tree: one that is hidden below another today is encrypted to when that one is blanked.
///
/// # Errors
/// [`Refusal::BadKey`].
pub(super) fn check_tree(crypto: &impl OpenMlsCrypto, tree: &RatchetTree) -> Result<(), Refusal> {
    // OpenMLS gives no other way to the keys of parent nodes than the tree as it is sent.
    let bytes = tree.tls_serialize_detached().map_err(|_| Refusal::BadKey)?;
    let keys = keys(&bytes).map_err(|_| Refusal::BadKey)?;
    keys.iter().try_for_each(|key| check(crypto, key.as_slice()))
}

/// The keys of the nodes of `optional<Node> ratchet_tree<V>` (RFC 9420, section 12.4.3.3).
fn keys(tree: &[u8]) -> Result<Vec<VLBytes>, Error> {
    let (nodes, _) = VLBytes::tls_deserialize_bytes(tree)?;
    let (mut rest, mut keys) = (nodes.as_slice(), Vec::new());
    while !rest.is_empty() {
        let (is_present, after) = u8::tls_deserialize_bytes(rest)?;
        rest = after;
        if is_present == 1 {
            let (node_type, node) = u8::tls_deserialize_bytes(rest)?;
            let (key, after) = VLBytes::tls_deserialize_bytes(node)?;
            keys.push(key);
            rest = if node_type == 1 { after_leaf(after)? } else { after_vectors(after, 2)? };
        }
    }
    Ok(keys)
}

/// What stands behind a leaf, of which the key is read (RFC 9420, section 7.2).
fn after_leaf(leaf: &[u8]) -> Result<&[u8], Error> {
    let signature_key = after_vectors(leaf, 1)?;
    let (_, credential) = u16::tls_deserialize_bytes(signature_key)?;
    // The credential's identity, and five lists of capabilities.
    let (source, rest) = u8::tls_deserialize_bytes(after_vectors(credential, 6)?)?;
    let rest = match source {
        1 => <(u64, u64)>::tls_deserialize_bytes(rest)?.1,
        3 => after_vectors(rest, 1)?,
        _ => rest,
    };
    // Extensions and signature.
    after_vectors(rest, 2)
}

fn after_vectors(mut bytes: &[u8], count: usize) -> Result<&[u8], Error> {
    for _ in 0..count {
        bytes = VLBytes::tls_deserialize_bytes(bytes)?.1;
    }
    Ok(bytes)
}
