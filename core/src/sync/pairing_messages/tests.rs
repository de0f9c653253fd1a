//! What the other side seals is foreign too.

#![allow(clippy::unwrap_used)]

use proptest::{collection::vec, prelude::*, sample::Index};
use tend_protocol::DeviceId;

use super::*;

fn real() -> Vec<Vec<u8>> {
    let identity = SigningKey::from_seed([1; 32]);
    let certificate = Certificate::issue(&identity, DeviceId([2; 32]));
    let package = Bytes(vec![3; 60]);
    let said = [
        PairingMessage::Pair { package: package.clone() },
        PairingMessage::Paired,
        PairingMessage::Link { name: "Tablet".into() },
        PairingMessage::Linked { identity, certificate, own_space: SpaceId([5; 16]) },
        PairingMessage::Ready { package },
        PairingMessage::InUse,
    ];
    said.iter().map(encode).collect()
}

/// Reads as something said; only what its person signed passes for a certificate.
fn read(bytes: &[u8]) -> bool {
    let Ok(said) = decode::<PairingMessage>(bytes) else { return false };
    if let PairingMessage::Linked { certificate, .. } = &said {
        let real = Certificate::issue(&SigningKey::from_seed([1; 32]), DeviceId([2; 32]));
        assert_eq!(certificate.verify().is_ok(), *certificate == real);
    }
    let written = encode(&said);
    assert_eq!(encode(&decode::<PairingMessage>(&written).unwrap()), written);
    true
}

#[test]
fn all_that_is_said_is_read_and_what_is_announced_takes_no_memory() {
    for real in real() {
        assert!(read(&real));
        for at in 0..real.len() {
            for head in [0x5b, 0x7b, 0x9b, 0xbb] {
                read(&[&real[..at], &[head], &(1_u64 << 40).to_be_bytes()[..]].concat());
            }
            read(&[&real[..at], &[0x81; 30_000][..]].concat());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_says_nothing(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(!read(&bytes));
    }

    #[test]
    fn what_is_changed_says_nothing_or_what_it_says(changes in vec((any::<Index>(), any::<u8>()), 1..5)) {
        for mut bytes in real() {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            read(&bytes);
        }
    }
}
