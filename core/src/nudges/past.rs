//! What the history says about each kind, worked out once for a plan.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};

use super::{Fired, History, NudgeKind, calendar::number, calendar::week};

/// How many reminders of a kind in a row are left alone before it comes half as often.
const IGNORED: usize = 3;
/// How many days back a habit is looked at.
const HABIT_DAYS: i32 = 28;
/// Done on this many of them, every second reminder is left out.
const REGULAR: usize = 12;
/// Done on this many of them, about one a week is left.
const SETTLED: usize = 20;
/// What stands between a snoozed reminder's id and which time it was snoozed.
pub(super) const SNOOZED: char = '~';

/// The history, ready to be asked.
pub(super) struct Past<'a> {
    /// Whether it was answered, by the id of a reminder that was shown.
    fired: HashMap<&'a str, bool>,
    /// How many routine reminders were shown, by the number of the local date they were for.
    routine: HashMap<i32, usize>,
    kinds: [PastOfKind; NudgeKind::ALL.len()],
}

/// What the history says about one kind.
#[derive(Debug, Default)]
pub(super) struct PastOfKind {
    /// The numbers of the local dates on which it was done, each once, in order.
    done: Vec<i32>,
    /// Whether it comes half as often.
    pub(super) backed_off: bool,
    /// When the first reminder after this moment is to ask whether such reminders still help.
    pub(super) ask_after: Option<Timestamp>,
}

/// How settled a habit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    Loose,
    Regular,
    Settled,
}

impl<'a> Past<'a> {
    pub(super) fn new(history: &'a History) -> Self {
        let mut routine = HashMap::new();
        for fired in history.fired.iter().filter(|fired| !fired.kind.is_booked() && !fired.id.contains(SNOOZED)) {
            *routine.entry(number(fired.day)).or_default() += 1;
        }
        let mut fired = HashMap::new();
        for shown in &history.fired {
            *fired.entry(shown.id.as_str()).or_default() |= shown.answered;
        }
        Self { fired, routine, kinds: NudgeKind::ALL.map(|kind| PastOfKind::new(kind, history)) }
    }

    pub(super) fn has_fired(&self, id: &str) -> bool {
        self.fired.contains_key(id)
    }

    pub(super) fn was_answered(&self, id: &str) -> bool {
        self.fired.get(id).copied().unwrap_or(false)
    }

    /// How many routine reminders were shown for this day.
    pub(super) fn routine_on(&self, day: i32) -> usize {
        self.routine.get(&day).copied().unwrap_or(0)
    }

    pub(super) fn of(&self, kind: NudgeKind) -> &PastOfKind {
        &self.kinds[kind.index()]
    }

    /// Whether a reminder for this date is no longer needed: its kind was done that day or, of an anchor, in that week.
    pub(super) fn is_done(&self, kind: NudgeKind, anchor: bool, day: Date) -> bool {
        let (kind, day) = (self.of(kind), number(day));
        kind.is_done_on(day) || (anchor && kind.is_done_in_week_of(day))
    }
}

impl PastOfKind {
    fn new(kind: NudgeKind, history: &History) -> Self {
        let dones = history.done.iter().filter(|done| done.kind == kind);
        let mut done: Vec<i32> = dones.clone().map(|done| number(done.day)).collect();
        done.sort_unstable();
        done.dedup();
        if kind.is_booked() {
            return Self { done, ..Self::default() };
        }
        let mut moments: Vec<Timestamp> = dones.map(|done| done.at).collect();
        moments.sort_unstable();
        let mut fired: Vec<&Fired> = history.fired.iter().filter(|fired| fired.kind == kind).collect();
        fired.sort_unstable_by_key(|fired| (fired.at, &fired.id));
        let (ignored, asked) = ignored(&fired, &moments);
        let backed_off = ignored >= IGNORED;
        let ask_after = fired.last().map(|last| last.at).filter(|_| backed_off && !asked);
        Self { done, backed_off, ask_after }
    }

    pub(super) fn is_done_on(&self, day: i32) -> bool {
        self.done.binary_search(&day).is_ok()
    }

    pub(super) fn is_done_in_week_of(&self, day: i32) -> bool {
        let monday = week(day) * 7;
        self.days_done(monday, monday + 7) > 0
    }

    /// On how many days of `from..until` it was done.
    pub(super) fn days_done(&self, from: i32, until: i32) -> usize {
        let before = |day: i32| self.done.partition_point(|done| *done < day);
        before(until).saturating_sub(before(from))
    }

    /// How settled the habit is, as this day sees it.
    pub(super) fn habit(&self, day: i32) -> Habit {
        match self.days_done(day - HABIT_DAYS, day) {
            SETTLED.. => Habit::Settled,
            REGULAR.. => Habit::Regular,
            _ => Habit::Loose,
        }
    }
}

/// The kinds that come half as often, since three in a row were left alone.
pub(super) fn backed_off(history: &History) -> Vec<NudgeKind> {
    let past = Past::new(history);
    NudgeKind::ALL.into_iter().filter(|kind| past.of(*kind).backed_off).collect()
}

/// How many of the last reminders, in order, were left alone, and whether one that came after enough of them has asked about it. The
/// last of all may still be answered. One that was snoozed was not left alone; its repetition counts.
fn ignored(fired: &[&Fired], done: &[Timestamp]) -> (usize, bool) {
    let (mut ignored, mut asked) = (0, false);
    for (index, nudge) in fired.iter().enumerate() {
        let next = fired.get(index + 1).map(|next| next.at);
        let done = done.get(done.partition_point(|done| *done < nudge.at));
        if nudge.answered || done.is_some_and(|done| next.is_none_or(|next| *done < next)) {
            (ignored, asked) = (0, false);
            continue;
        }
        asked |= nudge.asked && ignored >= IGNORED;
        ignored += usize::from(next.is_some() && nudge.snoozed_until.is_none());
    }
    (ignored, asked)
}
