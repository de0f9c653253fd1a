//! A server that lost its file, or was set back, and the devices that were in its spaces.

use super::{identity::publish, *};

fn rejoin(space: SpaceId, generation: u32, certificate: SignedCertificate) -> RejoinSpace {
    RejoinSpace { space, suite: SUITE, generation, certificate }
}

#[test]
fn a_space_that_was_lost_is_made_again_where_it_stood() {
    let world = World::new();
    let [person, device, other] = [1, 2, 3].map(|seed| world.device(seed));
    let space = SpaceId([7; 16]);
    let call = rejoin(space, 4, person.certify(device.id));
    let created = device.call(&call).unwrap();
    assert_eq!((created.incarnation, created.generation), (world.storage.incarnation(), 4));
    assert_eq!(device.call(&call), Ok(created), "again changes nothing");
    let page = device.pull(space, 4, Position::start(space, 4)).unwrap();
    assert_eq!((page.current_generation, page.head, page.number), (4, 0, 0));
    let entry = commit(1, 1, 0, vec![other.id], vec![]);
    device.call(&OpenGeneration { space, generation: 5, suite: SUITE, entry }).unwrap();
    assert_eq!(other.probe(space, 5, 0).map(|page| page.current_generation), Ok(5));
    let highest = rejoin(SpaceId([8; 16]), RejoinSpace::GENERATION + 1, person.certify(device.id));
    assert_eq!(device.call(&highest), Err(ErrorCode::Malformed));
}

#[test]
fn a_forgotten_device_comes_back_to_where_another_of_its_person_is() {
    let world = World::new();
    let [person, partner, old, phone, partners] = [1, 2, 3, 4, 5].map(|seed| world.device(seed));
    publish(&old, &person);
    publish(&partners, &partner);
    let (own, theirs) = (world.space(1, &[&old]), world.space(2, &[&partners]));
    let call = rejoin(own, 3, person.certify(phone.id));
    assert_eq!(phone.call(&call).map(|created| created.generation), Ok(0), "as the server has it");
    assert_eq!(phone.probe(own, 0, 0).map(|_| ()), Err(ErrorCode::BehindRetention), "it reads nothing of before");
    let entry = commit(1, 1, 0, vec![], vec![old.id]);
    phone.call(&OpenGeneration { space: own, generation: 1, suite: SUITE, entry }).unwrap();
    assert_eq!(old.probe(own, 1, 0), Err(ErrorCode::NotAMember));
    assert_eq!(phone.call(&rejoin(theirs, 0, person.certify(phone.id))), Err(ErrorCode::SpaceExists));
}

#[test]
fn nobody_comes_in_with_what_another_signed() {
    let world = World::new();
    let [person, device, stranger] = [1, 2, 3].map(|seed| world.device(seed));
    publish(&device, &person);
    let space = world.space(1, &[&device]);
    let stolen = rejoin(space, 0, person.certify(device.id));
    assert_eq!(stranger.call(&stolen), Err(ErrorCode::BadSignature));
    let SignedCertificate { person: of, .. } = person.certify(stranger.id);
    let forged = SignedCertificate { person: of, ..stranger.certify(stranger.id) };
    assert_eq!(stranger.call(&rejoin(space, 0, forged)), Err(ErrorCode::BadSignature));
    assert_eq!(stranger.call(&rejoin(space, 0, stranger.certify(stranger.id))), Err(ErrorCode::SpaceExists));
}

/// A device that somebody else put into a space speaks for nobody there.
#[test]
fn a_device_that_never_came_lets_nobody_in() {
    let world = World::new();
    let [person, pending, other, phone] = [1, 2, 3, 4].map(|seed| world.device(seed));
    publish(&pending, &person);
    let space = world.space(1, &[&other]);
    other.append(space, 0, vec![commit(1, 1, 0, vec![pending.id], vec![])]).unwrap();
    assert_eq!(phone.call(&rejoin(space, 0, person.certify(phone.id))), Err(ErrorCode::SpaceExists));
}

#[test]
fn who_comes_back_to_a_space_that_was_left_is_shown_the_statement() {
    let world = World::new();
    let [person, old, phone] = [1, 2, 3].map(|seed| world.device(seed));
    publish(&old, &person);
    let space = world.space(1, &[&old]);
    let leave = old.leave(space);
    old.call(&leave).unwrap();
    phone.call(&rejoin(space, 0, person.certify(phone.id))).unwrap();
    let pull = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
    assert_eq!(phone.call(&pull), Ok(Pulled::Left(leave.statement)));
}

#[test]
fn a_device_that_was_shut_out_does_not_come_back() {
    let world = World::new();
    let [person, phone, lost] = [1, 2, 3].map(|seed| world.device(seed));
    for device in [&phone, &lost] {
        publish(device, &person);
    }
    let space = world.space(1, &[&phone, &lost]);
    phone.call(&RevokeDevice { removal: person.removal(lost.id) }).unwrap();
    assert_eq!(lost.call(&rejoin(space, 0, person.certify(lost.id))), Err(ErrorCode::Unauthenticated));
    assert_eq!(phone.probe(space, 0, 0).map(|_| ()), Ok(()));
}

#[test]
fn who_was_taken_out_by_their_own_person_does_not_come_back_and_by_another_does() {
    let world = World::new();
    let [person, partner, phone, other, partners] = [1, 2, 3, 4, 5].map(|seed| world.device(seed));
    for (device, person) in [(&phone, &person), (&other, &person), (&partners, &partner)] {
        publish(device, person);
    }
    let space = world.space(1, &[&phone, &other, &partners]);
    let certificate = person.certify(other.id);
    partners.append(space, 0, vec![commit(1, 1, 1, vec![], vec![other.id])]).unwrap();
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::NotAMember));
    other.call(&rejoin(space, 0, certificate)).unwrap();
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::BehindRetention), "it reads nothing that was meant for others");
    phone.append(space, 0, vec![commit(2, 2, 2, vec![], vec![other.id])]).unwrap();
    assert_eq!(other.call(&rejoin(space, 0, certificate)), Err(ErrorCode::SpaceExists));
    phone.append(space, 0, vec![commit(3, 3, 3, vec![other.id], vec![])]).unwrap();
    assert!(other.probe(space, 0, 0).is_ok(), "unless it is added again");
}

/// A lost phone cannot close a space for its person.
#[test]
fn a_leave_by_a_device_that_its_person_shuts_out_is_undone() {
    let world = World::new();
    let [person, phone, lost] = [1, 2, 3].map(|seed| world.device(seed));
    for device in [&phone, &lost] {
        publish(device, &person);
    }
    let space = world.space(1, &[&phone, &lost]);
    lost.call(&lost.leave(space)).unwrap();
    assert_eq!(phone.probe(space, 0, 0), Err(ErrorCode::SpaceLeft));
    phone.call(&RevokeDevice { removal: person.removal(lost.id) }).unwrap();
    assert_eq!(phone.probe(space, 0, 0).map(|page| (page.current_generation, page.head)), Ok((0, 0)));
    let entry = commit(1, 1, 0, vec![], vec![]);
    phone.call(&OpenGeneration { space, generation: 1, suite: SUITE, entry }).unwrap();
}

/// Somebody left, got another phone later, and gave the old one away: they have left.
#[test]
fn a_leave_stands_when_the_phone_that_left_is_given_away_later() {
    let world = World::new();
    let [person, partner, old, partners, new] = [1, 2, 3, 4, 5].map(|seed| world.device(seed));
    for (device, of) in [(&old, &person), (&partners, &partner), (&new, &person)] {
        publish(device, of);
    }
    let space = world.space(1, &[&old, &partners]);
    old.call(&old.leave(space)).unwrap();
    new.call(&RevokeDevice { removal: person.removal(old.id) }).unwrap();
    assert_eq!(partners.probe(space, 0, 0), Err(ErrorCode::SpaceLeft));
}

/// A server that lost the space does not know who leaves it. Those inside do.
#[test]
fn a_leave_by_a_device_that_is_not_known_is_shown_to_those_inside() {
    let world = World::new();
    let [partners, old, other] = [1, 2, 3].map(|seed| world.device(seed));
    let space = SpaceId([78; 16]);
    assert_eq!(old.call(&old.leave(space)), Ok(Empty {}), "there is no such space");
    let space = world.space(1, &[&partners]);
    let leave = old.leave(space);
    for _ in 0..2 {
        assert_eq!(old.call(&leave), Ok(Empty {}));
    }
    let page = || partners.pull(space, 0, Position::start(space, 0)).unwrap();
    assert_eq!((page().leaving, page().head), (vec![leave.statement.clone()], 0), "it changes nothing by itself");
    assert_eq!(other.call(&leave), Err(ErrorCode::BadSignature));
    for seed in 0..u8::try_from(Limits::default().space_devices).unwrap() {
        let device = world.device(100 + seed);
        let _ = device.call(&device.leave(space));
    }
    assert_eq!(page().leaving.len(), Limits::default().space_devices);
    partners.call(&partners.leave(space)).unwrap();
    assert_eq!(old.call(&leave), Ok(Empty {}), "it was left already");
}

fn ask(space: SpaceId, certificate: SignedCertificate) -> AskToBeAdded {
    AskToBeAdded { space, certificate }
}

#[test]
fn who_asks_is_shown_to_those_inside_until_a_commit_adds_them() {
    let world = World::new();
    let [person, partners, phone] = [1, 2, 3].map(|seed| world.device(seed));
    let space = world.space(1, &[&partners]);
    let start = Position::start(space, 0);
    let certificate = person.certify(phone.id);
    assert_eq!(phone.call(&ask(space, person.certify(partners.id))), Err(ErrorCode::BadSignature));
    assert_eq!(
        phone.call(&ask(SpaceId([99; 16]), certificate)),
        Ok(Empty {}),
        "nobody learns whether a space is there"
    );
    for _ in 0..2 {
        assert_eq!(phone.call(&ask(space, certificate)), Ok(Empty {}));
    }
    assert_eq!(partners.pull(space, 0, start).unwrap().asking, [certificate]);
    assert_eq!(phone.probe(space, 0, 0).map(|_| ()), Err(ErrorCode::NotAMember), "asking opens nothing");
    partners.append(space, 0, vec![commit(1, 1, 0, vec![phone.id], vec![])]).unwrap();
    assert_eq!(partners.pull(space, 0, start).unwrap().asking, []);
    phone.call(&ask(space, certificate)).unwrap();
    assert_eq!(partners.pull(space, 0, start).unwrap().asking, [], "who reads it need not ask");
    partners
        .call(&OpenGeneration { space, generation: 1, suite: SUITE, entry: commit(2, 1, 0, vec![], vec![]) })
        .unwrap();
    phone.call(&ask(space, certificate)).unwrap();
    assert_eq!(
        partners.pull(space, 1, Position::start(space, 1)).unwrap().asking,
        [certificate],
        "left out of the next"
    );
}

#[test]
fn a_space_shows_no_more_who_ask_than_it_has_room_for_and_none_that_may_not() {
    let world = World::new();
    let [person, phone, old, lost] = [1, 2, 3, 4].map(|seed| world.device(seed));
    for device in [&phone, &old, &lost] {
        publish(device, &person);
    }
    let space = world.space(1, &[&phone, &old]);
    phone.append(space, 0, vec![commit(2, 2, 1, vec![], vec![old.id])]).unwrap();
    assert_eq!(old.call(&ask(space, person.certify(old.id))), Err(ErrorCode::NotAMember), "its own person took it out");
    lost.call(&ask(space, person.certify(lost.id))).unwrap();
    phone.call(&RevokeDevice { removal: person.removal(lost.id) }).unwrap();
    let asking = || phone.pull(space, 0, Position::start(space, 0)).unwrap().asking.len();
    assert_eq!(asking(), 0, "it was shut out");
    let most = Limits::default().space_devices;
    for seed in 0..most + 1 {
        let device = world.device(u8::try_from(100 + seed).unwrap());
        let asked = device.call(&ask(space, person.certify(device.id)));
        assert_eq!(asked, if seed < most { Ok(Empty {}) } else { Err(ErrorCode::QuotaExceeded) });
    }
    assert_eq!(asking(), most);
    phone.call(&phone.leave(space)).unwrap();
    assert_eq!(lost.call(&ask(space, person.certify(lost.id))), Err(ErrorCode::Unauthenticated));
    let device = world.device(90);
    assert_eq!(device.call(&ask(space, person.certify(device.id))), Err(ErrorCode::SpaceLeft));
}

/// A partner who was away while the space was made again and left hears of it.
#[test]
fn anyone_who_names_a_space_that_was_left_is_shown_the_statement_and_an_empty_one_is_anyones() {
    let world = World::new();
    let [person, partner, phone, theirs] = [1, 2, 3, 4].map(|seed| world.device(seed));
    publish(&phone, &person);
    let space = world.space(1, &[&phone]);
    let leave = phone.leave(space);
    phone.call(&leave).unwrap();
    theirs.call(&rejoin(space, 0, partner.certify(theirs.id))).unwrap();
    let pull = Pull { space, generation: 0, after: 0, hash: None, limit: 1, bytes: 1 };
    assert_eq!(theirs.call(&pull), Ok(Pulled::Left(leave.statement)));

    let made_again = world.space(2, &[&phone]);
    assert_eq!(theirs.call(&rejoin(made_again, 0, partner.certify(theirs.id))), Err(ErrorCode::SpaceExists));
    theirs.call(&RevokeDevice { removal: person.removal(phone.id) }).unwrap();
    theirs.call(&rejoin(made_again, 0, partner.certify(theirs.id))).unwrap();
    assert!(theirs.probe(made_again, 0, 0).is_err(), "of what was there it reads nothing");
}
