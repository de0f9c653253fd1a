use std::sync::Arc;

use crate::TendError;

/// A shell's own: told when something changed that a screen may show.
///
/// It is called on any thread, with no lock held, and should only take note. It stays synchronous: asynchronous foreign traits
/// crash Swift 6.0.
#[uniffi::export(with_foreign)]
pub trait ChangeListener: Send + Sync {
    /// Read again what is on the screen.
    ///
    /// # Errors
    /// Whatever the shell throws; the core does not mind.
    fn changed(&self) -> Result<(), TendError>;
}

/// A shell's listener as the core knows it.
pub(crate) struct Listening(pub(crate) Arc<dyn ChangeListener>);

impl tend_core::Listener for Listening {
    fn changed(&self) {
        // It was told. What it makes of that is its own affair, and no reason to tell the others less.
        let _ = self.0.changed();
    }
}
