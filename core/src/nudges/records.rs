use serde::{Deserialize, Serialize};
use tend_protocol::DeviceId;

use super::{Fired, NudgePreferences, NudgeRule};
use crate::{
    area::Area,
    records::{Nonce, Own, Record},
};

impl Record for NudgeRule {
    const KIND: &'static str = "nudge_rule";
    /// When it comes is one value: which days, hours and reminders before a moment there can be, its kind decides. Its weekdays and its
    /// reminders before a moment are said with it, and so are no lists to which a person adds.
    const TOGETHER: &'static [&'static [&'static str]] = &[&["kind", "recurrence", "from", "until", "about", "leads"]];
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
    const LISTS: &'static [&'static str] = &["switched_off", "off_weeks", "gentle_days", "pauses", "windows"];
    const TOGETHER: &'static [&'static [&'static str]] = &[&["quiet_from", "quiet_until"]];
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
    /// What was put off is not answered, and the other way round.
    const TOGETHER: &'static [&'static [&'static str]] = &[&["answered", "snoozed_until"]];
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
