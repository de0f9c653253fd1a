//! The one door for shells: [`Tend`], with a part for each area. It holds the store, and drives sync; what a screen shows comes from
//! here with finished words, and what a person does goes in here.

mod appreciations;
mod changes;
mod devices;
mod error;
mod notices;
mod nudge_words;
mod nudges;
mod offers;
mod pairing;
mod practice;
mod profile;
mod run_views;
mod runs;
mod schedule;
mod surprises;
mod syncing;
mod today;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::{Timestamp, ZonedDateTime, civil::Date, tz::TimeZone};
use tend_protocol::SpaceId;

pub use appreciations::{AppreciationView, Appreciations};
pub use changes::{Area, Listener};
pub use devices::{DeviceView, Devices};
pub use error::TendError;
pub use notices::{NoticeView, Notices};
pub use nudges::{NudgeView, Nudges, PendingView, RuleView};
pub use offers::WeekStanding;
pub use pairing::{InviteView, InviteWay, Pairing, SymbolView, WaitingFor};
pub use practice::{ExerciseVariant, ExerciseView, PathView, PathWeekView, Practice, PracticeSettingsView, TopicView};
pub use profile::{People, PersonView};
pub use run_views::{RunView, SharedWordsView, StepDraft, StepView};
pub use runs::Runs;
pub use schedule::{ProposalView, Schedule, TimeView, TimesView, WeekView};
pub use surprises::{SurpriseView, Surprises};
pub use syncing::{SyncOutcome, Syncing};
pub use today::{CardView, Today, TodayView};

use crate::{
    content::{Gender, Language, Words, words},
    identity::{Certificate, Entropy, SigningKey},
    nudges::LastUsed,
    person::Profile,
    records::{CoupleDesk, OwnDesk, RecordId, Shared},
    spaces::{Group, GroupName, SUITE},
    store::{Store, StoreKey, Transaction},
    sync::{
        Engine, EngineError, OwnDevice, Role, SpaceState, Standing,
        devices::{ThisDevice, record_of},
        http::Roots,
        membership,
    },
};

/// What time it is, and where.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// The person's time zone.
    fn zone(&self) -> TimeZone;
}

/// The system's clock and time zone.
#[derive(Debug, Default)]
pub struct SystemClock(());

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

/// What a shell opens Tend with.
pub struct Options {
    /// The folder that is Tend's alone. It is to be kept out of the system's backups.
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
    engine: Arc<Mutex<Engine>>,
    /// One round of sync at a time.
    rounds: tokio::sync::Mutex<()>,
    language: Language,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    roots: Roots,
    listeners: Mutex<changes::Listeners>,
}

impl Tend {
    /// Opens Tend in its folder, or begins there: a new person with one device and their own space, all local. No server is asked.
    ///
    /// # Errors
    /// `store_…`; `store_in_use` at once.
    pub fn open(options: Options) -> Result<Arc<Self>, TendError> {
        words::say_errors_in(options.language);
        let store = Arc::new(Store::open(&options.folder, &options.key)?);
        store.write(|tx| begin(tx, &options))?;
        // Nobody listens yet, and whoever comes is told of everything first.
        store.take_touched();
        let engine = Engine::new(Arc::clone(&store), Arc::clone(&options.entropy));
        Ok(Arc::new(Self {
            store,
            engine: Arc::new(Mutex::new(engine)),
            rounds: tokio::sync::Mutex::default(),
            language: options.language,
            clock: options.clock,
            entropy: options.entropy,
            roots: options.roots,
            listeners: Mutex::default(),
        }))
    }

    /// Seconds since 1970.
    fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// Now, in the person's time zone.
    fn zoned(&self) -> ZonedDateTime {
        self.clock.now().to_zoned_datetime(self.clock.zone())
    }

    /// The local date.
    fn civil_day(&self) -> Date {
        self.zoned().date()
    }

    /// The local date, as `YYYY-MM-DD`.
    fn day_text(&self) -> String {
        self.civil_day().to_string()
    }

    fn read<T>(&self, work: impl FnOnce(&Room<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        self.store.read(|tx| work(&Room::enter(tx)?))
    }

    /// One step of a person; listeners are told when it is done.
    fn write<T>(&self, work: impl FnOnce(&Room<'_>) -> Result<T, TendError>) -> Result<T, TendError> {
        let result = self.store.write(|tx| work(&Room::enter(tx)?))?;
        self.tell();
        Ok(result)
    }
}

impl std::fmt::Debug for Tend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tend")
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A transaction with what every area wants to know.
struct Room<'t> {
    tx: &'t Transaction<'t>,
    device: ThisDevice,
    couple: Option<SpaceState>,
}

impl<'t> Room<'t> {
    fn enter(tx: &'t Transaction<'t>) -> Result<Self, TendError> {
        let device = ThisDevice::load(tx)?.ok_or(TendError::new("store_damaged"))?;
        Ok(Self { tx, device, couple: SpaceState::of_role(tx, Role::Couple)? })
    }

    fn own(&self) -> OwnDesk<'t> {
        OwnDesk::new(self.tx, self.device.own_space, self.device.id())
    }

    /// The person's words.
    fn words(&self, language: Language) -> Result<Words, TendError> {
        let (me, partner) = (profile::mine(self)?, profile::partners(self)?);
        let gender =
            |profile: Option<Profile>| Gender::of_pronouns(&profile.map(|one| one.pronouns).unwrap_or_default());
        Ok(Words { language, you: gender(me), partner: gender(partner) })
    }

    /// Puts a record where both have it; for a person alone, in their own space.
    fn put<R: Shared>(&self, id: RecordId, value: &R) -> Result<(), TendError> {
        match self.couple() {
            Some(couple) => couple.put(id, value)?,
            None => self.own().put(id, value)?,
        }
        Ok(())
    }

    /// The couple space's desk, while the two are paired.
    fn couple(&self) -> Option<CoupleDesk<'t>> {
        self.couple.as_ref().map(|couple| CoupleDesk::new(self.tx, couple.id, self.device.id()))
    }
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
    let device =
        ThisDevice { key, identity, certificate, own_space, server: None, access_code: None, registered: false };
    device.save(tx)?;
    membership::pin(tx, own_space, person)?;
    let name = GroupName { space: own_space, generation: 0 };
    Group::create(tx, name, &device.key, &certificate).map_err(EngineError::from)?;
    SpaceState::new(own_space, Role::Own, SUITE, Standing::Local).save(tx)?;
    let record = OwnDevice { certificate, name: checked_name(&options.device_name)?, removal: None };
    let own = OwnDesk::new(tx, own_space, device.id());
    own.put(record_of(device.id()), &record)?;
    // The first of a person's devices is the one that rings until another is used.
    Ok(own.put(LastUsed::record(), &LastUsed { device: device.id() })?)
}

/// A name as it is kept: trimmed, 1 to 40 characters.
fn checked_name(name: &str) -> Result<String, TendError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(TendError::new("name_empty")),
        1..=40 => Ok(name.into()),
        _ => Err(TendError::new("name_too_long")),
    }
}

/// Words as they are kept: trimmed, 1 to 1,000 characters. Three versions that were written at once fit into one operation, whatever the
/// script.
fn checked_text(text: &str) -> Result<String, TendError> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(TendError::new("text_empty")),
        1..=1000 => Ok(text.into()),
        _ => Err(TendError::new("text_too_long")),
    }
}
