//! What each keeps when the two part.

use ciborium::Value;

use super::*;
use crate::{
    records::{Field, operation::MAX_DEVICES},
    store::StoreError,
    sync::parting::leave,
};

fn leaves(tx: &Transaction<'_>) {
    leave(tx, TYPES, &state_of(tx, COUPLE)).unwrap();
    assert!(SpaceState::load(tx, COUPLE).unwrap().is_none() && tx.records_after(COUPLE, None, 1).unwrap().is_empty());
    assert!(own(tx).find::<Partnership>(record_of_space(COUPLE)).unwrap().is_none());
}

#[test]
fn each_keeps_all_that_they_wrote_with_what_was_replied_to_it() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let (mine, theirs) = (first(tablet(), 1, "mine"), first(partner(), 2, "theirs"));
            let replies = [(&mine, partner(), 3), (&theirs, partner(), 4), (&theirs, this(), 5)];
            let replies = replies.map(|(to, by, number)| {
                let of = Origin { number: 0, ..origin(by, number) };
                write(by, of, &State::new(of), 1, &Reply { to: to.record })
            });
            let later = Operation {
                kind: "hologram".into(),
                record: origin(this(), 6).record("hologram", [0; 4]),
                ..first(this(), 6, "later")
            };
            // What no app makes: as many more as one likes.
            let more = [(7, 0), (8, 8)].map(|(nonce, number)| {
                let of = Origin { number, ..origin(partner(), nonce) };
                write(partner(), of, &State::new(of), 1, &Reply { to: mine.record })
            });
            for operation in [&mine, &theirs, &later].into_iter().chain(&replies).chain(&more) {
                keep(tx, COUPLE, operation);
            }
            leaves(tx);
            let of_partner = [&replies[0], &more[0], &more[1]];
            let kept = of_partner.map(|one| usize::from(tx.record(OWN, one.record).unwrap().is_some()));
            assert_eq!(kept.iter().sum::<usize>(), 1, "one reply of a kind");
            assert_eq!(kept[2], 0);
            let kept = [&mine, &theirs, &replies[1], &replies[2], &later];
            let kept = kept.map(|operation| tx.record(OWN, operation.record).unwrap().is_some());
            assert_eq!(kept, [true, false, false, true, true]);
            assert_eq!(texts(tx, OWN, mine.record), ["mine"]);
            let unsent: Vec<_> = tx.unsent_operations(OWN, 99)?.iter().map(|own| own.record).collect();
            assert!(unsent.contains(&mine.record) && unsent.contains(&replies[2].record), "the own devices hear it");
            Ok(())
        })
        .unwrap();
}

fn crowd(count: usize) -> Context {
    let mut seen = Context::default();
    for device in 0..count {
        seen.add(stamp(1, u8::try_from(device).unwrap() + 10));
    }
    seen
}

/// A letter of Alex's whose operation nobody can follow.
fn extreme(number: u8, seen: Context) -> Operation {
    let letter = first(tablet(), number, "kept");
    let stamp = seen.next(tablet().device);
    let text = Field { text: true, list: false, versions: [(stamp, Value::Text("kept".into()))].into() };
    Operation { stamp, seen, action: Action::Set([("text".into(), text)].into()), ..letter }
}

#[test]
fn leaving_cannot_fail_whatever_was_written() {
    let mut last = Context::default();
    last.add(Stamp { counter: Stamp::MAX_COUNTER - 1, device: tablet().device });
    let large = |number: u8, device: u8, text: &str| {
        let by = certificate(ALEX, device);
        write(by, origin(this(), number), &State::new(origin(this(), number)), 1, &say(&text.repeat(1_000)))
    };
    let many = |device: u8| {
        let operation = large(9, device, "m");
        let Action::Set(fields) = operation.action else { panic!("a write") };
        let names = (0..40).map(|at| format!("field {device} {at}")).chain(["text".into()]);
        let fields = names.map(|name| (name, fields["text"].clone())).collect();
        Operation { action: Action::Set(fields), ..operation }
    };
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let ends = [extreme(1, last), extreme(2, crowd(MAX_DEVICES - 1))];
            for operation in &ends {
                assert_eq!(operation.validate(), Ok(()));
                keep(tx, COUPLE, operation);
            }
            let four = ["🌱", "🌳", "🌷", "🌻"];
            for (device, text) in (20..).zip(four) {
                let operation = large(3, device, text);
                assert_eq!(operation.validate(), Ok(()));
                keep(tx, COUPLE, &operation);
            }
            let wide: Vec<_> = (30..32).map(many).collect();
            // None of these is valid, and so none can come from outside; it is in the table all the same.
            let overfull = extreme(4, crowd(MAX_DEVICES + 1));
            for operation in wide.iter().chain([&overfull]) {
                keep(tx, COUPLE, operation);
            }
            leaves(tx);
            for operation in &ends {
                assert_eq!(texts(tx, OWN, operation.record), ["kept"]);
            }
            assert_eq!(texts(tx, OWN, letter(this(), 3)).len(), 1, "one version of each is carried");
            assert_eq!(texts(tx, OWN, letter(this(), 9)).len(), 1, "too wide to be carried, and kept here");
            for own in tx.unsent_operations(OWN, 99)? {
                let stored = tx.record(OWN, own.record)?.unwrap();
                let name = OperationId { device: this().device, counter: own.counter };
                let operation = in_space::state(&stored)?.operation(own.record, &stored.kind, name).unwrap();
                assert_eq!(operation.validate(), Ok(()), "what goes out is taken");
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn leaving_cannot_fail_whatever_an_own_device_wrote_into_the_own_space() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let mut seen = crowd(MAX_DEVICES - 2);
            seen.add(Stamp { counter: Stamp::MAX_COUNTER - 1, device: tablet().device });
            let record = own(tx).id::<Partnership>(record_of_space(COUPLE));
            let stored = in_space::state(&tx.record(OWN, record)?.unwrap())?;
            let (kind, origin) = (Partnership::KIND.to_owned(), stored.origin());
            let stamp = seen.next(tablet().device);
            let id = OperationId { device: tablet().device, counter: 1 };
            let foreign = Field { text: false, list: false, versions: [(stamp, Value::Null)].into() };
            let action = Action::Set([("space".into(), foreign)].into());
            keep(tx, OWN, &Operation { id, record, kind, origin, stamp, seen, action });
            leaves(tx);
            Ok(())
        })
        .unwrap();
}
