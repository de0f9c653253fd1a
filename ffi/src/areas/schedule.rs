use std::sync::Arc;

use tend_core::{TendError as CoreError, schedule};

use super::each;
use crate::{TendError, border::call, ids, mirror::mirror, numbers::narrow, times};

mirror! {
    /// A day of the week.
    Weekday = schedule::Weekday {
        /// The first.
        Monday,
        /// The second.
        Tuesday,
        /// The third.
        Wednesday,
        /// The fourth.
        Thursday,
        /// The fifth.
        Friday,
        /// The sixth.
        Saturday,
        /// The last.
        Sunday,
    }
}
mirror! {
    /// How much a person wants to practise. Of a couple the smaller wish counts: nobody is pulled along.
    Amount = schedule::Amount {
        /// A session every second week; of up to 30 minutes first.
        Light,
        /// A session a week; of up to 60 minutes first.
        Steady,
        /// A session a week; of 60 to 90 minutes first.
        Deep,
    }
}
mirror! {
    /// What a person can do about a proposal. To propose another is a proposal of its own.
    Reply = schedule::Reply {
        /// Accept the other's.
        Accept,
        /// Decline the other's.
        Decline,
        /// Take one's own back.
        Withdraw,
    }
}

/// Time that a person has every week, by the clock on their wall. It does not cross midnight: a night is two of them.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct TimeWindow {
    /// The day on which it lies.
    pub day: Weekday,
    /// Its start, as `HH:MM`.
    pub from: String,
    /// Its end, as `HH:MM`, later than `from`; `00:00` is the end of the day.
    pub until: String,
}

impl From<schedule::Window> for TimeWindow {
    fn from(window: schedule::Window) -> Self {
        let schedule::Window { day, from, until } = window;
        Self { day: day.into(), from: times::time_text(from), until: times::time_text(until) }
    }
}

impl TryFrom<TimeWindow> for schedule::Window {
    type Error = CoreError;

    fn try_from(window: TimeWindow) -> Result<Self, CoreError> {
        let time = |text: &str| times::time(text, "window_backwards");
        Ok(Self { day: window.day.into(), from: time(&window.from)?, until: time(&window.until)? })
    }
}

/// When a person has time, and how much they want.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Availability {
    /// Their windows, in order from Monday.
    pub windows: Vec<TimeWindow>,
    /// The zone that their windows are in, by its name in the IANA database, as `Europe/Berlin`.
    pub zone: String,
    /// How much they want.
    pub amount: Amount,
}

impl From<schedule::Availability> for Availability {
    fn from(availability: schedule::Availability) -> Self {
        let schedule::Availability { windows, zone, amount } = availability;
        Self { windows: each(windows), zone, amount: amount.into() }
    }
}

/// When the two have time, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Times {
    /// This person's; none until they gave any.
    pub mine: Option<Availability>,
    /// The partner's.
    pub partners: Option<Availability>,
    /// What is said to the person beside it: who sees it.
    pub note: String,
}

impl From<tend_core::TimesView> for Times {
    fn from(view: tend_core::TimesView) -> Self {
        let tend_core::TimesView { mine, partners, note } = view;
        Self { mine: mine.map(Availability::from), partners: partners.map(Availability::from), note }
    }
}

/// A week of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ScheduleWeek {
    /// Which, as `2026-W48`: an ISO week, counted in UTC, for [`Schedule::call_off`].
    pub week: String,
    /// How it stands, for programs: `nothing`, `mine`, `theirs`, `agreed`, `quiet`.
    pub standing: String,
    /// The proposal that waits for an answer.
    pub proposal: Option<Proposal>,
    /// What is agreed.
    pub agreed: Option<SessionTime>,
    /// The id of the exercise that is next, or that is agreed on.
    pub exercise: Option<String>,
    /// Times that are offered: at most three; none once something is agreed.
    pub offered: Vec<SessionTime>,
    /// What is said when nothing is offered.
    pub note: Option<String>,
}

impl From<tend_core::WeekView> for ScheduleWeek {
    fn from(view: tend_core::WeekView) -> Self {
        Self {
            week: view.week.to_string(),
            standing: view.standing.name().into(),
            proposal: view.proposal.map(Proposal::from),
            agreed: view.agreed.map(SessionTime::from),
            exercise: view.exercise,
            offered: each(view.offered),
            note: view.note,
        }
    }
}

/// A proposal that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Proposal {
    /// For the verbs.
    pub id: String,
    /// Whether this person made it.
    pub mine: bool,
    /// The exercise's id.
    pub exercise: String,
    /// The exercise's name.
    pub title: String,
    /// When.
    pub time: SessionTime,
}

impl From<tend_core::ProposalView> for Proposal {
    fn from(view: tend_core::ProposalView) -> Self {
        let tend_core::ProposalView { id, mine, exercise, title, time } = view;
        Self { id: id.to_hex(), mine, exercise, title, time: time.into() }
    }
}

/// A time for a session, as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SessionTime {
    /// Its start, in seconds since 1970: the same instant for both.
    pub at: i64,
    /// Its length.
    pub minutes: u32,
    /// Its start by this person's clock, as `YYYY-MM-DDTHH:MM`.
    pub local: String,
    /// The same, in words.
    pub in_words: String,
    /// Its start by the partner's clock, in words, when their zone is another.
    pub partners_in_words: Option<String>,
}

impl From<tend_core::TimeView> for SessionTime {
    fn from(view: tend_core::TimeView) -> Self {
        let tend_core::TimeView { at, minutes, local, in_words, partners_in_words } = view;
        Self {
            at: at.as_second(),
            minutes: minutes.into(),
            local: times::local(local),
            in_words,
            partners_in_words,
        }
    }
}

/// When the two practise together: windows, three offered times a week, and how they agree on one.
#[derive(uniffi::Object)]
pub struct Schedule(pub(crate) Arc<tend_core::Tend>);

#[uniffi::export]
impl Schedule {
    /// When this person and the partner have time.
    ///
    /// # Errors
    /// `store_…`.
    pub fn times(&self) -> Result<Times, TendError> {
        call(|| self.0.schedule().times().map(Times::from))
    }

    /// Says when this person has time, in the zone that they are in now, and how much they want. The partner sees it.
    ///
    /// # Errors
    /// `no_windows`, `too_many_windows` (over 28), `window_backwards`, also for what is no time of day, `zone_unknown`; `store_…`.
    pub fn set_times(&self, windows: Vec<TimeWindow>, amount: Amount) -> Result<(), TendError> {
        call(|| {
            let windows = windows.into_iter().map(schedule::Window::try_from).collect::<Result<_, _>>()?;
            self.0.schedule().set_times(windows, amount.into())
        })
    }

    /// This week and the next: what is agreed, waits, or is offered.
    ///
    /// # Errors
    /// `store_…`.
    pub fn weeks(&self) -> Result<Vec<ScheduleWeek>, TendError> {
        call(|| self.0.schedule().weeks().map(each))
    }

    /// Proposes a time, its start in seconds since 1970, for an exercise, or for the one that is next: for a person alone it is agreed at
    /// once. Proposing the time that the other proposes is a yes. The proposal's id comes back.
    ///
    /// # Errors
    /// `slot_outside_week`, also for a length that is not 1 to 240 minutes, `slot_past`, `already_agreed`; `not_found` for an exercise
    /// that there is not; `store_…`.
    pub fn propose(&self, at: i64, minutes: u32, exercise: Option<String>) -> Result<String, TendError> {
        call(|| {
            let at = times::instant(at, "slot_outside_week")?;
            Ok(self.0.schedule().propose(at, narrow(minutes), exercise.as_deref())?.to_hex())
        })
    }

    /// Accepts, declines or takes back a proposal. No reason is asked.
    ///
    /// # Errors
    /// `not_found`, `own_proposal`, `not_yours`, `slot_past`, `not_open`; `store_…`.
    pub fn reply(&self, id: String, reply: Reply) -> Result<(), TendError> {
        call(|| self.0.schedule().reply(ids::record(&id)?, reply.into()))
    }

    /// Calls off what is agreed in a week. No reason is asked.
    ///
    /// # Errors
    /// `not_found` when nothing is, or when it is no week; `store_…`.
    pub fn call_off(&self, week: String) -> Result<(), TendError> {
        call(|| self.0.schedule().call_off(week.parse().map_err(|_| CoreError::new("not_found"))?))
    }
}
