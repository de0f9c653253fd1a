//! What tests are written with.

use std::sync::LazyLock;

use jiff::{
    SignedDuration, Timestamp, ZonedDateTime,
    civil::{Date, Time},
    tz::TimeZone,
};
use tend_protocol::DeviceId;

use crate::{content::Words, nudges::*};

pub(super) const PHONE: DeviceId = DeviceId([1; 32]);
pub(super) const TABLET: DeviceId = DeviceId([2; 32]);
pub(super) const SEED: u64 = 7;

/// Zones that differ from each other in what their clocks do, and some where most people live.
pub(super) const ZONES: [&str; 48] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "America/Anchorage",
    "America/Asuncion",
    "America/Chicago",
    "America/Godthab",
    "America/Havana",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/Miquelon",
    "America/New_York",
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Atlantic/Reykjavik",
    "Australia/Adelaide",
    "Australia/Eucla",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Lisbon",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
    "Pacific/Norfolk",
];

pub(super) fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn clock(text: &str) -> Time {
    text.parse().unwrap()
}

pub(super) fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

pub(super) fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// A rule with these hours, such as "09:00-17:00" or "09:00".
pub(super) fn rule(id: &str, kind: NudgeKind, recurrence: RuleSchedule, hours: &str) -> NudgeRule {
    let (from, until) = hours.split_once('-').unwrap_or((hours, hours));
    let (from, until) = (clock(from), clock(until));
    NudgeRule { id: id.into(), kind, on: true, recurrence, from, until, cue: None, about: None, leads: Vec::new() }
}

pub(super) fn weekly(days: impl IntoIterator<Item = u8>) -> RuleSchedule {
    RuleSchedule::Weekly { days: days.into_iter().collect() }
}

pub(super) fn rules(rules: impl IntoIterator<Item = NudgeRule>) -> Rules {
    let device = Some(PHONE);
    Rules { preferences: NudgePreferences::default(), rules: rules.into_iter().collect(), device }
}

/// Rules without quiet hours, of which a day has room for three.
pub(super) fn open_rules(list: impl IntoIterator<Item = NudgeRule>) -> Rules {
    let mut rules = rules(list);
    rules.preferences.quiet_from = Time::midnight();
    rules.preferences.quiet_until = Time::midnight();
    rules.preferences.routine_a_day = 3;
    rules
}

/// The plan of some days, in UTC unless said otherwise.
pub(super) struct Planned<'a> {
    pub(super) rules: &'a Rules,
    pub(super) history: History,
    pub(super) zone: TimeZone,
}

impl<'a> Planned<'a> {
    pub(super) fn of(rules: &'a Rules) -> Self {
        Self { rules, history: History::default(), zone: TimeZone::UTC }
    }

    pub(super) fn after(self, history: &History) -> Self {
        Self { history: history.clone(), ..self }
    }

    pub(super) fn in_zone(self, name: &str) -> Self {
        Self { zone: zone(name), ..self }
    }

    pub(super) fn between(&self, from: Timestamp, until: Timestamp) -> Vec<Occurrence> {
        let plan = plan(self.rules, &self.history, from, &self.zone, SEED);
        plan.take_while(|occurrence| occurrence.at < until).collect()
    }

    pub(super) fn for_days(&self, from: &str, count: i64) -> Vec<Occurrence> {
        self.between(at(from), at(from) + days(count))
    }

    /// The local times at which it reminds.
    pub(super) fn times(&self, from: &str, count: i64) -> Vec<String> {
        self.for_days(from, count)
            .iter()
            .map(|occurrence| occurrence.local.strftime("%m-%d %H:%M").to_string())
            .collect()
    }
}

/// An occurrence as it is remembered once it was shown.
pub(super) fn fired(occurrence: &Occurrence, answered: bool) -> Fired {
    Fired { answered, ..Fired::of(occurrence.clone()) }
}

pub(super) fn done(kind: NudgeKind, date: &str) -> Done {
    Done { kind, at: at(&format!("{date}T12:00Z")), day: day(date) }
}

static ENGLISH: LazyLock<Words> = LazyLock::new(Words::default);

/// Now, in a zone.
pub(super) fn now(text: &str, name: &str) -> ZonedDateTime {
    at(text).to_zoned_datetime(zone(name))
}

/// All that decides, on the phone and in English.
pub(super) fn input(now: &ZonedDateTime, rules: Rules, history: History) -> NudgesInput<'_> {
    NudgesInput { now, words: &ENGLISH, rules, history, seed: SEED, this_device: PHONE }
}
