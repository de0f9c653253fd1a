use super::Failure;
use crate::{records::RecordError, spaces::SpaceError, store::StoreError};

/// Why the engine cannot go on. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An MLS group failed.
    #[error(transparent)]
    Space(#[from] SpaceError),
}

impl EngineError {
    /// Whether it is about one space, so that the others can go on: its group is broken, or what is stored of it. A store that fails as a
    /// whole stops everything.
    pub(super) fn is_of_one_space(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Damaged)
                | Self::Space(
                    SpaceError::Store(StoreError::Damaged)
                        | SpaceError::Refused(_)
                        | SpaceError::CommitPending
                        | SpaceError::Mls(_)
                )
        )
    }
}

/// What sync itself writes is within every bound and of its type, unless the file was changed.
impl From<RecordError> for EngineError {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::Store(error) => error.into(),
            _ => StoreError::Damaged.into(),
        }
    }
}

/// What an answer came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handled {
    /// Whether anything that a person sees may have changed.
    pub changed: bool,
    /// Nothing more can be done now: wait so many seconds.
    pub wait: Option<u32>,
    /// What did not work though the round goes on; the person is told when it is over.
    pub failure: Option<Failure>,
}

/// What taking an answer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// Nothing: it is not of the protocol.
    Foreign,
    /// Nothing that a person sees.
    Same,
    /// Something that a person sees may have changed.
    Changed,
}

impl Answered {
    pub fn when(changed: bool) -> Self {
        if changed { Self::Changed } else { Self::Same }
    }
}
