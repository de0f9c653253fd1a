use super::{Tend, TendError};
use crate::{person::Profile, written};

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
    /// This person; `None` until they gave a name.
    ///
    /// # Errors
    /// `store_…`.
    pub fn me(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|scope| Ok(scope.profile()?.map(view)))
    }

    /// The partner; `None` until they are paired and their name came through.
    ///
    /// # Errors
    /// `store_…`.
    pub fn partner(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|scope| Ok(scope.partners_profile()?.map(view)))
    }

    /// Whether this person has a partner in Tend.
    ///
    /// # Errors
    /// `store_…`.
    pub fn is_paired(&self) -> Result<bool, TendError> {
        self.0.read(|scope| Ok(scope.paired()))
    }

    /// Sets the name and pronouns that the partner sees, now or once they are paired.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long`; `store_…`.
    pub fn set_me(&self, name: &str, pronouns: &str) -> Result<(), TendError> {
        let (name, pronouns) = (written::name(name)?, written::optional_name(pronouns)?);
        self.0.write(|scope| {
            let identity = scope.me();
            let profile = Profile { identity, name, pronouns };
            if let Some(couple) = scope.couple() {
                couple.put(Profile::record(identity), &profile)?;
            }
            Ok(scope.own().put(Profile::record(identity), &profile)?)
        })
    }
}

fn view(profile: Profile) -> PersonView {
    PersonView { name: profile.name, pronouns: profile.pronouns }
}
