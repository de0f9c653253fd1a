//! Bad input from a shell gets an error with a stable code, and costs nothing.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use tend_ffi::{
    Amount, Area, ChangeListener, GentleDay, InviteWay, KindWindow, LeapRule, NudgeKind, NudgePause, NudgePreferences,
    NudgeRule, Phones, Reply, RuleSchedule, Tend, TendError, TimeWindow, Weekday,
};

fn open(folder: &Path, key: Vec<u8>) -> Result<Arc<Tend>, TendError> {
    Tend::open(folder.to_str().unwrap().into(), key, "Phone".into(), vec!["en".into()], "Europe/Berlin".into(), None)
}

fn code<T>(result: Result<T, TendError>) -> String {
    let TendError::Failed { code, text, .. } = result.err().unwrap();
    assert!(text.contains(' '), "{code} has no words for a person");
    code
}

/// Seconds since 1970.
fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// A rule that there can be.
fn rule() -> NudgeRule {
    NudgeRule {
        id: "coffee".into(),
        kind: NudgeKind::Caring,
        on: true,
        recurrence: RuleSchedule::Daily,
        from: "09:00".into(),
        until: "10:00".into(),
        cue: Some("after the first coffee".into()),
        about: None,
        leads: vec![],
    }
}

#[test]
fn a_key_that_does_not_fit_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for length in [0, 31, 33] {
        assert_eq!(code(open(folder.path(), vec![7; length])), "store_wrong_key");
    }
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let second = open(folder.path(), vec![7; 32]);
    let Err(TendError::Failed { code: second, retry_can_help: true, .. }) = second else { panic!("no retry") };
    assert_eq!(second, "store_in_use");
    tend.surprises().add("tickets".into()).unwrap();
    drop(tend);
    assert_eq!(code(open(folder.path(), vec![8; 32])), "store_wrong_key");
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    assert_eq!(tend.surprises().all().unwrap()[0].text, "tickets");
}

#[test]
fn an_id_that_is_none_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    for id in ["", "zz", "00112233", "00112233445566778899aabbccddeeff"] {
        let id = || id.to_owned();
        assert_eq!(code(tend.appreciations().delete(id())), "not_found");
        assert_eq!(code(tend.appreciations().edit(id(), "words".into(), String::new())), "not_found");
        assert_eq!(code(tend.appreciations().thank(id())), "not_found");
        assert_eq!(code(tend.surprises().delete(id())), "not_found");
        assert_eq!(code(tend.devices().remove(id())), "not_found");
        assert_eq!(code(tend.practice().exercise(id())), "not_found");
        assert_eq!(code(tend.practice().choose_path(id())), "not_found");
        assert_eq!(code(tend.runs().begin(id(), None, Phones::One, true)), "not_found");
        assert_eq!(code(tend.runs().get(id())), "not_found");
        assert_eq!(code(tend.runs().next(id(), String::new())), "not_found");
        assert_eq!(code(tend.runs().back(id(), String::new())), "not_found");
        assert_eq!(code(tend.runs().pause(id())), "not_found");
        assert_eq!(code(tend.runs().resume(id())), "not_found");
        assert_eq!(code(tend.runs().let_go(id())), "not_found");
        assert_eq!(code(tend.runs().finish(id())), "not_found");
        assert_eq!(code(tend.runs().feel(id(), 10)), "not_found");
        assert_eq!(code(tend.runs().write(id(), "words".into(), String::new())), "not_found");
        assert_eq!(code(tend.runs().release(id(), "step".into(), "00".into())), "not_found");
        assert_eq!(code(tend.runs().take_back(id())), "not_found");
        assert_eq!(code(tend.runs().drafts(id())), "not_found");
        assert_eq!(code(tend.runs().shred(id(), "step".into())), "not_found");
        assert_eq!(code(tend.schedule().reply(id(), Reply::Accept)), "not_found");
        assert_eq!(code(tend.schedule().call_off(id())), "not_found");
        assert_eq!(code(tend.nudges().snooze(id(), now() + 60)), "not_found");
        assert_eq!(code(tend.nudges().remove_rule(id())), "not_found");
        tend.nudges().rang(id()).unwrap();
    }
    assert_eq!(code(tend.appreciations().share("zz".into(), "00".into())), "not_found");
    assert_eq!(code(tend.pairing().confirm("zz".into())), "not_found");
    assert_eq!(code(tend.pairing().cancel("00112233445566778899aabbccddeeff".into())), "invite_gone");
    assert_eq!(code(tend.notices().read("z".into())), "not_found");
}

#[test]
fn words_and_invites_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    assert_eq!(code(tend.appreciations().write(" \n ".into())), "text_empty");
    assert_eq!(code(tend.surprises().add("long ".repeat(401))), "text_too_long");
    assert_eq!(code(tend.people().set_me("".into(), "".into(), None)), "name_empty");
    assert_eq!(code(tend.people().set_me("A".into(), "p".repeat(41), None)), "name_too_long");
    assert_eq!(code(tend.pairing().invite_partner(InviteWay::Link)), "no_server");
    assert_eq!(code(tend.pairing().accept("https://example.org".into())), "invite_unreadable");
    assert_eq!(code(tend.pairing().use_server("nowhere".into(), None)), "bad_server");
    assert_eq!(code(tend.pairing().leave()), "not_paired");
}

#[test]
fn numbers_that_are_too_great_are_refused_and_not_cut() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let id = || "00112233445566778899aabbccddeeff".to_owned();
    // 256 and 266 are 0 and 10 when they are cut to a byte.
    for feeling in [11, 256, 266, u32::MAX] {
        assert_eq!(code(tend.runs().feel(id(), feeling)), "not_on_scale", "{feeling}");
    }
    for minutes in [0, 241, 65_566, u32::MAX] {
        assert_eq!(code(tend.schedule().propose(now() + 3600, minutes, None)), "session_length", "{minutes}");
    }
    for (schedule, refused) in [
        (RuleSchedule::Weekly { days: vec![] }, "rule_weekdays"),
        (RuleSchedule::TimesAWeek { times: 257 }, "rule_times"),
        (RuleSchedule::EveryDays { days: 65_538, from: "2026-03-01".into() }, "rule_every_days"),
        (RuleSchedule::EveryDays { days: 2, from: "2026-02-29".into() }, "out_of_range"),
        (RuleSchedule::Monthly { day: 257 }, "rule_day_of_month"),
        (RuleSchedule::Yearly { month: 2, day: 30, leap: LeapRule::Both }, "rule_day_of_year"),
        (RuleSchedule::Yearly { month: 258, day: 1, leap: LeapRule::Both }, "rule_day_of_year"),
        (RuleSchedule::Once { at: i64::MAX }, "out_of_range"),
        (RuleSchedule::Once { at: 0 }, "rule_once_of_routine"),
    ] {
        let rule = NudgeRule { recurrence: schedule.clone(), ..rule() };
        assert_eq!(code(tend.nudges().set_rule(rule, None)), refused, "{schedule:?}");
    }
}

#[test]
fn times_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let schedule = tend.schedule();
    assert_eq!(code(schedule.set_times(vec![], Amount::Steady)), "no_windows");
    for (from, until) in [("18:00", "17:59"), ("18:00", "24:00"), ("6pm", "8pm"), ("", "")] {
        let window = TimeWindow { day: Weekday::Sunday, from: from.into(), until: until.into() };
        let refused = if from == "18:00" && until == "17:59" { "window_backwards" } else { "out_of_range" };
        assert_eq!(code(schedule.set_times(vec![window], Amount::Steady)), refused, "{from} {until}");
    }
    let many = (0..29).map(|minute| TimeWindow {
        day: Weekday::Sunday,
        from: format!("10:{minute:02}"),
        until: "11:00".into(),
    });
    assert_eq!(code(schedule.set_times(many.collect(), Amount::Steady)), "too_many_windows");
    for at in [i64::MIN, i64::MAX] {
        assert_eq!(code(schedule.propose(at, 30, None)), "out_of_range");
    }
    assert_eq!(code(schedule.propose(now() - 3600, 30, None)), "slot_past");
    assert_eq!(code(schedule.propose(now() + 3600, 30, Some("nothing-such".into()))), "not_found");
    assert!(schedule.times().unwrap().mine.is_none());
}

#[test]
fn times_are_of_the_zone_that_the_platform_names() {
    let folder = tempfile::tempdir().unwrap();
    let path = || folder.path().to_str().unwrap().to_owned();
    let open =
        |zone: &str| Tend::open(path(), vec![7; 32], "Phone".into(), vec!["en".into()], zone.into(), None).unwrap();
    let night = || TimeWindow { day: Weekday::Saturday, from: "22:00".into(), until: "02:00".into() };
    let tend = open("Nowhere/City");
    assert_eq!(code(tend.schedule().set_times(vec![night()], Amount::Steady)), "zone_unknown");
    assert_eq!(code(tend.set_zone("GMT+25".into())), "zone_unknown");
    tend.set_zone("Asia/Tokyo".into()).unwrap();
    tend.schedule().set_times(vec![night()], Amount::Steady).unwrap();
    let mine = tend.schedule().times().unwrap().mine.unwrap();
    assert_eq!((mine.zone.as_str(), mine.windows.len()), ("Asia/Tokyo", 2));
    // Elsewhere it is asked whether they still hold, until the person said so.
    tend.set_zone("America/New_York".into()).unwrap();
    assert!(tend.schedule().times().unwrap().question.unwrap().contains("Tokyo"));
    tend.schedule().keep_times().unwrap();
    assert_eq!(tend.schedule().times().unwrap().question, None);
    tend.schedule().move_times().unwrap();
    assert_eq!(tend.schedule().times().unwrap().mine.unwrap().zone, "America/New_York");
}

#[test]
fn rules_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let given = tend.nudges().rules().unwrap();
    let set = |rule: NudgeRule| code(tend.nudges().set_rule(rule, None));
    assert_eq!(set(NudgeRule { id: "Not this".into(), ..rule() }), "rule_id");
    assert_eq!(set(NudgeRule { from: "12:00".into(), until: "11:59".into(), ..rule() }), "rule_hours");
    for (from, until) in [("12:00", "noon"), ("25:00", "26:00"), ("", "12:00")] {
        let refused = set(NudgeRule { from: from.into(), until: until.into(), ..rule() });
        assert_eq!(refused, "out_of_range", "{from} {until}");
    }
    assert_eq!(set(NudgeRule { cue: Some("x".repeat(81)), ..rule() }), "rule_cue");
    assert_eq!(set(NudgeRule { leads: vec![u32::MAX], ..rule() }), "rule_leads");
    assert_eq!(set(NudgeRule { leads: vec![60], ..rule() }), "rule_leads_of_routine");
    let by_chance = RuleSchedule::TimesAWeek { times: 1 };
    let occasion = NudgeRule { kind: NudgeKind::Occasion, recurrence: by_chance, ..rule() };
    assert_eq!(set(occasion), "rule_chance_of_booked");
    assert_eq!(tend.nudges().rules().unwrap(), given);
    tend.nudges().set_rule(rule(), None).unwrap();
    assert_eq!(tend.nudges().rules().unwrap().into_iter().filter(|one| one.rule == rule() && !one.given).count(), 1);
}

#[test]
fn preferences_and_instants_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let nudges = tend.nudges();
    let before = nudges.preferences().unwrap();
    let bad: [fn(&mut NudgePreferences); 10] = [
        |all| all.quiet_from = "late".into(),
        |all| all.quiet_until = "24:00".into(),
        |all| all.routine_a_day = 4,
        |all| all.routine_a_day = 256,
        |all| all.off_weeks = vec!["2026-W10".into()],
        |all| all.gentle_days = vec![GentleDay { month: 2, day: 30, year: None }],
        |all| all.gentle_days = vec![GentleDay { month: 257, day: 1, year: None }],
        |all| all.pauses = vec![NudgePause { from: i64::MAX, until: None }],
        |all| all.pauses = vec![NudgePause { from: 20, until: Some(10) }],
        |all| {
            all.windows = vec![KindWindow { kind: NudgeKind::Fun, from: "12:00".into(), until: "11:00".into() }];
        },
    ];
    for (number, spoil) in bad.into_iter().enumerate() {
        let mut preferences = before.clone();
        spoil(&mut preferences);
        let refused = if number == 9 { "rule_hours" } else { "out_of_range" };
        assert_eq!(code(nudges.set_preferences(before.clone(), preferences)), refused, "{number}");
    }
    for at in [i64::MIN, now() - 60, i64::MAX] {
        assert_eq!(code(nudges.pause(Some(at))), "out_of_range", "{at}");
        assert_eq!(code(nudges.snooze("an-id".into(), at)), "out_of_range", "{at}");
    }
    assert_eq!(nudges.preferences().unwrap(), before);
    nudges.set_preferences(before.clone(), before.clone()).unwrap();
    assert_eq!(nudges.preferences().unwrap(), before);
}

#[test]
fn words_are_of_the_first_language_that_tend_speaks() {
    let folder = tempfile::tempdir().unwrap();
    let languages = ["fr-FR", "de-AT", "en"].map(String::from).to_vec();
    let tend =
        Tend::open(folder.path().to_str().unwrap().into(), vec![7; 32], "Phone".into(), languages, "UTC".into(), None);
    let german = tend.unwrap().schedule().times().unwrap().note;
    let folder = tempfile::tempdir().unwrap();
    let english = open(folder.path(), vec![7; 32]).unwrap().schedule().times().unwrap().note;
    assert_ne!(german, english);
}

#[test]
fn a_listener_that_fails_harms_nobody() {
    #[derive(Default)]
    struct Failing(AtomicUsize);
    impl ChangeListener for Failing {
        fn changed(&self, areas: Vec<Area>) -> Result<(), TendError> {
            if areas == [Area::Surprises] {
                self.0.fetch_add(1, Ordering::Relaxed);
            }
            Err(TendError::Failed { code: "thrown".into(), text: "thrown".into(), retry_can_help: false })
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let (first, second) = (Arc::new(Failing::default()), Arc::new(Failing::default()));
    let number = tend.subscribe(first.clone());
    tend.subscribe(second.clone());
    tend.surprises().add("tickets".into()).unwrap();
    tend.unsubscribe(number);
    assert_eq!(tend.listener_count(), 1);
    tend.surprises().add("a picnic".into()).unwrap();
    assert_eq!((first.0.load(Ordering::Relaxed), second.0.load(Ordering::Relaxed)), (1, 2));
}

#[tokio::test]
async fn syncing_without_a_server_does_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    let syncing = tend.syncing();
    let outcome = syncing.sync().await.unwrap();
    assert!(!outcome.changed && outcome.requests == 0);
}

#[tokio::test]
async fn following_ends_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let tend = open(folder.path(), vec![7; 32]).unwrap();
    for _ in 0..2 {
        tend.syncing().start_following().unwrap();
        tend.syncing().start_following().unwrap();
        tend.syncing().stop_following().await.unwrap();
    }
    tend.syncing().stop_following().await.unwrap();
}
