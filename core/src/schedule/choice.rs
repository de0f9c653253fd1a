//! Which three of all possible times are offered.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};

use super::Slot;

/// How many slots are offered.
const OFFERED: usize = 3;
/// How far apart starts should be, from the best on, in hours: two days, a day, part of a day. Six hours are allowed for, so that a
/// later evening and an earlier one still are as many days apart.
const FAR_HOURS: [i64; 3] = [2 * 24 - 6, 24 - 6, 3];

/// A possible time, with all that its ranking needs. It is the same whichever of the two people comes first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    slot: Slot,
    /// The dates of its start, for each of the two.
    days: [Date; 2],
    /// Whether it starts or ends at the very edge of the time that both have.
    at_the_edge: bool,
    /// For how many of the two it starts neither at a full nor at a half hour.
    uneven: usize,
    /// For both together, by how many minutes it starts before 09:00 or ends after 20:00.
    unkind_minutes: i64,
}

impl Candidate {
    /// `clocks` are the local times of its start.
    pub(super) fn new(slot: Slot, clocks: [DateTime; 2], at_the_edge: bool) -> Self {
        Self {
            slot,
            days: clocks.map(DateTime::date),
            at_the_edge,
            uneven: clocks.iter().filter(|clock| clock.minute() % 30 != 0).count(),
            unkind_minutes: clocks.iter().map(|clock| unkind_minutes(clock.time(), slot.minutes)).sum(),
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.slot.overlaps(other.slot)
    }

    /// Whether the two are on different days for both people, and do not overlap.
    fn is_on_other_days(&self, other: &Self) -> bool {
        self.days[0] != other.days[0] && self.days[1] != other.days[1] && !self.overlaps(other)
    }

    /// How near the nearest of `others` is: 0 is far enough.
    fn nearness(&self, others: &[Self]) -> usize {
        let hours = others.iter().map(|other| self.slot.at.duration_since(other.slot.at).as_hours().abs());
        let nearest = hours.min().unwrap_or(i64::MAX);
        FAR_HOURS.iter().filter(|far| nearest < **far).count()
    }

    /// The smaller, the better. No two candidates have the same.
    fn rank(&self, others: &[Self]) -> impl Ord + use<> {
        (self.at_the_edge, self.nearness(others), self.uneven, self.unkind_minutes, self.slot.at)
    }
}

/// By how many minutes a session starts before 09:00 or ends after 20:00. What starts before 04:00 belongs to the evening before.
fn unkind_minutes(start: Time, minutes: u16) -> i64 {
    let since_midnight = i64::from(start.hour()) * 60 + i64::from(start.minute());
    let start = (since_midnight - 4 * 60).rem_euclid(24 * 60);
    let (early, late) = ((9 - 4) * 60 - start, start + i64::from(minutes) - (20 - 4) * 60);
    early.max(0) + late.max(0)
}

/// Up to three of `candidates`, which are in order of time, in order of time. See [`super::slots`] for the rules.
pub(super) fn choose(candidates: &[Candidate], not_before: Timestamp) -> Vec<Slot> {
    let (mut chosen, mut past, mut left) = (Vec::new(), Vec::new(), candidates);
    loop {
        fill(&mut chosen, &past, left);
        let Some(first) = chosen.first().copied().filter(|first| first.slot.at < not_before) else {
            return chosen.into_iter().map(|candidate| candidate.slot).collect();
        };
        past.push(chosen.remove(0));
        left = &left[left.partition_point(|candidate| candidate.slot.at <= first.slot.at)..];
    }
}

/// Adds the best to what is chosen, one after another; both are in order of time. One comes before better ones when these would leave
/// fewer days or fewer places for the rest. It should be far also from what is `past`, or it would be that again and a little later.
fn fill(chosen: &mut Vec<Candidate>, past: &[Candidate], left: &[Candidate]) {
    while chosen.len() < OFFERED {
        let others = [past, chosen.as_slice()].concat();
        let mut free: Vec<Candidate> = left.to_vec();
        free.retain(|candidate| !chosen.iter().any(|other| other.overlaps(candidate)));
        free.sort_by_cached_key(|candidate| candidate.rank(&others));
        let possible = reach(chosen, left);
        let mut best: Option<(Reach, Vec<Candidate>)> = None;
        for candidate in free {
            let mut with = [chosen.as_slice(), &[candidate]].concat();
            with.sort_by_key(|candidate| candidate.slot);
            let reach = reach(&with, left);
            if best.as_ref().is_none_or(|(best, _)| *best < reach) {
                best = Some((reach, with));
            }
            if reach == possible {
                break;
            }
        }
        let Some((_, with)) = best else { return };
        *chosen = with;
    }
}

/// What can still come of a choice: on how many different days slots can be, and how many slots there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Reach {
    days: usize,
    slots: usize,
}

/// Both are in order of time.
fn reach(chosen: &[Candidate], left: &[Candidate]) -> Reach {
    let places = OFFERED - chosen.len();
    let days = most(chosen, &[], OFFERED, Candidate::is_on_other_days);
    Reach {
        days: days + most(left, chosen, places, Candidate::is_on_other_days),
        slots: chosen.len() + most(left, chosen, places, |one, other| !one.overlaps(other)),
    }
}

/// How many of `candidates`, up to `places`, suit all of `chosen` and each other.
///
/// Taking the earliest again and again finds the most: of three candidates in order of time, the outer two suit each other if one of
/// them suits the middle one.
fn most(
    candidates: &[Candidate],
    chosen: &[Candidate],
    places: usize,
    suits: impl Fn(&Candidate, &Candidate) -> bool,
) -> usize {
    let (mut count, mut last) = (0, None);
    for candidate in candidates {
        if count == places {
            break;
        }
        let suits_last = last.is_none_or(|last| suits(last, candidate));
        if suits_last && chosen.iter().all(|other| suits(other, candidate)) {
            (count, last) = (count + 1, Some(candidate));
        }
    }
    count
}
