use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{ZonedDateTime, civil::Date};
use tend_protocol::SpaceId;

use super::{Clock, TendError, listeners::Listeners, scope::Scope};
use crate::{
    content::Language,
    identity::{Certificate, Entropy, SigningKey},
    nudges::LastUsed,
    record_types::RECORD_TYPES,
    records::{Nonce, Own, Records},
    spaces::{Group, GroupName, SUITE},
    store::{Store, StoreKey, Transaction},
    sync::{
        Engine, EngineError, OwnDevice, Role, SpaceState, SpaceStatus,
        devices::{ThisDevice, record_of},
        http::{Http, Roots},
        membership,
    },
    written,
};

/// What a shell opens Tend with.
pub struct Options {
    /// The folder, which only Tend uses. It must be kept out of the system's backups.
    pub folder: PathBuf,
    /// The store's key, from the platform's key store.
    pub key: StoreKey,
    /// What the person calls this device, 1 to 40 characters: for their other devices' lists.
    pub device_name: String,
    /// The language of all words, from here on.
    pub language: Language,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Which certificates a server may show.
    pub roots: Roots,
}

/// Tend on one device.
pub struct Tend {
    pub(crate) store: Arc<Store>,
    pub(super) engine: Arc<Mutex<Engine>>,
    /// One round of sync at a time.
    pub(super) rounds: tokio::sync::Mutex<()>,
    pub(super) language: Language,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) roots: Roots,
    /// By the address that each leads to.
    pub(super) transports: Mutex<BTreeMap<String, Http>>,
    pub(super) listeners: Mutex<Listeners>,
}

impl Tend {
    /// Opens Tend in its folder, or begins there: a new person with one device and their own space, all local. No server is asked.
    ///
    /// # Errors
    /// `store_…`; `store_in_use` at once.
    pub fn open(options: Options) -> Result<Arc<Self>, TendError> {
        let store = Arc::new(Store::open(&options.folder, &options.key)?);
        store.write(|tx| begin(tx, &options))?;
        // Nobody listens yet, and a new listener is first told of everything.
        store.take_touched();
        let engine = Engine::new(Arc::clone(&store), Arc::clone(&options.entropy), RECORD_TYPES);
        Ok(Arc::new(Self {
            store,
            engine: Arc::new(Mutex::new(engine)),
            rounds: tokio::sync::Mutex::default(),
            language: options.language,
            clock: options.clock,
            entropy: options.entropy,
            roots: options.roots,
            transports: Mutex::default(),
            listeners: Mutex::default(),
        }))
    }

    /// The language of all words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Seconds since 1970.
    pub(super) fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// Now, in the person's time zone.
    pub(super) fn zoned(&self) -> ZonedDateTime {
        self.clock.now().to_zoned_datetime(self.clock.zone())
    }

    /// The local date.
    pub(super) fn civil_day(&self) -> Date {
        self.zoned().date()
    }

    /// What the id of a new record is made from.
    pub(super) fn nonce(&self) -> Nonce {
        Nonce::random(self.entropy.bytes())
    }

    /// The same, of a record that is found by the local date.
    pub(super) fn nonce_of_today(&self) -> Nonce {
        self.nonce().on(self.civil_day())
    }

    /// The local date, as `YYYY-MM-DD`.
    pub(super) fn day_text(&self) -> String {
        self.civil_day().to_string()
    }

    pub(super) fn read<T>(&self, work: impl FnOnce(&Scope<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        self.store.read(|tx| work(&Scope::enter(tx)?))
    }

    /// Runs the transaction of something that a person does; listeners are told when it is done.
    pub(super) fn write<T>(&self, work: impl FnOnce(&Scope<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        let result = self.store.write(|tx| {
            let scope = Scope::enter(tx)?;
            let result = work(&scope)?;
            if let Some(mut own) = SpaceState::load(tx, scope.device.own_space)? {
                own.note_made(tx, self.now())?;
            }
            Ok::<_, TendError>(result)
        })?;
        self.tell();
        Ok(result)
    }
}

impl std::fmt::Debug for Tend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tend")
    }
}

/// The lock, whatever became of the last to hold it: what they held is one transaction, or none.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The first opening: keys, certificate and own space.
fn begin(tx: &Transaction<'_>, options: &Options) -> Result<(), TendError> {
    if ThisDevice::load(tx)?.is_some() {
        return Ok(());
    }
    let (identity, key) = (SigningKey::generate(&*options.entropy), SigningKey::generate(&*options.entropy));
    let certificate = Certificate::issue(&identity, key.device());
    let own_space = SpaceId(options.entropy.bytes());
    let person = identity.identity();
    let device = ThisDevice { key, identity, certificate, own_space, server: None };
    device.save(tx)?;
    membership::pin(tx, own_space, person)?;
    let name = GroupName { space: own_space, generation: 0 };
    Group::create(tx, name, &device.key, &certificate).map_err(EngineError::from)?;
    SpaceState::new(own_space, Role::Own, SUITE, SpaceStatus::Local).save(tx)?;
    let record = OwnDevice { certificate, name: written::name(&options.device_name)?, removal: None };
    let own = Records::<Own>::new(tx, own_space, &device.certificate);
    own.put(record_of(device.id()), &record)?;
    // The first of a person's devices is the one that rings until another is used.
    Ok(own.put(LastUsed::record(), &LastUsed { device: device.id() })?)
}
