use std::collections::BTreeMap;

use jiff::{Timestamp, ZonedDateTime};

use super::{Tend, TendError, scope::Scope};
use crate::{
    practice::PracticeInput,
    records::{Found, RecordError, RecordId},
    schedule::{
        self, Amount, Answer, Appointment, Availability, Proposal, Reply, ScheduleInput, ScheduleWeekView, TimeForUs,
        TimeWindow, TimesKept, TimesView, Week,
    },
};

/// When the two practise together: windows, three offered times a week, and how they agree on one.
#[derive(Debug)]
pub struct Schedule<'t>(&'t Tend);

impl Tend {
    /// When the two practise together.
    pub fn schedule(&self) -> Schedule<'_> {
        Schedule(self)
    }
}

impl Schedule<'_> {
    /// When this person and the partner have time.
    pub fn times(&self) -> Result<TimesView, TendError> {
        self.look(schedule::times)
    }

    /// Says when this person has time, in the zone that they are in now, and how much they want. The partner sees it.
    ///
    /// # Errors
    /// `no_windows`; `too_many_windows` over 28; `window_backwards`, `zone_unknown`.
    pub fn set_times(&self, windows: Vec<TimeWindow>, amount: Amount) -> Result<(), TendError> {
        let zone = self.0.clock.zone().iana_name().unwrap_or_default().to_owned();
        let availability = Availability { windows, zone, amount }.validate()?;
        self.0.write(|scope| scope.set_times(availability))
    }

    /// Says, after a journey, that the times go by the clock here from now on: the same hours, in the zone that the person is in now.
    ///
    /// # Errors
    /// `not_found` without times; `zone_unknown`.
    pub fn move_times(&self) -> Result<(), TendError> {
        let zone = self.0.clock.zone().iana_name().unwrap_or_default().to_owned();
        self.0.write(|scope| scope.set_times(Availability { zone, ..scope.own_times()? }.validate()?))
    }

    /// Says, after a journey, that the times stay as they are: it is not asked again here.
    ///
    /// # Errors
    /// `not_found` without times.
    pub fn keep_times(&self) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| Ok(scope.own().put(TimesKept::record(), &schedule::kept(&scope.own_times()?, &now))?))
    }

    /// What is agreed, waits, or is offered: this week and the next, and every later week for which something is proposed.
    pub fn weeks(&self) -> Result<Vec<ScheduleWeekView>, TendError> {
        self.look(|input| schedule::weeks(&input))
    }

    /// Proposes a time for an exercise, or for the one that is next: for a person alone it is agreed at once. Proposing the time that the
    /// other proposes is a yes. The proposal's id comes back.
    ///
    /// # Errors
    /// `session_length` for minutes that are not 1 to 240; `slot_past`; `already_agreed` for a week that has its session; `slot_taken` when
    /// another session is then; `slot_outside_week` for more than a year ahead; `not_found` for an exercise that there is not.
    pub fn propose(&self, at: Timestamp, minutes: u32, exercise: Option<&str>) -> Result<RecordId, TendError> {
        let (now, nonce) = (self.0.zoned(), Proposal::record(at, self.0.entropy.bytes()));
        self.0.write(|scope| {
            let words = scope.words(self.0.language)?;
            let practice = scope.practice(&now, &words)?;
            let proposal = schedule::proposed(&scope.schedule(&practice)?, at, minutes, exercise)?;
            scope.add(nonce, &proposal)
        })
    }

    /// Accepts, declines or takes back a proposal. No reason is asked.
    ///
    /// # Errors
    /// `not_found`, `own_proposal`, `not_yours`, `slot_past`, `not_open`; `slot_taken` when another session is then.
    pub fn reply(&self, id: RecordId, reply: Reply) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let all = scope.proposals(&now)?;
            scope.note_reply(&schedule::answered(&all, id, scope.me(), reply, now.timestamp())?)
        })
    }

    /// Calls off what is agreed in a week by the person's clock: this, a later, or one of the last three. No reason is asked.
    ///
    /// # Errors
    /// `not_found` when nothing is.
    pub fn call_off(&self, week: Week) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|scope| {
            let words = scope.words(self.0.language)?;
            let off = schedule::called_off_in(&scope.schedule(&scope.practice(&now, &words)?)?, week)?;
            off.iter().try_for_each(|proposal| scope.note_reply(proposal))
        })
    }

    fn look<T>(&self, view: impl FnOnce(ScheduleInput<'_>) -> T) -> Result<T, TendError> {
        let now = self.0.zoned();
        self.0.read(|scope| {
            let words = scope.words(self.0.language)?;
            Ok(view(scope.schedule(&scope.practice(&now, &words)?)?))
        })
    }
}

impl Scope<'_> {
    /// All that the schedule is decided from.
    pub(super) fn schedule<'a>(&self, practice: &PracticeInput<'a>) -> Result<ScheduleInput<'a>, TendError> {
        let times = self.couple().map_or_else(|| self.own().all(), |couple| couple.all())?;
        let (mine, partners) = TimeForUs::of_both(&times, self.me());
        let availability = |one: Option<&TimeForUs>| one.map(|one| one.availability.clone());
        Ok(ScheduleInput {
            now: practice.now,
            words: practice.words,
            me: self.me(),
            paired: self.paired(),
            proposals: self.proposals(practice.now)?,
            mine: availability(mine),
            partners: availability(partners),
            partners_elsewhere: partners.is_some_and(|one| one.elsewhere),
            kept: self.own().find(TimesKept::record())?.map(|found| found.value),
            next_exercise: practice.next_exercise(),
        })
    }

    /// This person's times as they are shown: those that the partner sees, if there is one.
    fn own_times(&self) -> Result<Availability, TendError> {
        let record = TimeForUs::record();
        let found: Option<Found<TimeForUs>> =
            self.couple().map_or_else(|| self.own().find(record), |couple| couple.find(record))?;
        Ok(found.ok_or(RecordError::NotFound)?.value.availability)
    }

    fn set_times(&self, availability: Availability) -> Result<(), TendError> {
        let times = TimeForUs { availability, elsewhere: false };
        let record = TimeForUs::record();
        if let Some(couple) = self.couple() {
            couple.put(record, &times)?;
        }
        // It stays when one of the two leaves.
        Ok(self.own().put(record, &times)?)
    }

    /// Notes for the partner whether this person's clock shows what their times go by.
    pub(super) fn note_place(&self, now: &ZonedDateTime) -> Result<(), TendError> {
        let (Some(couple), record) = (self.couple(), TimeForUs::record()) else { return Ok(()) };
        let Some(found) = couple.find::<TimeForUs>(record)? else { return Ok(()) };
        let elsewhere = schedule::is_elsewhere(&found.value.availability, now);
        if elsewhere != found.value.elsewhere {
            couple.put(record, &TimeForUs { elsewhere, ..found.value })?;
        }
        Ok(())
    }

    /// What is agreed from now on, the next first.
    pub(super) fn appointments(&self, now: &ZonedDateTime) -> Result<Vec<Appointment>, TendError> {
        Ok(schedule::appointments(&self.proposals(now)?, self.me(), self.paired(), now.timestamp()))
    }

    /// The proposals that tell of this week and those after it, each with its place in the log.
    fn proposals(&self, now: &ZonedDateTime) -> Result<Vec<Proposal>, TendError> {
        let week = Week::of_date(now.date());
        let since = Proposal::since(week);
        let Some(couple) = self.couple() else {
            let own = self.own().since::<Proposal>(since)?.into_iter().filter(|found| !found.value.together);
            let own = own.map(|found| Proposal::known(found, &[], None)).collect();
            return Ok(schedule::that_count(own, week));
        };
        let mut answers = BTreeMap::<RecordId, Vec<Found<Answer>>>::new();
        for found in couple.since::<Answer>(since)? {
            answers.entry(found.value.proposal).or_default().push(found);
        }
        let mut proposals = Vec::new();
        for found in couple.since(since)? {
            let order = couple.arrival(found.id)?;
            let answers = answers.get(&found.id).map_or(&[][..], Vec::as_slice);
            proposals.push(Proposal::known(found, answers, order));
        }
        Ok(schedule::that_count(proposals, week))
    }

    /// Stores what this person said to a proposal: in it, if it is theirs, and else in a record of their own.
    fn note_reply(&self, proposal: &Proposal) -> Result<(), TendError> {
        if proposal.by == self.me() {
            return self.put(proposal.id, proposal);
        }
        let answer = Answer { proposal: proposal.id, verdict: proposal.verdict, to: proposal.said() };
        self.put(Answer::record(proposal.id), &answer)
    }
}
