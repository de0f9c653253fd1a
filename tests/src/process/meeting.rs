use serde_json::Value;

use super::PhoneProcess;

/// Rounds after which two phones that both sync must have come to an end of what they have to say.
const ROUNDS: usize = 12;

/// Two phones pair, by `link` or `code` with the comparison, or by `qr`. Both have chosen a server. Returns what each person compared: the
/// names of the symbols, none by `qr`.
///
/// # Panics
/// When they do not become a couple.
pub fn pair(inviter: &PhoneProcess, joiner: &PhoneProcess, way: &str) -> [Vec<String>; 2] {
    let invite = inviter.run(&["invite", "partner", "--way", way]);
    let text = invite["invite"]["text"].as_str().expect("an invite has a text");
    match way {
        "code" => joiner.run(&["accept-code", "partner", text]),
        _ => joiner.run(&["accept", text]),
    };
    let mut compared = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (phone, seen) in [inviter, joiner].into_iter().zip(&mut compared) {
            phone.run(&["sync"]);
            if let Some(symbols) = waiting(phone) {
                *seen = symbols;
            }
        }
        // Each says yes when both have the same before them.
        if compared[0] == compared[1] {
            for phone in [inviter, joiner] {
                if waiting(phone).is_some() {
                    phone.run(&["confirm"]);
                }
            }
        }
        if [inviter, joiner].iter().all(|phone| !phone.run(&["who"])["partner"].is_null()) {
            return compared;
        }
    }
    panic!("they did not become a couple: {} {}", inviter.run(&["invites"]), joiner.run(&["invites"]));
}

/// A fresh phone becomes another of a person's, who says yes on the first.
///
/// # Panics
/// When it does not.
pub fn link_device(first: &PhoneProcess, new: &PhoneProcess, way: &str) {
    let before = devices(first);
    let invite = first.run(&["invite", "device", "--way", way]);
    let text = invite["invite"]["text"].as_str().expect("an invite has a text");
    match way {
        "code" => new.run(&["accept-code", "device", text]),
        _ => new.run(&["accept", text]),
    };
    for _ in 0..ROUNDS {
        for phone in [new, first] {
            phone.run(&["sync", "--all"]);
            if waiting(phone).is_some() {
                phone.run(&["confirm"]);
            }
        }
        if [new, first].iter().all(|phone| devices(phone) > before && invites(phone) == 0) {
            return;
        }
    }
    panic!("the phone was not linked: {} {}", first.run(&["invites"]), new.run(&["invites"]));
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

/// The symbols of the invite that waits for this person; `None` when none does.
fn waiting(phone: &PhoneProcess) -> Option<Vec<String>> {
    let invites = phone.run(&["invites"]);
    let all = invites["invites"].as_array()?;
    let invite = all.iter().find(|invite| invite["waiting_for"] == "you")?;
    let symbols = invite["symbols"].as_array()?.iter();
    Some(symbols.filter_map(|symbol| Some(symbol["name"].as_str()?.to_owned())).collect())
}

fn invites(phone: &PhoneProcess) -> usize {
    count(&phone.run(&["invites"]), "invites")
}

fn devices(phone: &PhoneProcess) -> usize {
    count(&phone.run(&["devices"]), "devices")
}

fn count(answer: &Value, key: &str) -> usize {
    answer[key].as_array().map_or(0, Vec::len)
}
