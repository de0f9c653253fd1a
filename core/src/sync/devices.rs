use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, SpaceId};

use super::{
    Notice,
    server::{Destination, Server},
};
use crate::{
    area::Area,
    identity::{Certificate, IdentityId, Removal, SigningKey},
    records::{Own, Record, RecordId, Records},
    refusal::refusals,
    store::{self, StoreError, Transaction},
};

/// One of a person's devices, known to all of them. These records say which devices belong in the person's spaces: a device that finds
/// another one missing adds it, and one that finds a removed one removes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnDevice {
    /// The device's certificate.
    pub certificate: Certificate,
    /// What the person calls it, 1 to 40 characters.
    pub name: String,
    /// The signed statement that it is removed.
    pub removal: Option<Removal>,
}

impl Record for OwnDevice {
    const KIND: &'static str = "own_device";
    const AREAS: &'static [Area] = &[Area::Devices];
    type Home = Own;

    fn is_in_use(&self) -> bool {
        false
    }
}

/// The couple space of a person, known to all their devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Partnership {
    /// The couple space.
    pub space: SpaceId,
    /// The partner.
    pub partner: IdentityId,
    /// When the two paired, in seconds since 1970: shown, and no more.
    pub since: i64,
}

impl Record for Partnership {
    const KIND: &'static str = "partnership";
    const AREAS: &'static [Area] =
        &[Area::People, Area::Appreciations, Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    type Home = Own;

    fn is_in_use(&self) -> bool {
        false
    }
}

/// The record of a device: its id is made from the device's, so that all devices mean the same.
pub(crate) fn record_of(device: DeviceId) -> RecordId {
    RecordId::derived(b"Tend own device", &device.0)
}

/// The record of a partnership.
pub(crate) fn record_of_space(space: SpaceId) -> RecordId {
    RecordId::derived(b"Tend partnership", &space.0)
}

refusals! {
    /// Why a server cannot be chosen.
    ServerRefusal {
        /// The person's devices, or the partner's, use another.
        OtherServer = "other_server",
    }
}

refusals! {
    /// Why a device cannot be removed.
    DeviceRefusal {
        /// It is the one in the person's hand.
        ThisDevice = "this_device",
    }
}

/// This device's keys and its server.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ThisDevice {
    /// The device's own key.
    pub key: SigningKey,
    /// The person's key.
    pub identity: SigningKey,
    /// The person's certificate for the device.
    pub certificate: Certificate,
    /// The person's own space.
    pub own_space: SpaceId,
    /// The server, once one is known.
    pub server: Option<Server>,
}

impl ThisDevice {
    pub fn load(tx: &Transaction<'_>) -> Result<Option<Self>, StoreError> {
        tx.value(store::Namespace::Device, b"this")
    }

    pub fn save(&self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        tx.put_value(store::Namespace::Device, b"this", self)
    }

    /// The signed statement that another of the person's devices is removed.
    pub fn removal_of(&self, device: DeviceId) -> Result<Removal, DeviceRefusal> {
        let other = device != self.id();
        other.then(|| Removal::issue(&self.identity, device)).ok_or(DeviceRefusal::ThisDevice)
    }

    /// This device with the server at this address, or with another access code for the one that it has. A server that has proved its
    /// key is asked at another address to prove it again, before anything changes.
    pub fn using_server(&self, address: &str, access_code: Option<&str>) -> Self {
        let chosen = Server::new(address, None, access_code);
        let server = match self.server.clone() {
            // The person says again what it is, though another server was found there: it was set up anew.
            Some(server) if server.address == chosen.address && server.strange => chosen,
            Some(server) if server.address == chosen.address => {
                Server { access_code: chosen.access_code.or(server.access_code.clone()), moves_to: None, ..server }
            }
            Some(server) if server.registered => {
                let moves_to = Destination { address: chosen.address, access_code: chosen.access_code };
                Server { moves_to: Some(moves_to), ..server }
            }
            _ => chosen,
        };
        Self { server: Some(server), ..self.clone() }
    }

    pub fn id(&self) -> DeviceId {
        self.certificate.device
    }

    pub fn person(&self) -> IdentityId {
        self.certificate.identity
    }
}

/// The person's devices that were not removed, by the records of the own space.
pub(super) fn own_devices(tx: &Transaction<'_>, device: &ThisDevice) -> Result<BTreeSet<DeviceId>, StoreError> {
    let records = Records::<Own>::new(tx, device.own_space, device.id());
    let found = records.all::<OwnDevice>().map_err(|_| StoreError::Damaged)?;
    let own = found.into_iter().filter(|found| found.value.removal.is_none()).map(|found| found.value.certificate);
    // A record says nothing that its certificate does not prove.
    Ok(own.filter(|own| own.identity == device.person() && own.verify().is_ok()).map(|own| own.device).collect())
}

/// The signed statements of the person's devices that were removed, by the same records.
pub(super) fn own_removals(tx: &Transaction<'_>, device: &ThisDevice) -> Result<Vec<Removal>, StoreError> {
    let records = Records::<Own>::new(tx, device.own_space, device.id());
    let found = records.all::<OwnDevice>().map_err(|_| StoreError::Damaged)?;
    let removals = found.into_iter().filter_map(|found| found.value.removal);
    Ok(removals.filter(|removal| removal.identity == device.person() && removal.verify().is_ok()).collect())
}

/// Tells the person that a device is gone, by the signed statement: it comes through whatever happened to the commit.
pub(super) fn announce_went(tx: &Transaction<'_>, removal: &Removal) -> Result<(), StoreError> {
    let own = ThisDevice::load(tx)?.is_some_and(|this| this.person() == removal.identity);
    Notice::DeviceWent { own, device: removal.device }.tell(tx)
}

/// Whether a device is one of this person's.
pub(super) fn is_own(tx: &Transaction<'_>, device: DeviceId) -> Result<bool, StoreError> {
    let Some(this) = ThisDevice::load(tx)? else { return Ok(false) };
    Ok(this.id() == device || tx.record(this.own_space, record_of(device))?.is_some())
}
