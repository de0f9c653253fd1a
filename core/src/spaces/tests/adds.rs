//! Devices and key packages that may not be added.

use openmls::{
    extensions::{ApplicationIdExtension, Extension, Extensions},
    prelude::{
        Capabilities, Ciphersuite, ExtensionType, Lifetime, MlsMessageBodyIn, MlsMessageIn, ProtocolVersion,
        tls_codec::DeserializeBytes,
    },
};
use serde::Serialize;
use tend_protocol::{DeviceId, Signature, decode, encode};

use super::{
    people::{Couple, Phone, person, refusal},
    raw::{message, plain_package, raw_package},
};
use crate::{
    identity::{Certificate, IdentityId},
    spaces::{CIPHERSUITE, Refusal, SUITE, key_packages},
};

#[test]
fn a_person_who_is_not_pinned() {
    Couple::new().refuse_add(plain_package(&Phone::new(9, 5)), Refusal::UnknownIdentity);
}

#[test]
fn a_certificate_that_the_person_did_not_sign() {
    let phone = Phone::new(1, 5);
    let certificate = forged(person(1).identity(), phone.device());
    Couple::new().refuse_add(plain_package(&phone.certified(certificate)), Refusal::BadCertificate);
}

#[test]
fn another_devices_certificate() {
    let couple = Couple::new();
    let phone = Phone::new(1, 5).certified(couple.phones[0].certificate);
    couple.refuse_add(plain_package(&phone), Refusal::BadCertificate);
}

#[test]
fn a_device_on_the_removed_list() {
    let mut couple = Couple::new();
    let phone = Phone::new(1, 5);
    couple.trust.removed.insert((phone.certificate.identity, phone.device()));
    couple.refuse_add(plain_package(&phone), Refusal::RemovedDevice);
}

#[test]
fn a_key_package_that_ends() {
    let couple = Couple::new();
    let phone = Phone::new(2, 5);
    let package = |lifetime| raw_package(&phone, CIPHERSUITE, |builder| builder.key_package_lifetime(lifetime));
    let good_today = package(Lifetime::init(0, u64::MAX - 1));
    let bytes = message(good_today.clone());
    assert_eq!(refusal(key_packages::read(&bytes, SUITE, None)), Refusal::BoundedLifetime);
    couple.refuse_add(good_today, Refusal::BoundedLifetime);
}

/// OpenMLS itself compares with the clock here, when reading and when making a commit, so that no hostile commit can be made with it.
#[test]
fn a_key_package_that_is_over() {
    let over = Lifetime::init(0, 1);
    let package = raw_package(&Phone::new(2, 5), CIPHERSUITE, |builder| builder.key_package_lifetime(over));
    assert_eq!(refusal(key_packages::read(&message(package.clone()), SUITE, None)), Refusal::InvalidKeyPackage);
    assert_eq!(key_packages::check(&package, None).unwrap_err(), Refusal::BoundedLifetime);
}

#[test]
fn no_clock_ends_our_lifetimes() {
    use std::time::{Duration, SystemTime};
    let day = Duration::from_secs(24 * 60 * 60);
    let now = SystemTime::now();
    for clock in [SystemTime::UNIX_EPOCH, now - 365 * day, now, now + 100 * day, now + 365 * day, now + 300_000 * day] {
        key_packages::all_of_time().validate_with_time(clock).unwrap();
    }
    let package = Phone::new(1, 0).package();
    let MlsMessageBodyIn::KeyPackage(package) = MlsMessageIn::tls_deserialize_exact_bytes(&package).unwrap().extract()
    else {
        unreachable!("no key package")
    };
    let crypto = openmls_libcrux_crypto::CryptoProvider::new().unwrap();
    let package = package.validate(&crypto, ProtocolVersion::Mls10).unwrap();
    assert_eq!(*package.life_time(), Lifetime::init(0, u64::MAX));
}

#[test]
fn a_leaf_with_an_extension() {
    let capabilities =
        Capabilities::builder().ciphersuites(vec![CIPHERSUITE]).extensions(vec![ExtensionType::ApplicationId]).build();
    let extensions = Extensions::single(Extension::ApplicationId(ApplicationIdExtension::new(b"x"))).unwrap();
    let package = raw_package(&Phone::new(2, 5), CIPHERSUITE, |builder| {
        builder.leaf_node_capabilities(capabilities).leaf_node_extensions(extensions)
    });
    Couple::new().refuse_add(package, Refusal::Extension);
}

#[test]
fn a_key_package_of_another_suite() {
    let weaker = Ciphersuite::MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519;
    let package = raw_package(&Phone::new(2, 5), weaker, |builder| {
        builder.leaf_node_capabilities(Capabilities::builder().ciphersuites(vec![weaker, CIPHERSUITE]).build())
    });
    assert_eq!(refusal(key_packages::read(&message(package), SUITE, None)), Refusal::OtherSuite);
}

/// A certificate that says `identity`, but that another person signed.
fn forged(identity: IdentityId, device: DeviceId) -> Certificate {
    #[derive(Serialize)]
    struct Fields {
        identity: IdentityId,
        device: DeviceId,
        signature: Signature,
    }
    let signature = person(9).sign(b"anything");
    decode(&encode(&Fields { identity, device, signature })).unwrap()
}
