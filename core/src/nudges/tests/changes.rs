//! What a platform has to change.

use super::support::*;
use crate::nudges::{changes::changes, *};

const NOW: &str = "2026-05-04T00:00Z";

fn told(pending: &[PendingNudgeView]) -> Vec<HeldNudge> {
    pending.iter().map(|one| HeldNudge { id: one.id.clone(), at: one.at }).collect()
}

fn daily(hours: &str) -> Rules {
    rules([rule("a", NudgeKind::Caring, RuleSchedule::Daily, hours)])
}

#[test]
fn what_is_there_already_stays() {
    let now = now(NOW, "UTC");
    let input = input(&now, daily("12:00"), History::default());
    let held = told(&pending(&input, Platform::Ios));
    assert_eq!(held.len(), 48);
    assert_eq!(pending_changes(&input, Platform::Ios, &held), PendingChanges::default());
    assert_eq!(pending_changes(&input, Platform::Ios, &[]).add, pending(&input, Platform::Ios));
}

#[test]
fn a_nudge_whose_hours_were_moved_is_taken_away_and_put_there_again() {
    let now = now(NOW, "UTC");
    let held = told(&pending(&input(&now, daily("12:00"), History::default()), Platform::Ios));
    let moved = input(&now, daily("17:00"), History::default());
    let changes = pending_changes(&moved, Platform::Ios, &held);
    let ids: Vec<&String> = held.iter().map(|one| &one.id).collect();
    assert_eq!(changes.remove.iter().collect::<Vec<_>>(), ids);
    assert_eq!(changes.add.iter().map(|one| &one.id).collect::<Vec<_>>(), ids);
    assert_eq!(changes.add[0].at, at("2026-05-04T17:00Z"));
}

#[test]
fn what_is_no_longer_wanted_goes_and_what_is_new_comes() {
    let now = now(NOW, "UTC");
    let wanted = pending(&input(&now, daily("12:00"), History::default()), Platform::Ios);
    let mut held = told(&wanted[..3]);
    held[1].id = "gone@2026-05-05".into();
    let changes = changes(&held, wanted[..4].to_vec());
    assert_eq!(changes.remove, ["gone@2026-05-05"]);
    assert_eq!(changes.add, [wanted[1].clone(), wanted[3].clone()]);
}
