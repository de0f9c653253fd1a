//! What the pages of a snapshot that is fetched come to together.

use std::sync::Arc;

use tend_protocol::{BlobId, Bytes, FoundBlob, encode};

use super::{offered::page, *};
use crate::{
    identity::SystemEntropy,
    spaces::{Group, GroupName},
    store::Namespace,
    sync::{
        Engine, EngineError, Snapshot,
        intents::{key, queued},
        payload::{Control, SnapshotOffer, SnapshotPage, seal_page},
    },
};

const KEY: [u8; 32] = [9; 32];

/// What came of a snapshot of the partner's: whether this device asks for another one, and for whom it makes one.
#[derive(Debug, PartialEq, Eq)]
struct Came {
    asks: bool,
    owes: Vec<DeviceId>,
}

/// The partner's device offers these pages, and the server gives one after the other.
fn comes(store: &Arc<Store>, pages: &[SnapshotPage]) -> Came {
    let mut engine = Engine::new(Arc::clone(store), Arc::new(SystemEntropy::default()), TYPES);
    let blobs: Vec<_> = (1..).map(|n| BlobId([n; 16])).take(pages.len()).collect();
    let offer = SnapshotOffer { devices: vec![this().device], blobs: blobs.clone(), key: Bytes(KEY.to_vec()), seq: 0 };
    store
        .write::<_, EngineError>(|tx| {
            // A group of the tablet alone: what this device knows of the members.
            let name = GroupName { space: COUPLE, generation: 0 };
            Group::forget(tx, name)?;
            Group::create(tx, name, &SigningKey::from_seed([2; 32]), &tablet())?;
            engine.take_offer(tx, &state_of(tx, COUPLE), offer, &partner())?;
            for (index, (blob, page)) in (0..).zip(blobs.iter().zip(pages)) {
                let answer = encode(&FoundBlob { bytes: Bytes(seal_page(page, &KEY, index)) });
                engine.blob_found(tx, COUPLE, *blob, &answer)?;
            }
            let asks = queued(tx, COUPLE)?.iter().any(|(_, control)| *control == Control::WantSnapshot);
            let waits = state_of(tx, COUPLE).snapshot != Snapshot::Here;
            assert_eq!(asks, waits);
            engine.make_owed(tx, &state_of(tx, COUPLE))?;
            let made = key(b"offer", COUPLE);
            let owes = tx.value::<SnapshotOffer>(Namespace::Intent, &made)?.map(|offer| offer.devices);
            tx.delete_value(Namespace::Intent, &made)?;
            Ok(Came { asks, owes: owes.unwrap_or_default() })
        })
        .unwrap()
}

/// Three letters by the order of their ids, as a snapshot has them.
fn three() -> [Operation; 3] {
    let mut letters = [1, 2, 3].map(|number| first(partner(), number, "theirs"));
    letters.sort_by_key(|letter| letter.record);
    letters
}

fn with(letters: &[Operation]) -> (tempfile::TempDir, Arc<Store>) {
    let (folder, store) = phone();
    store
        .write::<_, EngineError>(|tx| {
            letters.iter().for_each(|letter| keep(tx, COUPLE, letter));
            Ok(())
        })
        .unwrap();
    (folder, Arc::new(store))
}

#[test]
fn what_any_record_of_any_page_lacks_is_owed_to_all() {
    let [first, second, third] = three();
    let edited = write(partner(), first.origin, &State::of(&first), 2, &say("edited"));
    let all = [&first, &second, &third];
    let (one_each, one_for_all) = (all.map(|one| page(&[one])).to_vec(), vec![page(&all)]);
    let cases = [
        ("nothing", vec![], one_each.clone(), false),
        ("nothing", vec![], one_for_all.clone(), false),
        ("a later version of the first, on a page of its own", vec![edited.clone()], one_each.clone(), true),
        ("a later version of the first of a page", vec![edited], one_for_all, true),
        ("what is between the pages", vec![second], vec![one_each[0].clone(), one_each[2].clone()], true),
        ("what is after the last", vec![third.clone()], one_each[..2].to_vec(), true),
    ];
    for (what, here, shown, lacks) in cases {
        let (_folder, store) = with(&here);
        let owes = if lacks { vec![tablet().device] } else { vec![] };
        assert_eq!(comes(&store, &shown), Came { asks: false, owes }, "{what}");
    }
}

/// Two that do not take something of each other would else offer it for ever.
#[test]
fn what_all_were_offered_is_not_offered_again_until_there_is_more() {
    let [first, second, third] = three();
    let (_folder, store) = with(&[first]);
    let lacks = [page(&[])];
    let told = |owes: &[DeviceId]| Came { asks: false, owes: owes.to_vec() };
    assert_eq!(comes(&store, &lacks), told(&[tablet().device]));
    assert_eq!(comes(&store, &lacks), told(&[]));
    // It brings one, and lacks the other.
    assert_eq!(comes(&store, &[page(&[&second])]), told(&[tablet().device]));
    assert_eq!(comes(&store, &lacks), told(&[]));
    let written: Result<_, EngineError> = store.write(|tx| {
        keep(tx, COUPLE, &third);
        Ok(())
    });
    written.unwrap();
    assert_eq!(comes(&store, &lacks), told(&[tablet().device]));
}

#[test]
fn what_any_page_shows_of_this_persons_own_and_is_not_here_is_asked_for_once_all_are_read() {
    let letters = {
        let mut letters = [first(tablet(), 1, "mine"), first(partner(), 2, "theirs"), first(partner(), 3, "theirs")];
        letters.sort_by_key(|letter| letter.record);
        letters
    };
    // Wherever it stands among the others, on a page of its own or not.
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
        let one_each = order.map(|at| page(&[&letters[at]]));
        let records = one_each.iter().flat_map(|page| page.records.clone()).collect();
        let one_for_all = SnapshotPage { records, ..SnapshotPage::default() };
        for pages in [one_each.to_vec(), vec![one_for_all]] {
            let (_folder, store) = with(&[]);
            assert!(comes(&store, &pages).asks, "{order:?} on {} pages", pages.len());
        }
    }
}
