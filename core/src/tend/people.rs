use super::{Tend, TendError};
use crate::{person::Profile, records::typed::rebased, written};

/// The two people: what each gives the other to see.
#[derive(Debug)]
pub struct People<'t>(&'t Tend);

/// A person as a screen shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonView {
    /// Their name.
    pub name: String,
    /// Their pronouns; empty when they give none.
    pub pronouns: String,
}

opaque!(PersonView);

impl Tend {
    /// The two people.
    pub fn people(&self) -> People<'_> {
        People(self)
    }
}

impl People<'_> {
    /// This person, once they gave a name.
    pub fn me(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|scope| Ok(scope.profile()?.map(view)))
    }

    /// The partner, once the two are paired and a name that can be seen came through.
    pub fn partner(&self) -> Result<Option<PersonView>, TendError> {
        self.0.read(|scope| Ok(scope.partners_profile()?.map(view).filter(|partner| !partner.name.is_empty())))
    }

    /// Whether this person has a partner in Tend.
    pub fn is_paired(&self) -> Result<bool, TendError> {
        self.0.read(|scope| Ok(scope.paired()))
    }

    /// Sets the name (1 to 40 characters) and the pronouns (at most 40) that the partner sees, now or once they are paired. `seen` is what the
    /// person was shown, if anything: what they left so stays as it is by now.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long`.
    pub fn set_me(&self, name: &str, pronouns: &str, seen: Option<PersonView>) -> Result<(), TendError> {
        let (name, pronouns) = (written::name(name)?, written::optional_name(pronouns)?);
        self.0.write(|scope| {
            let wanted = Profile { name, pronouns };
            let seen = seen.map(|PersonView { name, pronouns }| Profile { name, pronouns });
            let profile = match (scope.profile()?, seen) {
                (Some(now), Some(seen)) => rebased(&now, &seen, &wanted),
                _ => wanted,
            };
            if let Some(couple) = scope.couple() {
                couple.put(Profile::record(), &profile)?;
            }
            Ok(scope.own().put(Profile::record(), &profile)?)
        })
    }
}

fn view(profile: Profile) -> PersonView {
    PersonView { name: written::received_name(&profile.name), pronouns: written::received_name(&profile.pronouns) }
}
