use std::sync::Arc;

use super::each;
use crate::{TendError, border::call, ids};

/// A surprise idea, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Surprise {
    /// For the verbs.
    pub id: String,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
}

impl From<tend_core::SurpriseView> for Surprise {
    fn from(view: tend_core::SurpriseView) -> Self {
        let tend_core::SurpriseView { id, text, other_versions, written_on } = view;
        Self { id: id.to_hex(), text, other_versions, written_on }
    }
}

/// Surprise ideas: on the person's own devices, and nowhere else.
#[derive(uniffi::Object)]
pub struct Surprises(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Surprises {
    /// All of them, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn all(&self) -> Result<Vec<Surprise>, TendError> {
        call(|| self.0.surprises().all().map(each))
    }

    /// Notes an idea. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` (over 1,000 characters); `store_…`.
    pub fn add(&self, text: String) -> Result<String, TendError> {
        call(|| Ok(self.0.surprises().add(&text)?.to_hex()))
    }

    /// Changes the words.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`; `store_…`.
    pub fn edit(&self, id: String, text: String) -> Result<(), TendError> {
        call(|| self.0.surprises().edit(ids::record(&id)?, &text))
    }

    /// Deletes it for good, on all of the person's devices.
    ///
    /// # Errors
    /// `not_found`; `store_…`.
    pub fn delete(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.surprises().delete(ids::record(&id)?))
    }
}
