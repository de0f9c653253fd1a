//! What the person asked to be reminded of: appointments, occasions, and what was snoozed.

use std::collections::BTreeMap;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use tend_protocol::DeviceId;

use super::{
    Fired, History, NudgeKind, NudgeRule, Occurrence, Reason, RuleSchedule,
    active::ActiveRule,
    calendar::{Day, number},
    limits::{Limits, floor, shift},
    past::{Past, SNOOZED},
};

/// How long before quiet hours a reminder comes that would be in them, in minutes.
const BEFORE_QUIET_MINUTES: i64 = 15;
/// A reminder that quiet hours would move further than this does not come, in minutes: two days.
pub(super) const MOVED_AT_MOST_MINUTES: i64 = 2 * 24 * 60;

/// All booked rules.
pub(super) struct Booked<'a> {
    pub(super) rules: Vec<ActiveRule<'a>>,
    pub(super) device: Option<DeviceId>,
}

/// A moment that is booked.
struct Booking<'a> {
    rule: &'a NudgeRule,
    /// The id of its reminders, up to the lead.
    id: String,
    /// The local date that it is for.
    day: Date,
    /// When, as local time or as a moment.
    when: When,
}

#[derive(Clone, Copy)]
enum When {
    Local(DateTime),
    Moment(Timestamp),
}

impl Booked<'_> {
    /// The longest time between a reminder and its moment, as the rules say it, in minutes.
    pub(super) fn longest_lead(&self) -> u32 {
        self.rules.iter().flat_map(|active| active.rule.leads.iter().copied()).max().unwrap_or(0)
    }

    /// The reminders of all single moments after `now`, in no order.
    pub(super) fn once(&self, now: Timestamp, limits: &Limits<'_>, past: &Past<'_>) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for rule in self.rules.iter().map(|active| active.rule) {
            if let RuleSchedule::Once { at } = rule.recurrence
                && at > now
            {
                let at = floor(at);
                // The moment and not the local date, which is another elsewhere: a reminder that was shown stays shown after travelling.
                let id = format!("{}@{}", rule.id, at.strftime("%Y-%m-%dT%H:%MZ"));
                let booking = Booking { rule, id, day: limits.local(at).date(), when: When::Moment(at) };
                self.remind(&booking, limits, past, &mut found);
            }
        }
        found
    }

    /// Puts the reminders of what is booked for a day into `into`, in no order.
    pub(super) fn on(&self, day: &Day, limits: &Limits<'_>, past: &Past<'_>, into: &mut Vec<Occurrence>) {
        for active in self.rules.iter().filter(|active| active.rule.recurrence.ordinal(active.seed, day).is_some()) {
            let id = format!("{}@{}", active.rule.id, day.date);
            self.remind(
                &Booking { rule: active.rule, id, day: day.date, when: When::of(active, day) },
                limits,
                past,
                into,
            );
        }
    }

    fn remind(&self, booking: &Booking<'_>, limits: &Limits<'_>, past: &Past<'_>, into: &mut Vec<Occurrence>) {
        if past.is_done(booking.rule.kind, false, booking.day) {
            return;
        }
        let mut leads = booking.rule.leads.clone();
        if leads.is_empty() {
            leads.push(0);
        }
        leads.sort_unstable();
        leads.dedup();
        // Quiet hours may move several to one moment; the shortest is enough then. It is so before asking which were shown, for else the
        // others would come in its place.
        let mut taken = Vec::new();
        for lead in leads {
            let Some(at) = booking.when.before(lead, limits).and_then(|at| before_quiet(at, limits)) else { continue };
            if !taken.contains(&at) {
                taken.push(at);
                into.extend(self.occurrence(booking, lead, at, limits, past));
            }
        }
    }

    fn occurrence(
        &self,
        booking: &Booking<'_>,
        lead: u32,
        at: Timestamp,
        limits: &Limits<'_>,
        past: &Past<'_>,
    ) -> Option<Occurrence> {
        let (id, local) = (format!("{}/{lead}", booking.id), limits.local(at));
        if past.has_fired(&id) || !limits.allow(at, local) {
            return None;
        }
        let (earliest, latest) = limits.around(at, None);
        let yearly = booking.rule.kind == NudgeKind::Occasion;
        Some(Occurrence {
            id,
            rule: booking.rule.id.clone(),
            kind: booking.rule.kind,
            at,
            local,
            day: booking.day,
            device: self.device,
            routine: false,
            reason: if yearly { Reason::Yearly } else { Reason::Booked { lead } },
            cue: booking.rule.cue.clone(),
            about: booking.rule.about.clone(),
            moment: booking.when.before(0, limits),
            asks: false,
            lead: Some(lead),
            earliest,
            latest,
        })
    }
}

impl When {
    /// When a rule is, on a day of its own.
    fn of(active: &ActiveRule<'_>, day: &Day) -> Self {
        match active.rule.recurrence {
            RuleSchedule::Once { at } => Self::Moment(floor(at)),
            _ => Self::Local(active.time(day)),
        }
    }

    /// The moment this many minutes before. Whole days before a local time are days of the calendar, whatever clocks do in between.
    fn before(self, lead: u32, limits: &Limits<'_>) -> Option<Timestamp> {
        match self {
            Self::Moment(at) => Some(shift(at, -i64::from(lead))),
            Self::Local(local) => {
                let (days, minutes) = (lead / (24 * 60), lead % (24 * 60));
                let days = jiff::SignedDuration::from_hours(i64::from(days) * 24);
                let at = limits.moment(local.checked_sub(days).ok()?)?;
                Some(shift(at, -i64::from(minutes)))
            }
        }
    }
}

/// The moment itself or, in quiet hours, one before they began; never a later one.
fn before_quiet(at: Timestamp, limits: &Limits<'_>) -> Option<Timestamp> {
    let local = limits.local(at);
    if !limits.quiet.contains(local.time()) {
        return Some(at);
    }
    let mut earlier = shift(limits.moment(limits.quiet.start(local))?, -BEFORE_QUIET_MINUTES);
    // Where clocks change around the start of the quiet hours, a quarter of an hour before it can still be quiet, or too late.
    while earlier > at || limits.quiet.contains(limits.local(earlier).time()) {
        if earlier < shift(at, -MOVED_AT_MOST_MINUTES) {
            return None;
        }
        earlier = shift(earlier, -BEFORE_QUIET_MINUTES);
    }
    (earlier >= shift(at, -MOVED_AT_MOST_MINUTES)).then_some(earlier)
}

/// Puts what was snoozed into `into`, in no order: each once, at the moment that was chosen last. What cannot be after `now` may be missing.
pub(super) fn snoozed(
    history: &History,
    rules: &BTreeMap<&str, &ActiveRule<'_>>,
    device: Option<DeviceId>,
    now: Timestamp,
    limits: &Limits<'_>,
    past: &Past<'_>,
) -> Vec<Occurrence> {
    let mut last: BTreeMap<&str, (Timestamp, Timestamp, &Fired)> = BTreeMap::new();
    for fired in &history.fired {
        let Some(until) = fired.snoozed_until.filter(|_| !past.was_answered(&fired.id)) else { continue };
        let wanted = (fired.at, floor(until), fired);
        let known = last.entry(&fired.id).or_insert(wanted);
        if (wanted.0, wanted.1, fired.day, fired.kind) > (known.0, known.1, known.2.day, known.2.kind) {
            *known = wanted;
        }
    }
    let soon = last.into_iter().filter(|(_, (_, until, _))| shift(*until, 2 * MOVED_AT_MOST_MINUTES) > now);
    let again = soon.filter_map(|(id, (_, until, fired))| {
        let active = rules.get(fired.rule.as_str()).filter(|active| active.rule.kind == fired.kind)?;
        let id = next_id(id).filter(|id| !past.has_fired(id))?;
        let at = after_quiet(until, limits)?;
        let local = limits.local(at);
        let days = fired.day..=local.date().max(fired.day);
        let comes = limits.allow(at, local) && !is_done_by(active.rule, days, past);
        comes.then(|| again(active, fired, id, (at, local), device, limits))
    });
    again.collect()
}

fn again(
    active: &ActiveRule<'_>,
    fired: &Fired,
    id: String,
    (at, local): (Timestamp, DateTime),
    device: Option<DeviceId>,
    limits: &Limits<'_>,
) -> Occurrence {
    let (earliest, latest) = limits.around(at, None);
    let rule = active.rule;
    let booked = rule.kind.is_booked().then(|| When::of(active, &Day::new(fired.day)));
    Occurrence {
        id,
        rule: rule.id.clone(),
        kind: rule.kind,
        at,
        local,
        day: fired.day,
        device,
        routine: false,
        reason: Reason::Snoozed,
        cue: rule.cue.clone(),
        about: rule.about.clone(),
        moment: booked.and_then(|when| when.before(0, limits)),
        asks: false,
        lead: None,
        earliest,
        latest,
    }
}

/// Whether a rule's kind was done in these days or, of an anchor, in the week of the first.
fn is_done_by(rule: &NudgeRule, days: std::ops::RangeInclusive<Date>, past: &Past<'_>) -> bool {
    let done = past.of(rule.kind).days_done(number(*days.start()), number(*days.end()) + 1);
    done > 0 || past.is_done(rule.kind, rule.is_anchor(), *days.start())
}

/// The id of a reminder that was snoozed once more.
fn next_id(id: &str) -> Option<String> {
    let Some((first, times)) = id.rsplit_once(SNOOZED) else { return Some(format!("{id}{SNOOZED}1")) };
    Some(format!("{first}{SNOOZED}{}", times.parse::<u32>().ok()?.checked_add(1)?))
}

/// The moment itself or, in quiet hours, their end; never an earlier one.
fn after_quiet(at: Timestamp, limits: &Limits<'_>) -> Option<Timestamp> {
    let local = limits.local(at);
    if !limits.quiet.contains(local.time()) {
        return Some(at);
    }
    let mut later = limits.moment(limits.quiet.end(local))?;
    // Where clocks change around the end of the quiet hours, it can be quiet again.
    while later < at || limits.quiet.contains(limits.local(later).time()) {
        if later > shift(at, MOVED_AT_MOST_MINUTES) {
            return None;
        }
        later = shift(later, BEFORE_QUIET_MINUTES);
    }
    Some(later)
}
