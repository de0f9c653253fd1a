use serde_json::Value;

use super::PhoneProcess;

/// After so many rounds, two phones that both sync must have nothing left to say.
const ROUNDS: usize = 12;

/// Two phones pair, by `link` or `code` with the comparison, or by `qr`. Both have chosen a server. Returns what each person compared, as
/// [`compare`] does; by `qr` there is nothing.
///
/// # Panics
/// When they do not become a couple.
pub fn pair(inviter: &PhoneProcess, joiner: &PhoneProcess, way: &str) -> [Vec<String>; 2] {
    offer(inviter, joiner, "partner", way);
    let compared = if way == "qr" { Default::default() } else { compare(inviter, joiner) };
    if way != "qr" {
        inviter.run(&["confirm"]);
        joiner.run(&["confirm"]);
    }
    until(inviter, joiner, "become a couple", || {
        [inviter, joiner].iter().all(|phone| !phone.run(&["who"])["partner"].is_null() && count(phone, "invites") == 0)
    });
    compared
}

/// A fresh phone becomes another of a person's, who says yes on both. It has everything when both have synced once more.
///
/// # Panics
/// When it does not.
pub fn link_device(first: &PhoneProcess, new: &PhoneProcess, way: &str) {
    let before = count(first, "devices");
    offer(first, new, "device", way);
    let [shown, on_new] = compare(first, new);
    assert_eq!(shown, on_new, "both phones are the person's");
    new.run(&["confirm"]);
    first.run(&["confirm"]);
    until(first, new, "know each other", || {
        [first, new].iter().all(|phone| count(phone, "devices") > before && count(phone, "invites") == 0)
    });
}

/// One phone invites, and the other takes the invite.
///
/// # Panics
/// When either refuses.
pub fn offer(inviter: &PhoneProcess, joiner: &PhoneProcess, whom: &str, way: &str) {
    let invite = inviter.run(&["invite", whom, "--way", way]);
    let text = invite["invite"]["text"].as_str().expect("an invite has a text");
    match way {
        "code" => joiner.run(&["accept-code", whom, text]),
        _ => joiner.run(&["accept", text]),
    };
}

/// Waits until both phones ask their person to compare. Returns what each shows: seven symbols with their names.
///
/// # Panics
/// When they do not.
pub fn compare(inviter: &PhoneProcess, joiner: &PhoneProcess) -> [Vec<String>; 2] {
    until(inviter, joiner, "ask to compare", || waiting(inviter).is_some() && waiting(joiner).is_some());
    [inviter, joiner].map(|phone| waiting(phone).unwrap_or_default())
}

/// All phones send and read, until none has anything new.
///
/// # Panics
/// When they do not come to rest.
pub fn sync_all(phones: &[&PhoneProcess]) {
    for _ in 0..ROUNDS {
        let news: Vec<_> = phones.iter().filter(|phone| phone.run(&["sync", "--all"])["changed"] == true).collect();
        if news.is_empty() {
            return;
        }
    }
    panic!("the phones do not come to rest");
}

/// Two phones sync in turn until something holds.
fn until(a: &PhoneProcess, b: &PhoneProcess, what: &str, holds: impl Fn() -> bool) {
    for _ in 0..ROUNDS {
        if holds() {
            return;
        }
        for phone in [a, b] {
            phone.run(&["sync", "--all"]);
        }
    }
    assert!(holds(), "the phones do not {what}: {} {}", a.run(&["invites"]), b.run(&["invites"]));
}

/// The symbols of the invite that waits for this person; `None` when none does.
fn waiting(phone: &PhoneProcess) -> Option<Vec<String>> {
    let invites = phone.run(&["invites"]);
    let invite = invites["invites"].as_array()?.iter().find(|invite| invite["waiting_for"] == "you")?;
    let symbols = invite["symbols"].as_array()?.iter();
    let said = |symbol: &Value| Some(format!("{} {}", symbol["emoji"].as_str()?, symbol["name"].as_str()?));
    Some(symbols.filter_map(said).collect())
}

fn count(phone: &PhoneProcess, what: &str) -> usize {
    phone.run(&[what])[what].as_array().map_or(0, Vec::len)
}
