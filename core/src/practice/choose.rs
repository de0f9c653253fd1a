use jiff::civil::Date;

use super::{Filters, Situation};
use crate::{
    chance::chance,
    content::{Prompt, PromptKind},
    days::{days_ago, days_between},
};

/// Days in which a prompt does not come again.
pub const REST_DAYS: i64 = 60;

/// The prompts that fit.
pub fn pool<'p>(prompts: &'p [Prompt], filters: &Filters, situation: Situation) -> Vec<&'p Prompt> {
    prompts.iter().filter(|prompt| filters.admit(prompt, situation)).collect()
}

/// The prompt of a day: of the kinds that are wanted now, one kind a day in turn, and of that kind one that was not shown within
/// [`REST_DAYS`], by chance that every device of the person draws alike. When a kind has none left, another has; when all have been shown
/// lately, the one that was longest ago. `None` when nothing fits.
///
/// `shown` says what was shown on which day, this day included, so that a person who wants another one gets another.
pub fn choose<'p>(
    pool: &[&'p Prompt],
    kinds: &[PromptKind],
    shown: &[(Date, String)],
    day: Date,
    seed: u64,
) -> Option<&'p Prompt> {
    let days = |on: &Date| days_ago(*on, day);
    let times = |prompt: &Prompt| -> Vec<_> {
        shown.iter().filter(|(_, id)| *id == prompt.id).map(|(on, _)| days(on)).collect()
    };
    let age = |prompt: &Prompt| times(prompt).into_iter().flatten().min().unwrap_or(i64::MAX);
    // When a clock was wrong, what it showed does not rest, but comes after what does not rest anyway.
    let is_ahead = |prompt: &Prompt| times(prompt).contains(&None);
    let number = days_between(jiff::civil::date(1970, 1, 1), day);
    let draw = |prompt: &&&Prompt| (is_ahead(prompt), chance(seed, &[&number.to_be_bytes(), prompt.id.as_bytes()]));
    let first = usize::try_from(number).unwrap_or(0);
    let turns = (0..kinds.len()).map(|at| kinds[(first + at) % kinds.len()]);
    for kind in turns {
        let rested = pool.iter().filter(|prompt| prompt.kind == kind && age(prompt) >= REST_DAYS);
        if let Some(prompt) = rested.min_by_key(draw) {
            return Some(prompt);
        }
    }
    let rested = pool.iter().filter(|prompt| age(prompt) >= REST_DAYS).min_by_key(draw);
    rested.or_else(|| pool.iter().max_by_key(|prompt| (age(prompt), draw(prompt)))).copied()
}
