use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    content::catalogue,
    nudge_kind,
    records::{Own, Record, RecordId, tolerant::known_or_default},
};

/// What became of a small thing on a day. Each is a record of its own, so that what was done on one device is not lost to what another
/// shows at the same time. Its id begins with the day, so that the latest are found without the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptOfDay {
    /// The local date, as `YYYY-MM-DD`.
    pub day: String,
    /// The prompt's id.
    pub prompt: String,
    /// What came of it.
    #[serde(deserialize_with = "known_or_default")]
    pub outcome: Outcome,
}

/// What came of a prompt. There is no word for not having done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was shown.
    #[default]
    Shown,
    /// The person said that they did it.
    Done,
    /// The person asked for another one.
    Another,
}

impl Record for PromptOfDay {
    const KIND: &'static str = "prompt_of_day";
    const AREAS: &'static [Area] = &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    const BY_DAY: bool = true;
    const COMPLETES: bool = true;
    type Home = Own;

    fn is_in_use(&self) -> bool {
        self.outcome != Outcome::Shown
    }

    fn completes(&self) -> Vec<(nudge_kind::Kind, Date)> {
        let prompt = catalogue().prompts.iter().find(|one| one.id == self.prompt);
        let kind = prompt.and_then(|prompt| nudge_kind::Kind::from_name(prompt.kind.name()));
        let done = kind.filter(|_| self.outcome == Outcome::Done).zip(self.day.parse().ok());
        done.into_iter().collect()
    }
}

impl PromptOfDay {
    /// The one record of what it says.
    pub(crate) fn record(&self, day: Date) -> RecordId {
        let what = [self.prompt.as_bytes(), &[0, self.outcome as u8]].concat();
        RecordId::derived_on(day, b"Tend prompt of day", &what)
    }
}
