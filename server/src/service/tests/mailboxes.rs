use super::*;

const ID: MailboxId = MailboxId([5; 16]);

fn open(device: &Device<'_>) -> Result<MailboxState, ErrorCode> {
    device.call(&OpenMailbox { mailbox: ID, seconds: 600 })
}

fn join(device: &Device<'_>) -> Result<MailboxState, ErrorCode> {
    device.call(&JoinMailbox { mailbox: ID })
}

fn post(device: &Device<'_>, index: u32, text: &str) -> Result<MailboxState, ErrorCode> {
    device.call(&PostToMailbox { mailbox: ID, index, bytes: Bytes(text.as_bytes().to_vec()) })
}

fn read(device: &Device<'_>) -> Result<Vec<String>, ErrorCode> {
    let state = device.call(&ReadMailbox { mailbox: ID })?;
    Ok(state.messages.into_iter().map(|message| String::from_utf8(message.bytes.0).unwrap()).collect())
}

#[test]
fn two_sides_exchange_messages_in_order() {
    let world = World::new();
    let [inviter, joiner] = [1, 2].map(|seed| world.device(seed));
    assert!(!open(&inviter).unwrap().joined);
    post(&inviter, 0, "hello").unwrap();
    assert_eq!(read(&joiner), Err(ErrorCode::UnknownMailbox), "to a stranger it is not there");
    let state = join(&joiner).unwrap();
    assert_eq!((state.joined, state.messages.len()), (true, 1));
    assert_eq!(join(&joiner), Ok(state));
    post(&joiner, 0, "hi").unwrap();
    post(&joiner, 1, "there").unwrap();
    post(&joiner, 1, "there").unwrap();
    assert_eq!(post(&joiner, 1, "elsewhere"), Err(ErrorCode::IdReused));
    assert_eq!(post(&joiner, 3, "gap"), Err(ErrorCode::WrongNumber));
    assert_eq!(read(&inviter), Ok(vec!["hi".into(), "there".into()]));
    assert_eq!(read(&joiner), Ok(vec!["hello".into()]));
    assert!(open(&inviter).unwrap().joined, "again: its state");
    assert_eq!(open(&joiner), Err(ErrorCode::IdReused));
}

#[test]
fn a_second_joiner_burns_it_for_all() {
    let world = World::new();
    let [inviter, joiner, second] = [1, 2, 3].map(|seed| world.device(seed));
    open(&inviter).unwrap();
    join(&joiner).unwrap();
    post(&joiner, 0, "hi").unwrap();
    assert_eq!(join(&second), Err(ErrorCode::MailboxBurned));
    for device in [&inviter, &joiner, &second] {
        assert_eq!(read(device), Err(ErrorCode::MailboxBurned));
        assert_eq!(join(device), Err(ErrorCode::MailboxBurned));
        assert_eq!(post(device, 0, "hi"), Err(ErrorCode::MailboxBurned));
    }
    assert_eq!(open(&inviter), Err(ErrorCode::MailboxBurned));
}

#[test]
fn either_side_may_burn_it_and_nobody_else() {
    let world = World::new();
    let [inviter, joiner, stranger] = [1, 2, 3].map(|seed| world.device(seed));
    let burn = BurnMailbox { mailbox: ID };
    assert_eq!(inviter.call(&burn), Ok(Empty {}), "an unknown one is no error");
    open(&inviter).unwrap();
    join(&joiner).unwrap();
    assert_eq!(stranger.call(&burn), Ok(Empty {}));
    assert!(read(&inviter).is_ok());
    assert_eq!(joiner.call(&burn), Ok(Empty {}));
    assert_eq!(read(&inviter), Err(ErrorCode::MailboxBurned));
    assert_eq!(inviter.call(&burn), Ok(Empty {}));
}

#[test]
fn it_lives_as_long_as_asked_and_no_longer_than_allowed() {
    let world = World::new();
    let [inviter, joiner] = [1, 2].map(|seed| world.device(seed));
    let seconds = |seconds| inviter.call(&OpenMailbox { mailbox: ID, seconds });
    assert_eq!(seconds(0), Err(ErrorCode::Malformed));
    assert_eq!(seconds(2 * 24 * 60 * 60 + 1), Err(ErrorCode::TooLarge));
    open(&inviter).unwrap();
    post(&inviter, 0, "old").unwrap();
    world.pass(600);
    assert_eq!(join(&joiner), Err(ErrorCode::MailboxExpired));
    assert_eq!(read(&inviter), Err(ErrorCode::MailboxExpired));
    open(&joiner).unwrap();
    assert_eq!(join(&inviter).unwrap().messages, [], "nothing of the old one is in the new");
}

#[test]
fn whoever_comes_too_late_is_told_so_for_a_month() {
    let world = World::new();
    let [inviter, joiner, late] = [1, 2, 3].map(|seed| world.device(seed));
    open(&inviter).unwrap();
    join(&joiner).unwrap();
    for days in [1, 28] {
        world.pass(days * sweep::DAY);
        world.service.sweep().unwrap();
        let [inviter, joiner, late] = [1, 2, 3].map(|seed| world.device(seed));
        for device in [&inviter, &joiner, &late] {
            assert_eq!(join(device), Err(ErrorCode::MailboxExpired));
        }
    }
    world.pass(2 * sweep::DAY);
    world.service.sweep().unwrap();
    assert_eq!(join(&world.device(3)), Err(ErrorCode::UnknownMailbox));
    drop((inviter, joiner, late));
}

#[test]
fn a_device_makes_no_more_of_them_to_be_remembered_than_it_may() {
    let world = World::with(Settings { rates: Rates::OFF, mailboxes_per_device: 1, ..Settings::default() });
    let inviter = world.device(1);
    let another = |id| inviter.call(&OpenMailbox { mailbox: MailboxId([id; 16]), seconds: 1 });
    for id in 0..64 {
        another(id).unwrap();
        world.pass(1);
    }
    assert_eq!(another(64), Err(ErrorCode::QuotaExceeded));
}

#[test]
fn it_is_bounded() {
    let world = World::with(Settings { rates: Rates::OFF, mailboxes_per_device: 2, ..Settings::default() });
    let [inviter, joiner] = [1, 2].map(|seed| world.device(seed));
    open(&inviter).unwrap();
    join(&joiner).unwrap();
    for index in 0..8 {
        post(&inviter, index, "a").unwrap();
        post(&joiner, index, "b").unwrap();
    }
    assert_eq!(post(&inviter, 8, "a"), Err(ErrorCode::TooLarge));
    let large = PostToMailbox { mailbox: ID, index: 0, bytes: Bytes(vec![0; 32 * 1024 + 1]) };
    assert_eq!(inviter.call(&large), Err(ErrorCode::TooLarge));
    let another = |id| inviter.call(&OpenMailbox { mailbox: MailboxId([id; 16]), seconds: 600 });
    another(1).unwrap();
    assert_eq!(another(2), Err(ErrorCode::QuotaExceeded));
}

#[test]
fn guessing_is_limited_for_a_source() {
    let rates = Rates { mailbox_tries: Rate { per_minute: 1, burst: 3 }, ..Rates::OFF };
    let world = World::with(Settings { rates, ..Settings::default() });
    let [inviter, guesser] = [1, 2].map(|seed| world.device(seed));
    open(&inviter).unwrap();
    for guess in 0..3 {
        assert_eq!(guesser.call(&JoinMailbox { mailbox: MailboxId([guess; 16]) }), Err(ErrorCode::UnknownMailbox));
    }
    assert_eq!(join(&guesser), Err(ErrorCode::RateLimited), "even the right one");
    let elsewhere = "192.0.2.1".parse().unwrap();
    let answer =
        world.service.handle(elsewhere, Some(&guesser.token), JoinMailbox::PATH, &encode(&JoinMailbox { mailbox: ID }));
    assert!(answer.is_ok(), "another source is not meant");
    world.pass(60);
    assert!(read(&inviter).is_ok());
}
