//! Pairings that one side has finished and the other has not, no matter whose fault it is.

use tend_core::{
    InviteEnd, InviteWay, WaitingFor,
    sync::{Failure, Request, Role},
};
use tend_protocol::{
    Append, Appended, Call, Created, ErrorCode, Incarnation, JoinMailbox, LogPage, Pulled, ReadMailbox, decode, encode,
};
use tend_tests::simulation::{Phone, Server};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN};

const DAY: i64 = 24 * 3600;

/// Whether the request would add somebody to a space.
fn adds(request: &Request) -> bool {
    let append = decode::<Append>(&request.body).ok().filter(|_| request.path == Append::PATH);
    append.is_some_and(|append| append.entries.iter().any(|entry| entry.change.is_some()))
}

fn is_paired(couple: &Couple, phone: usize) -> bool {
    couple.phones[phone].tend().people().is_paired().unwrap()
}

fn ends(couple: &Couple, phone: usize) -> Vec<Option<InviteEnd>> {
    couple.phones[phone].tend().pairing().invites().unwrap().into_iter().map(|invite| invite.end).collect()
}

#[test]
fn one_refused_add_does_not_end_a_pairing() {
    for code in [ErrorCode::BadChange, ErrorCode::WrongEpoch, ErrorCode::WrongNumber, ErrorCode::QuotaExceeded] {
        let mut couple = Couple::apart();
        couple.invite();
        let mut refused = 0;
        for _ in 0..8 {
            couple.honest(ROBIN);
            couple
                .round(ALEX, |server, request| {
                    if adds(request) && refused == 0 {
                        refused += 1;
                        return Err(Failure::Refused(code.into()));
                    }
                    server.serve(request)
                })
                .unwrap();
            couple.time.pass(60);
        }
        assert_eq!(refused, 1, "{code:?}");
        couple.heals();
    }
}

/// The add's answer does not come, and the server is another life of its file from then on.
#[test]
fn a_restored_server_does_not_end_a_pairing() {
    let mut couple = Couple::apart();
    couple.invite();
    let (mut lost, incarnation) = (false, Incarnation([9; 16]));
    for _ in 0..12 {
        let _ = couple.round(ROBIN, Server::serve);
        let _ = couple.round(ALEX, |server, request| {
            if adds(request) && !lost {
                lost = true;
                return Err(Failure::Unreachable);
            }
            let answer = server.serve(request)?;
            if !lost {
                return Ok(answer);
            }
            if let Ok(Pulled::Log(page)) = decode(&answer) {
                return Ok(encode(&Pulled::Log(LogPage { incarnation, ..page })));
            }
            if let Ok(appended) = decode::<Appended>(&answer) {
                return Ok(encode(&Appended { incarnation, ..appended }));
            }
            if let Ok(Created { .. }) = decode::<Created>(&answer) {
                return Ok(encode(&Created { incarnation, generation: 0 }));
            }
            Ok(answer)
        });
        couple.time.pass(60);
    }
    assert!(lost);
    assert_eq!(couple.stands(ROBIN), ACTIVE);
}

/// The mailbox is gone for Robin as soon as Alex has made the space.
fn mailbox_goes(couple: &mut Couple, code: ErrorCode) {
    couple.invite();
    let mut made = false;
    for _ in 0..6 {
        couple
            .round(ROBIN, |server, request| {
                if made && request.path == ReadMailbox::PATH {
                    return Err(Failure::Refused(code.into()));
                }
                server.serve(request)
            })
            .unwrap();
        couple.honest(ALEX);
        made = is_paired(couple, ALEX);
        couple.time.pass(60);
    }
}

#[test]
fn a_joiner_whose_mailbox_is_gone_finds_the_space_that_the_inviter_made() {
    for code in [ErrorCode::UnknownMailbox, ErrorCode::MailboxExpired, ErrorCode::MailboxBurned] {
        let mut couple = Couple::apart();
        mailbox_goes(&mut couple, code);
        assert!(is_paired(&couple, ALEX) && is_paired(&couple, ROBIN), "{code:?}");
        couple.heals();
        assert_eq!(ends(&couple, ROBIN), []);
    }
}

/// Alex's phone says yes, but is off until after the invite ran out. Robin has been told so, and made no new one yet.
#[test]
fn an_inviter_who_comes_late_is_found() {
    let mut couple = Couple::apart();
    let invite = couple.phones[ALEX].tend().pairing().invite_partner(InviteWay::Link).unwrap();
    couple.phones[ROBIN].tend().pairing().accept(&invite.text).unwrap();
    for _ in 0..3 {
        couple.honest(ALEX);
        couple.honest(ROBIN);
    }
    couple.say_yes(&[ROBIN]);
    couple.honest(ROBIN);
    couple.say_yes(&[ALEX]);
    // The one request that brings Robin's part; then Alex's phone is off.
    let _ = couple.round(ALEX, |server, request| {
        if request.path == ReadMailbox::PATH || request.path.ends_with("session") || request.path.ends_with("challenge")
        {
            return server.serve(request);
        }
        Err(Failure::Unreachable)
    });
    assert!(is_paired(&couple, ALEX) && !is_paired(&couple, ROBIN));
    couple.time.pass(3 * DAY);
    couple.honest(ROBIN);
    assert_eq!(ends(&couple, ROBIN), [Some(InviteEnd::RanOut)]);
    couple.rest();
    assert!(is_paired(&couple, ROBIN));
    couple.heals();
}

/// Robin says no to looking on: then a space that turns up later is not joined.
#[test]
fn whoever_takes_their_yes_back_is_not_paired_later() {
    let mut couple = Couple::apart();
    couple.invite();
    let mut made = false;
    for _ in 0..3 {
        let _ = couple.round(ROBIN, |server, request| {
            if made {
                return Err(Failure::Unreachable);
            }
            server.serve(request)
        });
        couple.honest(ALEX);
        made = is_paired(&couple, ALEX);
    }
    assert!(made);
    let id = couple.phones[ROBIN].tend().pairing().invites().unwrap()[0].id;
    couple.phones[ROBIN].tend().pairing().cancel(id).unwrap();
    couple.rest();
    assert!(!is_paired(&couple, ROBIN));
    assert_eq!(ends(&couple, ROBIN), []);
    // Alex is told that nothing comes, once, and both can begin again.
    assert_eq!(couple.told(ALEX), ["partner-device-came"]);
    couple.time.pass(2 * DAY);
    couple.honest(ALEX);
    assert_eq!(couple.told(ALEX), ["partner-device-came", "partner-silent"]);
    couple.read_notices();
    couple.phones[ALEX].tend().pairing().leave().unwrap();
    couple.honest(ALEX);
    couple.meet();
}

#[test]
fn a_couple_that_hears_from_each_other_is_not_told_of_silence() {
    let mut couple = Couple::new();
    couple.time.pass(3 * DAY);
    couple.rest();
    assert_eq!((couple.told(ALEX), couple.told(ROBIN)), (vec![], vec![]));
}

/// The inviter's phone dies with what it had made, and the joiner waits to be added.
#[test]
fn a_joiner_whom_nobody_adds_is_told_so() {
    let mut couple = Couple::apart();
    couple.invite();
    for _ in 0..4 {
        couple.honest(ROBIN);
        let _ = couple.round(
            ALEX,
            |server, request| {
                if adds(request) { Err(Failure::Unreachable) } else { server.serve(request) }
            },
        );
    }
    assert!(is_paired(&couple, ROBIN));
    couple.time.pass(2 * DAY);
    couple.honest(ROBIN);
    assert_eq!(couple.told(ROBIN), ["partner-silent"]);
    couple.phones[ROBIN].tend().pairing().leave().unwrap();
    assert!(!is_paired(&couple, ROBIN));
}

/// Whose clock ever is wrong: the server knows that the invite's time is over.
#[test]
fn whoever_comes_too_late_is_told_that_the_invite_ran_out() {
    for way in [InviteWay::InPerson, InviteWay::Link, InviteWay::Code] {
        let mut couple = Couple::apart();
        let late = Phone::new(couple.folder.path(), 1, ROBIN, 7, &couple.time, -20 * DAY);
        late.tend().pairing().use_server("https://tend.example.org", None).unwrap();
        couple.phones.push(late);
        let invite = couple.phones[ALEX].tend().pairing().invite_partner(way).unwrap();
        couple.honest(ALEX);
        couple.time.pass(3 * DAY);
        couple.server.sweep();
        let pairing = couple.phones[2].tend().pairing();
        let taken = match way {
            InviteWay::Code => pairing.accept_partner_code(&invite.text),
            _ => pairing.accept(&invite.text),
        };
        assert_eq!(taken.unwrap().waiting_for, WaitingFor::OtherPhone);
        couple.honest(2);
        let seen = couple.phones[2].tend().pairing().invites().unwrap().remove(0);
        assert_eq!((seen.waiting_for, seen.end), (WaitingFor::NewInvite, Some(InviteEnd::RanOut)));
        assert!(seen.why.contains("ran out"));
        couple.honest(ALEX);
        assert_eq!(ends(&couple, ALEX), [Some(InviteEnd::RanOut)]);
        // It is seen until the person has seen it, or begins again.
        couple.phones[2].tend().pairing().cancel(seen.id).unwrap();
        assert_eq!(ends(&couple, 2), []);
        couple.phones[ALEX].tend().pairing().invite_partner(way).unwrap();
        assert_eq!(ends(&couple, ALEX), [None]);
    }
}

/// One who comes before the inviter's phone has reached the server waits, and is not told that it ran out.
#[test]
fn whoever_comes_too_early_waits() {
    let mut couple = Couple::apart();
    couple.invite();
    couple.honest(ROBIN);
    assert_eq!(ends(&couple, ROBIN), [None]);
    for _ in 0..6 {
        couple.honest(ALEX);
        couple.honest(ROBIN);
    }
    assert!(is_paired(&couple, ROBIN));
}

/// Every yes is said three times at every step, every invite taken twice, and what worked is cancelled.
#[test]
fn what_is_done_twice_changes_nothing() {
    for (links, way) in
        [(false, InviteWay::InPerson), (false, InviteWay::Link), (true, InviteWay::InPerson), (true, InviteWay::Code)]
    {
        for first in [ALEX, ROBIN] {
            let mut couple = Couple::apart();
            let fresh = Phone::new(couple.folder.path(), 1, ROBIN, 7, &couple.time, 0);
            fresh.tend().pairing().use_server("https://tend.example.org", None).unwrap();
            couple.phones.push(fresh);
            let joiner = if links { 2 } else { ROBIN };
            let order = if first == ALEX { [ALEX, joiner] } else { [joiner, ALEX] };
            let pairing = couple.phones[ALEX].tend().pairing();
            let invite = if links { pairing.invite_device(way) } else { pairing.invite_partner(way) }.unwrap();
            for round in 0..10 {
                let pairing = couple.phones[joiner].tend().pairing();
                let taken = match (way, links) {
                    (InviteWay::Code, true) => pairing.accept_device_code(&invite.text),
                    (InviteWay::Code, false) => pairing.accept_partner_code(&invite.text),
                    _ => pairing.accept(&invite.text),
                };
                let over = ["already_paired", "phone_in_use"];
                assert!(taken.as_ref().is_ok() || taken.is_err_and(|error| over.contains(&error.code)));
                for phone in order {
                    // One person says yes a few rounds before the other.
                    for _ in 0..3 {
                        let asked = couple.phones[phone].tend().pairing().confirm(invite.id);
                        let codes = ["nothing_to_confirm", "invite_gone"];
                        assert!(asked.as_ref().is_ok() || asked.is_err_and(|error| codes.contains(&error.code)));
                        if phone != order[0] && round < 5 {
                            break;
                        }
                    }
                    couple.honest(phone);
                    couple.honest(phone);
                    let pairing = couple.phones[phone].tend().pairing();
                    for done in pairing.invites().unwrap().iter().filter(|one| one.waiting_for == WaitingFor::Nothing) {
                        pairing.cancel(done.id).unwrap();
                        pairing.cancel(done.id).unwrap();
                    }
                }
            }
            let pairing = couple.phones[joiner].tend().pairing();
            assert_eq!(pairing.invites().unwrap().len(), 0, "{links} {way:?}");
            if links {
                assert_eq!(couple.phones[2].own_space(), couple.phones[ALEX].own_space());
                assert_eq!(couple.phones[ALEX].tend().devices().all().unwrap().len(), 2);
            } else {
                couple.heals();
            }
            let roles = couple.phones[joiner].tend().syncing().spaces().unwrap();
            assert_eq!(roles.iter().filter(|state| state.role == Role::Couple).count(), usize::from(!links));
        }
    }
}

/// A server that closes every mailbox as soon as it is joined pairs nobody, and both are told.
#[test]
fn a_mailbox_that_is_closed_is_told_on_both_sides() {
    let mut couple = Couple::apart();
    couple.invite();
    for _ in 0..3 {
        for phone in [ALEX, ROBIN] {
            couple
                .round(phone, |server, request| {
                    if [ReadMailbox::PATH, JoinMailbox::PATH].contains(&request.path) {
                        return Err(Failure::Refused(ErrorCode::MailboxBurned.into()));
                    }
                    server.serve(request)
                })
                .unwrap();
        }
    }
    assert_eq!(
        (ends(&couple, ALEX), ends(&couple, ROBIN)),
        (vec![Some(InviteEnd::TakenBack)], vec![Some(InviteEnd::TakenBack)])
    );
}
