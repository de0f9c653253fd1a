use std::{collections::BTreeSet, sync::Arc};

use super::{Tend, lock};
use crate::{
    nudges::{Fired, LastUsed, Preferences, Rule},
    person::Profile,
    practice::{Draft, PracticeSettings, Practised, PromptOfDay, Run, SharedWords, TogetherDone},
    records::Record,
    romance::{Appreciation, SurpriseIdea},
    schedule::{Proposal, TimeForUs},
    store::{self, Touched},
    sync::{OwnDevice, devices::Partnership},
};

/// A part of [`Tend`] whose read models may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Both people, as they call themselves: [`Tend::people`].
    People,
    /// Invites and what they wait for: [`Tend::pairing`].
    Pairing,
    /// The person's own devices: [`Tend::devices`].
    Devices,
    /// Appreciations: [`Tend::appreciations`].
    Appreciations,
    /// Surprise ideas: [`Tend::surprises`].
    Surprises,
    /// What the person is to be told once: [`Tend::notices`].
    Notices,
    /// Exercises, paths and settings, and the runs: [`Tend::practice`], [`Tend::runs`].
    Practice,
    /// When the two practise together: [`Tend::schedule`].
    Schedule,
    /// What is said when: [`Tend::nudges`].
    Nudges,
    /// The first screen: [`Tend::today`].
    Today,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 10] = [
        Self::People,
        Self::Pairing,
        Self::Devices,
        Self::Appreciations,
        Self::Surprises,
        Self::Notices,
        Self::Practice,
        Self::Schedule,
        Self::Nudges,
        Self::Today,
    ];
}

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

/// Where a person sees it.
fn areas(touched: &Touched) -> &'static [Area] {
    match touched {
        Touched::Cells(store::Area::Notice) => &[Area::Notices],
        Touched::Cells(store::Area::Invite) => &[Area::Pairing],
        Touched::Cells(_) => &[],
        Touched::Records(kind) => match kind.as_str() {
            Appreciation::KIND => &[Area::Appreciations, Area::Nudges],
            SurpriseIdea::KIND => &[Area::Surprises],
            OwnDevice::KIND => &[Area::Devices],
            // Who the partner is also decides whose words are shared, and how everything speaks of them.
            Partnership::KIND | Profile::KIND => {
                &[Area::People, Area::Appreciations, Area::Practice, Area::Schedule, Area::Nudges, Area::Today]
            }
            Run::KIND | Draft::KIND | SharedWords::KIND => &[Area::Practice, Area::Today],
            Practised::KIND | TogetherDone::KIND | PracticeSettings::KIND | PromptOfDay::KIND => {
                &[Area::Practice, Area::Schedule, Area::Nudges, Area::Today]
            }
            TimeForUs::KIND | Proposal::KIND => &[Area::Schedule, Area::Nudges, Area::Today],
            Rule::KIND | Preferences::KIND | Fired::KIND | LastUsed::KIND => &[Area::Nudges, Area::Today],
            _ => &[],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_record_is_seen_somewhere() {
        for kind in crate::records::kinds() {
            assert!(!areas(&Touched::Records(kind.name.into())).is_empty(), "{}", kind.name);
        }
    }
}
