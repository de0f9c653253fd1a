//! What comes out of decryption is as foreign as what goes in: a partner's phone may say anything.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use ciborium::Value;
use proptest::{collection::vec, prelude::*, sample::Index};
use tend_protocol::{Hash, SpaceId};

use super::*;
use crate::{
    identity::{IdentityId, SigningKey},
    records::{Action, Context, Field, OperationId, Origin},
};

const KEY: [u8; 32] = [7; 32];
const ORIGIN: Origin = Origin { author: IdentityId::from_bytes([2; 32]), nonce: [2; 16], number: 1 };

fn operation() -> Operation {
    let device = DeviceId([1; 32]);
    let stamp = Context::default().next(device);
    let versions = BTreeMap::from([(stamp, Value::Array(vec![Value::Text("words".into()), Value::Null]))]);
    Operation {
        id: OperationId { device, counter: 1 },
        record: ORIGIN.record("appreciation", [0; 4]),
        kind: "appreciation".into(),
        origin: ORIGIN,
        stamp,
        seen: Context::default(),
        action: Action::Set(BTreeMap::from([("text".into(), Field { text: true, list: false, versions })])),
    }
}

fn removal() -> Removal {
    Removal::issue(&SigningKey::from_seed([3; 32]), DeviceId([4; 32]))
}

fn payload() -> Payload {
    let offer = SnapshotOffer {
        devices: vec![DeviceId([1; 32])],
        blobs: vec![BlobId([5; 16])],
        key: Bytes(KEY.to_vec()),
        seq: 9,
    };
    Payload {
        at: Position::start(SpaceId([6; 16]), 0).after(
            tend_protocol::EntryId([7; 16]),
            tend_protocol::EntryKind::Message,
            Hash([8; 32]),
        ),
        operations: vec![operation()],
        controls: vec![Control::Removed(removal()), Control::Snapshot(offer), Control::WantSnapshot],
    }
}

fn page() -> SnapshotPage {
    let operation = operation();
    let (id, kind, state) = (operation.record, operation.kind.clone(), State::of(&operation));
    let record = SnapshotRecord { id, kind, state, arrival: Some((1, 2)) };
    SnapshotPage { removals: vec![removal()], records: vec![record], others: Vec::new() }
}

/// Reads what a decrypted message and a decrypted page hold. What is taken is what was said.
fn read(bytes: &[u8]) {
    let _ = unfill(bytes);
    if let Some((payload, _)) = unpad(bytes).filter(|(_, later)| later.is_empty()) {
        assert_eq!(unpad(&pad(&payload, Role::Couple)), Some((payload, Later::default())));
    }
    if let Some((page, _)) = read_page(bytes) {
        let _ = page.records.iter().all(|record| record.state.validate(record.id, &record.kind).is_ok());
        assert!(page.removals.iter().all(|found| found.verify().is_ok() == (*found == removal())));
    }
}

fn changed(mut bytes: Vec<u8>, changes: &[(Index, u8, u8)]) -> Vec<u8> {
    for (at, how, byte) in changes {
        let at = at.index(bytes.len());
        match how % 4 {
            0 => bytes[at] = *byte,
            1 => bytes.insert(at, *byte),
            2 if bytes.len() > 1 => drop(bytes.remove(at)),
            _ => bytes[at] ^= 1 << (byte % 8),
        }
    }
    bytes
}

#[test]
fn what_is_written_is_read() {
    for role in [Role::Own, Role::Couple] {
        assert_eq!(unpad(&pad(&payload(), role)), Some((payload(), Later::default())));
    }
    assert_eq!(open_page(seal_page(&page(), &KEY, 3), &KEY, 3), Some((page(), Later::default())));
    assert_eq!(open_page(seal_page(&page(), &KEY, 3), &KEY, 4), None, "another place");
    assert_eq!(open_page(seal_page(&page(), &KEY, 3), &[8; 32], 3), None, "another key");
    assert_eq!(unfill(&fill(b"message")), Some(b"message".as_slice()));
}

/// A message as a later version may send it: an operation and a control that this one does not know, in the midst of others, and a field more.
#[test]
fn what_only_a_later_version_knows_is_set_aside_alone() {
    let Value::Map(mut message) = Value::serialized(&payload()).unwrap() else { unreachable!("a struct") };
    let with = |list: &Value, more: Value| Value::Array([vec![more], list.as_array().unwrap().clone()].concat());
    let Value::Map(mut operation) = message[1].1.as_array().unwrap()[0].clone() else { unreachable!("a struct") };
    operation.last_mut().unwrap().1 = Value::Map(vec![(Value::Text("move".into()), Value::Array(vec![1.into()]))]);
    message[1].1 = with(&message[1].1, Value::Map(operation.clone()));
    let control = Value::Map(vec![(Value::Text("typing".into()), Value::Bool(true))]);
    message[2].1 = with(&message[2].1, control.clone());
    message.push((Value::Text("mood".into()), Value::Null));
    let bytes = encode(&Padded(Bytes(encode(&Value::Map(message))), Bytes(Vec::new())));
    let later = Later { operations: vec![Value::Map(operation)], controls: vec![control], ..Later::default() };
    assert_eq!(unpad(&bytes), Some((payload(), later)));
}

/// What a later version lets be larger or deeper is no less than what it calls by another name.
#[test]
fn what_goes_beyond_this_versions_bounds_is_set_aside_alone() {
    let mut wide = operation();
    wide.kind = "k".repeat(1_000);
    let mut said = payload();
    said.operations.push(wide.clone());
    let bytes = encode(&Padded(Bytes(encode(&said)), Bytes(Vec::new())));
    let later = Later { operations: vec![Value::serialized(&wide).unwrap()], ..Later::default() };
    assert_eq!(unpad(&bytes), Some((payload(), later)));

    let mut shown = page();
    let record = SnapshotRecord { kind: wide.kind, ..shown.records[0].clone() };
    shown.records.insert(0, record.clone());
    let of_page = SnapshotPage { others: vec![record.id], ..page() };
    let later = Later { records: vec![Value::serialized(&record).unwrap()], ..Later::default() };
    assert_eq!(read_page(&fill(&encode(&shown))), Some((of_page, later)));
}

/// A page as a later version may make it: a record that ended in a way that this one does not know, one of another form, a removal of
/// another form, and a field more in the page and in a record.
#[test]
fn of_a_page_too_what_only_a_later_version_knows_is_set_aside_alone() {
    let Value::Map(mut later_page) = Value::serialized(&page()).unwrap() else { unreachable!("a struct") };
    let Value::Map(mut known) = later_page[1].1.as_array().unwrap()[0].clone() else { unreachable!("a struct") };
    known.push(("mood".into(), "sunny".into()));
    let mut ended = known.clone();
    let state = ended.iter_mut().find(|(name, _)| name.as_text() == Some("state")).unwrap();
    let Value::Map(state) = &mut state.1 else { unreachable!("a struct") };
    state.iter_mut().find(|(name, _)| name.as_text() == Some("end")).unwrap().1 = "moved".into();
    let [ended, shapeless] = [Value::Map(ended), Value::Array(vec![1.into()])];
    let removal_of_two = Value::Array(vec![Value::Null; 2]);
    later_page[0].1 = Value::Array(vec![removal_of_two.clone(), later_page[0].1.as_array().unwrap()[0].clone()]);
    later_page[1].1 = Value::Array(vec![ended.clone(), shapeless.clone(), Value::Map(known)]);
    later_page.push(("weather".into(), Value::Bool(true)));
    let bytes = encode(&Value::Map(later_page));
    let later = Later { removals: vec![removal_of_two], records: vec![ended, shapeless], ..Later::default() };
    let of_page = SnapshotPage { others: vec![operation().record], ..page() };
    assert_eq!(read_page(&fill_to(&bytes, bytes.len() + 100)), Some((of_page, later)));
}

/// The page of one who has hardly written anything is as large as that of one who has written a little more, and all others are alike in
/// steps.
#[test]
fn the_size_of_a_page_tells_little() {
    let sized = |words: usize| {
        let mut page = page();
        page.records[0].kind = "k".repeat(words);
        seal_page(&page, &KEY, 0).len()
    };
    assert_eq!([0, 1, 1000, 15_000].map(sized), [16 * 1024; 4]);
    assert_eq!([17_000, 30_000, 32_000].map(sized), [32 * 1024; 3]);
    for words in [100_000, 400_000, 520_000, 530_000, 700_000, 1_000_000] {
        let size = sized(words);
        assert!(size >= words && size <= words * 2 && size.is_multiple_of(64 * 1024), "{words}: {size}");
        assert_eq!(sized(words + 1), size);
    }
}

#[test]
fn announced_sizes_take_no_memory_and_depth_no_stack() {
    let mut bombs = vec![vec![0x81; 65_000], vec![0xa1; 65_000], vec![0xc1; 65_000], vec![0x9f; 65_000]];
    bombs.extend([0x5b, 0x7b, 0x9b, 0xbb].map(|head| [&[head][..], &(1_u64 << 40).to_be_bytes()].concat()));
    let real = [encode(&payload()), encode(&page())];
    for bomb in &bombs {
        read(bomb);
        read(&encode(&Padded(Bytes(bomb.clone()), Bytes(Vec::new()))));
        for real in &real {
            for at in 0..real.len() {
                read(&encode(&Padded(Bytes([&real[..at], &bomb[..bomb.len().min(100)]].concat()), Bytes(Vec::new()))));
            }
        }
    }
    assert_eq!(unfill(&[0xff; 1024]), None);
    assert_eq!(unfill(&[0, 0, 4, 0]), None);
    assert_eq!(unfill(&[0, 0, 0]), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn garbage_is_harmless(bytes in vec(any::<u8>(), 0..600)) {
        read(&bytes);
        read(&encode(&Padded(Bytes(bytes.clone()), Bytes(Vec::new()))));
        prop_assert_eq!(open_page(bytes, &KEY, 0), None);
    }

    #[test]
    fn changed_payloads_and_pages_are_harmless(changes in vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..6)) {
        for real in [encode(&payload()), encode(&page())] {
            read(&encode(&Padded(Bytes(changed(real.clone(), &changes)), Bytes(Vec::new()))));
            read(&changed(encode(&Padded(Bytes(real), Bytes(vec![0; 20]))), &changes));
        }
    }

    #[test]
    fn a_changed_sealed_page_does_not_open(changes in vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..4)) {
        let sealed = seal_page(&page(), &KEY, 0);
        let other = changed(sealed.clone(), &changes);
        prop_assert!(other == sealed || open_page(other, &KEY, 0).is_none());
    }
}

/// How much was written for oneself alone does not show.
#[test]
fn messages_of_an_own_space_are_all_of_one_size() {
    let with = |bytes: usize| {
        let versions = BTreeMap::from([(operation().stamp, Value::Bytes(vec![1; bytes]))]);
        let fields = BTreeMap::from([("text".into(), Field { text: false, list: false, versions })]);
        Payload { operations: vec![Operation { action: Action::Set(fields), ..operation() }], ..payload() }
    };
    for bytes in [0, 1, 23, 24, 255, 256, 5_000, 13_000] {
        let payload = with(bytes);
        assert!(encode(&payload).len() <= payload_limit(Role::Own));
        let padded = pad(&payload, Role::Own);
        assert!((OWN_SPACE_CLASS - MLS_OVERHEAD - 16..=OWN_SPACE_CLASS - MLS_OVERHEAD).contains(&padded.len()));
        let message = [padded, vec![0; MLS_OVERHEAD - LENGTH_BYTES]].concat();
        assert_eq!(fill(&message).len(), OWN_SPACE_CLASS, "{bytes}");
    }
}
