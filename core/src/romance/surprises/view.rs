use super::SurpriseIdea;
use crate::{
    records::{Found, RecordId},
    written,
};

/// A surprise idea as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurpriseView {
    /// For the verbs.
    pub id: RecordId,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
}

/// The list, the newest first.
pub fn view(all: Vec<Found<SurpriseIdea>>) -> Vec<SurpriseView> {
    let one = |found: Found<SurpriseIdea>| SurpriseView {
        id: found.id,
        other_versions: found.other_versions("text").iter().map(|text| written::lines(text)).collect(),
        text: written::lines(&found.value.text),
        written_on: written::received_date(&found.value.written_on),
    };
    let mut all: Vec<_> = all.into_iter().map(one).collect();
    all.sort_by(|a, b| (&b.written_on, b.id).cmp(&(&a.written_on, a.id)));
    all
}
