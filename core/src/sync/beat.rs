//! When the own space sends what a person wrote for themselves alone: on a fixed hourly grid, so that a partner who runs the server does not
//! see at which minute it was written. That something was, since the last tick, they do see.

use serde::{Deserialize, Serialize};
use tend_protocol::{Hash, SpaceId};

/// Seconds between two ticks.
const HOUR: i64 = 3600;

/// From which tick on this device's operations may leave: by tick, the counter of the last operation that was made before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat(Vec<(i64, u64)>);

impl Beat {
    /// An operation with this counter was made, in seconds since 1970. It waits for the next tick, also after a long pause.
    pub(crate) fn made(&mut self, space: SpaceId, counter: u64, at: i64) {
        let tick = tick(space, at) + 1;
        self.settle(tick);
        if self.knows(counter) {
            return;
        }
        match self.0.last_mut().filter(|(last, _)| *last == tick) {
            Some((_, last)) => *last = counter,
            None => self.0.push((tick, counter)),
        }
    }

    /// Whether the operation with this counter, and all before it, were noted.
    pub(crate) fn knows(&self, counter: u64) -> bool {
        self.0.last().is_some_and(|(_, last)| *last >= counter)
    }

    /// The counter of the last operation that may leave now, in seconds since 1970.
    pub(crate) fn upto(&self, space: SpaceId, now: i64) -> u64 {
        let now = tick(space, now);
        // A clock that was ahead once must not hold anything back: nothing waits longer than until the next tick.
        self.0.iter().filter(|(tick, _)| *tick <= now || *tick > now + 1).map(|(_, upto)| *upto).max().unwrap_or(0)
    }

    /// What came before `next` stays as one entry, and what a clock that was ahead put after it comes at `next`.
    fn settle(&mut self, next: i64) {
        let past = self.0.iter().filter(|(tick, _)| *tick < next).map(|(_, upto)| *upto).max();
        let ahead = self.0.iter().filter(|(tick, _)| *tick >= next).map(|(_, upto)| *upto).max();
        let entries = [past.map(|upto| (next - 1, upto)), ahead.map(|upto| (next, upto))];
        self.0 = entries.into_iter().flatten().collect();
    }
}

/// The number of the tick at or before an instant. Each space has a phase of its own, so that not all phones of a server send at once.
fn tick(space: SpaceId, at: i64) -> i64 {
    let [a, b, ..] = Hash::of(&[b"Tend beat", space.0.as_slice()].concat()).0;
    at.saturating_sub(i64::from(u16::from_be_bytes([a, b])) % HOUR).div_euclid(HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: SpaceId = SpaceId([7; 16]);

    /// The first second of the tick with that number, counted from an arbitrary one.
    fn at(number: i64) -> i64 {
        let some = 1_800_000_000;
        let first = (some..some + HOUR).find(|at| tick(SPACE, *at) != tick(SPACE, *at - 1));
        first.unwrap_or(some) + number * HOUR
    }

    #[test]
    fn what_is_made_between_two_ticks_leaves_at_the_second_whenever_it_was_made() {
        for minute in [0, 1, 59 * 60 + 59] {
            let mut beat = Beat::default();
            beat.made(SPACE, 1, at(0) + minute);
            assert_eq!([at(0) + minute, at(1) - 1, at(1), at(9)].map(|now| beat.upto(SPACE, now)), [0, 0, 1, 1]);
        }
    }

    #[test]
    fn what_is_made_after_the_tick_does_not_leave_with_what_was_due_at_it() {
        let mut beat = Beat::default();
        beat.made(SPACE, 1, at(0));
        beat.made(SPACE, 2, at(0) + 60);
        beat.made(SPACE, 3, at(1) + 60);
        assert_eq!([at(1) + 120, at(2)].map(|now| beat.upto(SPACE, now)), [2, 3]);
        beat.made(SPACE, 4, at(5));
        assert_eq!([at(5) + 1, at(6)].map(|now| beat.upto(SPACE, now)), [3, 4]);
    }

    #[test]
    fn a_clock_that_was_wrong_holds_nothing_back() {
        let mut beat = Beat::default();
        beat.made(SPACE, 1, at(9000));
        assert_eq!(beat.upto(SPACE, at(0)), 1);
        beat.made(SPACE, 2, at(0));
        assert_eq!([at(0), at(1)].map(|now| beat.upto(SPACE, now)), [0, 2]);
    }
}
