use std::collections::{BTreeMap, BTreeSet};

use tend_core::records::State;
use tend_protocol::{SpaceId, decode};

use super::{World, phone::Phone};

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
    faults
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
