//! Properties of how a week stands, over any proposals that two people could write, also wrong ones.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    super::{
        Answer, NotAllowed, Proposal, Reply, Slot, Standing, Week, answer_allowed, call_off, propose_allowed, standing,
    },
    given::{at, slot, week},
};
use crate::{identity::IdentityId, records::RecordId};

pub fn this_week() -> Week {
    week("2026-W48")
}

pub const ANA: IdentityId = IdentityId::from_bytes([1; 32]);
pub const BEN: IdentityId = IdentityId::from_bytes([2; 32]);

fn a_slot() -> impl Strategy<Value = Slot> {
    let inside = (0..3_u8).prop_map(|day| slot(&format!("2026-11-2{}T18:00Z", day + 4), 30));
    prop_oneof![12 => inside, 1 => Just(slot("2026-12-01T18:00Z", 30)), 1 => Just(slot("2026-11-24T18:00Z", 0))]
}

fn an_answer() -> impl Strategy<Value = Answer> {
    let person = || select(&[ANA, BEN][..]);
    prop_oneof![
        4 => Just(Answer::Open),
        1 => person().prop_map(Answer::Accepted),
        1 => person().prop_map(Answer::Declined),
        1 => person().prop_map(Answer::Withdrawn),
    ]
}

fn a_proposal() -> impl Strategy<Value = Proposal> {
    let order = prop_oneof![3 => (0..2_u32, 0..5_u64).prop_map(Some), 1 => Just(None)];
    let instead_of = proptest::option::of((0..10_u8).prop_map(|id| RecordId([id; 16])));
    let in_week = prop_oneof![9 => Just(this_week()), 1 => Just(this_week().next())];
    (a_slot(), select(&[ANA, BEN][..]), instead_of, an_answer(), order, in_week).prop_map(
        |(slot, by, instead_of, answer, order, week)| Proposal {
            id: RecordId([0; 16]),
            week,
            slot,
            by,
            exercise: "exercise".into(),
            instead_of,
            answer,
            order,
        },
    )
}

fn a_talk() -> impl Strategy<Value = Vec<Proposal>> {
    vec(a_proposal(), 0..8).prop_map(|mut talk| {
        for (number, proposal) in (0..).zip(&mut talk) {
            proposal.id = RecordId([number; 16]);
        }
        talk
    })
}

/// How the other sees what one sees.
fn mirrored(standing: Standing) -> Standing {
    match standing {
        Standing::MyProposal(id) => Standing::TheirProposal(id),
        Standing::TheirProposal(id) => Standing::MyProposal(id),
        same => same,
    }
}

fn answered(talk: &[Proposal], answers: &[(RecordId, Answer)]) -> Vec<Proposal> {
    let mut talk = talk.to_vec();
    for (id, answer) in answers {
        talk.iter_mut().find(|proposal| proposal.id == *id).unwrap().answer = *answer;
    }
    talk
}

fn stands(talk: &[Proposal], me: IdentityId) -> Standing {
    standing(talk, this_week(), me)
}

proptest! {
    #[test]
    fn both_see_the_same_in_whatever_order_it_came(talk in a_talk(), shuffled in Just(()).prop_perturb(|(), random| random)) {
        let seen = stands(&talk, ANA);
        prop_assert_eq!(&seen, &mirrored(stands(&talk, BEN)));
        let (mut other, mut random) = (talk, shuffled);
        for place in (1..other.len()).rev() {
            other.swap(place, random.random_range(0..=place));
        }
        prop_assert_eq!(seen, stands(&other, ANA));
    }

    #[test]
    fn what_counts_is_open_and_can_be_answered(talk in a_talk()) {
        let (this_week, now) = (this_week(), at("2026-11-23T00:00Z"));
        let allowed = |id, me, reply| answer_allowed(&talk, this_week, id, me, reply, now);
        if let Standing::TheirProposal(id) = stands(&talk, ANA) {
            prop_assert_eq!(allowed(id, ANA, Reply::Accept), Ok(()));
            prop_assert_eq!(allowed(id, ANA, Reply::Decline), Ok(()));
            prop_assert_eq!(allowed(id, ANA, Reply::Withdraw), Err(NotAllowed::NotYours));
            prop_assert_eq!(allowed(id, BEN, Reply::Accept), Err(NotAllowed::OwnProposal));
            prop_assert_eq!(allowed(id, BEN, Reply::Withdraw), Ok(()));
            let accepted = answered(&talk, &[(id, Reply::Accept.by(ANA))]);
            let of = talk.iter().find(|proposal| proposal.id == id).unwrap();
            prop_assert!(matches!(stands(&accepted, BEN), Standing::Agreed(made) if made.slot == of.slot));
            for reply in [Reply::Decline.by(ANA), Reply::Withdraw.by(BEN)] {
                prop_assert_ne!(stands(&answered(&talk, &[(id, reply)]), ANA), Standing::TheirProposal(id));
            }
        }
        let acceptable = talk.iter().filter(|proposal| allowed(proposal.id, ANA, Reply::Accept).is_ok());
        let acceptable: Vec<RecordId> = acceptable.map(|proposal| proposal.id).collect();
        match stands(&talk, ANA) {
            Standing::TheirProposal(id) => prop_assert_eq!(acceptable, [id]),
            _ => prop_assert_eq!(acceptable, []),
        }
    }

    #[test]
    fn a_new_proposal_counts_when_it_is_allowed(mut talk in a_talk(), proposed in a_proposal()) {
        // All are in the log, so that the new one is the last.
        for (number, proposal) in (0..).zip(&mut talk) {
            proposal.order = Some((1, number));
        }
        let (this_week, now) = (this_week(), at("2026-11-23T00:00Z"));
        match propose_allowed(&talk, this_week, proposed.slot, now) {
            Ok(instead_of) => {
                let id = RecordId([99; 16]);
                let new = Proposal {
                    id,
                    order: Some((9, 0)),
                    instead_of,
                    week: this_week,
                    by: ANA,
                    answer: Answer::Open,
                    ..proposed.clone()
                };
                talk.push(new);
                match stands(&talk, ANA) {
                    Standing::Agreed(made) => prop_assert_eq!(made.slot, proposed.slot),
                    other => prop_assert_eq!(other, Standing::MyProposal(id)),
                }
            }
            Err(NotAllowed::AlreadyAgreed) => prop_assert!(matches!(stands(&talk, ANA), Standing::Agreed(_))),
            Err(other) => {
                prop_assert_eq!(other, NotAllowed::SlotOutsideWeek);
                prop_assert!(!this_week.contains(proposed.slot.at) || proposed.slot.minutes == 0);
            }
        }
    }

    #[test]
    fn what_is_called_off_is_off_and_nothing_else_was_agreed(talk in a_talk()) {
        let now = at("2026-11-23T00:00Z");
        let answers = call_off(&talk, this_week(), ANA);
        prop_assert_eq!(answers.is_empty(), !matches!(stands(&talk, ANA), Standing::Agreed(_)));
        for (id, answer) in &answers {
            let reply = if matches!(answer, Answer::Withdrawn(_)) { Reply::Withdraw } else { Reply::Decline };
            prop_assert_eq!(answer_allowed(&talk, this_week(), *id, ANA, reply, now), Ok(()));
        }
        prop_assert!(!matches!(stands(&answered(&talk, &answers), BEN), Standing::Agreed(_)));
    }

    #[test]
    fn what_the_author_accepts_or_declines_or_the_other_withdraws_counts_for_nothing(talk in a_talk()) {
        let mut open = talk.clone();
        for proposal in &mut open {
            let other = if proposal.by == ANA { BEN } else { ANA };
            let void = [Answer::Accepted(proposal.by), Answer::Declined(proposal.by), Answer::Withdrawn(other)];
            if void.contains(&proposal.answer) {
                proposal.answer = Answer::Open;
            }
        }
        prop_assert_eq!(stands(&talk, ANA), stands(&open, ANA));
    }
}
