use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    identity::IdentityId,
    records::{Couple, Record, RecordId},
};

/// Words of an exercise that their author gave to the partner: a draft's, when its author released it, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWords {
    /// Who wrote and released them.
    pub author: IdentityId,
    /// The exercise's id.
    pub exercise: String,
    /// The step's id.
    pub step: String,
    /// The words, 1 to 1,000 characters.
    pub text: String,
    /// The local date on which they were released, as `YYYY-MM-DD`.
    pub released_on: String,
}

impl Record for SharedWords {
    const KIND: &'static str = "shared_words";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Practice, Area::Today];
    const AUTHOR: Option<&'static str> = Some("author");
    type Home = Couple;
}

/// That the two did an exercise together on a day. Both were there, so it tells neither anything of the other; both paths go on from it.
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
    /// One record for each exercise, the last time: a relationship of years stays as small.
    pub(crate) fn record(exercise: &str) -> RecordId {
        RecordId::derived(b"Tend together done", exercise.as_bytes())
    }
}
