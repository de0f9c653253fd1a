use super::{Outcome, PracticeInput, path::PathPlace, prompts::prompt_of_today, rehearsal_due};
use crate::{
    card::{Card, CardKind},
    content::catalogue,
    days::days_ago,
};

/// Days without Tend after which a person is welcomed back.
const AWAY: i64 = 14;
/// Days after an exercise of the path in which the next is not offered: a week has one.
const A_WEEK: i64 = 6;

/// What else there is this week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ThisWeek {
    /// Something is agreed, or waits for this person's answer: the path offers nothing besides.
    pub booked: bool,
    /// The person chose to be left alone.
    pub off: bool,
}

/// What the practice offers for the first screen. Nothing tells of what was not done.
pub fn offers(input: &PracticeInput<'_>, week: ThisWeek) -> Vec<Card> {
    let mut cards = Vec::new();
    if was_away(input) {
        cards.push(Card::of(input.words, CardKind::WelcomeBack, "today-welcome-back"));
    }
    if week.off {
        return cards;
    }
    cards.extend(small_thing(input));
    let next = input.next_place().filter(|_| !had_its_week(input));
    if let Some(place) = next.as_ref().filter(|_| !week.booked) {
        cards.push(next_of_path(input, place));
    }
    cards.extend(rehearsal(input, next.as_ref()));
    cards
}

/// A clock that was set back welcomes nobody, and a person who was away is welcome for a whole day.
fn was_away(input: &PracticeInput<'_>) -> bool {
    let settings = &input.settings;
    let opened_today = settings.opened_on == input.day().to_string();
    let before = if opened_today { &settings.opened_before } else { &settings.opened_on };
    before.parse().is_ok_and(|before| days_ago(before, input.day()).is_some_and(|days| days >= AWAY))
}

fn small_thing(input: &PracticeInput<'_>) -> Option<Card> {
    let (prompt, _) = prompt_of_today(input).filter(|(_, outcome)| *outcome != Some(Outcome::Done))?;
    let why = if input.path().0 == "tools" { "reason-chosen" } else { "reason-path" };
    Some(Card {
        text: input.words.text(&format!("prompt-{prompt}")),
        reason: input.words.attribute("today-prompt", why).unwrap_or_default(),
        about: Some(prompt),
        ..Card::of(input.words, CardKind::Prompt, "today-prompt")
    })
}

/// Whether an exercise of the path was done within a week.
fn had_its_week(input: &PracticeInput<'_>) -> bool {
    let anchors = input.path().1.weeks.iter().filter_map(|week| input.done.get(&week.anchor));
    anchors.into_iter().filter_map(|on| days_ago(*on, input.day())).any(|days| days < A_WEEK)
}

fn next_of_path(input: &PracticeInput<'_>, place: &PathPlace) -> Card {
    let (words, exercise) = (input.words, format!("exercise-{}", place.exercise));
    Card {
        kind: CardKind::Next,
        title: words.text(&exercise),
        text: words.attribute(&exercise, "purpose").unwrap_or_default(),
        reason: words.text(&format!("path-{}-week-{}", input.path().0, place.week)),
        about: Some(place.exercise.clone()),
        run: None,
    }
}

/// A listening exercise whose rest is over. A person who is through a path is offered one thing of it again, now and then.
fn rehearsal(input: &PracticeInput<'_>, next: Option<&PathPlace>) -> Option<Card> {
    let stage = input.path().1.stage;
    let due = rehearsal_due(catalogue(), &input.practised, input.day(), input.is_alone(), stage);
    let again = || input.again().filter(|_| next.is_none() && !had_its_week(input));
    let exercise = due.map(|one| one.exercise.clone()).or_else(again)?;
    let known = next.is_some_and(|next| next.exercise == exercise);
    (!known).then(|| Card::of_exercise(input.words, CardKind::Rehearsal, "today-rehearsal", &exercise))
}
