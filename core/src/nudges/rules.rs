use tend_protocol::DeviceId;

use super::{Preferences, Rule};

/// Everything that says when to remind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What holds for all rules.
    pub preferences: Preferences,
    /// The rules. One that does not validate is left out.
    pub rules: Vec<Rule>,
    /// The person's device that rings: the one that was used last. Devices that know the same agree, so that one moment rings once. While
    /// it is not known, none rings.
    pub device: Option<DeviceId>,
}
