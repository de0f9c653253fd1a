use std::sync::Arc;

use tend_core::{
    Options, SystemClock, TendError as CoreError, content::Language, identity::SystemEntropy, store::StoreKey,
    sync::http::Roots,
};
use zeroize::Zeroizing;

use crate::{ChangeListener, Syncing, TendError, boundary::call, follower::Follower, listener::Listening};

/// Tend on this phone. A shell opens it once and keeps it.
///
/// Every call but those marked asynchronous reads or writes the disk: never on the main thread.
#[derive(uniffi::Object)]
pub struct Tend {
    pub(crate) core: Arc<tend_core::Tend>,
    clock: Arc<SystemClock>,
    follower: Arc<Follower>,
}

#[uniffi::export]
impl Tend {
    /// Opens Tend, or begins there: a new person with one device. No server is asked.
    ///
    /// - `folder`: Tend's alone, in the app's own container, and out of the system's backups and device transfers. Not in an iOS app group: the
    ///   system ends an app that is suspended while it holds a file's lock there, and Tend holds one while it is open.
    /// - `key`: 32 random bytes, from the platform's key store; the same at every opening.
    /// - `device_name`: what the person calls this phone, 1 to 40 characters; of use at the first opening alone.
    /// - `languages`: the person's, as BCP 47 tags, best first. The first that Tend speaks is the one of all words, until Tend is
    ///   opened again; English when it speaks none.
    /// - `zone`: the platform's name for the time zone that the person is in, as `Europe/Berlin`; see [`Self::set_zone`]. Tend opens in an
    ///   unknown one too.
    /// - `pinned_certificate`: a household's own authority in DER, which a server must then show instead of a public one's.
    ///
    /// # Errors
    /// `store_in_use` at once, while something still holds the store; `store_shared` for the folder of an app group; `store_wrong_key`, also for a key of another length;
    /// `store_newer`, `store_damaged`, `store_disk`, `store_failed`; `name_empty`, `name_too_long`.
    #[uniffi::constructor]
    pub fn open(
        folder: String,
        key: Vec<u8>,
        device_name: String,
        languages: Vec<String>,
        zone: String,
        pinned_certificate: Option<Vec<u8>>,
    ) -> Result<Arc<Self>, TendError> {
        call(spoken(&languages), || {
            let clock = Arc::new(SystemClock::default());
            // Everything but giving times works in an unknown zone.
            clock.set_zone(&zone);
            let core = tend_core::Tend::open(Options {
                folder: folder.into(),
                key: store_key(key)?,
                device_name,
                language: spoken(&languages),
                clock: Arc::<SystemClock>::clone(&clock),
                entropy: Arc::new(SystemEntropy::default()),
                roots: pinned_certificate.map_or(Roots::Mozilla, Roots::Pinned),
            })?;
            Ok(Arc::new(Self { core, clock, follower: Arc::default() }))
        })
    }

    /// The platform's name for the time zone that the person is in, from the IANA database: `TimeZone.current.identifier` on iOS,
    /// `ZoneId.systemDefault().id` on Android. A shell says it whenever it changes, and then draws its screens again.
    ///
    /// # Errors
    /// `zone_unknown`; until a known one is named, days and hours go by UTC, and no times can be given.
    pub fn set_zone(&self, zone: String) -> Result<(), TendError> {
        call(self.core.language(), || {
            if self.clock.set_zone(&zone) { Ok(()) } else { Err(CoreError::new("zone_unknown")) }
        })
    }

    /// Talking to the server.
    pub fn syncing(&self) -> Arc<Syncing> {
        Arc::new(Syncing { core: Arc::clone(&self.core), follower: Arc::clone(&self.follower) })
    }

    /// Tells `listener` of every change. The number that comes back takes it off again.
    pub fn subscribe(&self, listener: Arc<dyn ChangeListener>) -> u64 {
        self.core.subscribe(Arc::new(Listening(listener)))
    }

    /// Takes a listener off; an unknown number is no error.
    pub fn unsubscribe(&self, number: u64) {
        self.core.unsubscribe(number);
    }

    /// How many listeners there are: a screen that is gone must have taken its own off.
    pub fn listener_count(&self) -> u64 {
        self.core.listeners() as u64
    }
}

/// The first of a person's languages that Tend speaks.
fn spoken(languages: &[String]) -> Language {
    Language::choose(languages.iter().map(String::as_str))
}

fn store_key(key: Vec<u8>) -> Result<StoreKey, CoreError> {
    let key = Zeroizing::new(key);
    let bytes: [u8; 32] = key.as_slice().try_into().map_err(|_| CoreError::new("store_wrong_key"))?;
    Ok(StoreKey::new(bytes))
}
