use super::{Room, Tend, TendError, checked_name};
use crate::{identity::IdentityId, person::Profile};

/// The two people: what each gives the other to see.
#[derive(Debug)]
pub struct People<'t>(&'t Tend);

/// A person as a screen shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// Their name.
    pub name: String,
    /// Their pronouns; empty when they give none.
    pub pronouns: String,
}

impl Tend {
    /// The two people.
    pub fn people(&self) -> People<'_> {
        People(self)
    }
}

impl People<'_> {
    /// This person, once they gave a name.
    ///
    /// # Errors
    /// `store_…`.
    pub fn me(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|room| Ok(mine(room)?.map(view)))
    }

    /// The partner, once the two are paired and the name came through.
    ///
    /// # Errors
    /// `store_…`.
    pub fn partner(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|room| Ok(partners(room)?.map(view)))
    }

    /// Whether this person has a partner in Tend.
    ///
    /// # Errors
    /// `store_…`.
    pub fn is_paired(&self) -> Result<bool, TendError> {
        self.0.read(|room| Ok(room.couple.is_some()))
    }

    /// Sets the name (1 to 40 characters) and the pronouns (at most 40) that the partner sees, now or once they are paired.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long`; `store_…`.
    pub fn set_me(&self, name: &str, pronouns: &str) -> Result<(), TendError> {
        let (name, pronouns) = (checked_name(name)?, pronouns.trim().to_owned());
        if pronouns.chars().count() > 40 {
            return Err(TendError::new("name_too_long"));
        }
        self.0.write(|room| {
            let identity = room.device.person();
            let profile = Profile { identity, name, pronouns };
            if let Some(couple) = room.couple() {
                couple.put(Profile::record(identity), &profile)?;
            }
            Ok(room.own().put(Profile::record(identity), &profile)?)
        })
    }
}

pub(super) fn partners(room: &Room<'_>) -> Result<Option<Profile>, TendError> {
    let Some(couple) = room.couple() else { return Ok(None) };
    let all = couple.all::<Profile>()?.into_iter();
    Ok(all.map(|found| found.value).find(|profile| profile.identity != room.device.person()))
}

pub(super) fn mine(room: &Room<'_>) -> Result<Option<Profile>, TendError> {
    let person: IdentityId = room.device.person();
    Ok(room.own().find::<Profile>(Profile::record(person))?.map(|found| found.value))
}

fn view(profile: Profile) -> PersonView {
    PersonView { name: profile.name, pronouns: profile.pronouns }
}
