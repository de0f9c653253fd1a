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
