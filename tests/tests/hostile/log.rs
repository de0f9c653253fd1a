//! Entries that are replayed, reordered, withheld, damaged, invented, and logs that fork.

use tend_core::sync::Failure;
use tend_protocol::{
    Append, Appended, Bytes, Call, Content, DeviceId, Entry, EntryId, EntryKind, LogPage, decode, encode,
};
use tend_server::storage::{EntryRow, GenerationRow};
use tend_tests::simulation::Server;

use super::couple::{ACTIVE, ALEX, Couple, ROBIN, entry_of, renumber};

/// Alex said two things that Robin has not heard of yet.
pub fn two_to_hear() -> Couple {
    let mut couple = Couple::new();
    couple.say(ALEX, "one");
    couple.say(ALEX, "two");
    couple
}

pub fn invented(kind: EntryKind, author: DeviceId) -> Entry {
    let content = Content::Bytes(Bytes(vec![7; 1024]));
    let change = (kind == EntryKind::Commit).then(Default::default);
    Entry { seq: 0, id: EntryId([9; 16]), author, number: 1, epoch: 0, kind, content, change }
}

/// A server of a later version took an entry of a kind that these phones do not know.
fn take_later_kind(couple: &mut Couple, at: u8) {
    let space = couple.space();
    couple.server.alter(move |rows| {
        let log = rows.generation(space, 0)?.expect("the log");
        let (id, kind, bytes) = (EntryId([at; 16]), EntryKind::Later(200), Bytes(vec![at; 1024]));
        let hash = tend_protocol::Hash::of(&bytes);
        let position = log.head.after(id, kind, hash);
        let entry = EntryRow {
            id,
            author: DeviceId([3; 32]),
            number: 1,
            epoch: log.epoch,
            kind,
            hash,
            content: Content::Bytes(bytes),
            change: None,
            position,
            taken_at: 0,
        };
        rows.put_entry(space, 0, &entry)?;
        rows.put_generation(space, 0, &GenerationRow { head: position, ..log })
    });
}

#[test]
fn an_entry_of_a_later_kind_is_passed_over_and_the_log_goes_on() {
    let mut couple = two_to_hear();
    for at in [7, 8] {
        take_later_kind(&mut couple, at);
        couple.say(ALEX, &format!("after {at}"));
        couple.say(ROBIN, &format!("too, after {at}"));
    }
    couple.rest();
    couple.all_is_well();
    for phone in [ALEX, ROBIN] {
        assert!(couple.told(phone).is_empty(), "nothing was repaired");
        assert_eq!(couple.state(phone).unwrap().generation, 0);
    }
    couple.heals();
}

#[test]
fn an_entry_twice_counts_once() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            let again = page.entries.clone();
            page.entries.extend(again);
            renumber(page);
        })
        .unwrap();
    assert_eq!(couple.shows(ROBIN), ["first 0", "first 1", "one", "two"]);
    assert_eq!((couple.stands(ROBIN), couple.told(ROBIN).as_slice()), (ACTIVE, [].as_slice()));
    couple.heals();
}

#[test]
fn entries_in_another_order_are_a_fork() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            page.entries.reverse();
            renumber(page);
        })
        .unwrap();
    // Who wrote "two" had read up to "one": that cannot come before it.
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn an_entry_that_is_left_out_is_a_fork_as_soon_as_its_author_speaks_on() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            if !page.entries.is_empty() {
                page.entries.remove(0);
                renumber(page);
            }
        })
        .unwrap();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn a_withheld_end_is_silence_and_comes_later() {
    let mut couple = two_to_hear();
    let before = couple.shows(ROBIN);
    let silence = |page: &mut LogPage| {
        page.entries.clear();
        page.head = page.at.seq;
        page.more = false;
    };
    couple.round_of_pages(ROBIN, silence).unwrap();
    assert_eq!((couple.shows(ROBIN), couple.stands(ROBIN)), (before, ACTIVE));
    assert!(couple.told(ROBIN).is_empty());
    couple.heals();
}

#[test]
fn a_gap_is_not_read_over() {
    let mut couple = two_to_hear();
    let before = couple.shows(ROBIN);
    couple
        .round_of_pages(ROBIN, |page| {
            page.entries.drain(..page.entries.len().min(1));
        })
        .unwrap();
    assert_eq!((couple.shows(ROBIN), couple.stands(ROBIN)), (before, ACTIVE));
    assert!(couple.told(ROBIN).is_empty());
    couple.heals();
}

#[test]
fn truncated_entries_say_nothing_and_heal() {
    for length in [0, 3, 4, 100] {
        let mut couple = two_to_hear();
        let before = couple.shows(ROBIN);
        couple
            .round_of_pages(ROBIN, |page| {
                for entry in &mut page.entries {
                    let Content::Bytes(bytes) = &mut entry.content else { continue };
                    bytes.0.truncate(length);
                }
            })
            .unwrap();
        assert_eq!((couple.shows(ROBIN), couple.stands(ROBIN)), (before, ACTIVE));
        couple.heals();
    }
}

#[test]
fn an_entry_without_its_filling_is_read_and_found_to_be_of_another_log() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            for entry in &mut page.entries {
                let Content::Bytes(bytes) = &mut entry.content else { continue };
                bytes.0.truncate(1023);
            }
        })
        .unwrap();
    assert_eq!(couple.shows(ROBIN), ["first 0", "first 1", "one"]);
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn an_invented_message_says_nothing_and_is_a_fork_to_who_hears_on() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            page.entries.insert(0, invented(EntryKind::Message, DeviceId([3; 32])));
            renumber(page);
        })
        .unwrap();
    assert_eq!(couple.shows(ROBIN), ["first 0", "first 1", "one"]);
    // Who wrote "two" had read "one" at the place of the invented entry.
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn a_number_from_before_only_costs_a_try() {
    let mut couple = Couple::new();
    couple.write(ROBIN, "with the wrong number");
    couple.round_of_pages(ROBIN, |page| page.number -= 1).unwrap();
    assert_eq!(couple.stands(ROBIN), ACTIVE);
    couple.heals();
    assert!(couple.told(ROBIN).is_empty());
}

#[test]
fn an_invented_or_blanked_commit_and_a_message_that_is_called_one_open_a_generation() {
    let blank = |page: &mut LogPage| {
        for entry in page.entries.iter_mut().take(1) {
            entry.kind = EntryKind::Commit;
            entry.content = Content::Blanked(entry.content.hash());
        }
    };
    let call = |page: &mut LogPage| page.entries.iter_mut().for_each(|entry| entry.kind = EntryKind::Commit);
    let invent = |page: &mut LogPage| {
        page.entries.insert(0, invented(EntryKind::Commit, DeviceId([3; 32])));
        renumber(page);
    };
    for (name, change) in [("blanked", &blank as &dyn Fn(&mut LogPage)), ("called", &call), ("invented", &invent)] {
        let mut couple = two_to_hear();
        let mut generation = 0;
        couple
            .round_of_pages(ROBIN, |page| {
                if page.current_generation == 0 {
                    change(page);
                } else {
                    generation = page.current_generation;
                }
            })
            .unwrap();
        assert_eq!(couple.told(ROBIN), ["repaired"], "{name}");
        assert_eq!(couple.state(ROBIN).unwrap().generation, 1, "{name}");
        couple.heals();
    }
}

#[test]
fn a_commit_that_the_server_tells_otherwise_opens_a_generation() {
    let mut couple = Couple::new();
    couple.time.pass(8 * 24 * 3600);
    // Alex's leaf is refreshed by a commit that adds nobody.
    couple.say(ALEX, "a week later");
    couple
        .round_of_pages(ROBIN, |page| {
            for entry in page.entries.iter_mut().filter(|entry| entry.kind == EntryKind::Commit) {
                entry.change.get_or_insert_default().added.push(DeviceId([3; 32]));
            }
        })
        .unwrap();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
    assert_eq!(couple.told(ALEX), [""; 0], "nobody came");
}

#[test]
fn a_blanked_message_is_asked_for() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| {
            for entry in &mut page.entries {
                entry.content = Content::Blanked(entry.content.hash());
            }
        })
        .unwrap();
    assert_eq!(
        (couple.shows(ROBIN).as_slice(), couple.stands(ROBIN)),
        (&["first 0".into(), "first 1".into()][..], ACTIVE)
    );
    // The running hash is the same as everyone's, so nothing but the blank itself tells that words are missing.
    couple.heals();
}

#[test]
fn a_message_under_another_name_opens_a_generation() {
    let mut couple = two_to_hear();
    couple
        .round_of_pages(ROBIN, |page| page.entries.iter_mut().for_each(|entry| entry.author = DeviceId([3; 32])))
        .unwrap();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

/// The server swallows a message, and shows something else under its id.
#[test]
fn an_own_id_with_other_bytes_is_not_taken_for_the_own_entry() {
    let mut couple = Couple::new();
    couple.write(ALEX, "in flight");
    let mut swallowed = None;
    let lost = couple.round(ALEX, |server, request| {
        if request.path == Append::PATH {
            swallowed = decode::<Append>(&request.body).unwrap().entries.pop();
            return Err(Failure::Unreachable);
        }
        server.serve(request)
    });
    assert_eq!(lost, Err("offline"));
    let author = couple.phones[ALEX].tend().devices().all().unwrap()[0].id;
    let mut other = entry_of(&swallowed.unwrap(), author);
    other.content = Content::Bytes(Bytes(vec![7; 1024]));
    couple
        .round_of_pages(ALEX, |page| {
            if page.current_generation == 0 && page.entries.is_empty() {
                page.entries = vec![other.clone()];
                renumber(page);
            }
        })
        .unwrap();
    assert_eq!(couple.told(ALEX), ["repaired"]);
    couple.heals();
}

/// What the server says that it took, it did not take.
#[test]
fn a_false_receipt_is_found_out_when_the_log_is_looked_at_again() {
    let mut couple = Couple::new();
    couple.write(ALEX, "said to be taken");
    let state = couple.state(ALEX).unwrap();
    couple
        .round(ALEX, |server, request| {
            if request.path != Append::PATH || decode::<Append>(&request.body).unwrap().space != state.id {
                return server.serve(request);
            }
            let cursor = decode::<Append>(&request.body).unwrap().cursor;
            assert_eq!(cursor, state.cursor.seq);
            let incarnation = state.incarnation.unwrap();
            Ok(encode(&Appended { incarnation, seqs: vec![cursor + 1], at: state.cursor }))
        })
        .unwrap();
    assert_eq!(couple.stands(ALEX), ACTIVE);
    couple.heals();
    assert!(couple.told(ALEX).is_empty(), "the log is read again, and the words are sent again");
}

/// Each talks with a server of their own, made of the same file.
#[test]
fn two_logs_are_told_apart_by_the_first_who_hears_the_other() {
    let mut couple = Couple::new();
    let copy = couple.server.keep_copy();
    let folder = couple.folder.path().join("other");
    std::fs::create_dir(&folder).unwrap();
    let mut other = Server::new(&folder, 2, &couple.time);
    other.put_back(&copy);
    couple.say(ALEX, "to the one");
    let (space, mut said) = (couple.space(), Vec::new());
    for text in ["to the other", "to the other again"] {
        couple.write(ROBIN, text);
        couple
            .round(ROBIN, |_, request| {
                let answer = other.serve(request)?;
                if let Ok(append) = decode::<Append>(&request.body)
                    && append.space == space
                {
                    said.extend(append.entries);
                }
                Ok(answer)
            })
            .unwrap();
    }
    let author = couple.phones[ROBIN].tend().devices().all().unwrap()[0].id;
    couple
        .round_of_pages(ALEX, |page| {
            if page.current_generation == 0 && page.entries.is_empty() {
                page.entries = said.iter().map(|entry| entry_of(entry, author)).collect();
                renumber(page);
            }
        })
        .unwrap();
    assert_eq!(couple.told(ALEX), ["repaired"]);
    couple.heals();
}
