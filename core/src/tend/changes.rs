use std::{collections::BTreeSet, sync::Arc};

use super::{Listener, Tend, tend::lock};
use crate::{
    area::Area,
    record_types::RECORD_TYPES,
    store::{self, Touched},
};

impl Tend {
    /// Tells `listener` at once of all areas, so that a screen is first drawn as it is drawn again, and then of every change, until
    /// [`Self::unsubscribe`] with the number that comes back.
    pub fn subscribe(&self, listener: Arc<dyn Listener>) -> u64 {
        let number = lock(&self.listeners).add(Arc::clone(&listener));
        listener.changed(&Area::ALL.into());
        number
    }

    /// Takes a listener off. An unknown number is no error.
    pub fn unsubscribe(&self, number: u64) {
        lock(&self.listeners).remove(number);
    }

    /// How many listeners there are: a screen that is gone must have taken its own off.
    pub fn listeners(&self) -> usize {
        lock(&self.listeners).len()
    }

    /// Tells the listeners of what was written since they were last told.
    pub(super) fn tell(&self) {
        let areas: BTreeSet<Area> = self.store.take_touched().iter().flat_map(areas).copied().collect();
        if areas.is_empty() {
            return;
        }
        let listeners = lock(&self.listeners).all();
        for listener in listeners {
            listener.changed(&areas);
        }
    }
}

/// Where a person sees it. What only a newer version knows is shown nowhere.
fn areas(touched: &Touched) -> &'static [Area] {
    match touched {
        Touched::Values(store::Namespace::Notice) => &[Area::Notices],
        Touched::Values(store::Namespace::Invite) => &[Area::Pairing],
        Touched::Values(_) => &[],
        Touched::Records(name) => RECORD_TYPES.find(name).map_or(&[], |one| one.areas),
    }
}
