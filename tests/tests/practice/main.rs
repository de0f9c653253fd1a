//! The practice on real phones and a real server: what is private stays private, a session is agreed on by two, and one person's two
//! phones do not both ring.

#![allow(clippy::unwrap_used)]

mod couple;
mod schedule;

use std::sync::Arc;

use serde_json::Value;
use tend_core::{
    Options, SystemClock, Tend,
    content::Language,
    identity::SystemEntropy,
    store::{Store, StoreError, StoreKey, Transaction},
    sync::http::Roots,
};
use tend_tests::process::PhoneProcess;

use couple::Couple;

/// Every byte of every record in the store of a phone, space by space.
fn records(phone: &PhoneProcess) -> Vec<Vec<u8>> {
    let key: [u8; 32] = std::fs::read(phone.home().join("key")).unwrap().try_into().unwrap();
    let options = Options {
        folder: phone.home().into(),
        key: StoreKey::new(key),
        device_name: "reader".into(),
        language: Language::English,
        clock: Arc::new(SystemClock::default()),
        entropy: Arc::new(SystemEntropy::default()),
        roots: Roots::Mozilla,
    };
    let spaces: Vec<_> =
        Tend::open(options).unwrap().syncing().spaces().unwrap().iter().map(|state| state.id).collect();
    let store = Store::open(phone.home(), &StoreKey::new(key)).unwrap();
    let bytes = |tx: &Transaction<'_>, space| {
        let records = tx.records_after(space, None, 10_000)?;
        Ok::<_, StoreError>(records.into_iter().flat_map(|record| record.state).collect())
    };
    store.read(|tx| spaces.iter().map(|space| bytes(tx, *space)).collect::<Result<_, _>>()).unwrap()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// Goes on until the step, and writes there.
fn write_at(phone: &PhoneProcess, step: &str, words: &str) {
    for _ in 0..20 {
        if phone.run(&["practice", "step"])["run"]["step"]["id"] == step {
            phone.run(&["practice", "write", words]);
            return;
        }
        phone.run(&["practice", "next"]);
    }
    panic!("there is no step {step}");
}

/// The steps of an exercise in which something is written, by what becomes of it.
fn writing(exercise: &str, what: tend_core::content::StepWords) -> Vec<String> {
    let steps = &tend_core::content::catalogue().exercises[exercise].steps;
    steps.iter().filter(|step| step.words == Some(what)).map(|step| step.id.clone()).collect()
}

#[test]
fn nothing_leaves_but_what_its_author_releases() {
    let couple = Couple::paired();
    let drafts = writing("caring-list", tend_core::content::StepWords::Share);
    let begun = couple.alex.run(&["practice", "begin", "caring-list", "--phones", "two"]);
    let run = begun["run"]["id"].as_str().unwrap().to_owned();
    for (at, step) in drafts.iter().enumerate() {
        write_at(&couple.alex, step, &format!("word-that-stays-{at}"));
    }
    couple.sync();
    let shared =
        |phone: &PhoneProcess| phone.run(&["practice", "shared", "caring-list"])["shared"].as_array().unwrap().len();
    assert_eq!((shared(&couple.alex), shared(&couple.robin)), (0, 0));
    assert!(records(&couple.robin).iter().all(|space| !holds(space, "word-that-stays")));

    couple.alex.run(&["practice", "release", &run, &drafts[0]]);
    couple.sync();
    let given = couple.robin.run(&["practice", "shared", "caring-list"]);
    assert_eq!(given["shared"][0]["text"], "word-that-stays-0");
    let robins = records(&couple.robin);
    assert!(robins.iter().any(|space| holds(space, "word-that-stays-0")), "the search finds what is there");
    for at in 1..drafts.len() {
        let words = format!("word-that-stays-{at}");
        assert!(robins.iter().all(|space| !holds(space, &words)), "{words} has left");
    }
    let alexs = records(&couple.alex);
    let spaces = alexs.iter().filter(|space| holds(space, "word-that-stays-1")).count();
    assert_eq!((alexs.len(), spaces), (2, 1), "the couple space holds no draft");

    let id = given["shared"][0]["id"].as_str().unwrap();
    assert_eq!(couple.robin.ask(&["practice", "take-back", "caring-list", id]).unwrap_err().code, "not_yours");
    couple.alex.run(&["practice", "take-back", "caring-list", id]);
    couple.sync();
    assert_eq!(shared(&couple.robin), 0);
    assert!(records(&couple.robin).iter().all(|space| !holds(space, "word-that-stays")));
}

#[test]
fn a_private_step_is_never_released() {
    let couple = Couple::paired();
    let steps = writing("surprise-list", tend_core::content::StepWords::Private);
    let begun = couple.alex.run(&["practice", "begin", "surprise-list"]);
    let run = begun["run"]["id"].as_str().unwrap();
    write_at(&couple.alex, &steps[0], "a secret of the good kind");
    assert_eq!(couple.alex.ask(&["practice", "release", run, &steps[0]]).unwrap_err().code, "only_yours");
    couple.sync();
    assert!(records(&couple.robin).iter().all(|space| !holds(space, "good kind")));
}

#[test]
fn a_run_goes_on_on_the_other_phone_of_its_person_and_can_be_let_go() {
    let couple = Couple::paired();
    let tablet = couple.tablet();
    let begun = couple.alex.run(&["practice", "begin", "relationship-vision", "--phones", "two"]);
    let run = begun["run"]["id"].as_str().unwrap();
    couple.alex.run(&["practice", "next"]);
    couple.alex.run(&["practice", "pause"]);
    couple.sync_own(&tablet);
    let here = tablet.run(&["practice", "runs"]);
    assert_eq!((&here["runs"][0]["id"], &here["runs"][0]["status"]), (&begun["run"]["id"], &"paused".into()));
    assert_eq!(here["runs"][0]["step_number"], 2);
    tablet.run(&["practice", "let-go", run]);
    assert_eq!(tablet.ask(&["practice", "resume", run]).unwrap_err().code, "run_over");
}

#[test]
fn a_finished_exercise_asks_once_about_oneself() {
    let couple = Couple::paired();
    let begun = couple.alex.run(&["practice", "begin", "mirroring-practice"]);
    let run = begun["run"]["id"].as_str().unwrap();
    let done = couple.alex.run(&["practice", "finish", run]);
    assert!(done["run"]["question"].is_string());
    assert_eq!(couple.alex.run(&["practice", "feel", run, "7"])["run"]["feeling"], 7);
    assert_eq!(couple.alex.ask(&["practice", "feel", run, "11"]).unwrap_err().code, "not_on_scale");
    couple.sync();
    // Both did it; the answer is nobody's but Alex's.
    let robins = couple.robin.run(&["practice", "show", "mirroring-practice"]);
    assert_eq!(robins["exercise"]["last_on"], "2026-11-23");
    let runs = records(&couple.robin);
    assert!(runs.iter().all(|space| !holds(space, "feeling")));
}

#[test]
fn frustrations_wait_for_listening() {
    let couple = Couple::paired();
    let begin = ["practice", "begin", "from-complaint-to-wish"];
    assert_eq!(couple.alex.ask(&begin).unwrap_err().code, "opens_later");
    let listening = couple.alex.run(&["practice", "begin", "five-minute-mirror"]);
    couple.alex.run(&["practice", "finish", listening["run"]["id"].as_str().unwrap()]);
    couple.alex.run(&begin);
}

#[test]
fn only_the_phone_that_was_used_last_rings() {
    let couple = Couple::paired();
    let tablet = couple.tablet();
    let sync = || couple.sync_own(&tablet);
    let rings = |phone: &PhoneProcess| !phone.run(&["nudges", "pending"])["pending"].as_array().unwrap().is_empty();
    sync();
    assert_eq!((rings(&couple.alex), rings(&tablet)), (true, false), "the first that was linked");
    tablet.run(&["today", "open"]);
    sync();
    assert_eq!((rings(&couple.alex), rings(&tablet)), (false, true), "the last that was used");
}

#[test]
fn a_plan_is_one_object_and_the_locked_screen_says_nothing() {
    let couple = Couple::paired();
    couple.alex.run(&[
        "rule",
        "add",
        "coffee",
        "--kind",
        "appreciation",
        "--daily",
        "--from",
        "10:00",
        "--cue",
        "After the first coffee",
    ]);
    let answer = couple.alex.run(&["plan", "--days", "7"]);
    let plan = answer["plan"].as_array().unwrap();
    assert_eq!(plan.len(), 7, "one a day");
    for nudge in plan {
        for key in ["id", "kind", "at", "local", "zone", "device", "public", "private", "reason"] {
            assert!(nudge[key].is_string(), "{key}: {nudge}");
        }
        assert_eq!(nudge["public"], plan[0]["public"]);
    }
    assert!(plan.iter().any(|nudge| nudge["private"].as_str().unwrap().contains("After the first coffee")));
    assert_eq!(couple.alex.ask(&["rule", "add", "Bad Name", "--kind", "fun", "--daily"]).unwrap_err().code, "rule_id");
}

#[test]
fn the_first_screen_speaks_the_persons_language() {
    let couple = Couple::paired();
    let german = couple.alex.clone().with(&["--language", "de"]).run(&["today"]);
    let spanish = couple.alex.clone().with(&["--language", "es"]).run(&["today"]);
    let pseudo = couple.alex.clone().with(&["--language", "en-XA"]).run(&["today"]);
    let title = |view: &Value| view["cards"][0]["title"].as_str().unwrap().to_owned();
    assert_eq!((title(&german).as_str(), title(&spanish).as_str()), ("Etwas für heute", "Algo para hoy"));
    assert!(title(&pseudo).starts_with('['));
    let refused = couple.alex.clone().with(&["--language", "de"]).ask(&["practice", "show", "nothing"]).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.message.as_str()), ("not_found", "Das ist nicht mehr da."));
}

#[test]
fn what_was_done_on_one_phone_is_done_on_the_other() {
    let couple = Couple::paired();
    let tablet = couple.tablet();
    couple.sync_own(&tablet);
    let prompt = |phone: &PhoneProcess| {
        let cards = phone.run(&["today"])["cards"].as_array().unwrap().clone();
        cards.iter().find(|card| card["kind"] == "prompt").map(|card| card["about"].clone())
    };
    assert_eq!(prompt(&couple.alex), prompt(&tablet), "both draw the same");
    // One does it while the other only shows it: it is done, whichever is which.
    couple.alex.run(&["today", "done", "--offline"]);
    tablet.run(&["today", "open", "--offline"]);
    couple.sync_own(&tablet);
    assert_eq!((prompt(&couple.alex), prompt(&tablet)), (None, None));
    let tomorrow = |name| PhoneProcess::new(couple.folder.path(), name).with(&["--now", "2026-11-24T09:00:00Z"]);
    let (alex, other) = (tomorrow("alex"), tomorrow("tablet"));
    other.run(&["today", "done", "--offline"]);
    alex.run(&["today", "open", "--offline"]);
    couple.sync_own(&tablet);
    assert_eq!((prompt(&alex), prompt(&other)), (None, None));
}

#[test]
fn another_one_is_another_one() {
    let couple = Couple::paired();
    let about = |view: Value| view["cards"][0]["about"].clone();
    let first = about(couple.alex.run(&["today", "open"]));
    let second = about(couple.alex.run(&["today", "another"]));
    assert_ne!(first, second);
    assert_eq!(about(couple.alex.run(&["today"])), second, "and it stays");
}
