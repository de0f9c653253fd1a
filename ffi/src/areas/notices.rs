use std::sync::Arc;

use super::each;
use crate::{TendError, border::call, ids};

/// What a person is to be told, once.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Notice {
    /// For [`Notices::read`].
    pub id: String,
    /// A stable code; for programs.
    pub code: String,
    /// The words.
    pub text: String,
}

impl From<tend_core::NoticeView> for Notice {
    fn from(view: tend_core::NoticeView) -> Self {
        let tend_core::NoticeView { id, code, text } = view;
        Self { id: ids::notice_id(&id), code: code.into(), text }
    }
}

/// What the person is to be told: devices that came or went, the partner's leaving, what was repaired.
#[derive(uniffi::Object)]
pub struct Notices(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Notices {
    /// All that were not read yet.
    ///
    /// # Errors
    /// `store_…`.
    pub fn unread(&self) -> Result<Vec<Notice>, TendError> {
        call(|| self.0.notices().unread().map(each))
    }

    /// The person has read it. One that was read already is no error.
    ///
    /// # Errors
    /// `not_found` for what is no id; `store_…`.
    pub fn read(&self, id: String) -> Result<(), TendError> {
        call(|| self.0.notices().read(&ids::notice(&id)?))
    }
}
