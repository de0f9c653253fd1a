use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    identity::IdentityId,
    nudge_kind::NudgeKind,
    records::{Couple, Record},
};

/// Something that a person appreciates about their partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appreciation {
    /// Who wrote it.
    pub author: IdentityId,
    /// The words, 1 to 1,000 characters.
    pub text: String,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
    /// Whether the partner has thanked for it: once, and for good.
    pub thanked: bool,
}

impl Record for Appreciation {
    const KIND: &'static str = "appreciation";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Appreciations, Area::Nudges];
    const AUTHOR: Option<&'static str> = Some("author");
    const BY_DAY: bool = true;
    const COMPLETES: bool = true;
    type Home = Couple;

    fn completes(&self) -> Vec<(NudgeKind, Date)> {
        self.written_on.parse().map(|day| (NudgeKind::Appreciation, day)).into_iter().collect()
    }
}
