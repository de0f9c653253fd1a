use super::*;

#[test]
fn who_is_added_reads_from_the_commit_on_and_alone_sees_the_welcome() {
    let world = World::new();
    let [device, newcomer, other] = [1, 2, 3].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1), commit(2, 3, 1, vec![newcomer.id], vec![])]).unwrap();
    let start = newcomer.probe(space, 0, 0).unwrap().at;
    assert_eq!(start.seq, 2, "right before the commit");
    assert_eq!(newcomer.probe(space, 0, 2).unwrap().at, start);
    let page = newcomer.pull(space, 0, start).unwrap();
    let change = page.entries[0].change.clone().unwrap();
    assert_eq!((change.added, change.welcome), (vec![newcomer.id], Some(Bytes(vec![2; 100]))));
    let seen = other.pull(space, 0, Position::start(space, 0)).unwrap();
    assert_eq!(seen.entries[2].change.clone().unwrap().welcome, None);
    assert_eq!(
        newcomer.pull(space, 0, Position::start(space, 0)),
        Err(ErrorCode::BehindRetention),
        "what was before is not for it, though it is still there"
    );
}

#[test]
fn who_is_removed_is_out_at_once_and_keeps_its_session() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    let own = world.space(2, &[&other]);
    device.append(space, 0, vec![commit(2, 2, 1, vec![], vec![other.id])]).unwrap();
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::NotAMember));
    assert_eq!(other.append(space, 0, vec![message(3, 1, 2)]), Err(ErrorCode::NotAMember));
    assert!(other.probe(own, 0, 0).is_ok(), "its session goes on");
    device.catch_up(space);
    assert_eq!(
        device.pull(space, 0, Position::start(space, 0)),
        Err(ErrorCode::BehindRetention),
        "nothing waits for it"
    );
    device.append(space, 0, vec![commit(3, 3, 2, vec![], vec![other.id])]).unwrap();
}

/// Spaces in which somebody else put a device say nothing of it, until it asks for them.
#[test]
fn who_is_added_unasked_loses_nothing() {
    let world = World::with(Settings { rates: Rates::OFF, spaces_per_device: 2, ..Settings::default() });
    let [evil, device] = [1, 2].map(|seed| world.device(seed));
    let other = world.device(3);
    let thrown_away: Vec<_> = [&evil, &evil, &other]
        .into_iter()
        .zip(1..)
        .map(|(evil, seed)| {
            let space = SpaceId([seed; 16]);
            evil.call(&CreateSpace { space, suite: SUITE }).unwrap();
            evil.append(space, 0, vec![commit(seed, 1, 0, vec![device.id], vec![])]).unwrap();
            space
        })
        .collect();
    assert_eq!(world.service.heads(device.id), Ok(vec![]));
    let mine = world.space(9, &[&device]);
    evil.append(thrown_away[0], 0, vec![commit(10, 2, 1, vec![], vec![device.id])]).unwrap();
    assert!(device.probe(mine, 0, 0).is_ok(), "being taken out ends no session");
    assert_eq!(device.probe(thrown_away[0], 0, 0), Err(ErrorCode::NotAMember));

    // Asking is what counts.
    device.probe(thrown_away[1], 0, 0).unwrap();
    assert_eq!(world.service.heads(device.id).unwrap().len(), 2);
    let create = CreateSpace { space: SpaceId([8; 16]), suite: SUITE };
    assert_eq!(device.call(&create), Err(ErrorCode::QuotaExceeded));
    device.call(&device.leave(thrown_away[1])).unwrap();
    device.call(&create).unwrap();
}

#[test]
fn a_pending_device_may_do_what_a_member_may() {
    let world = World::new();
    let [device, newcomer] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device]);
    let put = PutBlob { space, blob: BlobId([1; 16]), bytes: Bytes(vec![1; 100]) };
    device.call(&put).unwrap();
    device.append(space, 0, vec![commit(1, 1, 0, vec![newcomer.id], vec![])]).unwrap();
    assert!(newcomer.call(&GetBlob { space, blob: put.blob }).is_ok());
    newcomer.append(space, 0, vec![message(2, 1, 1)]).unwrap();
    newcomer.call(&newcomer.leave(space)).unwrap();
}

#[test]
fn a_generation_opens_however_many_devices_were_ever_removed() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    let removed =
        |n: u16| -> Vec<_> { (0..n).map(|n| DeviceId(Hash::of(&n.to_be_bytes()).0)).chain([other.id]).collect() };
    let open = |removed| {
        let entry = commit(2, 1, 0, vec![], removed);
        device.call(&OpenGeneration { space, generation: 1, suite: SUITE, entry })
    };
    assert_eq!(open(removed(256)), Err(ErrorCode::BadChange));
    open(removed(255)).unwrap();
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::NotAMember));
    let shown = device.pull(space, 1, Position::start(space, 1)).unwrap().entries.remove(0).change.unwrap();
    assert_eq!(shown.removed, [other.id], "those who were not there are not kept");
}

#[test]
fn impossible_changes_are_refused() {
    let limits = Limits { space_devices: 3, ..Limits::default() };
    let world = World::with(Settings { limits, rates: Rates::OFF, ..Settings::default() });
    let devices: Vec<_> = (1..=5).map(|seed| world.device(seed)).collect();
    let id = |n: usize| devices[n].id;
    let space = world.space(1, &[&devices[0], &devices[1]]);
    let unknown = DeviceId([9; 32]);
    let cases = [
        commit(9, 2, 1, vec![unknown], vec![]),
        commit(9, 2, 1, vec![id(1)], vec![]),
        commit(9, 2, 1, vec![id(2), id(2)], vec![]),
        commit(9, 2, 1, vec![], vec![id(0)]),
        commit(9, 2, 1, vec![], vec![id(1), id(1)]),
        commit(9, 2, 1, vec![id(2), id(3)], vec![]),
        NewEntry {
            change: Some(Change { welcome: Some(Bytes(vec![1])), ..Change::default() }),
            ..commit(9, 2, 1, vec![], vec![])
        },
    ];
    for entry in cases {
        assert_eq!(devices[0].append(space, 0, vec![entry]), Err(ErrorCode::BadChange));
    }
    devices[0].append(space, 0, vec![commit(9, 2, 1, vec![id(2)], vec![])]).unwrap();
    devices[0].append(space, 0, vec![commit(10, 3, 2, vec![id(3)], vec![id(2)])]).unwrap();
}

#[test]
fn a_sleeper_is_taken_out_and_in_by_one_commit() {
    let world = World::new();
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &sleeper]);
    sleeper.append(space, 0, vec![message(1, 1, 1)]).unwrap();
    world.pass(100 * sweep::DAY);
    world.service.sweep().unwrap();
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    assert_eq!(sleeper.probe(space, 0, 1), Err(ErrorCode::BehindRetention));
    device.append(space, 2, vec![commit(3, 2, 1, vec![sleeper.id], vec![sleeper.id])]).unwrap();
    let sleeper = world.device(2);
    let start = sleeper.probe(space, 0, 0).unwrap();
    assert_eq!((start.at.seq, start.number), (2, 1));
    assert_eq!(sleeper.pull(space, 0, start.at).unwrap().entries.len(), 1);
}

/// Those who stay need not say again how far they have read.
#[test]
fn what_waited_for_a_device_alone_goes_when_it_is_taken_out() {
    let world = World::new();
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &sleeper]);
    let start = Position::start(space, 0);
    for n in 1..=3 {
        device.append(space, 0, vec![message(n, u64::from(n) + 1, 1)]).unwrap();
    }
    device.catch_up(space);
    assert_eq!(device.pull(space, 0, start).unwrap().entries.len(), 4, "the sleeper has read none of it");
    device.append(space, 4, vec![commit(4, 5, 1, vec![], vec![sleeper.id])]).unwrap();
    assert_eq!(device.pull(space, 0, start), Err(ErrorCode::BehindRetention));
}

#[test]
fn the_next_generation_opens_once_and_closes_the_one_before() {
    let world = World::new();
    let [device, other, third] = [1, 2, 3].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other, &third]);
    let opening = |device: &Device<'_>, id, generation, added| {
        let entry = commit(id, 1, 0, added, vec![]);
        device.call(&OpenGeneration { space, generation, suite: SUITE, entry })
    };
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    assert_eq!(opening(&device, 2, 2, vec![]), Err(ErrorCode::WrongGeneration));
    assert_eq!(opening(&device, 2, 0, vec![]), Err(ErrorCode::WrongGeneration));
    assert_eq!(
        opening(&device, 2, 1, vec![DeviceId([9; 32])]),
        Err(ErrorCode::BadChange),
        "the server does not know that device"
    );
    let opened = opening(&device, 2, 1, vec![other.id]).unwrap();
    assert_eq!((opened.seqs.clone(), opened.at), (vec![1], Position::start(space, 1)));
    assert_eq!(opening(&device, 2, 1, vec![other.id]), Ok(opened), "again: the same answer");
    assert_eq!(opening(&other, 3, 1, vec![device.id]), Err(ErrorCode::WrongGeneration), "the first won");

    assert_eq!(other.append(space, 0, vec![message(4, 1, 1)]), Err(ErrorCode::GenerationClosed));
    assert_eq!(device.append(space, 0, vec![message(1, 2, 1)]).unwrap().seqs, [2], "what was taken is still known");
    assert_eq!(other.pull(space, 0, Position::start(space, 0)).unwrap().entries.len(), 2, "and still readable");

    let page = other.pull(space, 1, Position::start(space, 1)).unwrap();
    assert_eq!((page.epoch, page.current_generation, page.entries.len()), (1, 1, 1));
    let append = Append { space, generation: 1, cursor: 1, entries: vec![message(4, 1, 1)] };
    assert_eq!(other.call(&append).unwrap().seqs, [2]);

    assert_eq!(
        third.pull(space, 1, Position::start(space, 1)),
        Err(ErrorCode::BehindRetention),
        "left out: nothing of it is for this device"
    );
    let foreign = Append { entries: vec![NewEntry { id: EntryId([6; 16]), ..append.entries[0].clone() }], ..append };
    assert_eq!(third.call(&foreign), Err(ErrorCode::BehindRetention));
    assert_eq!(third.pull(space, 0, Position::start(space, 0)).unwrap().current_generation, 1);
    let entries = vec![commit(5, 2, 1, vec![third.id], vec![])];
    device.call(&Append { space, generation: 1, cursor: 1, entries }).unwrap();
    assert_eq!(third.probe(space, 1, 0).unwrap().at.seq, 2);
}

#[test]
fn an_opening_entry_is_a_first_commit() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let open = |entry| device.call(&OpenGeneration { space, generation: 1, suite: SUITE, entry });
    assert_eq!(open(message(1, 1, 0)), Err(ErrorCode::Malformed));
    assert_eq!(open(commit(1, 2, 0, vec![], vec![])), Err(ErrorCode::WrongNumber));
    assert_eq!(open(commit(1, 1, 1, vec![], vec![])), Err(ErrorCode::WrongEpoch));
    assert_eq!(device.probe(space, 0, 0).unwrap().current_generation, 0, "what was refused opened nothing");
}
