#![allow(clippy::unwrap_used)]

mod devices;
mod garbage;
mod identity;
mod log;
mod mailboxes;
mod membership;
mod rejoining;
mod room;
mod spaces;
mod stock;

use std::sync::atomic::{AtomicU64, Ordering};

use ring::signature::{Ed25519KeyPair, KeyPair};

use super::*;
use crate::{
    environment::{NoRandomness, NoWakeups},
    storage::SqliteStorage,
};

pub(super) const SUITE: u16 = 0x004d;
const SOURCE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

/// A clock that a test sets.
#[derive(Default)]
pub(super) struct HandClock(AtomicU64);

impl Clock for HandClock {
    fn now(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Random bytes that are the same in every run.
#[derive(Default)]
pub(super) struct Counter(AtomicU64);

impl Random for Counter {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for chunk in bytes.chunks_mut(32) {
            let next = self.0.fetch_add(1, Ordering::SeqCst);
            chunk.copy_from_slice(&Hash::of(&next.to_be_bytes()).0[..chunk.len()]);
        }
        Ok(())
    }
}

/// A service in memory, whose clock stands at day 1000.
pub(super) struct World {
    pub(super) service: Service,
    pub(super) storage: Arc<SqliteStorage>,
    pub(super) clock: Arc<HandClock>,
}

impl World {
    pub(super) fn new() -> Self {
        Self::with(Settings { rates: Rates::OFF, ..Settings::default() })
    }

    pub(super) fn with(settings: Settings) -> Self {
        Self::over(SqliteStorage::in_memory(&Counter::default()).unwrap(), settings)
    }

    pub(super) fn over(storage: SqliteStorage, settings: Settings) -> Self {
        let clock = Arc::new(HandClock(AtomicU64::new(1000 * sweep::DAY)));
        let storage = Arc::new(storage);
        let service = Service::new(
            Arc::<SqliteStorage>::clone(&storage),
            settings,
            Arc::<HandClock>::clone(&clock),
            Arc::new(Counter::default()),
            Arc::new(NoWakeups),
        );
        Self { service, storage, clock }
    }

    pub(super) fn back(&self, seconds: u64) {
        self.clock.0.fetch_sub(seconds, Ordering::SeqCst);
    }

    pub(super) fn pass(&self, seconds: u64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The server's key.
    pub(super) fn key(&self) -> ServerKey {
        ServerKey::try_from(self.storage.key().public_key().as_ref()).unwrap()
    }

    pub(super) fn call<C: Call>(&self, token: Option<&str>, call: &C) -> Result<C::Answer, ErrorCode> {
        let answer = self.service.handle(SOURCE, token, C::PATH, &encode(call));
        answer.map(|bytes| decode(&bytes).unwrap()).map_err(|problem| problem.code)
    }

    /// A registered device with a session.
    pub(super) fn device(&self, seed: u8) -> Device<'_> {
        let mut device = self.stranger(seed);
        self.call(None, &device.register(None)).unwrap();
        device.token = device.open_session().unwrap().token;
        device
    }

    /// A device that the server does not know.
    pub(super) fn stranger(&self, seed: u8) -> Device<'_> {
        let key = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        let id = DeviceId(key.public_key().as_ref().try_into().unwrap());
        Device { world: self, key, id, token: String::new() }
    }

    /// A space of the first device with all the others, who have asked for it.
    pub(super) fn space(&self, seed: u8, devices: &[&Device<'_>]) -> SpaceId {
        let space = SpaceId([seed; 16]);
        let (first, others) = devices.split_first().unwrap();
        first.call(&CreateSpace { space, suite: SUITE }).unwrap();
        if !others.is_empty() {
            let added = others.iter().map(|device| device.id).collect();
            first.append(space, 0, vec![commit(200 + seed, 1, 0, added, vec![])]).unwrap();
            for other in others {
                other.probe(space, 0, 0).unwrap();
            }
        }
        space
    }
}

pub(super) struct Device<'w> {
    pub(super) world: &'w World,
    pub(super) key: Ed25519KeyPair,
    pub(super) id: DeviceId,
    pub(super) token: String,
}

impl Device<'_> {
    pub(super) fn sign(&self, text: &[u8]) -> Signature {
        Signature(self.key.sign(text).as_ref().try_into().unwrap())
    }

    pub(super) fn register(&self, access_code: Option<&str>) -> Register {
        let signature = self.sign(&register_text(self.world.key(), self.id));
        Register { device: self.id, signature, access_code: access_code.map(str::to_owned) }
    }

    pub(super) fn open_session(&self) -> Result<SessionOpened, ErrorCode> {
        let challenge = self.world.call(None, &Challenge { device: self.id })?.challenge;
        self.world.call(None, &self.answer(challenge))
    }

    pub(super) fn answer(&self, challenge: Hash) -> OpenSession {
        let signature = self.sign(&session_text(self.world.key(), self.id, challenge));
        OpenSession { device: self.id, challenge, signature }
    }

    /// A statement by the person who has this device's key as identity.
    pub(super) fn removal(&self, device: DeviceId) -> SignedRemoval {
        let person = PersonKey(self.id.0);
        SignedRemoval { person, device, signature: self.sign(&removal_text(person, device)) }
    }

    /// A statement by the person who has this device's key as identity.
    pub(super) fn certify(&self, device: DeviceId) -> SignedCertificate {
        let person = PersonKey(self.id.0);
        SignedCertificate { person, device, signature: self.sign(&certificate_text(person, device)) }
    }

    pub(super) fn call<C: Call>(&self, call: &C) -> Result<C::Answer, ErrorCode> {
        self.world.call(Some(&self.token), call)
    }

    pub(super) fn append(&self, space: SpaceId, cursor: u64, entries: Vec<NewEntry>) -> Result<Appended, ErrorCode> {
        self.call(&Append { space, generation: 0, cursor, entries })
    }

    pub(super) fn pull(&self, space: SpaceId, generation: u32, at: Position) -> Result<LogPage, ErrorCode> {
        page(self.call(&Pull {
            space,
            generation,
            after: at.seq,
            hash: Some(at.hash),
            limit: 1000,
            bytes: u32::MAX,
        })?)
    }

    pub(super) fn probe(&self, space: SpaceId, generation: u32, after: u64) -> Result<LogPage, ErrorCode> {
        page(self.call(&Pull { space, generation, after, hash: None, limit: 1000, bytes: u32::MAX })?)
    }

    /// Pulls all there is and acknowledges it.
    pub(super) fn catch_up(&self, space: SpaceId) -> Position {
        let mut at = self.probe(space, 0, 0).unwrap().at;
        loop {
            let page = self.pull(space, 0, at).unwrap();
            if page.entries.is_empty() {
                return at;
            }
            at = follow(at, &page.entries);
        }
    }

    pub(super) fn leave(&self, space: SpaceId) -> Leave {
        let signature = self.sign(&leave_text(space, self.id));
        Leave { statement: SignedLeave { space, device: self.id, signature, proof: Bytes(vec![5; 40]) } }
    }
}

fn page(pulled: Pulled) -> Result<LogPage, ErrorCode> {
    match pulled {
        Pulled::Log(page) => Ok(page),
        Pulled::Left(_) => Err(ErrorCode::SpaceLeft),
    }
}

/// The position after these entries, as a client computes it.
pub(super) fn follow(at: Position, entries: &[Entry]) -> Position {
    entries.iter().fold(at, |at, entry| at.after(entry.id, entry.kind, entry.content.hash()))
}

pub(super) fn message(id: u8, number: u64, epoch: u64) -> NewEntry {
    let bytes = Bytes(vec![id; 1024]);
    NewEntry { id: EntryId([id; 16]), number, epoch, kind: EntryKind::Message, bytes, change: None }
}

pub(super) fn commit(id: u8, number: u64, epoch: u64, added: Vec<DeviceId>, removed: Vec<DeviceId>) -> NewEntry {
    let welcome = (!added.is_empty()).then(|| Bytes(vec![id; 100]));
    NewEntry {
        id: EntryId([id; 16]),
        number,
        epoch,
        kind: EntryKind::Commit,
        bytes: Bytes(vec![id; 300]),
        change: Some(Change { added, removed, welcome }),
    }
}
