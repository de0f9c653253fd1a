//! Nudges to come, what became of them, and what the person wants of them.

use jiff::civil::{Date, Time};
use serde_json::{Map, Value, json};
use tend_core::{
    NudgeView, Tend,
    nudges::{GentleDay, NudgeKind, NudgePreferences, Platform},
};

use crate::{
    answer::{Answer, numbered},
    args::{NudgesVerb, PlatformArg, PreferencesArgs, until_time},
    failure::Failure,
};

pub fn plan(tend: &Tend, days: u32) -> Result<Answer, Failure> {
    let all = tend.nudges().plan(days)?;
    let line = |one: &NudgeView| {
        format!("[{}] {}  {}  ({})", one.id, one.local.strftime("%a %d %b %H:%M"), one.private_text, one.reason)
    };
    let text = numbered(all.iter().map(line), "Nothing is planned.");
    Ok(Answer::new(text, "plan", all.iter().map(nudge_json).collect::<Vec<_>>()))
}

fn nudge_json(one: &NudgeView) -> Value {
    json!({
        "id": one.id,
        "kind": one.kind.name(),
        "at": one.at.to_string(),
        "local": one.local.to_string(),
        "zone": one.zone,
        "device": one.device.map(|device| device.to_hex()),
        "rings_here": one.rings_here,
        "public": one.public_text,
        "private": one.private_text,
        "reason": one.reason,
    })
}

pub fn run(tend: &Tend, verb: NudgesVerb) -> Result<Answer, Failure> {
    let nudges = tend.nudges();
    match verb {
        NudgesVerb::Show => show(tend),
        NudgesVerb::Set(wanted) => {
            let seen = nudges.preferences()?;
            let mut preferences = seen.clone();
            change(&mut preferences, *wanted)?;
            nudges.set_preferences(&seen, &preferences)?;
            show(tend)
        }
        NudgesVerb::Pending { platform } => {
            let platform = if platform == PlatformArg::Ios { Platform::Ios } else { Platform::Android };
            let all = nudges.pending(platform)?;
            let text = numbered(
                all.iter().map(|one| format!("[{}] {}  {}", one.id, one.at, one.public_text)),
                "Nothing is held.",
            );
            let objects = all.iter().map(|one| {
                json!({
                    "id": one.id,
                    "at": one.at.to_string(),
                    "window_minutes": one.window_minutes,
                    "public": one.public_text,
                    "private": one.private_text,
                })
            });
            Ok(Answer::new(text, "pending", objects.collect::<Vec<_>>()))
        }
        NudgesVerb::Rang { id } => {
            nudges.rang(&id)?;
            Ok(Answer::new("Noted.", "rang", id))
        }
        NudgesVerb::Snooze { id, until } => {
            nudges.snooze(&id, until)?;
            Ok(Answer::new("Later, then.", "snoozed", id))
        }
        NudgesVerb::Pause { until } => {
            nudges.pause(until)?;
            Ok(Answer::new("Quiet from now on.", "paused", true))
        }
        NudgesVerb::Resume => {
            nudges.resume()?;
            Ok(Answer::new("Nudges come again.", "paused", false))
        }
    }
}

fn change(preferences: &mut NudgePreferences, wanted: PreferencesArgs) -> Result<(), Failure> {
    preferences.quiet_from = wanted.quiet_from.unwrap_or(preferences.quiet_from);
    preferences.quiet_until = wanted.quiet_until.unwrap_or(preferences.quiet_until);
    preferences.routine_a_day = wanted.routine.unwrap_or(preferences.routine_a_day);
    for name in &wanted.switch_off {
        preferences.switched_off.insert(kind(name)?);
    }
    for name in &wanted.switch_on {
        preferences.switched_off.remove(&kind(name)?);
    }
    preferences.off_weeks.extend(wanted.off_week.into_iter().map(monday));
    for day in wanted.no_off_week {
        preferences.off_weeks.retain(|kept| monday(*kept) != monday(day));
    }
    for text in &wanted.gentle_day {
        let day = gentle_day(text)?;
        if !preferences.gentle_days.contains(&day) {
            preferences.gentle_days.push(day);
        }
    }
    for text in &wanted.no_gentle_day {
        let day = gentle_day(text)?;
        preferences.gentle_days.retain(|kept| *kept != day);
    }
    for text in &wanted.window {
        let unreadable = || Failure::new("usage", "A window looks like fun=17:00-20:00.");
        let (name, times) = text.split_once('=').ok_or_else(unreadable)?;
        let (from, until) = times.split_once('-').ok_or_else(unreadable)?;
        let from = from.parse().map_err(|_| unreadable())?;
        preferences.windows.insert(kind(name)?, (from, until_time(until).map_err(|_| unreadable())?));
    }
    for name in &wanted.no_window {
        preferences.windows.remove(&kind(name)?);
    }
    Ok(())
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    day.saturating_sub(jiff::Span::new().days(day.weekday().to_monday_zero_offset()))
}

/// `2026-11-02`, or `11-02` for every year.
fn gentle_day(text: &str) -> Result<GentleDay, Failure> {
    if let Ok(date) = text.parse::<Date>() {
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        return Ok(GentleDay { month, day, year: Some(date.year()) });
    }
    let (month, day) = month_and_day(text)?;
    Ok(GentleDay { month, day, year: None })
}

fn gentle_day_text(one: &GentleDay) -> String {
    let day = format!("{:02}-{:02}", one.month, one.day);
    one.year.map_or_else(|| day.clone(), |year| format!("{year:04}-{day}"))
}

/// `02-29`.
pub fn month_and_day(text: &str) -> Result<(u8, u8), Failure> {
    let unreadable = || Failure::new("usage", "A day of the year looks like 02-29.");
    let (month, day) = text.split_once('-').ok_or_else(unreadable)?;
    Ok((month.parse().map_err(|_| unreadable())?, day.parse().map_err(|_| unreadable())?))
}

/// The kind with that name.
pub fn kind(name: &str) -> Result<NudgeKind, Failure> {
    NudgeKind::from_name(name).ok_or(Failure::new("usage", "There is no such kind of nudge."))
}

fn show(tend: &Tend) -> Result<Answer, Failure> {
    let wanted = tend.nudges().preferences()?;
    let time = |time: Time| time.strftime("%H:%M").to_string();
    let windows: Vec<(&str, String)> = wanted
        .windows
        .iter()
        .map(|(kind, (from, until))| (kind.name(), format!("{}-{}", time(*from), time(*until))))
        .collect();
    let mut text = format!(
        "Quiet from {} until {}; {} a day at most, besides what you booked.",
        time(wanted.quiet_from),
        time(wanted.quiet_until),
        wanted.routine_a_day
    );
    // As the options take them, to be taken away again.
    for (what, all) in [
        ("Switched off", wanted.switched_off.iter().map(|kind| kind.name().to_owned()).collect::<Vec<_>>()),
        ("Weeks off", wanted.off_weeks.iter().map(ToString::to_string).collect()),
        ("Gentle days", wanted.gentle_days.iter().map(gentle_day_text).collect()),
        ("Windows", windows.iter().map(|(kind, hours)| format!("{kind}={hours}")).collect()),
    ] {
        if !all.is_empty() {
            text.push_str(&format!("\n{what}: {}.", all.join(", ")));
        }
    }
    let json = json!({
        "quiet_from": time(wanted.quiet_from),
        "quiet_until": time(wanted.quiet_until),
        "routine_a_day": wanted.routine_a_day,
        "switched_off": wanted.switched_off.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
        "off_weeks": wanted.off_weeks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "windows": windows.into_iter().map(|(kind, hours)| (kind.to_owned(), hours.into())).collect::<Map<_, Value>>(),
        "gentle_days": wanted.gentle_days.iter().map(|one| json!({ "month": one.month, "day": one.day, "year": one.year })).collect::<Vec<_>>(),
        "pauses": wanted.pauses.iter().map(|one| json!({ "from": one.from.to_string(), "until": one.until.map(|until| until.to_string()) })).collect::<Vec<_>>(),
    });
    Ok(Answer::new(text, "preferences", json))
}
