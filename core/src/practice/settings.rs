use serde::{Deserialize, Serialize};

use super::Filters;
use crate::{
    area::Area,
    records::{Own, Record, RecordId},
};

/// How a person practises. Theirs alone: a partner does not learn which path one is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeSettings {
    /// The id of the path that the person chose; `tools` for none.
    pub path: Option<String>,
    /// What the small things of a day are chosen by.
    pub filters: Filters,
    /// Whether the two live far from each other.
    pub apart: bool,
    /// Whether there are children in the person's life.
    pub children: bool,
    /// The local date on which Tend was last opened, on any device, as `YYYY-MM-DD`; empty before.
    pub opened_on: String,
    /// The same of the day before that: whoever was away is welcomed back for a whole day.
    pub opened_before: String,
}

impl Record for PracticeSettings {
    const KIND: &'static str = "practice_settings";
    const AREAS: &'static [Area] = &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    type Home = Own;

    /// When Tend was opened is noted without anything being chosen.
    fn is_in_use(&self) -> bool {
        let Self { opened_on, opened_before, .. } = self.clone();
        *self != Self { opened_on, opened_before, ..Self::default() }
    }
}

impl Default for PracticeSettings {
    /// What stands before anything was chosen.
    fn default() -> Self {
        Self {
            path: None,
            filters: Filters::default(),
            apart: false,
            children: false,
            opened_on: String::new(),
            opened_before: String::new(),
        }
    }
}

impl PracticeSettings {
    /// The path that the person goes: until they choose one, the one for a couple or for a person alone.
    pub fn path(&self, paired: bool) -> &str {
        self.path.as_deref().unwrap_or(if paired { "twelve-weeks" } else { "solo" })
    }

    /// The one record in a person's own space.
    pub(crate) fn record() -> RecordId {
        RecordId::derived(b"Tend practice settings", b"")
    }
}
