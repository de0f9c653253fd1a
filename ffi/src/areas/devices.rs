use std::sync::Arc;

use super::each;
use crate::{TendError, border::call, ids};

/// A device of the person's own, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Device {
    /// For the verbs.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Whether it is the one in their hand.
    pub is_this: bool,
}

impl From<tend_core::DeviceView> for Device {
    fn from(view: tend_core::DeviceView) -> Self {
        let tend_core::DeviceView { id, name, is_this } = view;
        Self { id: id.to_hex(), name, is_this }
    }
}

/// The person's own devices.
#[derive(uniffi::Object)]
pub struct Devices(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Devices {
    /// All that were not removed, by name.
    ///
    /// # Errors
    /// `store_…`.
    pub fn all(&self) -> Result<Vec<Device>, TendError> {
        call(|| self.0.devices().all().map(each))
    }

    /// Removes another of the person's devices. It is decided at once; its spaces follow with the next sync.
    ///
    /// # Errors
    /// `not_found`, `this_device`; `store_…`.
    pub fn remove(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.devices().remove(ids::device(&id)?))
    }
}
