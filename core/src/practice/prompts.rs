//! The small thing of a day: which it is, and what becomes of it.

use super::{Outcome, PracticeInput, PromptOfDay, choose, pool};
use crate::{
    content::{PromptKind, catalogue},
    refusal::refusals,
};

refusals! {
    /// Why nothing becomes of the small thing of the day.
    PromptRefusal {
        /// There is none.
        NotFound = "not_found",
    }
}

/// The small thing of the day, and what came of it so far; `None` when nothing fits.
pub fn prompt_of_today(input: &PracticeInput<'_>) -> Option<(String, Option<Outcome>)> {
    let day = input.day().to_string();
    let of_today = |outcome| {
        let found = input.prompts.iter().filter(|one| one.day == day);
        found.filter(move |one| one.outcome == outcome).map(|one| &one.prompt)
    };
    if let Some(prompt) = of_today(Outcome::Done).next() {
        return Some((prompt.clone(), Some(Outcome::Done)));
    }
    let refused: Vec<&String> = of_today(Outcome::Another).collect();
    // Another of this person's phones may show one that only a later version has.
    let is_known = |prompt: &&String| catalogue().prompts.iter().any(|one| one.id == **prompt);
    if let Some(prompt) = of_today(Outcome::Shown).filter(is_known).find(|prompt| !refused.contains(prompt)) {
        return Some((prompt.clone(), Some(Outcome::Shown)));
    }
    let pool = pool(&catalogue().prompts, &input.settings.filters, input.situation());
    let rests = input.prompts.iter().filter_map(|one| Some((one.day.parse().ok()?, one.prompt.clone())));
    let rests: Vec<_> = rests.collect();
    choose(&pool, kinds(input), &rests, input.day(), input.seed).map(|prompt| (prompt.id.clone(), None))
}

/// What to note of the small thing of the day; `None` when that is known already.
///
/// # Errors
/// [`PromptRefusal::NotFound`].
pub fn note_prompt(input: &PracticeInput<'_>, outcome: Outcome) -> Result<Option<PromptOfDay>, PromptRefusal> {
    let (prompt, before) = prompt_of_today(input).ok_or(PromptRefusal::NotFound)?;
    let known = before.is_some_and(|before| before == outcome || outcome == Outcome::Shown);
    Ok((!known).then(|| PromptOfDay { day: input.day().to_string(), prompt, outcome }))
}

/// The kinds of small things that the path has now; all of them without a path. A person who is through it goes on with its last week.
fn kinds(input: &PracticeInput<'_>) -> &'static [PromptKind] {
    let path = input.path().1;
    let at = input.next_place().map(|place| place.week - 1).or(path.weeks.len().checked_sub(1));
    at.and_then(|at| path.weeks.get(at)).map_or(PromptKind::ALL, |week| &week.daily)
}
