//! From both sides' keys to what they share: the transcript, the sealing keys and the comparison.

use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey},
    digest::{SHA256, digest},
    hkdf::{HKDF_SHA256, Prk, Salt},
};
use serde::{Deserialize, Serialize};
use tend_protocol::{Hash, MailboxId, SpaceId};
use zeroize::Zeroizing;

use super::{Comparison, Invite, Purpose, Secret, Side, message::Keys};

/// Bytes that sealing adds.
pub(super) const TAG_BYTES: usize = 16;

/// What both sides know from the invite and bind into everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Context {
    pub purpose: Purpose,
    way: u8,
    pub mailbox: MailboxId,
}

impl Context {
    pub(super) fn of(invite: &Invite) -> Self {
        Self { purpose: invite.purpose(), way: invite.way().byte(), mailbox: invite.mailbox() }
    }

    /// What the joiner posts before it sees the inviter's keys. The keys' random bytes hide it.
    pub(super) fn commitment(&self, joiner: &Keys) -> Hash {
        self.hash(b"Tend pairing commitment 1", &[&joiner.bytes()])
    }

    /// What both sides saw, without the server: purpose, way, mailbox, and both sides' keys.
    pub(super) fn transcript(&self, inviter: &Keys, joiner: &Keys) -> Hash {
        self.hash(b"Tend pairing transcript 1", &[&inviter.bytes(), &joiner.bytes()])
    }

    fn hash(&self, label: &[u8], parts: &[&[u8]]) -> Hash {
        let text = [label, &[self.purpose.byte(), self.way], &self.mailbox.0, &parts.concat()].concat();
        let mut hash = Hash([0; 32]);
        hash.0.copy_from_slice(digest(&SHA256, &text).as_ref());
        hash
    }
}

/// What a side signs with the key that lasts, so that neither side's signature passes for the other's.
pub(super) fn signed_text(signer: Side, transcript: &Hash) -> Vec<u8> {
    [b"Tend pairing 1".as_slice(), &[signer.byte()], &transcript.0].concat()
}

/// What both sides derive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Shared {
    pub transcript: Hash,
    /// The id of the space that two people who pair will be in. Nobody can name it who only knows the invite.
    pub couple_space: SpaceId,
    comparison: [u8; 6],
    inviter_seals: Secret,
    joiner_seals: Secret,
}

impl Shared {
    /// HKDF (RFC 5869) with SHA-256: the transcript is the salt; the X25519 secret, and behind it the invite's, is the key
    /// material. `None` if the other side's key is of low order, so that the X25519 secret is zero (RFC 7748, section 6.1).
    pub(super) fn derive(own: &Secret, other: &Hash, transcript: Hash, invited: Option<&Secret>) -> Option<Self> {
        let exchanged = Zeroizing::new(x25519_dalek::x25519(own.0, other.0));
        if exchanged.iter().fold(0, |sum, byte| sum | byte) == 0 {
            return None;
        }
        let mut material = Zeroizing::new([0; 64]);
        material[..32].copy_from_slice(exchanged.as_slice());
        if let Some(secret) = invited {
            material[32..].copy_from_slice(&secret.0);
        }
        let length = if invited.is_some() { 64 } else { 32 };
        let root = Salt::new(HKDF_SHA256, &transcript.0).extract(&material[..length]);
        let (mut comparison, mut couple_space) = ([0; 6], SpaceId([0; 16]));
        comparison.copy_from_slice(&expand(&root, b"Tend pairing comparison 1").0[..6]);
        couple_space.0.copy_from_slice(&expand(&root, b"Tend pairing couple space 1").0[..16]);
        Some(Self {
            transcript,
            couple_space,
            comparison,
            inviter_seals: expand(&root, b"Tend pairing inviter seals 1"),
            joiner_seals: expand(&root, b"Tend pairing joiner seals 1"),
        })
    }

    pub(super) fn comparison(&self) -> Comparison {
        Comparison::of_bytes(self.comparison)
    }

    /// Seals `bytes` in place with ChaCha20-Poly1305 (RFC 8439), as the `count`-th sealed message of `sealer` at `index`.
    #[allow(clippy::expect_used)]
    pub(super) fn seal(&self, sealer: Side, count: u32, index: u32, bytes: &mut Vec<u8>) {
        let tag = self
            .key(sealer)
            .seal_in_place_separate_tag(nonce(count), Aad::from(associated(sealer, index)), bytes)
            .expect("a message is far below the cipher's limit");
        bytes.extend_from_slice(tag.as_ref());
    }

    /// Opens what [`Self::seal`] sealed; `None` for anything else.
    pub(super) fn open(&self, sealer: Side, count: u32, index: u32, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let mut bytes = Zeroizing::new(sealed.to_vec());
        let aad = Aad::from(associated(sealer, index));
        let length = self.key(sealer).open_in_place(nonce(count), aad, &mut bytes).ok()?.len();
        bytes.truncate(length);
        Some(bytes)
    }

    #[allow(clippy::expect_used)]
    fn key(&self, sealer: Side) -> LessSafeKey {
        let key = match sealer {
            Side::Inviter => &self.inviter_seals,
            Side::Joiner => &self.joiner_seals,
        };
        LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &key.0).expect("any 32 bytes are a key"))
    }
}

#[allow(clippy::expect_used)]
fn expand(root: &Prk, label: &[u8]) -> Secret {
    let mut bytes = Secret([0; 32]);
    root.expand(&[label], HKDF_SHA256)
        .and_then(|output| output.fill(&mut bytes.0))
        .expect("32 bytes are within HKDF's limit");
    bytes
}

/// Each key seals one side's messages, so that their count is a nonce.
fn nonce(count: u32) -> Nonce {
    let mut bytes = [0; 12];
    bytes[8..].copy_from_slice(&count.to_be_bytes());
    Nonce::assume_unique_for_key(bytes)
}

fn associated(sealer: Side, index: u32) -> Vec<u8> {
    [b"Tend pairing sealed 1".as_slice(), &[sealer.byte()], &index.to_be_bytes()].concat()
}
