use jiff::{
    Timestamp, ZonedDateTime,
    civil::{Date, DateTime},
};

use super::{
    Room, Tend, TendError, WeekStanding,
    offers::{offer, time_view},
    practice::title,
};
use crate::{
    content::{Words, catalogue},
    practice::{again, next_place},
    records::{DeskError, RecordId},
    schedule::{
        Amount, Answer, Availability, Person, Proposal, ProposalId, Reply, Slot, Standing, TimeForUs, Week, Weekday,
        Window, answer_allowed, call_off, propose_allowed, standing, zone,
    },
    today::Agreed,
};

/// When the two practise together: windows, three offered times a week, and how they agree on one.
#[derive(Debug)]
pub struct Schedule<'t>(&'t Tend);

/// When the two have time, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimesView {
    /// This person's; `None` until they gave any.
    pub mine: Option<Availability>,
    /// The partner's.
    pub partners: Option<Availability>,
    /// What is said to the person next to it: who sees it.
    pub note: String,
}

/// A week of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekView {
    /// Which: an ISO week, counted in UTC, for [`Schedule::call_off`].
    pub week: Week,
    /// How it stands.
    pub standing: WeekStanding,
    /// The proposal that waits for an answer.
    pub proposal: Option<ProposalView>,
    /// What is agreed.
    pub agreed: Option<TimeView>,
    /// The id of the exercise that is next, or that is agreed on.
    pub exercise: Option<String>,
    /// Times that are offered: at most three; none once something is agreed.
    pub offered: Vec<TimeView>,
    /// What is said when nothing is offered.
    pub note: Option<String>,
}

/// A proposal that waits for an answer.
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
    pub time: TimeView,
}

/// A time as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeView {
    /// Its start: an instant, the same for both.
    pub at: Timestamp,
    /// Its length.
    pub minutes: u16,
    /// Its start by this person's clock.
    pub local: DateTime,
    /// The same, in words.
    pub in_words: String,
    /// Its start by the partner's clock, in words, when their zone is another.
    pub partners_in_words: Option<String>,
}

impl Tend {
    /// When the two practise together.
    pub fn schedule(&self) -> Schedule<'_> {
        Schedule(self)
    }
}

impl Schedule<'_> {
    /// When this person and the partner have time.
    ///
    /// # Errors
    /// `store_…`.
    pub fn times(&self) -> Result<TimesView, TendError> {
        self.0.read(|room| {
            let (mine, partners) = room.availabilities()?;
            let note = if room.couple.is_some() { "schedule-told" } else { "schedule-alone-told" };
            Ok(TimesView { mine, partners, note: room.words(self.0.language)?.text(note) })
        })
    }

    /// Says when this person has time, in the zone that they are in now, and how much they want. The partner sees it.
    ///
    /// # Errors
    /// `no_windows`, `too_many_windows` (over 28), `window_backwards`, `zone_unknown`; `store_…`.
    pub fn set_times(&self, windows: Vec<Window>, amount: Amount) -> Result<(), TendError> {
        let zone = self.0.clock.zone().iana_name().unwrap_or("Etc/UTC").to_owned();
        let availability = Availability { windows, zone, amount }.validate()?;
        self.0.write(|room| {
            let person = room.device.person();
            room.put(TimeForUs::record(person), &TimeForUs { person, availability })
        })
    }

    /// This week and the next: what is agreed, waits, or is offered.
    ///
    /// # Errors
    /// `store_…`.
    pub fn weeks(&self) -> Result<Vec<WeekView>, TendError> {
        let now = self.0.zoned();
        self.0.read(|room| {
            let this = Week::of(now.timestamp());
            let known = Known {
                now: &now,
                words: room.words(self.0.language)?,
                proposals: room.proposals(this)?,
                times: room.availabilities()?,
                exercise: room.next_exercise(now.date())?,
            };
            Ok([this, this.next()].into_iter().map(|week| room.week(week, &known)).collect())
        })
    }

    /// Proposes a time for an exercise, or for the one that is next: for a person alone it is agreed at once. Proposing the time that the
    /// other proposes is a yes. The proposal's id comes back.
    ///
    /// # Errors
    /// `slot_outside_week`, also for a length that is not 1 to 240 minutes; `slot_past`, `already_agreed`; `not_found` for an exercise that there is not; `store_…`.
    pub fn propose(&self, at: Timestamp, minutes: u16, exercise: Option<&str>) -> Result<RecordId, TendError> {
        let exercise = exercise.map(|id| super::practice::exercise(id).map(|_| id.to_owned())).transpose()?;
        let (now, week, slot) = (self.0.zoned(), Week::of(at), Slot { at, minutes });
        let id = ProposalId(RecordId::on_day(utc_day(at), self.0.entropy.bytes()).0);
        self.0.write(|room| {
            let instead_of = propose_allowed(&room.proposals(week)?, week, slot, now.timestamp())?;
            let exercise = match exercise {
                Some(exercise) => exercise,
                None => room.next_exercise(now.date())?.ok_or(TendError::new("not_found"))?,
            };
            let by = room.me();
            let proposal = Proposal { id, week, slot, by, exercise, instead_of, answer: Answer::Open, order: None };
            room.put_proposal(&proposal)?;
            Ok(id.record())
        })
    }

    /// Accepts, declines or takes back a proposal. No reason is asked.
    ///
    /// # Errors
    /// `not_found`, `own_proposal`, `not_yours`, `slot_past`, `not_open`; `store_…`.
    pub fn reply(&self, id: RecordId, reply: Reply) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|room| {
            let all = room.proposals(Week::of(now.timestamp()))?;
            let found = all.iter().find(|one| one.id.record() == id).ok_or(DeskError::NotFound)?;
            answer_allowed(&all, found.week, found.id, room.me(), reply, now.timestamp())?;
            room.put_proposal(&Proposal { answer: reply.by(room.me()), ..found.clone() })
        })
    }

    /// Calls off what is agreed in a week. No reason is asked.
    ///
    /// # Errors
    /// `not_found` when nothing is; `store_…`.
    pub fn call_off(&self, week: Week) -> Result<(), TendError> {
        self.0.write(|room| {
            let all = room.proposals(week)?;
            let mut answers = call_off(&all, week, room.me());
            if room.couple.is_none() {
                // Alone, what one proposed is agreed.
                let mine = all.iter().filter(|one| one.week == week && one.answer == Answer::Open);
                answers.extend(mine.map(|one| (one.id, Reply::Withdraw.by(room.me()))));
            }
            if answers.is_empty() {
                return Err(TendError::new("not_found"));
            }
            for (id, answer) in answers {
                let found = all.iter().find(|one| one.id == id).ok_or(DeskError::NotFound)?;
                room.put_proposal(&Proposal { answer, ..found.clone() })?;
            }
            Ok(())
        })
    }
}

/// What every week of the schedule is made of.
struct Known<'n> {
    now: &'n ZonedDateTime,
    words: Words,
    proposals: Vec<Proposal>,
    /// This person's and the partner's.
    times: (Option<Availability>, Option<Availability>),
    /// The one that is next.
    exercise: Option<String>,
}

/// What the first screen and the nudges want to know of the schedule.
pub(super) struct Booked {
    pub appointment: Option<(DateTime, String, Agreed)>,
    pub proposal: Option<(DateTime, String)>,
}

impl Room<'_> {
    fn me(&self) -> Person {
        Person(*self.device.person().as_bytes())
    }

    pub(super) fn availabilities(&self) -> Result<(Option<Availability>, Option<Availability>), TendError> {
        let all = match self.couple() {
            Some(couple) => couple.all::<TimeForUs>()?,
            None => self.own().all::<TimeForUs>()?,
        };
        let of = |mine: bool| {
            let found = all.iter().find(|found| (found.value.person == self.device.person()) == mine);
            found.map(|found| found.value.availability.clone())
        };
        Ok((of(true), of(false)))
    }

    /// The proposals for a week, the weeks to come, and the three before, each with its place in the log.
    fn proposals(&self, week: Week) -> Result<Vec<Proposal>, TendError> {
        let since = utc_day(week.start()).saturating_sub(jiff::Span::new().weeks(3));
        let Some(couple) = self.couple() else {
            return Ok(self.own().since::<Proposal>(since)?.into_iter().map(|found| found.value).collect());
        };
        let mut proposals = Vec::new();
        for found in couple.since::<Proposal>(since)? {
            // The record's own id counts, whatever its author wrote into it.
            let id = ProposalId(found.id.0);
            proposals.push(Proposal { id, order: couple.arrival(found.id)?, ..found.value });
        }
        Ok(proposals)
    }

    fn put_proposal(&self, proposal: &Proposal) -> Result<(), TendError> {
        self.put(proposal.id.record(), proposal)
    }

    fn next_exercise(&self, day: Date) -> Result<Option<String>, TendError> {
        let settings = self.settings()?;
        let (_, path) = self.path(&settings);
        let (done, alone) = (self.done()?, self.is_alone(&settings));
        let next = next_place(catalogue(), path, &done, alone).map(|place| place.exercise);
        Ok(next.or_else(|| again(catalogue(), path, &done, day, alone)))
    }

    /// How a week stands; alone, what one proposed is agreed.
    fn standing(&self, proposals: &[Proposal], week: Week) -> Standing {
        match standing(proposals, week, self.me()) {
            Standing::MyProposal(id) if self.couple.is_none() => {
                let found = proposals.iter().find(|one| one.id == id);
                found.map_or(Standing::Nothing, |one| {
                    let exercise = one.exercise.clone();
                    Standing::Agreed(crate::schedule::Appointment { week, slot: one.slot, exercise })
                })
            }
            other => other,
        }
    }

    /// What is agreed from now on, the next first.
    pub(super) fn appointments(&self, now: Timestamp) -> Result<Vec<(Slot, String)>, TendError> {
        Ok(self.agreed(&self.proposals(Week::of(now))?, now))
    }

    fn agreed(&self, proposals: &[Proposal], now: Timestamp) -> Vec<(Slot, String)> {
        let mut agreed = Vec::new();
        let weeks: std::collections::BTreeSet<Week> = proposals.iter().map(|one| one.week).collect();
        for week in weeks.into_iter().filter(|week| week.end() > now) {
            if let Standing::Agreed(found) = self.standing(proposals, week)
                && found.slot.end() > now
            {
                agreed.push((found.slot, found.exercise));
            }
        }
        agreed
    }

    /// What is agreed next, and what the partner proposes.
    pub(super) fn booked(&self, now: &ZonedDateTime) -> Result<Booked, TendError> {
        let local = |at: Timestamp| now.time_zone().to_datetime(at);
        let this = Week::of(now.timestamp());
        let proposals = self.proposals(this)?;
        let appointment = self.agreed(&proposals, now.timestamp()).into_iter().next();
        let (mine, partners) = self.availabilities()?;
        let on = |availability: &Option<Availability>, at: Timestamp| {
            let Some(one) = availability else { return false };
            let day = zone(&one.zone).map(|zone| Weekday::of(zone.to_datetime(at).date()));
            one.windows.iter().any(|window| Some(window.day) == day)
        };
        let why = |at| match self.couple {
            None => Agreed::Alone,
            Some(_) if on(&mine, at) && on(&partners, at) => Agreed::OnTheirDay,
            Some(_) => Agreed::Both,
        };
        let theirs = [this, this.next()].into_iter().find_map(|week| match self.standing(&proposals, week) {
            Standing::TheirProposal(id) => proposals.iter().find(|one| one.id == id),
            _ => None,
        });
        let open = theirs.filter(|one| one.slot.at > now.timestamp());
        Ok(Booked {
            appointment: appointment.map(|(slot, exercise)| (local(slot.at), exercise, why(slot.at))),
            proposal: open.map(|one| (local(one.slot.at), one.exercise.clone())),
        })
    }

    fn week(&self, week: Week, known: &Known<'_>) -> WeekView {
        let Known { now, words, proposals, times: (mine, partners), exercise } = known;
        let time = |slot: Slot| time_view(slot, now, partners.as_ref(), words);
        let mut view = WeekView {
            week,
            standing: WeekStanding::Nothing,
            proposal: None,
            agreed: None,
            exercise: exercise.clone(),
            offered: Vec::new(),
            note: None,
        };
        // One whose time is over waits for nobody.
        let waiting = |id, mine| {
            let found = proposals.iter().find(|one| one.id == id && one.slot.at > now.timestamp());
            found.map(|one| ProposalView {
                id: one.id.record(),
                mine,
                exercise: one.exercise.clone(),
                title: title(words, &one.exercise),
                time: time(one.slot),
            })
        };
        match self.standing(proposals, week) {
            Standing::Agreed(agreed) => {
                view.agreed = Some(time(agreed.slot));
                view.exercise = Some(agreed.exercise);
                return WeekView { standing: WeekStanding::Agreed, ..view };
            }
            Standing::Quiet => {
                return WeekView { standing: WeekStanding::Quiet, note: Some(words.text("schedule-quiet")), ..view };
            }
            Standing::MyProposal(id) => view.proposal = waiting(id, true),
            Standing::TheirProposal(id) => view.proposal = waiting(id, false),
            Standing::Nothing => {}
        }
        if let Some(proposal) = &view.proposal {
            view.standing = if proposal.mine { WeekStanding::Mine } else { WeekStanding::Theirs };
        }
        // With a partner, only what both gave is offered.
        let both = self.couple.is_none() || partners.is_some();
        if let (Some(mine), true) = (mine, both) {
            let last = proposals.iter().map(|one| one.week).filter(|one| *one < week);
            let last = last.filter(|one| matches!(self.standing(proposals, *one), Standing::Agreed(_))).max();
            let amount = partners.as_ref().map_or(mine.amount, |partner| mine.amount.shared(partner.amount));
            if amount.is_due(week, last) {
                offer(&mut view, (mine, partners.as_ref()), amount, now, words);
            } else {
                view.note = Some(words.text("schedule-quiet"));
            }
        }
        view
    }
}

/// The day on which an instant lies in UTC: proposals are found by it on both phones.
fn utc_day(at: Timestamp) -> Date {
    jiff::tz::TimeZone::UTC.to_datetime(at).date()
}
