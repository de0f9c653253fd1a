use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use ciborium::Value;
use tend_core::{
    Options, Tend, TendError,
    identity::Removal,
    records::State,
    store::{Namespace, Store, StoreError, StoreKey, StoredRecord, Transaction},
    sync::{Failure, Request, Role, http::Roots},
};
use tend_protocol::{SpaceId, decode};

use super::{
    clock::{PhoneClock, Time},
    entropy::Seeded,
};

/// One device.
pub struct Phone {
    /// Whose: 0 or 1.
    pub person: usize,
    /// Its name in traces.
    pub name: String,
    /// Off: it neither does nor hears anything.
    pub asleep: bool,
    /// Nothing may be expected of it any more: removed, or stopped after its store was copied.
    pub out: bool,
    /// Which of its person's devices removed it.
    pub removed_by: Option<usize>,
    /// The request that it waits for.
    pub waits: Option<Request>,
    /// A round is under way.
    pub busy: bool,
    tend: Option<Arc<Tend>>,
    folder: PathBuf,
    lives: u32,
    clock: PhoneClock,
    entropy: Arc<Seeded>,
}

impl Phone {
    /// A fresh one, whose clock is wrong by so many seconds.
    pub fn new(folder: &Path, seed: u64, person: usize, number: u64, time: &Time, wrong_by: i64) -> Self {
        let mut phone = Self {
            person,
            name: format!("{}{number}", ["a", "b"][person]),
            asleep: false,
            out: false,
            removed_by: None,
            waits: None,
            busy: false,
            tend: None,
            folder: folder.join(format!("phone-{number}")),
            lives: 0,
            clock: PhoneClock { time: time.clone(), wrong_by },
            entropy: Arc::new(Seeded::new(seed, number)),
        };
        phone.open();
        phone
    }

    fn life(&self) -> PathBuf {
        self.folder.join(format!("life-{}", self.lives))
    }

    fn key(&self) -> StoreKey {
        StoreKey::new([7; 32])
    }

    fn open(&mut self) {
        let options = Options {
            folder: self.life(),
            key: self.key(),
            device_name: self.name.clone(),
            language: tend_core::content::Language::English,
            clock: Arc::new(self.clock.clone()),
            entropy: Arc::clone(&self.entropy) as _,
            roots: Roots::Mozilla,
        };
        self.tend = Some(Tend::open(options).expect("the store opens"));
    }

    /// The app.
    pub fn tend(&self) -> &Arc<Tend> {
        self.tend.as_ref().expect("the phone is on")
    }

    /// The app dies where it is, and is opened again on what is on the disk. The file and its log are copied as they are, since closing a
    /// connection would be no crash.
    pub fn crash(&mut self) {
        let before = self.life();
        self.lives += 1;
        copy_store(&before, &self.life());
        self.tend = None;
        std::fs::remove_dir_all(before).ok();
        self.give_up();
        self.open();
    }

    /// A copy of the store as it is now, for another life of it.
    pub fn keep_copy(&self) -> PathBuf {
        let copy = self.folder.join("copy");
        std::fs::remove_dir_all(&copy).ok();
        copy_store(&self.life(), &copy);
        copy
    }

    /// A transaction failed, and the app lives on: the round is over.
    pub fn give_up(&mut self) {
        self.waits = None;
        self.busy = false;
    }

    /// Whether it does not know yet that its entry with that number was taken.
    pub fn waits_for(&self, space: SpaceId, number: u64) -> bool {
        let spaces = self.tend().syncing().spaces().expect("a read");
        spaces.iter().any(|state| state.id == space && state.number < number)
    }

    /// All records of each space, deleted ones too, as they are in the store.
    pub fn records(&self) -> Vec<(SpaceId, Vec<StoredRecord>)> {
        let spaces = self.tend().syncing().spaces().expect("a read").into_iter().map(|space| space.id);
        self.in_store(|tx| spaces.map(|space| Ok((space, tx.records_after(space, None, 100_000)?))).collect())
    }

    /// What a copy of its store holds.
    fn in_store<T>(&self, read: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> T {
        let look = self.folder.join("look");
        copy_store(&self.life(), &look);
        let found = Store::open(&look, &self.key()).and_then(|store| store.read(read)).expect("a read");
        std::fs::remove_dir_all(look).ok();
        found
    }

    /// The records that it knows as deleted for good.
    pub fn purged(&self) -> BTreeSet<String> {
        let records = self.records().into_iter().flat_map(|(_, records)| records);
        let is_purged = |record: &StoredRecord| decode::<State>(&record.state).expect("a record").is_purged();
        records.filter(is_purged).map(|record| record.id.to_hex()).collect()
    }

    /// Whether it was told that the other one is removed.
    pub fn knows_as_removed(&self, other: &Self) -> bool {
        let device = other.tend().devices().all().expect("a read").into_iter().find(|device| device.is_this);
        let trusted = self.in_store(|tx| tx.values::<Value>(Namespace::Trust, &[]));
        let removals = trusted.iter().filter_map(|(_, value)| value.deserialized::<Removal>().ok());
        removals.into_iter().any(|removal| device.as_ref().is_some_and(|device| device.id == removal.device))
    }

    /// What its clock shows, in seconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.time.now() + self.clock.wrong_by
    }

    /// What somebody who takes the phone apart does to its store.
    pub fn tamper<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> T {
        self.tend = None;
        let done = Store::open(&self.life(), &self.key()).and_then(|store| store.write(work)).expect("it is written");
        self.give_up();
        self.open();
        done
    }

    /// By record, its place in the log, of a type for which that counts.
    pub fn arrivals(&self, kind: &str) -> BTreeMap<String, Option<(u32, u64)>> {
        let couple = self.tend().syncing().spaces().expect("a read").into_iter().find(|one| one.role == Role::Couple);
        let Some(space) = couple.map(|couple| couple.id) else { return BTreeMap::new() };
        self.in_store(|tx| {
            let all = tx.live_records(space, kind)?.into_iter();
            all.map(|stored| Ok((stored.id.to_hex(), tx.arrival(space, stored.id)?))).collect()
        })
    }

    /// The folder of its store, and the key.
    pub fn files(&self) -> (PathBuf, [u8; 32]) {
        (self.life(), [7; 32])
    }

    /// Goes on with an older copy of the store.
    pub fn put_back(&mut self, copy: &Path) {
        self.tend = None;
        std::fs::remove_dir_all(self.life()).ok();
        self.lives += 1;
        copy_store(copy, &self.life());
        self.give_up();
        self.open();
    }

    /// The sentences of all appreciations that this device shows, shared or not.
    pub fn kept(&self) -> Result<BTreeSet<String>, TendError> {
        let all = self.tend().appreciations().all()?.into_iter();
        Ok(all.flat_map(|view| view.other_versions.into_iter().chain([view.text])).collect())
    }

    /// The id of the own space: equal on all of a person's devices.
    pub fn own_space(&self) -> Option<SpaceId> {
        let spaces = self.tend().syncing().spaces().expect("a read");
        spaces.into_iter().find(|space| space.role == Role::Own).map(|space| space.id)
    }

    /// The next request of the round under way; the round ends when there is none.
    pub fn step(&mut self) -> Option<Request> {
        self.waits = self.tend().syncing().next_request().expect("the engine goes on");
        self.busy = self.waits.is_some();
        self.waits.clone()
    }

    /// Takes what came back. Without an answer, or told to wait, the round is over.
    pub fn take(&mut self, answer: Result<Vec<u8>, Failure>) {
        let Some(request) = self.waits.take() else { return };
        let taken = self.tend().syncing().take_answer(&request, answer).expect("the engine goes on");
        if taken.wait.is_some() {
            self.busy = false;
        }
    }

    /// By record, all sentences of appreciations that this device shows, other versions too.
    pub fn appreciations(&self) -> Result<BTreeMap<String, BTreeSet<String>>, TendError> {
        let all = self.tend().appreciations().all()?.into_iter();
        Ok(all
            .filter(|view| view.shared)
            .map(|view| {
                let sentences = view.other_versions.into_iter().chain([view.text]).collect();
                (view.id.to_hex(), sentences)
            })
            .collect())
    }

    /// By record, all sentences of surprise ideas.
    pub fn surprises(&self) -> Result<BTreeMap<String, BTreeSet<String>>, TendError> {
        let all = self.tend().surprises().all()?.into_iter();
        Ok(all
            .map(|view| {
                let sentences = view.other_versions.into_iter().chain([view.text]).collect();
                (view.id.to_hex(), sentences)
            })
            .collect())
    }
}

fn copy_store(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for name in ["tend.db", "tend.db-wal"] {
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).expect("the copy is written");
        }
    }
}
