//! Two people, two devices each, every device with a store of its own.

use tempfile::TempDir;
use tend_protocol::{DeviceId, EntryKind, SpaceId};

use crate::{
    identity::{Certificate, SigningKey},
    spaces::{Expected, Group, GroupName, PendingCommit, Received, Refusal, SpaceError, Trust, key_packages},
    store::{Namespace, Store, StoreKey, Transaction},
};

pub(super) const NAME: GroupName = GroupName { space: SpaceId([7; 16]), generation: 1 };

/// The key of the person with this number.
pub(super) fn person(number: u8) -> SigningKey {
    SigningKey::from_seed([number; 32])
}

impl Group<'_> {
    /// Whether an own commit is made and neither merged nor discarded.
    pub(super) fn has_pending(&self) -> bool {
        self.mls.pending_commit().is_some()
    }
}

/// A device of a person.
pub(super) struct Phone {
    pub(super) store: Store,
    pub(super) key: SigningKey,
    pub(super) certificate: Certificate,
    pub(super) folder: TempDir,
}

impl Phone {
    pub(super) fn new(owner: u8, number: u8) -> Self {
        let key = SigningKey::from_seed([100 + number; 32]);
        let folder = TempDir::new().unwrap();
        let store = Store::open(folder.path(), &StoreKey::new([1; 32])).unwrap();
        let certificate = Certificate::issue(&person(owner), key.device());
        Self { store, key, certificate, folder }
    }

    pub(super) fn device(&self) -> DeviceId {
        self.key.device()
    }

    /// The same device with another certificate.
    pub(super) fn certified(mut self, certificate: Certificate) -> Self {
        self.certificate = certificate;
        self
    }

    pub(super) fn transaction<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, SpaceError>,
    ) -> Result<T, SpaceError> {
        self.store.write(work)
    }

    /// One transaction on the group.
    pub(super) fn group<T>(&self, work: impl FnOnce(&mut Group<'_>) -> Result<T, SpaceError>) -> Result<T, SpaceError> {
        self.transaction(|tx| work(&mut Group::load(tx, NAME)?.unwrap()))
    }

    pub(super) fn package(&self) -> Vec<u8> {
        self.transaction(|tx| key_packages::generate(tx, &self.key, &self.certificate, false)).unwrap()
    }

    pub(super) fn create(&self) {
        self.transaction(|tx| Group::create(tx, NAME, &self.key, &self.certificate).map(|_| ())).unwrap();
    }

    /// Joins; the transaction is committed even when the welcome is refused.
    pub(super) fn join(&self, welcome: &[u8], trust: &Trust) -> Result<(), SpaceError> {
        self.join_as(NAME, welcome, trust)
    }

    pub(super) fn join_as(&self, name: GroupName, welcome: &[u8], trust: &Trust) -> Result<(), SpaceError> {
        self.transaction(|tx| Ok(Group::join(tx, welcome, name, trust).map(|_| ())))?
    }

    /// Makes a commit and merges it, as if the server had taken it at once.
    pub(super) fn change(&self, add: &[&[u8]], remove: &[DeviceId], trust: &Trust) -> PendingCommit {
        self.group(|group| {
            let pending = group.change(&self.key, add, remove, trust)?;
            group.merge_pending()?;
            Ok(pending)
        })
        .unwrap()
    }

    pub(super) fn encrypt(&self, text: &[u8]) -> Vec<u8> {
        self.group(|group| group.encrypt(&self.key, text)).unwrap()
    }

    /// Reads an entry; the transaction is committed even when it is refused.
    pub(super) fn read(
        &self,
        bytes: &[u8],
        author: &Phone,
        kind: EntryKind,
        trust: &Trust,
    ) -> Result<Received, SpaceError> {
        self.group(|group| Ok(group.process(bytes, Expected { author: author.device(), kind }, trust)))?
    }

    /// Reads a message that must be fine.
    pub(super) fn hears(&self, author: &Phone, bytes: &[u8], trust: &Trust) -> Vec<u8> {
        match self.read(bytes, author, EntryKind::Message, trust).unwrap() {
            Received::Message { sender, plaintext } => {
                assert_eq!(sender, author.certificate);
                plaintext.0
            }
            Received::Commit { .. } => unreachable!("a commit"),
        }
    }

    /// All MLS state of the device.
    pub(super) fn values(&self) -> Vec<(Vec<u8>, ciborium::Value)> {
        self.transaction(|tx| Ok(tx.values(Namespace::Mls, b"")?)).unwrap()
    }

    pub(super) fn epoch(&self) -> u64 {
        self.group(|group| Ok(group.epoch())).unwrap()
    }
}

/// Ana (person 1) with phones 0 and 1, Ben (person 2) with phones 2 and 3, all in one group.
pub(super) struct Couple {
    pub(super) phones: Vec<Phone>,
    pub(super) trust: Trust,
}

impl Couple {
    pub(super) fn new() -> Self {
        let phones = vec![Phone::new(1, 0), Phone::new(1, 1), Phone::new(2, 2), Phone::new(2, 3)];
        let trust = Trust { pinned: [person(1).identity(), person(2).identity()].into(), removed: [].into() };
        let packages: Vec<_> = phones[1..].iter().map(Phone::package).collect();
        let packages: Vec<_> = packages.iter().map(Vec::as_slice).collect();
        phones[0].create();
        let pending = phones[0].change(&packages, &[], &trust);
        for phone in &phones[1..] {
            phone.join(pending.welcome.as_ref().unwrap(), &trust).unwrap();
        }
        Self { phones, trust }
    }

    /// All but `author` merge a commit, and every phone then hears every other.
    pub(super) fn merge(&self, author: usize, commit: &[u8], among: &[usize]) {
        for at in among.iter().filter(|at| **at != author) {
            self.phones[*at].read(commit, &self.phones[author], EntryKind::Commit, &self.trust).unwrap();
        }
        self.all_hear(among);
    }

    /// Every phone of `among` hears every other.
    pub(super) fn all_hear(&self, among: &[usize]) {
        for author in among {
            let author = &self.phones[*author];
            let bytes = author.encrypt(b"heard");
            for reader in among.iter().map(|at| &self.phones[*at]).filter(|phone| phone.device() != author.device()) {
                assert_eq!(reader.hears(author, &bytes, &self.trust), b"heard");
            }
        }
    }
}

/// The reason of a refusal.
pub(super) fn refusal<T: std::fmt::Debug>(result: Result<T, SpaceError>) -> Refusal {
    match result.unwrap_err() {
        SpaceError::Refused(refusal) => refusal,
        other => unreachable!("not refused: {other}"),
    }
}
