//! Random rules, preferences and histories.

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::support::{PHONE, TABLET, ZONES, at, day, days, fired, zone};
use crate::nudges::*;

/// All that a plan is made of.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) rules: Rules,
    pub(super) history: History,
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
    pub(super) seed: u64,
}

impl Case {
    /// The plan from `now` for some days.
    pub(super) fn plan(&self, now: Timestamp, count: i64) -> Vec<Occurrence> {
        let end = self.now + days(count);
        let plan = plan(&self.rules, &self.history, now, &self.zone, self.seed);
        plan.take_while(|occurrence| occurrence.at < end).collect()
    }
}

/// How one reminder went: shown, answered, and after how many hours it is wanted again.
type Response = (bool, bool, Option<i64>);

pub(super) fn case() -> impl Strategy<Value = Case> {
    let place = (select(ZONES.as_slice()), now(), any::<u64>());
    let wishes = (vec(any_rule(), 1..12), preferences(), any::<bool>());
    let responses = vec((any::<bool>(), prop::bool::weighted(0.2), option::weighted(0.2, 0..60i64)), 0..60);
    let done = vec((select(NudgeKind::ALL.as_slice()), -40..20i64), 0..60);
    (place, wishes, responses, done).prop_map(|((name, now, seed), (list, preferences, tablet), responses, done)| {
        let zone = zone(name);
        let now = near_change(now, &zone, seed);
        let device = Some(if tablet { TABLET } else { PHONE });
        let rules =
            Rules { preferences, rules: list.into_iter().enumerate().map(|(n, of)| of.at(n, now)).collect(), device };
        let history =
            History { done: done.iter().map(|done| at_day(*done, now, &zone)).collect(), ..History::default() };
        let mut case = Case { rules, history, now, zone, seed };
        case.history.fired = case.respond(&responses);
        case
    })
}

impl Case {
    /// What was shown in the time before `now`, and a little after: the clock may have been set back.
    fn respond(&self, responses: &[Response]) -> Vec<Fired> {
        let from = self.now - days(15);
        let plan = plan(&self.rules, &self.history, from, &self.zone, self.seed);
        let shown = plan.take_while(|coming| coming.at < self.now + days(3)).zip(responses);
        let shown = shown.filter(|(_, (shown, ..))| *shown).map(|(coming, (_, answered, snoozed))| Fired {
            snoozed_until: snoozed.map(|hours| coming.at + SignedDuration::from_hours(hours)),
            ..fired(&coming, *answered)
        });
        shown.collect()
    }
}

fn at_day((kind, ahead): (NudgeKind, i64), now: Timestamp, zone: &TimeZone) -> Done {
    let at = now + days(ahead);
    Done { kind, at, day: zone.to_datetime(at).date() }
}

fn now() -> impl Strategy<Value = Timestamp> {
    (at("2024-01-01T00:00Z").as_second()..at("2032-12-31T00:00Z").as_second())
        .prop_map(|second| Timestamp::from_second(second).unwrap())
}

/// Half of the time, up to three days before clocks change.
fn near_change(now: Timestamp, zone: &TimeZone, seed: u64) -> Timestamp {
    let change = zone.following(now).next().filter(|change| change.timestamp() < at("2033-01-01T00:00Z"));
    match change {
        Some(change) if seed.is_multiple_of(2) => change.timestamp() - SignedDuration::from_mins((seed % 4320) as i64),
        _ => now,
    }
}

/// A rule whose id and moment are still to be chosen.
#[derive(Debug, Clone)]
struct AnyRule {
    kind: NudgeKind,
    on: bool,
    recurrence: RuleSchedule,
    hours: (Time, Time),
    cue: bool,
    leads: Vec<u32>,
    minutes_ahead: i64,
}

impl AnyRule {
    fn at(self, number: usize, now: Timestamp) -> NudgeRule {
        let moment = now + SignedDuration::from_mins(self.minutes_ahead);
        let recurrence = match (self.recurrence, self.kind.is_booked()) {
            (RuleSchedule::Once { .. }, true) => RuleSchedule::Once { at: moment },
            (RuleSchedule::Once { .. }, false) | (RuleSchedule::TimesAWeek { .. }, true) => RuleSchedule::Daily,
            (other, _) => other,
        };
        NudgeRule {
            id: format!("rule-{number}"),
            kind: self.kind,
            on: self.on,
            recurrence,
            from: self.hours.0,
            until: self.hours.1,
            cue: self.cue.then(|| "after the first coffee".into()),
            about: None,
            leads: if self.kind.is_booked() { self.leads } else { Vec::new() },
        }
    }
}

fn any_rule() -> impl Strategy<Value = AnyRule> {
    let kind = select(NudgeKind::ALL.as_slice());
    let leads = vec(prop_oneof![Just(0u32), Just(15), Just(60), Just(1440), 0..30_000u32], 0..4);
    let rest = (any::<bool>(), leads, -3000..30_000i64);
    (kind, prop::bool::weighted(0.9), recurrence(), any_hours(), rest).prop_map(
        |(kind, on, recurrence, hours, (cue, leads, minutes_ahead))| AnyRule {
            kind,
            on,
            recurrence,
            hours,
            cue,
            leads,
            minutes_ahead,
        },
    )
}

fn recurrence() -> impl Strategy<Value = RuleSchedule> {
    let leap = select([LeapRule::February28, LeapRule::March1, LeapRule::Both].as_slice());
    prop_oneof![
        3 => Just(RuleSchedule::Daily),
        2 => prop::collection::btree_set(1..=7u8, 1..5).prop_map(|days| RuleSchedule::Weekly { days }),
        2 => (1..=7u8).prop_map(|times| RuleSchedule::TimesAWeek { times }),
        1 => (2..40u16).prop_map(|days| RuleSchedule::EveryDays { days, from: day("2024-01-01") }),
        1 => (1..=31u8).prop_map(|day| RuleSchedule::Monthly { day }),
        1 => (1..=12u8, 1..=28u8, leap.clone()).prop_map(|(month, day, leap)| RuleSchedule::Yearly { month, day, leap }),
        1 => leap.prop_map(|leap| RuleSchedule::Yearly { month: 2, day: 29, leap }),
        2 => Just(RuleSchedule::Once { at: Timestamp::UNIX_EPOCH }),
    ]
}

fn minute() -> impl Strategy<Value = Time> {
    prop_oneof![0..1440i32, 60..240i32]
        .prop_map(|minute| Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).unwrap())
}

/// Hours of a rule; a third of them a single time, and some over midnight.
fn any_hours() -> impl Strategy<Value = (Time, Time)> {
    (minute(), minute(), 0..4u8).prop_map(|(one, other, which)| match which {
        0 => (one, one),
        1 => (one, one.wrapping_add(SignedDuration::from_mins(i64::from(other.hour()) * 30))),
        _ => (one.min(other), one.max(other)),
    })
}

fn preferences() -> impl Strategy<Value = NudgePreferences> {
    let quiet = prop_oneof![
        1 => Just((Time::midnight(), Time::midnight())),
        2 => Just((NudgePreferences::default().quiet_from, NudgePreferences::default().quiet_until)),
        3 => (minute(), minute()),
    ];
    let pause = (now(), option::weighted(0.8, 0..5_000_000i64)).prop_map(|(from, seconds)| NudgePause {
        from,
        until: seconds.map(|seconds| from + SignedDuration::from_secs(seconds)),
    });
    let pause = pause.prop_map(|pause| NudgePause { from: whole(pause.from), until: pause.until.map(whole) });
    let gentle = (1..=12u8, 1..=28u8, option::of(2024..2033i16));
    let gentle = gentle.prop_map(|(month, day, year)| GentleDay { month, day, year });
    let off = (0..470i64).prop_map(|week| day("2024-01-01") + days(7 * week));
    let lists = (
        prop::collection::btree_set(select(NudgeKind::ALL.as_slice()), 0..3),
        prop::collection::btree_set(off, 0..80),
        vec(gentle, 0..20),
        vec(pause, 0..3),
        prop::collection::btree_map(select(NudgeKind::ALL.as_slice()), any_hours(), 0..3),
    );
    (quiet, 0..=4u8, lists).prop_map(|((quiet_from, quiet_until), routine_a_day, lists)| {
        let (switched_off, off_weeks, gentle_days, pauses, windows) = lists;
        NudgePreferences {
            quiet_from,
            quiet_until,
            switched_off,
            routine_a_day,
            off_weeks,
            gentle_days,
            pauses,
            windows,
        }
    })
}

fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second() / 60 * 60).unwrap()
}
