use std::collections::BTreeMap;

use jiff::{
    ZonedDateTime,
    civil::{Date, DateTime},
};

use super::{Room, Tend, TendError, practice::title};
use crate::{
    content::{PromptKind, Words, catalogue},
    days::days_between,
    practice::{Outcome, PracticeSettings, PromptOfDay, REST_DAYS, again, choose, next_place, pool, rehearsal_due},
    records::RecordId,
    today::{Agreed, Card, CardKind, Facts, cards},
};

/// What a person sees on opening Tend.
#[derive(Debug)]
pub struct Today<'t>(&'t Tend);

/// The first screen: at most three cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayView {
    /// The local date, as `YYYY-MM-DD`.
    pub day: String,
    /// The first one on top.
    pub cards: Vec<CardView>,
}

/// A card of the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// What it is.
    pub kind: CardKind,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Why it is there.
    pub reason: String,
    /// What it leads to: the exercise, the prompt, or the kind of nudge that is asked about.
    pub about: Option<String>,
    /// The run that it goes on with.
    pub run: Option<RecordId>,
}

impl Tend {
    /// The first screen.
    pub fn today(&self) -> Today<'_> {
        Today(self)
    }
}

impl Today<'_> {
    /// The first screen. Reading changes nothing.
    ///
    /// # Errors
    /// `store_…`.
    pub fn read(&self) -> Result<TodayView, TendError> {
        let now = self.0.zoned();
        self.0.read(|room| {
            let words = room.words(self.0.language)?;
            let settings = room.settings()?;
            let facts = room.facts(&settings, &now)?;
            let (path, _) = room.path(&settings);
            let view = |card| view(&words, path, card);
            Ok(TodayView { day: now.date().to_string(), cards: cards(&facts).into_iter().map(view).collect() })
        })
    }

    /// The person opened Tend: to be said when its first screen has been drawn. It is noted on their own devices alone.
    ///
    /// # Errors
    /// `store_…`.
    pub fn opened(&self) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|room| {
            let mut settings = room.settings()?;
            room.note_prompt(&settings, &now, Outcome::Shown)?;
            room.note_opening(&now)?;
            if settings.opened_on != now.date().to_string() {
                settings.opened_before = std::mem::replace(&mut settings.opened_on, now.date().to_string());
                room.own().put(PracticeSettings::record(), &settings)?;
            }
            Ok(())
        })
    }

    /// The person did the small thing of the day.
    ///
    /// # Errors
    /// `not_found` when there is none; `store_…`.
    pub fn done(&self) -> Result<(), TendError> {
        self.settle(Outcome::Done)
    }

    /// The person would like another one. Nothing is noted but that this one rests.
    ///
    /// # Errors
    /// `not_found` when there is none; `store_…`.
    pub fn another(&self) -> Result<(), TendError> {
        self.settle(Outcome::Another)
    }

    fn settle(&self, outcome: Outcome) -> Result<(), TendError> {
        let now = self.0.zoned();
        self.0.write(|room| {
            let there = room.note_prompt(&room.settings()?, &now, outcome)?;
            if there { Ok(()) } else { Err(TendError::new("not_found")) }
        })
    }
}

impl Room<'_> {
    fn facts(&self, settings: &PracticeSettings, now: &ZonedDateTime) -> Result<Facts, TendError> {
        let day = now.date();
        let (alone, done, (_, path)) = (self.is_alone(settings), self.done()?, self.path(settings));
        let (week, nudges) = (self.booked(now)?, self.gentleness(now)?);
        let anchors = || path.weeks.iter().map(|week| &week.anchor);
        let recent = anchors().filter_map(|id| done.get(id)).any(|on| days_between(*on, day) < 6);
        let next = next_place(catalogue(), path, &done, alone).filter(|_| !recent);
        let stage = self.situation(settings, day, "").stage;
        let practised: Vec<_> = self.own().all()?.into_iter().map(|found| found.value).collect();
        let rehearsal = rehearsal_due(catalogue(), &practised, day, alone, stage).map(|one| one.exercise.clone());
        // Whoever is through a path is offered one thing of it again, now and then.
        let again = || again(catalogue(), path, &done, day, alone).filter(|_| next.is_none() && !recent);
        let run = self.open_runs(day, now.timestamp().as_second())?.into_iter().next();
        let opened = if settings.opened_on == day.to_string() { &settings.opened_before } else { &settings.opened_on };
        Ok(Facts {
            now: now.datetime(),
            opened_before: opened.parse().ok(),
            gentle: nudges.gentle,
            off_week: nudges.off_week,
            appointment: week.appointment,
            proposal: week.proposal,
            run: run.map(|found| (found.id, found.value.exercise)),
            prompt: self
                .prompt(settings, now, &done)?
                .filter(|(_, outcome)| *outcome != Some(Outcome::Done))
                .map(|(id, _)| id),
            rehearsal: rehearsal.or_else(again).filter(|id| next.as_ref().is_none_or(|next| next.exercise != *id)),
            next,
            asks: nudges.asks,
        })
    }

    /// The small thing of the day, and what came of it so far.
    fn prompt(
        &self,
        settings: &PracticeSettings,
        now: &ZonedDateTime,
        done: &BTreeMap<String, Date>,
    ) -> Result<Option<(String, Option<Outcome>)>, TendError> {
        let day = now.date();
        let since = day.saturating_sub(jiff::Span::new().days(REST_DAYS));
        let shown: Vec<_> = self.own().since::<PromptOfDay>(since)?.into_iter().map(|found| found.value).collect();
        let of_today = |outcome| {
            let day = day.to_string();
            shown.iter().filter(move |one| one.day == day && one.outcome == outcome).map(|one| &one.prompt)
        };
        let refused: Vec<&String> = of_today(Outcome::Another).collect();
        if let Some(prompt) = of_today(Outcome::Done).next() {
            return Ok(Some((prompt.clone(), Some(Outcome::Done))));
        }
        if let Some(prompt) = of_today(Outcome::Shown).find(|prompt| !refused.contains(prompt)) {
            return Ok(Some((prompt.clone(), Some(Outcome::Shown))));
        }
        let zone = now.time_zone().iana_name().unwrap_or_default();
        let pool = pool(&catalogue().prompts, &settings.filters, self.situation(settings, day, zone));
        let rests: Vec<_> = shown.iter().filter_map(|one| Some((one.day.parse().ok()?, one.prompt.clone()))).collect();
        let chosen = choose(&pool, self.kinds(settings, done), &rests, day, self.seed());
        Ok(chosen.map(|prompt| (prompt.id.clone(), None)))
    }

    /// The kinds of small things that the path has now; all of them without a path.
    fn kinds(&self, settings: &PracticeSettings, done: &BTreeMap<String, Date>) -> &'static [PromptKind] {
        let (_, path) = self.path(settings);
        let at = next_place(catalogue(), path, done, self.is_alone(settings)).map(|place| place.week - 1);
        // Whoever is through the path goes on with its last week.
        let week = at.or(path.weeks.len().checked_sub(1)).and_then(|at| path.weeks.get(at));
        week.map_or(PromptKind::ALL, |week| &week.daily)
    }

    /// Notes what came of the small thing of the day; `false` when there is none.
    fn note_prompt(
        &self,
        settings: &PracticeSettings,
        now: &ZonedDateTime,
        outcome: Outcome,
    ) -> Result<bool, TendError> {
        let Some((prompt, before)) = self.prompt(settings, now, &self.done()?)? else { return Ok(false) };
        if before.is_some_and(|before| before == outcome || outcome == Outcome::Shown) {
            return Ok(true);
        }
        let record = PromptOfDay { day: now.date().to_string(), prompt, outcome };
        self.own().put(record.record(now.date()), &record)?;
        Ok(true)
    }
}

fn view(words: &Words, path: &str, card: Card) -> CardView {
    let plain = |kind: CardKind, id: &str| CardView {
        kind,
        title: words.text(id),
        text: words.attribute(id, "text").unwrap_or_default(),
        reason: words.attribute(id, "reason").unwrap_or_default(),
        about: None,
        run: None,
    };
    let of = |kind: CardKind, id: &str, exercise: String| CardView {
        title: title(words, &exercise),
        about: Some(exercise),
        ..plain(kind, id)
    };
    let timed = |part: &str, id: &str, at: DateTime| {
        words.attribute_with(id, part, &[("when", words.when(at).into())]).unwrap_or_default()
    };
    match card {
        Card::Gentle => plain(CardKind::Gentle, "today-gentle"),
        Card::WelcomeBack => plain(CardKind::WelcomeBack, "today-welcome-back"),
        Card::Appointment { at, exercise, agreed } => {
            let (text, part) = match agreed {
                Agreed::OnTheirDay => ("text", "reason-both-chose"),
                Agreed::Both => ("text", "reason-agreed"),
                Agreed::Alone => ("text-alone", "reason-alone"),
            };
            let days = words.weekdays(at.date());
            CardView {
                text: timed(text, "today-appointment", at),
                reason: words.attribute_with("today-appointment", part, &[("days", days.into())]).unwrap_or_default(),
                ..of(CardKind::Appointment, "today-appointment", exercise)
            }
        }
        Card::Proposal { at, exercise } => {
            CardView { text: timed("text", "today-proposal", at), ..of(CardKind::Proposal, "today-proposal", exercise) }
        }
        Card::Resume { run, exercise } => CardView { run: Some(run), ..of(CardKind::Resume, "today-resume", exercise) },
        Card::Prompt(prompt) => {
            let part = if path == "tools" { "reason-chosen" } else { "reason-path" };
            CardView {
                text: words.text(&format!("prompt-{prompt}")),
                reason: words.attribute("today-prompt", part).unwrap_or_default(),
                about: Some(prompt),
                ..plain(CardKind::Prompt, "today-prompt")
            }
        }
        Card::Next(place) => CardView {
            kind: CardKind::Next,
            title: title(words, &place.exercise),
            text: words.attribute(&format!("exercise-{}", place.exercise), "purpose").unwrap_or_default(),
            reason: words.text(&format!("path-{path}-week-{}", place.week)),
            about: Some(place.exercise),
            run: None,
        },
        Card::Rehearsal(exercise) => of(CardKind::Rehearsal, "today-rehearsal", exercise),
        Card::Asks(kind) => CardView { about: Some(kind.name().into()), ..plain(CardKind::Asks, "today-asks") },
    }
}
