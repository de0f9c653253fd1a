use serde::{Deserialize, Serialize};
use tend_protocol::DeviceId;

use super::{Fired, NudgePreferences, NudgeRule};
use crate::{
    area::Area,
    records::{Nonce, Own, Record},
};

impl Record for NudgeRule {
    const KIND: &'static str = "nudge_rule";
    const AREAS: &'static [Area] = &[Area::Nudges, Area::Today];
    type Home = Own;
}

impl NudgeRule {
    /// The one record of a rule.
    pub(crate) fn record(id: &str) -> Nonce {
        Nonce::derived(b"Tend nudge rule", id.as_bytes())
    }
}

impl Record for NudgePreferences {
    const KIND: &'static str = "nudge_preferences";
    const AREAS: &'static [Area] = &[Area::Nudges, Area::Today];
    type Home = Own;

    fn unwritten() -> Option<Self> {
        Some(Self::default())
    }
}

impl NudgePreferences {
    /// The one record of a person.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend nudge preferences", b"")
    }
}

impl Record for Fired {
    const KIND: &'static str = "nudge_fired";
    const AREAS: &'static [Area] = &[Area::Nudges, Area::Today];
    const BY_DAY: bool = true;
    type Home = Own;

    fn is_in_use(&self) -> bool {
        false
    }
}

impl Fired {
    /// The one record of an occurrence; it begins with its day.
    pub(crate) fn record(&self) -> Nonce {
        Nonce::derived(b"Tend nudge fired", self.id.as_bytes()).on(self.day)
    }
}

/// The device that the person used last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastUsed {
    /// Which.
    pub device: DeviceId,
}

impl Record for LastUsed {
    const KIND: &'static str = "last_used";
    const AREAS: &'static [Area] = &[Area::Nudges, Area::Today];
    type Home = Own;

    fn is_in_use(&self) -> bool {
        false
    }
}

impl LastUsed {
    /// The one record of a person.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend last used", b"")
    }
}
