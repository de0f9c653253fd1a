use jiff::{Timestamp, civil::DateTime};

use super::{
    Availability, Proposal, ScheduleInput, Slot, Week, WeekStatus,
    availability::zone,
    offered::{Offered, offered},
};
use crate::{content::Words, records::RecordId, written};

/// When somebody has time, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimesView {
    /// This person's; `None` until they gave any.
    pub mine: Option<Availability>,
    /// The partner's.
    pub partners: Option<Availability>,
    /// What is said to the person next to it: who sees it.
    pub note: String,
}

/// A week of the schedule as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleWeekView {
    /// Which.
    pub week: Week,
    /// How it stands.
    pub status: ScheduleStatus,
    /// The proposal that waits for an answer.
    pub proposal: Option<ProposalView>,
    /// What is agreed.
    pub agreed: Option<SessionTimeView>,
    /// The id of the exercise that is next, or that is agreed on.
    pub exercise: Option<String>,
    /// Times that are offered: at most three; none once something is agreed.
    pub offered: Vec<SessionTimeView>,
    /// What is said when nothing is offered.
    pub note: Option<String>,
}

/// How a week of the schedule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScheduleStatus {
    /// Nothing is agreed, and nothing waits.
    Nothing,
    /// This person's proposal waits for an answer.
    Mine,
    /// The partner's proposal waits for an answer.
    Theirs,
    /// Something is agreed.
    Agreed,
    /// One was declined, and nothing is offered any more.
    Quiet,
}

impl ScheduleStatus {
    /// Its name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Agreed => "agreed",
            Self::Quiet => "quiet",
        }
    }
}

/// A proposal that waits for an answer, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// For the verbs.
    pub id: RecordId,
    /// Whether this person made it.
    pub mine: bool,
    /// The exercise's id.
    pub exercise: String,
    /// The exercise's name.
    pub title: String,
    /// When.
    pub time: SessionTimeView,
}

/// A time for a session, as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionTimeView {
    /// Its start: an instant, the same for both.
    pub at: Timestamp,
    /// Its length in minutes.
    pub minutes: u32,
    /// Its start by this person's clock.
    pub local: DateTime,
    /// The same, in words.
    pub in_words: String,
    /// Its start by the partner's clock, in words, when that shows another time.
    pub partners_in_words: Option<String>,
}

/// When this person and the partner have time.
pub fn times(input: ScheduleInput<'_>) -> TimesView {
    let note = if input.paired { "schedule-told" } else { "schedule-alone-told" };
    let partners = input.partners.map(|times| Availability { zone: written::one_line(&times.zone), ..times });
    TimesView { note: input.words.text(note), mine: input.mine, partners }
}

/// This week and the next: what is agreed, waits, or is offered.
pub fn weeks(input: &ScheduleInput<'_>) -> Vec<ScheduleWeekView> {
    input.weeks().into_iter().map(|week| one(input, week)).collect()
}

fn one(input: &ScheduleInput<'_>, week: Week) -> ScheduleWeekView {
    let time = |slot| session_time(input, slot);
    let proposal = input.waiting(week).map(|one| proposal(input, one));
    let (status, agreed) = match input.status(week) {
        WeekStatus::Agreed(agreed) => (ScheduleStatus::Agreed, Some(agreed)),
        WeekStatus::Quiet => (ScheduleStatus::Quiet, None),
        _ => match &proposal {
            Some(proposal) if proposal.mine => (ScheduleStatus::Mine, None),
            Some(_) => (ScheduleStatus::Theirs, None),
            None => (ScheduleStatus::Nothing, None),
        },
    };
    let (offered, note) = match offered(input, week) {
        Offered::Times(slots) => (slots.into_iter().map(time).collect(), None),
        Offered::Nothing => (Vec::new(), None),
        Offered::Quiet => (Vec::new(), Some(input.words.text("schedule-quiet"))),
        Offered::Shorter(minutes) => (Vec::new(), Some(shorter(input.words, minutes))),
        Offered::NoTime => (Vec::new(), Some(input.words.text("schedule-none"))),
    };
    ScheduleWeekView {
        week,
        status,
        proposal,
        agreed: agreed.as_ref().map(|one| time(one.slot)),
        exercise: agreed.map(|one| written::one_line(&one.exercise)).or_else(|| input.next_exercise.clone()),
        offered,
        note,
    }
}

fn proposal(input: &ScheduleInput<'_>, of: &Proposal) -> ProposalView {
    ProposalView {
        id: of.id,
        mine: of.by == input.me,
        exercise: written::one_line(&of.exercise),
        title: input.words.exercise(&of.exercise),
        time: session_time(input, of.slot),
    }
}

/// A time by the clocks of both.
fn session_time(input: &ScheduleInput<'_>, slot: Slot) -> SessionTimeView {
    let local = input.now.time_zone().to_datetime(slot.at);
    let theirs = input.partners.as_ref().and_then(|one| zone(&one.zone)).map(|zone| zone.to_datetime(slot.at));
    SessionTimeView {
        at: slot.at,
        minutes: slot.minutes.into(),
        local,
        in_words: input.words.when(local),
        partners_in_words: theirs.filter(|theirs| *theirs != local).map(|theirs| input.words.when(theirs)),
    }
}

fn shorter(words: &Words, minutes: u16) -> String {
    let length = words.with("minutes", &[("count", i64::from(minutes).into())]);
    words.with("schedule-shorter", &[("minutes", length.into())])
}
