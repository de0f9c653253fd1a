use super::Run;
use crate::{
    card::{Card, CardKind},
    content::Words,
    records::Found,
};

/// What the runs offer for the first screen: the latest that can be gone on with. `open` comes from [`super::open`].
pub fn offers(words: &Words, open: &[Found<Run>]) -> Vec<Card> {
    let latest = open.first().map(|found| Card {
        run: Some(found.id),
        ..Card::of_exercise(words, CardKind::Resume, "today-resume", &found.value.exercise)
    });
    latest.into_iter().collect()
}
