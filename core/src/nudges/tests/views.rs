//! What nudges say.

use std::collections::BTreeSet;

use super::support::*;
use crate::{
    content::{Language, Words},
    nudges::*,
    records::RecordId,
};

const NOW: &str = "2026-05-04T00:00Z";

/// The first nudge of a rule.
fn first(rule: NudgeRule) -> NudgeView {
    let now = now(NOW, "Europe/Berlin");
    planned(&input(&now, rules([rule]), History::default()), 14).unwrap().remove(0)
}

fn once(about: Option<&str>) -> NudgeRule {
    let moment = RuleSchedule::Once { at: at("2026-05-06T17:30Z") };
    let about = about.map(String::from);
    NudgeRule { about, leads: vec![60], ..rule("visit", NudgeKind::Appointment, moment, "00:00") }
}

#[test]
fn an_appointment_says_what_and_when_on_the_persons_clock() {
    let view = first(NudgeRule::appointment(RecordId([1; 16]), at("2026-05-06T17:30Z"), "full-dialogue"));
    let when = Words::default().when(jiff::civil::date(2026, 5, 6).at(19, 30, 0, 0));
    assert_eq!(view.private_text, format!("{}: {when}.", Words::default().text("exercise-full-dialogue")));
    assert_eq!((view.public_text.as_str(), view.reason.as_str()), ("A moment for you", "It’s planned."));
    assert_eq!(view.local.to_string(), "2026-05-05T19:30:00");
    assert_eq!(view.zone, "Europe/Berlin");
    // One's own, and one of an exercise that is not known here, name none.
    assert_eq!(first(once(None)).private_text, when);
    assert_eq!(first(once(Some("of-a-later-version"))).private_text, when);
}

#[test]
fn a_locked_screen_shows_the_same_for_every_kind() {
    let of = |kind: NudgeKind| first(rule("a", kind, RuleSchedule::Daily, "12:00"));
    let views = NudgeKind::ALL.map(of);
    assert_eq!(views.iter().map(|view| &view.public_text).collect::<BTreeSet<_>>().len(), 1);
    let said: BTreeSet<_> = views.iter().map(|view| &view.private_text).collect();
    assert_eq!(said.len(), NudgeKind::ALL.len());
    assert!(said.iter().all(|said| !said.contains("nudge-")), "{said:?}");
}

#[test]
fn a_cue_comes_first_and_a_question_last() {
    let cued = NudgeRule { cue: Some("After tea".into()), ..rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00") };
    let view = first(cued);
    assert!(view.private_text.starts_with("\u{2068}After tea\u{2069} – Time for something silly"));
    assert_eq!(view.reason, "It goes with a moment of your day.");
    let rules = rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    let shown = Planned::of(&rules).between(at(NOW) - days(4), at(NOW));
    let history = History { fired: shown.iter().map(|one| fired(one, false)).collect(), done: Vec::new() };
    let now = now(NOW, "UTC");
    let asks = planned(&input(&now, rules, history), 14).unwrap().remove(0);
    assert!(asks.private_text.ends_with("Are these reminders still helpful? You can change them or turn them off."));
    assert_eq!(asks.reason, "You get about half as many of these for now.");
}

#[test]
fn each_says_why_it_is_there() {
    let why = |kind, recurrence| first(rule("a", kind, recurrence, "12:00")).reason;
    assert_eq!(why(NudgeKind::Fun, weekly([1, 3])), "You chose Mondays and Wednesdays.");
    assert_eq!(why(NudgeKind::Fun, RuleSchedule::Daily), "You wanted this on most days.");
    assert_eq!(why(NudgeKind::Fun, RuleSchedule::Monthly { day: 5 }), "You wanted this once a month.");
    let often = "You wanted this now and then.";
    assert_eq!(why(NudgeKind::Fun, RuleSchedule::TimesAWeek { times: 2 }), often);
    assert_eq!(why(NudgeKind::Fun, RuleSchedule::EveryDays { days: 2, from: day("2026-05-04") }), often);
    assert_eq!(why(NudgeKind::Surprise, RuleSchedule::Daily), "Surprises are best unannounced.");
    let yearly = RuleSchedule::Yearly { month: 5, day: 6, leap: LeapRule::default() };
    assert_eq!(why(NudgeKind::Occasion, yearly), "It comes once a year.");
}

#[test]
fn what_was_put_off_and_what_became_a_habit_say_so() {
    let now = now(NOW, "UTC");
    let rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    let shown = Planned::of(&rules).between(at(NOW) - days(1), at(NOW)).remove(0);
    let put_off = Fired { snoozed_until: Some(at("2026-05-04T10:00Z")), ..fired(&shown, false) };
    let history = History { fired: vec![put_off], done: Vec::new() };
    let snoozed = planned(&input(&now, rules.clone(), history), 2).unwrap().remove(0);
    assert_eq!(snoozed.reason, "You asked for it later.");
    let often = (1..=28).map(|ago| done(NudgeKind::Fun, &(day("2026-05-04") - days(ago)).to_string()));
    let history = History { fired: Vec::new(), done: often.collect() };
    let held = planned(&input(&now, rules, history), 8).unwrap().remove(0);
    assert_eq!(held.reason, "This looks like a habit by now, so you get fewer reminders.");
}

#[test]
fn a_plan_is_of_a_year_at_most_and_of_whole_days() {
    let now = now("2026-05-04T12:00Z", "UTC");
    let rules = open_rules([rule("a", NudgeKind::Fun, RuleSchedule::Daily, "12:00")]);
    let input = input(&now, rules, History::default());
    let count = |days| planned(&input, days).map(|found| found.len());
    assert_eq!((count(0), count(1), count(366)), (Ok(0), Ok(1), Ok(366)));
    assert_eq!(count(367), Err(NudgeRefusal::OutOfRange));
}

#[test]
fn only_the_device_that_was_used_last_rings() {
    let now = now(NOW, "UTC");
    let view = |device, this_device| {
        let rules = Rules { device, ..open_rules([once(None)]) };
        let input = NudgesInput { this_device, ..input(&now, rules, History::default()) };
        let one = planned(&input, 14).unwrap().remove(0);
        (one.device, one.rings_here, pending(&input, Platform::Ios).len())
    };
    assert_eq!(view(Some(PHONE), PHONE), (Some(PHONE), true, 1));
    assert_eq!(view(Some(TABLET), PHONE), (Some(TABLET), false, 0));
    assert_eq!(view(None, PHONE), (None, false, 0));
}

#[test]
fn what_a_platform_holds_says_the_same_and_asks_to_open_tend_when_it_ends_soon() {
    let now = now(NOW, "UTC");
    let leads = (0..8).map(|hour| hour * 60).collect::<Vec<_>>();
    let many = (0..7).map(|number| NudgeRule { leads: leads.clone(), id: format!("r{number}"), ..once(None) });
    let input = input(&now, open_rules(many), History::default());
    let (held, coming) = (pending(&input, Platform::Ios), planned(&input, 14).unwrap());
    assert_eq!((held.len(), coming.len()), (48, 56));
    assert_eq!((&held[0].id, &held[0].private_text), (&coming[0].id, &coming[0].private_text));
    let last = &held[47];
    assert_eq!((last.id.as_str(), last.window_minutes), ("keep-going", 0));
    assert_eq!(last.private_text, "Reminders rest here until you next open Tend.");
    assert_eq!(last.public_text, "A moment for you");
    let android = pending(&input, Platform::Android);
    assert_eq!((android.len(), android[0].window_minutes), (48, 10));
}

#[test]
fn they_speak_the_persons_language() {
    let now = now(NOW, "UTC");
    let words = Words { language: Language::German, ..Words::default() };
    let input = NudgesInput { words: &words, ..input(&now, open_rules([once(None)]), History::default()) };
    let one = planned(&input, 14).unwrap().remove(0);
    assert_ne!(one.public_text, first(once(None)).public_text);
}
