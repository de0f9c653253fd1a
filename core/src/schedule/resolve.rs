//! From windows, which go by the clock, to stretches of time.
//!
//! An instant is in a window when the clock then shows a time of it. When the clock is set back and shows an hour twice, the first
//! counts: so a time on the clock is one instant, and "at 02:30" needs no question back. When it is set forward, a window that is in
//! the skipped hour is not there; one that starts in it starts later by what is skipped, as all of Tend's times do (02:30 becomes
//! 03:30); one that ends in it ends where the clock jumps.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};

use super::{Availability, TimeWindow, Week, Weekday, slot::later};

/// A stretch of time from an instant up to another, which is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) from: Timestamp,
    pub(super) until: Timestamp,
}

/// A stretch of time in which the clock runs evenly, by what it shows.
struct ClockRun {
    from: DateTime,
    until: DateTime,
    offset: Offset,
}

/// All stretches of the windows around a week, in order, with time between each two. Windows that touch, as over midnight, are one.
///
/// `availability` is in its normal form, and `zone` is its zone.
pub(super) fn stretches(availability: &Availability, zone: &TimeZone, week: Week) -> Vec<Stretch> {
    // A day is up to 26 hours away from that in UTC, and a session may end in the next week.
    let (start, end) = (week.start(&TimeZone::UTC), week.end(&TimeZone::UTC));
    let around = Stretch { from: later(start, -2 * 86_400), until: later(end, 2 * 86_400) };
    let (first, last) = (zone.to_datetime(around.from).date(), zone.to_datetime(around.until).date());
    let runs = runs(zone, around);
    let mut found = Vec::new();
    for date in first.series(jiff::Span::new().days(1)).take_while(|date| *date <= last) {
        let day = Weekday::of(date);
        for window in availability.windows.iter().filter(|window| window.day == day) {
            found.extend(on_date(*window, date, zone, &runs));
        }
    }
    joined(found)
}

/// What both have, in order, with time between each two.
pub(super) fn overlap(one: &[Stretch], other: &[Stretch]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for a in one {
        for b in other {
            let both = Stretch { from: a.from.max(b.from), until: a.until.min(b.until) };
            if both.from < both.until {
                found.push(both);
            }
        }
    }
    found
}

/// The stretches of a window on a date: one, or none, or two around a repeated hour.
fn on_date(window: TimeWindow, date: Date, zone: &TimeZone, runs: &[ClockRun]) -> Vec<Stretch> {
    let (start, end) = (window.start_on(date), window.end_on(date));
    let earliest = zone.to_ambiguous_timestamp(start).compatible().unwrap_or(Timestamp::MAX);
    let parts = runs.iter().filter_map(|run| {
        let from = run.offset.to_timestamp(start.max(run.from)).ok()?.max(earliest);
        let until = run.offset.to_timestamp(end.min(run.until)).ok()?;
        (from < until).then_some(Stretch { from, until })
    });
    parts.collect()
}

/// How the clock runs in a stretch of time, without what it shows a second time.
fn runs(zone: &TimeZone, around: Stretch) -> Vec<ClockRun> {
    let mut runs: Vec<ClockRun> = Vec::new();
    let mut from = around.from;
    while from < around.until {
        let change = zone.following(from).next().map_or(around.until, |change| change.timestamp());
        let (until, offset) = (change.min(around.until), zone.to_offset(from));
        let shown_until = runs.last().map_or(DateTime::MIN, |run| run.until);
        let run =
            ClockRun { from: offset.to_datetime(from).max(shown_until), until: offset.to_datetime(until), offset };
        from = until;
        // What is shown only again, as when the clock is set back twice in a row, counts for nothing.
        if run.from < run.until {
            runs.push(run);
        }
    }
    runs
}

fn joined(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if stretch.from <= last.until => last.until = last.until.max(stretch.until),
            _ => joined.push(stretch),
        }
    }
    joined
}
