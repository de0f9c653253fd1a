use std::{collections::BTreeSet, sync::Arc};

use crate::area::Area;

/// Told when something changed that a screen may show. It is called on any thread, with no lock held.
pub trait Listener: Send + Sync {
    /// Read again what is on the screen of these areas; there is at least one.
    fn changed(&self, areas: &BTreeSet<Area>);
}

/// All who listen.
#[derive(Default)]
pub(super) struct Listeners {
    last: u64,
    all: Vec<(u64, Arc<dyn Listener>)>,
}

impl Listeners {
    pub fn add(&mut self, listener: Arc<dyn Listener>) -> u64 {
        self.last += 1;
        self.all.push((self.last, listener));
        self.last
    }

    pub fn remove(&mut self, number: u64) {
        self.all.retain(|(known, _)| *known != number);
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// For calling them once the lock is given up.
    pub fn all(&self) -> Vec<Arc<dyn Listener>> {
        self.all.iter().map(|(_, listener)| Arc::clone(listener)).collect()
    }
}
