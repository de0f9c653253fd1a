use jiff::{Timestamp, civil::Time};

use super::{Kind, Recurrence, Rule};
use crate::records::RecordId;

/// Minutes before an appointment at which it is told: the day before, and an hour.
const LEADS: [u32; 2] = [24 * 60, 60];

impl Rule {
    /// What an appointment for an exercise is told by. It is known by the record that was agreed on, so that two appointments of one
    /// exercise are two.
    pub fn appointment(agreed: RecordId, at: Timestamp, exercise: &str) -> Self {
        Self {
            id: format!("appointment-{}", agreed.to_hex()),
            kind: Kind::Appointment,
            on: true,
            recurrence: Recurrence::Once { at },
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
pub fn default_rules() -> Vec<Rule> {
    let rule = |id: &str, kind, times, from, until| Rule {
        id: id.into(),
        kind,
        on: true,
        recurrence: Recurrence::TimesAWeek { times },
        from: Time::constant(from, 0, 0, 0),
        until: Time::constant(until, 0, 0, 0),
        cue: None,
        about: None,
        leads: Vec::new(),
    };
    vec![
        rule("given-appreciation", Kind::Appreciation, 2, 12, 20),
        rule("given-caring", Kind::Caring, 1, 9, 18),
        rule("given-surprise", Kind::Surprise, 1, 9, 20),
        rule("given-reflection", Kind::Reflection, 1, 18, 20),
    ]
}
