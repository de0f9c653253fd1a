//! Foreign bytes: no matter what comes, the answer is a problem that blames the caller, and the service goes on.

use proptest::{collection::vec, prelude::*};

use super::*;

macro_rules! paths {
    ($($call:ty),*) => { [$(<$call as Call>::PATH),*] };
}

/// A real body for every call.
fn bodies(device: &Device<'_>, space: SpaceId) -> Vec<(&'static str, Vec<u8>)> {
    fn body<C: Call>(call: C) -> (&'static str, Vec<u8>) {
        (C::PATH, encode(&call))
    }
    let (blob, mailbox) = (BlobId([1; 16]), MailboxId([1; 16]));
    let bytes = Bytes(vec![7; 40]);
    let entry = commit(9, 1, 0, vec![device.id], vec![]);
    vec![
        body(Identify { nonce: Hash([1; 32]) }),
        body(device.register(Some("code"))),
        body(Challenge { device: device.id }),
        body(device.answer(Hash([1; 32]))),
        body(CreateSpace { space, suite: SUITE }),
        body(RejoinSpace { space, suite: SUITE, generation: 1, certificate: device.certify(device.id) }),
        body(AskToBeAdded { space, certificate: device.certify(device.id) }),
        body(OpenGeneration { space, generation: 1, suite: SUITE, entry: entry.clone() }),
        body(Append { space, generation: 0, cursor: 0, entries: vec![message(1, 1, 0), entry] }),
        body(Pull { space, generation: 0, after: 0, hash: Some(Hash([1; 32])), limit: 10, bytes: 1000 }),
        body(Blank { space, generation: 0, entries: vec![EntryId([1; 16])] }),
        body(device.leave(SpaceId([77; 16]))),
        body(PutBlob { space, blob, bytes: bytes.clone() }),
        body(GetBlob { space, blob }),
        body(DropBlob { space, blob }),
        body(RevokeDevice { removal: device.removal(DeviceId([2; 32])) }),
        body(PublishKeyPackages {
            certificate: device.certify(device.id),
            suite: SUITE,
            packages: vec![bytes.clone()],
            last_resort: Some(bytes.clone()),
            replace: false,
        }),
        body(ClaimKeyPackage { device: device.id, suite: SUITE }),
        body(OpenMailbox { mailbox, seconds: 60 }),
        body(JoinMailbox { mailbox }),
        body(PostToMailbox { mailbox, index: 0, bytes }),
        body(ReadMailbox { mailbox }),
        body(BurnMailbox { mailbox }),
    ]
}

/// An answer, or a problem that names the caller's fault (or the quota's end, which has a status of its own).
fn judge(answer: Result<Vec<u8>, Problem>) -> Result<(), TestCaseError> {
    if let Err(problem) = answer {
        let fair = (400..500).contains(&problem.status) || problem.code == ErrorCode::QuotaExceeded;
        prop_assert!(fair, "{problem:?}");
    }
    Ok(())
}

#[test]
fn every_call_has_a_real_body_here() {
    let world = World::new();
    let device = world.device(1);
    let with_body: Vec<_> = bodies(&device, SpaceId([1; 16])).into_iter().map(|(path, _)| path).collect();
    assert_eq!(with_body, every_call!(paths));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_malformed(bytes in vec(any::<u8>(), 0..300)) {
        let world = World::new();
        let device = world.device(1);
        for path in every_call!(paths) {
            // Three bytes of luck can be a whole CBOR value, but none is any call's.
            let answer = world.service.handle(SOURCE, Some(&device.token), path, &bytes);
            prop_assert_eq!(answer.map_err(|problem| problem.code), Err(ErrorCode::Malformed));
        }
    }

    #[test]
    fn mutated_bodies_end_in_an_answer_or_a_fair_problem(
        changes in vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<proptest::sample::Index>(),
        shorten in any::<bool>(),
    ) {
        let world = World::new();
        let device = world.device(1);
        let space = world.space(1, &[&device]);
        for (path, mut body) in bodies(&device, space) {
            for (place, byte) in &changes {
                let place = place.index(body.len());
                body[place] = *byte;
            }
            if shorten {
                body.truncate(cut.index(body.len()));
            }
            judge(world.service.handle(SOURCE, Some(&device.token), path, &body))?;
        }
        prop_assert!(world.service.ready().is_ok());
    }
}

#[test]
fn announced_sizes_take_no_memory_and_depth_no_stack() {
    let world = World::new();
    let device = world.device(1);
    let mut bombs = vec![
        // A byte string, a text, an array and a map of 2^60 items, of which none comes.
        vec![0x5b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0x7b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0xbb, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0x81; 100_000],
        vec![0xc0; 100_000],
        vec![0xdb; 100_000],
    ];
    // The same inside a field that is really there.
    let mut inside = encode(&Blank { space: SpaceId([1; 16]), generation: 0, entries: vec![] });
    inside.pop();
    inside.extend([0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0]);
    bombs.push(inside);
    for path in every_call!(paths) {
        for bomb in &bombs {
            let answer = world.service.handle(SOURCE, Some(&device.token), path, bomb);
            assert_eq!(answer.map_err(|problem| problem.code), Err(ErrorCode::Malformed));
        }
    }
    let large = vec![0; world.service.limits().request_bytes + 1];
    let answer = world.service.handle(SOURCE, Some(&device.token), Append::PATH, &large);
    assert_eq!(answer.map_err(|problem| problem.code), Err(ErrorCode::TooLarge));
}
