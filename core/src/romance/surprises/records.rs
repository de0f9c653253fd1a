use serde::{Deserialize, Serialize};

use crate::{
    area::Area,
    records::{Own, Record},
};

/// An idea for a surprise. Only its author's own devices ever have it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurpriseIdea {
    /// The words, 1 to 1,000 characters.
    pub text: String,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
}

opaque!(SurpriseIdea);

impl Record for SurpriseIdea {
    const KIND: &'static str = "surprise_idea";
    const TEXT: &'static [&'static str] = &["text"];
    const AREAS: &'static [Area] = &[Area::Surprises];
    type Home = Own;
}
