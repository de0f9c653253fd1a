use std::collections::BTreeSet;

use jiff::{Timestamp, ZonedDateTime, tz::TimeZone};

use super::{
    Appointment, Availability, Proposal, TimesKept, Week, WeekStatus, appointments, slots::week_zone, week_status,
};
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
    /// Whether the partner is where clocks show another time than in the zone of their times.
    pub partners_elsewhere: bool,
    /// What this person last said of times that stay as they are.
    pub kept: Option<TimesKept>,
    /// The exercise that is next, by its name in the content.
    pub next_exercise: Option<String>,
}

impl ScheduleInput<'_> {
    /// How a week of those who practise together stands for this person.
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

    /// All weeks for which something is proposed.
    pub(super) fn proposed_weeks(&self) -> BTreeSet<Week> {
        self.proposals.iter().map(|one| one.week).collect()
    }

    /// The proposals that wait for an answer, whatever their week: the soonest first.
    pub(super) fn all_waiting(&self) -> Vec<&Proposal> {
        let mut waiting: Vec<_> = self.proposed_weeks().into_iter().filter_map(|week| self.waiting(week)).collect();
        waiting.sort_by_key(|one| one.slot);
        waiting
    }

    /// The zone by whose clock the weeks of those who practise together go: see [`week_zone`]. While nobody has said when they have time,
    /// this person's own.
    pub(super) fn zone(&self) -> TimeZone {
        week_zone(self.mine.iter().chain(&self.partners)).unwrap_or_else(|| self.now.time_zone().clone())
    }

    /// The week of those who practise together that an instant is in.
    pub(super) fn week_of(&self, at: Timestamp) -> Week {
        Week::of(at, &self.zone())
    }

    /// The week that an instant is in by this person's clock.
    pub(super) fn own_week(&self, at: Timestamp) -> Week {
        Week::of(at, self.now.time_zone())
    }

    /// This week and the next, by this person's clock.
    pub(super) fn weeks(&self) -> [Week; 2] {
        let this = Week::of_date(self.now.date());
        [this, this.next()]
    }
}
