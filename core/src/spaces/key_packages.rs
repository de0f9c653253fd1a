//! This device's key packages (RFC 9420, section 10), and reading those of other devices. The server keeps their public parts and the
//! store the private ones: that of a single-use one until a welcome used it, that of a last-resort one until it is replaced.

use openmls::prelude::{
    Capabilities, CredentialType, ExtensionType, KeyPackage, KeyPackageRef, Lifetime, MlsMessageBodyIn, MlsMessageIn,
    MlsMessageOut, OpenMlsProvider, ProtocolVersion, tls_codec::DeserializeBytes,
};

use openmls::treesync::LeafNodeSource;

use super::{CIPHERSUITE, Refusal, SUITE, SpaceError, Trust, certified, keys, provider::Provider};
use crate::{
    identity::{Certificate, SigningKey},
    store::{Namespace, StoreError, Transaction},
};

/// The references of the last-resort key packages that are kept, oldest first.
const LAST_RESORT: &[u8] = b"last resort";
/// The same of single-use ones, used ones among them.
const SINGLE_USE: &[u8] = b"single use";
/// How many of each are kept at most. So a server that says again and again that none is left does not fill the store.
const MOST_SINGLE_USE: usize = 256;
const MOST_LAST_RESORT: usize = 16;

/// What this device's leaves can do, and no more: MLS 1.0, the one suite, basic credentials, and the mark of a last-resort package.
pub(super) fn capabilities() -> Capabilities {
    Capabilities::builder()
        .versions(vec![ProtocolVersion::Mls10])
        .ciphersuites(vec![CIPHERSUITE])
        .extensions(vec![ExtensionType::LastResort])
        .proposals(Vec::new())
        .credentials(vec![CredentialType::Basic])
        .build()
}

/// A lifetime without bounds: no clock can say that it is over.
pub(super) fn all_of_time() -> Lifetime {
    Lifetime::init(0, u64::MAX)
}

/// Makes a key package for this device, keeps its private part, and gives its public one, as an MLS message (RFC 9420, section 6), for
/// the server. A last-resort one may be used more than once, and is kept until too many newer ones were made.
///
/// # Errors
/// [`Refusal::BadCertificate`] when the certificate is not that of `signer`'s device.
pub fn generate(
    tx: &Transaction<'_>,
    signer: &SigningKey,
    certificate: &Certificate,
    last_resort: bool,
) -> Result<Vec<u8>, SpaceError> {
    if certificate.device != signer.device() {
        return Err(Refusal::BadCertificate.into());
    }
    Provider::new(tx)?.attempt(|provider| {
        let mut builder =
            KeyPackage::builder().leaf_node_capabilities(capabilities()).key_package_lifetime(all_of_time());
        if last_resort {
            builder = builder.mark_as_last_resort();
        }
        let bundle = builder
            .build(CIPHERSUITE, provider, signer, certified::credential(certificate))
            .map_err(|_| SpaceError::Mls("making a key package"))?;
        let package = bundle.key_package().clone();
        let reference = package.hash_ref(provider.crypto()).map_err(|_| SpaceError::Mls("hashing a key package"))?;
        let (list, most) = if last_resort { (LAST_RESORT, MOST_LAST_RESORT) } else { (SINGLE_USE, MOST_SINGLE_USE) };
        let mut kept = kept(tx, list)?;
        kept.push(reference);
        let too_many = kept.len().saturating_sub(most);
        forget(provider, kept.drain(..too_many))?;
        tx.put_value(Namespace::Mls, list, &kept)?;
        MlsMessageOut::from(package).to_bytes().map_err(|_| SpaceError::Mls("writing a key package"))
    })
}

fn kept(tx: &Transaction<'_>, list: &[u8]) -> Result<Vec<KeyPackageRef>, StoreError> {
    Ok(tx.value(Namespace::Mls, list)?.unwrap_or_default())
}

/// Forgets private parts; of one that was used there is nothing left to forget.
fn forget(provider: &Provider<'_>, references: impl IntoIterator<Item = KeyPackageRef>) -> Result<(), SpaceError> {
    use openmls_traits::storage::StorageProvider;

    let mut references = references.into_iter();
    references
        .try_for_each(|reference| provider.storage().delete_key_package(&reference))
        .map_err(|_| SpaceError::Mls("forgetting a key package"))
}

/// Reads another device's key package: whether it is valid, of `suite`, and its certificate that of the device that signed it; with
/// `trust`, also whether the space trusts it.
///
/// # Errors
/// The [`Refusal`] that says what is wrong; [`SpaceError::Mls`] without randomness.
pub fn read(bytes: &[u8], suite: u16, trust: Option<&Trust>) -> Result<Certificate, SpaceError> {
    if suite != SUITE {
        return Err(Refusal::OtherSuite.into());
    }
    let crypto = openmls_libcrux_crypto::CryptoProvider::new().map_err(|_| SpaceError::Mls("no randomness"))?;
    Ok(check(&parse(bytes, &crypto)?, trust)?)
}

/// The key package in `bytes`, valid by itself, and with keys that can be used.
pub(super) fn parse(bytes: &[u8], crypto: &openmls_libcrux_crypto::CryptoProvider) -> Result<KeyPackage, Refusal> {
    let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Refusal::Malformed)?;
    let MlsMessageBodyIn::KeyPackage(package) = message.extract() else { return Err(Refusal::Malformed) };
    let package = package.validate(crypto, ProtocolVersion::Mls10).map_err(|_| Refusal::InvalidKeyPackage)?;
    if package.ciphersuite() == CIPHERSUITE {
        keys::check_package(crypto, &package)?;
    }
    Ok(package)
}

/// The certificate of a valid key package that may be added.
pub(super) fn check(package: &KeyPackage, trust: Option<&Trust>) -> Result<Certificate, Refusal> {
    if package.ciphersuite() != CIPHERSUITE {
        return Err(Refusal::OtherSuite);
    }
    let LeafNodeSource::KeyPackage(lifetime) = package.leaf_node().leaf_node_source() else {
        return Err(Refusal::InvalidKeyPackage);
    };
    if *lifetime != all_of_time() {
        return Err(Refusal::BoundedLifetime);
    }
    if package.extensions().iter().any(|extension| extension.extension_type() != ExtensionType::LastResort) {
        return Err(Refusal::Extension);
    }
    let certificate = certified::of_leaf(package.leaf_node())?;
    certificate.verify().map_err(|_| Refusal::BadCertificate)?;
    if let Some(trust) = trust {
        trust.check(&certificate)?;
    }
    Ok(certificate)
}
