use super::log::usage;
use super::*;

#[test]
fn a_space_is_created_once() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let create = CreateSpace { space: SpaceId([1; 16]), suite: SUITE };
    let created = device.call(&create).unwrap();
    assert_eq!(created.incarnation, world.storage.incarnation());
    assert_eq!(device.call(&create), Ok(created));
    assert_eq!(other.call(&create), Err(ErrorCode::SpaceExists));
    device.append(create.space, 0, vec![message(1, 1, 0)]).unwrap();
    assert_eq!(device.call(&create), Err(ErrorCode::SpaceExists), "it is not the new space that was meant");
    assert_eq!(device.probe(create.space, 0, 0).unwrap().head, 1, "again changes nothing");
    assert_eq!(device.call(&CreateSpace { suite: 1, ..create }), Err(ErrorCode::SpaceExists));
}

#[test]
fn one_device_cannot_create_spaces_without_end() {
    let world = World::with(Settings { rates: Rates::OFF, spaces_per_device: 2, ..Settings::default() });
    let device = world.device(1);
    for seed in 1..=2 {
        world.space(seed, &[&device]);
    }
    assert_eq!(device.call(&CreateSpace { space: SpaceId([3; 16]), suite: SUITE }), Err(ErrorCode::QuotaExceeded));
}

#[test]
fn a_stranger_and_a_missing_space_are_answered_alike() {
    let world = World::new();
    let [device, stranger] = [1, 2].map(|seed| world.device(seed));
    let there = world.space(1, &[&device]);
    for space in [there, SpaceId([9; 16])] {
        let blob = BlobId([1; 16]);
        let entry = commit(1, 1, 0, vec![], vec![]);
        let refused = Err(ErrorCode::NotAMember);
        assert_eq!(stranger.probe(space, 0, 0).map(|_| ()), refused);
        assert_eq!(stranger.append(space, 0, vec![message(1, 1, 0)]).map(|_| ()), refused);
        let open = OpenGeneration { space, generation: 1, suite: SUITE, entry };
        assert_eq!(stranger.call(&open).map(|_| ()), refused);
        assert_eq!(stranger.call(&Blank { space, generation: 0, entries: vec![] }).map(|_| ()), refused);
        assert_eq!(stranger.call(&PutBlob { space, blob, bytes: Bytes(vec![1]) }).map(|_| ()), refused);
        assert_eq!(stranger.call(&GetBlob { space, blob }).map(|_| ()), refused);
        assert_eq!(stranger.call(&DropBlob { space, blob }).map(|_| ()), refused);
        // These are for devices that the server forgot: who is inside decides.
        assert_eq!(stranger.call(&stranger.leave(space)), Ok(Empty {}));
        let ask = AskToBeAdded { space, certificate: stranger.certify(stranger.id) };
        assert_eq!(stranger.call(&ask), Ok(Empty {}));
    }
}

#[test]
fn leaving_leaves_nothing_but_the_statement() {
    let world = World::new();
    let [device, other, stranger] = [1, 2, 3].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    device.append(space, 0, vec![message(1, 2, 1)]).unwrap();
    let put = PutBlob { space, blob: BlobId([1; 16]), bytes: Bytes(vec![1; 100]) };
    device.call(&put).unwrap();
    let leave = device.leave(space);
    device.call(&leave).unwrap();
    for reader in [&device, &other] {
        let pull = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
        assert_eq!(reader.call(&pull), Ok(Pulled::Left(leave.statement.clone())));
        assert_eq!(reader.append(space, 0, vec![message(2, 3, 1)]), Err(ErrorCode::SpaceLeft));
        assert_eq!(reader.call(&put), Err(ErrorCode::SpaceLeft));
        assert_eq!(reader.call(&CreateSpace { space, suite: SUITE }), Err(ErrorCode::SpaceLeft));
    }
    assert_eq!(stranger.probe(space, 0, 0), Err(ErrorCode::NotAMember));
    assert_eq!(stranger.call(&CreateSpace { space, suite: SUITE }), Err(ErrorCode::SpaceExists));
    assert_eq!(device.call(&leave), Ok(Empty {}));
    assert_eq!(other.call(&other.leave(space)), Ok(Empty {}), "both may leave; the first statement stays");
    let pull = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
    assert_eq!(other.call(&pull), Ok(Pulled::Left(leave.statement.clone())));
    assert_eq!(usage(&world, space, device.id), 0);
    world.pass(30 * sweep::DAY);
    world.service.sweep().unwrap();
    assert_eq!(world.device(2).call(&pull), Ok(Pulled::Left(leave.statement)), "its devices are not forgotten");
}

#[test]
fn nobody_leaves_for_another() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    assert_eq!(other.call(&device.leave(space)), Err(ErrorCode::BadSignature));
    let mut forged = other.leave(space);
    forged.statement.signature = device.leave(space).statement.signature;
    assert_eq!(other.call(&forged), Err(ErrorCode::BadSignature));
    let mut elsewhere = other.leave(SpaceId([7; 16]));
    elsewhere.statement.space = space;
    assert_eq!(other.call(&elsewhere), Err(ErrorCode::BadSignature));
    assert!(device.probe(space, 0, 0).is_ok());
}

#[test]
fn blobs_are_kept_fetched_and_dropped() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &other]);
    let put = PutBlob { space, blob: BlobId([1; 16]), bytes: Bytes(vec![1; 100]) };
    let get = GetBlob { space, blob: put.blob };
    assert_eq!(other.call(&get), Err(ErrorCode::UnknownBlob));
    device.call(&put).unwrap();
    device.call(&put).unwrap();
    assert_eq!(usage(&world, space, device.id), 100);
    assert_eq!(device.call(&PutBlob { bytes: Bytes(vec![2]), ..put.clone() }), Err(ErrorCode::IdReused));
    assert_eq!(other.call(&get).unwrap().bytes, put.bytes);
    other.call(&DropBlob { space, blob: put.blob }).unwrap();
    other.call(&DropBlob { space, blob: put.blob }).unwrap();
    assert_eq!(other.call(&get), Err(ErrorCode::UnknownBlob));
    assert_eq!(usage(&world, space, device.id), 0);
}

#[test]
fn blobs_go_after_their_days_also_before_a_sweep() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let put = PutBlob { space, blob: BlobId([1; 16]), bytes: Bytes(vec![1; 100]) };
    device.call(&put).unwrap();
    world.pass(14 * sweep::DAY - 1);
    assert!(world.device(1).call(&GetBlob { space, blob: put.blob }).is_ok());
    world.pass(1);
    assert_eq!(world.device(1).call(&GetBlob { space, blob: put.blob }), Err(ErrorCode::UnknownBlob));
    world.device(1).call(&PutBlob { bytes: Bytes(vec![2]), ..put }).unwrap();
    assert_eq!(usage(&world, space, device.id), 1);
    world.pass(15 * sweep::DAY);
    world.service.sweep().unwrap();
    assert_eq!(usage(&world, space, device.id), 0);
}
