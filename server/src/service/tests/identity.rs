//! The server's key, and devices that their person had shut out.

use super::*;

#[test]
fn a_server_proves_its_key_for_each_nonce() {
    let world = World::new();
    let [one, two] = [1, 2].map(|n| Hash([n; 32]));
    let identified = world.call(None, &Identify { nonce: one }).unwrap();
    assert!(identified.verify(one).is_ok() && identified.verify(two).is_err());
    let other = ServerKey([1; 32]);
    assert_eq!(identified.key, world.key());
    assert!(Identified { key: other, ..identified }.verify(one).is_err());
}

#[test]
fn a_copy_has_the_key_of_its_original_and_another_server_another_one() {
    let world = World::new();
    let copy = World::over(world.storage.copy_in_memory(&Counter::default()).unwrap(), Settings::default());
    assert_eq!(world.key(), copy.key());
    assert_ne!(another_server().key(), world.key());
}

/// What a device signs for one server is of no use to it at another.
#[test]
fn a_challenge_that_is_passed_on_opens_nothing() {
    let (honest, evil) = (World::new(), another_server());
    let device = honest.device(1);
    let there = Device { world: &evil, ..evil.stranger(1) };
    assert_eq!(honest.call(None, &there.register(None)), Err(ErrorCode::BadSignature));
    // The evil server asks the honest one for a challenge and shows it as its own.
    let challenge = honest.call(None, &Challenge { device: device.id }).unwrap().challenge;
    assert_eq!(honest.call(None, &there.answer(challenge)), Err(ErrorCode::BadSignature));
    assert!(honest.call(None, &device.answer(challenge)).is_ok());
}

fn another_server() -> World {
    let random = Counter::default();
    random.fill(&mut [0; 320]).unwrap();
    World::over(SqliteStorage::in_memory(&random).unwrap(), Settings { rates: Rates::OFF, ..Settings::default() })
}

pub(super) fn publish(device: &Device<'_>, person: &Device<'_>) {
    let publish = PublishKeyPackages {
        certificate: person.certify(device.id),
        suite: SUITE,
        packages: vec![Bytes(vec![device.id.0[0]; 40])],
        last_resort: None,
        replace: false,
    };
    device.call(&publish).unwrap();
}

#[test]
fn a_lost_device_is_shut_out_by_its_person_for_ever() {
    let world = World::new();
    let [person, phone, lost, other] = [1, 2, 3, 4].map(|seed| world.device(seed));
    for device in [&phone, &lost] {
        publish(device, &person);
    }
    let own = world.space(1, &[&phone, &lost]);
    phone.append(own, 0, vec![message(1, 2, 1)]).unwrap();
    let pending = SpaceId([2; 16]);
    other.call(&CreateSpace { space: pending, suite: SUITE }).unwrap();
    other.append(pending, 0, vec![commit(1, 1, 0, vec![lost.id], vec![])]).unwrap();

    // A thief says that it is another's, too: that takes nothing back.
    publish(&lost, &other);
    let revoke = RevokeDevice { removal: person.removal(lost.id) };
    phone.call(&revoke).unwrap();
    assert_eq!(lost.probe(own, 0, 0), Err(ErrorCode::Unauthenticated));
    assert_eq!(lost.open_session().map(|_| ()), Err(ErrorCode::DeviceRevoked));
    assert_eq!(world.call(None, &lost.register(None)), Err(ErrorCode::DeviceRevoked));
    assert_eq!(phone.call(&ClaimKeyPackage { device: lost.id, suite: SUITE }), Err(ErrorCode::NoKeyPackage));
    for space in [own, pending] {
        let found = &mut |rows: &dyn Transaction| {
            assert_eq!(rows.membership(space, lost.id)?, None);
            Ok(())
        };
        world.storage.read(found).unwrap();
    }
    let again = commit(2, 2, 1, vec![lost.id], vec![]);
    assert_eq!(other.append(pending, 0, vec![again]), Err(ErrorCode::BadChange), "nobody adds it any more");
    phone.catch_up(own);
    assert_eq!(phone.pull(own, 0, Position::start(own, 0)), Err(ErrorCode::BehindRetention), "nothing waits for it");
    phone.append(own, 0, vec![commit(3, 3, 1, vec![], vec![lost.id])]).unwrap();

    phone.call(&revoke).unwrap();
    world.pass(100 * sweep::DAY);
    world.service.sweep().unwrap();
    assert_eq!(world.call(None, &lost.register(None)), Err(ErrorCode::DeviceRevoked), "for ever");
}

#[test]
fn nobody_shuts_out_anothers_device() {
    let world = World::new();
    let [person, evil, phone] = [1, 2, 3].map(|seed| world.device(seed));
    publish(&phone, &person);
    let foreign = RevokeDevice { removal: evil.removal(phone.id) };
    assert_eq!(evil.call(&foreign), Err(ErrorCode::BadSignature));
    let mut forged = foreign.clone();
    forged.removal.person = PersonKey(person.id.0);
    assert_eq!(evil.call(&forged), Err(ErrorCode::BadSignature));
    assert_eq!(world.call(None, &RevokeDevice { removal: person.removal(phone.id) }), Err(ErrorCode::Unauthenticated));
    let unknown = RevokeDevice { removal: evil.removal(DeviceId([9; 32])) };
    assert_eq!(evil.call(&unknown), Ok(Empty {}), "a server that was set back knows nothing of it");
    assert!(phone.open_session().is_ok());
}
