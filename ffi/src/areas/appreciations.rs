use std::sync::Arc;

use super::each;
use crate::{TendError, border::call, ids};

/// An appreciation, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Appreciation {
    /// For the verbs.
    pub id: String,
    /// The words.
    pub text: String,
    /// Other versions, when it was edited on two devices at once: nothing is lost, and an edit settles it.
    pub other_versions: Vec<String>,
    /// The local date on which it was written, as `YYYY-MM-DD`.
    pub written_on: String,
    /// Whether this person wrote it.
    pub mine: bool,
    /// Whether the partner gets it.
    pub shared: bool,
    /// Whether the receiver has thanked.
    pub thanked: bool,
    /// Whether it was deleted on one device while it was edited on another, and is back.
    pub came_back: bool,
}

impl From<tend_core::AppreciationView> for Appreciation {
    fn from(view: tend_core::AppreciationView) -> Self {
        Self {
            id: view.id.to_hex(),
            text: view.text,
            other_versions: view.other_versions,
            written_on: view.written_on,
            mine: view.mine,
            shared: view.shared,
            thanked: view.thanked,
            came_back: view.came_back,
        }
    }
}

/// Appreciations: written to the partner, received from them, thanked for once.
#[derive(uniffi::Object)]
pub struct Appreciations(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Appreciations {
    /// All of them, the newest first.
    ///
    /// # Errors
    /// `store_…`.
    pub fn all(&self) -> Result<Vec<Appreciation>, TendError> {
        call(|| self.0.appreciations().all().map(each))
    }

    /// Writes one: to the partner, or, alone, for oneself. Its id comes back.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long` (over 1,000 characters); `store_…`.
    pub fn write(&self, text: String) -> Result<String, TendError> {
        call(|| Ok(self.0.appreciations().write(&text)?.to_hex()))
    }

    /// Gives one that was written alone to the partner. It becomes a new one, whose id comes back.
    ///
    /// # Errors
    /// `not_found`, `not_paired`, `already_shared`; `store_…`.
    pub fn share(&self, id: String) -> Result<String, TendError> {
        call(|| Ok(self.0.appreciations().share(ids::record(&id)?)?.to_hex()))
    }

    /// Changes the words: its author's right, until it was thanked for.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `not_found`, `not_yours`, `already_thanked`; `store_…`.
    pub fn edit(&self, id: String, text: String) -> Result<(), TendError> {
        call(|| self.0.appreciations().edit(ids::record(&id)?, &text))
    }

    /// Takes it back, or deletes it, on both phones and for good: its author's right at any time.
    ///
    /// # Errors
    /// `not_found`, `not_yours`; `store_…`.
    pub fn delete(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.appreciations().delete(ids::record(&id)?))
    }

    /// Thanks the partner for one, once.
    ///
    /// # Errors
    /// `not_found`, `thank_own`, `already_thanked`; `store_…`.
    pub fn thank(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.appreciations().thank(ids::record(&id)?))
    }
}
