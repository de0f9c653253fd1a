//! How two people agree, or do not: each by hand.

use super::{
    super::{
        Answer, NotAllowed, Proposal, Reply, Slot, Verdict, WeekStatus, answered, appointments,
        negotiation::{called_off, propose_allowed},
        that_count, week_status,
    },
    given::{at, slot},
    input::{Said, after},
    threads::{ANA, BEN, this_week},
};
use crate::{
    identity::IdentityId,
    records::{Found, Origin, RecordId},
};

const ACCEPTED: Said = Said::Accepted;
const DECLINED: Said = Said::Declined;
const WITHDRAWN: Said = Said::Withdrawn;

fn id(number: u8) -> RecordId {
    RecordId([number; 16])
}

fn tuesday() -> Slot {
    slot("2026-11-24T18:00Z", 30)
}

fn thursday() -> Slot {
    slot("2026-11-26T18:00Z", 30)
}

/// A proposal whose id is its place in the log, with an exercise of the same name.
fn proposed(number: u8, by: IdentityId, slot: Slot) -> Proposal {
    Proposal {
        id: id(number),
        week: this_week(),
        slot,
        by,
        exercise: number.to_string(),
        instead_of: None,
        together: true,
        withdrawn: false,
        verdict: Verdict::Open,
        order: Some((1, u64::from(number))),
    }
}

fn instead(number: u8, by: IdentityId, slot: Slot, of: u8) -> Proposal {
    Proposal { instead_of: Some(id(of)), ..proposed(number, by, slot) }
}

fn with(proposal: Proposal, said: Said) -> Proposal {
    after(proposal, said)
}

/// How it stands for Ana.
fn stands(thread: &[Proposal]) -> WeekStatus {
    week_status(thread, this_week(), ANA, true)
}

#[track_caller]
fn assert_agreed(thread: &[Proposal], number: u8, slot: Slot) {
    for me in [ANA, BEN] {
        let WeekStatus::Agreed(made) = week_status(thread, this_week(), me, true) else {
            panic!("not agreed: {:?}", stands(thread))
        };
        assert_eq!((made.id, made.week, made.slot, made.exercise), (id(number), this_week(), slot, number.to_string()));
    }
}

#[test]
fn the_first_in_the_log_counts() {
    assert_eq!(stands(&[]), WeekStatus::Nothing);
    let (ana, ben) = (proposed(1, ANA, tuesday()), proposed(2, BEN, thursday()));
    assert_eq!(stands(&[ben.clone(), ana.clone()]), WeekStatus::MyProposal(id(1)));
    let unsent = Proposal { order: None, ..ana.clone() };
    assert_eq!(stands(&[unsent, ben.clone()]), WeekStatus::TheirProposal(id(2)), "the server has not taken the other");
    let newer_generation = Proposal { order: Some((2, 0)), ..ana };
    assert_eq!(stands(&[newer_generation, ben]), WeekStatus::TheirProposal(id(2)));
}

#[test]
fn accepted_is_agreed_until_it_is_called_off() {
    let accepted = with(proposed(2, BEN, thursday()), ACCEPTED);
    assert_agreed(&[proposed(1, ANA, tuesday()), accepted.clone()], 2, thursday());
    let other = instead(3, BEN, tuesday(), 2);
    assert_agreed(&[accepted.clone(), other.clone()], 2, thursday());
    assert_agreed(&[accepted.clone(), with(other.clone(), DECLINED)], 2, thursday());
    assert_agreed(&[accepted.clone(), with(other, ACCEPTED)], 3, tuesday());
    let off = called_off(std::slice::from_ref(&accepted), this_week(), ANA, true);
    assert_eq!(off, Ok(vec![with(accepted.clone(), DECLINED)]));
    assert_eq!(stands(&[with(accepted.clone(), DECLINED)]), WeekStatus::Quiet);
    assert_eq!(stands(&[with(accepted, WITHDRAWN)]), WeekStatus::Nothing);
}

#[test]
fn another_takes_the_place_and_another_that_of_it() {
    let (first, second, third) =
        (proposed(1, ANA, tuesday()), instead(2, BEN, thursday(), 1), instead(3, ANA, tuesday(), 2));
    let thread = [first, second, third];
    assert_eq!(stands(&thread[..2]), WeekStatus::TheirProposal(id(2)));
    assert_eq!(stands(&thread), WeekStatus::MyProposal(id(3)));
    let both_at_once = [thread[0].clone(), thread[1].clone(), instead(3, BEN, slot("2026-11-28T18:00Z", 30), 1)];
    assert_eq!(stands(&both_at_once), WeekStatus::TheirProposal(id(2)), "the first of two");
}

#[test]
fn what_was_taken_back_leaves_its_place() {
    let first = proposed(1, ANA, tuesday());
    let taken_back = with(instead(2, BEN, thursday(), 1), WITHDRAWN);
    assert_eq!(stands(&[first.clone(), taken_back.clone()]), WeekStatus::MyProposal(id(1)));
    let after_it = instead(3, BEN, thursday(), 2);
    assert_eq!(stands(&[first.clone(), taken_back, after_it]), WeekStatus::TheirProposal(id(3)));
    assert_eq!(stands(&[with(first.clone(), WITHDRAWN)]), WeekStatus::Nothing);
    let reply = instead(2, BEN, thursday(), 1);
    assert_eq!(stands(&[with(first, WITHDRAWN), reply]), WeekStatus::TheirProposal(id(2)));
}

#[test]
fn circles_and_loose_ends_do_no_harm() {
    let circle = [instead(1, ANA, tuesday(), 2), instead(2, BEN, thursday(), 1)];
    assert_eq!(stands(&circle), WeekStatus::TheirProposal(id(2)));
    assert_eq!(stands(&[instead(1, ANA, tuesday(), 1)]), WeekStatus::MyProposal(id(1)));
    assert_eq!(stands(&[instead(1, ANA, tuesday(), 77)]), WeekStatus::MyProposal(id(1)));
    let loose = [proposed(1, ANA, tuesday()), instead(2, BEN, thursday(), 77)];
    assert_eq!(stands(&loose), WeekStatus::MyProposal(id(1)), "it takes nobody's place");
}

#[test]
fn the_same_slot_at_once_is_an_agreement() {
    assert_agreed(&[proposed(1, ANA, tuesday()), proposed(2, BEN, tuesday())], 1, tuesday());
    assert_agreed(&[proposed(1, ANA, tuesday()), instead(2, BEN, tuesday(), 1)], 1, tuesday());
    assert_agreed(
        &[proposed(1, ANA, thursday()), instead(2, ANA, tuesday(), 1), proposed(3, BEN, tuesday())],
        2,
        tuesday(),
    );
    let longer = Slot { minutes: 45, ..tuesday() };
    assert_eq!(stands(&[proposed(1, ANA, tuesday()), proposed(2, BEN, longer)]), WeekStatus::MyProposal(id(1)));
    assert_eq!(
        stands(&[proposed(1, ANA, tuesday()), proposed(2, ANA, tuesday())]),
        WeekStatus::MyProposal(id(1)),
        "with oneself"
    );
}

#[test]
fn the_same_slot_is_no_agreement_when_one_has_moved_on() {
    let moved = [proposed(1, ANA, tuesday()), proposed(2, BEN, tuesday()), instead(3, ANA, thursday(), 1)];
    assert_eq!(stands(&moved), WeekStatus::MyProposal(id(3)));
    let back = [proposed(1, ANA, tuesday()), instead(2, BEN, thursday(), 1), instead(3, BEN, tuesday(), 2)];
    assert_eq!(stands(&back), WeekStatus::TheirProposal(id(3)), "Ana is asked");
    for answer in [DECLINED, WITHDRAWN] {
        let after = [with(proposed(1, ANA, tuesday()), answer), instead(2, BEN, tuesday(), 1)];
        assert_eq!(stands(&after), WeekStatus::TheirProposal(id(2)));
    }
}

#[test]
fn both_of_the_same_slot_are_called_off() {
    let thread = [proposed(1, ANA, tuesday()), proposed(2, BEN, tuesday())];
    let off = called_off(&thread, this_week(), ANA, true).unwrap();
    let [first, second] = thread;
    assert_eq!(off, [with(first, WITHDRAWN), with(second, DECLINED)]);
    assert_eq!(stands(&off), WeekStatus::Quiet);
    assert_eq!(called_off(&off, this_week(), ANA, true), Err(NotAllowed::NotFound));
}

#[test]
fn after_no_the_week_is_quiet_and_either_may_still_propose() {
    let declined = with(proposed(1, ANA, tuesday()), DECLINED);
    assert_eq!(stands(std::slice::from_ref(&declined)), WeekStatus::Quiet);
    let countered = [proposed(1, BEN, tuesday()), with(instead(2, ANA, thursday(), 1), DECLINED)];
    assert_eq!(stands(&countered), WeekStatus::Quiet, "Ana did not want the first, and is not asked again");
    let now = at("2026-11-23T12:00Z");
    assert_eq!(propose_allowed(std::slice::from_ref(&declined), this_week(), thursday(), now), Ok(None));
    assert_eq!(stands(&[declined, proposed(2, BEN, thursday())]), WeekStatus::TheirProposal(id(2)));
}

#[test]
fn answers_by_the_author_or_to_another_proposal_count_for_nothing() {
    let found = |number, author, value| Found {
        id: id(number),
        origin: Origin { author, nonce: [number; 16], number: 1 },
        value,
        conflicts: Default::default(),
        version: Default::default(),
        revived: false,
    };
    let answer = |author, number| Found {
        id: id(9),
        origin: Origin { author, nonce: [9; 16], number: 0 },
        value: Answer { proposal: id(number), verdict: Verdict::Accepted, to: proposed(7, BEN, tuesday()).said() },
        conflicts: Default::default(),
        version: Default::default(),
        revived: false,
    };
    let known = |answers: &[_]| {
        let proposal = Proposal::known(found(1, ANA, proposed(7, BEN, tuesday())), answers, Some((1, 1)));
        (proposal.id, proposal.by, proposal.verdict)
    };
    assert_eq!(known(&[answer(ANA, 1), answer(BEN, 2)]), (id(1), ANA, Verdict::Open));
    assert_eq!(known(&[answer(ANA, 1), answer(BEN, 1)]), (id(1), ANA, Verdict::Accepted));
    // Its author puts another time, or another exercise, where the one was that had the yes.
    let other_time = proposed(7, BEN, thursday());
    let other_exercise = Proposal { exercise: "being-held".into(), ..proposed(7, BEN, tuesday()) };
    for changed in [other_time, other_exercise] {
        let no = Found { value: Answer { verdict: Verdict::Declined, ..answer(BEN, 1).value }, ..answer(BEN, 1) };
        let of = |answers: &[_]| Proposal::known(found(1, ANA, changed.clone()), answers, Some((1, 1))).verdict;
        assert_eq!((of(&[answer(BEN, 1)]), of(&[no])), (Verdict::Open, Verdict::Declined), "a no stays a no");
    }
}

#[test]
fn a_no_stands_though_the_author_takes_it_back_at_the_same_time() {
    let both = Proposal { withdrawn: true, ..with(proposed(1, ANA, tuesday()), DECLINED) };
    assert_eq!(stands(&[both]), WeekStatus::Quiet);
    let off = Proposal { withdrawn: true, ..with(proposed(1, ANA, tuesday()), ACCEPTED) };
    assert_eq!(stands(&[off]), WeekStatus::Nothing);
}

#[test]
fn what_lies_outside_the_week_counts_for_nothing() {
    let later = slot("2026-12-01T18:00Z", 30);
    assert_eq!(stands(&[proposed(1, BEN, later)]), WeekStatus::Nothing);
    let of_another = Proposal { week: this_week().next(), ..proposed(1, BEN, later) };
    assert_eq!(stands(&[of_another]), WeekStatus::Nothing);
}

/// A partner's phone can make any number of them.
#[test]
fn of_a_flood_of_proposals_so_many_count_and_ones_own_among_them() {
    let flood = (0..5_000_u32).map(|number| {
        let mut id = [0; 16];
        id[..4].copy_from_slice(&number.to_be_bytes());
        let weeks = std::iter::successors(Some(this_week()), |week| Some(week.next()));
        let week = weeks.clone().nth(if number < 4_000 { 0 } else { number as usize - 4_000 }).unwrap();
        let at = week.start(&jiff::tz::TimeZone::UTC);
        let slot = Slot { at, minutes: 30 };
        Proposal { id: RecordId(id), week, order: Some((0, number.into())), ..proposed(1, BEN, slot) }
    });
    let mine = Proposal { order: None, ..proposed(200, ANA, thursday()) };
    let counts = that_count(flood.chain([mine.clone()]).collect(), this_week());
    let of_this_week: Vec<_> = counts.iter().filter(|one| one.week == this_week()).collect();
    assert_eq!((counts.len(), of_this_week.len()), (64 + 1 + 53, 65));
    assert_eq!(of_this_week[63].order, Some((0, 63)), "the first in the log");
    assert_eq!(counts.last(), Some(&mine));
}

#[test]
fn what_may_not_be_proposed_says_why() {
    let now = at("2026-11-25T12:00Z");
    let code = |thread: &[Proposal], slot| propose_allowed(thread, this_week(), slot, now).map_err(NotAllowed::code);
    assert_eq!(code(&[], thursday()), Ok(None));
    assert_eq!(code(&[proposed(1, BEN, thursday())], thursday()), Ok(Some(id(1))));
    assert_eq!(code(&[], tuesday()), Err("slot_past"));
    assert_eq!(code(&[], slot("2026-12-01T18:00Z", 30)), Err("slot_outside_week"));
    assert_eq!(code(&[], Slot { minutes: 241, ..thursday() }), Err("slot_outside_week"));
    assert_eq!(code(&[with(proposed(1, BEN, tuesday()), ACCEPTED)], thursday()), Err("already_agreed"));
}

#[test]
fn what_may_not_be_answered_says_why() {
    let thread = [
        proposed(1, BEN, thursday()),
        proposed(2, ANA, thursday()),
        instead(3, BEN, tuesday(), 1),
        with(proposed(4, BEN, thursday()), DECLINED),
    ];
    let code = |number, reply, now| {
        answered(&thread, id(number), ANA, reply, at(now))
            .map(|one| (one.verdict, one.withdrawn))
            .map_err(NotAllowed::code)
    };
    let (before, after) = ("2026-11-23T12:00Z", "2026-11-24T18:01Z");
    assert_eq!(code(3, Reply::Accept, before), Ok((Verdict::Accepted, false)));
    assert_eq!(code(3, Reply::Accept, after), Err("slot_past"));
    assert_eq!(code(1, Reply::Accept, before), Err("not_open"), "another has its place");
    assert_eq!(code(4, Reply::Accept, before), Err("not_open"), "declined");
    assert_eq!(code(4, Reply::Decline, before), Err("not_open"));
    assert_eq!(code(2, Reply::Accept, before), Err("own_proposal"));
    assert_eq!(code(2, Reply::Decline, before), Err("own_proposal"));
    assert_eq!(code(2, Reply::Withdraw, before), Ok((Verdict::Open, true)));
    assert_eq!(code(3, Reply::Withdraw, before), Err("not_yours"));
    assert_eq!(code(77, Reply::Accept, before), Err("not_found"));
}

#[test]
fn a_proposal_is_stored_without_what_its_record_and_the_log_tell() {
    let whole = with(instead(2, BEN, tuesday(), 1), ACCEPTED);
    let (stored, nobody) = (ciborium::Value::serialized(&whole).unwrap(), IdentityId::from_bytes([0; 32]));
    assert_eq!(
        stored.deserialized::<Proposal>().unwrap(),
        Proposal { id: RecordId([0; 16]), by: nobody, verdict: Verdict::Open, order: None, ..whole }
    );
    let least =
        stored.into_map().unwrap().into_iter().filter(|(name, _)| ["week", "slot"].map(Some).contains(&name.as_text()));
    let least: Proposal = ciborium::Value::Map(least.collect()).deserialized().unwrap();
    assert_eq!((least.withdrawn, least.instead_of, least.exercise.as_str()), (false, None, ""));
}

#[test]
fn alone_what_one_proposed_is_agreed_until_it_is_moved_or_called_off() {
    let alone = |thread: &[Proposal]| week_status(thread, this_week(), ANA, false);
    let agreed = |status| matches!(status, WeekStatus::Agreed(made) if (made.id, made.slot) == (id(2), thursday()));
    let first = proposed(1, ANA, tuesday());
    let moved = propose_allowed(std::slice::from_ref(&first), this_week(), thursday(), at("2026-11-23T12:00Z"));
    assert_eq!(moved, Ok(Some(id(1))));
    let thread = [first, instead(2, ANA, thursday(), 1)];
    assert!(agreed(alone(&thread)));
    let off = called_off(&thread, this_week(), ANA, false).unwrap();
    assert_eq!(off, thread.map(|one| with(one, WITHDRAWN)));
    assert_eq!(alone(&off), WeekStatus::Nothing);
    assert_eq!(called_off(&off, this_week(), ANA, false), Err(NotAllowed::NotFound));
}

#[test]
fn what_is_agreed_comes_in_order_and_goes_when_it_is_over() {
    let next_week = slot("2026-12-01T18:00Z", 30);
    let later = Proposal { week: this_week().next(), ..proposed(1, ANA, next_week) };
    let thread = [with(later, ACCEPTED), with(proposed(2, BEN, tuesday()), ACCEPTED)];
    let ids =
        |now| -> Vec<RecordId> { appointments(&thread, ANA, true, at(now)).into_iter().map(|one| one.id).collect() };
    assert_eq!(ids("2026-11-23T00:00Z"), [id(2), id(1)]);
    assert_eq!(ids("2026-11-24T18:29Z"), [id(2), id(1)], "it is under way");
    assert_eq!(ids("2026-11-24T18:30Z"), [id(1)]);
    assert_eq!(appointments(&thread[1..], ANA, true, at("2026-11-30T00:00Z")), []);
}
