#![allow(clippy::unwrap_used)]

use jiff::civil::date;

use super::*;

fn facts() -> Facts {
    Facts {
        now: date(2026, 11, 29).at(9, 0, 0, 0),
        opened_before: Some(date(2026, 11, 28)),
        gentle: false,
        off_week: false,
        appointment: None,
        proposal: None,
        run: None,
        prompt: None,
        next: None,
        rehearsal: None,
        asks: None,
    }
}

/// Everything at once.
fn full() -> Facts {
    let at = date(2026, 11, 29).at(19, 0, 0, 0);
    Facts {
        appointment: Some((at, "full-dialogue".into(), Agreed::OnTheirDay)),
        proposal: Some((at, "fun-list".into())),
        run: Some((RecordId([1; 16]), "caring-list".into())),
        prompt: Some("caring-tea".into()),
        next: Some(Place { week: 3, exercise: "relationship-vision".into() }),
        rehearsal: Some("mirroring-practice".into()),
        asks: Some(nudges::Kind::Caring),
        ..facts()
    }
}

#[test]
fn there_are_at_most_three_and_what_waits_comes_first() {
    let cards = cards(&full());
    assert_eq!(cards.len(), MOST);
    assert!(matches!(cards[0], Card::Appointment { .. }));
    assert!(matches!(cards[1], Card::Proposal { .. }));
    assert!(matches!(cards[2], Card::Resume { .. }));
}

#[test]
fn a_gentle_day_has_one_quiet_word() {
    assert_eq!(cards(&Facts { gentle: true, ..full() }), [Card::Gentle]);
}

#[test]
fn somebody_who_was_away_is_welcomed_and_nothing_else_is_said_of_it() {
    let away = |day| cards(&Facts { opened_before: Some(day), ..facts() });
    assert_eq!(away(date(2026, 11, 15)), [Card::WelcomeBack]);
    assert_eq!(away(date(2026, 11, 16)), []);
    assert_eq!(cards(&Facts { opened_before: None, ..facts() }), []);
    // A clock that was set back welcomes nobody.
    assert_eq!(away(date(2027, 3, 1)), []);
}

#[test]
fn an_off_week_keeps_only_what_is_agreed_or_under_way() {
    let left = Facts { off_week: true, appointment: None, proposal: None, asks: None, ..full() };
    assert_eq!(cards(&left), [Card::Resume { run: RecordId([1; 16]), exercise: "caring-list".into() }]);
}

#[test]
fn the_path_offers_nothing_beside_what_is_agreed() {
    let booked = Facts { proposal: None, run: None, prompt: None, rehearsal: None, asks: None, ..full() };
    assert_eq!(cards(&booked).len(), 1);
    let later = date(2026, 12, 3).at(19, 0, 0, 0);
    let far = Facts { appointment: Some((later, "full-dialogue".into(), Agreed::Both)), ..booked };
    assert_eq!(cards(&far), [], "an appointment in some days is not news, and takes the place of an offer");
}
