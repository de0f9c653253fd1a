//! What a nudge says, and why it is there.

use jiff::ZonedDateTime;

use super::practice::title;
use crate::{
    content::{Words, catalogue, words::isolate},
    nudges::{Kind, Occurrence, Reason, Recurrence, Rule},
};

/// What it says once the phone is unlocked.
pub(super) fn private(words: &Words, now: &ZonedDateTime, one: &Occurrence) -> String {
    let zone = now.time_zone();
    let text = match one.kind {
        Kind::Appointment => {
            let when = words.when(zone.to_datetime(one.moment.unwrap_or(one.at)));
            match one.about.as_deref().filter(|id| catalogue().exercises.contains_key(*id)) {
                Some(exercise) => {
                    let exercise = title(words, exercise);
                    words.with("nudge-appointment", &[("exercise", exercise.into()), ("when", when.into())])
                }
                // One's own, or of an exercise that only a newer version knows.
                None => when,
            }
        }
        Kind::Occasion => words.with("nudge-occasion", &[("when", words.day(one.day).into())]),
        kind => words.text(&format!("nudge-{}", kind.name())),
    };
    let text = match &one.cue {
        Some(cue) => words.with("nudge-cued", &[("cue", isolate(cue).into()), ("text", text.into())]),
        None => text,
    };
    if one.asks { words.with("nudge-asks", &[("text", text.into())]) } else { text }
}

/// Why it is there.
pub(super) fn reason(words: &Words, one: &Occurrence, rule: Option<&Rule>) -> String {
    match (one.reason, rule.map(|rule| &rule.recurrence)) {
        (Reason::Booked { .. }, _) => words.text("reason-booked"),
        (Reason::Yearly, _) => words.text("reason-yearly"),
        (Reason::Snoozed, _) => words.text("reason-snoozed"),
        (Reason::CueTaper, _) => words.text("reason-holds"),
        (Reason::HalfAsOften, _) => words.text("reason-half-as-often"),
        (Reason::Surprise, _) => words.text("reason-surprise"),
        _ if one.cue.is_some() => words.text("reason-cue"),
        (_, Some(Recurrence::Weekly { days })) => {
            let days: Vec<String> = days.iter().map(|day| words.text(&format!("weekdays-{day}"))).collect();
            words.with("reason-chosen-days", &[("days", days.join(", ").into())])
        }
        (_, Some(Recurrence::Daily)) => words.text("reason-every-day"),
        (_, Some(Recurrence::Monthly { .. })) => words.text("reason-monthly"),
        _ => words.text("reason-chosen-times"),
    }
}
