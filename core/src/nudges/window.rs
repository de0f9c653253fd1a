use jiff::{SignedDuration, Timestamp};
use tend_protocol::DeviceId;

use super::{NudgeKind, Occurrence, limits::shift};

/// How far ahead a platform is ever given reminders: a year. Nothing depends on the rest of the plan, which may never end.
const AHEAD: SignedDuration = SignedDuration::from_hours(366 * 24);
/// When what a platform holds ends sooner than this, its last place asks the person to open Tend.
const SHORT: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How many notifications of an app iOS keeps.
const KEPT_BY_IOS: usize = 64;
/// How many of them are for other things.
const KEPT_FREE_ON_IOS: usize = 16;
/// The most that Android is given; the shell gives it the plan again every day.
const MOST_ON_ANDROID: usize = 48;
/// How long Android may wait for a better moment, in minutes.
const WINDOW_MINUTES: i64 = 15;
/// The same for appointments. It takes no window that is shorter.
const APPOINTMENT_WINDOW_MINUTES: i64 = 10;

/// What shows reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// iOS, which keeps the soonest 64 notifications only, and forgets the others. 16 of the places are for other things than reminders.
    Ios,
    /// Android, where each alarm may come within a window, so that none has to be exact. It is given the soonest 48.
    Android,
}

/// What a platform holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PendingNudge {
    /// A reminder.
    Nudge {
        /// When, at the earliest. Android may have a window that begins before the reminder's own moment, when it could not be long enough
        /// after it.
        at: Timestamp,
        /// In how many minutes from then: 10 or 15 on Android, or fewer where no more are allowed; 0 on iOS.
        window_minutes: u32,
        /// The reminder.
        occurrence: Box<Occurrence>,
    },
    /// Asks to open Tend, so that reminders go on: there are more than the platform keeps.
    KeepGoing {
        /// When.
        at: Timestamp,
    },
}

impl PendingNudge {
    /// Its id: that of the reminder, or one that no reminder has.
    pub fn id(&self) -> &str {
        match self {
            Self::Nudge { occurrence, .. } => &occurrence.id,
            Self::KeepGoing { .. } => "keep-going",
        }
    }

    /// When, at the earliest.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Nudge { at, .. } | Self::KeepGoing { at } => *at,
        }
    }
}

/// What the platform of `device` is to hold at `now`: the soonest of the plan, without those that ring on another device, and none that is
/// more than a year ahead.
pub fn window(
    plan: impl IntoIterator<Item = Occurrence>,
    platform: Platform,
    device: DeviceId,
    now: Timestamp,
) -> Vec<PendingNudge> {
    let most = match platform {
        Platform::Ios => KEPT_BY_IOS - KEPT_FREE_ON_IOS,
        Platform::Android => MOST_ON_ANDROID,
    };
    let end = now.checked_add(AHEAD).unwrap_or(Timestamp::MAX);
    let coming = plan.into_iter().take_while(|occurrence| occurrence.at <= end);
    let mut own = coming.filter(|occurrence| occurrence.device == Some(device) && occurrence.at > now);
    let mut held: Vec<PendingNudge> =
        own.by_ref().take(most).map(|occurrence| pending(occurrence, platform, now)).collect();
    if let (Platform::Ios, Some(last)) = (platform, held.last_mut())
        && last.at().duration_since(now) < SHORT
        && own.next().is_some()
    {
        *last = PendingNudge::KeepGoing { at: last.at() };
    }
    held
}

fn pending(occurrence: Occurrence, platform: Platform, now: Timestamp) -> PendingNudge {
    if platform != Platform::Android {
        return PendingNudge::Nudge { at: occurrence.at, window_minutes: 0, occurrence: Box::new(occurrence) };
    }
    let minutes = if occurrence.kind == NudgeKind::Appointment { APPOINTMENT_WINDOW_MINUTES } else { WINDOW_MINUTES };
    let end = shift(occurrence.at, minutes).min(occurrence.latest);
    let start = shift(end, -minutes).max(occurrence.earliest).max(now).min(occurrence.at);
    let window_minutes = end.duration_since(start).as_mins().clamp(0, minutes) as u32;
    PendingNudge::Nudge { at: start, window_minutes, occurrence: Box::new(occurrence) }
}
