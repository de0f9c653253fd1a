use tend_protocol::DeviceId;

use super::{Tend, TendError};
use crate::{
    sync::{OwnDevice, SpaceState, devices::record_of, intents, membership},
    written,
};

/// The person's own devices.
#[derive(Debug)]
pub struct Devices<'t>(&'t Tend);

/// A device as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceView {
    /// For the verbs.
    pub id: DeviceId,
    /// What the person calls it.
    pub name: String,
    /// Whether it is the one in their hand.
    pub is_this: bool,
}

opaque!(DeviceView);

impl Tend {
    /// The person's own devices.
    pub fn devices(&self) -> Devices<'_> {
        Devices(self)
    }
}

impl Devices<'_> {
    /// All that were not removed, by name.
    pub fn all(&self) -> Result<Vec<DeviceView>, TendError> {
        self.0.read(|scope| {
            let this = scope.device.id();
            let found = scope.own().all::<OwnDevice>()?.into_iter().map(|found| found.value);
            let mut all: Vec<_> = found
                .filter(|device| device.removal.is_none())
                .map(|device| {
                    let id = device.certificate.device;
                    DeviceView { id, name: written::received_name(&device.name), is_this: id == this }
                })
                .collect();
            all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
            Ok(all)
        })
    }

    /// Removes another of the person's devices from all spaces. It is decided here at once; the spaces follow with the next sync.
    ///
    /// # Errors
    /// `not_found`, `this_device`.
    pub fn remove(&self, id: DeviceId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let removal = scope.device.removal_of(id)?;
            let found = scope.find_own::<OwnDevice>(record_of(id))?;
            scope.own().put(record_of(id), &OwnDevice { removal: Some(removal), ..found.value })?;
            for space in SpaceState::all(scope.tx)? {
                if membership::take_removal(scope.tx, space.id, &removal)? {
                    intents::announce_removal(scope.tx, space.id, removal)?;
                }
            }
            Ok(())
        })
    }
}
