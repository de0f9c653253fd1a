use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};

use super::{
    History, Occurrence, RuleSchedule, Rules,
    active::active_rules,
    booked::{Booked, MOVED_AT_MOST_MINUTES, snoozed},
    calendar::Day,
    limits::Limits,
    past::Past,
    routine::Routine,
};

/// After how many days without a reminder a plan is taken to have ended: ten years.
const SEARCH_DAYS: i32 = 3653;

/// All reminders after `now`, ordered by moment and then by id. `zone` is the time zone that the person is in.
///
/// The iterator computes one day at a time, so a caller that reads only the first reminders is served quickly. It ends when every rule has
/// ended or is off, when a pause without an end begins, or when ten years bring no reminder. So a rule by local dates whose first day is
/// more than ten years ahead is not found.
///
/// The same input always gives the same plan. A plan with a later `now` and otherwise the same input is the rest of the earlier plan.
/// `seed` decides what is left to chance; all devices of a person use the same one.
pub fn plan<'a>(
    rules: &'a Rules,
    history: &'a History,
    now: Timestamp,
    zone: &'a TimeZone,
    seed: u64,
) -> impl Iterator<Item = Occurrence> + use<'a> {
    Plan::new(rules, history, now, zone, seed)
}

struct Plan<'a> {
    now: Timestamp,
    limits: Limits<'a>,
    past: Past<'a>,
    routine: Routine<'a>,
    routine_days: Days,
    booked: Booked<'a>,
    booked_days: Days,
    /// What was found and not returned yet.
    ready: BinaryHeap<Reverse<Soonest>>,
    /// What one day gave. It is empty between days, and kept only so that its memory is used again.
    found: Vec<Occurrence>,
}

/// Days one after the other.
struct Days {
    /// The next one; none when there is nothing more to find.
    next: Option<Day>,
    /// Nothing that is still to be found is before this.
    reached: Timestamp,
    /// How long before its day a reminder may come.
    ahead: SignedDuration,
    /// The number of the last day to try.
    last: i32,
}

struct Soonest(Occurrence);

impl<'a> Plan<'a> {
    fn new(rules: &'a Rules, history: &'a History, now: Timestamp, zone: &'a TimeZone, seed: u64) -> Self {
        let (limits, past) = (Limits::new(&rules.preferences, zone), Past::new(history));
        let active = active_rules(rules, seed);
        let by_id = active.iter().map(|active| (active.rule.id.as_str(), active)).collect();
        let device = rules.device;
        let mut ready = snoozed(history, &by_id, device, now, &limits, &past);
        let (booked, routine) = active.into_iter().partition(|active| active.rule.kind.is_booked());
        let mut booked = Booked { rules: booked, device };
        ready.append(&mut booked.once(now, &limits, &past));
        booked.rules.retain(|active| !matches!(active.rule.recurrence, RuleSchedule::Once { .. }));
        let routine = Routine::new(rules, routine, seed, &limits, &past);
        // Clock changes and the date line can move a day by two days at most.
        let margin = SignedDuration::from_hours(48);
        let ahead = SignedDuration::from_mins(i64::from(booked.longest_lead()) + MOVED_AT_MOST_MINUTES) + margin;
        let start = limits.local(now).date().checked_sub(margin).unwrap_or(Date::MIN);
        Self {
            now,
            routine_days: Days::new(start, routine.rules.is_empty(), SignedDuration::ZERO, &limits),
            booked_days: Days::new(start, booked.rules.is_empty(), ahead, &limits),
            limits,
            past,
            routine,
            booked,
            ready: ready.into_iter().filter(|found| found.at > now).map(|found| Reverse(Soonest(found))).collect(),
            found: Vec::new(),
        }
    }

    /// Looks at one more day: of the routine rules or of the booked ones, whichever of the two has got less far.
    fn advance(&mut self) {
        let of_routine = match (self.routine_days.next, self.booked_days.next) {
            (Some(_), Some(_)) => self.routine_days.reached <= self.booked_days.reached,
            (of_routine, _) => of_routine.is_some(),
        };
        let days = if of_routine { &mut self.routine_days } else { &mut self.booked_days };
        let Some(day) = days.next else { return };
        if of_routine {
            self.routine.on(&day, &self.limits, &self.past, &mut self.found);
        } else {
            self.booked.on(&day, &self.limits, &self.past, &mut self.found);
        }
        if !self.found.is_empty() {
            days.last = day.number + SEARCH_DAYS;
        }
        days.go_on(&day, &self.limits);
        let now = self.now;
        self.ready.extend(self.found.drain(..).filter(|found| found.at > now).map(|found| Reverse(Soonest(found))));
    }
}

impl Iterator for Plan<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        loop {
            let days = [&self.routine_days, &self.booked_days].into_iter().filter(|days| days.next.is_some());
            let reached = days.map(|days| days.reached).min();
            match (self.ready.peek(), reached) {
                (Some(Reverse(Soonest(soonest))), Some(reached)) if soonest.at >= reached => self.advance(),
                (None, Some(_)) => self.advance(),
                _ => return self.ready.pop().map(|Reverse(Soonest(soonest))| soonest),
            }
        }
    }
}

impl Days {
    fn new(start: Date, none: bool, ahead: SignedDuration, limits: &Limits<'_>) -> Self {
        let start = Day::new(start);
        let mut days =
            Self { next: Some(start), reached: Timestamp::MIN, ahead, last: start.number.saturating_add(SEARCH_DAYS) };
        days.reach(limits);
        if none {
            days.next = None;
        }
        days
    }

    fn go_on(&mut self, day: &Day, limits: &Limits<'_>) {
        self.next = day.next().filter(|next| next.number <= self.last);
        self.reach(limits);
    }

    fn reach(&mut self, limits: &Limits<'_>) {
        let Some(day) = self.next else { return };
        let midnight = limits.moment(day.date.to_datetime(Time::midnight()));
        let reached = midnight.and_then(|midnight| midnight.checked_sub(self.ahead).ok());
        self.reached = reached.unwrap_or(self.reached).max(self.reached);
        if limits.end().is_some_and(|end| end <= self.reached) {
            self.next = None;
        }
    }
}

impl Ord for Soonest {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.at, &self.0.id).cmp(&(other.0.at, &other.0.id))
    }
}

impl PartialOrd for Soonest {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Soonest {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Soonest {}
