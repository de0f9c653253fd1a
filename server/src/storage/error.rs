/// Why an engine could not do it. It holds nothing of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The disk is full, or the engine is busy or closing: later it may work.
    #[error("the storage is not ready")]
    Unavailable,
    /// Anything else: the engine's own code for it.
    #[error("the storage failed with code {0}")]
    Failed(i32),
}

/// What reading and writing rows gives.
pub type Result<T> = std::result::Result<T, StorageError>;
