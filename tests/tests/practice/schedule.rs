//! Agreeing on a time, across nine hours and journeys.

use serde_json::Value;
use tend_tests::process::PhoneProcess;

use super::couple::{Couple, MONDAY};

fn week(phone: &PhoneProcess) -> Value {
    phone.run(&["schedule", "weeks"])["weeks"][0].clone()
}

#[test]
fn they_agree_on_a_time_across_nine_hours() {
    let couple = Couple::paired();
    couple.alex.run(&["schedule", "set", "sat-09:00-12:00", "sun-09:00-12:00"]);
    let alone = week(&couple.alex);
    assert_eq!(alone["offered"].as_array().unwrap().len(), 0, "nothing is offered before both gave their times");
    couple.robin.run(&["schedule", "set", "sat-18:00-21:00", "sun-18:00-21:00"]);
    couple.sync();
    let (alexs, robins) = (week(&couple.alex), week(&couple.robin));
    let at = |view: &Value| -> Vec<Value> {
        view["offered"].as_array().unwrap().iter().map(|one| one["at"].clone()).collect()
    };
    assert!(!at(&alexs).is_empty());
    assert_eq!(at(&alexs), at(&robins), "both phones offer the same");

    couple.alex.run(&["schedule", "propose", "1"]);
    assert_eq!(couple.alex.ask(&["schedule", "accept"]).unwrap_err().code, "own_proposal");
    couple.sync();
    let waiting = couple.robin.run(&["today"]);
    assert_eq!(waiting["cards"][0]["kind"], "proposal");
    couple.robin.run(&["schedule", "accept"]);
    couple.sync();
    let (alexs, robins) = (week(&couple.alex), week(&couple.robin));
    assert_eq!((&alexs["status"], &robins["status"]), (&"agreed".into(), &"agreed".into()));
    assert_eq!(alexs["agreed"]["at"], robins["agreed"]["at"]);
    assert_ne!(alexs["agreed"]["local"], robins["agreed"]["local"]);
    assert_eq!(alexs["agreed"]["partners_in_words"], robins["agreed"]["in_words"]);

    couple.robin.run(&["schedule", "call-off", alexs["week"].as_str().unwrap()]);
    couple.sync();
    assert_eq!(week(&couple.alex)["status"], "quiet");
}

#[test]
fn of_two_proposals_the_answer_goes_to_the_one_that_waits_for_it() {
    let couple = Couple::paired();
    couple.alex.run(&["schedule", "set", "sat-09:00-12:00"]);
    couple.robin.run(&["schedule", "set", "sat-18:00-21:00"]);
    couple.sync();
    couple.alex.run(&["schedule", "propose", "1"]);
    couple.sync();
    couple.robin.run(&["schedule", "propose", "2026-12-05T10:00:00Z"]);
    couple.sync();
    let ids: Vec<String> = couple.robin.run(&["schedule", "weeks"])["weeks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|week| week["proposal"]["id"].as_str().unwrap().to_owned())
        .collect();
    let shown = couple.alex.command().args(["schedule", "weeks"]).output().unwrap().stdout;
    let shown = String::from_utf8(shown).unwrap();
    assert!(ids.iter().all(|id| shown.contains(&format!("[{}]", &id[..12]))), "{shown}");
    let accepted = couple.alex.run(&["schedule", "accept"]);
    assert_eq!(accepted["weeks"][1]["status"], "agreed", "robin's, and not alex's own, which is of the week before");
    let accepted = couple.robin.run(&["schedule", "accept", &ids[0][..12]]);
    assert_eq!(accepted["weeks"][0]["status"], "agreed");
}

#[test]
fn of_two_proposals_at_once_the_first_in_the_log_counts_on_both_phones() {
    let couple = Couple::paired();
    couple.alex.run(&["schedule", "set", "sat-09:00-12:00", "sun-09:00-12:00"]);
    couple.robin.run(&["schedule", "set", "sat-18:00-21:00", "sun-18:00-21:00"]);
    couple.sync();
    // Neither has heard of the other's.
    couple.alex.run(&["schedule", "propose", "1", "--offline"]);
    couple.robin.run(&["schedule", "propose", "2", "--offline"]);
    // Robin's reaches the server first.
    couple.robin.run(&["sync"]);
    couple.sync();
    let (alexs, robins) = (week(&couple.alex), week(&couple.robin));
    assert_eq!((&alexs["status"], &robins["status"]), (&"theirs".into(), &"mine".into()));
    assert_eq!(alexs["proposal"]["id"], robins["proposal"]["id"]);
}

#[test]
fn of_a_partner_on_a_journey_no_hour_is_told_until_they_are_back_or_their_times_have_moved() {
    let couple = Couple::paired();
    couple.alex.run(&["schedule", "set", "sat-09:00-12:00"]);
    couple.robin.run(&["schedule", "set", "sat-18:00-21:00"]);
    couple.sync();
    couple.alex.run(&["schedule", "propose", "1"]);
    couple.sync();
    couple.robin.run(&["schedule", "accept"]);
    let robins_hour = || week(&couple.alex)["agreed"]["partners_in_words"].clone();
    let seen_in = |zone| {
        let robin = PhoneProcess::new(couple.folder.path(), "robin").with(&["--zone", zone, "--now", MONDAY]);
        robin.run(&["today", "open"]);
        couple.sync();
        robin
    };
    seen_in("Asia/Tokyo");
    let at_home = robins_hour();
    assert!(at_home.as_str().unwrap().contains("pm"), "{at_home}");
    let away = seen_in("America/New_York");
    assert_eq!(robins_hour(), Value::Null);
    assert!(couple.alex.run(&["schedule", "times"])["partners_note"].is_string());
    seen_in("Asia/Seoul");
    assert_eq!(robins_hour(), at_home, "clocks show the same there");
    away.run(&["schedule", "move"]);
    couple.sync();
    assert!(robins_hour().as_str().unwrap().contains("am"), "by the clock of New York");
}

#[test]
fn a_proposal_for_three_weeks_ahead_is_seen_and_accepted() {
    let couple = Couple::paired();
    couple.alex.run(&["schedule", "propose", "2026-12-20T18:00:00Z"]);
    couple.sync();
    let last =
        |phone: &PhoneProcess| phone.run(&["schedule", "weeks"])["weeks"].as_array().unwrap().last().unwrap().clone();
    let (alexs, robins) = (last(&couple.alex), last(&couple.robin));
    // In Tokyo it is Monday.
    assert_eq!((&alexs["week"], &alexs["status"]), (&"2026-W51".into(), &"mine".into()));
    assert_eq!((&robins["week"], &robins["status"]), (&"2026-W52".into(), &"theirs".into()));
    assert_eq!(couple.robin.run(&["today"])["cards"][0]["kind"], "proposal");
    couple.robin.run(&["schedule", "accept"]);
    couple.sync();
    assert_eq!((&last(&couple.alex)["status"], &last(&couple.robin)["status"]), (&"agreed".into(), &"agreed".into()));
    couple.robin.run(&["schedule", "call-off", "2026-W52"]);
    couple.sync();
    assert_ne!(last(&couple.alex)["status"], "agreed");
}
