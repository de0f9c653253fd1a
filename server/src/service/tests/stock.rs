use super::*;

fn package(n: u8) -> Bytes {
    Bytes(vec![n; 64])
}

#[test]
fn key_packages_are_handed_out_once_and_the_last_resort_again_and_again() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let claim = ClaimKeyPackage { device: other.id, suite: SUITE };
    assert_eq!(device.call(&claim), Err(ErrorCode::NoKeyPackage));
    let (packages, last_resort) = (vec![package(1), package(2)], Some(package(3)));
    let certificate = device.certify(other.id);
    let publish = PublishKeyPackages { certificate, suite: SUITE, packages, last_resort, replace: false };
    assert_eq!(other.call(&publish), Ok(KeyPackageStock { left: 2, last_resort_fresh: true }));
    assert_eq!(device.call(&claim).unwrap().package, package(1));
    assert_eq!(
        other.call(&publish),
        Ok(KeyPackageStock { left: 1, last_resort_fresh: true }),
        "a claimed one never returns"
    );
    assert_eq!(device.call(&claim).unwrap().package, package(2));
    for _ in 0..2 {
        assert_eq!(device.call(&claim).unwrap().package, package(3));
    }
    let ask = PublishKeyPackages { certificate, suite: SUITE, packages: vec![], last_resort: None, replace: false };
    assert_eq!(other.call(&ask), Ok(KeyPackageStock { left: 0, last_resort_fresh: false }));
    assert_eq!(
        other.call(&publish),
        Ok(KeyPackageStock { left: 0, last_resort_fresh: false }),
        "the same is not fresh"
    );
    let renewed = PublishKeyPackages { last_resort: Some(package(4)), ..ask };
    assert_eq!(other.call(&renewed), Ok(KeyPackageStock { left: 0, last_resort_fresh: true }));
    assert_eq!(device.call(&claim).unwrap().package, package(4));
    assert_eq!(device.call(&ClaimKeyPackage { suite: 1, ..claim.clone() }), Err(ErrorCode::NoKeyPackage));
    assert_eq!(device.call(&ClaimKeyPackage { device: device.id, ..claim }), Err(ErrorCode::Malformed));
}

/// Or a partner could pass for the other's person, and bar their phone by taking it out of the space.
#[test]
fn nobody_says_whose_they_are_without_that_persons_signature() {
    let world = World::new();
    let [person, device, evil] = [1, 2, 3].map(|seed| world.device(seed));
    let forged = SignedCertificate { person: PersonKey(person.id.0), ..evil.certify(evil.id) };
    for certificate in [person.certify(device.id), forged] {
        let publish =
            PublishKeyPackages { certificate, suite: SUITE, packages: vec![], last_resort: None, replace: false };
        assert_eq!(evil.call(&publish), Err(ErrorCode::BadSignature));
    }
}

#[test]
fn a_stock_is_bounded() {
    let world = World::new();
    let device = world.device(1);
    let publish = |suite, from: u8, to: u8| {
        let packages = (from..to).map(package).collect();
        let certificate = device.certify(device.id);
        device.call(&PublishKeyPackages { certificate, suite, packages, last_resort: None, replace: false })
    };
    assert_eq!(publish(1, 0, 33), Err(ErrorCode::TooLarge));
    assert_eq!(publish(1, 0, 32).unwrap().left, 32);
    assert_eq!(publish(1, 40, 41), Err(ErrorCode::TooLarge));
    assert_eq!(publish(1, 0, 0).unwrap().left, 32, "what was refused left nothing");
    for suite in 2..=4 {
        publish(suite, 0, 1).unwrap();
    }
    assert_eq!(publish(5, 0, 1), Err(ErrorCode::TooLarge));
    let large = |last_resort| PublishKeyPackages {
        certificate: device.certify(device.id),
        suite: 1,
        packages: vec![],
        last_resort: Some(Bytes(last_resort)),
        replace: false,
    };
    assert_eq!(device.call(&large(vec![0; 8193])), Err(ErrorCode::TooLarge));
    assert_eq!(device.call(&large(vec![])), Err(ErrorCode::Malformed));
}

#[test]
fn nobody_takes_anothers_whole_stock() {
    let world = World::with(Settings { rates: Rates { claims_per_day: 2, ..Rates::OFF }, ..Settings::default() });
    let [evil, honest, other] = [1, 2, 3].map(|seed| world.device(seed));
    let packages = (1..=4).map(package).collect();
    let publish = PublishKeyPackages {
        certificate: honest.certify(other.id),
        suite: SUITE,
        packages,
        last_resort: Some(package(9)),
        replace: false,
    };
    other.call(&publish).unwrap();
    let claim = |device: &Device<'_>| device.call(&ClaimKeyPackage { device: other.id, suite: SUITE }).unwrap().package;
    assert_eq!([1, 2, 9, 9].map(package), [(); 4].map(|()| claim(&evil)), "then the last resort alone");
    assert_eq!(claim(&honest), package(3), "another has a count of its own");
    world.pass(sweep::DAY / 2);
    let evil = world.device(1);
    assert_eq!(claim(&evil), package(4), "and room comes back with time");
}

#[test]
fn who_becomes_another_persons_takes_the_old_packages_along_to_nowhere() {
    let world = World::new();
    let [device, other] = [1, 2].map(|seed| world.device(seed));
    let publish = |person: u8, n| {
        let (packages, last_resort) = (vec![package(n)], Some(package(n + 1)));
        let certificate = world.device(person + 100).certify(other.id);
        other.call(&PublishKeyPackages { certificate, suite: SUITE, packages, last_resort, replace: false })
    };
    publish(1, 1).unwrap();
    publish(2, 3).unwrap();
    let claim = ClaimKeyPackage { device: other.id, suite: SUITE };
    assert_eq!(device.call(&claim).unwrap().package, package(3));
    assert_eq!(device.call(&claim).unwrap().package, package(4));
    publish(3, 5).unwrap();
    publish(4, 5).unwrap();
    assert_eq!(publish(5, 5), Err(ErrorCode::TooLarge), "nobody is everybody's");
    publish(1, 5).unwrap();
}
