use jiff::ZonedDateTime;

use super::{Appointment, Availability, Proposal, Week, WeekStatus, appointments, week_status};
use crate::{content::Words, identity::IdentityId};

/// All that the schedule of a person is decided from.
#[derive(Debug, Clone)]
pub struct ScheduleInput<'a> {
    /// Now, in the person's time zone.
    pub now: &'a ZonedDateTime,
    /// The person's words.
    pub words: &'a Words,
    /// Who it is for.
    pub me: IdentityId,
    /// Whether they have a partner in Tend.
    pub paired: bool,
    /// The proposals for this week, the weeks to come, and the three before, each with its place in the log.
    pub proposals: Vec<Proposal>,
    /// When this person has time; `None` until they said so.
    pub mine: Option<Availability>,
    /// The same of the partner.
    pub partners: Option<Availability>,
    /// The exercise that is next, by its name in the content.
    pub next_exercise: Option<String>,
}

impl ScheduleInput<'_> {
    /// How a week stands for this person.
    pub fn status(&self, week: Week) -> WeekStatus {
        week_status(&self.proposals, week, self.me, self.paired)
    }

    /// The proposal of a week that waits for an answer. One whose time has come waits for nobody.
    pub fn waiting(&self, week: Week) -> Option<&Proposal> {
        let (WeekStatus::MyProposal(id) | WeekStatus::TheirProposal(id)) = self.status(week) else { return None };
        self.proposals.iter().find(|one| one.id == id && one.slot.at > self.now.timestamp())
    }

    /// What is agreed and not over, the next first.
    pub fn appointments(&self) -> Vec<Appointment> {
        appointments(&self.proposals, self.me, self.paired, self.now.timestamp())
    }

    /// This week and the next, of which a person decides.
    pub(super) fn weeks(&self) -> [Week; 2] {
        let this = Week::of(self.now.timestamp());
        [this, this.next()]
    }
}
