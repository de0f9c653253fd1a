use std::{collections::BTreeSet, sync::Arc};

use super::{Tend, lock};
use crate::{
    area::Area,
    record_kinds::KINDS,
    store::{self, Touched},
};

/// Told when something changed that a screen may show. It is called on any thread, with no lock held.
pub trait Listener: Send + Sync {
    /// Read again what is on the screen of these areas; there is at least one.
    fn changed(&self, areas: &BTreeSet<Area>);
}

#[derive(Default)]
pub(super) struct Listeners {
    last: u64,
    all: Vec<(u64, Arc<dyn Listener>)>,
}

impl Tend {
    /// Tells `listener` at once of all areas, so that a screen is first drawn as it is drawn again, and then of every change, until
    /// [`Self::unsubscribe`] with the number that comes back.
    pub fn subscribe(&self, listener: Arc<dyn Listener>) -> u64 {
        let mut listeners = lock(&self.listeners);
        listeners.last += 1;
        let number = listeners.last;
        listeners.all.push((number, Arc::clone(&listener)));
        drop(listeners);
        listener.changed(&Area::ALL.into());
        number
    }

    /// Takes a listener off. An unknown number is no error.
    pub fn unsubscribe(&self, number: u64) {
        lock(&self.listeners).all.retain(|(known, _)| *known != number);
    }

    /// How many listeners there are: a screen that is gone must have taken its own off.
    pub fn listeners(&self) -> usize {
        lock(&self.listeners).all.len()
    }

    /// Tells the listeners of what was written since they were last told.
    pub(super) fn tell(&self) {
        let areas: BTreeSet<Area> = self.store.take_touched().iter().flat_map(areas).copied().collect();
        if areas.is_empty() {
            return;
        }
        let listeners: Vec<_> = lock(&self.listeners).all.iter().map(|(_, listener)| Arc::clone(listener)).collect();
        for listener in listeners {
            listener.changed(&areas);
        }
    }
}

/// Where a person sees it. What only a newer version knows is shown nowhere.
fn areas(touched: &Touched) -> &'static [Area] {
    match touched {
        Touched::Cells(store::Area::Notice) => &[Area::Notices],
        Touched::Cells(store::Area::Invite) => &[Area::Pairing],
        Touched::Cells(_) => &[],
        Touched::Records(kind) => KINDS.find(kind).map_or(&[], |kind| kind.areas),
    }
}
