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
    let publish =
        PublishKeyPackages { suite: SUITE, packages: vec![package(1), package(2)], last_resort: Some(package(3)) };
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
    let ask = PublishKeyPackages { suite: SUITE, packages: vec![], last_resort: None };
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

#[test]
fn a_stock_is_bounded() {
    let world = World::new();
    let device = world.device(1);
    let publish = |suite, from: u8, to: u8| {
        device.call(&PublishKeyPackages { suite, packages: (from..to).map(package).collect(), last_resort: None })
    };
    assert_eq!(publish(1, 0, 33), Err(ErrorCode::TooLarge));
    assert_eq!(publish(1, 0, 32).unwrap().left, 32);
    assert_eq!(publish(1, 40, 41), Err(ErrorCode::TooLarge));
    assert_eq!(publish(1, 0, 0).unwrap().left, 32, "what was refused left nothing");
    for suite in 2..=4 {
        publish(suite, 0, 1).unwrap();
    }
    assert_eq!(publish(5, 0, 1), Err(ErrorCode::TooLarge));
    let large = |last_resort| PublishKeyPackages { suite: 1, packages: vec![], last_resort: Some(Bytes(last_resort)) };
    assert_eq!(device.call(&large(vec![0; 8193])), Err(ErrorCode::TooLarge));
    assert_eq!(device.call(&large(vec![])), Err(ErrorCode::Malformed));
}
