use super::{Tend, TendError, checked_text};
use crate::{
    records::{DeskError, Found, RecordId},
    romance::SurpriseIdea,
};

/// Surprise ideas: on the person's own devices, and nowhere else.
#[derive(Debug)]
pub struct Surprises<'t>(&'t Tend);

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

impl Tend {
    /// Surprise ideas, which only this person's devices ever see.
    pub fn surprises(&self) -> Surprises<'_> {
        Surprises(self)
    }
}

impl Surprises<'_> {
    /// All of them, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn all(&self) -> Result<Vec<SurpriseView>, TendError> {
        self.0.read(|room| {
            let mut all: Vec<_> = room.own().all()?.into_iter().map(view).collect();
            all.sort_by(|a, b| (&b.written_on, b.id).cmp(&(&a.written_on, a.id)));
            Ok(all)
        })
    }

    /// Notes an idea. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` (over 1,000 characters); `store_…`.
    pub fn add(&self, text: &str) -> Result<RecordId, TendError> {
        let (id, text) = (RecordId(self.0.entropy.bytes()), checked_text(text)?);
        self.0.write(|room| {
            room.own().put(id, &SurpriseIdea { text, written_on: self.0.day_text() })?;
            Ok(id)
        })
    }

    /// Changes the words; of versions that were written at once, these stay.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`; `store_…`.
    pub fn edit(&self, id: RecordId, text: &str) -> Result<(), TendError> {
        let text = checked_text(text)?;
        self.0.write(|room| {
            let found = room.own().find::<SurpriseIdea>(id)?.ok_or(DeskError::NotFound)?;
            Ok(room.own().put_settled(id, &SurpriseIdea { text, ..found.value })?)
        })
    }

    /// Deletes it for good, on all of the person's devices.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn delete(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|room| {
            room.own().find::<SurpriseIdea>(id)?.ok_or(DeskError::NotFound)?;
            Ok(room.own().purge::<SurpriseIdea>(id)?)
        })
    }
}

fn view(found: Found<SurpriseIdea>) -> SurpriseView {
    let Found { id, value, mut conflicts, .. } = found;
    let other_versions = conflicts.remove("text").unwrap_or_default();
    SurpriseView { id, text: value.text, other_versions, written_on: value.written_on }
}
