//! What the schedule of a person is decided from, written down.

use jiff::{ZonedDateTime, tz::TimeZone};

use super::{
    super::{Availability, Proposal, ScheduleInput, Slot, Verdict, Week, availability::zone},
    given::{at, free},
    threads::ANA,
};
use crate::{content::Words, identity::IdentityId, records::RecordId};

/// Of somebody alone in Berlin who has said nothing yet.
pub fn alone(now: &str) -> ScheduleInput<'static> {
    let now = ZonedDateTime::new(at(now), zone("Europe/Berlin").unwrap());
    ScheduleInput {
        now: Box::leak(Box::new(now)),
        words: Box::leak(Box::new(Words::default())),
        me: ANA,
        paired: false,
        proposals: Vec::new(),
        mine: None,
        partners: None,
        partners_elsewhere: false,
        kept: None,
        next_exercise: Some("five-minute-mirror".into()),
    }
}

/// Of Ana, who has Ben and as much time as he: on all evenings.
pub fn paired(now: &str) -> ScheduleInput<'static> {
    ScheduleInput { paired: true, mine: Some(evenings()), partners: Some(evenings()), ..alone(now) }
}

pub fn evenings() -> Availability {
    free("Europe/Berlin", &[1, 2, 3, 4, 5, 6, 7], &["18:00-22:00"])
}

/// A proposal whose id is this number, for the week in which it starts.
pub fn proposal(number: u8, by: IdentityId, slot: Slot, said: Said) -> Proposal {
    let proposal = Proposal {
        id: RecordId([number; 16]),
        week: Week::of(slot.at, &TimeZone::UTC),
        slot,
        by,
        exercise: "full-dialogue".into(),
        instead_of: None,
        together: true,
        withdrawn: false,
        verdict: Verdict::Open,
        order: Some((1, u64::from(number))),
    };
    after(proposal, said)
}

/// What came of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Open,
    /// By the other person.
    Accepted,
    /// By the other person.
    Declined,
    /// By its author.
    Withdrawn,
}

/// The proposal after that was said, and nothing else.
pub fn after(proposal: Proposal, said: Said) -> Proposal {
    let verdict = match said {
        Said::Accepted => Verdict::Accepted,
        Said::Declined => Verdict::Declined,
        Said::Open | Said::Withdrawn => Verdict::Open,
    };
    Proposal { withdrawn: said == Said::Withdrawn, verdict, ..proposal }
}
