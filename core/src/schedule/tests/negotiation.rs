//! How two people agree, or do not: each by hand.

use super::{
    super::{Answer, NotAllowed, Proposal, Reply, Slot, Standing, answer_allowed, call_off, propose_allowed, standing},
    given::{at, slot},
    talks::{ANA, BEN, this_week},
};
use crate::{identity::IdentityId, records::RecordId};

const ACCEPTED: fn(IdentityId) -> Answer = Answer::Accepted;
const DECLINED: fn(IdentityId) -> Answer = Answer::Declined;
const WITHDRAWN: fn(IdentityId) -> Answer = Answer::Withdrawn;

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
fn said(number: u8, by: IdentityId, slot: Slot) -> Proposal {
    Proposal {
        id: id(number),
        week: this_week(),
        slot,
        by,
        exercise: number.to_string(),
        instead_of: None,
        answer: Answer::Open,
        order: Some((1, u64::from(number))),
    }
}

fn instead(number: u8, by: IdentityId, slot: Slot, of: u8) -> Proposal {
    Proposal { instead_of: Some(id(of)), ..said(number, by, slot) }
}

fn answered(proposal: Proposal, answer: Answer) -> Proposal {
    Proposal { answer, ..proposal }
}

/// How it stands for Ana.
fn stands(talk: &[Proposal]) -> Standing {
    standing(talk, this_week(), ANA)
}

#[track_caller]
fn assert_agreed(talk: &[Proposal], number: u8, slot: Slot) {
    for me in [ANA, BEN] {
        let Standing::Agreed(made) = standing(talk, this_week(), me) else { panic!("not agreed: {:?}", stands(talk)) };
        assert_eq!((made.week, made.slot, made.exercise), (this_week(), slot, number.to_string()));
    }
}

#[test]
fn the_first_in_the_log_counts() {
    assert_eq!(stands(&[]), Standing::Nothing);
    let (ana, ben) = (said(1, ANA, tuesday()), said(2, BEN, thursday()));
    assert_eq!(stands(&[ben.clone(), ana.clone()]), Standing::MyProposal(id(1)));
    let unsent = Proposal { order: None, ..ana.clone() };
    assert_eq!(stands(&[unsent, ben.clone()]), Standing::TheirProposal(id(2)), "the server has not taken the other");
    let newer_generation = Proposal { order: Some((2, 0)), ..ana };
    assert_eq!(stands(&[newer_generation, ben]), Standing::TheirProposal(id(2)));
}

#[test]
fn accepted_is_agreed_until_it_is_called_off() {
    let accepted = answered(said(2, BEN, thursday()), ACCEPTED(ANA));
    assert_agreed(&[said(1, ANA, tuesday()), accepted.clone()], 2, thursday());
    let other = instead(3, BEN, tuesday(), 2);
    assert_agreed(&[accepted.clone(), other.clone()], 2, thursday());
    assert_agreed(&[accepted.clone(), answered(other.clone(), DECLINED(ANA))], 2, thursday());
    assert_agreed(&[accepted.clone(), answered(other, ACCEPTED(ANA))], 3, tuesday());
    assert_eq!(call_off(std::slice::from_ref(&accepted), this_week(), ANA), [(id(2), DECLINED(ANA))]);
    assert_eq!(stands(&[answered(accepted.clone(), DECLINED(ANA))]), Standing::Quiet);
    assert_eq!(stands(&[answered(accepted, WITHDRAWN(BEN))]), Standing::Nothing);
}

#[test]
fn another_takes_the_place_and_another_that_of_it() {
    let (first, second, third) =
        (said(1, ANA, tuesday()), instead(2, BEN, thursday(), 1), instead(3, ANA, tuesday(), 2));
    let talk = [first, second, third];
    assert_eq!(stands(&talk[..2]), Standing::TheirProposal(id(2)));
    assert_eq!(stands(&talk), Standing::MyProposal(id(3)));
    let both_at_once = [talk[0].clone(), talk[1].clone(), instead(3, BEN, slot("2026-11-28T18:00Z", 30), 1)];
    assert_eq!(stands(&both_at_once), Standing::TheirProposal(id(2)), "the first of two");
}

#[test]
fn what_was_taken_back_leaves_its_place() {
    let first = said(1, ANA, tuesday());
    let taken_back = answered(instead(2, BEN, thursday(), 1), WITHDRAWN(BEN));
    assert_eq!(stands(&[first.clone(), taken_back.clone()]), Standing::MyProposal(id(1)));
    let after_it = instead(3, BEN, thursday(), 2);
    assert_eq!(stands(&[first.clone(), taken_back, after_it]), Standing::TheirProposal(id(3)));
    assert_eq!(stands(&[answered(first.clone(), WITHDRAWN(ANA))]), Standing::Nothing);
    let reply = instead(2, BEN, thursday(), 1);
    assert_eq!(stands(&[answered(first, WITHDRAWN(ANA)), reply]), Standing::TheirProposal(id(2)));
}

#[test]
fn circles_and_loose_ends_do_no_harm() {
    let circle = [instead(1, ANA, tuesday(), 2), instead(2, BEN, thursday(), 1)];
    assert_eq!(stands(&circle), Standing::TheirProposal(id(2)));
    assert_eq!(stands(&[instead(1, ANA, tuesday(), 1)]), Standing::MyProposal(id(1)));
    assert_eq!(stands(&[instead(1, ANA, tuesday(), 77)]), Standing::MyProposal(id(1)));
    let loose = [said(1, ANA, tuesday()), instead(2, BEN, thursday(), 77)];
    assert_eq!(stands(&loose), Standing::MyProposal(id(1)), "it takes nobody's place");
}

#[test]
fn the_same_slot_at_once_is_an_agreement() {
    assert_agreed(&[said(1, ANA, tuesday()), said(2, BEN, tuesday())], 1, tuesday());
    assert_agreed(&[said(1, ANA, tuesday()), instead(2, BEN, tuesday(), 1)], 1, tuesday());
    assert_agreed(&[said(1, ANA, thursday()), instead(2, ANA, tuesday(), 1), said(3, BEN, tuesday())], 2, tuesday());
    let longer = Slot { minutes: 45, ..tuesday() };
    assert_eq!(stands(&[said(1, ANA, tuesday()), said(2, BEN, longer)]), Standing::MyProposal(id(1)));
    assert_eq!(
        stands(&[said(1, ANA, tuesday()), said(2, ANA, tuesday())]),
        Standing::MyProposal(id(1)),
        "with oneself"
    );
}

#[test]
fn the_same_slot_is_no_agreement_when_one_has_moved_on() {
    let moved = [said(1, ANA, tuesday()), said(2, BEN, tuesday()), instead(3, ANA, thursday(), 1)];
    assert_eq!(stands(&moved), Standing::MyProposal(id(3)));
    let back = [said(1, ANA, tuesday()), instead(2, BEN, thursday(), 1), instead(3, BEN, tuesday(), 2)];
    assert_eq!(stands(&back), Standing::TheirProposal(id(3)), "Ana is asked");
    for answer in [DECLINED(BEN), WITHDRAWN(ANA)] {
        let after = [answered(said(1, ANA, tuesday()), answer), instead(2, BEN, tuesday(), 1)];
        assert_eq!(stands(&after), Standing::TheirProposal(id(2)));
    }
}

#[test]
fn both_of_the_same_slot_are_called_off() {
    let talk = [said(1, ANA, tuesday()), said(2, BEN, tuesday())];
    let answers = call_off(&talk, this_week(), ANA);
    assert_eq!(answers, [(id(1), WITHDRAWN(ANA)), (id(2), DECLINED(ANA))]);
    let [first, second] = talk;
    assert_eq!(stands(&[answered(first, answers[0].1), answered(second, answers[1].1)]), Standing::Quiet);
}

#[test]
fn after_no_the_week_is_quiet_and_either_may_still_propose() {
    let declined = answered(said(1, ANA, tuesday()), DECLINED(BEN));
    assert_eq!(stands(std::slice::from_ref(&declined)), Standing::Quiet);
    let countered = [said(1, BEN, tuesday()), answered(instead(2, ANA, thursday(), 1), DECLINED(BEN))];
    assert_eq!(stands(&countered), Standing::Quiet, "Ana did not want the first, and is not asked again");
    let now = at("2026-11-23T12:00Z");
    assert_eq!(propose_allowed(std::slice::from_ref(&declined), this_week(), thursday(), now), Ok(None));
    assert_eq!(stands(&[declined, said(2, BEN, thursday())]), Standing::TheirProposal(id(2)));
}

#[test]
fn answers_by_the_wrong_person_count_for_nothing() {
    for (by, answer) in [(ANA, ACCEPTED(ANA)), (ANA, DECLINED(ANA)), (ANA, WITHDRAWN(BEN))] {
        assert_eq!(stands(&[answered(said(1, by, tuesday()), answer)]), Standing::MyProposal(id(1)));
    }
}

#[test]
fn what_lies_outside_the_week_counts_for_nothing() {
    let later = slot("2026-12-01T18:00Z", 30);
    assert_eq!(stands(&[said(1, BEN, later)]), Standing::Nothing);
    let of_another = Proposal { week: this_week().next(), ..said(1, BEN, later) };
    assert_eq!(stands(&[of_another]), Standing::Nothing);
}

#[test]
fn what_may_not_be_proposed_says_why() {
    let now = at("2026-11-25T12:00Z");
    let code = |talk: &[Proposal], slot| propose_allowed(talk, this_week(), slot, now).map_err(NotAllowed::code);
    assert_eq!(code(&[], thursday()), Ok(None));
    assert_eq!(code(&[said(1, BEN, thursday())], thursday()), Ok(Some(id(1))));
    assert_eq!(code(&[], tuesday()), Err("slot_past"));
    assert_eq!(code(&[], slot("2026-12-01T18:00Z", 30)), Err("slot_outside_week"));
    assert_eq!(code(&[], Slot { minutes: 241, ..thursday() }), Err("slot_outside_week"));
    assert_eq!(code(&[answered(said(1, BEN, tuesday()), ACCEPTED(ANA))], thursday()), Err("already_agreed"));
}

#[test]
fn what_may_not_be_answered_says_why() {
    let talk = [
        said(1, BEN, thursday()),
        said(2, ANA, thursday()),
        instead(3, BEN, tuesday(), 1),
        answered(said(4, BEN, thursday()), DECLINED(ANA)),
    ];
    let code = |number, reply, now| {
        answer_allowed(&talk, this_week(), id(number), ANA, reply, at(now)).map_err(NotAllowed::code)
    };
    let (before, after) = ("2026-11-23T12:00Z", "2026-11-24T18:01Z");
    assert_eq!(code(3, Reply::Accept, before), Ok(()));
    assert_eq!(code(3, Reply::Accept, after), Err("slot_past"));
    assert_eq!(code(1, Reply::Accept, before), Err("not_open"), "another has its place");
    assert_eq!(code(4, Reply::Accept, before), Err("not_open"), "declined");
    assert_eq!(code(4, Reply::Decline, before), Err("not_open"));
    assert_eq!(code(2, Reply::Accept, before), Err("own_proposal"));
    assert_eq!(code(2, Reply::Decline, before), Err("own_proposal"));
    assert_eq!(code(2, Reply::Withdraw, before), Ok(()));
    assert_eq!(code(3, Reply::Withdraw, before), Err("not_yours"));
    assert_eq!(code(77, Reply::Accept, before), Err("not_found"));
}

#[test]
fn a_proposal_is_stored_without_what_its_record_and_the_log_tell() {
    let whole = answered(instead(2, BEN, tuesday(), 1), ACCEPTED(ANA));
    let stored = ciborium::Value::serialized(&whole).unwrap();
    assert_eq!(stored.deserialized::<Proposal>().unwrap(), Proposal { id: RecordId([0; 16]), order: None, ..whole });
    let least = stored
        .into_map()
        .unwrap()
        .into_iter()
        .filter(|(name, _)| ["week", "slot", "by"].map(Some).contains(&name.as_text()));
    let least: Proposal = ciborium::Value::Map(least.collect()).deserialized().unwrap();
    assert_eq!((least.answer, least.instead_of, least.exercise.as_str()), (Answer::Open, None, ""));
}
