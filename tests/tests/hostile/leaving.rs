//! "This space is gone": only a leave that one of the two signed is believed.

use jiff::civil::time;
use tend_core::{
    InviteWay,
    content::Phones,
    identity::{Certificate, SigningKey},
    schedule::{Amount, Reply, ScheduleStatus, TimeWindow, Weekday},
    sync::{Failure, Request},
};
use tend_protocol::{Bytes, Call, DeviceId, ErrorCode, Leave, Pulled, SignedLeave, SpaceId, encode, leave_text};
use tend_tests::simulation::{Phone, Server, evil::Keys};

use super::couple::{ACTIVE, ALEX, Couple, ROBIN, pulls};

fn signed(key: &SigningKey, certificate: &Certificate, space: SpaceId) -> SignedLeave {
    let device = key.device();
    let signature = key.sign(&leave_text(space, device));
    SignedLeave { space, device, signature, proof: Bytes(encode(certificate)) }
}

/// Robin's phone is shown a statement in place of the log of `of`.
/// The server shows it for an hour, which is how long a phone waits before it says that it is shut out.
fn shown(couple: &mut Couple, of: SpaceId, statement: &SignedLeave) -> Result<usize, &'static str> {
    let show = |server: &Server, request: &Request| {
        if pulls(request, of) { Ok(encode(&Pulled::Left(statement.clone()))) } else { server.serve(request) }
    };
    couple.round(ROBIN, show)?;
    couple.time.pass(3600);
    couple.round(ROBIN, show)
}

#[test]
fn a_space_that_is_said_to_be_unknown_is_a_fault_of_the_server() {
    for code in [ErrorCode::NotAMember, ErrorCode::SpaceLeft] {
        let mut couple = Couple::new();
        couple.write(ROBIN, "not sent");
        let (space, kept) = (couple.space(), couple.keeps(ROBIN));
        for _ in 0..3 {
            couple.time.pass(1800);
            couple
                .round(ROBIN, |server, request| {
                    if pulls(request, space) { Err(Failure::Refused(code.into())) } else { server.serve(request) }
                })
                .unwrap();
        }
        assert_eq!((couple.keeps(ROBIN), couple.stands(ROBIN)), (kept, ACTIVE));
        let told = if code == ErrorCode::NotAMember { vec!["server-lost-space"] } else { vec![] };
        assert_eq!(couple.told(ROBIN), told);
        couple.heals();
    }
}

/// The append, not the pull, is told that somebody left: the phone looks for the statement, and does not ask without end.
#[test]
fn a_leave_that_only_appends_are_told_of_is_not_believed() {
    let mut couple = Couple::new();
    couple.write(ROBIN, "not sent");
    let kept = couple.keeps(ROBIN);
    let requests = couple.round(ROBIN, |server, request| {
        if request.path == tend_protocol::Append::PATH {
            return Err(Failure::Refused(ErrorCode::SpaceLeft.into()));
        }
        server.serve(request)
    });
    assert!(requests.is_ok_and(|requests| requests < 100), "{requests:?}");
    assert_eq!((couple.keeps(ROBIN), couple.stands(ROBIN)), (kept, ACTIVE));
    assert!(couple.told(ROBIN).is_empty());
    couple.heals();
}

#[test]
fn a_leave_that_neither_of_the_two_signed_is_not_believed() {
    let mut couple = Couple::new();
    couple.write(ROBIN, "not sent");
    let (space, kept) = (couple.space(), couple.keeps(ROBIN));
    let alex = Keys::of(&couple.phones[ALEX]);
    let stranger = SigningKey::from_seed([5; 32]);
    let foreign = SigningKey::from_seed([6; 32]);
    let of_stranger = Certificate::issue(&stranger, foreign.device());
    let honest = signed(&alex.key, &alex.certificate, space);
    let mut statements = vec![
        ("a stranger's, with their own certificate", signed(&foreign, &of_stranger, space)),
        ("a stranger's, with Alex's certificate", signed(&foreign, &alex.certificate, space)),
        (
            "Alex's device, certified by a stranger",
            signed(&alex.key, &Certificate::issue(&stranger, alex.key.device()), space),
        ),
        ("Alex's of another space", signed(&alex.key, &alex.certificate, SpaceId([9; 16]))),
        (
            "Alex's of another space under this one's name",
            SignedLeave { space, ..signed(&alex.key, &alex.certificate, SpaceId([9; 16])) },
        ),
        ("without a proof", SignedLeave { proof: Bytes(vec![]), ..honest.clone() }),
        ("with a proof that is no certificate", SignedLeave { proof: Bytes(vec![7; 1024]), ..honest.clone() }),
        ("with another device's name", SignedLeave { device: DeviceId([3; 32]), ..honest.clone() }),
    ];
    let mut changed = honest;
    changed.signature.0[10] ^= 1;
    statements.push(("with a changed signature", changed));
    for (name, statement) in statements {
        // As of a device that the server does not know there, and then as the end of the space.
        couple.round_of_pages(ROBIN, |page| page.leaving = vec![statement.clone()]).unwrap();
        assert_eq!((couple.stands(ROBIN), couple.told(ROBIN)), (ACTIVE, vec![]), "{name}");
        shown(&mut couple, space, &statement).unwrap();
        assert_eq!((couple.keeps(ROBIN), couple.stands(ROBIN)), (kept.clone(), ACTIVE), "{name}");
        assert_eq!(couple.told(ROBIN), ["server-lost-space"], "{name}");
        couple.read_notices();
    }
    couple.heals();
}

#[test]
fn a_removed_device_has_no_say() {
    let mut couple = Couple::new();
    let mut tablet = Phone::new(couple.folder.path(), 1, ALEX, 2, &couple.time, 0);
    let invite = couple.phones[ALEX].tend().pairing().invite_device(InviteWay::InPerson).unwrap();
    tablet.tend().pairing().accept(&invite.text).unwrap();
    couple.phones.push(tablet);
    for _ in 0..8 {
        couple.time.pass(60);
        for phone in [ALEX, 2, ROBIN] {
            couple.honest(phone);
        }
        couple.say_yes(&[ALEX, 2]);
    }
    tablet = couple.phones.pop().unwrap();
    let keys = Keys::of(&tablet);
    couple.phones[ALEX].tend().devices().remove(keys.key.device()).unwrap();
    couple.rest();
    couple.all_is_well();
    assert_eq!(couple.told(ROBIN), ["partner-device-came", "partner-device-went"]);
    couple.read_notices();
    let space = couple.space();
    let statement = signed(&keys.key, &keys.certificate, space);
    shown(&mut couple, space, &statement).unwrap();
    assert_eq!((couple.stands(ROBIN), couple.told(ROBIN)), (ACTIVE, vec!["server-lost-space"]));
    couple.heals();
}

/// A person's own space cannot be left: a signed statement that says so has no effect, whichever key signed it.
#[test]
fn a_leave_of_the_own_space_is_not_believed() {
    let mut couple = Couple::new();
    couple.phones[ROBIN].tend().surprises().add("A song").unwrap();
    let own = couple.phones[ROBIN].own_space().unwrap();
    let robin = Keys::of(&couple.phones[ROBIN]);
    shown(&mut couple, own, &signed(&robin.key, &robin.certificate, own)).unwrap();
    assert_eq!(couple.phones[ROBIN].own_space(), Some(own));
    assert_eq!(couple.phones[ROBIN].surprises().unwrap().len(), 1);
    assert_eq!(couple.told(ROBIN), ["server-lost-space"]);
    couple.heals();
}

#[test]
fn a_leave_that_the_partner_signed_is_believed_and_each_keeps_their_own() {
    let mut couple = Couple::new();
    couple.write(ROBIN, "not sent");
    let alex = Keys::of(&couple.phones[ALEX]);
    let space = couple.space();
    shown(&mut couple, space, &signed(&alex.key, &alex.certificate, space)).unwrap();
    assert_eq!(couple.state(ROBIN), None);
    assert_eq!(couple.told(ROBIN), ["partner-left"]);
    assert_eq!(couple.keeps(ROBIN), ["first 1", "not sent"]);
}

/// The server itself takes a leave only from the device that signed it.
#[test]
fn nobody_leaves_for_another() {
    let mut couple = Couple::new();
    couple.honest(ROBIN);
    let space = couple.space();
    let alex = Keys::of(&couple.phones[ALEX]);
    let call = Leave { statement: signed(&alex.key, &alex.certificate, space) };
    let refused = couple.server.call(&couple.tokens[ROBIN], &call);
    assert_eq!(refused, Err(Failure::Refused(ErrorCode::BadSignature.into())));
    couple.heals();
}

/// The one who leaves and the one who is left keep what they wrote: words that were given in an exercise, and when they have time.
#[test]
fn each_keeps_what_they_gave_and_can_still_delete_it() {
    let mut couple = Couple::new();
    for phone in [ALEX, ROBIN] {
        let tend = couple.phones[phone].tend();
        let run = tend.runs().begin("caring-list", None, Phones::Two, true).unwrap();
        tend.runs().next(run, &[]).unwrap();
        tend.runs().write(run, &format!("tea in bed, says {phone}"), &[]).unwrap();
        let seen = tend.runs().get(run).unwrap().step.unwrap().version;
        tend.runs().release(run, "now", &seen).unwrap();
        tend.runs().shred(run, "now").unwrap();
        let evening = TimeWindow { day: Weekday::Friday, from: time(19, 0, 0, 0), until: time(21, 0, 0, 0) };
        tend.schedule().set_times(vec![evening], Amount::Light).unwrap();
    }
    couple.rest();
    couple.phones[ALEX].tend().pairing().leave().unwrap();
    couple.rest();
    for phone in [ALEX, ROBIN] {
        let tend = couple.phones[phone].tend();
        assert!(!tend.people().is_paired().unwrap());
        let kept = tend.runs().shared_words("caring-list").unwrap();
        assert_eq!(kept.iter().map(|one| one.text.clone()).collect::<Vec<_>>(), [format!("tea in bed, says {phone}")]);
        assert!(tend.schedule().times().unwrap().mine.is_some(), "{phone}");
        tend.runs().take_back(kept[0].id).unwrap();
        assert_eq!(tend.runs().shared_words("caring-list").unwrap(), []);
    }
}

#[test]
fn thanks_stay_with_what_they_are_for_and_agreed_times_are_over_when_the_two_part() {
    let mut couple = Couple::new();
    let evening = |day| TimeWindow { day, from: time(18, 0, 0, 0), until: time(22, 0, 0, 0) };
    for phone in [ALEX, ROBIN] {
        let tend = couple.phones[phone].tend();
        tend.schedule().set_times(vec![evening(Weekday::Sunday), evening(Weekday::Monday)], Amount::Steady).unwrap();
    }
    couple.rest();
    let (alex, robin) = (couple.phones[ALEX].tend(), couple.phones[ROBIN].tend());
    let theirs = robin.appreciations().all().unwrap().into_iter().find(|view| !view.mine).unwrap();
    robin.appreciations().thank(theirs.id).unwrap();
    assert_eq!(robin.appreciations().thank(theirs.id).unwrap_err().code, "already_thanked");
    let time = alex.schedule().weeks().unwrap().into_iter().rev().flat_map(|week| week.offered).next().unwrap();
    let id = alex.schedule().propose(time.at, time.minutes, None).unwrap();
    couple.rest();
    couple.phones[ROBIN].tend().schedule().reply(id, Reply::Accept).unwrap();
    couple.rest();
    let agreed = |phone: &Phone| {
        let weeks = phone.tend().schedule().weeks().unwrap();
        weeks.into_iter().any(|week| week.status == ScheduleStatus::Agreed)
    };
    assert!(agreed(&couple.phones[ALEX]) && agreed(&couple.phones[ROBIN]));
    couple.phones[ALEX].tend().pairing().leave().unwrap();
    let alex = couple.phones[ALEX].tend();
    let kept = alex.appreciations().all().unwrap();
    assert_eq!(
        kept.iter().map(|view| (view.id, view.thanked, view.shared)).collect::<Vec<_>>(),
        [(theirs.id, true, false)]
    );
    assert!(!agreed(&couple.phones[ALEX]));
}
