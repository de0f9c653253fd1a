//! Clocks that are wrong, of whole processes: what a library asks the operating system is wrong too. MLS is to read no clock at all.

#![allow(clippy::unwrap_used)]

use tend_tests::process::{PhoneProcess, ServerProcess, link_device, pair, sync_all};

struct Phones {
    // Removed last.
    folder: tempfile::TempDir,
    server: ServerProcess,
}

impl Phones {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = ServerProcess::start_for_tests(&folder.path().join("server"));
        Self { folder, server }
    }

    fn phone(&self, name: &str) -> PhoneProcess {
        PhoneProcess::new(self.folder.path(), name).with(&["--device-name", name])
    }

    fn with_name(&self, phone: PhoneProcess, name: &str) -> PhoneProcess {
        phone.run(&["me", name, "--server", &self.server.url()]);
        phone
    }
}

fn texts(phone: &PhoneProcess) -> Vec<String> {
    let all = phone.run(&["appreciations"]);
    let mut texts: Vec<String> =
        all["appreciations"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().into()).collect();
    texts.sort();
    texts
}

fn is_healthy(phone: &PhoneProcess) {
    let notices = phone.run(&["notices"]);
    let codes = notices["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap());
    let bad: Vec<_> = codes.filter(|code| !code.ends_with("-came")).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[test]
fn a_commit_that_adds_a_device_is_processed_a_hundred_days_later() {
    let phones = Phones::new();
    let alex = phones.with_name(phones.phone("Alex"), "Alex");
    let robin = phones.with_name(phones.phone("Robin"), "Robin");
    pair(&alex, &robin, "qr");
    let tablet = phones.phone("tablet");
    link_device(&alex, &tablet, "qr");
    sync_all(&[&alex, &tablet]);
    tablet.run(&["appreciate", "You waited for me."]);
    sync_all(&[&alex, &tablet]);

    let robin = robin.wrong_by("+100d");
    sync_all(&[&robin]);
    assert_eq!(texts(&robin), ["You waited for me."], "the commit was merged, and what came after it was read");
    robin.run(&["appreciate", "You sang."]);
    sync_all(&[&robin, &tablet, &alex]);
    assert_eq!(texts(&tablet), ["You sang.", "You waited for me."]);
    for phone in [&alex, &robin, &tablet] {
        is_healthy(phone);
    }
}

#[test]
fn phones_a_year_slow_and_a_year_fast_pair_link_and_talk() {
    let phones = Phones::new();
    let year = |phone: &PhoneProcess| {
        let surprise = phone.run(&["surprise", "a boat trip"]);
        surprise["surprise"]["written_on"].as_str().unwrap()[..4].parse::<i32>().unwrap()
    };
    let alex = phones.with_name(phones.phone("Alex").wrong_by("-365d"), "Alex");
    let robin = phones.with_name(phones.phone("Robin").wrong_by("+365d"), "Robin");
    assert!((1..=2).contains(&(year(&robin) - year(&alex))), "the clocks are wrong");
    pair(&alex, &robin, "code");
    let tablet = phones.phone("tablet").wrong_by("+365d");
    link_device(&alex, &tablet, "qr");
    sync_all(&[&alex, &tablet, &robin]);
    alex.run(&["appreciate", "You laughed."]);
    sync_all(&[&alex, &tablet, &robin]);
    robin.run(&["appreciate", "You stayed."]);
    sync_all(&[&robin, &alex, &tablet]);
    tablet.run(&["appreciate", "You asked."]);
    sync_all(&[&tablet, &alex, &robin]);
    for phone in [&alex, &robin, &tablet] {
        assert_eq!(texts(phone), ["You asked.", "You laughed.", "You stayed."]);
        is_healthy(phone);
    }
}

/// Somebody alone, without a server; what they say is of the moment and the zone that a command names.
struct Alone {
    folder: tempfile::TempDir,
}

impl Alone {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, zone: &str, now: &str) -> PhoneProcess {
        PhoneProcess::new(self.folder.path(), "alone").with(&["--offline", "--zone", zone, &format!("--now={now}")])
    }
}

fn kinds(today: &serde_json::Value) -> Vec<String> {
    today["cards"].as_array().unwrap().iter().map(|card| card["kind"].as_str().unwrap().into()).collect()
}

#[test]
fn no_second_session_runs_on_a_monday_morning_in_tokyo() {
    let alone = Alone::new();
    let phone = alone.at("Asia/Tokyo", "2026-11-27T00:00:00Z");
    phone.run(&["schedule", "set", "mon-08:00-12:00"]);
    phone.run(&["schedule", "propose", "2026-11-29T23:30:00Z", "--minutes", "60"]);
    let weeks = phone.run(&["schedule", "weeks"])["weeks"].clone();
    assert_eq!((&weeks[1]["week"], &weeks[1]["status"]), (&"2026-W49".into(), &"agreed".into()));
    assert!(weeks.as_array().unwrap().iter().all(|week| week["offered"].as_array().unwrap().is_empty()));
    // A person alone moves it.
    phone.run(&["schedule", "propose", "2026-11-30T00:00:00Z", "--minutes", "60"]);
    let agreed = phone.run(&["schedule", "weeks"])["weeks"].clone();
    let times: Vec<_> = agreed.as_array().unwrap().iter().map(|week| &week["agreed"]["local"]).collect();
    assert_eq!(times, [&serde_json::Value::Null, &"2026-11-30T09:00:00".into()]);
    phone.run(&["schedule", "call-off", "2026-W49"]);
    assert_eq!(phone.run(&["schedule", "weeks"])["weeks"][1]["status"], "nothing");
}

#[test]
fn what_is_agreed_for_next_year_is_listed() {
    let alone = Alone::new();
    let phone = alone.at("Europe/Berlin", "2026-11-27T00:00:00Z");
    phone.run(&["schedule", "set", "sun-18:00-21:00"]);
    phone.run(&["schedule", "propose", "2027-11-28T18:00:00Z"]);
    let weeks = phone.run(&["schedule", "weeks"])["weeks"].clone();
    assert_eq!((&weeks[2]["week"], &weeks[2]["status"]), (&"2027-W47".into(), &"agreed".into()));
    for minutes in ["0", "300"] {
        let refused = phone.ask(&["schedule", "propose", "2026-12-01T18:00:00Z", "--minutes", minutes]).unwrap_err();
        assert!(refused.code == "session_length" && refused.message.contains("240"), "{refused:?}");
    }
}

#[test]
fn a_year_ahead_for_a_day_holds_nothing_back() {
    let alone = Alone::new();
    let ahead = alone.at("Europe/Berlin", "2027-11-24T10:00:00Z");
    let first = ahead.run(&["today"])["cards"].as_array().unwrap().iter().find(|card| card["kind"] == "next").cloned();
    let begun = ahead.run(&["practice", "begin", first.unwrap()["about"].as_str().unwrap()]);
    ahead.run(&["practice", "finish", begun["run"]["id"].as_str().unwrap()]);
    assert!(!kinds(&ahead.run(&["today"])).contains(&"next".into()));
    for now in ["2026-12-10T10:00:00Z", "2027-03-01T10:00:00Z", "2027-12-02T10:00:00Z"] {
        assert!(kinds(&alone.at("Europe/Berlin", now).run(&["today"])).contains(&"next".into()), "{now}");
    }
    for _ in 0..30 {
        ahead.run(&["today", "another"]);
    }
    let mut seen = std::collections::BTreeSet::new();
    for day in 1..=28 {
        let phone = alone.at("Europe/Berlin", &format!("2026-12-{day:02}T10:00:00Z"));
        let cards = phone.run(&["today", "open"])["cards"].clone();
        let prompt = cards.as_array().unwrap().iter().find(|card| card["kind"] == "prompt").unwrap()["about"].clone();
        assert!(seen.insert(prompt.to_string()), "{prompt} again on {day}");
    }
}

#[test]
fn on_a_journey_the_times_are_asked_about_and_kept_or_moved() {
    let alone = Alone::new();
    let (home, away) =
        (alone.at("Europe/Berlin", "2026-11-27T08:00:00Z"), alone.at("America/New_York", "2026-11-27T08:00:00Z"));
    home.run(&["schedule", "set", "sun-18:00-21:00"]);
    assert!(!kinds(&home.run(&["today"])).contains(&"times".into()));
    assert!(kinds(&away.run(&["today"])).contains(&"times".into()));
    assert!(away.run(&["schedule", "times"])["question"].as_str().unwrap().contains("Berlin"));
    assert_eq!(away.run(&["schedule", "keep"])["mine"]["zone"], "Europe/Berlin");
    assert!(!kinds(&away.run(&["today"])).contains(&"times".into()));
    let moved = away.run(&["schedule", "move"]);
    assert_eq!((&moved["mine"]["zone"], &moved["question"]), (&"America/New_York".into(), &serde_json::Value::Null));
    assert!(kinds(&home.run(&["today"])).contains(&"times".into()), "back home they are those of New York");
}

#[test]
fn hours_go_on_until_midnight_and_after_it() {
    let alone = Alone::new();
    let phone = alone.at("Europe/Berlin", "2026-11-27T08:00:00Z");
    let windows = |text: &str| phone.run(&["schedule", "set", text])["mine"]["windows"].clone();
    assert_eq!(windows("sat-22:00-24:00"), serde_json::json!(["sat-22:00-00:00"]));
    assert_eq!(windows("sat-22:00-02:00"), serde_json::json!(["sat-22:00-00:00", "sun-00:00-02:00"]));
    let refused = phone.ask(&["schedule", "set", "sat-22:00-21:00"]).unwrap_err();
    assert!(refused.code == "window_backwards" && refused.message.contains("00:00"), "{refused:?}");
    for until in ["00:00", "24:00", "01:00"] {
        phone.run(&["rule", "add", "x", "--kind", "fun", "--daily", "--from", "22:00", "--until", until]);
    }
    let refused = phone.ask(&["rule", "add", "x", "--kind", "fun", "--daily", "--from", "22:00", "--until", "21:00"]);
    assert_eq!(refused.unwrap_err().code, "rule_hours");
    assert_eq!(
        phone.run(&["nudges", "set", "--window", "fun=22:00-01:00"])["preferences"]["windows"]["fun"],
        "22:00-01:00"
    );
    assert_eq!(phone.ask(&["nudges", "set", "--window", "fun=22:00-21:00"]).unwrap_err().code, "rule_hours");
    assert_eq!(phone.run(&["nudges", "set", "--no-window", "fun"])["preferences"]["windows"], serde_json::json!({}));
}

#[test]
fn a_zone_without_a_name_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let phone = PhoneProcess::new(folder.path(), "nowhere");
    let mut command = phone.command();
    command.env("TZ", "Nowhere/City").args(["--json", "--offline", "schedule", "set", "sun-19:00-21:00"]);
    let answer: serde_json::Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    assert_eq!(answer["error"]["code"], "zone_unknown");
}

#[test]
fn clocks_at_the_ends_of_time_do_no_harm() {
    for zone in ["Pacific/Kiritimati", "Pacific/Niue"] {
        for now in ["-009999-01-05T00:00:00Z", "1969-12-20T00:00:00Z", "9999-12-28T00:00:00Z"] {
            let alone = Alone::new();
            let phone = alone.at(zone, now);
            phone.run(&["schedule", "set", "sat-22:00-02:00"]);
            for words in [&["schedule", "weeks"][..], &["today", "open"], &["nudges", "pending"], &["practice", "list"]]
            {
                let _ = phone.ask(words);
            }
        }
    }
}
