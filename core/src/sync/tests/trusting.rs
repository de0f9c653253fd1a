//! Whom a space trusts: whose word takes a device away, and whom a newcomer accepts.

use std::collections::BTreeMap;

use tend_protocol::Hash;

use super::*;
use crate::{
    identity::Removal,
    spaces::Refusal,
    store::StoreError,
    sync::devices::{own_devices, own_removals},
};

/// The person with that number says that one of their devices is not theirs any more.
fn removal(person: u8, device: Certificate) -> Removal {
    Removal::issue(&SigningKey::from_seed([person; 32]), device.device)
}

#[test]
fn a_removal_is_its_own_persons_signed_and_new() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let take = |removal: &Removal| membership::take_removal(tx, COUPLE, removal).unwrap();
            let of_mine = removal(ALEX, tablet());
            let mut forged = [removal(ROBIN, tablet()), of_mine];
            (forged[0].identity, forged[1].device) = (this().identity, this().device);
            assert_eq!(forged.map(|one| take(&one)), [false; 2], "of another's key, and for another device");
            assert!(!take(&removal(103, certificate(103, 5))), "a stranger's");
            assert_eq!(membership::removals(tx, COUPLE)?, []);
            assert_eq!((take(&of_mine), take(&of_mine)), (true, false), "it is news once");
            assert_eq!(membership::removals(tx, COUPLE)?, [of_mine]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_removal_concerns_its_own_persons_certificates_alone() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            // Robin takes back certificates that Robin never gave, also before Alex's own removal comes.
            for device in [this(), tablet()] {
                membership::take_removal(tx, COUPLE, &removal(ROBIN, device))?;
            }
            let trust = membership::trust(tx, COUPLE)?;
            assert_eq!([this(), tablet(), partner()].map(|one| trust.check(&one)), [Ok(()); 3]);
            assert!(!membership::is_removed(tx, COUPLE, this().identity, tablet().device)?);
            assert!(membership::take_removal(tx, COUPLE, &removal(ALEX, tablet()))?, "Alex's own still counts");
            assert_eq!(membership::trust(tx, COUPLE)?.check(&tablet()), Err(Refusal::RemovedDevice));
            Ok(())
        })
        .unwrap();
}

/// Only its own person takes a removed device out of a group, so they must be able to come in where it is. The other's never pass.
#[test]
fn a_newcomer_finds_its_own_persons_removed_devices_and_refuses_the_partners() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let lost = certificate(ROBIN, 4);
            for removal in [removal(ALEX, tablet()), removal(ROBIN, lost)] {
                assert!(membership::take_removal(tx, COUPLE, &removal)?);
            }
            let refused = Err(Refusal::RemovedDevice);
            let now = membership::trust(tx, COUPLE)?;
            assert_eq!(
                [this(), tablet(), partner(), lost].map(|one| now.check(&one)),
                [Ok(()), refused, Ok(()), refused]
            );
            let joins = membership::trust_at_joining(tx, COUPLE, this().identity)?;
            assert_eq!(
                [this(), tablet(), partner(), lost].map(|one| joins.check(&one)),
                [Ok(()), Ok(()), Ok(()), refused]
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_record_of_a_device_says_nothing_that_its_persons_key_did_not_sign() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let device = ThisDevice::load(tx)?.unwrap();
            let (new, lost) = (certificate(ALEX, 8), certificate(ALEX, 9));
            let note = |certificate: Certificate, removal| {
                let known = OwnDevice { certificate, name: "phone".into(), removal };
                own(tx).put(record_of(certificate.device), &known).unwrap();
            };
            let mut forged = certificate(ROBIN, 5);
            forged.identity = this().identity;
            let mut forged_removal = removal(ROBIN, lost);
            forged_removal.identity = this().identity;
            for (certificate, removal) in
                [(new, None), (forged, None), (super::certificate(ROBIN, 6), None), (lost, Some(forged_removal))]
            {
                note(certificate, removal);
            }
            let known =
                |devices: &[Certificate]| devices.iter().map(|one| (one.device, *one)).collect::<BTreeMap<_, _>>();
            assert_eq!(own_devices(tx, &device)?, known(&[this(), tablet(), new]));
            assert_eq!(own_removals(tx, &device)?, []);
            note(lost, Some(removal(ALEX, lost)));
            assert_eq!(own_removals(tx, &device)?, [removal(ALEX, lost)]);
            Ok(())
        })
        .unwrap();
}

/// They can sign as many as they like: of invented devices some are kept, and of those that were here all.
#[test]
fn a_flood_of_removals_is_bounded() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let theirs = certificate(ROBIN, 3);
            membership::meet(tx, COUPLE, theirs.device)?;
            let invented = (0..400_u16).map(|n| DeviceId(Hash::of(&n.to_be_bytes()).0));
            let signer = SigningKey::from_seed([ROBIN; 32]);
            let taken = invented
                .filter(|device| membership::take_removal(tx, COUPLE, &Removal::issue(&signer, *device)).unwrap());
            assert_eq!(taken.count(), 256);
            assert!(
                membership::take_removal(tx, COUPLE, &Removal::issue(&signer, theirs.device))?,
                "one that was here"
            );
            assert!(membership::take_removal(tx, COUPLE, &removal(ALEX, tablet()))?, "this person's own");
            Ok(())
        })
        .unwrap();
}
