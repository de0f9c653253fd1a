use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    area::Area,
    content::Phones,
    records::{Couple, Nonce, Own, Record, RecordId, tolerant::known_or_default},
};

/// A run of an exercise, step by step. Only the person's own devices have it: each partner goes at their own pace, and sees nothing of the
/// other's run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The exercise's id.
    pub exercise: String,
    /// The version of the exercise that was begun.
    pub version: u32,
    /// The way through; `None` for the usual one.
    pub variant: Option<String>,
    /// One phone that is handed over, or two; one for a person alone, and in the place of a number that only a later version knows.
    #[serde(deserialize_with = "known_phones")]
    pub phones: Phones,
    /// Whether this person speaks first.
    pub first: bool,
    /// The number of the step in the way, from 0.
    pub step: u32,
    /// What was last done with it, as long as it is not done: see [`Self::stands`]. A status that only a later version knows is read as let
    /// go: nothing can be done with the run here, and what was written in it stays in sight.
    #[serde(deserialize_with = "known_status")]
    pub status: RunStatus,
    /// When it was begun, in seconds since 1970.
    pub begun_at: i64,
    /// When its step was begun, or the run paused, in seconds since 1970.
    pub touched_at: i64,
    /// The local date on which it was done, as `YYYY-MM-DD`.
    pub done_on: Option<String>,
    /// What the person answered about themselves afterwards, 0 to 10.
    pub feeling: Option<u8>,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// Under way.
    Running,
    /// Set aside for a while.
    Paused,
    /// Done.
    Done,
    /// Let go. No reason is asked.
    LetGo,
}

fn known_phones<'de, D: Deserializer<'de>>(from: D) -> Result<Phones, D::Error> {
    let phones: Option<Phones> = known_or_default(from)?;
    Ok(phones.unwrap_or(Phones::One))
}

fn known_status<'de, D: Deserializer<'de>>(from: D) -> Result<RunStatus, D::Error> {
    let status: Option<RunStatus> = known_or_default(from)?;
    Ok(status.unwrap_or(RunStatus::LetGo))
}

impl Run {
    /// Where it stands. What was done is done, whatever another of the person's devices did with it before it heard so.
    pub fn stands(&self) -> RunStatus {
        if self.done_on.is_some() { RunStatus::Done } else { self.status }
    }
}

impl Record for Run {
    const KIND: &'static str = "exercise_run";
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    const BY_DAY: bool = true;
    type Home = Own;
}

/// What was written in a step: private, or a draft until its author releases it. Releasing makes another record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The run that it belongs to.
    pub run: RecordId,
    /// The exercise's id.
    pub exercise: String,
    /// The step's id.
    pub step: String,
    /// The words, 1 to 1,000 characters.
    pub text: String,
}

impl Record for Draft {
    const KIND: &'static str = "exercise_draft";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    type Home = Own;
}

impl Draft {
    /// The one record of a step of a run, after it was shredded so many times: what was deleted for good is over for good.
    pub(crate) fn record(run: RecordId, step: &str, shredded: u32) -> Nonce {
        let again = if shredded == 0 { Vec::new() } else { shredded.to_be_bytes().to_vec() };
        Nonce::derived(b"Tend exercise draft", &[&run.0, step.as_bytes(), &again].concat())
    }
}

/// Words of an exercise that their author gave to the partner: a draft's, when its author released it, and nothing else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWords {
    /// The exercise's id.
    pub exercise: String,
    /// The step's id.
    pub step: String,
    /// The words, 1 to 1,000 characters.
    pub text: String,
    /// The local date on which they were released, as `YYYY-MM-DD`.
    pub released_on: String,
}

opaque!(Draft, SharedWords);

impl SharedWords {
    /// Whether these are the same words of the same step, no matter when they were given.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        (&self.exercise, &self.step, &self.text) == (&other.exercise, &other.step, &other.text)
    }
}

impl Record for SharedWords {
    const KIND: &'static str = "shared_words";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    type Home = Couple;
}
