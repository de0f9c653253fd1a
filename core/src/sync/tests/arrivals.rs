//! Where in the log a record came, as a snapshot tells it.

use tend_protocol::{EntryId, EntryKind, Hash, Position};

use super::{
    offered::{page, take},
    *,
};
use crate::store::StoreError;

#[test]
fn a_snapshot_says_where_in_the_log_a_record_came() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let start = Position::start(COUPLE, 0);
            let cursor = start.after(EntryId([1; 16]), EntryKind::Message, Hash([1; 32]));
            SpaceState { cursor, ..state_of(tx, COUPLE) }.save(tx)?;
            let letters: Vec<_> = (1..=4).map(|number| first(partner(), number, "letter")).collect();
            let mut shown = page(&letters.iter().collect::<Vec<_>>());
            for record in &mut shown.records {
                let at = [(letters[0].record, (0, 1)), (letters[1].record, (0, 2)), (letters[2].record, (7, 1))];
                record.arrival = at.iter().find(|(id, _)| *id == record.id).map(|(_, at)| *at);
            }
            take(tx, COUPLE, partner(), &shown);
            let at: Vec<_> = letters.iter().map(|one| tx.arrival(COUPLE, one.record).unwrap()).collect();
            assert_eq!(at, [Some((0, 1)), None, None, None], "no place is believed that this device has not reached");
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_partner_moves_no_record_to_before_where_this_device_read_it() {
    let (_folder, store) = phone();
    store
        .write::<_, StoreError>(|tx| {
            let start = Position::start(COUPLE, 1);
            let first_entry = start.after(EntryId([1; 16]), EntryKind::Message, Hash([1; 32]));
            let cursor = first_entry.after(EntryId([2; 16]), EntryKind::Message, Hash([2; 32]));
            SpaceState { generation: 1, cursor, ..state_of(tx, COUPLE) }.save(tx)?;
            for read in [first_entry, cursor] {
                tx.note_entry(COUPLE, 1, false, read)?;
            }
            let letter = first(partner(), 1, "letter");
            let mut shown = page(&[&letter]);
            keep(tx, COUPLE, &letter);
            tx.note_arrival(COUPLE, letter.record, 1, 2)?;
            let mut told = |from, at| {
                shown.records[0].arrival = Some(at);
                take(tx, COUPLE, from, &shown);
                tx.arrival(COUPLE, letter.record).unwrap()
            };
            assert_eq!(told(partner(), (1, 1)), Some((1, 2)));
            assert_eq!(told(partner(), (0, 9)), Some((0, 9)), "it may be of a log that this device did not read");
            assert_eq!(told(tablet(), (0, 8)), Some((0, 8)));
            Ok(())
        })
        .unwrap();
}
