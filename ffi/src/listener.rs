use std::{collections::BTreeSet, sync::Arc};

use crate::TendError;

/// A part of `Tend` whose read models may have changed: the object with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Area {
    /// Both people, as they call themselves.
    People,
    /// Invites and what they wait for.
    Pairing,
    /// The person's own devices.
    Devices,
    /// Appreciations.
    Appreciations,
    /// Surprise ideas.
    Surprises,
    /// What the person is to be told once.
    Notices,
    /// Exercises, paths and settings, and the runs.
    Practice,
    /// When the two practise together.
    Schedule,
    /// What is said when.
    Nudges,
    /// The first screen.
    Today,
}

impl From<tend_core::Area> for Area {
    fn from(area: tend_core::Area) -> Self {
        match area {
            tend_core::Area::People => Self::People,
            tend_core::Area::Pairing => Self::Pairing,
            tend_core::Area::Devices => Self::Devices,
            tend_core::Area::Appreciations => Self::Appreciations,
            tend_core::Area::Surprises => Self::Surprises,
            tend_core::Area::Notices => Self::Notices,
            tend_core::Area::Practice => Self::Practice,
            tend_core::Area::Schedule => Self::Schedule,
            tend_core::Area::Nudges => Self::Nudges,
            tend_core::Area::Today => Self::Today,
        }
    }
}

/// A shell's own: told when something changed that a screen may show, and first of all areas, from inside `subscribe`.
///
/// It is called on any thread, with no lock held, and should only take note. It stays synchronous: asynchronous foreign traits
/// crash Swift 6.0.
#[uniffi::export(with_foreign)]
pub trait ChangeListener: Send + Sync {
    /// Read again what is on the screen of these areas; there is at least one, and none twice.
    ///
    /// # Errors
    /// Whatever the shell throws; the core does not mind.
    fn changed(&self, areas: Vec<Area>) -> Result<(), TendError>;
}

/// A shell's listener as the core knows it.
pub(crate) struct Listening(pub(crate) Arc<dyn ChangeListener>);

impl tend_core::Listener for Listening {
    fn changed(&self, areas: &BTreeSet<tend_core::Area>) {
        // It was told. What it makes of that is its own affair, and no reason to tell the others less.
        let _ = self.0.changed(areas.iter().copied().map(Area::from).collect());
    }
}
