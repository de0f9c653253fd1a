use crate::{
    content::{Gender, Language, Words},
    person::Profile,
    records::{Context, Couple, Found, Nonce, Own, Record, RecordError, RecordId, Records, Shared, Which},
    store::Transaction,
    sync::{Role, SpaceState, devices::ThisDevice},
};

use super::TendError;
use crate::identity::IdentityId;

/// A transaction with what every area wants to know: who this is, and which spaces they have.
pub(super) struct Scope<'t> {
    pub tx: &'t Transaction<'t>,
    pub device: ThisDevice,
    pub couple: Option<SpaceState>,
}

impl<'t> Scope<'t> {
    pub fn enter(tx: &'t Transaction<'t>) -> Result<Self, TendError> {
        let device = ThisDevice::load(tx)?.ok_or(TendError::new("store_damaged"))?;
        Ok(Self { tx, device, couple: SpaceState::of_role(tx, Role::Couple)? })
    }

    /// This person.
    pub fn me(&self) -> IdentityId {
        self.device.person()
    }

    /// Whether this person has a partner in Tend.
    pub fn paired(&self) -> bool {
        self.couple.is_some()
    }

    /// The own space's records.
    pub fn own(&self) -> Records<'t, Own> {
        Records::<Own>::new(self.tx, self.device.own_space, &self.device.certificate)
    }

    /// The couple space's records, while the two are paired.
    pub fn couple(&self) -> Option<Records<'t, Couple>> {
        self.couple.as_ref().map(|couple| Records::<Couple>::new(self.tx, couple.id, &self.device.certificate))
    }

    /// The couple space's records, for what only two can do.
    pub fn of_both(&self) -> Result<Records<'t, Couple>, TendError> {
        self.couple().ok_or(TendError::new("not_paired"))
    }

    /// The person's words.
    pub fn words(&self, language: Language) -> Result<Words, TendError> {
        let (me, partner) = (self.profile()?, self.partners_profile()?);
        let gender =
            |profile: Option<Profile>| Gender::of_pronouns(&profile.map(|one| one.pronouns).unwrap_or_default());
        Ok(Words { language, you: gender(me), partner: gender(partner) })
    }

    /// What the person gave of themselves.
    pub fn profile(&self) -> Result<Option<Profile>, TendError> {
        Ok(self.own().find::<Profile>(Profile::record())?.map(|found| found.value))
    }

    /// What the partner gave of themselves.
    pub fn partners_profile(&self) -> Result<Option<Profile>, TendError> {
        let Some(couple) = self.couple() else { return Ok(None) };
        let theirs = couple.all::<Profile>()?.into_iter().find(|found| found.origin.author != self.me());
        Ok(theirs.map(|found| found.value))
    }

    /// A record of the own space.
    pub fn find_own<R: Record>(&self, which: impl Into<Which>) -> Result<Found<R>, TendError> {
        Ok(self.own().find(which)?.ok_or(RecordError::NotFound)?)
    }

    /// A record of either space, and whether both people have it.
    pub fn find<R: Shared>(&self, id: RecordId) -> Result<(Found<R>, bool), TendError> {
        if let Some(couple) = self.couple()
            && let Some(found) = couple.find(id)?
        {
            return Ok((found, true));
        }
        Ok((self.find_own(id)?, false))
    }

    /// All records of a type, each with whether both people have it.
    pub fn all<R: Shared>(&self) -> Result<Vec<(Found<R>, bool)>, TendError> {
        let both = self.couple().map(|couple| couple.all()).transpose()?.unwrap_or_default();
        let own = self.own().all()?.into_iter().map(|found| (found, false));
        Ok(both.into_iter().map(|found| (found, true)).chain(own).collect())
    }

    /// Makes a record where both have it; for a person alone, in their own space. Its id comes back.
    pub fn add<R: Shared>(&self, nonce: Nonce, value: &R) -> Result<RecordId, TendError> {
        Ok(match self.couple() {
            Some(couple) => couple.add(nonce, value)?,
            None => self.own().add(nonce, value)?,
        })
    }

    /// Changes a record, or makes one whose nonce is derived, in the same place.
    pub fn put<R: Shared>(&self, which: impl Into<Which>, value: &R) -> Result<(), TendError> {
        match self.couple() {
            Some(couple) => couple.put(which, value)?,
            None => self.own().put(which, value)?,
        }
        Ok(())
    }

    /// The values of all records of a type, no matter who wrote them and where they are.
    pub fn values<R: Shared>(&self) -> Result<Vec<Found<R>>, TendError> {
        Ok(self.all()?.into_iter().map(|(found, _)| found).collect())
    }

    /// Edits a record where it is.
    pub fn edit<R: Shared>(&self, id: RecordId, value: &R, version: &[u8], both: bool) -> Result<(), TendError> {
        match self.couple().filter(|_| both) {
            Some(couple) => couple.edit(id, value, version)?,
            None => self.own().edit(id, value, version)?,
        }
        Ok(())
    }

    /// Deletes a record for good where it is.
    pub fn purge<R: Shared>(&self, id: RecordId, both: bool) -> Result<(), TendError> {
        match self.couple().filter(|_| both) {
            Some(couple) => couple.purge::<R>(id)?,
            None => self.own().purge::<R>(id)?,
        }
        Ok(())
    }
}

/// Whether this is what the person saw who gives it to their partner. What came in between, as from their other phone, they read first.
pub(super) fn as_seen(now: &Context, seen: Option<Context>) -> Result<(), TendError> {
    if seen.as_ref() == Some(now) { Ok(()) } else { Err(TendError::new("changed_meanwhile")) }
}
