use super::*;

#[test]
fn entries_get_their_places_and_the_hash_that_a_client_computes() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let taken = device.append(space, 0, vec![message(1, 1, 0), message(2, 2, 0)]).unwrap();
    assert_eq!((taken.seqs, taken.at), (vec![1, 2], Position::start(space, 0)));
    let start = Position::start(space, 0);
    let page = device.pull(space, 0, start).unwrap();
    assert_eq!((page.head, page.number, page.epoch, page.more), (2, 2, 0, false));
    let head = follow(start, &page.entries);
    assert_eq!(device.pull(space, 0, head).unwrap().at, head);
    assert_eq!(device.append(space, 2, vec![message(3, 3, 0)]).unwrap().at, head);
}

#[test]
fn a_repeated_entry_gets_its_first_answer_in_any_epoch() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    device.append(space, 0, vec![message(1, 1, 0), commit(2, 2, 0, vec![], vec![])]).unwrap();
    assert_eq!(
        device.append(space, 0, vec![message(1, 1, 0)]).unwrap().seqs,
        [1],
        "the epoch is over, the id is known"
    );
    assert_eq!(device.append(space, 0, vec![message(1, 1, 0), message(3, 3, 1)]).unwrap().seqs, [1, 3]);
    assert_eq!(device.probe(space, 0, 0).unwrap().head, 3, "nothing was taken twice");
}

#[test]
fn an_id_names_bytes() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    let changed = NewEntry { bytes: Bytes(vec![9; 1024]), ..message(1, 3, 1) };
    assert_eq!(device.append(space, 0, vec![changed]), Err(ErrorCode::IdReused));
    let as_commit = NewEntry { kind: EntryKind::Commit, change: Some(Change::default()), ..message(1, 3, 1) };
    assert_eq!(device.append(space, 0, vec![as_commit]), Err(ErrorCode::IdReused), "nor of another kind");
    assert_eq!(other.append(space, 0, vec![message(1, 1, 1)]), Err(ErrorCode::IdReused), "nor is it another's");
}

#[test]
fn an_id_is_known_after_its_entry_went_by_retention_until_its_author_has_passed_it() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    world.pass(91 * sweep::DAY);
    world.service.sweep().unwrap();
    let device = world.device(1);
    assert_eq!(device.append(space, 0, vec![message(1, 2, 1)]).unwrap().seqs, [2]);
    let changed = NewEntry { bytes: Bytes(vec![9; 1024]), ..message(1, 3, 1) };
    assert_eq!(device.append(space, 0, vec![changed]), Err(ErrorCode::IdReused));
    assert_eq!(device.probe(space, 0, 0).map(|page| page.at.seq), Err(ErrorCode::BehindRetention));
}

#[test]
fn every_kind_carries_the_current_epoch() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    assert_eq!(device.append(space, 0, vec![message(1, 1, 1)]), Err(ErrorCode::WrongEpoch));
    let batch = vec![message(1, 1, 0), commit(2, 2, 0, vec![], vec![]), message(3, 3, 1)];
    assert_eq!(device.append(space, 0, batch).unwrap().seqs, [1, 2, 3], "the epoch advances within a batch");
    assert_eq!(device.append(space, 0, vec![commit(4, 4, 0, vec![], vec![])]), Err(ErrorCode::WrongEpoch));
    assert_eq!(device.append(space, 0, vec![message(4, 4, 2)]), Err(ErrorCode::WrongEpoch));
}

#[test]
fn numbers_follow_for_each_device() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    for number in [0, 1, 3, u64::MAX] {
        assert_eq!(device.append(space, 0, vec![message(1, number, 1)]), Err(ErrorCode::WrongNumber));
    }
    other.append(space, 0, vec![message(1, 1, 1)]).unwrap();
    device.append(space, 0, vec![message(2, 2, 1)]).unwrap();
    assert_eq!(device.probe(space, 0, 0).unwrap().number, 2);
    assert_eq!(other.probe(space, 0, 0).unwrap().number, 1);
}

#[test]
fn a_batch_is_all_or_nothing() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device]);
    let batch = vec![message(1, 1, 0), commit(2, 2, 0, vec![other.id], vec![]), message(3, 9, 1)];
    assert_eq!(device.append(space, 0, batch), Err(ErrorCode::WrongNumber));
    let page = device.probe(space, 0, 0).unwrap();
    assert_eq!((page.head, page.epoch, page.number), (0, 0, 0));
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::NotAMember));
}

#[test]
fn entries_have_the_form_of_their_kind() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let of = |bytes: usize| NewEntry { bytes: Bytes(vec![1; bytes]), ..message(1, 1, 0) };
    let big = |bytes: usize| NewEntry { bytes: Bytes(vec![1; bytes]), ..commit(1, 1, 0, vec![], vec![]) };
    let cases = [
        (vec![], ErrorCode::Malformed),
        (vec![of(0)], ErrorCode::Malformed),
        (vec![of(1025)], ErrorCode::Malformed),
        (vec![of(65_537)], ErrorCode::TooLarge),
        (vec![big(128 * 1024 + 1)], ErrorCode::TooLarge),
        (vec![NewEntry { change: None, ..commit(1, 1, 0, vec![], vec![]) }], ErrorCode::Malformed),
        (vec![NewEntry { change: Some(Change::default()), ..message(1, 1, 0) }], ErrorCode::Malformed),
        (vec![NewEntry { kind: EntryKind::Later(3), ..message(1, 1, 0) }], ErrorCode::Malformed),
        (vec![NewEntry { kind: EntryKind::Later(0), ..commit(1, 1, 0, vec![], vec![]) }], ErrorCode::Malformed),
        ((1..=65).map(|n| message(n, n.into(), 0)).collect(), ErrorCode::TooLarge),
    ];
    for (entries, code) in cases {
        assert_eq!(device.append(space, 0, entries), Err(code));
    }
    for size in SIZE_CLASSES {
        let number = device.probe(space, 0, 0).unwrap().number + 1;
        let id = EntryId(Hash::of(&size.to_be_bytes()).0[..16].try_into().unwrap());
        device.append(space, 0, vec![NewEntry { id, number, ..of(size) }]).unwrap();
    }
}

#[test]
fn a_pull_with_the_right_hash_acknowledges_and_a_probe_does_not() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    device.append(space, 0, vec![message(1, 1, 0), message(2, 2, 0), message(3, 3, 0)]).unwrap();
    let start = Position::start(space, 0);
    let second = follow(start, &device.pull(space, 0, start).unwrap().entries[..2]);
    let probed = device.probe(space, 0, 2).unwrap();
    assert_eq!((probed.at, probed.entries.len()), (second, 0));
    assert_eq!(device.pull(space, 0, start).unwrap().entries.len(), 3, "the probe deleted nothing");
    let wrong = device.pull(space, 0, Position { hash: Hash([7; 32]), ..second }).unwrap();
    assert_eq!((wrong.at, wrong.entries.len()), (second, 0), "a fork shows itself");
    assert_eq!(device.pull(space, 0, start).unwrap().entries.len(), 3, "and deleted nothing either");
    let page = device.pull(space, 0, second).unwrap();
    assert_eq!(page.entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [3]);
    assert_eq!(device.pull(space, 0, start), Err(ErrorCode::BehindRetention), "what all have is gone");
    assert_eq!(device.pull(space, 0, second).unwrap().at, second, "the hash there stays");
}

#[test]
fn entries_wait_for_the_slowest_reader() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    device.catch_up(space);
    let page = other.pull(space, 0, Position::start(space, 0)).unwrap();
    assert_eq!(page.entries.len(), 2);
    other.catch_up(space);
    assert_eq!(other.pull(space, 0, Position::start(space, 0)), Err(ErrorCode::BehindRetention));
    assert_eq!(usage(&world, space, device.id), 0);
}

pub(super) fn usage(world: &World, space: SpaceId, device: DeviceId) -> u64 {
    let mut found = 0;
    world
        .storage
        .read(&mut |rows| {
            found = rows.usage(space, device)?;
            Ok(())
        })
        .unwrap();
    found
}

#[test]
fn a_cursor_beyond_the_head_is_shown_the_head() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let appended = device.append(space, 40, vec![message(1, 1, 0)]).unwrap();
    assert_eq!(appended.at.seq, 1);
    let page = device.pull(space, 0, Position { seq: 40, hash: appended.at.hash }).unwrap();
    assert_eq!((page.at, page.entries.len(), page.head), (appended.at, 0, 1));
    let missing = device.pull(space, 3, Position { seq: 5, hash: Hash([0; 32]) }).unwrap();
    assert_eq!((missing.at, missing.head, missing.current_generation), (Position::start(space, 3), 0, 0));
}

#[test]
fn pages_are_bounded_by_count_and_bytes() {
    let limits = Limits { pull_entries: 3, pull_bytes: 4096, ..Limits::default() };
    let world = World::with(Settings { limits, rates: Rates::OFF, ..Settings::default() });
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    device.append(space, 0, (1..=5).map(|n| message(n, n.into(), 0)).collect()).unwrap();
    let big = NewEntry { bytes: Bytes(vec![6; 16_384]), ..message(6, 6, 0) };
    device.append(space, 0, vec![big, message(7, 7, 0)]).unwrap();
    let mut at = Position::start(space, 0);
    let mut sizes = Vec::new();
    loop {
        let page = device.pull(space, 0, at).unwrap();
        sizes.push(page.entries.len());
        at = follow(at, &page.entries);
        assert_eq!(page.more, at.seq < 7);
        if !page.more {
            break;
        }
    }
    assert_eq!(sizes, [3, 2, 1, 1], "three by count; two, for the next is large; the large one alone");
    let limited = Pull { space, generation: 0, after: 7, hash: None, limit: 0, bytes: 0 };
    assert!(device.call(&limited).is_ok());
}

#[test]
fn the_retention_deletes_what_nobody_came_for() {
    let world = World::new();
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &sleeper]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    let at = device.catch_up(space);
    world.pass(80 * sweep::DAY);
    let device = world.device(1);
    device.append(space, 2, vec![message(2, 3, 1)]).unwrap();
    world.pass(11 * sweep::DAY);
    world.service.sweep().unwrap();
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    assert_eq!(device.pull(space, 0, at).unwrap().entries.len(), 1);
    assert_eq!(sleeper.pull(space, 0, Position::start(space, 0)), Err(ErrorCode::BehindRetention));
    assert_eq!(sleeper.probe(space, 0, 0), Err(ErrorCode::BehindRetention));
}

#[test]
fn a_message_can_be_blanked_by_its_author_alone() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    let blank = Blank { space, generation: 0, entries: vec![EntryId([1; 16]), EntryId([201; 16]), EntryId([99; 16])] };
    other.call(&blank).unwrap();
    let start = Position::start(space, 0);
    let before = other.pull(space, 0, start).unwrap();
    assert!(matches!(before.entries[1].content, Content::Bytes(_)));
    device.call(&blank).unwrap();
    let after = other.pull(space, 0, start).unwrap();
    assert_eq!(after.entries[1].content, Content::Blanked(Hash::of(&[1; 1024])));
    assert!(matches!(after.entries[0].content, Content::Bytes(_)), "a commit stays");
    assert_eq!(follow(start, &after.entries), follow(start, &before.entries));
    assert_eq!(device.append(space, 0, vec![message(1, 2, 1)]).unwrap().seqs, [2], "its id still names the bytes");
    assert_eq!(usage(&world, space, device.id), 0);
    device.call(&blank).unwrap();
}

#[test]
fn a_page_is_as_small_as_its_reader_asks() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    device.append(space, 0, (1..=3).map(|n| message(n, u64::from(n), 0)).collect()).unwrap();
    let start = Position::start(space, 0);
    for (bytes, entries) in [(0, 1), (2047, 1), (2048, 2), (u32::MAX, 3)] {
        let pull = Pull { space, generation: 0, after: 0, hash: Some(start.hash), limit: 1000, bytes };
        let Ok(Pulled::Log(page)) = device.call(&pull) else { panic!("there is a page") };
        assert_eq!((page.entries.len(), page.more), (entries, entries < 3));
    }
}
