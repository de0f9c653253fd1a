use super::Failure;
use crate::{spaces::SpaceError, store::StoreError};

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
