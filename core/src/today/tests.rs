use super::*;
use crate::content::Words;

fn offered(kinds: &[CardKind]) -> Vec<CardKind> {
    let words = Words::default();
    let offers = kinds.iter().map(|kind| Card::of(&words, *kind, "today-prompt")).collect();
    cards(offers).into_iter().map(|card| card.kind).collect()
}

#[test]
fn there_are_at_most_three_and_what_waits_comes_first() {
    use CardKind::{Appointment, Asks, Next, Prompt, Proposal, Rehearsal, Resume, WelcomeBack};
    assert_eq!(offered(&[Asks, Next, Prompt, Resume, Proposal, Appointment]), [Appointment, Proposal, Resume]);
    assert_eq!(offered(&[Rehearsal, Next, Prompt, WelcomeBack]), [WelcomeBack, Prompt, Next]);
    assert_eq!(offered(&[]), []);
}

#[test]
fn a_gentle_day_has_one_quiet_word() {
    assert_eq!(offered(&[CardKind::Appointment, CardKind::Gentle, CardKind::Prompt]), [CardKind::Gentle]);
}
