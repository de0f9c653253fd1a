//! What the server says of the log as a whole: its place, its life, its generations and its numbers.

use tend_core::sync::{Failure, Role};
use tend_protocol::{
    Bytes, Call, Change, Content, DeviceId, Entry, EntryId, EntryKind, ErrorCode, FoundBlob, GetBlob, Incarnation,
    LogPage, OpenGeneration, Position, Problem, Pull, decode, encode,
};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN, pulls};

/// As [`Couple::round_of_pages`], but only the pages of the first generation are altered.
fn round_of_first(couple: &mut Couple, phone: usize, change: impl Fn(&mut LogPage)) -> Result<usize, &'static str> {
    couple.round_of_pages(phone, |page| {
        if page.current_generation == 0 {
            change(page);
        }
    })
}

#[test]
fn a_log_that_is_rolled_back_opens_a_generation() {
    let mut couple = Couple::new();
    let (space, before) = (couple.space(), couple.shows(ROBIN));
    round_of_first(&mut couple, ROBIN, |page| {
        page.at = Position::start(space, 0);
        (page.head, page.epoch, page.number) = (0, 0, 0);
        page.entries.clear();
    })
    .unwrap();
    assert_eq!((couple.shows(ROBIN), couple.told(ROBIN)), (before, vec!["repaired"]));
    couple.heals();
}

#[test]
fn a_log_with_another_past_opens_a_generation() {
    let mut couple = Couple::new();
    let before = couple.shows(ROBIN);
    round_of_first(&mut couple, ROBIN, |page| page.at.hash.0[0] ^= 1).unwrap();
    assert_eq!((couple.shows(ROBIN), couple.told(ROBIN)), (before, vec!["repaired"]));
    couple.heals();
}

#[test]
fn another_incarnation_alone_changes_nothing() {
    let mut couple = Couple::new();
    couple.say(ALEX, "one");
    for life in 1..4 {
        couple.round_of_pages(ROBIN, |page| page.incarnation = Incarnation([life; 16])).unwrap();
    }
    assert_eq!(couple.shows(ROBIN), ["first 0", "first 1", "one"]);
    assert_eq!((couple.stands(ROBIN), couple.told(ROBIN)), (ACTIVE, vec![]));
    couple.heals();
}

#[test]
fn another_spaces_log_is_not_read() {
    let mut couple = Couple::new();
    couple.phones[ROBIN].tend().surprises().add("A song").unwrap();
    couple.honest(ROBIN);
    let before = couple.shows(ROBIN);
    let (space, own) = (couple.space(), couple.phones[ROBIN].own_space().unwrap());
    let mut done = false;
    couple
        .round(ROBIN, |server, request| {
            if !pulls(request, space) || done {
                return server.serve(request);
            }
            done = true;
            let mut other = request.clone();
            let pull: Pull = decode(&request.body).unwrap();
            other.body = encode(&Pull { space: own, after: 0, hash: Some(Position::start(own, 0).hash), ..pull });
            server.serve(&other)
        })
        .unwrap();
    assert_eq!((couple.shows(ROBIN), couple.told(ROBIN)), (before, vec!["repaired"]));
    couple.heals();
    let spaces = couple.phones[ROBIN].tend().syncing().spaces().unwrap();
    assert_eq!(spaces.iter().filter(|space| space.role == Role::Own).map(|space| space.generation).max(), Some(0));
}

/// Entries of the own space, served as if they were the couple's next.
#[test]
fn another_spaces_entries_are_no_words_of_this_one() {
    let mut couple = Couple::new();
    let (space, before) = (couple.space(), couple.shows(ROBIN));
    let mut stolen: Vec<Entry> = Vec::new();
    couple.say(ALEX, "one");
    couple.round_of_pages(ROBIN, |page| stolen.append(&mut page.entries)).ok();
    assert_eq!(couple.shows(ROBIN), before);
    for entry in &mut stolen {
        // The same author and form; of another group.
        let Content::Bytes(bytes) = &mut entry.content else { continue };
        let at = bytes.windows(16).position(|window| window == space.0);
        assert!(at.is_some(), "the group's id stands in the clear of a private message");
        if let Some(at) = at {
            bytes.0[at] ^= 1;
        }
    }
    couple
        .round_of_pages(ROBIN, |page| {
            if !page.entries.is_empty() {
                page.entries.clone_from(&stolen);
            }
        })
        .unwrap();
    assert_eq!((couple.shows(ROBIN), couple.stands(ROBIN)), (before, ACTIVE));
    couple.heals();
}

#[test]
fn another_epoch_opens_a_generation() {
    let mut couple = Couple::new();
    round_of_first(&mut couple, ROBIN, |page| page.epoch += 1).unwrap();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn a_generation_that_is_not_there_is_given_up_by_both() {
    let mut couple = Couple::new();
    let shown = couple.shows(ROBIN);
    for phone in [ALEX, ROBIN] {
        let mut first = true;
        couple
            .round_of_pages(phone, |page| {
                if std::mem::take(&mut first) {
                    page.current_generation = 7;
                }
            })
            .unwrap();
        assert_eq!(couple.shows(phone), shown);
    }
    couple.heals();
}

#[test]
fn less_generations_than_there_are_open_the_next() {
    let mut couple = Couple::new();
    round_of_first(&mut couple, ROBIN, |page| page.epoch += 1).unwrap();
    couple.rest();
    couple.read_notices();
    assert_eq!(couple.state(ALEX).unwrap().generation, 1);
    let shown = couple.shows(ALEX);
    let mut first = true;
    couple
        .round_of_pages(ALEX, |page| {
            if std::mem::take(&mut first) {
                page.current_generation = 0;
            }
        })
        .unwrap();
    assert_eq!(couple.shows(ALEX), shown);
    couple.heals();
    assert_eq!(couple.told(ALEX), ["repaired"]);
}

/// Numbers that no log reaches are no answer at all: nothing is counted on from them.
#[test]
fn numbers_out_of_all_bounds_are_not_of_the_protocol() {
    let mut couple = Couple::new();
    couple.say(ALEX, "one");
    let shown = couple.shows(ROBIN);
    let changes: [fn(&mut LogPage); 9] = [
        |page| page.at.seq = u64::MAX,
        |page| page.head = u64::MAX,
        |page| (page.head, page.at.seq) = (u64::MAX, u64::MAX),
        |page| page.number = u64::MAX,
        |page| page.epoch = u64::MAX,
        |page| page.current_generation = u32::MAX,
        |page| page.entries.iter_mut().for_each(|entry| entry.seq = u64::MAX),
        |page| page.entries.iter_mut().for_each(|entry| entry.number = u64::MAX),
        // A round would ask for what follows without end.
        |page| (page.more, page.entries) = (true, Vec::new()),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        assert_eq!(couple.round_of_pages(ROBIN, change), Err("server_unreadable"), "change {number}");
        assert_eq!((couple.shows(ROBIN), couple.stands(ROBIN)), (shown.clone(), ACTIVE), "change {number}");
    }
    couple.heals();
    assert!(couple.told(ROBIN).is_empty());
}

/// A problem may name a generation too.
#[test]
fn a_refusal_with_a_generation_out_of_all_bounds_is_a_refusal_without() {
    let mut couple = Couple::new();
    let (space, mut first) = (couple.space(), true);
    couple
        .round(ROBIN, |server, request| {
            if pulls(request, space) && std::mem::take(&mut first) {
                return Err(Problem::with_generation(ErrorCode::BehindRetention, u32::MAX).into());
            }
            server.serve(request)
        })
        .unwrap();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
    couple.heals();
}

#[test]
fn a_refused_generation_with_a_number_out_of_all_bounds_heals() {
    let mut couple = Couple::new();
    let (space, mut first) = (couple.space(), true);
    couple
        .round(ROBIN, |server, request| {
            if request.path == OpenGeneration::PATH && std::mem::take(&mut first) {
                return Err(Problem::with_generation(ErrorCode::WrongGeneration, u32::MAX).into());
            }
            if pulls(request, space) && first {
                return Err(Problem::from(ErrorCode::BehindRetention).into());
            }
            server.serve(request)
        })
        .unwrap();
    couple.heals();
}

/// A generation of the server's own making, with a commit and a welcome that nobody wrote.
#[test]
fn an_invented_generation_is_not_joined() {
    let mut couple = Couple::new();
    let robin = couple.phones[ROBIN].tend().devices().all().unwrap()[0].id;
    let (space, shown) = (couple.space(), couple.shows(ROBIN));
    let mut told = 0;
    couple
        .round_of_pages(ROBIN, |page| {
            if page.current_generation > 0 || told > 2 {
                return;
            }
            told += 1;
            page.current_generation = 1;
            if told == 1 {
                return;
            }
            page.at = Position::start(space, 1);
            page.head = 1;
            page.number = 0;
            let welcome = Some(Bytes(vec![7; 2000]));
            page.entries = vec![Entry {
                seq: 1,
                id: EntryId([9; 16]),
                author: DeviceId([3; 32]),
                number: 1,
                epoch: 0,
                kind: EntryKind::Commit,
                content: Content::Bytes(Bytes(vec![7; 2000])),
                change: Some(Change { added: vec![robin], removed: vec![], welcome }),
            }];
        })
        .unwrap();
    assert_eq!(couple.shows(ROBIN), shown);
    couple.heals();
    assert_eq!(couple.told(ROBIN), ["repaired"]);
}

#[test]
fn a_generation_whose_beginning_changes_while_it_is_joined_is_followed_by_another() {
    let mut couple = Couple::new();
    round_of_first(&mut couple, ROBIN, |page| page.epoch += 1).unwrap();
    assert_eq!(couple.state(ROBIN).unwrap().generation, 1);
    let mut first = true;
    couple
        .round_of_pages(ALEX, |page| {
            let begins = page.at.seq == 0 && page.entries.first().is_some_and(|entry| entry.kind == EntryKind::Commit);
            if begins && std::mem::take(&mut first) {
                page.at.hash.0[0] ^= 1;
            }
        })
        .unwrap();
    assert!(!first, "Alex was to join");
    couple.heals();
    assert_eq!(couple.told(ALEX), ["repaired"]);
}

/// The opener of a generation lacks a word, and is offered it in a snapshot that the server keeps back.
#[test]
fn a_snapshot_that_is_withheld_or_another_is_asked_for_again() {
    let other = encode(&FoundBlob { bytes: Bytes(vec![7; 3000]) });
    let large = encode(&FoundBlob { bytes: Bytes(vec![7; 7 * 1024 * 1024]) });
    let answers = [Err(Failure::Refused(ErrorCode::UnknownBlob.into())), Ok(other), Ok(large)];
    for answer in answers {
        let mut couple = Couple::new();
        couple.say(ROBIN, "one");
        round_of_first(&mut couple, ALEX, |page| {
            page.entries.clear();
            page.head = page.at.seq;
            page.epoch += 1;
        })
        .unwrap();
        assert_eq!(couple.told(ALEX), ["repaired"]);
        let mut kept_back = 0;
        for _ in 0..4 {
            couple.honest(ROBIN);
            couple
                .round(ALEX, |server, request| {
                    if request.path == GetBlob::PATH {
                        kept_back += 1;
                        return answer.clone();
                    }
                    server.serve(request)
                })
                .unwrap();
        }
        assert_eq!(couple.shows(ALEX), ["first 0", "first 1"]);
        assert!((1..=4).contains(&kept_back), "{kept_back}");
        couple.heals();
    }
}

#[test]
fn what_an_early_page_of_a_snapshot_lacks_is_told() {
    let mut couple = Couple::new();
    couple.say(ALEX, "lost one");
    couple.time.pass(3 * 86400);
    for n in 0..200 {
        couple.write(ROBIN, &format!("{n} {}", "💛".repeat(900)));
    }
    round_of_first(&mut couple, ROBIN, |page| page.at.hash.0[0] ^= 1).unwrap();
    for _ in 0..4 {
        couple.rest();
    }
    couple.all_is_well();
}

#[test]
fn after_a_restored_server_both_agree_which_proposal_came_first() {
    let mut couple = Couple::new();
    let copy = couple.server.keep_copy();
    let week = couple.phones[ALEX].tend().schedule().weeks().unwrap()[1].week;
    let at = |day: i64| {
        tend_core::schedule::Week::start(week, &jiff::tz::TimeZone::UTC)
            .checked_add(jiff::SignedDuration::from_hours(24 * day + 18))
            .unwrap()
    };
    couple.phones[ALEX].tend().schedule().propose(at(1), 30, None).unwrap();
    couple.honest(ALEX);
    couple.server.put_back(&copy);
    couple.phones[ROBIN].tend().schedule().propose(at(3), 30, None).unwrap();
    couple.honest(ROBIN);
    couple.rest();
    let waiting = |phone: usize| {
        let weeks = couple.phones[phone].tend().schedule().weeks().unwrap();
        weeks.into_iter().find(|one| one.week == week).unwrap().proposal.map(|one| one.time.at)
    };
    assert_eq!((waiting(ALEX), waiting(ROBIN)), (Some(at(3)), Some(at(3))), "{:?}", couple.told(ALEX));
}
