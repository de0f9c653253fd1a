use std::sync::Arc;

use crate::{TendError, border::call};

/// A person, as a screen shows them.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their pronouns; empty when they give none.
    pub pronouns: String,
}

impl From<tend_core::PersonView> for Person {
    fn from(view: tend_core::PersonView) -> Self {
        let tend_core::PersonView { name, pronouns } = view;
        Self { name, pronouns }
    }
}

/// The two people: what each gives the other to see.
#[derive(uniffi::Object)]
pub struct People(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl People {
    /// This person, once they gave a name.
    ///
    /// # Errors
    /// `store_…`.
    pub fn me(&self) -> Result<Option<Person>, TendError> {
        call(|| Ok(self.0.people().me()?.map(Person::from)))
    }

    /// The partner, once the two are paired and the name came through.
    ///
    /// # Errors
    /// `store_…`.
    pub fn partner(&self) -> Result<Option<Person>, TendError> {
        call(|| Ok(self.0.people().partner()?.map(Person::from)))
    }

    /// Whether this person has a partner in Tend.
    ///
    /// # Errors
    /// `store_…`.
    pub fn is_paired(&self) -> Result<bool, TendError> {
        call(|| self.0.people().is_paired())
    }

    /// Sets the name (1 to 40 characters) and the pronouns (at most 40) that the partner sees.
    ///
    /// # Errors
    /// `name_empty`, `name_too_long`; `store_…`.
    pub fn set_me(&self, name: String, pronouns: String) -> Result<(), TendError> {
        call(|| self.0.people().set_me(&name, &pronouns))
    }
}
