//! Room: what the server refuses so that it lasts, and what it never refuses.

use super::*;

#[test]
fn entries_have_no_quota() {
    let limits = Limits { quota_bytes: 1, ..Limits::default() };
    let world = World::with(Settings { limits, rates: Rates::OFF, ..Settings::default() });
    let [device, sleeper] = [1, 2].map(|seed| world.device(seed));
    let space = world.space(1, &[&device, &sleeper]);
    for n in 1..=40 {
        device.append(space, 0, vec![message(n, u64::from(n) + 1, 1)]).unwrap();
    }
    device.call(&device.leave(space)).unwrap();
}

#[test]
fn blobs_have_one() {
    let limits = Limits { quota_bytes: 2048, blob_bytes: 2048, ..Limits::default() };
    let world = World::with(Settings { limits, rates: Rates::OFF, ..Settings::default() });
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    let put =
        |id: u8, bytes: usize| device.call(&PutBlob { space, blob: BlobId([id; 16]), bytes: Bytes(vec![id; bytes]) });
    assert_eq!(put(1, 2049), Err(ErrorCode::TooLarge));
    put(1, 2048).unwrap();
    assert_eq!(put(2, 1), Err(ErrorCode::QuotaExceeded));
    device.call(&DropBlob { space, blob: BlobId([1; 16]) }).unwrap();
    put(2, 1).unwrap();
    device.append(space, 0, vec![message(1, 1, 0)]).unwrap();
}

/// What one device sends is bounded over time, commits and welcomes too.
#[test]
fn a_flood_waits_and_leaving_does_not() {
    let rates = Rates { kibibytes: Rate { per_minute: 60, burst: 4 }, ..Rates::OFF };
    let world = World::with(Settings { rates, ..Settings::default() });
    let device = world.device(1);
    let space = world.space(1, &[&device]);
    device.append(space, 0, vec![message(1, 1, 0)]).unwrap();
    assert_eq!(device.append(space, 0, vec![message(2, 2, 0)]), Err(ErrorCode::RateLimited));
    assert!(device.probe(space, 0, 0).is_ok(), "reading is not of it");
    world.pass(1);
    device.append(space, 0, vec![message(2, 2, 0)]).unwrap();
    device.call(&Blank { space, generation: 0, entries: vec![EntryId([1; 16])] }).unwrap();
    device.call(&device.leave(space)).unwrap();
}

#[test]
fn on_a_full_disk_only_what_frees_room_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let open = || SqliteStorage::open_direct(&folder.path().join("tend.sqlite"), &Counter::default()).unwrap();
    let (space, blob, mailbox) = (SpaceId([1; 16]), BlobId([1; 16]), MailboxId([1; 16]));
    {
        let world = World::over(open(), Settings { rates: Rates::OFF, keep_free_bytes: 1, ..Settings::default() });
        let device = world.device(1);
        world.space(1, &[&device]);
        device.append(space, 0, vec![message(1, 1, 0)]).unwrap();
        device.call(&PutBlob { space, blob, bytes: Bytes(vec![1; 100]) }).unwrap();
        device.call(&OpenMailbox { mailbox, seconds: 60 }).unwrap();
    }
    let full = Settings { rates: Rates::OFF, keep_free_bytes: u64::MAX, ..Settings::default() };
    let world = World::over(open(), full);
    world.pass(1);
    let mut device = world.stranger(1);
    device.token = device.open_session().unwrap().token;
    let refused = world.service.handle(SOURCE, None, Register::PATH, &encode(&device.register(None))).unwrap_err();
    assert_eq!((refused.code, refused.status, refused.retry_after), (ErrorCode::DiskFull, 503, Some(600)));
    assert_eq!(device.append(space, 0, vec![message(2, 2, 0)]), Err(ErrorCode::DiskFull));
    assert_eq!(device.call(&CreateSpace { space: SpaceId([2; 16]), suite: SUITE }), Err(ErrorCode::DiskFull));
    assert!(device.probe(space, 0, 0).is_ok(), "reading goes on");
    device.call(&Blank { space, generation: 0, entries: vec![EntryId([1; 16])] }).unwrap();
    device.call(&DropBlob { space, blob }).unwrap();
    device.call(&BurnMailbox { mailbox }).unwrap();
    device.call(&device.leave(space)).unwrap();
}
