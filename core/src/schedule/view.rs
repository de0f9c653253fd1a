use std::collections::BTreeMap;

use jiff::{Timestamp, civil::DateTime};

use super::{
    Appointment, Availability, Proposal, ScheduleInput, Slot, Week, WeekStatus,
    availability::zone,
    journey,
    offered::{Offered, offered_in},
};
use crate::{records::RecordId, written};

/// When somebody has time, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimesView {
    /// This person's; `None` until they gave any.
    pub mine: Option<Availability>,
    /// The partner's.
    pub partners: Option<Availability>,
    /// What is said to the person next to it: who sees it.
    pub note: String,
    /// Where clocks show another time than in the zone of this person's times: whether they still hold. `None` once that was answered.
    pub question: Option<String>,
    /// Why no hours of the partner are told, when they are where clocks show another time.
    pub partners_note: Option<String>,
}

/// A week of the schedule as a screen shows it, or one of several things in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleWeekView {
    /// Which, by this person's clock.
    pub week: Week,
    /// How it stands.
    pub status: ScheduleStatus,
    /// The proposal that waits for an answer.
    pub proposal: Option<ProposalView>,
    /// What is agreed.
    pub agreed: Option<SessionTimeView>,
    /// The id of the exercise that is next, or that is agreed on.
    pub exercise: Option<String>,
    /// Times that are offered: at most three in a week of those who practise together; none once something is agreed.
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
    /// Its start by the partner's clock, in words, when that shows another time; `None` too while nobody knows what it shows.
    pub partners_in_words: Option<String>,
}

/// When this person and the partner have time.
pub fn times(input: ScheduleInput<'_>) -> TimesView {
    let note = if input.paired { "schedule-told" } else { "schedule-alone-told" };
    TimesView {
        note: input.words.text(note),
        question: journey::question(&input),
        partners_note: input.partners_elsewhere.then(|| input.words.text("schedule-partner-elsewhere")),
        mine: input.mine,
        partners: input.partners.map(|times| Availability { zone: written::one_line(&times.zone), ..times }),
    }
}

/// What is agreed, waits, or is offered: this week and the next by the person's clock, and every later week for which something is proposed.
/// A week in which there is more than one thing comes once for each.
pub fn weeks(input: &ScheduleInput<'_>) -> Vec<ScheduleWeekView> {
    let [this, next] = input.weeks();
    let mut weeks = BTreeMap::from([(this, Vec::new()), (next, Vec::new())]);
    for week in input.proposed_weeks() {
        let agreed = match input.status(week) {
            WeekStatus::Agreed(agreed) => Some(Planned::Agreed(agreed)),
            _ => input.waiting(week).map(Planned::Waits),
        };
        let Some(planned) = agreed else { continue };
        let own = input.own_week(planned.at());
        if own >= this {
            weeks.entry(own).or_default().push(planned);
        }
    }
    weeks.into_iter().flat_map(|(week, planned)| of_week(input, week, planned)).collect()
}

/// What stands for a week.
enum Planned<'i> {
    Agreed(Appointment),
    Waits(&'i Proposal),
}

impl Planned<'_> {
    fn at(&self) -> Timestamp {
        match self {
            Self::Agreed(agreed) => agreed.slot.at,
            Self::Waits(proposal) => proposal.slot.at,
        }
    }
}

/// A week of a person, with all that stands for it.
fn of_week(input: &ScheduleInput<'_>, week: Week, mut planned: Vec<Planned<'_>>) -> Vec<ScheduleWeekView> {
    planned.sort_by_key(Planned::at);
    let mut views: Vec<_> = planned.into_iter().map(|one| one_planned(input, week, one)).collect();
    if views.iter().any(|view| view.status == ScheduleStatus::Agreed) {
        return views;
    }
    if views.is_empty() {
        let quiet = input.status(week) == WeekStatus::Quiet;
        views.push(empty(input, week, if quiet { ScheduleStatus::Quiet } else { ScheduleStatus::Nothing }));
    }
    let first = &mut views[0];
    match offered_in(input, week) {
        Offered::Times(slots) => first.offered = slots.into_iter().map(|slot| session_time(input, slot)).collect(),
        Offered::Nothing => {}
        Offered::Quiet => first.note = Some(input.words.text("schedule-quiet")),
        Offered::Shorter(minutes) => first.note = Some(shorter(input, minutes)),
        Offered::NoTime => {
            first.note = Some(input.words.text(if input.paired { "schedule-none" } else { "schedule-none-alone" }));
        }
    }
    views
}

fn one_planned(input: &ScheduleInput<'_>, week: Week, planned: Planned<'_>) -> ScheduleWeekView {
    match planned {
        Planned::Agreed(agreed) => ScheduleWeekView {
            agreed: Some(session_time(input, agreed.slot)),
            exercise: Some(written::one_line(&agreed.exercise)),
            ..empty(input, week, ScheduleStatus::Agreed)
        },
        Planned::Waits(one) => {
            let status = if one.by == input.me { ScheduleStatus::Mine } else { ScheduleStatus::Theirs };
            ScheduleWeekView { proposal: Some(proposal(input, one)), ..empty(input, week, status) }
        }
    }
}

fn empty(input: &ScheduleInput<'_>, week: Week, status: ScheduleStatus) -> ScheduleWeekView {
    let exercise = input.next_exercise.clone();
    ScheduleWeekView { week, status, proposal: None, agreed: None, exercise, offered: Vec::new(), note: None }
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
    let there = input.partners.as_ref().filter(|_| !input.partners_elsewhere);
    let theirs = there.and_then(|one| zone(&one.zone)).map(|zone| zone.to_datetime(slot.at));
    SessionTimeView {
        at: slot.at,
        minutes: slot.minutes.into(),
        local,
        in_words: input.words.when(local),
        partners_in_words: theirs.filter(|theirs| *theirs != local).map(|theirs| input.words.when(theirs)),
    }
}

fn shorter(input: &ScheduleInput<'_>, minutes: u16) -> String {
    let length = input.words.with("minutes", &[("count", i64::from(minutes).into())]);
    let message = if input.paired { "schedule-shorter" } else { "schedule-shorter-alone" };
    input.words.with(message, &[("minutes", length.into())])
}
