//! A client whose cryptography is libcrux's, except that one of the key pairs that it derives has another public key.

use std::sync::Mutex;

use openmls::prelude::{OpenMlsCrypto, OpenMlsProvider, tls_codec::SecretVLBytes};
use openmls_libcrux_crypto::CryptoProvider;
use openmls_traits::types::*;

use crate::spaces::{provider::Provider, storage::Storage};

/// Which key pair.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// The one that is derived after so many others.
    After(u32),
    /// That of a commit's leaf, which alone is not derived from a path secret.
    Leaf,
    /// That of the lowest parent node of a commit's path.
    LowestParent,
}

pub(super) struct Evil<'a, 't> {
    pub(super) honest: &'a Provider<'t>,
    pub(super) crypto: EvilCrypto<'a>,
}

pub(super) struct EvilCrypto<'a> {
    honest: &'a CryptoProvider,
    which: Which,
    key: &'a [u8],
    derived: Mutex<Derived>,
}

/// What was derived so far (RFC 9420, section 7.4).
#[derive(Default)]
struct Derived {
    key_pairs: u32,
    first_path_secret: Option<Vec<u8>>,
    its_node_secret: Option<Vec<u8>>,
    node_secrets: Vec<Vec<u8>>,
}

impl<'a, 't> Evil<'a, 't> {
    pub(super) fn new(honest: &'a Provider<'t>, which: Which, key: &'a [u8]) -> Self {
        let crypto = EvilCrypto { honest: honest.crypto(), which, key, derived: Mutex::default() };
        Self { honest, crypto }
    }
}

impl<'a, 't> OpenMlsProvider for Evil<'a, 't> {
    type CryptoProvider = EvilCrypto<'a>;
    type RandProvider = CryptoProvider;
    type StorageProvider = Storage<'t>;

    fn storage(&self) -> &Self::StorageProvider {
        self.honest.storage()
    }

    fn crypto(&self) -> &Self::CryptoProvider {
        &self.crypto
    }

    fn rand(&self) -> &Self::RandProvider {
        self.honest.rand()
    }
}

impl EvilCrypto<'_> {
    fn is_evil(&self, ikm: &[u8]) -> bool {
        let mut derived = self.derived.lock().unwrap();
        derived.key_pairs += 1;
        match self.which {
            Which::After(others) => derived.key_pairs == others + 1,
            Which::Leaf => !derived.node_secrets.iter().any(|secret| secret == ikm),
            Which::LowestParent => derived.its_node_secret.as_deref() == Some(ikm),
        }
    }
}

impl OpenMlsCrypto for EvilCrypto<'_> {
    fn hkdf_expand(
        &self,
        hash: HashType,
        prk: &[u8],
        info: &[u8],
        length: usize,
    ) -> Result<SecretVLBytes, CryptoError> {
        let expanded = self.honest.hkdf_expand(hash, prk, info, length)?;
        let mut derived = self.derived.lock().unwrap();
        let is = |label: &[u8]| info.windows(label.len()).any(|window| window == label);
        if is(b"MLS 1.0 path") && derived.first_path_secret.is_none() {
            derived.first_path_secret = Some(prk.to_vec());
        }
        if is(b"MLS 1.0 node") {
            derived.node_secrets.push(expanded.as_slice().to_vec());
        }
        if is(b"MLS 1.0 node") && derived.first_path_secret.as_deref() == Some(prk) {
            derived.its_node_secret = Some(expanded.as_slice().to_vec());
        }
        Ok(expanded)
    }

    fn derive_hpke_keypair(&self, config: HpkeConfig, ikm: &[u8]) -> Result<HpkeKeyPair, CryptoError> {
        let pair = self.honest.derive_hpke_keypair(config, ikm)?;
        let public = if self.is_evil(ikm) { self.key.to_vec() } else { pair.public };
        Ok(HpkeKeyPair { public, ..pair })
    }

    fn supports(&self, suite: Ciphersuite) -> Result<(), CryptoError> {
        self.honest.supports(suite)
    }

    fn supported_ciphersuites(&self) -> Vec<Ciphersuite> {
        self.honest.supported_ciphersuites()
    }

    fn hkdf_extract(&self, hash: HashType, salt: &[u8], ikm: &[u8]) -> Result<SecretVLBytes, CryptoError> {
        self.honest.hkdf_extract(hash, salt, ikm)
    }

    fn hmac(&self, hash: HashType, key: &[u8], message: &[u8]) -> Result<SecretVLBytes, CryptoError> {
        self.honest.hmac(hash, key, message)
    }

    fn hash(&self, hash: HashType, data: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.honest.hash(hash, data)
    }

    fn aead_encrypt(
        &self,
        aead: AeadType,
        key: &[u8],
        data: &[u8],
        nonce: &[u8],
        aad: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        self.honest.aead_encrypt(aead, key, data, nonce, aad)
    }

    fn aead_decrypt(
        &self,
        aead: AeadType,
        key: &[u8],
        data: &[u8],
        nonce: &[u8],
        aad: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        self.honest.aead_decrypt(aead, key, data, nonce, aad)
    }

    fn signature_key_gen(&self, scheme: SignatureScheme) -> Result<(Vec<u8>, Vec<u8>), CryptoError> {
        self.honest.signature_key_gen(scheme)
    }

    fn verify_signature(
        &self,
        scheme: SignatureScheme,
        data: &[u8],
        key: &[u8],
        signature: &[u8],
    ) -> Result<(), CryptoError> {
        self.honest.verify_signature(scheme, data, key, signature)
    }

    fn sign(&self, scheme: SignatureScheme, data: &[u8], key: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.honest.sign(scheme, data, key)
    }

    fn hpke_seal(
        &self,
        config: HpkeConfig,
        key: &[u8],
        info: &[u8],
        aad: &[u8],
        plaintext: &[u8],
    ) -> Result<HpkeCiphertext, CryptoError> {
        self.honest.hpke_seal(config, key, info, aad, plaintext)
    }

    fn hpke_open(
        &self,
        config: HpkeConfig,
        sealed: &HpkeCiphertext,
        key: &[u8],
        info: &[u8],
        aad: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        self.honest.hpke_open(config, sealed, key, info, aad)
    }

    fn hpke_setup_sender_and_export(
        &self,
        config: HpkeConfig,
        key: &[u8],
        info: &[u8],
        context: &[u8],
        length: usize,
    ) -> Result<(KemOutput, ExporterSecret), CryptoError> {
        self.honest.hpke_setup_sender_and_export(config, key, info, context, length)
    }

    fn hpke_setup_receiver_and_export(
        &self,
        config: HpkeConfig,
        output: &[u8],
        key: &[u8],
        info: &[u8],
        context: &[u8],
        length: usize,
    ) -> Result<ExporterSecret, CryptoError> {
        self.honest.hpke_setup_receiver_and_export(config, output, key, info, context, length)
    }
}
