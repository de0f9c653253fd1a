use tend_protocol::encode;

use super::SurpriseIdea;
use crate::{
    records::{Found, RecordId},
    written,
};

/// A surprise idea as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct SurpriseView {
    /// For the verbs.
    pub id: RecordId,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// Which text this is, for an edit.
    pub version: Vec<u8>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
}

opaque!(SurpriseView);

/// The list, the newest first.
pub fn view(mut all: Vec<Found<SurpriseIdea>>) -> Vec<SurpriseView> {
    all.sort_by_cached_key(|found| found.newest_first(&found.value.written_on));
    let one = |found: Found<SurpriseIdea>| SurpriseView {
        id: found.id,
        other_versions: found.other_versions("text").iter().map(|text| written::lines(text)).collect(),
        version: encode(&found.version),
        text: written::lines(&found.value.text),
        written_on: written::received_date(&found.value.written_on),
    };
    all.into_iter().map(one).collect()
}
