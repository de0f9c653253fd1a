/// A device of a person's. What the bytes are is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceKey(pub [u8; 32]);

/// What decides which of a person's devices rings. Devices that know the same agree, so that one moment rings once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceChoice {
    /// The one used last, as far as the last sync told.
    pub last_used: Option<DeviceKey>,
    /// The one that was there first.
    pub first_linked: DeviceKey,
}

impl DeviceChoice {
    /// The device that rings.
    pub fn ringing(&self) -> DeviceKey {
        ringing(self.last_used, self.first_linked)
    }
}

/// The device that rings: the one used last, or, when that is not known, the one that was there first.
pub fn ringing<D>(last_used: Option<D>, first_linked: D) -> D {
    last_used.unwrap_or(first_linked)
}
