//! The routine reminders of a day: which rules are due, which of them get the few places, and when they come.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use tend_protocol::DeviceId;

use super::{
    NudgeKind, Occurrence, Reason, RuleSchedule, Rules,
    active::ActiveRule,
    calendar::Day,
    limits::Limits,
    past::{Habit, Past, PastOfKind},
    preferences::MOST_A_DAY,
};
use crate::chance::chance;

/// How many days after the last reminder of a kind the next is looked for, to ask in it whether they still help. The rarest rule, when its
/// kind is backed off, comes every two years.
const ASK_WITHIN_DAYS: usize = 2 * 366 + 1;
/// On how many of these days other kinds may have all places, before it is given up: a plan has to be quick.
const ASK_WITHIN_TRIES: usize = 64;

/// All routine rules.
pub(super) struct Routine<'a> {
    pub(super) rules: Vec<ActiveRule<'a>>,
    a_day: usize,
    seed: u64,
    device: Option<DeviceId>,
    /// By kind, the one reminder that asks: its rule's place in the list, and the number of its day.
    asking: [Option<(usize, i32)>; NudgeKind::ALL.len()],
    /// Kept from day to day for its memory alone.
    candidates: Vec<Candidate>,
}

/// A rule that is due on a day.
struct Candidate {
    /// Who goes first: the session of the week, then kinds in the order of the day, then the rules of a kind.
    order: (bool, u64, u64),
    rule: usize,
    kind: NudgeKind,
    reason: Reason,
    tried: bool,
}

/// What a day makes of a kind.
#[derive(Clone, Copy)]
struct Today {
    done: bool,
    done_this_week: bool,
    backed_off: bool,
    habit: Habit,
    order: u64,
}

impl<'a> Routine<'a> {
    pub(super) fn new(
        rules: &Rules,
        active: Vec<ActiveRule<'a>>,
        seed: u64,
        limits: &Limits<'_>,
        past: &Past<'_>,
    ) -> Self {
        let mut routine = Self {
            rules: active,
            a_day: rules.preferences.routine_a_day.min(MOST_A_DAY).into(),
            seed,
            device: rules.device,
            asking: [None; NudgeKind::ALL.len()],
            candidates: Vec::new(),
        };
        if routine.a_day == 0 {
            routine.rules.clear();
        }
        for kind in NudgeKind::ALL {
            routine.asking[kind.index()] = routine.find_asking(kind, limits, past);
        }
        routine
    }

    /// The first reminder of a kind that asks, after the last one that was shown. It is found from there and not from the start of the
    /// plan, so that every plan finds the same one.
    fn find_asking(&mut self, kind: NudgeKind, limits: &Limits<'_>, past: &Past<'_>) -> Option<(usize, i32)> {
        let after = past.of(kind).ask_after?;
        let mut day = Some(Day::new(limits.local(after).date()));
        let last = limits.end().map_or(Date::MAX, |end| limits.local(end).date());
        let (mut found, mut tries) = (Vec::new(), 0);
        for _ in 0..ASK_WITHIN_DAYS {
            let today = day.filter(|day| day.date <= last && tries < ASK_WITHIN_TRIES)?;
            day = today.next();
            let due = |active: &ActiveRule<'_>| {
                active.rule.kind == kind && active.rule.recurrence.ordinal(active.seed, &today).is_some()
            };
            if !self.rules.iter().any(due) {
                continue;
            }
            self.on(&today, limits, past, &mut found);
            tries += usize::from(!found.is_empty());
            let of_kind = found.drain(..).filter(|found| found.kind == kind && found.at > after);
            if let Some(first) = of_kind.min_by_key(|found| found.at) {
                let rule = self.rules.iter().position(|active| active.rule.id == first.rule)?;
                return Some((rule, today.number));
            }
        }
        None
    }

    /// Puts the reminders of a day into `into`, in no order.
    pub(super) fn on(&mut self, day: &Day, limits: &Limits<'_>, past: &Past<'_>, into: &mut Vec<Occurrence>) {
        let places = self.a_day.saturating_sub(past.routine_on(day.number));
        if places == 0 || limits.is_off(day.week()) || limits.is_gentle(day.date) || limits.pause_through(day) {
            return;
        }
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.clear();
        self.find_due(day, past, &mut candidates);
        candidates.sort_unstable_by_key(|candidate| (candidate.order, candidate.rule));
        let start = into.len();
        let mut taken = [0; NudgeKind::ALL.len()];
        // A second of a kind only gets a place that no other kind wants.
        for round in 0..places {
            for candidate in &mut candidates {
                let taken = &mut taken[candidate.kind.index()];
                if into.len() - start == places || candidate.tried || *taken > round {
                    continue;
                }
                candidate.tried = true;
                if let Some(occurrence) = self.occurrence(candidate, day, limits, past) {
                    into.push(occurrence);
                    *taken += 1;
                }
            }
        }
        self.candidates = candidates;
    }

    fn find_due(&self, day: &Day, past: &Past<'_>, candidates: &mut Vec<Candidate>) {
        let today = NudgeKind::ALL.map(|kind| Today::new(past.of(kind), kind, day, self.seed));
        for (rule, active) in self.rules.iter().enumerate() {
            let (kind, anchor) = (active.rule.kind, active.rule.is_anchor());
            let today = today[kind.index()];
            if today.done || (anchor && today.done_this_week) {
                continue;
            }
            let Some(ordinal) = active.rule.recurrence.ordinal(active.seed, day) else { continue };
            let Some(reason) = today.keeps(active, ordinal) else { continue };
            let order = (!anchor, today.order, chance(active.seed, &[b"order", &day.number.to_le_bytes()]));
            candidates.push(Candidate { order, rule, kind, reason, tried: false });
        }
    }

    fn occurrence(&self, due: &Candidate, day: &Day, limits: &Limits<'_>, past: &Past<'_>) -> Option<Occurrence> {
        let rule = self.rules[due.rule].rule;
        let (at, local) = place(&self.rules[due.rule], day, limits)?;
        let id = format!("{}@{}", rule.id, day.date);
        if past.has_fired(&id) {
            return None;
        }
        let (earliest, latest) = limits.around(at, Some(local.date()));
        Some(Occurrence {
            id,
            rule: rule.id.clone(),
            kind: due.kind,
            at,
            local,
            day: day.date,
            device: self.device,
            routine: true,
            reason: due.reason,
            cue: rule.cue.clone(),
            about: rule.about.clone(),
            moment: None,
            asks: self.asking[due.kind.index()] == Some((due.rule, day.number)),
            lead: None,
            earliest,
            latest,
        })
    }
}

/// When a rule's reminder of a day comes. A time that clocks skip is as much later as they skip, also when that is on the next date; what
/// skips a whole day takes its reminders with it. A time in quiet hours becomes their end, if that is among the rule's hours or these are
/// quiet from end to end. What is then on a date that the hours do not reach does not come.
fn place(active: &ActiveRule<'_>, day: &Day, limits: &Limits<'_>) -> Option<(Timestamp, DateTime)> {
    let resolve = |wanted: DateTime| {
        let at = limits.moment(wanted)?;
        let local = limits.local(at);
        (local.duration_since(wanted).as_hours() < 24).then_some((at, local))
    };
    let ([first, last, until], drawn) = (active.hours(day.date), resolve(active.time(day))?);
    let allowed = |(at, local): &(Timestamp, DateTime)| {
        limits.allow(*at, *local) && !limits.is_off(Day::new(local.date()).week())
    };
    if !limits.quiet.contains(drawn.1.time()) {
        return Some(drawn).filter(allowed);
    }
    let end = limits.quiet.end(drawn.1);
    let of_quiet = |time: DateTime| limits.quiet.contains(time.time()).then(|| limits.quiet.end(time));
    let all_quiet = of_quiet(first).is_some() && of_quiet(first) == of_quiet(last);
    let reached = end.date() <= last.date() && (all_quiet || end <= until);
    resolve(end).filter(|_| reached).filter(allowed)
}

impl Today {
    fn new(past: &PastOfKind, kind: NudgeKind, day: &Day, seed: u64) -> Self {
        Self {
            done: past.is_done_on(day.number),
            done_this_week: past.is_done_in_week_of(day.number),
            backed_off: past.backed_off,
            habit: past.habit(day.number),
            order: chance(seed, &[kind.name().as_bytes(), &day.number.to_le_bytes()]),
        }
    }

    /// Whether a rule's day with this ordinal stays when its kind comes less often, and why the rule reminds. Every so many ordinals one
    /// stays, whenever the plan is made.
    fn keeps(&self, active: &ActiveRule<'_>, ordinal: i64) -> Option<Reason> {
        let rule = active.rule;
        let tapers = rule.cue.is_some() || rule.recurrence == RuleSchedule::Daily;
        let habit = if tapers { self.habit } else { Habit::Loose };
        let tapered = match habit {
            Habit::Loose => 1,
            Habit::Regular => 2,
            Habit::Settled => rule.recurrence.days_a_week().max(2),
        };
        let one_of = if self.backed_off { tapered * 2 } else { tapered };
        let which = (active.seed % one_of as u64) as i64;
        (ordinal.rem_euclid(one_of) == which).then(|| match (&rule.recurrence, habit) {
            _ if self.backed_off => Reason::HalfAsOften,
            (_, Habit::Regular | Habit::Settled) => Reason::CueTaper,
            _ if rule.kind == NudgeKind::Surprise => Reason::Surprise,
            (RuleSchedule::TimesAWeek { times }, _) => Reason::ChosenTimes { times: *times },
            _ => Reason::ChosenDays,
        })
    }
}
