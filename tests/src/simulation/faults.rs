use std::collections::{BTreeMap, BTreeSet};

use tend_core::records::State;
use tend_protocol::{SpaceId, decode};

use super::{World, pages, phone::Phone};

/// By record, its sentences.
pub type Sentences = BTreeMap<String, BTreeSet<String>>;

/// What a phone shows: appreciations, and surprise ideas.
pub fn seen(phone: &Phone) -> (Sentences, Sentences) {
    (phone.appreciations().expect("a read"), phone.surprises().expect("a read"))
}

/// What must not be, when everybody has come to rest; empty when all is well.
pub fn faults(world: &World) -> Vec<String> {
    let mut faults = world.broken.clone();
    let counting: Vec<_> = world.phones.iter().filter(|phone| counts(world, phone)).collect();
    for phone in &counting {
        let found = words(world, phone).into_iter().chain(notices(world, phone));
        faults.extend(found.map(|fault| format!("{}: {fault}", phone.name)));
    }
    for phone in world.phones.iter().filter(|phone| phone.removed_by.is_some()) {
        let heard = seen(phone).0.into_values().flatten().filter(|sentence| world.last_words.contains(sentence));
        faults.extend(heard.map(|sentence| format!("{} was removed and hears: {sentence}", phone.name)));
    }
    // Whom a restored server has forgotten cannot hear from it that the partner left. It is told, and keeps what it has.
    let told: Vec<_> =
        counting.into_iter().filter(|phone| !(world.parted && has_notice(phone, "server-lost-space"))).collect();
    if told.windows(2).any(|pair| seen(pair[0]).0 != seen(pair[1]).0) {
        faults.push("the phones do not see the same".into());
    }
    faults.extend(different_records(&told));
    faults.extend(different_arrivals(&told));
    if !world.parted {
        faults.extend(told.iter().flat_map(|phone| left_in_the_file(world, phone)));
    }
    faults
}

/// The days of the year on which nothing reminds that person.
pub fn gentle_days(phone: &Phone) -> BTreeSet<(u8, u8)> {
    let preferences = phone.tend().nudges().preferences().expect("a read");
    preferences.gentle_days.into_iter().map(|day| (day.month, day.day)).collect()
}

/// Nothing of what was deleted for good is in any page of the phone's file, nor in its log.
fn left_in_the_file(world: &World, phone: &Phone) -> Vec<String> {
    let (folder, key) = phone.files();
    let (pages, frames) = pages::decrypted(&folder, &key);
    let dead = world.shared.dead().chain(world.secrets[phone.person].dead());
    let is_there =
        |sentence: &&String| pages.iter().chain(&frames).any(|page| pages::contains(page, sentence.as_bytes()));
    dead.filter(is_there).map(|sentence| format!("{} has in its file: {sentence}", phone.name)).collect()
}

/// What came first counts, so all must know the same order.
fn different_arrivals(phones: &[&Phone]) -> Vec<String> {
    let all: Vec<_> = phones.iter().map(|phone| (&phone.name, phone.arrivals("proposal"))).collect();
    let differ = all.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    differ
        .map(|pair| format!("{} and {} know another order: {:?}", pair[0].0, pair[1].0, (&pair[0].1, &pair[1].1)))
        .collect()
}

/// Removed, and half-linked phones are not expected to know anything.
pub fn counts(world: &World, phone: &Phone) -> bool {
    !phone.out && world.phones[phone.person].own_space() == phone.own_space()
}

/// Words that are missing, are back, or are where they must not be.
fn words(world: &World, phone: &Phone) -> Vec<String> {
    let (appreciations, surprises) = seen(phone);
    let mut found = if world.parted {
        world.shared.faults_apart(phone.person, &phone.kept().expect("a read"))
    } else {
        world.shared.faults(&appreciations)
    };
    found.extend(world.secrets[phone.person].faults(&surprises));
    let gentle = gentle_days(phone);
    found.extend(world.gentle[phone.person].difference(&gentle).map(|day| format!("lost: the gentle day {day:?}")));
    let others = world.secrets[1 - phone.person].sentences();
    let leaked = surprises.values().chain(appreciations.values()).flatten();
    found.extend(leaked.filter(|s| others.contains(*s)).map(|s| format!("not secret: {s}")));
    let secrets: BTreeSet<String> = world.secrets.iter().flat_map(|secrets| secrets.sentences()).collect();
    found.extend(appreciations.values().flatten().filter(|s| secrets.contains(*s)).map(|s| format!("shared: {s}")));
    found
}

/// What a phone was told without a reason.
fn notices(world: &World, phone: &Phone) -> Vec<String> {
    let mut found = Vec::new();
    if has_notice(phone, "forbidden-record") {
        found.push("a private record came in the couple space".into());
    }
    if has_notice(phone, "repaired") && !world.needs_repair {
        found.push("a space was repaired that nothing had happened to".into());
    }
    found
}

/// Every space's records are the same on all of its phones, down to what nobody sees.
fn different_records(phones: &[&Phone]) -> Vec<String> {
    let mut first: BTreeMap<SpaceId, (&str, Vec<_>)> = BTreeMap::new();
    let mut faults = Vec::new();
    for phone in phones {
        for (space, records) in phone.records() {
            let Some((name, known)) = first.get(&space) else {
                first.insert(space, (&phone.name, records));
                continue;
            };
            let known_only = known.iter().filter(|record| !records.contains(record)).map(|record| (*name, record));
            let new_only = records.iter().filter(|record| !known.contains(record)).map(|record| (&*phone.name, record));
            for (holder, record) in known_only.chain(new_only) {
                let state = decode::<State>(&record.state).expect("a record");
                faults.push(format!("{holder} alone holds {} as {state:?}", &record.id.to_hex()[8..14]));
            }
        }
    }
    faults
}

fn has_notice(phone: &Phone, code: &str) -> bool {
    phone.tend().notices().unread().expect("a read").iter().any(|notice| notice.code == code)
}
