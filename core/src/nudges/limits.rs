//! When nothing may remind, and what local times are as moments.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{NudgePause, NudgePreferences, calendar::Day, calendar::week};

/// How far a platform may be off the minute, before or after.
const SLACK_MINUTES: i64 = 15;

/// What holds for every reminder, in one zone.
pub(super) struct Limits<'a> {
    zone: &'a TimeZone,
    preferences: &'a NudgePreferences,
    pub(super) quiet: Quiet,
    off_weeks: Vec<i32>,
}

/// The quiet hours.
#[derive(Clone, Copy)]
pub(super) struct Quiet {
    from: Time,
    until: Time,
}

impl Quiet {
    pub(super) fn contains(&self, time: Time) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }

    /// Of a quiet moment, when its quiet hours began.
    pub(super) fn start(&self, moment: DateTime) -> DateTime {
        let date = if self.from <= moment.time() { Ok(moment.date()) } else { moment.date().yesterday() };
        date.unwrap_or(moment.date()).to_datetime(self.from)
    }

    /// Of a quiet moment, when its quiet hours end.
    pub(super) fn end(&self, moment: DateTime) -> DateTime {
        let date = if moment.time() < self.until { Ok(moment.date()) } else { moment.date().tomorrow() };
        date.unwrap_or(moment.date()).to_datetime(self.until)
    }
}

impl<'a> Limits<'a> {
    pub(super) fn new(preferences: &'a NudgePreferences, zone: &'a TimeZone) -> Self {
        let quiet = Quiet { from: whole_minute(preferences.quiet_from), until: whole_minute(preferences.quiet_until) };
        let off_weeks = preferences.off_weeks.iter().map(|monday| week(Day::new(*monday).number)).collect();
        Self { zone, preferences, quiet, off_weeks }
    }

    /// The moment of a local time. A time that clocks skip is as much later as they skip, and of one that comes twice it is the first.
    pub(super) fn moment(&self, local: DateTime) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(local).compatible().ok()
    }

    /// What clocks show at a moment.
    pub(super) fn local(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }

    /// Whether nothing speaks against a reminder at this moment, which is this local time.
    pub(super) fn allow(&self, at: Timestamp, local: DateTime) -> bool {
        !self.quiet.contains(local.time()) && !self.is_gentle(local.date()) && !self.is_paused(at)
    }

    pub(super) fn is_gentle(&self, date: Date) -> bool {
        is_gentle(self.preferences, date)
    }

    /// Whether routine reminders have this week off.
    pub(super) fn is_off(&self, week: i32) -> bool {
        self.off_weeks.binary_search(&week).is_ok()
    }

    fn is_paused(&self, at: Timestamp) -> bool {
        self.preferences.pauses.iter().any(|pause| holds(pause, at))
    }

    /// Whether one pause holds through the whole of this day.
    pub(super) fn pause_through(&self, day: &Day) -> bool {
        let pauses = &self.preferences.pauses;
        if pauses.is_empty() {
            return false;
        }
        let midnight = |day: Date| self.moment(day.to_datetime(Time::midnight()));
        let (Some(start), Some(end)) = (midnight(day.date), day.date.tomorrow().ok().and_then(midnight)) else {
            return false;
        };
        pauses.iter().any(|pause| holds(pause, start) && pause.until.is_none_or(|until| until >= end))
    }

    /// When reminders end for good, as things are: a pause begins that has no end.
    pub(super) fn end(&self) -> Option<Timestamp> {
        self.preferences.pauses.iter().filter(|pause| pause.until.is_none()).map(|pause| pause.from).min()
    }

    /// How far around an allowed moment reminders are allowed, within [`SLACK_MINUTES`] and, if given, on one date: the first minute, and
    /// the end of the last.
    pub(super) fn around(&self, at: Timestamp, only: Option<Date>) -> (Timestamp, Timestamp) {
        let local = self.local(at);
        let offset = |minutes| self.zone.to_offset(shift(at, minutes));
        let steady = offset(-SLACK_MINUTES) == offset(SLACK_MINUTES);
        let free = |minutes: i64| {
            let then = shift(at, minutes);
            let local = match steady {
                true => local.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(local),
                false => self.local(then),
            };
            only.is_none_or(|date| date == local.date()) && self.allow(then, local)
        };
        let before = (1..=SLACK_MINUTES).take_while(|minutes| free(-minutes)).count() as i64;
        let after = (1..SLACK_MINUTES).take_while(|minutes| free(*minutes)).count() as i64;
        (shift(at, -before), shift(at, after + 1))
    }
}

/// Whether nothing reminds on a local date.
pub(super) fn is_gentle(preferences: &NudgePreferences, date: Date) -> bool {
    if preferences.gentle_days.is_empty() {
        return false;
    }
    let today = Day::new(date);
    let of_year = |year: Option<i16>| year.is_none_or(|year| year == date.year());
    preferences.gentle_days.iter().any(|day| of_year(day.year) && today.is_or_stands_for(day.month, day.day))
}

/// Whether a local date is in a week without routine reminders.
pub(super) fn is_off(preferences: &NudgePreferences, date: Date) -> bool {
    let of = |date| week(Day::new(date).number);
    preferences.off_weeks.iter().any(|monday| of(*monday) == of(date))
}

fn holds(pause: &NudgePause, at: Timestamp) -> bool {
    pause.from <= at && pause.until.is_none_or(|until| at < until)
}

/// Without its seconds.
pub(super) fn whole_minute(time: Time) -> Time {
    Time::new(time.hour(), time.minute(), 0, 0).unwrap_or(time)
}

/// Without its seconds.
pub(super) fn floor(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second().div_euclid(60) * 60).unwrap_or(at)
}

/// So many minutes later; at the end of time, itself.
pub(super) fn shift(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(at)
}
