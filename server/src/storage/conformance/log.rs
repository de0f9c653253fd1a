//! What an engine must do with the rows of a log, and of the space around it.

use super::*;

pub(super) fn entries_come_back_as_they_were_put(open: Open<'_>) {
    let (storage, _folder) = open();
    fill(storage.as_ref());
    let all = |after, limit, bytes| read(storage.as_ref(), |rows| rows.entries(SPACE, 0, after, limit, bytes));
    assert_eq!(all(0, 2, 1 << 20), [entry(1, A, EntryKind::Commit), entry(2, A, EntryKind::Message)]);
    assert_eq!(all(1, 10, 2000).len(), 2);
    assert_eq!(all(1, 10, 1999).len(), 1);
    assert_eq!(all(1, 10, 1).len(), 1, "one always fits");
    assert_eq!(all(0, 10, 1050).len(), 1, "a welcome counts");
    assert_eq!(all(5, 10, 1).len(), 0);
    assert_eq!(all(0, 0, 1).len(), 0);
    read(storage.as_ref(), |rows| {
        assert!(rows.entries(SPACE, 1, 0, 10, 1 << 20)?.is_empty());
        assert!(rows.entries(SpaceId([2; 16]), 0, 0, 10, 1 << 20)?.is_empty());
        assert_eq!(rows.position(SPACE, 0, 3)?, Some(entry(3, A, EntryKind::Message).position));
        assert_eq!(rows.position(SPACE, 0, 6)?, None);
        let known = KnownEntry { seq: 5, author: B, kind: EntryKind::Message, hash: Hash::of(&[5; 1000]) };
        assert_eq!(rows.known_entry(SPACE, 0, EntryId([5; 16]))?, Some(known));
        assert_eq!(rows.known_entry(SPACE, 1, EntryId([5; 16]))?, None);
        Ok(())
    });
    // As it lies in a copy that a later version wrote.
    let later = || entry(6, B, EntryKind::Later(9));
    write(storage.as_ref(), move |rows| rows.put_entry(SPACE, 0, &later()));
    assert_eq!(all(5, 10, 1 << 20), [later()]);
}

pub(super) fn dropping_entries_keeps_what_authors_may_repeat(open: Open<'_>) {
    let (storage, _folder) = open();
    fill(storage.as_ref());
    write(storage.as_ref(), |rows| {
        rows.put_reader(SPACE, 0, A, Reader { start: 0, cursor: 2 })?;
        rows.put_reader(SPACE, 0, B, Reader { start: 0, cursor: 5 })?;
        assert_eq!(rows.lowest_cursor(SPACE, 0)?, Some(2));
        rows.drop_entries(SPACE, 0, 4)
    });
    let known = |id| read(storage.as_ref(), |rows| Ok(rows.known_entry(SPACE, 0, EntryId([id; 16]))?.map(|it| it.seq)));
    assert_eq!([1, 2, 3, 4, 5].map(known), [None, None, Some(3), Some(4), Some(5)]);
    write(storage.as_ref(), |rows| {
        assert_eq!(rows.entries(SPACE, 0, 0, 10, 1 << 20)?.len(), 1);
        rows.put_reader(SPACE, 0, A, Reader { start: 0, cursor: 3 })
    });
    assert_eq!([3, 4].map(known), [None, Some(4)]);
    write(storage.as_ref(), |rows| {
        rows.put_member(SPACE, A, Membership::Joined)?;
        rows.remove_member(SPACE, A)?;
        assert_eq!(rows.reader(SPACE, 0, A)?, None);
        assert_eq!(rows.membership(SPACE, A)?, None);
        rows.lowest_cursor(SPACE, 1).map(|lowest| assert_eq!(lowest, None))
    });
    assert_eq!(known(4), None);
}

pub(super) fn only_its_author_blanks_a_message(open: Open<'_>) {
    let (storage, _folder) = open();
    fill(storage.as_ref());
    write(storage.as_ref(), |rows| {
        rows.blank_entry(SPACE, 0, B, EntryId([2; 16]))?;
        rows.blank_entry(SPACE, 0, A, EntryId([1; 16]))?;
        rows.blank_entry(SPACE, 0, A, EntryId([3; 16]))?;
        rows.blank_entry(SPACE, 0, A, EntryId([3; 16]))?;
        let entries = rows.entries(SPACE, 0, 0, 10, 1 << 20)?;
        let blanked: Vec<_> =
            entries.iter().filter(|it| matches!(it.content, Content::Blanked(_))).map(|it| it.position.seq).collect();
        assert_eq!(blanked, [3]);
        assert_eq!(entries[2].content.hash(), Hash::of(&[3; 1000]));
        Ok(())
    });
}

pub(super) fn old_entries_are_found(open: Open<'_>) {
    let (storage, _folder) = open();
    fill(storage.as_ref());
    read(storage.as_ref(), |rows| {
        assert_eq!(rows.last_before(SPACE, 0, 1)?, None);
        assert_eq!(rows.last_before(SPACE, 0, 4)?, Some(3));
        assert_eq!(rows.generations_before(1)?, []);
        assert_eq!(rows.generations_before(2)?, [(SPACE, 0)]);
        Ok(())
    });
}

pub(super) fn a_dropped_space_leaves_its_devices_and_nothing_else(open: Open<'_>) {
    let (storage, _folder) = open();
    fill(storage.as_ref());
    let left = SignedLeave { space: SPACE, device: A, signature: Signature([7; 64]), proof: Bytes(vec![8; 9]) };
    let row = SpaceRow { creator: A, suite: 1, generation: 0, left: Some(left) };
    write(storage.as_ref(), {
        let row = row.clone();
        move |rows| {
            rows.put_member(SPACE, B, Membership::Joined)?;
            rows.put_member(SPACE, A, Membership::Joined)?;
            rows.put_blob(SPACE, BlobId([1; 16]), &StoredBlob { author: B, bytes: Bytes(vec![1; 10]), until: 5 })?;
            assert_eq!(rows.usage(SPACE, B)?, 10);
            assert_eq!(rows.generations(SPACE)?, [0]);
            rows.drop_contents(SPACE)?;
            rows.put_space(SPACE, &row)
        }
    });
    read(storage.as_ref(), |rows| {
        assert_eq!(rows.space(SPACE)?, Some(row.clone()));
        assert_eq!(rows.members(SPACE)?, [A, B]);
        assert_eq!(rows.generation(SPACE, 0)?, None);
        assert_eq!(rows.known_entry(SPACE, 0, EntryId([2; 16]))?, None);
        assert_eq!(rows.blob(SPACE, BlobId([1; 16]))?, None);
        assert_eq!((rows.usage(SPACE, A)?, rows.usage(SPACE, B)?), (0, 0));
        Ok(())
    });
}
