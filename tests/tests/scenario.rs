//! Two people, real phones, a real server: every path that a couple takes, from pairing to parting.

#![allow(clippy::unwrap_used)]

use std::time::Duration;

use serde_json::Value;
use tend_tests::process::{PhoneProcess, ServerProcess, link_device, offer, pair, sync_all};

struct Couple {
    // Removed last.
    folder: tempfile::TempDir,
    server: ServerProcess,
    alex: PhoneProcess,
    robin: PhoneProcess,
}

impl Couple {
    fn apart() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = ServerProcess::start_for_tests(&folder.path().join("server"));
        let phone = |name| PhoneProcess::new(folder.path(), name).with(&["--device-name", name]);
        let (alex, robin) = (phone("alex"), phone("robin"));
        alex.run(&["me", "Alex", "--pronouns", "they/them", "--server", &server.url()]);
        robin.run(&["me", "Robin", "--server", &server.url()]);
        Self { folder, server, alex, robin }
    }

    fn paired(way: &str) -> Self {
        let couple = Self::apart();
        pair(&couple.alex, &couple.robin, way);
        couple
    }

    fn phone(&self, name: &str) -> PhoneProcess {
        PhoneProcess::new(self.folder.path(), name).with(&["--device-name", name])
    }

    fn sync(&self) {
        sync_all(&[&self.alex, &self.robin]);
    }
}

fn texts(phone: &PhoneProcess, what: &str) -> Vec<String> {
    let all = phone.run(&[what]);
    let mut texts: Vec<_> =
        all[what].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

/// The id of the appreciation with that text.
fn id(phone: &PhoneProcess, text: &str) -> String {
    one(phone, text)["id"].as_str().unwrap().to_owned()
}

fn one(phone: &PhoneProcess, text: &str) -> Value {
    let all = phone.run(&["appreciations"]);
    all["appreciations"].as_array().unwrap().iter().find(|one| one["text"] == text).unwrap().clone()
}

fn codes(phone: &PhoneProcess) -> Vec<String> {
    let all = phone.run(&["notices"]);
    all["notices"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn they_pair_by_link_after_comparing() {
    let couple = Couple::apart();
    let [left, right] = pair(&couple.alex, &couple.robin, "link");
    assert_eq!((left.len(), &left), (7, &right));
    assert_eq!(couple.robin.run(&["who"])["partner"], serde_json::json!({ "name": "Alex", "pronouns": "they/them" }));
    assert_eq!(couple.alex.run(&["who"])["partner"]["name"], "Robin");
}

#[test]
fn they_pair_by_a_code_after_comparing() {
    let couple = Couple::apart();
    let [left, right] = pair(&couple.alex, &couple.robin, "code");
    assert_eq!((left.len(), &left), (7, &right));
}

#[test]
fn they_pair_in_person_with_nothing_to_compare() {
    let couple = Couple::paired("qr");
    assert_eq!(couple.alex.run(&["who"])["paired"], true);
    assert_eq!(couple.robin.ask(&["invite", "partner"]).unwrap_err().code, "already_paired");
}

#[test]
fn an_invite_that_is_taken_back_pairs_nobody() {
    let couple = Couple::apart();
    offer(&couple.alex, &couple.robin, "partner", "link");
    couple.alex.run(&["cancel"]);
    couple.sync();
    couple.sync();
    for phone in [&couple.alex, &couple.robin] {
        assert_eq!(phone.run(&["who"])["paired"], false);
        assert_eq!(phone.ask(&["confirm"]).unwrap_err().code, "nothing_to_confirm");
    }
    pair(&couple.robin, &couple.alex, "link");
}

#[test]
fn appreciations_are_given_thanked_changed_and_taken_back() {
    let couple = Couple::paired("qr");
    let (alex, robin) = (&couple.alex, &couple.robin);
    for text in ["You held my hand", "You dropped the keys off", "You told the joke"] {
        alex.run(&["appreciate", text]);
    }
    couple.sync();
    assert_eq!(texts(robin, "appreciations").len(), 3);
    robin.run(&["thank", &id(robin, "You held my hand")]);
    assert_eq!(robin.ask(&["thank", &id(robin, "You held my hand")]).unwrap_err().code, "already_thanked");
    assert_eq!(robin.ask(&["delete", &id(robin, "You told the joke")]).unwrap_err().code, "not_yours");
    couple.sync();
    assert_eq!(one(alex, "You held my hand")["thanked"], true);
    assert_eq!(alex.ask(&["edit", &id(alex, "You held my hand"), "x"]).unwrap_err().code, "already_thanked");
    alex.run(&["edit", &id(alex, "You told the joke"), "You told the joke twice"]);
    alex.run(&["delete", &id(alex, "You dropped the keys off")]);
    alex.run(&["delete", &id(alex, "You held my hand")]);
    couple.sync();
    for phone in [alex, robin] {
        assert_eq!(texts(phone, "appreciations"), ["You told the joke twice"]);
    }
}

#[test]
fn what_was_written_alone_is_shared_only_when_its_author_says_so() {
    let couple = Couple::apart();
    couple.alex.run(&["appreciate", "Before we were here"]);
    pair(&couple.alex, &couple.robin, "qr");
    couple.sync();
    assert!(texts(&couple.robin, "appreciations").is_empty());
    couple.alex.run(&["share", &id(&couple.alex, "Before we were here")]);
    couple.sync();
    assert_eq!(texts(&couple.robin, "appreciations"), ["Before we were here"]);
    assert_eq!(texts(&couple.alex, "appreciations"), ["Before we were here"]);
}

#[test]
fn both_write_while_the_server_is_away_and_neither_loses_a_word() {
    let mut couple = Couple::paired("qr");
    couple.server.kill();
    for number in 0..3 {
        for (phone, name) in [(&couple.alex, "Alex"), (&couple.robin, "Robin")] {
            assert_eq!(phone.run(&["appreciate", &format!("{name} {number}")])["sync"], "offline");
        }
    }
    couple.server.restart();
    couple.sync();
    let all = texts(&couple.alex, "appreciations");
    assert_eq!((all.len(), &all), (6, &texts(&couple.robin, "appreciations")));
}

#[test]
fn a_surprise_reaches_the_other_device_and_never_the_partner() {
    let couple = Couple::paired("qr");
    let tablet = couple.phone("tablet");
    couple.alex.run(&["surprise", "Breakfast in the park"]);
    couple.alex.run(&["appreciate", "You mended it"]);
    link_device(&couple.alex, &tablet, "link");
    sync_all(&[&couple.alex, &tablet, &couple.robin]);
    assert_eq!(texts(&tablet, "surprises"), ["Breakfast in the park"]);
    assert_eq!(texts(&tablet, "appreciations"), ["You mended it"]);
    assert_eq!(tablet.run(&["who"])["partner"]["name"], "Robin");
    assert!(texts(&couple.robin, "surprises").is_empty());
    assert!(codes(&couple.alex).contains(&"own-device-came".into()));
    assert!(codes(&couple.robin).contains(&"partner-device-came".into()));
    // And back: what the new device writes is the person's.
    tablet.run(&["appreciate", "From the tablet"]);
    tablet.run(&["edit-surprise", "1", "Breakfast at the lake"]);
    sync_all(&[&tablet, &couple.alex, &couple.robin]);
    assert_eq!(texts(&couple.alex, "surprises"), ["Breakfast at the lake"]);
    assert_eq!(one(&couple.alex, "From the tablet")["mine"], true);
    assert_eq!(one(&couple.robin, "From the tablet")["mine"], false);
    // A phone that holds something of somebody cannot become another's.
    let invite = couple.alex.run(&["invite", "device", "--way", "qr"]);
    let text = invite["invite"]["text"].as_str().unwrap();
    assert_eq!(couple.robin.ask(&["accept", text]).unwrap_err().code, "phone_in_use");
}

#[test]
fn a_removed_device_reads_nothing_that_comes_later() {
    let couple = Couple::paired("qr");
    let tablet = couple.phone("tablet");
    tablet.run(&["status", "--server", &couple.server.url()]);
    link_device(&couple.alex, &tablet, "code");
    sync_all(&[&couple.alex, &tablet, &couple.robin]);
    let devices = couple.alex.run(&["devices"]);
    let other = devices["devices"].as_array().unwrap().iter().find(|device| device["is_this"] == false).unwrap();
    couple.alex.run(&["remove-device", other["id"].as_str().unwrap()]);
    sync_all(&[&couple.alex, &couple.robin]);
    couple.alex.run(&["surprise", "Only here"]);
    couple.robin.run(&["appreciate", "After the tablet"]);
    sync_all(&[&couple.alex, &couple.robin]);
    for _ in 0..3 {
        // What it is told is not its person's concern any more.
        let _ = tablet.ask(&["sync", "--all"]);
    }
    assert!(texts(&tablet, "surprises").is_empty());
    assert!(texts(&tablet, "appreciations").is_empty());
    assert_eq!(texts(&couple.alex, "appreciations"), ["After the tablet"]);
    assert_eq!(couple.alex.run(&["devices"])["devices"].as_array().unwrap().len(), 1);
}

#[test]
fn leaving_is_instant_and_one_sided_and_each_keeps_what_they_wrote() {
    let mut couple = Couple::paired("link");
    couple.alex.run(&["appreciate", "From Alex"]);
    couple.robin.run(&["appreciate", "From Robin"]);
    couple.sync();
    couple.server.kill();
    assert_eq!(couple.alex.run(&["leave"])["sync"], "offline");
    assert_eq!(couple.alex.run(&["who"])["paired"], false);
    assert_eq!(texts(&couple.alex, "appreciations"), ["From Alex"]);
    couple.server.restart();
    couple.sync();
    assert_eq!(couple.robin.run(&["who"])["paired"], false);
    assert_eq!(texts(&couple.robin, "appreciations"), ["From Robin"]);
    assert!(codes(&couple.robin).contains(&"partner-left".into()));
    // And a new beginning is possible.
    pair(&couple.robin, &couple.alex, "code");
    couple.alex.run(&["appreciate", "Again"]);
    couple.sync();
    assert_eq!(texts(&couple.robin, "appreciations"), ["Again", "From Robin"]);
}

#[test]
fn an_open_phone_sees_at_once_what_the_partner_writes() {
    let couple = Couple::paired("qr");
    let mut robin = couple.robin.shell();
    robin.run(&["follow", "on"]);
    let seen = |text: &'static str| {
        move |answer: &Value| answer["appreciations"].as_array().unwrap().iter().any(|one| one["text"] == text)
    };
    couple.alex.run(&["appreciate", "Look, it snows"]);
    robin.wait_until(&["appreciations"], seen("Look, it snows"));
    // Two that are both open.
    let mut alex = couple.alex.shell();
    alex.run(&["follow", "on"]);
    robin.run(&["appreciate", "I'm coming"]);
    alex.wait_until(&["appreciations"], seen("I'm coming"));
    alex.run(&["follow", "off"]);
    while alex.event(Duration::ZERO).is_some() {}
    assert_eq!(alex.close(), Some(0));
    assert_eq!(robin.close(), Some(0));
}
