//! What the tests are given: windows, zones and weeks, made up and written down.

use jiff::{Timestamp, civil::Time, tz::TimeZone};
use proptest::{collection::vec, prelude::*, sample::select};

use super::super::{Amount, Availability, Slot, TimeWindow, Week, Weekday, availability::zone, slot::later};

/// With every offset and every manner of changing the clock that there is: by half an hour, by two hours, at midnight, before
/// midnight, the other way round, around Ramadan, and never.
pub const ZONES: [&str; 48] = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Atlantic/Azores",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/Chisinau",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Adak",
    "Pacific/Honolulu",
    "America/St_Johns",
    "America/Halifax",
    "America/Havana",
    "America/Santiago",
    "Pacific/Easter",
    "America/Asuncion",
    "America/Sao_Paulo",
    "America/Nuuk",
    "America/Scoresbysund",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Gaza",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Yangon",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Eucla",
    "Australia/Adelaide",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Antarctica/Troll",
];

pub fn a_zone() -> impl Strategy<Value = String> {
    select(&ZONES[..]).prop_map(String::from)
}

/// Any week from 2024 to 2032.
pub fn a_week() -> impl Strategy<Value = Week> {
    let (first, last) = (week("2024-W01"), week("2032-W53"));
    (0..=last.since(first)).prop_map(move |number| (0..number).fold(first, |week, _| week.next()))
}

/// A week from 2024 to 2032 in which, or next to which, the clocks of a zone change; any, if they never do.
fn a_week_of_change(zone_name: &str) -> BoxedStrategy<Week> {
    let (zone, until) = (zone(zone_name).unwrap(), at("2032-12-20T00:00Z"));
    let changes = zone.following(at("2024-01-15T00:00Z")).map(|change| change.timestamp());
    let changes: Vec<Timestamp> = changes.take_while(|change| *change < until).collect();
    if changes.is_empty() {
        return a_week().boxed();
    }
    let near = prop_oneof![Just(-7), Just(0), Just(0), Just(7)];
    (select(changes), near).prop_map(|(change, days)| Week::of(later(change, days * 86_400), &TimeZone::UTC)).boxed()
}

/// Windows at whole five minutes: some at whole hours, as people write them, and many at night, when clocks change.
fn a_window() -> impl Strategy<Value = TimeWindow> {
    let five_minutes = prop_oneof![0..287_i32, (0..24_i32).prop_map(|hour| hour * 12), 0..42_i32];
    let length = prop_oneof![1..=180_i32, 6..=36_i32];
    (select([&Weekday::ALL[..], &[Weekday::Sunday; 3]].concat()), five_minutes, length).prop_map(
        |(day, from, length)| {
            let time = |fives: i32| Time::midnight() + jiff::SignedDuration::from_mins(i64::from(fives) * 5);
            let until = if from + length >= 288 { Time::midnight() } else { time(from + length) };
            TimeWindow { day, from: time(from), until }
        },
    )
}

/// Any availability that is valid.
pub fn an_availability() -> impl Strategy<Value = Availability> {
    (vec(a_window(), 1..=20), a_zone(), select(&[Amount::Light, Amount::Steady, Amount::Deep][..]))
        .prop_map(|(windows, zone, amount)| Availability { windows, zone, amount })
}

pub fn a_length() -> impl Strategy<Value = u16> {
    select(&[10_u16, 15, 20, 30, 45, 60, 90, 7, 120][..])
}

/// An instant of a week, or shortly before or after it.
pub fn an_instant(week: Week) -> impl Strategy<Value = Timestamp> {
    (-3600..7 * 86_400 + 3600_i64).prop_map(move |second| later(week.start(&TimeZone::UTC), second))
}

/// Two people, a week, an instant about it, and what is taken in it. In most of the weeks the clocks of one of the two change, or did
/// just before, or are about to.
pub fn a_scene() -> impl Strategy<Value = (Availability, Availability, (Week, Timestamp, Vec<Slot>))> {
    let week = |zone_name: &str| prop_oneof![1 => a_week(), 4 => a_week_of_change(zone_name)];
    let people = (an_availability(), an_availability());
    people.prop_flat_map(move |(mine, partner)| {
        let moment = week(&mine.zone).prop_flat_map(|week| {
            let taken = (an_instant(week), 0..600_u16).prop_map(|(at, minutes)| Slot { at, minutes });
            (Just(week), an_instant(week), vec(taken, 0..3))
        });
        (Just(mine), Just(partner), moment)
    })
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn week(text: &str) -> Week {
    text.parse().unwrap()
}

pub fn slot(text: &str, minutes: u16) -> Slot {
    Slot { at: at(text), minutes }
}

/// Windows written as `18:00-20:00`, the same on all these days (1 is Monday).
pub fn windows(days: &[u8], times: &[&str]) -> Vec<TimeWindow> {
    let on_day = |day: &u8| {
        let day = Weekday::try_from(*day).unwrap();
        times.iter().map(move |time| {
            let (from, until) = time.split_once('-').unwrap();
            TimeWindow { day, from: from.parse().unwrap(), until: until.parse().unwrap() }
        })
    };
    days.iter().flat_map(on_day).collect()
}

pub fn free(zone: &str, days: &[u8], times: &[&str]) -> Availability {
    Availability { windows: windows(days, times), zone: zone.into(), amount: Amount::Steady }
}

/// Slots as a person reads them in a zone.
pub fn read(slots: &[Slot], zone_name: &str) -> Vec<String> {
    let zone = zone(zone_name).unwrap();
    slots.iter().map(|slot| zone.to_datetime(slot.at).strftime("%a %H:%M").to_string()).collect()
}
