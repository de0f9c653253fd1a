use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Filters;
use crate::{
    area::Area,
    content::{Exercise, catalogue},
    nudge_kind::NudgeKind,
    records::{Couple, Nonce, Own, Record, tolerant::known_or_default},
};

/// How a person practises. Only their own devices have it: a partner does not learn which path they are on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
    /// The local date on which Tend was opened the last time before `opened_on`, in the same form. It stays the same for the whole day, so
    /// that a person who was away is welcomed back all day and not only at the first opening.
    pub opened_before: String,
}

impl Record for PracticeSettings {
    const KIND: &'static str = "practice_settings";
    /// Each of the filters is chosen by itself.
    const LISTS: &'static [&'static str] = &["filters"];
    const TOGETHER: &'static [&'static [&'static str]] = &[&["opened_on", "opened_before"]];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    type Home = Own;

    fn unwritten() -> Option<Self> {
        Some(Self::default())
    }

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

    /// Noted that Tend was opened on a local date; `None` when that is known already.
    pub fn opened(&self, day: Date) -> Option<Self> {
        let day = day.to_string();
        let noted = || Self { opened_before: self.opened_on.clone(), opened_on: day.clone(), ..self.clone() };
        (self.opened_on != day).then(noted)
    }

    /// The one record in a person's own space.
    pub(crate) fn record() -> Nonce {
        Nonce::derived(b"Tend practice settings", b"")
    }
}

/// When a person last did an exercise, and how well it sits. One record for each exercise: years of practice stay small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// The exercise's id.
    pub exercise: String,
    /// The local date of the last time, as `YYYY-MM-DD`.
    pub last_on: String,
    /// How often it was done after a rest, up to 5: each time the next rest may be longer. Nobody is shown it.
    pub settled: u8,
}

impl Record for Practised {
    const KIND: &'static str = "practised";
    const TOGETHER: &'static [&'static [&'static str]] = &[&["last_on", "settled"]];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    const COMPLETES: bool = true;
    type Home = Own;

    fn completes(&self) -> Vec<(NudgeKind, Date)> {
        let Ok(day) = self.last_on.parse() else { return Vec::new() };
        let listens = catalogue().exercises.get(&self.exercise).is_some_and(Exercise::is_listening);
        let kinds = [Some(NudgeKind::Session), listens.then_some(NudgeKind::Listening)];
        kinds.into_iter().flatten().map(|kind| (kind, day)).collect()
    }
}

impl Practised {
    /// The one record of an exercise.
    pub(crate) fn record(exercise: &str) -> Nonce {
        Nonce::derived(b"Tend practised", exercise.as_bytes())
    }

    /// What it becomes when the exercise is done again.
    pub fn again(before: Option<&Self>, exercise: &str, day: Date) -> Self {
        let settled = match before {
            None => 0,
            Some(before) if before.last_on == day.to_string() => before.settled,
            Some(before) => before.settled.saturating_add(1).min(5),
        };
        Self { exercise: exercise.into(), last_on: day.to_string(), settled }
    }
}

/// That the two did an exercise together on a day, as one of them said. Both were there, so it tells neither anything of the other; each has
/// a record of their own, and both paths go on from both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TogetherDone {
    /// The exercise's id.
    pub exercise: String,
    /// The local date of who said so, as `YYYY-MM-DD`.
    pub day: String,
}

impl Record for TogetherDone {
    const KIND: &'static str = "together_done";
    const AREAS: &'static [Area] = &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today];
    type Home = Couple;
}

impl TogetherDone {
    /// One record of a person for each exercise, the last time: a relationship of years stays as small.
    pub(crate) fn record(exercise: &str) -> Nonce {
        Nonce::derived(b"Tend together done", exercise.as_bytes())
    }
}

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

    fn completes(&self) -> Vec<(NudgeKind, Date)> {
        let prompt = catalogue().prompts.iter().find(|one| one.id == self.prompt);
        let kind = prompt.and_then(|prompt| NudgeKind::from_name(prompt.kind.name()));
        let done = kind.filter(|_| self.outcome == Outcome::Done).zip(self.day.parse().ok());
        done.into_iter().collect()
    }
}

impl PromptOfDay {
    /// The one record of what it says.
    pub(crate) fn record(&self, day: Date) -> Nonce {
        let what = [self.prompt.as_bytes(), &[0, self.outcome as u8]].concat();
        Nonce::derived(b"Tend prompt of day", &what).on(day)
    }
}
