use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tend_protocol::{DeviceId, SpaceId};

use super::{
    EngineError, Notice, Role, SpaceState, membership,
    server::{Destination, Server},
};
use crate::{
    area::Area,
    identity::{Certificate, IdentityId, Removal, SigningKey},
    records::{Nonce, Own, Record, RecordTypes, Records},
    refusal::refusals,
    store::{self, StoreError, Transaction},
};

/// One of a person's devices, known to all of them. These records say which devices belong in the person's spaces: a device that finds
/// another one missing adds it, and one that finds a removed one removes it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
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
    /// When the two paired, in seconds since 1970: shown, and no more. The own space's log decides what was first.
    pub since: i64,
}

impl Record for Partnership {
    const KIND: &'static str = "partnership";
    /// A person has one couple space: of two that their devices made at once, the first in the own space's log.
    const ORDERED: bool = true;
    const AREAS: &'static [Area] =
        &[Area::People, Area::Appreciations, Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    type Home = Own;

    fn is_in_use(&self) -> bool {
        false
    }
}

/// The record of a device: it is made from the device's id, so that all devices mean the same.
pub(crate) fn record_of(device: DeviceId) -> Nonce {
    Nonce::derived(b"Tend own device", &device.0)
}

/// The record of a partnership.
pub(crate) fn record_of_space(space: SpaceId) -> Nonce {
    Nonce::derived(b"Tend partnership", &space.0)
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
#[derive(Clone, Serialize, Deserialize)]
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

opaque!(OwnDevice, ThisDevice);

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

    /// This device with the server at this address, which is in its one form, or with another access code for the one that it has. A server
    /// that has proved its key is asked at another address to prove it again, before anything changes.
    pub fn using_server(&self, address: &str, access_code: Option<&str>) -> Self {
        let chosen = Server::new(address, None, access_code);
        let server = match self.server.clone() {
            // The person says again what it is, though another server was found there: it was set up again.
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

/// Whether the device holds what its person would miss, so that it cannot become another's: a partner, another device, or anything that they
/// wrote, chose or did.
pub(crate) fn is_in_use(tx: &Transaction<'_>, types: RecordTypes, device: &ThisDevice) -> Result<bool, EngineError> {
    let own = Records::<Own>::new(tx, device.own_space, &device.certificate);
    let alone = SpaceState::of_role(tx, Role::Couple)?.is_none() && own.all::<OwnDevice>()?.len() <= 1;
    Ok(!alone || own.is_in_use(types)?)
}

/// Certificates, by the devices that they are of.
pub(super) type Certificates = BTreeMap<DeviceId, Certificate>;

fn known_devices(
    tx: &Transaction<'_>,
    device: &ThisDevice,
) -> Result<impl Iterator<Item = OwnDevice> + use<>, StoreError> {
    let records = Records::<Own>::new(tx, device.own_space, &device.certificate);
    let found = records.all::<OwnDevice>().map_err(|_| StoreError::Damaged)?;
    Ok(found.into_iter().map(|found| found.value))
}

/// The person's devices that were not removed, by the records of the own space.
pub(super) fn own_devices(tx: &Transaction<'_>, device: &ThisDevice) -> Result<Certificates, StoreError> {
    let own = known_devices(tx, device)?.filter(|own| own.removal.is_none()).map(|own| own.certificate);
    // A record says nothing that its certificate does not prove.
    let own = own.filter(|own| own.identity == device.person() && own.verify().is_ok());
    Ok(own.map(|own| (own.device, own)).collect())
}

/// The signed statements of the person's devices that were removed, by the same records.
pub(super) fn own_removals(tx: &Transaction<'_>, device: &ThisDevice) -> Result<Vec<Removal>, StoreError> {
    let removals = known_devices(tx, device)?.filter_map(|own| own.removal);
    Ok(removals.filter(|removal| removal.identity == device.person() && removal.verify().is_ok()).collect())
}

/// Tells the person that a device has come, when it was never met in that space before.
pub(super) fn announce_came(
    tx: &Transaction<'_>,
    space: SpaceId,
    device: DeviceId,
    own: bool,
) -> Result<(), StoreError> {
    if membership::meet(tx, space, device)? { Notice::DeviceCame { own, device }.tell(tx) } else { Ok(()) }
}

/// Tells the person that a device is gone, by the signed statement: it comes through whatever happened to the commit.
pub(super) fn announce_went(tx: &Transaction<'_>, removal: &Removal) -> Result<(), StoreError> {
    let own = ThisDevice::load(tx)?.is_some_and(|this| this.person() == removal.identity);
    Notice::DeviceWent { own, device: removal.device }.tell(tx)
}

/// Whether a device is one of this person's.
pub(super) fn is_own(tx: &Transaction<'_>, device: DeviceId) -> Result<bool, StoreError> {
    let Some(this) = ThisDevice::load(tx)? else { return Ok(false) };
    let record = Records::<Own>::new(tx, this.own_space, &this.certificate).id::<OwnDevice>(record_of(device));
    Ok(this.id() == device || tx.record(this.own_space, record)?.is_some())
}
