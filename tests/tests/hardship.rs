//! What goes wrong between real processes: kills, a server that is set back, invites that cross, edits at once.

#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs};

use serde_json::Value;
use tend_tests::{
    process::{PhoneProcess, ServerProcess, compare, link_device, offer, pair, sync_all},
    recorder::Recorder,
};

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
        let phone = |name: &str| {
            let phone = PhoneProcess::new(folder.path(), name).with(&["--device-name", name]);
            phone.run(&["me", name, "--server", &server.url()]);
            phone
        };
        let (alex, robin) = (phone("Alex"), phone("Robin"));
        Self { folder, server, alex, robin }
    }

    fn paired() -> Self {
        let couple = Self::apart();
        pair(&couple.alex, &couple.robin, "qr");
        couple
    }

    fn tablet(&self) -> PhoneProcess {
        let tablet = PhoneProcess::new(self.folder.path(), "tablet");
        link_device(&self.alex, &tablet, "qr");
        sync_all(&[&self.alex, &tablet, &self.robin]);
        tablet
    }
}

fn list(phone: &PhoneProcess, what: &str) -> Vec<Value> {
    phone.run(&[what])[what].as_array().unwrap().clone()
}

fn texts(phone: &PhoneProcess) -> Vec<String> {
    let mut texts: Vec<_> =
        list(phone, "appreciations").iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

fn codes(phone: &PhoneProcess) -> Vec<String> {
    list(phone, "notices").iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_phone_that_is_killed_while_it_sends_loses_and_repeats_nothing() {
    let mut couple = Couple::apart();
    let recorder = Recorder::start(couple.server.address());
    couple.alex = couple.alex.with(&["--server", &recorder.url()]);
    pair(&couple.alex, &couple.robin, "qr");
    let mut acknowledged = BTreeSet::new();
    for round in 0..50_usize {
        let before = recorder.bytes();
        let mut shell = couple.alex.shell();
        for number in 0..20 {
            shell.write_line(format!("appreciate '{round}/{number}'").as_bytes());
        }
        for _ in 0..round % 5 {
            acknowledged.insert(shell.answer().unwrap()["appreciation"]["text"].as_str().unwrap().to_owned());
        }
        // Each time somewhere else in the talk with the server, which is a few thousand bytes for each of the twenty.
        recorder.wait_for(before + 500 + round % 17 * 700);
        shell.kill();
    }
    sync_all(&[&couple.alex, &couple.robin]);
    let (written, arrived) = (texts(&couple.alex), texts(&couple.robin));
    assert_eq!(written, arrived);
    assert!(written.windows(2).all(|pair| pair[0] != pair[1]), "nothing is there twice");
    let kept: BTreeSet<_> = written.into_iter().collect();
    assert!(acknowledged.is_subset(&kept), "missing: {:?}", acknowledged.difference(&kept));
    assert!(!acknowledged.is_empty());
    assert!(codes(&couple.robin).is_empty(), "{:?}", codes(&couple.robin));
}

#[test]
fn a_server_that_is_killed_again_and_again_loses_nothing() {
    let mut couple = Couple::paired();
    for round in 0..10 {
        let mut shell = couple.alex.shell();
        for number in 0..5 {
            shell.write_line(format!("appreciate '{round}/{number}'").as_bytes());
        }
        shell.answer().unwrap();
        couple.server.kill();
        for _ in 1..5 {
            shell.answer().unwrap();
        }
        shell.close();
        couple.server.restart();
    }
    sync_all(&[&couple.alex, &couple.robin]);
    assert_eq!(texts(&couple.alex).len(), 50);
    assert_eq!(texts(&couple.alex), texts(&couple.robin));
}

#[test]
fn a_server_whose_file_is_set_back_is_noticed_and_healed() {
    let mut couple = Couple::paired();
    let tablet = couple.tablet();
    couple.alex.run(&["appreciate", "Before the copy"]);
    sync_all(&[&couple.alex, &couple.robin, &tablet]);
    couple.server.stop();
    let copy = couple.folder.path().join("last-week.sqlite");
    fs::copy(couple.server.database(), &copy).unwrap();
    couple.server.restart();
    for number in 0..5 {
        couple.alex.run(&["appreciate", &format!("Alex {number}")]);
        couple.robin.run(&["appreciate", &format!("Robin {number}")]);
    }
    sync_all(&[&couple.alex, &couple.robin]);
    couple.server.stop();
    fs::copy(&copy, couple.server.database()).unwrap();
    couple.server.restart();
    // Each is sent on its own: the log grows past where the other phones had read it before they come back.
    for number in 0..30 {
        couple.robin.run(&["appreciate", &format!("After the copy {number}")]);
    }
    sync_all(&[&couple.robin, &couple.alex, &tablet]);
    let all = texts(&couple.alex);
    assert_eq!(all.len(), 41, "{all:?}");
    assert_eq!(all, texts(&couple.robin));
    assert_eq!(all, texts(&tablet));
}

/// A server got another name. It is the same: its key proves it.
#[test]
fn a_server_is_followed_to_another_name_when_a_person_enters_it() {
    let couple = Couple::paired();
    let other = couple.server.url().replace("127.0.0.1", "localhost");
    let alex = PhoneProcess::new(couple.folder.path(), "Alex").with(&["--device-name", "Alex", "--server", &other]);
    alex.run(&["appreciate", "From the new name"]);
    sync_all(&[&alex, &couple.robin]);
    assert_eq!(texts(&couple.robin), ["From the new name"]);
    couple.robin.run(&["appreciate", "From the old one"]);
    sync_all(&[&couple.robin, &alex]);
    assert_eq!(texts(&alex).len(), 2);
    assert!(alex.read(&["status"]).contains(&other));
}

#[test]
fn of_two_invites_that_cross_one_lives() {
    let couple = Couple::apart();
    let (alex, robin) = (&couple.alex, &couple.robin);
    offer(alex, robin, "partner", "link");
    offer(robin, alex, "partner", "link");
    compare(alex, robin);
    for _ in 0..6 {
        for phone in [alex, robin] {
            phone.run(&["sync"]);
            for invite in list(phone, "invites") {
                if invite["waiting_for"] == "you" {
                    phone.run(&["confirm", invite["id"].as_str().unwrap()]);
                }
            }
        }
    }
    assert_eq!(alex.run(&["who"])["partner"]["name"], "Robin");
    assert_eq!(robin.run(&["who"])["partner"]["name"], "Alex");
    alex.run(&["appreciate", "One space"]);
    sync_all(&[alex, robin]);
    assert_eq!(texts(robin), ["One space"]);
}

#[test]
fn a_second_who_takes_an_invite_burns_it() {
    let couple = Couple::apart();
    let stranger = PhoneProcess::new(couple.folder.path(), "stranger");
    let invite = couple.alex.run(&["invite", "partner", "--way", "link"]);
    let text = invite["invite"]["text"].as_str().unwrap();
    couple.robin.run(&["accept", text]);
    stranger.run(&["accept", text]);
    for _ in 0..4 {
        for phone in [&couple.alex, &couple.robin, &stranger] {
            phone.run(&["sync"]);
        }
    }
    for phone in [&couple.alex, &couple.robin, &stranger] {
        assert!(phone.ask(&["confirm"]).is_err(), "nobody is asked to confirm a burned invite");
        assert_eq!(phone.run(&["who"])["paired"], false);
    }
}

#[test]
fn words_that_were_changed_on_two_devices_at_once_are_both_kept() {
    let couple = Couple::paired();
    let tablet = couple.tablet();
    couple.alex.run(&["appreciate", "First"]);
    sync_all(&[&couple.alex, &tablet, &couple.robin]);
    couple.alex.run(&["edit", "1", "From the phone", "--offline"]);
    tablet.run(&["edit", "1", "From the tablet", "--offline"]);
    sync_all(&[&couple.alex, &tablet, &couple.robin]);
    let views = [&couple.alex, &tablet, &couple.robin].map(|phone| list(phone, "appreciations"));
    for view in &views {
        let mut versions = vec![view[0]["text"].clone()];
        versions.extend(view[0]["other_versions"].as_array().unwrap().clone());
        versions.sort_by_key(ToString::to_string);
        assert_eq!(versions, ["From the phone", "From the tablet"]);
        assert_eq!(view[0]["text"], views[0][0]["text"], "the same one is shown everywhere");
    }
    tablet.run(&["edit", "1", "Settled"]);
    sync_all(&[&tablet, &couple.alex, &couple.robin]);
    for phone in [&couple.alex, &tablet, &couple.robin] {
        let view = &list(phone, "appreciations")[0];
        assert_eq!((view["text"].as_str(), view["other_versions"].as_array().unwrap().len()), (Some("Settled"), 0));
    }
}

#[test]
fn a_phone_that_follows_comes_back_when_the_server_does() {
    let mut couple = Couple::paired();
    let mut robin = couple.robin.shell();
    robin.run(&["follow", "on"]);
    couple.alex.run(&["appreciate", "Before"]);
    let count = |wanted: usize| move |answer: &Value| answer["appreciations"].as_array().unwrap().len() == wanted;
    robin.wait_until(&["appreciations"], count(1));
    couple.server.kill();
    couple.alex.run(&["appreciate", "Between"]);
    couple.server.restart();
    couple.alex.run(&["appreciate", "After"]);
    robin.wait_until(&["appreciations"], count(3));
}

#[test]
fn a_removed_device_is_told_and_keeps_what_it_has() {
    let couple = Couple::paired();
    couple.alex.run(&["surprise", "A song"]);
    let tablet = couple.tablet();
    let devices = list(&couple.alex, "devices");
    let other = devices.iter().find(|device| device["is_this"] == false).unwrap();
    couple.alex.run(&["remove-device", &other["id"].as_str().unwrap()[..8]]);
    sync_all(&[&couple.alex, &couple.robin]);
    assert!(codes(&couple.robin).contains(&"partner-device-went".into()), "{:?}", codes(&couple.robin));
    assert!(codes(&couple.alex).contains(&"own-device-went".into()), "{:?}", codes(&couple.alex));
    for _ in 0..3 {
        // What the server answers it is not its person's concern.
        let _ = tablet.ask(&["sync", "--all"]);
    }
    assert_eq!(list(&tablet, "surprises")[0]["text"], "A song");
    // It cannot read the commit that removed it: it is told that it is in the space no more, and no reason that it cannot know.
    assert_eq!(codes(&tablet), ["server-lost-space"]);
}
