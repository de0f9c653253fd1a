//! Devices that ask to be added, as the server shows them.

use tend_protocol::{SignedCertificate, encode};

use super::*;
use crate::{
    identity::Removal,
    store::{Namespace, StoreError},
    sync::{intents::wanted_prefix, lost::take_asking, membership::take_removal},
};

#[test]
fn only_the_partners_own_certificate_is_reason_to_add_a_device() {
    let (_folder, store) = phone();
    let unsigned = SignedCertificate { device: DeviceId([77; 32]), ..partner().for_server() };
    let new = certificate(ROBIN, 40);
    let cases = [
        ("the partner's", new.for_server(), true),
        ("another person's", certificate(103, 41).for_server(), false),
        ("one that nobody signed", unsigned, false),
        ("this person's, whom their own records name", certificate(ALEX, 42).for_server(), false),
        ("one that the partner removed", certificate(ROBIN, 43).for_server(), false),
    ];
    store
        .write::<_, StoreError>(|tx| {
            let removal = Removal::issue(&SigningKey::from_seed([ROBIN; 32]), certificate(ROBIN, 43).device);
            assert!(take_removal(tx, COUPLE, &removal)?);
            for (what, shown, added) in cases {
                for space in [COUPLE, OWN] {
                    take_asking(tx, &state_of(tx, space), &[shown])?;
                    let wanted = tx.values::<Certificate>(Namespace::Intent, &wanted_prefix(space))?;
                    let is_wanted = wanted.iter().any(|(_, one)| encode(&one.for_server()) == encode(&shown));
                    assert_eq!(is_wanted, added && space == COUPLE, "{what}");
                }
            }
            Ok(())
        })
        .unwrap();
}
