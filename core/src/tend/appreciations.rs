use tend_protocol::decode;

use super::{
    Tend, TendError,
    scope::{Scope, as_seen},
};
use crate::{
    records::{RecordError, RecordId},
    romance::{
        Appreciation, AppreciationView, Thanks,
        appreciations::{self, Given},
    },
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
        self.0.read(|scope| Ok(appreciations::view(scope.all()?, &scope.thanks()?, scope.me())))
    }

    /// Writes one: to the partner, or, alone, for oneself. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`; `text_too_long` over 1,000 characters.
    pub fn write(&self, text: &str) -> Result<RecordId, TendError> {
        let (nonce, text) = (self.0.nonce_of_today(), written::words(text)?);
        self.0.write(|scope| scope.add(nonce, &Appreciation { text, written_on: self.0.day_text() }))
    }

    /// Gives one that was written alone to the partner. It becomes a new one there, with all its versions, whose id comes back, and leaves here.
    /// Which the person saw says `version`, from the view: another one does not cross.
    ///
    /// # Errors
    /// `not_found`, `not_paired`, `already_shared`, `changed_meanwhile`.
    pub fn share(&self, id: RecordId, version: &[u8]) -> Result<RecordId, TendError> {
        let nonce = self.0.nonce_of_today();
        self.0.write(|scope| {
            let couple = scope.of_both()?;
            if couple.find::<Appreciation>(id)?.is_some() {
                return Err(TendError::new("already_shared"));
            }
            as_seen(&scope.find_own::<Appreciation>(id)?.version, decode(version).ok())?;
            let new = couple.add_from::<Appreciation>(nonce, &scope.own(), id)?;
            scope.own().delete::<Appreciation>(id)?;
            Ok(new)
        })
    }

    /// Changes the words; of versions that were written at once, these stay. Which the person saw says `version`, from the view: a text
    /// that came in between stays next to theirs. Its author's right, until it was thanked for.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`, `not_yours`, `already_thanked`.
    pub fn edit(&self, id: RecordId, text: &str, version: &[u8]) -> Result<(), TendError> {
        let text = written::words(text)?;
        self.0.write(|scope| {
            let (found, both) = scope.find(id)?;
            let edited = appreciations::edited(found, &scope.thanks()?, scope.me(), text)?;
            scope.edit(id, &edited, version, both)
        })
    }

    /// Takes it back, or, once it was thanked for, deletes it: on both phones, for good. Its author's right at any time.
    ///
    /// # Errors
    /// `not_found`, `not_yours`.
    pub fn delete(&self, id: RecordId) -> Result<(), TendError> {
        self.0.write(|scope| {
            let (found, both) = scope.find::<Appreciation>(id)?;
            appreciations::may_delete(&found, scope.me())?;
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
            let thanks = appreciations::thanks(&found, &scope.thanks()?, scope.me())?;
            Ok(couple.put(Thanks::record(id), &thanks)?)
        })
    }
}

impl Scope<'_> {
    fn thanks(&self) -> Result<Given, TendError> {
        Ok(Given::of(self.values()?))
    }
}
