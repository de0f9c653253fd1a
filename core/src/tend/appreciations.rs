use super::{Tend, TendError};
use crate::{
    records::{RecordError, RecordId},
    romance::{Appreciation, AppreciationView, appreciations},
    written,
};

/// Appreciations: written to the partner, received from them, thanked for once.
#[derive(Debug)]
pub struct Appreciations<'t>(&'t Tend);

impl Tend {
    /// Appreciations.
    pub fn appreciations(&self) -> Appreciations<'_> {
        Appreciations(self)
    }
}

impl Appreciations<'_> {
    /// All of them, the newest first.
    pub fn all(&self) -> Result<Vec<AppreciationView>, TendError> {
        self.0.read(|scope| Ok(appreciations::view(scope.all()?, scope.me())))
    }

    /// Writes one: to the partner, or, alone, for oneself. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`; `text_too_long` over 1,000 characters.
    pub fn write(&self, text: &str) -> Result<RecordId, TendError> {
        let (id, text) = (self.0.new_id_of_today(), written::words(text)?);
        self.0.write(|scope| {
            let (author, written_on) = (scope.me(), self.0.day_text());
            scope.put(id, &Appreciation { author, text, written_on, thanked: false })?;
            Ok(id)
        })
    }

    /// Gives one that was written alone to the partner. It becomes a new one there, whose id comes back, and leaves here.
    ///
    /// # Errors
    /// `not_found`, `not_paired`, `already_shared`.
    pub fn share(&self, id: RecordId) -> Result<RecordId, TendError> {
        let new = self.0.new_id_of_today();
        self.0.write(|scope| {
            let couple = scope.of_both()?;
            if couple.find::<Appreciation>(id)?.is_some() {
                return Err(TendError::new("already_shared"));
            }
            couple.put(new, &scope.find_own::<Appreciation>(id)?.value)?;
            scope.own().delete::<Appreciation>(id)?;
            Ok(new)
        })
    }

    /// Changes the words; of versions that were written at once, these stay. Its author's right, until it was thanked for.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`, `not_yours`, `already_thanked`.
    pub fn edit(&self, id: RecordId, text: &str) -> Result<(), TendError> {
        let text = written::words(text)?;
        self.0.write(|scope| {
            let (found, both) = scope.find(id)?;
            scope.settle(id, &appreciations::edited(found.value, scope.me(), text)?, both)
        })
    }

    /// Takes it back, or, once it was thanked for, deletes it: on both phones, for good. Its author's right at any time.
    ///
    /// # Errors
    /// `not_found`, `not_yours`.
    pub fn delete(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let (found, both) = scope.find::<Appreciation>(id)?;
            appreciations::may_delete(&found.value, scope.me())?;
            scope.purge::<Appreciation>(id, both)
        })
    }

    /// Thanks the partner for one: once.
    ///
    /// # Errors
    /// `not_found`, `thank_own`, `already_thanked`.
    pub fn thank(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let couple = scope.couple().ok_or(RecordError::NotFound)?;
            let found = couple.find(id)?.ok_or(RecordError::NotFound)?;
            Ok(couple.put(id, &appreciations::thanked(found.value, scope.me())?)?)
        })
    }
}
