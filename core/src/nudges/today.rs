use super::{NudgeKind, NudgesInput, limits, past::backed_off};
use crate::card::{Card, CardKind};

/// What nudges offer for the first screen: a quiet word on a gentle day; else, of one kind that is left alone and that the person has not
/// switched off, whether it is still wanted.
pub fn offers(input: &NudgesInput<'_>) -> Vec<Card> {
    let wanted = &input.rules.preferences;
    if limits::is_gentle(wanted, input.now.date()) {
        return vec![Card::of(input.words, CardKind::Gentle, "today-gentle")];
    }
    let asked = backed_off(&input.history).into_iter().find(|kind| !wanted.switched_off.contains(kind));
    let card = || Card::of(input.words, CardKind::Asks, "today-asks");
    let asks = |kind: NudgeKind| Card { about: Some(kind.name().into()), ..card() };
    asked.map(asks).into_iter().collect()
}

/// Whether the person wants to be left alone this week.
pub fn is_off_week(input: &NudgesInput<'_>) -> bool {
    limits::is_off(&input.rules.preferences, input.now.date())
}
