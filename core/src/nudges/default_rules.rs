use jiff::{Timestamp, civil::Time};

use super::{NudgeKind, NudgeRule, RuleSchedule};
use crate::records::RecordId;

/// Minutes before an appointment at which it is told: the day before, and an hour.
const LEADS: [u32; 2] = [24 * 60, 60];

impl NudgeRule {
    /// What an appointment for an exercise is told by. It is known by the record that was agreed on, so that two appointments of one
    /// exercise are two.
    pub fn appointment(agreed: RecordId, at: Timestamp, exercise: &str) -> Self {
        Self {
            id: format!("appointment-{}", agreed.to_hex()),
            kind: NudgeKind::Appointment,
            on: true,
            recurrence: RuleSchedule::Once { at },
            from: Time::midnight(),
            until: Time::midnight(),
            cue: None,
            about: Some(exercise.into()),
            leads: LEADS.to_vec(),
        }
    }
}

/// The rules that Tend comes with: a few moments in a week, none in the morning's rush. A person's own rule with the same id takes the
/// place of one.
pub fn default_rules() -> Vec<NudgeRule> {
    let rule = |id: &str, kind, times, from, until| NudgeRule {
        id: id.into(),
        kind,
        on: true,
        recurrence: RuleSchedule::TimesAWeek { times },
        from: Time::constant(from, 0, 0, 0),
        until: Time::constant(until, 0, 0, 0),
        cue: None,
        about: None,
        leads: Vec::new(),
    };
    vec![
        rule("given-appreciation", NudgeKind::Appreciation, 2, 12, 20),
        rule("given-caring", NudgeKind::Caring, 1, 9, 18),
        rule("given-surprise", NudgeKind::Surprise, 1, 9, 20),
        rule("given-reflection", NudgeKind::Reflection, 1, 18, 20),
    ]
}
