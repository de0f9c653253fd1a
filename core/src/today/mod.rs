//! What a person sees on opening Tend: at most three things, each with its reason.

use jiff::civil::{Date, DateTime};

use crate::{days::days_between, nudges, practice::Place, records::RecordId};

/// Cards on the first screen, at most.
pub const MOST: usize = 3;
/// Days without Tend after which somebody is welcomed back.
const AWAY: i64 = 14;
/// Hours before an appointment in which it is on the first screen.
const APPOINTMENT_HOURS: i32 = 48;

/// What the first screen is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The local time.
    pub now: DateTime,
    /// The local date on which Tend was opened before today.
    pub opened_before: Option<Date>,
    /// Whether today is a gentle day.
    pub gentle: bool,
    /// Whether the person chose to be left alone this week.
    pub off_week: bool,
    /// What is agreed next: its local time, the exercise, and why then.
    pub appointment: Option<(DateTime, String, Agreed)>,
    /// What the partner proposes: its local time and the exercise.
    pub proposal: Option<(DateTime, String)>,
    /// An exercise that is under way: its run.
    pub run: Option<(RecordId, String)>,
    /// The small thing of the day, unless it is done.
    pub prompt: Option<String>,
    /// The next exercise of the path, unless this week has had its own.
    pub next: Option<Place>,
    /// A listening exercise whose rest is over.
    pub rehearsal: Option<String>,
    /// A kind of nudge that has been of no use lately: whether it is still wanted.
    pub asks: Option<nudges::Kind>,
}

/// Why an appointment is when it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreed {
    /// Both have given windows on that day of the week.
    OnTheirDay,
    /// Both said yes to it.
    Both,
    /// A person alone chose it.
    Alone,
}

/// A thing on the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Card {
    /// A quiet word on a hard day, and nothing else.
    Gentle,
    /// Somebody was away, and is welcome.
    WelcomeBack,
    /// What is agreed.
    Appointment {
        /// Its local time.
        at: DateTime,
        /// The exercise.
        exercise: String,
        /// Why then.
        agreed: Agreed,
    },
    /// What the partner proposes.
    Proposal {
        /// Its local time.
        at: DateTime,
        /// The exercise.
        exercise: String,
    },
    /// What is under way.
    Resume {
        /// The run.
        run: RecordId,
        /// The exercise.
        exercise: String,
    },
    /// The small thing of the day.
    Prompt(String),
    /// What the path has next.
    Next(Place),
    /// A listening exercise to take up again.
    Rehearsal(String),
    /// Whether nudges of a kind are still wanted.
    Asks(nudges::Kind),
}

/// What a card of the first screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardKind {
    /// A quiet word on a hard day, and nothing else.
    Gentle,
    /// Somebody was away, and is welcome.
    WelcomeBack,
    /// What is agreed.
    Appointment,
    /// What the partner proposes.
    Proposal,
    /// What is under way.
    Resume,
    /// The small thing of the day.
    Prompt,
    /// What the path has next.
    Next,
    /// A listening exercise to take up again.
    Rehearsal,
    /// Whether nudges of a kind are still wanted.
    Asks,
}

impl CardKind {
    /// Its stable name, for programs that print it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gentle => "gentle",
            Self::WelcomeBack => "welcome_back",
            Self::Appointment => "appointment",
            Self::Proposal => "proposal",
            Self::Resume => "resume",
            Self::Prompt => "prompt",
            Self::Next => "next",
            Self::Rehearsal => "rehearsal",
            Self::Asks => "asks",
        }
    }
}

/// The cards, the first one on top. What waits for somebody comes before what is offered, and nothing tells of what was not done.
pub fn cards(facts: &Facts) -> Vec<Card> {
    if facts.gentle {
        return vec![Card::Gentle];
    }
    let away = facts.opened_before.is_some_and(|before| days_between(before, facts.now.date()) >= AWAY);
    let soon = |at: DateTime| facts.now.saturating_add(jiff::Span::new().hours(APPOINTMENT_HOURS)) >= at;
    let mut cards = Vec::new();
    cards.extend(away.then_some(Card::WelcomeBack));
    if let Some((at, exercise, agreed)) = facts.appointment.clone().filter(|(at, ..)| soon(*at)) {
        cards.push(Card::Appointment { at, exercise, agreed });
    }
    cards.extend(facts.proposal.clone().map(|(at, exercise)| Card::Proposal { at, exercise }));
    cards.extend(facts.run.clone().map(|(run, exercise)| Card::Resume { run, exercise }));
    cards.extend(facts.prompt.clone().filter(|_| !facts.off_week).map(Card::Prompt));
    let booked = facts.appointment.is_some() || facts.proposal.is_some();
    cards.extend(facts.next.clone().filter(|_| !facts.off_week && !booked).map(Card::Next));
    cards.extend(facts.rehearsal.clone().filter(|_| !facts.off_week).map(Card::Rehearsal));
    cards.extend(facts.asks.map(Card::Asks));
    cards.truncate(MOST);
    cards
}

#[cfg(test)]
mod tests;
