//! Bytes that are no MLS, or nearly: never a panic, and nothing but the real ones is taken.

use std::sync::OnceLock;

use proptest::prelude::*;
use tend_protocol::EntryKind;

use super::people::{Couple, Phone};
use crate::spaces::{SUITE, SpaceError, key_packages};

/// One of each kind of input, real and not yet used.
struct Real {
    couple: Couple,
    tablet: Phone,
    inputs: [Vec<u8>; 4],
}

const MESSAGE: usize = 0;
const COMMIT: usize = 1;
const WELCOME: usize = 2;

fn real() -> &'static Real {
    static REAL: OnceLock<Real> = OnceLock::new();
    REAL.get_or_init(|| {
        let couple = Couple::new();
        let tablet = Phone::new(1, 5);
        let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
        let welcome =
            ana.group(|group| group.change(&ana.key, &[&tablet.package()], &[], &couple.trust)).unwrap().welcome;
        let message = ben.encrypt(b"hello");
        let package = Phone::new(2, 6).package();
        let commit = ben.group(|group| group.change(&ben.key, &[&package], &[], &couple.trust)).unwrap().commit;
        Real { couple, tablet, inputs: [message, commit, welcome.unwrap(), package] }
    })
}

/// Whether the bytes are taken by the reader of that kind. What is taken is taken back.
fn taken(kind: usize, bytes: &[u8]) -> bool {
    let Real { couple, tablet, .. } = real();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let undone = |taken| if taken { Err(SpaceError::Mls("taken")) } else { Ok(()) };
    let result = match kind {
        MESSAGE | COMMIT => ana.group(|group| {
            let kind = if kind == MESSAGE { EntryKind::Message } else { EntryKind::Commit };
            let expected = crate::spaces::Expected { author: ben.device(), kind };
            undone(group.process(bytes, expected, &couple.trust).is_ok())
        }),
        WELCOME => tablet.transaction(|tx| {
            undone(crate::spaces::Group::join(tx, bytes, super::people::NAME, &couple.trust).is_ok())
        }),
        _ => undone(key_packages::read(bytes, SUITE, Some(&couple.trust)).is_ok()),
    };
    result.is_err()
}

#[test]
fn the_real_ones_are_taken() {
    for (kind, bytes) in real().inputs.iter().enumerate() {
        assert!(taken(kind, bytes), "kind {kind}");
    }
}

/// A change of a real input.
#[derive(Debug, Clone)]
enum Change {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (any::<prop::sample::Index>(), 1_u8..).prop_map(|(at, by)| Change::Flip(at, by)),
        1 => any::<prop::sample::Index>().prop_map(Change::Cut),
        1 => (any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 1..9))
            .prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        1 => any::<prop::sample::Index>().prop_map(Change::Remove),
    ]
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match change {
            Change::Flip(at, by) => bytes[at.index(length)] ^= by,
            Change::Cut(at) => bytes.truncate(at.index(length)),
            Change::Insert(at, more) => drop(bytes.splice(at.index(length)..at.index(length), more.iter().copied())),
            Change::Remove(at) => drop(bytes.remove(at.index(length))),
        }
    }
    bytes
}

/// A position in the first bytes of an input, where lengths and kinds stand, is as likely as all others together.
fn near_the_front(bytes: &[u8], at: prop::sample::Index, by: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = at.index(bytes.len().min(64));
    bytes[at] ^= by;
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_is_refused(kind in 0_usize..4, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(!taken(kind, &bytes));
    }

    #[test]
    fn garbage_behind_a_real_beginning_is_refused(
        kind in 0_usize..4,
        from in 0_usize..4,
        keep in 4_usize..48,
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let real = &real().inputs[from];
        let mixed = [&real[..keep], &bytes].concat();
        prop_assert!(mixed == *real || !taken(kind, &mixed));
    }

    #[test]
    fn what_is_changed_is_refused(kind in 0_usize..4, changes in prop::collection::vec(change(), 1..4)) {
        let real = &real().inputs[kind];
        let bytes = changed(real, &changes);
        prop_assert!(bytes == *real || !taken(kind, &bytes));
    }

    #[test]
    fn what_is_changed_at_its_front_is_refused(
        kind in 0_usize..4,
        at in any::<prop::sample::Index>(),
        by in 1_u8..,
    ) {
        prop_assert!(!taken(kind, &near_the_front(&real().inputs[kind], at, by)));
    }
}
