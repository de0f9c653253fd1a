use std::{collections::BTreeSet, sync::Arc};

use crate::{Area, TendError, forms::Crosses};

/// A shell's own: told when something changed that a screen may show, and first of all areas, from inside `subscribe`.
///
/// It is called on any thread, with no lock held, and should only take note. It stays synchronous: asynchronous foreign traits
/// crash Swift 6.0.
#[uniffi::export(with_foreign)]
pub trait ChangeListener: Send + Sync {
    /// Read again what is on the screen of these areas; there is at least one, and none twice.
    ///
    /// # Errors
    /// Whatever the shell throws. The core ignores it.
    fn changed(&self, areas: Vec<Area>) -> Result<(), TendError>;
}

/// A shell's listener as the core knows it.
pub(crate) struct Listening(pub(crate) Arc<dyn ChangeListener>);

impl tend_core::Listener for Listening {
    fn changed(&self, areas: &BTreeSet<tend_core::Area>) {
        // An error here is the shell's own, and must not keep the core from telling other listeners.
        let _ = self.0.changed(areas.iter().copied().map(Crosses::out).collect());
    }
}
