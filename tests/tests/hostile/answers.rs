//! Answers of the wrong type, size or form to every call, and every refusal there is.

use std::collections::BTreeSet;

use tend_core::sync::{Failure, SpaceStatus};
use tend_protocol::{
    Bytes, Call, Challenged, Created, DeviceId, Empty, ErrorCode, FoundBlob, Hash, Incarnation, KeyPackageStock,
    MailboxState, OpenSession, PublishKeyPackages, Pulled, SessionOpened, Signature, SignedLeave, SpaceId, encode,
};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN};

/// Calls whose answer says nothing but that it is done.
fn says_nothing(path: &str) -> bool {
    ["/v1/register", "/v1/put-blob", "/v1/drop-blob", "/v1/leave", "/v1/burn-mailbox"].contains(&path)
}

/// Answers that fit no call, or another one.
fn wrong_answers() -> Vec<Vec<u8>> {
    let mut deep = vec![0x81; 100_000];
    deep.push(0x80);
    vec![
        vec![],
        vec![0xff],
        vec![0; 8 * 1024 * 1024],
        b"<html>No such page</html>".to_vec(),
        encode(&Empty {}),
        encode(&Bytes(vec![1; 100])),
        // Byte strings, texts, arrays and maps that announce 2^60 items.
        vec![0x5b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0x7b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0],
        vec![0xbb, 0x10, 0, 0, 0, 0, 0, 0, 0],
        deep,
    ]
}

/// Robin has something of every kind to do: a new session, words to send and to hear.
fn busy() -> Couple {
    let mut couple = Couple::new();
    couple.say(ALEX, "to hear");
    couple.write(ROBIN, "to send");
    couple.time.pass(2 * 3600);
    couple
}

/// All paths that a busy round goes along.
fn paths() -> BTreeSet<&'static str> {
    let (mut couple, mut paths) = (busy(), BTreeSet::new());
    couple
        .round(ROBIN, |server, request| {
            paths.insert(request.path);
            server.serve(request)
        })
        .unwrap();
    assert!(paths.len() >= 5, "{paths:?}");
    paths
}

#[test]
fn an_answer_of_another_form_counts_as_lost() {
    for path in paths().into_iter().filter(|path| !says_nothing(path)) {
        let mut couple = busy();
        let shown = couple.shows(ROBIN);
        let mut answers = wrong_answers();
        let other = SignedLeave {
            space: SpaceId([1; 16]),
            device: DeviceId([1; 32]),
            signature: Signature([1; 64]),
            proof: Bytes(vec![]),
        };
        for (call, answer) in [
            ("/v1/challenge", encode(&Challenged { challenge: Hash([1; 32]) })),
            ("/v1/create-space", encode(&Created { incarnation: Incarnation([1; 16]), generation: 0 })),
            ("/v1/publish-key-packages", encode(&KeyPackageStock { left: 8, last_resort_fresh: true })),
            ("/v1/get-blob", encode(&FoundBlob { bytes: Bytes(vec![1]) })),
            ("/v1/read-mailbox", encode(&MailboxState { joined: true, messages: vec![] })),
            ("/v1/pull", encode(&Pulled::Left(other))),
        ] {
            if call != path {
                answers.push(answer);
            }
        }
        for (number, wrong) in answers.into_iter().enumerate() {
            let outcome =
                couple.round(
                    ROBIN,
                    |server, request| {
                        if request.path == path { Ok(wrong.clone()) } else { server.serve(request) }
                    },
                );
            assert_eq!(outcome, Err("server_unreadable"), "{path} {number}");
            assert_eq!(couple.stands(ROBIN), ACTIVE, "{path} {number}");
            assert!(couple.shows(ROBIN).len() >= shown.len(), "{path} {number}");
            couple.time.pass(2 * 3600);
        }
        couple.heals();
        assert!(couple.told(ROBIN).is_empty(), "{path}");
    }
}

#[test]
fn a_real_answer_that_is_cut_counts_as_lost() {
    for path in paths().into_iter().filter(|path| !says_nothing(path)) {
        let mut couple = busy();
        for part in [0, 1, 2, 3] {
            let outcome = couple.round(ROBIN, |server, request| {
                let mut answer = server.serve(request)?;
                if request.path == path {
                    answer.truncate((answer.len() - 1) * part / 3);
                }
                Ok(answer)
            });
            // The server did what it was asked; only the answer was lost.
            assert!(outcome == Err("server_unreadable") || part > 0, "{path} {part}: {outcome:?}");
            assert_eq!(couple.stands(ROBIN), ACTIVE);
            couple.time.pass(2 * 3600);
        }
        couple.heals();
    }
}

/// Every refusal, to every call but those that open the session.
#[test]
fn every_refusal_is_borne() {
    for code in ErrorCode::ALL.iter().copied().chain([ErrorCode::Unknown]) {
        let mut couple = busy();
        let shown = couple.shows(ROBIN);
        let outcome = couple.round(ROBIN, |server, request| {
            if request.token.is_some() { Err(Failure::Refused(code.into())) } else { server.serve(request) }
        });
        let expected = match code {
            ErrorCode::RateLimited => Err("server_busy"),
            ErrorCode::DiskFull => Err("server_full"),
            code if code.retry_helps() || code == ErrorCode::Unauthenticated => Err("server_refused"),
            _ => Ok(()),
        };
        assert_eq!(outcome.map(|_| ()), expected, "{code:?}");
        assert_eq!(couple.shows(ROBIN), shown, "{code:?}");
        assert!(couple.told(ROBIN).is_empty(), "{code:?}");
        assert_ne!(couple.stands(ROBIN), SpaceStatus::Stopped, "{code:?}");
        couple.heals();
    }
}

#[test]
fn no_session_is_no_loss() {
    for code in ErrorCode::ALL.iter().copied() {
        let mut couple = busy();
        couple
            .round(ROBIN, |_, request| {
                if request.token.is_none() { Err(Failure::Refused(code.into())) } else { Err(Failure::Unreachable) }
            })
            .unwrap_err();
        couple.heals();
        // That somebody shut this device out may be true, and it cannot tell.
        let told = if code == ErrorCode::DeviceRevoked { vec!["server-lost-space"] } else { vec![] };
        assert_eq!(couple.told(ROBIN), told, "{code:?}");
    }
}

/// A server that always says that the stock is empty makes no phone produce key packages without end.
#[test]
fn a_stock_that_is_said_to_be_empty_is_filled_once_a_round() {
    let mut couple = busy();
    let mut published = 0;
    couple
        .round(ROBIN, |server, request| {
            let answer = server.serve(request)?;
            if request.path != PublishKeyPackages::PATH {
                return Ok(answer);
            }
            published += 1;
            Ok(encode(&KeyPackageStock { left: 0, last_resort_fresh: false }))
        })
        .unwrap();
    assert!(published <= 2, "{published}");
    couple.heals();
}

#[test]
fn a_session_without_time_or_with_a_token_that_no_header_holds() {
    let long = "long".repeat(10_000);
    let unusable = Err("server_unreadable");
    for (token, seconds, expected) in [
        ("unknown", 0, Err("server_refused")),
        ("line\nbreak", 3600, unusable),
        ("", 3600, unusable),
        (&long, u32::MAX, unusable),
    ] {
        let mut couple = busy();
        let outcome = couple.round(ROBIN, |server, request| {
            if request.path == OpenSession::PATH {
                let opened = SessionOpened { token: token.into(), seconds, incarnation: Incarnation([1; 16]) };
                return Ok(encode(&opened));
            }
            server.serve(request)
        });
        assert_eq!(outcome, expected, "{token:.10}");
        couple.heals();
    }
}
