//! Lists whose elements merge one by one, and fields that are written together.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use tend_core::records::{
    Action, Found, Operation, OperationId, Own, Record, RecordId, Stamp, State,
    operation::MAX_OPERATION,
    typed::{begin, carry, copy, rebased, set},
};
use tend_protocol::{decode, encode};

use crate::history::{ORIGIN, device, empty, scatter, shuffled};

/// What a household keeps in sight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Board {
    pub errands: Vec<String>,
    pub doors: BTreeMap<String, u32>,
    pub mood: u32,
    pub opens: u32,
    pub closes: u32,
}

impl Default for Board {
    fn default() -> Self {
        Self { errands: Vec::new(), doors: BTreeMap::new(), mood: 0, opens: 8, closes: 20 }
    }
}

impl Record for Board {
    const KIND: &'static str = "board";
    const LISTS: &'static [&'static str] = &["errands", "doors"];
    const TOGETHER: &'static [&'static [&'static str]] = &[&["opens", "closes"]];
    const AREAS: &'static [tend_core::Area] = &[];
    type Home = Own;

    fn unwritten() -> Option<Self> {
        Some(Self::default())
    }
}

pub fn board() -> RecordId {
    ORIGIN.record(Board::KIND, [0; 4])
}

fn read(state: &State) -> Board {
    state.shown().map(|shown| Found::read(board(), &shown).unwrap().value).unwrap_or_default()
}

/// A device, with what it knows.
#[derive(Debug, Clone)]
struct Phone {
    player: usize,
    made: u64,
    state: State,
}

impl Phone {
    fn new(player: usize) -> Self {
        Self { player, made: 0, state: empty() }
    }

    fn next(&mut self) -> OperationId {
        self.made += 1;
        OperationId { device: device(self.player), counter: self.made }
    }

    fn change(&mut self, change: impl FnOnce(&mut Board)) -> Operation {
        let mut value = read(&self.state);
        change(&mut value);
        let operation = set(self.next(), board(), &self.state, &value);
        self.state.apply(&operation);
        operation
    }

    fn add(&mut self, errand: &str) -> Operation {
        self.change(|board| board.errands.push(errand.into()))
    }

    fn take(&mut self, errand: &str) -> Operation {
        self.change(|board| board.errands.retain(|one| one != errand))
    }

    fn errands(&self) -> Vec<String> {
        read(&self.state).errands
    }
}

fn phones() -> (Phone, Phone) {
    (Phone::new(0), Phone::new(1))
}

/// Each hears all of the other.
fn meet(a: &mut Phone, b: &mut Phone) {
    a.state.join(&b.state);
    b.state.join(&a.state);
    assert_eq!((&a.state, a.state.shown()), (&b.state, b.state.shown()));
    assert_eq!(a.state.validate(board(), Board::KIND), Ok(()));
}

#[test]
fn what_two_devices_add_at_once_is_all_there() {
    let (mut a, mut b) = phones();
    a.add("bread");
    b.add("candles");
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["bread", "candles"]);
    a.add("tea");
    b.add("jam");
    b.change(|board| board.mood = 3);
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["bread", "candles", "tea", "jam"], "in the order in which they were added");
}

#[test]
fn what_one_takes_out_is_gone_and_what_another_adds_meanwhile_is_there() {
    let (mut a, mut b) = phones();
    a.change(|board| board.errands = vec!["bread".into(), "tea".into()]);
    meet(&mut a, &mut b);
    a.take("bread");
    b.add("jam");
    b.change(|board| board.mood = 3);
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["tea", "jam"]);
    // Taken out by both, and added again by one.
    a.take("tea");
    b.take("tea");
    b.add("tea");
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["jam", "tea"]);
    a.change(|board| board.errands.clear());
    meet(&mut a, &mut b);
    assert!(b.errands().is_empty());
    b.add("soap");
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["soap"]);
}

#[test]
fn the_same_added_by_both_is_there_once_and_goes_when_it_is_taken_out() {
    let (mut a, mut b) = phones();
    a.add("tea");
    b.add("tea");
    meet(&mut a, &mut b);
    assert_eq!(a.errands(), ["tea"]);
    a.take("tea");
    meet(&mut a, &mut b);
    assert!(b.errands().is_empty());
}

#[test]
fn of_a_maps_entry_that_both_set_the_last_counts_and_the_others_stand() {
    let (mut a, mut b) = phones();
    a.change(|board| board.doors = [("red".into(), 1)].into());
    meet(&mut a, &mut b);
    a.change(|board| board.doors = [("red".into(), 2), ("blue".into(), 1)].into());
    b.change(|board| board.doors = [("red".into(), 3), ("green".into(), 1)].into());
    meet(&mut a, &mut b);
    let all = |red| BTreeMap::from([("red".to_owned(), red), ("blue".into(), 1), ("green".into(), 1)]);
    assert_eq!(read(&a.state).doors, all(3));
    // What lost is not under it.
    a.change(|board| board.doors.retain(|name, _| name != "red"));
    meet(&mut a, &mut b);
    assert!(!read(&b.state).doors.contains_key("red"));
}

#[test]
fn a_list_as_it_is_while_nothing_is_written_is_not_written() {
    let (mut a, mut b) = phones();
    let operation = a.change(|board| board.mood = 1);
    assert!(matches!(operation.action, Action::Set(fields) if fields.keys().eq(["mood"])));
    b.add("tea");
    meet(&mut a, &mut b);
    assert_eq!((read(&a.state).mood, a.errands()), (1, vec!["tea".into()]));
}

#[test]
fn hours_are_of_one_device() {
    let (mut a, mut b) = phones();
    a.change(|board| board.opens = 12);
    b.change(|board| board.closes = 10);
    let (of_a, of_b) = ((12, 20), (8, 10));
    meet(&mut a, &mut b);
    let hours = |phone: &Phone| (read(&phone.state).opens, read(&phone.state).closes);
    assert!([of_a, of_b].contains(&hours(&a)), "{:?} is of nobody", hours(&a));
    a.change(|board| (board.opens, board.closes) = (6, 9));
    b.change(|board| board.closes = 22);
    meet(&mut a, &mut b);
    assert!([(6, 9), (of_b.0, 22)].contains(&hours(&a)), "{:?} is of nobody", hours(&a));
}

#[test]
fn what_came_in_between_stands_when_a_screen_is_saved() {
    let mut a = Phone::new(0);
    a.change(|board| {
        board.errands = vec!["bread".into(), "tea".into()];
        board.doors = [("red".into(), 1), ("blue".into(), 1)].into();
    });
    let seen = read(&a.state);
    a.change(|board| {
        board.errands = vec!["tea".into(), "jam".into()];
        board.doors = [("red".into(), 2), ("blue".into(), 1)].into();
        board.mood = 4;
        board.opens = 9;
    });
    let wanted = Board {
        errands: vec!["tea".into(), "soap".into()],
        doors: [("red".into(), 1), ("blue".into(), 5)].into(),
        closes: 21,
        ..seen.clone()
    };
    let saved = rebased(&read(&a.state), &seen, &wanted);
    assert_eq!(saved.errands, ["tea", "jam", "soap"]);
    assert_eq!(saved.doors, [("red".into(), 2), ("blue".into(), 5)].into());
    assert_eq!((saved.mood, saved.opens, saved.closes), (4, 8, 21), "hours are as on the screen");
    assert_eq!(rebased(&read(&a.state), &seen, &seen), read(&a.state), "nothing was changed on it");
}

#[test]
fn a_record_that_is_carried_or_copied_has_the_whole_list() {
    let (mut a, mut b) = phones();
    a.add("bread");
    b.add("tea");
    meet(&mut a, &mut b);
    let (id, shown) = (Phone::new(2).next(), a.state.shown().unwrap());
    let of = (board(), ORIGIN);
    for operation in [
        carry(id, board(), Board::KIND, &a.state),
        copy(id, board(), Board::KIND, a.state.context().clone(), shown.clone()),
        begin(id, of, Board::KIND, shown.clone()),
    ] {
        assert_eq!(operation.validate(), Ok(()));
        let mut state = empty();
        state.apply(&operation);
        assert_eq!(read(&state).errands, ["bread", "tea"]);
    }
}

/// Each of hundreds of elements with a stamp of its own would not fit an operation.
#[test]
fn a_list_of_many_stamps_is_written_with_one() {
    let mut a = Phone::new(0);
    let names: Vec<String> = (0..300).map(|number| format!("errand {number:03}")).collect();
    for name in &names {
        let operation = a.add(name);
        assert_eq!(operation.validate(), Ok(()), "{name}");
        assert!(encode(&operation).len() <= MAX_OPERATION);
    }
    assert_eq!(a.errands(), names);
    for name in &names {
        assert_eq!(a.take(name).validate(), Ok(()));
    }
    assert!(a.errands().is_empty());
    assert!(encode(&a.state).len() < 700, "nothing is kept of what was taken out");
}

#[test]
fn a_list_is_nothing_else() {
    let mut a = Phone::new(0);
    let operation = a.add("tea");
    let change = |change: fn(&mut tend_core::records::Field)| {
        let mut changed = operation.clone();
        let Action::Set(fields) = &mut changed.action else { panic!("a write") };
        change(fields.get_mut("errands").unwrap());
        changed.validate().is_ok()
    };
    assert!(change(|_| {}));
    assert!(!change(|field| field.text = true));
    assert!(!change(|field| field.versions = field.versions.keys().map(|stamp| (*stamp, "tea".into())).collect()));
}

#[derive(Debug, Clone)]
enum Step {
    Add(usize, u8),
    Take(usize, u8),
    Feel(usize),
    Hear(usize, prop::sample::Index),
    Join(usize, usize),
}

const PLAYERS: usize = 3;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let player = 0..PLAYERS;
    let step = prop_oneof![
        4 => (player.clone(), 0..5_u8).prop_map(|(player, what)| Step::Add(player, what)),
        3 => (player.clone(), 0..5_u8).prop_map(|(player, what)| Step::Take(player, what)),
        1 => player.clone().prop_map(Step::Feel),
        4 => (player.clone(), any::<prop::sample::Index>()).prop_map(|(to, which)| Step::Hear(to, which)),
        2 => (player.clone(), player).prop_map(|(to, from)| Step::Join(to, from)),
    ];
    prop::collection::vec(step, 1..40)
}

/// What was done with an element: its stamp, and whether it was added or taken out.
type Done = Vec<(Operation, String, bool)>;

fn play(steps: &[Step]) -> (Vec<Operation>, Done, Vec<State>) {
    let mut phones: Vec<_> = (0..PLAYERS).map(Phone::new).collect();
    let (mut operations, mut done): (Vec<Operation>, Done) = (Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::Add(player, what) | Step::Take(player, what) => {
                let (errand, adds) = (what.to_string(), matches!(step, Step::Add(..)));
                let has = phones[*player].errands().contains(&errand);
                if has != adds {
                    let phone = &mut phones[*player];
                    let operation = if adds { phone.add(&errand) } else { phone.take(&errand) };
                    done.push((operation.clone(), errand, adds));
                    operations.push(operation);
                }
            }
            Step::Feel(player) => operations.push(phones[*player].change(|board| board.mood += 1)),
            Step::Hear(player, which) if !operations.is_empty() => {
                phones[*player].state.apply(which.get(&operations));
            }
            Step::Hear(..) => {}
            Step::Join(to, from) => {
                let other = phones[*from].state.clone();
                phones[*to].state.join(&other);
            }
        }
    }
    (operations, done, phones.into_iter().map(|phone| phone.state).collect())
}

/// What was added, and taken out by nobody who had seen it.
fn standing(done: &Done) -> BTreeSet<String> {
    let taken =
        |errand: &str, at: Stamp| done.iter().any(|(by, what, adds)| !adds && what == errand && by.seen.covers(at));
    let added = done.iter().filter(|(by, errand, adds)| *adds && !taken(errand, by.stamp));
    added.map(|(_, errand, _)| errand.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_order_a_list_has_what_was_added_and_not_taken_out(steps in steps(), seed: u64) {
        let (operations, done, states) = play(&steps);
        let mut ways = states;
        let mut groups = vec![empty(); 3];
        for (at, operation) in operations.iter().enumerate() {
            prop_assert_eq!(operation.validate(), Ok(()));
            prop_assert_eq!(&decode::<Operation>(&encode(operation)).unwrap(), operation);
            groups[(scatter(at, seed) % 3) as usize].apply(operation);
        }
        let mut joined = groups[2].clone();
        joined.join(&groups[0]);
        joined.join(&groups[1]);
        ways.push(joined);
        for way in &mut ways {
            for operation in shuffled(&operations, seed) {
                way.apply(operation);
            }
            prop_assert_eq!(way.validate(board(), Board::KIND), Ok(()));
        }
        for way in &ways {
            prop_assert_eq!(way, &ways[0]);
            prop_assert_eq!(way.shown(), ways[0].shown());
            prop_assert_eq!(read(way).errands.into_iter().collect::<BTreeSet<_>>(), standing(&done));
        }
    }
}
