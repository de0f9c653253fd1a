use super::{Tend, TendError};
use crate::{
    records::RecordId,
    romance::{SurpriseIdea, SurpriseView, surprises},
    written,
};

/// Surprise ideas: on the person's own devices, and nowhere else.
#[derive(Debug)]
pub struct Surprises<'t>(&'t Tend);

impl Tend {
    /// Surprise ideas.
    pub fn surprises(&self) -> Surprises<'_> {
        Surprises(self)
    }
}

impl Surprises<'_> {
    /// All of them, the newest first.
    pub fn all(&self) -> Result<Vec<SurpriseView>, TendError> {
        self.0.read(|scope| Ok(surprises::view(scope.own().all()?)))
    }

    /// Notes an idea. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`; `text_too_long` over 1,000 characters.
    pub fn add(&self, text: &str) -> Result<RecordId, TendError> {
        let (nonce, text) = (self.0.nonce(), written::words(text)?);
        self.0.write(|scope| Ok(scope.own().add(nonce, &SurpriseIdea { text, written_on: self.0.day_text() })?))
    }

    /// Changes the words; of versions that were written at once, these stay. Which the person saw says `version`, from the view: a text
    /// that came in between stays next to theirs.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`.
    pub fn edit(&self, id: RecordId, text: &str, version: &[u8]) -> Result<(), TendError> {
        let text = written::words(text)?;
        self.0.write(|scope| {
            let found = scope.find_own::<SurpriseIdea>(id)?;
            Ok(scope.own().edit(id, &SurpriseIdea { text, ..found.value }, version)?)
        })
    }

    /// Deletes it for good, on all of the person's devices.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|scope| {
            scope.find_own::<SurpriseIdea>(id)?;
            Ok(scope.own().purge::<SurpriseIdea>(id)?)
        })
    }
}
