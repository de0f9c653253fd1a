use super::*;

#[test]
fn registering_needs_the_devices_own_signature() {
    let world = World::new();
    let device = world.device(1);
    assert_eq!(world.call(None, &device.register(None)), Ok(Empty {}), "again: the same answer");
    let forged = Register { device: DeviceId([3; 32]), ..device.register(None) };
    assert_eq!(world.call(None, &forged), Err(ErrorCode::BadSignature));
}

#[test]
fn an_access_code_is_asked_for_where_there_is_one() {
    let access_code = AccessCode::new("hollyhock");
    let world = World::with(Settings { access_code, rates: Rates::OFF, ..Settings::default() });
    assert!(world.service.config().access_code_required);
    let device = world.stranger(1);
    for code in [None, Some(""), Some("hollyhoc"), Some("hollyhock ")] {
        assert_eq!(world.call(None, &device.register(code)), Err(ErrorCode::AccessCode));
    }
    assert_eq!(device.open_session().map(|_| ()), Err(ErrorCode::UnknownDevice), "it is not registered");
    world.call(None, &device.register(Some("hollyhock"))).unwrap();
    device.open_session().unwrap();
}

#[test]
fn a_challenge_is_good_once_for_a_minute_and_for_its_device() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let challenge = |device: &Device<'_>| world.call(None, &Challenge { device: device.id }).unwrap().challenge;
    let once = challenge(&device);
    world.call(None, &device.answer(once)).unwrap();
    assert_eq!(world.call(None, &device.answer(once)), Err(ErrorCode::ChallengeOver), "used");
    let late = challenge(&device);
    world.pass(60);
    assert_eq!(world.call(None, &device.answer(late)), Err(ErrorCode::ChallengeOver), "over");
    let foreign = challenge(&other);
    assert_eq!(world.call(None, &device.answer(foreign)), Err(ErrorCode::ChallengeOver), "another's");
    assert_eq!(world.call(None, &device.answer(Hash([1; 32]))), Err(ErrorCode::ChallengeOver), "invented");
    let signed = other.answer(challenge(&device)).signature;
    let forged = OpenSession { signature: signed, ..device.answer(challenge(&device)) };
    assert_eq!(world.call(None, &forged), Err(ErrorCode::BadSignature));
    assert!(world.call(None, &Challenge { device: DeviceId([9; 32]) }).is_ok(), "an unknown device is answered alike");
}

#[test]
fn a_clock_that_is_set_back_a_little_spoils_no_challenge_and_frees_no_used_one() {
    let world = World::new();
    let device = world.device(1);
    let challenge = world.call(None, &Challenge { device: device.id }).unwrap().challenge;
    world.back(1);
    world.call(None, &device.answer(challenge)).unwrap();
    world.pass(100);
    world.service.sweep().unwrap();
    world.back(100);
    assert_eq!(world.call(None, &device.answer(challenge)), Err(ErrorCode::ChallengeOver), "used");
}

#[test]
fn a_session_ends_after_an_hour_and_with_too_many_others() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    world.pass(3599);
    assert!(device.probe(space, 0, 0).is_ok());
    world.pass(1);
    assert_eq!(device.probe(space, 0, 0), Err(ErrorCode::Unauthenticated));
    let mut device = world.device(1);
    let first = device.token.clone();
    for _ in 0..8 {
        world.pass(1);
        device.token = device.open_session().unwrap().token;
    }
    assert!(device.probe(space, 0, 0).is_ok());
    device.token = first;
    assert_eq!(device.probe(space, 0, 0), Err(ErrorCode::Unauthenticated));
}

#[test]
fn a_token_is_worth_nothing_when_it_is_not_whole() {
    let world = World::new();
    let mut device = world.device(1);
    let (space, other) = (SpaceId([1; 16]), world.device(2).id);
    let probe = |device: &Device<'_>| device.probe(space, 0, 0).unwrap_err();
    assert_eq!(probe(&device), ErrorCode::NotAMember);
    let whole = device.token.clone();
    let foreign = other.to_hex() + &whole[64..];
    for token in ["", "é", &whole[..127], &whole.to_uppercase(), &foreign, &format!("{whole}0")] {
        device.token = token.to_owned();
        assert_eq!(probe(&device), ErrorCode::Unauthenticated, "{token}");
    }
    assert_eq!(world.call(None, &CreateSpace { space, suite: SUITE }), Err(ErrorCode::Unauthenticated));
}

#[test]
fn a_device_in_no_space_is_forgotten_after_a_day() {
    let world = World::new();
    let [homeless, housed] = [1, 2].map(|seed| world.device(seed));
    world.space(1, &[&housed]);
    world.pass(sweep::DAY);
    world.service.sweep().unwrap();
    assert!(homeless.open_session().is_ok(), "not yet");
    world.pass(1);
    world.service.sweep().unwrap();
    assert_eq!(homeless.open_session().map(|_| ()), Err(ErrorCode::UnknownDevice));
    assert!(housed.open_session().is_ok());
}

#[test]
fn rates_count_devices_apart_once_they_are_known_and_sources_before() {
    let rates =
        Rates { device: Rate { per_minute: 60, burst: 3 }, source: Rate { per_minute: 60, burst: 9 }, ..Rates::OFF };
    let world = World::with(Settings { rates, ..Settings::default() });
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device]);
    for _ in 0..2 {
        assert!(device.probe(space, 0, 0).is_ok());
    }
    assert_eq!(device.probe(space, 0, 0), Err(ErrorCode::RateLimited));
    assert_eq!(other.probe(space, 0, 0), Err(ErrorCode::NotAMember), "another device has its own");
    assert_eq!(device.call(&device.leave(space)), Ok(Empty {}), "leaving is never counted");
    world.pass(1);
    assert_eq!(device.probe(space, 0, 0), Err(ErrorCode::SpaceLeft));
    for _ in 0..4 {
        assert!(world.call(None, &Challenge { device: device.id }).is_ok());
    }
    let problem =
        world.service.handle(SOURCE, None, Challenge::PATH, &encode(&Challenge { device: device.id })).unwrap_err();
    assert_eq!((problem.code, problem.retry_after), (ErrorCode::RateLimited, Some(1)));
    let elsewhere = "192.0.2.1".parse().unwrap();
    assert!(world.service.handle(elsewhere, None, Challenge::PATH, &encode(&Challenge { device: device.id })).is_ok());
}

#[test]
fn a_restored_database_is_served_under_the_incarnation_it_has() {
    let world = World::new();
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let copy = World::over(world.storage.copy_in_memory(&Counter::default()).unwrap(), Settings::default());
    device.append(space, 0, vec![message(1, 1, 0)]).unwrap();
    // The copy's random bytes begin as the original's did, and a challenge is spent: another second makes another one.
    copy.pass(1);
    let restored = copy.device(1);
    let page = restored.pull(space, 0, Position { seq: 1, hash: Hash([0; 32]) }).unwrap();
    assert_eq!((page.head, page.at), (0, Position::start(space, 0)), "the head is below the cursor");
    assert_eq!(page.incarnation, world.storage.incarnation());
}
