use openmls::prelude::{OpenMlsProvider, SignatureScheme};
use openmls_libcrux_crypto::CryptoProvider;
use openmls_traits::signatures::{Signer, SignerError};

use super::{SpaceError, storage::Storage};
use crate::{identity::SigningKey, store::Transaction};

/// What OpenMLS works with: libcrux for cryptography and randomness (seeded by the operating system), the caller's transaction for
/// storage.
pub(super) struct Provider<'t> {
    crypto: CryptoProvider,
    storage: Storage<'t>,
    tx: &'t Transaction<'t>,
}

impl<'t> Provider<'t> {
    pub(super) fn new(tx: &'t Transaction<'t>) -> Result<Self, SpaceError> {
        let crypto = CryptoProvider::new().map_err(|_| SpaceError::Mls("no randomness"))?;
        Ok(Self { crypto, storage: Storage::new(tx), tx })
    }

    /// Runs `work`, and takes back what it wrote when it fails. When it failed because the store did, that is the error: OpenMLS
    /// does not always pass it on.
    pub(super) fn attempt<T>(&self, work: impl FnOnce(&Self) -> Result<T, SpaceError>) -> Result<T, SpaceError> {
        self.tx.attempt(|| {
            let result = work(self);
            match self.storage.take_failure() {
                Some(failure) => Err(failure.into()),
                None => result,
            }
        })
    }
}

impl<'t> OpenMlsProvider for Provider<'t> {
    type CryptoProvider = CryptoProvider;
    type RandProvider = CryptoProvider;
    type StorageProvider = Storage<'t>;

    fn storage(&self) -> &Self::StorageProvider {
        &self.storage
    }

    fn crypto(&self) -> &Self::CryptoProvider {
        &self.crypto
    }

    fn rand(&self) -> &Self::RandProvider {
        &self.crypto
    }
}

/// The texts of MLS begin with a length and `MLS 1.0 ` (RFC 9420, section 5.1.2), so that none passes for one of Tend's.
impl Signer for SigningKey {
    fn sign(&self, payload: &[u8]) -> Result<Vec<u8>, SignerError> {
        Ok(Self::sign(self, payload).0.to_vec())
    }

    fn signature_scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}
