use serde::{Deserialize, Serialize};

use super::{Availability, Proposal};
use crate::{
    area::Area,
    identity::IdentityId,
    records::{Couple, Record, RecordId},
};

/// When a person has time. The partner sees it, so that both phones find the same times; a person alone has it in their own space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeForUs {
    /// Whose it is.
    pub person: IdentityId,
    /// Their windows.
    pub availability: Availability,
}

impl Record for TimeForUs {
    const KIND: &'static str = "time_for_us";
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    type Home = Couple;
}

impl TimeForUs {
    /// The one record of a person in a space.
    pub(crate) fn record(person: IdentityId) -> RecordId {
        RecordId::derived(b"Tend time for us", person.as_bytes())
    }
}

impl Record for Proposal {
    const KIND: &'static str = "proposal";
    /// Of two that are written at once the first in the log counts.
    const ORDERED: bool = true;
    const AREAS: &'static [Area] = &[Area::Schedule, Area::Nudges, Area::Today];
    const BY_DAY: bool = true;
    type Home = Couple;
}
