use super::support::*;
use crate::nudges::*;

#[test]
fn names_are_as_they_are_stored() {
    for kind in NudgeKind::ALL {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
    }
    let recurrence = RuleSchedule::Yearly { month: 2, day: 29, leap: LeapRule::March1 };
    let text = r#"{"yearly":{"month":2,"day":29,"leap":"march1"}}"#;
    assert_eq!(serde_json::to_string(&recurrence).unwrap(), text);
}

#[test]
fn what_is_missing_has_a_default() {
    let stored: NudgeRule =
        serde_json::from_str(r#"{"id":"a","kind":"fun","recurrence":"daily","from":"12:00:00","until":"12:00:00"}"#)
            .unwrap();
    assert_eq!(stored, rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00"));
    assert_eq!(serde_json::from_str::<NudgePreferences>("{}").unwrap(), NudgePreferences::default());
    let shown =
        r#"{"id":"a@2026-05-04","rule":"a","kind":"fun","at":"2026-05-04T12:00:00Z","day":"2026-05-04","later":1}"#;
    let shown = serde_json::from_str::<Fired>(shown).unwrap();
    assert!(!shown.answered && !shown.asked && shown.snoozed_until.is_none());
}

#[test]
fn what_was_stored_is_read_back() {
    let mut preferences = NudgePreferences { off_weeks: [day("2026-05-04")].into(), ..NudgePreferences::default() };
    preferences.windows.insert(NudgeKind::Surprise, (clock("10:00"), clock("11:00")));
    preferences.pauses.push(NudgePause { from: at("2026-05-04T00:00Z"), until: None });
    preferences.gentle_days.push(GentleDay { month: 2, day: 29, year: None });
    let text = serde_json::to_string(&preferences).unwrap();
    assert_eq!(serde_json::from_str::<NudgePreferences>(&text).unwrap(), preferences);
}
