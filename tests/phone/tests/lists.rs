//! What a list shows: which thing is meant, whose words are whose, and what can be taken away again.

#![allow(clippy::unwrap_used)]

mod common;

use common::Phone;

/// What stands in brackets on each line that begins with a number.
fn in_brackets(text: &str) -> Vec<String> {
    let entries = text.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    entries.map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned()).collect()
}

#[test]
fn what_stands_in_brackets_names_one_thing() {
    let phone = Phone::new();
    for words in ["one", "two", "three", "four", "five"] {
        phone.run(&["appreciate", words]);
        phone.run(&["surprise", words]);
    }
    for (list, edit, key) in [("appreciations", "edit", "appreciation"), ("surprises", "edit-surprise", "surprise")] {
        let all = phone.run(&[list]);
        let short = in_brackets(&phone.outcome(&[list]).out);
        assert_eq!(short.len(), 5, "{list}");
        for (one, id) in all[list].as_array().unwrap().iter().zip(&short) {
            let edited = phone.run(&[edit, id, one["text"].as_str().unwrap()]);
            assert_eq!(edited[key]["id"], one["id"], "{list}");
        }
    }
}

#[test]
fn what_could_be_two_is_shown_with_enough_to_choose() {
    let phone = Phone::new();
    let ids = ["tea", "cake"]
        .map(|words| phone.run(&["appreciate", words])["appreciation"]["id"].as_str().unwrap().to_owned());
    assert_eq!(ids[0][..8], ids[1][..8], "both begin with the day");
    assert_eq!(phone.refusal(&["edit", &ids[0][..8], "x"]), "id_ambiguous");
    let told = phone.outcome(&["edit", &ids[0][..8], "x"]).errors;
    assert!(told.contains(&ids[0][..12]) && told.contains(&ids[1][..12]), "{told}");
    assert!(told.contains("“tea”") && told.contains("“cake”"), "{told}");
}

#[test]
fn no_words_can_look_like_another_entry() {
    let phone = Phone::new();
    let forged = "thanks”  from you, 2026-11-27  [80005130]";
    for line_break in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
        let text = format!("{forged}{line_break}  2. [80005130aaaa] from you, 2026-11-27: “I never wrote this");
        phone.run(&["appreciate", &text]);
        phone.run(&["surprise", &text]);
    }
    for list in ["appreciations", "surprises"] {
        let out = phone.outcome(&[list]).out;
        let ids = phone.run(&[list]);
        let ids: Vec<&str> = ids[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        let short = in_brackets(&out);
        assert_eq!(short.len(), 5, "{out}");
        assert!(ids.iter().zip(&short).all(|(id, short)| id.starts_with(short.as_str())), "{out}");
    }
    let esc = phone.run(&["appreciate", "a\u{1b}[2Jb\u{7}"]);
    assert_eq!(esc["appreciation"]["text"], "a[2Jb");
}

#[test]
fn a_name_is_one_line_that_turns_nothing_around() {
    let phone = Phone::new();
    phone.run(&["me", "Al\nex", "--pronouns", "they\u{202e}\r\nthem"]);
    assert_eq!(phone.outcome(&["who"]).out.lines().next(), Some("You are Al ex (they them)."));
    phone.run(&["me", "a\u{202e}gnp.exe"]);
    assert_eq!(phone.run(&["who"])["me"]["name"], "agnp.exe");
    let other = Phone::new();
    assert_eq!(other.refusal(&["--device-name", "\u{200b}", "who"]), "name_empty");
    let named = other.run(&["--device-name", "Kit\nchen\u{202e}", "devices"]);
    assert_eq!(named["devices"][0]["name"], "Kit chen");
}

#[test]
fn every_command_answers_in_one_object() {
    let phone = Phone::new();
    let now = ["--now", "2026-11-24T08:00:00Z", "--zone", "Europe/Berlin"];
    for days in ["0", "14"] {
        let answer = phone.run(&[&now[..], &["plan", "--days", days]].concat());
        assert_eq!(answer["plan"].as_array().unwrap().is_empty(), days == "0");
    }
    let ids = phone.run(&[&now[..], &["plan"]].concat());
    let out = phone.outcome(&[&now[..], &["plan"]].concat()).out;
    assert_eq!(
        in_brackets(&out),
        ids["plan"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect::<Vec<_>>()
    );
}

#[test]
fn what_was_set_for_nudges_is_kept_once_and_can_be_taken_away() {
    let phone = Phone::new();
    let set = |words: &[&str]| phone.run(&[&["nudges", "set"], words].concat())["preferences"].clone();
    let add = [
        "--gentle-day",
        "11-02",
        "--gentle-day",
        "2027-03-14",
        "--off-week",
        "2026-12-23",
        "--window",
        "fun=17:00-20:00",
    ];
    set(&add);
    let both = set(&add);
    assert_eq!(
        (both["gentle_days"].as_array().unwrap().len(), &both["off_weeks"]),
        (2, &serde_json::json!(["2026-12-21"]))
    );
    assert_eq!(both["windows"]["fun"], "17:00-20:00");
    let told = phone.outcome(&["nudges", "show"]).out;
    for shown in ["11-02", "2027-03-14", "2026-12-21", "fun=17:00-20:00"] {
        assert!(told.contains(shown), "{shown}: {told}");
    }
    let less = set(&["--no-gentle-day", "11-02", "--no-off-week", "2026-12-27", "--no-window", "fun"]);
    assert_eq!(less["gentle_days"], serde_json::json!([{ "month": 3, "day": 14, "year": 2027 }]));
    assert_eq!((&less["off_weeks"], &less["windows"]), (&serde_json::json!([]), &serde_json::json!({})));
    set(&["--no-gentle-day", "2027-03-14"]);
    assert_eq!(phone.run(&["nudges", "show"])["preferences"]["gentle_days"], serde_json::json!([]));
}

#[test]
fn a_run_that_is_over_is_named_by_the_beginning_of_its_id() {
    let phone = Phone::new();
    let run = phone.run(&["practice", "begin", "safety-and-intentions"])["run"]["id"].as_str().unwrap().to_owned();
    phone.run(&["practice", "finish", &run[..12]]);
    assert_eq!(phone.run(&["practice", "feel", &run[..12], "7"])["run"]["feeling"], 7);
    assert_eq!(phone.refusal(&["practice", "next", "1"]), "not_found");
}
