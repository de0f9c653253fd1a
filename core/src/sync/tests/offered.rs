//! What is taken of a snapshot.

use std::sync::Arc;

use tend_protocol::Bytes;

use super::*;
use crate::{
    identity::SystemEntropy,
    records::operation::MAX_DEVICES,
    spaces::{Group, GroupName},
    store::{Namespace, StoreError},
    sync::{
        Engine, Notice, Snapshot,
        intents::{blob_key, key},
        offered::{Offered, Taken},
        payload::{SnapshotOffer, SnapshotPage, SnapshotRecord, open_page},
    },
};

pub fn page(operations: &[&Operation]) -> SnapshotPage {
    let mut records: Vec<_> = operations
        .iter()
        .map(|operation| SnapshotRecord {
            id: operation.record,
            kind: operation.kind.clone(),
            state: State::of(operation),
            arrival: None,
        })
        .collect();
    records.sort_by_key(|record| record.id);
    SnapshotPage { records, ..SnapshotPage::default() }
}

pub fn take(tx: &Transaction<'_>, space: SpaceId, from: Certificate, page: &SnapshotPage) -> Taken {
    Offered::load(tx, TYPES, &state_of(tx, space), from).unwrap().merge(page, None, true).unwrap()
}

fn awaits(tx: &Transaction<'_>) {
    let waiting = Snapshot::Awaited { since: None, asked: false };
    SpaceState { snapshot: waiting, ..state_of(tx, COUPLE) }.save(tx).unwrap();
}

fn told(tx: &Transaction<'_>) -> Vec<&'static str> {
    Notice::unread(tx).unwrap().iter().map(|(_, notice)| notice.code()).collect()
}

const NOTHING: Taken = Taken { lacks: false, misses: false };

#[test]
fn the_partners_device_gives_the_partners_records_and_an_own_device_all() {
    for (from, mine, lacks) in [(partner(), vec!["mine"], true), (tablet(), vec!["mine, later"], false)] {
        let (_folder, store) = phone();
        store
            .write::<_, StoreError>(|tx| {
                let (first_of_mine, theirs) = (first(tablet(), 1, "mine"), first(partner(), 2, "theirs"));
                keep(tx, COUPLE, &first_of_mine);
                let later = write(tablet(), first_of_mine.origin, &State::of(&first_of_mine), 2, &say("mine, later"));
                // The partner's device left something out of what it shows, and put something else in.
                let only_there = first(tablet(), 3, "made up");
                let shown = page(&[&later, &theirs, &only_there]);
                let taken = take(tx, COUPLE, from, &shown);
                assert_eq!(texts(tx, COUPLE, first_of_mine.record), mine);
                assert_eq!(texts(tx, COUPLE, theirs.record), ["theirs"]);
                assert_eq!(texts(tx, COUPLE, only_there.record).is_empty(), lacks);
                assert_eq!(taken, NOTHING, "what it shows of mine holds all that is here");
                assert!(told(tx).is_empty());
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_the_partners_device_does_not_show_of_mine_is_offered_in_turn() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let mine = first(this(), 1, "mine");
            keep(tx, COUPLE, &mine);
            let theirs = first(partner(), 2, "theirs");
            assert!(take(tx, COUPLE, partner(), &page(&[&theirs])).lacks, "the record is not there");
            let forged = write(tablet(), mine.origin, &State::new(mine.origin), 1, &say("made up"));
            assert!(take(tx, COUPLE, partner(), &page(&[&theirs, &forged])).lacks, "another version is there");
            let purged = deletion(tablet(), &mine, Action::Purge);
            take(tx, COUPLE, partner(), &page(&[&theirs, &purged]));
            assert_eq!(texts(tx, COUPLE, mine.record), ["mine"]);
            assert_eq!(take(tx, COUPLE, partner(), &page(&[&theirs, &mine])), NOTHING);
            Ok(())
        })
        .unwrap();
}

/// Two of a person's phones deleted it without knowing of each other, and one of them is gone: all keep the same of the two deletions.
#[test]
fn what_is_deleted_here_may_be_so_by_another_of_the_persons_phones() {
    let mine = first(this(), 1, "mine");
    let [one, other] = [this(), tablet()].map(|by| State::of(&deletion(by, &mine, Action::Purge)));
    let mut kept = one.clone();
    kept.join(&other);
    for (here, shown) in [(&one, &other), (&other, &one)] {
        let (_folder, store) = phone();
        store
            .write::<_, StoreError>(|tx| {
                in_space::merge(tx, COUPLE, mine.record, &mine.kind, here)?;
                let mut page = page(&[&mine]);
                page.records[0].state = shown.clone();
                take(tx, COUPLE, partner(), &page);
                let stored = tx.record(COUPLE, mine.record)?.unwrap();
                assert_eq!(in_space::state(&stored)?, kept);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn of_ones_own_the_partner_gives_back_only_what_no_own_device_can_give() {
    let gone = certificate(ALEX, 9);
    let mixed = {
        let (one, other) = (first(gone, 1, "words"), first(partner(), 1, "words"));
        let forged = Operation { id: OperationId { device: partner().device, counter: 1 }, ..one.clone() };
        let forged = Operation { stamp: other.stamp, seen: Context::default(), action: Action::Delete, ..forged };
        let mut state = State::of(&one);
        state.apply(&forged);
        SnapshotRecord { id: one.record, kind: one.kind, state, arrival: None }
    };
    let overfull = {
        let one = first(gone, 1, "words");
        let mut state = State::of(&one);
        for device in 0..=MAX_DEVICES {
            let device = stamp(1, u8::try_from(device).unwrap()).device;
            let id = OperationId { device, counter: 1 };
            let stamp = Context::default().next(device);
            state.apply(&Operation { id, stamp, seen: Context::default(), action: Action::Delete, ..one.clone() });
        }
        assert!(state.is_over() && state.validate(one.record, &one.kind).is_ok());
        SnapshotRecord { id: one.record, kind: one.kind, state, arrival: None }
    };
    let derived = Origin { number: 0, ..origin(gone, 1) };
    let derived = write(gone, derived, &State::new(derived), 1, &say("words"));
    let ended = Operation { action: Action::Purge, seen: Context::default(), ..derived.clone() };
    let by = |device| page(&[&first(device, 1, "words")]);
    let cases = [
        ("a removed device, to one that waits", by(gone), true, true),
        ("to one that waits for nothing", by(gone), false, false),
        ("this device", by(this()), true, false),
        ("a device that this person never had", by(certificate(ALEX, 77)), true, false),
        (
            "partly by a device of the partner",
            SnapshotPage { records: vec![mixed], ..SnapshotPage::default() },
            true,
            false,
        ),
        ("one that there is once", page(&[&derived]), true, true),
        ("one that there is once, and that is ended", page(&[&ended]), true, false),
        (
            "one that is over its bounds",
            SnapshotPage { records: vec![overfull], ..SnapshotPage::default() },
            true,
            false,
        ),
    ];
    for (what, shown, waits, taken) in cases {
        let (_folder, store) = phone();
        store
            .write::<_, StoreError>(|tx| {
                let removed = OwnDevice { certificate: gone, name: "lost".into(), removal: None };
                own(tx).put(record_of(gone.device), &removed).unwrap();
                if waits {
                    awaits(tx);
                }
                assert!(!take(tx, COUPLE, partner(), &shown).lacks, "{what}");
                assert_eq!(!texts(tx, COUPLE, shown.records[0].id).is_empty(), taken, "{what}");
                assert_eq!(tx.record(COUPLE, shown.records[0].id)?.is_some(), taken, "{what}");
                let expected: &[&str] = if taken { &["partners-copy"] } else { &[] };
                assert_eq!(told(tx), expected, "{what}");
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_is_here_of_ones_own_the_partner_does_not_change_whoever_wrote_it() {
    let gone = certificate(ALEX, 9);
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let removed = OwnDevice { certificate: gone, name: "lost".into(), removal: None };
            own(tx).put(record_of(gone.device), &removed).unwrap();
            awaits(tx);
            let mine = first(gone, 1, "mine");
            keep(tx, COUPLE, &mine);
            let edited = write(gone, mine.origin, &State::of(&mine), 2, &say("edited"));
            for shown in [edited, deletion(gone, &mine, Action::Delete), deletion(gone, &mine, Action::Purge)] {
                take(tx, COUPLE, partner(), &page(&[&shown]));
                assert_eq!(texts(tx, COUPLE, mine.record), ["mine"], "{:?}", shown.action);
            }
            assert!(told(tx).is_empty());
            Ok(())
        })
        .unwrap();
}

/// Its log shows that it said more than it remembers, or the server lost that log.
#[test]
fn a_phone_that_was_put_back_takes_what_it_lacks_of_its_own_and_nothing_else() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::sync::EngineError>(|tx| {
            // A group of the tablet alone: what this device knows of the members.
            let name = GroupName { space: COUPLE, generation: 0 };
            Group::create(tx, name, &SigningKey::from_seed([2; 32]), &tablet())?;
            let [lost, here, tablets] = [(this(), 1), (this(), 2), (tablet(), 3)].map(|(by, n)| first(by, n, "words"));
            keep(tx, COUPLE, &here);
            let edited = write(this(), here.origin, &State::of(&here), 2, &say("made up"));
            let ended = deletion(this(), &here, Action::Purge);
            assert!(!take(tx, COUPLE, partner(), &page(&[&lost, &here])).lacks);
            assert!(texts(tx, COUPLE, lost.record).is_empty() && told(tx).is_empty(), "nothing was put back");

            SpaceState { put_back: true, ..state_of(tx, COUPLE) }.save(tx)?;
            let taken = take(tx, COUPLE, partner(), &page(&[&lost, &edited, &tablets]));
            assert_eq!(
                taken,
                Taken { lacks: true, misses: true },
                "the tablet gets the one and is asked for the other"
            );
            take(tx, COUPLE, partner(), &page(&[&ended]));
            assert_eq!(texts(tx, COUPLE, lost.record), ["words"]);
            assert_eq!(texts(tx, COUPLE, here.record), ["words"]);
            assert!(texts(tx, COUPLE, tablets.record).is_empty());
            assert_eq!(told(tx), ["partners-copy"]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_an_own_device_in_the_group_wrote_is_asked_of_that_one() {
    let (_folder, store) = phone();
    store
        .write::<_, crate::sync::EngineError>(|tx| {
            // A group of the tablet alone: what this device knows of the members.
            let name = GroupName { space: COUPLE, generation: 0 };
            Group::create(tx, name, &SigningKey::from_seed([2; 32]), &tablet())?;
            awaits(tx);
            let theirs = first(tablet(), 1, "words");
            let taken = take(tx, COUPLE, partner(), &page(&[&theirs]));
            assert_eq!(taken, Taken { lacks: false, misses: true });
            assert!(texts(tx, COUPLE, theirs.record).is_empty() && told(tx).is_empty());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_third_persons_and_a_private_record_are_not_taken() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            awaits(tx);
            let stranger = first(certificate(103, 5), 1, "stranger");
            let of = origin(partner(), 1);
            let private = write(partner(), of, &State::new(of), 1, &Secret { text: "secret".into() });
            for from in [partner(), tablet()] {
                take(tx, COUPLE, from, &page(&[&stranger, &private]));
            }
            assert!(tx.records_after(COUPLE, None, 9)?.is_empty());
            assert_eq!(told(tx), ["forbidden-record"]);
            Ok(())
        })
        .unwrap();
}

/// What leaves as a snapshot of a space.
fn snapshot_of(store: &Arc<Store>, space: SpaceId) -> Vec<SnapshotRecord> {
    let engine = Engine::new(Arc::clone(store), Arc::new(SystemEntropy::default()), TYPES);
    store
        .write::<_, crate::sync::EngineError>(|tx| {
            engine.take_snapshot(tx, &state_of(tx, space), vec![partner().device])?;
            let offer: SnapshotOffer = tx.value(Namespace::Intent, &key(b"offer", space))?.unwrap();
            let secret: &[u8; 32] = offer.key[..].try_into().unwrap();
            let mut records = Vec::new();
            for (index, blob) in (0..).zip(&offer.blobs) {
                let sealed: Bytes = tx.value(Namespace::Intent, &blob_key(b"put", space, *blob))?.unwrap();
                records.extend(open_page(sealed.0, secret, index).unwrap().0.records);
            }
            Ok(records)
        })
        .unwrap()
}

#[test]
fn nothing_private_leaves_in_a_snapshot_of_the_couple_space() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let (shared, of) = (first(this(), 1, "shared"), origin(this(), 2));
    let private = write(this(), of, &State::new(of), 1, &Secret { text: "planted".into() });
    store
        .write::<_, StoreError>(|tx| {
            for space in [OWN, COUPLE] {
                keep(tx, space, &shared);
                keep(tx, space, &private);
            }
            tx.note_arrival(COUPLE, shared.record, 0, 3)
        })
        .unwrap();
    let leaves = snapshot_of(&store, COUPLE);
    let seen: Vec<_> = leaves.iter().map(|record| (record.kind.as_str(), record.arrival)).collect();
    assert_eq!(seen, [("letter", Some((0, 3)))]);
    assert!(!format!("{leaves:?}").contains("planted"));
    let own: Vec<_> = snapshot_of(&store, OWN).into_iter().map(|record| record.kind).collect();
    assert!(own.contains(&"secret".into()), "the own devices get all");
}

/// Letters of so many bytes each that a page does not hold them all.
fn many_letters() -> Vec<Operation> {
    (1..=200).map(|number| first(this(), number, &"💛".repeat(1_000))).collect()
}

#[test]
fn a_snapshot_of_several_pages_holds_each_record_once_and_each_page_at_its_place() {
    let (_folder, store) = phone();
    let (store, letters) = (Arc::new(store), many_letters());
    store
        .write::<_, StoreError>(|tx| {
            letters.iter().try_for_each(|letter| {
                keep(tx, COUPLE, letter);
                Ok(())
            })
        })
        .unwrap();
    let leaves: Vec<_> = snapshot_of(&store, COUPLE).into_iter().map(|record| record.id).collect();
    let mut written: Vec<_> = letters.iter().map(|letter| letter.record).collect();
    written.sort();
    assert_eq!(leaves, written, "in the order of their ids");
    let offer = store.read::<_, StoreError>(|tx| tx.value::<SnapshotOffer>(Namespace::Intent, &key(b"offer", COUPLE)));
    assert!(offer.unwrap().unwrap().blobs.len() > 1);
}

#[test]
fn a_snapshot_that_takes_the_place_of_one_that_was_not_offered_yet_is_for_those_too() {
    let (_folder, store) = phone();
    let store = Arc::new(store);
    let engine = Engine::new(Arc::clone(&store), Arc::new(SystemEntropy::default()), TYPES);
    store
        .write::<_, crate::sync::EngineError>(|tx| {
            for device in [partner(), tablet()] {
                engine.take_snapshot(tx, &state_of(tx, COUPLE), vec![device.device])?;
            }
            let offer: SnapshotOffer = tx.value(Namespace::Intent, &key(b"offer", COUPLE))?.unwrap();
            assert!([partner(), tablet()].iter().all(|one| offer.devices.contains(&one.device)));
            let put: Vec<_> = tx.values::<Bytes>(Namespace::Intent, &key(b"put", COUPLE))?;
            let put: Vec<_> = put.into_iter().map(|(key, _)| key).collect();
            let offered: Vec<_> = offer.blobs.iter().map(|blob| blob_key(b"put", COUPLE, *blob)).collect();
            assert_eq!(put, offered, "nothing else is put on the server");
            Ok(())
        })
        .unwrap();
}
