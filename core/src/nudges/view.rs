use jiff::{SignedDuration, Timestamp, civil::DateTime};
use tend_protocol::DeviceId;

use super::{
    NudgeKind, NudgeRefusal, NudgeRule, NudgesInput, Occurrence, OwnRules, PendingNudge, Platform, Reason,
    RuleSchedule, all_rules, default_rules, window,
};
use crate::{
    content::{Words, catalogue, words::isolate},
    written,
};

/// The days that a plan is shown for, at most.
pub const LONGEST_PLAN: u32 = 366;

/// A nudge to come, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct NudgeView {
    /// Stable: the same nudge has the same id in every plan, also when its hours were moved.
    pub id: String,
    /// What it is about.
    pub kind: NudgeKind,
    /// When.
    pub at: Timestamp,
    /// What the person's clock shows then.
    pub local: DateTime,
    /// The person's time zone, by its IANA name; `Etc/Unknown` for one without, which goes by UTC.
    pub zone: String,
    /// Whether it rings on this device.
    pub rings_here: bool,
    /// The device that it rings on; `None` while that is not known.
    pub device: Option<DeviceId>,
    /// What a locked screen may show. It says nothing.
    pub public_text: String,
    /// What it says, once the phone is unlocked.
    pub private_text: String,
    /// Why it is there.
    pub reason: String,
}

/// What a platform is to hold.
#[derive(Clone, PartialEq, Eq)]
pub struct PendingNudgeView {
    /// The platform's own id for it: that of the nudge, or `keep-going` for what asks to open Tend, so that nudges go on.
    pub id: String,
    /// When, at the earliest.
    pub at: Timestamp,
    /// The minutes by which it may come later: 0 to 15; 0 on iOS.
    pub window_minutes: u32,
    /// What a locked screen may show. It says nothing.
    pub public_text: String,
    /// What it says, once the phone is unlocked.
    pub private_text: String,
}

opaque!(NudgeView, PendingNudgeView);

/// A rule as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRuleView {
    /// The rule.
    pub rule: NudgeRule,
    /// Whether it is one that Tend comes with, and the person has not changed.
    pub given: bool,
}

/// The nudges of the next days, in order.
///
/// # Errors
/// [`NudgeRefusal::OutOfRange`] for more than [`LONGEST_PLAN`] days.
pub fn planned(input: &NudgesInput<'_>, days: u32) -> Result<Vec<NudgeView>, NudgeRefusal> {
    if days > LONGEST_PLAN {
        return Err(NudgeRefusal::OutOfRange);
    }
    let now = input.now.timestamp();
    let end = now.saturating_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX);
    Ok(input.after(now).take_while(|one| one.at <= end).map(|one| nudge(input, one)).collect())
}

/// What this device's platform is to hold.
pub fn pending(input: &NudgesInput<'_>, platform: Platform) -> Vec<PendingNudgeView> {
    let now = input.now.timestamp();
    let pending = window(input.after(now), platform, input.this_device, now);
    pending.into_iter().map(|one| held(input, one)).collect()
}

/// The rules that hold, by their ids, where these are a person's own.
pub fn listed(own: OwnRules) -> Vec<ListedRuleView> {
    let defaults = default_rules();
    let cleaned = |rule: NudgeRule| NudgeRule { cue: rule.cue.as_deref().map(written::one_line), ..rule };
    all_rules(own)
        .into_iter()
        .map(|rule| ListedRuleView { given: defaults.contains(&rule), rule: cleaned(rule) })
        .collect()
}

fn nudge(input: &NudgesInput<'_>, one: Occurrence) -> NudgeView {
    NudgeView {
        public_text: input.words.text("nudge-public"),
        private_text: private_text(input, &one),
        reason: reason(input, &one),
        rings_here: one.device == Some(input.this_device),
        device: one.device,
        zone: input.now.time_zone().iana_name().unwrap_or("Etc/Unknown").into(),
        id: one.id,
        kind: one.kind,
        at: one.at,
        local: one.local,
    }
}

fn held(input: &NudgesInput<'_>, one: PendingNudge) -> PendingNudgeView {
    let public_text = input.words.text("nudge-public");
    let (id, at) = (one.id().to_owned(), one.at());
    match one {
        PendingNudge::Nudge { occurrence, window_minutes, .. } => {
            PendingNudgeView { id, at, window_minutes, public_text, private_text: private_text(input, &occurrence) }
        }
        PendingNudge::KeepGoing { .. } => {
            let private_text = input.words.text("nudge-keep-going");
            PendingNudgeView { id, at, window_minutes: 0, public_text, private_text }
        }
    }
}

fn private_text(input: &NudgesInput<'_>, one: &Occurrence) -> String {
    let words = input.words;
    let text = match one.kind {
        NudgeKind::Appointment => appointment(input, one),
        NudgeKind::Occasion => words.with("nudge-occasion", &[("when", words.day(one.day).into())]),
        kind => words.text(&format!("nudge-{}", kind.name())),
    };
    let text = match &one.cue {
        Some(cue) => {
            words.with("nudge-cued", &[("cue", isolate(&written::one_line(cue)).into()), ("text", text.into())])
        }
        None => text,
    };
    if one.asks { words.with("nudge-asks", &[("text", text.into())]) } else { text }
}

/// The exercise, and when it is. Without one, or with one that only a newer version knows, when it is.
fn appointment(input: &NudgesInput<'_>, one: &Occurrence) -> String {
    let when = input.words.when(input.now.time_zone().to_datetime(one.moment.unwrap_or(one.at)));
    match one.about.as_ref().filter(|id| catalogue().exercises.contains_key(*id)) {
        Some(id) => {
            let exercise = input.words.exercise(id);
            input.words.with("nudge-appointment", &[("exercise", exercise.into()), ("when", when.into())])
        }
        None => when,
    }
}

fn reason(input: &NudgesInput<'_>, one: &Occurrence) -> String {
    let (words, rule) = (input.words, input.rules.rules.iter().find(|rule| rule.id == one.rule));
    match (one.reason, rule.map(|rule| &rule.recurrence)) {
        (Reason::Booked { .. }, _) => words.text("reason-booked"),
        (Reason::Yearly, _) => words.text("reason-yearly"),
        (Reason::Snoozed, _) => words.text("reason-snoozed"),
        (Reason::CueTaper, _) => words.text("reason-holds"),
        (Reason::HalfAsOften, _) => words.text("reason-half-as-often"),
        (Reason::Surprise, _) => words.text("reason-surprise"),
        _ if one.cue.is_some() => words.text("reason-cue"),
        (_, Some(RuleSchedule::Weekly { days })) => chosen_days(words, days.iter()),
        (_, Some(RuleSchedule::Daily)) => words.text("reason-every-day"),
        (_, Some(RuleSchedule::Monthly { .. })) => words.text("reason-monthly"),
        _ => words.text("reason-chosen-times"),
    }
}

fn chosen_days<'d>(words: &Words, days: impl Iterator<Item = &'d u8>) -> String {
    let days: Vec<String> = days.map(|day| words.text(&format!("weekdays-{day}"))).collect();
    words.with("reason-chosen-days", &[("days", words.list(&days).into())])
}
