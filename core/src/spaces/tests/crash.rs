//! Transactions that fail, panic, or are cut off.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
};

use tempfile::TempDir;
use tend_protocol::{Bytes, EntryKind};

use super::people::{Couple, NAME, Phone};
use crate::{
    spaces::{Expected, Group, Refusal, SpaceError},
    store::{Namespace, Store, StoreKey},
};

const OUTBOX: &[u8] = b"a message on its way";

impl Phone {
    /// The phone as it would be found after a crash at this moment: its file and log copied as they are.
    fn crashed(&self) -> Phone {
        let folder = TempDir::new().unwrap();
        for name in ["tend.db", "tend.db-wal"] {
            let from = self.folder.path().join(name);
            if from.exists() {
                fs::copy(from, folder.path().join(name)).unwrap();
            }
        }
        let store = Store::open(folder.path(), &StoreKey::new([1; 32])).unwrap();
        Phone { store, key: self.key.clone(), certificate: self.certificate, folder }
    }
}

/// Does `work` on the group, then fails the whole transaction.
fn failing(phone: &Phone, work: impl FnOnce(&mut Group<'_>)) {
    let result: Result<(), SpaceError> = phone.group(|group| {
        work(group);
        Err(SpaceError::Mls("a crash"))
    });
    assert!(matches!(result, Err(SpaceError::Mls("a crash"))));
}

#[test]
fn a_transaction_that_fails_leaves_nothing() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let incoming = ben.encrypt(b"hello");
    let tablet = Phone::new(1, 5);
    let package = tablet.package();
    let commit = ben.group(|group| group.refresh(&ben.key)).unwrap().commit;
    ben.group(|group| group.discard_pending()).unwrap();
    let before = ana.values();
    let heard = Expected { author: ben.device(), kind: EntryKind::Message };
    let changed = Expected { author: ben.device(), kind: EntryKind::Commit };
    failing(ana, |group| drop(group.encrypt(&ana.key, b"x").unwrap()));
    failing(ana, |group| drop(group.process(&incoming, heard, &couple.trust).unwrap()));
    failing(ana, |group| drop(group.process(&commit, changed, &couple.trust).unwrap()));
    failing(ana, |group| {
        group.change(&ana.key, &[&package], &[], &couple.trust).unwrap();
        group.merge_pending().unwrap();
    });
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        ana.group::<()>(|group| {
            group.encrypt(&ana.key, b"x").unwrap();
            unreachable!("a panic in the middle of a transaction")
        })
    }));
    assert!(panicked.is_err());
    assert!(ana.values() == before, "a failed transaction left something behind");
    assert_eq!(ana.hears(ben, &incoming, &couple.trust), b"hello");
    couple.all_hear(&[0, 1, 2, 3]);
}

/// OpenMLS changes the group that it has loaded even when it refuses.
#[test]
fn the_group_at_hand_goes_on_after_a_refusal() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let first = ben.encrypt(b"first");
    let mut broken = first.clone();
    *broken.last_mut().unwrap() ^= 1;
    let second = ben.encrypt(b"second");
    let heard = Expected { author: ben.device(), kind: EntryKind::Message };
    ana.group(|group| {
        for bytes in [&broken, &second, &first] {
            let received = group.process(bytes, heard, &couple.trust);
            let broken = matches!(received, Err(SpaceError::Refused(Refusal::Undecryptable)));
            assert_eq!(broken, bytes != &first && bytes != &second);
        }
        let third = ben.encrypt(b"third");
        let said_to_be_anas = Expected { author: ana.device(), ..heard };
        assert!(matches!(
            group.process(&third, said_to_be_anas, &couple.trust),
            Err(SpaceError::Refused(Refusal::OtherAuthor))
        ));
        group.process(&third, heard, &couple.trust)?;
        group.encrypt(&ana.key, b"going on")?;
        let package = Phone::new(9, 6).package();
        assert!(group.change(&ana.key, &[&package], &[], &couple.trust).is_err());
        group.refresh(&ana.key)?;
        group.merge_pending()
    })
    .unwrap();
    assert_eq!(ana.epoch(), 2);
}

/// The bytes and the ratchet's step are stored together, so that a resent message is the same, and the next one another.
#[test]
fn after_a_crash_a_message_is_resent_byte_for_byte() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let before = ana.crashed();
    let bytes = ana
        .transaction(|tx| {
            let bytes = Group::load(tx, NAME)?.unwrap().encrypt(&ana.key, b"once")?;
            tx.put_value(Namespace::InFlight, OUTBOX, &Bytes::from(bytes.clone()))?;
            Ok(bytes)
        })
        .unwrap();
    let after = ana.crashed();
    let outbox = |phone: &Phone| phone.transaction(|tx| Ok(tx.value::<Bytes>(Namespace::InFlight, OUTBOX)?)).unwrap();
    assert_eq!(outbox(&before), None);
    assert_eq!(outbox(&after).unwrap().0, bytes);
    let next = after.encrypt(b"twice");
    assert_eq!(ben.hears(ana, &bytes, &couple.trust), b"once");
    assert_eq!(ben.hears(ana, &next, &couple.trust), b"twice");
}

#[test]
fn a_commit_waits_through_a_crash() {
    let couple = Couple::new();
    let [ana, second, ben, third] = couple.phones.as_slice() else { unreachable!() };
    let tablet = Phone::new(1, 5);
    let pending = ana.group(|group| group.change(&ana.key, &[&tablet.package()], &[], &couple.trust)).unwrap();
    let again = ana.crashed();
    assert!(again.group(|group| Ok(group.has_pending())).unwrap());
    again.group(|group| group.merge_pending()).unwrap();
    for phone in [second, ben, third] {
        phone.read(&pending.commit, ana, EntryKind::Commit, &couple.trust).unwrap();
    }
    let bytes = again.encrypt(b"after the crash");
    assert_eq!(ben.hears(ana, &bytes, &couple.trust), b"after the crash");
    tablet.join(&pending.welcome.unwrap(), &couple.trust).unwrap();
    assert_eq!(tablet.epoch(), again.epoch());
}

/// What a refusal or a failure says holds no secret, and neither does a group.
#[test]
fn nothing_is_told_by_debug() {
    let couple = Couple::new();
    let [ana, _, ben, _] = couple.phones.as_slice() else { unreachable!() };
    let bytes = ben.encrypt(b"darling");
    let heard = Expected { author: ben.device(), kind: EntryKind::Message };
    let told = ana.group(|group| Ok(format!("{group:?} {:?}", group.process(&bytes, heard, &couple.trust)?))).unwrap();
    assert!(!told.contains("darling") && !told.contains("[100, 97"), "{told}");
    assert!(told.contains("7 bytes"), "{told}");
}

/// What belongs to a group goes with it, and nothing else does.
#[test]
fn a_forgotten_group_leaves_no_cell() {
    let couple = Couple::new();
    let ana = &couple.phones[0];
    ana.change(&[], &[], &couple.trust);
    ana.group(|group| group.refresh(&ana.key)).unwrap();
    let elsewhere = crate::spaces::GroupName { generation: 2, ..NAME };
    ana.transaction(|tx| Group::create(tx, elsewhere, &ana.key, &ana.certificate).map(|_| ())).unwrap();
    ana.transaction(|tx| Ok(Group::forget(tx, NAME)?)).unwrap();
    let kept = ana.values();
    assert!(ana.transaction(|tx| Ok(Group::load(tx, elsewhere)?.is_some())).unwrap());
    ana.transaction(|tx| Ok(Group::forget(tx, elsewhere)?)).unwrap();
    assert!(!kept.is_empty());
    assert!(ana.values().is_empty(), "{:?}", ana.values().iter().map(|(key, _)| key).collect::<Vec<_>>());
}
