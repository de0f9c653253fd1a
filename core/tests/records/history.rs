//! Random histories: devices that write, settle, delete and purge one record, and hear of each other's operations in any order.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use tend_core::{
    identity::IdentityId,
    records::{
        Action, Operation, OperationId, Origin, Own, Record, RecordId, State,
        typed::{edit, remove, set},
    },
};
use tend_protocol::DeviceId;

/// Whose the record is that they write.
pub const ORIGIN: Origin = Origin { author: IdentityId::from_bytes([7; 32]), nonce: [7; 16], number: 1 };

/// The record.
pub fn record() -> RecordId {
    ORIGIN.record(Note::KIND, [0; 4])
}

/// Nothing of it yet.
pub fn empty() -> State {
    State::new(ORIGIN)
}

/// Each plays a device. The last is the first one's store, copied when it was empty and used a second time.
pub const PLAYERS: usize = 5;

/// The type as most devices know it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub words: String,
    pub mood: u32,
}

impl Record for Note {
    const KIND: &'static str = "note";
    const TEXT: &'static [&'static str] = &["words"];
    const AREAS: &'static [tend_core::Area] = &[];
    type Home = Own;
}

/// The same type, as a newer version knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewNote {
    pub words: String,
    pub mood: u32,
    #[serde(default)]
    pub place: String,
}

impl Record for NewNote {
    const KIND: &'static str = "note";
    const TEXT: &'static [&'static str] = &["words"];
    const AREAS: &'static [tend_core::Area] = &[];
    type Home = Own;
}

#[derive(Debug, Clone)]
pub enum Step {
    /// Writes other words.
    Say(usize),
    /// Sets another mood.
    Feel(usize),
    /// Sets another place; only the device with the newer version can.
    Move,
    Settle(usize),
    Delete(usize),
    Purge(usize),
    /// Hears of one operation.
    Hear(usize, prop::sample::Index),
    /// Takes over another's whole state.
    Join(usize, usize),
}

/// What may happen, with these weights for deleting and purging, among so many players.
pub fn steps(delete: u32, purge: u32, players: usize) -> impl Strategy<Value = Vec<Step>> {
    let player = 0..players;
    let mut choices = vec![
        (6, player.clone().prop_map(Step::Say).boxed()),
        (4, player.clone().prop_map(Step::Feel).boxed()),
        (2, Just(Step::Move).boxed()),
        (1, player.clone().prop_map(Step::Settle).boxed()),
        (8, (player.clone(), any::<prop::sample::Index>()).prop_map(|(to, which)| Step::Hear(to, which)).boxed()),
        (3, (player.clone(), player.clone()).prop_map(|(to, from)| Step::Join(to, from)).boxed()),
    ];
    if delete > 0 {
        choices.push((delete, player.clone().prop_map(Step::Delete).boxed()));
    }
    if purge > 0 {
        choices.push((purge, player.prop_map(Step::Purge).boxed()));
    }
    prop::collection::vec(prop::strategy::Union::new_weighted(choices), 1..40)
}

/// All operations that were made, and each player's state.
#[derive(Debug, Default)]
pub struct History {
    pub operations: Vec<Operation>,
    pub states: Vec<State>,
    counters: [u64; PLAYERS],
    said: u32,
}

pub fn device(player: usize) -> DeviceId {
    DeviceId([u8::try_from(player % (PLAYERS - 1)).unwrap() + 1; 32])
}

impl History {
    pub fn of(steps: &[Step]) -> Self {
        let mut history = Self { states: vec![empty(); PLAYERS], ..Self::default() };
        for step in steps {
            history.step(step);
        }
        history
    }

    fn step(&mut self, step: &Step) {
        self.said += 1;
        match step {
            Step::Say(player) => self.write(*player, |note, said| note.words = format!("sentence {}", said / 2)),
            Step::Feel(player) => self.write(*player, |note, said| note.mood = said),
            Step::Move => self.write(PLAYERS - 2, |note, said| note.place = format!("place {said}")),
            Step::Settle(player) => {
                let (id, state) = (self.next(*player), &self.states[*player]);
                let operation = edit(id, record(), state, state.context(), &self.note(*player));
                self.made(*player, operation);
            }
            Step::Delete(player) => self.remove(*player, Action::Delete),
            Step::Purge(player) => self.remove(*player, Action::Purge),
            Step::Hear(player, which) => {
                if !self.operations.is_empty() {
                    self.states[*player].apply(which.get(&self.operations));
                }
            }
            Step::Join(to, from) => {
                let other = self.states[*from].clone();
                self.states[*to].join(&other);
            }
        }
    }

    fn write(&mut self, player: usize, change: impl FnOnce(&mut NewNote, u32)) {
        let mut note = self.new_note(player);
        change(&mut note, self.said);
        let (id, state) = (self.next(player), &self.states[player]);
        let operation = if player == PLAYERS - 2 {
            set(id, record(), state, &note)
        } else {
            set(id, record(), state, &Note { words: note.words, mood: note.mood })
        };
        self.made(player, operation);
    }

    fn remove(&mut self, player: usize, action: Action) {
        let operation = remove::<Note>(self.next(player), record(), &self.states[player], action);
        self.made(player, operation);
    }

    fn made(&mut self, player: usize, operation: Operation) {
        self.states[player].apply(&operation);
        self.operations.push(operation);
    }

    fn next(&mut self, player: usize) -> OperationId {
        self.counters[player] += 1;
        OperationId { device: device(player), counter: self.counters[player] }
    }

    fn new_note(&self, player: usize) -> NewNote {
        let found =
            self.states[player].shown().map(|shown| tend_core::records::Found::read(record(), &shown).unwrap().value);
        found.unwrap_or(NewNote { words: String::new(), mood: 0, place: String::new() })
    }

    fn note(&self, player: usize) -> Note {
        let note = self.new_note(player);
        Note { words: note.words, mood: note.mood }
    }
}

/// The operations in another order that depends on `seed` alone.
pub fn shuffled(operations: &[Operation], seed: u64) -> Vec<&Operation> {
    let mut numbered: Vec<_> = operations.iter().enumerate().collect();
    numbered.sort_by_key(|(at, _)| scatter(*at, seed));
    numbered.into_iter().map(|(_, operation)| operation).collect()
}

/// A number that depends on both and looks random.
pub fn scatter(at: usize, seed: u64) -> u64 {
    let mixed = (seed ^ at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
